"""What counsel is told to settle before the exhibit is served."""

from __future__ import annotations

import pytest

from drafter.analysis.exhibit.concern_types import ExhibitDoubts
from drafter.analysis.exhibit.doubts import find_exhibit_doubts
from tests.analysis.exhibit.exhibits import BODY, changed, refusals
from tests.facts.records import record

WAY = ("bates: G-0211,", "bates: G-0211, admissible_through: {},")


def doubts(*changes: tuple[str, str]) -> ExhibitDoubts:
    return find_exhibit_doubts(record(changed(*changes)))


@pytest.mark.parametrize(
    ("way", "doubtful"),
    [
        ("the carrier’s custodian", True),
        ("certification under Fed. R. Evid. 902(11)", True),
        ("Officer M. Diaz", False),
        ("M. Diaz or a certification", False),
    ],
)
def test_a_sponsor_whom_the_items_way_in_does_not_name(way: str, doubtful: bool) -> None:
    found = doubts((WAY[0], WAY[1].format(way)))
    assert [each.id for each in found.sponsors] == (["log"] if doubtful else [])
    assert found.any is doubtful
    if doubtful:
        assert found.sponsors[0].sponsors == ("Officer M. Diaz",)


def test_only_an_aid_has_sponsors() -> None:
    certified = (WAY[0], WAY[1].format("certification"))
    assert doubts(certified, ("mode: fre_107", "mode: sentencing")).sponsors == ()


@pytest.mark.parametrize("handling", ["protective_order", "medical", "grand_jury", "privileged"])
def test_a_source_held_back_is_told_and_alone_keeps_the_event_out(handling: str) -> None:
    video = ("handling: open, what: Video", f"handling: {handling}, what: Video")
    (held, spoken) = doubts(video).held
    assert (held.id, spoken.id) == ("held", "spoken")
    assert [item.id for item in held.items] == ["video"]
    (said,) = refusals(video)
    assert "`spoken` has no source that may be shown" in said


@pytest.mark.parametrize(
    ("pin", "off"),
    [
        ("05:48:30", False),
        ("05:47:48", True),
        ("camera 2 05:49:05", True),
        ("00:06:40", False),
        ("05:31:00-05:47:48", False),
        ("05:47", False),
        ("05:18:00", True),
        ("05:17:59", False),
        ("06:18:59", True),
        ("06:19:00", False),
    ],
)
def test_a_row_that_is_off_the_time_at_which_its_source_is_cited(pin: str, off: bool) -> None:
    found = doubts(("log at call 7", f"log at {pin}"))
    assert [each.id for each in found.clocks] == (["call"] if off else [])
    assert found.any is off


def test_nothing_to_settle_and_no_exhibit() -> None:
    assert not doubts().any
    assert not find_exhibit_doubts(record(BODY[: BODY.index("exhibit:\n  mode")])).any


@pytest.mark.parametrize(
    ("title", "outside"),
    [
        ("Events of March 10 to March 14, 2026", []),
        ("Events of March 10 to March 12, 2026", ["call", "told", "held", "spoken"]),
        ("Events of March 16, 2026, to April 2, 2026", ["call", "told", "held", "spoken"]),
        ("Events of March 10, 2025, to March 12, 2027", []),
        # A single day heads nothing but itself, and a day without a year is of none.
        ("Events since March 1, 2026", []),
        ("Events of March 1 to March 2", []),
        ("Events of February 30 to March 2, 2026", []),
        ("Chronology of Events", []),
    ],
)
def test_rows_outside_the_days_that_the_title_names(title: str, outside: list[str]) -> None:
    found = doubts(("mode: fre_107", f'mode: fre_107\n  title: "{title}"'))
    assert [each.id for each in found.outside] == outside
    assert found.any is bool(outside)
