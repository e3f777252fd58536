"""The template files of some folders, each read as the compiler reads it, faults and all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from jinja2 import TemplateSyntaxError, nodes

from drafter.composition.templating.compiler import Compiled, compile_source
from drafter.composition.templating.compiling import fault_of
from drafter.composition.templating.environment import TemplateEnvironment
from drafter.composition.templating.folders import named_files
from drafter.composition.templating.syntax import Source, read_source
from drafter.composition.templating.tree import faults_of
from drafter.errors import Problem, SourceLocation, TemplateError

ENDING = ".md.j2"


@dataclass
class TemplateFile:
    """One template: its text and tree as far as they can be read, and what is wrong with it."""

    name: str
    """From the templates folder: ``shared/facts.md.j2``."""
    path: Path
    source: Source | None = None
    compiled: Compiled | None = None
    tree: nodes.Template | None = None
    problems: list[Problem] = field(default_factory=list)

    def problem(self, line: int, message: str, hint: str = "") -> Problem:
        """A fault at the tag on a line of the Jinja source."""
        place = self.compiled.place(line) if self.compiled else None
        return self.at(place or SourceLocation(str(self.path), 1, 1), message, hint)

    def at(self, place: SourceLocation, message: str, hint: str = "") -> Problem:
        """A fault at a place of the file, with its line."""
        source = self.source or Source(str(self.path), "")
        return source.fault(place, message, hint).problems[0]

    @cached_property
    def macros(self) -> Mapping[str, nodes.Macro]:
        """The macros of the file, by name."""
        return {each.name: each for each in self.tree.find_all(nodes.Macro)} if self.tree else {}


def read_files(
    folders: Sequence[Path], environment: TemplateEnvironment
) -> Mapping[str, TemplateFile]:
    """Every template of the folders by name, the first folder that has it first."""
    found = sorted(named_files(folders).items())
    return {n: read_file(n, path, environment) for n, path in found if n.endswith(ENDING)}


def read_file(name: str, path: Path, environment: TemplateEnvironment) -> TemplateFile:
    """Read a template with every fault that the compiler finds in it."""
    file = TemplateFile(name, path)
    try:
        text = path.read_bytes().decode("utf-8")
        file.source = read_source(text, str(path), environment.lexer)
    except UnicodeDecodeError:
        file.problems.append(file.problem(1, "this is not UTF-8 text"))
        return file
    except TemplateError as error:
        file.problems += error.problems
        return file
    faults: list[TemplateError] = []
    file.compiled = compile_source(file.source, faults)
    file.problems += [problem for fault in faults for problem in fault.problems]
    if not faults:
        _parse(file, file.source, file.compiled, environment)
    return file


def _parse(
    file: TemplateFile, source: Source, compiled: Compiled, environment: TemplateEnvironment
) -> None:
    """Read the tree, and have the template made ready as for a draft, which checks the rest."""
    try:
        tree = environment.parse(compiled.text, file.name, str(file.path))
        for fault in faults_of(tree, compiled.loops):
            file.problems += fault_of(fault, source, compiled).problems
        if not file.problems:
            environment.load(file.name)
            file.tree = tree
    except TemplateSyntaxError as error:
        file.problems += fault_of(error, source, compiled).problems
    except TemplateError as error:
        file.problems += error.problems
