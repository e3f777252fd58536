"""What may be filed, what goes under seal, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from pydantic import BaseModel

from drafter.analysis.filing.types import FilingView
from drafter.analysis.filing.view import filing_view
from drafter.casefile.coercion import Threat
from drafter.casefile.matter import Proceeding
from drafter.doctrine.manual_selection import ManualChoice, Road
from drafter.errors import GateError
from drafter.facts.disclosure import Reader
from tests.analysis.sentencing.outlines import FULL, SENTENCE, analysis_of
from tests.analysis.sentencing.sentences import (
    LIBRARY,
    checked_library,
    computation,
    counts,
    factor,
    found,
    record,
)
from tests.records import names_of

AFTER = "sentencing: 2026-05-04"
TRIED = "trial: 2025-06-02, sentencing: 2025-10-31"
CONVICTED = counts("2025-03-14")
ROAD_F = "ask: {months: 12, legal_road: section_3553f}"
FIVE = (
    "safety_valve: {history: yes, no_violence: yes, no_death_or_injury: yes, not_leader: yes,"
    " truthful_disclosure: yes}"
)
BELOW = (
    "The sentence asked for lies below the statutory minimum, and coercion is no ground to go below"
    " it."
)
AGREEMENT = (
    "plea_agreement: {{id: plea, basis: document, stage: signed, status: signed,"
    " arguments: [{terms}]}}\n"
)


def view(
    body: str = FULL,
    sentencing: tuple[str, ...] = SENTENCE,
    *,
    dates: str = AFTER,
    reader: Reader = Reader.PUBLIC,
    **more: str,
) -> FilingView:
    return filing_view(
        analysis_of(record(body, dates=dates, sentencing=sentencing, **more)), reader
    )


def refused(body: str = FULL, sentencing: tuple[str, ...] = SENTENCE, **more: str) -> list[str]:
    with pytest.raises(GateError) as caught:
        view(body, sentencing, **more)
    return [problem.message for problem in caught.value.problems]


def with_ask(*lines: str) -> tuple[str, ...]:
    kept = [line for line in SENTENCE if not line.startswith(("ask", "floor_months"))]
    return (*kept, *lines)


def texts(value: object) -> Iterator[str]:
    """Every text anywhere in a view."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        yield from texts(dict(value))
    elif names_of(type(value)):
        yield from texts([getattr(value, name) for name in names_of(type(value))])
    elif isinstance(value, dict):
        yield from texts(list(value.values()))
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from texts(item)


def test_the_public_view_never_holds_what_is_the_teams_or_sealed() -> None:
    held = list(texts(view()))
    assert any("Drive or she does not come home" in text for text in held)
    assert [text for text in held if "PLANTED" in text or "SEALED" in text] == []


def test_the_sealed_view_never_holds_what_is_the_teams() -> None:
    held = list(texts(view(reader=Reader.SEALED)))
    for word in ("words", "coop", "health", "separation", "objection"):
        assert any(f"SEALED-{word}" in text for text in held), word
    assert [text for text in held if "PLANTED" in text] == []


def test_what_is_told_stands_in_time_order_with_its_sources() -> None:
    told = view().told
    assert [each.id for each in told.narrative] == ["threat-open", "told", "chance"]
    assert [each.id for each in told.history] == ["h"]
    assert [each.id for each in told.exhibits] == ["ev-call"]
    assert [each.id for each in told.letters] == ["l"]


TOLD = """\
events:
  - {id: day, basis: document, handling: open, kind: report, what: One., when: 2025-03-14,
     sources: [ev]}
  - {id: early, basis: document, handling: open, kind: report, what: Two.,
     when: 2025-03-14 13:30, sources: [ev]}
evidence:
  - {id: ev, kind: document, form: writing, handling: open, basis: document, what: A report,
     bates: R-1}
"""


def test_the_filing_tells_the_facts_in_the_order_of_the_chronology() -> None:
    assert [each.id for each in view(TOLD, BARE_ASK).told.narrative] == ["early", "day"]


def test_a_time_is_told_to_a_court_by_a_clock_that_is_known() -> None:
    """In a district of two clocks, as the exhibit has it; the supplement too."""
    by = "when: 2025-03-13 20:30"
    with pytest.raises(GateError) as caught:
        view(district="txwd")
    [problem] = caught.value.problems
    assert problem.message == "It is not known by which clock the time of `threat-open` is."
    assert problem.hint.startswith("Write the zone after the time (America/Chicago or America/")
    assert problem.location is not None
    assert problem.excerpt[problem.location.column - 1 :].startswith("2025-03-13 20:30")
    assert view(FULL.replace(by, f"{by} America/Chicago"), district="txwd").ask is not None
    assert view(FULL.replace(by, "when: 2025-03-13"), district="txwd").ask is not None
    # What the public filing tells is not told under seal.
    assert view(district="txwd", reader=Reader.SEALED).sealed is not None
    sealed = FULL.replace("when: 2025-03-12,", "when: 2025-03-12 09:00,")
    with pytest.raises(GateError, match="by which clock the time of `threat-sealed` is"):
        view(sealed, district="txwd", reader=Reader.SEALED)


UNCITED = "The filing rests words of `{field}:` on `{id}`, which {why}."
HIDDEN, BARE = "may not be shown to the public", "names no item that the public may see"


@pytest.mark.parametrize("field", ["filing_theme", "filing_reasons"])
@pytest.mark.parametrize(
    ("id", "why"),
    [("threat-told", HIDDEN), ("threat-sealed", HIDDEN), ("ev-work", HIDDEN), ("bare", BARE)],
)
def test_the_words_of_a_filing_rest_on_nothing_that_it_may_not_cite(
    field: str, id: str, why: str
) -> None:
    lines = (*SENTENCE, f"{field}_sources: [threat-open, {id}]")
    with pytest.raises(GateError) as caught:
        view(sentencing=lines)
    [problem] = caught.value.problems
    assert problem.message == UNCITED.format(field=field, id=id, why=why)
    assert problem.location is not None
    assert problem.excerpt[problem.location.column - 1 :].startswith(f"{id}]")
    # The supplement prints neither; without the words nothing rests on it.
    assert view(sentencing=lines, reader=Reader.SEALED).sealed is not None
    assert view(sentencing=tuple(e for e in lines if not e.startswith(f"{field}:"))).ask


def test_the_requests_and_the_ask_are_in_public_words() -> None:
    found = view()
    assert found.ask is not None
    assert (found.ask.months, found.ask.words) == (12, "a year")
    assert found.ask.reasons == "the threat and what she did when it ended"
    assert found.requests.supervision
    assert found.unresolved == 1


def test_from_the_manual_of_2026_on_counsel_must_have_read_it() -> None:
    late = "sentencing: 2026-11-01"
    assert refused(dates=late) == [
        "Manual effective Nov. 1, 2026 not read by this tool: an attorney has to read it before "
        "anything is filed."
    ]
    checked = (*SENTENCE, "manual_checked: {by: A. Pike, on: 2026-11-01}")
    assert view(sentencing=checked, dates=late).ask is not None
    assert view(dates="sentencing: 2026-10-31").ask is not None


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ((), "A filing states the sentence asked for, and none is entered."),
        (("ask: {months: 12}",),
         "Whether the ask lies below the statutory minimum cannot be told."),
        (("ask: {months: 12}", "floor_months: 60"),
         BELOW),
        (("ask: {months: 12, legal_road: none_needed}", "floor_months: 60"),
         BELOW),
        ((ROAD_F, "floor_months: 60"),
         "The ask rests on the safety valve, and not all five facts are answered."),
        ((ROAD_F, "floor_months: 60", "safety_valve: {not_leader: no}"),
         "The record does not bear out the legal road of the ask below the minimum."),
    ],
)  # fmt: skip
def test_an_ask_below_the_minimum_needs_its_road(lines: tuple[str, ...], message: str) -> None:
    charges = counts("2025-03-14").replace("minimum_months: 0, ", "")
    assert refused(sentencing=with_ask(*lines), charges=charges) == [message]


