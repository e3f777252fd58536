"""The outline and the filing as they are composed: what their law rests on, and how it is said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from drafter.composition.blocks import Document
from drafter.errors import GateError
from tests.analysis.filing.test_view import ALLEGED, BARE_ASK, TESTIFIED
from tests.analysis.sentencing.outlines import FULL, SENTENCE, analysis_of
from tests.analysis.sentencing.sentences import COUNT, checked_library, computation, counts, record
from tests.composition.test_mitigation_outline import composer, outline


def blocks(body: str = "", sentencing: tuple[str, ...] = (), **more: str) -> Mapping[str, str]:
    """Every block of the working outline by its id."""
    return told_in(outline("working", body, sentencing, **more))


def told_in(document: Document) -> Mapping[str, str]:
    return {each.id: each.text.replace("\u00a0", " ") for each in document.blocks}


def test_money_that_was_given_up_is_told_once_and_stands_on_both_sides() -> None:
    body = (
        "benefits: [{id: b, basis: document, handling: open, what: He threw bills on the seat.,"
        " amount: $600, received: yes, given_up: yes}]\n"
    )
    told = blocks(body)["variance/factor/circumstances"]
    assert "For: What was received, $600, was given up at once. " in told
    assert told.count("He threw bills on the seat.") == 1
    assert "Against: He threw bills on the seat." in told


def test_a_witness_brings_in_what_may_be_offered_and_no_work_of_the_defense() -> None:
    body = (
        "witnesses:\n"
        "  - {id: saw, basis: witness, person: rolo, knows: Saw it., sponsors: [log, talk, word]}\n"
        "  - {id: told, basis: witness, person: rolo, knows: Was told., sponsors: [talk]}\n"
        "evidence:\n"
        "  - {id: log, kind: document, form: writing, basis: document, what: A log}\n"
        "  - {id: talk, kind: document, form: writing, basis: witness, handling: work_product,"
        " what: An interview}\n"
        "  - {id: word, kind: independent_witness, form: testimony, basis: witness, what: Rolo}\n"
    )
    told = blocks(body)
    assert (
        "Saw it. Whether interviewed is not recorded. Brings in: A log. ("
        in (told["evidence_plan/witness/saw"])
    )
    assert "Brings in" not in told["evidence_plan/witness/told"]
    burden = told["evidence_plan/burden"]
    assert (
        "One court has asked for the greater weight of the evidence. ((United States v. Per"
        in burden
    )


COERCER = "threats: [{id: t, speaker: rolo, kinds: [death], ended: 2025-03-20%s}]\n"
CHARGES = "[NEED: whether the coercer was charged, and what came of it]"


@pytest.mark.parametrize(
    ("body", "told", "asked"),
    [
        (COERCER % "", None, True),
        (COERCER % ", ended_how: Mr. Tapia was arrested", "The coercer: Mr. Tapia was arr", True),
        (COERCER % "" + "events: [{id: t2, what: A grand jury indicted Rogelio Tapia.}]\n",
         "The coercer: A grand jury indicted", False),
        # Of another: that he is named in it says nothing of him.
        (COERCER % "" + "events: [{id: t2, what: A grand jury indicted Ruiz for paying Tapia.}]\n",
         None, True),
        ("", None, False),
        (COERCER % "" + "codefendants: [{id: c, basis: document, person: rolo, role: drove,"
         " status: pending, coercer: yes}]\n", None, False),
    ],
)  # fmt: skip
def test_what_is_recorded_of_charges_against_the_coercer_is_told_or_asked_for(
    body: str, told: str | None, asked: bool
) -> None:
    found = blocks(body)
    of_coercer = [text for id, text in found.items() if id.startswith("disparity/coercer")]
    assert [text.startswith(told or "") for text in of_coercer] == ([True] if told else [])
    assert (CHARGES in found.values()) is asked
    listed = [text for id, text in found.items() if id.startswith("open_items/")]
    assert (CHARGES in listed) is asked


PLEA = (
    "plea_agreement: {id: plea, basis: document, stage: signed, status: signed,"
    " arguments: [{argument: variance, permission: allowed}%s]}\n"
)
ROLE_UNSAID = "[NEED: what the plea agreement says on role]"
VALVE_UNSAID = "[NEED: what the plea agreement says on safety valve]"


@pytest.mark.parametrize(
    ("more", "offense", "beside", "asked"),
    [
        ("", "drug_trafficking", False, [VALVE_UNSAID]),
        ("", "fraud", False, []),
        ("", "fraud", True, [ROLE_UNSAID]),
        (", {argument: safety_valve, permission: barred}", "fraud", False, []),
    ],
)
def test_where_no_term_is_recorded_the_plea_agreement_is_asked_of_what_can_arise(
    more: str, offense: str, beside: bool, asked: list[str]
) -> None:
    others = "threats: [{id: t, kinds: [death], demanded_offense: count-1}]\n" if beside else ""
    told = blocks(PLEA % more + others, charges=counts("2025-03-14", offense=offense))
    agreement = told["ask/agreement"]
    assert "not mentioned" not in agreement
    assert "variance, allowed" in agreement
    assert [each for each in (ROLE_UNSAID, VALVE_UNSAID) if each in agreement] == asked
    assert ("safety valve, barred" in agreement) is bool(more)
    listed = " ".join(text for id, text in told.items() if id.startswith("open_items/"))
    assert all(each in listed for each in asked)


def test_a_sentence_that_was_agreed_is_told_with_an_ask_outside_it() -> None:
    body = (PLEA % "").replace("status:", "agreed_range: {low: 36, high: 48}, status:")
    told = blocks(body, sentencing=("ask: {months: 24}",))
    assert "The sentence agreed: 36 to 48 months. Of the arguments" in told["ask/agreement"]
    assert "outside the range of the plea agreement, 36 to 48 months." in told["ask/outside"]
    assert "ask/outside" not in blocks(body, sentencing=("ask: {months: 36}",))


def test_that_deleted_grounds_may_be_urged_is_said_to_be_derived() -> None:
    told = blocks()["variance/formerly"]
    assert "may still be urged for a variance; that is inferred here. ((18 U.S.C. § 3661 [" in told
    assert "; 18 U.S.C. § 3553(a)(1) [" in told


def test_a_decision_nobody_read_is_named_as_a_lead_after_the_cite_of_the_statute() -> None:
    told = blocks()["valve/condition/criminal_history"]
    statute = told.index("18 U.S.C. § 3553(f)(1) [")
    assert statute < told.index("Whether any one of the three disqualifies was not read")
    assert "Pulsifer v. United States, 601 U.S. 124 (2024) [not read; counsel to check]." in told


BELOW = ("ask: {months: 12}", "floor_months: 60")


def test_that_coercion_opens_no_minimum_is_derived_from_the_two_exceptions() -> None:
    told = blocks(sentencing=BELOW)
    negative = told["limits/caution/duress_is_no_road"]
    assert "That is derived" in negative
    for cite in ("18 U.S.C. § 3553(e) [", "; 18 U.S.C. § 3553(f) ["):
        assert cite in negative
    assert "Gaviria" not in negative
    assert "Gaviria" in told["limits/caution/at_the_minimum"]


@pytest.mark.parametrize(
    ("road", "words", "cited"),
    [
        ("section_3553f", "the safety valve", "18 U.S.C. § 3553(f)"),
        (
            "section_3553e",
            "the government’s motion for substantial assistance",
            "18 U.S.C. § 3553(e)",
        ),
    ],
)
def test_the_road_below_the_minimum_is_named_in_words_and_cited_once(
    road: str, words: str, cited: str
) -> None:
    ask = f"ask: {{months: 12, legal_road: {road}}}"
    told = blocks(sentencing=(ask, "floor_months: 60"))["ask/objection"]
    assert "That coercion by itself is no way below it is inferred here" in told
    assert f"stands or falls with {words}" in told
    assert told.count(cited) == 1


ROLE = (
    ", adjustments: [{id: %s, what: minor role, guideline: USSG § 3B1.2(b), levels: -2,"
    " position: %s}]"
)


def entered(earlier: int, later: int, position: str = "agreed", more: str = "") -> tuple[str, ...]:
    return (
        computation("offense_manual", "2024-11-01", earlier, ROLE % ("off", position)),
        computation("sentencing_manual", "2025-11-01", later, ROLE % ("sen", position) + more),
    )


def test_the_two_computations_stand_side_by_side_with_what_governs_and_why() -> None:
    told = blocks(sentencing=entered(20, 24))
    assert told["computation/beside/header"] == (
        "Step\tManual of the offense\tManual of the day of sentencing"
    )
    assert told["computation/beside/edition"] == "Effective\tNovember 1, 2024\tNovember 1, 2025"
    assert told["computation/beside/step/off"] == (
        "Minor role\t−2 (USSG § 3B1.2(b); agreed)\t−2 (USSG § 3B1.2(b); agreed)"
    )
    assert told["computation/beside/total"] == "Total level\t18\t22"
    assert told["computation/beside/range"] == (
        "Range\t27 to 33 months, zone D\t41 to 51 months, zone D"
    )
    assert told["computation/beside/governs"] == "Governs\tyes\tno"
    why = told["computation/why/later_manual.later_higher_departure"]
    assert "the Manual of the offense applies in its entirety" in why
    assert "no step of the other may be added" in told["computation/both"]
    equal = blocks(sentencing=entered(24, 24))
    assert equal["computation/beside/governs"] == "Governs\tno\tyes"
    assert "no step of the other" not in equal["computation/both"]


def test_what_is_not_entered_of_the_two_is_a_gap_and_no_blank() -> None:
    told = blocks(sentencing=entered(20, 24)[1:])
    gap = "[NEED: the guideline computation under the offense-date Manual]"
    assert told["computation/beside/edition"] == f"Effective\t{gap}\tNovember 1, 2025"
    assert told["computation/beside/step/sen"].split("\t")[1] == "not entered"
    assert told["computation/beside/governs"] == (
        "Governs\tonly if the later range is the higher\t"
        "taken, until it is settled whether its range is the higher"
    )
    assert gap in [text for id, text in told.items() if id.startswith("open_items/also")]
    assert gap in blocks()["computation/none"]


def test_a_step_under_one_manual_only_is_named_for_counsel() -> None:
    lines = entered(20, 24)
    alone = (lines[0], computation("sentencing_manual", "2025-11-01", 24))
    told = blocks(sentencing=alone)
    assert told["computation/beside/step/off"].endswith("\tnone entered")
    assert "minor role (that of the offense). Confirm" in told["computation/one-sided"]
    assert "computation/one-sided" not in blocks(sentencing=lines)


def test_a_contested_step_on_which_the_manual_turns_is_boxed() -> None:
    lines = (
        entered(24, 24, "disputed")[0],
        computation("sentencing_manual", "2025-11-01", 24),
    )
    told = blocks(sentencing=lines)
    assert told["computation/turns"].startswith(
        "With every step the range under the later Manual is the higher; without what is "
        "contested it is no higher."
    )
    assert "computation/turns" not in blocks(sentencing=entered(24, 24, "disputed"))


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (", low_months: 60, high_months: 70", "[NEED: what moves the range off the table]"),
        (", low_months: 60, high_months: 70, off_table: a consecutive term", "a consecutive term."),
    ],
)
def test_a_range_off_the_table_is_never_without_what_moves_it(more: str, words: str) -> None:
    told = blocks(sentencing=entered(20, 24, more=more))
    assert words in told["computation/off-table/sentencing_manual"]
    alone = computation("sentencing_manual", "2025-11-01", 24, more)
    single = blocks(sentencing=(alone,), charges=counts("2025-11-02"))
    assert words in single["computation/range/sentencing_manual"]


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("what: zero points, guideline: USSG § 4C1.1, levels: -2",
         "is for a defendant without criminal history points, and the category entered is III."),
        ("what: the cap, guideline: USSG § 2D1.1(a)(5), levels: -2",
         "goes with a role adjustment, and none is entered."),
        ("what: acceptance, guideline: USSG § 3E1.1, levels: -3",
         "for which the level before the first decrease is 16 or more, and the computation has at "
         "most 15."),
    ],
)  # fmt: skip
def test_a_step_that_its_law_record_does_not_bear_out_is_boxed(step: str, told: str) -> None:
    more = f", adjustments: [{{id: s, {step}, position: stipulated}}]"
    entered = computation("sentencing_manual", "2025-11-01", 15, more)
    found = blocks(sentencing=(entered.replace("category: I", "category: III"),))
    assert told in found["computation/against/s"]
    assert found["computation/against/s"].endswith("A filing that computes with it is refused.")


WITHIN = (
    *(line for line in SENTENCE if not line.startswith("ask")),
    "ask: {months: 51}",
    computation("sentencing_manual", "2025-11-01"),
)
VARIANCE = FULL + PLEA.replace("permission: allowed}%s", "permission: %s}")


@pytest.mark.parametrize("permission", ["barred", "unclear"])
def test_a_sentence_within_the_range_needs_no_variance_and_asks_for_none(permission: str) -> None:
    told = told_in(outline("filing", VARIANCE % permission, WITHIN))
    assert told["ask/asked"].endswith("It lies within the range that the defense computes.")
    assert told["variance"] == "The statutory factors"
    assert "variance/factor/circumstances" in told
    assert "for a variance" not in " ".join(told.values())


def test_within_the_range_a_variance_that_is_open_is_asked_for_in_case_it_is_higher() -> None:
    told = told_in(outline("filing", VARIANCE % "allowed", WITHIN))
    assert "should the Court find a higher one, the request is for a va" in told["ask/asked"]
    assert told["variance"] == "Variance, factor by factor"


def test_below_the_minimum_and_within_the_range_no_variance_is_asked_for() -> None:
    rest = (line for line in WITHIN if not line.startswith(("ask", "floor")))
    below = (*rest, "ask: {months: 51, legal_road: section_3553e}", "floor_months: 60")
    told = told_in(outline("filing", VARIANCE % "allowed", below))
    assert told["ask/minimum"].endswith("is stated in a supplement filed under seal.")


def test_the_title_of_a_count_that_begins_with_a_name_keeps_its_capital() -> None:
    charges = counts("2025-03-14", offense="robbery").replace("Importation", "Hobbs Act robbery")
    for edition in ("working", "filing"):
        told = " ".join(told_in(outline(edition, charges=charges)).values())
        assert "Hobbs Act robbery (count 1" in told
        assert "hobbs" not in told


@pytest.mark.parametrize(
    ("event", "heading"),
    [
        ("authority_contact", "the first contact with an authority."),
        ("surrender", "surrender."),
        ("arrest", "the arrest."),
    ],
)
def test_a_delay_is_headed_by_what_it_ran_to_and_has_its_length(event: str, heading: str) -> None:
    body = (
        "threats: [{id: t, speaker: rolo, kinds: [death], when: 2025-03-12,"
        " ended: 2025-03-14 08:00}]\n"
        f"events: [{{id: came, kind: {event}, when: 2025-03-15 10:00, what: She called.}}]\n"
    )
    told = blocks(body, charges=counts("2025-03-14 12:00"))
    delay = told["weaknesses/weakness/delay"]
    assert delay.startswith(f"Time between the end of the threat and {heading}")
    assert "From the end of the threat to that: 1 day 2 hours. " in delay
    beyond = told["weaknesses/weakness/went_on"]
    assert "Every threat had ended by March 14, 2025, at 8:00 a.m." in beyond
    assert "the last count ended March 14, 2025, at 12:00" in beyond
    assert "it went on for 4 hours. The government will say" in beyond


def test_that_one_range_alone_is_moved_off_the_table_is_boxed_and_nothing_is_compared() -> None:
    moved = ", low_months: 60, high_months: 70, off_table: a consecutive term"
    told = blocks(sentencing=entered(24, 20, more=moved))
    assert told["computation/unlike"].startswith(
        "Not compared: the range under the Manual of November 1, 2025, is moved off the table"
    )
    assert "computation/why/later_manual.one_off_table" in told
    assert "computation/unlike" not in blocks(sentencing=entered(24, 20))


def test_a_filing_under_the_earlier_manual_shows_both_ranges_and_no_position() -> None:
    lines = (*SENTENCE, *entered(20, 24, "PLANTED-position"))
    told = told_in(outline("filing", sentencing=lines))
    assert told["computation/beside/header"] == (
        "Step\tManual effective November 1, 2024\tManual effective November 1, 2025"
    )
    assert told["computation/beside/step/off"] == (
        "Minor role\t−2 (USSG § 3B1.2(b))\t−2 (USSG § 3B1.2(b))"
    )
    assert "27 to 33 months" in told["computation/beside/range"]
    assert "41 to 51 months" in told["computation/beside/range"]
    assert "At level 18 and criminal history" in told["computation/range"]
    assert "PLANTED" not in " ".join(told.values())
    later = told_in(outline("filing", sentencing=(*SENTENCE, *entered(24, 24))))
    assert not any(id.startswith("computation/beside") for id in later)


@pytest.mark.parametrize(
    ("position", "cell"), [("agreed", "none"), ("disputed", "0 (USSG § 3B1.2(b); contested)")]
)
def test_a_filing_cites_no_step_for_a_manual_that_has_none(position: str, cell: str) -> None:
    later = entered(24, 28, position)[1].replace("levels: -2", "levels: 0")
    beside = told_in(outline("filing", sentencing=(*SENTENCE, entered(24, 28)[0], later)))
    assert beside["computation/beside/step/off"] == f"Minor role\t−2 (USSG § 3B1.2(b))\t{cell}"
    later = later.replace("base_level: 28", "base_level: 20")
    alone = told_in(outline("filing", sentencing=(*SENTENCE, entered(24, 20)[0], later)))
    assert ("computation/levels/step/sen" in alone) is (cell != "none")


def test_a_step_that_tells_of_the_safety_valve_stands_under_seal_under_both_manuals() -> None:
    lines = tuple(
        each.replace("minor role, guideline: USSG § 3B1.2(b)", "SEALED-step, guideline: 5C1.2")
        for each in entered(20, 24)
    )
    public = told_in(outline("filing", sentencing=(*SENTENCE, *lines)))
    assert "SEALED-step" not in " ".join(public.values())
    assert public["computation/beside/total"] == "Total after adjustments\t18\t22"
    assert public["computation/steps"].endswith("filed under seal.")
    sealed = told_in(outline("sealed", sentencing=(*SENTENCE, *lines)))
    assert sealed["computation/beside/step/off"].startswith("SEALED-step\t−2")


def remanded(first: str, *, ended: str, edition: str = "filing") -> Document:
    dates = f"first_sentencing: {first}, sentencing: 2026-05-04"
    return outline(edition, dates=dates, proceeding="remand", charges=counts(ended))


def test_on_remand_a_filing_says_of_the_manual_and_the_deletion_no_more_than_was_read() -> None:
    told = told_in(remanded("2024-09-12", ended="2023-03-14"))
    assert told["manual/manual"].startswith("On remand the Court determines the range by the")
    assert "date of the previous sentencing, September 12, 2024." in told["manual/manual"]
    assert "stood in the Manual" not in " ".join(told.values())
    assert told["departure/before"] == (
        "That policy statement was deleted effective November 1, 2025. The first sentencing, on "
        "September 12, 2024, came before."
    )


def test_a_filing_tells_the_court_the_rule_of_a_departure_and_submits_that_it_is_met() -> None:
    told = told_in(outline("filing", dates="sentencing: 2025-10-31"))
    assert told["departure/factor/cause"].startswith(
        "Cause. The departure is open where the offense was committed because of serious "
        "coercion, blackmail or duress. The defense submits that this one was. "
    )
    seriousness = told["departure/factor/seriousness"]
    assert seriousness.startswith("Seriousness. Ordinarily coercion is serious enough only where")


@pytest.mark.parametrize(
    ("first", "days"),
    [
        ("2003-10-26", "Nov. 1, 1987, to Oct. 26, 2003"),
        ("2003-10-27", "Oct. 27, 2003, to Oct. 31, 2004"),
        ("2004-10-31", "Oct. 27, 2003, to Oct. 31, 2004"),
        ("2004-11-01", None),
    ],
)
def test_on_remand_an_earlier_text_stands_under_its_own_cite(first: str, days: str | None) -> None:
    own = f"text in force {days}" if days else "deleted effective Nov. 1, 2025"
    for edition in ("filing", "working"):
        told = told_in(remanded(first, ended="2003-03-14", edition=edition))
        (text,) = (told[id] for id in told if id.startswith("departure/text"))
        assert f"U.S.S.G. § 5K2.12, p.s. ({own})" in text
        assert ("depart downward.” U.S" in text) is False
        assert ("departure/before" in told) is (edition == "filing" and not days)
    assert {id: own in told[id] for id in told if id.startswith("departure/factor")} == {
        id: True for id in told if id.startswith("departure/factor")
    }


def test_where_two_texts_may_count_each_stands_under_its_own_cite() -> None:
    lines = (
        computation("offense_manual", "2003-11-01", 20),
        computation("sentencing_manual", "2025-11-01", 24),
    )
    told = blocks("", lines, charges=counts("between 2003-10-20 and 2003-11-10"))
    texts = [told[id] for id in told if id.startswith("departure/text")]
    cites = [each.partition("p.s. (")[2].partition(")")[0] for each in texts]
    assert cites == [
        "text in force Oct. 27, 2003, to Oct. 31, 2004",
        "text in force Nov. 1, 1987, to Oct. 26, 2003",
    ]


def test_a_variance_that_is_asked_for_has_a_section_whatever_may_be_told_openly() -> None:
    bare = ("ask: {months: 12}", "floor_months: 0")
    letter = "letters: [{id: l, author: Ana Mora, relation: employer, topic: work, received: yes}]"
    dates = "first_sentencing: 2024-09-12, sentencing: 2026-05-04"
    again = {"dates": dates, "proceeding": "remand", "charges": counts("2023-03-14")}
    event = FULL[FULL.index("events:") : FULL.index("  - {id: home")]
    event = event.replace("surrender", "travel")
    event += FULL[FULL.index("evidence:") : FULL.index("  - {id: ev-work")]
    barred = PLEA % ", {argument: departure, permission: barred}"
    for body, lines, words in (
        (event, bare, "The facts stated above bear on it."),
        (event, (*bare, letter), "bear on it. So do the letters, as stated below."),
        ("", (*bare, letter), "What bears on it stands in the sections that follow."),
        (event.replace("id: told,", "id: told, handling: medical,"), bare, "under seal."),
    ):
        told = told_in(outline("filing", body + barred, lines, **again))
        assert "for a variance under 18 U.S.C. § 3553(a)" in told["ask/asked"]
        assert told["variance/grounds"].endswith(words)
        assert "greater than necessary" in told["variance/parsimony"]
    assert "variance/grounds" not in told_in(outline("filing"))


def test_the_words_that_a_filing_prints_without_a_source_are_marked_and_asked_for() -> None:
    told = blocks(FULL, SENTENCE)
    assert "[NEED: what the theme in public words rests on" in told["theme/public"]
    assert "[NEED: what the reasons in public words rest on" in told["ask/statement"]
    assert told["ask/statement"].endswith("may leave the office]")  # the cite is a note before it
    asked = " ".join(text for id, text in told.items() if id.startswith("open_items/also"))
    assert "what the theme in public words rests on" in asked
    named = (*SENTENCE, "filing_theme_sources: [threat-open]", "filing_reasons_sources: [ev-call]")
    told = blocks(FULL, named)
    assert "NEED" not in told["theme/public"]
    assert "R-1 at 00:41" in told["theme/public"]
    assert "R-1" in told["ask/statement"]


def test_a_filing_cites_what_its_own_words_rest_on() -> None:
    sources = ("filing_theme_sources: [threat-open]",)
    reasons = ("filing_reasons_sources: [told, ev-call]",)
    told = told_in(outline("filing", FULL, (*SENTENCE, *sources, *reasons)))
    (theme,) = (text for id, text in told.items() if id.endswith("theme"))
    assert theme == "She drove because she was made to. ((R-1 at 00:41.))"
    assert "R-1" in told["ask/reasons"]
    assert "PLANTED" not in " ".join(told.values())
    bare = told_in(outline("filing"))
    assert "R-1" not in bare["ask/reasons"]


def test_words_that_rest_on_a_witness_are_cited_by_the_name() -> None:
    body = FULL + "witnesses: [{id: w, basis: witness, handling: %s, person: rolo, knows: Saw.}]\n"
    body = body.replace(
        "evidence:\n",
        "evidence:\n  - {id: ev-talk, kind: independent_witness, form: testimony, basis: witness,"
        " handling: open, what: An interview, witness: girl}\n",
    )
    lines = (*SENTENCE, "filing_theme_sources: [ev-talk]", "filing_reasons_sources: [told, w]")
    told = told_in(outline("filing", body % "open", lines))
    (theme,) = (text for id, text in told.items() if id.endswith("theme"))
    assert theme == "She drove because she was made to. ((L.R.))"
    assert "Rogelio Tapia" in told["ask/reasons"]
    with pytest.raises(GateError, match="rests words of `filing_reasons:` on `w`, which may not"):
        outline("filing", body % "work_product", lines)


def test_the_signature_block_has_what_is_recorded_and_no_filing_shows_what_is_not() -> None:
    bare = told_in(outline("filing"))
    assert not {"front/bar", "front/telephone"} & bare.keys()
    assert not any("NEED" in text for text in bare.values())
    asked = blocks(FULL, SENTENCE)["caption/heading/signature"]
    for lacking in ("bar number", "address", "telephone"):
        assert f"[NEED: counsel’s {lacking}" in asked
    given = "bar_number: Cal. Bar No. 00000, address: 1 Invented Plaza, telephone: 619-555-0142"
    whole = told_in(outline("filing", counsel=f", {given}"))
    said = [text for id, text in whole.items() if id not in bare]
    assert said == ["Cal. Bar No. 00000", "1 Invented Plaza", "619-555-0142"]


def test_a_decision_that_may_only_be_quoted_is_led_in_once_its_page_is_entered() -> None:
    case = record(FULL, dates="sentencing: 2025-10-31", district="nyed", sentencing=SENTENCE)
    kind, day = composer().kind("mitigation_outline"), date(2025, 10, 31)
    library = checked_library(day.isoformat(), ("amor_ca2_1994",))
    paged = composer().compose(kind, kind.edition("filing"), analysis_of(case, day, library))
    told = told_in(paged)["departure/case/amor_ca2_1994"]
    assert told.startswith("The Second Circuit wrote: “The government has cross-appealed")
    assert "24 F.3d 432, 7 (2d Cir. 1994)" in told


def test_a_filing_points_once_to_a_statement_and_says_of_it_later_that_it_bears() -> None:
    told = told_in(outline("filing", TESTIFIED, BARE_ASK, dates="sentencing: 2025-10-31"))
    factors = {id.rpartition("/")[2]: text for id, text in told.items() if "/factor/" in id}
    pointer = "The facts above give what Ms. Ruiz told the jury on March 20, 2026. "
    assert pointer in factors["cause"]
    later = [factors[id] for id in ("seriousness", "circumstances")]
    assert all("What Ms. Ruiz told the jury bears on it too. " in text for text in later)
    assert " ".join(told.values()).count(pointer) == 1


def test_a_filing_names_the_court_of_a_decision_that_does_not_bind_the_one_it_goes_to() -> None:
    days = "trial: 2025-06-02, sentencing: 2025-10-31"
    told = told_in(outline("filing", dates=days, district="casd"))
    held = "a verdict that rejects coercion does not take away the authority to depart. ("
    assert told["departure/case/cheape_ca3_1989"].startswith(
        f"The Third Circuit has held that {held}"
    )
    assert told["departure/case/gaviria_nyed_1992"].startswith(
        "In the Eastern District of New York, for a pattern of abuse and subservience the court"
    )
    own = told_in(outline("filing", dates=days, district="njd"))
    assert own["departure/case/cheape_ca3_1989"].startswith(held.capitalize())


def test_a_decision_that_may_only_be_quoted_is_not_filed_before_its_page_is_entered() -> None:
    older = {"dates": "trial: 2025-06-02, sentencing: 2025-10-31", "district": "nyed"}
    filed = told_in(outline("filing", **older))
    assert "departure/case/cheape_ca3_1989" in filed
    assert "departure/case/amor_ca2_1994" not in filed
    weighed = blocks(FULL, SENTENCE, **older)
    assert "A filing leaves this decision out" in weighed["open_items/page/amor_ca2_1994"]
    asked = "left out of a filing until its page is entered: [NEED: the page of the words"
    rows = {id.rpartition("/")[2]: text for id, text in weighed.items() if "cases/list/case" in id}
    assert asked in rows["amor_ca2_1994"]
    assert asked not in rows["cheape_ca3_1989"]
    # Nothing of it is filed where no departure is argued.
    assert asked not in " ".join(blocks(FULL, SENTENCE).values())


def test_no_guideline_that_is_in_force_is_cited_to_the_year_of_the_copy_read() -> None:
    told = " ".join(blocks(FULL, SENTENCE).values())
    assert "U.S.S.G. § 3E1.1 cmt. n.1(D) [quoted from an unofficial copy of the 2016" in told
    assert "cmt. n.1(D) (2016)" not in told


def test_the_outline_too_is_held_back_from_who_advises_on_immigration() -> None:
    second = "}, {id: im, name: T. Zielinski, role: immigration counsel"
    marked = FULL.replace(
        "id: told, kind", "id: told, basis: document, handling: protective_order, kind"
    )
    held = blocks(marked, counsel=second)["caption/heading/held"]
    assert "Not yet to T. Zielinski (immigration counsel)" in held
    assert "under the protective order" in held
    assert "caption/heading/held" not in blocks(FULL, counsel=second)
    assert "caption/heading/held" not in blocks(marked)


BELOW_60 = tuple(each for each in SENTENCE if not each.startswith(("ask", "floor_months")))


def below(road: str, *more: str) -> tuple[str, ...]:
    return (*BELOW_60, f"ask: {{months: 12, legal_road: {road}}}", "floor_months: 60", *more)


def test_below_the_minimum_a_filing_rests_on_no_variance() -> None:
    told = told_in(outline("filing", sentencing=below("section_3553e")))
    assert "variance" not in told["ask/asked"]
    assert told["ask/minimum"] == (
        "The ground on which the Court may impose a sentence below the statutory minimum is stated"
        " in a supplement filed under seal. Within what that ground leaves open, the request is for"
        " a variance under 18 U.S.C. § 3553(a)."
    )
    above = told_in(outline("filing"))
    assert "The request is for a variance" in above["ask/asked"]
    assert "ask/minimum" not in above


def test_a_count_that_is_pending_beside_a_conviction_is_not_passed_over() -> None:
    gun = (
        "  - {id: gun, count: 2, statute: 18 U.S.C. § 924(c), title: Carrying a firearm,"
        " offense: firearm_in_crime, end: 2025-03-14, minimum_months: 60%s}\n"
    )
    told = blocks(FULL, SENTENCE, charges=COUNT + gun % "")
    assert "Count 2, carrying a firearm (18 U.S.C. § 924(c))" in told["limits/pending/gun"]
    assert "Its own minimum: 60 months." in told["limits/pending/gun"]
    assert "limits/counted/gun" not in told
    total = tuple("floor_months: 60" if "floor" in each else each for each in SENTENCE)
    told = blocks(FULL, total, charges=COUNT + gun % "")
    assert "count 2 is pending: if the total has its minimum" in told["limits/counted/gun"]
    for other in (
        COUNT + gun % ", disposition: dismissed",
        (COUNT + gun % "").replace("disposition: convicted", "disposition: pending"),
    ):
        assert "limits/pending/gun" not in blocks(FULL, SENTENCE, charges=other)


@pytest.mark.parametrize(
    ("way", "offered", "told"),
    [
        ("Agent Lowe", "", "Agent Lowe."),
        ("Agent Lowe", "government", "Agent Lowe. For the government to offer, if anybody."),
        ("", "government", "Not recorded. For the government to offer, if anybody."),
        ("offered by the government", "government", "Offered by the government."),
        ("not by the defense", "government", "Not by the defense."),
        ("Agent Lowe", "nobody", "Agent Lowe. Not to be offered."),
        ("not to be offered", "nobody", "Not to be offered."),
    ],
)
def test_an_item_that_the_defense_does_not_offer_is_told_as_such(
    way: str, offered: str, told: str
) -> None:
    item = "  - {id: seen, kind: document, form: writing, what: The report, bates: U-1"
    item += f", admissible_through: {way}" if way else ""
    item += f", offered_by: {offered}" if offered else ""
    body = FULL.replace("evidence:\n", f"evidence:\n{item}}}\n")
    cells = blocks(body, SENTENCE)["exhibits/items/item/seen"]
    assert cells == f"The report.\tU-1\t{told}\tOpen"


def test_a_minimum_is_told_with_the_counts_that_carry_it() -> None:
    above = (*BELOW_60, "ask: {months: 60}", "floor_months: 60")
    told = told_in(outline("filing", sentencing=above, charges=_minimums("60", "0")))
    assert told["limits/minimum"].startswith("The statutory minimum is 60 months, on count 1.")
    told = told_in(outline("filing", sentencing=above, charges=_minimums("60", "60")))
    assert told["limits/minimum"].startswith("The statutory minimum is 60 months, on counts 1 and")
    # Counsel's total of several counts is that of none of them.
    told = told_in(outline("filing", sentencing=above, charges=_minimums("24", "36")))
    assert told["limits/minimum"].startswith("The statutory minimum is 60 months.")


def _minimums(*months: str) -> str:
    text = counts(*("2025-03-14" for _ in months))
    for each in months:
        text = text.replace("minimum_months: 0", f"minimum_months: *{each}", 1)
    return text.replace("*", "")


def test_a_request_that_cannot_be_made_in_public_stands_in_the_supplement() -> None:
    fraud = counts("2025-03-14", offense="fraud")
    told = told_in(outline("sealed", sentencing=below("section_3553e"), charges=fraud))
    assert told["ask/asked"].startswith("The defense asks for a sentence of 12 months.")
    assert "on the government’s motion for substantial assistance." in told["limits/road"]
    either = told_in(outline("sealed", sentencing=below("section_3553e")))
    assert "ask/asked" not in either
    expected = FULL.replace("motion_filed", "motion_expected")
    told = told_in(outline("sealed", expected, below("section_3553e")))
    assert "the government is expected to make." in told["limits/road"]


def test_the_outline_says_beforehand_what_keeps_an_ask_below_the_minimum_from_being_filed() -> None:
    fraud = counts("2025-03-14", offense="fraud")
    body = FULL.replace("motion_filed", "discussed")
    told = blocks(body, below("section_3553e"), charges=fraud)
    assert "can only be cooperation" in told["ask/unsaid"]
    assert "[NEED: the government’s motion" in told["ask/motion"]
    either = blocks(FULL, below("section_3553e"))
    assert not {"ask/unsaid", "ask/motion"} & either.keys()


def test_a_filing_reserves_the_earlier_manual_until_the_ranges_are_compared() -> None:
    told = told_in(outline("filing"))["manual/manual"]
    assert "applies" not in told
    assert "reserves the argument that the Manual in effect when the offense was committed" in told
    for cite in ("§ 1B1.11(a)", "§ 1B1.11(b)(1)", "Peugh"):
        assert cite in told
    equal = told_in(outline("filing", sentencing=(*SENTENCE, *entered(24, 24))))
    assert equal["manual/manual"].startswith(
        "The Manual in effect at sentencing applies: the range that it gives, as the defense"
        " computes both, is no higher than that of the Manual in"
        " effect when the offense was committed. ((U.S.S.G. § 1B1.11(a), p.s.; "
    )


MATES = """\
codefendants:
  - {id: cod, basis: document, handling: open, person: rolo, role: drove the second car,
     status: pleaded guilty, coercer: yes, sentence: sixty months, sources: [ev-call]}
