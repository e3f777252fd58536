"""Which facts a factor of sentencing is argued from."""

from __future__ import annotations

import pytest

from tests.analysis.sentencing.sentences import counts, factor, found

STEP = "events: [{id: step, kind: avoidance, what: The boys left the school., when: %s}]\n"


ENDED = (
    "events: [{id: caught, kind: arrest, what: Officers arrested her., when: 2025-03-14 10:40},"
    " {id: told, kind: surrender, what: She told an officer., when: %s}]\n"
)


@pytest.mark.parametrize(
    ("when", "helps"),
    [
        ("2025-03-14 10:30", True),
        ("2025-03-14", True),
        ("about 2025-03-14 10:50", False),
        ("2025-03-15", False),
    ],
)
def test_what_was_done_after_the_arrest_did_not_end_the_danger(when: str, helps: bool) -> None:
    findings = found(ENDED % when, dates="sentencing: 2025-10-31")
    factors = {each.factor.id: each for each in findings.factors}
    assert [each.id for each in factors["protection"].helps] == (["told"] if helps else [])


@pytest.mark.parametrize(
    ("when", "helps"), [("2025-03-10", True), ("2025-03-14", True), ("2025-04", False)]
)
def test_a_step_taken_after_the_offense_does_not_make_it_reasonable(when: str, helps: bool) -> None:
    ended = counts("2025-03-14")
    findings = found(STEP % when, charges=ended, dates="sentencing: 2025-10-31")
    factors = {each.factor.id: each for each in findings.factors}
    assert [each.id for each in factors["reasonableness"].helps] == (["step"] if helps else [])


REPORT = "events: [{id: told, kind: report, what: %s, when: 2025-03-10}]\n"


@pytest.mark.parametrize(
    ("what", "helps"),
    [
        ("She told her aunt of the men.", True),
        ("A neighbor called 911 about shouting.", False),
    ],
)
def test_a_report_that_somebody_else_made_is_not_what_the_client_did(
    what: str, helps: bool
) -> None:
    dates = "sentencing: 2025-10-31"
    findings = found(REPORT % what, charges=counts("2025-03-14"), dates=dates)
    factors = {each.factor.id: each for each in findings.factors}
    assert [each.id for each in factors["reasonableness"].helps] == ["told"] * helps


ASKED = """\
opportunities:
  - {id: station, what: a station, when: 2025-03-10 11h, authority_present: yes, asked_for_help: %s}
events:
  - {id: report, kind: authority_contact, what: She reported it., when: 2025-03-10}
  - {id: booth, kind: authority_contact, what: An officer waved her on., when: 2025-03-14 09:00}
"""


@pytest.mark.parametrize("asked", [True, False])
def test_help_that_was_asked_of_an_authority_makes_for_reasonableness(asked: bool) -> None:
    body = ASKED % ("yes" if asked else "no")
    findings = found(body, charges=counts("2025-03-14"), dates="sentencing: 2025-10-31")
    factors = {each.factor.id: each for each in findings.factors}
    helps = [each.id for each in factors["reasonableness"].helps]
    assert helps == (["station", "report"] if asked else [])


@pytest.mark.parametrize(
    ("what", "own", "told"),
    [
        ("Ms. Ruiz laid the pistol on the rail.", True, True),
        ("She says that the pistol was gone by October.", False, False),
        ("Mr. Tapia took the pistol back.", False, True),
    ],
)
def test_a_weapon_that_is_gone_speaks_for_the_client_only_where_the_client_gave_it_up(
    what: str, own: bool, told: bool
) -> None:
    body = f"events: [{{id: gone, kind: dispossession, what: {what}}}]\n"
    protection = factor(found(body), "protection")
    assert [each.id for each in protection.helps] == (["gone"] if own else [])
    assert [each.phrase for each in protection.gaps] == (
        [] if told else ["who gave up or removed the weapon, and where it is"]
    )


@pytest.mark.parametrize(("when", "helps"), [("2025-03-10", True), ("2025-08-10", False)])
def test_a_threat_made_after_the_offense_is_no_reason_for_it(when: str, helps: bool) -> None:
    threats = (
        "threats: [{id: t, speaker: rolo, kinds: [death], specific: no, continuing: yes,"
        f" basis: witness, demanded_offense: count-1, when: {when}}}]\n"
    )
    findings = found(threats, charges=counts("2025-03-14"), dates="sentencing: 2025-12-05")
    factors = {each.factor.id: each for each in findings.factors}
    told = [each.id for each in factors["circumstances"].helps]
    assert told == (["t"] if helps else [])
    # That it still stands is asked of the danger that is left, whenever it was made.
    assert [each.id for each in factors["protection"].hurts] == ["t"]
    fear = [
        one
        for each in findings.adjustments
        for one in each.conditions
        if one.id in ("threats_or_fear", "planning")
    ]
    assert fear
    assert all([each.id for each in one.facts] == told for one in fear)
    assert any(each.id == "not_specific" for each in findings.weaknesses) is helps


@pytest.mark.parametrize("specific", ["yes", "no"])
def test_a_later_threat_counts_for_and_against_no_factor_of_a_departure(specific: str) -> None:
    threats = (
        "threats: [{id: t, speaker: rolo, kinds: [death], basis: witness, when: 2025-08-10,"
        f" specific: {specific}}}]\n"
    )
    findings = found(threats, charges=counts("2025-03-14"), dates="sentencing: 2025-10-31")
    factors = {each.factor.id: each for each in findings.factors}
    for id in ("seriousness", "proportionality", "cause"):
        assert not factors[id].helps
        assert not factors[id].hurts


@pytest.mark.parametrize(("kind", "open_"), [("death", True), ("job", False)])
def test_a_threat_not_over_bears_on_protection_where_it_is_of_grave_harm(
    kind: str, open_: bool
) -> None:
    body = f"threats: [{{id: t, speaker: rolo, kinds: [{kind}], continuing: yes}}]\n"
    protection = factor(found(body), "protection")
    assert [each.id for each in protection.hurts] == (["t"] if open_ else [])
