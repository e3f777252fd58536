"""Whether a finished file may leave the office, whoever wrote in it since: every gate at once.

A draft is known by its blocks; of a file somebody edited there are only words, and all of
them are read: on the page and beside it.  What words cannot tell is told as untold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from drafter.analysis.letter import view_of
from drafter.composition.blocks import Audience
from drafter.composition.gates.asking import cite_problems, own_names
from drafter.composition.gates.assistance import assistance_problems
from drafter.composition.gates.caseless import caseless_problems
from drafter.composition.gates.citations import citations, even
from drafter.composition.gates.cited import Citations, Cite
from drafter.composition.gates.homes import addresses, home_problems
from drafter.composition.gates.identifiers import identifier_problems
from drafter.composition.gates.leaks import word_problems
from drafter.composition.gates.legends import legend_problems
from drafter.composition.gates.letters import printed
from drafter.composition.gates.names import minor_problems, name_problems
from drafter.composition.gates.others import OtherCase, other_problems
from drafter.composition.gates.passages import Passage
from drafter.composition.gates.safeguards import safety_problems
from drafter.composition.kinds import Edition, Kind, View, kind_named
from drafter.errors import CaseFileError, Problem
from drafter.facts.signing import signing_problem
from drafter.pipeline.documents import contents, naming
from drafter.pipeline.session import Session
from drafter.pipeline.sources import Source, case_path
from drafter.versions.origin import namings
from drafter.versions.store import Store
from drafter.word.reading.inspection import inspect
from drafter.word.reading.inventory import Inventory
from drafter.word.reading.passages import passages_of
from drafter.word.reading.unfit import unfit

if TYPE_CHECKING:
    from drafter.casefile.case import Case
    from drafter.casefile.reader import CaseFile
    from drafter.doctrine.in_force import Doctrine

_PDF = b"%PDF-"
_HEAD = 1024
"""Bytes in which a PDF says that it is one."""
_READ_HERE = frozenset(("marked", "missing"))
"""What is unfit by its words, which the gates read too."""

_PARTED = re.compile(r"(?<=\w)[-\u00ad\u2010\u2011][ \t]*\n[ \t]*(?=\w)")
"""A hyphen at the end of a line: one that belongs to the word, or only parts it."""
_PARTS = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010\u2011][ \t]*\n[ \t]*(?=[^\W\d_])")
"""One that may only part a word, which has no digits."""


class Untold(StrEnum):
    """What no gate could tell of a file."""

    RETOLD = "retold"
    """Facts in other words than those of the case file, and texts of fewer than five words."""
    SHORT_NAMES = "short_names"
    """Decisions called by a short name alone."""
    PICTURES = "pictures"
    """What pictures show."""
    STATUTES = "statutes"
    """Statutes, guidelines and rules of which the law library has no record."""
    ADDRESSES = "addresses"
    """Whether a street with its number is somebody's home, where nothing on the page or in the
    case file says so."""
    LOOK = "look"
    """Which words of a PDF nobody sees: those under others or outside a page are read like any."""


class Clearance(Struct, frozen=True):
    """What the gates say of a file."""

    file: Path
    case_id: str
    edition: Edition | None
    """As which it was read; None: as a paper that anybody may read on the docket."""
    refused: tuple[Problem, ...]
    """Everything that keeps it in the office; empty: it is clear."""
    untold: tuple[Untold, ...]
    statutes: tuple[str, ...]
    """The texts of which the library has no record, as the file cites them."""
    addresses: tuple[str, ...] = ()
    """The streets with a number in it, but for the office's."""


class _Read(Struct, frozen=True):
    """The words of a file, whatever its format."""

    title: str
    passages: tuple[Passage, ...]
    unfit: tuple[Problem, ...]
    untold: tuple[Untold, ...]
    authors: tuple[str, ...] = ()
    """Where the inventory of what is unfit does not tell them."""


def clear(session: Session, file: Path, case: str, kind: str = "", edition: str = "") -> Clearance:
    """Run every outward gate over a .docx or .pdf; nothing is written.

    ``case`` is a path or id; ``kind`` and ``edition`` name as what it will leave: without
    them as a paper on the public docket, or as the letter or exhibit that its title says.
    CaseFileError when the file or the case cannot be read; TemplateError: no such edition,
    or one that never leaves.
    """
    asked = _asked(session, kind, edition)
    data = contents(file)
    with naming(file):
        read = _pdf(data) if _PDF in data[:_HEAD] else _word(data)
    case_file = session.record(Source.read(case_path(case, session.store))).case_file
    leaving = asked or _titled(session, read.title)
    cites = Citations(session.doctrine).find(read.passages, own_names(case_file.case))
    statutes = _unrecorded(cites, case_file.case)
    streets = addresses(read.passages, case_file)
    untold = (
        *(Untold.RETOLD, Untold.SHORT_NAMES),
        *((Untold.STATUTES,) if statutes else ()),
        *((Untold.ADDRESSES,) if streets else ()),
        *read.untold,
    )
    problems = (
        *read.unfit,
        *_strangers(read.authors, case_file.case.matter.office),
        *legend_problems(read.passages, _office_lines(session.kinds.values(), leaving)),
        *cite_problems(cites, session.doctrine.day),
        *_of_the_case(read.passages, case_file, leaving, session.doctrine),
        *other_problems(read.passages, case_file, _others(session.store, case_file.case.id)),
    )
    refused = tuple(dict.fromkeys(problems))
    return Clearance(file, case_file.case.id, leaving, refused, untold, statutes, streets)


