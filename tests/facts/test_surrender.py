"""The steps from the threat to the arrest."""

from __future__ import annotations

from datetime import timedelta

import pytest

from drafter.facts.intervals import Span
from drafter.facts.surrender import Milestone, Step, SurrenderTimeline
from tests.facts.records import CHARGES, record

HOUR = timedelta(hours=1)


def timeline(**sections: str) -> SurrenderTimeline:
    """The steps of a case; each section is its entries, one a line, without the braces."""
    charges = sections.pop("charges", CHARGES)
    body = ""
    for name, entries in sections.items():
        body += f"{name}:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries.splitlines())
    return record(body, charges=charges).surrender


def said(step: Milestone) -> tuple[str | None, str | None, list[str]]:
    return (
        step.fact.id if step.fact else None,
        step.moment.written.text if step.moment else None,
        [fact.id for fact in step.also],
    )


NOTHING = (None, None, [])


def test_a_case_without_facts_has_every_step_unrecorded() -> None:
    found = timeline(charges=CHARGES.replace("start: 2026-03-14 04:10", "continuing: no"))
    assert [step.step for step in found.steps] == list(Step)
    assert said(found.threat_made) == said(found.arrest) == NOTHING
    assert said(found.offense_start) == ("count-1", None, [])
    assert found.spans == ()
    assert found.continuing is None


def test_the_threat_is_the_earliest_tied_to_a_count() -> None:
    found = timeline(
        threats="""\
id: old, when: 2026-01-05
id: late, when: 2026-03-13, demanded_offense: count-1
id: tied, when: 2026-03-12, demanded_offense: count-1"""
    )
    assert said(found.threat_made) == ("tied", "2026-03-12", [])


def test_where_no_threat_is_tied_the_earliest_counts() -> None:
    found = timeline(threats="id: b, when: 2026-03-12\nid: a, when: 2026-01-05")
    assert said(found.threat_made) == ("a", "2026-01-05", [])


def test_a_threat_that_may_have_been_earlier_is_named_too() -> None:
    found = timeline(
        threats="""\
id: exact, when: 2026-03-12 20:30
id: vague, when: 2026-03
id: later, when: 2026-03-13
id: undated, words: Do it."""
    )
    assert said(found.threat_made) == ("exact", "2026-03-12 20:30", ["vague", "undated"])


def test_the_offense_runs_from_the_first_count_to_the_last_that_still_stands() -> None:
    charge = "title: Importation, statute: 21 U.S.C. § 952, offense: drug_trafficking"
    found = timeline(
        charges=f"""\
charges:
  - {{id: c1, count: 1, {charge}, start: 2026-03-10, end: 2026-03-11}}
  - {{id: c2, count: 2, {charge}, start: 2026-03-12, end: 2026-03-14}}
  - {{id: c3, count: 3, {charge}, start: 2026-01-01, end: 2026-05-01, disposition: dismissed}}
"""
    )
    assert said(found.offense_start) == ("c1", "2026-03-10", [])
    assert said(found.offense_end) == ("c2", "2026-03-14", [])
    assert found.span("offense") is not None


def test_the_objective_end_is_the_latest_and_the_belief_is_apart() -> None:
    found = timeline(
        threats="""\
id: a, continuing: no, when: 2026-03-12, ended: 2026-03-15, believed_ended: 2026-03-20
id: b, continuing: no, when: 2026-03-12, ended: 2026-03-16"""
    )
    assert said(found.threat_ended) == ("b", "2026-03-16", [])
    assert said(found.believed_ended) == ("a", "2026-03-20", ["b"])
    assert found.continuing is False


def test_an_end_that_may_have_been_later_is_named_too() -> None:
    found = timeline(
        threats="""\
id: a, continuing: no, when: 2026-03-12, ended: 2026-03-15
id: b, continuing: no, when: 2026-03-12, ended: 2026-03
id: c, continuing: no, when: 2026-03-12"""
    )
    assert said(found.threat_ended) == ("a", "2026-03-15", ["b", "c"])
    assert [threat.id for threat in found.threat_ended.undated] == ["c"]
    assert not found.threat_ended.settled
    assert found.continuing is False


