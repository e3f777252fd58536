"""Work grows with the case file, and not with its square, however the facts hang together.

Calls are counted, since time says little on a busy machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from cProfile import Profile

import pytest

from drafter import yamlfile
from drafter.analysis.analyze import analyze, complete
from drafter.casefile.reader import case_from
from drafter.facts.record import record_of
from tests.analysis.parts import AS_OF, LIBRARY, PEOPLE
from tests.facts.records import CHARGES, HEAD, districts, vocabulary

pytestmark = pytest.mark.no_cover

FEW, MANY = 60, 240
WAYS = ("border_video", "messages", "medical_record", "postarrest_statement")
DURING = "between 2026-03-13 08:00 and 2026-03-14 08:00"


def rows(section: str, made: Iterable[str]) -> str:
    return f"{section}:\n" + "".join(f"  - {{{each}}}\n" for each in made)


def listed(count: int, letter: str) -> str:
    return ", ".join(f"{letter}{n}" for n in range(count))


def items(count: int, inside: Callable[[int], str]) -> str:
    made = (
        f"id: e{n}, kind: {WAYS[n % 4]}, form: recording, what: W, {inside(n)}"
        for n in range(count)
    )
    return rows("evidence", made)


def threats(count: int, inside: Callable[[int], str]) -> str:
    made = (f"id: t{n}, kinds: [death], against: [girl], {inside(n)}" for n in range(count))
    return rows("threats", made)


def chances(count: int) -> str:
    held = "phone: yes, alone: yes, watched: no, safe: yes, asked_for_help: no"
    return rows(
        "opportunities", (f"id: o{n}, what: W, when: {DURING}, {held}" for n in range(count))
    )


def events(count: int, inside: str = "") -> str:
    made = (
        f"id: v{n}, what: W, when: 2026-03-13 {9 + n % 14:02}:{n % 60:02}{inside}"
        for n in range(count)
    )
    return rows("events", made)


def beside(count: int) -> str:
    return items(count, lambda n: f"about: [v{n}]") + events(count, ", kind: violence")


def one_item(count: int) -> str:
    return items(1, lambda _: f"about: [{listed(count, 'v')}]") + events(count, ", sources: [e0]")


def one_threat(count: int) -> str:
    return threats(1, lambda _: "when: 2026-03-13") + items(count, lambda _: "about: [t0]")


def one_chance(count: int) -> str:
    about = "about: [o0], conflicts_with: [o0], traits: [client_alone]"
    return chances(1) + items(count, lambda _: about)


def one_speaker(count: int) -> str:
    told = threats(count, lambda n: f"speaker: rolo, when: 2026-03-13, sources: [e{n}]")
    return told + items(count, lambda _: "admissible_through: a custodian")


def repeated(count: int) -> str:
    return threats(count, lambda n: f"derives_from: [{f't{n + 1}' if n + 1 < count else ''}]")


def spoken(count: int) -> str:
    said = "to: an agent, summary: W, omits_duress: yes, says: [{element: threat, text: W}]"
    told = rows("statements", (f"id: s{n}, sources: [e{n}], {said}" for n in range(count)))
    return told + items(count, lambda _: "witness: friend")


def exhibited(count: int) -> str:
    exhibit = f"exhibit: {{mode: fre_107, events: [{listed(count, 'v')}]}}\n"
    return chances(count) + events(count) + exhibit


SHAPES = [
    beside, one_item, one_threat, one_chance, one_speaker, repeated, spoken, exhibited,
]  # fmt: skip


def calls(text: str) -> int:
    """Calls made from the text of a case to its findings."""
    with Profile(builtins=False) as profile:
        file = yamlfile.parse(text, "large.yaml")
        record = record_of(case_from(file, vocabulary()), districts())
        complete(analyze(record, LIBRARY.in_force(AS_OF)))
    return sum(each.callcount for each in profile.getstats())


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_facts_are_at_most_six_times_the_work(shape: Callable[[int], str]) -> None:
    head = HEAD.replace("{district}", "casd").replace("{proceeding}", "trial")
    head = head.replace("{division}", "").replace("{dates}", "") + PEOPLE + CHARGES
    calls(head + shape(4))  # what is made once for all cases
    few, many = calls(head + shape(FEW)), calls(head + shape(MANY))
    assert FEW < few < many < 6 * few
