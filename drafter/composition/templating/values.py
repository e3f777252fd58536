"""What a template may see of a case, and what stays known of it on the way to print.

Everything a template gets from a case is a ``Value``: the thing itself, the
facts it comes from, and the strictest audience among them.  A value passes
through attributes, loops, filters and functions without losing these, and it
can be printed, compared and looped over, but never turned into a string.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from drafter.composition.blocks import Audience
from drafter.errors import Problem, TemplateError

if TYPE_CHECKING:
    from drafter.composition.templating.sight import Sight


def refuse(message: str, hint: str = "") -> TemplateError:
    """Make an error whose place in the template is added where the rendering is caught."""
    return TemplateError(Problem(None, message, hint))


def digits(number: int) -> str:
    """A whole number, a negative one with a minus that no line end parts from it."""
    return str(number).replace("-", "−")


class Words(str):
    """Text written in a template, as opposed to text that came from anywhere else."""

    __slots__ = ()


class Value(Struct, frozen=True, eq=False, gc=False):
    """A thing of the case with its provenance.

    ``Value("text", facts, audience)`` is also what a function may return to say
    itself where its words come from.  Nothing that a value holds leads back to it, so
    ``gc=False`` keeps the thousands of a rendering from the garbage collector.
    """

    raw: object
    facts: tuple[str, ...] = ()
    """Ids of the facts it comes from."""
    audience: Audience = Audience.OUTWARD
    sight: Sight | None = None

    @property
    def text(self) -> str:
        """The words, if this is text or a whole number; an error says what it is instead."""
        if type(self.raw) is str:
            return self.raw
        if type(self.raw) is int:
            return digits(self.raw)
        raise unprintable(self.raw)

    def with_raw(self, raw: object) -> Value:
        """Another thing of the same provenance."""
        return Value(raw, self.facts, self.audience, self.sight)

    def __str__(self) -> str:
        raise refuse(
            "a value of the case cannot be put together with text",
            "write the text around the tag, or use `join_and`",
        )

    def __repr__(self) -> str:
        return f"Value({type(self.raw).__name__})"

    def __bool__(self) -> bool:
        return bool(self.raw)

    def __eq__(self, other: object) -> bool:
        return same(self.raw, plain(other))

    def __ne__(self, other: object) -> bool:
        # Said, because a Struct has one of its own, by identity.
        return not self == other

    def __hash__(self) -> int:
        return hash(self.raw)

    def __lt__(self, other: object) -> bool:
        return bool(self.raw < plain(other))  # type: ignore[operator]

    def __le__(self, other: object) -> bool:
        return bool(self.raw <= plain(other))  # type: ignore[operator]

    def __gt__(self, other: object) -> bool:
        return bool(self.raw > plain(other))  # type: ignore[operator]

    def __ge__(self, other: object) -> bool:
        return bool(self.raw >= plain(other))  # type: ignore[operator]

    def __contains__(self, item: object) -> bool:
        return plain(item) in self.raw  # type: ignore[operator]

    def __len__(self) -> int:
        if isinstance(self.raw, (tuple, list, Mapping, frozenset)):
            return len(self.raw)
        raise refuse(f"{described(self.raw)} has no length; only a list has")

    def __iter__(self) -> Iterator[object]:
        raw, sight = self.raw, self.sight
        if sight is None or not (type(raw) is tuple or isinstance(raw, (list, Mapping, tuple))):
            raise refuse(f"a loop runs over a list; this is {described(raw)}")
        return iter(sight.things(raw, self.facts, self.audience) if raw else ())


def same(raw: object, other: object) -> bool:
    """Whether two things are equal; a kind is compared only with a word of its kinds."""
    if isinstance(raw, Enum) and isinstance(other, str):
        check_word(raw, other)
    return bool(raw == other)


def check_word(kind: Enum, word: str) -> None:
    """Refuse a word that is none of the kind's own, so that a misspelling is no mere "no"."""
    if (type(kind), word) not in _KNOWN:
        _known_kind(kind, word)


_KNOWN: set[tuple[type, str]] = set()
"""Kinds, and words that were found to be among their own."""


def plain(value: object) -> object:
    """The thing inside a value; anything else as it is."""
    return value.raw if type(value) is Value else value


def is_ours(kind: type) -> bool:
    """Whether a type is the product's own."""
    return kind.__module__.startswith("drafter.")


def described(raw: object) -> str:
    """What a thing is, in words that show nothing of its content."""
    if raw is None:
        return "a missing value"
    if isinstance(raw, Enum):
        return f"a kind ({type(raw).__name__})"
    if isinstance(raw, bool):
        return "a yes or no"
    if isinstance(raw, (tuple, list, Mapping, frozenset)):
        return "a list"
    return "text" if isinstance(raw, str) else f"a {type(raw).__name__}"


def unprintable(raw: object) -> TemplateError:
    """Make the error for printing what has no words of its own, with the way to say it."""
    if raw is None:
        return refuse("prints a missing value", "wrap it with `need(...)` or `fill(...)`")
    hint = "print one of its fields, or give it to a filter"
    if isinstance(raw, Enum):
        hint = "say its words with `|label`"
    elif isinstance(raw, (tuple, list, Mapping, frozenset)):
        hint = "loop over it, or use `|join_and`"
    elif type(raw).__name__ in ("date", "datetime"):
        hint = "say how with a filter: `|day`"
    return refuse(f"prints {described(raw)}", hint)


def _known_kind(kind: Enum, word: str) -> None:
    words = [member.value for member in type(kind) if isinstance(member.value, str)]
    if word not in words:
        known = ", ".join(f"`{known}`" for known in words) or "numbers"
        raise refuse(f"no {type(kind).__name__} is called `{word}`", f"there are {known}")
    _KNOWN.add((type(kind), word))


Callables = Mapping[str, Callable[..., object]]


def _only_the_team(fact: object) -> Audience:
    return Audience.INTERNAL


@dataclass(frozen=True, slots=True)
class Functions:
    """What the caller of a rendering lets templates use.

    A filter or function gets plain values: ``str``, ``int``, dates, records,
    lists of them; what a ``{% set %}`` block or a macro made comes as
    ``Captured``, to be handed back.  It returns ``str`` (words), ``int``, a
    ``Run``, a ``Value``, a tuple that mixes them with at least one ``Run`` or
    ``Captured`` in it (words again), or records for the template to read.
    What it returns keeps the facts and the audience of all its arguments, of
    the facts in a list too, but not of facts inside another record: there it
    returns a ``Value``.  Its answers are kept for the rendering, and so must depend
    on what it is given and nothing else; only what is asked with nothing given, and what is
    ``unsettled``, may answer otherwise the next time.  A ``DrafterError`` it raises stops
    the draft; a ``TemplateError`` without a place gets the place of the tag.
    """

    filters: Callables = field(default_factory=dict)
    globals: Callables = field(default_factory=dict)
    audience_of: Callable[..., Audience] = _only_the_team
    """Who may see a fact: anything a template reads that has ``id`` and ``handling``."""
    unsettled: frozenset[str] = frozenset()
    """Functions whose answers may be others when the document is composed once more."""
