"""What people do to a draft in Word, at random: with python-docx, and where it cannot, in the XML.

Every word typed is one that no draft has, so that it can be looked for afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from io import BytesIO
from random import Random
from typing import Any

from docx import Document
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

PARAGRAPH, TABLE, ROW, CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
AUTHORS = ("Joanna Pike", "Samir Aldous")
_WHEN = "2026-11-27T09:30:00Z"


@dataclass
class Desk:
    """A document on somebody's desk, and what they have done to it so far."""

    document: Any
    random: Random
    typed: list[str] = field(default_factory=list)
    """Every word that must still be there when all is done."""
    done: list[str] = field(default_factory=list)

    def word(self) -> str:
        """A word that nothing else has."""
        word = f"Zq{self.random.randrange(10**9):09}"
        self.typed.append(word)
        return word

    @property
    def body(self) -> Any:
        return self.document.element.body

    def paragraphs(self, *, cells: bool = True) -> list[Any]:
        """Paragraphs with words of their own; the list of contents has none."""
        found = self.body.iter(PARAGRAPH) if cells else self.body.iterchildren(PARAGRAPH)
        return [
            each
            for each in found
            if each.find(qn("w:r")) is not None
            and "".join(text.text or "" for text in each.iter(qn("w:t"))).strip()
            and not _style(each).lower().startswith("toc")
            and next(each.iterancestors(qn("w:txbxContent")), None) is None
            and each.find(f".//{qn('w:fldChar')}") is None
        ]

    def rows(self) -> list[Any]:
        return [
            each
            for each in self.body.iter(ROW)
            if next(each.iterancestors(qn("w:txbxContent")), None) is None
        ]

    def pick(self, found: list[Any]) -> Any:
        return self.random.choice(found) if found else None


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return style.get(qn("w:val"), "") if style is not None else ""


def _texts(paragraph: Any) -> list[Any]:
    return [
        each for run in paragraph.iterchildren(qn("w:r")) for each in run.iterchildren(qn("w:t"))
    ]


def _kept(text: str) -> bool:
    """Whether a text holds what somebody typed."""
    return "Zq" in text


def retype(desk: Desk) -> None:
    """Write one word in place of another."""
    texts = _texts(desk.pick(desk.paragraphs()))
    text = desk.pick([each for each in texts if (each.text or "").strip()])
    if text is not None:
        words = text.text.split(" ")
        places = [at for at, word in enumerate(words) if word and not _kept(word)]
        if places:
            words[desk.pick(places)] = desk.word()
            text.text = " ".join(words)


def add_words(desk: Desk) -> None:
    """Write on at the end of a paragraph."""
    Paragraph(desk.pick(desk.paragraphs()), None).add_run(f" {desk.word()} {desk.word()}.")


def split_runs(desk: Desk) -> None:
    """Let a run become two, as Word does when somebody passes by."""
    text = desk.pick(_texts(desk.pick(desk.paragraphs())))
    if text is None or len(text.text or "") < 2 or len(text.getparent().findall(qn("w:t"))) > 1:
        return
    run = text.getparent()
    other = deepcopy(run)
    at = desk.random.randrange(1, len(text.text))
    whole = text.text
    for each, part in ((run, whole[:at]), (other, whole[at:])):
        said = each.find(qn("w:t"))
        said.text = part
        said.set(qn("xml:space"), "preserve")
        for after in list(each)[list(each).index(said) + 1 :] if each is run else []:
            each.remove(after)
    run.addnext(other)


def embolden(desk: Desk) -> None:
    """Make some words bold."""
    runs = list(desk.pick(desk.paragraphs()).iterchildren(qn("w:r")))
    Run(desk.pick(runs), None).bold = True


def remove_paragraph(desk: Desk) -> None:
    """Delete a paragraph of the body."""
    found = [each for each in desk.paragraphs(cells=False) if _removable(each)]
    paragraph = desk.pick(found)
    if paragraph is not None:
        paragraph.getparent().remove(paragraph)


def _removable(paragraph: Any) -> bool:
    whole = "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
    sections = paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
    remarked = paragraph.find(f".//{qn('w:commentReference')}")
    return not _kept(whole) and sections is None and remarked is None


