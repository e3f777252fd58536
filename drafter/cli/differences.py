"""Differences between two drafts, as lines for a person and as JSON."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import click
from msgspec import to_builtins

from drafter.composition.vocabulary.days import day
from drafter.pipeline.stored import Compared
from drafter.versions.align import Op, Words, plain, words
from drafter.versions.beside import BesideChange
from drafter.versions.causes import Cause, Causes, How
from drafter.versions.changes import Change, FactChange
from drafter.versions.compare import BlockChange, Comparison, ConclusionChange
from drafter.versions.store import StoredVersion
from drafter.versions.told import BESIDE, INPUTS, beside_facts, causes_words, fact_place

_CONTEXT = 60
"""Characters of unchanged words that stand on each side of a change."""


def difference_lines(compared: Compared, output: Path) -> Iterator[str]:
    """Yield what a supervisor reads: conclusions and their causes, other facts, text by section."""
    found = compared.comparison
    yield f"From {version_name(compared.old)}\nto   {version_name(compared.new)}"
    if found.causes:
        yield f"Changed: {', '.join(INPUTS[cause] for cause in found.causes)}."
    if found.empty and not found.facts and not compared.beside:
        yield "Both say the same."
        yield from compared.untold
        return
    case_file = case_file_of(compared, output)
    if only := only_cause(found):
        yield f"{causes_words(only, case_file)}, of all that follows."
    if isinstance(compared.new, StoredVersion):
        yield from _conclusions(found.conclusions, case_file, only)
        told = {fact.id for each in found.conclusions for fact in each.facts}
        yield from _facts([fact for fact in found.facts if fact.id not in told], case_file)
    yield _heading("Text")
    if not found.blocks:
        yield "  No word changed."
    yield from text_lines(found.blocks, case_file, only)
    yield from beside_lines(compared.beside)
    yield from compared.untold


def case_file_of(compared: Compared, output: Path) -> str:
    """Return the newer case file as one would open it from here; empty of two Word files."""
    new = compared.new
    return os.path.normpath(output / new.case_file) if isinstance(new, StoredVersion) else ""


def only_cause(found: Comparison) -> Causes | None:
    """Return the one cause of all that changed, where there is one."""
    every = {each.causes for each in found.conclusions} | {each.causes for each in found.blocks}
    one = every.pop() if len(every) == 1 else None
    return one if one is not None and one.how is How.ONLY else None


def difference_value(compared: Compared) -> dict[str, object]:
    """Return the same as JSON has it."""
    found = compared.comparison
    return {
        "format": 1,
        "old": place_value(compared.old),
        "new": place_value(compared.new),
        "causes": list(found.causes),
        "conclusions": [
            {
                **{name: getattr(each, name) for name in ("id", "label", "old", "new")},
                "facts": [_fact_value(fact) for fact in each.facts],
                **causes_value(each.causes),
            }
            for each in found.conclusions
        ],
        "facts": [_fact_value(fact) for fact in found.facts],
        "text": list(map(block_value, found.blocks)),
        "beside": to_builtins(compared.beside),
        "untold": list(compared.untold),
    }


def causes_value(causes: Causes) -> dict[str, object]:
    """Return why something changed as JSON has it: how that is known, and each cause."""
    return {"how": causes.how.value, "causes": [_cause_value(each) for each in causes.found]}


def _cause_value(cause: Cause) -> dict[str, object]:
    """A cause; only what is of the case file has an id and a line there, or had one before."""
    value: dict[str, object] = {"kind": cause.kind.value}
    if cause.id:
        value["id"] = cause.id
    if cause.line:
        value |= {"line": cause.line, "removed": cause.removed}
    return value


def block_value(changed: BlockChange) -> dict[str, object]:
    """Return a passage that changed as JSON has it."""
    return {
        **{name: getattr(changed, name) for name in ("id", "section", "old", "new")},
        "change": changed.change.value,
        "words": [[span.op.value, span.text] for span in changed.words],
        **causes_value(changed.causes),
    }


def place_value(version: StoredVersion | Path) -> dict[str, object]:
    """Return where a version, or a file, is, as JSON has it."""
    if isinstance(version, Path):
        return {"document": str(version)}
    return {
        "case": version.case_id,
        "series": version.series,
        "version": version.number,
        "as_of": version.as_of.isoformat(),
        "document": str(version.document),
    }


def _fact_value(fact: FactChange) -> dict[str, object]:
    return {
        "id": fact.id,
        "change": fact.change.value,
        "old": fact.old,
        "new": fact.new,
        "line": fact.line,
    }


def version_name(version: StoredVersion | Path) -> str:
    """Return a version, or a file, as a person names it."""
    if isinstance(version, Path):
        return str(version)
    about = f"{version.case_id}, {version.series}, version {version.number}"
    return f"{about}, as of {day(version.as_of)}"


def _heading(text: str) -> str:
    return "\n" + click.style(text, bold=True)


def _conclusions(
    changes: tuple[ConclusionChange, ...], case_file: str, only: Causes | None
) -> Iterator[str]:
    yield _heading("Conclusions")
    if not changes:
        yield "  No conclusion moved."
    told: set[str] = set()
    for each in changes:
        yield f"  {each.label}: {each.old or 'none'} → {each.new or 'none'}"
        for fact in each.facts:
            lines = list(_fact(fact, case_file, "      "))
            yield from lines[:1] if fact.id in told else lines
            told.add(fact.id)
        facts = [fact.id for fact in each.facts]
        if only is None and (why := beside_facts(each.causes, facts, case_file)):
            yield f"      {why}"


def _facts(changes: list[FactChange], case_file: str) -> Iterator[str]:
    if changes:
        yield _heading("Other changes in the case file")
    for fact in changes:
        yield from _fact(fact, case_file, "  ")


def _fact(fact: FactChange, case_file: str, indent: str) -> Iterator[str]:
    """Where a fact moved and, in a second line, how."""
    place = fact_place(fact.line, case_file, removed=fact.change is Change.REMOVED)
    yield f"{indent}{fact.id} {fact.change.value} ({place})"
    yield f"{indent}  {_marked(words(fact.old, fact.new))}"


def text_lines(
    changes: tuple[BlockChange, ...], case_file: str = "", only: Causes | None = None
) -> Iterator[str]:
    """Yield the passages that changed, each under its headings, and why.

    Of ``only``, which is said once for all, nothing is said again.
    """
    for section, blocks in groupby(changes, key=lambda each: each.section):
        yield f"  {section or 'Before the first heading'}"
        for block in blocks:
            yield f"    {block.change.value}: {_marked(_spans(block))}"
            if only is None and (why := causes_words(block.causes, case_file)):
                yield f"      {why}"


def beside_lines(changes: Iterable[BesideChange]) -> Iterator[str]:
    """Yield what differs between two Word files beside the text of the body."""
    for each in changes:
        counts = f"{len(each.added):,} added, {len(each.removed):,} removed"
        yield f"{BESIDE[each.id]}: {counts}"
        for sign, texts in (("-", each.removed), ("+", each.added)):
            yield from (f"    {sign} {plain(text)}" for text in texts)


def _spans(block: BlockChange) -> tuple[Words, ...]:
    if block.change is Change.MOVED:
        return (Words(Op.SAME, block.new),)
    return block.words or words(block.old, block.new)


def _marked(spans: tuple[Words, ...]) -> str:
    """Words in one line: [-gone-], {+come+}, and of the same only what stands beside a change."""
    last = len(spans) - 1
    parts = []
    for at, span in enumerate(spans):
        text = span.text.replace("\t", " | ").replace("\n", " ")
        if span.op is Op.REMOVED:
            parts.append(click.style(f"[-{text}-]", fg="red"))
        elif span.op is Op.ADDED:
            parts.append(click.style(f"{{+{text}+}}", fg="green"))
        else:
            parts.append(_shortened(text, begins=at == 0, ends=at == last))
    return "".join(parts)


def _shortened(text: str, *, begins: bool, ends: bool) -> str:
    before = "" if begins else text[:_CONTEXT]
    after = "" if ends else text[-_CONTEXT:]
    if begins and ends:
        before = text[: 2 * _CONTEXT]
    return text if len(before) + len(after) + 1 >= len(text) else f"{before}…{after}"
