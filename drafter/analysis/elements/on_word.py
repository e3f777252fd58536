"""The later part of a lasting count over which the client's word alone says that a threat stood.

What bears a threat out when it was made says nothing of the days after it: a witness speaks until
the end of it that is recorded, a record of the day it is of.  Whatever is not certain, a moment
that is missing or a voice that is neither, leaves no part to the client alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.analysis.elements.shown_types import OnWord
from drafter.analysis.elements.stretches import lasts
from drafter.analysis.findings import Reason
from drafter.analysis.predicates.hours import PART
from drafter.analysis.predicates.order import between
from drafter.analysis.predicates.setting import CLIENT, Setting
from drafter.analysis.reasons.forms import STANDING
from drafter.analysis.reasons.types import Reasons
from drafter.casefile.coercion import Threat
from drafter.casefile.matter import Charge
from drafter.casefile.record import Form
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.vocabulary import Concept
from drafter.facts.moments import Moment


def find_on_word(
    element: Concept, charges: Iterable[Charge], reasons: Reasons, doctrine: Doctrine
) -> tuple[OnWord, ...]:
    """Find it for the counts that last, where somebody else bears out the part before it."""
    if element is not Concept.IMMEDIACY:
        return ()
    helps = [e for e in reasons.of(element) if e.for_us and not e.is_open and e.admissible]
    lasting = (each for each in charges if lasts(each, doctrine))
    found = (_of_count(each, helps, reasons) for each in lasting)
    return tuple(each for each in found if each)


def _of_count(charge: Charge, helps: Iterable[Reason], reasons: Reasons) -> OnWord | None:
    setting = reasons.answers.setting
    over, alone = setting.moment(charge.id, "end"), dict[str, Threat]()
    backed: Moment | None = None
    for each in helps:
        if each.voices == {CLIENT}:
            if isinstance(each.fact, Threat) and _bears(each.fact, charge):
                asked = reasons.asked.get(each.rule, ())
                alone |= {} if STANDING.isdisjoint(asked) else {each.fact.id: each.fact}
            continue
        stood = not STANDING.isdisjoint(reasons.asked.get(each.rule, ()))
        for until in _until(each, setting, stood=stood):
            if until is None or until.latest is None:
                return None
            if backed is None or backed.latest is None or until.latest > backed.latest:
                backed = until
    shortest = between(backed, over)[0]
    left = tuple(e for e in alone.values() if _outlasts(e, backed, setting))
    if backed is None or shortest is None or shortest <= PART or not left:
        return None
    return OnWord(charge, backed, left)


def _bears(threat: Threat, charge: Charge) -> bool:
    return not threat.demanded_offense or charge.id in threat.demanded_offense


def _until(reason: Reason, setting: Setting, *, stood: bool) -> Iterator[Moment | None]:
    """Yield until when another than the client bears a reason out; None: it is not limited.

    ``stood``: it is that the threat stood, and not that it was made.
    """
    fact, voices = reason.fact, reason.voices
    if not isinstance(fact, Threat):
        moment = setting.moment(fact.id) if fact else None
        yield from (moment,) if moment and moment.known else ()
        return
    items = [setting.record.evidence.items[each.evidence] for each in fact.sources]
    speaking = [each for each in items if voices.intersection((each.id, each.witness))]
    if not speaking:
        yield None
    for item in speaking:
        if item.form is Form.TESTIMONY:
            yield setting.moment(fact.id, "ended")
        else:
            yield setting.moment(item.id if stood else fact.id)


def _outlasts(threat: Threat, moment: Moment | None, setting: Setting) -> bool:
    """Whether a threat is not recorded as over within a day of a moment."""
    ended = setting.moment(threat.id, "ended")
    longest = between(moment, ended)[1]
    return longest is None or longest > PART
