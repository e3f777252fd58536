"""What happened before the offense was over, and what came too late to bear on it."""

from __future__ import annotations

import pytest

from tests.analysis.parts import counts
from tests.analysis.route import asked_about, count, element, reason, threat, threats

EVENTS = "events:\n  - {id: e, basis: client_account, what: It happened., %s}\n"


@pytest.mark.parametrize(
    ("kind", "concept", "rule"),
    [("violence", "fear", "fear_prior_violence"), ("avoidance", "causation", "refused_first")],
)
@pytest.mark.parametrize(
    ("when", "counts"),
    [
        ("2026-03-01", True),
        ("2026-03-14 05:00", True),
        # The offense ended at 6:55 on March 14.
        ("2026-03-14 09:00", False),
        ("2026-12", False),
    ],
)
def test_what_came_after_the_offense_is_no_reason_for_it(
    kind: str, concept: str, rule: str, when: str, counts: bool
) -> None:
    body = EVENTS % f"kind: {kind}, when: {when}"
    assert (
        reason(element(body, concept, "ca11" if concept == "causation" else "ca9"), rule)
        is not None
    ) is counts


@pytest.mark.parametrize(("when", "before"), [("2026-03-01", True), ("2026-03-14 05:00", False)])
def test_a_way_out_was_tried_only_before_the_offense_began(when: str, before: bool) -> None:
    body = EVENTS % f"kind: avoidance, when: {when}"
    assert (reason(element(body, "escape"), "tried_to_refuse") is not None) is before


TOLD = EVENTS % "kind: surrender, when: 2026-03-14 09:00"
MET = "  - {id: m, kind: authority_contact, what: Officers spoke to her., when: %s}\n"
STOP = "opportunities:\n  - {id: o, what: a stop, when: 2026-03-14 08:00, %s}\n"


@pytest.mark.parametrize(
    ("more", "first"),
    [
        ("", True),
        (MET % "2026-03-14 08:00", False),
        (MET % "2026-03-14 10:00", True),
        (STOP % "authority_present: yes, asked_for_help: no", False),
        (STOP % "safe: yes, asked_for_help: no", False),
        (STOP % "safe: no, authority_present: no", True),
    ],
)
def test_whoever_met_an_authority_or_was_safe_before_did_not_speak_at_the_first_chance(
    more: str, first: bool
) -> None:
    found = element(TOLD + more, "escape")
    assert (reason(found, "ca9_contact_on_escape") is not None) is first


FREED = EVENTS % "kind: surrender, when: 2026-03-14 09:00"
LIVED = EVENTS % "kind: normal_activity, when: 2026-03-14 09:00"
EARLY = threats(threat("when: 2026-03-14 08:30"))
LONG_BEFORE = threats(threat("when: 2026-03-01"))


@pytest.mark.parametrize(
    ("under", "first"), [(EARLY, True), (LONG_BEFORE, False), (threats(threat()), None), ("", None)]
)
def test_a_chance_before_the_first_threat_was_none_and_the_reason_rests_on_that_threat(
    under: str, *, first: bool | None
) -> None:
    """Where no threat is recorded, or not when it was made, nothing is known of that."""
    stop = STOP % "authority_present: yes, asked_for_help: no"
    found = reason(element(under + FREED + stop, "escape"), "ca9_contact_on_escape")
    assert (found is not None and found.for_us) is bool(first)
    if found and first:
        assert "t" in {fact.id for fact in found.facts}
    lived = reason(element(under + LIVED, "fear"), "fear_normal_activities")
    assert (lived is not None) is (under in (EARLY, LONG_BEFORE))
    if lived:
        assert "t" in {fact.id for fact in lived.facts}


@pytest.mark.parametrize("kind", ["violence", "avoidance"])
def test_what_has_no_date_is_asked_for_and_counts_for_nothing_yet(kind: str) -> None:
    concept, rule = {
        "violence": ("fear", "fear_prior_violence"),
        "avoidance": ("escape", "tried_to_refuse"),
    }[kind]
    found = reason(element(EVENTS % f"kind: {kind}", concept), rule)
    assert found is not None
    assert found.is_open
    assert found.subject == "e.when"