@pytest.mark.parametrize(
    "lines",
    [
        ("ask: {months: 60}", "floor_months: 60"),
        (ROAD_F, "floor_months: 60", FIVE),
        ("ask: {months: 12, legal_road: section_3553e}", "floor_months: 60"),
    ],
)
def test_an_ask_with_its_road_passes(lines: tuple[str, ...]) -> None:
    found = view(sentencing=with_ask(*lines))
    assert found.ask is not None
    assert found.ask.below_minimum is (found.ask.months < 60)


ROAD_E = ("ask: {months: 12, legal_road: section_3553e}", "floor_months: 60")
DRUG_AND_GUN = counts("2025-03-14", "2025-03-14").replace(
    "offense: drug_trafficking, start: 2003-01-10, minimum_months: 0",
    "offense: firearm_in_crime, start: 2003-01-10, minimum_months: 60",
    1,
)


@pytest.mark.parametrize(
    ("charges", "more", "tells"),
    [
        (CONVICTED, (), False),
        (CONVICTED, ("safety_valve: {no_violence: no}",), True),
        (counts("2025-03-14", offense="fraud"), (), True),
        (DRUG_AND_GUN, (), True),
        (DRUG_AND_GUN.replace("minimum_months: 60", "minimum_months: 12"), (), False),
    ],
)
def test_where_only_cooperation_opens_the_minimum_the_request_is_not_made_in_public(
    charges: str, more: tuple[str, ...], tells: bool
) -> None:
    """To say that a ground is under seal would tell it: no other is possible."""
    lines = with_ask(*ROAD_E, *more)
    sealed = view(sentencing=lines, charges=charges, reader=Reader.SEALED).sealed
    assert sealed is not None
    assert sealed.alone is tells
    if not tells:
        assert view(sentencing=lines, charges=charges).ask is not None
        return
    (message,) = refused(sentencing=lines, charges=charges)
    assert message.startswith("In public the ask below the statutory minimum would tell that the")


@pytest.mark.parametrize("reader", [Reader.PUBLIC, Reader.SEALED])
@pytest.mark.parametrize(
    ("status", "passes"),
    [("none", False), ("discussed", False), ("proffer", False), ("agreement", False),
     ("motion_expected", True), ("motion_filed", True), ("", False)],
)  # fmt: skip
def test_a_motion_that_nobody_recorded_is_not_told_to_the_court(
    status: str, passes: bool, reader: Reader
) -> None:
    body, _, rest = FULL.partition("cooperation:")
    body += f"cooperation:{rest.replace('motion_filed', status)}" if status else ""
    if passes:
        assert view(body, with_ask(*ROAD_E), reader=reader).ask is not None
        return
    with pytest.raises(GateError) as caught:
        view(body, with_ask(*ROAD_E), reader=reader)
    problem = caught.value.problems[0]
    assert "none is recorded as filed or expected" in problem.message
    # The road is named: what mends it is the motion.
    assert problem.hint.startswith("Enter `status: motion_filed`")


def test_a_count_out_of_its_reach_shuts_the_safety_valve_for_what_lies_below_its_minimum() -> None:
    lines = with_ask(ROAD_F, "floor_months: 180", FIVE)
    with pytest.raises(GateError) as caught:
        view(sentencing=lines, charges=DRUG_AND_GUN)
    [problem] = caught.value.problems
    assert problem.message == (
        "The record does not bear out the legal road of the ask below the minimum."
    )
    assert problem.hint.startswith("The safety valve is named")


def test_the_road_below_the_minimum_stands_under_seal_only() -> None:
    lines = with_ask(ROAD_F, "floor_months: 60", FIVE)
    public, sealed = view(sentencing=lines), view(sentencing=lines, reader=Reader.SEALED)
    assert not any("3553(e)" in each or "3553(f)" in each for each in texts(public))
    assert not any(id.startswith(("usc18_3553_e", "usc18_3553_f")) for id in public.law.every)
    assert sealed.sealed is not None
    assert sealed.sealed.road == "section_3553f"
    assert len(sealed.sealed.safety_valve) == 5


def test_each_authority_without_a_fresh_check_is_named_at_once() -> None:
    case = record(FULL, dates=AFTER, sentencing=SENTENCE)
    with pytest.raises(GateError) as caught:
        filing_view(analysis_of(case, date(2026, 5, 4), LIBRARY), Reader.PUBLIC)
    messages = [problem.message for problem in caught.value.problems]
    named = {each.partition("(`")[2].partition("`")[0] for each in messages}
    assert named == set(view().law.every)
    assert len(named) > 8


@pytest.mark.parametrize(
    ("first", "file"),
    [("2003-10-26", "ussg_5k2_12@1987-11-01"), ("2024-09-12", "ussg_5k2_12")],
)
def test_a_text_that_a_filing_prints_is_checked_beside_its_authority(first: str, file: str) -> None:
    dates = f"first_sentencing: {first}, sentencing: 2026-05-04"
    charges = counts("2003-03-14")
    case = record(FULL, dates=dates, proceeding="remand", charges=charges, sentencing=SENTENCE)
    library = checked_library("2026-05-01", texts=False)
    with pytest.raises(GateError) as caught:
        filing_view(analysis_of(case, date(2026, 5, 4), library), Reader.PUBLIC)
    (problem,) = caught.value.problems
    assert problem.message.startswith("The text of U.S.S.G. § 5K2.12, p.s.".replace("§ ", "§\xa0"))
    assert problem.message.endswith("has no cite-check of the 90 days up to 2026-05-04.")
    assert f"guidelines/ussg_5k2_12/{file}.yaml" in problem.hint
    sealed = filing_view(analysis_of(case, date(2026, 5, 4), library), Reader.SEALED)
    assert sealed.sealed is not None


@pytest.mark.parametrize(("day", "stale"), [("2027-02-18", False), ("2027-02-19", True)])
def test_a_cite_check_stands_for_ninety_days(day: str, stale: bool) -> None:
    checked = (*SENTENCE, "manual_checked: {by: A. Pike, on: 2026-11-03}")
    case = record(FULL, dates="sentencing: 2027-03-15", sentencing=checked)
    analysis = analysis_of(case, date.fromisoformat(day), checked_library())
    if stale:
        with pytest.raises(GateError, match="no cite-check of the 90 days up to 2027-02-19"):
            filing_view(analysis, Reader.PUBLIC)
    else:
        assert filing_view(analysis, Reader.PUBLIC).law.every


SEALED_ONLY = """\
events:
  - {id: burn, kind: violence, handling: medical, when: 2025-03-12, what: She was treated.,
     sources: [ev-call]}
evidence: [{id: ev-call, kind: medical_record, form: writing, what: The record, bates: R-1}]
"""
BARE_ASK = ("ask: {months: 12}", "floor_months: 0")

PENDING = CONVICTED.replace("disposition: convicted", "disposition: pending")
NOT_YET = (
    "No count is entered as ended in a conviction, by a verdict or by a plea that the court took."
)


@pytest.mark.parametrize("reader", list(Reader)[:2])
@pytest.mark.parametrize("proceeding", ["trial", "plea", "sentencing", "remand"])
def test_nothing_is_filed_before_a_conviction_or_a_plea(
    proceeding: Proceeding, reader: Reader
) -> None:
    """Not even under seal: it would concede what is not decided, and tell an unsigned agreement.

    What the court has before it is no conviction: the proceeding names no count.
    """
    with pytest.raises(GateError) as caught:
        view(charges=PENDING, proceeding=proceeding, reader=reader)
    problem = caught.value.problems[0]
    assert problem.message == NOT_YET
    assert problem.location is not None
    assert problem.excerpt.lstrip().startswith("- {id: count-1")
    assert "disposition: convicted" in problem.hint


