"""How citations to law are written: reporters, the Code, the Guidelines, the federal rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

Key = tuple[str, ...]
"""What is cited, however it is spaced and pointed: ``("page", "723", "f2d", "691")``.

``page`` and ``volume`` are of reporters; ``usc``, ``ussg``, ``amend``, ``rule`` name a text and
its divisions, one a place; ``bare`` is a section without its code, ``slip`` a decision by its
docket or name alone.
"""

_EVEN = str.maketrans({
    **dict.fromkeys("‘’ʼ", "'"),
    **dict.fromkeys("“”", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015", "-"),
})  # fmt: skip
_REPORTER = (
    r"U\. ?S\.|S\.? ?Ct\.?|L\. ?Ed\.(?: ?2d)?|F\.? ?(?:2d|3d|4th)\.?|F\. ?App'x|Fed\. ?Appx\.?"
    r"|F\.? ?Supp\.?(?: ?[23]d)?\.?|F\. ?R\. ?D\.|B\. ?R\.|Fed\. Reg\.|WL"
    r"|U\. ?S\. ?(?:App\. ?|Dist\. ?)?LEXIS|I\. ?& ?N\. ?Dec\."
    r"|[A-Z][a-z]+\. ?App\.(?: ?[2-5](?:d|th))?|(?:A|P|N\.E|N\.W|S\.E|S\.W|So)\.(?: ?[23]d)?"
    r"|Cal\. ?(?:[2-5](?:d|th))?|N\.Y\.(?: ?[23]d)?"
)
_PAGE = re.compile(rf"(?<![\w.$-])(\d{{1,4}}) ({_REPORTER}),? (at )?(\d{{1,8}})(?![\w-]*\w*\.\d)")
_DATED = re.compile(
    r"(?<![\w.$-])(\d{1,4}) ([A-Z][\w.']{0,12}(?: [A-Z0-9][\w.']{0,12}){0,3}) (\d{1,5})"
    r"(?:, [\d\-, n.*]{1,20})? \([^()]{0,40}\b\d{4}\)"
)
"""A reporter that is not listed: volume, name, page, and the year in parentheses."""
_COURT = (
    r"(?:\d{1,2}(?:st|nd|rd|th|d) Cir\.|(?:D\. ?C\.|Fed\.) Cir\.|(?:[NSEWMC]\. ?)?D\. ?[A-Z]"
    r"|Bankr\.|BIA\b)"
)
_DECIDED = rf"\((?![^()]*\b(?:filed|pending|charged)\b){_COURT}[^()]{{0,40}}\b\d{{4}}\)"
"""Court and year."""
_NUMBER = r"(?:[A-Z]{2,4} )?\d[\w:-]*(?: [A-Z]{2,4}\b)?"
_DOCKET = re.compile(
    rf"\bNos?\. {_NUMBER}(?:(?:,| &|,? and) {_NUMBER}){{0,4}}(?: et al\.)?"
    rf"(?:,? (?:slip op\.|ECF|Dkt\.|Doc\.)[^()]{{0,30}})?(?: \([A-Z/]+\))? {_DECIDED}"
)
"""A decision that no reporter has, by the number of its docket."""
_PLEADED = re.compile(
    r"\b(?:Indictment|Complaint|Information|Plea Agreement|Motion|Notice|Transcript|Tr\.)"
    r"[^;]{0,80}$"
)
"""What comes before the docket of a trial court where a paper on it is meant, and no decision."""
_NAMED = re.compile(rf"\b(?:v\.|In re|Ex parte)(?: [A-Z][\w.'&-]*,?){{1,6}} {_DECIDED}")
"""One by its name alone."""
_UNPAGED = re.compile(rf"(?<![\w.$-])\d{{1,4}} (?:{_REPORTER}) _{{2,}}[^()]{{0,20}} {_DECIDED}")
"""One that had no page yet when it was cited."""
_DIVISIONS = r"(?:\([A-Za-z0-9]{1,5}\)){0,6}"
_SECTION = rf"\d{{1,5}}[A-Za-z]{{0,2}}(?:-\d+)?{_DIVISIONS}"
_MORE = re.compile(rf"(?:,|,? and|,? or|;) (?:§{{1,2}} ?)?({_SECTION})(?![\w.]*\w)(?! [A-Z])")
_CODE = re.compile(
    rf"(?<!\w)(\d{{1,2}}) U\. ?S\. ?C\.(?: ?A\.)? (?:§{{1,2}}|[Ss]ections?) ?({_SECTION})"
)
_BARE = re.compile(rf"(?<!C\. )(?:§{{1,2}}|\b[Ss]ections?) ?(\d{{2,5}}[A-Z]?{_DIVISIONS})(?![.\w])")
_GUIDELINE = re.compile(
    rf"(?<![\w.])(\d[A-Z]\d\.\d{{1,2}}{_DIVISIONS})"
    rf"(?:,? (?:cmt\.|comment\.?)?,? ?(n\.|note) ?(\d{{1,2}}{_DIVISIONS}))?"
)
_AMENDMENT = re.compile(r"\b[Aa]mend(?:ment|\.) (\d{1,4})\b")
_RULES = re.compile(
    r"\bFed(?:\.|eral) R(?:\.|ules?) (?:of )?(Crim|Evid|Civ|App)[a-z]*\.?(?: ?P[a-z]*\.?)? "
    rf"(\d{{1,4}}(?:\.\d+)?{_DIVISIONS})"
)


def even(text: str) -> str:
    """Return a text with straight quotation marks, hyphens for dashes and single blanks."""
    return " ".join(text.translate(_EVEN).split())


def citations(text: str) -> Iterator[tuple[Key, str]]:
    """Yield each citation in a text that is ``even``: what is cited, and how it is written."""
    yield from chain(_reported(text), _unreported(text), _code(text), _others(text))


def _reported(text: str) -> Iterator[tuple[Key, str]]:
    listed = set[int]()
    for found in _PAGE.finditer(text):
        listed.add(found.start())
        volume, reporter, short, page = found.groups()
        place = (volume, _pointless(reporter))
        yield (("volume", *place) if short else ("page", *place, page)), found[0]
    for found in _DATED.finditer(text):
        if found.start() not in listed and found[2] not in _NO_REPORTERS:
            volume, reporter, page = found.groups()
            yield ("page", volume, _pointless(reporter), page), f"{volume} {reporter} {page}"


def _unreported(text: str) -> Iterator[tuple[Key, str]]:
    for pattern in (_DOCKET, _NAMED, _UNPAGED):
        for found in pattern.finditer(text):
            if "Cir." in found[0] or not _PLEADED.search(text[: found.start()][-100:]):
                yield ("slip", found[0]), found[0]


_NO_REPORTERS = frozenset(
    "January February March April May June July August September October November December".split()
)


def _code(text: str) -> Iterator[tuple[Key, str]]:
    for found in _CODE.finditer(text):
        sections, at = [found[2]], found.end()
        while more := _MORE.match(text, at):
            sections.append(more[1])
            at = more.end()
        for section in sections:
            yield ("usc", found[1], *_divided(section)), f"{found[1]} U.S.C. § {section}"
    for found in _BARE.finditer(text):
        if not re.search(r"U\. ?S\. ?C\.(?: ?A\.)? $", text[: found.start()][-12:]):
            yield ("bare", *_divided(found[1])), found[0]


def _others(text: str) -> Iterator[tuple[Key, str]]:
    for found in _GUIDELINE.finditer(text):
        note = ("n", *_divided(found[3])) if found[3] else ()
        yield ("ussg", *_divided(found[1]), *note), f"U.S.S.G. § {found[0]}"
    for found in _AMENDMENT.finditer(text):
        yield ("amend", found[1]), found[0]
    for found in _RULES.finditer(text):
        yield ("rule", found[1].casefold(), *_divided(found[2])), found[0]


def _divided(section: str) -> tuple[str, ...]:
    """``3553(a)(2)(A)`` as 3553, a, 2, A."""
    return tuple(section.replace(")", "").split("("))


def _pointless(reporter: str) -> str:
    kept = "".join(letter for letter in reporter if letter.isalnum()).casefold()
    return {"fedappx": "fappx"}.get(kept, kept)
