"""``drafter analyze``: what follows from a case, without drafting it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.formats import format_option
from drafter.cli.once import Command
from drafter.cli.options import Run, common_options

if TYPE_CHECKING:
    from drafter.analysis.result import Analysis

_LEGEND = "PRIVILEGED AND CONFIDENTIAL: ATTORNEY WORK PRODUCT"


@click.command("analyze", cls=Command)
@click.argument("case", metavar="CASE")
@format_option("text", "md", "json", help="What to print.")
@click.option(
    "--ics",
    type=click.Path(path_type=Path, readable=False),
    default=None,
    metavar="FILE",
    help="Write a calendar of the deadlines as well.",
)
@click.option("--force", is_flag=True, default=False, help="Write over a calendar that is there.")
@common_options
def command(run: Run, case: str, shape: str, ics: Path | None, force: bool) -> None:
    """Print what follows from a case: each conclusion, what it rests on, what is missing.

    The calendar of --ics names the case by its id and no one in it; what has no day yet is
    not in it, and is counted in a message.

    \b
    Example:
      drafter analyze casefiles/border-courier.yaml
    """
    from drafter.pipeline.checking import source_of

    if force and ics is None:
        raise click.UsageError("--force writes over a calendar: name it with --ics.")
    session = run.session()
    analysis = session.analyze(source_of(session, case))
    if ics is not None:
        _write_calendar(run, analysis, ics, force)
    if shape == "json":
        from drafter.pipeline.report import report_of

        run.show(json.dumps(report_of(analysis), ensure_ascii=False))
        return
    for line in _markdown(analysis) if shape == "md" else _text(analysis):
        run.show(line)


def _write_calendar(run: Run, analysis: Analysis, ics: Path, force: bool) -> None:
    from drafter.pipeline.calendar import entries_of, undated, write_calendar

    entries, without = entries_of(analysis), len(undated(analysis))
    if entries:
        write_calendar(ics, entries, analysis.as_of, force=force)
        run.say(f"{ics}: {len(entries)} dates; {without} deadlines have no day yet.", err=True)
    else:
        run.say(f"{ics}: not written; no date of the case is known.", err=True)


def _caption(analysis: Analysis) -> tuple[str, str]:
    from drafter.composition.vocabulary.dates import day

    case, district = analysis.record.case, analysis.district
    name = f"United States v. {case.client.name}, No. {case.matter.docket}"
    return name, f"{district.abbreviation}, as of {day(analysis.as_of)}"


def _text(analysis: Analysis) -> Iterator[str]:
    from drafter.pipeline.conclusions import conclusions_of

    yield _LEGEND
    yield from _caption(analysis)
    found = conclusions_of(analysis)
    width = max(len(each.label) for each in found)
    yield "\n" + click.style("Conclusions", bold=True)
    for each in found:
        yield f"  {each.label:{width}}  {each.value}"
    if analysis.turned:
        yield "\n" + click.style("What moves a verdict", bold=True)
        yield from (f"  {line}" for line in _moves(analysis))
    yield "\n" + click.style("Missing", bold=True)
    yield from (f"  {gap.phrase} ({gap.id})" for gap in analysis.missing)
    if not analysis.missing:
        yield "  Nothing."


def _moves(analysis: Analysis) -> Iterator[str]:
    """What each verdict turns on, by ids: a set is enough by itself, and all of it is needed."""
    for turning in analysis.turned:
        name = turning.element.title if turning.element else "Duress"
        for move in turning.moves:
            words = [each.word for each in (move.production, move.persuasion) if each is not None]
            side = "for" if move.for_us else "against"
            sets = "; or ".join(" with ".join(each.ids) for each in move.sets)
            yield f"{name}: {', '.join(words)}, if {side} the defense: {sets}"


def _markdown(analysis: Analysis) -> Iterator[str]:
    from drafter.composition.markdown import escaped
    from drafter.pipeline.conclusions import conclusions_of

    yield f"**{_LEGEND}**\n"
    name, court = _caption(analysis)
    yield f"# {escaped(name)}\n\n{escaped(court)}\n"
    yield "| Conclusion | | Rests on |\n| --- | --- | --- |"
    for each in conclusions_of(analysis):
        because = ", ".join(each.because)
        yield f"| {escaped(each.label)} | {escaped(each.value)} | {escaped(because)} |"
    if analysis.turned:
        yield "\n## What moves a verdict\n"
        yield from (f"- {escaped(line)}" for line in _moves(analysis))
    yield "\n## Missing\n"
    yield from (f"- {escaped(gap.phrase)} ({escaped(gap.id)})" for gap in analysis.missing)
    if not analysis.missing:
        yield "Nothing."
