"""How a fact can reach the jury, and whose word it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import partial
from typing import cast

from drafter.analysis.findings import ComesIn
from drafter.analysis.predicates.conduct import INVOLVEMENT_TESTS
from drafter.analysis.predicates.hours import HOURS
from drafter.analysis.predicates.order import between, both, lies_in
from drafter.analysis.predicates.setting import CLIENT, Setting
from drafter.analysis.predicates.threats import EVER, KIND_TESTS
from drafter.casefile.coercion import Threat
from drafter.casefile.fact import Basis, Fact
from drafter.casefile.record import Event, EventKind, Evidence, Expert, Form, Statement, Witness
from drafter.doctrine.evidence import EvidenceNature

NOT_SHOWN = (ComesIn.NOT_SHOWN,)
CLIENTS = frozenset((CLIENT,))
"""The client's voice alone."""
_NONE: frozenset[str] = frozenset()
_BEST_FIRST = (
    ComesIn.RECORDING,
    ComesIn.PHOTOGRAPH,
    ComesIn.DOCUMENT,
    ComesIn.OBJECT,
    ComesIn.WITNESS,
    ComesIn.EXPERT,
    ComesIn.COURT_FINDING,
    ComesIn.GOVERNMENT_CASE,
    ComesIn.CLIENT_TESTIMONY,
)
"""What does not hang on anybody's memory first; the client's own word last."""
_BY_FORM: Mapping[Form, ComesIn] = {
    Form.WRITING: ComesIn.DOCUMENT,
    Form.RECORDING: ComesIn.RECORDING,
    Form.PHOTOGRAPH: ComesIn.PHOTOGRAPH,
    Form.TESTIMONY: ComesIn.WITNESS,
    Form.OBJECT: ComesIn.OBJECT,
    Form.OPINION: ComesIn.EXPERT,
}
_CLIENT_ACCOUNT = (ComesIn.CLIENT_TESTIMONY, CLIENT)
_BY_BASIS: Mapping[Basis, tuple[ComesIn, str]] = {
    Basis.CLIENT_ACCOUNT: _CLIENT_ACCOUNT,
    Basis.GOVERNMENT_ALLEGATION: (ComesIn.GOVERNMENT_CASE, "government"),
    Basis.COURT_FINDING: (ComesIn.COURT_FINDING, "court"),
}
"""Bases that are a way in by themselves, with whose word they are; others need an item."""

_RECORDS = frozenset({Basis.DOCUMENT, Basis.RECORDING})
"""Bases by which a threat is known from what holds its words."""

_WORDS = frozenset(KIND_TESTS) | {
    "threat_specific", "threat_generalized", "threat_to_client", "threat_to_family",
    "threat_to_other_person", "harm_to_come_later", "demand_tied_to_offense",
    "demand_not_tied_to_offense",
}  # fmt: skip
"""What is asked of the words of a threat."""
_OF_THE_OFFENSE = frozenset({
    "threat_continuing", "threatener_watching", "threatener_present", "threatener_over_client",
    "threat_during_offense", "threat_to_the_end", "threat_unabated",
})  # fmt: skip
"""What is asked of how things stood while the offense went on."""
STANDING = frozenset({"threat_continuing", "threat_to_the_end", "threat_unabated"})
"""What is asked of whether a threat still stood, when it had long been made."""
_MIND = frozenset(INVOLVEMENT_TESTS)
"""What is asked of what the client knew and chose."""

_BY_ITSELF = (Evidence, Witness, Expert)
"""What comes in whether or not any item is named as its source."""

Proof = tuple[tuple[ComesIn, ...], frozenset[str]]


def voices_of(fact: Fact, setting: Setting) -> frozenset[str]:
    """Whose word a fact is: `client`, `government`, `court`, people, items by themselves.

    Only those that can come in; a fact that derives from others has their voices alone.
    """
    return proof_of(fact, setting)[1]


def proof_for(asked: Iterable[str], fact: Fact, setting: Setting) -> Proof:
    """The same, for what some predicates ask of a fact.

    The words of a threat that the client told of are borne out by whoever heard them and by
    what holds the threatener's own; what the client knew, by a witness alone.  That a log or
    a video shows the call, or a letter the debt, proves neither.  That a threat still stood
    during the offense is borne out by nothing of more than a day before it, so that of a
    threat that only a record of that time holds it is the client's word.
    """
    if _told_of_standing(asked, fact, setting):
        found = (item for item in _items(fact, setting) if _testifies(item, setting))
        return _of_sources(fact, found, setting, _CLIENT_ACCOUNT)
    shows = _shows(asked, fact)
    if not (shows and fact.sources):
        return proof_of(fact, setting)
    return _of_sources(
        fact, (each for each in _items(fact, setting) if shows(each, setting)), setting
    )


