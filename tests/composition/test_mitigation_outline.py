"""The mitigation outline as it is composed: its sections, its boxes, what its editions hold."""

from __future__ import annotations

import re
from functools import cache

import pytest

from drafter.analysis.filing.view import filing_view
from drafter.composition.blocks import BlockKind, Document, RunKind
from drafter.composition.documents import Composer
from drafter.composition.markdown import markdown
from drafter.composition.templating.folders import template_folders
from drafter.doctrine.kinds import OUTLINE_SECTIONS
from drafter.facts.disclosure import Reader
from tests.analysis.sentencing.outlines import FULL, SENTENCE, analysis_of
from tests.analysis.sentencing.sentences import LIBRARY, computation, counts, record

AFTER = "sentencing: 2026-05-04"


@cache
def composer() -> Composer:
    return Composer(template_folders())


def outline(
    edition: str = "working",
    body: str = FULL,
    sentencing: tuple[str, ...] = SENTENCE,
    *,
    dates: str = AFTER,
    **more: str,
) -> Document:
    case = record(body, dates=dates, sentencing=sentencing, **more)
    analysis = analysis_of(case, library=LIBRARY if edition == "working" else None)
    kind = composer().kind("mitigation_outline")
    return composer().compose(kind, kind.edition(edition), analysis)


def headings(document: Document) -> dict[str, str]:
    """Title by section id, of the headings at the top."""
    return {
        block.id.split("/")[0]: block.text
        for block in document.blocks
        if block.kind is BlockKind.HEADING and block.level == 1
    }


def boxed(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.kind is BlockKind.BOX]


@pytest.mark.parametrize(("dates", "departs"), [(AFTER, False), ("sentencing: 2025-10-31", True)])
def test_the_working_edition_has_every_section_in_order(dates: str, departs: bool) -> None:
    wanted = {
        each.id: each.title
        for each in LIBRARY.only(OUTLINE_SECTIONS).sections
        if departs or each.id != "departure"
    }
    found = headings(outline(dates=dates))
    assert found.pop("signoff") == "Sign-off"
    assert found.pop("notes") == "Counsel’s notes"
    assert list(found.items()) == list(wanted.items())


def test_departure_heads_no_section_where_it_is_not_available() -> None:
    for edition in ("working", "filing"):
        titles = headings(outline(edition)).values()
        assert titles
        assert not any("eparture" in title for title in titles)


def test_a_bare_case_is_all_gaps_and_no_blanks() -> None:
    document = outline(body="", sentencing=(), charges=counts(""))
    text = markdown(document)
    for missing in ("the sentence the defense asks for", "the judge’s name", "the theme"):
        assert f"NEED: {missing}" in text
    assert "None\n" not in text
    assert "None." not in text


def test_the_minimum_is_a_boxed_objection_in_the_working_edition() -> None:
    lines = tuple(e for e in SENTENCE if not e.startswith(("ask", "floor")))
    below = (*lines, "ask: {months: 12}", "floor_months: 60")
    (box,) = [each for each in boxed(outline(sentencing=below)) if each.startswith("Objection")]
    assert "below the statutory minimum of 60 months" in box
    assert not any(each.startswith("Objection") for each in boxed(outline()))


def test_the_stamp_of_a_manual_nobody_read() -> None:
    stamp = "Manual effective Nov. 1, 2026 not read by this tool."
    assert boxed(outline(dates="sentencing: 2026-11-01"))[0].startswith(stamp)
    assert not any(each.startswith(stamp) for each in boxed(outline()))


def test_a_narrative_against_the_factual_basis_is_boxed() -> None:
    body = (
        f"{FULL}plea_agreement: {{id: plea, basis: document, stage: signed, status: signed,"
        " narrative_conflict: yes}\n"
    )
    assert any("departs from the factual basis" in each for each in boxed(outline(body=body)))


def test_the_coercion_is_told_in_the_order_of_the_chronology() -> None:
    body = (
        "events:\n  - {id: late, what: One., when: 2025-03-14 14:20}\n"
        "  - {id: early, what: Two., when: before 2025-03-14 13:30}\n"
    )
    ids = [each.id for each in outline(body=body, sentencing=(), district="flnd").blocks]
    told = [each.rpartition("/")[2] for each in ids if each.startswith("coercion/story/entry/")]
    assert told == ["early", "late"]


def test_both_computations_are_shown_and_a_range_of_counsels_beside_the_tables() -> None:
    lines = (
        *SENTENCE,
        computation("offense_manual", "2024-11-01", 20),
        computation("sentencing_manual", "2025-11-01", 24, ", low_months: 60"),
    )
    text = markdown(outline(sentencing=lines))
    assert "33 to 41 months" in text
    assert "60 to 63 months" in text
    assert "the table gives 51 to 63 months" in text


