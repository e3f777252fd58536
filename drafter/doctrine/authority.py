"""Authorities: one case, statute, rule, guideline or guidance, with its marks."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from drafter.doctrine.marks import CHECK_DAYS, Lead, Marks, Period, Words
from drafter.doctrine.records import Record
from drafter.doctrine.vocabulary import COURTS
from drafter.errors import Problem


class AuthorityKind(StrEnum):
    """What sort of text an authority is."""

    CASE = "case"
    STATUTE = "statute"
    RULE = "rule"
    GUIDELINE = "guideline"
    GUIDANCE = "guidance"
    ORDER = "order"
    INSTRUCTION = "instruction"
    SECONDARY = "secondary"


class Outward(StrEnum):
    """What an outward document may do with an authority, once it is cite-checked."""

    ALLOWED = "allowed"
    QUOTED_WORDS_ONLY = "quoted_words_only"
    """Only the words quoted here and the outcome."""
    NEVER = "never"


class Refusal(Struct, frozen=True):
    """Why a paper for others may not cite an authority, and what would mend that."""

    why: str
    """To stand after the authority: `has no cite-check …`."""
    hint: str


class Authority(Struct, frozen=True):
    """One authority that a document may cite."""

    id: str
    kind: AuthorityKind
    name: str
    """A case's name, set in italics; empty for anything else."""
    cite: str
    """The rest of the citation, in Bluebook order; § and No. are followed by U+00A0."""
    court: str
    """Circuit id (`ca9`, `scotus`), `congress`, `ussc`, `doj`, or a district court as cited."""
    year: int | None
    read_in: int | None
    """Of a guideline that is in force, the year of the Manual in which it was read: said in the
    office’s mark, and no part of the citation, which is to the Manual that applies."""
    pin: str | None
    """The page of the words quoted, entered with the cite-check; None: it is not known."""
    published: bool
    proposition: str
    """What it is cited for, in one neutral sentence of ours."""
    quote: str | None
    """Words seen where `source` says; None: none were seen, and nothing is quoted."""
    quoted_from: str | None
    """Whose text the quote was read in: `the opinion`, `a later court's parenthetical`."""
    summary: str | None
    """Somebody's account of it, in our words: printed without quotation marks."""
    source: str
    """The address at which it was read."""
    marks: Marks
    period: Period
    outward: Outward
    outcome: str | None
    favors: str | None
    """`defense`, `government` or None."""
    stops_at_minimum: bool
    """The court went down to a statutory minimum and no further: it speaks against going below."""
    after_verdict: bool
    """It is of what a verdict against the defense leaves open: it speaks to a case that had one."""
    lead: Lead | None
    notes: tuple[str, ...]

    @classmethod
    def from_record(cls, record: Record) -> Authority:
        """Read an authority; words none and a quote, or a quote without a source, are refused."""
        record.only(cls)
        marks = Marks.from_record(record.child("marks"))
        quote, quoted_from = record.optional("quote"), record.optional("quoted_from")
        if quote and marks.words is Words.NONE:
            raise record.fault("quote", "words are marked `none`, so nothing can be quoted")
        if (quote is None) != (quoted_from is None):
            raise record.fault("quoted_from", "a quote and where its words were read go together")
        return cls(
            id=record.text("id"),
            kind=record.choice("kind", AuthorityKind),
            name=record.optional("name") or "",
            cite=record.text("cite"),
            court=record.text("court"),
            year=record.whole("year"),
            read_in=record.whole("read_in"),
            pin=record.optional("pin"),
            published=record.flag("published", True),
            proposition=record.text("proposition"),
            quote=quote,
            quoted_from=quoted_from,
            summary=record.optional("summary"),
            source=record.text("source"),
            marks=marks,
            period=Period.from_record(record.optional_child("period")),
            outward=record.choice("outward", Outward, Outward.ALLOWED),
            outcome=record.optional("outcome"),
            favors=record.optional("favors"),
            stops_at_minimum=record.flag("stops_at_minimum"),
            after_verdict=record.flag("after_verdict"),
            lead=Lead.from_record(record),
            notes=record.texts("notes"),
        )

    @property
    def citation(self) -> str:
        """Name and citation in one line, without type."""
        return f"{self.name}, {self.cite}" if self.name else self.cite

    @property
    def label(self) -> str:
        """The mark, as an internal document prints it."""
        phrase, year = self.marks.phrase(self.quoted_from), str(self.read_in or "")
        told = not year or year in phrase or self.marks.cite_check
        return phrase if told else f"{phrase}; read in the {year} Manual"

    @property
    def pinned(self) -> str:
        """The rest of the citation of the words quoted, with their page where it is known."""
        volume, opening, court = self.cite.partition(" (")
        return f"{volume}, {self.pin}{opening}{court}" if self.pin else self.cite

    @property
    def of_circuit(self) -> bool:
        """Whether it is of a court of appeals, which binds in its own circuit only."""
        return self.court in COURTS and self.court != "scotus"

    @property
    def is_lead(self) -> bool:
        """Whether no words of it were seen: it stands in the research list and nowhere else."""
        return self.marks.words is Words.NONE

    def in_force(self, day: date) -> bool:
        """Whether it is law, or already decided, on ``day``."""
        return self.period.in_force(day) and (self.year is None or self.year <= day.year)

    def may_go_outward(self, day: date) -> bool:
        """Whether a filing of ``day`` may cite it: allowed, and cite-checked of late."""
        return self.outward is not Outward.NEVER and self.marks.checked_of_late(day)

    def refusal(self, day: date) -> Refusal | None:
        """Return why a paper of ``day`` for others may not cite it; None: it may."""
        if self.may_go_outward(day):
            return None
        if self.outward is Outward.NEVER:
            return Refusal("may never be cited outside the office", "Take it out of the paper.")
        return Refusal(
            f"has no cite-check of the {CHECK_DAYS} days up to {day.isoformat()}",
            f"Check it and enter `cite_check:` under authorities/{self.id}.yaml in --law.",
        )

    def outward_problem(self, day: date) -> Problem | None:
        """Return the refusal as the problem of a paper that cites it; None: it may."""
        if refused := self.refusal(day):
            return Problem(None, f"{self.named} {refused.why}", refused.hint)
        return None

    @property
    def named(self) -> str:
        """Its citation with its id, as a problem names it."""
        return f"{self.citation} (`{self.id}`)"


class BlockedCitation(Struct, frozen=True):
    """A citation that circulates under a description its decision does not bear out."""

    id: str
    name: str
    description: str
    """What it is said to hold."""
    reason: str
    actual: str | None
    """The real decision of that name, if one is known."""
    claim: str
    """Id of the ledger entry."""

    @classmethod
    def from_record(cls, record: Record) -> BlockedCitation:
        """Read a blocked citation."""
        record.only(cls)
        return cls(
            record.text("id"),
            record.text("name"),
            record.text("description"),
            record.text("reason"),
            record.optional("actual"),
            record.text("claim"),
        )
