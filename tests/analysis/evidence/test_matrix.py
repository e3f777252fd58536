from __future__ import annotations

import pytest

from drafter.analysis.analyze import analyze
from drafter.analysis.evidence.matrix import find_matrix
from drafter.analysis.evidence.matrix_types import EvidenceMatrix, Row, Tie, Tied
from drafter.analysis.findings import Reason
from drafter.doctrine.vocabulary import Concept, Direction
from tests.analysis.parts import AS_OF, LIBRARY, ask, case, element, reason

BODY = """\
evidence:
  - {id: texts, kind: messages, form: writing, what: Texts, when: 2026-03-13}
  - {id: log, kind: phone_records, form: writing, what: A log, witness: friend}
witnesses:
  - {id: w-friend, basis: witness, person: friend, knows: the texts}
  - {id: w-rolo, basis: witness, person: rolo, knows: everything}
"""
COLUMNS = (element(Concept.THREAT), element(Concept.ESCAPE))


def nothing(_: str) -> tuple[Reason, ...]:
    return ()


def no_source(_: str) -> tuple[Tied, ...]:
    return ()


def matrix(*found: tuple[str, Concept, Direction]) -> EvidenceMatrix:
    asked = ask(BODY)
    reasons: dict[str, tuple[Reason, ...]] = {}
    for item, concept, direction in found:
        made = reason(asked.record, item, concept, direction)
        reasons[item] = (*reasons.get(item, ()), made)
    return find_matrix(asked.record, COLUMNS, lambda id: reasons.get(id, ()), no_source, ())


def edges(row: Row) -> list[set[Direction]]:
    return [{each.direction for each in cell.reasons} for cell in row.cells]


def test_an_item_that_cuts_both_ways_shows_both_edges() -> None:
    found = matrix(
        ("texts", Concept.THREAT, Direction.HELPS), ("texts", Concept.ESCAPE, Direction.HURTS)
    )
    texts, log = found.rows
    assert edges(texts) == [{Direction.HELPS}, {Direction.HURTS}]
    assert found.paradoxes == (texts,)
    assert found.unused == (log,)
    assert [each.id for each in found.unsupported] == [Concept.ESCAPE]


def test_one_cell_can_hold_both_directions() -> None:
    found = matrix(
        ("log", Concept.ESCAPE, Direction.HELPS), ("log", Concept.ESCAPE, Direction.HURTS)
    )
    assert edges(found.rows[1]) == [set(), {Direction.HELPS, Direction.HURTS}]
    assert found.rows[1].paradox


def test_a_reason_on_an_element_that_is_not_on_the_list_fills_no_cell() -> None:
    found = matrix(("log", Concept.BREVITY, Direction.HURTS))
    assert not found.rows[1].used


def test_a_gap_never_fills_a_cell() -> None:
    asked = ask(BODY)
    open_ = reason(asked.record, "log.when", Concept.THREAT, Direction.HELPS)
    found = find_matrix(
        asked.record,
        COLUMNS,
        lambda id: (open_,) if id == "log" else (),
        no_source,
        (),
    )
    assert edges(found.rows[1]) == [set(), set()]
    assert not found.rows[1].used


def test_what_has_no_way_in_and_who_brings_nothing_in() -> None:
    found = matrix()
    assert [item.id for item in found.unsponsored] == ["texts"]
    assert [witness.id for witness in found.idle_witnesses] == ["w-rolo"]


@pytest.mark.parametrize(("resting", "unused"), [((), ["badge"]), (("shift",), [])])
def test_an_item_is_used_by_an_element_that_rests_on_what_it_proves(
    resting: tuple[str, ...], unused: list[str]
) -> None:
    asked = ask(
        "events: [{id: shift, what: She worked., when: 2026-03-15, sources: [badge at row 14]}]\n"
        "evidence: [{id: badge, kind: document, form: writing, what: A badge record}]\n"
    )
    found = find_matrix(asked.record, COLUMNS, nothing, no_source, resting)
    assert [row.id for row in found.unused] == unused


THROUGH = """\
threats:
  - {id: t, basis: client_account, speaker: rolo, kinds: [death], against: [girl],
     watching: yes,
     when: 2026-03-14 05:00, sources: [log, texts, own]}
statements: [{id: s, basis: document, to: an officer, summary: Talk., sources: [own]}]
evidence:
  - {id: log, kind: phone_records, form: writing, what: A log, admissible_through: a custodian}
  - {id: texts, kind: financial_records, form: writing, what: Texts,
     admissible_through: a custodian, traits: [made_by_threatener]}
  - {id: own, kind: document, form: writing, what: A report, admissible_through: an officer,
     about: [s]}
"""


