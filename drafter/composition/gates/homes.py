"""Numbered street addresses in finished text, and which of them the case file calls a home.

A home address stays out of a filing, Fed. R. Crim. P. 49.1(a); that of a court, an office or a
shop does not.  What stands beside an address on the page need not say which it is: the case
file may, anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from drafter.casefile.reader import CaseFile
from drafter.composition.gates.leaks import texts_of
from drafter.composition.gates.passages import Passage
from drafter.errors import Problem

_KINDS: Mapping[str, str] = {
    "ave": "avenue",
    "blvd": "boulevard",
    "ct": "court",
    "dr": "drive",
    "hwy": "highway",
    "ln": "lane",
    "pkwy": "parkway",
    "rd": "road",
    "st": "street",
}
_STREET = (
    r"\b(?:[NSEW]\.\s+)?(?:(?:[A-Z][\w’']*|\d{1,3}(?:st|nd|rd|th))\.?\s+){1,4}"
    r"(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Lane|Ln\.?|Drive|Dr\.?|Way"
    r"|Terrace|Place|Circle|Parkway|Pkwy\.?|Highway|Hwy\.?|Square|Trail|Loop"
    r"|(?<=[a-z]{2} )(?<!District )(?<!Supreme )(?<!Circuit )C(?:our)?t)\b"
)
_CALLE = (
    r"(?:Calle|Avenida|Calzada|Privada|Paseo)(?:\s+(?:de|del|la|las|los)\b)*"
    r"(?:\s+[A-Z][\w’']*){1,4}"
)
"""A street of a town where its kind comes first, and its number last as often as not."""
_NUMBER = r"\b\d{1,6}(?:-?[A-Z]\b)?"
ADDRESS = rf"(?:{_NUMBER}\s+(?:{_STREET}|{_CALLE})|\b{_CALLE},?\s+(?:No\.\s*|#\s*)?\d{{1,6}}\b)"
"""A street with its number, as a pattern."""
HOME = r"\b(?:home|house|liv(?:e|es|ed|ing)|resid\w+|apartment|apt\.?|address)\b"
"""A word that says of an address beside it that it is a home, as a pattern."""
_NEAR = r"(?:(?!\b(?:to|from|and)\b)[^.;,]){0,30}?"
_CALLED = re.compile(
    rf"{HOME}{_NEAR},?\s(?:\d{{1,6}}\s+)?({_STREET})"
    rf"|({_STREET}),? (?:where|in which|the|her|his|their|a)\b{_NEAR}{HOME}"
)
"""Closer than on a page: `from her home to the shop on Oak Road` has no home on Oak Road."""
_ADDRESSES = re.compile(rf"({_NUMBER})\s+({_STREET})")


class _Street(NamedTuple):
    """A street by its own name and kind, however both are written."""

    name: str
    kind: str


def home_problems(passages: Iterable[Passage], case_file: CaseFile) -> Iterator[Problem]:
    """Yield each numbered address on a street where the case file has a home, unrepeated."""
    homes: Mapping[_Street, str] | None = None
    for passage in passages:
        for _, street in _ADDRESSES.findall(passage.text):
            homes = _homes(case_file) if homes is None else homes
            if owner := homes.get(_street(street)):
                message = (
                    f"{passage.where} prints a numbered address on a street where `{owner}` has a "
                    "home; Fed. R. Crim. P. 49.1(a) keeps a home address out of a filing"
                )
                hint = "write the city and state instead"
                yield case_file.file.problem(case_file.paths.get(owner, ()), message, hint)
                break


def addresses(passages: Iterable[Passage], case_file: CaseFile) -> tuple[str, ...]:
    """Return the numbered addresses of a paper that are not those of its office, each once."""
    office = " ".join(each.address or "" for each in case_file.case.matter.attorneys)
    found = (
        f"{number} {' '.join(street.split())}"
        for each in passages
        for number, street in _ADDRESSES.findall(each.text)
    )
    return tuple(dict.fromkeys(each for each in found if each not in office))


def _homes(case_file: CaseFile) -> Mapping[_Street, str]:
    """The streets that the case file calls somebody's home, and what says so first."""
    found: dict[_Street, str] = {}
    for owner, text in texts_of(case_file.case):
        for before, after in _CALLED.findall(text):
            found.setdefault(_street(before or after), owner)
    return found


def _street(words: str) -> _Street:
    *_, name, kind = words.replace(".", "").casefold().split()
    return _Street(name, _KINDS.get(kind, kind))
