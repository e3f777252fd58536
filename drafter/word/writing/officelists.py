"""The lists of the style file the product comes with: bullets, numbers, headings."""

from __future__ import annotations

from msgspec import Struct

from drafter.word.markup import DECLARATION, W
from drafter.word.writing.styles import style_id


class _Level(Struct, frozen=True):
    """A level of a list: its number, and where the text after it begins."""

    form: str
    text: str
    indent: int
    """Of the text, from the margin, in twentieths of a point."""
    hanging: int = 360
    """How far the number stands before the text."""


_BULLETS = [_Level("bullet", sign, 360 * n) for n, sign in enumerate(("•", "–", "▪"), 1)]
_NUMBERS = [
    _Level(form, f"%{n}.", 360 * n)
    for n, form in enumerate(("decimal", "lowerLetter", "lowerRoman"), 1)
]
_OUTLINE = [
    _Level("upperRoman", "%1.", 864, 864),
    _Level("upperLetter", "%2.", 480, 480),
    _Level("decimal", "%3.", 480, 480),
    _Level("lowerLetter", "%4.", 480, 480),
]
_LISTS = (
    ("List Bullet", "hybridMultilevel", _BULLETS),
    ("List Number", "hybridMultilevel", _NUMBERS),
    ("Heading", "multilevel", _OUTLINE),
)
"""For each list the family of its styles, what Word calls such a list, and its levels."""


def numbering() -> str:
    """Return the numbering part: one definition and one instance a list."""
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>'
        + "".join(_level(family, *each) for each in enumerate(levels))
        + "</w:abstractNum>"
        for number, (family, kind, levels) in enumerate(_LISTS)
    )
    instances = "".join(
        f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in range(len(_LISTS))
    )
    return f'{DECLARATION}<w:numbering xmlns:w="{W}">{definitions}{instances}</w:numbering>'


def _level(family: str, depth: int, level: _Level) -> str:
    # The first style of a list family has no number in its name; each heading style has one.
    name = family if depth == 0 and family != "Heading" else f"{family} {depth + 1}"
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{level.form}"/>'
        f'<w:pStyle w:val="{style_id(name)}"/><w:lvlText w:val="{level.text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{level.indent}"'
        f' w:hanging="{level.hanging}"/></w:pPr></w:lvl>'
    )


def list_properties(name: str) -> str:
    """Return the numbering of a paragraph style, empty for a style of no list."""
    if name.endswith("Unnumbered"):
        return '<w:numPr><w:numId w:val="0"/></w:numPr>'
    for number, (family, _, _) in enumerate(_LISTS, 1):
        if name.startswith(family):
            level = int(name.removeprefix(family) or 1) - 1
            return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return ""
