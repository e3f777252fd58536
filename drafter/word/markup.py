"""Text as WordprocessingML: what goes in is what a reader gets, nothing else.

Strings rather than a tree: half a megabyte of elements costs more to build
than to write, and the check for well-formedness finds any text that was let in as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from drafter.composition.blocks import Run, RunKind

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ROOT_NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'

Look = tuple[RunKind, bool, bool]
"""A run's kind, whether it is bold, whether it is italic."""

_REFERENCE = RunKind.REFERENCE  # named once: finding a member through its enum is slow
_TIED = re.compile(r"(?<!\S)([(\[“]?(?:§§?|¶¶?|pp?\.|Nos?\.)) (?=[\w(])")
"""A sign or short word that no line may part from the number after it."""
_LAYOUT = re.compile(r"(\r\n|[\t\n\r])")
_LAYOUT_XML = {"\t": "<w:tab/>", "\n": "<w:br/>", "\r": "<w:br/>", "\r\n": "<w:br/>"}
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def escaped(text: str) -> str:
    """Return text that XML reads back character for character, as content or attribute."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("\r", "&#13;")


def text_xml(text: str) -> str:
    """Return the contents of a run: tabs and line ends as Word's own elements.

    A carriage return, alone or before a newline, is one line break.
    """
    if "\n" not in text and "\t" not in text and "\r" not in text:
        if "&" in text or "<" in text or ">" in text:
            text = escaped(text)
        return f'<w:t xml:space="preserve">{text}</w:t>'
    return "".join(
        _LAYOUT_XML.get(piece) or f'<w:t xml:space="preserve">{escaped(piece)}</w:t>'
        for piece in _LAYOUT.split(text)
        if piece
    )


def _may_tie(text: str) -> bool:
    """Whether a sign or short word of ``_TIED`` may be there; most texts have none."""
    return "§ " in text or "¶ " in text or "p. " in text or "o. " in text or "os. " in text


class Texts(dict[str, str]):
    """The texts of one document as ``text_xml`` writes them: near half stand there before."""

    def __missing__(self, text: str) -> str:
        """Write a text that is new, with no line’s end between `§` or `p.` and its number."""
        tied = _TIED.sub("\\1\N{NO-BREAK SPACE}", text) if _may_tie(text) else text
        self[text] = written = text_xml(tied)
        return written


def runs_xml(
    runs: Iterable[Run],
    looks: Mapping[Look, str],
    texts: Texts,
    refer: Callable[[Run, str, str], str] | None = None,
) -> str:
    """Return the runs of a paragraph; ``looks`` gives each its ``w:rPr``.

    ``refer`` writes a reference from its run, look and text.
    """
    xml = ""
    for run in runs:  # one, mostly
        if run.text:
            look = looks[run.kind, run.bold, run.italic]
            if run.kind is _REFERENCE and refer:
                xml += refer(run, look, texts[run.text])
            else:
                xml += f"<w:r>{look}{texts[run.text]}</w:r>"
    return xml


def unwritable(text: str) -> str:
    """Return the first character XML cannot hold, as ``U+0002``, or an empty string."""
    found = _UNWRITABLE.search(text)
    return f"U+{ord(found.group()):04X}" if found else ""


def encoded(pieces: Iterable[str]) -> bytes:
    """Return a part in UTF-8; piece by piece, since text wider than ASCII is slow to encode."""
    return b"".join([piece.encode() for piece in pieces])


def checked(*xml: str) -> bytes:
    """Encode a part, or raise ``ValueError`` when it is not well-formed XML."""
    from xml.parsers import expat

    parser = expat.ParserCreate()
    try:
        content = encoded(xml)
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise ValueError(f"a part is not well-formed XML: {error}") from error
    return content