def test_the_violence_that_the_government_charges_is_no_ground_of_the_clients_fear() -> None:
    body = (
        "events:\n"
        "  - {id: e, basis: %s, kind: violence, what: A man was shot., when: 2026-03-14 06:00}\n"
    )
    charged = element(body % "government_allegation", "fear")
    assert reason(charged, "fear_prior_violence") is None
    assert reason(element(body % "witness", "fear"), "fear_prior_violence") is not None
    about = body.replace("2026-03-14 06:00", "about 2026-03-14 04:10")
    charged = element(about % "government_allegation", "fear")
    assert reason(charged, "fear_prior_violence") is None
    assert "e.when" not in asked_about(charged)


@pytest.mark.parametrize(
    ("offense", "end", "when", "helps"),
    [
        ("murder", "04:10", "2026-03-14 04:10", False),
        ("murder", "04:10", "about 2026-03-14 04:10", False),
        ("assault", "04:30", "2026-03-14 04:20", False),
        ("murder", "04:10", "2026-03-14 03:00", True),
        ("murder", "06:55", "2026-03-14 05:00", True),
        ("murder", "05:10", "2026-03-14 05:00", False),
        ("murder", "05:11", "2026-03-14 05:00", True),
        ("murder", "05:10", "between 2026-03-14 04:05 and 2026-03-14 05:05", False),
        ("murder", "05:10", "between 2026-03-14 04:05 and 2026-03-14 05:06", True),
        ("robbery", "04:30", "2026-03-14 04:20", True),
        ("murder", "04:10", "2026-03-13", True),
    ],
)
def test_the_act_that_is_charged_is_no_violence_that_had_happened_before(
    offense: str, end: str, when: str, *, helps: bool
) -> None:
    body = (
        "events: [{id: e, basis: document, kind: violence, what: A man was shot., when: %s, "
        "sources: [ev]}]\n"
        "evidence: [{id: ev, kind: prior_violence_report, form: writing, what: A report, "
        "when: 2026-03-01, admissible_through: a custodian, about: [e]}]\n"
    )
    charges = count(offense, f"start: 2026-03-14 04:10, end: 2026-03-14 {end}")
    found = element(body % when, "fear", charges=charges)
    for rule in ("fear_prior_violence", "prior_violence_report.3"):
        given = reason(found, rule)
        assert (given is not None and not given.is_open) is helps
        assert helps or given is None


@pytest.mark.parametrize(
    ("more", "hurts"),
    [
        ("", False),
        ("  - {id: s, kind: surrender, what: She spoke., when: 2026-03-14 10:00}\n", True),
        ("  - {id: s, kind: surrender, what: She spoke., when: 2026-03-14 08:00}\n", False),
    ],
)
def test_an_arrest_is_before_surrender_only_where_a_surrender_is_recorded(
    more: str, hurts: bool
) -> None:
    found = element(EVENTS % "kind: arrest, when: 2026-03-14 09:00" + more, "escape")
    assert (reason(found, "ca9_arrest_on_escape") is not None) is hurts


GIVEN_UP = EVENTS % "kind: surrender, when: 2026-03-14 08:30"
THREATENED = "threats:\n  - {id: t, kinds: [death], against: [girl], when: 2026-03-13 20:00}\n"
STOPS = "opportunities:\n  - {id: o, what: a stop, when: %s, safe: yes, asked_for_help: %s}\n"


@pytest.mark.parametrize(
    ("when", "asked", "helps"),
    [
        # Hours before the offense, and while it went on.
        ("2026-03-13 23:00", "no", False),
        ("2026-03-14 05:00", "no", False),
        # It was taken; it came before any threat; it came when the offense was over.
        ("2026-03-13 23:00", "yes", True),
        ("2026-03-13 10:00", "no", True),
        ("2026-03-14 08:00", "no", True),
    ],
)
def test_a_surrender_does_not_help_on_escape_after_a_safe_moment_that_was_let_pass(
    when: str, asked: str, helps: bool
) -> None:
    later = "  - {id: o2, what: a post, when: 2026-03-14 08:00, safe: yes}\n"
    found = element(THREATENED + STOPS % (when, asked) + later + GIVEN_UP, "escape")
    assert (reason(found, "ca9_surrender_on_escape") is not None) is helps