def _told_of_standing(asked: Iterable[str], fact: Fact, setting: Setting) -> bool:
    """Whether it is asked if a threat still stood that only a record of long before holds."""
    if not (isinstance(fact, Threat) and fact.basis in _RECORDS) or STANDING.isdisjoint(asked):
        return False
    made, windows = setting.moment(fact.id), setting.windows_of(fact)
    long_before = both(*(lies_in(between(made, start), HOURS, EVER) for start, _ in windows))
    return bool(long_before) and proof_of(fact, setting)[0] is not NOT_SHOWN


def is_way_in(asked: Iterable[str], fact: Fact, item: Evidence, setting: Setting) -> bool:
    """Whether an item that a fact names as a source brings in what some predicates ask of it."""
    shows = _shows(asked, fact)
    return shows is None or shows(item, setting)


def _shows(asked: Iterable[str], fact: Fact) -> Callable[[Evidence, Setting], bool] | None:
    """What an item must be to bring in what is asked of a fact; None: its source is enough."""
    if fact.basis is not Basis.CLIENT_ACCOUNT or type(fact) in _BY_ITSELF:
        return None
    if not _WORDS.isdisjoint(asked):
        return _holds_words
    if isinstance(fact, Threat) and not _OF_THE_OFFENSE.isdisjoint(asked):
        return partial(_near_the_offense, fact)
    return None if _MIND.isdisjoint(asked) else _testifies


def _items(fact: Fact, setting: Setting) -> Iterator[Evidence]:
    return (setting.record.evidence.items[source.evidence] for source in fact.sources)


def _holds_words(item: Evidence, setting: Setting) -> bool:
    """Whether an item can hold the words of a threat: it is testimony, or the threatener's own."""
    if item.form in (Form.WRITING, Form.RECORDING):
        if EvidenceNature.WORDS in setting.doctrine.evidence_kind(item.kind).nature:
            return True
        held = setting.statements_in(item.id)
        own = any(each.speaker in setting.speakers for each in held)
        return own or "made_by_threatener" in item.traits
    return _testifies(item, setting)


def _near_the_offense(threat: Threat, item: Evidence, setting: Setting) -> bool:
    """Whether an item may be of the time of the count that a threat demanded, or of some count.

    A witness may tell of more than the day that stands beside the testimony.
    """
    if item.form is Form.TESTIMONY:
        return True
    made, windows = setting.moment(item.id), setting.windows_of(threat)
    long_before = (lies_in(between(made, start), HOURS, EVER) for start, _ in windows)
    return not both(*long_before) if windows else True


def _testifies(item: Evidence, _: Setting) -> bool:
    return item.form is Form.TESTIMONY


def retold(asked: Iterable[str], item: Evidence, setting: Setting) -> bool:
    """Whether what an item tells of the coercion is the client's word once more."""
    if "mentions_duress" not in asked:
        return False
    held = setting.statements_in(item.id)
    return _only_told(item, setting) or (bool(held) and all(e.speaker == CLIENT for e in held))


def _only_told(item: Evidence, setting: Setting) -> bool:
    """Whether testimony is recorded as about nothing but what the client told somebody."""
    about = [setting.facts[id] for id in item.about]
    return (
        item.form is Form.TESTIMONY
        and bool(about)
        and all(told_by_client(e, setting) for e in about)
    )


def told_by_client(fact: Fact, setting: Setting) -> bool:
    """Whether a fact is a statement of the client's, or a report that begins with the name."""
    if isinstance(fact, Event):
        name = setting.case.client.short_name
        return fact.kind is EventKind.REPORT and fact.what.startswith(name)
    return isinstance(fact, Statement) and fact.speaker == CLIENT


def proof_of(fact: Fact, setting: Setting) -> Proof:
    """The forms in which a fact can come in, best first, and its voices, found once.

    An item comes in through a witness, an expert or another way that counsel entered, unless
    the defense cannot offer it; any other fact through the items it names as sources, and
    through the client's testimony, the government's case or a finding where that is its basis.
    What counsel infers is argument and never comes in.  What the file shows in no form comes
    in as NOT_SHOWN alone.
    """
    found = setting.proofs.get(fact.id)
    if found is None:
        _find(fact, setting)
        found = setting.proofs[fact.id]
    return found


