"""Small cases for the tests of deadlines, tasks and strategy, as text."""

from __future__ import annotations

from datetime import date

from drafter import yamlfile
from drafter.analysis.elements.common_law import CommonLaw
from drafter.analysis.elements.shown_types import Shown, ShownState
from drafter.analysis.elements.types import ElementFinding
from drafter.analysis.evidence.matrix import find_matrix
from drafter.analysis.findings import ComesIn, Direction, Reason
from drafter.analysis.position import Position
from drafter.analysis.predicates.counts import counts_left
from drafter.analysis.turning.change_types import Change
from drafter.casefile.fact import Fact
from drafter.casefile.reader import case_from
from drafter.doctrine import Doctrine, Library
from drafter.doctrine.element import Element, Showing
from drafter.doctrine.vocabulary import Concept
from drafter.facts.gaps import Gap
from drafter.facts.record import Record, record_of
from tests.facts.records import districts, vocabulary

LIBRARY = Library.load()
AS_OF = date(2026, 11, 24)


def doctrine(day: date = AS_OF) -> Doctrine:
    return LIBRARY.in_force(day)


def record(
    body: str = "",
    *,
    matter: str = "",
    client: str = "",
    charges: str = "",
    second: str = "",
    district: str = "casd",
    proceeding: str = "trial",
    docket: str = "3:26-cr-00001",
) -> Record:
    """A case of one count, or two; each argument but ``body`` is the inside of a flow mapping."""
    if second:
        second = f"  - {{id: count-2, count: 2, statute: 18 U.S.C. § 1, title: T, {second}}}\n"
    text = f"""\
schema: 1
id: small
defaults:
  threats: {{basis: client_account}}
  opportunities: {{basis: client_account}}
  events: {{basis: document, handling: open}}
  statements: {{basis: document, handling: open}}
  evidence: {{handling: open}}
matter: {{docket: "{docket}", office: Defenders, proceeding: {proceeding},
  district: {district},
  attorneys: [{{id: atty, name: A. Pike, role: lead counsel}}], {matter}}}
client: {{name: Ana Ruiz, short_name: Ms. Ruiz, pronouns: she, {client}}}
charges:
  - {{id: count-1, count: 1, statute: 21 U.S.C. § 952, title: Importation,
     offense: drug_trafficking, start: 2026-03-14 04:10, end: 2026-03-14 06:55, {charges}}}
{second}people:
  - {{id: rolo, name: Rogelio Tapia, relation: acquaintance}}
  - {{id: girl, name: Lucía Ruiz, alias: L.R., relation: daughter, minor: yes}}
  - {{id: cousin, name: Teresa Ruiz, relation: cousin}}
{body}"""
    return record_of(case_from(yamlfile.parse(text, "small.yaml"), vocabulary()), districts())


def finding(
    concept: Concept, *reasons: Reason, state: ShownState = ShownState.SHOWN
) -> ElementFinding:
    """An element that needs one thing, shown by the helping reasons given."""
    showing = Showing("needed", "what is needed", ("threat_of_death",))
    element = Element(
        concept, concept.title(), "Q?", True, (), (), 1, (showing,), "whether", "Silent.", None
    )
    helps = tuple(each for each in reasons if each.for_us and not each.is_open)
    return ElementFinding(
        element, (), None, (), reasons, (Shown(showing, state, helps if state == "shown" else ()),)
    )


def reason(
    concept: Concept,
    fact: Fact | None = None,
    *,
    gap: Gap | None = None,
    direction: Direction = Direction.HELPS,
    voices: tuple[str, ...] = ("client",),
) -> Reason:
    """A reason on a fact that the client can testify to, or on a gap."""
    return Reason(
        rule="rule",
        element=concept,
        direction=direction,
        because="It bears on it.",
        fact=fact,
        gap=gap,
        forms=(ComesIn.CLIENT_TESTIMONY,) if fact else (),
        voices=frozenset(voices if fact else ()),
    )


def change(concept: Concept, gap: Gap, *, moves_production: bool = True) -> Change:
    """A missing fact that would move an element."""
    reasons = (reason(concept, gap=gap),)
    element = finding(concept, *reasons).element
    return Change(element, gap, None, (), reasons, (), (), moves_production)


def position(
    case: Record,
    *elements: ElementFinding,
    changes: tuple[Change, ...] = (),
    day: date = AS_OF,
) -> Position:
    """The position of a case whose elements are as given; by default one that is open."""
    law = doctrine(day)
    circuit, charges = law.circuit(case.place.district.circuit), counts_left(case.case)
    open_ = finding(Concept.ESCAPE, reason(Concept.ESCAPE), state=ShownState.MISSING)
    common_law = CommonLaw(circuit, charges, elements or (open_,))
    columns = tuple(each.element for each in common_law.elements)
    found = Position(case, law)
    given = {
        "common_law": common_law,
        "matrix": find_matrix(case, columns, lambda _: (), lambda _: (), ()),
        "changes": changes,
        "also_against": (),
    }
    # What is kept in the instance is not found again.
    vars(found).update(given)
    return found