SURRENDER = "id: gave, kind: surrender, when: 2026-03-15 10:00, what: She told."


@pytest.mark.parametrize(
    ("second", "bounds", "conditions"),
    [
        ("ended: 2026-03-15 08:00", (2, 2), []),
        ("ended: 2026-03-15 09:00", (1, 1), []),
        ("ended: about 2026-03-15 08:00", (1.5, 2), [Step.THREAT_ENDED]),
        ("ended: unknown", (None, 2), [Step.THREAT_ENDED]),
        ("continuing: unknown", (None, 2), [Step.THREAT_ENDED]),
    ],
)
def test_an_end_not_recorded_leaves_the_time_from_it_open(
    second: str, bounds: tuple[float | None, float], conditions: list[Step]
) -> None:
    found = timeline(
        threats=f"""\
id: a, continuing: no, when: 2026-03-12, ended: 2026-03-15 08:00
id: b, when: 2026-03-12, {second}""",
        events=SURRENDER,
    )
    shortest, longest = bounds
    time = found.labelled("end_to_surrender")
    assert time is not None
    assert time.span == found.span("end_to_surrender")
    assert time.span.shortest == (None if shortest is None else shortest * HOUR)
    assert time.span.longest == longest * HOUR
    assert [step.step for step in time.conditions] == conditions
    assert time.counted.exact


def test_the_end_of_a_count_not_recorded_leaves_the_time_from_it_open() -> None:
    charge = "title: Importation, statute: 21 U.S.C. § 952, offense: drug_trafficking"
    found = timeline(
        charges=f"""\
charges:
  - {{id: c1, count: 1, {charge}, start: 2026-03-10, end: 2026-03-15 08:00}}
  - {{id: c2, count: 2, {charge}, start: 2026-03-12}}
""",
        events=SURRENDER,
    )
    assert [count.id for count in found.offense_end.undated] == ["c2"]
    time = found.span("offense_to_surrender")
    assert time is not None
    assert (time.shortest, time.longest) == (None, 2 * HOUR)


@pytest.mark.parametrize(
    ("second", "continuing", "ended"),
    [
        ("continuing: yes", True, NOTHING),
        ("continuing: yes, ended: unknown", True, NOTHING),
        ("continuing: unknown", None, ("a", "2026-03-15", ["b"])),
        # It went on through the offense, and its end is recorded.
        ("continuing: yes, ended: 2026-03-16", False, ("b", "2026-03-16", [])),
    ],
)
def test_a_threat_that_goes_on_leaves_the_end_open(
    second: str, continuing: bool | None, ended: tuple[object, ...]
) -> None:
    found = timeline(
        threats=f"""\
id: a, continuing: no, when: 2026-03-12, ended: 2026-03-15
id: b, when: 2026-03-12, {second}"""
    )
    assert found.continuing is continuing
    assert said(found.threat_ended) == ended


def test_the_first_safe_opportunity_is_not_over_before_the_offense() -> None:
    found = timeline(
        opportunities="""\
id: before, what: A stop., when: 2026-03-13, safe: yes
id: unsafe, what: A stop., when: 2026-03-14 05:00, safe: no
id: second, what: A stop., when: 2026-03-14 06:00, safe: yes
id: first, what: A stop., when: 2026-03-14 05:30, safe: yes"""
    )
    assert said(found.first_safe) == ("first", "2026-03-14 05:30", [])


def test_between_the_end_of_the_threat_and_the_offense_a_safe_moment_counts() -> None:
    found = timeline(
        threats="id: a, continuing: no, when: 2026-03-01, ended: 2026-03-10",
        opportunities="id: early, what: A stop., when: 2026-03-09, safe: yes\n"
        "id: between, what: A stop., when: 2026-03-12, safe: yes",
    )
    assert said(found.first_safe) == ("between", "2026-03-12", [])


def test_an_opportunity_of_unknown_safety_may_have_been_the_first() -> None:
    found = timeline(
        opportunities="""\
id: maybe, what: A stop., when: 2026-03-14 05:00
id: safe, what: A stop., when: 2026-03-14 06:00, safe: yes
id: after, what: A stop., when: 2026-03-14 07:00"""
    )
    assert said(found.first_safe) == ("safe", "2026-03-14 06:00", ["maybe"])
    alone = timeline(opportunities="id: maybe, what: A stop., when: 2026-03-14 05:00")
    assert said(alone.first_safe) == (None, None, ["maybe"])


