"""A timeline of the analysis as a figure: what is drawn, and the words at each place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from drafter.analysis.exhibit.picture_types import (
    InternalGap,
    InternalPicture,
    InternalRow,
    Picture,
    PictureGap,
    PictureRow,
)
from drafter.casefile.fact import Fact
from drafter.casefile.moments import Relation
from drafter.casefile.record import Event
from drafter.composition.audience import audience_of
from drafter.composition.blocks import STAMP, Audience, Run, Runs
from drafter.composition.figures import Bounds, Figure, Mark, Sign, SpanLine
from drafter.composition.templating.pieces import Drawn
from drafter.composition.templating.values import described, refuse
from drafter.composition.vocabulary.axis import clock_at, minutes, stretches_of, ticks_of
from drafter.composition.vocabulary.brief_dates import Brief, brief_day, brief_time
from drafter.composition.vocabulary.dates import span, zone_words
from drafter.composition.vocabulary.labels import label
from drafter.composition.vocabulary.two_clocks import clocks_set
from drafter.facts.moments import Moment, as_written
from drafter.facts.zones import zone_named

AnyPicture = Picture | InternalPicture


def functions() -> Mapping[str, Callable[..., object]]:
    """The functions by the names that templates use."""
    return {"picture": picture, "clock_of": clock_of, "numbered": numbered}


def clock_of(drawn: object) -> str:
    """By whose clock a picture tells its times: `Pacific time`."""
    return zone_words(_picture(drawn).zone)


def picture(drawn: object) -> Drawn:
    """The figure of a picture, with its words; those of the memo's numbers make no version."""
    found = _picture(drawn)
    inside = isinstance(found, InternalPicture)
    zone = zone_named(found.zone)
    if zone is None:
        raise refuse(f"`{found.zone}` is no time zone")
    spans = _alike(found.gaps)
    figure = _figure(found, tuple(spans), zone)
    brief = Brief(found.zone, _years(found, zone))
    cells = (
        *(_row(each, brief, stamped=inside) for each in found.rows),
        *(_gaps(alike, letter) for alike, letter in zip(spans.values(), _letters(), strict=False)),
        *((Run(_KEY[sign]),) for sign in figure.key),
        *((Run(_time(tick.at, zone, dated=tick.rank < 2)),) for tick in figure.ticks),
    )
    facts = tuple({each.id: each for each in _facts(found)}.values())
    audience = max(map(audience_of, facts), default=Audience.OUTWARD)
    return Drawn(figure, cells, tuple(each.id for each in facts), audience)


def numbered(row: int) -> Run:
    """The number of a row that counts and names nothing: another one makes no version."""
    return Run(str(row), ref=_NUMBER)


def _picture(drawn: object) -> AnyPicture:
    if not isinstance(drawn, (Picture, InternalPicture)):
        raise refuse(f"{described(drawn)} is no picture", "ask for it first: `{% if f.picture %}`")
    return drawn


def _facts(found: AnyPicture) -> Iterator[Fact]:
    for row in found.rows:
        if isinstance(row, InternalRow):
            yield from row.facts


def _alike(gaps: Sequence[PictureGap]) -> Mapping[SpanLine, list[PictureGap]]:
    """The gaps by the line that each is: those of the same bounds are one."""
    found: dict[SpanLine, list[PictureGap]] = {}
    for each in gaps:
        found.setdefault(_line(each), []).append(each)
    return found


def _figure(found: AnyPicture, spans: tuple[SpanLine, ...], zone: ZoneInfo) -> Figure:
    marks = tuple(_mark(each) for each in found.rows)
    ends = (
        *(each.bounds for each in marks),
        *(bounds for each in spans for bounds in (each.start, each.end)),
    )
    points = (at for bounds in ends for at in bounds if at is not None)
    stretches = stretches_of(points, len(spans))
    used = {each.sign for each in marks}
    used |= {Sign.DISPUTED} if any(each.disputed for each in marks) else set()
    used |= {Sign.SPAN} if spans else set()
    used |= {Sign.BREAK} if len(stretches) > 1 else set()
    key = tuple(sign for sign in Sign if sign in used)
    return Figure(stretches, marks, spans, key, ticks_of(stretches, zone))


