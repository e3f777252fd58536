"""Every id and word that one part of a case file uses for another, and what it may name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drafter.casefile.paths import FactAt, texts_at, texts_of
from drafter.casefile.suggest import did_you_mean
from drafter.casefile.vocabulary import Vocabulary
from drafter.errors import Problem
from drafter.yamlfile import Value, YamlFile, YamlPath

CLIENT = "client"
"""The id that means the client wherever a person is named."""

_FROM_SERVICE = "deadline that runs from service"
_FACT = "fact"
_LOOKED_UP = 100
"""Of so many wrong ids the nearest right one is looked for, which takes time by their number."""

_DEFINED: Mapping[str, tuple[str, ...]] = {
    "person": ("people.*.id",),
    "charge": ("charges.*.id",),
    "opportunity": ("opportunities.*.id",),
    "item of evidence": ("evidence.*.id",),
    "timed fact": ("threats.*.id", "opportunities.*.id", "events.*.id", "statements.*.id"),
    "event of the exhibit": ("exhibit.events.*",),
    "step of a computation": (
        "sentencing.offense_manual.adjustments.*.id",
        "sentencing.sentencing_manual.adjustments.*.id",
    ),
}
"""From a sort of thing to the places where one gets its id."""

_USED: Mapping[str, tuple[str, ...]] = {
    "person": (
        "threats.*.speaker",
        "threats.*.against.*",
        "statements.*.speaker",
        "codefendants.*.person",
        "evidence.*.witness",
        "witnesses.*.person",
        "safety.*.at_risk.*",
    ),
    "charge": ("threats.*.demanded_offense", "threats.*.demanded_offense.*"),
    "opportunity": ("answers.*.opportunity",),
    "item of evidence": ("witnesses.*.sponsors.*", "experts.*.sponsors.*"),
    _FACT: (
        "evidence.*.about.*",
        "sentencing.filing_theme_sources.*",
        "sentencing.filing_reasons_sources.*",
        "sentencing.filing_also.*",
    ),
    "timed fact": ("exhibit.events.*",),
    "step of a computation": ("sentencing.psr_objections.*.steps.*",),
    "event of the exhibit": (
        "exhibit.intervals.*.start",
        "exhibit.intervals.*.end",
        "exhibit.served_numbers.?",
    ),
    "category of offense": ("charges.*.offense",),
    "kind of evidence": ("evidence.*.kind",),
    "trait": ("evidence.*.traits.*",),
    "element": ("statements.*.says.*.element", "witnesses.*.says.*.element"),
    _FROM_SERVICE: ("matter.served.*.starts",),
}
"""From a sort of thing to the places that name one."""


def reference_problems(
    value: Mapping[str, Value], facts: Sequence[FactAt], file: YamlFile, vocabulary: Vocabulary
) -> Iterator[Problem]:
    """Yield each id or word of a case that names nothing, or the wrong thing.

    ``facts`` are those of ``value``.
    """
    case = dict(value)
    known = _known(case, facts, vocabulary)
    wrong = 0
    for sort, path, name in (*_uses(case), *_uses_of(facts)):
        if name not in known[sort]:
            wrong += 1
            hint = _hint(name, sort, known[sort], looked_up=wrong <= _LOOKED_UP)
            if sort == _FROM_SERVICE and not known[sort]:
                hint = "The law library has none: enter the court’s rule under deadlines/ in --law."
            yield file.problem(path, f"`{name:.60}` names no {sort}.", hint)
    yield from _district_problems(case, file, vocabulary)


def _hint(name: str, sort: str, known: frozenset[str], *, looked_up: bool) -> str:
    if sort not in _DEFINED and sort != _FACT:
        return did_you_mean(name, known, sort)
    article = "an" if sort[0] in "aeiou" else "a"
    other = f"Name {article} {sort} of this file by its id."
    if known and not looked_up:
        return other
    return did_you_mean(name, known, sort, other=other)


def _known(
    case: Value, facts: Sequence[FactAt], vocabulary: Vocabulary
) -> Mapping[str, frozenset[str]]:
    known = {
        sort: frozenset(id for _, id in texts_at(case, *places))
        for sort, places in _DEFINED.items()
    }
    return known | {
        "person": known["person"] | {CLIENT},
        _FACT: frozenset(id for _, fact in facts if isinstance(id := fact.get("id"), str)),
        "category of offense": vocabulary.offenses,
        "kind of evidence": vocabulary.evidence_kinds,
        "trait": frozenset(vocabulary.traits),
        "element": vocabulary.elements,
        _FROM_SERVICE: vocabulary.from_service,
    }


def _uses(case: Value) -> Iterator[tuple[str, YamlPath, str]]:
    for sort, places in _USED.items():
        for path, name in texts_at(case, *places):
            yield sort, path, name


def _uses_of(facts: Sequence[FactAt]) -> Iterator[tuple[str, YamlPath, str]]:
    for path, fact in facts:
        for field in ("derives_from", "conflicts_with"):
            for at, name in texts_of(fact, field):
                yield _FACT, (*path, *at), name
        for at, source in texts_of(fact, "sources"):
            evidence = source.strip().partition(" at ")[0]
            if evidence and " " not in evidence:  # the model says what is wrong with others
                yield "item of evidence", (*path, *at), evidence


def _district_problems(case: Value, file: YamlFile, vocabulary: Vocabulary) -> Iterator[Problem]:
    for path, district in texts_at(case, "matter.district"):
        divisions = vocabulary.districts.get(district)
        if divisions is None:
            hint = did_you_mean(district, vocabulary.districts)
            yield file.problem(path, f"`{district:.60}` is no federal district.", hint)
            return
        for at, division in texts_at(case, "matter.division"):
            if divisions and division not in divisions:
                hint = did_you_mean(division, divisions)
                yield file.problem(at, f"`{division:.60}` is no division of {district}.", hint)
