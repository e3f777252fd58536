"""Word comments: what the draft remarks on its own words, for counsel."""

from __future__ import annotations

from drafter.composition.blocks import Properties
from drafter.word.markup import DECLARATION, ROOT_NAMESPACES, encoded, escaped
from drafter.word.parts import utc

COMMENTS = "word/comments.xml"


class Comments:
    """The comments of one document, in the order of the words that they are on."""

    def __init__(self, properties: Properties, text: str, reference: str) -> None:
        """Take whose they are and of when, and the ids of Word's two styles for comments."""
        initials = "".join(word[0] for word in properties.author.split() if word[0].isalpha())
        stamp = f' w:date="{utc(properties.created)}"' if properties.created else ""
        self._by = (
            f' w:author="{escaped(properties.author)}"{stamp}'
            f' w:initials="{escaped(initials[:4].upper())}"'
        )
        self._look = f'<w:rPr><w:rStyle w:val="{reference}"/></w:rPr>'
        self._open = f'<w:p><w:pPr><w:pStyle w:val="{text}"/></w:pPr>'
        self._written: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._written)

    def on(self, words: str, remark: str) -> str:
        """Keep a remark, given as the contents of a run, and return the words with it on them."""
        number = len(self._written)
        self._written.append(remark)
        return (
            f'<w:commentRangeStart w:id="{number}"/>{words}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r>{self._look}<w:commentReference w:id="{number}"/></w:r>'
        )

    def part(self) -> bytes:
        """Return ``comments.xml``; the texts in it are checked where they are written."""
        pieces = [DECLARATION, f"<w:comments {ROOT_NAMESPACES}>"]
        for number, remark in enumerate(self._written):
            pieces += (
                f'<w:comment w:id="{number}"{self._by}>{self._open}<w:r>{self._look}'
                f"<w:annotationRef/></w:r><w:r>{remark}</w:r></w:p></w:comment>",
            )
        pieces.append("</w:comments>")
        return encoded(pieces)