@pytest.mark.parametrize(
    ("maybe", "longest"), [("when: 2026-03-14 05:00", 4), ("when: unknown", None)]
)
def test_the_time_from_safety_is_bounded_by_what_may_have_been_safe(
    maybe: str, longest: float | None
) -> None:
    found = timeline(
        opportunities=f"id: maybe, what: A stop., {maybe}\n"
        "id: safe, what: A stop., when: 2026-03-14 06:00, safe: yes",
        events="id: gave, kind: surrender, when: 2026-03-14 09:00, what: She told.",
    )
    time = found.labelled("first_safe_to_surrender")
    assert time is not None
    assert time.counted.shortest == time.counted.longest == time.span.shortest == 3 * HOUR
    assert time.span.longest == (None if longest is None else longest * HOUR)
    assert [step.step for step in time.conditions] == [Step.FIRST_SAFE]


def test_no_moment_before_the_offense_is_safe_while_a_threat_may_stand() -> None:
    found = timeline(
        threats="id: a, continuing: no, when: 2026-03-01, ended: 2026-03-10\n"
        "id: b, continuing: no, when: 2026-03-01",
        opportunities="id: between, what: A stop., when: 2026-03-12, safe: yes",
    )
    assert said(found.first_safe) == (None, None, ["between"])


def test_the_first_contact_is_with_an_authority() -> None:
    found = timeline(
        threats="id: a, when: 2026-03-12",
        events="""\
id: old, kind: authority_contact, when: 2026-01-05, what: A traffic stop.
id: told, kind: report, when: 2026-03-13, what: She wrote to her cousin.
id: stop, kind: authority_contact, when: 2026-03-14 06:55, what: An officer stopped her.
id: gave, kind: surrender, when: about 2026-03-14 07:05, what: She told an officer.
id: held, kind: arrest, when: 2026-03-14 08:40, what: She was arrested.""",
    )
    assert said(found.earlier_contact) == said(found.later_contact) == NOTHING
    assert said(found.first_contact) == ("stop", "2026-03-14 06:55", ["gave"])
    assert said(found.surrender) == ("gave", "about 2026-03-14 07:05", [])
    assert said(found.arrest) == ("held", "2026-03-14 08:40", [])


def test_a_contact_before_the_offense_stands_beside_the_first_from_then_on() -> None:
    found = timeline(
        threats="id: a, continuing: no, when: 2026-03-12, ended: 2026-03-14 07:00",
        events="""\
id: asked, kind: authority_contact, when: 2026-03-13 10:00, what: She asked for protection.
id: called, kind: authority_contact, when: 2026-03-14 09:00, what: She called.
id: gave, kind: surrender, when: 2026-03-14 11:00, what: She came.""",
    )
    assert said(found.earlier_contact) == ("asked", "2026-03-13 10:00", [])
    assert said(found.first_contact) == ("called", "2026-03-14 09:00", [])
    assert said(found.later_contact) == NOTHING
    assert found.span("end_to_contact") == Span(2 * HOUR, 2 * HOUR)
    assert found.span("threat_to_earlier_contact") is not None
    before = found.span("earlier_contact_to_offense")
    assert before is not None
    assert before.exact


ASKED = "authority_present: yes, asked_for_help: yes"


