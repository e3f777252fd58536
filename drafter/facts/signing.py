"""Whether who is entered as having read or approved something is of the defense team."""

from __future__ import annotations

import re
import unicodedata

from drafter.casefile.matter import Matter
from drafter.casefile.reader import CaseFile
from drafter.casefile.resolution import Checked
from drafter.errors import Problem
from drafter.yamlfile import YamlPath

_PART = re.compile(r"\w+")
_STYLES = frozenset("mr mrs ms mx miss dr hon esq esquire attorney".split())
"""Words beside a name that are none of it."""


def is_of_the_team(name: str, matter: Matter) -> bool:
    """Whether a name is that of an attorney of the matter, as the case file has it.

    Case, accents, spacing, points and a form of address make no other name, and neither does
    an initial between the first name and the last that only one of the two has.
    """
    given = _parts(name)
    return any(_alike(given, _parts(each.name)) for each in matter.attorneys)


def signing_problem(entered: Checked, path: YamlPath, case_file: CaseFile) -> Problem | None:
    """Return why an outward paper may not rest on what somebody did; None: it may.

    ``path``: where it is entered.
    """
    matter = case_file.case.matter
    if is_of_the_team(entered.by, matter):
        return None
    place = ".".join(map(str, path))
    message = f"`{place}` names {entered.by}, who is none of the attorneys of the matter."
    known = ", ".join(each.name for each in matter.attorneys)
    hint = (
        f"Name the attorney who did it as `matter.attorneys` does ({known}), or enter that "
        "attorney there."
    )
    return case_file.file.problem((*path, "by"), message, hint)


def _parts(name: str) -> list[str]:
    apart = unicodedata.normalize("NFD", name.replace("’", "").replace("'", ""))
    plain = "".join(each for each in apart if not unicodedata.combining(each))
    return [each for each in _PART.findall(plain.casefold()) if each not in _STYLES]


def _alike(one: list[str], other: list[str]) -> bool:
    """Whether two names are the same, but for initials in the middle that one of them lacks."""
    bare, other_bare = _without_initials(one), _without_initials(other)
    return bool(one) and (
        one == other or (bare == other_bare and (one == bare or other == other_bare))
    )


def _without_initials(parts: list[str]) -> list[str]:
    return [*parts[:1], *(each for each in parts[1:-1] if len(each) > 1), *parts[1:][-1:]]