@pytest.mark.parametrize("reader", list(Reader)[:2])
@pytest.mark.parametrize(
    ("proceeding", "said"),
    [
        ("revocation", "no law of revocation is in the law library"),
        ("section_2255", "a sentence already imposed"),
        ("sentence_reduction", "a sentence already imposed"),
        ("section_3771a", "a sentence already imposed"),
    ],
)
def test_no_sentencing_paper_is_filed_where_no_sentence_is_to_be_passed(
    proceeding: Proceeding, said: str, reader: Reader
) -> None:
    with pytest.raises(GateError) as caught:
        view(charges=PENDING, proceeding=proceeding, reader=reader)
    (problem,) = caught.value.problems
    assert said in problem.message
    assert problem.location is not None
    assert problem.excerpt[problem.location.column - 1 :].startswith(proceeding)


@pytest.mark.parametrize("proceeding", ["plea", "sentencing"])
def test_one_count_of_conviction_is_enough_and_no_other_is_sentenced(proceeding: str) -> None:
    other = counts("2025-03-14", "2025-03-14").rsplit("convicted", 1)
    caption = view(charges="pending".join(other), proceeding=proceeding).caption
    assert [each.id for each in caption.charges] == ["count-1"]


def test_a_filing_that_has_nothing_to_argue_is_refused() -> None:
    nothing = "Nothing that may be filed, or go under seal, stands behind the sentence asked for."
    assert refused("", BARE_ASK) == [nothing]
    assert refused("threats:\n  - {id: t, kinds: [death], words: Drive.}\n", BARE_ASK) == [nothing]


def test_grounds_of_any_kind_make_a_filing() -> None:
    letter = "letters: [{id: l, author: Ana Mora, relation: employer, topic: work, received: yes}]"
    assert not view("", (*BARE_ASK, letter)).advocacy.under_seal
    assert not view().advocacy.under_seal


def test_grounds_under_seal_are_said_to_be_there_and_not_what_they_are() -> None:
    found = view(SEALED_ONLY, BARE_ASK)
    assert (found.advocacy.under_seal, found.advocacy.variance) == (True, ())
    assert "She was treated." not in list(texts(found))


def test_a_barred_departure_is_left_out_and_never_named() -> None:
    body = FULL + AGREEMENT.format(terms="{argument: departure, permission: barred}")
    before = "sentencing: 2025-10-31"
    free, bound = view(dates=before), view(body, dates=before)
    assert (free.advocacy.road, free.advocacy.departs) == (Road.DEPARTURE_AND_VARIANCE, True)
    assert [each.id for each in free.advocacy.departure] == ["cause", "seriousness",
        "reasonableness", "proportionality"]  # fmt: skip
    assert (bound.advocacy.road, bound.advocacy.text) == (Road.VARIANCE_ONLY, None)
    assert (bound.advocacy.departure, bound.advocacy.cases) == ((), ())
    assert "ussg_5k2_12" not in bound.law.every


def test_a_deleted_departure_is_named_as_history_only() -> None:
    found = view()
    assert found.advocacy.formerly
    assert not found.advocacy.departs
    assert {"ussg_5k2_12", "ussg_app_b_iii"} <= set(found.law.variance)
    body = FULL + AGREEMENT.format(terms="{argument: departure, permission: barred}")
    assert not view(body).advocacy.formerly


@pytest.mark.parametrize(
    ("terms", "lines", "message"),
    [
        ("{argument: variance, permission: barred, paragraph: ¶ 9}", SENTENCE,
         "The plea agreement bars the argument on variance (¶ 9), and no other argument is open."),
        ("{argument: role, permission: barred}",
         (*SENTENCE, computation("sentencing_manual", "2025-11-01", more=", adjustments: [{id: adj,"
          " what: minor role, guideline: USSG § 3B1.2(b), levels: -2, position: sought}]")),
         "The plea agreement bars the argument on role, and the computation claims `adj`."),
        ("{argument: safety_valve, permission: barred}",
         (*SENTENCE, computation("sentencing_manual", "2025-11-01", more=", adjustments: [{id: adj,"
          " what: safety valve, guideline: USSG § 2D1.1(b)(18), levels: -2, position: sought}]")),
         "The plea agreement bars the argument on safety valve, and the computation claims `adj`."),
        ("{argument: safety_valve, permission: barred}", with_ask(ROAD_F, "floor_months: 60", FIVE),
         "The plea agreement bars the argument on safety valve, and the ask rests on it."),
    ],
)  # fmt: skip
def test_what_the_agreement_bars_and_cannot_be_left_out_is_refused(
    terms: str, lines: tuple[str, ...], message: str
) -> None:
    first = "{argument: criminal_history, permission: allowed}"
    with pytest.raises(GateError) as caught:
        view(FULL + AGREEMENT.format(terms=f"{first}, {terms}"), lines)
    [problem] = caught.value.problems
    assert problem.message == message
    assert problem.location is not None
    assert problem.excerpt[problem.location.column - 1 :].startswith("barred")


UNCLEAR = (
    "Whether the plea agreement leaves the argument on {argument} open is unclear (¶ 9), {why}."
)
ROLE_TAKEN = computation(
    "sentencing_manual", "2025-11-01", more=", adjustments: [{id: adj, what: minor role,"
    " guideline: USSG § 3B1.2(b), levels: -2, position: sought}]",
)  # fmt: skip


@pytest.mark.parametrize(
    ("argument", "lines", "dates", "why"),
    [
        ("variance", SENTENCE, AFTER, "and the filing argues it"),
        ("departure", SENTENCE, "sentencing: 2025-10-31", "and the filing argues it"),
        ("role", (*SENTENCE, ROLE_TAKEN), AFTER, "and the computation claims `adj`"),
        ("safety_valve", with_ask(ROAD_F, "floor_months: 60", FIVE), AFTER,
         "and the ask rests on it"),
        # The filing makes none of these arguments.
        ("departure", SENTENCE, AFTER, None),
        ("role", SENTENCE, AFTER, None),
        ("criminal_history", SENTENCE, AFTER, None),
        ("safety_valve", SENTENCE, AFTER, None),
    ],
)  # fmt: skip
def test_an_argument_that_counsel_has_not_settled_is_not_made(
    argument: str, lines: tuple[str, ...], dates: str, why: str | None
) -> None:
    term = f"{{argument: {argument}, permission: unclear, paragraph: ¶ 9}}"
    body = FULL + AGREEMENT.format(terms=f"{{argument: acceptance, permission: allowed}}, {term}")
    if why is None:
        assert view(body, lines, dates=dates).ask is not None
        return
    with pytest.raises(GateError) as caught:
        view(body, lines, dates=dates)
    [problem] = caught.value.problems
    assert problem.message == UNCLEAR.format(argument=argument.replace("_", " "), why=why)
    assert "write `permission: allowed`, or barred" in problem.hint
    assert problem.location is not None
    assert problem.excerpt[problem.location.column - 1 :].startswith("unclear")
    # An agreement that nobody signed keeps nothing out.
    assert view(body.replace("stage: signed", "stage: draft"), lines, dates=dates).ask is not None


@pytest.mark.parametrize(
    ("agreed", "outside"),
    [
        ("{low: 12, high: 48}", None),
        ("{low: 0, high: 12}", None),
        ("{high: 11}", "no more than 11 months"),
        ("{low: 36, high: 48}", "36 to 48 months"),
    ],
)
def test_a_filing_asks_for_no_sentence_outside_what_was_agreed(
    agreed: str, outside: str | None
) -> None:
    body = FULL + AGREEMENT.format(terms="").replace("status:", f"agreed_range: {agreed}, status:")
    if outside is None:
        assert view(body).ask is not None
        return
    with pytest.raises(GateError) as caught:
        view(body)
    [problem] = caught.value.problems
    assert problem.message == (
        "The sentence asked for, 12 months, lies outside the range of the plea agreement, "
        f"{outside}."
    )
    assert problem.location is not None
    assert problem.excerpt[problem.location.column - 1 :].startswith("12, words")
    assert view(body.replace("stage: signed", "stage: offered")).ask is not None


