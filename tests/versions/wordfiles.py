"""Word files as Word writes them, built part by part."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from drafter.word.package import compress, pack

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    ' mc:Ignorable="w14 w15"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ROOTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes",
          "endnotes": "endnotes", "comments": "comments", "settings": "settings",
          "header": "hdr", "footer": "ftr", "commentsExtended": "commentsEx"}  # fmt: skip
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>
<w:style w:type="table" w:default="1" w:styleId="Plain"><w:name w:val="Normal Table"/></w:style>
"""


SECTION = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'
LIST = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
ONE_PICTURE = {"word/media/image1.png": ("image/png", b"PNG")}


class Files(Struct, frozen=True):
    """What a file consists of."""

    text: str
    """What stands in the body before its last ``w:sectPr``; ``headed`` has one of its own."""
    parts: Mapping[str, str] = {}
    """By kind, what stands in a part; ``header first`` is a header with a part of its own."""
    links: Mapping[str, tuple[str, str]] = {}
    """By id, kind and target of what else the body points at; one with ``:`` leads outside."""
    raw: Mapping[str, tuple[str, bytes]] = {}
    """More parts, by name, with their types."""
    pointed: Mapping[str, Mapping[str, tuple[str, str]]] = {}
    """What other parts point at."""
    styles: bool = True


def word_file(told: Files) -> bytes:
    """Return the file."""
    parts = {"styles": STYLES, **told.parts} if told.styles else told.parts
    last = "" if told.text.endswith("</w:sectPr>") else SECTION
    files: dict[str, bytes] = {}
    types = {"word/document.xml": f"{_WORD}document.main+xml"}
    rels = {
        "": {"rId1": ("officeDocument", "word/document.xml")},
        "word/document.xml": dict(told.links),
    }
    files["word/document.xml"] = (
        f"{_HEAD}<w:document {SPACES}><w:body>{told.text}{last}</w:body></w:document>".encode()
    )
    for count, (kind, content) in enumerate(parts.items(), 1):
        name = kind.replace(" ", "")
        kind = kind.partition(" ")[0]
        root = f"w15:{_ROOTS[kind]}" if kind == "commentsExtended" else f"w:{_ROOTS[kind]}"
        files[f"word/{name}.xml"] = f"{_HEAD}<{root} {SPACES}>{content}</{root}>".encode()
        types[f"word/{name}.xml"] = f"{_WORD}{kind}+xml"
        rels["word/document.xml"][f"p{count}" if name == kind else name] = (kind, f"{name}.xml")
    for name, (type, content) in told.raw.items():
        files[name], types[name] = content, type
    for source, each in told.pointed.items():
        rels[source] = dict(each)
    for source, each in rels.items():
        if each:
            folder, _, file = source.rpartition("/")
            where = f"{folder}/_rels/{file}.rels".lstrip("/")
            files[where] = _relationships(each).encode()
    files["[Content_Types].xml"] = _types(types).encode()
    return pack(compress(name, content) for name, content in files.items())


def _relationships(pointers: Mapping[str, tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{id}" Type="{_type(kind)}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if ':' in target else ''}/>"
        for id, (kind, target) in pointers.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _type(kind: str) -> str:
    if kind == "commentsExtended":
        return f"http://schemas.microsoft.com/office/2011/relationships/{kind}"
    return f"{R}/{kind}"


def _types(types: Mapping[str, str]) -> str:
    lines = "".join(
        f'<Override PartName="/{name}" ContentType="{type}"/>' for name, type in types.items()
    )
    type = "application/vnd.openxmlformats-package.relationships+xml"
    rels = f'<Default Extension="rels" ContentType="{type}"/>'
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{rels}{lines}</Types>'


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def line(text: str, look: str = "") -> str:
    return f"<w:p>{look}{run(text)}</w:p>"


def control(content: str) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'
    )


def table(cell: str) -> str:
    """A table of one cell."""
    end = "" if cell.endswith("</w:p>") else "<w:p/>"
    cell = f"<w:tc><w:tcPr/>{cell}{end}</w:tc>"
    return (
        f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>'
    )


