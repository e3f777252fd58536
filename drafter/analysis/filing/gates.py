"""What a filing must pass before it is composed: every problem, and what would let it pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.analysis.filing.agreement import plea_problems
from drafter.analysis.filing.steps import step_problems
from drafter.analysis.filing.types import FiledArgument
from drafter.analysis.result import Analysis
from drafter.analysis.sentencing.adjustments import MOTION
from drafter.analysis.sentencing.computation_types import ComputationFinding
from drafter.analysis.sentencing.floor_types import Floor, FloorState
from drafter.analysis.sentencing.types import SentencingFindings
from drafter.casefile.plea import Argument
from drafter.casefile.resolution import LegalRoad
from drafter.doctrine.guidelines import PolicyStatement
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.marks import CHECK_DAYS
from drafter.doctrine.sentencing_table import LIFE
from drafter.errors import Problem
from drafter.facts.record import Record
from drafter.facts.signing import signing_problem
from drafter.yamlfile import YamlPath

_AWAITED = (
    "Enter `status: motion_filed`, or `motion_expected`, under `cooperation:` once it is; or ask "
    "for the minimum."
)
_SHUT = (
    "The safety valve is named: correct the answer under `safety_valve:` that is no, if it is "
    "wrong; for a count that it does not reach only the government’s motion (section_3553e) opens "
    "the minimum. Or ask for the minimum."
)


def filing_problems(analysis: Analysis) -> Iterator[Problem]:
    """Yield what counsel has to settle before anything of the sentence is filed."""
    findings = analysis.sentencing
    yield from _stage_problems(analysis)
    yield from _day_problems(analysis)
    yield from _manual_problems(analysis)
    both = (findings.governing, *(findings.compared.entered if findings.compared else ()))
    filed = {each.id: each for each in both if each}
    yield from range_problems(filed.values(), analysis.record)
    yield from step_problems(filed.keys(), analysis)
    yield from _floor_problems(analysis, findings.floor)
    yield from _pending_problems(analysis, findings.floor)
    yield from plea_problems(analysis)


def authority_problems(ids: tuple[str, ...], doctrine: Doctrine) -> Iterator[Problem]:
    """Yield each authority that may not be cited outside, or that nobody has checked of late."""
    for id in ids:
        if problem := doctrine.authority(id).outward_problem(doctrine.day):
            yield problem


def text_problems(text: PolicyStatement | None, doctrine: Doctrine) -> Iterator[Problem]:
    """Yield a text that is printed whole and that nobody has compared of late.

    A check of its authority says that the citation is right, and not that these are its words.
    """
    if text is None or text.marks.checked_of_late(doctrine.day):
        return
    cite = doctrine.authority(text.authority).citation
    message = f"The text of {cite} has no cite-check of the {CHECK_DAYS} days up to {doctrine.day}."
    file = f"guidelines/ussg_5k2_12/{text.authority}.yaml"
    hint = f"Compare it and enter `cite_check:` under {file} in --law."
    yield Problem(None, message, hint)


def departure_problems(argument: FiledArgument, analysis: Analysis) -> Iterator[Problem]:
    """Yield a problem if a departure is asked for and no fact, open or sealed, supports it."""
    if argument.departs and not argument.departure and not argument.departure_sealed:
        message = (
            "A departure under U.S.S.G. § 5K2.12 would be asked for, and no fact that may be filed "
            "stands behind it."
        )
        hint = (
            "Name under `sources:` the items behind the coercion, and mark what may be filed; a "
            "statement counts by what it says under `says:`."
        )
        path: YamlPath = ("threats",) if analysis.record.case.threats else ("sentencing",)
        yield analysis.record.case_file.file.problem(path, message, hint)


def range_problems(computations: Iterable[ComputationFinding], record: Record) -> Iterator[Problem]:
    """Yield each entered range that is not the table's, where nothing says what moves it."""
    for each in computations:
        if each.unexplained:
            end = "high_months" if each.entered.low_months is None else "low_months"
            message = (
                f"The range entered, {each.range.text}, is not the table’s, {each.table.text} at "
                f"level {each.level}, category {each.entered.category.value}."
            )
            hint = (
                "Correct it, or say under `off_table:` what moves it, in words that may be filed."
            )
            yield record.case_file.file.problem(("sentencing", each.id, end), message, hint)


def argued(findings: SentencingFindings, argument: Argument) -> bool:
    """Whether the plea agreement leaves an argument open."""
    return all(each.argument is not argument for each in findings.barred)


def _stage_problems(analysis: Analysis) -> Iterator[Problem]:
    """Yield a problem if no count has ended in a conviction.

    A filing before that would concede what is not decided, and would tell the terms of a plea
    agreement that nobody has signed.  The proceeding that is entered is not enough to go by,
    since it names no count.
    """
    if analysis.sentencing.convicted:
        return
    message = (
        "No count is entered as ended in a conviction, by a verdict or by a plea that the court "
        "took."
    )
    hint = (
        "Enter `disposition: convicted` of each count on which a verdict of guilty, or a plea, was "
        "entered."
    )
    yield analysis.record.case_file.file.problem(("charges", 0), message, hint)