def _mark(row: PictureRow) -> Mark:
    sign = Sign.EXACT if row.moment.exact else Sign.WITHIN
    if row.moment.written.relation is Relation.ABOUT:
        sign = Sign.ABOUT
    return Mark(_bounds(row.moment), sign, isinstance(row, InternalRow) and bool(row.disputes))


def _line(gap: PictureGap) -> SpanLine:
    if gap.about:
        return SpanLine(_minutes(*as_written(gap.start)), _minutes(*as_written(gap.end)))
    return SpanLine(_bounds(gap.start), _bounds(gap.end))


def _bounds(moment: Moment) -> Bounds:
    return _minutes(moment.earliest, moment.latest)


def _minutes(first: datetime | None, last: datetime | None) -> Bounds:
    return minutes(first) if first else None, minutes(last) if last else None


def _years(found: AnyPicture, zone: ZoneInfo) -> bool:
    """Whether days of more than one year are shown."""
    ends = (at for row in found.rows for at in (row.moment.earliest, row.moment.latest) if at)
    return len({at.astimezone(zone).year for at in ends}) > 1


def _time(at: int, zone: ZoneInfo, *, dated: bool) -> str:
    shown = clock_at(at, zone)
    time = brief_time(shown)
    if not dated:
        return time
    day = brief_day(shown, year=True)
    if (shown.hour, shown.minute) == (23, 59):
        return f"end of {day}"
    return day if shown.hour == shown.minute == 0 else f"{day}, {time}"


def _row(row: PictureRow, brief: Brief, *, stamped: bool) -> Runs:
    """The number, the time, and what the table says of it as far as a drawing does."""
    number = Run(row.number, bold=True, ref=_NUMBER if stamped else "")
    when = Run(f". {brief.moment(row.moment)}")
    if not isinstance(row, InternalRow):
        told = f"{row.speaker} to {row.to}: " if row.to else ""
        return number, when, Run(f": {told}{row.what}")
    others = Run(", ".join(row.disputes), ref=_NUMBER)
    disputed = (Run("; disputed, see "), others) if row.disputes else ()
    return number, when, Run(f": {'; '.join(_kinds(row))}"), *disputed


def _kinds(row: InternalRow) -> Iterable[str]:
    begun = (f"count {each.count} begins" for each in row.begun)
    ended = (f"count {each.count} ends" for each in row.ended)
    return dict.fromkeys((*map(_kind, row.facts), *begun, *ended))


def _kind(fact: Fact) -> str:
    if isinstance(fact, Event):
        return label(fact.kind) or fact.noun
    return "chance to act" if fact.noun == "opportunity" else fact.noun


def _gaps(alike: Sequence[PictureGap], letter: str) -> Runs:
    """What the line is called by, each time that it is, and how long that is."""
    first = alike[0]
    stamp = _NUMBER if isinstance(first, InternalGap) else ""
    words = "; ".join(map(_called, alike))
    words = words[:1].upper() + words[1:]
    about = "about " if first.about else ""
    told = f". {words}: {about}{span(first.span)}{clocks_set(first.clocks)}"
    return Run(letter, bold=True, ref=stamp), Run(told)


def _called(gap: PictureGap) -> str:
    if isinstance(gap, InternalGap):
        start, end = map(label, gap.steps)
        return f"{start} to {end}{' (on one reading)' if gap.one_reading else ''}"
    return gap.words


def _letters() -> Iterator[str]:
    """A to Z, then AA to ZZ."""
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    yield from alphabet
    yield from (first + second for first in alphabet for second in alphabet)


_KEY = {
    Sign.EXACT: "exact time",
    Sign.WITHIN: "some time between the ends",
    Sign.ABOUT: "about this time; the length is by convention",
    Sign.DISPUTED: "disputed",
    Sign.SPAN: "time between: whole line the shortest, broken line the longest",
    Sign.BREAK: "axis broken, not to scale here",
}
"""What each sign on a timeline means."""
_NUMBER = f"{STAMP}number"
"""Numbers of the memo's rows move when one is added: they are not its substance."""
