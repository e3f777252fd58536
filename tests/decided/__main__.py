"""Run decided cases: ``python -m tests.decided [FILE] [--write]``.

FILE holds opinions in the form of `opinions.yaml`, which is read where none is named.
``--write`` makes the case files and `rulings.yaml` again.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from yaml import YAMLError

from drafter.errors import DrafterError
from tests.decided import store
from tests.decided.report import TABLES, Run
from tests.decided.shape import shaped

Records = list[Mapping[str, Any]]
_FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What comes of a record in a form that nobody foresaw."""


def main(arguments: Sequence[str]) -> int:
    """Print every table; 1 if a record could not be read."""
    parser = argparse.ArgumentParser(prog="python -m tests.decided", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=store.OPINIONS)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args(arguments)
    if asked.write:
        write(store.records())
        return 0
    try:
        given = store.records(asked.file)
    except (OSError, TypeError, ValueError, YAMLError) as fault:
        print(f"{asked.file}: not read: {fault}", file=sys.stderr)
        return 1
    fit = _readable(given)
    run = Run.of(fit)
    for title, table in TABLES.values():
        print(f"## {title}\n\n{table(run)}\n")
    return 0 if len(fit) == len(given) else 1


def write(records: Records) -> None:
    """Write the case files and the rulings; a file of no record is removed."""
    store.CASES.mkdir(exist_ok=True)
    for path in store.CASES.glob("*.yaml"):
        path.unlink()
    for record in records:
        (store.CASES / f"{record['id']}.yaml").write_text(store.case_text(record), "utf-8")
    store.RULINGS.write_text(store.rulings_text(records), "utf-8")


def _readable(records: Records) -> Records:
    """Those of which everything can be told, in the one form; of the others, say what is wrong."""
    fit: dict[str, Mapping[str, Any]] = {}
    for number, given in enumerate(records, 1):
        try:
            record = shaped(given)
            if record["id"] in fit:
                raise ValueError("another record has this id")
            _table_each(record)
        except (*_FAULTS, DrafterError) as fault:
            name = given.get("id") if isinstance(given, Mapping) else None
            print(f"{name or f'record {number}'}: left out: {fault!r}", file=sys.stderr)
        else:
            fit[record["id"]] = record
    return list(fit.values())


def _table_each(record: Mapping[str, Any]) -> None:
    run = Run.of([record])
    for _, table in TABLES.values():
        table(run)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
