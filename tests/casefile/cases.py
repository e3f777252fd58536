"""Small case files for the tests, as text."""

from __future__ import annotations

from drafter import yamlfile
from drafter.casefile.reader import CaseFile, case_from
from drafter.casefile.vocabulary import Vocabulary

VOCABULARY = Vocabulary(
    evidence_kinds=frozenset({"phone_records", "document", "independent_witness"}),
    traits={
        "client_had_phone": "A telephone was there.",
        "leaves_out_duress": "Nothing is said.",
        "invoked_silence": "A right was invoked.",
    },
    offenses=frozenset({"drug_trafficking", "escape"}),
    elements=frozenset({"threat", "escape", "fear"}),
    districts={"casd": frozenset(), "txwd": frozenset({"el_paso", "austin"})},
)

SMALL = """\
schema: 1
id: small
defaults:
  threats: {basis: client_account}
matter:
  docket: 3:26-cr-00001-ABC
  district: casd
  office: Federal Defenders
  attorneys: [{id: atty, name: A. Pike, role: lead counsel}]
  proceeding: trial
client: {name: Ana Ruiz, short_name: Ms. Ruiz, pronouns: she}
charges:
  - {id: count-1, count: 1, statute: 21 U.S.C. § 952, title: Importation, offense: drug_trafficking}
people:
  - {id: rolo, name: Rogelio Tapia, relation: acquaintance}
  - {id: girl, name: Lucía Ruiz, alias: L.R., relation: daughter, minor: yes}
threats:
  - id: threat-1
    speaker: rolo
    kinds: [death]
    against: [girl]
    when: 2026-03-12 20:30 America/Tijuana
    demanded_offense: count-1
    sources: [ev-log at call 7]
events:
  - {id: arrest, basis: document, handling: open, kind: arrest, when: 2026-03-14, what: Arrested.}
evidence:
  - {id: ev-log, kind: phone_records, form: writing, what: Call log, traits: [client_had_phone]}
"""


def small(text: str = SMALL) -> CaseFile:
    return case_from(yamlfile.parse(text, "small.yaml"), VOCABULARY)