def move_paragraph(desk: Desk) -> None:
    """Cut a paragraph and paste it elsewhere, or drag it."""
    found = [each for each in desk.paragraphs(cells=False) if _removable(each)]
    paragraph, place = desk.pick(found), desk.pick(found)
    if paragraph is not None and paragraph is not place:
        place.addnext(paragraph)


def add_paragraph(desk: Desk) -> None:
    """Write a paragraph of one's own."""
    place = Paragraph(desk.pick(desk.paragraphs(cells=False)), None)
    place.insert_paragraph_before(f"Counsel adds {desk.word()} and {desk.word()}.")


def join_paragraphs(desk: Desk) -> None:
    """Press Delete at the end of a paragraph."""
    found = desk.paragraphs(cells=False)
    paragraph = desk.pick(found)
    after = paragraph.getnext()
    if after is not None and after.tag == PARAGRAPH and _removable(after) and after in found:
        for child in list(after):
            if child.tag != qn("w:pPr"):
                paragraph.append(child)
        after.getparent().remove(after)


def split_paragraph(desk: Desk) -> None:
    """Press Enter within a paragraph."""
    paragraph = desk.pick(desk.paragraphs(cells=False))
    runs = list(paragraph.iterchildren(qn("w:r")))
    if len(runs) < 2 or not _removable(paragraph):
        return
    at = desk.random.randrange(1, len(runs))
    other = deepcopy(paragraph)
    for child in list(other):
        if child.tag in (qn("w:bookmarkStart"), qn("w:bookmarkEnd")):
            other.remove(child)
    kept = [each for each in other if each.tag != qn("w:pPr")]
    moved = list(paragraph)
    first = moved.index(runs[at])
    count = sum(
        each.tag not in (qn("w:pPr"), qn("w:bookmarkStart"), qn("w:bookmarkEnd"))
        for each in moved[:first]
    )
    for each in kept[:count]:
        other.remove(each)
    for each in moved[first:]:
        if each.tag not in (qn("w:bookmarkStart"), qn("w:bookmarkEnd")):
            paragraph.remove(each)
    paragraph.addnext(other)


def add_row(desk: Desk) -> None:
    """Write a row of one's own under another."""
    row = desk.pick(desk.rows())
    if row is None:
        return
    other = deepcopy(row)
    for each in [*other.iter(qn("w:bookmarkStart")), *other.iter(qn("w:bookmarkEnd"))]:
        each.getparent().remove(each)
    for cell in other.findall(CELL):
        for paragraph in cell.findall(PARAGRAPH)[1:]:
            cell.remove(paragraph)
        for child in list(cell.find(PARAGRAPH)):
            if child.tag != qn("w:pPr"):
                cell.find(PARAGRAPH).remove(child)
        Paragraph(cell.find(PARAGRAPH), None).add_run(desk.word())
    row.addnext(other)


def remove_row(desk: Desk) -> None:
    """Delete a row."""
    found = [
        each for each in desk.rows() if _removable(each) and len(each.getparent().findall(ROW)) > 2
    ]
    row = desk.pick(found)
    if row is not None:
        row.getparent().remove(row)


def remove_note(desk: Desk) -> None:
    """Delete the mark of a footnote, and with it the note."""
    notes = list(desk.body.iter(qn("w:footnoteReference")))
    note = desk.pick(notes)
    if note is not None:
        run = note.getparent()
        run.getparent().remove(run)


def lose_anchor(desk: Desk) -> None:
    """Retype a paragraph from its start, or let another program save it: its mark is gone."""
    marks = [
        each
        for each in desk.body.iter(qn("w:bookmarkStart"))
        if each.get(qn("w:name")).startswith("_d")
    ]
    mark = desk.pick(marks)
    if mark is not None:
        for end in list(desk.body.iter(qn("w:bookmarkEnd"))):
            if end.get(qn("w:id")) == mark.get(qn("w:id")):
                end.getparent().remove(end)
        mark.getparent().remove(mark)


def comment(desk: Desk) -> None:
    """Comment on some words."""
    runs = [Run(each, None) for each in desk.pick(desk.paragraphs()).iterchildren(qn("w:r"))]
    author = desk.random.choice(AUTHORS)
    desk.document.add_comment(
        desk.pick(runs), text=f"Check {desk.word()}.", author=author, initials="X"
    )