"""


def test_a_codefendant_is_told_in_a_whole_sentence() -> None:
    told = told_in(outline("filing", FULL + MATES))
    assert told["disparity/codefendant/cod"].startswith(
        "Rogelio Tapia, who drove the second car, was sentenced to sixty months (pleaded guilty)."
    )
    # That a coercer is charged, or was sentenced, says of deterrence nothing that is argued.
    assert "variance/factor/deterrence" not in told


def test_a_codefendant_who_was_not_sentenced_is_nothing_to_compare_in_a_filing() -> None:
    pending = MATES.replace(", sentence: sixty months", "").replace("pleaded guilty", "pending")
    told = told_in(outline("filing", FULL + pending))
    assert "Rogelio Tapia, who" not in " ".join(told.values())
    assert not any("codefendant" in id for id in told)


def test_what_is_disclosed_reaches_as_far_as_the_statute_says() -> None:
    ask = below(
        "section_3553f",
        "safety_valve: {history: yes, no_violence: yes, no_death_or_injury: yes, not_leader: yes,"
        " truthful_disclosure: yes}",
    )
    reach = "offenses that were part of the same course of conduct or of a common scheme or plan."
    assert reach in told_in(outline("sealed", sentencing=ask))["limits/valve/disclosure"]
    assert reach in blocks(FULL, ask)["valve/condition/disclosure"]


def test_whether_a_surrender_counts_toward_acceptance_is_said_once_and_alike() -> None:
    told = blocks(FULL, SENTENCE)
    assert "counts twice" not in told["coercion/surrender"]
    assert "to authorities and prompt, which is for counsel." in told["coercion/surrender"]
    (condition,) = (text for id, text in told.items() if id.endswith("surrendered"))
    assert "Voluntary surrender to authorities promptly after the offense" in condition


def test_what_the_government_alleges_is_told_as_its_account() -> None:
    body = ALLEGED % ("open", "open")
    told = told_in(outline("filing", body, BARE_ASK))["coercion/fact/told"]
    assert told.startswith("March 15, 2025, by the government’s account: She told an officer.")
    left = blocks(body, BARE_ASK)["open_items/alleged/shot"]
    assert left.startswith("Left out of what goes to the court")
    mate = MATES.replace("basis: document", "basis: government_allegation")
    told = told_in(outline("filing", FULL + mate))["disparity/codefendant/cod"]
    assert told.startswith("By the government’s account: Rogelio Tapia, who drove")


def test_a_filing_says_what_the_deleted_ground_was_and_why_it_may_still_be_urged() -> None:
    told = told_in(outline("filing"))["variance/formerly"]
    assert "serious coercion, blackmail or duress, under circumstances not amounting to" in told
    for cite in ("18 U.S.C. § 3661", "18 U.S.C. § 3553(a)(1)", "app. B, pt. III"):
        assert cite in told
    assert "the defense submits" in told
    assert "This part of Appendix B compiles" not in told


def test_an_ask_above_the_range_that_the_defense_computes_is_objected_to() -> None:
    at_24 = computation("sentencing_manual", "2025-11-01", 24, ROLE % ("sen", "disputed"))
    rest = (*BELOW_60, at_24)
    told = blocks(FULL, (*rest, "ask: {months: 60}", "floor_months: 0"))
    assert "The ask lies 9 months above the high end" in told["ask/above"]
    assert (
        "Without what is not settled in the case file’s computation the range" in told["ask/asked"]
    )
    for line in (
        ("ask: {months: 51}", "floor_months: 0"),
        ("ask: {months: 60}", "floor_months: 60"),
    ):
        assert "ask/above" not in blocks(FULL, (*rest, *line))


def test_what_the_supplement_leaves_out_of_cooperation_is_named() -> None:
    body = FULL.replace("disclosure: made", "disclosure: incomplete")
    told = blocks(body, SENTENCE)["open_items/undisclosed"]
    assert "SEALED-coop." in told
    assert "name it under `filing_also:`" in told
    for other in (FULL, body.replace("motion_filed", "proffer")):
        assert "open_items/undisclosed" not in blocks(other, SENTENCE)
    assert "open_items/undisclosed" not in blocks(body, (*SENTENCE, "filing_also: [coop]"))


def test_another_persons_cooperation_is_named_before_it_is_told_in_public() -> None:
    mate = MATES.replace("pleaded guilty", "pleaded guilty under a cooperation agreement")
    told = blocks(FULL + mate, SENTENCE)["open_items/cooperation/cod"]
    assert "Confirm before it is filed that the source is on the public docket" in told
    for body in (MATES, mate.replace("handling: open", "handling: cooperation")):
        assert "open_items/cooperation/cod" not in blocks(FULL + body, SENTENCE)


def test_a_page_and_a_number_that_the_court_is_not_given_are_open_items_by_name() -> None:
    older = {"dates": "sentencing: 2025-10-31", "district": "nyed"}
    told = blocks(FULL, SENTENCE, **older)
    assert "United States v. Amor" in told["open_items/page/amor_ca2_1994"]
    assert "open_items/page/cheape_ca3_1989" not in told
    bare = FULL.replace(", bates: R-1", "")
    assert "The call." in blocks(bare, SENTENCE)["open_items/number/ev-call"]
    assert not any("open_items/number" in id for id in told)


HEARD = """\
witnesses: [{id: w, basis: witness, person: rolo, knows: "Went in with her, and waited."}]
statements:
  - {id: st, to: Rogelio Tapia, when: 2026-03-15, summary: Told it all., protection: %s}
