"""Record cites: the items behind a fact, whose word it is, and who may see it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from drafter.casefile.case import Case
from drafter.casefile.fact import Basis, Fact, Handling, Source
from drafter.casefile.matter import Charge
from drafter.casefile.record import Evidence, Form, Witness
from drafter.composition.blocks import Audience, Run, RunKind
from drafter.composition.templating.pieces import Spoken
from drafter.composition.templating.values import described, refuse
from drafter.composition.vocabulary.dates import MONTHS, clock
from drafter.composition.vocabulary.labels import label
from drafter.composition.vocabulary.naming import Naming
from drafter.typography import without_stop

_STAMP = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?: (\d{2}):(\d{2}))?", re.ASCII)
_NO_WRITING = frozenset({Form.RECORDING, Form.PHOTOGRAPH, Form.OBJECT})
"""What a basis that was left out, and so reads `document`, would misname."""


_OF_AN_ITEM = frozenset({Basis.DOCUMENT, Basis.RECORDING})
_SPACE = Run(" ")


def _what(fact: Fact) -> Basis | Form:
    """Whose word a fact is; of an item that is no writing, what it is made of."""
    if isinstance(fact, Evidence) and fact.basis is Basis.DOCUMENT and fact.form in _NO_WRITING:
        return fact.form
    return fact.basis


class Sourcing:
    """The record cites of one document; outward they name only what may leave."""

    def __init__(
        self,
        case: Case,
        naming: Naming,
        audience: Audience,
        audience_of: Callable[[Fact], Audience],
    ) -> None:
        self._items = {item.id: item for item in case.evidence}
        self._naming = naming
        self._audience = audience
        self._audience_of = audience_of
        self._told: dict[str, Spoken] = {}
        """What was made for a fact before: a document gives most of its sources more than once."""

    @property
    def functions(self) -> Mapping[str, Callable[..., object]]:
        """The functions by the names that templates use."""
        return {"source": self.source}

    def source(self, told: object) -> Spoken:
        """`(REYES-000014 at p. 4; client’s account; privileged)`, one for each fact given.

        A paper for others names items only: of a fact behind which it may show none it has
        no word of whose account it is.
        The team is told how an item is to be handled where the fact itself is not for the
        team only and says otherwise: `USAO-000090, under the protective order`.
        """
        facts = told if isinstance(told, (tuple, list)) else (told,)
        if not facts:
            raise refuse("there is no fact to give the source of", "ask for it first: `{% if … %}`")
        made = list({_words(each): each for each in map(self._of, facts)}.values())
        if len(made) == 1:
            return made[0]
        runs = tuple(run for each in made for run in (_SPACE, *each.runs))[1:]
        items = tuple(item for each in made for item in each.facts)
        return Spoken(runs, items, max(each.audience for each in made))

    def _of(self, fact: object) -> Spoken:
        if isinstance(fact, Charge):
            return Spoken((Run(f"(count {fact.count})", kind=RunKind.SOURCE, ref=fact.id),))
        if not isinstance(fact, Fact):
            raise refuse(f"{described(fact)} has no source; a fact has", "give `source` a fact")
        if fact.id not in self._told:
            self._told[fact.id] = self._made(fact)
        return self._told[fact.id]

    def _made(self, fact: Fact) -> Spoken:
        items = self._visible(fact)
        words = [self._item(item, pin) + self._kept(item, fact) for item, pin in items]
        if not items and isinstance(fact, Witness) and self._shown_outward(fact):
            words.append(self._naming.name(fact.person))
        if self._audience is Audience.INTERNAL:
            words.append(self._whose(fact, named=bool(items)))
        if self._audience is Audience.INTERNAL and fact.handling is not Handling.OPEN:
            words.append(label(fact.handling) or "")
        audience = max((self._audience_of(item) for item, _ in items), default=Audience.OUTWARD)
        shown = f"({'; '.join(words)})" if words else ""
        run = Run(shown, kind=RunKind.SOURCE, ref=fact.id)
        return Spoken((run,), tuple(item.id for item, _ in items), audience)

    def _whose(self, fact: Fact, *, named: bool) -> str:
        """Whose word a fact is, and that it names no item where it is of one."""
        told = label(_what(fact)) or ""
        lacks = fact.basis in _OF_AN_ITEM and not named and not isinstance(fact, Evidence)
        return f"{told}, none named" if lacks else told

    def _visible(self, fact: Fact) -> list[tuple[Evidence, str]]:
        """The items a fact names, and itself, as far as the reader may see.

        For the team, to which its words are told beside it, only if it has a number.
        """
        inside = self._audience is Audience.INTERNAL
        itself = isinstance(fact, Evidence) and (fact.bates or fact.exhibit or not inside)
        found = [(fact, "")] if itself and isinstance(fact, Evidence) else []
        found += [(self._items[each.evidence], each.pin) for each in self._named(fact)]
        return [each for each in found if self._audience_of(each[0]) <= self._audience]

    def _shown_outward(self, fact: Fact) -> bool:
        """Whether a paper for others may name a fact as what its own words rest on."""
        return Audience.INTERNAL is not self._audience >= self._audience_of(fact)

    def _named(self, fact: Fact) -> Iterator[Source]:
        return (each for each in dict.fromkeys(fact.sources) if each.evidence in self._items)

    def _item(self, item: Evidence, pin: str) -> str:
        words = item.bates or item.exhibit or self._described(item)
        return f"{words} at {pin_words(pin)}" if pin else words

    def _kept(self, item: Evidence, fact: Fact) -> str:
        """How an item is to be handled, for the team, where its fact may seem freer."""
        told = item.handling in (Handling.OPEN, fact.handling)
        inside = self._audience is Audience.INTERNAL
        if told or not inside or self._audience_of(fact) is Audience.INTERNAL:
            return ""
        return f", {label(item.handling)}"

    def _described(self, item: Evidence) -> str:
        if item.form is Form.TESTIMONY and item.witness:
            return self._naming.name(item.witness)
        return without_stop(item.what)


def _words(told: Spoken) -> str:
    return told.runs[-1].text


def pin_words(pin: str) -> str:
    """A pin as counsel wrote it, with a date in it as lawyers write one."""
    return _STAMP.sub(_in_words, pin)


def _in_words(found: re.Match[str]) -> str:
    year, month, number = (int(part) for part in found.groups()[:3])
    try:
        date(year, month, number)
    except ValueError:
        return found[0]
    said = f"{MONTHS[month - 1]} {number}, {year}"
    hour, minute = int(found[4] or 0), int(found[5] or 0)
    if not found[4] or hour > 23 or minute > 59:
        return said if not found[4] else found[0]
    return f"{said}, {clock(hour, minute)}"
