"""The list definitions of a style file, and the instances a document adds."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from drafter.word.markup import checked
from drafter.word.officefile import OfficeFile, w
from drafter.word.writing.styles import style_key

_LAST = "</w:num>"


class Numbering(Struct, frozen=True):
    """The numbering part, cut where new instances go in."""

    name: str
    before: str
    after: str
    abstract: str
    """Id of the definition that numbered lists follow."""
    first: int
    """The lowest instance id that is free."""

    def with_instances(self, used: range) -> bytes:
        """Return the part with one instance a list, each starting at 1 on every level."""
        restart = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
            for level in range(3)
        )
        added = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{self.abstract}"/>{restart}</w:num>'
            for number in used
        )
        return checked(f"{self.before}{added}{self.after}")


def read_numbering(file: OfficeFile, name: str, paragraphs: Mapping[str, str]) -> Numbering:
    """Read the part; raises ``TemplateError`` when no list is tied to ``List Number``."""
    tree = file.tree(name)
    wanted = paragraphs[style_key("List Number")]
    abstract = next(
        (
            definition.get(w("abstractNumId"), "")
            for definition in tree.iter(w("abstractNum"))
            for style in definition.iter(w("pStyle"))
            if style.get(w("val")) == wanted
        ),
        None,
    )
    text = file.parts[name].decode("utf-8-sig")
    cut = text.rfind(_LAST) + len(_LAST)
    if abstract is None or cut < len(_LAST):
        raise file.unusable(
            "has no numbered list tied to the style List Number",
            "Link a list to that style in Word, or start again from the office.docx supplied.",
        )
    taken = [int(item.get(w("numId"), "0")) for item in tree.iter(w("num"))]
    return Numbering(name, text[:cut], text[cut:], abstract, max(taken) + 1)
