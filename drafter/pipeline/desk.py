"""Where one document is made: composed, written as Word and Markdown, and stored."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from drafter.analysis.result import Analysis
from drafter.casefile.reader import CaseFile
from drafter.composition.blocks import Audience, Document
from drafter.composition.documents import Composer
from drafter.composition.markdown import markdown
from drafter.composition.templating.folders import OFFICE, find
from drafter.errors import CaseFileError, GateError
from drafter.pipeline.conclusions import conclusions_of, score_of
from drafter.pipeline.outcomes import Outcome, Status
from drafter.pipeline.setup import Setup
from drafter.pipeline.snapshots import snapshots_of
from drafter.pipeline.wanted import Wanted
from drafter.versions.draft import Conclusion, Draft, FactSnapshot, Inputs
from drafter.versions.store import Store, StoredVersion
from drafter.word.writing.writer import WordWriter


@dataclass(frozen=True, slots=True)
class Matter:
    """One case on the desk: what all of its documents are made from."""

    analysis: Analysis
    inputs: Inputs
    conclusions: tuple[Conclusion, ...]
    facts: Mapping[str, FactSnapshot] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Made:
    """A document that is finished and not yet stored."""

    wanted: Wanted
    draft: Draft
    docx: bytes = field(repr=False)


class Desk:
    """Makes documents with templates and a style file that are loaded once."""

    def __init__(self, folders: Sequence[Path], store: Store, setup: Setup) -> None:
        self._composer = Composer(folders)
        self._writer = WordWriter(find(folders, OFFICE))
        self._store = store
        self._setup = setup

    def matter(self, analysis: Analysis, inputs: Inputs) -> Matter:
        """Take down what each draft of a case keeps of it."""
        return Matter(analysis, inputs, conclusions_of(analysis), snapshots_of(analysis.record))

    def make(self, wanted: Wanted, matter: Matter) -> Made | Outcome:
        """Make a document, or say why there is none; TemplateError where a template is wrong."""
        analysis = matter.analysis
        case_file = analysis.record.case_file
        if wanted.of_choice and case_file.case.exhibit is None:
            return _not_asked(wanted, case_file)
        try:
            document = self._composer.compose(
                wanted.kind, wanted.edition, analysis, claims=self._setup.claims
            )
        except GateError as error:
            return Outcome(wanted, Status.REFUSED, case_file.case.id, problems=error.problems)
        draft = Draft(
            case_id=case_file.case.id,
            series=wanted.edition.series,
            edition=wanted.edition.id,
            document=document,
            conclusions=(*matter.conclusions, *self._score(wanted, analysis)),
            facts=matter.facts,
            inputs=matter.inputs,
            as_of=analysis.as_of,
            current_through=analysis.date_dependent_until,
            case_file=_relative(case_file.file.path, self._setup.output),
            law=_law(matter, document),
        )
        return Made(wanted, draft, self._writer.write(document))

    def _score(self, wanted: Wanted, analysis: Analysis) -> Iterator[Conclusion]:
        """The article's score, of a memo that has it in its appendix."""
        if self._setup.claims and wanted.kind.id == "duress_memo":
            yield score_of(analysis)

    def store(self, made: Made | Outcome, *, force: bool, dry_run: bool) -> Outcome:
        """Store a document unless its newest version says the same, or say what that would do."""
        if isinstance(made, Outcome):
            return made
        draft = made.draft
        before = self._store.latest(draft.case_id, draft.series)
        damaged = self._store.newest_damaged(draft.case_id, draft.series)
        if dry_run:
            repeated = None if force else self._store.repeated(draft)
            new = repeated is None
            where = _place(repeated) if repeated else self._store.next_version(draft)
        else:
            saved = self._store.save(draft, made.docx, markdown(draft.document), force=force)
            new, where = saved.new, _place(saved.version)
        status = Status.NEW if new else Status.SAME
        return Outcome(
            made.wanted,
            status,
            draft.case_id,
            *where,
            draft=draft,
            other_file=other_file(before, draft, self._setup.output),
            edited=before if before and new and _refreshable(before, draft) else None,
            passed_over=tuple(damaged),
        )


def other_file(before: StoredVersion | None, draft: Draft, output: Path) -> Path | None:
    """Return the case file of a version before, if that is another one and still there."""
    if before is None or before.case_file == draft.case_file:
        return None
    path = Path(os.path.normpath(output / before.case_file))
    return path if os.path.isfile(path) else None


def _refreshable(before: StoredVersion, draft: Draft) -> bool:
    """Whether the file of the version before has edits by hand that can be kept."""
    return draft.document.audience is Audience.INTERNAL and before.by_hand


def _place(version: StoredVersion) -> tuple[int, Path]:
    return version.number, version.document


def _not_asked(wanted: Wanted, case_file: CaseFile) -> Outcome:
    """Pass over a kind that the case asks for none of; CaseFileError if it was named."""
    if not wanted.optional:
        message = f"The case has no `exhibit:`, so there is no {wanted.kind.title.lower()} of it."
        hint = "Say there which events it shows."
        raise CaseFileError(case_file.file.problem((), message, hint))
    return Outcome(wanted, Status.NOT_ASKED, case_file.case.id)


def _law(matter: Matter, document: Document) -> dict[str, str]:
    """The digests of the law that a document cites, and that its conclusions rest on."""
    analysis = matter.analysis
    cited = (name for block in document.blocks for name in block.authorities)
    grounds = (name for each in matter.conclusions for name in each.because)
    elements = (each.id for each in analysis.common_law.elements)
    names = chain(cited, grounds, elements, (analysis.circuit.id,))
    return analysis.doctrine.library.digests.of(names)


def _relative(path: str, output: Path) -> str:
    """The path of a case file as the output folder sees it, so that both can move together."""
    try:
        return os.path.relpath(path, output).replace(os.sep, "/")
    except ValueError:  # on another drive
        return os.path.abspath(path)
