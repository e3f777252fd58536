"""Records and shortcuts for the tests of templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

from drafter.composition.blocks import Audience, Block, Run, RunKind
from drafter.composition.templating.templates import TemplateSet
from drafter.composition.templating.values import Functions
from drafter.errors import TemplateError


class Kind(StrEnum):
    """Stands for a vocabulary of the case file."""

    DEATH = "death"
    INJURY = "injury"


@dataclass(frozen=True, slots=True)
class Place:
    """A record without handling: it has its fact's provenance."""

    town: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as the case file knows it."""

    id: str
    what: str
    handling: str = "open"
    when: date | None = date(2026, 3, 12)
    kind: Kind = Kind.DEATH
    number: int = 2
    place: Place = Place("Calexico")
    words: tuple[str, ...] = ()
    parts: tuple[Fact, ...] = ()

    template_methods: ClassVar[frozenset[str]] = frozenset({"at"})

    def at(self, hour: int) -> str:
        """A method that templates may call."""
        return f"{self.what} at {hour}"

    def secret(self) -> str:
        """A method that they may not."""
        return self.what


@dataclass(frozen=True, slots=True)
class Group:
    """A record of the analysis: an id, words of its own, facts."""

    id: str
    title: str
    facts: tuple[Fact, ...] = ()


# Templates see only what comes from the package.
for _record in (Kind, Place, Fact, Group):
    _record.__module__ = "drafter.testing"


def day(moment: date) -> str:
    """A date as lawyers write it."""
    return f"March {moment.day}, {moment.year}"


def source(fact: Fact) -> tuple[Run, ...]:
    """Where a fact comes from."""
    return (Run(f"src {fact.id}", kind=RunKind.SOURCE, ref=fact.id),)


def cite(authority: str) -> tuple[Run, ...]:
    """A citation in two runs."""
    return (
        Run("Dixon", italic=True, kind=RunKind.CITE, ref=authority),
        Run(", 548 U.S. 1", kind=RunKind.CITE, ref=authority),
    )


def need(phrase: str) -> tuple[Run, ...]:
    """A gap."""
    return (Run(f"[NEED: {phrase}]", kind=RunKind.GAP),)


def fill(value: object, phrase: str) -> object:
    """A value, or a gap."""
    return need(phrase) if value is None else value


FUNCTIONS = Functions(
    filters={"day": day, "label": lambda kind: str(kind)},
    globals={"source": source, "cite": cite, "need": need, "fill": fill},
    audience_of=lambda fact: {
        "open": Audience.OUTWARD,
        "sealed": Audience.SEALED,
    }.get(fact.handling, Audience.INTERNAL),
)


def render(
    text: str,
    files: Mapping[str, str] | None = None,
    functions: Functions = FUNCTIONS,
    **context: object,
) -> tuple[Block, ...]:
    """Render ``text`` as ``body.md.j2`` beside ``files``."""
    with TemporaryDirectory() as folder:
        for name, content in {"body.md.j2": text, **(files or {})}.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode())
        return (
            TemplateSet([Path(folder)]).rendering(context, functions=functions).blocks("body.md.j2")
        )


def texts(blocks: tuple[Block, ...]) -> list[str]:
    """The words of blocks."""
    return [block.text for block in blocks]


def ids(blocks: tuple[Block, ...]) -> list[str]:
    """The ids of blocks."""
    return [block.id for block in blocks]


def refusal(
    text: str,
    files: Mapping[str, str] | None = None,
    functions: Functions = FUNCTIONS,
    **context: object,
) -> tuple[str, str]:
    """File name, line and column, and the message and hint, of the error that ``text`` makes."""
    try:
        render(text, files, functions, **context)
    except TemplateError as error:
        problem = error.problems[0]
        assert problem.location is not None, problem
        place = problem.location
        where = f"{Path(place.path).name}:{place.line}:{place.column}"
        return where, f"{problem.message} / {problem.hint}"
    raise AssertionError("the template was not refused")
