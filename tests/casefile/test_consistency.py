"""Facts that derive from themselves, found wherever a chain closes."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
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


INTERVIEW = (
    "  - {{id: e, kind: document, form: recording, basis: recording,"
    " what: The interview, traits: [{traits}], about: [{about}]}}\n"
    "statements:\n"
    "  - {{id: s, basis: recording, to: an agent, invoked: {invoked}, summary: Nothing.}}\n"
)


@pytest.mark.parametrize(
    ("invoked", "traits", "about", "allowed"),
    [
        ("no", "leaves_out_duress", "s", True),
        ("silence", "leaves_out_duress", "s", False),
        ("counsel", "client_had_phone, leaves_out_duress", "s", False),
        ("no", "leaves_out_duress, invoked_silence", "", False),
        ("silence", "invoked_silence", "s", True),
        ("silence", "leaves_out_duress", "", True),
    ],
)
def test_silence_leaves_nothing_out(invoked: str, traits: str, about: str, allowed: bool) -> None:
    text = SMALL + INTERVIEW.format(invoked=invoked, traits=traits, about=about)
    if allowed:
        small(text)
        return
    with pytest.raises(CaseFileError) as error:
        small(text)
    [found] = error.value.problems
    assert found.message == "A right was invoked there, and silence leaves nothing out."
    assert found.location is not None
    assert found.excerpt[found.location.column - 1 :].startswith("leaves_out_duress")


@pytest.mark.parametrize("answer", ["yes", "no", "unknown"])
@pytest.mark.parametrize("disclosure", ["made", "not_made", "withheld_for_fear", "incomplete"])
def test_what_was_not_told_is_no_truthful_disclosure(answer: str, disclosure: str) -> None:
    text = (
        f"{SMALL}cooperation:"
        f" {{id: c, basis: document, status: proffer, disclosure: {disclosure}}}\n"
        f"sentencing: {{safety_valve: {{truthful_disclosure: {answer}}}}}\n"
    )
    if answer != "yes" or disclosure == "made":
        small(text)
        return
    with pytest.raises(CaseFileError) as error:
        small(text)
    [found] = error.value.problems
    assert found.message == f"It is recorded as made, and under `cooperation:` as {disclosure}."