DELAY = """\
threats:
  - {id: lot, speaker: rolo, kinds: [death], when: 2025-03-13 20:00, continuing: no,
     ended: 2025-03-14 06:00, ended_how: She got out of the car.}
  - {id: house, speaker: rolo, kinds: [death], when: 2025-03-13 23:00, continuing: no%s}
events: [{id: gave, kind: surrender, when: 2025-03-16 08:00, what: She told an officer.}]
"""


@pytest.mark.parametrize(
    ("second", "ends"),
    [
        (", ended: 2025-03-14 05:00", []),
        ("", ["no end is recorded. The time runs from the first of these ends only if no other"]),
    ],
)
def test_the_delay_after_the_threat_depends_on_an_end_that_is_not_recorded(
    second: str, ends: list[str]
) -> None:
    blocks = {block.id: block.text for block in outline(body=DELAY % second, sentencing=()).blocks}
    told = blocks["weaknesses/weakness/delay"]
    assert "ended March 14, 2025, at 6:00 a.m. Pacific time. She got out of the car." in told
    assert "She told an officer." in told
    assert ("came later" in told) is bool(ends)
    assert all(each in told for each in ends)


def test_what_is_missing_names_what_it_belongs_to_and_no_id() -> None:
    body = """\
threats:
  - {id: threat-x, speaker: rolo, kinds: [death], when: 2025-03-13 20:00}
  - {id: threat-w, kinds: [death], when: after 2025-03-13}
opportunities: [{id: opp-y, what: a stop by a station, when: 2025-03-13 21:00}]
evidence: [{id: ev-z, kind: phone_records, form: recording, what: The call}]
"""
    charges = counts("2025-03-14").replace("minimum_months: 0, ", "")
    document = outline(body=body, charges=charges, sentencing=(), dates="sentencing: 2025-10-31")
    text = markdown(document)
    assert not re.search(r"threat-[wx]|opp-y|ev-z|count-1", text)
    plain = text.replace("\\", "").replace("**", "")
    assert "0 if none]: count 1" in plain
    assert "and what]: Rogelio Tapia’s threat of March 13, 2025" in plain
    assert "and what]: the threat made after March 13, 2025" in plain
    assert "acted safely]: a stop by a station (March 13, 2025)" in plain


def test_a_letter_begins_with_its_writer_and_the_sign_off_with_its_lines() -> None:
    lines = tuple(e.replace("author: Ana Mora", "author: director of the home") for e in SENTENCE)
    for edition in ("working", "filing"):
        blocks = {b.id: b.text for b in outline(edition, sentencing=lines).blocks}
        assert blocks["letters/letter/l"].startswith("Director of the home, employer: ")
    ids = [block.id for block in outline().blocks]
    # A heading keeps with what follows it: the lines to sign must.
    assert ids[ids.index("signoff") + 1] == "signoff/lines/reviewed"


def test_a_surrender_is_told_with_its_interval_and_no_judgment() -> None:
    body = """\
events: [{id: gave, kind: surrender, when: 2025-03-18 08:00, what: She told an officer.}]
"""
    charges = counts("2025-03-14 06:00")
    found = outline(body=body, sentencing=(), charges=charges).blocks
    (told,) = [each.text for each in found if each.id.endswith("condition/acceptance/surrendered")]
    assert (
        "A surrender is recorded. From the end of the offense to it: 4 days 2 hours. Whether that"
        " was prompt is for counsel." in told
    )
    assert "Yes." not in told
    undated = body.replace(" when: 2025-03-18 08:00,", "")
    found = outline(body=undated, sentencing=(), charges=charges).blocks
    (told,) = [each.text for each in found if each.id.endswith("condition/acceptance/surrendered")]
    assert "A surrender is recorded. Whether it was prompt is for counsel." in told


def test_the_filing_cites_what_its_view_lists_and_nothing_else() -> None:
    for dates in (AFTER, "sentencing: 2025-10-31"):
        document = outline("filing", dates=dates)
        cited = {id for block in document.blocks for id in block.authorities}
        case = record(FULL, dates=dates, sentencing=SENTENCE)
        assert cited == set(filing_view(analysis_of(case), Reader.PUBLIC).law.every)


SEALED_ONLY = """\
events:
  - {id: burn, kind: violence, handling: medical, when: 2025-03-12, what: She was treated.,
     sources: [ev-call]}
evidence: [{id: ev-call, kind: medical_record, form: writing, what: The record, bates: R-1}]
"""


