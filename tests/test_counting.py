"""What is marked so is left uncounted, in a worker too, from its setup to its end."""

from __future__ import annotations

import pytest
from coverage import Coverage

pytestmark = pytest.mark.no_cover


@pytest.fixture
def counted_in_setup() -> bool:
    return Coverage.current() is not None


def test_a_sweep_is_left_uncounted(counted_in_setup: bool) -> None:
    assert not counted_in_setup
    assert Coverage.current() is None
