"""Which of the client's own words count for the defense."""

from __future__ import annotations

import pytest

from tests.analysis.route import element, reason

SAID = """\
statements:
  - {id: s, basis: client_account, to: the prosecutor, summary: Told of it., omits_duress: no,
     when: 2026-05-01%s}
"""
RECORDED = """\
evidence:
  - {id: ev, kind: postarrest_statement, form: writing, what: A report, witness: friend}
"""


@pytest.mark.parametrize(
    ("protection", "helps"),
    [
        ("", True),
        (", protection: plea_talks", False),
        (", protection: proffer_letter", False),
        (", protection: examination", False),
        (", protection: privileged", False),
    ],
)
def test_what_was_said_under_a_protection_proves_nothing_for_the_defense(
    protection: str, helps: bool
) -> None:
    body = SAID % protection
    for concept, rule in (("threat", "statement_mentions_threat"), ("fear", "fear_statement")):
        found = reason(element(body, concept), rule)
        assert (found is not None) is helps


OPINION = """\
threats:
  - {id: t, speaker: rolo, kinds: [death], when: 2026-03-14 05:00, capacity: He had a pistol.}
evidence:
  - {id: report, kind: expert_opinion, form: opinion, what: A report, about: [t], %s
     admissible_through: Dr. Roe}
"""
SPONSOR = "experts: [{id: x, name: Dr. Roe, field: %s, topic: Fear., sponsors: [report]}]\n"


@pytest.mark.parametrize(
    ("traits", "field", "helps"),
    [
        ("", "organized_crime", True),
        ("", "battering", False),
        ("", "mental_condition", False),
        ("traits: [item_on_group],", "battering", False),
        ("traits: [item_on_group],", "other", True),
        ("", "other", False),
        ("traits: [item_on_group],", "", True),
        ("", "", False),
    ],
)
def test_only_an_opinion_on_a_group_shows_what_a_group_can_do(
    traits: str, field: str, helps: bool
) -> None:
    body = OPINION % traits + (SPONSOR % field if field else "")
    for concept in ("threat", "fear"):
        found = [
            each for each in element(body, concept).helps if each.rule.startswith("expert_opinion")
        ]
        assert bool(found) is helps


def test_an_item_that_holds_a_protected_statement_proves_no_more_than_the_statement() -> None:
    body = SAID.replace("omits_duress: no", "omits_duress: no, sources: [ev]") + RECORDED
    assert any(
        each.subject == "ev" and each.rule.startswith("postarrest_statement")
        for each in element(body % "", "threat").helps
    )
    protected = element(body % ", protection: proffer_letter", "threat")
    assert not any(each.subject == "ev" for each in protected.helps)


TRANSCRIPT = """\
evidence:
  - {id: ev, kind: document, form: writing, what: A transcript, witness: friend%s}
"""


def test_a_record_of_the_clients_own_words_bears_no_account_of_the_client_out() -> None:
    body = SAID.replace("basis: client_account", "basis: document") % ", sources: [ev]"
    told = "threats:\n  - {id: t, speaker: rolo, kinds: [death], sources: [ev]}\n"
    own = body + told + TRANSCRIPT % ", about: [s]"
    assert reason(element(own, "threat"), "document.1") is None
    other = body + told + TRANSCRIPT % ", about: [t]"
    found = reason(element(other, "threat"), "document.1")
    assert found is not None
    assert found.subject == "ev"


STEP = """\
events: [{id: step, kind: avoidance, basis: document, what: The boys left the school.%s}]
evidence:
  - {id: ev, kind: avoidance_evidence, form: writing, what: A record, witness: friend%s}
"""


@pytest.mark.parametrize(
    ("step", "item", "helps"),
    [
        (", when: 2026-03-10, sources: [ev]", ", when: 2026-03-20", True),
        (", when: 2026-04-10, sources: [ev]", ", when: 2026-03-10", False),
        (", when: 2026-04-10", ", when: 2026-03-10", True),
        (", when: 2026-03-10", ", when: 2026-04-10", False),
    ],
)
def test_a_step_taken_after_the_offense_was_no_way_out_of_it(
    step: str, item: str, helps: bool
) -> None:
    body = STEP % (step, item)
    for concept, court in (("escape", "ca9"), ("not_reckless", "ca5")):
        found = [each.subject for each in element(body, concept, court).helps]
        assert ("ev" in found) is helps


