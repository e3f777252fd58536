"""Predicates about one statement: what it tells or leaves out, what it admits and disputes."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.analysis.predicates.order import both, negated
from drafter.analysis.predicates.setting import CLIENT, Setting, Test
from drafter.casefile.fact import Fact
from drafter.casefile.record import Invocation, Protection, Statement
from drafter.doctrine.vocabulary import ADMISSION_PREDICATES, Concept


def spoken(statement: Statement) -> bool:
    """Whether the client spoke; silence after an invocation leaves nothing out."""
    return statement.speaker == CLIENT and statement.invoked is Invocation.NO


def usable_mention(statement: Statement) -> bool | None:
    """Whether it tells of the coercion; None: its use is limited, or the record does not say."""
    return negated(statement.omits_duress) if statement.protection is Protection.NONE else None


def _alone(statement: Statement, setting: Setting) -> bool:
    """Whether no item holds the statement; one that an item holds is rated with the item."""
    return not setting.record.evidence.items_for(statement.id)


def _tells(statement: Statement, setting: Setting) -> bool | None:
    return both(_alone(statement, setting), usable_mention(statement))


def _omits(statement: Statement, setting: Setting) -> bool | None:
    return both(_alone(statement, setting), spoken(statement), statement.omits_duress)


def _disputes(statement: Statement, setting: Setting) -> tuple[Fact, ...]:
    """Those of the next that it denies or leaves out; what tells of threats differs in a detail."""
    denied = [bool(each.against) for each in statement.says if each.element == Concept.THREAT]
    tells = statement.omits_duress is False or False in denied
    return () if tells and True not in denied else _conflicts(statement, setting)


def _conflicts(statement: Statement, setting: Setting) -> tuple[Fact, ...]:
    """The threats that may carry an element, with which a statement that can be used conflicts."""
    silent = statement.speaker == CLIENT and statement.invoked is not Invocation.NO
    if silent or statement.protection is not Protection.NONE:
        return ()
    others = setting.disputed_threats.get(statement.id, ())
    return tuple(each for each in others if each.id in setting.carrying)


def _admission(element: Concept) -> Test[Statement]:
    """Whether the client said, so that it can be used, what speaks against an element."""

    def admitted(statement: Statement, _setting: Setting) -> bool:
        usable = statement.speaker == CLIENT and statement.protection is Protection.NONE
        return usable and any(each.element == element for each in statement.admissions)

    return Test(admitted)


STATEMENT_TESTS: Mapping[str, Test[Statement]] = {
    "mentions_duress": Test(_tells),
    "leaves_out_duress": Test(_omits),
    "disputes_threat": Test(
        lambda statement, here: bool(_disputes(statement, here)), rests_on=_disputes
    ),
    "conflicts_with_threat": Test(
        lambda statement, here: bool(_conflicts(statement, here)), rests_on=_conflicts
    ),
    **{name: _admission(element) for element, name in ADMISSION_PREDICATES.items()},
}
