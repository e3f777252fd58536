"""A .docx as plain lines, for a program that compares lines: ``git diff``.

A line is a sentence: a change within a paragraph then shows as that sentence alone, and no
line moves because an earlier one grew, as lines of one width would.  What Word counts (pages,
numbers of headings, notes and captions) is left out, so that a line differs only where its
words do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.word.markup import W
from drafter.word.reading.opened import Opened
from drafter.word.reading.reader import ReadBlock, blocks_of
from drafter.word.reading.words import words

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"
_ID = f"{_W}id"
_CHANGED = {
    **dict.fromkeys(("ins", "moveTo"), ("{++", "++}")),
    **dict.fromkeys(("del", "moveFrom"), ("{--", "--}")),
}
"""The marks of CriticMarkup: those of ``git diff --word-diff`` would be taken for git's own."""
_NOT_WORDS = frozenset(f"{_W}{name}" for name in ("rPr", "trPr", "numPr"))
_NOTE_OPENS, _NOTE_ENDS = "\ufdd0", "\ufdd1"
"""Around the place of a note while the text is read: letters that no text has."""
_NOTE = re.compile(f"{_NOTE_OPENS}([^{_NOTE_ENDS}]*){_NOTE_ENDS}")
_SIGN = "[^]"
_ENDS = re.compile(r"(?<=[.?!;])((?:[’”)\]\"']|\[\^\])*) +(?=[“‘\"'(\[{§]*[A-Z0-9])")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Za-z]|\b(?:[vVN]o|Nos|v|vs|cf|[Cc]f|[Ii]d|[Ss]ee|[Ss]ec|Art|art|ch|pt|Ex|Exs|Doc|Dkt"
    r"|Mr|Mrs|Ms|Dr|Jr|Sr|St|Gov|Sen|Rep|Hon|Prof|Fed|Crim|Evid|Civ|App|Supp|Cir|Ct|Dep|Dist|Div"
    r"|Stat|Reg|Pub|Rev|Inc|Co|Corp|Ltd|U\.S|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|amend|cmt|n"
    r"|p|pp|para|[Aa]pprox|e\.g|i\.e|Cal|Fla|Tex|Ill|Mich|Minn|Mass|Pa|Va|Ga|La|Md|Cl|S|N|E|W))\.$"
)
_HEADING = re.compile(r"Heading (\d)")
_CONTROL = re.compile("[\x7f-\x9f]")
_ANY_BLANKS = re.compile(r"[ \t\u00a0]+")


def plain_lines(data: bytes) -> Iterator[str]:
    """Yield the lines of a file; ``CaseFileError``, in plain words, when it cannot be read.

    Headings have a ``#`` for each level, and one more; rows have ``|`` between cells; notes
    follow their paragraph; tracked changes and comments stand in the text, in CriticMarkup.
    """
    opened = Opened(data)
    comments = {id: _one_line(said) for id, said in _comments(opened)}
    notes = dict(_notes(opened, comments))
    _mark(opened.document(), comments)
    row = False
    for block in blocks_of(opened, as_marked=True):
        yield from ("",) if row and not block.row else ()
        yield from _block(block, notes)
        yield from () if block.row else ("",)
        row = block.row
    yield from ("",) if row else ()
    yield from _margins(opened)


def _mark(root: _Element, comments: dict[str, str]) -> None:
    """Write into the text what stands beside it, so that the reader reads it as words."""
    for name, (opens, ends) in _CHANGED.items():
        for change in list(root.iter(f"{_W}{name}")):
            owner = change.getparent()
            if owner is None or owner.tag in _NOT_WORDS or not len(change):
                continue
            change.tag = f"{_W}smartTag"  # one that the reader looks into
            change.insert(0, _said(change, opens))
            change.append(_said(change, ends))
    for taken in root.iter(f"{_W}delText"):
        taken.tag = f"{_W}t"
    for tab in [each for run in root.iter(f"{_W}r") for each in run.findall(f"{_W}tab")]:
        _say(tab, " ")  # a tab parts the cells of a row
    for comment in list(root.iter(f"{_W}commentReference")):
        _say(comment, f"{{>>{comments.get(comment.get(_ID, ''), '')}<<}}")
    for kind in ("footnote", "endnote"):
        for note in list(root.iter(f"{_W}{kind}Reference")):
            _say(note, f"{_NOTE_OPENS}{kind}{note.get(_ID, '')}{_NOTE_ENDS}")
    for picture in list(root.iter(f"{_W}drawing")):
        for about in picture.iter("{*}docPr"):
            if not any(True for _ in picture.iter(f"{_W}txbxContent")):
                picture.append(_said(picture, f"[picture: {about.get('descr', '')}]"))


