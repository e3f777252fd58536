"""Which defense is this?  What the record points to, for each that may fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from drafter.analysis.defenses.statutory_types import ScreenResult, Section28
from drafter.analysis.defenses.types import Defense, DefenseFit, Fit, none_charged
from drafter.analysis.predicates.order import earlier
from drafter.analysis.predicates.setting import Setting
from drafter.analysis.stage import charges_pending
from drafter.casefile.coercion import Threat
from drafter.casefile.fact import Basis, Fact
from drafter.casefile.matter import Charge
from drafter.casefile.record import Event, EventKind, ExpertField, Statement
from drafter.casefile.references import CLIENT
from drafter.doctrine import kinds
from drafter.doctrine.circuit import Circuit
from drafter.doctrine.defense import DefenseRecord
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.offense import OffenseNature
from drafter.facts.gaps import Gap
from drafter.facts.grave import GRAVE, is_lesser
from drafter.facts.moments import Moment

_CONSPIRES = re.compile(r"\bconspir", re.IGNORECASE)
_AIDS = re.compile(r"^18 U\.S\.C\.[^;]*(?:§|,|and) 2$")
"""The statute of a count that charges aiding and abetting, 18 U.S.C. § 2, with another."""
_FLIGHT = Gap(
    "defense.necessity.flight",
    "whether the client was forced to commit the offense, or committed it in flight from harm",
    "",
    "",
)
_UNKNOWING = re.compile(
    r"\b(?:did not|didn['’]t|never|had not|hadn['’]t) (?:know|knew|known|realize|understand)\b"
    r"(?:.{0,60}\b(?:was|were|what|contain\w*|held|part of|stolen|illegal|false|inside)\b)"
    r"|\b(?:unaware|without knowing)\b|\bhad no idea\b",
    re.IGNORECASE,
)
"""Words of a statement by which the client denied having known what the act was."""


class _Case(Struct, frozen=True):
    """What the questions are asked of."""

    setting: Setting
    charges: tuple[Charge, ...]
    statutory: Section28

    def charged(self, *natures: OffenseNature) -> bool:
        """Whether some count is of one of these natures."""
        return any(self.setting.is_a(charge, *natures) for charge in self.charges)

    def gaps(self, *ids: str) -> tuple[Gap, ...]:
        """The gaps of these ids, those that are recorded left out."""
        return tuple(gap for gap in map(self.setting.record.gap, ids) if gap)


class _Found(Struct, frozen=True):
    """The answer to one question."""

    fit: Fit
    facts: tuple[Fact, ...] = ()
    gaps: tuple[Gap, ...] = ()


_NOTHING = _Found(Fit.NO_SIGNAL)
_NOT_ASKED = _Found(Fit.NOT_ASKED)


def find_defenses(
    setting: Setting,
    doctrine: Doctrine,
    circuit: Circuit,
    charges: tuple[Charge, ...],
    statutory: Section28,
) -> tuple[DefenseFit, ...]:
    """Ask of each defense whether the record points to it, in the order in which they are asked."""
    case = _Case(setting, charges, statutory)
    records = sorted(doctrine.every(kinds.DEFENSES), key=lambda each: each.order)
    return tuple(_fit(each, _QUESTIONS[each.id](case), case, circuit) for each in records)


def _fit(record: DefenseRecord, found: _Found, case: _Case, circuit: Circuit) -> DefenseFit:
    return DefenseFit(
        defense=record.id,
        fit=found.fit,
        facts=found.facts,
        gaps=found.gaps or tuple(_asked(record, found.fit)),
        charges=case.charges,
        denies=record.denies,
        notice=record.notice,
        authority=_authority(record, case, circuit),
    )


def _asked(record: DefenseRecord, fit: Fit) -> Iterator[Gap]:
    """Yield what the law record asks where no field of the case file answers it."""
    if fit is Fit.UNKNOWN and record.asks:
        yield Gap(f"defense.{record.id}", record.asks, "", "")


def _authority(record: DefenseRecord, case: _Case, circuit: Circuit) -> str | None:
    """The library's authority, or for the two that a court's record covers, the court's."""
    if record.id is Defense.COERCION:
        return next(iter(circuit.leading), None)
    if record.id is Defense.FIREARM_JUSTIFICATION:
        return circuit.firearm_possession.authority
    if record.id is Defense.TRAFFICKING and not case.statutory.in_force:
        return None
    return record.authority


def _possible(facts: Iterable[Fact]) -> _Found:
    found = tuple(facts)
    return _Found(Fit.POSSIBLE, found) if found else _NOTHING


def _coercion(case: _Case) -> _Found:
    threats = case.setting.case.threats
    if not threats:
        return _Found(Fit.UNKNOWN, gaps=case.gaps("threats"))
    carrying = tuple(case.setting.carrying.values()) or _in_time(case.setting) or threats
    made = tuple(each for each in carrying if each.speaker)
    if any(each.demanded_offense and GRAVE.intersection(each.kinds) for each in made):
        return _Found(Fit.YES, made)
    gaps = {gap.id: gap for gap in _unasked(made or carrying, case)}
    return _Found(Fit.POSSIBLE, made or carrying, tuple(gaps.values()))


def _in_time(setting: Setting) -> tuple[Threat, ...]:
    """The threats that were not made when the offense was over."""
    return tuple(each for each in setting.case.threats if each.id not in setting.late)


