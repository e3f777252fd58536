from __future__ import annotations

from datetime import date

import pytest

from drafter.analysis.elements.shown_types import ShownState
from drafter.analysis.elements.types import ElementFinding
from drafter.analysis.occasions.table import Bearings
from drafter.analysis.result import Analysis
from drafter.analysis.strategy.decision_types import DecisionState
from drafter.analysis.strategy.strategy import find_strategy
from drafter.analysis.strategy.types import (
    ConflictTopic,
    CrossTopic,
    OptionFinding,
    OptionState,
    Strategy,
)
from drafter.casefile.matter import DecisionKind
from drafter.casefile.plea import Argument, Permission
from drafter.doctrine.vocabulary import Concept
from tests.analysis.matters import AS_OF, doctrine, finding, position, reason, record

THREAT = "threats: [{id: t1, speaker: rolo, kinds: [death], when: 2026-03-12 20:30}]\n"
SCREEN = "trafficking: {id: scr, basis: client_account, screened_by: A. Pike, %s}\n"


def strategy(body: str = "", *elements: ElementFinding, day: date = AS_OF, **case: str) -> Strategy:
    at = position(record(body, **case), *elements, day=day)
    bearings = Bearings(at)
    return find_strategy(at, bearings)


def option(found: Strategy, id: str) -> OptionFinding:
    (each,) = [each for each in found.options if each.id == id]
    return each


def supported() -> ElementFinding:
    fact = record(THREAT).facts["t1"]
    return finding(Concept.THREAT, reason(Concept.THREAT, fact, voices=("client", "cousin")))


def absent() -> ElementFinding:
    return finding(Concept.ESCAPE, reason(Concept.ESCAPE), state=ShownState.ABSENT)


def test_the_options_stand_in_the_order_of_a_case() -> None:
    assert [each.id for each in strategy().options] == [
        "trial_common_law",
        "trial_section_28",
        "plea",
        "mitigation",
        "cooperation",
    ]


def test_a_trial_is_open_when_everything_it_needs_is_there() -> None:
    trial = option(strategy(THREAT, supported()), "trial_common_law")
    assert trial.state is OptionState.OPEN
    assert {each.id for each in trial.levers} == {"beside_client"}


def test_a_trial_is_unsettled_with_its_risks_until_the_client_has_decided_on_a_plea() -> None:
    plea = {"proceeding": "plea", "charges": "minimum_months: 24, violent: no"}
    victim = THREAT + SCREEN % "victim_at_offense: yes, force: yes"
    found = strategy(victim, supported(), **plea)
    for id in ("trial_common_law", "trial_section_28"):
        trial = option(found, id)
        assert trial.state is OptionState.UNSETTLED
        (open_,) = trial.unsettled
        assert [gap.phrase for gap in open_.gaps] == ["the client’s decision whether to plead"]
    assert "minimum" in {each.id for each in option(found, "trial_common_law").risks}
    pleads = "engagement: {decisions: [{id: d, decision: plead, decided: to plead}]}\n"
    trial = option(strategy(victim + pleads, supported(), **plea), "trial_common_law")
    assert [each.id for each in trial.failing] == ["tried"]
    assert trial.risks == ()


def test_a_trial_is_unsettled_while_an_element_is() -> None:
    trial = option(strategy(THREAT), "trial_common_law")
    assert trial.state is OptionState.UNSETTLED
    assert [each.id for each in trial.unsettled] == ["elements"]


def test_a_trial_is_closed_by_one_element_that_fails_and_the_element_is_named() -> None:
    trial = option(strategy(THREAT, supported(), absent()), "trial_common_law")
    assert trial.state is OptionState.CLOSED
    (failing,) = trial.failing
    assert [each.id for each in failing.elements] == ["escape"]


def test_a_conviction_closes_trial_and_plea_and_leaves_mitigation_open() -> None:
    found = strategy(THREAT, supported(), charges="disposition: convicted", proceeding="sentencing")
    states = {each.id: each.state for each in found.options}
    assert states["trial_common_law"] is OptionState.CLOSED
    assert states["trial_section_28"] is OptionState.CLOSED
    assert states["plea"] is OptionState.CLOSED
    assert states["mitigation"] is OptionState.OPEN


