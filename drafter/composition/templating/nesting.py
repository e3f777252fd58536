"""What is open at a place of a template: tags, emphasis, a table."""

from __future__ import annotations

from drafter.composition.templating.syntax import Source, Tag
from drafter.errors import SourceLocation


class Nesting:
    """Things that must be closed in the order and at the level where they were opened."""

    def __init__(self, source: Source, within: str) -> None:
        self._source = source
        self._within = within
        """Where everything must be closed: ``this paragraph``, ``the file``."""
        self._open: list[tuple[str, SourceLocation, str]] = []

    def tag(self, tag: Tag) -> None:
        """Take note of a tag; raises TemplateError if it crosses what is open."""
        if tag.is_turn:
            if not self._open or self._open[-1][0] not in ("endif", "endfor"):
                raise self._crossing(tag.place, tag.keyword)
        elif tag.is_closer:
            self.close(tag.keyword, tag.place)
        elif tag.closer:
            self.open(tag.closer, tag.place, f"`{tag.keyword}`")

    def open(self, closer: str, place: SourceLocation, name: str) -> None:
        """Open something that ``closer`` must close; ``name`` is what a message calls it."""
        self._open.append((closer, place, name))

    def close(self, closer: str, place: SourceLocation) -> None:
        """Close what was opened last; anything else is an error."""
        if not self._open or self._open[-1][0] != closer:
            raise self._crossing(place, closer)
        self._open.pop()

    def end(self) -> None:
        """Make sure that nothing is left open."""
        if self._open:
            _, place, name = self._open[-1]
            hint = "a tag that stands around whole blocks is alone on its line"
            raise self._source.fault(place, f"{name} is not closed in {self._within}", hint)

    def _crossing(self, place: SourceLocation, closer: str) -> Exception:
        if self._open:
            _, where, name = self._open[-1]
            hint = f"{name}, opened at line {where.line}, is still open"
        else:
            hint = "a tag that stands around whole blocks is alone on its line"
        message = f"`{closer}` closes nothing that was opened in {self._within}"
        return self._source.fault(place, message, hint)