def _said(near: _Element, text: str) -> _Element:
    said = near.makeelement(f"{_W}t", {}, None)
    said.text = text
    return said


def _say(element: _Element, text: str) -> None:
    """Let an element say something as words."""
    element.clear()
    element.tag, element.text = f"{_W}t", text


def _comments(opened: Opened) -> Iterator[tuple[str, str]]:
    for name in opened.named("comments"):
        tree = opened.tree(name)
        for each in tree.iter(f"{_W}comment") if tree is not None else ():
            said = " ".join(map(words, each.iter(f"{_W}p")))
            yield each.get(_ID, ""), f"{each.get(f'{_W}author', '')}: {said}"


def _notes(opened: Opened, comments: dict[str, str]) -> Iterator[tuple[str, str]]:
    for kind in ("footnote", "endnote"):
        for name in opened.named(f"{kind}s"):
            tree = opened.tree(name)
            if tree is not None:
                _mark(tree, comments)
                for each in tree.iter(f"{_W}{kind}"):
                    said = "\n".join(map(words, each.iter(f"{_W}p")))
                    yield f"{kind}{each.get(_ID, '')}", said


def _block(block: ReadBlock, notes: dict[str, str]) -> Iterator[str]:
    called = _NOTE.findall(block.text)
    text = _tidy(_NOTE.sub(_SIGN, block.text))
    if block.row or "\t" in text:
        yield " | ".join(_one_line(cell.replace("\n", " ¶ ")) for cell in text.split("\t"))
    else:
        yield from _sentences(_prefix(block.style), text)
    for id in called:
        yield from _sentences(f"{_SIGN} ", _tidy(_NOTE.sub("", notes.get(id, ""))).strip())


def _prefix(style: str) -> str:
    if found := _HEADING.match(style):
        return "#" * (int(found[1]) + 1) + " "
    if style == "Title":
        return "# "
    return "- " if style.startswith("List") else ""


def _sentences(prefix: str, text: str) -> Iterator[str]:
    """A paragraph, a sentence a line; those after the first stand under it."""
    start, indent = prefix, " " * len(prefix)
    whole = prefix.startswith("#")
    for line in [_one_line(text)] if whole else text.splitlines():
        for sentence in [line] if whole else _parted(line):
            if said := _one_line(sentence):
                yield f"{start}{said}"
                start = indent


def _parted(line: str) -> Iterator[str]:
    """The sentences of a line; what follows an abbreviation is none.

    Only the letters around it decide where a sentence ends, so that a change moves no other.
    """
    begin = 0
    for end in _ENDS.finditer(line):
        before = line[begin : end.start()]
        if not _ABBREVIATED.search(before[-12:]) or end[1]:
            yield line[begin : end.end()]
            begin = end.end()
    yield line[begin:]


def _margins(opened: Opened) -> Iterator[str]:
    """Each line of the headers and footers once, in an order that no saving changes."""
    lines = set[str]()
    for kind in ("header", "footer"):
        for name in opened.named(kind):
            tree = opened.tree(name)
            if tree is not None:
                _mark(tree, {})
                said = (_one_line(_tidy(words(each))) for each in tree.iter(f"{_W}p"))
                lines |= {f"[{kind}] {line}" for line in said if line}
    yield from sorted(lines)


def _tidy(text: str) -> str:
    """A text without what a terminal would obey, changes that touch told as one."""
    text = text.replace("++}{++", "").replace("--}{--", "")
    return _CONTROL.sub("", text)


def _one_line(text: str) -> str:
    return _ANY_BLANKS.sub(" ", " ".join(text.splitlines())).strip()
