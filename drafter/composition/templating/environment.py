"""The sandbox templates run in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from jinja2 import Undefined
from jinja2.environment import Template, TemplateModule
from jinja2.runtime import Context

from drafter.composition.templating import fields
from drafter.composition.templating.ahead import Store
from drafter.composition.templating.dialect import Dialect
from drafter.composition.templating.loading import Loader
from drafter.composition.templating.printing import printable
from drafter.composition.templating.sight import Function, Sight
from drafter.composition.templating.values import Functions, Value, described, plain, refuse
from drafter.composition.templating.wording import WORDING

if TYPE_CHECKING:
    from jinja2.compiler import CodeGenerator

_ARITHMETIC = ("+", "-", "*", "//", "%")


class TemplateEnvironment(Dialect):
    """Compiled templates and the rules they run under; holds nothing of any case."""

    getattr = staticmethod(fields.field)  # type: ignore[assignment]
    path = staticmethod(fields.path)
    raw = staticmethod(fields.raw)
    shown = staticmethod(fields.shown)
    among = staticmethod(fields.among)

    def __init__(self, folders: Sequence[Path], store: Store | None = None) -> None:
        super().__init__(Loader(folders, store), printable)

    @property
    def code_generator_class(self) -> type[CodeGenerator]:  # type: ignore[override]
        """What writes code; imported where code must be written."""
        from drafter.composition.templating.generator import PieceGenerator

        return PieceGenerator

    def load(self, name: str) -> Template:
        """The template, compiled if this is the first time; TemplateError if it cannot be."""
        return self.get_template(name)

    def pieces(self, name: str, names: Mapping[str, object]) -> list[object]:
        """What a template yields that sees these names (see ``visible``)."""
        template = self.load(name)
        pieces: Iterator[Any] = template.root_render_func(template.new_context(dict(names)))
        made = cast("list[object]", next(pieces))
        cast("_Included", names["_included"]).again = True
        return made

    def join_path(self, template: str, parent: str) -> str:
        """Names count from the templates folder; ``./`` from the folder of the caller."""
        folder = parent.rpartition("/")[0]
        return f"{folder}/{template[2:]}".lstrip("/") if template.startswith("./") else template

    def visible(
        self, context: Mapping[str, object], functions: Functions, sight: Sight
    ) -> dict[str, object]:
        """The names one rendering sees."""
        wording = {name: Function(name, body, sight, whole=True) for name, body in WORDING.items()}
        filters = {name: Function(name, body, sight) for name, body in functions.filters.items()}
        given = {
            name: Function(name, body, sight, unsettled=name in functions.unsettled)
            for name, body in functions.globals.items()
        }
        seen = {name: sight.wrap(raw) for name, raw in context.items()}
        names = {**wording, **given, **seen, "_filters": _Filters(wording | filters)}
        return {**names, "_modules": _Modules(names), "_included": _Included(sight)}

    def included(
        self, context: Context, name: str, caller: str, local: Mapping[str, object]
    ) -> list[object]:
        """The pieces of a template that another takes in.

        When a document is composed once more, they are those of before, unless the other set
        names of its own or something unsettled was asked.
        """
        included: _Included = context.parent["_included"]
        template = self.get_template(name, caller)
        name, sight = str(template.name), included.sight
        if included.again and name in included:
            return included[name]
        before = sight.unsettled
        seen = template.new_context(context.get_all(), True, local)
        pieces: Iterator[Any] = template.root_render_func(seen)
        made = cast("list[object]", next(pieces))
        if sight.unsettled == before and not (local or context.exported_vars):
            included[name] = made
        return made

    def module(self, context: Context, name: str, caller: str) -> TemplateModule:
        """The macros of a template, which see what the rendering sees: one for all callers."""
        modules: _Modules = context.parent["_modules"]
        name = self.join_path(name, caller)
        if name not in modules:
            names = {**modules.names, "_modules": modules}
            modules[name] = self.load(name).make_module(names, shared=True)
        return modules[name]

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Read an entry of a list or mapping."""
        if type(obj) is Value and obj.sight is not None:
            return obj.sight.item(obj, argument)
        if isinstance(obj, Undefined):
            return obj[argument]
        if isinstance(obj, (tuple, list)) and isinstance(argument, int):
            return obj[argument]
        raise refuse(f"{described(obj)} has no entries")

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Reckon with whole numbers; text is never made by ``+`` or ``%``."""
        numbers = plain(left), plain(right)
        if operator not in _ARITHMETIC or any(type(number) is not int for number in numbers):
            raise refuse(f"`{operator}` is for whole numbers only: {'  '.join(_ARITHMETIC)}")
        result = self.binop_table[operator](*numbers)
        for side in (left, right):
            if type(side) is Value and side.sight is not None:
                result = side.sight.answer(result, side.facts, side.audience)
        return result


class _Modules(dict[str, TemplateModule]):
    """The templates that were imported in one rendering, and the names that they see."""

    def __init__(self, names: Mapping[str, object]) -> None:
        self.names = names


class _Included(dict[str, "list[object]"]):
    """By name, pieces of templates that were taken in and would come out the same again."""

    def __init__(self, sight: Sight) -> None:
        self.sight = sight
        self.again = False
        """Whether the document is composed once more."""


class _Filters(dict[str, Function]):
    """The filters of one rendering, under a name that no template can write."""

    def __missing__(self, name: str) -> Function:
        raise refuse(f"there is no filter `{name}`", f"there are {', '.join(sorted(self))}")