def _others(store: Store, case_id: str) -> list[OtherCase]:
    """The other cases that internal papers are kept of, as the newest of each names them."""
    newest = {each.case_id: each for each in store.every() if each.inside}
    newest.pop(case_id, None)
    return [
        OtherCase(id, named.client, named.docket)
        for id, version in newest.items()
        for named in namings([version])
    ]


def _asked(session: Session, kind: str, edition: str) -> Edition | None:
    if not kind:
        if edition:
            raise CaseFileError("An edition is of one kind: name the kind too.")
        return None
    found = kind_named(session.kinds, kind)
    leaving = [each for each in found.editions if each.audience is not Audience.INTERNAL]
    if not leaving or (edition and found.edition(edition) not in leaving):
        raise CaseFileError(f"{edition or kind}: nothing of it may leave the office.")
    return found.edition(edition) if edition else leaving[0]


def _titled(session: Session, title: str) -> Edition | None:
    """The letter or exhibit that a file says it is: no gate is wider for either."""
    editions = (each for kind in session.kinds.values() for each in kind.editions)
    found = (each for each in editions if each.view in (View.LETTER, View.EXHIBIT))
    return next((each for each in found if each.title == title.strip()), None)


def _word(data: bytes) -> _Read:
    inventory = inspect(data)
    passages = tuple(_seen(passages_of(data, inventory)))
    pictures = any(each.kind == "image" for each in inventory.embedded)
    untold = (Untold.PICTURES,) if pictures else ()
    return _Read(inventory.property("core", "title"), passages, tuple(_unfit(inventory)), untold)


def _pdf(data: bytes) -> _Read:
    from drafter.pipeline.pdf_reading import read_pdf  # it takes longer to load than most commands

    found = read_pdf(data)
    untold = (Untold.LOOK, *((Untold.PICTURES,) if found.pictures else ()))
    return _Read(found.title, tuple(_seen(found.passages)), found.unfit, untold, found.authors)


def _seen(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages as they read in print; one with a hyphen at the end of a line, in both ways."""
    for each in passages:
        readings = _PARTED.sub("-", each.text), _PARTED.sub("-", _PARTS.sub("", each.text))
        for text in dict.fromkeys(printed(reading).strip() for reading in readings):
            if text:
                yield Passage(each.where, text)


def _unfit(inventory: Inventory) -> Iterator[Problem]:
    for each in unfit(inventory):
        if each.id not in _READ_HERE:
            examples = "; ".join(" ".join(example.split()) for example in each.examples if example)
            yield Problem(None, f"{each.words} ({each.count:,})", examples)


def _office_lines(kinds: Iterable[Kind], leaving: Edition | None) -> frozenset[str]:
    """The lines by which the office's own papers are known; a title that one leaves by is none."""
    editions = [each for kind in kinds for each in kind.editions]
    inside = [each for each in editions if each.audience is Audience.INTERNAL]
    own = {line for each in inside for line in (*each.legend, each.title)}
    own |= {each.unapproved for each in editions if each.unapproved}
    others = {each.title for each in editions if each not in inside}
    return frozenset(own - others - set(leaving.legend if leaving else ()))


def _unrecorded(cites: Iterable[Cite], case: Case) -> tuple[str, ...]:
    """The statutes and rules of which the library has no record, but for those charged."""
    charged = {said for each in case.charges for _, said in citations(even(each.statute))}
    unknown = (each.said for each in cites if not each.known and not each.decided)
    return tuple(said for said in unknown if said not in charged)


def _of_the_case(
    passages: tuple[Passage, ...],
    case_file: CaseFile,
    leaving: Edition | None,
    doctrine: Doctrine,
) -> Iterator[Problem]:
    """Names, identifiers and words that these readers may not have."""
    yield from name_problems(passages, case_file)
    yield from identifier_problems(passages)
    yield from home_problems(passages, case_file)
    yield from safety_problems(passages, case_file, doctrine)
    if leaving is not None and leaving.view is View.EXHIBIT:
        yield from _unapproved(case_file)
    if leaving is not None and leaving.view is View.LETTER:
        yield from caseless_problems((), passages, case_file, view_of(case_file.case))
    else:
        yield from minor_problems(case_file, doctrine.day)
        audience = leaving.audience if leaving else Audience.OUTWARD
        yield from word_problems(passages, case_file, audience)
        yield from assistance_problems(passages, case_file, audience)


def _unapproved(case_file: CaseFile) -> Iterator[Problem]:
    """An exhibit that no counsel has approved; a stamp that says so can be taken off."""
    exhibit = case_file.case.exhibit
    if exhibit is None or exhibit.approved is None:
        message = "counsel has not approved the exhibit"
        hint = "enter `approved:` once counsel has, and draft it again"
        yield case_file.file.problem(("exhibit",), message, hint)
    elif stranger := signing_problem(exhibit.approved, ("exhibit", "approved"), case_file):
        yield stranger


def _strangers(authors: Iterable[str], office: str) -> Iterator[Problem]:
    """People whom a PDF names as its authors; of ours the office is."""
    for author in authors:
        if author != office:
            yield Problem(None, f"it names {author} as its author", "print it without the name")
