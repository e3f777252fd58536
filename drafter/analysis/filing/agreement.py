"""What of a plea agreement stands against a filing: an argument it bars, one it leaves unclear."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from drafter.analysis.result import Analysis
from drafter.analysis.sentencing.adjustment_types import AdjustmentFinding
from drafter.analysis.sentencing.law import law_of, section_of
from drafter.analysis.sentencing.plea_types import PleaCheck
from drafter.analysis.sentencing.types import SentencingFindings
from drafter.casefile.plea import AgreedRange, Argument, Permission
from drafter.casefile.resolution import Adjustment, LegalRoad
from drafter.errors import Problem
from drafter.yamlfile import YamlPath


def plea_problems(analysis: Analysis) -> Iterator[Problem]:
    """Yield what the agreement bars and the filing could not leave out without saying less.

    Nothing that may be barred is filed before it is known whether the agreement is signed, nor
    is an argument made of which counsel has not settled whether the agreement leaves it open.
    """
    findings = analysis.sentencing
    if doubtful := [each.argument for each in findings.plea if each.may_bar]:
        yield _not_known_signed(analysis, doubtful)
    barred = {each.argument for each in findings.barred}
    departs = findings.vehicle.departs and Argument.DEPARTURE not in barred
    # A sentence within the range is no variance.
    open_road = departs or findings.within_range
    if Argument.VARIANCE in barred and not open_road:
        yield _barred(analysis, Argument.VARIANCE, "and no other argument is open")
    for argument, why in _resting(analysis, barred):
        yield _barred(analysis, argument, why)
    for check in findings.plea:
        if _unclear(check) and (made := _argued(analysis, check.argument)):
            yield _unsettled(analysis, check, made)
    if agreed := findings.outside_agreement:
        yield _outside(analysis, agreed)
    if findings.narrative_conflict:
        yield _contradicting(analysis)


def varies(findings: SentencingFindings) -> bool:
    """Whether a filing asks for a variance, if only should the range be a higher one.

    For a sentence within the range it has no need to, and leaves out what is not settled.
    """
    check = next(each for each in findings.plea if each.argument is Argument.VARIANCE)
    return check not in findings.barred and not (findings.within_range and _unclear(check))


def _resting(analysis: Analysis, arguments: Container[Argument]) -> Iterator[tuple[Argument, str]]:
    """Yield each step or road of the filing that rests on one of these arguments, and how."""
    findings = analysis.sentencing
    for adjustment in findings.adjustments:
        argument = adjustment.argument
        if argument is not None and argument in arguments:
            for step in _filed_steps(adjustment, analysis):
                yield argument, f"and the computation claims `{step.id}`"
    if Argument.SAFETY_VALVE in arguments:
        shown = findings.compared.entered if findings.compared else (findings.governing,)
        for step in (step for each in shown if each for step in each.valve_steps if step.levels):
            yield Argument.SAFETY_VALVE, f"and the computation claims `{step.id}`"
    road = findings.floor.road if findings.floor.below else None
    if road is LegalRoad.SECTION_3553F and Argument.SAFETY_VALVE in arguments:
        yield Argument.SAFETY_VALVE, "and the ask rests on it"


def _argued(analysis: Analysis, argument: Argument) -> str | None:
    """How a filing makes an argument; None: it does not make it."""
    if argument is Argument.VARIANCE:
        return "and the filing argues it" if varies(analysis.sentencing) else None
    if argument is Argument.DEPARTURE:
        return "and the filing argues it" if analysis.sentencing.vehicle.departs else None
    return next((why for _, why in _resting(analysis, (argument,))), None)


def _unclear(check: PleaCheck) -> bool:
    """Whether a term of an agreement that binds, or may, is entered as unclear."""
    binds = check.agreement is not None and check.agreement.binds is not False
    return binds and check.term is not None and check.term.permission is Permission.UNCLEAR


def _unsettled(analysis: Analysis, check: PleaCheck, why: str) -> Problem:
    place = f" ({check.term.paragraph})" if check.term and check.term.paragraph else ""
    message = (
        f"Whether the plea agreement leaves the argument on {_words(check.argument)} open is "
        f"unclear{place}, {why}."
    )
    hint = "Settle what the paragraph says, then write `permission: allowed`, or barred."
    return _at_term(analysis, check.argument, message, hint)


def _outside(analysis: Analysis, agreed: AgreedRange) -> Problem:
    ask = analysis.sentencing.floor.ask
    message = (
        f"The sentence asked for, {ask.months if ask else 0} months, lies outside the range of the "
        f"plea agreement, {agreed.text}."
    )
    hint = (
        "Ask for a sentence within it, or correct `agreed_range:`; what an agreement that is not "
        "signed says binds nobody: then enter its `stage:`."
    )
    path: YamlPath = ("sentencing", "ask", "months")
    return analysis.record.case_file.file.problem(path, message, hint)


def _contradicting(analysis: Analysis) -> Problem:
    message = (
        "The client’s account is entered as departing from the factual basis of the plea, and what "
        "is filed may not contradict what was admitted."
    )
    hint = (
        "Bring what is filed into line with the factual basis, or have the basis corrected; then "
        "write `narrative_conflict: no`."
    )
    path: YamlPath = ("plea_agreement", "narrative_conflict")
    return analysis.record.case_file.file.problem(path, message, hint)


def _not_known_signed(analysis: Analysis, arguments: Iterable[Argument]) -> Problem:
    barred = ", ".join(_words(each) for each in arguments)
    message = (
        "Whether the plea agreement is signed is not recorded; if it is, it bars arguments "
        f"({barred})."
    )
    agreement = analysis.record.case.agreement
    status = agreement.status if agreement else ""
    hint = (
        "Enter its `stage:` (offered, draft, signed, refused or none). Its status, which is not "
        f"read for this, says: {status}."
    )
    return analysis.record.case_file.file.problem(("plea_agreement",), message, hint)


def _filed_steps(adjustment: AdjustmentFinding, analysis: Analysis) -> Iterator[Adjustment]:
    """The steps on an adjustment that the filing shows, under either Manual where it shows both."""
    yield from adjustment.claimed
    compared, law = analysis.sentencing.compared, law_of(analysis.doctrine)
    section = law.guidelines.get(adjustment.id)
    for each in compared.entered if compared else ():
        for step in each.entered.adjustments:
            if step not in adjustment.claimed and section in section_of(step.guideline):
                yield step


def _barred(analysis: Analysis, argument: Argument, why: str) -> Problem:
    check = next(each for each in analysis.sentencing.plea if each.argument is argument)
    place = check.term.paragraph if check.term else None
    where = f" ({place})" if place else ""
    message = f"The plea agreement bars the argument on {_words(argument)}{where}, {why}."
    hint = "Take it out of the case file’s sentencing section, or correct the term."
    return _at_term(analysis, argument, message, hint)


def _words(argument: Argument) -> str:
    return argument.value.replace("_", " ")


def _at_term(analysis: Analysis, argument: Argument, message: str, hint: str) -> Problem:
    """A problem at the term on an argument; a later one takes the place of an earlier one."""
    agreement = analysis.record.case.agreement
    terms = agreement.arguments if agreement else ()
    places = [at for at, term in enumerate(terms) if term.argument is argument]
    path: YamlPath = ("plea_agreement", "arguments")
    if places:
        path += (places[-1], "permission")
    return analysis.record.case_file.file.problem(path, message, hint)
