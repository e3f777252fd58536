"""The parts of a package that say what the others are, and what the file is.

They are always ours, never the style file's: an office's own settings and
properties may hold a user's name, a template's path or a revision trail.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from msgspec import Struct

from drafter.composition.blocks import Properties
from drafter.word.markup import DECLARATION, W, escaped

_OPC = "http://schemas.openxmlformats.org/package/2006"
OFFICE_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CORE_RELATIONSHIP = f"{_OPC}/relationships/metadata/core-properties"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
DOCUMENT_TYPE = f"{_WORD_TYPE}document.main+xml"
_EXTENDED_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"

DOCUMENT = "word/document.xml"
SETTINGS = "word/settings.xml"
CORE = "docProps/core.xml"
APP = "docProps/app.xml"
FIXED_TYPES = {
    DOCUMENT: DOCUMENT_TYPE,
    SETTINGS: f"{_WORD_TYPE}settings+xml",
    CORE: _CORE_TYPE,
    APP: _EXTENDED_TYPE,
}


class Relationship(Struct, frozen=True):
    """A pointer from one part to another."""

    id: str
    type: str
    target: str
    """Relative to the pointing part's folder."""


def word_type(name: str) -> str:
    """Return the content type of a WordprocessingML part such as ``styles``."""
    return f"{_WORD_TYPE}{name}+xml"


def content_types(types: Mapping[str, str]) -> bytes:
    """Return the part that names the content type of every part."""
    overrides = "".join(
        f'<Override PartName="/{escaped(name)}" ContentType="{escaped(types[name])}"/>'
        for name in sorted(types)
    )
    return (
        f'{DECLARATION}<Types xmlns="{_OPC}/content-types">'
        f'<Default Extension="rels" ContentType="{_RELATIONSHIPS_TYPE}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def relationships(items: Iterable[Relationship]) -> bytes:
    """Return a relationships part."""
    lines = "".join(
        f'<Relationship Id="{escaped(item.id)}" Type="{escaped(item.type)}"'
        f' Target="{escaped(item.target)}"/>'
        for item in items
    )
    return (
        f'{DECLARATION}<Relationships xmlns="{_OPC}/relationships">{lines}</Relationships>'.encode()
    )


def package_relationships(*, core: bool = True) -> bytes:
    """Return the package's own relationships: document and properties, no thumbnail."""
    links = [
        Relationship("rId1", f"{OFFICE_RELATIONSHIP}officeDocument", DOCUMENT),
        Relationship("rId2", f"{OFFICE_RELATIONSHIP}extended-properties", APP),
    ]
    if core:
        links.append(Relationship("rId3", _CORE_RELATIONSHIP, CORE))
    return relationships(links)


def app_properties() -> bytes:
    """Return the application's properties: its name and nothing else."""
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return (
        f'{DECLARATION}<Properties xmlns="{namespace}">'
        "<Application>drafter</Application></Properties>"
    ).encode()


def settings(*, notes: bool = False) -> bytes:
    """Return the settings: Word's current layout, and no prompt to update fields.

    ``notes``: the document has footnotes, whose separators Word wants named here.
    """
    separators = _SEPARATORS if notes else ""
    uri = "http://schemas.microsoft.com/office/word"
    modern = (
        "overrideTableStyleFontSizeAndJustification",
        "enableOpenTypeFeatures",
        "doNotFlipMirrorIndents",
        "differentiateMultirowTableHeaders",
    )
    switches = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{uri}" w:val="1"/>' for name in modern
    )
    return (
        f'{DECLARATION}<w:settings xmlns:w="{W}"><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{separators}<w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/>{switches}'
        '</w:compat><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    ).encode()


_SEPARATORS = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'


def core_properties(properties: Properties) -> str:
    """Return what the document says of itself; an empty property is left out.

    Raises ``ValueError`` when ``created`` is no ISO date-time; one without an
    offset is read as UTC.
    """
    stamp = utc(properties.created) if properties.created else ""
    elements = (
        ("dcterms:created", ' xsi:type="dcterms:W3CDTF"', stamp),
        ("dc:creator", "", properties.author),
        ("dc:language", "", properties.language),
        ("dcterms:modified", ' xsi:type="dcterms:W3CDTF"', stamp),
        ("dc:subject", "", properties.subject),
        ("dc:title", "", properties.title),
    )
    lines = "".join(
        f"<{name}{kind}>{escaped(text)}</{name}>" for name, kind, text in elements if text
    )
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_OPC}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{lines}</cp:coreProperties>'
    )


def utc(moment: str) -> str:
    """Return an ISO date-time as Word writes one; without an offset it is read as UTC."""
    parsed = datetime.fromisoformat(moment)
    utc = parsed.astimezone(UTC) if parsed.tzinfo else parsed
    return f"{utc:%Y-%m-%dT%H:%M:%SZ}"
