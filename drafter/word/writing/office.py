"""The style file the product comes with, built from the tables below.

``python -m drafter.word.writing.office templates/office.docx`` writes it.  An office
edits its own copy in Word; this module is only where the first one comes from.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import product
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from drafter.composition.blocks import RunKind
from drafter.word.markup import DECLARATION, ROOT_NAMESPACES, W, checked
from drafter.word.officefile import read_back, relationships_of
from drafter.word.package import CONTENT_TYPES, compress, pack
from drafter.word.parts import (
    APP,
    DOCUMENT,
    DOCUMENT_TYPE,
    FIXED_TYPES,
    OFFICE_RELATIONSHIP,
    Relationship,
    app_properties,
    content_types,
    package_relationships,
    relationships,
    settings,
    word_type,
)
from drafter.word.writing.officelists import list_properties, numbering
from drafter.word.writing.styles import (
    CAPTION_TABLE,
    COMMENT_REFERENCE,
    COMMENT_TEXT,
    NOTE_REFERENCE,
    NOTE_TEXT,
    TABLE,
    character_style,
    style_id,
    written_name,
)
from drafter.word.writing.theme import font_table, theme

FONT = "Times New Roman"
TEXT_WIDTH = 9360
"""US Letter between one-inch margins, in twentieths of a point."""


class Look(Struct, frozen=True):
    """A paragraph style: sizes in half points, spaces and indents in twentieths."""

    name: str
    based: str = "Body Text"
    follows: str = "Body Text"
    size: int = 0
    run: str = ""
    """Further run properties, in the order the schema wants them."""
    paragraph: str = ""
    """Keeps and borders, which the schema wants before spacing."""
    before: int = 0
    after: int = 0
    line: int = 0
    indent: str = ""
    align: str = ""
    outline: int = -1


_KEEPS = ("<w:keepNext/>", "<w:keepLines/>")
_KEEP = "<w:keepNext/><w:keepLines/>"
_BOLD, _ITALIC = "<w:b/>", "<w:i/>"
_BORDER = "".join(
    f'<w:{side} w:val="single" w:sz="6" w:space="6" w:color="404040"/>'
    for side in ("top", "left", "bottom", "right")
)
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>'
_RULE_BELOW = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="808080"/></w:pBdr>'
_RULE_ABOVE = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="808080"/></w:pBdr>'
_CONTENTS_TABS = (
    '<w:tabs><w:tab w:val="left" w:pos="{}"/>'
    f'<w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'
)
"""Of an entry: its words, then its page."""

_HEADINGS = (
    Look("Heading 1", run=_BOLD, size=26, paragraph=_KEEP + _RULE_BELOW, before=360, after=140,
         outline=0),
    Look("Heading 2", run=_BOLD, size=24, paragraph=_KEEP, before=260, after=100, outline=1),
    Look("Heading 3", run=_BOLD + _ITALIC, size=24, paragraph=_KEEP, before=200, after=80,
         outline=2),
    Look("Heading 4", run=_ITALIC, size=24, paragraph=_KEEP, before=160, after=60, outline=3),
)  # fmt: skip
LOOKS = (
    Look("Body Text", based="Normal", before=140, after=140, line=276),
    Look("Lead In", before=140, after=100, line=276, paragraph="<w:keepNext/>"),
    Look("Title", run=_BOLD, size=30, paragraph=_KEEP, before=120, after=200, align="center"),
    *_HEADINGS,
    *(replace(look, name=f"{look.name} Unnumbered", based=look.name) for look in _HEADINGS),
    Look("List Bullet", follows="List Bullet", before=80, after=80, line=264),
    Look("List Bullet 2", follows="List Bullet 2", before=60, after=60, line=264),
    Look("List Bullet 3", follows="List Bullet 3", before=60, after=60, line=264),
    Look("List Number", follows="List Number", before=80, after=80, line=264),
    Look("List Number 2", follows="List Number 2", before=60, after=60, line=264),
    Look("List Number 3", follows="List Number 3", before=60, after=60, line=264),
    Look("Block Quotation", before=140, after=140, line=252, indent='w:left="720" w:right="720"'),
    Look("Law Summary", before=140, after=140, line=264, indent='w:left="360"'),
    Look("Box", paragraph=f"<w:keepLines/><w:pBdr>{_BORDER}</w:pBdr>{_SHADE}", before=120,
         after=180, line=264, indent='w:left="144" w:right="144"'),
    Look("Legend", run=_BOLD, size=20, paragraph=_KEEP, after=200, align="center"),
    Look("Caption", run=_BOLD, size=20, paragraph=_KEEP, before=120, after=80),
    Look("Figure Caption", based="Caption", paragraph='<w:keepNext w:val="0"/>', after=160),
    Look("Contents Heading", run=_BOLD, size=24, paragraph=_KEEP, before=260,
         after=100),
    Look("TOC 1", follows="TOC 1", size=22, before=60, paragraph=_CONTENTS_TABS.format(780),
         indent='w:left="780" w:right="720" w:hanging="780"'),
    Look("TOC 2", follows="TOC 2", size=22, paragraph=_CONTENTS_TABS.format(1200),
         indent='w:left="1200" w:right="720" w:hanging="420"'),
    Look("Court", run=f"{_BOLD}<w:caps/>", size=24, paragraph=_KEEP, after=40, align="center"),
    Look("Party", based="Table Text", size=24, before=80, after=80, line=240),
    Look("Centered", before=140, after=140, align="center"),
    Look("Signature Line", before=160, after=0, indent='w:left="4320"', paragraph=_KEEP),
    Look("Exhibit Sticker", run=_BOLD, size=22, after=240, align="center",
         indent='w:left="6120" w:right="144"',
         paragraph=f"<w:keepLines/><w:pBdr>{_BORDER}</w:pBdr>"),
    Look("Small Print", size=20, before=140, after=100, line=252),
    Look("Figure", based="Normal", before=60, after=60, line=240, paragraph=_KEEP),
    Look("Figure Label", based="Normal", size=18, line=240),
    Look("Table Text", size=20, before=30, after=30, line=240),
    Look("Table Heading", based="Table Text", run=_BOLD, before=40, after=40,
         paragraph="<w:keepNext/>"),
    Look("Table Gap", size=8, after=80, line=120),
    Look(COMMENT_TEXT, based="Normal", size=20),
    Look(NOTE_TEXT, based="Normal", size=19, after=40, line=240),
    Look("Header", based="Normal", run=_BOLD, size=18, after=20, align="center"),
    Look("Running Head", based="Normal", size=18, align="center"),
    Look("Footer", based="Normal", size=18, paragraph=_RULE_ABOVE, align="center"),
)  # fmt: skip
"""Every paragraph style but Normal; room above text parts it from a table (decision 0019)."""

KIND_LOOK = {
    RunKind.TEXT: "",
    RunKind.GAP: '<w:b/><w:shd w:val="clear" w:color="auto" w:fill="FFE699"/>',
    # Told from the marker of a missing fact by its rule, not by its colour alone.
    RunKind.WEAK: f'<w:b/><w:u w:val="dotted"/>{_SHADE}',
    RunKind.CITE: "",
    RunKind.SOURCE: "",
    RunKind.REFERENCE: "",
    RunKind.MARK: '<w:i/><w:color w:val="404040"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
}


def _paragraph_style(look: Look) -> str:
    line = f' w:line="{look.line}" w:lineRule="auto"' if look.line else ""
    spacing = f'<w:spacing w:before="{look.before}" w:after="{look.after}"{line}/>'
    indent = f"<w:ind {look.indent}/>" if look.indent else ""
    align = f'<w:jc w:val="{look.align}"/>' if look.align else ""
    outline = f'<w:outlineLvl w:val="{look.outline}"/>' if look.outline >= 0 else ""
    numbers = list_properties(look.name)
    before_numbers, after_numbers = _split_keeps(look.paragraph)
    size = f'<w:sz w:val="{look.size}"/><w:szCs w:val="{look.size}"/>' if look.size else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id(look.name)}">'
        f'<w:name w:val="{written_name(look.name)}"/><w:basedOn w:val="{style_id(look.based)}"/>'
        f'<w:next w:val="{style_id(look.follows)}"/>'
        f"<w:qFormat/><w:pPr>{before_numbers}{numbers}{after_numbers}{spacing}{indent}{align}"
        f"{outline}</w:pPr><w:rPr>{look.run}{size}</w:rPr></w:style>"
    )


def _split_keeps(properties: str) -> tuple[str, str]:
    """Part keeps, which come before a list's number, from borders and tabs, which come after."""
    keeps = "".join(keep for keep in _KEEPS if keep in properties)
    for keep in _KEEPS:
        properties = properties.replace(keep, "")
    return keeps, properties