"""


def test_a_witness_who_was_told_in_privilege_is_not_called_before_that_is_settled() -> None:
    settle = "Before the witness is called, settle the privilege"
    assert settle in blocks(HEARD % "privileged")["evidence_plan/witness/w"]
    assert settle not in blocks(HEARD % "none")["evidence_plan/witness/w"]


@pytest.mark.parametrize(
    ("end", "manual", "lost", "may_be_lost"),
    [
        ("2024-12-02", "2024-11-01", True, False),  # the instruction has no section then
        ("2026-02-18", "2025-11-01", False, False),
        ("between 2025-10-20 and 2025-11-10", "2024-11-01", True, True),
    ],
)
def test_the_drug_role_is_lost_only_with_a_manual_older_than_it(
    end: str, manual: str, lost: bool, may_be_lost: bool
) -> None:
    lines = (
        computation("offense_manual", manual, 20),
        computation("sentencing_manual", "2026-11-01", 24),
    )
    told = blocks("", lines, charges=counts(end), dates="sentencing: 2027-03-16")
    readings = [text for id, text in told.items() if id.startswith("manual/reading")]
    assert any("the drug-role instruction of 2025 among them" in each for each in readings) is lost
    assert all("the benefits of the later one are lost" in each for each in readings)
    assert ("adjustment/caution/drug_role/whole_manual" in told) is may_be_lost


def test_what_bars_the_role_bars_the_reduction_of_the_low_level_function() -> None:
    terms = "[{argument: role, permission: barred, paragraph: ¶ 4(c)}]"
    plea = f"plea_agreement: {{id: plea, status: signed, stage: signed, arguments: {terms}}}\n"
    told = blocks(plea, charges=counts("2025-11-02"))
    for id in ("role", "drug_role"):
        assert told[f"adjustment/plea/{id}/role"] == (
            "Under the plea agreement this argument is barred (¶ 4(c))."
        )


@pytest.mark.parametrize(
    ("entered", "told"),
    [
        ("Rafael Ozuna and his men.", "from Rafael Ozuna and his men."),
        ("From Inmate 1; he reported him", "from Inmate 1; he reported him."),
        ("from the men of the line", "from the men of the line."),
        ("The men of the line", "from the men of the line."),
        ("Theodor Reyes", "from Theodor Reyes."),
    ],
)
def test_from_whom_the_client_is_kept_apart_is_a_sentence_that_keeps_names(
    entered: str, told: str
) -> None:
    lines = (*(each for each in SENTENCE if "separation" not in each), f"separation: {entered}")
    sealed = told_in(outline("sealed", sentencing=lines))
    assert sealed["custody/separation"] == f"The defense asks that Ms. Ruiz be kept apart {told}"
    working = blocks(FULL, lines)["custody/separation"]
    assert working == f"To be kept apart, which is asked under seal only: {told}"


def test_a_filing_says_against_whom_a_threat_was_made_and_threatens_nobody_else() -> None:
    told = told_in(outline("filing"))
    assert (
        ": Rogelio Tapia made a threat against L.R.: “Drive or" in told["coercion/fact/threat-open"]
    )
    for against, said in (
        ("client", "Rogelio Tapia threatened Ms. Ruiz: “"),
        ("client, girl", "Rogelio Tapia made a threat against Ms. Ruiz and L.R.: “"),
        ("girl, rolo, client", "made a threat against L.R., Rogelio Tapia, and Ms. Ruiz: “"),
    ):
        told = told_in(outline("filing", FULL.replace("[girl]", f"[{against}]")))
        assert said in told["coercion/fact/threat-open"]
    told = told_in(outline("filing", FULL.replace("speaker: rolo\n    kinds", "kinds")))
    assert ": A threat was made against L.R.: “" in told["coercion/fact/threat-open"]


KIN = FULL.replace("Drive or", "Drive, or your daughter")


def test_a_filing_says_once_who_an_alias_is_to_the_client() -> None:
    assert KIN != FULL
    told = told_in(outline("filing", KIN))
    assert told["coercion/people"] == "L.R. is Ms. Ruiz’s daughter."
    assert sum("L.R. is" in each for each in told.values()) == 1
    aliased = told_in(outline("sealed", KIN.replace("handling: open", "handling: sealed")))
    assert aliased["coercion/people"] == "L.R. is Ms. Ruiz’s daughter."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("your daughter", "the girl"),
        ("against: [girl]", "against: [client]"),
    ],
)
def test_a_filing_says_no_more_of_a_family_than_what_it_tells(old: str, new: str) -> None:
    assert old in KIN
    told = told_in(outline("filing", KIN.replace(old, new)))
    assert "coercion/people" not in told
    assert not any("L.R. is" in each for each in told.values())


ADMITTED = """\
statements:
  - {id: both, to: the jury, when: 2026-03-20, summary: Testified to it., sources: [ev-call],
     says: [{element: threat, text: Gave its words.},
       {element: escape, against: yes, text: That she had a telephone.}]}
  - {id: hurts, to: an agent, when: 2025-03-15, summary: Said she was paid., sources: [ev-call],
     says: [{element: causation, against: yes, text: That she was paid.}]}
  - {id: silent, to: an agent, when: 2025-03-15, summary: Spoke., sources: [ev-call]}
