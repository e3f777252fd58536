"""Taking one fact out of a case moves only what stood on it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from drafter.analysis.elements.types import ElementFinding
from drafter.casefile.fact import Fact
from drafter.facts.record import Record
from tests.analysis.parts import case, counts
from tests.analysis.route import DISTRICTS, OFFENSE, route_of

Section = list[dict[str, Any]]
yes_no = st.sampled_from(["yes", "no", "unknown"])
# To the minute: of two moments whose order is not known, either may hide what the other shows.
whens = st.sampled_from(
    [
        "2026-03-01 12:00",
        "2026-03-12 20:00",
        "2026-03-13 22:00",
        "2026-03-14 05:00",
        "2026-03-15 08:00",
    ]
)
LATER = "start: 2026-03-14 06:30, end: 2026-03-14 07:30"
"""A second count, beside the one of every test."""
ITEMS = ["ev0", "ev1"]
sources = st.lists(st.sampled_from(ITEMS), unique=True, max_size=2)
bases = st.sampled_from(["client_account", "document", "counsel_inference"])


def facts(noun: str, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Section]:
    """Up to two facts of a section, each with an id of its own."""
    one = st.fixed_dictionaries({"basis": bases, "sources": sources, **fields})
    return st.lists(one, max_size=2).map(
        lambda found: [{"id": f"{noun}{at}", **fields} for at, fields in enumerate(found)]
    )


THREATS = facts(
    "threat",
    speaker=st.sampled_from(["rolo", "friend"]),
    kinds=st.lists(st.sampled_from(["death", "job", "property"]), unique=True, max_size=2),
    against=st.lists(st.sampled_from(["client", "girl", "friend"]), unique=True, max_size=2),
    when=whens,
    specific=yes_no,
    watching=yes_no,
    continuing=yes_no,
    ended=st.sampled_from(["2026-03-14 03:00", "2026-03-14 06:00", "2026-03-14 08:00"]),
    demanded_offense=st.sampled_from([[], "count-1", "count-2", ["count-1", "count-2"]]),
).filter(lambda found: all(each["when"] < each["ended"] for each in found))
CHANCES = facts(
    "opp",
    what=st.just("a stop"),
    when=whens,
    phone=yes_no,
    alone=yes_no,
    watched=yes_no,
    authority_present=yes_no,
    authority_corrupt=yes_no,
    asked_for_help=yes_no,
    safe=yes_no,
)
EVENTS = facts(
    "event",
    what=st.just("Something."),
    when=whens,
    kind=st.sampled_from(
        ["surrender", "arrest", "violence", "dispossession", "avoidance", "normal_activity"]
    ),
)
INVOLVED = facts(
    "inv",
    what=st.just("They met."),
    voluntary_association=yes_no,
    knew_of_violence=yes_no,
    could_foresee_demand=yes_no,
)
EVIDENCE = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(["recorded_threat", "surveillance_video", "weapon"]),
            "form": st.sampled_from(["writing", "recording"]),
            "what": st.just("An item"),
            "traits": st.lists(
                st.sampled_from(["watched", "kept_weapon_after_threat", "returned_to_coercer"]),
                unique=True,
                max_size=2,
            ),
            "about": st.lists(st.sampled_from(["threat0", "opp0", "event0"]), unique=True),
            "way": st.booleans(),
        }
    ),
    min_size=2,
    max_size=2,
).map(
    lambda found: [
        {
            "id": ITEMS[at],
            **{name: value for name, value in fields.items() if name != "way"},
            **({"admissible_through": "a custodian"} if fields["way"] else {}),
        }
        for at, fields in enumerate(found)
    ]
)
CASES = st.fixed_dictionaries(
    {
        "threats": THREATS,
        "opportunities": CHANCES,
        "events": EVENTS,
        "involvement": INVOLVED,
        "evidence": EVIDENCE,
    }
)


def written(sections: Mapping[str, Section], without: str = "") -> str:
    """The sections as text, without one fact and without every mention of it."""
    kept = {fact["id"] for found in sections.values() for fact in found} - {without}
    lines = []
    for name, found in sections.items():
        left = [
            {
                key: [id for id in value if id in kept] if key in ("sources", "about") else value
                for key, value in fact.items()
            }
            for fact in found
            if fact["id"] in kept
        ]
        if left:
            lines.append(f"{name}: {json.dumps(left)}\n")
    return "".join(lines)


def touched(finding: ElementFinding, record: Record) -> set[str]:
    """Everything a finding stands on, the items that prove it included."""

    def standing() -> Iterator[Fact]:
        for reason in finding.reasons:
            yield from reason.facts
            yield from reason.answered_by
        for shown in finding.showings:
            yield from shown.denied_by

    found = {fact.id: fact for fact in standing()}
    items = {item.id for id in found for item in record.evidence.items_for(id)}
    return {*found, *items}


def concluded(finding: ElementFinding) -> tuple[object, ...]:
    known = [each.id for each in finding.reasons if not each.is_open]
    reach = finding.covered
    counts = [[each.id for each in part] for part in (reach.whole, reach.partly, reach.untied)]
    return finding.production, finding.persuasion, known, counts


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CASES, st.sampled_from(sorted(DISTRICTS)), st.data())
def test_removing_a_fact_changes_only_conclusions_that_stand_on_it(
    sections: dict[str, Section], court: str, data: st.DataObject
) -> None:
    ids = [fact["id"] for found in sections.values() for fact in found]
    removed = data.draw(st.sampled_from(ids), label="removed")
    offense = data.draw(st.sampled_from(["drug_trafficking", "escape", "firearm_possession"]))
    charges = counts(*(f"offense: {offense}, {days}" for days in (OFFENSE, LATER)))
    before, after = (
        case(written(sections, each), charges=charges, district=DISTRICTS[court])
        for each in ("", removed)
    )
    first, second = route_of(before), route_of(after)
    untouched = [each for each in first.elements if removed not in touched(each, before)]
    assume(untouched)
    for each in untouched:
        again = second.element(each.id)
        assert again is not None
        assert concluded(again) == concluded(each), each.id
