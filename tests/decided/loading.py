"""Records, as they are and with other facts, read as the product reads their case files."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from drafter import yamlfile
from drafter.casefile.reader import case_from
from drafter.doctrine import kinds
from drafter.facts.record import Record, record_of
from tests.decided import store
from tests.decided.verdicts import LIBRARY, WORDS

RECORDS = {record["id"]: record for record in store.records()}


def texts(value: object) -> list[str]:
    """Every text in a part of a record."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [value] if isinstance(value, str) else [text for each in inside for text in texts(each)]


def loaded(record: Mapping[str, Any], **how: bool) -> Record:
    file = yamlfile.parse(store.case_text(record, **how), "case.yaml")
    return record_of(case_from(file, WORDS), LIBRARY.only(kinds.DISTRICTS))


def changed(id: str, **facts: Any) -> Mapping[str, Any]:
    """A record with other facts: `threat__what` is the one under the other."""
    record = deepcopy(RECORDS[id])
    for path, value in facts.items():
        *above, name = path.split("__")
        at = record["facts"]
        for step in above:
            at = at[step]
        at[name] = value
    return record
