"""A Word file with something of every sort in it that a page does not show."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from drafter.word.writing.writer import WordWriter
from tests.word.documents import OFFICE, document, paragraph

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = f'xmlns:w="{W}" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
WHO = 'w:id="1" w:author="Robin Vale" w:date="2026-11-01T09:00:00Z"'
WHOLE = WordWriter(OFFICE).write(document(paragraph("p", "As it was written.")))


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def look(name: str, value: str) -> str:
    return f'<w:{name} w:val="{value}"/>'


def complex_field(instruction: str, shown: str) -> str:
    def mark(type: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{type}"/></w:r>'

    half = len(instruction) // 2
    told = "".join(
        f'<w:r><w:instrText xml:space="preserve">{each}</w:instrText></w:r>'
        for each in (instruction[:half], instruction[half:])
    )
    return f"{mark('begin')}{told}{mark('separate')}{run(shown)}{mark('end')}"


PATH = "FILENAME \\p"
BODY = (
    f'<w:p w:rsidR="00A1B2C3"><w:bookmarkStart w:id="7" w:name="_Hlk1"/>{run("Plain. ")}'
    f"<w:ins {WHO}>{run('put in')}</w:ins>"
    f"<w:del {WHO}><w:r><w:delText>taken out</w:delText></w:r></w:del>"
    f"<w:r><w:rPr><w:b/><w:rPrChange {WHO}><w:rPr/></w:rPrChange></w:rPr><w:t>bold</w:t></w:r>"
    f"{run('secret ', '<w:vanish/>')}{run('words', '<w:vanish/>')}"
    f"{run('shown', look('vanish', '0'))}"
    f"{run('unseen', look('rStyle', 'Ghost'))}"
    f"{run('pale', look('color', 'FFFFFF'))}"
    f"{run('tiny', look('sz', '2'))}"
    '<w:bookmarkEnd w:id="7"/></w:p>'
    f'<w:p><w:commentRangeStart w:id="0"/>{run("What about")}<w:commentRangeEnd w:id="0"/>'
    '<w:r><w:commentReference w:id="0"/></w:r>'
    '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    f"<w:p>{complex_field(PATH, 'X:memo.docx')}{complex_field('PAGEREF _Toc1', '4')}"
    '<w:hyperlink r:id="rIdX1">'
    f"{run('a link')}</w:hyperlink>{run('[NEED: ')}{run('the date]')}</w:p>"
    '<w:sdt><w:sdtPr><w:alias w:val="Client"/><w:tag w:val="client_name"/>'
    '<w:dataBinding w:xpath="/case/client"/></w:sdtPr><w:sdtContent>'
    f"<w:p>{run('R. Ocampo')}</w:p></w:sdtContent></w:sdt>"
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="urn:wp">'
    '<wp:docPr id="1" name="Picture" descr="A map of the road"/>'
    "</wp:inline></w:drawing></w:r></w:p>"
)
STYLES = (
    '<w:style w:type="character" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Ghost"><w:basedOn w:val="Base"/></w:style>'
)
PARTS = {
    "word/comments.xml": f'<w:comments {NAMES}><w:comment w:id="0" w:author="Ana Poe" '
    'w:date="2026-11-02T10:00:00Z" w:initials="AP"><w:p><w:r><w:t>Weak point.</w:t></w:r></w:p>'
    "</w:comment></w:comments>",
    "word/footnotes.xml": f'<w:footnotes {NAMES}><w:footnote w:type="separator" w:id="-1"><w:p/>'
    '</w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>A source.</w:t></w:r></w:p></w:footnote>'
    "</w:footnotes>",
    "word/people.xml": f'<w15:people {NAMES}><w15:person w15:author="Kim Ash"/></w15:people>',
    "docProps/custom.xml": "<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/"
    "2006/custom-properties'><property name='Matter'><a>4711</a></property></Properties>",
    "customXml/item1.xml": "<case><client>Ocampo</client></case>",
    "word/media/image1.png": "a picture",
    "word/embeddings/sheet.xlsx": "a sheet",
    "word/vbaProject.bin": "macros",
    "word/left-behind.xml": "<a/>",
}
LINKS = {
    "rIdX1": ("hyperlink", "file:///X:/cases/ocampo.docx", True),
    "rIdX2": ("comments", "comments.xml", False),
    "rIdX3": ("footnotes", "footnotes.xml", False),
    "rIdX4": ("people", "people.xml", False),
    "rIdX5": ("customXml", "../customXml/item1.xml", False),
    "rIdX6": ("image", "media/image1.png", False),
    "rIdX7": ("package", "embeddings/sheet.xlsx", False),
    "rIdX8": ("vbaProject", "/word/vbaProject.bin", False),
    "rIdX9": ("attachedTemplate", "http://templates.example/a.dotx", True),
}


def links(added: dict[str, tuple[str, str, bool]]) -> str:
    outside = {True: ' TargetMode="External"', False: ""}
    return "".join(
        f'<Relationship Id="{id}" Type="{R}/{kind}" Target="{target}"{outside[leads]}/>'
        for id, (kind, target, leads) in added.items()
    )


def changed(data: bytes, put: dict[str, tuple[str, str]], add: dict[str, str]) -> bytes:
    """A package in which, in the parts named, one text follows another, and parts are added."""
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name).decode()
            before, after = put.get(name, ("", ""))
            assert before in content
            new.writestr(name, content.replace(before, before + after, 1) if before else content)
        for name, content in add.items():
            new.writestr(name, content)
    return packed.getvalue()


def planted() -> bytes:
    """The file: one of ours, and everything of this module in it."""
    opening = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    custom = {"rIdX1": ("custom-properties", "docProps/custom.xml", False)}
    settings = '<w:trackRevisions/><w:rsids><w:rsid w:val="00D4E5F6"/></w:rsids>'
    put = {
        "word/document.xml": ("<w:body>", BODY),
        "word/_rels/document.xml.rels": (opening, links(LINKS)),
        "_rels/.rels": (opening, links(custom)),
        "docProps/core.xml": ("</dc:creator>", "<cp:lastModifiedBy>Lee Orr</cp:lastModifiedBy>"),
        "word/settings.xml": (f'<w:settings xmlns:w="{W}">', settings),
        "word/styles.xml": ("</w:docDefaults>", STYLES),
    }
    return changed(WHOLE, put, PARTS)
