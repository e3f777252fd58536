"""Law in a document: citations, quotations and marks, and the authorities cited so far."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from msgspec import Struct

from drafter.composition.blocks import Audience, Run, RunKind
from drafter.composition.templating.values import described, refuse
from drafter.doctrine import kinds
from drafter.doctrine.authority import Authority, AuthorityKind
from drafter.doctrine.claim import Claim
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.marks import Holding, Marks, Words
from drafter.typography import curled

_SAID = ("statement", "because", "summary", "words")
"""The fields in which records of law say what they say, the first that is filled first."""
# Named once: finding a member through its enum is slow, and a document asks 100 times.
_DIRECT, _SECONDARY, _MARK = Holding.DIRECT, Words.SECONDARY, RunKind.MARK
_LINE_ENDS = re.compile(r"\s*[\r\n]+\s*")
_ORDER = (
    *(AuthorityKind.CASE, AuthorityKind.STATUTE, AuthorityKind.RULE, AuthorityKind.GUIDELINE),
    *(AuthorityKind.INSTRUCTION, AuthorityKind.ORDER, AuthorityKind.GUIDANCE),
    AuthorityKind.SECONDARY,
)
"""As a table of authorities has them."""


class CitedKind(Struct, frozen=True):
    """The authorities of one kind that a document cites."""

    kind: AuthorityKind
    authorities: tuple[Authority, ...]
    """By name; never empty."""

    @property
    def id(self) -> str:
        """The kind."""
        return self.kind.value


class CitedFor(Struct, frozen=True):
    """One thing that a document cites an authority for."""

    said: str
    mark: str | None
    """How it is known, where that is not how the authority is."""


class Citing:
    """What one document does with the law; made anew for each, since it counts what it cites.

    A mark is written out at every cite; ``marking.settled`` then keeps it in full
    where the document first has it.
    """

    def __init__(self, doctrine: Doctrine, audience: Audience, *, claims: bool) -> None:
        self._doctrine = doctrine
        self._inside = audience is Audience.INTERNAL
        self._claims = claims and self._inside
        self._cited: dict[str, Authority] = {}
        self._known: dict[str, Authority] = {}
        """Authorities looked up before: a document asks for most of them many times."""
        self._may_be_cited: dict[str, Authority] = {}
        self._uses: dict[str, dict[str, CitedFor]] = {}
        """By authority what the document cites it for, each once."""
        self._made: dict[tuple[str, bool], tuple[Run, ...]] = {}
        """The cites written before, with and without their mark."""

    @property
    def functions(self) -> Mapping[str, Callable[..., object]]:
        """The functions by the names that templates use."""
        law = ("cite", "quote", "mark", "says", "authority", "cited", "cited_for", "cited_kinds")
        names = (*law, "lead", "claim", "claims")
        return {name: getattr(self, name) for name in names}

    def cite(
        self, id: str, mark: bool = True, of: object = None, quoted: bool = False
    ) -> tuple[Run, ...]:
        """The citation, and inside the office its mark; a lead is refused.

        ``of`` is the record that is cited to it: where the record knows less of what it says
        than the authority's own does, its mark is printed.  ``quoted``: its words stand in
        quotation marks, and the mark says where they were seen.
        """
        found = self._citable(id)
        own = _own_mark(found, of, quoted=quoted)
        self._use(found, of, own)
        if own and mark and self._inside:
            words = f" [{curled(own)}]"
            return (*_citation(found), Run(words, kind=_MARK, ref=found.id))
        known = self._made.get((found.id, mark))
        if known is None:
            known = (*_citation(found), *self._mark(found, mark))
            self._made[found.id, mark] = known
        return known

    def quote(self, id: str, mark: bool = True) -> tuple[Run, ...]:
        """The words that were seen, in quotation marks, and the citation.

        Words that stop before their sentence does end in the three dots of the records.
        """
        found = self._citable(id)
        if found.quote is None:
            raise refuse(f"no words of `{found.id}` are recorded", "cite it without a quotation")
        words = _ended(_inside_quotes(found.quote))
        pinned = _cited(found.id, found.name, found.pinned)
        return (Run(f"“{words}” "), *pinned, *self.cite(found.id, mark)[len(pinned) :])

    def says(self, record: object) -> tuple[Run, ...]:
        """What a law record says, the names of the cases that it rests on in italics."""
        words = _said(record)
        if not words:
            raise refuse(f"{described(record)} says nothing", "give `says` a law record")
        ids = [*getattr(record, "authorities", ()), *getattr(record, "research", ())]
        if own := getattr(record, "authority", None):
            ids.append(own)
        return _told(words, *sorted({self.authority(id).name for id in ids}))

    def mark(self, marked: object) -> Run:
        """The mark of a law record, for documents that stay in the office."""
        if not self._inside:
            raise refuse("a mark is for documents that stay in the office")
        words = getattr(marked, "label", None)
        if not isinstance(words, str):
            marks = getattr(marked, "marks", None)
            if not isinstance(marks, Marks):
                raise refuse(f"{described(marked)} has no mark", "give `mark` a law record")
            words = marks.phrase(None)
        return Run(curled(words), kind=RunKind.MARK)

    def authority(self, id: str) -> Authority:
        """The record of an authority."""
        name = id if type(id) is str else _id(id)
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._doctrine.authority(name)
        return known

    def cited(self) -> tuple[Authority, ...]:
        """The authorities cited so far: cases first, then statutes and rules, each by name."""
        return tuple(sorted(self._cited.values(), key=_rank))

    def cited_kinds(self) -> tuple[CitedKind, ...]:
        """The same by kind, for a table of authorities."""
        grouped = groupby(self.cited(), attrgetter("kind"))
        return tuple(CitedKind(kind, tuple(those)) for kind, those in grouped)

    def cited_for(self, id: str) -> tuple[CitedFor, ...]:
        """What the document has cited an authority for so far: a case for each thing in turn.

        Of a text that says one thing, and where only rules rest on it, its own record's word.
        """
        found = self.authority(id)
        uses = tuple(self._uses.get(found.id, {}).values())
        if not uses or found.kind not in (AuthorityKind.CASE, AuthorityKind.INSTRUCTION):
            return (CitedFor(found.proposition, None),)
        return uses

    def lead(self, id: str) -> tuple[Run, ...]:
        """An authority nobody has read, as the research list names it."""
        if not self._inside:
            raise refuse("a lead is for documents that stay in the office")
        found = self.authority(id)
        return (*_citation(found), *self._mark(found, True))

    def claim(self, id: str) -> Claim:
        """One claim of the practice article."""
        self._allow_claims()
        return self._doctrine.claim(_id(id))

    def claims(self) -> tuple[Claim, ...]:
        """Every claim of the practice article, in the order of the ledger."""
        self._allow_claims()
        return self._doctrine.every(kinds.CLAIMS)

    def short_mark(self, mark: Run) -> str:
        """What a repeated cite says of its standing, of which ``mark`` is the whole."""
        found = self._doctrine.authority(mark.ref)
        if mark.text not in {run.text for run in self._mark(found, True)}:
            return " [derived]" if mark.text.startswith(" [derived") else " [from a summary]"
        return " [cite-checked]" if found.marks.cite_check else " [not cite-checked]"

    def _use(self, found: Authority, of: object, own: str | None) -> None:
        self._cited[found.id] = found
        # What a rule makes of it speaks of this case, and is not what it is authority for.
        said = getattr(of, "statement", None) or getattr(of, "summary", None)
        if isinstance(said, str):
            self._uses.setdefault(found.id, {}).setdefault(said, CitedFor(said, own))

    def _citable(self, id: str) -> Authority:
        name = id if type(id) is str else _id(id)
        found = self._may_be_cited.get(name)
        if found is None:
            found = self.authority(name)
            if found.is_lead:
                hint = "name it in the research list with `lead`"
                raise refuse(f"nobody has read `{found.id}`, so nothing can rest on it", hint)
            self._may_be_cited[name] = found
        return found

    def _mark(self, found: Authority, wanted: bool) -> tuple[Run, ...]:
        if not (wanted and self._inside):
            return ()
        words = f" [{curled(found.label)}{self._period(found)}]"
        return (Run(words, kind=_MARK, ref=found.id),)

    def _period(self, found: Authority) -> str:
        """What must be said of an authority that is not law on the day of the document."""
        if found.in_force(self._doctrine.day):
            return ""
        ended = found.period.end is not None and found.period.end < self._doctrine.day
        return "; no longer in force" if ended else "; not yet in force"

    def _allow_claims(self) -> None:
        if not self._claims:
            raise refuse("claims are left out of this document", "ask `{% if doc.claims %}` first")


def _said(record: object) -> str | None:
    for name in _SAID:
        words = getattr(record, name, None)
        if words and isinstance(words, str):
            return words
    return None


@lru_cache(maxsize=1024)
def _told(words: str, *names: str) -> tuple[Run, ...]:
    """What a record says: the same in every document of a run."""
    said = curled(_LINE_ENDS.sub(" ", words))
    named = set(map(_short, names)) - {""}
    if not named:
        return (Run(said),)
    pieces = re.split(rf"\b({'|'.join(map(re.escape, sorted(named)))})\b", said)
    return tuple(Run(each, italic=each in named) for each in pieces if each)


def _short(name: str) -> str:
    """The name by which a text refers to a case: the party that is not the United States."""
    parties = [each for each in name.split(" v. ") if each != "United States"]
    return curled(parties[0]) if parties else ""


def _own_mark(found: Authority, of: object, *, quoted: bool) -> str | None:
    """The mark of a record that knows less of what it says than its authority's does."""
    marks = getattr(of, "marks", None)
    if not isinstance(marks, Marks) or marks.cite_check:
        return None
    label = getattr(of, "label", None) if quoted else None
    phrase = label if isinstance(label, str) else marks.phrase(None)
    if marks.holding is _DIRECT:
        second_hand = marks.words is _SECONDARY and found.marks.words is Words.PRIMARY
        return phrase if second_hand and not found.marks.cite_check else None
    if marks.holding is not Holding.DERIVED:
        known = marks.holding is found.marks.holding and marks.words is not Words.NONE
        further = marks.words is Words.SECONDARY and found.marks.words is Words.PRIMARY
        if (known and not further) or found.marks.cite_check:
            return None
    return phrase


def _citation(found: Authority) -> tuple[Run, ...]:
    return _cited(found.id, found.name, found.cite)


@lru_cache(maxsize=1024)
def _cited(id: str, name: str, cite: str) -> tuple[Run, ...]:
    """The citation of an authority: the same in every document of a run."""
    rest = Run(f", {curled(cite)}" if name else curled(cite), kind=RunKind.CITE, ref=id)
    first = Run(curled(name), italic=True, kind=RunKind.CITE, ref=id)
    return (first, rest) if name else (rest,)


def _inside_quotes(words: str) -> str:
    """The words with typographic marks, those of a quotation within them single."""
    joined = curled(_LINE_ENDS.sub(" ", words.strip()))
    return joined.replace("“", "‘").replace("”", "’")


def _ended(words: str) -> str:
    return words if words.rstrip("’)]").endswith((".", "!", "?", "…")) else f"{words} ..."


def _rank(found: Authority) -> tuple[int, str, str]:
    return _ORDER.index(found.kind), found.name.casefold(), found.cite.casefold()


def _id(id: object) -> str:
    if isinstance(id, Authority):
        return id.id
    if not isinstance(id, str):
        raise refuse(f"an authority is named by its id, not by {described(id)}")
    return id
