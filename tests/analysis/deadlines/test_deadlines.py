from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.analysis.deadlines.deadlines import current_until, find_deadlines
from drafter.analysis.deadlines.types import Closed, DeadlineFinding
from drafter.doctrine import kinds
from tests.analysis.matters import AS_OF, LIBRARY, doctrine, record

SENTENCED = "dates: {sentencing: 2027-03-15}"
ORDERED = 'motion_deadline: {date: 2026-12-14, order: "ECF No. 31"}'


def found(
    matter: str = "", *, day: date = AS_OF, district: str = "casd", **more: str
) -> Mapping[str, DeadlineFinding]:
    case = record(matter=matter, district=district, **more)
    return {each.id: each for each in find_deadlines(case, doctrine(day))}


def test_every_national_deadline_is_found_each_with_its_rule() -> None:
    national = {id for id, each in LIBRARY.shelf(kinds.DEADLINES).items() if not each.is_local}
    ours = found()
    assert set(ours) == national
    assert len(national) == 5
    assert all(each.deadline.authority for each in ours.values())


def test_a_deadline_without_its_day_has_none_and_says_what_is_missing() -> None:
    for each in found().values():
        assert (each.day, each.anchor, each.counted, each.passed) == (None, None, None, False)
        assert each.deadline.without_anchor
    gap = found()["pretrial_motions"].gap
    assert gap is not None
    assert gap.id == "matter.motion_deadline"


def test_rule_32_is_counted_back_from_sentencing() -> None:
    ours = found(SENTENCED)
    # Thirty-five days back is February 8; seven days back is Monday, March 8.
    assert ours["psr_disclosure"].day == date(2027, 2, 8)
    assert ours["psr_final"].day == date(2027, 3, 8)
    assert ours["psr_objections"].day is None
    counted = ours["psr_disclosure"].counted
    assert counted is not None
    assert counted.rule == "frcrp_45_a"


def test_the_report_is_given_once_it_was_and_objections_are_not_due_before_a_conviction() -> None:
    given = found("dates: {psr_disclosed: 2027-02-10, sentencing: 2027-03-15}")["psr_disclosure"]
    assert (given.done, given.passed) == (date(2027, 2, 10), False)
    assert current_until([given]) is None
    assert found(SENTENCED)["psr_disclosure"].done is None
    assert found()["psr_objections"].awaited
    assert not found()["psr_disclosure"].awaited
    assert not found(charges="disposition: convicted")["psr_objections"].awaited


def test_a_backward_count_that_ends_on_a_holiday_goes_further_back() -> None:
    # Thirty-five days before March 22, 2027 is February 15, Washington's Birthday.
    ours = found("dates: {sentencing: 2027-03-22}")
    assert ours["psr_disclosure"].day == date(2027, 2, 12)
    counted = ours["psr_disclosure"].counted
    assert counted is not None
    assert [each.why for each in counted.skipped] == [
        Closed.HOLIDAY,
        Closed.SUNDAY,
        Closed.SATURDAY,
    ]


def test_objections_are_counted_forward_from_the_report() -> None:
    ours = found("dates: {psr_disclosed: 2026-11-12}")
    # Fourteen days on is Thanksgiving.
    assert ours["psr_objections"].day == date(2026, 11, 27)


EXPERT = "{{id: {}, name: Dr. Roe, field: {}, topic: Fear., {}}}"


@pytest.mark.parametrize(
    ("experts", "done"),
    [
        ([("x1", "battering", "noticed: 2026-10-01")], date(2026, 10, 1)),
        (
            [("x1", "battering", "noticed: 2026-10-01"), ("x2", "mental_condition", "")],
            None,
        ),
        (
            [("x1", "battering", "noticed: 2026-10-01"), ("x2", "digital", "")],
            date(2026, 10, 1),
        ),
        ([("x1", "digital", "noticed: 2026-10-01")], None),
        ([], None),
    ],
)
def test_notice_is_done_once_it_was_given_of_each_expert_it_may_be_due_of(
    experts: list[tuple[str, str, str]], done: date | None
) -> None:
    body = f"experts: [{', '.join(EXPERT.format(*each) for each in experts)}]\n" if experts else ""
    ours = found("motion_deadline: {date: 2026-11-02, order: ECF No. 31}", body=body)
    notice = ours["notice_12_2_b"]
    assert notice.done == done
    assert notice.passed is (done is None)
    assert ours["pretrial_motions"].done is None