def test_an_item_stands_for_what_it_is_a_source_of_and_a_way_into() -> None:
    found = analyze(case(THROUGH), LIBRARY.in_force(AS_OF)).matrix
    rows = {row.id: row for row in found.rows}
    also = {
        id: {borne.element: [each.id for each in borne.facts] for borne in row.also_helps}
        for id, row in rows.items()
    }
    assert also["texts"][Concept.THREAT] == ["t"]
    assert Concept.THREAT not in also["log"]
    assert also["log"][Concept.FEAR] == ["t"]
    assert also["own"] == {
        Concept.IMMEDIACY: ["t"],
        Concept.FEAR: ["t"],
        Concept.ESCAPE: ["t"],
    }
    assert {borne.tie for borne in rows["own"].also_helps} == {Tie.OWN_WORDS}
    assert {borne.tie for borne in rows["texts"].also_helps} == {Tie.CARRIES}
    assert not {Concept.THREAT, Concept.FEAR} & {each.id for each in found.unsupported}


def test_a_record_of_the_clients_own_words_helps_what_the_client_tells_there() -> None:
    body = (
        "threats: [{id: t, basis: client_account, speaker: rolo, kinds: [death], against: [girl], "
        "continuing: yes, when: 2026-03-14 05:00, sources: [own]}]\n"
        "statements: [{id: s, basis: document, to: the court, summary: Talk., sources: [own]}]\n"
        "evidence: [{id: own, kind: document, form: writing, what: A transcript, about: [s], "
        "admissible_through: of record}]\n"
    )
    found = analyze(case(body), LIBRARY.in_force(AS_OF)).matrix
    (row,) = found.rows
    helped = {each.element: each.tie for each in row.also_helps}
    assert helped[Concept.IMMEDIACY] is Tie.OWN_WORDS
    # A transcript of what the client said is no way in for the threatener's words.
    assert Concept.THREAT not in helped
    unhelped = {each.id for each in found.unsupported}
    assert Concept.IMMEDIACY not in unhelped
    assert Concept.THREAT in unhelped


def test_an_item_that_is_a_source_of_what_it_does_not_itself_show_is_named_and_helps_nothing() -> (
    None
):
    body = (
        "involvement: [{id: i, basis: client_account, what: He wrote., voluntary_association: no, "
        "sources: [m]}]\n"
        "evidence: [{id: m, kind: social_media, form: writing, what: Messages, "
        "traits: [made_by_threatener], admissible_through: a custodian}]\n"
    )
    asked = case(body, district="nyed")
    found = analyze(asked, LIBRARY.in_force(AS_OF)).matrix
    (row,) = found.rows
    (borne,) = row.named_helps
    assert (borne.element, borne.tie) == (Concept.NOT_RECKLESS, Tie.NAMED)
    assert [fact.id for fact in borne.facts] == ["i"]
    assert row.also_helps == ()
    assert Concept.NOT_RECKLESS in {each.id for each in found.unsupported}


def test_an_item_that_holds_a_statement_on_an_element_is_used() -> None:
    says = "summary: Talk., says: [{element: escape, text: No way out.}],"
    body = THROUGH.replace("summary: Talk.,", says).replace(", own]", "]")
    found = analyze(case(body), LIBRARY.in_force(AS_OF)).matrix
    assert "own" not in [row.id for row in found.unused]
    assert [row.id for row in found.indirect] == ["own"]


def test_what_the_defense_cannot_offer_still_stands_for_what_hurts() -> None:
    body = (
        "opportunities: [{id: o, basis: client_account, what: a stop, when: 2026-03-14 05:00, "
        "phone: yes, asked_for_help: no, watched: no, sources: [v]}]\n"
        "evidence: [{id: v, kind: jail_call, form: recording, what: V, offered_by: government, "
        "admissible_through: if at all}]\n"
    )
    (row,) = analyze(case(body), LIBRARY.in_force(AS_OF)).matrix.rows
    assert Concept.ESCAPE in [each.element for each in row.also_hurts]
    assert row.also_helps == ()


def test_an_item_shows_what_counts_against_the_defense_beside_the_elements() -> None:
    body = (
        "other_acts: [{id: act, basis: document, kind: willingness, what: He wrote of easy money.,"
        " sources: [m]}]\n"
        "evidence: [{id: m, kind: messages, form: writing, what: Messages, about: [act]}]\n"
    )
    found = analyze(case(body), LIBRARY.in_force(AS_OF)).matrix
    (row,) = found.rows
    assert [fact.id for fact in row.beside] == ["act"]
    assert not row.paradox
    assert found.unused == (row,)


