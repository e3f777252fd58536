"""The tables of docs/decided-cases.md, which the command prints as well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from drafter.analysis.defenses.types import Defense, Fit
from drafter.analysis.result import Analysis
from tests.decided.store import ELEMENTS
from tests.decided.translate import Opinion, untranslated
from tests.decided.verdicts import Agreement, Compared, agreement, analyzed, compare, constants

_COLUMNS = ("compared", "right", "false supported", "false unsupported", "unknown")
_ANSWERS = {
    "supported": "always *supported*",
    "unknown": "always *unknown*",
    "unsupported": "always *unsupported*",
}
_REFUSED = ("rejected", "jury_rejected")
_TIERS = ((0, 3), (4, 6), (7, 10))
"""The article's: mitigation only, plea leverage, trial."""


@dataclass(frozen=True)
class Run:
    """A file of opinions, analyzed."""

    records: Sequence[Mapping[str, Any]]
    analyses: Mapping[str, Analysis]
    compared: tuple[Compared, ...]
    unread: tuple[Compared, ...]
    """The same without the readings of prose."""

    @property
    def scored(self) -> list[Mapping[str, Any]]:
        """The records that have the article's score."""
        return [each for each in self.records if each["article_score"]]

    @classmethod
    def of(cls, records: Sequence[Mapping[str, Any]]) -> Run:
        analyses = {each["id"]: analyzed(each) for each in records}
        bare = {each["id"]: analyzed(each, read=False) for each in records}
        return cls(
            records,
            analyses,
            tuple(c for each in records for c in compare(each, analyses[each["id"]])),
            tuple(c for each in records for c in compare(each, bare[each["id"]])),
        )


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def _counts(agreements: Iterable[Agreement]) -> list[int]:
    found = Counter(agreements)
    return [found.total(), *(found[each] for each in Agreement)]


def _of(compared: Iterable[Compared]) -> list[int]:
    return _counts(each.agreement for each in compared)


def agreement_table(run: Run) -> str:
    """By element, then in all: every scorable element, and those on a strong basis."""
    rows: list[Sequence[object]] = []
    for basis, chosen in (("", run.compared), (", strong", [c for c in run.compared if c.strong])):
        for name in ELEMENTS:
            rows.append((f"{name}{basis}", *_of(c for c in chosen if c.element == name)))
        rows.append((f"**all**{basis}", *_of(chosen)))
    rows.append(("all, without the readings", *_of(run.unread)))
    alone = (agreement(c.ruling, c.alone) for c in run.compared)
    rows.append(("all, without the opinion’s own rules", *_counts(alone)))
    return _table(("element", *_COLUMNS), rows)


def constants_table(run: Run) -> str:
    """What answers that are always the same would score."""
    strong = tuple(c for c in run.compared if c.strong)
    rows = [
        (f"{_ANSWERS[word]}{basis}", *_counts(scored))
        for basis, chosen in (("", run.compared), (", strong", strong))
        for word, scored in constants(chosen).items()
    ]
    return _table(("answer", *_COLUMNS), rows)


def rulings_table(run: Run) -> str:
    """Every element compared: what the court ruled and what the analysis says."""
    rows = (
        (c.opinion, c.element, c.ruling, "strong" if c.strong else "digest", c.verdict, c.agreement)
        for c in run.compared
    )
    return _table(("opinion", "element", "court", "basis", "analysis", "agreement"), rows)


def bands_table(run: Run) -> str:
    """By outcome, the tiers that the article's score could give on the same facts."""
    spans = [(low, high) for low in range(3) for high in range(low, 3)]
    head = ["outcome", "opinions", *map(_span_title, spans)]
    outcomes = dict.fromkeys(each["holding"]["overall"] for each in run.scored)
    rows = []
    for outcome in outcomes:
        found = Counter(
            (_tier(each["article_score"]["min"]), _tier(each["article_score"]["max"]))
            for each in run.scored
            if each["holding"]["overall"] == outcome
        )
        rows.append((outcome, found.total(), *(found[span] for span in spans)))
    return _table(head, rows)


