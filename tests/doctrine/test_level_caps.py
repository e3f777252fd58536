"""How far a base level is lowered with a role adjustment, clause by clause."""

from __future__ import annotations

import pytest

from drafter.doctrine import Library, kinds

CAPS = Library.load().shelf(kinds.ADJUSTMENTS)["drug_role"].caps


@pytest.mark.parametrize(
    ("base", "role", "levels"),
    [
        (31, -2, 0),
        (32, -2, -2),
        (32, -4, -2),
        (33, -4, -3),
        (34, -2, -3),
        (34, -4, -4),
        (36, -3, -4),
        (36, -4, -6),
        (38, -2, -6),
    ],
)
def test_the_size_follows_from_the_base_level_and_the_role(
    base: int, role: int, levels: int
) -> None:
    """As the caution of the record says it in words: 32 by two, 34 by three, above 34 to 32.

    With four levels and a result above 30, to 30.
    """
    assert CAPS is not None
    assert CAPS.levels(base, role) == levels
