"""The linter: every fault of every template at once, before any case is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from drafter import yamlfile
from drafter.composition.blocks import UNNUMBERED, Audience
from drafter.composition.documents import VIEWS, Inside, Outside
from drafter.composition.kinds import FILE, Edition, Kind, sound_kinds
from drafter.composition.linting.checker import Checker
from drafter.composition.linting.files import TemplateFile, read_file, read_files
from drafter.composition.linting.findings import Findings
from drafter.composition.linting.ids import id_problems
from drafter.composition.linting.law import law_problems, margin_law
from drafter.composition.linting.reach import unread, unused
from drafter.composition.linting.shapes import Called, Shape, load_types, returned, shape_of
from drafter.composition.remarking import REMARK
from drafter.composition.templating.ahead import Store
from drafter.composition.templating.environment import TemplateEnvironment
from drafter.composition.templating.folders import built_in
from drafter.composition.templating.pieces import BlockSpec
from drafter.composition.templating.sight import Function, Sight
from drafter.composition.vocabulary.citing import Citing
from drafter.composition.vocabulary.vocabulary import functions_for
from drafter.doctrine import kinds as law_kinds
from drafter.doctrine.in_force import Doctrine
from drafter.errors import Problem
from drafter.facts.record import Record


class Linted(Struct, frozen=True):
    """What was read, and what is wrong with it."""

    kinds: int
    files: int
    problems: tuple[Problem, ...]
    """In the order of files and places."""


class Linter:
    """Reads the templates of some folders; the first is the one whose dead parts are told."""

    def __init__(
        self,
        folders: Sequence[Path],
        nothing: Record,
        doctrine: Doctrine,
        knows_style: Callable[[str], bool],
    ) -> None:
        """``nothing`` is the record of a case of which nothing is recorded: functions are made
        for a case, and are asked here what they say to the words of a template."""
        load_types()
        self._folders, self._doctrine = folders, doctrine
        self._nothing, self._knows_style = nothing, knows_style
        self._authorities = tuple(doctrine.library.shelf(law_kinds.AUTHORITIES).values())
        self._environment = _environment(folders)
        self._found = Findings()
        self._files = read_files(folders, self._environment)
        self._kinds, problems = sound_kinds(folders)
        self._found.add(*problems)

    def lint(self) -> Linted:
        """Find everything that is wrong."""
        checkers = [
            self._edition(kind, edition)
            for kind in self._kinds.values()
            for edition in kind.editions
        ]
        self._found.add(*unread(self._folders[0], self._files, self._found))
        for file in self._files.values():
            self._file(file)
        if checkers:
            self._dead(checkers[0])
        return Linted(len(self._kinds), len(self._files), tuple(self._found.problems))

    def _edition(self, kind: Kind, edition: Edition) -> Checker:
        self._found.add(*self._margins(kind, edition))
        names, filters = self._names(edition)
        checker = Checker(self._files, self._environment, names, filters, self._found)
        if edition.body in self._files:
            checker.body(edition.body)
        else:
            message = f"there is no template `{edition.body}`"
            self._found.add(
                self._in_kind(kind, edition, "body", message, "write it, or name another")
            )
        return checker

    def _names(self, edition: Edition) -> tuple[Mapping[str, Shape], Mapping[str, Called]]:
        """What the templates of an edition see, from the tables that a draft has it from."""
        audience = edition.audience
        citing = Citing(self._doctrine, audience, claims=audience is Audience.INTERNAL)
        functions = functions_for(self._nothing, citing, audience)
        given = self._environment.visible({}, functions, Sight(functions.audience_of))
        view = VIEWS.get(edition.view)
        seen = Outside if view else Inside
        names = {
            name: shape_of(said, seen.__module__) for name, said in seen.__annotations__.items()
        }
        if view:
            names["f"] = returned(view)
        called = {n: _called(each) for n, each in given.items() if isinstance(each, Function)}
        filters: Mapping[str, Function] = given["_filters"]  # type: ignore[assignment]
        names |= {name: frozenset({each}) for name, each in called.items()}
        return names, {name: _called(each) for name, each in filters.items()}

    def _file(self, file: TemplateFile) -> None:
        """What the text of a file shows, whoever takes it in."""
        self._found.add(*file.problems)
        self._found.add(*law_problems(file, self._authorities), *id_problems(file))
        specs = (
            [op for op in file.compiled.ops if isinstance(op, BlockSpec)] if file.compiled else []
        )
        for spec in specs:
            # A remark stands in the margin, in a style of Word's own; a heading without a
            # number has a style for each level, which a style file may be without.
            if spec.style not in ("", REMARK, UNNUMBERED) and not self._knows_style(spec.style):
                message = f"the style file has no style `{spec.style}`"
                hint = "add it to office.docx in Word, or use one that it has"
                self._found.add(file.at(spec.place, message, hint))

    def _dead(self, checker: Checker) -> None:
        """What can never be printed, of the first folder's files; the others are not its own."""
        rest, own = self._folders[1:], filter(self._is_own, self._files.values())
        below = {each.name: path for each in own if (path := _below(rest, each.name))}
        environment = _environment(rest)
        ours = {name: read_file(name, path, environment) for name, path in below.items()}
        for file, node, message in list(unused(self._files, self._found, ours)):
            if self._is_own(file):
                self._found.tag(file, node, message, "delete it, or use it")
        for file in self._files.values():
            for name, macro in file.macros.items():
                if (file.name, name) not in self._found.used:
                    checker.macro_alone(file, macro)
        for file, test, holds in self._found.constant():
            if self._is_own(file):
                message = f"this condition is always {'true' if holds else 'false'}"
                hint = f"the branch {'after it' if holds else 'it opens'} is never taken"
                self._found.tag(file, test, message, hint)

    def _is_own(self, file: TemplateFile) -> bool:
        return file.path.is_relative_to(self._folders[0])

    def _margins(self, kind: Kind, edition: Edition) -> Iterator[Problem]:
        lines = [("title", edition.title), ("footer", edition.footer)]
        lines += [("unapproved", edition.unapproved or "")]
        lines += [("legend", line) for line in edition.legend]
        for name, line in lines:
            if law := margin_law(line):
                message = f"law without its cite: {law}"
                yield self._in_kind(kind, edition, name, message, "say it in the body, with `cite`")

    def _in_kind(self, kind: Kind, edition: Edition, field: str, what: str, hint: str) -> Problem:
        folder = next(each for each in self._folders if (each / kind.id / FILE).is_file())
        file = yamlfile.read(folder / kind.id / FILE)
        number = kind.editions.index(edition)
        return file.problem(("editions", number, field), what, hint)


def _environment(folders: Sequence[Path]) -> TemplateEnvironment:
    return TemplateEnvironment(folders, Store(built_in()))


def _below(folders: Sequence[Path], name: str) -> Path | None:
    return next((path for each in folders if (path := each / name).is_file()), None)


def _called(function: Function) -> Called:
    return Called(function.name, function.body, function)