def test_an_undated_record_of_a_step_asks_for_its_date() -> None:
    found = element(STEP % (", when: 2026-03-10", ""), "escape")
    assert "ev.when" in {gap.id for gap in found.gaps}


@pytest.mark.parametrize(
    ("inside", "hurts"),
    [("against: yes", True), ("against: no", False), ("against: unknown", False)],
)
def test_an_admission_hurts_the_element_it_is_on(inside: str, hurts: bool) -> None:
    said = f", says: [{{element: escape, text: So it was., {inside}}}]"
    found = reason(element(SAID % said, "escape"), "admission_on_escape")
    assert (found is not None) is hurts
    assert reason(element(SAID % said, "threat"), "admission_on_threat") is None


@pytest.mark.parametrize("limit", ["speaker: friend", "protection: proffer_letter"])
def test_what_another_said_or_what_cannot_be_used_is_no_admission(limit: str) -> None:
    said = f", says: [{{element: escape, text: So it was., against: yes}}], {limit}"
    assert reason(element(SAID % said, "escape"), "admission_on_escape") is None


ABOUT = """\
threats:
  - {id: grave, basis: client_account, speaker: rolo, kinds: [death], when: 2026-03-12}
  - {id: lesser, basis: client_account, speaker: rolo, kinds: [embarrassment], when: 2026-03-12}
involvement: [{id: how, basis: client_account, what: They met.}]
opportunities: [{id: later, basis: client_account, what: a night at home, when: 2026-05-01}]
events: [{id: burn, basis: document, kind: violence, what: A burn was treated., when: 2026-03-12}]
evidence:
  - {id: ev, kind: %s, form: recording, what: An item, when: %s, traits: [%s], about: [%s],
     admissible_through: a custodian}
"""


@pytest.mark.parametrize(
    ("kind", "trait", "rule"),
    [
        ("recorded_threat", "", "recorded_threat.1"),
        ("messages", "made_by_threatener", "messages.1"),
        ("messages", "", "messages.2"),
        ("social_media", "made_by_threatener", "social_media.1"),
        ("call_recording", "made_by_threatener", "call_recording.1"),
        ("phone_records", "", "phone_records.1"),
        ("surveillance_video", "item_shows_presence", "surveillance_video.1"),
        ("independent_witness", "", "independent_witness.1"),
        ("travel_records", "", "travel_records.1"),
        ("location_data", "", "location_data.1"),
        ("physical_evidence", "", "physical_evidence.1"),
    ],
)
def test_an_item_helps_the_threat_that_it_is_about_and_that_may_carry_it(
    kind: str, trait: str, rule: str
) -> None:
    for about, helps in (("grave", True), ("lesser", False), ("later", False), ("", False)):
        found = reason(element(ABOUT % (kind, "2026-03-12", trait, about), "threat"), rule)
        assert (found is not None and not found.is_open) is helps, about


@pytest.mark.parametrize(
    ("traits", "hurts"),
    [
        ("willing_after_threat, made_by_client", True),
        ("willing_after_threat, made_by_threatener", False),
        ("made_by_client", False),
    ],
)
def test_a_recorded_call_holds_the_tone_of_the_client_only_where_the_client_speaks(
    traits: str, hurts: bool
) -> None:
    found = element(ABOUT % ("call_recording", "2026-03-12", traits, "grave"), "fear")
    rules = [each.rule for each in found.hurts if each.fact and each.fact.id == "ev"]
    assert bool(rules) is hurts


@pytest.mark.parametrize(
    ("when", "trait", "helps"),
    [
        ("2025-08-14", "prior_violence", True),
        ("2025-08-14", "", False),
        ("2026-03-13", "prior_violence", False),
    ],
)
def test_only_violence_before_a_threat_was_there_before(when: str, trait: str, helps: bool) -> None:
    found = element(ABOUT % ("prior_violence_report", when, trait, "grave"), "threat")
    assert (reason(found, "prior_violence_report.1") is not None) is helps


