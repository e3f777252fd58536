"""Why something differs between two drafts: what changed among the inputs, and what is tied to it.

A cause is named where it can be known.  Where only one thing changed, it is that; else it is
what the passage prints, or what the conclusions it tells rest on; and where nothing ties a
passage to any of the changes, all that remain are listed as candidates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from itertools import chain

from msgspec import Struct

from drafter.composition.blocks import Block
from drafter.versions.align import Exchange, Words, exchanged, words
from drafter.versions.changes import Change, FactChange
from drafter.versions.draft import Conclusion, Draft

_FEW = 3
"""Candidates of one sort that are listed by name; more are told as the input they are of."""


class CauseKind(StrEnum):
    """What sort of thing a difference comes from."""

    FACT = "fact"
    """``Cause.id`` is the id of the fact, or its place in the case file."""
    CASE = "case"
    """The case file, without a fact: many facts, or the order of its items."""
    LAW = "law"
    """``Cause.id`` is the record, or with a slash at its end the folder; empty: not known which."""
    TEMPLATES = "templates"
    SOFTWARE = "software"
    """Another version of drafter."""
    OPTIONS = "options"
    AS_OF = "as_of"
    HAND_EDIT = "hand_edit"
    """Somebody changed the Word file after it was drafted."""


class Cause(Struct, frozen=True):
    """One thing that changed."""

    kind: CauseKind
    id: str = ""
    line: int = 0
    """Of a fact, in the newer case file; 0 for anything else."""
    removed: bool = False
    """Whether the fact is gone, so that the line is in the older case file."""


class How(StrEnum):
    """How the causes of a difference are known."""

    ONLY = "only"
    """Nothing else changed."""
    TIED = "tied"
    """Of what changed, the passage prints this, or what it concludes rests on it."""
    POSSIBLE = "possible"
    """It is one or more of these; which is not known."""
    UNTOLD = "untold"
    """Nothing is known, as of two Word files that came from anywhere."""


class Causes(Struct, frozen=True):
    """What a difference comes from, or may come from."""

    how: How = How.UNTOLD
    found: tuple[Cause, ...] = ()


UNTOLD = Causes()
BY_HAND = Causes(How.ONLY, (Cause(CauseKind.HAND_EDIT),))


class Attribution:
    """Finds the causes of differences between two drafts of one series."""

    def __init__(self, old: Draft, new: Draft, facts: Iterable[FactChange]) -> None:
        self._said = {each.id: each for each in facts}
        self._facts = {id: _fact_cause(each) for id, each in self._said.items()}
        self._told: dict[str, Exchange] = {}
        # A long memo asks a hundred thousand times, of few names.
        self._known: dict[str, tuple[Cause, ...]] = {}
        self._known_about: dict[str, tuple[Cause, ...]] = {}
        self._records = {each.id: each for each in _law(old, new)}
        self._others = tuple(_others(old, new, self._facts))
        self._differ = _differ(old, new)
        self._rests = self._grounds((*old.conclusions, *new.conclusions))
        moved = (*self._facts.values(), *self._records.values(), *self._others)
        # Equal inputs give equal drafts: what differs all the same is drafter's own doing, though
        # its version does not say so.
        self._moved = moved or (Cause(CauseKind.SOFTWARE),)
        self._loose = tuple(each for each in self._records.values() if not _is_record(each))
        self._below = _prefixes(self._facts)

    def of_conclusion(self, *told: Conclusion | None) -> Causes:
        """Why a conclusion moved: what it rested on before, and what it rests on now."""
        because = chain.from_iterable(self.because(each) for each in told if each)
        return self._causes(chain.from_iterable(map(self._tied, because)))

    def because(self, told: Conclusion) -> Iterator[str]:
        """What a conclusion rests on; the least of several, on those of them that moved."""
        moved = [each for id in told.of for each in self._differ.get(id, ())]
        for each in moved or (told,):
            yield from each.because

    def of_block(self, old: Block | None, new: Block | None, spans: Iterable[Words]) -> Causes:
        """Why a block differs: what it prints, what it is about, what its conclusions rest on.

        Where what went and came in it (``spans``) went and came in one of these, it is that.
        """
        told = (each for each in (old, new) if each)
        tied = dict.fromkeys(chain.from_iterable(map(self._ties, told)))
        here = exchanged(spans)
        if len(self._moved) > 1 and (here.gone or here.come):
            for among in (tied, self._saying(here)):
                if same := tuple(each for each in among if here.within(self._words_of(each))):
                    return Causes(How.TIED, same)
        return self._causes(tied)

    def _grounds(self, conclusions: Iterable[Conclusion]) -> dict[str, tuple[str, ...]]:
        """What conclusions rest on, by what they are about: ``escape``, an option, a span."""
        found: dict[str, dict[str, None]] = {}
        for each in conclusions:
            found.setdefault(_subject(each.id), {}).update(dict.fromkeys(self.because(each)))
        return {subject: tuple(names) for subject, names in found.items()}

    def _saying(self, here: Exchange) -> Iterable[Cause]:
        """The facts in which one of these words went or came, whatever ties a passage to them."""
        word = min(here.gone or here.come)
        return self._facts_by_word.get(word, ())

    @cached_property
    def _facts_by_word(self) -> Mapping[str, Sequence[Cause]]:
        found: dict[str, list[Cause]] = {}
        for each in self._facts.values():
            told = self._words_of(each)
            for word in told.gone | told.come:
                found.setdefault(word, []).append(each)
        return found

    def _words_of(self, cause: Cause) -> Exchange:
        """What went and came in the words of a fact."""
        known = self._told.get(cause.id)
        if known is None:
            fact = self._said.get(cause.id)
            spans = words(fact.old, fact.new) if fact else ()
            known = self._told[cause.id] = exchanged(spans)
        return known

    def _ties(self, block: Block) -> Iterator[Cause]:
        for name in (*block.sources, *block.authorities):
            yield from self._tied(name)
        for part in block.id.split("/"):
            for name in (part, *part.split(".")) if "." in part else (part,):
                yield from self._tied(name)
                yield from self._about(name)

    def _causes(self, ties: Iterable[Cause]) -> Causes:
        if len(self._moved) < 2:
            return Causes(How.ONLY, self._moved)
        tied = tuple(dict.fromkeys(ties))
        if not tied:
            return Causes(How.POSSIBLE, tuple(self._candidates()))
        loose = (*self._loose, *self._others)
        return Causes(How.POSSIBLE if loose else How.TIED, (*tied, *loose))

    def _about(self, subject: str) -> tuple[Cause, ...]:
        """What changed of what the conclusions on a subject rest on."""
        known = self._known_about.get(subject)
        if known is None:
            rests = self._rests.get(subject, ())
            found = dict.fromkeys(chain.from_iterable(map(self._tied, rests)))
            known = self._known_about[subject] = tuple(found)
        return known

    def _tied(self, name: str) -> tuple[Cause, ...]:
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = tuple(self._named(name))
        return known

    def _named(self, name: str) -> Iterator[Cause]:
        """What changed under that name: a fact or law record, what it is a part of, its parts."""
        yield from self._below.get(name, ())
        while name:
            if name in self._facts or name in self._records:
                yield from (each[name] for each in (self._facts, self._records) if name in each)
                return
            name = name.rpartition(".")[0]

    def _candidates(self) -> Iterator[Cause]:
        few = len(self._facts) <= _FEW
        yield from self._facts.values() if few else (Cause(CauseKind.CASE),)
        few = len(self._records) <= _FEW
        yield from self._records.values() if few else (Cause(CauseKind.LAW),)
        yield from (each for each in self._others if few or each.kind is not CauseKind.CASE)


def inputs_changed(old: Draft, new: Draft) -> Iterator[str]:
    """Yield what differs among the inputs: ``case``, ``law`` and so on, ``as_of`` last."""
    for name in ("case", "law", "templates", "software", "options"):
        if getattr(old.inputs, name) != getattr(new.inputs, name):
            yield name
    if old.as_of != new.as_of:
        yield "as_of"


def _fact_cause(fact: FactChange) -> Cause:
    return Cause(CauseKind.FACT, fact.id, fact.line, fact.change is Change.REMOVED)


def _others(old: Draft, new: Draft, facts: Mapping[str, Cause]) -> Iterator[Cause]:
    """What changed beside facts and law records: nothing ties a passage to these."""
    changed = set(inputs_changed(old, new))
    if "case" in changed and (not facts or _reordered(old, new)):
        yield Cause(CauseKind.CASE)
    for kind in (CauseKind.TEMPLATES, CauseKind.SOFTWARE, CauseKind.OPTIONS):
        if kind.value in changed:
            yield Cause(kind)
    if "as_of" in changed and day_matters(old, new):
        yield Cause(CauseKind.AS_OF)


def day_matters(old: Draft, new: Draft) -> bool:
    """Whether anything can move between the two days.

    Up to its ``current_through`` the earlier draft says the same as on its own day, so that
    what differs from it then comes from the other inputs.
    """
    earlier, later = (old, new) if old.as_of <= new.as_of else (new, old)
    return earlier.current_through is not None and earlier.current_through < later.as_of


def _reordered(old: Draft, new: Draft) -> bool:
    """Whether items that both case files have stand in another order."""
    both = old.facts.keys() & new.facts.keys()
    before, after = (sorted((each.facts[id].line, id) for id in both) for each in (old, new))
    return [id for _, id in before] != [id for _, id in after]


def _law(old: Draft, new: Draft) -> Iterator[Cause]:
    """The law records that differ, as far as the drafts know."""
    if old.inputs.law == new.inputs.law:
        return
    if not (old.law and new.law):
        yield Cause(CauseKind.LAW)
        return
    for id in sorted(old.law.keys() | new.law.keys()):
        if old.law.get(id) != new.law.get(id):
            yield Cause(CauseKind.LAW, id)


def _is_record(cause: Cause) -> bool:
    """Whether passages name it; of a folder of the law none does."""
    return bool(cause.id) and not cause.id.endswith("/")


def _subject(id: str) -> str:
    """What a conclusion is about: ``escape`` of ``element.escape.production``."""
    kind, _, rest = id.removesuffix(".production").removesuffix(".persuasion").partition(".")
    return rest or kind


def _differ(old: Draft, new: Draft) -> dict[str, tuple[Conclusion, ...]]:
    """The conclusions that moved, by their ids, as they were and as they are."""
    before, after = ({each.id: each for each in draft.conclusions} for draft in (old, new))
    both = before.keys() & after.keys()
    moved = (id for id in both if before[id].value != after[id].value)
    return {id: (before[id], after[id]) for id in moved}


def _prefixes(facts: Mapping[str, Cause]) -> dict[str, list[Cause]]:
    """The facts that lie below a place of the case file: ``sentencing.ask`` has its months."""
    found: dict[str, list[Cause]] = {}
    for id, cause in facts.items():
        place = id.rpartition(".")[0]
        while place:
            found.setdefault(place, []).append(cause)
            place = place.rpartition(".")[0]
    return found
