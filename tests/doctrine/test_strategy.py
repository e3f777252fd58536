from __future__ import annotations

import pytest

from drafter.doctrine import Library, kinds
from drafter.doctrine.occasion import Occasion
from drafter.doctrine.records import Record, RecordFault
from drafter.doctrine.strategy import StrategyOption, StrategyPoint

POINT: dict[str, object] = {"id": "p", "statement": "S.", "when": ["counts_left"]}
OPTION: dict[str, object] = {"id": "o", "title": "O", "order": "1", "conditions": [POINT]}
ARGUMENTS = {"departure", "variance", "role", "acceptance", "safety_valve", "criminal_history"}
DECISIONS = {"raise_duress", "testify", "cooperate", "plead"}


def test_what_is_true_of_every_case_is_not_said() -> None:
    assert StrategyPoint.from_record(Record(POINT)).when == (Occasion.COUNTS_LEFT,)
    with pytest.raises(RecordFault, match="when: is missing"):
        StrategyPoint.from_record(Record({"id": "p", "statement": "S."}))


@pytest.mark.parametrize("missing", ["order", "conditions", "title"])
def test_an_option_has_a_place_a_name_and_something_that_must_be_true(missing: str) -> None:
    assert StrategyOption.from_record(Record(OPTION)).order == 1
    with pytest.raises(RecordFault, match=missing):
        StrategyOption.from_record(Record({n: v for n, v in OPTION.items() if n != missing}))


def test_the_options_of_the_library_compare_trial_plea_sentencing_and_cooperation() -> None:
    options = sorted(Library.load().shelf(kinds.STRATEGY).values(), key=lambda each: each.order)
    elsewhere = {each.id for each in options if each.when != (Occasion.PROCEEDING_READ,)}
    assert elsewhere == {
        *("motion_section_2255", "motion_section_3771a", "motion_reduction"),
        "answer_to_violation",
    }
    assert [each.id for each in options if each.id not in elsewhere] == [
        "trial_common_law",
        "trial_section_28",
        "plea",
        "mitigation",
        "cooperation",
    ]
    for each in options:
        assert each.risks
        assert each.levers
        assert set(each.arguments) <= ARGUMENTS
        assert each.decision is None or each.decision in DECISIONS
        points = (*each.conditions, *each.levers, *each.risks, *each.questions)
        assert len({point.id for point in each.conditions}) == len(each.conditions)
        for point in points:
            assert point.statement[0].isupper()
            assert point.statement[-1] in ".?"


def test_what_raising_duress_concedes_is_a_question_and_mathews_a_lead() -> None:
    option = Library.load().get(kinds.STRATEGY, "trial_common_law")
    concession = next(each for each in option.questions if each.id == "concession")
    assert concession.authority is None
    assert concession.research == ("mathews_scotus_1988",)
    assert "?" in concession.statement
    cited = {each.authority for each in (*option.conditions, *option.levers, *option.risks)}
    assert "mathews_scotus_1988" not in cited