def test_the_court_s_order_names_the_day_of_motions_and_of_notice() -> None:
    ours = found(ORDERED)
    for id in ("pretrial_motions", "notice_12_2_b"):
        assert ours[id].day == date(2026, 12, 14)
        assert ours[id].order == "ECF No. 31"
        assert ours[id].counted is None
        assert ours[id].closed is None


def test_a_day_that_an_order_names_does_not_move() -> None:
    saturday = found('motion_deadline: {date: 2026-12-12, order: "ECF No. 31"}')
    assert saturday["pretrial_motions"].day == date(2026, 12, 12)
    closed = saturday["pretrial_motions"].closed
    assert closed is not None
    assert closed.why is Closed.SATURDAY


def test_without_an_order_no_day_is_made_up_from_the_indictment() -> None:
    ours = found("dates: {indictment: 2026-04-09, arraignment: 2026-04-14, trial: 2027-02-02}")
    assert ours["pretrial_motions"].day is None


@pytest.mark.parametrize("proceeding", ["sentencing", "remand"])
def test_pretrial_deadlines_are_gone_once_nothing_is_pending(proceeding: str) -> None:
    ours = found(ORDERED, proceeding=proceeding)
    assert set(ours) == {"psr_disclosure", "psr_final", "psr_objections"}


def test_a_rule_of_the_district_takes_the_place_of_the_national_one() -> None:
    ours = found(SENTENCED, district="nhd")
    assert "psr_disclosure" not in ours
    local = ours["nhd_psr_disclosure"]
    assert local.day == date(2027, 2, 1)
    assert [each.id for each in local.replaces] == ["psr_disclosure"]
    assert local.holds is True
    assert {"psr_final", "psr_objections"} <= set(ours)


def test_a_local_rule_with_no_national_counterpart_stands_beside_the_others() -> None:
    ours = found(SENTENCED, district="oknd")
    assert ours["oknd_variance_motion"].day == date(2027, 3, 1)
    assert "psr_disclosure" in ours


@pytest.mark.parametrize(
    ("judge", "holds"),
    [("judge: Hon. Philip P. Simon", True), ("", None), ("judge: Hon. Simone Roe", "absent")],
)
def test_a_judge_s_practice_holds_before_that_judge(judge: str, holds: bool | str | None) -> None:
    matter = ", ".join(filter(None, [SENTENCED, judge]))
    ours = found(matter, district="innd")
    finding = ours.get("innd_simon_memorandum")
    assert (finding.holds if finding else "absent") == holds


def test_a_practice_of_a_judge_nobody_named_is_for_counsel_to_confirm() -> None:
    finding = found(f"{SENTENCED}, judge: Hon. A. Roe", district="mied")["mied_memorandum"]
    assert finding.holds is None
    assert finding.deadline.confirm


@given(st.dates(date(2026, 4, 1), date(2028, 12, 31)), st.dates(date(2026, 4, 1), date(2029, 1, 1)))
def test_a_deadline_has_passed_on_the_day_after_it_and_not_before(
    sentencing: date, as_of: date
) -> None:
    ours = found(f"dates: {{sentencing: {sentencing}}}", day=as_of).values()
    dated = [each for each in ours if each.day]
    assert dated
    assert all(each.passed == (as_of > (each.day or as_of)) for each in dated)


def test_nothing_moves_up_to_the_next_deadline_and_something_does_on_the_day_after() -> None:
    case = record(matter=SENTENCED)
    before = find_deadlines(case, doctrine(AS_OF))
    until = current_until(before)
    assert until == date(2027, 2, 8)
    assert find_deadlines(case, doctrine(until)) == before
    assert find_deadlines(case, doctrine(until + timedelta(days=1))) != before
    assert current_until(find_deadlines(case, doctrine(date(2027, 4, 1)))) is None


def test_they_stand_by_day_and_those_without_one_last() -> None:
    case = record(matter=f"{SENTENCED}, {ORDERED}")
    days = [each.day for each in find_deadlines(case, doctrine())]
    known = [day for day in days if day]
    assert known == sorted(known)
    assert days[: len(known)] == known
    assert None in days