def test_the_statutory_route_needs_the_victim_and_borrows_nothing_from_the_elements() -> None:
    victim = SCREEN % "victim_at_offense: yes, force: yes"
    shown = option(strategy(victim, absent(), charges="violent: no"), "trial_section_28")
    assert shown.state is OptionState.OPEN
    assert option(strategy(victim), "trial_section_28").state is OptionState.UNSETTLED
    denied = option(strategy(SCREEN % "victim_at_offense: no"), "trial_section_28")
    assert denied.state is OptionState.CLOSED
    early = option(strategy(victim, day=date(2026, 1, 22)), "trial_section_28")
    assert [each.id for each in early.failing] == ["in_force"]


def test_cooperation_that_has_not_begun_is_no_closed_road() -> None:
    none = "cooperation: {id: k1, basis: document, status: none}\n"
    assert option(strategy(none), "cooperation").state is OptionState.UNSETTLED
    assert option(strategy(), "cooperation").state is OptionState.UNSETTLED
    begun = none.replace("status: none", "status: proffer")
    assert option(strategy(begun), "cooperation").state is OptionState.UNSETTLED
    agreed = none.replace("status: none", "status: agreement")
    assert option(strategy(agreed), "cooperation").state is OptionState.OPEN


def test_threats_that_do_not_reach_the_common_law_reach_mitigation() -> None:
    property_ = THREAT.replace("[death]", "[property]")
    assert "short_of_trial" in {
        each.id for each in option(strategy(property_), "mitigation").levers
    }
    assert "short_of_trial" not in {
        each.id for each in option(strategy(THREAT), "mitigation").levers
    }


def test_what_raising_duress_concedes_is_asked_and_never_said() -> None:
    trial = option(strategy(THREAT), "trial_common_law")
    concession = next(each for each in trial.questions if each.id == "concession")
    assert concession.authority is None
    said = [*trial.conditions, *trial.levers, *trial.risks, *trial.open_risks]
    assert not any("conced" in each.statement for each in said)
    assert len(said) > 3


def test_a_risk_is_said_only_where_its_occasion_is() -> None:
    plain = option(strategy(THREAT), "trial_common_law")
    assert "other_acts" not in {each.id for each in plain.risks}
    act = "other_acts: [{id: a1, basis: document, kind: drugs, what: Used.}]\n"
    risky = option(strategy(THREAT + act), "trial_common_law")
    risk = next(each for each in risky.risks if each.id == "other_acts")
    assert [fact.id for fact in risk.facts] == ["a1"]


def test_a_risk_that_turns_on_a_missing_fact_is_open_and_names_it() -> None:
    trial = option(strategy(THREAT), "trial_common_law")
    minimum = next(each for each in trial.open_risks if each.id == "minimum")
    assert [gap.id for gap in minimum.gaps] == ["count-1.minimum_months"]
    assert "minimum" in {
        each.id for each in option(strategy(THREAT, charges="minimum_months: 120"), "plea").levers
    }


def test_what_an_agreement_already_settles_is_not_offered_as_something_to_ask_for() -> None:
    plea = "plea_agreement: {id: p1, status: draft, stipulations: [Count Two is dismissed.]}\n"
    levers = {
        each.id for each in option(strategy(plea, charges="minimum_months: 120"), "plea").levers
    }
    assert "range" in levers
    assert not levers & {"minimum", "counts"}


