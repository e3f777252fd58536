"""Identifiers that Fed. R. Crim. P. 49.1(a) keeps out of a filing, looked for in finished text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from drafter.composition.gates.homes import ADDRESS, HOME
from drafter.composition.gates.passages import Passage
from drafter.composition.vocabulary.dates import MONTHS
from drafter.errors import Problem

_TYPED = {
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-"),
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " "),
}
"""What is typed so that a number stays on its line."""
_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = (
    rf"(?:{_MONTH}\s+{_NTH},?\s+\d{{4}}|{_NTH}\s+(?:of\s+)?{_MONTH},?\s+\d{{4}}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})"
)
_BORN = r"(?:\b(?:born|birth|birthday|birthdate|D\.?O\.?B)\b|\(b\.)"
_WITHIN = r"(?:[^.;]|\b(?-i:[A-Z])[a-z]{0,2}\.)"
"""What goes on in a sentence: `born in St. Louis on`."""
_NUMBERED = r"(?:\s*\(?\b(?:number|no\.|nos\.|#))?(?:\s+(?:is|was|ending(?:\s+in)?))?"


class _Identifier(Struct, frozen=True):
    """A pattern, what it finds, and what may stand instead."""

    pattern: re.Pattern[str]
    name: str
    instead: str


_IDENTIFIERS = (
    _Identifier(
        re.compile(
            r"(?<![\w-])\d{3}([-. ])\d{2}\1\d{4}(?![\w-])"
            r"|(?:\bSSN\b|\bSS ?#|\bsocial[- ]security\b)(?:[^.;\d]|\bno\.){0,30}\d{9}(?!\d)",
            re.IGNORECASE,
        ),
        "a social-security number",
        "its last four digits",
    ),
    _Identifier(
        re.compile(
            r"(?<![\w-])\d{2}-\d{7}(?![\w-])"
            r"|\b(?:I?TIN|EIN|taxpayer)\b(?:[^.;\d]|\bno\.){0,30}\d{9}(?!\d)",
            re.IGNORECASE,
        ),
        "a taxpayer-identification number",
        "its last four digits",
    ),
    _Identifier(
        re.compile(rf"{_BORN}\.?{_WITHIN}{{0,40}}?{_DAY}", re.IGNORECASE),
        "a birth date",
        "the year",
    ),
    _Identifier(
        re.compile(
            rf"\b(?:account|acct\.?|card|routing){_NUMBERED}[\s:#,]*"
            r"(?!\d{4}-\d\d-\d\d)\d[\d -]{3,}\d"
            r"|\bIBAN[\s:]*[A-Z]{2}\d\d[A-Z\d ]{8,}",
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
        text = passage.text.translate(_TYPED)
        for identifier in _IDENTIFIERS:
            if identifier.pattern.search(text):
                message = (
                    f"{passage.where} seems to print {identifier.name}, which "
                    "Fed. R. Crim. P. 49.1(a) keeps out of a filing"
                )
                yield Problem(None, message, f"write {identifier.instead} instead")
