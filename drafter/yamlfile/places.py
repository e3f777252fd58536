"""Values, and the tree beside them that says where each one stands."""

from __future__ import annotations

from typing import TypeAlias

Value: TypeAlias = "dict[str, Value] | list[Value] | str | None"
"""What a node of a file comes out as."""

YamlPath: TypeAlias = tuple[str | int, ...]
"""Keys and list positions from the top of a file down to one value."""

Inside: TypeAlias = "dict[str, Place] | list[Place] | None"
"""The places within a mapping or a list; None for a scalar."""

Place: TypeAlias = tuple[int, int, int, int, Inside]
"""Line and column of a value, line and column of its key, the places inside.

All count from 1, columns in characters.  A list item is its own key.  A bare
tuple, because one is made for every node of a file.
"""


def find(root: Place, path: YamlPath) -> Place:
    """Go down a path as far as it exists."""
    place = root
    for step in path:
        inside = place[4]
        if isinstance(inside, dict):
            found = inside.get(step) if isinstance(step, str) else None
        elif isinstance(inside, list) and isinstance(step, int) and 0 <= step < len(inside):
            found = inside[step]
        else:
            found = None
        if found is None:
            break
        place = found
    return place
