"""Analyses with as much in them as the mitigation outline reads."""

from __future__ import annotations

from datetime import date

from drafter.analysis.result import Analysis
from drafter.doctrine import Library
from drafter.facts.record import Record
from tests.analysis.sentencing.sentences import AS_OF, checked_library

FULL = """\
threats:
  - id: threat-open
    basis: recording
    handling: open
    speaker: rolo
    kinds: [death]
    against: [girl]
    words: Drive or she does not come home.
    when: 2025-03-13 20:30
    specific: yes
    demanded_offense: count-1
    sources: [ev-call at 00:41]
    note: PLANTED-note
    strategy: PLANTED-strategy
  - {id: threat-told, speaker: rolo, kinds: [death], words: PLANTED-client, sources: [ev-call]}
  - {id: threat-sealed, basis: witness, handling: sealed, kinds: [death], words: SEALED-words,
     when: 2025-03-12, sources: [ev-call]}
opportunities:
  - {id: chance, basis: document, handling: open, what: A stop among soldiers, safe: no,
     argument: PLANTED-argument, sources: [ev-call]}
events:
  - {id: told, kind: surrender, when: 2025-03-15, what: She told an officer., sources: [ev-call]}
  - {id: home, kind: normal_activity, what: PLANTED-adverse, sources: [ev-call]}
  - {id: bare, kind: report, what: PLANTED-unsourced}
statements:
  - {id: said, to: an agent, summary: PLANTED-limited, omits_duress: no, sources: [ev-call],
     suppression_issue: PLANTED-issue}
evidence:
  - {id: ev-call, kind: phone_records, form: recording, what: The call, bates: R-1,
     admissible_through: PLANTED-way}
  - {id: ev-work, kind: document, form: writing, handling: work_product, what: PLANTED-item}
answers:
  - {id: ans, basis: document, handling: open, question: delay, answer: PLANTED-answer}
notes:
  - {id: n, text: PLANTED-note2}
safety:
  - {id: safe, basis: witness, handling: sealed, what: PLANTED-safety}
cooperation: {id: coop, basis: document, status: motion_filed, disclosure: made, what: SEALED-coop}
"""
HISTORY = (
    "history: [{id: h, basis: document, handling: open, topic: work, what: Worked.,"
    " sources: [ev-call]}, {id: m, basis: document, handling: medical, topic: health,"
    " what: SEALED-health, sources: [ev-call]}]"
)
SENTENCE = (
    "theme: PLANTED-theme",
    "filing_theme: She drove because she was made to.",
    "filing_reasons: the threat and what she did when it ended",
    "allocution: PLANTED-allocution",
    "separation: SEALED-separation",
    "custody_requests: [near her family]",
    "supervised_release: three years",
    "letters: [{id: l, author: Ana Mora, relation: employer, topic: work, received: yes,"
    " knows_of_offense: no}, {id: l2, author: PLANTED-author, relation: x, topic: y}]",
    "comparators: [{id: c, description: JSIN cell, source: JSIN, queried_on: 2026-11-01}]",
    "psr_objections: [{id: p, paragraph: ¶ 4, objection: SEALED-objection, resolved: no}]",
    "floor_months: 0",
    "ask: {months: 12, words: a year, reasons: PLANTED-reasons}",
    HISTORY,
)


def analysis_of(
    record: Record, day: date | None = None, library: Library | None = None
) -> Analysis:
    """The analysis of a case.

    Without a library every authority was checked on the day, which is that of the hearing
    where the hearing lies before ``AS_OF``: nothing is filed for one that is past.
    """
    hearing = record.case.matter.dates.sentencing or AS_OF
    day = day or (AS_OF if library else min(AS_OF, hearing))
    return Analysis(record, (library or checked_library(day.isoformat())).in_force(day))
