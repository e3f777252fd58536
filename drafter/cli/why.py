"""``drafter why``: what one conclusion rests on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import click

from drafter.cli.formats import format_option
from drafter.cli.once import Command
from drafter.cli.options import Run, common_options

if TYPE_CHECKING:
    from drafter.analysis.findings import Reason
    from drafter.analysis.result import Analysis
    from drafter.pipeline.grounds import Why


@click.command("why", cls=Command)
@click.argument("case", metavar="CASE")
@click.argument("finding", metavar="FINDING")
@format_option("text", "json", help="What to print.")
@common_options
def command(run: Run, case: str, finding: str, shape: str) -> None:
    """Print why the analysis concluded something: each reason, its rule and its facts.

    FINDING is the id of a conclusion, as `analyze --format json` has it, or a part of ids.

    \b
    Example:
      drafter why casefiles/border-courier.yaml escape
    """
    from drafter.pipeline.checking import source_of
    from drafter.pipeline.grounds import why

    session = run.session()
    analysis = session.analyze(source_of(session, case))
    found = why(analysis, finding)
    if shape == "json":
        value = {"format": 1, "findings": [_value(each) for each in found]}
        run.show(json.dumps(value, ensure_ascii=False))
        return
    # The two verdicts on an element have their reasons in common.
    for _, alike in groupby(found, key=lambda each: (each.reasons, each.grounds)):
        for line in _text(tuple(alike), analysis):
            run.show(line)


def _value(found: Why) -> dict[str, object]:
    from drafter.pipeline.report import reason_value

    said = found.conclusion
    return {
        "id": said.id,
        "label": said.label,
        "value": said.value,
        "reasons": [reason_value(each) for each in found.reasons],
        "grounds": [
            {"id": each.id, "place": each.place, "missing": each.missing} for each in found.grounds
        ],
    }


def _text(alike: tuple[Why, ...], analysis: Analysis) -> Iterator[str]:
    for each in alike:
        said = each.conclusion
        yield click.style(f"{said.label}: {said.value}", bold=True) + f"  ({said.id})"
    found = alike[0]
    for reason in found.reasons:
        yield from _reason(reason, analysis)
    yield "  In the case file:" if found.reasons else "  It rests on:"
    for ground in found.grounds:
        # The rules of an element, and what it misses, stand with its reasons.
        if ground.place or not found.reasons:
            told = f": missing, {ground.missing}" if ground.missing else ""
            yield f"    {ground.id}{told}{f'  {ground.place}' if ground.place else ''}"
    yield ""


def _reason(reason: Reason, analysis: Analysis) -> Iterator[str]:
    from drafter.composition.vocabulary.labels import label

    yield f"  {_weight(reason)}: {reason.because}"
    if reason.authority:
        authority = analysis.doctrine.authority(reason.authority)
        name = f"{authority.name}, " if authority.name else ""
        mark = (reason.marks or authority.marks).label
        other = " (another circuit: persuasive only)" if reason.persuasive else ""
        yield f"      {name}{authority.cite} [{mark}]{other}"
    yield f"      rule {reason.rule}; {_subject(reason)}"
    if reason.forms:
        forms = ", ".join(label(each) or "" for each in reason.forms)
        yield f"      comes in as: {forms}"
    if reason.met:
        yield f"      met by: {', '.join(each.id for each in reason.answered_by)}"


def _weight(reason: Reason) -> str:
    word = reason.direction.value
    return f"would {word.removesuffix('s')}, if it were so" if reason.is_open else word


def _subject(reason: Reason) -> str:
    others = "".join(f", {each.id}" for each in reason.others)
    if reason.gap:
        also = "".join(f"; {each.phrase}" for each in reason.also)
        return f"missing: {reason.gap.phrase}{also}{f' ({others[2:]})' if others else ''}"
    return f"on {reason.subject}{others}"