@pytest.mark.parametrize(
    ("event", "chance", "told"),
    [
        ("2026-03-13", f"when: 2026-03-13 11h, {ASKED}", "chance"),
        ("2026-03-13", f"when: 2026-03-12 11h, {ASKED}", "asked"),
        ("2026-03-13", f"when: 2026-03-13, {ASKED}", "asked"),
        ("2026-03-13 10:00", f"when: 2026-03-13 10:00, {ASKED}", "asked"),
        ("between 2026-03-12 12h and 2026-03-13 20h", f"when: 2026-03-13 11h, {ASKED}", "asked"),
        ("2026-03-13", "when: 2026-03-13 11h, authority_present: yes", "asked"),
        ("2026-03-13", "when: 2026-03-13 11h, asked_for_help: yes", "asked"),
        ("unknown", f"when: 2026-03-13 11h, {ASKED}", "asked"),
    ],
)
def test_a_contact_known_by_its_day_is_told_by_the_hour_at_which_help_was_asked(
    event: str, chance: str, told: str
) -> None:
    found = timeline(
        threats="id: t, when: 2026-03-12 09:00",
        opportunities=f"id: chance, what: A report., {chance}",
        events=f"id: asked, kind: authority_contact, when: {event}, what: She reported it.",
    )
    contacts = (found.earlier_contact, found.first_contact)
    assert told in {each.fact.id for each in contacts if each.fact}


def test_a_contact_while_the_threat_stood_does_not_hide_the_first_after_it() -> None:
    found = timeline(
        threats="id: a, continuing: no, when: 2026-03-12, ended: 2026-03-14 07:00",
        events="""\
id: stop, kind: authority_contact, when: 2026-03-14 06:00, what: An officer stopped her.
id: called, kind: authority_contact, when: 2026-03-14 09:00, what: She called.""",
    )
    assert said(found.first_contact) == ("stop", "2026-03-14 06:00", [])
    assert said(found.later_contact) == ("called", "2026-03-14 09:00", [])
    assert found.span("end_to_later_contact") == Span(2 * HOUR, 2 * HOUR)


@pytest.mark.parametrize(
    ("fields", "counts"),
    [
        ("custodial: no", False),
        ("custodial: yes", True),
        ("warned: no", True),
        ("warned: yes", True),
        ("protection: proffer_letter", True),
        ("language: Spanish", False),
        ("protection: examination, custodial: yes", False),
        ("speaker: rolo, custodial: yes", False),
        ("custodial: yes, warned: yes, invoked: silence", False),
        ("custodial: yes, invoked: counsel", False),
        ("custodial: yes, invoked: counsel, says: [{element: fear, text: Men had her.}]", True),
    ],
)
def test_a_statement_to_an_authority_is_a_contact(fields: str, counts: bool) -> None:
    found = timeline(
        people="id: rolo, name: R. Tapia, relation: acquaintance",
        statements=f"id: st, to: someone, summary: Said so., when: 2026-03-14 09:00, {fields}",
    )
    assert (found.first_contact.fact is not None) is counts


def test_an_arrest_is_the_first_contact_where_none_came_before_it() -> None:
    arrest = "id: held, kind: arrest, when: 2026-03-14 07:15, what: An agent arrested her."
    told = "id: st, to: an agent, summary: Said so., when: 2026-03-14 %s, custodial: yes"
    after = timeline(events=arrest, statements=told % "07:20")
    assert said(after.first_contact) == ("held", "2026-03-14 07:15", [])
    assert after.span("offense_to_contact") is None
    assert after.span("offense_to_arrest") == Span(HOUR / 3, HOUR / 3)
    before = timeline(events=arrest, statements=told % "07:05")
    assert said(before.first_contact) == ("st", "2026-03-14 07:05", [])
    same_day = timeline(events=arrest.replace(" 07:15", ""), statements=told % "07:20")
    assert said(same_day.first_contact) == ("st", "2026-03-14 07:20", [])
    old = timeline(events=arrest.replace("2026-03-14 07:15", "2026-03-01"))
    assert said(old.first_contact) == said(old.earlier_contact) == NOTHING


def test_what_is_certainly_before_the_offense_is_no_surrender_for_it() -> None:
    found = timeline(
        events="""\
id: once, kind: arrest, when: 2025-06-01, what: An earlier arrest.
id: then, kind: arrest, when: 2026-03-14, what: The arrest."""
    )
    assert said(found.arrest) == ("then", "2026-03-14", [])