def _character_styles() -> Iterable[str]:
    for kind, bold, italic in product(RunKind, (False, True), (False, True)):
        name = character_style(kind, bold, italic)
        if not name or kind is RunKind.REFERENCE:  # which looks like the text around it
            continue
        look = KIND_LOOK[kind].replace(_BOLD, "").replace(_ITALIC, "")
        strong = _BOLD if bold or _BOLD in KIND_LOOK[kind] else ""
        # In a mark, which is italic, emphasis turns it upright, as in print.
        emphasis = _ITALIC if italic != (_ITALIC in KIND_LOOK[kind]) else ""
        shade = look if "w:shd" in look else ""
        yield (
            f'<w:style w:type="character" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
            f"<w:qFormat/><w:rPr>{strong}{emphasis}{look.replace(shade, '')}{shade}</w:rPr>"
            "</w:style>"
        )


def _reference_styles() -> str:
    looks = {
        NOTE_REFERENCE: '<w:vertAlign w:val="superscript"/>',
        COMMENT_REFERENCE: '<w:sz w:val="16"/><w:szCs w:val="16"/>',
    }
    style = '<w:style w:type="character" w:styleId="{}"><w:name w:val="{}"/><w:rPr>{}</w:rPr>'
    return "".join(f"{style.format(style_id(name), name, looks[name])}</w:style>" for name in looks)


