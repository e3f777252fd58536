"""Identifiers that Fed. R. Crim. P. 49.1(a) keeps out of a filing, looked for in finished text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from drafter.composition.gates.homes import ADDRESS, HOME
from drafter.composition.gates.passages import Passage
from drafter.composition.vocabulary.dates import MONTHS
from drafter.errors import Problem

_WRITTEN = rf"(?:{'|'.join(MONTHS)})\s+\d{{1,2}},\s+\d{{4}}"
_DAY = rf"(?:{_WRITTEN}|\d{{4}}-\d\d-\d\d|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})"


class _Identifier(Struct, frozen=True):
    """A pattern, what it finds, and what may stand instead."""

    pattern: re.Pattern[str]
    name: str
    instead: str


_IDENTIFIERS = (
    _Identifier(
        re.compile(r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])"),
        "a social-security number",
        "its last four digits",
    ),
    _Identifier(
        re.compile(r"(?<![\w-])\d{2}-\d{7}(?![\w-])"),
        "a taxpayer-identification number",
        "its last four digits",
    ),
    _Identifier(
        re.compile(rf"\b(?:born|birth|birthday|D\.?O\.?B\.?)\b[^.;]{{0,40}}?{_DAY}", re.IGNORECASE),
        "a birth date",
        "the year",
    ),
    _Identifier(
        re.compile(
            r"\b(?:account|acct\.?|card|routing)(?:\s+(?:number|no\.|#))?[\s:#]*\d[\d -]{3,}\d",
            re.IGNORECASE,
        ),
        "a financial-account number",
        "its last four digits",
    ),
    _Identifier(
        re.compile(r"(?<![\w-])\d{4}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?![\w-])"),
        "a financial-account number",
        "its last four digits",
    ),
    _Identifier(
        re.compile(rf"{HOME}[^.;]{{0,60}}?{ADDRESS}|{ADDRESS}[^.;]{{0,60}}?{HOME}"),
        "a home address",
        "the city and state",
    ),
)


def identifier_problems(passages: Iterable[Passage]) -> Iterator[Problem]:
    """Each identifier that reads like one the rule keeps out, without repeating it."""
    for passage in passages:
        for identifier in _IDENTIFIERS:
            if identifier.pattern.search(passage.text):
                message = (
                    f"{passage.where} seems to print {identifier.name}, which "
                    "Fed. R. Crim. P. 49.1(a) keeps out of a filing"
                )
                yield Problem(None, message, f"write {identifier.instead} instead")