@pytest.mark.parametrize(
    ("demanded", "refuses"),
    [("demanded_offense: count-1", False), ("demanded_offense: count-2", True), ("", True)],
)
def test_once_what_was_demanded_is_over_getting_away_refuses_none_of_it(
    demanded: str, refuses: bool
) -> None:
    charges = counts(
        "offense: assault, start: 2026-03-14 04:10, end: 2026-03-14 04:15",
        "offense: firearm_possession, start: 2026-03-14 03:00, end: 2026-03-14 09:00",
    )
    body = EVENTS % "kind: avoidance, when: 2026-03-14 08:00"
    body += threats(threat(f"when: 2026-03-14 02:30, {demanded}"))
    escape = element(body, "escape", "ca6", charges)
    assert (reason(escape, "tried_to_refuse_meanwhile") is not None) is refuses
    assert [each.id for each in escape.spared.get("e", ())] == ["count-1"]
    causation = element(body, "causation", "ca6", charges)
    assert (reason(causation, "refused_first") is not None) is refuses


@pytest.mark.parametrize(("to", "state"), [("yes", "counts"), ("no", "none"), ("unknown", "asked")])
def test_a_debt_ties_the_client_only_if_it_was_owed_to_the_coercer(to: str, state: str) -> None:
    debt = "other_acts: [{id: d, basis: document, kind: debt, what: She owed $500., %s}]\n"
    found = element(debt % f"to_coercer: {to}", "not_reckless", "ca5")
    tied = reason(found, "debt_to_coercer")
    assert (tied is not None) is (state != "none")
    if tied:
        assert tied.is_open is (state == "asked")
    assert ("d.to_coercer" in asked_about(found)) is (state == "asked")


@pytest.mark.parametrize(
    ("when", "weighed"), [("2026-03-13 19:00", False), ("2026-03-14 05:00", True)]
)
def test_ordinary_life_before_any_threat_is_no_ordinary_life_in_fear(
    when: str, *, weighed: bool
) -> None:
    lasting = count("drug_trafficking", "start: 2026-03-01, end: 2026-03-14 06:55")
    body = THREATENED + EVENTS % f"kind: normal_activity, when: {when}"
    found = element(body, "fear", charges=lasting)
    assert (reason(found, "fear_normal_activities") is not None) is weighed


@pytest.mark.parametrize(
    ("when", "weighed"), [("2026-03-14 05:00", True), ("2026-03-14 08:00", False)]
)
def test_a_way_gone_when_the_offense_was_over_shows_no_way_out_of_it(
    when: str, *, weighed: bool
) -> None:
    fares = (
        "evidence: [{id: fare, kind: travel_records, form: writing, what: Fares, when: %s,"
        " traits: [item_shows_movement], admissible_through: a custodian}]\n"
    )
    found = element(fares % when, "escape")
    assert any(each.fact and each.fact.id == "fare" for each in found.hurts) is weighed


@pytest.mark.parametrize(
    ("told", "held"),
    [("2026-03-14 07:15", False), ("2026-03-14 05:00", False), ("2026-03-15 09:00", True)],
)
def test_what_was_told_at_once_is_not_called_made_for_the_defense(told: str, *, held: bool) -> None:
    body = (
        "statements: [{id: s, to: her aunt, when: %s, summary: Told it.}]\n"
        "evidence: [{id: i, kind: contemporaneous_report, form: testimony, what: An interview,"
        " when: 2026-09-01, about: [s], admissible_through: her testimony}]\n"
    )
    found = element(THREATENED + body % told, "threat")
    assert any(each.fact and each.fact.id == "i" for each in found.hurts) is held
