"""An analysis for other programs and for a quick look: conclusions, reasons, gaps, days, tasks."""

from __future__ import annotations

from drafter import __version__
from drafter.analysis.deadlines.types import DeadlineFinding
from drafter.analysis.elements.types import ElementFinding
from drafter.analysis.findings import Reason
from drafter.analysis.result import Analysis
from drafter.analysis.turning.types import Turning
from drafter.pipeline.conclusions import conclusions_of

FORMAT = 1


def report_of(analysis: Analysis) -> dict[str, object]:
    """Return the analysis as plain JSON values; dates are ISO 8601, ids are the case file's.

    It is as privileged as the memo.
    """
    record, through = analysis.record, analysis.date_dependent_until
    return {
        "format": FORMAT,
        "software": f"drafter {__version__}",
        "case": record.case.id,
        "case_file": record.case_file.file.path,
        "client": record.case.client.name,
        "docket": record.case.matter.docket,
        "district": analysis.district.id,
        "circuit": analysis.district.circuit,
        "as_of": analysis.as_of.isoformat(),
        "current_through": through and through.isoformat(),
        "law": analysis.doctrine.digest,
        "conclusions": [
            {"id": each.id, "label": each.label, "value": each.value, "because": each.because}
            for each in conclusions_of(analysis)
        ],
        "turns": [_turn(each) for each in analysis.turnings],
        "elements": [_element(each) for each in analysis.common_law.elements],
        "gaps": [
            {"id": gap.id, "phrase": gap.phrase, "owner": gap.owner} for gap in analysis.missing
        ],
        "deadlines": [_deadline(each) for each in analysis.deadlines],
        "tasks": [
            {
                "id": each.id,
                "kind": each.kind,
                "title": each.title,
                "due": each.due and each.due.isoformat(),
            }
            for each in analysis.tasks
        ],
    }


def _turn(found: Turning) -> dict[str, object]:
    """What the verdicts on an element, or on the whole, turn on: each set is enough by itself."""
    return {
        "id": found.id,
        "moves": [
            {
                "for_defense": move.for_us,
                "production": None if move.production is None else move.production.word,
                "persuasion": None if move.persuasion is None else move.persuasion.word,
                "sets": [each.ids for each in move.sets],
            }
            for move in found.moves
        ],
    }


def _deadline(found: DeadlineFinding) -> dict[str, object]:
    count, at = found.counted, found.at.local_earliest if found.at else None
    return {
        "id": found.id,
        "title": found.deadline.title,
        "day": found.day and found.day.isoformat(),
        "at": at and at.isoformat(),
        "later_reading": count and count.other and count.other.isoformat(),
        "rules": [found.deadline.authority, *([count.rule] if count else [])],
        "past": found.passed,
        "done": found.done and found.done.isoformat(),
    }


def _element(found: ElementFinding) -> dict[str, object]:
    return {
        "id": found.id,
        "title": found.element.title,
        "production": found.production.word,
        "persuasion": found.persuasion.word,
        "reasons": [reason_value(each) for each in found.reasons],
    }


def reason_value(reason: Reason) -> dict[str, object]:
    """Return a reason as plain JSON values."""
    return {
        "rule": reason.rule,
        "direction": reason.direction.value,
        "because": reason.because,
        "authority": reason.authority,
        "persuasive": reason.persuasive,
        "fact": reason.fact and reason.fact.id,
        "others": [fact.id for fact in reason.others],
        "gap": reason.gap and reason.gap.id,
        "forms": [form.value for form in reason.forms],
        "answered_by": [fact.id for fact in reason.answered_by],
    }
