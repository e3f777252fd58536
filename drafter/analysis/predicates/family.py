"""Who is of the client's family, by the relation that counsel wrote."""

from __future__ import annotations

FAMILY = frozenset(
    """
    wife husband spouse mother father mom dad parent parents stepmother stepfather daughter
    son child children stepdaughter stepson stepchild sister brother sibling siblings twin
    half-sister half-brother grandmother grandfather grandparent grandparents granddaughter
    grandson grandchild aunt uncle niece nephew cousin family mother-in-law father-in-law
    sister-in-law brother-in-law
    """.split()
)
"""Relations that we read as family; what a circuit means by the word may be narrower.

Somebody to whom the client is not married is none: whether such a person counts was not read.
"""
_NOT_QUITE = frozenset("of like as former ex future".split())
"""Words before which a relation is somebody else, or no longer is one: `friend of the family`."""


_SEVERAL = frozenset("parents children siblings grandparents family parent spouse".split())
"""Words of the list that are of several people, or that tell less than a paper is to say."""
_BESIDE = frozenset(
    "the his her their client’s own only elder older eldest younger youngest little twin".split()
)
"""Words beside a relation that make no other one of it."""


def names_family(relation: str) -> bool:
    """Whether a relation to the client names family, and nobody else's: not `girlfriend’s son`."""
    for clause in relation.casefold().replace("'", "’").split(","):
        words = clause.split()
        for at, word in enumerate(words):
            if word in FAMILY and not _of_another(words[:at], words[at + 1 :]):
                return True
    return False


def kinship(relation: str) -> str | None:
    """Return the word of a relation to the client that a paper for others may print.

    The relation is counsel's free text, so it is the word alone, and only where what is entered
    begins with it: of `daughter, who has not been told`, `daughter`; of `foster son` nothing.
    """
    words = relation.casefold().replace("'", "’").partition(",")[0].split()
    kin = [each for each in words if each in FAMILY - _SEVERAL and each not in _BESIDE]
    others = set(words) - FAMILY - _BESIDE
    return kin[0] if len(kin) == 1 and not others and not _SEVERAL.intersection(words) else None


def _of_another(before: list[str], after: list[str]) -> bool:
    if not _NOT_QUITE.isdisjoint(before) and before[:1] != ["member"]:
        return True
    owners = [word for word in before if word.endswith("’s")]
    if owners:
        return owners[-1] != "client’s"
    return after[:1] == ["of"] and after[1:3] != ["the", "client"]
