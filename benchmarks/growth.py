"""The analysis alone: a sample of some 300 lines, and cases that grow to 25,000 items.

A case of ``n`` has ``n`` items of evidence and ``n`` events, each item about an event.  The
slope is the power of ``n`` with which the time of a tenfold case grows; ``n log n`` between
2,500 and 25,000 items is 1.11.
"""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.timing import interleaved
from drafter.analysis.analyze import analyze, complete
from drafter.doctrine.in_force import Doctrine
from drafter.facts.record import Record
from drafter.pipeline.conclusions import conclusions_of
from drafter.pipeline.session import Session
from drafter.pipeline.sources import Source

SIZES = (25, 250, 2_500, 25_000)
KINDS = ("border_video", "messages", "medical_record", "postarrest_statement")
ROUNDS = 9


def alone(session: Session, case: Path) -> None:
    """What ``drafter analyze`` concludes of a case, and every conclusion there is."""
    source = Source.read(case)
    record, law = session.record(source), session.doctrine
    contenders: dict[str, Callable[[], object]] = {
        "what `analyze` prints": lambda: conclusions_of(analyze(record, law)),
        "every conclusion": lambda: complete(analyze(record, law)),
    }
    print(f"analysis alone, warm, {case.stem}")
    for name, timing in interleaved(contenders, ROUNDS).items():
        print(f"  {name:22}{timing.ms}")


def growth(session: Session, folder: Path) -> None:
    """Time of every conclusion, by size, the collector of garbage held off as in a batch."""
    print("analysis alone, by items of evidence and of the timeline")
    last: tuple[int, float] | None = None
    for size in SIZES:
        path = folder / f"grown-{size}.yaml"
        path.write_text(grown(size), encoding="utf-8")
        spent = _least(session.record(Source.read(path)), session.doctrine, 5 if size < 2500 else 2)
        slope = f"slope {math.log10(spent / last[1]):.2f}" if last else ""
        print(f"  {size:6} {spent * 1000:10.1f} ms  {slope}")
        last = size, spent


def _least(record: Record, law: Doctrine, times: int) -> float:
    found = []
    for _ in range(times):
        gc.collect()
        gc.disable()
        begun = time.perf_counter()
        complete(analyze(record, law))
        found.append(time.perf_counter() - begun)
        gc.enable()
    return min(found)


def grown(size: int) -> str:
    """The text of a case file of that size, its id `grown`."""
    head = (
        "schema: 1\nid: grown\n"
        "defaults: {threats: {basis: client_account}, events: {basis: document}}\n"
        "matter: {docket: 3:26-cr-00001-AB, district: casd, proceeding: trial, office: An office,"
        " attorneys: [{id: pike, name: A. Pike, role: counsel}]}\n"
        "client: {name: Ana Reyes, short_name: Ms. Reyes, pronouns: she}\n"
        "charges: [{id: count-1, count: 1, statute: 21 U.S.C. § 952, title: Importation,"
        " offense: drug_trafficking, start: 2026-03-14 04:10, end: 2026-03-14 06:55}]\n"
        "people: [{id: rolo, name: Rogelio Tapia, relation: acquaintance}]\n"
        "threats: [{id: t, speaker: rolo, kinds: [death], against: [client],"
        " when: 2026-03-12 20:30, specific: yes, continuing: yes}]\n"
        "opportunities: [{id: o, basis: client_account, what: a stop, when: 2026-03-14 03:00,"
        " phone: yes, asked_for_help: no}]\n"
    )
    events = "".join(
        f"  - {{id: v{n}, what: Something was seen., kind: normal_activity,"
        f" when: 2026-03-{1 + n % 28:02} {n % 24:02}:{n % 60:02}, sources: [e{n}]}}\n"
        for n in range(size)
    )
    items = "".join(
        f"  - {{id: e{n}, kind: {KINDS[n % 4]}, form: recording, what: A recording,"
        f" about: [v{n}], admissible_through: a custodian}}\n"
        for n in range(size)
    )
    return f"{head}events:\n{events}evidence:\n{items}"