@pytest.mark.parametrize(("months", "within"), [(50, False), (51, True)])
def test_a_bar_of_variances_does_not_reach_a_sentence_within_the_range(
    months: int, within: bool
) -> None:
    body = FULL + AGREEMENT.format(terms="{argument: variance, permission: barred}")
    at_24 = computation("sentencing_manual", "2025-11-01")
    lines = with_ask(f"ask: {{months: {months}}}", "floor_months: 0", at_24)
    if within:
        found = view(body, lines).advocacy
        assert (found.weighs, found.varies, found.formerly) == (True, False, False)
        return
    assert refused(body, lines) == [
        "The plea agreement bars the argument on variance, and no other argument is open."
    ]


@pytest.mark.parametrize("reader", [Reader.PUBLIC, Reader.SEALED])
def test_nothing_is_filed_that_contradicts_the_factual_basis(reader: Reader) -> None:
    agreement = AGREEMENT.format(terms="")
    body = FULL + agreement.replace("status:", "narrative_conflict: yes, status:")
    with pytest.raises(GateError) as caught:
        view(body, reader=reader)
    [problem] = caught.value.problems
    assert problem.message.startswith("The client’s account is entered as departing from the fact")
    assert "then write `narrative_conflict: no`" in problem.hint
    assert problem.location is not None
    assert problem.excerpt[problem.location.column - 1 :].startswith("yes, status")
    for said in ("no", "unknown"):
        assert view(body.replace("conflict: yes", f"conflict: {said}"), reader=reader).ask
    assert view(body.replace("stage: signed", "stage: refused"), reader=reader).ask


@pytest.mark.parametrize("stage", ["offered", "draft", "refused", "none"])
def test_what_nobody_signed_keeps_nothing_out_of_a_filing(stage: str) -> None:
    barred = AGREEMENT.format(terms="{argument: variance, permission: barred}")
    filed = view(FULL + barred.replace("stage: signed", f"stage: {stage}"))
    assert filed.advocacy.varies


def test_a_filing_waits_until_it_is_known_whether_the_agreement_is_signed() -> None:
    barred = AGREEMENT.format(terms="{argument: variance, permission: barred}")
    assert refused(FULL + barred.replace("stage: signed, ", "")) == [
        "Whether the plea agreement is signed is not recorded; if it is, it bars arguments "
        "(variance)."
    ]


ZERO_POINT = (
    ", adjustments: [{id: zero, what: zero points, guideline: USSG § 4C1.1, levels: -2,"
    " position: %s}]"
)


@pytest.mark.parametrize("position", ["sought by the defense", "stipulated", "disputed"])
def test_a_filing_counts_no_step_that_the_law_record_does_not_bear_out(position: str) -> None:
    entered = computation("sentencing_manual", "2025-11-01", more=ZERO_POINT % position)
    lines = (*SENTENCE, entered.replace("category: I", "category: III"))
    assert view(sentencing=(*SENTENCE, entered)).ask is not None
    with pytest.raises(GateError) as caught:
        view(sentencing=lines)
    [problem] = caught.value.problems
    assert problem.message == (
        "The step `zero` (zero points, USSG § 4C1.1) is for a defendant without criminal history "
        "points, and the computation has category III."
    )
    assert problem.hint.startswith("Take the step out, or correct `category:`; or if the Manual")
    assert problem.location is not None
    assert problem.excerpt[problem.location.column - 1 :].startswith("{id: zero")


@pytest.mark.parametrize(("months", "within"), [(50, False), (51, True), (63, True), (64, False)])
def test_an_ask_within_the_range_needs_no_road_below_it(months: int, within: bool) -> None:
    at_24 = computation("sentencing_manual", "2025-11-01")
    ask = view(sentencing=with_ask(f"ask: {{months: {months}}}", "floor_months: 0", at_24)).ask
    assert ask is not None
    assert ask.within_range is within


STEP = "{id: %s, what: %s, guideline: %r, levels: %s, position: sought}"
MINOR = STEP % ("role", "minor role", "USSG § 3B1.2(b)", "-2")


def stepped(*steps: str, reader: Reader = Reader.PUBLIC, ask: str = "", **more: str) -> FilingView:
    """A view of a case whose computation has these steps; with an ask, a minimum of 60 months."""
    more_steps = f", adjustments: [{', '.join(steps)}]"
    taken = computation("sentencing_manual", "2025-11-01", more=more_steps)
    lines = with_ask(ask, "floor_months: 60", FIVE) if ask else SENTENCE
    return view(sentencing=(*lines, taken), reader=reader, **more)


@pytest.mark.parametrize(
    ("what", "guideline"),
    [
        ("safety valve", "USSG § 2D1.1(b)(18)"),
        ("Safety-valve decrease", "USSG § 2D1.1(b)(18)"),
        ("the criteria of § 5C1.2", "USSG § 2D1.1(b)(18)"),
        ("five facts", "18 U.S.C. § 3553(f)"),
    ],
)
def test_a_step_of_the_safety_valve_takes_the_others_under_seal(what: str, guideline: str) -> None:
    """One that stood open beside the total would tell by subtraction what the sealed one takes."""
    valve = STEP % ("valve", what, guideline, "-2")
    assert stepped(MINOR, valve).steps_sealed
    sealed = stepped(MINOR, valve, reader=Reader.SEALED).sealed
    assert sealed is not None
    assert sealed.computation is not None
    assert len(sealed.computation.entered.adjustments) == 2


def test_steps_that_tell_of_no_safety_valve_stand_open() -> None:
    found = stepped(MINOR)
    assert not found.steps_sealed
    assert found.computation is not None
    assert [each.id for each in found.computation.open_steps] == ["role"]
    sealed = stepped(MINOR, reader=Reader.SEALED).sealed
    assert sealed is not None
    assert sealed.computation is None


def test_a_safety_valve_that_takes_no_level_goes_under_seal_alone() -> None:
    steps = (MINOR, STEP % ("valve", "safety valve", "USSG § 5C1.2", "0"))
    found = stepped(*steps)
    assert not found.steps_sealed
    assert found.computation is not None
    assert [each.id for each in found.computation.open_steps] == ["role"]
    sealed = stepped(*steps, reader=Reader.SEALED).sealed
    assert sealed is not None
    assert sealed.computation is not None


@pytest.mark.parametrize("road", ["section_3553e", "section_3553f"])
def test_below_the_minimum_no_open_step_tells_which_road_is_taken(road: str) -> None:
    """Where a client of the safety valve would claim its step, none claimed tells of the other."""
    ask = f"ask: {{months: 12, legal_road: {road}}}"
    assert stepped(MINOR, ask=ask).steps_sealed


@pytest.mark.parametrize("reader", [Reader.PUBLIC, Reader.SEALED])
@pytest.mark.parametrize(("day", "past"), [("2026-05-04", False), ("2026-05-05", True)])
def test_nothing_is_filed_for_a_hearing_that_is_past(reader: Reader, day: str, past: bool) -> None:
    case = record(FULL, dates="sentencing: 2026-05-04", sentencing=SENTENCE)
    analysis = analysis_of(case, date.fromisoformat(day), checked_library("2026-05-01"))
    if not past:
        assert filing_view(analysis, reader).caption.sentencing == date(2026, 5, 4)
        return
    with pytest.raises(GateError) as caught:
        filing_view(analysis, reader)
    (problem,) = caught.value.problems
    assert problem.message == "The day set for sentencing lies before 2026-05-05: it is past."
    assert problem.location is not None
    assert problem.excerpt[problem.location.column - 1 :].startswith("2026-05-04")


