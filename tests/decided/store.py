"""The corpus as files: records and readings in, case files and rulings out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.decided.shape import ELEMENTS
from tests.decided.translate import Opinion, translate
from tests.decided.wording import HERE

OPINIONS, CASES, RULINGS = HERE / "opinions.yaml", HERE / "cases", HERE / "rulings.yaml"
HELD_OUT, SECOND_SET = HERE / "held_out.yaml", HERE / "second_set.yaml"
THIRD_SET = HERE / "third_set.yaml"
"""Opinions that nothing was fitted to when they were coded."""
_READINGS = HERE / "readings.yaml"


class _Dumper(yaml.SafeDumper):
    """Writes yes and no as case files do, and a list's items under its key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


_Dumper.add_representer(
    bool, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:bool", _YES_NO[value])
)
_YES_NO = {True: "yes", False: "no"}


def records(path: Path = OPINIONS) -> list[Mapping[str, Any]]:
    """The records of a file of opinions, as they stand there: a list, or by id."""
    found = yaml.safe_load(path.read_text("utf-8")) or []
    if isinstance(found, dict):
        listed = found.get("opinions", found)
        by_id = isinstance(listed, dict)
        found = [{"id": id, **each} for id, each in listed.items()] if by_id else listed
    return list(found)


@cache
def readings() -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """By opinion, what a person read in its facts."""
    found: Mapping[str, Sequence[Mapping[str, Any]]] = yaml.safe_load(_READINGS.read_text("utf-8"))
    return found


def case_text(record: Mapping[str, Any], *, read: bool = True) -> str:
    """The case file of a record; ``read``: with the readings of its prose."""
    case = translate(Opinion.of(record), readings().get(record["id"], ()) if read else ())
    head = "".join(f"# {record[name]}\n" for name in ("caption", "citation", "url") if record[name])
    why = "# Made from opinions.yaml by `python -m tests.decided --write`; not to be edited.\n"
    return head + why + _dumped(case)


def rulings_text(all_: Sequence[Mapping[str, Any]]) -> str:
    """What the courts ruled on each element, and the article's score, by opinion."""
    found = {record["id"]: _ruling(record) for record in all_}
    why = (
        "# What each court ruled, apart from the case files.  Made from opinions.yaml by\n"
        "# `python -m tests.decided --write`; not to be edited.\n"
    )
    return why + _dumped(found)


def _ruling(record: Mapping[str, Any]) -> dict[str, Any]:
    holding, score = record["holding"], record["article_score"]
    return {
        "overall": holding["overall"],
        "elements": {name: holding[name] or "not_read" for name in ELEMENTS},
        "scorable": list(record["scorable"]),
        "strong": list(record["scorable_strong"]),
        "article": {name: score[name] for name in ("min", "max", "band_min", "band_max")},
    }


def _dumped(value: object) -> str:
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)
