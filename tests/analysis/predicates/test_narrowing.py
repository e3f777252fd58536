"""A moment is asked for more exactly only where that could settle something, within its bounds."""

from __future__ import annotations

import dataclasses
from functools import cached_property

import pytest
from msgspec.structs import replace

from drafter.analysis.analyze import analyze
from drafter.analysis.predicates import narrowing
from drafter.analysis.predicates.answers import Answers
from drafter.analysis.predicates.setting import Setting
from drafter.doctrine import Library
from drafter.facts.surrender import surrender_of
from tests.analysis.parts import Asked, case, counts
from tests.samples import AS_OF

LASTING = counts("offense: theft, start: 2026-03, end: 2026-06-12")
THREAT = (
    "threats:\n  - {id: t, kinds: [serious_injury], against: [client], when: %s, watching: no,"
    " continuing: no}\n"
)
CHANCE = "opportunities:\n  - {id: o, what: five days, when: between 2026-06-12 and 2026-06-17}\n"


@pytest.mark.parametrize(
    ("body", "charges", "id", "predicate", "gap"),
    [
        # About March ends with April, and the count in June.
        (THREAT % "about 2026-03", LASTING, "t", "threat_after_offense", None),
        (THREAT % "after 2026-06-01", LASTING, "t", "threat_after_offense", "t.when"),
        (THREAT % "about 2026-03", LASTING, "t", "threat_during_offense", "t.when"),
        # However early the count began, it was over that day or the opportunity came after it.
        (CHANCE, LASTING, "o", "not_after_offense", "o.when"),
    ],
)
def test_what_is_to_be_known_more_exactly(
    body: str, charges: str, id: str, predicate: str, gap: str | None
) -> None:
    asked = Asked(case(body, charges=charges))
    found = Answers(asked.setting).of(asked.record.facts[id], predicate)
    assert found.holds is None
    assert (found.gap and found.gap.id) == gap


def test_no_verdict_turns_on_a_moment_that_its_bounds_settle() -> None:
    record = case(THREAT % "about 2026-03", charges=LASTING)
    found = analyze(record, Library.load().in_force(AS_OF)).turnings
    [threat] = [each for each in found if each.id == "threat"]
    sets = [each.id for move in threat.moves for each in move.sets]
    assert "t.when" not in sets


def test_a_late_start_of_the_offense_makes_no_surrender_prompt() -> None:
    body = "events:\n  - {id: s, kind: surrender, when: 2026-03-16 09:00, what: She gave up.}\n"
    for start, gap in (
        ("2026-03-14", None),
        ("between 2026-03-14 and 2026-03-16", "count-1.start"),
    ):
        charges = counts(f"offense: drug_trafficking, start: {start}, end: 2026-03-16 08:00")
        asked = Asked(case(body, charges=charges))
        found = Answers(asked.setting).of(asked.record.facts["s"], "surrendered_when_safe")
        assert (found.gap and found.gap.id) == gap


PINNED = """\
threats:
  - {id: t, speaker: rolo, kinds: [death], against: [client], when: 2026-03-14 03:00,
     ended: 2026-03-14 05:30, demanded_offense: [count-1, count-2]}
  - {id: later, speaker: girl, kinds: [death], against: [client], when: 2026-03-14 07:30}
events:
  - {id: kept, kind: avoidance, when: 2026-03-14 07:00, what: She drove off.}
  - {id: gave, kind: surrender, when: 2026-03-14 09:00, what: She gave up.}
"""
WIDE = counts(
    "offense: theft, start: 2026-03-14 04:10, end: between 2026-03-14 06:00 and 2026-03-14 08:00",
    "offense: fraud, start: between 2026-03-14 05:00 and 2026-03-14 06:00, end: 2026-03-14 06:30",
)


@pytest.mark.parametrize("key", ["count-1.end", "count-2.start"])
@pytest.mark.parametrize("at", ["earliest", "latest"])
def test_a_narrowed_setting_finds_what_one_of_that_moment_finds(key: str, at: str) -> None:
    record = case(PINNED, charges=WIDE)
    names = [
        name
        for kind in Setting.__mro__
        for name, member in vars(kind).items()
        if isinstance(member, cached_property)
    ]
    law = Library.load().in_force(AS_OF)
    whole = Setting(record, law)
    for name in names:
        getattr(whole, name)
    wide = record.moments[key]
    exact = replace(wide, earliest=getattr(wide, at), latest=getattr(wide, at))
    moments = {**record.moments, key: exact}
    steps = surrender_of(record.case, moments)
    fresh = Setting(dataclasses.replace(record, moments=moments, surrender=steps), law)
    narrowed = narrowing.Narrowed(whole, key, exact)
    assert {name: getattr(narrowed, name) for name in names} == {
        name: getattr(fresh, name) for name in names
    }
