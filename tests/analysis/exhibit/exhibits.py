"""A small case with an exhibit, to be changed one word at a time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from drafter.analysis.exhibit.types import ExhibitView
from drafter.analysis.exhibit.view import exhibit_view
from drafter.doctrine import Library
from drafter.errors import GateError
from tests.facts.records import record

DAY = date(2026, 11, 28)

BODY = """\
people:
  - {id: cousin, name: Teresa Ocampo, relation: cousin}
  - {id: girl, name: Lucía Ruiz, alias: L.R., relation: daughter, minor: yes}
  - {id: officer, name: Officer M. Diaz, relation: officer}
threats:
  - {id: threat-1, basis: recording, handling: open, kinds: [death], when: 2026-03-12,
     sources: [log]}
opportunities:
  - {id: chance, basis: recording, handling: open, what: A stop., when: 2026-03-13, sources: [log]}
events:
  - {id: call, what: A call was made, when: 2026-03-14 05:48, sources: [log at call 7]}
  - {id: told, what: She told an officer, when: about 2026-03-14 07:05, sources: [report at p. 3]}
  - {id: held, what: She was arrested., when: 2026-03-14 08:40, sources: [report at p. 4, video]}
statements:
  - {id: spoken, basis: recording, to: an agent, when: 2026-03-14 11:15, summary: said it again,
     sources: [video at 00:03]}
evidence:
  - {id: log, kind: phone_records, form: writing, handling: open, what: Call log, bates: G-0211,
     witness: officer}
  - {id: report, kind: document, form: writing, handling: open, what: Report, bates: G-0021,
     exhibit: Ex. 4}
  - {id: video, kind: document, form: recording, handling: open, what: Video, bates: G-0305,
     witness: girl}
witnesses:
  - {id: wit, basis: witness, handling: open, person: officer, sponsors: [report], knows: It.}
  - {id: wit-girl, basis: witness, handling: open, person: girl, knows: It.}
exhibit:
  mode: fre_107
  number: Defense Exhibit 4
  events: [call, told, held, spoken]
"""
APPROVED = "  approved: {by: A. Pike, on: 2026-11-20}\n"


def changed(*changes: tuple[str, str], body: str = BODY) -> str:
    """The case with each first text put in the place of the second's; each must be there."""
    for old, new in changes:
        assert old in body, old
        body = body.replace(old, new)
    return body


def law(folder: Path | None = None, on: str = "2026-11-01") -> Library:
    """The library; with a folder, one in which the rules of the exhibit are cite-checked."""
    if folder is None:
        return Library.load()
    for id in ("fre_1006", "fre_107", "ussg_6a1_3_a"):
        path = folder / "authorities" / f"{id}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        check = f"{{by: A. Vega, on: {on}, tool: citator, history: none}}"
        path.write_text(f"id: {id}\nmarks: {{cite_check: {check}}}\n", encoding="utf-8")
    return Library.load(folder)


def view(
    *changes: tuple[str, str],
    tail: str = "",
    checked: Path | None = None,
    on: str = "2026-11-01",
) -> ExhibitView:
    """The exhibit of the case with some words changed and lines added at its end."""
    return exhibit_view(record(changed(*changes) + tail), law(checked, on).in_force(DAY))


def refusals(
    *changes: tuple[str, str],
    tail: str = "",
    checked: Path | None = None,
    on: str = "2026-11-01",
) -> list[str]:
    """What the gates say; empty if they let the exhibit pass."""
    try:
        view(*changes, tail=tail, checked=checked, on=on)
    except GateError as error:
        return [str(problem) for problem in error.problems]
    return []
