"""When a report was made, by what it reports, and whether that is a threat."""

from __future__ import annotations

import pytest

from tests.analysis.route import element

REPORT = """\
threats:
  - {id: t, basis: client_account, speaker: rolo, kinds: [death], when: 2026-03-12}
events:
  - {id: e, kind: report, basis: witness, when: %s, what: %s, sources: [ev]}
evidence:
  - {id: ev, kind: contemporaneous_report, form: testimony, what: An interview, when: 2026-08-02,
     witness: friend, %s}
witnesses: [{id: w, basis: witness, person: friend, knows: it, sponsors: [ev]}]
"""
TOLD = "She told a friend that her daughter had been threatened."


@pytest.mark.parametrize(
    ("when", "what", "more", "rule"),
    [
        ("2026-03-13", TOLD, "about: [t]", "contemporaneous_report.1"),
        ("2026-03-14 05:00", TOLD, "about: [t]", "contemporaneous_report.2"),
        ("2026-03-20", TOLD, "about: [t]", "contemporaneous_report.3"),
        # The offense was over at 6:55: what was told within the hour was told at once.
        ("2026-03-14 07:55", TOLD, "about: [t]", None),
        ("2026-03-14 07:56", TOLD, "about: [t]", "contemporaneous_report.3"),
        # Where it is not known when it was told, the day of the paper is all there is.
        ("unknown", TOLD, "about: [t]", "contemporaneous_report.3"),
        ("2026-03-13", TOLD, "exhibit: A", "contemporaneous_report.1"),
        ("2026-03-13", "A neighbor called about shouting.", "exhibit: A", None),
    ],
)
def test_a_report_is_of_the_day_on_which_it_was_made_and_only_of_a_threat(
    when: str, what: str, more: str, rule: str | None
) -> None:
    found = element(REPORT % (when, what, more), "threat")
    rules = [each.rule for each in found.reasons if each.fact and each.fact.id == "ev"]
    assert [each for each in rules if each.startswith("contemporaneous")] == [rule] * bool(rule)
