"""Words of our own written into a case, and documents drafted of it and read again."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import AfterValidator, BaseModel

from drafter import yamlfile
from drafter.casefile.fact import Source
from drafter.casefile.reader import CaseFile, case_from
from drafter.casefile.scalars import visible
from drafter.doctrine import kinds
from drafter.doctrine.districts import Districts
from drafter.pipeline.outcomes import Outcome, Status
from drafter.pipeline.session import Session
from drafter.pipeline.setup import Setup
from drafter.pipeline.sources import Source as CaseSource
from drafter.pipeline.wanted import Wanted
from drafter.word.writing.writer import WordWriter
from tests.samples import AS_OF, ROOT

Step = str | int
Place = tuple[Step, ...]

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_CHOICES = frozenset("district division offense kind traits element served_numbers".split())
"""Fields in which only the words of a vocabulary may stand."""


def load(sample: Path) -> dict[str, Any]:
    """A case as mappings, lists and text, nothing made of them."""
    raw: dict[str, Any] = yaml.load(sample.read_text("utf-8"), Loader=_LOADER)
    return raw


def lead(raw: Mapping[str, Any]) -> str:
    """Who may sign for what a paper rests on."""
    name: str = raw["matter"]["attorneys"][0]["name"]
    return name


def signed_by_lead(raw: Mapping[str, Any]) -> None:
    """Let what only an attorney of the matter may sign be signed by one, as that one is named."""
    for section, name in (("exhibit", "approved"), ("sentencing", "manual_checked")):
        if entered := raw.get(section, {}).get(name):
            entered["by"] = lead(raw)


def fileable(sample: Path) -> dict[str, Any]:
    """A case with what its filing edition asks for."""
    raw = load(sample)
    dates = raw["matter"].get("dates", {})
    if dates.get("sentencing", "9") < AS_OF.isoformat():
        dates["sentencing"] = AS_OF.isoformat()  # put off: nothing is filed for one that is past
    for charge in raw["charges"]:
        charge.setdefault("disposition", "convicted")  # nothing is filed before there is one
    sentencing = raw.setdefault("sentencing", {})
    sentencing["manual_checked"] = {"by": lead(raw), "on": "2026-11-20"}
    sentencing.setdefault("floor_months", "0")
    if sentencing["floor_months"] == "life":
        sentencing["floor_months"] = "0"  # a term below life is asked for under seal alone
    sentencing.setdefault("ask", {"months": "900"})
    cell = {"id": "cell", "description": "A cell", "source": "JSIN", "queried_on": "2026-11-01"}
    sentencing.setdefault("comparators", [cell])  # without any ground nothing is filed
    for fact in sentencing.get("safety_valve", {}):
        sentencing["safety_valve"][fact] = "yes"
    return raw


def paired(raw: dict[str, Any]) -> dict[str, Any]:
    """The case with each step of one Manual under the other too, with no levels of its own there.

    Words of their own make a step of each; what is under one Manual only is not filed.
    """
    names = ("offense_manual", "sentencing_manual")
    entered = [raw["sentencing"][name] for name in names if name in raw["sentencing"]]
    if len(entered) == len(names):
        steps = [list(each.get("adjustments", ())) for each in entered]
        for each, others in zip(entered, reversed(steps), strict=True):
            none = [{**step, "id": f"no-{step['id']}", "levels": "0"} for step in others]
            each["adjustments"] = [*each.get("adjustments", ()), *none]
    return raw


def at(raw: Any, place: Place) -> Any:
    """What stands at a place."""
    for step in place:
        raw = raw[step]
    return raw


def put(raw: Any, place: Place, value: Any) -> None:
    """Write over what stands at a place."""
    at(raw, place[:-1])[place[-1]] = value


def texts(case_file: CaseFile) -> Iterator[Place]:
    """Yield every place of a case where any words may stand; of a source, its pin."""
    yield from _texts(case_file.case, ())


def _texts(value: object, place: Place) -> Iterator[Place]:
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            inside, there = getattr(value, name), (*place, field.alias or name)
            if name in _CHOICES or name not in value.model_fields_set:
                continue
            if _is_text(field.annotation, field.metadata):
                yield from _each(inside, there)
            else:
                yield from _texts(inside, there)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            if not isinstance(item, Source) or item.pin:
                yield from _texts(item, (*place, number))
    elif isinstance(value, Source):
        yield place


def _each(value: object, place: Place) -> Iterator[Place]:
    if isinstance(value, tuple):
        yield from ((*place, number) for number in range(len(value)))
    elif value is not None:
        yield place


def _is_text(annotation: object, metadata: list[Any]) -> bool:
    """Whether a field is of ``Text``, at least in part."""
    if any(isinstance(each, AfterValidator) and each.func is visible for each in metadata):
        return True
    inside = getattr(annotation, "__metadata__", ())
    return any(_is_text(each, list(inside)) for each in get_args(annotation))


@lru_cache(4)
def session(law: Path | None = None, as_of: date = AS_OF) -> Session:
    """A session whose drafts nobody stores."""
    return Session(Setup(as_of, ROOT / "nowhere", law))


def districts() -> Districts:
    """The federal districts, which place a case in time."""
    return session().library.only(kinds.DISTRICTS)


@cache
def every_edition(law: Path | None = None) -> tuple[Wanted, ...]:
    """Every edition of every kind."""
    kinds = session(law).kinds.values()
    return tuple(Wanted(kind, edition, True) for kind in kinds for edition in kind.editions)


def case_of(raw: Mapping[str, Any] | str) -> CaseFile:
    """A case as it is read; CaseFileError when it is unsound."""
    text = raw if isinstance(raw, str) else written(raw)
    return case_from(yamlfile.parse(text, "case.yaml"), session().vocabulary)


def compose(
    raw: Mapping[str, Any],
    law: Path | None = None,
    wanted: tuple[Wanted, ...] = (),
    as_of: date = AS_OF,
) -> tuple[Outcome, ...]:
    """Draft a case as it stands, every edition unless some are named; nothing is written."""
    source = CaseSource(ROOT / "casefiles" / f"{raw['id']}.yaml", written(raw).encode())
    asked = wanted or every_edition(law)
    return session(law, as_of).draft(source, asked, force=True, dry_run=True)


def written(raw: Mapping[str, Any]) -> str:
    """A case as a file says it."""
    text: str = yaml.dump(dict(raw), Dumper=_DUMPER, sort_keys=False, allow_unicode=True)
    return text


def word_file(outcome: Outcome) -> io.BytesIO:
    """The Word file of a document that was not refused."""
    assert outcome.draft is not None
    return io.BytesIO(_writer().write(outcome.draft.document))


def drafted(outcomes: tuple[Outcome, ...]) -> list[Outcome]:
    """The documents that came to be."""
    return [each for each in outcomes if each.status is Status.NEW]


@cache
def _writer() -> WordWriter:
    return WordWriter(ROOT / "templates" / "office.docx")
