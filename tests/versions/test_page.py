"""The page that shows two versions side by side: whole, escaped, shut off, and the same again."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from drafter.composition.blocks import BlockKind
from drafter.versions.beside import BesideChange
from drafter.versions.changes import Change
from drafter.versions.compare import BlockChange, Comparison, compare
from drafter.versions.draft import Conclusion, FactSnapshot
from drafter.versions.page import LEGEND, Told, page
from tests.versions.drafts import block, draft

NASTY = "<script>alert('1')</script> & \"</style>\" --> \x00"
TEXT = st.text(alphabet="ab <>&\"'/=\t\n§—-", min_size=1, max_size=30)
ALONE = frozenset("meta br".split())


class Read(HTMLParser):
    """What a browser would make of a page: its tags, and the words under each class."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.sides: list[list[tuple[str, str]]] = []
        """Of each side of a passage the words, each with the tag it is marked by."""
        self.changes: list[str] = []
        self._open: list[str] = []
        self._side = 0
        self.feed(text)
        self.close()
        assert self._open == [], "every tag that was opened is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.tags.append((tag, known))
        if known.get("class") == "side":
            self.sides.append([])
            self._side = len(self._open) + 1
        if known.get("class") == "change":
            self.changes.append(known.get("aria-label") or "")
        if tag not in ALONE:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        if len(self._open) < self._side:
            self._side = 0

    def handle_data(self, data: str) -> None:
        if self._side and self._open[-1] in ("div", "del", "ins"):
            self.sides[-1].append((self._open[-1], data))


def told(old: str, new: str) -> Told:
    facts = [{"opp-1": FactSnapshot(88, text)} for text in (old, new)]
    concluded = [(Conclusion("escape", f"Escape {old}", text, ("opp-1",)),) for text in (old, new)]
    heading = block("s", f"Facts {old}", BlockKind.HEADING)
    before, after = (
        draft(heading, block("a", text), block("b", old), facts=fact, conclusions=conclusion)
        for text, fact, conclusion in zip((old, new), facts, concluded, strict=True)
    )
    found = compare(before, after)
    aside = (BesideChange("comments", (new,), (old,)),)
    return Told(f"{old}.docx", f"{new}.docx", found, f"{old}.yaml", aside, (old,))


@given(TEXT, TEXT)
def test_the_text_of_a_case_stays_text(old: str, new: str) -> None:
    harmless = Read(page(told("x", "y" if old != new else "x")))
    read = Read(page(told(old, new)))
    kinds = {tag for tag, _ in read.tags}
    assert kinds <= {tag for tag, _ in harmless.tags} | {"del", "ins"}
    assert [tag for tag, _ in read.tags].count("script") == 1
    if old != new:
        before, after = read.sides
        shown = [text.replace("\t", " │ ") for text in (old, new)]
        assert ["".join(text for _, text in side) for side in (before, after)] == shown
        assert "ins" not in {tag for tag, _ in before}
        assert "del" not in {tag for tag, _ in after}


def test_nothing_in_a_case_can_be_markup() -> None:
    text = page(told(NASTY, f"{NASTY} more"))
    assert "<script>alert" not in text
    assert text.count("</style>") == 1
    assert all(not name.startswith("on") for _, attrs in Read(text).tags for name in attrs)


def test_it_forbids_itself_everything_but_its_own_style_and_script() -> None:
    text = page(told("old", "new"))
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    rules = dict(each.strip().split(" ", 1) for each in policy.split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for name in ("style", "script"):
        (inside,) = re.findall(rf"<{name}>(.*?)</{name}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert rules[f"{name}-src"] == f"'sha256-{digest}'"
    places = [
        value
        for _, attrs in Read(text).tags
        for name, value in attrs.items()
        if name in ("href", "src", "style")
    ]
    assert places
    assert all(value and value.startswith("#") for value in places)
    assert "url(" not in text
    assert "@import" not in text


def test_conclusions_come_first_and_each_change_says_why() -> None:
    text = page(told("unknown", "unsupported"))
    order = [text.index(f'id="{name}"') for name in ("conclusions", "facts", "text", "beside")]
    assert order == sorted(order)
    assert text.count("Cause: opp-1 (unknown.yaml:88)") == 2
    assert Read(text).changes == ["Change 1 of 2, moved", "Change 2 of 2, changed"]
    assert LEGEND in text
    assert "1 conclusion moved; 1 passage changed." in text


def folds(text: str) -> Iterator[str]:
    yield from re.findall(r"<details><summary>(.*?)</summary>", text)


def test_what_reads_the_same_is_folded_between_the_changes() -> None:
    old = draft(*(block(f"s/{n}", f"text {n}") for n in range(6)))
    new = draft(*(block(f"s/{n}", f"text {n}{'!' if n == 2 else ''}") for n in range(6)))
    text = page(Told("old", "new", compare(old, new)))
    assert list(folds(text)) == ["2 passages read the same", "3 passages read the same"]
    assert "<p>text 0</p>" in text
    assert "open" not in {
        name for tag, attrs in Read(text).tags if tag == "details" for name in attrs
    }


def test_added_removed_and_moved_passages() -> None:
    changes = (
        BlockChange("a", "", Change.ADDED, "", "came"),
        BlockChange("b", "", Change.REMOVED, "went", ""),
        BlockChange("c", "", Change.MOVED, "stayed", "stayed"),
    )
    read = Read(page(Told("old", "new", Comparison((), changes))))
    assert read.sides == [
        [],
        [("ins", "came")],
        [("del", "went")],
        [],
        [("div", "stayed")],
        [("div", "stayed")],
    ]


def test_equal_comparisons_give_equal_pages_and_equal_drafts_an_empty_one() -> None:
    assert page(told("a", "b")) == page(told("a", "b"))
    same = page(Told("old", "new", compare(draft(block("a", "x")), draft(block("a", "x")))))
    assert "Both say the same." in same
    assert Read(same).changes == []
    assert 'class="skip"' not in same