def _table_styles() -> str:
    every = ("top", "left", "bottom", "right", "insideH", "insideV")
    shade = (
        '<w:tblStylePr w:type="firstRow"><w:tcPr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/></w:tcPr></w:tblStylePr>'
    )
    # Between the parties and the number, and under both: what most captions have.
    parting = ("bottom", "insideV")
    return _table_style(TABLE, every, "A6A6A6", 90, shade) + _table_style(
        CAPTION_TABLE, parting, "000000", 180
    )


def _table_style(
    name: str, sides: tuple[str, ...], color: str, margin: int, special: str = ""
) -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{color}"/>' for side in sides
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 20), ("left", margin), ("bottom", 20), ("right", margin))
    )
    return (
        f'<w:style w:type="table" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f"{special}</w:style>"
    )


def _styles() -> str:
    fonts = "".join(f' w:{slot}="{FONT}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f'{DECLARATION}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts{fonts}/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-US"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault>"
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
        f"{''.join(map(_paragraph_style, LOOKS))}{''.join(_character_styles())}"
        f"{_reference_styles()}{_table_styles()}"
        "</w:styles>"
    )


def _document() -> str:
    samples = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(look.name)}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{look.name}</w:t></w:r></w:p>'
        for look in LOOKS
        if look.name not in ("Header", "Running Head", "Footer")
    )
    return (
        f"{DECLARATION}<w:document {ROOT_NAMESPACES}><w:body>{samples}<w:sectPr>"
        '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1300"'
        ' w:left="1440" w:header="620" w:footer="560" w:gutter="0"/><w:titlePg/></w:sectPr>'
        "</w:body></w:document>"
    )


def build_office() -> bytes:
    """Return the style file: one sample paragraph a style, so that Word shows each."""
    contents = {
        "styles": _styles(),
        "numbering": numbering(),
        "fontTable": font_table(FONT),
        "theme": theme(FONT),
        "settings": settings().decode(),
    }
    links = [
        Relationship(f"rId{number}", OFFICE_RELATIONSHIP + kind, f"{kind}.xml")
        for number, kind in enumerate(contents, 1)
    ]
    types = {f"word/{kind}.xml": word_type(kind) for kind in contents} | {
        DOCUMENT: DOCUMENT_TYPE,
        APP: FIXED_TYPES[APP],
        "word/theme.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    }
    parts = {f"word/{kind}.xml": checked(content) for kind, content in contents.items()} | {
        CONTENT_TYPES: content_types(types),
        "_rels/.rels": package_relationships(core=False),
        relationships_of(DOCUMENT): relationships(links),
        DOCUMENT: checked(_document()),
        APP: app_properties(),
    }
    return pack([compress(name, content) for name, content in parts.items()])


if __name__ == "__main__":
    built = build_office()
    read_back(built, (look.name for look in LOOKS))
    Path(sys.argv[1]).write_bytes(built)