benefits: [{id: b, basis: document, handling: open, what: Money, amount: $600, received: yes,
  given_up: yes, sources: [ev-call]}]
"""


def test_the_working_outline_says_what_the_filing_leaves_out_and_why() -> None:
    body = FULL[: FULL.index("statements:")] + ADMITTED + FULL[FULL.index("evidence:") :]
    told = blocks(body)
    left = told["open_items/untold/hurts"]
    assert left.startswith("Left out of what goes to the court: what Ms. Ruiz told an agent")
    assert (
        "All that is recorded of it speaks against an element. Against: that she was paid." in left
    )
    assert left.endswith("To have it told, name it under `filing_also:`.")
    assert "not recorded; enter it under `says:`." in told["open_items/untold/silent"]
    assert "Against: that she had a telephone." in told["open_items/admissions/both"]
    assert "to say that it was given up" in told["open_items/given-up/b"]
    filed = told_in(outline("filing", body))
    assert "coercion/fact/both" in filed
    assert not any("paid" in text or "$600" in text for text in filed.values())
    also = told_in(outline("filing", body, (*SENTENCE, "filing_also: [b]")))
    assert "What was received, $600, was given up at once: money." in also["coercion/fact/b"]


def test_an_exhibit_of_a_filing_has_both_its_numbers() -> None:
    told = told_in(outline("filing", FULL.replace("bates: R-1,", "bates: R-1, exhibit: DX-4,")))
    assert told["exhibits/exhibit/ev-call"] == "DX-4 (R-1): The call."


def test_a_departure_that_rests_on_sealed_facts_has_its_section() -> None:
    body = FULL.replace("basis: recording\n    handling: open", "basis: client_account")
    body = body.replace("safe: no,", "safe: yes,")
    told = told_in(outline("filing", body, dates="sentencing: 2025-10-31"))
    assert told["departure/grounds"].endswith("stated in a supplement filed under seal.")
    assert told["departure/text"].startswith("“If the defendant")
    privileged = body.replace("handling: sealed, kinds", "handling: privileged, kinds")
    found = blocks(privileged, SENTENCE, dates="sentencing: 2025-10-31")
    assert "no fact that may be filed stands behind it" in found["open_items/unfounded"]
