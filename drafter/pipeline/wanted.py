"""What a run is to draft of each case."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from drafter.composition.kinds import Edition, Kind, View, kind_named
from drafter.errors import CaseFileError

ALL = "all"
"""Instead of a kind: every kind that is drafted with all."""


class Wanted(Struct, frozen=True):
    """A document that is to be drafted of each case."""

    kind: Kind
    edition: Edition
    optional: bool
    """Whether a case that asks for none of its kind is passed over."""

    @property
    def of_choice(self) -> bool:
        """Whether it is drafted only of cases in which counsel chose what it shows."""
        return self.edition.view is View.EXHIBIT


def wanted(
    kinds: Mapping[str, Kind], kind: str, edition: str = "", *, optional: bool = False
) -> tuple[Wanted, ...]:
    """The documents that a kind and edition name; TemplateError when there are none.

    ``all`` names the first edition of each kind that is drafted with all, where a case asks
    for that kind.
    """
    if kind != ALL:
        found = kind_named(kinds, kind)
        return (Wanted(found, found.edition(edition), optional),)
    if edition:
        raise CaseFileError("An edition is of one kind: name the kind too.")
    return tuple(Wanted(each, each.edition(), True) for each in kinds.values() if each.with_all)
