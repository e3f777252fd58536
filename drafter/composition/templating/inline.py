"""The words of one block: emphasis, escapes and quotation marks, around opaque tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from drafter.composition.templating.nesting import Nesting
from drafter.composition.templating.pieces import Emphasis
from drafter.composition.templating.syntax import MASK, Source, Tag
from drafter.errors import SourceLocation

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SPACES = re.compile(r"[ \t\n]+")
_EMPHASIS = {
    "strong_open": Emphasis(1, 0),
    "strong_close": Emphasis(-1, 0),
    "em_open": Emphasis(0, 1),
    "em_close": Emphasis(0, -1),
}


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # `replacements` stays off: it turns "924(c)" into "924©".  Without `text_join`,
    # an escaped character stays apart from the text, and so from the check below.
    parser = MarkdownIt("zero", {"typographer": True})
    return parser.enable(["emphasis", "escape", "smartquotes"]).disable("text_join")


def read_inline(
    text: str, source: Source, place: SourceLocation, within: str
) -> Iterator[str | Emphasis | Tag]:
    """Yield the words, turns of emphasis and tags of a block's masked ``text``.

    Raises TemplateError for emphasis or a tag that is not closed in the block.
    """
    nesting = Nesting(source, within)
    joined = _SPACES.sub(" ", text.strip())
    for token in _markdown().parseInline(joined)[0].children or ():
        if token.type in _EMPHASIS:
            yield _emphasis(token, nesting, source, place)
        elif token.type == "text_special":
            yield token.content
        else:
            yield from _text(token.content, nesting, source, place)
    nesting.end()


def _emphasis(token: Token, nesting: Nesting, source: Source, place: SourceLocation) -> Emphasis:
    if token.markup[0] == "_":
        hint = r"write `*` for emphasis, `\_` for an underscore"
        raise source.fault(place, "underscores around words", hint)
    if token.nesting == 1:
        nesting.open(token.tag, place, f"`{token.markup}`")
    else:
        nesting.close(token.tag, place)
    return _EMPHASIS[token.type]


def _text(
    content: str, nesting: Nesting, source: Source, place: SourceLocation
) -> Iterator[str | Tag]:
    if "*" in content:
        hint = r"put it next to the word, close it in the block, or write `\*` for an asterisk"
        raise source.fault(place, "an asterisk that makes no emphasis", hint)
    end = 0
    for found in MASK.finditer(content):
        if found.start() > end:
            yield content[end : found.start()]
        tag = source.tags[int(found[1])]
        nesting.tag(tag)
        yield tag
        end = found.end()
    if end < len(content):
        yield content[end:]
