"""The number of the format, and the way from an older one to this one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from drafter.errors import CaseFileError, Problem
from drafter.yamlfile import YamlFile

Step = Callable[[YamlFile], YamlFile]
"""Takes a file of one schema to the next; the values it moves keep their places."""

STEPS: tuple[Step, ...] = ()
"""In order: the first takes schema 1 to schema 2.  There has been one schema so far."""
PRESENT = len(STEPS) + 1
"""The number that a case file begins with."""

_HEAD = ("schema", "id")


def upgraded(file: YamlFile, steps: Sequence[Step] = STEPS) -> YamlFile:
    """Return the file in the present schema, which is one more than there are steps.

    Raises CaseFileError for a number this drafter does not know: nothing else in
    such a file can be judged.
    """
    present = len(steps) + 1
    written = file.value.get("schema", str(present))
    known = [str(number) for number in range(1, present + 1)]
    if written not in known:
        later = isinstance(written, str) and re.fullmatch("[1-9][0-9]{0,3}", written)
        hint = "Install a newer drafter." if later else f"Write `schema: {present}`."
        message = f"This drafter reads case files of schema {' or '.join(known)}."
        raise CaseFileError(file.problem(("schema",), message, hint))
    for step in steps[known.index(written) :]:
        file = step(file)
    return file


def head_problems(file: YamlFile) -> Iterator[Problem]:
    """Yield a problem when the file does not begin with its schema and its id."""
    if tuple(file.value)[:2] != _HEAD:
        hint = f"Begin with `schema: {PRESENT}` and on the next line `id:`."
        yield file.problem((), "A case file begins with its `schema:` and its `id:`.", hint)