def test_spans_have_both_ends_and_bounds() -> None:
    found = timeline(
        threats="id: a, continuing: no, when: 2026-03-13 04:10, ended: 2026-03-14 10:00,"
        " demanded_offense: count-1",
        events="id: gave, kind: surrender, when: about 2026-03-14 12:00, what: She told.\n"
        "id: held, kind: arrest, when: unknown, what: She was arrested.",
    )
    assert found.arrest.moment is not None
    assert not found.arrest.recorded
    spans = {each.id: each for each in found.spans}
    assert spans["threat_to_offense"].span.exact
    assert found.span("threat_to_offense") == spans["threat_to_offense"].span
    assert spans["end_to_surrender"].span.shortest == 1.5 * HOUR
    assert spans["end_to_surrender"].span.longest == 2.5 * HOUR
    assert spans["end_to_surrender"].start is found.threat_ended
    assert not [id for id in spans if "arrest" in id or "first_safe" in id]
    assert found.span("end_to_arrest") is None


def test_two_at_the_same_minute_could_each_be_the_first() -> None:
    found = timeline(
        events="id: a, kind: arrest, when: 2026-03-14 09:00, what: One.\n"
        "id: b, kind: arrest, when: 2026-03-14 09:00, what: Two.\n"
        "id: c, kind: arrest, when: 2026-03-14 09:01, what: Three."
    )
    assert said(found.arrest) == ("a", "2026-03-14 09:00", ["b"])


def test_about_a_time_stands_at_that_time() -> None:
    found = timeline(
        events="id: a, kind: arrest, when: 2026-03-14 07:20, what: One.\n"
        "id: b, kind: arrest, when: about 2026-03-14 07:05, what: Two."
    )
    assert said(found.arrest) == ("b", "about 2026-03-14 07:05", ["a"])


def test_the_last_threat_before_each_count_is_told_beside_the_first() -> None:
    threats = (
        "id: a, when: 2026-03-12 20:30\n"
        "id: b, when: 2026-03-14 04:00\n"
        "id: c, when: 2026-03-14 05:48"
    )
    (last,) = timeline(threats=threats).last_threats
    assert (last.id, last.threat.id) == ("count-1", "b")
    assert (last.span.shortest, last.span.longest) == (HOUR / 6, HOUR / 6)
    assert timeline(threats="id: a, when: 2026-03-12 20:30").last_threats == ()
    unordered = timeline(threats=threats.replace("2026-03-14 04:00", "2026-03-14 04h"))
    assert [each.threat.id for each in unordered.last_threats] == ["b"]
    assert unordered.last_threats[0].span.forward is None


def test_what_is_recorded_for_one_moment_stands_together_and_the_rest_apart() -> None:
    found = timeline(
        events="id: a, kind: authority_contact, when: about 2026-03-14 09:00, what: One.\n"
        "id: b, kind: authority_contact, when: about 2026-03-14 09:00, what: Two.\n"
        "id: c, kind: authority_contact, when: 2026-03-14 09:10, what: Three."
    ).first_contact
    assert [each.id for each in found.together] == ["b"]
    assert [each.id for each in found.apart] == ["c"]


def test_no_time_is_told_from_an_end_of_the_offense_to_the_surrender_that_was_it() -> None:
    gave = "id: gave, kind: surrender, when: 2026-03-14 06:55, what: She told."
    assert timeline(events=gave).labelled("offense_to_surrender") is None
    later = gave.replace("06:55", "06:56")
    assert timeline(events=later).labelled("offense_to_surrender") is not None


@pytest.mark.parametrize(("made", "over"), [("2026-07-19", True), ("2026-03-14", False)])
def test_a_threat_made_when_every_count_was_over_does_not_put_off_the_end(
    made: str, over: bool
) -> None:
    found = timeline(
        threats=f"""\
id: a, continuing: no, when: 2026-03-12, ended: 2026-03-15
id: b, when: {made}, continuing: yes"""
    )
    assert (found.threat_ended.fact is not None) is over
    assert found.continuing is not over


def test_a_threat_of_lesser_harm_holds_nothing_open_beside_a_grave_one() -> None:
    grave = "id: grave, kinds: [death], when: 2026-03-12, ended: 2026-03-15 10:00, continuing: yes"
    job = "id: job, kinds: [job], when: 2026-03-10, continuing: yes"
    found = timeline(threats=f"{grave}\n{job}")
    assert said(found.threat_ended)[0] == "grave"
    assert found.continuing is False
    assert timeline(threats=job).continuing is True
