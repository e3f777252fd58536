"""Law that stands in the words of a template, where only ``cite`` may print it.

A statute, guideline, rule or case may be named where the same passage cites it, or a heading
where its file does, or where a comment of the file says that it is only named:
``<!-- names: 18 U.S.C. § 16(a); U.S.S.G. § 5K2.12 -->``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from drafter.composition.linting.files import TemplateFile
from drafter.composition.templating.syntax import MASK, Line, Source, Tag
from drafter.doctrine.authority import Authority
from drafter.errors import Problem, SourceLocation

_SECTION = r"§{1,2}\s?[0-9]\w*(?:[.-]\w+)*(?:\(\w+\))*"
_LAW = re.compile(
    rf"""
    [0-9]+\s(?:U\.\s?S\.\s?C\.|C\.\s?F\.\s?R\.)(?:\s{_SECTION})?
    | U\.\s?S\.\s?S\.\s?G\.(?:\s{_SECTION})?
    | {_SECTION}
    | \bFed\.\s?R\.\s?(?:Crim\.\s?P|Civ\.\s?P|App\.\s?P|Evid)\.(?:\s[0-9][\w.]*(?:\(\w+\))*)?
    | \bRule\s[0-9]+(?:\.[0-9]+)?(?:\(\w+\))*
    | \b[0-9]+\s(?:U\.\s?S\.|S\.\s?Ct\.|F\.\s?(?:2d|3d|4th)|F\.\s?Supp\.(?:\s?[23]d)?)\s[0-9]+
    | \b[A-Z][\w.’'-]*\sv\.\s[A-Z][\w.’'-]*
    """,
    re.VERBOSE,
)
_NAMES = re.compile(r"<!--\s*names:(.*?)-->", re.DOTALL)
_ID = re.compile(r"\w\(\s*[\"']([^\"']+)[\"']")
_SUBSECTIONS = re.compile(r"(?:\(\w+\))+$")
_ANEW = re.compile(r"\s*(?:#|-\s|[0-9]{1,3}\.\s|\||:::)")
_HEADING = re.compile(r"\s{0,3}#")


class _Named(Struct, frozen=True):
    """A piece of law that stands in the words of a template."""

    text: str
    place: SourceLocation
    passage: int
    heading: bool


def law_problems(file: TemplateFile, authorities: Sequence[Authority]) -> Iterator[Problem]:
    """Law in the words of a template that nothing there cites, and leave to name it unused."""
    if file.source is None:
        return
    allowed = dict.fromkeys(_allowed(file.source), False)
    passages = list(_passages(file.source))
    cited = [_cited(passage, file.source, authorities) for passage in passages]
    everywhere = " ".join(cited)
    for named in _named(passages, file.source):
        leave = [each for each in allowed if _covers(each, named.text)]
        allowed |= dict.fromkeys(leave, True)
        within = everywhere if named.heading else cited[named.passage]
        if not leave and not _covers(named.text, within, anywhere=True):
            yield file.at(
                named.place, f"law without its cite: {named.text}", _hint(named.text, authorities)
            )
    for each, used in allowed.items():
        if not used:
            place = _place_of(file.source, each)
            message = f"`names:` lets `{each}` stand without its cite, and no words here name it"
            yield file.at(place, message, "delete it from the comment")


def margin_law(line: str) -> str:
    """The first piece of law in a line of the margins; empty: there is none."""
    found = _LAW.search(line)
    return found[0] if found else ""


def _hint(text: str, authorities: Iterable[Authority]) -> str:
    ids = [each.id for each in authorities if _covers(text, each.citation, anywhere=True)]
    way = f'{{{{ cite("{ids[0] if ids else "id"}") }}}}'
    return f"cite it in the same passage, {way}, or where it is only named: <!-- names: {text} -->"


def _covers(name: str, text: str, *, anywhere: bool = False) -> bool:
    """Whether a text is the law of that name or a part of it, or with ``anywhere`` holds it."""
    stem = re.escape(_plain(name) if not anywhere else _SUBSECTIONS.sub("", _plain(name)))
    pattern = rf"(?<!\w){stem}(?![\w]|[.-]\w)"
    found = re.search(pattern, _plain(text))
    return found is not None and (anywhere or found.start() == 0)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.strip().replace("'", "’"))


def _allowed(source: Source) -> list[str]:
    found = [each for names in _NAMES.findall(source.text) for each in names.split(";")]
    return [_plain(each) for each in found if each.strip()]


def _place_of(source: Source, name: str) -> SourceLocation:
    start = next(each.start() for each in _NAMES.finditer(source.text) if name in _plain(each[1]))
    line = source.text.count("\n", 0, start) + 1
    return SourceLocation(source.path, line, start - source.text.rfind("\n", 0, start))


def _passages(source: Source) -> Iterator[list[Line]]:
    """The lines of each paragraph, item, heading and row."""
    passage: list[Line] = []
    for line in source.lines:
        words = bool(MASK.sub("", line.text).strip()) or "{{" in _tags(line, source)
        if passage and (not words or _ANEW.match(line.text) or _HEADING.match(passage[-1].text)):
            yield passage
            passage = []
        if words:
            passage.append(line)
    if passage:
        yield passage


def _tags(line: Line, source: Source) -> str:
    return " ".join(source.tags[int(found[1])].text for found in MASK.finditer(line.text))


def _cited(passage: list[Line], source: Source, authorities: Iterable[Authority]) -> str:
    """The citations of the authorities that a passage names by their ids."""
    ids = {id for line in passage for id in _ID.findall(_tags(line, source))}
    return " ".join(each.citation for each in authorities if each.id in ids)


def _named(passages: Sequence[list[Line]], source: Source) -> Iterator[_Named]:
    for number, passage in enumerate(passages):
        for line in passage:
            heading = bool(_HEADING.match(line.text))
            for found in _LAW.finditer(line.text):
                yield _Named(found[0], source.place(line, found.start()), number, heading)
            for mask in MASK.finditer(line.text):
                tag = source.tags[int(mask[1])]
                for found in _LAW.finditer(tag.text):
                    yield _Named(found[0], _in_tag(tag, found.start()), number, heading)


def _in_tag(tag: Tag, offset: int) -> SourceLocation:
    before = tag.text[:offset]
    lines = before.count("\n")
    column = offset - before.rfind("\n") if lines else tag.place.column + offset
    return SourceLocation(tag.place.path, tag.place.line + lines, column)
