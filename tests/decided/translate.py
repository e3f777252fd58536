"""An opinion as `opinions.yaml` records it, turned into a case file; README.md has the rule.

Only what a record says of the court, the charge and the facts is read: `translate` cannot see
a holding, for `Opinion` does not carry one.  What a record leaves null is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.decided.matter import charges_of, matter_of, name_of, offenses_of
from tests.decided.moments import BEFORE, BUCKETS, FUTURE, anchor
from tests.decided.readings import apply_readings
from tests.decided.threat import (
    POSSESSION,
    by_nobody,
    continuing,
    others_of,
    threat_of,
    went_on,
)
from tests.decided.ways_out import attempts, left_out, opportunities
from tests.decided.wording import NOT_STATED, WORDS, known, says, yes_no

READ = ("id", "caption", "citation", "court", "circuit", "year", "url", "charge", "posture")
"""What is read of a record beside its facts."""

ITEMS = {
    "documents": ("document", "writing"),
    "witness": ("independent_witness", "testimony"),
    "physical": ("physical_evidence", "object"),
    "recording": ("call_recording", "recording"),
    "medical": ("medical_record", "writing"),
    "messages": ("messages", "writing"),
    "contemporaneous_report": ("contemporaneous_report", "writing"),
}
"""`corroboration.kind` to the kind and the form of an item."""
NO_ITEM = ("testimony_only", "expert", None)

Mapped = dict[str, Any]


@dataclass(frozen=True)
class Opinion:
    """The part of a record that may reach a case file."""

    id: str
    head: Mapping[str, Any]
    facts: Mapping[str, Any]

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> Opinion:
        return cls(record["id"], {name: record.get(name) for name in READ}, record["facts"])


def translate(opinion: Opinion, readings: Sequence[Mapping[str, Any]] = ()) -> Mapped:
    """Return the case file of an opinion as a mapping, in the order of the format."""
    facts, offenses = opinion.facts, offenses_of(opinion.head["charge"])
    case: Mapped = {
        "schema": 1,
        "id": re.sub(r"[^a-z0-9-]", "-", opinion.id.lower())[:40],
        "matter": matter_of(opinion.head),
        "client": {
            "name": name_of(opinion.head),
            "short_name": "the defendant",
            "pronouns": "they",
        },
        "charges": charges_of(opinion.head["charge"]),
        "people": list(_people(facts)),
        "threats": [threat_of(facts, offenses)],
        "opportunities": list(opportunities(facts)),
        "events": list(_events(facts, weapon=POSSESSION in offenses)),
        "other_acts": [],
        "benefits": list(_benefits(facts)),
        "evidence": [*_evidence(facts), *_weapon(facts, offenses)],
        "experts": list(_experts(facts)),
        "notes": list(_notes(facts)),
    }
    apply_readings(case, readings)
    bucket = None if by_nobody(facts) else facts["threat"]["when"]["bucket"]
    _place_in_time(case, bucket, opinion.head["year"])
    return {name: section for name, section in case.items() if section not in ([], None)}


def untranslated(opinion: Opinion) -> Iterator[str]:
    """Yield what a record says that the rule has no place for."""
    if (kind := opinion.facts["corroboration"]["kind"]) not in (*ITEMS, *NO_ITEM):
        yield f"corroboration.kind: {kind}"
    bucket = opinion.facts["threat"]["when"]["bucket"]
    if bucket and (bucket not in (*BUCKETS, FUTURE) or by_nobody(opinion.facts)):
        yield f"threat.when.bucket: {bucket}"
    if opinion.facts["phone_access"] is False and not opinion.facts["escape_opportunities"]:
        yield "phone_access: no, and no opportunity to say it of"
    offenses = offenses_of(opinion.head["charge"])
    if opinion.facts["continuing_threat"] is True and not went_on(opinion.facts, offenses):
        yield "continuing_threat: yes, of a danger at large or of a threat long made"
    yield from left_out(opinion.facts)


def _people(facts: Mapping[str, Any]) -> Iterator[Mapped]:
    threat = facts["threat"]
    if threat["by"] and not by_nobody(facts):
        yield {"id": "speaker", "name": threat["by"], "relation": "said to have made the threat"}
    for number, relation in enumerate(others_of(threat["against"]), 1):
        name = f"{relation} ({NOT_STATED} by name)"
        yield {"id": f"person-{number}", "name": name, "relation": relation}
    if facts["corroboration"]["kind"] == "witness":
        yield {
            "id": "witness",
            "name": f"the witness ({NOT_STATED} by name)",
            "relation": "witness",
        }


def _events(facts: Mapping[str, Any], *, weapon: bool) -> Iterator[Mapped]:
    said = {"basis": "court_finding", "handling": "open"}
    surrender = facts["surrender"]
    what = surrender["detail"]
    if surrender["reported"] is True:
        what = what or "The defendant surrendered."
        yield {"id": "event-surrender", **said, "kind": "surrender", "what": what}
        if weapon and says("weapon_given_up", what):
            yield {"id": "event-weapon", **said, "kind": "dispossession", "what": what}
    elif surrender["reported"] is False:
        kind = "arrest" if says("taken", what) else "other"
        what = what or "No surrender is reported."
        yield {"id": "event-no-surrender", **said, "kind": kind, "what": what}
    for number, what in attempts(facts):
        yield {"id": f"event-attempt-{number}", **said, "kind": "avoidance", "what": what}


def _benefits(facts: Mapping[str, Any]) -> Iterator[Mapped]:
    said = facts["financial_benefit"]
    if said is None:
        return
    what = said if isinstance(said, str) else "a financial benefit"
    received = known({"received": yes_no("financial_benefit", said)})
    yield {
        "id": "benefit-1",
        "basis": "court_finding",
        "handling": "open",
        "what": what,
        **received,
    }


def _evidence(facts: Mapping[str, Any]) -> Iterator[Mapped]:
    kind, what = facts["corroboration"]["kind"], facts["corroboration"]["detail"]
    if kind in ITEMS:
        item, form = ITEMS[kind]
        yield {
            "id": "evidence-1",
            "handling": "open",
            "kind": item,
            "form": form,
            "what": what or NOT_STATED,
            **({"witness": "witness"} if kind == "witness" else {}),
            "about": ["threat-1"],
        }


def _weapon(facts: Mapping[str, Any], offenses: frozenset[str]) -> Iterator[Mapped]:
    """A weapon that was kept, or run with, when the threat was over, and not given up."""
    what, reported = facts["surrender"]["detail"], facts["surrender"]["reported"]
    given_up = reported and says("weapon_given_up", what)
    if POSSESSION not in offenses or reported is None or given_up:
        return
    kept = says("weapon_kept", what) and continuing(facts, offenses) is False
    traits = [
        *(["kept_weapon_after_threat"] if kept else []),
        *(["fled_with_weapon"] if says("weapon_run_with", what) else []),
    ]
    if traits:
        yield {
            "id": "evidence-weapon",
            "handling": "open",
            "kind": "weapon",
            "form": "object",
            "what": what,
            "traits": traits,
        }


def _experts(facts: Mapping[str, Any]) -> Iterator[Mapped]:
    kind, topic = facts["corroboration"]["kind"], facts["corroboration"]["detail"]
    if kind == "expert":
        fields = WORDS["expert_fields"].items()
        found = (field for field, words in fields if re.search(words, topic or "", re.IGNORECASE))
        yield {
            "id": "expert-1",
            "basis": "expert",
            "handling": "open",
            "name": NOT_STATED,
            "field": next(found, "other"),
            "topic": topic or NOT_STATED,
        }


def _notes(facts: Mapping[str, Any]) -> Iterator[Mapped]:
    """What the record says in prose and no field of the format holds."""
    prose = {
        "when": facts["threat"]["when"]["detail"],
        "delay": facts["surrender"]["delay"],
        "corroboration": facts["corroboration"]["detail"],
        "phone": facts["phone_access"],
    }
    for name, text in prose.items():
        if text is not None and not isinstance(text, bool):
            yield {"id": f"note-{name}", "text": f"{name}: {text}"}


def _place_in_time(case: Mapped, bucket: str | None, year: int | None) -> None:
    """Set the threat, and what came before the offense, against the neutral moment of a count."""
    at, [threat] = anchor(year), case["threats"]
    placed = BUCKETS.get(bucket or "") if "when" not in threat else None
    earlier = [each for each in case["events"] if each.get("when") == BEFORE]
    if threat.get("when", ...) is None:
        del threat["when"]
    if placed:
        threat["when"] = placed.threat(at)
    for event in earlier:
        event["when"] = f"before {at:%Y-%m-%d %H:%M}"
    if placed or earlier:
        for charge in case["charges"]:
            charge.update(placed.count(at) if placed else {"start": f"{at:%Y-%m-%d %H:%M}"})
