"""Interleaved timing: each contender has its turn in each round; a busy machine hits all."""

from __future__ import annotations

import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of one call, as each round had them."""

    seconds: tuple[float, ...]

    @property
    def ms(self) -> str:
        median, least = statistics.median(self.seconds), min(self.seconds)
        return f"{median * 1000:8.2f} ms (least {least * 1000:.2f}, n={len(self.seconds)})"

    def times(self, other: Timing) -> float:
        """How many times as long as ``other``: the median of the rounds.

        Round by round, since a machine that others use has fast minutes and slow ones.
        """
        pairs = zip(self.seconds, other.seconds, strict=True)
        return statistics.median(ours / theirs for ours, theirs in pairs)


def interleaved(
    contenders: Mapping[str, Callable[[], object]], rounds: int = 15, block: float = 0.25
) -> dict[str, Timing]:
    """Time each contender in turn; a turn runs it for about ``block`` seconds."""
    repeats = {}
    for name, run in contenders.items():
        run()
        begun = time.perf_counter()
        run()
        repeats[name] = max(1, int(block / max(time.perf_counter() - begun, 1e-7)))
    seconds: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, run in contenders.items():
            gc.collect()  # or one contender's garbage is charged to the next
            begun = time.perf_counter()
            for _ in range(repeats[name]):
                run()
            seconds[name].append((time.perf_counter() - begun) / repeats[name])
    return {name: Timing(tuple(found)) for name, found in seconds.items()}


def process(*command: str, cwd: Path | None = None) -> float:
    """Seconds of a whole process, from its start to its end."""
    begun = time.perf_counter()
    subprocess.run(
        command, check=True, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    return time.perf_counter() - begun


PEAK = """
import resource, sys
with open("/proc/self/status") as status:
    peak = next(line.split()[1] for line in status if line.startswith("VmHWM"))
print(peak, file=sys.stderr)
"""
"""Code that ends a process by saying its own peak; ``ru_maxrss`` would give the parent's."""


def peak_megabytes(code: str, cwd: Path | None = None) -> float:
    """Peak resident memory of a process that runs ``code``."""
    done = subprocess.run(
        [sys.executable, "-c", code + PEAK], check=True, cwd=cwd, capture_output=True, text=True
    )
    return int(done.stderr.split()[-1]) / 1024


def program(arguments: list[str]) -> str:
    """Code that runs ``drafter`` with these arguments, and fails where it does."""
    return (
        f"import sys; sys.argv[1:] = {arguments!r}\n"
        "from drafter.__main__ import run\n"
        "try:\n    run()\nexcept SystemExit as end:\n    assert not end.code"
    )
