"""What the linter has found so far, each thing once, however often it came by."""

from __future__ import annotations

from jinja2 import nodes

from drafter.composition.linting.files import TemplateFile
from drafter.errors import Problem


class Findings:
    """Problems by place, and what is known of conditions and macros across all editions."""

    def __init__(self) -> None:
        self._problems: dict[tuple[object, str], Problem] = {}
        self._tests: dict[int, tuple[TemplateFile, nodes.Node, set[bool | None]]] = {}
        self.used: set[tuple[str, str]] = set()
        """Macros that something calls, by file and name."""
        self.reached: set[str] = set()
        """Files that some edition takes in."""

    def add(self, *problems: Problem) -> None:
        """Keep problems that are not known yet."""
        for each in problems:
            self._problems.setdefault((each.location, each.message), each)

    def tag(self, file: TemplateFile, node: nodes.Node, message: str, hint: str = "") -> None:
        """Keep what is wrong with the tag that a node stands in."""
        self.add(file.problem(node.lineno, message, hint))

    def tested(self, file: TemplateFile, test: nodes.Node, outcome: bool | None) -> None:
        """Keep how a condition came out, seen from one place that leads to it."""
        self._tests.setdefault(id(test), (file, test, set()))[2].add(outcome)

    def constant(self) -> list[tuple[TemplateFile, nodes.Node, bool]]:
        """The conditions that came out one way wherever they were seen from."""
        return [
            (file, test, True in outcomes)
            for file, test, outcomes in self._tests.values()
            if len(outcomes) == 1 and None not in outcomes
        ]

    @property
    def problems(self) -> list[Problem]:
        """All that was found, in the order of files and places."""
        return sorted(self._problems.values(), key=_place)


def _place(problem: Problem) -> tuple[str, int, int]:
    place = problem.location
    return (place.path, place.line, place.column) if place else ("", 0, 0)