def test_each_argument_is_checked_against_the_plea_agreement() -> None:
    plea = (
        "plea_agreement: {id: p1, stage: signed, status: signed,"
        " arguments: [{argument: variance, permission: "
        "barred, paragraph: ¶ 9}, {argument: criminal_history, permission: unclear}]}\n"
    )
    beside = (
        "codefendants: [{id: c, basis: document, person: rolo, role: drove, status: pending}]\n"
    )
    found = option(strategy(plea + beside), "mitigation").plea_terms
    terms = {each.argument: each.term for each in found}
    alone = option(strategy(plea), "mitigation").plea_terms
    assert Argument.ROLE not in {each.argument for each in alone}
    variance = terms[Argument.VARIANCE]
    assert variance is not None
    assert variance.permission is Permission.BARRED
    assert terms[Argument.ROLE] is None
    # What the option does not turn on binds too.
    history = terms[Argument.CRIMINAL_HISTORY]
    assert history is not None
    assert history.permission is Permission.UNCLEAR
    assert option(strategy(), "mitigation").plea_terms == ()


def test_an_element_of_a_checklist_that_is_not_the_courts_law_closes_no_trial() -> None:
    """An opportunity known to be safe leaves escape unsupported, in both circuits."""
    safe = (
        "opportunities: [{id: o, basis: client_account, what: a stop, when: 2026-03-14 05:00,"
        " safe: yes, watched: no, asked_for_help: no}]\n"
    )
    states = {}
    for district in ("casd", "vaed"):
        found = Analysis(record(THREAT + safe, district=district), doctrine(AS_OF))
        assert found.common_law.unsupported
        states[found.common_law.capped] = option(found.strategy, "trial_common_law").state
    assert states == {False: OptionState.CLOSED, True: OptionState.UNSETTLED}


def test_what_comes_next_are_tasks_that_the_case_raises() -> None:
    found = Analysis(record(THREAT, district="vaed"), doctrine(AS_OF))
    trial = option(found.strategy, "trial_common_law")
    following = [each.task for each in found.next_steps[trial.id].steps]
    assert following[0].id == "read_list"
    assert {each.task.id for each in following} <= set(trial.option.tasks)
    assert set(following) <= set(found.tasks)


ACT = "other_acts: [{id: act, kind: debt, what: A debt., basis: government_allegation}]\n"
STATED = """\
statements:
  - {id: s1, to: an officer, summary: Said so., suppression_issue: no warnings}
  - {id: s2, to: an agent, summary: Said so., suppression_issue: no warnings}
"""


def test_a_task_that_arises_twice_comes_next_once() -> None:
    found = Analysis(record(THREAT + STATED), doctrine(AS_OF)).next_steps["trial_common_law"]
    times = [each.times for each in found.steps if each.task.task.id == "suppress_statement"]
    assert times == [2]


def test_only_the_most_urgent_come_next_and_the_rest_are_counted() -> None:
    found = Analysis(record(THREAT + STATED + ACT, district="vaed"), doctrine(AS_OF))
    names = {each.task.id for each in found.tasks}
    wanted = names.intersection(option(found.strategy, "trial_common_law").option.tasks)
    following = found.next_steps["trial_common_law"]
    assert len(following.steps) == 5
    assert following.further == len(wanted) - 5 > 0


def test_nothing_comes_next_for_an_option_that_is_closed() -> None:
    found = Analysis(record(THREAT, proceeding="sentencing"), doctrine(AS_OF))
    closed = {each.id for each in found.strategy.options if each.state is OptionState.CLOSED}
    assert closed
    assert closed.isdisjoint(found.next_steps)


@pytest.mark.parametrize(
    ("entry", "state"),
    [
        ("", DecisionState.NOT_ADVISED),
        ("advised: 2026-05-20", DecisionState.ADVISED),
        (
            "advised: 2026-05-20, decided: to raise it, decided_on: 2026-06-01",
            DecisionState.DECIDED,
        ),
    ],
)
def test_a_decision_of_the_client_is_advised_decided_or_neither(
    entry: str, state: DecisionState
) -> None:
    body = f"engagement: {{decisions: [{{id: d1, decision: raise_duress, {entry}}}]}}\n"
    found = strategy(body).decisions
    assert [each.decision for each in found] == list(DecisionKind)
    assert found[0].state is state
    assert {each.state for each in found[1:]} == {DecisionState.NOT_ADVISED}