def _unasked(threats: tuple[Threat, ...], case: _Case) -> Iterator[Gap]:
    """Yield what must be known before a threat carries the defense: whose, what, for which act."""
    for each in threats:
        yield from case.gaps(*(f"{each.id}.{field}" for field in ("speaker", "kinds", "demand")))


def _necessity(case: _Case) -> _Found:
    """Nothing in a case file says that circumstances, and no person, pressed the client.

    Where nobody demanded what is charged, the client may have fled from what was threatened.
    """
    if case.charged(OffenseNature.ABSENCE):
        return _Found(Fit.UNKNOWN)
    threats = (each for each in case.setting.case.threats if not is_lesser(each))
    return _Found(Fit.UNKNOWN, gaps=(_FLIGHT,)) if none_charged(threats) else _NOT_ASKED


def _firearm(case: _Case) -> _Found:
    if not case.charged(OffenseNature.FIREARM_HELD):
        return _NOTHING
    threats = _in_time(case.setting) or case.setting.case.threats
    return _Found(Fit.YES, threats) if threats else _Found(Fit.UNKNOWN, gaps=case.gaps("threats"))


def _self_defense(case: _Case) -> _Found:
    """Force used, or a weapon held, where violence or a threatener on the spot is recorded."""
    if not case.charged(OffenseNature.FORCE, OffenseNature.FIREARM_HELD):
        return _NOT_ASKED
    near = (each for each in _in_time(case.setting) if each.watching)
    return _possible((*near, *_violence(case.setting)))


def _entrapment(case: _Case) -> _Found:
    """Whether whoever demanded a charged offense acted for the government, as recorded of people.

    Where everything demanded is recorded and none of it is charged, nobody led into the charge.
    """
    whole = case.setting.case
    asked = [each for each in whole.threats if each.demanded_offense or not each.demand]
    agents = {each.id: each.for_government for each in whole.people}
    answers = [agents.get(each.speaker or "") for each in asked]
    if any(answers):
        return _possible(each for each, one in zip(asked, answers, strict=True) if one)
    return _Found(Fit.UNKNOWN) if None in answers or not whole.threats else _NOTHING


def _violence(setting: Setting) -> Iterator[Event]:
    """Yield the violence recorded; what the government charges is not said to be others’."""
    for event in setting.of_kind(EventKind.VIOLENCE):
        if event.basis is not Basis.GOVERNMENT_ALLEGATION:
            yield event


def _involuntary(case: _Case) -> _Found:
    """Violence that may have fallen within some count; a count that lasts is no one act."""
    setting = case.setting
    return _possible(
        each for each in _violence(setting) if _within(setting.moment(each.id), setting)
    )


def _within(at: Moment | None, setting: Setting) -> bool:
    return any(
        not charge.continuing and not earlier(at, start) and not earlier(end, at)
        for charge, (start, end) in zip(setting.charges, setting.windows, strict=True)
    )


def _mental_condition(case: _Case) -> _Found:
    whole = case.setting.case
    experts = tuple(e for e in whole.experts if e.field is ExpertField.MENTAL_CONDITION)
    conditions = tuple(each for each in whole.client.conditions if each.mental is not False)
    if experts:
        return _Found(Fit.YES, (*experts, *conditions))
    if conditions:
        return _possible(conditions)
    gaps = case.gaps("client.competency")
    return _Found(Fit.UNKNOWN, gaps=gaps) if gaps else _NOTHING


def _element_negated(case: _Case) -> _Found:
    """What the client knew and meant is open of every count that is to be tried.

    A threat points to it where an agreement, or aid to others, is charged; what the client has
    said of not knowing does at every stage.
    """
    open_ = [each for each in case.charges if each in charges_pending(case.setting.case)]
    joins = any(_joins_others(each, case.setting) for each in open_)
    threats = _in_time(case.setting) if joins else ()
    unknowing = filter(_denies_knowing, case.setting.case.statements)
    found = _possible((*threats, *unknowing))
    return found if found.facts or not open_ else _Found(Fit.UNKNOWN)


def _denies_knowing(statement: Statement) -> bool:
    """Whether the client said, by counsel's words for it, not to have known what the act was."""
    told = (statement.summary, *(each.text for each in statement.says))
    return statement.speaker == CLIENT and any(map(_UNKNOWING.search, told))


def _joins_others(charge: Charge, setting: Setting) -> bool:
    agreed = setting.is_a(charge, OffenseNature.AGREEMENT) or _CONSPIRES.search(charge.title)
    return bool(agreed or _AIDS.search(charge.statute))


def _trafficking(case: _Case) -> _Found:
    found = case.statutory
    fits = {ScreenResult.VICTIM: Fit.YES, ScreenResult.SIGNALS: Fit.POSSIBLE}
    if found.result in fits:
        return _Found(fits[found.result], found.facts, found.gaps)
    if found.result in (ScreenResult.NOT_SCREENED, ScreenResult.UNFINISHED):
        return _Found(Fit.UNKNOWN, gaps=found.gaps)
    return _NOTHING


_QUESTIONS: Mapping[Defense, Callable[[_Case], _Found]] = {
    Defense.COERCION: _coercion,
    Defense.NECESSITY: _necessity,
    Defense.FIREARM_JUSTIFICATION: _firearm,
    Defense.SELF_DEFENSE: _self_defense,
    Defense.ENTRAPMENT: _entrapment,
    Defense.INVOLUNTARY_ACT: _involuntary,
    Defense.MENTAL_CONDITION: _mental_condition,
    Defense.ELEMENT_NEGATED: _element_negated,
    Defense.TRAFFICKING: _trafficking,
}
