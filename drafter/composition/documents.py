"""A document of one kind and edition, composed from what the analysis found."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from msgspec import Struct

from drafter import __version__
from drafter.composition.audience import READERS
from drafter.composition.blocks import STAMP, Audience, Block, Document, Properties, Run
from drafter.composition.contents import with_contents
from drafter.composition.kinds import Citations, Edition, Kind, View, kind_named, read_kinds
from drafter.composition.marking import settled
from drafter.composition.noting import noted
from drafter.composition.remarking import remarked
from drafter.composition.templating.templates import TemplateSet
from drafter.composition.vocabulary.citing import Citing
from drafter.composition.vocabulary.dates import day
from drafter.composition.vocabulary.gapping import Needing
from drafter.composition.vocabulary.vocabulary import functions_for
from drafter.facts.disclosure import public_client

if TYPE_CHECKING:
    from drafter.analysis.exhibit.types import ExhibitView
    from drafter.analysis.filing.types import FilingView
    from drafter.analysis.letter import LetterView
    from drafter.analysis.result import Analysis
    from drafter.casefile.case import Case, SignOff
    from drafter.facts.record import Record

SOFTWARE = f"drafter {__version__}"
UNSIGNED = "UNSIGNED: not reviewed by counsel"
"""Stands at the top of each page until the case file says who reviewed the document."""


class DocumentInfo(Struct, frozen=True):
    """What a template may say of its own document: ``doc``."""

    kind: str
    edition: str
    title: str
    day: date
    """The as-of date."""
    as_of: Run
    """The as-of date in words: a stamp, so that a new day alone makes no version."""
    case_file: Run
    """The name of the case file: a stamp."""
    software: Run
    """What drafted it: a stamp."""
    claims: bool
    """Whether the claims appendix is wanted."""
    unsigned: bool
    """Whether the case file names nobody who reviewed the document on its day or later."""


class Inside(NamedTuple):
    """The names that the templates of an edition for the office see."""

    doc: DocumentInfo
    a: Analysis
    case: Case
    record: Record


class Outside(NamedTuple):
    """The names that the templates of any other edition see; ``f`` is its view."""

    doc: DocumentInfo
    f: object


@runtime_checkable
class Approvable(Protocol):
    """A view of what counsel chose to show, which bears a stamp until counsel has approved it."""

    @property
    def approved(self) -> bool:
        """Whether counsel has."""


def _filing(analysis: Analysis, audience: Audience) -> FilingView:
    from drafter.analysis.filing.view import filing_view

    return filing_view(analysis, READERS[audience])


def _exhibit(analysis: Analysis, audience: Audience) -> ExhibitView:
    from drafter.analysis.exhibit.view import exhibit_view

    return exhibit_view(analysis.record, analysis.doctrine)


def _letter(analysis: Analysis, audience: Audience) -> LetterView:
    from drafter.analysis.letter import letter_view

    return letter_view(analysis)


Views = Mapping[View, Callable[["Analysis", Audience], object]]
VIEWS: Views = {View.FILING: _filing, View.EXHIBIT: _exhibit, View.LETTER: _letter}
"""What an edition shows that others read: made from the analysis, without what may not leave."""


class Composer:
    """Composes documents from templates; holds nothing of any case, so threads may share it."""

    def __init__(self, folders: Sequence[Path], views: Views = VIEWS) -> None:
        self._templates = TemplateSet(folders)
        self._views = views
        self.kinds = read_kinds(folders)

    def kind(self, id: str) -> Kind:
        """The kind of that id; TemplateError names those there are."""
        return kind_named(self.kinds, id)

    def compose(
        self,
        kind: Kind,
        edition: Edition,
        analysis: Analysis,
        *,
        claims: bool = True,
    ) -> Document:
        """Compose one document; without ``claims`` an internal one has no claims appendix.

        TemplateError where a template is wrong; GateError with everything that may not
        leave the office, where the edition does.
        """
        record, case = analysis.record, analysis.record.case
        view = self._views.get(edition.view)
        shown = view(analysis, edition.audience) if view else None
        info = _info(kind, edition, analysis, claims)
        seen = Outside(info, shown) if view else Inside(info, analysis, case, record)
        blocks = self._rendered(edition, seen._asdict(), analysis, claims)
        document = Document(
            kind=kind.id,
            audience=edition.audience,
            properties=_properties(kind, edition, case, analysis.as_of),
            header=_header(edition, case, info, shown),
            footer=_filled(edition.footer, edition, case),
            blocks=_laid_out(blocks, edition),
            running=_filled(edition.running, edition, case),
        )
        if edition.audience is not Audience.INTERNAL:
            # Here, because what stays in the office passes no gate.
            from drafter.composition.gates.gates import pass_gates

            pass_gates(document, record.case_file, analysis.doctrine, shown)
        return document

    def _rendered(
        self, edition: Edition, context: Mapping[str, object], analysis: Analysis, claims: bool
    ) -> tuple[Block, ...]:
        needing = Needing()
        citing = Citing(analysis.doctrine, edition.audience, claims=claims)
        functions = functions_for(analysis.record, citing, edition.audience, needing)
        rendering = self._templates.rendering(context, functions=functions)
        blocks = rendering.blocks(edition.body)
        if unlisted := needing.unlisted(blocks, analysis.record):
            needing.marked = unlisted
            blocks = rendering.blocks(edition.body)
        return with_contents(settled(blocks, citing.short_mark))


def _laid_out(blocks: tuple[Block, ...], edition: Edition) -> tuple[Block, ...]:
    """The blocks with what the margin and the foot of the page hold taken out of the line."""
    blocks = remarked(blocks)
    return noted(blocks) if edition.citations is Citations.NOTES else blocks


def _info(kind: Kind, edition: Edition, analysis: Analysis, claims: bool) -> DocumentInfo:
    case_file = analysis.record.case_file
    return DocumentInfo(
        kind=kind.id,
        edition=edition.id,
        title=edition.title,
        day=analysis.as_of,
        as_of=Run(day(analysis.as_of) or "", ref=f"{STAMP}as_of"),
        case_file=Run(Path(case_file.file.path).name, ref=f"{STAMP}case_file"),
        software=Run(SOFTWARE, ref=f"{STAMP}software"),
        claims=claims and edition.audience is Audience.INTERNAL,
        unsigned=not _reviewed(case_file.case.sign_off, analysis.as_of),
    )


def _properties(kind: Kind, edition: Edition, case: Case, as_of: date) -> Properties:
    inside = edition.audience is Audience.INTERNAL
    caption = f"United States v. {case.client.name}"
    return Properties(
        title=f"{edition.title}: {caption}" if inside else edition.title,
        subject=f"No. {case.matter.docket}" if inside else "",
        author=case.matter.office,
        language=kind.language,
        created=f"{as_of.isoformat()}T00:00:00+00:00",
    )


def _header(edition: Edition, case: Case, info: DocumentInfo, shown: object) -> tuple[str, ...]:
    lines = [_filled(line, edition, case) for line in edition.legend]
    approved = isinstance(shown, Approvable) and shown.approved
    if edition.unapproved and not approved:
        lines.append(edition.unapproved)
    if info.unsigned and edition.audience is Audience.INTERNAL:
        lines.append(UNSIGNED)
    return tuple(lines)


def _filled(line: str, edition: Edition, case: Case) -> str:
    """A line of the margins with the case's caption; no other word of the case may stand there."""
    inside = edition.audience is Audience.INTERNAL
    client = case.client if inside else public_client(case.client)
    values = {"{client}": client.name, "{docket}": case.matter.docket}
    parts = _PLACEHOLDERS.split(line)
    return "".join(values.get(part, part) for part in parts)


_PLACEHOLDERS = re.compile(r"(\{client\}|\{docket\})")


def _reviewed(sign_off: SignOff, day: date) -> bool:
    """Whether somebody reviewed a draft of that day; a review of an earlier draft is none."""
    return sign_off.reviewed is not None and sign_off.reviewed.on >= day
