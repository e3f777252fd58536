"""How long is `within hours`, `prompt` or `at once`: our readings, for no authority says it.

Each begins with the ids of the readings in ``law/readings.yaml`` that tell whoever reads a memo
of it.  Just that long still counts as within it.
"""

from __future__ import annotations

from datetime import timedelta

HOUR = timedelta(hours=1)
"""`hour`: a threat made within it before the offense is impending when that begins."""
HOURS = timedelta(hours=24)
"""`hours`, `voices`: `within hours` is within twenty-four of them."""
DAYS = timedelta(days=7)
"""`hours`: `days before` is more than a day and at most a week; `weeks`, more than that."""
PROMPT = timedelta(hours=24)
"""`prompt`: a surrender within it of the first safe opportunity is made when safe.

`arrest`: an arrest within it of the end of a threat left no time to give up before.
"""
STOPPED = timedelta(hours=24)
"""`stopping`: what was over for longer than that when a threat ended did not stop with it."""
PART = timedelta(hours=24)
"""`whole_count`, `on_word`: no more than that is no part of a count to be shown by itself."""
SAME_DAY = timedelta(hours=24)
"""In no reading: what an item shows is of the moments no further off than that from its own."""
ONE_ACT = timedelta(hours=1)
"""In no reading: a count of no more than that is one act, and violence within it is that."""
AT_ONCE = timedelta(hours=1)
"""In no reading: what was told within it after the offense was told at once, not for a defense."""
LASTING = timedelta(hours=1)
"""In no reading: a moment from one time to another that is wider is told as one that lasted."""
NEAR_PIN = timedelta(minutes=30)
"""In no reading: a time of day in a source that is further off from its event is by another clock,
or counts from the start of a recording."""

TURNS = frozenset({HOUR, HOURS, DAYS, PROMPT, STOPPED, SAME_DAY, ONE_ACT, AT_ONCE})
"""How far from another moment the answer to a predicate may turn."""