def two_manuals(earlier: int, later: int, *steps: str) -> tuple[str, ...]:
    """Both computations, with the same steps of two levels each, the ids told apart."""
    rows = [
        ", ".join(
            f"{{id: {side}{at}, what: {step}, levels: -2, position: PLANTED-position}}"
            for at, step in enumerate(steps)
        )
        for side in ("off", "sen")
    ]
    return (
        computation("offense_manual", "2024-11-01", earlier, f", adjustments: [{rows[0]}]"),
        computation("sentencing_manual", "2025-11-01", later, f", adjustments: [{rows[1]}]"),
    )


ROLE, VALVE = "minor role, guideline: USSG § 3B1.2(b)", "other, guideline: USSG § 5C1.2(a)"


@pytest.mark.parametrize(("earlier", "later", "shown"), [(20, 24, True), (24, 24, False)])
def test_both_ranges_are_filed_where_the_higher_later_one_brings_back_the_earlier_manual(
    earlier: int, later: int, shown: bool
) -> None:
    found = view(sentencing=(*SENTENCE, *two_manuals(earlier, later, ROLE)))
    manual = ManualChoice.OFFENSE_DATE if shown else ManualChoice.SENTENCING_DATE
    assert found.advocacy.manual == manual
    assert (found.compared is not None) is shown


@pytest.mark.parametrize(("steps", "sealed"), [((ROLE,), False), ((ROLE, VALVE), True)])
def test_both_are_under_seal_where_a_step_of_either_tells_of_the_safety_valve(
    steps: tuple[str, ...], sealed: bool
) -> None:
    lines = (*SENTENCE, *two_manuals(20, 24, *steps))
    found = view(sentencing=lines, reader=Reader.SEALED).sealed
    assert found is not None
    assert (found.compared is not None, found.computation) == (sealed, None)


def test_a_barred_step_is_refused_under_either_manual_that_the_filing_shows() -> None:
    lines = (*SENTENCE, *two_manuals(20, 24, ROLE))
    body = FULL + AGREEMENT.format(terms="{argument: role, permission: barred}")
    claims = [each.rpartition(" ")[2] for each in refused(body, lines)]
    assert claims == ["`off0`.", "`sen0`."]
    equal = (*SENTENCE, *two_manuals(24, 24, ROLE))
    assert [each.rpartition(" ")[2] for each in refused(body, equal)] == ["`sen0`."]


ONE_SIDED = (
    "The filing compares the ranges under two Manuals, and the step `{id}` (minor role) is "
    "entered under one of them only, `{under}:`."
)
FIRST, LAST = "offense_manual", "sentencing_manual"


@pytest.mark.parametrize(
    ("lines", "refusal"),
    [
        # The later range is the higher, or no higher: the filing says so.
        ((two_manuals(20, 20)[0], two_manuals(24, 30, ROLE)[1]), ("sen0", LAST)),
        ((two_manuals(20, 26, ROLE)[0], two_manuals(24, 24)[1]), ("off0", FIRST)),
        ((two_manuals(24, 24)[0], two_manuals(24, 24, ROLE)[1]), ("sen0", LAST)),
        # Nothing is said of which is the higher: only one is entered, or it is reserved.
        (two_manuals(24, 24, ROLE)[1:], None),
        ((two_manuals(22, 22)[0],
          two_manuals(24, 24, ROLE)[1].replace("PLANTED-position", "disputed")), None),
        # The other Manual has none, and that is entered.
        ((two_manuals(20, 20, ROLE)[0].replace("levels: -2", "levels: 0"),
          two_manuals(24, 30, ROLE)[1]), None),
    ],
)  # fmt: skip
def test_ranges_are_compared_before_the_court_only_with_each_step_under_both_manuals(
    lines: tuple[str, ...], refusal: tuple[str, str] | None
) -> None:
    sentencing = (*SENTENCE, *lines)
    if refusal is None:
        assert view(sentencing=sentencing).ask is not None
        return
    id, under = refusal
    assert refused(sentencing=sentencing) == [ONE_SIDED.format(id=id, under=under)]


def test_a_step_under_one_manual_only_is_refused_at_its_line_with_what_would_fix_it() -> None:
    lines = (two_manuals(20, 20)[0], two_manuals(24, 30, ROLE)[1])
    with pytest.raises(GateError) as caught:
        view(sentencing=(*SENTENCE, *lines))
    [problem] = caught.value.problems
    assert problem.location is not None
    assert problem.excerpt[problem.location.column - 1 :].startswith("{id: sen0")
    assert problem.hint == (
        "Enter it under `offense_manual:` too, in the same words; with `levels: 0` if that Manual "
        "has no such step."
    )


@pytest.mark.parametrize(("under", "other"), [(FIRST, LAST), (LAST, FIRST)])
@pytest.mark.parametrize(
    ("moved", "at"),
    [
        (", off_table: 24 months consecutive, low_months: 60, high_months: 70", "24 months"),
        (", off_table: 24 months consecutive", "24 months"),
    ],
)
def test_a_filing_does_not_compare_a_range_moved_off_the_table_with_one_that_is_not(
    moved: str, at: str, under: str, other: str
) -> None:
    lines = dict(zip((FIRST, LAST), two_manuals(20, 24, ROLE), strict=True))
    lines[under] = f"{lines[under][:-1]}{moved}}}"
    with pytest.raises(GateError) as caught:
        view(sentencing=(*SENTENCE, *lines.values()))
    [problem] = caught.value.problems
    assert problem.message == (
        f"The range under `{under}:` is moved off the table, and that under `{other}:` is not, so "
        "the two are not compared: which Manual governs is not settled."
    )
    assert f"under `{other}:` too" in problem.hint
    assert problem.location is not None
    assert problem.excerpt[problem.location.column - 1 :].startswith(at)
    # Where the Manual is not asked for by its range, nothing is compared.
    assert view(sentencing=(*SENTENCE, *lines.values()), charges=counts("2025-11-02")).ask


def test_a_step_of_no_levels_pairs_with_that_of_the_other_manual() -> None:
    none = two_manuals(20, 20, ROLE)[0].replace("levels: -2", "levels: 0")
    found = view(sentencing=(*SENTENCE, none, two_manuals(24, 30, ROLE)[1])).compared
    assert found is not None
    assert found.one_sided == ()
    assert [each.total for each in found.entered] == [20, 28]


def test_on_remand_the_steps_of_another_manual_are_not_asked_for() -> None:
    lines = (two_manuals(20, 20)[0], two_manuals(24, 30, ROLE)[1].replace("2025", "2023"))
    remand = view(
        sentencing=(*SENTENCE, *lines),
        charges=counts("2023-03-14"),
        proceeding="remand",
        dates="first_sentencing: 2024-06-03, sentencing: 2026-05-04",
    )
    assert remand.compared is None


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        (", low_months: 60", ["The range entered, 60 to 63 months, is not the table’s, 51 to 63 "
                              "months at level 24, category I."]),
        (", low_months: 60, off_table: nine months consecutive", []),
        (", low_months: 51, high_months: 63", []),
    ],
)  # fmt: skip
def test_a_range_off_the_table_is_filed_only_with_what_moves_it(
    more: str, refusal: list[str]
) -> None:
    lines = (*SENTENCE, computation("sentencing_manual", "2025-11-01", 24, more))
    assert (refused(sentencing=lines) if refusal else []) == refusal
    if not refusal:
        assert view(sentencing=lines).computation is not None


def test_the_departure_cites_this_circuit_both_ways_and_others_only_in_favor() -> None:
    body = FULL.replace("20:30", "20:30 America/Chicago")
    cases = view(body, dates=TRIED, district="ned").advocacy.cases
    sides = {each.id: (each.authority.court, each.authority.favors) for each in cases}
    assert sides["henderson_durand_ca8_1993"] == ("ca8", "government")
    assert sides["cheape_ca3_1989"] == ("ca3", "defense")
    assert all(favors == "defense" for court, favors in sides.values() if court != "ca8")
    assert "enoch_ca11_2015" not in sides


