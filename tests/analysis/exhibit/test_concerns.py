from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from drafter.analysis.exhibit.concerns import find_exhibit_concerns, find_exhibit_waits
from drafter.doctrine.vocabulary import Concept, Direction
from tests.analysis.parts import ask, common_law, element, reason

BODY = """\
opportunities:
  - {id: line, what: in the line, when: between 2026-03-14 05:20 and 2026-03-14 06:50}
  - {id: night, what: at home, when: between 2026-03-13 20:00 and 2026-03-14 03:00}
  - {id: someday, what: some time, when: unknown}
events:
  - {id: joined, what: The car joined the lanes., when: 2026-03-14 05:20, sources: [video]}
  - {id: told, what: She told an officer., when: 2026-03-14 07:05}
  - {id: slept, what: She slept., when: 2026-03-13 23:00}
  - {id: undated, what: Something., when: unknown}
evidence:
  - {id: video, kind: border_video, form: recording, what: Video}
"""
EXHIBIT = "exhibit: {mode: fre_107, events: [told, joined, slept, undated]}\n"
ESCAPE = Concept.ESCAPE


def concerns(
    *subjects: str, body: str = BODY + EXHIBIT, helps: bool = False, asks: str = "client_alone"
) -> dict[str, int]:
    asked = ask(body)
    direction = Direction.HELPS if helps else Direction.HURTS
    reasons = tuple(
        reason(asked.record, each, ESCAPE, direction, rule=f"on-{each}") for each in subjects
    )
    law = common_law(asked, (element(ESCAPE), reasons))
    found = find_exhibit_concerns(asked.setting, law, {each.rule: (asks,) for each in reasons})
    return {each.id: len(each.hurts) for each in found}


def test_without_an_exhibit_nothing_is_asked() -> None:
    assert concerns("told", body=BODY) == {}


def test_an_event_that_itself_hurts_is_a_concern() -> None:
    assert concerns("told") == {"told": 1}
    assert concerns("told", helps=True) == {}


def test_an_item_behind_an_event_brings_what_it_proves_with_it() -> None:
    assert concerns("video") == {"joined": 1}


def test_an_opportunity_is_a_concern_for_the_events_it_overlaps() -> None:
    assert concerns("line") == {"joined": 1}
    assert concerns("night") == {"slept": 1}
    assert concerns("line", "night", "video") == {"joined": 2, "slept": 1}


def test_what_an_item_shows_at_one_opportunity_is_not_said_of_another_time() -> None:
    about = (BODY + EXHIBIT).replace("what: Video}", "what: Video, about: [%s]}")
    assert concerns("video", body=about % "line") == {"joined": 1}
    assert concerns("video", body=about % "night") == {}
    assert concerns("video", body=about % "someday") == {"joined": 1}
    # What is asked of the item itself is not of its opportunities.
    assert concerns("video", body=about % "night", asks="item_shows_movement") == {"joined": 1}


def test_what_another_item_shows_is_not_said_of_an_event_that_it_does_not_prove() -> None:
    body = (BODY + EXHIBIT).replace(
        "evidence:\n",
        "evidence:\n  - {id: finding, kind: document, form: writing, what: F, about: [line]}\n",
    )
    asked = ask(body)
    facts = asked.record.facts
    on_item = replace(reason(asked.record, "finding", ESCAPE, rule="item"), others=(facts["line"],))
    by_item = replace(reason(asked.record, "line", ESCAPE, rule="line"), others=(facts["finding"],))
    law = common_law(asked, (element(ESCAPE), (on_item, by_item)))
    assert find_exhibit_concerns(asked.setting, law, {}) == ()
    shown = replace(reason(asked.record, "line", ESCAPE, rule="line"), others=(facts["video"],))
    law = common_law(asked, (element(ESCAPE), (shown,)))
    assert [each.id for each in find_exhibit_concerns(asked.setting, law, {})] == ["joined"]


CALLED = """\
threats:
  - {id: call, speaker: rolo, kinds: [death], when: 2026-03-14 03:30}
  - {id: early, speaker: rolo, kinds: [death], when: 2026-03-13 22h}
  - {id: hazy, speaker: rolo, kinds: [death],
     when: between 2026-03-13 22:30 and 2026-03-13 23:30}
"""


