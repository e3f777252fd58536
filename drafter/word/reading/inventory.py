"""What a .docx holds, hidden parts included, as data."""

from __future__ import annotations

from msgspec import Struct


class PartEntry(Struct, frozen=True):
    """A part of the file."""

    name: str
    type: str
    """Its content type, as the file says; empty when it says nothing."""
    size: int
    """Bytes, unpacked."""
    reached: bool
    """Whether anything in the file leads to it; what does not is of no use to Word."""


class Property(Struct, frozen=True):
    """Something the file says of itself; ``group`` is core, app or custom."""

    group: str
    name: str
    value: str


class Author(Struct, frozen=True):
    """A name, and where in the file it stands."""

    name: str
    places: tuple[str, ...]


class Comment(Struct, frozen=True):
    """A comment in the margin, and the words that it is about."""

    id: str
    author: str
    date: str
    text: str
    about: str


class Note(Struct, frozen=True):
    """A footnote or an endnote."""

    kind: str
    id: str
    text: str


class Change(Struct, frozen=True):
    """A tracked change; ``text`` is what was put in, taken out or changed in its look."""

    kind: str
    """``insertion``, ``deletion``, ``move from``, ``move to``, ``look`` or ``table``."""
    author: str
    date: str
    text: str
    part: str


class Hidden(Struct, frozen=True):
    """Words that are in the file and not on the page."""

    text: str
    how: str
    """``hidden``, ``hidden by its style``, ``white`` or ``too small to read``."""
    part: str


class Mark(Struct, frozen=True):
    """A bookmark; ``anchor``: it ties a passage to a block of a draft of ours."""

    name: str
    anchor: bool
    part: str


class Control(Struct, frozen=True):
    """A content control."""

    tag: str
    title: str
    text: str
    bound: str
    """Where in the file's own data it takes its text from; empty when it takes none."""
    part: str


class Field(Struct, frozen=True):
    """A field: what it tells Word to do, and what it shows now."""

    instruction: str
    shown: str
    part: str


class Link(Struct, frozen=True):
    """An address outside the file that a part leads to."""

    kind: str
    target: str
    part: str


class Embedded(Struct, frozen=True):
    """Something in the file that is not text."""

    kind: str
    """``image``, ``object``, ``font``, ``macro``, ``thumbnail``, ``data`` or ``other document``."""
    part: str
    type: str
    size: int


class Margin(Struct, frozen=True):
    """The words of a header or footer."""

    kind: str
    text: str
    part: str


class Alternative(Struct, frozen=True):
    """What a picture or a table is described as, for those who cannot see it."""

    text: str
    part: str


class Setting(Struct, frozen=True):
    """A setting of the document that says how, with what or by whom it is worked on."""

    name: str
    value: str


class Inventory(Struct, frozen=True, kw_only=True):
    """Everything that was found, in the order of the file."""

    parts: tuple[PartEntry, ...]
    properties: tuple[Property, ...]
    authors: tuple[Author, ...]
    comments: tuple[Comment, ...]
    notes: tuple[Note, ...]
    changes: tuple[Change, ...]
    hidden: tuple[Hidden, ...]
    bookmarks: tuple[Mark, ...]
    controls: tuple[Control, ...]
    fields: tuple[Field, ...]
    links: tuple[Link, ...]
    embedded: tuple[Embedded, ...]
    margins: tuple[Margin, ...]
    alternatives: tuple[Alternative, ...]
    settings: tuple[Setting, ...]
    missing: tuple[str, ...]
    """The markers of missing facts on its pages: ``[NEED: the date]``."""
    revisions: int
    """How many sessions of editing the file tells apart (Word's rsids)."""
    unread: tuple[str, ...]
    """Parts that should be XML and are not, so that nothing is known of them."""

    @property
    def anchors(self) -> frozenset[str]:
        """The marks of a draft of ours."""
        return frozenset(each.name for each in self.bookmarks if each.anchor)

    def property(self, group: str, name: str) -> str:
        """What the file says of itself under that name; empty when it says nothing."""
        found = (each.value for each in self.properties if (each.group, each.name) == (group, name))
        return next(found, "")
