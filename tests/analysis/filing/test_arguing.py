"""Factors tied to facts, the plea agreement, what the government will point to, what is open."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from drafter.analysis.sentencing.findings import find_sentencing
from drafter.analysis.sentencing.plea_types import PleaState
from drafter.analysis.sentencing.types import SentencingFindings
from tests.analysis.parts import LIBRARY
from tests.analysis.sentencing.sentences import computation, counts, factor, found
from tests.facts.records import record as facts_record

BEFORE, AFTER = "sentencing: 2025-10-31", "sentencing: 2026-05-04"
AGREEMENT = (
    "plea_agreement: {{id: plea, basis: document, stage: signed, status: signed,"
    " arguments: [{terms}]}}\n"
)


def threat(id: str, kind: str, more: str = "") -> str:
    return f"  - {{id: {id}, speaker: rolo, kinds: [{kind}], when: 2025-01-08{more}}}\n"


def ids(findings: SentencingFindings, of: str, side: str) -> list[str]:
    return [each.id for each in getattr(factor(findings, of), side)]


@pytest.mark.parametrize(
    ("kind", "serious", "economic"),
    [
        ("death", True, False),
        ("serious_injury", True, False),
        ("other_injury", True, False),
        ("property", True, False),
        ("blackmail", True, False),
        ("economic", False, True),
        ("job", False, True),
        ("embarrassment", False, False),
        ("deportation", False, False),
        ("legal_process", False, False),
        ("child_taken", False, False),
    ],
)
def test_which_threats_reach_a_departure(kind: str, serious: bool, economic: bool) -> None:
    findings = found("threats:\n" + threat("t", kind), dates=BEFORE)
    assert ids(findings, "seriousness", "helps") == (["t"] if serious else [])
    assert ids(findings, "economic_bar", "hurts") == (["t"] if economic else [])
    assert ids(findings, "circumstances", "helps") == ([] if economic else ["t"])
    assert [each.id for each in findings.economic] == (["t"] if economic else [])


def test_a_threat_that_is_only_partly_economic_still_counts() -> None:
    findings = found("threats:\n" + threat("t", "job, death"), dates=BEFORE)
    assert ids(findings, "seriousness", "helps") == ["t"]
    assert ids(findings, "economic_bar", "hurts") == ["t"]
    assert not any(each.id == "economic_only" for each in findings.weaknesses)


def test_cause_asks_for_a_demand_tied_to_a_count() -> None:
    for demanded in ("count-1", "[count-1]"):
        body = "threats:\n" + threat("t", "death", f", demanded_offense: {demanded}")
        assert ids(found(body, dates=BEFORE), "cause", "helps") == ["t"]
    loose = found("threats:\n" + threat("t", "death"), dates=BEFORE)
    assert ids(loose, "cause", "helps") == []
    assert "t.demanded_offense" in ids(loose, "cause", "gaps")


@pytest.mark.parametrize(
    ("when", "ends", "reason"),
    [
        ("2002-12-01", ("2025-03-14",), True),
        ("2024-01-08", ("2025-03-14",), True),
        ("2025-06-01", ("2025-03-14",), False),
        ("2025-06-01", ("2025-03-14", "2025-07-01"), True),
        # Nothing says that it came before the end.
        ("2024-01-08", ("",), False),
        ("2002-12-01", ("",), True),
    ],
)
def test_a_threat_after_the_offense_is_no_reason_for_it(
    when: str, ends: tuple[str, ...], reason: bool
) -> None:
    body = "threats:\n" + threat("t", "death").replace("2025-01-08", when)
    findings = found(body, charges=counts(*ends), dates=AFTER)
    assert ids(findings, "circumstances", "helps") == (["t"] if reason else [])


def test_the_end_of_one_threat_does_not_say_that_the_coercer_is_gone() -> None:
    body = "threats:\n" + threat("t", "death", ", ended: 2025-01-09, continuing: no")
    assert ids(found(body, dates=AFTER), "protection", "helps") == []


def test_the_variance_has_every_factor_of_the_statute() -> None:
    findings = found(dates=AFTER)
    assert [each.id for each in findings.variance] == [
        *("circumstances", "history", "just_punishment", "deterrence", "protection", "treatment"),
        *("kinds", "range", "policy", "disparity", "restitution", "parsimony"),
    ]
    assert [each.id for each in found(dates=BEFORE).variance] == [
        each.id for each in findings.variance
    ]


@pytest.mark.parametrize(
    ("terms", "state"),
    [
        (None, PleaState.NO_AGREEMENT),
        ("", PleaState.UNCLEAR),
        ("{argument: variance, permission: allowed}", PleaState.ALLOWED),
        ("{argument: variance, permission: barred, paragraph: ¶ 9}", PleaState.BARRED),
        ("{argument: variance, permission: unclear}", PleaState.UNCLEAR),
    ],
)
def test_each_argument_is_checked_against_the_agreement(
    terms: str | None, state: PleaState
) -> None:
    findings = found("" if terms is None else AGREEMENT.format(terms=terms), dates=AFTER)
    states = {each.id: each.state for each in findings.plea}
    assert states["variance"] is state
    assert len(states) == 6
    assert [each.id for each in findings.barred] == (
        ["variance"] if state is PleaState.BARRED else []
    )


BARS = "{argument: variance, permission: barred, paragraph: ¶ 9}"


@pytest.mark.parametrize(
    ("stage", "state", "asks"),
    [
        ("signed", PleaState.BARRED, True),
        ("draft", PleaState.UNSIGNED, True),
        ("offered", PleaState.UNSIGNED, True),
        ("refused", PleaState.NO_AGREEMENT, False),
        ("none", PleaState.NO_AGREEMENT, False),
        # Whatever the words of its status say.
        ("", PleaState.UNCLEAR, True),
    ],
)
def test_only_the_terms_of_a_signed_agreement_bind(
    stage: str, state: PleaState, *, asks: bool
) -> None:
    body = AGREEMENT.format(terms=BARS).replace("stage: signed, ", stage and f"stage: {stage}, ")
    findings = found(body, dates=AFTER)
    checks = {each.id: each for each in findings.plea}
    assert checks["variance"].state is state
    assert bool(findings.barred) is (stage == "signed")
    assert (checks["acceptance"].gap is not None) is asks


def test_a_refused_offer_is_no_plea() -> None:
    body = AGREEMENT.format(terms=BARS).replace("status:", "narrative_conflict: yes, status:")
    refused = found(
        body.replace("stage: signed", "stage: refused"), dates=AFTER + ", trial: 2026-01-05"
    )
    assert refused.narrative_conflict is None
    assert refused.tried
    assert not found(body, dates=AFTER + ", trial: 2026-01-05").tried


@pytest.mark.parametrize(("said", "conflict"), [("yes", True), ("no", False), ("unknown", None)])
def test_a_narrative_against_the_factual_basis_is_flagged(said: str, conflict: bool | None) -> None:
    body = AGREEMENT.format(terms="").replace("status:", f"narrative_conflict: {said}, status:")
    findings = found(body, dates=AFTER)
    assert findings.narrative_conflict is conflict
    acceptance = next(each for each in findings.adjustments if each.id == "acceptance")
    assert any(each.id == "contests" for each in acceptance.cautions) is (conflict is not False)


def test_losing_the_defense_at_trial_takes_nothing_away() -> None:
    body = "threats:\n" + threat("t", "death", ", demanded_offense: count-1")
    pending = found(
        body, charges=counts("2025-03-14").replace("convicted", "pending"), dates=BEFORE
    )
    convicted = found(body, charges=counts("2025-03-14"), dates=BEFORE)
    assert [each.id for each in convicted.factors] == [each.id for each in pending.factors]
    assert ids(convicted, "cause", "helps") == ids(pending, "cause", "helps") == ["t"]
    assert (pending.convicted, convicted.convicted) == (False, True)


def test_what_is_not_recorded_is_no_weakness() -> None:
    assert found(dates=AFTER).weaknesses == ()


@pytest.mark.parametrize(
    ("body", "weakness", "fact"),
    [
        ("threats:\n" + threat("f", "death", ", specific: no"), "not_specific", "f"),
        ("threats:\n" + threat("f", "economic"), "economic_only", "f"),
        ("opportunities:\n  - {id: f, what: A stop, safe: yes, asked_for_help: no}\n",
         "missed_escape", "f"),
        ("opportunities:\n  - {id: f, what: A stop, asked_for_help: no}\n", "open_escape", "f"),
        ("benefits:\n  - {id: f, basis: document, what: Money, received: yes}\n", "benefit", "f"),
        ("other_acts:\n  - {id: f, basis: document, kind: earlier_trip, what: A trip}\n",
         "other_act", "f"),
        ("statements:\n  - {id: f, to: an agent, summary: Said little, omits_duress: yes}\n",
         "account", "f"),
        ("events:\n  - {id: f, kind: normal_activity, what: Went to work}\n", "normal_life", "f"),
        ("involvement:\n  - {id: f, basis: document, what: Joined, voluntary_association: yes}\n",
         "association", "f"),
        ("threats:\n" + threat("t", "death", ", ended: 2025-03-13")
         + "events:\n  - {id: f, kind: arrest, when: 2025-03-15, what: Arrested}\n", "delay", "f"),
        ("codefendants:\n  - {id: f, basis: document, person: rolo, role: drove, status: pending,"
         " statements: Says that she offered}\n", "codefendant", "f"),
        ("statements:\n  - {id: f, speaker: rolo, to: the court, summary: She offered,"
         " omits_duress: yes}\n", "codefendant", "f"),
        ("threats:\n" + threat("t", "death") + "statements:\n  - {id: f, to: an agent,"
         " summary: Nobody made me, conflicts_with: [t]}\n", "conflict", "f"),
        ("statements:\n  - {id: f, to: the jury, summary: Told it,"
         " says: [{element: escape, text: Could have called}]}\n", "way_out", "f"),
        ("cooperation: {id: f, basis: document, status: proffer, disclosure: incomplete}\n",
         "disclosure", "f"),
    ],
)  # fmt: skip
def test_what_the_government_will_point_to(body: str, weakness: str, fact: str) -> None:
    findings = found(body, dates=AFTER)
    by_id = {each.id: each for each in findings.weaknesses}
    assert fact in [each.id for each in by_id[weakness].facts]


@pytest.mark.parametrize(("against", "either"), [("yes", False), ("unknown", True)])
def test_what_is_said_against_a_way_out_does_not_cut_either_way(
    against: str, *, either: bool
) -> None:
    body = (
        "statements:\n  - {id: f, to: the jury, summary: Told it, says: [{element: escape,"
        f" text: Could have called, against: {against}}}]}}\n"
    )
    [told] = [each for each in found(body, dates=AFTER).weaknesses if each.id == "way_out"]
    assert told.either_way is either


@pytest.mark.parametrize(
    "inside", ["safe: no, asked_for_help: no", "asked_for_help: yes", "phone: yes"]
)
def test_a_chance_known_to_be_unsafe_or_not_known_to_be_left_is_no_weakness(inside: str) -> None:
    body = f"opportunities:\n  - {{id: f, what: A stop, {inside}}}\n"
    assert found(body, dates=AFTER).weaknesses == ()


@pytest.mark.parametrize(
    ("event", "interval", "hours"),
    [
        ("surrender", "end_to_surrender", 26),
        ("authority_contact", "end_to_contact", 26),
        ("arrest", "end_to_arrest", 26),
    ],
)
def test_a_delay_has_its_length_and_what_it_ran_to(event: str, interval: str, hours: int) -> None:
    body = (
        "threats:\n"
        + threat("t", "death", ", ended: 2025-03-14 08:00")
        + f"events:\n  - {{id: came, kind: {event}, when: 2025-03-15 10:00, what: Came}}\n"
    )
    (delay,) = [each for each in found(body, dates=AFTER).weaknesses if each.id == "delay"]
    assert delay.interval is not None
    assert delay.interval.id == interval
    assert delay.interval.counted.shortest == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("ended", "end", "went_on"),
    [
        ("2025-03-13", "2025-03-16", True),
        ("2025-03-13 08:00", "2025-03-13 09:00", True),
        ("2025-03-16", "2025-03-16", False),
        ("2025-03-16", "2025-03-13", False),
        ("", "2025-03-16", False),
        ("2025-03-13", "", False),
    ],
)
def test_an_offense_that_went_on_when_every_threat_had_ended_is_a_weakness(
    ended: str, end: str, *, went_on: bool
) -> None:
    body = "threats:\n" + threat("t", "death", f", ended: {ended}" if ended else "")
    findings = found(body, dates=AFTER, charges=counts(end))
    told = [
        [fact.id for fact in each.facts] for each in findings.weaknesses if each.id == "went_on"
    ]
    assert told == ([["t"]] if went_on else [])
    # Another threat, of which no end is recorded, may have stood.
    other = found(body + threat("u", "death"), dates=AFTER, charges=counts(end))
    assert not [each for each in other.weaknesses if each.id == "went_on"]


def test_a_contact_before_the_offense_hides_no_delay_after_the_threat() -> None:
    body = (
        "threats:\n"
        + threat("t", "death", ", ended: 2025-03-13")
        + "events:\n  - {id: asked, kind: authority_contact, when: 2025-03-11, what: Asked}\n"
        "  - {id: came, kind: surrender, when: 2025-03-16, what: Came}\n"
    )
    charges = counts("2025-03-16").replace("2003-01-10", "2025-03-12")
    findings = found(body, dates=AFTER, charges=charges)
    (delay,) = [each for each in findings.weaknesses if each.id == "delay"]
    assert [fact.id for fact in delay.facts] == ["t", "came"]


def test_the_delay_runs_to_the_surrender_and_not_to_an_earlier_talk() -> None:
    body = (
        "threats:\n"
        + threat("t", "death", ", ended: 2025-03-13")
        + "statements:\n  - {id: denied, to: an agent, when: 2025-03-14, custodial: no,"
        " summary: Said nothing of it., omits_duress: yes}\n"
        "events:\n  - {id: came, kind: surrender, when: 2025-03-18, what: Came}\n"
    )
    (delay,) = [each for each in found(body, dates=AFTER).weaknesses if each.id == "delay"]
    assert [fact.id for fact in delay.facts] == ["t", "came"]


@pytest.mark.parametrize("inside", ["protection: proffer_letter", "invoked: silence"])
def test_what_the_government_may_not_use_is_no_weakness(inside: str) -> None:
    body = (
        "threats:\n" + threat("t", "death") + "statements:\n  - {id: f, to: an agent,"
        f" summary: Told it, {inside}, conflicts_with: [t],"
        " says: [{element: escape, text: Could have called}]}\n"
    )
    assert found(body, dates=AFTER).weaknesses == ()


@pytest.mark.parametrize(
    ("dates", "tried"),
    [
        (f"trial: 2026-02-02, {AFTER}", True),
        (f"plea: 2026-02-02, {AFTER}", False),
        (f"trial: 2026-02-02, plea: 2026-02-02, {AFTER}", False),
        (AFTER, False),
    ],
)
@pytest.mark.parametrize(
    "agreement",
    [
        "",
        "plea_agreement: {id: p, status: the trial was on all counts, stage: none}\n",
        "plea_agreement: {id: p, status: None.}\n",
        "plea_agreement: {id: p, status: no plea agreement}\n",
    ],
)
def test_a_conviction_at_trial_is_told(agreement: str, dates: str, tried: bool) -> None:
    """An entry that there is no plea agreement makes no plea of a trial."""
    findings = found(agreement, dates=dates)
    assert findings.tried is tried
    assert all(each.state is PleaState.NO_AGREEMENT for each in findings.plea)


@pytest.mark.parametrize(
    ("status", "stage", "dates", "told"),
    [
        ("signed", "signed", "trial: 2026-01-05", False),
        ("an open plea", "none", "", False),
        ("an open plea", "none", "trial: 2026-01-05, plea: 2026-01-09", False),
        ("none", "refused", "trial: 2026-01-05", True),
        ("none", "signed", "trial: 2026-01-05", False),
    ],
)
def test_a_plea_by_an_agreement_or_without_one_is_no_trial(
    status: str, stage: str, dates: str, told: bool
) -> None:
    body = f"plea_agreement: {{id: p, status: {status}, stage: {stage}}}\n"
    assert found(body, dates=", ".join(filter(None, (AFTER, dates)))).tried is told


def test_a_day_of_sentencing_that_is_past_may_bring_another_manual() -> None:
    assert found(dates="sentencing: 2026-10-27").newer_manual == date(2026, 11, 1)
    assert found(dates="sentencing: 2026-11-20").newer_manual is None
    assert found(dates="sentencing: 2027-01-20").newer_manual is None


def test_nobody_to_compare_with_is_said_only_where_nobody_takes_part() -> None:
    assert found("threats:\n" + threat("t", "death")).alone
    assert not found(
        "threats:\n" + threat("t", "death", ", demanded_offense: count-1"), dates=AFTER
    ).alone


def test_only_what_was_sentenced_is_compared() -> None:
    row = "codefendants:\n  - {id: f, basis: document, person: rolo, role: drove, status: x%s}\n"
    assert ids(found(row % "", dates=AFTER), "disparity", "helps") == []
    assert ids(found(row % ", sentence: a year", dates=AFTER), "disparity", "helps") == ["f"]


def test_a_debt_is_no_economic_pressure() -> None:
    body = "other_acts:\n  - {id: d, basis: document, kind: debt, what: Owed money}\n"
    assert found(body, dates=AFTER).economic == ()


def test_an_invoked_right_is_never_a_weakness() -> None:
    body = (
        "statements:\n  - {id: f, to: an agent, summary: Silent, omits_duress: yes,"
        " invoked: silence}\n"
    )
    assert found(body, dates=AFTER).weaknesses == ()


def test_decisions_to_weigh_name_this_circuit_first() -> None:
    cases = found(district="nyed", dates=AFTER).cases
    assert [each.id for each in cases[:2]] == ["amor_ca2_1994", "cotto_ca2_2003"]
    assert [each.controlling for each in cases[:3]] == [True, True, False]
    assert {each.id for each in cases if each.working_only} == {
        *("amparo_ca1_1992", "butler_ca10_2007", "coleman_ca6_1999", "gonzalez_lopez_nmd_2012"),
        *("grimes_ca9_1994", "keller_ca7_2004", "lopez_murcia_ca5", "peralta_ned_2022"),
    }
    assert len({each.id for each in cases}) == len(cases) == 21


@pytest.mark.parametrize(
    ("screen", "shown"),
    [
        ("", "not_screened"),
        ("victim_at_offense: yes", "victim"),
        ("coercion: yes", "signals"),
        ("coercion: no", "unfinished"),
    ],
)
def test_trafficking_mitigates_whether_or_not_it_was_raised(screen: str, shown: str) -> None:
    body = f"trafficking: {{id: s, basis: witness, {screen}}}\n" if screen else ""
    mitigation = found(body, dates=AFTER).mitigation
    assert mitigation is not None
    assert (mitigation.shown, mitigation.victim) == (shown, shown == "victim")
    assert "mitigating factor" in mitigation.subsection.words


def test_trafficking_does_not_mitigate_before_the_statute_or_against_the_screen() -> None:
    assert found(day=date(2026, 1, 22), dates=AFTER).mitigation is None
    for answers in ("victim_at_offense: no", "force: no, fraud: no, coercion: no"):
        screened = f"trafficking: {{id: s, basis: witness, {answers}}}\n"
        assert found(screened, dates=AFTER).mitigation is None


def test_what_is_open_is_listed() -> None:
    body = "threats:\n" + threat("t", "death")
    items = found(body, charges=counts(""), dates=AFTER).open
    wanted = {"sentencing.ask", "sentencing.floor_months", "t.demand", "count-1.end"}
    assert wanted <= {each.id for each in items.gaps}
    assert "t" in [each.id for each in items.unsourced]
    assert any("Establish when the offense ended" in task for task in items.tasks)
    assert {"manual", "acceptance", "safety_valve"} <= {each.id for each in items.confirm}


MATE = """\
codefendants: [{id: c, basis: document, person: rolo, role: drove, status: awaiting trial}]
"""


def test_the_factors_of_a_role_are_to_be_confirmed_only_where_they_are_told() -> None:
    assert "role" in {each.id for each in found(MATE, dates=AFTER).open.confirm}
    assert "role" not in {each.id for each in found(dates=AFTER).open.confirm}
    step = "{id: r, what: minor role, guideline: USSG § 3B1.2(b), levels: -2, position: disputed}"
    line = computation("sentencing_manual", "2025-11-01", 24, f", adjustments: [{step}]")
    assert "role" in {each.id for each in found(dates=AFTER, sentencing=[line]).open.confirm}


@pytest.mark.parametrize(
    ("handling", "item", "held"),
    [("privileged", "open", True), ("open", "open", False), ("privileged", "sealed", False)],
)
def test_a_threat_left_out_of_the_filing_though_of_record_is_named(
    handling: str, item: str, held: bool
) -> None:
    told = f", basis: witness, handling: {handling}, sources: [ev at p. 3]"
    body = (
        "threats:\n"
        + threat("t", "death", told)
        + (
            "evidence:\n"
            "  - {id: ev, kind: document, form: writing, what: The transcript., basis: document,"
            f" handling: {item}}}\n"
        )
    )
    found_ = found(body, dates=AFTER).open.held_back
    assert [each.id for each in found_] == (["t"] if held else [])


def test_each_question_names_its_day() -> None:
    days = {each.id: each for each in found(dates=AFTER).days}
    assert days["minimum"].moment is not None
    assert days["minimum"].moment.written.text == "2025-03-14"
    assert days["manual"].day == date(2026, 5, 4)
    assert days["procedure"].day == date(2026, 5, 4)
    assert days["elements"].day == date(2026, 11, 24)


def test_dismissed_and_acquitted_counts_are_not_sentenced() -> None:
    rows = counts("2025-03-14", "2025-12-14").rsplit("convicted", 1)
    findings = found(charges="acquitted".join(rows), dates=AFTER)
    assert [each.id for each in findings.charges] == ["count-1"]
    assert [each.id for each in findings.vehicle.readings] == ["later_manual.not_compared"]


def test_taking_a_fact_away_changes_only_what_rests_on_it() -> None:
    other = "events:\n  - {id: home, kind: normal_activity, what: Went home}\n"
    with_, without = (
        found("threats:\n" + threat("t", "death") + body, dates=BEFORE) for body in (other, "")
    )
    changed = {
        left.id
        for left, right in zip(with_.factors, without.factors, strict=True)
        if [each.id for each in (*left.helps, *left.hurts)]
        != [each.id for each in (*right.helps, *right.hurts)]
    }
    assert changed == {"less_harmful"}
    assert with_.vehicle == without.vehicle


CALLED = "asked_for_help: yes, authority_present: no, phone: yes, when: 2025-03-13 20:00"


@pytest.mark.parametrize(
    ("chance", "event", "missed"),
    [
        (CALLED, "", True),
        (CALLED.replace("phone: yes", "phone: no"), "", False),
        (CALLED.replace("authority_present: no", "authority_present: yes"), "", False),
        (CALLED.replace("authority_present: no", "authority_present: unknown"), "", False),
        (CALLED, "2025-03-13 20:00", False),
        (CALLED, "2025-03-13 21:00", True),
    ],
)
def test_to_ask_a_relative_is_not_to_ask_an_authority(
    chance: str, event: str, missed: bool
) -> None:
    body = f"opportunities: [{{id: f, what: A night, safe: yes, {chance}}}]\n"
    if event:
        body += f"events: [{{id: e, kind: authority_contact, when: {event}, what: Called}}]\n"
    findings = found(body, dates=BEFORE)
    weak = [
        fact.id
        for each in findings.weaknesses
        if each.weakness == "missed_escape"
        for fact in each.facts
    ]
    assert weak == (["f"] if missed else [])
    reasonableness = factor(findings, "reasonableness")
    assert "f" in {each.id for each in reasonableness.helps}
    assert ("f" in {each.id for each in reasonableness.hurts}) is missed


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("Post-traumatic stress disorder, diagnosed in 2025.", True),
        ("PTSD, diagnosed in 2025.", True),
        ("Complex trauma of childhood.", True),
        ("A measured intelligence quotient of 74.", False),
        ("A traumatic brain injury of 2019.", False),
    ],
)
def test_trauma_is_spoken_of_only_where_a_condition_is_one(what: str, *, said: bool) -> None:
    client = f'conditions: [{{id: c, basis: document, mental: yes, what: "{what}"}}]'
    record = facts_record(client=client)
    findings = find_sentencing(record, LIBRARY.in_force(date(2026, 11, 24)))
    treatment = factor(findings, "treatment")
    assert [each.id for each in treatment.helps] == ["c"]
    assert (treatment.factor.coercion is not None) is said


@pytest.mark.parametrize(
    ("when", "inside", "told"),
    [
        ("2025-03-14", "", ["talk"]),
        ("2025-03-12", "", []),
        ("2025-03-19", "", []),
        ("2025-03-14", "invoked: silence, ", []),
        ("2025-03-14", "speaker: rolo, ", []),
    ],
)
def test_whom_the_client_told_while_a_delay_lasted_is_told_with_it(
    when: str, inside: str, told: list[str]
) -> None:
    body = (
        "threats:\n"
        + threat("t", "death", ", ended: 2025-03-13")
        + f"statements:\n  - {{id: talk, to: a pastor, when: {when}, {inside}summary: Talk.}}\n"
        "events:\n  - {id: came, kind: surrender, when: 2025-03-18, what: Came}\n"
    )
    (delay,) = [each for each in found(body, dates=AFTER).weaknesses if each.id == "delay"]
    assert [fact.id for fact in delay.meanwhile] == told


@pytest.mark.parametrize(
    ("recorded", "told"),
    [
        ("received: yes", True),
        ("received: unknown", True),
        ("received: no, promised: yes", True),
        ("received: no", False),
    ],
)
def test_a_benefit_is_told_unless_it_is_known_that_there_was_none(
    recorded: str, told: bool
) -> None:
    body = f"benefits: [{{id: b, basis: document, what: A car., {recorded}}}]"
    weaknesses = found(body, dates=AFTER).weaknesses
    assert [each.id for each in weaknesses] == (["benefit"] if told else [])
