"""Why a passage differs: named where it can be known, listed as candidates where it cannot."""

from __future__ import annotations

import json
from datetime import date

import pytest
from msgspec.structs import replace

from drafter.composition.blocks import Block, BlockKind, Run, RunKind
from drafter.versions.causes import BY_HAND, Cause, CauseKind, Causes, How
from drafter.versions.compare import BlockChange, compare, compare_files
from drafter.versions.draft import Conclusion, Draft, FactSnapshot
from drafter.word.reading.reader import ReadBlock
from tests.versions.drafts import DAY, block, draft

LATER = date(2026, 12, 1)
OLD_FACTS = {
    "opp-1": FactSnapshot(10, "watched: yes"),
    "ev-1": FactSnapshot(20, "bates: USAO-000305"),
    "event-1": FactSnapshot(30, "what: two men"),
}
NEW_FACTS = {
    "opp-1": FactSnapshot(11, "watched: no"),
    "ev-1": FactSnapshot(21, "bates: USAO-000399"),
    "event-1": FactSnapshot(31, "what: two guards"),
}
OPP, EV, EVENT = (Cause(CauseKind.FACT, id, fact.line) for id, fact in NEW_FACTS.items())


def pair(*blocks: tuple[Block, Block], moved: int = 3) -> tuple[Draft, Draft]:
    """Two drafts between which the first facts changed, each with its half of the blocks."""
    facts = dict(list(NEW_FACTS.items())[:moved])
    old = draft(*(before for before, _ in blocks), facts=OLD_FACTS)
    new = draft(*(after for _, after in blocks), facts=OLD_FACTS | facts, case="d" * 64)
    return old, new


def said(id: str, text: str, sources: tuple[str, ...] = (), law: tuple[str, ...] = ()) -> Block:
    return replace(block(id, text), sources=sources, authorities=law)


def told(old: Draft, new: Draft) -> Causes:
    (change,) = compare(old, new).blocks
    return change.causes


def test_where_one_fact_changed_it_is_the_cause_of_everything() -> None:
    old, new = pair((block("a", "one"), block("a", "two")), moved=1)
    assert told(old, new) == Causes(How.ONLY, (OPP,))
    removed = replace(new, facts={id: f for id, f in OLD_FACTS.items() if id != "opp-1"})
    (cause,) = told(old, removed).found
    assert (cause.id, cause.line, cause.removed) == ("opp-1", 10, True)


@pytest.mark.parametrize(
    ("id", "sources"),
    [
        ("a", ("opp-1",)),
        ("facts/entry/opp-1", ()),
        ("tasks/establish.opp-1.watched", ()),
        ("elements/standing/escape", ()),
    ],
)
def test_of_several_facts_the_one_the_passage_is_tied_to_is_named(
    id: str, sources: tuple[str, ...]
) -> None:
    old, new = pair((said(id, "one", sources), said(id, "two", sources)))
    rests = (Conclusion("element.escape.production", "Escape", "unknown", ("opp-1.watched",)),)
    old, new = (replace(each, conclusions=rests) for each in (old, new))
    assert told(old, new) == Causes(How.TIED, (OPP,))


@pytest.mark.parametrize(
    ("moved", "causes"), [("supported", (OPP,)), ("unknown", (OPP, EV))], ids=["one", "none"]
)
def test_the_least_of_several_conclusions_moved_for_what_moved_those(
    moved: str, causes: tuple[Cause, ...]
) -> None:
    def found(escape: str, whole: str) -> tuple[Conclusion, ...]:
        names = tuple(f"element.{each}.production" for each in ("escape", "threat"))
        return (
            Conclusion("duress.production", "Duress", whole, ("opp-1", "ev-1"), of=names),
            Conclusion(names[0], "Escape", escape, ("opp-1",)),
            Conclusion(names[1], "Threat", "supported", ("ev-1",)),
        )

    before, after = (block("answer/duress", text) for text in ("It cannot be said yet.", "Yes."))
    old, new = pair((before, after))
    old = Draft.from_json(replace(old, conclusions=found("unknown", "unknown")).to_json())
    new = Draft.from_json(replace(new, conclusions=found(moved, "supported")).to_json())
    assert told(old, new) == Causes(How.TIED, causes)
    whole = next(each for each in compare(old, new).conclusions if each.id == "duress.production")
    assert whole.causes == Causes(How.TIED, causes)
    assert [each.id for each in whole.facts] == [each.id for each in causes]


