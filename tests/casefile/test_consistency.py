"""Facts that derive from themselves, found wherever a chain closes."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import example, given
from hypothesis import strategies as st

from drafter.errors import CaseFileError
from tests.casefile.cases import SMALL, small

Chains = Mapping[int, frozenset[int]]
FACTS = range(7)
chains = st.dictionaries(st.sampled_from(FACTS), st.frozensets(st.sampled_from(FACTS), max_size=3))


def derived(chains: Chains) -> str:
    """Opportunities of which each derives from some others."""
    lines = (
        f"  - {{id: f{n}, basis: document, what: W, derives_from: "
        f"[{', '.join(f'f{parent}' for parent in sorted(chains.get(n, ())))}]}}\n"
        for n in sorted({*FACTS, *chains})
    )
    return f"{SMALL}opportunities:\n{''.join(lines)}"


def refused(text: str) -> list[str]:
    """The facts that are said to derive from themselves, in the order in which it is said."""
    try:
        small(text)
    except CaseFileError as error:
        return [each.message.split("`")[1] for each in error.problems]
    return []


def reached(chains: Chains, start: int) -> set[int]:
    """What a fact derives from, directly or by way of others."""
    found: set[int] = set()
    waiting = [*chains.get(start, ())]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting += chains.get(current, ())
    return found


@given(chains)
@example({0: frozenset({1}), 1: frozenset({2}), 2: frozenset({1}), 3: frozenset({3})})
@example({0: frozenset({1, 3}), 1: frozenset({0}), 3: frozenset({4}), 4: frozenset({3, 1})})
def test_exactly_the_facts_on_a_circle_are_refused(chains: Chains) -> None:
    circular = [f"f{n}" for n in FACTS if n in reached(chains, n)]
    assert refused(derived(chains)) == circular


def test_a_long_chain_is_no_circle_until_it_is_closed() -> None:
    chain = {n: frozenset({n - 1}) for n in range(1, 3000)}
    assert refused(derived(chain)) == []
    assert len(refused(derived({**chain, 0: frozenset({2999})}))) == 3000
