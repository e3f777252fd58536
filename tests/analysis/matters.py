"""Small cases for the tests of deadlines, tasks and strategy, as text."""

from __future__ import annotations

from datetime import date

from drafter import yamlfile
from drafter.casefile.reader import case_from
from drafter.doctrine import Doctrine, Library
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
    district: str = "casd",
    proceeding: str = "trial",
) -> Record:
    """A case of one count; each argument is a flow mapping's inside, or YAML for the body."""
    text = f"""\
schema: 1
id: small
defaults:
  threats: {{basis: client_account}}
  opportunities: {{basis: client_account}}
  events: {{basis: document, handling: open}}
  statements: {{basis: document, handling: open}}
  evidence: {{handling: open}}
matter: {{docket: "3:26-cr-00001", office: Defenders, proceeding: {proceeding},
  district: {district},
  attorneys: [{{id: atty, name: A. Pike, role: lead counsel}}], {matter}}}
client: {{name: Ana Ruiz, short_name: Ms. Ruiz, pronouns: she, {client}}}
charges:
  - {{id: count-1, count: 1, statute: 21 U.S.C. § 952, title: Importation,
     offense: drug_trafficking, start: 2026-03-14 04:10, end: 2026-03-14 06:55, {charges}}}
people:
  - {{id: rolo, name: Rogelio Tapia, relation: acquaintance}}
  - {{id: girl, name: Lucía Ruiz, alias: L.R., relation: daughter, minor: yes}}
  - {{id: cousin, name: Teresa Ruiz, relation: cousin}}
{body}"""
    return record_of(case_from(yamlfile.parse(text, "small.yaml"), vocabulary()), districts())
