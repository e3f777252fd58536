"""What a document must pass before it may leave the office: every fault at once.

The view an outward document is composed from never held what may not leave; these
gates read the finished blocks again, as a stranger to how they came about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.analysis.letter import LetterView
from drafter.casefile.case import Case, facts_of
from drafter.casefile.fact import Fact
from drafter.casefile.reader import CaseFile
from drafter.composition.audience import audience_of
from drafter.composition.blocks import Audience, Block, Document, RunKind
from drafter.composition.gates.asking import cite_problems, own_names
from drafter.composition.gates.assistance import assistance_problems
from drafter.composition.gates.caseless import caseless_problems
from drafter.composition.gates.cited import Citations
from drafter.composition.gates.homes import home_problems
from drafter.composition.gates.identifiers import identifier_problems
from drafter.composition.gates.leaks import word_problems
from drafter.composition.gates.letters import printed
from drafter.composition.gates.names import minor_problems, name_problems
from drafter.composition.gates.passages import Passage
from drafter.composition.gates.safeguards import safety_problems
from drafter.doctrine.in_force import Doctrine
from drafter.errors import GateError, Problem


def pass_gates(
    document: Document, case_file: CaseFile, doctrine: Doctrine, shown: object = None
) -> None:
    """Let a document pass that others may read; GateError with every reason why it may not.

    ``shown``: the view that it was composed from.
    """
    passages = tuple(_passages(document))
    problems = [
        *_audience_problems(document, case_file),
        *_marker_problems(document),
        *_authority_problems(document, passages, case_file.case, doctrine),
        *name_problems(passages, case_file),
        *identifier_problems(passages),
        *home_problems(passages, case_file),
        *safety_problems(passages, case_file, doctrine),
        *word_problems(passages, case_file, document.audience),
        *assistance_problems(passages, case_file, document.audience),
    ]
    if isinstance(shown, LetterView):
        problems += caseless_problems(document.blocks, passages, case_file, shown)
    else:
        problems += minor_problems(case_file, doctrine.day)
    if problems:
        raise GateError(problems)


def _passages(document: Document) -> Iterator[Passage]:
    """What is read of a document, as it reads in print."""
    for where, text in _texts(document):
        yield Passage(where, printed(text))


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    for block in document.blocks:
        yield f"block {block.id}", block.text
    for line in (*document.header, document.running, document.footer):
        yield "the header or footer", line
    about = document.properties
    for words in (about.title, about.subject, about.author):
        yield "a property of the file", words


def _audience_problems(document: Document, case_file: CaseFile) -> Iterator[Problem]:
    """Blocks that fewer people may read than the document's readers."""
    facts = {fact.id: fact for _, fact in facts_of(case_file.case)}
    for block in document.blocks:
        if block.audience <= document.audience:
            continue
        told = [facts[id] for id in block.sources if id in facts]
        kept = [fact for fact in told if audience_of(fact) > document.audience]
        for fact in kept:
            yield _withheld(fact, block, document.audience, case_file)
        if not kept:
            message = f"block {block.id} prints what its readers may not see"
            yield Problem(None, message, "a note, strategy, argument or answer, or its template")


def _withheld(fact: Fact, block: Block, audience: Audience, case_file: CaseFile) -> Problem:
    circle = "the court under seal" if audience is Audience.SEALED else "the public"
    message = (
        f"{fact.noun} `{fact.id}` ({fact.basis.value}, {fact.handling.value}) may not be seen by "
        f"{circle}, and block {block.id} prints it"
    )
    hint = "leave it out, or enter a basis and handling that let it go, if that is right"
    return case_file.file.problem(case_file.paths.get(fact.id, ()), message, hint)


def _marker_problems(document: Document) -> Iterator[Problem]:
    """Markers, marks of authorities and remarks, none of which a reader outside may meet."""
    for block in document.blocks:
        for runs in (block.runs, *block.cells):
            for run in runs:
                if run.kind is RunKind.GAP:
                    hint = "enter the fact in the case file"
                    yield Problem(None, f"block {block.id} lacks a fact: {run.text}", hint)
                elif run.kind is RunKind.MARK or run.kind is RunKind.WEAK:
                    yield Problem(None, f"block {block.id} prints a mark of the office", "")
                if run.remark:
                    hint = "take the paragraph of class .remark out of the template"
                    yield Problem(None, f"block {block.id} has a remark for counsel", hint)


def _authority_problems(
    document: Document, passages: Sequence[Passage], case: Case, doctrine: Doctrine
) -> Iterator[Problem]:
    """Authorities that no attorney has checked of late, or that may never be cited outside.

    Counsel's own words cite law too, which no block knows of: a step of a computation does.
    """
    cited = dict.fromkeys(id for block in document.blocks for id in block.authorities)
    for id in cited:
        if problem := doctrine.authority(id).outward_problem(doctrine.day):
            yield problem
    found = Citations(doctrine).find(passages, own_names(case))
    yield from cite_problems(found, doctrine.day, cited)
