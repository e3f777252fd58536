"""A comparison as one HTML page that needs nothing beside itself.

The older text stands on the left and the newer on the right; what reads the same is folded.
Everything that comes from a case is escaped, and the page forbids itself to load or send
anything.  Equal comparisons give equal pages.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from drafter.versions.align import Op, Words, plain, words
from drafter.versions.beside import BesideChange
from drafter.versions.causes import Causes
from drafter.versions.changes import Change, FactChange
from drafter.versions.compare import BlockChange, Comparison, ConclusionChange, Same
from drafter.versions.told import BESIDE, INPUTS, causes_words, fact_place

LEGEND = "PRIVILEGED AND CONFIDENTIAL: ATTORNEY WORK PRODUCT"
"""What stands on the page: it says why, from a file that is for the team only."""
_STYLE = Path(__file__).with_name("page.css")
_SCRIPT = Path(__file__).with_name("page.js")
_CELL = " │ "
"""Between the cells of a row."""


class Told(Struct, frozen=True):
    """What a page tells."""

    old: str
    """The older of the two, as a person names it."""
    new: str
    comparison: Comparison
    case_file: str = ""
    """The newer case file; empty of two Word files."""
    beside: tuple[BesideChange, ...] = ()
    """Of two Word files: what differs beside the text."""
    untold: tuple[str, ...] = ()
    """What was not compared, a sentence each."""


def page(told: Told) -> str:
    """Return the page."""
    return "\n".join([*_head(told), *_Body(told).lines(), "</body>", "</html>", ""])


def _head(told: Told) -> Iterator[str]:
    style, script = (path.read_text("utf-8").strip() for path in (_STYLE, _SCRIPT))
    only = f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    policy = f"default-src 'none'; {only}; base-uri 'none'; form-action 'none'"
    yield "<!doctype html>"
    yield '<html lang="en-US">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="robots" content="noindex">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{escape(f'What changed: {told.new}')}</title>"
    yield f"<style>{style}</style>"
    # Deferred by hand: it waits for the page, and `defer` is for scripts with a source.
    yield f"<script>{script}</script>"
    yield "</head>"
    yield "<body>"


def _hash(text: str) -> str:
    """What a policy names an inline style or script by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


