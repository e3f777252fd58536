from __future__ import annotations

from tests.analysis.parts import ask

BODY = """\
threats: [{id: t, kinds: [death]}]
events:
  - {id: a, what: One thing., when: 2026-03-01, conflicts_with: [b]}
  - {id: b, what: Another., when: 2026-03-02}
  - {id: c, what: A third., when: 2026-03-03}
"""


def test_a_conflict_is_seen_from_both_sides() -> None:
    ties = ask(BODY).ties
    assert [fact.id for fact in ties.conflicts_of("a")] == ["b"]
    assert [fact.id for fact in ties.conflicts_of("b")] == ["a"]
    assert ties.conflicts_of("c") == ()


def test_gaps_are_found_by_the_fact_that_has_them() -> None:
    asked = ask(BODY)
    own = asked.ties.gaps_of("t")
    assert "t.when" in [gap.id for gap in own]
    assert {gap.owner for gap in own} == {"t"}
    assert asked.ties.gaps_of("c") == ()
    listed = sum(len(each) for each in asked.ties.gaps.values())
    assert listed == len([gap for gap in asked.record.gaps if gap.owner])
