"""What the code of a template calls, by the names that it calls it by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from jinja2 import Undefined
from jinja2.runtime import Macro

from drafter.composition.templating.fields import Loop
from drafter.composition.templating.printing import printable
from drafter.composition.templating.rounds import item
from drafter.composition.templating.sight import Function, Key
from drafter.composition.templating.values import Value, described, plain, refuse


class Kept:
    """A macro whose names stand for one thing throughout: what it makes is made once.

    Nothing that it sees changes within a rendering but the answer of a function that is
    asked without saying of what (``cited()``) or is unsettled; what came of that is not kept.
    """

    __slots__ = ("_made", "_tell", "macro")

    def __init__(self, macro: Macro) -> None:
        self.macro = macro
        takes_one = len(macro.arguments) == 1 and not (
            macro.caller or macro.catch_varargs or macro.catch_kwargs
        )
        self._tell = macro._func if takes_one else partial(call, macro)
        self._made: dict[Key, tuple[object, object]] = {}
        """What was made, with the things: while these live, nothing else has their id."""

    def of(self, value: object) -> object:
        """Tell of one thing, or hand back what was told of it before."""
        if type(value) is not Value or (sight := value.sight) is None:
            return self._tell(value)
        key = (id(value.raw), value.facts, value.audience)
        known = self._made.get(key)
        if known is None:
            before = sight.open_questions
            known = value.raw, self._tell(value)
            if sight.open_questions == before:
                self._made[key] = known
        return known[1]


def call_of(called: object, thing: object) -> object:
    """Call with one thing, as most calls do."""
    if type(called) is Function or type(called) is Kept:
        return called.of(thing)
    return call(called, thing)


def call(called: object, /, *args: object, **named: object) -> object:
    """Call a macro or one of the given functions, and nothing else."""
    if type(called) is Function:
        return called(*args, **named)
    if type(called) is Kept:
        called = called.macro
    if isinstance(called, Macro):
        more = named or called.caller or called.catch_varargs or called.catch_kwargs
        if more or len(args) != len(called.arguments):
            return called(*args, **named)
        return called._func(*args)  # what Jinja comes to, where nothing is left to fill in
    if isinstance(called, Undefined):
        called()
    raise refuse(f"{described(called)} cannot be called")


def is_none(value: object) -> bool:
    """Whether a value is missing from the case; a name that nothing stands for is an error."""
    if isinstance(value, Undefined):
        str(value)
    return plain(value) is None


NAMES: Mapping[str, Callable[..., object]] = {
    "Kept": Kept,
    "LoopContext": Loop,
    "call": call,
    "call_of": call_of,
    "is_none": is_none,
    "item": item,
    "printable": printable,
}
"""Globals of the code, since a name among them is found sooner than on the environment.

No template can name them: what it names begins with ``l_`` in its code.  Jinja's code calls
its own ``LoopContext`` by that name.
"""
