"""A case with something of everything, and documents composed from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from drafter import yamlfile
from drafter.casefile.reader import case_from
from drafter.casefile.vocabulary import Vocabulary
from drafter.composition.audience import audience_of
from drafter.composition.blocks import Audience, Block
from drafter.composition.marking import settled
from drafter.composition.templating.templates import TemplateSet
from drafter.composition.vocabulary.citing import Citing
from drafter.composition.vocabulary.vocabulary import functions_for
from drafter.doctrine import kinds
from drafter.doctrine.districts import Districts
from drafter.doctrine.library import Library
from drafter.facts.record import Record, record_of

DAY = date(2026, 11, 24)

CASE = """\
schema: 1
id: small
matter:
  docket: 3:26-cr-00001-ABC
  district: casd
  office: Federal Defenders
  attorneys: [{id: atty, name: A. Pike, role: lead counsel}]
  proceeding: trial
client: {name: Ana Ruiz Vega, short_name: Ms. Ruiz, pronouns: she}
charges:
  - id: count-1
    count: 1
    statute: 21 U.S.C. § 952
    title: Importation
    offense: drug_trafficking
    start: 2026-03-14 04:10 America/Tijuana
    end: 2026-03-14 06:55
people:
  - {id: rolo, name: Rogelio Tapia, relation: acquaintance}
  - {id: girl, name: Lucía Ruiz, alias: L.R., relation: daughter, minor: yes}
  - {id: aunt, name: Elena Sosa, alias: Relative 1, relation: aunt, protected: within their reach}
  - {id: teen, name: Iker Paz, alias: I.P., relation: neighbor, minor: unknown}
  - {id: source, name: Officer Ada Marsh, alias: Witness 1, relation: officer, protected: at risk}
  - {id: boy, name: Bo An, alias: B.A., relation: son, minor: yes}
threats:
  - id: threat-1
    basis: client_account
    speaker: rolo
    words: You drive or she does not come home from the school on the hill.
    kinds: [death]
    against: [girl]
    when: 2026-03-12 20:30 America/Tijuana
    sources: [ev-log at call 7, ev-video at 2026-03-13 07:12]
events:
  - id: arrest
    basis: document
    handling: open
    kind: arrest
    when: 2026-03-14 08:40
    what: Officers arrested Ms. Ruiz.
    sources: [ev-report at p. 4, ev-witness]
    note: Ask why the second officer left.
  - {id: seen, basis: recording, handling: open, when: about 2026-03-14 07:05, what: Filmed.}
  - {id: ward, basis: document, handling: medical, what: Treated at a clinic.}
answers:
  - id: ans
    basis: document
    handling: open
    question: no_call
    answer: The handset was theirs and they heard each call.
evidence:
  - {id: ev-log, kind: phone_records, form: writing, handling: open, what: Call log, bates: G-0211}
  - {id: ev-video, kind: border_video, form: recording, what: Video of the lanes, exhibit: Ex. 4}
  - {id: ev-report, kind: document, form: writing, handling: open, what: Report., bates: G-0021}
  - id: ev-witness
    kind: independent_witness
    form: testimony
    handling: work_product
    what: The aunt
    witness: aunt
"""


@cache
def library() -> Library:
    return Library.load()


@cache
def vocabulary() -> Vocabulary:
    shelf = library().shelf
    return Vocabulary(
        evidence_kinds=frozenset(shelf(kinds.EVIDENCE)),
        traits=frozenset(),
        offenses=frozenset(shelf(kinds.OFFENSES)),
        elements=frozenset(),
        districts={"casd": frozenset()},
    )


def districts() -> Districts:
    return library().only(kinds.DISTRICTS)


def record(text: str = CASE) -> Record:
    file = case_from(yamlfile.parse(text, "small.yaml"), vocabulary())
    return record_of(file, districts())


@dataclass(frozen=True)
class Composed:
    """The blocks of a template over the case."""

    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks)


def compose(
    template: str,
    audience: Audience = Audience.INTERNAL,
    *,
    case: str = CASE,
    law: Library | None = None,
    claims: bool = True,
    files: Mapping[str, str] | None = None,
    **context: object,
) -> Composed:
    """Render ``template`` with everything that documents add."""
    known = record(case)
    citing = Citing((law or library()).in_force(DAY), audience, claims=claims)
    given = {"case": known.case, "record": known, "f": known.facts, **context}
    with TemporaryDirectory() as folder:
        for name, content in {"body.md.j2": template, **(files or {})}.items():
            Path(folder, name).write_text(content, encoding="utf-8")
        functions = functions_for(known, citing, audience)
        blocks = (
            TemplateSet([Path(folder)]).rendering(given, functions=functions).blocks("body.md.j2")
        )
    return Composed(settled(blocks, citing.short_mark))


__all__ = ["CASE", "DAY", "Audience", "audience_of", "compose", "record"]