def test_a_decision_of_which_only_words_are_known_is_cited_once_their_page_is_entered() -> None:
    case = record(FULL, dates="sentencing: 2025-10-31", district="nyed", sentencing=SENTENCE)
    day = date(2025, 10, 31)
    paged = checked_library(day.isoformat(), ("amor_ca2_1994",))
    before, after = (
        {each.id: each for each in filing_view(found, Reader.PUBLIC).advocacy.cases}
        for found in (analysis_of(case), analysis_of(case, day, paged))
    )
    assert set(after) - set(before) == {"amor_ca2_1994"}
    assert not any(each.words_only for each in before.values())
    amor = after["amor_ca2_1994"]
    assert (amor.words_only, amor.court) == (True, "Second Circuit")


@pytest.mark.parametrize("below", [False, True])
def test_a_decision_that_stopped_at_the_minimum_is_not_for_one_who_asks_for_less(
    below: bool,
) -> None:
    lines = with_ask(ROAD_F, "floor_months: 60", FIVE) if below else SENTENCE
    dates = "sentencing: 2025-10-31"
    cases = view(sentencing=lines, dates=dates, district="casd").advocacy.cases
    assert ("gaviria_nyed_1992" in {each.id for each in cases}) is not below


RESERVED = ("ussg_1b1_11_a", "ussg_1b1_11_b1", "peugh_scotus_2013")


@pytest.mark.parametrize(
    ("lines", "end", "reserves"),
    [
        ((), "2025-03-14", True),
        ((), "2025-11-02", False),
        ((), "between 2025-10-20 and 2025-11-10", True),
        (two_manuals(24, 24, ROLE), "2025-03-14", False),
        (two_manuals(24, 20, ROLE), "2025-03-14", False),
        ((two_manuals(22, 22)[0],
          two_manuals(24, 24, ROLE)[1].replace("PLANTED-position", "disputed")),
         "2025-03-14", True),
    ],
)  # fmt: skip
def test_the_manual_of_sentencing_is_conceded_only_where_it_cannot_give_the_higher_range(
    lines: tuple[str, ...], end: str, reserves: bool
) -> None:
    found = view(sentencing=(*SENTENCE, *lines), charges=counts(end))
    assert found.advocacy.manual is ManualChoice.SENTENCING_DATE
    assert found.advocacy.reserves is reserves
    # That the ranges were compared is said with the rule that asks for it.
    compared = bool(lines) and not reserves
    assert found.advocacy.no_higher is compared
    assert found.law.manual == (RESERVED if reserves else RESERVED[: 1 + compared])


def test_a_manual_other_than_that_of_sentencing_rests_on_its_own_rule() -> None:
    remand = view(
        charges=counts("2023-03-14"),
        proceeding="remand",
        dates="first_sentencing: 2024-06-03, sentencing: 2026-05-04",
    )
    assert remand.law.manual == ("usc18_3742_g1",)
    assert remand.advocacy.text is not None


def test_a_supplement_without_anything_to_seal_is_refused() -> None:
    bare = with_ask("ask: {months: 12}", "floor_months: 0")
    kept = tuple(e for e in bare if not e.startswith(("separation", "psr", "history")))
    with pytest.raises(GateError, match="Nothing is recorded that belongs in a sealed supplement"):
        view("", kept, reader=Reader.SEALED)


def test_trafficking_is_named_under_seal_only_where_the_screen_may_be() -> None:
    for handling, named in (("sealed", True), ("privileged", False)):
        body = (
            f"{FULL}trafficking: {{id: s, basis: expert, handling: {handling},"
            " victim_at_offense: yes}\n"
        )
        sealed = view(body, reader=Reader.SEALED).sealed
        assert sealed is not None
        assert (sealed.mitigation is not None) is named
        assert "usc18_28" not in view(body).law.every


def test_a_total_below_the_minimum_of_one_count_is_not_asserted() -> None:
    charges = counts("2025-03-14").replace("minimum_months: 0", "minimum_months: 24")
    found = view(charges=charges)
    assert found.floor is None
    assert [each.minimum_months for each in found.supposes] == [24]
    assert (view().floor, view().supposes) == (0, ())


@pytest.mark.parametrize(("months", "below"), [(60, False), (64, True)])
def test_a_minimum_above_the_whole_range_is_said_to_be_the_sentence(
    months: int, below: bool
) -> None:
    at_24 = computation("sentencing_manual", "2025-11-01")
    lines = with_ask(f"ask: {{months: {months}}}", f"floor_months: {months}", at_24)
    found = view(sentencing=lines)
    assert found.range_below is below
    assert ("ussg_5g1_1_b" in found.law.limits) is below


SAID = """\
events:
  - {id: event, kind: report, basis: document, handling: open, when: 2025-03-15 10:50,
     what: She told an officer., sources: [ev at p. 3]}
statements:
  - {id: same, basis: document, handling: open, when: 2025-03-15 10:50, to: an officer,
     summary: Told him., omits_duress: no, protection: none, sources: [ev at p. 3]}
  - {id: other, basis: document, handling: open, when: 2025-03-15 10:50, to: an officer,
     summary: Told him more., omits_duress: no, protection: none, sources: [ev at p. 4]}
evidence:
  - {id: ev, kind: document, form: writing, handling: open, basis: document, what: A report,
     bates: R-1}
"""


def test_what_an_event_and_a_statement_tell_alike_is_told_once() -> None:
    assert [each.id for each in view(SAID, BARE_ASK).told.narrative] == ["event", "other"]


def test_a_decision_whose_bearing_is_only_derived_is_left_to_counsel() -> None:
    assert "whitetail_ca8_1992" not in {e.id for e in view(dates=TRIED).advocacy.cases}
    own = view(dates=TRIED, district="mnd").advocacy.cases
    assert "whitetail_ca8_1992" in {e.id for e in own}


@pytest.mark.parametrize(
    ("days", "cited"),
    [(TRIED, True), ("sentencing: 2025-10-31", False), (f"plea: 2025-06-01, {TRIED}", False)],
)
@pytest.mark.parametrize(
    ("district", "id"),
    [
        ("casd", "cheape_ca3_1989"),
        ("njd", "cheape_ca3_1989"),
        ("mnd", "henderson_durand_ca8_1993"),
        ("mnd", "whitetail_ca8_1992"),
    ],
)
def test_a_decision_on_what_a_verdict_leaves_open_is_for_a_case_that_had_one(
    days: str, cited: bool, district: str, id: str
) -> None:
    cases = view(dates=days, district=district).advocacy.cases
    assert (id in {each.id for each in cases}) is cited


@pytest.mark.parametrize(
    ("exhibit", "listed"),
    [
        ("mode: sentencing, number: Exhibit C, approved: {by: A, on: 2026-05-01}", True),
        ("mode: sentencing, number: Exhibit C", False),
        ("mode: fre_107, number: Exhibit C, approved: {by: A, on: 2026-05-01}", False),
    ],
)
def test_an_approved_chronology_for_sentencing_is_among_the_exhibits(
    exhibit: str, listed: bool
) -> None:
    found = view(f"{FULL}exhibit: {{{exhibit}, events: [told]}}\n").told.chronology
    assert (found is not None) is listed


def test_on_remand_the_caption_says_so() -> None:
    remand = view(
        charges=counts("2023-03-14"),
        proceeding="remand",
        dates="first_sentencing: 2024-06-03, sentencing: 2026-05-04",
    )
    assert (remand.caption.remand, remand.caption.first_sentencing) == (True, date(2024, 6, 3))
    assert (view().caption.remand, view().caption.first_sentencing) == (False, None)


