"""A case file read whole: every problem in it at once, or a valid case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import ValidationError

from drafter.casefile.case import Case
from drafter.casefile.consistency import consistency_problems
from drafter.casefile.defaults import apply_defaults, present
from drafter.casefile.migrations import head_problems, upgraded
from drafter.casefile.paths import facts_at
from drafter.casefile.problems import empty_key_problems, problems_of
from drafter.casefile.references import CLIENT, reference_problems
from drafter.casefile.vocabulary import Vocabulary
from drafter.errors import CaseFileError, Problem, SourceLocation
from drafter.yamlfile import Value, YamlFile, YamlPath


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A valid case, and where each fact of it stands."""

    case: Case
    file: YamlFile = field(repr=False)
    paths: Mapping[str, YamlPath] = field(repr=False)
    """From the id of a fact, person, charge or other item to its place."""

    def locate(self, fact_id: str) -> SourceLocation:
        """Where an item stands; the top of the file for an id it does not have."""
        return self.file.locate(self.paths.get(fact_id, ()))

    def problem(self, fact_id: str, name: str, message: str, hint: str = "") -> Problem:
        """Make a problem that stands at a field of an item."""
        return self.file.problem((*self.paths.get(fact_id, ()), name), message, hint)


def case_from(file: YamlFile, vocabulary: Vocabulary) -> CaseFile:
    """Validate what was read; CaseFileError with every problem, in file order."""
    file = upgraded(file)
    paths: dict[str, YamlPath] = {}
    problems = [*head_problems(file), *_repeated_ids(file, paths)]
    value, more = apply_defaults(present(file.value), file)
    problems += more
    facts = facts_at(value)
    problems += reference_problems(value, facts, file, vocabulary)
    problems += consistency_problems(value, facts, file)
    problems += empty_key_problems(Case, file)
    try:
        case = Case.model_validate(value)
    except ValidationError as error:
        problems += problems_of(error, Case, file)
    if problems:
        raise CaseFileError(sorted(problems, key=_place))
    return CaseFile(case, file, paths)


def _place(problem: Problem) -> tuple[int, int]:
    place = problem.location
    return (place.line, place.column) if place else (0, 0)


def _repeated_ids(file: YamlFile, paths: dict[str, YamlPath]) -> Iterator[Problem]:
    """Note where each id stands; yield those that stand twice, or are reserved."""
    for id, path in _ids(file.value, (), []):
        at = (*path, "id")
        if id == CLIENT:
            yield file.problem(at, f"`{CLIENT}` always means the client.", "Take another id.")
        elif id in paths:
            first = file.locate((*paths[id], "id"))
            where = f"on line {first.line}" if first.path == file.locate(at).path else f"at {first}"
            message = f"The id `{id}` is given twice, first {where}."
            yield file.problem(at, message, "Give each item an id of its own.")
        else:
            paths[id] = path


def _ids(
    value: Value, path: YamlPath, found: list[tuple[str, YamlPath]]
) -> list[tuple[str, YamlPath]]:
    """Add to ``found`` the ids below a place, in file order, each with whose it is."""
    if path and isinstance(value, dict) and isinstance(id := value.get("id"), str):
        found.append((id, path))
    for step, item in value.items() if isinstance(value, dict) else enumerate(value or ()):
        # Most values are text, and for text a call would cost more than the question.
        if item is not None and not isinstance(item, str):
            _ids(item, (*path, step), found)
    return found