class _Body:
    """The page below its head; counts its changes as it goes."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._found = told.comparison
        self._at = 0
        self._total = len(self._found.conclusions) + len(self._found.blocks)

    def lines(self) -> Iterator[str]:
        """Yield it, conclusions first."""
        yield from self._top()
        yield "<main>"
        if self._found.conclusions or self._told.case_file:
            yield from self._conclusions(self._found.conclusions)
        if self._found.facts:
            yield from self._facts(self._found.facts)
        yield from self._text()
        if self._told.beside:
            yield from _beside(self._told.beside)
        yield from (f'<p class="untold">{escape(each)}</p>' for each in self._told.untold)
        yield "</main>"

    def _top(self) -> Iterator[str]:
        if self._total:
            yield '<a class="skip" href="#change-1">Skip to the first change</a>'
        yield "<header>"
        yield f'<p class="legend">{LEGEND}</p>'
        yield "<h1>What changed</h1>"
        yield f"<p>From {escape(self._told.old)}<br>to {escape(self._told.new)}</p>"
        if causes := ", ".join(INPUTS[each] for each in self._found.causes):
            yield f"<p>Changed: {escape(causes)}.</p>"
        yield f"<p>{escape(self._counts())}</p>"
        yield _KEYS
        yield "</header>"

    def _counts(self) -> str:
        if not self._total:
            return "Both say the same."
        moved, changed = len(self._found.conclusions), len(self._found.blocks)
        conclusions = f"{_count(moved, 'conclusion')} moved; " if self._told.case_file else ""
        return f"{conclusions}{_count(changed, 'passage')} changed."

    def _conclusions(self, changes: Sequence[ConclusionChange]) -> Iterator[str]:
        yield '<section aria-labelledby="conclusions"><h2 id="conclusions">Conclusions</h2>'
        if not changes:
            yield "<p>No conclusion moved.</p></section>"
            return
        yield '<table><thead><tr><th scope="col">Conclusion</th><th scope="col">Before</th>'
        yield '<th scope="col">Now</th><th scope="col">Why</th></tr></thead><tbody>'
        for each in changes:
            yield f'<tr {self._begin("moved")}><th scope="row">{escape(each.label)}</th>'
            yield f'<td data-head="Before"><del>{escape(each.old or "none")}</del></td>'
            yield f'<td data-head="Now"><ins>{escape(each.new or "none")}</ins></td>'
            yield f'<td data-head="Why">{self._why(each.causes)}{self._turn()}</td></tr>'
        yield "</tbody></table></section>"

    def _facts(self, facts: Iterable[FactChange]) -> Iterator[str]:
        yield '<section aria-labelledby="facts"><h2 id="facts">What changed in the case file</h2>'
        yield "<dl>"
        for each in facts:
            removed = each.change is Change.REMOVED
            place = fact_place(each.line, self._told.case_file, removed=removed)
            yield f"<dt><code>{escape(each.id)}</code> {each.change.value} ({escape(place)})</dt>"
            yield f"<dd>{_both(words(each.old, each.new))}</dd>"
        yield "</dl></section>"

    def _text(self) -> Iterator[str]:
        yield '<section aria-labelledby="text"><h2 id="text">Text</h2>'
        if not self._found.blocks:
            yield "<p>No word changed.</p>"
        else:
            yield '<div class="sides heads" aria-hidden="true"><p>Before</p><p>Now</p></div>'
        section = None
        for same, group in groupby(self._found.passages, key=lambda each: type(each) is Same):
            if same:
                yield from _folded([each for each in group if isinstance(each, Same)])
                continue
            for change in (each for each in group if isinstance(each, BlockChange)):
                if change.section != section:
                    section = change.section
                    yield f"<h3>{escape(section or 'Before the first heading')}</h3>"
                yield from self._change(change)
        yield "</section>"

    def _change(self, change: BlockChange) -> Iterator[str]:
        old, new = _sides(change)
        yield f"<article {self._begin(change.change.value)}>"
        yield f'<p class="what">{change.change.value}{self._turn()}</p>'
        yield '<div class="sides">'
        yield f'<div class="side"><span class="head">Before</span>{old}</div>'
        yield f'<div class="side"><span class="head">Now</span>{new}</div>'
        yield f'</div><p class="why">{self._why(change.causes)}</p></article>'

    def _begin(self, what: str) -> str:
        """The attributes by which a change is found and told."""
        self._at += 1
        label = f"Change {self._at} of {self._total}, {what}"
        return f'class="change" id="change-{self._at}" tabindex="-1" aria-label="{label}"'

    def _turn(self) -> str:
        """The way to the changes before and after this one, which needs no script."""
        before, after = self._at - 1, self._at + 1
        ways = [f'<a href="#change-{before}">previous</a>'] if before else []
        ways += [f'<a href="#change-{after}">next</a>'] if after <= self._total else []
        count = f"{self._at} of {self._total}"
        return f' <span class="turn">{" · ".join([count, *ways])}</span>'

    def _why(self, causes: Causes) -> str:
        return escape(causes_words(causes, self._told.case_file))


def _sides(change: BlockChange) -> tuple[str, str]:
    """A passage as it read and as it reads; what is nowhere there has a dash."""
    if change.change is Change.MOVED:
        return _words(change.old), _words(change.new)
    spans = change.words or words(change.old, change.new)
    old = "".join(_span(each) for each in spans if each.op is not Op.ADDED)
    new = "".join(_span(each) for each in spans if each.op is not Op.REMOVED)
    return old or _NOTHING, new or _NOTHING


def _both(spans: Iterable[Words]) -> str:
    return "".join(map(_span, spans))


def _span(span: Words) -> str:
    text = _words(span.text)
    if span.op is Op.REMOVED:
        return f"<del>{text}</del>"
    return f"<ins>{text}</ins>" if span.op is Op.ADDED else text


def _words(text: str) -> str:
    return escape(text.replace("\t", _CELL))


def _folded(passages: Sequence[Same]) -> Iterator[str]:
    """Passages that read the same, to be unfolded by whoever wants to read around a change."""
    one = len(passages) == 1
    said = f"{_count(len(passages), 'passage')} {'reads' if one else 'read'} the same"
    yield f"<details><summary>{said}</summary>"
    for each in passages:
        text = _words(each.text)
        yield f"<p><b>{text}</b></p>" if each.heading else f"<p>{text}</p>"
    yield "</details>"


def _beside(changes: Iterable[BesideChange]) -> Iterator[str]:
    yield '<section aria-labelledby="beside"><h2 id="beside">Beside the text</h2><dl>'
    for each in changes:
        yield f"<dt>{escape(BESIDE[each.id])}</dt>"
        yield from (f"<dd><del>{escape(plain(text))}</del></dd>" for text in each.removed)
        yield from (f"<dd><ins>{escape(plain(text))}</ins></dd>" for text in each.added)
    yield "</dl></section>"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


_NOTHING = '<span class="nothing">—</span>'
_KEYS = """<p id="status" role="status" hidden></p>
<details id="keys" hidden><summary>Keys</summary><dl>
<dt><kbd>n</kbd> or <kbd>j</kbd></dt><dd>next change</dd>
<dt><kbd>p</kbd> or <kbd>k</kbd></dt><dd>change before</dd>
<dt><kbd>u</kbd></dt><dd>unfold what reads the same, or fold it again</dd>
<dt><kbd>?</kbd></dt><dd>show these keys, or hide them</dd>
</dl></details>"""