def proceeding_problem(analysis: Analysis) -> Problem | None:
    """Why no filing can be drafted in a proceeding that passes no sentence; None: it may be."""
    if analysis.course.read:
        return None
    if analysis.course.violation:
        message = (
            "The proceeding is a revocation, and a sentencing memorandum argues the sentence for "
            "an offense: no law of revocation is in the law library."
        )
        hint = "Write the paper by hand, from the working edition and the law once it is read."
    else:
        message = (
            "The proceeding asks something about a sentence already imposed, and a sentencing "
            "memorandum argues one still to be passed: no law of such a motion is drafted here."
        )
        hint = (
            "If the sentence was vacated, enter the resentencing: `proceeding: sentencing`, its "
            "day, and after a motion under § 2255 `after_2255_vacatur: yes`."
        )
    path: YamlPath = ("matter", "proceeding")
    return analysis.record.case_file.file.problem(path, message, hint)


def _day_problems(analysis: Analysis) -> Iterator[Problem]:
    """Yield a problem if the hearing is past: for a later one another Manual may be in force."""
    if analysis.sentencing_past:
        message = f"The day set for sentencing lies before {analysis.as_of}: it is past."
        hint = (
            "Enter the new day; to draft again what was filed then, give --as-of a day before it."
        )
        path: YamlPath = ("matter", "dates", "sentencing")
        yield analysis.record.case_file.file.problem(path, message, hint)


def _manual_problems(analysis: Analysis) -> Iterator[Problem]:
    findings, entered = analysis.sentencing, analysis.record.case.sentencing.manual_checked
    if findings.stamp and entered is not None:
        path: YamlPath = ("sentencing", "manual_checked")
        if stranger := signing_problem(entered, path, analysis.record.case_file):
            yield stranger
    if not findings.stamp or findings.manual_checked is not None:
        return
    if entered is None:
        message = f"{findings.stamp}: an attorney has to read it before anything is filed."
        yield _at(analysis, (), message, "Enter `manual_checked: {by: …, on: …}`.")
        return
    if entered.on > analysis.as_of:
        why = f"later than the day of the draft, {analysis.as_of}"
    else:
        why = "before the Manual took effect"
    message = f"{findings.stamp}: the reading entered for {entered.on} is {why}."
    hint = "Check the day; the Manual is to be read once it is in effect, and before a draft."
    yield _at(analysis, ("manual_checked",), message, hint)


def _floor_problems(analysis: Analysis, floor: Floor) -> Iterator[Problem]:
    roads = "Name its `legal_road:` (section_3553e or section_3553f), or ask for the minimum."
    match floor.state:
        case FloorState.NO_ASK:
            message = "A filing states the sentence asked for, and none is entered."
            yield _at(analysis, (), message, "Enter `ask: {months: …}`.")
        case FloorState.FLOOR_UNKNOWN:
            message = "Whether the ask lies below the statutory minimum cannot be told."
            yield _at(analysis, ("ask",), message, "Enter `floor_months:`, 0 if there is none.")
        case FloorState.BELOW_WITHOUT_ROAD:
            message = (
                "The sentence asked for lies below the statutory minimum, and coercion is no "
                "ground to go below it."
            )
            yield _at(analysis, ("ask",), message, roads)
        case FloorState.BELOW_WITH_ROAD if _no_motion(analysis):
            message = (
                "The ask rests on the government’s motion for substantial assistance, and none is "
                "recorded as filed or expected."
            )
            yield _at(analysis, ("ask", "legal_road"), message, _AWAITED)
        case FloorState.BELOW_WITH_ROAD if floor.road_supported is False:
            message = "The record does not bear out the legal road of the ask below the minimum."
            yield _at(analysis, ("ask", "legal_road"), message, _SHUT)
        case FloorState.BELOW_WITH_ROAD if _valve_open(analysis.sentencing):
            message = "The ask rests on the safety valve, and not all five facts are answered."
            hint = "Enter them under `safety_valve:`; each is yes, no or unknown."
            yield _at(analysis, ("ask", "legal_road"), message, hint)


def _pending_problems(analysis: Analysis, floor: Floor) -> Iterator[Problem]:
    """Yield a problem if the minimum that would be stated is that of a count still pending."""
    total = floor.months if floor.months == LIFE else f"{floor.months} months"
    for each in floor.pending[:1]:
        message = (
            f"The total minimum, {total}, is more than the counts of conviction "
            f"carry together, and count {each.count}, which is pending, has a minimum of its own."
        )
        hint = (
            "Enter `disposition: convicted` of that count if it is one of conviction, or correct "
            "the total."
        )
        yield _at(analysis, ("floor_months",), message, hint)


def telling_problems(analysis: Analysis) -> Iterator[Problem]:
    """Yield that a public filing would tell of cooperation by saying that a ground is sealed."""
    if analysis.sentencing.floor.ground_tells:
        message = (
            "In public the ask below the statutory minimum would tell that the client cooperates: "
            "the safety valve cannot open that minimum here, so a ground under seal can only be "
            "the government’s motion."
        )
        hint = (
            "Ask for leave to file the whole request under seal, where the sealed supplement "
            "states it; or ask in public for no less than the minimum."
        )
        yield _at(analysis, ("ask",), message, hint)


def _no_motion(analysis: Analysis) -> bool:
    told = analysis.record.case.cooperation
    made = told is not None and told.status in MOTION
    return analysis.sentencing.floor.road is LegalRoad.SECTION_3553E and not made


def _valve_open(findings: SentencingFindings) -> bool:
    rests = findings.floor.road is LegalRoad.SECTION_3553F
    return rests and any(each.answer is None for each in findings.safety_valve.conditions)


def _at(analysis: Analysis, path: YamlPath, message: str, hint: str) -> Problem:
    return analysis.record.case_file.file.problem(("sentencing", *path), message, hint)
