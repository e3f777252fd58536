"""The first step of a case: a file in which nothing is entered yet."""

from __future__ import annotations

from pathlib import Path

from drafter.casefile.blank import blank_case
from drafter.casefile.scalars import case_id
from drafter.casefile.schema_export import json_schema
from drafter.casefile.vocabulary import Vocabulary
from drafter.errors import CaseFileError, OutputError, Problem
from drafter.versions.files import write_whole

_ENDINGS = (".yaml", ".yml")


def begin(path: Path, vocabulary: Vocabulary) -> None:
    """Write a case file whose id is the name of the file.

    CaseFileError where the name cannot be an id; OutputError where a file is there, or none
    can be written.
    """
    if path.suffix not in _ENDINGS:
        raise CaseFileError(Problem(None, f"{path} is no name of a case file", _NAMED))
    try:
        id = str(case_id(path.stem))
    except ValueError as error:
        raise CaseFileError(Problem(None, f"{path}: {error}", _NAMED)) from None
    if path.exists():
        hint = "Name another file: a case file is never written over."
        raise OutputError(Problem(None, f"{path}: there is such a file already", hint))
    hint = "Free some space, or name a file in another folder."
    write_whole(path, blank_case(id, json_schema(vocabulary)).encode(), hint)


_NAMED = "Name it by the id of the case, as in border-run.yaml: letters, digits and hyphens."