def test_an_item_behind_a_threat_that_is_merely_not_enough_has_no_edge_against_the_defense() -> (
    None
):
    lesser = "threats: [{id: t, speaker: rolo, kinds: [job], against: [client], sources: [note]}]\n"
    item = (
        "evidence: [{id: note, kind: document, form: writing, what: A note, basis: document,"
        " admissible_through: a custodian}]\n"
    )
    (row,) = analyze(case(lesser + item), LIBRARY.in_force(AS_OF)).matrix.rows
    assert [each.reason.rule for each in row.through] == ["threat_to_job"]
    assert row.also_hurts == ()
    assert not row.paradox


@pytest.mark.parametrize(
    ("when", "words", "hurt"),
    [
        ("2026-03-10 20:00", "ended: 2026-03-11", set()),
        ("2026-03-14 04:00", "harm_at_once: no", {Concept.IMMEDIACY}),
    ],
)
def test_an_item_behind_a_threat_has_no_edge_in_when_it_was_made(
    when: str, words: str, hurt: set[Concept]
) -> None:
    body = (
        "threats: [{id: t, kinds: [death], speaker: rolo, basis: client_account, specific: yes, "
        f"when: {when}, {words}, sources: [v]}}]\n"
        "evidence: [{id: v, kind: surveillance_video, form: recording, what: V, basis: recording, "
        "traits: [made_by_threatener], admissible_through: an owner}]\n"
    )
    (row,) = analyze(case(body), LIBRARY.in_force(AS_OF)).matrix.rows
    against = {each.reason.rule for each in row.through if not each.reason.for_us}
    assert against
    assert {each.element for each in row.also_hurts} == hurt


KNOWN = """\
witnesses:
  - {id: heard, basis: witness, person: friend, knows: screams,
     says: [{element: fear, text: Heard screams.}, {element: escape, against: yes, text: Came.},
            {element: brevity, text: It was short.}]}
  - {id: silent, basis: witness, person: rolo, knows: everything}
  - {id: again, basis: witness, person: rolo, knows: everything}
"""


def test_what_a_witness_knows_is_set_under_the_elements_that_counsel_entered() -> None:
    matrix = analyze(case(KNOWN), LIBRARY.in_force(AS_OF)).matrix
    (row,) = matrix.witnesses
    assert (row.id, [each.text for each in row.helps]) == (
        "heard",
        ["Heard screams.", "It was short."],
    )
    # Brevity is no element of this court, and what the witness knows of it is told all the same.
    assert row.off_list == {"brevity"}
    assert [each.text for each in row.hurts] == ["Came."]
    assert [each.person for each in matrix.unrated] == ["rolo"]


REPORT = """\
evidence:
  - {id: report, kind: prior_violence_report, form: writing, what: A report, basis: document, %s
     admissible_through: a custodian}
"""


@pytest.mark.parametrize(
    ("inside", "rated"),
    [
        ("when: 2025-11-02,", True),
        ("when: 2026-03-14 05:00,", True),
        ("when: 2026-05-01,", False),
        ("when: 2026-05-01, traits: [prior_violence],", True),
        ("", False),
    ],
)
def test_a_report_of_earlier_violence_is_rated_by_its_kind_and_its_date(
    inside: str, rated: bool
) -> None:
    (row,) = analyze(case(REPORT % inside), LIBRARY.in_force(AS_OF)).matrix.rows
    assert ("fear" in {each.element.value for each in row.helps}) is rated
    struck = (
        "events: [{id: e, kind: violence, what: V, when: %s, basis: witness, sources: [report]}]\n"
    )
    for when, counts in (("2025-11-02", True), ("2026-05-01", False)):
        body = REPORT % "when: 2025-11-03," + struck % when
        (row,) = analyze(case(body), LIBRARY.in_force(AS_OF)).matrix.rows
        assert ("fear" in {each.element.value for each in row.helps}) is counts


def test_an_attempt_to_get_away_while_the_offense_went_on_is_rated_on_escape() -> None:
    tried = (
        "events: [{id: e, kind: avoidance, what: A, when: %s, basis: witness, sources: [note]}]\n"
    )
    item = "evidence: [{id: note, kind: document, form: writing, what: N, witness: friend}]\n"
    found = {}
    for when in ("2026-03-14 05:00", "2026-03-14 02:00", "2026-03-14 09:00"):
        (row,) = analyze(case(tried % when + item), LIBRARY.in_force(AS_OF)).matrix.rows
        found[when] = [each.reason.rule for each in row.through]
    assert found["2026-03-14 05:00"] == ["tried_to_refuse_meanwhile"]
    assert found["2026-03-14 02:00"] == ["tried_to_refuse"]
    assert found["2026-03-14 09:00"] == []