def test_without_a_tie_every_candidate_is_listed_and_of_many_the_case_file() -> None:
    old, new = pair((block("a", "one"), block("a", "two")))
    assert told(old, new) == Causes(How.POSSIBLE, (OPP, EV, EVENT))
    more = {f"act-{n}": FactSnapshot(40 + n, "new") for n in range(3)}
    assert told(old, replace(new, facts=NEW_FACTS | more)) == Causes(
        How.POSSIBLE, (Cause(CauseKind.CASE),)
    )


def test_of_several_ties_it_is_the_fact_whose_words_went_and_came() -> None:
    sources = ("opp-1", "ev-1", "event-1")
    before = said("a", "He was seen (USAO-000305).", sources)
    old, new = pair((before, said("a", "He was seen (USAO-000399).", sources)))
    assert told(old, new) == Causes(How.TIED, (EV,))
    old, new = pair((before, said("a", "Nobody saw him (USAO-000399).", sources)))
    assert told(old, new) == Causes(How.TIED, (OPP, EV, EVENT))


def test_words_that_went_and_came_in_one_fact_alone_tie_a_passage_to_it() -> None:
    more = {f"act-{n}": FactSnapshot(40 + n, "new") for n in range(9)}
    old, new = pair((block("a", "Two men came in."), block("a", "Two guards came in.")))
    assert told(old, replace(new, facts=NEW_FACTS | more)) == Causes(How.TIED, (EVENT,))


def test_words_of_another_fact_name_that_one_though_the_passage_is_tied_to_one_that_changed() -> (
    None
):
    """A row of a statement names a person whose name changed, as the statement did otherwise."""
    tied = said("a", "two men", ("opp-1",)), said("a", "two guards", ("opp-1",))
    assert told(*pair(tied)) == Causes(How.TIED, (EVENT,))
    neither = said("a", "nobody", ("opp-1",)), said("a", "somebody", ("opp-1",))
    assert told(*pair(neither)) == Causes(How.TIED, (OPP,))


def test_a_place_of_the_case_file_is_tied_to_what_lies_in_it() -> None:
    months = FactSnapshot(7, "36"), FactSnapshot(7, "30")
    conclusions = [(Conclusion("sentencing.floor", "Floor", v, ("sentencing.ask",)),) for v in "ab"]
    old = draft(conclusions=conclusions[0], facts={**OLD_FACTS, "sentencing.ask.months": months[0]})
    new = draft(
        conclusions=conclusions[1],
        facts={**NEW_FACTS, "sentencing.ask.months": months[1]},
        case="d" * 64,
    )
    (moved,) = compare(old, new).conclusions
    cause = Cause(CauseKind.FACT, "sentencing.ask.months", 7)
    assert moved.causes == Causes(How.TIED, (cause,))


@pytest.mark.parametrize("name", ["templates", "software", "options"])
def test_what_nothing_is_tied_to_is_the_cause_alone_and_a_candidate_beside_others(
    name: str,
) -> None:
    other = Cause(CauseKind(name))
    one, two = said("a", "one", ("opp-1",)), said("a", "two", ("opp-1",))
    old, new = draft(one), draft(two)
    alone = replace(new, inputs=replace(new.inputs, **{name: "other"}))
    assert told(old, alone) == Causes(How.ONLY, (other,))
    old, new = pair((one, two))
    beside = replace(new, inputs=replace(new.inputs, **{name: "other"}))
    assert told(old, beside) == Causes(How.POSSIBLE, (OPP, other))


def test_the_day_is_a_cause_only_once_something_could_have_moved_with_it() -> None:
    one, two = block("a", "one"), block("a", "two")
    old = draft(one, facts=OLD_FACTS, through=date(2026, 12, 18))
    facts = OLD_FACTS | {"opp-1": NEW_FACTS["opp-1"]}
    new = draft(two, facts=facts, case="d" * 64, as_of=LATER)
    assert told(old, new) == Causes(How.ONLY, (OPP,))
    assert told(replace(old, current_through=None), new) == Causes(How.ONLY, (OPP,))
    passed = replace(old, current_through=DAY)
    assert told(passed, new) == Causes(How.POSSIBLE, (OPP, Cause(CauseKind.AS_OF)))
    assert told(passed, draft(two, facts=OLD_FACTS, as_of=LATER)) == Causes(
        How.ONLY, (Cause(CauseKind.AS_OF),)
    )


