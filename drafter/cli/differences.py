"""Differences between two drafts, as lines for a person and as JSON."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import click

from drafter.composition.dates import day
from drafter.pipeline.stored import Compared
from drafter.versions.align import Op, Words, words
from drafter.versions.compare import BlockChange, Change, ConclusionChange, FactChange
from drafter.versions.store import StoredVersion

CAUSES = {
    "case": "the case file",
    "law": "the law library",
    "templates": "the templates",
    "software": "the version of drafter",
    "options": "the options",
    "as_of": "the as-of date",
}
"""What a draft depends on, as a person calls it."""
_CONTEXT = 60
"""Characters of unchanged words that stand on each side of a change."""


def difference_lines(compared: Compared, output: Path) -> Iterator[str]:
    """Yield what a supervisor reads: conclusions and their facts, other facts, text by section."""
    found = compared.comparison
    yield f"From {version_name(compared.old)}\nto   {version_name(compared.new)}"
    if found.causes:
        yield f"Changed: {', '.join(CAUSES[cause] for cause in found.causes)}."
    if found.empty and not found.facts:
        yield "Both say the same."
        return
    if isinstance(compared.new, StoredVersion):
        case_file = os.path.normpath(output / compared.new.case_file)
        yield from _conclusions(found.conclusions, case_file)
        told = {fact.id for each in found.conclusions for fact in each.facts}
        yield from _facts([fact for fact in found.facts if fact.id not in told], case_file)
    yield _heading("Text")
    if not found.blocks:
        yield "  No word changed."
    yield from text_lines(found.blocks)


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
            }
            for each in found.conclusions
        ],
        "facts": [_fact_value(fact) for fact in found.facts],
        "text": list(map(block_value, found.blocks)),
    }


def block_value(changed: BlockChange) -> dict[str, object]:
    """Return a passage that changed as JSON has it."""
    return {
        **{name: getattr(changed, name) for name in ("id", "section", "old", "new")},
        "change": changed.change.value,
        "words": [[span.op.value, span.text] for span in changed.words],
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


def _conclusions(changes: tuple[ConclusionChange, ...], case_file: str) -> Iterator[str]:
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


def _facts(changes: list[FactChange], case_file: str) -> Iterator[str]:
    if changes:
        yield _heading("Other changes in the case file")
    for fact in changes:
        yield from _fact(fact, case_file, "  ")


def _fact(fact: FactChange, case_file: str, indent: str) -> Iterator[str]:
    """Where a fact moved and, in a second line, how."""
    removed = fact.change is Change.REMOVED
    place = f"line {fact.line} before" if removed else f"{case_file}:{fact.line}"
    yield f"{indent}{fact.id} {fact.change.value} ({place})"
    yield f"{indent}  {_marked(words(fact.old, fact.new))}"


def text_lines(changes: tuple[BlockChange, ...]) -> Iterator[str]:
    """Yield the passages that changed, each under its headings."""
    for section, blocks in groupby(changes, key=lambda each: each.section):
        yield f"  {section or 'Before the first heading'}"
        for block in blocks:
            yield f"    {block.change.value}: {_marked(_spans(block))}"


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