def test_what_a_condition_of_the_safety_valve_tells_is_not_told_again_as_cooperation() -> None:
    lines = with_ask(ROAD_F, "floor_months: 60", FIVE)
    body = FULL.replace("what: SEALED-coop", "what: SEALED-coop, sources: [ev-call]")
    body = body.replace("status: motion_filed", "handling: sealed, status: proffer")
    for text, twice in ((body, False), (body.replace("disclosure: made, ", ""), True)):
        sealed = view(text, lines, reader=Reader.SEALED).sealed
        assert sealed is not None
        told = [fact.id for each in sealed.safety_valve for fact in each.facts]
        assert (told, bool(sealed.cooperation)) == ([] if twice else ["coop"], twice)


@pytest.mark.parametrize(
    ("status", "lines", "told"),
    [
        ("motion_filed", SENTENCE, True),
        ("motion_expected", SENTENCE, True),
        ("discussed", SENTENCE, False),
        ("proffer", SENTENCE, False),
        ("agreement", SENTENCE, False),
        # The safety valve asks for the disclosure.
        ("proffer", with_ask(ROAD_F, "floor_months: 60", FIVE), True),
        ("discussed, disclosure: made", with_ask(ROAD_F, "floor_months: 60", FIVE), True),
        ("discussed", with_ask(ROAD_F, "floor_months: 60", FIVE), False),
        ("none", with_ask(ROAD_F, "floor_months: 60", FIVE), False),
    ],
)
def test_the_supplement_tells_cooperation_where_a_request_rests_on_it(
    status: str, lines: tuple[str, ...], told: bool
) -> None:
    body = FULL.replace("status: motion_filed, disclosure: made", f"status: {status}")
    sealed = view(body, lines, reader=Reader.SEALED).sealed
    assert sealed is not None
    assert bool(sealed.cooperation) is told
    assert any("SEALED-coop" in text for text in texts(sealed)) is told


ALLEGED = """\
events:
  - {id: shot, kind: violence, basis: government_allegation, handling: %s, what: A man was shot.,
     when: 2025-03-14 01:00, sources: [ev]}
  - {id: told, kind: surrender, basis: government_allegation, handling: %s, sources: [ev],
     what: She told an officer., when: 2025-03-15}
evidence:
  - {id: ev, kind: document, form: writing, handling: open, basis: document, what: A report,
     bates: R-1}
"""


def test_what_only_the_government_alleges_of_the_offense_is_not_told_by_the_defense() -> None:
    told = view(ALLEGED % ("open", "open"), BARE_ASK).told.narrative
    assert [each.id for each in told] == ["told"]
    sealed = view(ALLEGED % ("sealed", "sealed"), BARE_ASK, reader=Reader.SEALED).sealed
    assert sealed is not None
    assert [each.id for each in sealed.facts] == ["told"]


TESTIFIED = """\
threats:
  - {id: t, speaker: rolo, kinds: [death], words: Drive., when: 2025-03-13, sources: [ev],
     demanded_offense: count-1}
statements:
  - {id: jury, basis: document, handling: open, when: 2026-03-20, to: the jury, omits_duress: no,
     summary: Testified to the threat., sources: [ev],
     says: [{element: threat, text: Gave its words.}]}
evidence:
  - {id: ev, kind: document, form: writing, handling: open, basis: document, what: A transcript,
     bates: R-1}
"""


@pytest.mark.parametrize("speaks", [True, False])
def test_where_no_threat_may_be_told_the_clients_open_word_on_it_is_argued(speaks: bool) -> None:
    body = TESTIFIED if speaks else TESTIFIED.replace("element: threat", "element: fear")
    argument = view(body, BARE_ASK, dates="sentencing: 2025-10-31").advocacy
    factors = (*argument.departure, *argument.variance)
    told = {each.id: [fact.id for fact in each.facts] for each in factors}
    told.pop("less_harmful", None)
    wanted = ("cause", "seriousness", "circumstances") if speaks else ()
    assert told == {id: ["jury"] for id in wanted}


SAID_OF_FEAR = """\
events: [{id: in, kind: surrender, when: 2025-03-15, what: She came in., sources: [ev]}]
statements:
  - {id: said, basis: document, handling: open, when: 2025-03-14, to: an officer, sources: [ev],
     summary: Asked for help., omits_duress: no, says: [{element: fear, text: Was afraid.}]}
evidence:
  - {id: ev, kind: document, form: writing, handling: open, basis: document, what: A report,
     bates: R-1}
"""


@pytest.mark.parametrize(
    ("more", "argued"),
    [
        ("omits_duress: no", True),
        ("omits_duress: unknown", True),
        ("omits_duress: no, suppression_issue: no warnings", False),
        ("omits_duress: no, protection: proffer_letter", False),
        ("omits_duress: yes", False),
    ],
)
def test_a_statement_is_argued_from_only_where_the_facts_may_tell_it(
    more: str, argued: bool
) -> None:
    body = SAID_OF_FEAR.replace("omits_duress: no", more)
    assert ("said" in {each.id for each in view(body, BARE_ASK).told.narrative}) is argued
    before = "sentencing: 2025-10-31"
    if argued:
        found = view(body, BARE_ASK, dates=before).advocacy
        assert "less_harmful" in {each.id for each in found.departure}
    else:
        (said,) = refused(body, BARE_ASK, dates=before)
        assert "no fact that may be filed stands behind it" in said


def test_a_filing_does_not_volunteer_money_that_was_given_up() -> None:
    money = (
        "benefits: [{id: b, basis: document, handling: open, what: Money, received: yes,"
        " given_up: yes, sources: [ev-call]}]\n"
    )
    circumstances = factor(found(FULL + money), "circumstances")
    assert "b" in {each.id for each in circumstances.helps}
    argument = view(FULL + money).advocacy
    told = {fact.id for each in argument.variance for fact in each.facts}
    assert "b" not in told


@pytest.mark.parametrize(
    ("on", "why"),
    [
        ("2026-11-25", "later than the day of the draft, 2026-11-24."),
        ("2026-10-31", "before the Manual took effect."),
        ("2026-11-24", ""),
    ],
)
def test_a_manual_is_read_while_it_is_in_effect_and_before_the_draft(on: str, why: str) -> None:
    checked = (*SENTENCE, f"manual_checked: {{by: A. Pike, on: {on}}}")
    given = {"sentencing": checked, "dates": "sentencing: 2027-01-10"}
    for reader in (Reader.PUBLIC, Reader.SEALED):
        if why:
            (said,) = refused(FULL, reader=reader, **given)
            assert said.endswith(f"the reading entered for {on} is {why}")
        else:
            assert view(FULL, reader=reader, **given).ask is not None
    findings = found(FULL, **given)
    assert (findings.manual_checked is None) is bool(why)


@pytest.mark.parametrize("reader", [Reader.PUBLIC, Reader.SEALED])
def test_a_manual_is_read_by_an_attorney_of_the_matter(reader: Reader) -> None:
    checked = (*SENTENCE, "manual_checked: {by: Will Court, on: 2026-11-20}")
    (said,) = refused(FULL, checked, dates="sentencing: 2027-01-10", reader=reader)
    assert "`sentencing.manual_checked` names Will Court, who is none of the attorneys" in said
    assert view(FULL, checked, reader=reader).ask is not None, "no reading is asked for"


SPOKEN = """\
statements:
  - {id: said, basis: document, handling: %s, when: 2025-03-15 10:50, to: an officer,
     summary: %s, sources: [ev], %s}
events:
  - {id: event, kind: report, basis: document, handling: %s, when: 2025-03-15 10:50,
     what: A caller asked the police to come to Oak Road., sources: [ev]}
threats:
  - {id: t, speaker: rolo, kinds: [death], words: Drive., when: 2025-03-13, sources: [ev]}
evidence:
  - {id: ev, kind: document, form: writing, handling: open, basis: document, what: A report,
     bates: R-1%s}
"""
HELD = "Said that they held her brother."
FOR = "{element: threat, text: They held her brother.}"
AGAINST = "{element: escape, against: yes, text: She could have run.}"
GOVERNMENTS = ", offered_by: government"