def test_an_interval_that_is_printed_names_the_opportunities_and_threats_in_it() -> None:
    printed = EXHIBIT.replace(
        "undated]}",
        "undated], intervals: [{id: i, start: slept, end: joined, words: to the lanes}]}",
    )
    (found,) = find_exhibit_waits(ask(BODY + CALLED + printed).record)
    assert [each.id for each in found.facts] == ["night", "call"]
    assert find_exhibit_waits(ask(BODY + EXHIBIT).record) == ()
    assert find_exhibit_waits(ask(BODY).record) == ()


def test_what_an_item_shows_is_not_said_of_a_time_before_any_threat() -> None:
    threat = "threats: [{id: t, kinds: [death], when: 2026-03-14 %s}]\n"
    assert concerns("video", body=BODY + EXHIBIT + threat % "05:30") == {}
    assert concerns("video", body=BODY + EXHIBIT + threat % "05:00") == {"joined": 1}
    assert concerns("told", body=BODY + EXHIBIT + threat % "07:30") == {"told": 1}


def test_a_time_that_is_about_another_is_read_as_that_time() -> None:
    near = (BODY + EXHIBIT).replace("when: 2026-03-14 07:05", "when: about 2026-03-14 07:05")
    assert concerns("line", body=near) == {"joined": 1}
    inside = near.replace("about 2026-03-14 07:05", "about 2026-03-14 06:40")
    assert concerns("line", body=inside) == {"told": 1, "joined": 1}


def test_what_one_rule_says_of_two_facts_is_said_once() -> None:
    asked = ask(BODY + EXHIBIT)
    both = tuple(reason(asked.record, each, ESCAPE, rule="same") for each in ("joined", "line"))
    (found,) = find_exhibit_concerns(asked.setting, common_law(asked, (element(ESCAPE), both)), {})
    assert [each.subject for each in found.hurts] == ["joined"]


def test_what_has_no_known_time_overlaps_nothing() -> None:
    assert concerns("someday") == {}
    assert concerns("undated") == {"undated": 1}


def test_an_open_reason_is_no_concern() -> None:
    assert concerns("line.phone") == {}


def test_a_long_opportunity_is_found_behind_shorter_ones() -> None:
    body = BODY + EXHIBIT
    body = body.replace(
        "opportunities:\n",
        "opportunities:\n  - {id: week, what: all week, "
        "when: between 2026-03-08 and 2026-03-16}\n"
        "  - {id: blink, what: a minute, when: 2026-03-14 05:00}\n",
    )
    assert concerns("week", "blink", body=body) == {"told": 1, "joined": 1, "slept": 1}


spans = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted)
"""Minutes past eight from which and to which something lasts."""
chances = st.lists(st.tuples(spans, st.lists(st.sampled_from("abc"), max_size=4)), max_size=6)
"""When each opportunity was, and the rules that hurt on it."""


def between(start: int, end: int) -> str:
    return f"between 2026-03-14 08:0{start} and 2026-03-14 08:0{end}"


@given(chances, st.lists(spans, min_size=1, max_size=4))
def test_of_each_rule_the_last_opportunity_that_overlaps_is_named(
    chances: list[tuple[list[int], list[str]]], events: list[list[int]]
) -> None:
    body = "opportunities:\n" + "".join(
        f"  - {{id: o{n}, what: W, when: {between(*span)}}}\n"
        for n, (span, _) in enumerate(chances)
    )
    body += "events:\n" + "".join(
        f"  - {{id: e{n}, what: W, when: {between(*span)}}}\n" for n, span in enumerate(events)
    )
    chosen = ", ".join(f"e{n}" for n in range(len(events)))
    asked = ask(f"{body}exhibit: {{mode: fre_107, events: [{chosen}]}}\n")
    reasons = tuple(
        reason(asked.record, f"o{n}", ESCAPE, rule=rule)
        for n, (_, rules) in enumerate(chances)
        for rule in rules
    )
    found = find_exhibit_concerns(asked.setting, common_law(asked, (element(ESCAPE), reasons)), {})

    in_order = sorted(range(len(chances)), key=lambda n: (*chances[n][0], f"o{n}"), reverse=True)
    for number, (start, end) in enumerate(events):
        expected: dict[str, str] = {}
        for n in in_order:
            (begins, ends), rules = chances[n]
            if begins <= end and ends >= start:
                expected = dict.fromkeys(rules, f"o{n}") | expected
        said = {each.id: each.hurts for each in found}.get(f"e{number}", ())
        assert {each.rule: each.subject for each in said} == expected