def test_neither_plea_nor_testimony_is_left_to_a_client_who_stands_convicted() -> None:
    kinds = [each.decision for each in strategy(proceeding="remand").decisions]
    assert kinds == [DecisionKind.RAISE_DURESS, DecisionKind.COOPERATE]
    at_hearing = [each.decision for each in strategy(proceeding="revocation").decisions]
    assert at_hearing == [each for each in DecisionKind if each is not DecisionKind.PLEAD]
    said = "engagement: {decisions: [{id: d, decision: plead, decided: to plead}]}\n"
    kept = strategy(said, proceeding="sentencing").decisions
    assert kept[-1].decided == "to plead"


def test_an_option_carries_the_decision_that_it_waits_for() -> None:
    said = "engagement: {decisions: [{id: d, decision: cooperate, decided: no}]}\n"
    options = {each.id: each.decision for each in strategy(said).options}
    cooperation = options["cooperation"]
    assert cooperation is not None
    assert cooperation.decided == "no"
    assert options["mitigation"] is None


def test_the_conflicts_check_names_what_is_missing() -> None:
    checks = {each.topic: each for each in strategy().conflicts}
    gap = checks[ConflictTopic.PAID_BY].gap
    assert gap is not None
    assert gap.id == "engagement.paid_by"
    assert ConflictTopic.WAIVERS not in checks
    told = strategy("engagement: {paid_by: her uncle, other_clients: none, waivers: signed}\n")
    recorded = {each.topic: each.recorded for each in told.conflicts}
    assert recorded[ConflictTopic.PAID_BY] == "her uncle"
    assert recorded[ConflictTopic.WAIVERS] == "signed"


def test_a_codefendant_who_may_be_the_coercer_is_named() -> None:
    mate = (
        "codefendants: [{id: c1, basis: document, person: rolo, role: driver, status: charged, "
        "coercer: %s}]\n"
    )
    assert [each.id for each in strategy(mate % "yes").coercers_charged] == ["c1"]
    assert [each.id for each in strategy(mate % "unknown").coercers_charged] == ["c1"]
    assert strategy(mate % "no").coercers_charged == ()


def test_a_coercer_who_pleaded_has_no_pending_count_on_which_the_client_knows_something() -> None:
    mate = (
        "cooperation: {id: k1, basis: document, status: discussed}\n"
        "codefendants: [{id: c1, basis: document, person: rolo, role: driver, status: charged, "
        "coercer: yes, stands: %s}]\n"
    )
    levers = [
        option(strategy(mate % word), "cooperation").levers for word in ("severed", "pleaded")
    ]
    assert [any(each.id == "coercer" for each in found) for found in levers] == [True, False]


def test_what_only_the_client_can_prove() -> None:
    fact = record(THREAT).facts["t1"]
    alone = finding(Concept.THREAT, reason(Concept.THREAT, fact))
    testimony = strategy(THREAT, alone).testimony
    assert [(each.id, [f.id for f in each.facts]) for each in testimony.only_client] == [
        ("threat.needed", ["t1"])
    ]
    assert strategy(THREAT, supported()).testimony.only_client == ()


def test_an_element_helped_by_the_client_alone_stands_on_that_word_though_nothing_is_shown() -> (
    None
):
    fact = record(THREAT).facts["t1"]
    helped = finding(Concept.THREAT, reason(Concept.THREAT, fact), state=ShownState.MISSING)
    testimony = strategy(THREAT, helped).testimony
    assert [(each.id, each.shown) for each in testimony.only_client] == [("threat", None)]
    assert testimony.unproved == ()


def test_an_element_that_nothing_helps_stands_on_nobodys_word() -> None:
    testimony = strategy(THREAT, supported(), absent()).testimony
    assert testimony.only_client == ()
    assert [each.id for each in testimony.unproved] == ["escape"]


