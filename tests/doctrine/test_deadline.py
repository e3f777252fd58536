from __future__ import annotations

from collections.abc import Callable

import pytest

from drafter import yamlfile
from drafter.doctrine.bundle import LAW
from drafter.doctrine.deadline import Anchor, Deadline, Side
from drafter.doctrine.districts import Districts
from drafter.doctrine.records import Record, RecordFault

Raw = dict[str, object]


@pytest.fixture(scope="module")
def deadlines() -> dict[str, Deadline]:
    found = sorted((LAW / "deadlines").glob("*.yaml"))
    return {each.stem: Deadline.from_record(Record(yamlfile.read(each).value)) for each in found}


@pytest.mark.parametrize(
    ("id", "anchor", "side", "days", "authority"),
    [
        ("psr_disclosure", Anchor.SENTENCING, Side.BEFORE, 35, "frcrp_32_e2"),
        ("psr_objections", Anchor.PSR_DISCLOSED, Side.AFTER, 14, "frcrp_32_f"),
        ("psr_final", Anchor.SENTENCING, Side.BEFORE, 7, "frcrp_32_g"),
        ("pretrial_motions", Anchor.COURT_ORDER, None, None, "frcrp_12_c"),
    ],
)
def test_the_national_deadlines(
    deadlines: dict[str, Deadline],
    id: str,
    anchor: Anchor,
    side: Side | None,
    days: int | None,
    authority: str,
) -> None:
    found = deadlines[id]
    assert (found.anchor, found.side, found.days) == (anchor, side, days)
    assert found.authority == authority
    assert not found.is_local


def test_local_practice_is_a_profile_of_a_court_there_is(deadlines: dict[str, Deadline]) -> None:
    table = Districts.from_record(Record(yamlfile.read(LAW / "districts.yaml").value))
    local = {id: each for id, each in deadlines.items() if each.is_local}
    assert len(local) == 4
    for id, each in local.items():
        assert each.court is not None
        assert table.find(each.court) is not None, id
        assert each.confirm, id


def test_every_deadline_says_what_stands_where_its_day_is_unknown(
    deadlines: dict[str, Deadline],
) -> None:
    assert len(deadlines) == 9
    for id, each in deadlines.items():
        assert each.without_anchor, id
        assert each.marks.cite_check is None
        for cited in (each.authority, *each.authorities):
            assert (LAW / f"authorities/{cited}.yaml").is_file(), cited


@pytest.mark.parametrize("changes", [{"days": "3"}, {"side": "before"}, {"anchor": "today"}])
def test_a_deadline_that_cannot_be_counted_is_refused(
    marks: Callable[..., Raw], changes: Raw
) -> None:
    raw: Raw = {
        "id": "d",
        "title": "T",
        "statement": "S",
        "anchor": "sentencing",
        "party": "defense",
        "authority": "a",
        "marks": marks(),
    }
    assert Deadline.from_record(Record(raw)).days is None
    with pytest.raises(RecordFault):
        Deadline.from_record(Record(raw | changes))
