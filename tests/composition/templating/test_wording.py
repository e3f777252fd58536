"""The filters every template has."""

from __future__ import annotations

import pytest

from tests.composition.rendering import Fact, render, texts


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("{{ ['a']|join_and }}", "a"),
        ("{{ ['a', x]|join_and }}", "a and élan"),
        ("{{ [x, 'b', 3]|join_and }}", "élan, b, and 3"),
        ("{{ ['a', 'b', 'c']|join_and('or') }}", "a, b, or c"),
        ("{{ f.words|join_and }}", "u, v, and w"),
        ("{{ [cite('d'), x]|join_and }}", "Dixon, 548 U.S. 1 and élan"),
        ("A{{ []|join_and }}", "A"),
        ("{{ x|possessive }}", "élan’s"),
        ("{{ x|possessive('threat') }}", "élan’s threat"),
        ("{% set s %}a {{ x }}{% endset %}{{ s|possessive('threat') }}", "the threat by a élan"),
        ("{{ 'a caller'|possessive }}", "a caller’s"),
        ("{{ 'A. Pike'|possessive('threat') }}", "A. Pike’s threat"),
        ("{{ x|sentence }}", "Élan"),
        ("{{ x|possessive|sentence }}", "Élan’s"),
        ("{{ '  two words'|sentence }}", "Two words"),
        ("{{ 'ßa'|sentence }}", "ßa"),
        ("{{ need('the hour')|sentence }}", "[NEED: the hour]"),
        ("{% set s %}the {{ x }}{% endset %}{{ s|sentence }}", "The élan"),
        ("{% set s %}{{ x }} there{% endset %}{{ s|sentence }}", "Élan there"),
        ("{{ 'The Call'|lower_first }} {{ x|sentence|lower_first }}", "the Call élan"),
        ("{{ 'A'|lower_first }} {{ 'A day'|lower_first }}", "a a day"),
        ("{{ 'FBI report'|lower_first }} {{ 'U.S. law'|lower_first }}", "FBI report U.S. law"),
        (
            "{{ 'Hobbs Act robbery'|title_within }}, {{ 'Robbery of a bank'|title_within }}",
            "Hobbs Act robbery, robbery of a bank",
        ),
        (
            "{{ 'Medicare fraud'|title_within }}, {{ 'RICO conspiracy'|title_within }}",
            "Medicare fraud, RICO conspiracy",
        ),
        (
            "{{ 'A Hobbs Act robbery'|title_within }}, {{ 'Use of FBI seals'|title_within }}",
            "a Hobbs Act robbery, use of FBI seals",
        ),
        (
            "{{ 'of H.Q.'|bare }} (count 3), {{ 'of E.A.'|bare }}, here",
            "of H.Q. (count 3), of E.A., here",
        ),
        ("of {{ 'H.Q.'|bare }}. Of {{ 'H.Q.'|bare }}{{ '.' }}", "of H.Q. Of H.Q."),
        ("{{ 'of plan B.'|bare }}: {{ 'of B.'|bare }}.", "of plan B: of B."),
        ("{{ x|stop|bare }} {{ 'It rained. '|bare }} {{ 'Why?'|bare }}", "élan It rained Why?"),
        (
            "{{ need('x')|bare }}{% set s %}{{ x }} fell.{% endset %}, {{ s|bare }}",
            "[NEED: x], élan fell",
        ),
        ("{{ x|stop }}", "élan."),
        ("{{ 'Why?'|stop }}{{ 'No. '|stop }}{{ 'He left!”'|stop }}", "Why?No. He left!”"),
        (
            "{% set s %}{{ x }}, {{ need('the hour') }}{% endset %}{{ s|stop }}",
            "élan, [NEED: the hour].",
        ),
        ("{% set s %}{{ x }}?{% endset %}{{ s|stop }}", "élan?"),
        ("{{ f.words|first }}{{ f.words|last }}", "uw"),
        ("{{ f.words|count }}{{ f.words|length }}{{ [1, 2]|count }}", "332"),
        ("{{ plural(1, 'count', 'counts') }}", "count"),
        ("{{ plural(0, 'count', 'counts') }}", "counts"),
        ("{{ plural(f.words, 'count', 'counts') }}", "counts"),
        ("{{ f.number|plural('count', 'counts') }}", "counts"),
        ("{{ 0|number_word }} {{ 13|number_word }} {{ 20|number_word }}", "zero thirteen twenty"),
        ("{{ 99|number_word }} {{ 1000|number_word }}", "ninety-nine 1,000"),
        ("{{ f.number|number_word|sentence }}", "Two"),
    ],
)
def test_wording(printed: str, expected: str) -> None:
    fact = Fact("f1", "the call", words=("u", "v", "w"))
    assert texts(render(printed, f=fact, x="élan")) == [expected]