def test_a_variance_promises_factors_only_where_it_has_them() -> None:
    assert headings(outline("filing"))["variance"] == "Variance, factor by factor"
    bare = outline("filing", body=SEALED_ONLY, sentencing=("ask: {months: 12}", "floor_months: 0"))
    assert headings(bare)["variance"] == "Variance"
    text = markdown(bare)
    assert "Facts on which the request rests are stated in a supplement filed under seal." in text
    assert "treated" not in text
    barred = f"{SEALED_ONLY}plea_agreement: {{id: plea, stage: signed, status: signed, arguments: ["
    barred += "{argument: departure, permission: barred}]}\n"
    bare = outline("filing", body=barred, sentencing=("ask: {months: 12}", "floor_months: 0"))
    assert headings(bare)["variance"] == "Variance"
    assert "rests are stated in a supplement filed under seal" in markdown(bare)
    assert "Further facts are stated in a supplement filed under seal." in markdown(
        outline("filing")
    )
    public = FULL.replace("handling: sealed, kinds", "kinds")
    history = tuple(each.replace("handling: medical", "handling: open") for each in SENTENCE)
    assert "under seal" not in markdown(outline("filing", body=public, sentencing=history))


@pytest.mark.parametrize("edition", ["filing", "sealed"])
def test_no_word_of_the_teams_leaves(edition: str) -> None:
    document = outline(edition)
    text = markdown(document)
    assert "PLANTED" not in text
    assert ("SEALED" in text.replace("UNDER SEAL", "")) is (edition == "sealed")
    kinds = {run.kind for block in document.blocks for run in block.runs}
    assert RunKind.CITE in kinds or edition == "sealed"
    assert not kinds & {RunKind.GAP, RunKind.MARK}


def test_a_filing_opens_with_its_theme_and_states_its_reasons_as_a_sentence() -> None:
    document = outline("filing")
    blocks = {block.id: block.text for block in document.blocks}
    assert "theme" not in headings(document)
    assert blocks["front/theme"] == "She drove because she was made to."
    assert blocks["ask/reasons"].startswith(
        "The defense asks the Court to state these reasons for the sentence: the threat and what"
        " she did when it ended. ((18 U.S.C."
    )


def test_cooperation_stands_under_its_own_heading_with_no_label_of_the_files() -> None:
    document = outline("sealed")
    blocks = {block.id: block.text for block in document.blocks}
    assert headings(document)["cooperation"] == "Cooperation"
    assert "limits" not in headings(document)
    assert blocks["cooperation/cooperation/coop"] == (
        "The government has filed a motion for substantial assistance."
        " The particulars: SEALED-coop."
    )
    below = tuple(e for e in SENTENCE if not e.startswith(("ask", "floor")))
    below = (*below, "ask: {months: 12, legal_road: section_3553e}", "floor_months: 60")
    assert {"limits", "cooperation"} <= headings(outline("sealed", sentencing=below)).keys()


def test_where_nobody_cooperates_the_supplement_has_no_heading_for_it() -> None:
    body = FULL.replace("status: motion_filed, disclosure: made, what: SEALED-coop", "status: none")
    assert "cooperation" not in headings(outline("sealed", body=body))


def test_a_computation_in_a_filing_is_the_defenses_and_no_finding() -> None:
    steps = (
        ", adjustments: [{id: adj, what: minor role, guideline: USSG § 3B1.2(b), levels: -2,"
        " position: PLANTED-position}]"
    )
    lines = (*SENTENCE, computation("sentencing_manual", "2025-11-01", 24, steps))
    blocks = {block.id: block.text for block in outline("filing", sentencing=lines).blocks}
    computed = blocks["computation/computed"]
    assert computed.endswith("level as follows, under the Manual effective November 1, 2025.")
    assert "the range as the defense computes it is 41 to 51 months" in blocks["computation/range"]
    assert "below the low end of the range that the defense computes." in blocks["ask/asked"]
    assert "PLANTED" not in " ".join(blocks.values())


def test_the_filing_names_a_minor_by_alias() -> None:
    text = markdown(outline("filing"))
    assert "L.R." in text
    assert "Lucía" not in text


def test_what_counsel_noted_stands_in_the_working_edition_alone() -> None:
    assert headings(outline())["notes"] == "Counsel’s notes"
    told = markdown(outline())
    for edition in ("filing", "sealed"):
        assert "notes" not in headings(outline(edition))
        for word in ("PLANTED-note2.", "PLANTED-note.", "PLANTED-strategy."):
            assert told.count(word) == 1
            assert word not in markdown(outline(edition))
