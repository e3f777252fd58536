"""The language in which templates are written, and what is kept of those that were read."""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock
from typing import TYPE_CHECKING

from jinja2 import BaseLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from drafter.composition.templating.pieces import Captured
from drafter.errors import SourceLocation

if TYPE_CHECKING:
    from drafter.composition.templating.compiler import Compiled


class Dialect(SandboxedEnvironment):
    """Jinja's environment, as far as it decides what a template compiles to."""

    concat = staticmethod(Captured)  # type: ignore[assignment]
    intercepted_binops = frozenset(SandboxedEnvironment.default_binop_table)

    def __init__(self, loader: BaseLoader, finalize: Callable[..., object]) -> None:
        super().__init__(
            comment_start_string="<!--",
            comment_end_string="-->",
            optimized=False,
            undefined=StrictUndefined,
            finalize=finalize,
            loader=loader,
            cache_size=-1,
            auto_reload=False,
        )
        self.filters, self.tests, self.globals = {}, {}, {}
        self.compiling: dict[str, Compiled] = {}
        """The template that is being compiled."""
        self.one_compiles = RLock()
        self.places: dict[str, tuple[SourceLocation, ...]] = {}
        """For each template, the place of each line of its Jinja source."""

    def place(self, name: str, line: int) -> SourceLocation:
        """The place in a template of a line of its Jinja source, counted from 1."""
        places = self.places[name]
        return places[min(max(line, 1), len(places)) - 1]