def law(told: Draft, **records: str) -> Draft:
    known = {"tasks/": "t", "rule_a": "r", "bailey": "b", **records}
    return replace(told, law=known, inputs=replace(told.inputs, law="".join(records.values())))


def test_a_law_record_is_named_where_the_passage_cites_it_or_its_conclusion_rests_on_it() -> None:
    one, two = said("a", "one", law=("bailey",)), said("a", "two", law=("bailey",))
    old, new = pair((one, two))
    assert told(law(old), law(new, bailey="c")) == Causes(
        How.TIED, (Cause(CauseKind.LAW, "bailey"),)
    )
    rests = (Conclusion("element.escape.production", "Escape", "unknown", ("rule_a.2",)),)
    old, new = (replace(each, conclusions=rests) for each in pair((block("escape", "1"), two)))
    new = replace(new, document=replace(new.document, blocks=(block("escape", "2"),)))
    assert told(law(old), law(new, rule_a="c")) == Causes(
        How.TIED, (Cause(CauseKind.LAW, "rule_a"),)
    )


def test_a_folder_of_the_law_and_a_law_of_which_nothing_is_known_are_candidates() -> None:
    old, new = pair((said("a", "one", ("opp-1",)), said("a", "two", ("opp-1",))))
    tasks = Cause(CauseKind.LAW, "tasks/")
    assert told(law(old), law(new, **{"tasks/": "u"})) == Causes(How.POSSIBLE, (OPP, tasks))
    before = replace(law(old), law={})
    assert told(before, law(new, bailey="c")) == Causes(How.POSSIBLE, (OPP, Cause(CauseKind.LAW)))


def test_without_any_change_of_the_inputs_it_is_drafter_itself() -> None:
    old, new = draft(block("a", "one")), draft(block("a", "two"))
    assert told(old, new) == Causes(How.ONLY, (Cause(CauseKind.SOFTWARE),))


def test_items_in_another_order_are_a_cause_that_no_fact_is() -> None:
    turned = {**OLD_FACTS, "ev-1": FactSnapshot(40, OLD_FACTS["ev-1"].text)}
    old = draft(block("a", "one"), facts=OLD_FACTS)
    new = draft(block("a", "two"), facts=turned, case="d" * 64)
    assert told(old, new) == Causes(How.ONLY, (Cause(CauseKind.CASE),))


def test_what_differs_in_an_edited_file_is_a_hand_edit() -> None:
    old, new = [ReadBlock("One.", "Body Text", "")], [ReadBlock("Two.", "Body Text", "")]
    assert [each.causes for each in compare_files(old, new, by_hand=True).blocks] == [BY_HAND] * 2
    assert {each.causes.how for each in compare_files(old, new).blocks} == {How.UNTOLD}


def cited(id: str, *marks: str) -> Block:
    runs = (Run("See "), Run("Bailey", kind=RunKind.CITE, ref="bailey"))
    marked = (Run(f" [{mark}]", kind=RunKind.MARK, ref="bailey") for mark in marks)
    return Block(id, BlockKind.PARAGRAPH, (*runs, *marked), authorities=("bailey",))


def changed(old: Draft, new: Draft) -> list[BlockChange]:
    return list(compare(old, new).blocks)


def test_a_mark_that_is_written_out_elsewhere_changes_no_passage() -> None:
    full, short = "known from a summary; not cite-checked", "not cite-checked"
    old = draft(cited("a", full), cited("b", short))
    new = draft(cited("0", full), cited("a", short), cited("b", short))
    assert [each.id for each in changed(old, new)] == ["0"]
    checked = draft(cited("a", "known from a summary"), cited("b"))
    assert [each.id for each in changed(old, checked)] == ["a", "b"]


def test_a_row_that_went_past_another_is_the_one_that_is_marked() -> None:
    rows = [block(name, name) for name in "abcd"]
    first, *rest = rows
    found = changed(draft(*rows), draft(*rest, block("a", "a, later")))
    assert [each.id for each in found] == ["a"]
    found = changed(draft(*rows), draft(rows[1], block("a", "a, later"), *rows[2:]))
    assert [each.id for each in found] == ["a"]
    assert [each.id for each in changed(draft(*rows), draft(*rest, first))] == ["a"]


def test_a_draft_that_was_stored_without_its_law_is_still_read() -> None:
    whole = law(draft(block("a", "one")))
    assert Draft.from_json(whole.to_json()) == whole
    value = json.loads(whole.to_json())
    del value["law"]
    assert Draft.from_json(json.dumps(value)) == replace(whole, law={})
