"""Parts of small case files for the tests of findings, as text, and hand-made reasons."""

from __future__ import annotations

from datetime import date

from drafter.analysis.elements.common_law import CommonLaw
from drafter.analysis.elements.shown_types import Shown, ShownState
from drafter.analysis.elements.types import ElementFinding
from drafter.analysis.findings import ComesIn, Reason
from drafter.analysis.predicates.setting import Setting
from drafter.analysis.ties import Ties, ties_of
from drafter.casefile.matter import Charge
from drafter.doctrine import Doctrine, Library
from drafter.doctrine.circuit import Circuit
from drafter.doctrine.element import Element, Showing
from drafter.doctrine.vocabulary import Concept, Direction
from drafter.facts.record import Record
from tests.facts.records import record

LIBRARY = Library.load()
AS_OF = date(2026, 11, 28)
PEOPLE = """\
people:
  - {id: rolo, name: Rogelio Tapia, relation: acquaintance}
  - {id: girl, name: Lucía Ruiz, alias: L.R., relation: daughter, minor: yes}
  - {id: friend, name: Teresa Soto, relation: friend}
"""


def counts(*charges: str) -> str:
    """Counts from flow mappings' insides: `offense: murder, violent: yes`."""
    lines = (
        f"  - {{id: count-{n}, count: {n}, statute: a statute, title: A title, {inside}}}\n"
        for n, inside in enumerate(charges, 1)
    )
    return "charges:\n" + "".join(lines)


DRUGS = counts("offense: drug_trafficking, start: 2026-03-14 04:10, end: 2026-03-14 06:55")


def case(body: str = "", *, charges: str = DRUGS, district: str = "casd", **more: str) -> Record:
    """A case with three people and one count of drug trafficking."""
    return record(PEOPLE + body, charges=charges, district=district, **more)


class Asked:
    """A record with what the findings are asked of."""

    def __init__(self, record: Record, day: date = AS_OF) -> None:
        self.record = record
        self.doctrine: Doctrine = LIBRARY.in_force(day)
        self.setting = Setting(record, self.doctrine)
        self.ties: Ties = ties_of(record)
        self.circuit: Circuit = self.doctrine.circuit(record.place.district.circuit)
        self.charges: tuple[Charge, ...] = self.setting.charges


def element(id: Concept, *needs: str) -> Element:
    """A concept of the tests' own, which needs one of some predicates shown."""
    showing = (Showing("needed", "what is needed", needs),) if needs else ()
    return Element(
        id, id.value.title(), "Was it so?", True, (), (), 1, showing, "whether", "Silent.", None
    )


def common_law(asked: Asked, *findings: tuple[Element, tuple[Reason, ...]]) -> CommonLaw:
    """A route made by hand, nothing of what its elements need being shown."""
    return CommonLaw(
        asked.circuit,
        asked.charges,
        tuple(
            ElementFinding(
                each,
                (),
                None,
                asked.charges,
                reasons,
                tuple(Shown(need, ShownState.MISSING, ()) for need in each.needs),
            )
            for each, reasons in findings
        ),
    )


def ask(body: str = "", day: date = AS_OF, **more: str) -> Asked:
    """What the findings of a small case are asked of."""
    return Asked(case(body, **more), day)


def reason(
    record: Record,
    subject: str,
    element: Concept,
    direction: Direction = Direction.HURTS,
    form: ComesIn = ComesIn.CLIENT_TESTIMONY,
    rule: str = "made-up",
) -> Reason:
    """A reason on a fact or, where the record has none of that id, on a gap."""
    fact, gap = record.facts.get(subject), record.gap(subject)
    assert (fact is None) != (gap is None)
    return Reason(
        rule=rule,
        element=element,
        direction=direction,
        because="Because.",
        fact=fact,
        gap=gap,
        forms=(form,) if fact else (),
        voices=frozenset({"client"}) if fact else frozenset(),
    )