@pytest.mark.parametrize(
    ("says", "item", "why"),
    [
        (f"says: [{FOR}]", "", None),
        (f"says: [{FOR}, {AGAINST}]", "", None),
        (f"says: [{FOR}]", GOVERNMENTS, None),
        (f"says: [{FOR}], conflicts_with: [t]", "", "conflict"),
        (f"says: [{FOR}, {AGAINST}]", GOVERNMENTS, "governments"),
        (f"says: [{AGAINST}], omits_duress: no", "", "admission"),
        ("recorded: yes", "", "unsaid"),
        ("omits_duress: no", "", None),
        ("omits_duress: yes", "", "silent"),
        (f"says: [{FOR}], protection: plea_talks", "", "limited"),
    ],
)
@pytest.mark.parametrize("handling", ["open", "sealed"])
def test_a_statement_is_told_by_what_it_says_and_what_is_left_out_is_listed(
    says: str, item: str, why: str | None, handling: str
) -> None:
    body = SPOKEN % (handling, HELD, says, handling, item)
    reader = Reader.PUBLIC if handling == "open" else Reader.SEALED

    def told(*lines: str) -> bool:
        made = view(body, (*BARE_ASK, *lines), reader=reader)
        facts = made.sealed.facts if made.sealed else made.told.narrative
        return "said" in {each.id for each in facts}

    assert told() is (why is None)
    listed = {each.id: each.why for each in found(body).open.untold}
    assert listed == ({"said": why} if why else {})
    chosen = why not in ("silent", "limited")
    assert told("filing_also: [said]") is chosen
    admits = why is None and "against" in says
    assert [each.id for each in found(body).open.with_admissions] == ["said"] * admits


@pytest.mark.parametrize(
    ("summary", "alone"),
    [
        (HELD, False),
        ("Asked the police to come.", True),
        ("Asked the police to come, and said that they held her brother.", False),
    ],
)
def test_a_statement_is_left_out_only_where_an_event_says_the_same(
    summary: str, alone: bool
) -> None:
    says = "says: [{element: surrender, text: She asked.}]"
    body = SPOKEN % ("open", f'"{summary}"', says, "open", "")
    told = [each.id for each in view(body, BARE_ASK).told.narrative]
    assert told == (["event"] if alone else ["event", "said"])
    threat = SPOKEN % ("open", '"Asked the police to come."', f"says: [{FOR}]", "open", "")
    assert "said" in {each.id for each in view(threat, BARE_ASK).told.narrative}


MONEY = """\
benefits: [{id: b, basis: document, handling: open, what: Money, amount: $600, received: yes,
  given_up: yes, sources: [ev]}]
"""


@pytest.mark.parametrize(
    ("summary", "lines", "told"),
    [
        (HELD, (), False),
        (HELD, ("filing_also: [b]",), True),
        ('"Said that they held her brother and paid $600."', (), True),
    ],
)
def test_money_that_was_given_up_is_told_where_it_is_chosen_or_known(
    summary: str, lines: tuple[str, ...], told: bool
) -> None:
    body = SPOKEN % ("open", summary, f"says: [{FOR}]", "open", "") + MONEY
    made = view(body, (*BARE_ASK, *lines))
    assert ("b" in {each.id for each in made.told.narrative}) is told
    assert (not found(body, sentencing=lines).open.given_up) is told


def test_a_pronoun_beside_somebody_elses_name_is_left_out_and_told_to_counsel() -> None:
    for against, how, kept in (
        ("girl", "on a call shown to her", False),
        ("client, girl", "on a call shown to her", False),
        ("client", "on a call shown to her", True),
        ("girl", "on a call shown to Ms. Ruiz", True),
    ):
        threat = f"against: [{against}]\n    how: {how}"
        body = FULL.replace("against: [girl]", threat)
        (told,) = [each.fact for each in view(body).told.narrative if each.id == "threat-open"]
        assert isinstance(told, Threat)
        assert told.how == (how if kept else None)
        assert [each.id for each in found(body).open.unclear] == ["threat-open"] * (not kept)


def test_a_supplement_that_has_only_the_steps_is_not_empty() -> None:
    steps = (
        ", adjustments: [{id: s, what: safety valve, guideline: U.S.S.G. § 2D1.1(b)(18),"
        " levels: -2, position: sought}]"
    )
    lines = (*BARE_ASK, computation("sentencing_manual", "2025-11-01", 24, steps))
    public = view("", (*lines, *LETTER))
    assert public.steps_sealed
    sealed = view("", lines, reader=Reader.SEALED).sealed
    assert sealed is not None
    assert sealed.computation is not None


LETTER = ("letters: [{id: l, author: Ana Mora, relation: employer, topic: work, received: yes}]",)
UNFOUNDED = FULL.replace("basis: recording\n    handling: open", "basis: client_account")
BEFORE = "sentencing: 2025-10-31"


@pytest.mark.parametrize(
    ("body", "open_", "sealed"),
    [
        (FULL, True, False),
        (UNFOUNDED, False, True),
        (UNFOUNDED.replace("handling: sealed, kinds", "handling: privileged, kinds"), False, False),
    ],
)
def test_a_departure_is_asked_for_only_with_a_fact_that_may_be_filed(
    body: str, open_: bool, sealed: bool
) -> None:
    body = body.replace("safe: no,", "safe: yes,")
    assert found(body, dates=BEFORE).open.unfounded is not (open_ or sealed)
    if not (open_ or sealed):
        (said,) = refused(body, SENTENCE, dates=BEFORE)
        assert said.startswith("A departure under U.S.S.G. § 5K2.12 would be asked for, and no")
        assert view(body, SENTENCE).ask is not None
        return
    argument = view(body, SENTENCE, dates=BEFORE).advocacy
    assert argument.departs
    assert (bool(argument.departure), argument.departure_sealed) == (open_, sealed)


@pytest.mark.parametrize(
    ("disclosure", "chosen", "told"),
    [
        ("made", False, True),
        ("incomplete", False, False),
        ("withheld_for_fear", False, False),
        ("not_made", False, False),
        ("incomplete", True, True),
    ],
)
def test_the_court_is_not_told_unasked_of_what_the_client_has_not_disclosed(
    disclosure: str, *, chosen: bool, told: bool
) -> None:
    body = FULL.replace("disclosure: made", f"disclosure: {disclosure}")
    lines = (*SENTENCE, *(["filing_also: [coop]"] if chosen else ()))
    sealed = view(body, lines, reader=Reader.SEALED).sealed
    assert sealed is not None
    [cooperation] = sealed.cooperation
    assert cooperation.fact.id == "coop"
    assert any("SEALED-coop" in text for text in texts(sealed)) is told


@pytest.mark.parametrize(
    ("gun", "total", "refusals"),
    [
        ("84, disposition: pending", 84, 1),
        ("84", 84, 1),
        ("84, disposition: convicted", 84, 0),
        ("84", 0, 0),
        # No count that is pending explains it: what else may, is for counsel.
        ("84, disposition: dismissed", 84, 0),
        ("0", 84, 0),
    ],
)
def test_a_total_minimum_that_counts_a_pending_count_is_not_filed(
    gun: str, total: int, refusals: int
) -> None:
    charges = CONVICTED + (
        "  - {id: gun, count: 2, statute: 18 U.S.C. § 924(c), title: Carrying a firearm,"
        f" offense: firearm_in_crime, end: 2025-03-14, minimum_months: {gun}}}\n"
    )
    lines = with_ask("ask: {months: 84}", f"floor_months: {total}")
    said = "is more than the counts of conviction carry together, and count 2, which is pending,"
    found = refused(sentencing=lines, charges=charges) if refusals else []
    assert sum(said in each for each in found) == refusals
    if not refusals:
        assert view(sentencing=lines, charges=charges).floor is not None
