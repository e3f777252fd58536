"""What each proceeding still decides."""

from __future__ import annotations

import pytest

from drafter.casefile.matter import Proceeding
from drafter.facts.proceedings import course_of
from tests.facts.records import case_file, record

TRIED = ("trial", "plea")
SENTENCED = ("plea", "sentencing", "remand")
JUDGED = ("section_2255", "sentence_reduction", "section_3771a")


@pytest.mark.parametrize("proceeding", list(Proceeding))
def test_each_proceeding_tries_sentences_or_follows_a_judgment(proceeding: Proceeding) -> None:
    course = course_of(case_file(proceeding=proceeding).case.matter)
    assert course.tries is (proceeding in TRIED)
    assert course.sentences is (proceeding in SENTENCED)
    assert course.judged is (proceeding in JUDGED)
    assert course.violation is (proceeding is Proceeding.REVOCATION)
    assert course.read is not (course.judged or course.violation)


@pytest.mark.parametrize(("entry", "judged"), [("yes", False), ("no", True), ("unknown", True)])
def test_a_motion_under_2255_on_which_the_judgment_fell_is_a_sentencing(
    entry: str, judged: bool
) -> None:
    dates = f"{{}}\n  after_2255_vacatur: {entry}"
    course = course_of(case_file(proceeding="section_2255", dates=dates).case.matter)
    assert course.judged is judged
    assert course.sentences is not judged


@pytest.mark.parametrize(
    ("proceeding", "asked"), [("trial", True), ("plea", True), ("sentencing", False)]
)
def test_the_deadline_of_motions_is_missing_only_while_a_trial_may_come(
    proceeding: str, asked: bool
) -> None:
    gaps = {each.id for each in record(proceeding=proceeding).gaps}
    assert ("matter.motion_deadline" in gaps) is asked
