"""Why each block of a draft says something new, in words, for a comment in Word."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.versions.compare import Comparison
from drafter.versions.told import causes_words
from drafter.word.anchors import anchor


def reasons(found: Comparison, case_file: str) -> Mapping[str, str]:
    """Return the causes of each block that changed, by its anchor.

    ``case_file``: as a person calls the newer case file.
    """
    return {
        anchor(block.id): f"{said}."
        for block in found.blocks
        if (said := causes_words(block.causes, case_file))
    }
