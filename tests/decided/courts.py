"""The court that a record names: its district, and the circuit of an appeal."""

from __future__ import annotations

import re
from functools import cache

from drafter.doctrine import Library, kinds

_CAPITAL = "cadc"
"""The Supreme Court has no district; its cases are put where it sits."""
_ORDINALS = "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh".split()
_NUMBERED = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|d)\s+Cir", re.IGNORECASE)
_NAMED = re.compile(rf"\b({'|'.join(_ORDINALS)}) Circuit\b", re.IGNORECASE)


@cache
def _abbreviated() -> dict[str, tuple[str, str, bool]]:
    """By abbreviation, without points and spaces: a district, its circuit, has it one clock."""
    districts = Library.load().only(kinds.DISTRICTS).districts
    return {_bare(d.abbreviation): (d.id, d.circuit, len(d.zones) == 1) for d in districts}


def _bare(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


def _named(court: str) -> str | None:
    """The abbreviation of the district court that is named: `N.D. W. Va.` before `N.D. W`."""
    bare = _bare(court.partition("(")[0])
    return max((each for each in _abbreviated() if bare.startswith(each)), key=len, default=None)


def circuit_of(court: str) -> str | None:
    """The circuit as a record writes it, from the name of its court; None: it names none."""
    if found := _NUMBERED.search(court):
        return found[1]
    if found := _NAMED.search(court):
        return str(_ORDINALS.index(found[1].title()) + 1)
    if re.search(r"\b(D\. ?C\. Cir|District of Columbia Circuit)", court, re.IGNORECASE):
        return "DC"
    if re.search(r"\b(U\. ?S\.|United States) (Sup|Supreme)", court, re.IGNORECASE):
        return "SCOTUS"
    named = _named(court)
    return _abbreviated()[named][1].removeprefix("ca").upper() if named else None


def district_of(court: str, circuit: str | None) -> str:
    """The district that decided; of an appeal the circuit's first with one clock."""
    if named := _named(court):
        return _abbreviated()[named][0]
    id = _circuit_id(circuit)
    found = (d for d, of, one_clock in _abbreviated().values() if of == id and one_clock)
    if not (district := next(found, None)):
        raise ValueError(f"{court!r} of circuit {circuit!r} is no court of the library")
    return district


def _circuit_id(circuit: str | None) -> str:
    said = re.sub(r"[^a-z0-9]", "", (circuit or "").lower())
    said = re.sub(r"(?<=\d)(st|nd|rd|th|d)?(cir\w*)?$", "", said).removeprefix("ca")
    return _CAPITAL if said in ("scotus", "dc", "dccir") else f"ca{said}"