def controls(word: str) -> str:
    """Lines, rows, cells and words in content controls, and much that Word writes for itself."""
    tag = f'<w:smartTag w:uri="urn:x" w:element="date">{run(f"May {word}")}</w:smartTag>'
    spelled = '<w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00B1"><w:t>One</w:t></w:r>'
    first = f'<w:p w:rsidR="00A1">{spelled}<w:r><w:tab/><w:br/><w:t>{word}</w:t></w:r>{tag}</w:p>'
    cells = f"<w:tc><w:tcPr/>{line(word)}</w:tc>"
    wide = (
        f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{line(f"wide {word}")}</w:tc></w:tr>'
    )
    rows = control(f"<w:tr>{cells}{control(cells)}</w:tr>") + wide
    grid = '<w:tblGrid><w:gridCol w:w="100"/><w:gridCol w:w="100"/></w:tblGrid>'
    whole = f"<w:tbl><w:tblPr/>{grid}{rows}</w:tbl>"
    return (
        first
        + control(line(f"In it {word}"))
        + f"<w:p>{control(run(word))}</w:p>"
        + whole
        + line("fin")
    )


def picture(id: str) -> str:
    uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    shown = f'<pic:pic><pic:blipFill><a:blip r:embed="{id}"/></pic:blipFill></pic:pic>'
    shown = f'<a:graphic><a:graphicData uri="{uri}">{shown}</a:graphicData></a:graphic>'
    shown = f'<wp:inline><wp:docPr id="1" name="P"/>{shown}</wp:inline>'
    return f"<w:p><w:r><w:drawing>{shown}</w:drawing></w:r></w:p>"


def linked(id: str, text: str) -> str:
    return f'<w:p><w:hyperlink r:id="{id}">{run(text)}</w:hyperlink></w:p>'


def noted(kind: str, text: str, id: int) -> str:
    return f'<w:p>{run(text)}<w:r><w:{kind}Reference w:id="{id}"/></w:r></w:p>'


def notes(kind: str, *texts: str, more: tuple[str, ...] = (), inside: str = "") -> str:
    """The notes of a kind; each has more lines, and something inside."""
    lines = "".join(
        f'<w:{kind} w:type="{type}" w:id="{id}"><w:p><w:r><w:{type}/></w:r></w:p></w:{kind}>'
        for id, type in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return lines + "".join(
        f'<w:{kind} w:id="{id}">{"".join(map(line, (text, *more)))}{inside}</w:{kind}>'
        for id, text in enumerate(texts, 1)
    )


def bookmarked(name: str, *lines: str, id: int = 1) -> str:
    """Lines over which a bookmark goes."""
    start, end = f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{id}"/>'
    whole = "".join(lines).replace("<w:p>", f"<w:p>{start}", 1)
    return f"{whole.removesuffix('</w:p>')}{end}</w:p>"


def field(*lines: str) -> str:
    """A field that shows some lines."""
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{type}"/></w:r>' for type in ("begin", "separate", "end")
    )
    begin += "<w:r><w:instrText> INCLUDETEXT x </w:instrText></w:r>" + separate
    whole = "".join(map(line, lines)).replace("<w:p>", f"<w:p>{begin}", 1)
    return f"{whole.removesuffix('</w:p>')}{end}</w:p>"


def headed(text: str, *told: str) -> str:
    """A body with headers: of each, kind, name and pages."""
    uses = "".join(
        f'<w:{kind}Reference w:type="{pages}" r:id="{kind}{name}"/>'
        for kind, name, pages in (each.split() for each in told)
    )
    return f"{text}<w:sectPr>{uses}<w:titlePg/></w:sectPr>"


def headers(*names: str) -> dict[str, str]:
    return {f"header {name}": line(f"Of {name}") for name in names}


def commented(text: str) -> str:
    """A line with a comment that was answered."""
    ids = ("0", "1")
    starts = "".join(f'<w:commentRangeStart w:id="{id}"/>' for id in ids)
    ends = "".join(
        f'<w:commentRangeEnd w:id="{id}"/><w:r><w:commentReference w:id="{id}"/></w:r>'
        for id in ids
    )
    return f"<w:p>{starts}{run(text)}{ends}</w:p>"


def threads(answer: str) -> dict[str, str]:
    """The comment of ``commented`` and its answer."""
    said = "".join(
        f'<w:comment w:id="{id}" w:author="Ann Poe"><w:p w14:paraId="0000000{id + 1}">{run(text)}'
        "</w:p></w:comment>"
        for id, text in enumerate(("When?", answer))
    )
    first = '<w15:commentEx w15:paraId="00000001" w15:done="0"/>'
    second = '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/>'
    return {"comments": said, "commentsExtended": first + second}
