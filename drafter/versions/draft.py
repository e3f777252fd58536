"""A draft before and after it is stored, and its JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from msgspec import MsgspecError, Struct
from msgspec.json import decode

from drafter.composition.blocks import Document
from drafter.versions.serial import StoredDocument, document_value

FORMAT = 1


class Conclusion(Struct, frozen=True):
    """One thing the analysis concluded, and the ids of what it rests on."""

    id: str
    """Written by people: ``element.escape.production``."""
    label: str
    value: str
    because: tuple[str, ...] = ()
    """Ids of facts, gaps and rules."""
    of: tuple[str, ...] = ()
    """Ids of the conclusions whose least it is; it moves with them alone."""


class FactSnapshot(Struct, frozen=True):
    """What a fact said when the draft was made, and where."""

    line: int
    """In the case file, from 1."""
    text: str


class Inputs(Struct, frozen=True):
    """SHA-256 of everything a draft depends on but the day."""

    case: str
    law: str
    templates: str
    software: str
    """The version of drafter."""
    options: str = ""
    """Whatever else changes the outcome, such as ``no-claims``."""

    @property
    def digest(self) -> str:
        """One digest for all of them."""
        parts = (self.case, self.law, self.templates, self.software, self.options)
        return sha256("\n".join(parts).encode()).hexdigest()

    def differing(self, other: Inputs) -> tuple[str, ...]:
        """Return the names of what is not the same in others."""
        names = self.__struct_fields__
        return tuple(each for each in names if getattr(self, each) != getattr(other, each))


class Draft(Struct, frozen=True):
    """A document, what it concludes, and what it was made from."""

    case_id: str
    series: str
    """The kind, with the edition where that has numbers of its own."""
    edition: str
    document: Document
    conclusions: tuple[Conclusion, ...]
    facts: Mapping[str, FactSnapshot]
    inputs: Inputs
    as_of: date
    current_through: date | None
    """Last day on which no date-dependent finding moves; None: none ever does."""
    case_file: str
    """Where the case file was, relative to the output folder."""
    law: Mapping[str, str] = {}
    """Short digests of the law it names, by record, and by folder with a slash at its end of the
    rest; empty in a draft that was stored before these were kept."""

    def to_json(self) -> str:
        """Return ``draft.json``: the same text for equal drafts."""
        value = {
            "format": FORMAT,
            "case_id": self.case_id,
            "series": self.series,
            "edition": self.edition,
            "as_of": self.as_of.isoformat(),
            "current_through": self.current_through and self.current_through.isoformat(),
            "case_file": self.case_file,
            "inputs": {name: getattr(self.inputs, name) for name in Inputs.__struct_fields__},
            "document": document_value(self.document),
            "conclusions": [[c.id, c.label, c.value, list(c.because)] for c in self.conclusions],
            "least_of": {each.id: list(each.of) for each in self.conclusions if each.of},
            "facts": {id: [fact.line, fact.text] for id, fact in sorted(self.facts.items())},
            "law": dict(sorted(self.law.items())),
        }
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Draft:
        """Read ``draft.json``; ValueError when it is not one of ours."""
        try:
            stored = decode(text, type=_Stored)
        except MsgspecError as error:
            raise ValueError(_fault(text, error)) from error
        if stored.format != FORMAT:
            raise ValueError(_of_format(stored.format))
        least = stored.least_of
        return cls(
            stored.case_id,
            stored.series,
            stored.edition,
            stored.document.read(),
            tuple(Conclusion(*each, least.get(each[0], ())) for each in stored.conclusions),
            {id: FactSnapshot(*each) for id, each in stored.facts.items()},
            stored.inputs,
            stored.as_of,
            stored.current_through,
            stored.case_file,
            stored.law,
        )


class _Format(Struct):
    format: int


class _Stored(_Format):
    """What ``Draft.to_json`` writes."""

    case_id: str
    series: str
    edition: str
    as_of: date
    current_through: date | None
    case_file: str
    inputs: Inputs
    document: StoredDocument
    conclusions: list[tuple[str, str, str, tuple[str, ...]]]
    facts: dict[str, tuple[int, str]]
    least_of: dict[str, tuple[str, ...]] = {}
    law: dict[str, str] = {}


def _fault(text: str, error: MsgspecError) -> str:
    try:
        format = decode(text, type=_Format).format
    except MsgspecError:
        format = FORMAT
    return _of_format(format) if format != FORMAT else f"draft.json is damaged: {error}"


def _of_format(format: int) -> str:
    return f"draft.json is of format {format}, not {FORMAT}"
