"""Offense categories: how they are recognised, and where duress is available for them."""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct

from drafter.doctrine.marks import Marks, Words
from drafter.doctrine.records import Record


class Availability(StrEnum):
    """Whether a court has the defense for an offense."""

    AVAILABLE = "available"
    UNAVAILABLE = "unavailable"
    CONTESTED = "contested"
    UNKNOWN = "unknown"


class OffenseNature(StrEnum):
    """What every count of a category is by its law: findings that turn on it ask by this name.

    Whether a count is a crime of violence under 18 U.S.C. § 16(a) is for the case file to say.
    """

    AGREEMENT = "agreement"
    """It takes an agreement, and may be committed in several districts."""
    FIREARM = "firearm"
    """A firearm unlawfully held or come by."""
    FIREARM_HELD = "firearm_held"
    """A firearm unlawfully held: to give one up is to have had it."""
    KILLING = "killing"
    """Somebody was killed."""
    DEGREES = "degrees"
    """Murder under 18 U.S.C. § 1111, the first degree of which carries a minimum of life."""
    VIOLENCE = "violence"
    """A killing or an assault: violence at its time may be the act that is charged."""
    FORCE = "force"
    """Force against a person, which may have been self-defense."""
    SEXUAL = "sexual"
    """A sexual act, or commerce in one."""
    ABSENCE = "absence"
    """Absence from custody, for which circumstances may have left no choice, without a person."""


class OffenseRule(Struct, frozen=True):
    """What one court is known to say of duress for one offense."""

    court: str
    status: Availability
    statement: str
    words: str | None
    marks: Marks
    authority: str | None
    authorities: tuple[str, ...]
    """Ids of further authorities that the statement tells of."""
    research: tuple[str, ...]
    """Authority ids of leads to read."""
    source: str | None
    note: str | None

    @classmethod
    def from_record(cls, record: Record) -> OffenseRule:
        """Read one court's answer; available and unavailable need an authority."""
        record.only(cls)
        rule = cls(
            record.text("court"),
            record.choice("status", Availability),
            record.text("statement"),
            record.optional("words"),
            Marks.from_record(record.child("marks")),
            record.optional("authority"),
            record.texts("authorities"),
            record.texts("research"),
            record.optional("source"),
            record.optional("note"),
        )
        settled = rule.status in (Availability.AVAILABLE, Availability.UNAVAILABLE)
        if settled and not rule.authority:
            raise record.fault("authority", "is missing: a settled answer rests on one")
        if rule.words and (rule.marks.words is Words.NONE or not rule.source):
            raise record.fault("words", "a quotation needs marks that allow it, and a source")
        return rule


class Offense(Struct, frozen=True):
    """A category of offense."""

    id: str
    title: str
    statutes: tuple[str, ...]
    """Statutes it is recognised by: `18 U.S.C. § 922(g)`."""
    continuing: bool
    """Whether the offense lasts by its nature, so that duress must cover the whole period."""
    coercion_crime: bool
    """Coercion charged as the crime: not coercion as a defense."""
    nature: tuple[OffenseNature, ...]
    apart: tuple[str, ...]
    """Statutes whose term may have to run after every other: how it does was not read."""
    availability: tuple[OffenseRule, ...]
    note: str | None

    @classmethod
    def from_record(cls, record: Record) -> Offense:
        """Read an offense."""
        record.only(cls)
        return cls(
            record.text("id"),
            record.text("title"),
            record.texts("statutes"),
            record.flag("continuing"),
            record.flag("coercion_crime"),
            record.choices("nature", OffenseNature),
            record.texts("apart"),
            tuple(OffenseRule.from_record(each) for each in record.children("availability")),
            record.optional("note"),
        )

    def runs_apart(self, statute: str) -> bool:
        """Whether a count under a statute, as it is charged, is under one of ``apart``."""
        sections = (each.rpartition("§")[2].strip() for each in self.apart)
        return any(section in statute.replace(" ", "") for section in sections)

    def named_in(self, statute: str) -> bool:
        """Whether what a count is charged under names one of the statutes: `21 U.S.C. § 846`."""
        for each in self.statutes:
            title, _, section = each.partition(" U.S.C. § ")
            named = rf"(?<!\d){title} U\.S\.C\..*(?<!\d){re.escape(section)}(?!\d)"
            if section and re.search(named, statute):
                return True
        return False

    def rule_in(self, court: str) -> OffenseRule | None:
        """What the court says; None: nothing is known, which must be said."""
        return next((rule for rule in self.availability if rule.court == court), None)