def disagreement(run: Run) -> str:
    """Where the article's score cannot be squared with the outcome, and where it can be either."""
    allowed = [e["article_score"] for e in run.scored if e["holding"]["overall"] == "allowed"]
    refused = [e["article_score"] for e in run.scored if e["holding"]["overall"] in _REFUSED]
    trial = _TIERS[-1][0]
    below = sum(each["max"] < trial for each in allowed)
    only = sum(each["min"] >= trial for each in allowed)
    reach = sum(each["max"] >= trial for each in refused)
    sure = sum(each["min"] >= trial for each in refused)
    return (
        f"Courts sent the defense to the jury, or should have, in {len(allowed)} of these "
        f"opinions: {below} of them cannot reach the tier for trial, and {only} can lie nowhere "
        f"else. It was refused, or a jury rejected it, in {len(refused)}: {reach} of them may lie "
        f"in the tier for trial, and {sure} can lie nowhere else. Elements are conjunctive; the "
        "score adds up."
    )


def _tier(points: int) -> int:
    return next(n for n, (low, high) in enumerate(_TIERS) if low <= points <= high)


def _span_title(span: tuple[int, int]) -> str:
    return f"{_TIERS[span[0]][0]}–{_TIERS[span[1]][1]}"


def scores_table(run: Run) -> str:
    """The score as coded by hand beside the one that the product reads off the case file."""
    rows = []
    for each in run.scored:
        coded, read = each["article_score"], run.analyses[each["id"]].screening
        meet = coded["min"] <= read.high and read.low <= coded["max"]
        rows.append((
            each["id"],
            each["holding"]["overall"],
            f"{coded['min']}–{coded['max']}",
            f"{read.low}–{read.high}",
            "yes" if meet else "no",
        ))  # fmt: skip
    return _table(("opinion", "outcome", "coded", "read off the file", "they meet"), rows)


def defenses_table(run: Run) -> str:
    """The opinions on firearms, or in which no person made a threat: which defense is seen."""
    rows = []
    for each in run.records:
        threat = run.analyses[each["id"]].record.case.threats[0]
        if each["charge"]["category"] == "firearm" or threat.speaker is None:
            fits = {d.defense: d.fit for d in run.analyses[each["id"]].defenses}
            named = [
                f"{defense.replace('_', ' ')}: {fits[defense].value.replace('_', ' ')}"
                for defense in (
                    Defense.COERCION,
                    Defense.NECESSITY,
                    Defense.FIREARM_JUSTIFICATION,
                    Defense.SELF_DEFENSE,
                )
                if fits[defense] not in (Fit.NO_SIGNAL, Fit.NOT_ASKED)
            ]
            rows.append((each["id"], each["facts"]["threat"]["by"] or "", "; ".join(named)))
    return _table(("opinion", "threat by", "defenses"), rows)


def left_out_table(run: Run) -> str:
    """What the records say that the rule of translation has no place for."""
    rows = [(each["id"], said) for each in run.records for said in untranslated(Opinion.of(each))]
    return _table(("opinion", "left out"), rows)


TABLES: Mapping[str, tuple[str, Callable[[Run], str]]] = {
    "agreement": ("Agreement with the courts", agreement_table),
    "constants": ("What a constant answer would score", constants_table),
    "rulings": ("Every element", rulings_table),
    "bands": ("The article’s score and the outcomes", bands_table),
    "scores_said": ("Where the article’s score and the courts part", disagreement),
    "scores": ("The article’s score, coded by hand and read off the case files", scores_table),
    "defenses": ("Firearms, and threats by nobody", defenses_table),
    "left_out": ("What was left out", left_out_table),
}
"""By the name that the page gives a table, its heading and how it is made."""
