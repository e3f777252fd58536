"""Errors of a rendering, brought back to the line of the template."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from drafter.errors import DrafterError, Problem, SourceLocation, TemplateError

if TYPE_CHECKING:
    from drafter.composition.templating.environment import TemplateEnvironment


def placed(error: Exception, environment: TemplateEnvironment) -> DrafterError:
    """The error with the place of the innermost tag that was being rendered.

    An error that has a place, or that is not about templates, stays as it is.
    """
    if isinstance(error, DrafterError) and not isinstance(error, TemplateError):
        return error
    place = _place(error.__traceback__, environment)
    if isinstance(error, TemplateError):
        problems = error.problems
        return TemplateError([_with_place(problem, place) for problem in problems])
    message = str(error) or type(error).__name__
    if isinstance(error, RecursionError):
        message = "a template or macro that takes in itself"
    return TemplateError(_with_place(Problem(None, message), place))


def _with_place(problem: Problem, place: SourceLocation | None) -> Problem:
    place = problem.location or place
    if place is None or problem.excerpt:
        return problem
    return Problem(place, problem.message, problem.hint, _excerpt(place))


def _excerpt(place: SourceLocation) -> str:
    """The line of the template, read again; nothing if the file is gone."""
    from drafter.composition.templating.syntax import (
        excerpt_of,  # only what compiles needs it otherwise
    )

    try:
        text = Path(place.path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    return excerpt_of(text.removeprefix("\ufeff"), place.line)


def _place(
    traceback: TracebackType | None, environment: TemplateEnvironment
) -> SourceLocation | None:
    place = None
    while traceback is not None:
        template = traceback.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            line = template.get_corresponding_lineno(traceback.tb_lineno)
            place = environment.place(template.name, line)
        traceback = traceback.tb_next
    return place