def _find(fact: Fact, setting: Setting) -> None:
    """Find a proof after those it rests on, without recursion: accounts may be a long chain."""
    proofs, waiting = setting.proofs, [(fact, _rests_on(fact, setting))]
    # An item may repeat a fact that names it as a source; there it is the fact's own word.
    proofs[fact.id] = _own(fact)
    while waiting:
        current, others = waiting[-1]
        new = next((each for each in others if each.id not in proofs), None)
        if new is None:
            proofs[current.id] = _proof(current, setting)
            waiting.pop()
        else:
            proofs[new.id] = _own(new)
            waiting.append((new, _rests_on(new, setting)))


def _rests_on(fact: Fact, setting: Setting) -> Iterator[Fact]:
    """Yield the facts whose proofs that of a fact is made of, each when the one before is found."""
    if type(fact) not in _BY_ITSELF and fact.basis is not Basis.COUNSEL_INFERENCE:
        items = setting.record.evidence.items
        yield from (items[source.evidence] for source in fact.sources)
    if fact.derives_from and _told(fact, setting)[0] is not NOT_SHOWN:
        yield from (setting.facts[id] for id in fact.derives_from)


def _own(fact: Fact) -> Proof:
    own = _BY_BASIS.get(fact.basis)
    return ((own[0],), frozenset((own[1],))) if own else (NOT_SHOWN, _NONE)


def _proof(fact: Fact, setting: Setting) -> Proof:
    forms, voices = _told(fact, setting)
    if fact.derives_from and forms is not NOT_SHOWN:
        told = (setting.facts[id] for id in fact.derives_from)
        # What cannot come in itself is nobody's word; the fact is then told by its own.
        voices = _NONE.union(*(voices_of(each, setting) for each in told)) or voices
    return forms, voices


def _told(fact: Fact, setting: Setting) -> Proof:
    # By its type: asking a model whether something is an instance costs more than the rest.
    kind = type(fact)
    if kind is Evidence:
        return _of_item(cast(Evidence, fact), setting)
    if kind is Witness:
        witness = cast(Witness, fact)
        heard = ((ComesIn.WITNESS,), frozenset((witness.person,)))
        return (NOT_SHOWN, _NONE) if witness.unavailable else heard
    if kind is Expert:
        return (ComesIn.EXPERT,), frozenset((fact.id,))
    if fact.basis is Basis.COUNSEL_INFERENCE:
        return NOT_SHOWN, _NONE
    return _of_basis(fact, setting)


def _of_item(item: Evidence, setting: Setting) -> Proof:
    if item.offered_by or item.id in setting.without_way_in:
        return NOT_SHOWN, _NONE
    return (_BY_FORM[item.form],), frozenset((_speaker(item, setting),))


def _speaker(item: Evidence, setting: Setting) -> str:
    """Who speaks in an item: its witness, the one whose statements it is, or the item itself."""
    if item.form in (Form.TESTIMONY, Form.OPINION):
        return item.witness or item.id
    if "made_by_client" in item.traits:
        return CLIENT
    return setting.sole_speaker(item) or item.id


def _of_basis(fact: Fact, setting: Setting) -> Proof:
    if not fact.sources:
        return _own(fact)
    return _of_sources(fact, _items(fact, setting), setting)


def _of_sources(
    fact: Fact,
    items: Iterable[Evidence],
    setting: Setting,
    told: tuple[ComesIn, str] | None = None,
) -> Proof:
    own = told or _BY_BASIS.get(fact.basis)
    forms, voices = ({own[0]}, {own[1]}) if own else (set(), set())
    for item in items:
        # What an expert or anybody else was told by the client is no second way in for it.
        again = item.form is Form.OPINION or _only_told(item, setting)
        if again and own == _CLIENT_ACCOUNT:
            continue
        found, spoken = proof_of(item, setting)
        forms.update(found)
        voices.update(spoken)
    return _sorted(forms), frozenset(voices)


def _sorted(forms: Set[ComesIn]) -> tuple[ComesIn, ...]:
    return tuple([each for each in _BEST_FIRST if each in forms]) or NOT_SHOWN