@pytest.mark.parametrize(("about", "helps"), [("grave", True), ("burn", True), ("lesser", False)])
def test_an_object_is_a_trace_only_of_violence_or_of_a_threat_of_it(
    about: str, helps: bool
) -> None:
    found = element(ABOUT % ("physical_evidence", "2026-03-12", "", about), "threat")
    assert (reason(found, "physical_evidence.1") is not None) is helps


def test_an_item_about_violence_that_the_client_told_of_bears_the_account_out() -> None:
    body = ABOUT % ("photograph", "2026-03-12", "", "burn")
    for basis, helps in (("client_account", True), ("document", False)):
        told = body.replace("{id: burn, basis: document", f"{{id: burn, basis: {basis}")
        assert (reason(element(told, "threat"), "photograph.2") is not None) is helps


@pytest.mark.parametrize("kind", ["surveillance_video", "border_video"])
def test_a_video_bears_out_fear_only_where_it_shows_fear(kind: str) -> None:
    number = "3" if kind == "surveillance_video" else "2"
    for trait, helps in (("item_shows_fear", True), ("client_alone", False)):
        found = reason(
            element(ABOUT % (kind, "2026-03-12", trait, "grave"), "fear"), f"{kind}.{number}"
        )
        assert (found is not None) is helps


@pytest.mark.parametrize(("speaker", "voice"), [("client", "client"), ("friend", "ev")])
def test_an_item_that_repeats_the_client_is_no_other_voice(speaker: str, voice: str) -> None:
    body = (
        "statements: [{id: s, basis: document, to: an officer, summary: Talk., omits_duress: no, "
        f"speaker: {speaker}, sources: [ev]}}]\n"
        "events: [{id: e, basis: document, kind: surrender, what: A report., when: 2026-03-15}]\n"
        "evidence: [{id: ev, kind: surrender_record, form: writing, what: A journal, "
        "when: 2026-03-15, about: [e], admissible_through: a custodian}]\n"
    )
    found = reason(element(body, "threat"), "surrender_record.7")
    assert found is not None
    assert found.voices == {voice}


NEAR = """\
events:
  - {id: early, kind: other, basis: document, what: A meeting., when: 2026-03-13 22:40}
  - {id: during, kind: other, basis: document, what: A car followed., when: 2026-03-14 05:10}
evidence:
  - {id: ev, kind: %s, form: recording, what: A video, traits: [item_shows_presence]%s,
     admissible_through: a custodian}
"""


@pytest.mark.parametrize(
    ("kind", "number"), [("surveillance_video", 4), ("location_data", 3), ("border_video", 3)]
)
@pytest.mark.parametrize(
    ("dated", "helps", "open_"),
    [
        (", when: 2026-03-14 05:00", True, False),
        (", when: 2026-03-13 22:40", False, False),
        (", when: 2026-03-13 22:40, about: [early]", False, False),
        (", when: 2026-03-13, about: [during]", True, False),
        (", about: [during]", True, False),
        ("", False, True),
        (", about: [early]", False, True),
    ],
)
def test_a_presence_that_an_item_shows_is_immediate_only_at_the_time_of_the_offense(
    kind: str, number: int, dated: str, helps: bool, open_: bool
) -> None:
    found = reason(element(NEAR % (kind, dated), "immediacy"), f"{kind}.{number}")
    assert (found is not None and not found.is_open) is helps
    assert (found is not None and found.is_open) is open_


@pytest.mark.parametrize(("kind", "number"), [("surveillance_video", 5), ("location_data", 4)])
@pytest.mark.parametrize(
    ("dated", "hurts"),
    [(", when: 2026-03-14 05:00", True), (", when: 2026-03-13 22:40", False)],
)
def test_an_absence_that_an_item_shows_hurts_only_at_the_time_of_the_offense(
    kind: str, number: int, dated: str, hurts: bool
) -> None:
    body = (NEAR % (kind, dated)).replace("item_shows_presence", "item_shows_absence")
    found = reason(element(body, "immediacy"), f"{kind}.{number}")
    assert (found is not None) is hurts
