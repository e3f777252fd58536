"""The filing edition and its sealed supplement: a view made of what may leave, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.analysis.exhibit.checks import clock_problems
from drafter.analysis.filing.arguing import argument_of
from drafter.analysis.filing.citing import uncited_problems
from drafter.analysis.filing.comparing import comparison_problems
from drafter.analysis.filing.gates import (
    authority_problems,
    departure_problems,
    filing_problems,
    proceeding_problem,
    telling_problems,
    text_problems,
)
from drafter.analysis.filing.sealing import (
    sealed_law,
    sealed_part,
    steps_sealed,
)
from drafter.analysis.filing.types import (
    Caption,
    FiledArgument,
    FiledChronology,
    FiledRecord,
    FilingLaw,
    FilingView,
    Requests,
    SealedPart,
)
from drafter.analysis.result import Analysis
from drafter.analysis.sentencing.ask_types import FiledAsk, Placed
from drafter.analysis.sentencing.computation_types import RangeEffect
from drafter.analysis.sentencing.filed import (
    FiledFact,
    behind_words,
    filed,
    items_behind,
    narrative,
)
from drafter.analysis.sentencing.types import SentencingFindings
from drafter.casefile.case import Exhibit, ExhibitMode
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge, Proceeding
from drafter.casefile.resolution import Sentencing
from drafter.doctrine.districts import caption_name
from drafter.doctrine.manual_selection import ManualChoice
from drafter.errors import GateError, Problem
from drafter.facts.disclosure import Reader, public_client
from drafter.facts.record import Record

_MANUAL_LAW = {
    ManualChoice.SENTENCING_DATE: ("ussg_1b1_11_a",),
    ManualChoice.OFFENSE_DATE: ("ussg_1b1_11_b1", "peugh_scotus_2013", "ussg_1b1_11_b2"),
    ManualChoice.FIRST_SENTENCING: ("usc18_3742_g1",),
    ManualChoice.UNDETERMINED: (),
}
_RESERVED_LAW = ("ussg_1b1_11_a", "ussg_1b1_11_b1", "peugh_scotus_2013")
_COMPARED_LAW = ("ussg_1b1_11_a", "ussg_1b1_11_b1")
_FORMERLY = ("ussg_5k2_12", "usc18_3661", "usc18_3553_a1", "ussg_app_b_iii")
"""What § 5K2.12 was, and what lets its ground be urged for a variance."""


def filing_view(analysis: Analysis, reader: Reader) -> FilingView:
    """What a filing may say to the public, or its supplement to the court under seal.

    GateError with every problem at once: a proceeding that passes no sentence (and then no
    other problem), a hearing that is past, a Manual that counsel has not read, a comparison of
    unlike ranges or of steps under one Manual only, a range off the table that nothing explains,
    an ask below the minimum without its legal road or the motion it needs, in public one whose
    sealed ground can only be cooperation, what the plea agreement bars, leaves unclear or does
    not reach, an authority or whole text without a fresh cite-check, nothing to argue or to seal.
    """
    if other := proceeding_problem(analysis):
        raise GateError([other])
    return _view(analysis, reader)


def _view(analysis: Analysis, reader: Reader) -> FilingView:
    findings, sentencing = analysis.sentencing, analysis.record.case.sentencing
    argument, told = argument_of(analysis), _told(analysis.record)
    ask = _ask(findings, analysis.record)
    sealed = sealed_part(analysis) if reader is Reader.SEALED else None
    law = _law(findings, ask, argument, told) if sealed is None else sealed_law(sealed)
    problems = [
        *filing_problems(analysis),
        *comparison_problems(argument, analysis),
        *authority_problems(law.every, analysis.doctrine),
        *text_problems(None if sealed else argument.text, analysis.doctrine),
    ]
    problems += _clockless(_timed(argument, told) if sealed is None else sealed.told, analysis)
    problems += _empty(analysis, argument, told) if sealed is None else _unsealed(analysis, sealed)
    if problems:
        raise GateError(problems)
    return FilingView(
        caption=_caption(analysis),
        ask=ask,
        theme=sentencing.filing_theme,
        theme_sources=_behind(sentencing.filing_theme_sources, analysis.record),
        advocacy=argument,
        computation=findings.governing,
        compared=findings.compared,
        steps_sealed=steps_sealed(findings),
        floor=None if findings.floor.above else findings.floor.months,
        floor_counts=_of_floor(findings),
        range_below=_range_below(findings),
        supposes=findings.floor.above,
        unresolved=len(findings.unresolved_objections),
        told=told,
        requests=_requests(sentencing),
        law=law,
        sealed=sealed,
    )


def _timed(argument: FiledArgument, told: FiledRecord) -> Iterator[FiledFact]:
    """Yield the facts of the public filing that it may tell with their time."""
    yield from (*told.narrative, *told.history)
    for factor in (*argument.departure, *argument.variance):
        yield from factor.facts


def _clockless(facts: Iterable[FiledFact], analysis: Analysis) -> Iterator[Problem]:
    """Yield each fact whose time may be by several clocks: to a court it is told by one."""
    for each in {each.id: each for each in facts if each.moment}.values():
        yield from clock_problems(each.fact, analysis.record)


def _of_floor(findings: SentencingFindings) -> tuple[Charge, ...]:
    least = findings.floor.months
    return tuple(each for each in findings.charges if least and each.minimum_months == least)


def _requests(sentencing: Sentencing) -> Requests:
    return Requests(
        sentencing.custody_requests,
        sentencing.supervised_release,
        sentencing.restitution,
        sentencing.fine,
    )


def _empty(analysis: Analysis, argument: FiledArgument, told: FiledRecord) -> Iterator[Problem]:
    """Yield a problem if a public filing would tell what is sealed, or argue without a ground.

    It argues so where no fact supports the departure it asks for, or none the sentence.
    """
    yield from departure_problems(argument, analysis)
    yield from uncited_problems(analysis)
    yield from telling_problems(analysis)
    if argument.departure or argument.variance or argument.under_seal or not told.empty:
        return
    message = "Nothing that may be filed, or go under seal, stands behind the sentence asked for."
    hint = "Enter history, letters received or comparators, or name the items behind the facts."
    yield analysis.record.case_file.file.problem(("sentencing",), message, hint)


def _unsealed(analysis: Analysis, sealed: SealedPart) -> Iterator[Problem]:
    if sealed.empty:
        message = "Nothing is recorded that belongs in a sealed supplement."
        yield analysis.record.case_file.file.problem(("sentencing",), message)


def _caption(analysis: Analysis) -> Caption:
    matter, client = analysis.record.case.matter, analysis.record.case.client
    division = analysis.record.place.division
    remand = matter.proceeding is Proceeding.REMAND
    return Caption(
        district=analysis.district,
        division=caption_name(division) if division else None,
        docket=matter.docket,
        client=public_client(client).name,
        short_name=public_client(client).short_name,
        judge=matter.judge,
        office=matter.office,
        counsel=matter.attorneys[0],
        charges=analysis.sentencing.charges,
        remand=remand,
        first_sentencing=matter.dates.first_sentencing if remand else None,
        sentencing=matter.dates.sentencing,
    )


def _behind(ids: tuple[str, ...], record: Record) -> tuple[Fact, ...]:
    return behind_words(ids, record, Reader.PUBLIC)


def _ask(findings: SentencingFindings, record: Record) -> FiledAsk | None:
    ask, sentencing = findings.floor.ask, record.case.sentencing
    if ask is None:
        return None
    return FiledAsk(
        ask.months,
        ask.words,
        ask.whole,
        sentencing.filing_reasons,
        _behind(sentencing.filing_reasons_sources, record),
        findings.below_range,
        findings.within_range,
        findings.placed,
        _ours(findings),
        findings.floor.below,
    )


def _ours(findings: SentencingFindings) -> Placed | None:
    """The ask beside the range without the steps left open: beside sealed steps none is told.

    The one range and the other would tell by subtraction what a sealed step took.
    """
    governing, ask = findings.governing, findings.floor.ask
    if ask is None or governing is None or governing.ours is None or steps_sealed(findings):
        return None
    return Placed(ask.months, governing.ours.range)


def _told(record: Record) -> FiledRecord:
    case = record.case
    story = narrative(record, Reader.PUBLIC)
    about = (*case.sentencing.history, *case.client.conditions)
    history = filed(about, record, Reader.PUBLIC)
    # What a writer knows of the offense is for the working edition.
    received = (each for each in case.sentencing.letters if each.received)
    return FiledRecord(
        narrative=story,
        history=history,
        # A charge that is open, or that ended without a sentence, is nothing to compare with.
        codefendants=filed((e for e in case.codefendants if e.sentence), record, Reader.PUBLIC),
        comparators=case.sentencing.comparators,
        letters=tuple(each.model_copy(update={"knows_of_offense": None}) for each in received),
        exhibits=items_behind((*story, *history), record, Reader.PUBLIC),
        chronology=_chronology(case.exhibit),
    )


def _chronology(exhibit: Exhibit | None) -> FiledChronology | None:
    if exhibit is None or exhibit.mode is not ExhibitMode.SENTENCING:
        return None
    ready = exhibit.approved and exhibit.number
    return FiledChronology(exhibit.title, exhibit.number) if ready and exhibit.number else None


def _manual_law(argument: FiledArgument) -> tuple[str, ...]:
    """Authority ids for the Manual that is taken, and for why it is."""
    if argument.reserves:
        return _RESERVED_LAW
    return _COMPARED_LAW if argument.no_higher else _MANUAL_LAW[argument.manual]


def _range_below(findings: SentencingFindings) -> bool:
    governing = findings.governing
    effects = {
        findings.floor.effect,
        *((governing.ours.effect,) if governing and governing.ours else ()),
    }
    return not findings.floor.above and effects == {RangeEffect.BELOW}


def _law(
    findings: SentencingFindings,
    ask: FiledAsk | None,
    argument: FiledArgument,
    told: FiledRecord,
) -> FilingLaw:
    """The authorities of the public filing: its template cites these and no others."""
    text = argument.text
    variance = ["usc18_3553_a", *(each.factor.authority for each in argument.variance)]
    if argument.formerly:
        variance += _FORMERLY
    return FilingLaw(
        ask=("usc18_3553_c",) if ask and ask.reasons else (),
        manual=_manual_law(argument),
        computation=("ussg_ch5_pt_a",) if findings.governing else (),
        limits=("ussg_5g1_1_b",) if _range_below(findings) else (),
        objections=("frcrp_32_f",) if findings.unresolved_objections else (),
        departure=(
            *((text.authority,) if text else ()),
            *(each.id for each in argument.cases),
        ),
        variance=tuple(variance) if argument.weighs else (),
        history=("usc18_3553_a1",) if told.history else (),
        disparity=("usc18_3553_a6",) if told.codefendants or told.comparators else (),
        exhibits=("frcrp_49_1",) if told.exhibits else (),
    )
