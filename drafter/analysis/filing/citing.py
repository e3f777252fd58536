"""What stands behind the words that counsel wrote for the filing: the theme and the reasons."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.analysis.result import Analysis
from drafter.analysis.sentencing.filed import behind_words
from drafter.errors import Problem
from drafter.facts.disclosure import Reader, reader_of
from drafter.yamlfile import YamlPath


def uncited_problems(analysis: Analysis) -> Iterator[Problem]:
    """Yield each source of counsel's words that the filing may not cite behind them.

    Left out in silence, it would let the words stand under a cite that does not show them.
    """
    sentencing, record = analysis.record.case.sentencing, analysis.record
    for words, ids, field in (
        (sentencing.filing_theme, sentencing.filing_theme_sources, "filing_theme_sources"),
        (sentencing.filing_reasons, sentencing.filing_reasons_sources, "filing_reasons_sources"),
    ):
        cited = {each.id for each in behind_words(ids, record, Reader.PUBLIC)}
        for at, id in enumerate(ids if words else ()):
            if id not in cited:
                yield _uncitable(analysis, field, at, id)


def _uncitable(analysis: Analysis, field: str, at: int, id: str) -> Problem:
    may = reader_of(analysis.record.facts[id]) is Reader.PUBLIC
    why = "names no item that the public may see" if may else "may not be shown to the public"
    message = (
        f"The filing rests words of `{field.removesuffix('_sources')}:` on `{id}`, which {why}."
    )
    hint = (
        "Name what may be cited for them, or take out the words that rest on it; if it may be "
        "filed, enter `handling: open` and an open item under its `sources:`."
    )
    path: YamlPath = ("sentencing", field, at)
    return analysis.record.case_file.file.problem(path, message, hint)
