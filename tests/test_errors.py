"""Problems in print, and errors on their way between processes."""

from __future__ import annotations

import pickle

from drafter.errors import CaseFileError, GateError, Problem, SourceLocation


def test_a_problem_prints_place_line_caret_and_remedy() -> None:
    problem = Problem(SourceLocation("f.yaml", 3, 5), "Wrong.", "Mend it.", "a:  b\tc")
    assert str(problem).splitlines() == [
        "f.yaml:3:5: Wrong.",
        "    a:  b c",
        "        ^",
        "    Mend it.",
    ]


def test_a_long_line_is_shown_around_the_place() -> None:
    problem = Problem(SourceLocation("f", 1, 5000), "Wrong.", "", "x" * 4999 + "!" + "y" * 4999)
    _, text, caret = str(problem).splitlines()
    assert len(text) == 124
    assert text[caret.index("^")] == "!"


def test_an_error_survives_pickling() -> None:
    error = GateError([Problem(None, "One."), Problem(SourceLocation("f", 1, 1), "Two.")])
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.problems, again.exit_code) == (GateError, error.problems, 6)
    assert CaseFileError("Said.").problems == (Problem(None, "Said."),)