def test_the_cross_takes_up_what_the_record_holds_and_never_a_silence() -> None:
    body = """\
opportunities:
  - {id: o1, what: stopped for fuel, when: 2026-03-14 05:00, asked_for_help: no}
  - {id: o2, what: stopped for food, when: 2026-03-14 05:30}
statements:
  - {id: s1, to: an agent, when: 2026-03-14 11:00, summary: Spoke., omits_duress: yes}
  - {id: s2, to: an agent, when: 2026-03-14 12:00, summary: Silent., omits_duress: yes,
     invoked: silence}
  - {id: s3, speaker: cousin, to: an agent, when: 2026-03-15, summary: Spoke., omits_duress: yes}
  - {id: s4, to: an agent, when: 2026-03-16, summary: Spoke., omits_duress: no,
     says: [{element: escape, text: She could have gone., against: yes}]}
  - {id: s5, to: her lawyer, when: 2026-03-17, summary: Spoke., protection: privileged,
     says: [{element: escape, text: She could have gone., against: yes}]}
other_acts: [{id: a1, basis: document, kind: drugs, what: Used.}]
benefits: [{id: b1, basis: client_account, what: A promise.}]
involvement: [{id: i1, basis: client_account, what: Kept company., voluntary_association: yes}]
"""
    cross = {each.id: each.topic for each in strategy(body).testimony.cross}
    assert cross == {
        "missed_opportunity.o1": CrossTopic.MISSED_OPPORTUNITY,
        "earlier_account.s1": CrossTopic.EARLIER_ACCOUNT,
        "earlier_account.s4": CrossTopic.EARLIER_ACCOUNT,
        "other_act.a1": CrossTopic.OTHER_ACT,
        "benefit.b1": CrossTopic.BENEFIT,
        "association.i1": CrossTopic.ASSOCIATION,
    }


@pytest.mark.parametrize(("kept", "crossed"), [("yes", True), ("unknown", True), ("no", False)])
def test_nobody_is_crossed_on_company_not_kept(kept: str, crossed: bool) -> None:
    body = (
        "involvement: [{id: i, basis: client_account, what: Met., knew_of_violence: yes, "
        f"voluntary_association: {kept}}}]\n"
    )
    assert ("association.i" in {each.id for each in strategy(body).testimony.cross}) is crossed


@pytest.mark.parametrize(
    ("client", "stands"),
    [("citizenship: Mexico", True), ("", True), ("citizenship: United States", False)],
)
def test_immigration_is_at_stake_unless_the_client_is_a_citizen(client: str, stands: bool) -> None:
    assert ("immigration" in {each.id for each in strategy(client=client).stakes}) is stands


def test_a_client_who_has_an_immigration_lawyer_is_referred_to_none() -> None:
    stakes = {each.id for each in strategy(client="immigration_lawyer: T. Zielinski").stakes}
    assert "immigration" not in stakes
    assert "immigration_advised" in stakes
    assert "immigration_advised" not in {each.id for each in strategy().stakes}


def test_registration_is_at_stake_for_a_sexual_offense_only() -> None:
    assert "registration" in {
        each.id for each in strategy(second="offense: sex_trafficking").stakes
    }
    assert "registration" not in {each.id for each in strategy().stakes}


@pytest.mark.parametrize(
    ("entry", "stakes"),
    [("", {"capital_undecided"}), ("death_sought: yes", {"capital"}), ("death_sought: no", set())],
)
def test_death_is_at_stake_unless_the_government_will_not_seek_it(
    entry: str, stakes: set[str]
) -> None:
    found = strategy(second=f"offense: murder, {entry}").stakes
    assert {each.id for each in found if each.id.startswith("capital")} == stakes


def test_venue_is_a_question_where_facts_lie_elsewhere() -> None:
    abroad = THREAT.replace("20:30", "20:30 America/Tijuana")
    (venue,) = strategy(abroad).questions
    assert venue.id == "venue_of_facts"
    assert "?" in venue.statement
    assert strategy(THREAT).questions == ()


def test_facts_elsewhere_are_not_asked_about_where_only_a_count_goes_on() -> None:
    (venue,) = strategy(THREAT, charges="continuing: yes").questions
    assert venue.id == "venue"
    assert "facts" not in venue.statement.casefold()