def track_insertion(desk: Desk) -> None:
    """Write some words with changes tracked."""
    paragraph = desk.pick(desk.paragraphs())
    run = Paragraph(paragraph, None).add_run(f" {desk.word()}")
    change = _change(desk, "w:ins")
    run._r.addprevious(change)
    change.append(run._r)


def track_deletion(desk: Desk) -> None:
    """Take some words out with changes tracked."""
    runs = [
        each
        for each in desk.pick(desk.paragraphs()).iterchildren(qn("w:r"))
        if each.find(qn("w:t")) is not None and all(c.tag in (qn("w:t"), qn("w:rPr")) for c in each)
        if not _kept("".join(text.text or "" for text in each.findall(qn("w:t"))))
    ]
    run = desk.pick(runs)
    if run is not None:
        change = _change(desk, "w:del")
        run.addprevious(change)
        change.append(run)
        for text in run.findall(qn("w:t")):
            text.tag = qn("w:delText")


def track_removal(desk: Desk) -> None:
    """Take a whole paragraph out with changes tracked."""
    found = [each for each in desk.paragraphs(cells=False) if _removable(each)]
    paragraph = desk.pick([each for each in found if all(c.tag in _SIMPLE for c in each)])
    if paragraph is None:
        return
    runs = list(paragraph.iterchildren(qn("w:r")))
    change = _change(desk, "w:del")
    runs[0].addprevious(change)
    for run in runs:
        change.append(run)
        for text in run.findall(qn("w:t")):
            text.tag = qn("w:delText")
    properties = paragraph.get_or_add_pPr()
    look = properties.find(qn("w:rPr"))
    if look is None:
        look = properties.makeelement(qn("w:rPr"), {})
        properties.append(look)
    look.insert(0, _change(desk, "w:del"))


_SIMPLE = (qn("w:pPr"), qn("w:r"), qn("w:bookmarkStart"), qn("w:bookmarkEnd"))


def _change(desk: Desk, tag: str) -> Any:
    author, id = desk.random.choice(AUTHORS), str(900_000 + desk.random.randrange(10**5))
    told = {qn("w:id"): id, qn("w:author"): author, qn("w:date"): _WHEN}
    return desk.body.makeelement(qn(tag), told)


def write_in_header(desk: Desk) -> None:
    """Write something in the header."""
    header = desk.document.sections[-1].header
    header.paragraphs[0].add_run(f" {desk.word()}")


PLAIN: tuple[Callable[[Desk], None], ...] = (
    *(retype, add_words, split_runs, embolden, remove_paragraph, move_paragraph, add_paragraph),
    *(join_paragraphs, split_paragraph, add_row, remove_row, remove_note, lose_anchor, comment),
    write_in_header,
)
"""What leaves no tracked change."""
TRACKED: tuple[Callable[[Desk], None], ...] = (track_insertion, track_deletion, track_removal)


def edited(data: bytes, seed: int, acts: tuple[Callable[[Desk], None], ...], most: int = 8) -> Desk:
    """A draft after some acts of somebody; ``saved`` gives its bytes."""
    desk = Desk(Document(BytesIO(data)), Random(seed))
    for _ in range(desk.random.randint(1, most)):
        act = desk.random.choice(acts)
        act(desk)
        desk.done.append(act.__name__)
    return desk


def _settle_notes(desk: Desk) -> None:
    """Number the notes in the order of the text and leave out the others, as Word does."""
    marks = list(desk.body.iter(qn("w:footnoteReference")))
    for relationship in desk.document.part.rels.values():
        if relationship.reltype.endswith("/footnotes"):
            part = relationship.target_part
            root = parse_xml(part.blob)
            notes = {each.get(qn("w:id")): each for each in root}
            for note in [each for each in root if each.get(qn("w:type")) is None]:
                root.remove(note)
            for number, mark in enumerate(marks, 1):
                note = notes[mark.get(qn("w:id"))]
                for each in (mark, note):
                    each.set(qn("w:id"), str(number))
                root.append(note)
            part._blob = serialize_part_xml(root)


def saved(desk: Desk) -> bytes:
    """The document as it lies on disk now."""
    _settle_notes(desk)
    stream = BytesIO()
    desk.document.save(stream)
    return stream.getvalue()
