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

from drafter.errors import DrafterError
from tests.decided import store
from tests.decided.report import TABLES, Run
from tests.decided.verdicts import analyzed

Records = list[Mapping[str, Any]]


def main(arguments: Sequence[str]) -> int:
    """Print every table; 1 if a record could not be read."""
    parser = argparse.ArgumentParser(prog="python -m tests.decided", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=store.OPINIONS)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args(arguments)
    if asked.write:
        write(store.records())
        return 0
    given = store.records(asked.file)
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
    """Those that make a case file; of the others, say what is wrong."""
    fit = []
    for record in records:
        try:
            analyzed(record)
        except (DrafterError, KeyError, TypeError, ValueError) as fault:
            print(f"{record.get('id')}: left out: {fault!r}", file=sys.stderr)
        else:
            fit.append(record)
    return fit


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
