"""The client's own words as proof: how they come in for the defense is to be settled."""

from __future__ import annotations

import pytest

from tests.templates.test_duress_memo import memo

CALL = """\
threats: [{id: t, speaker: rolo, words: You drive., kinds: [death], against: [client]}]
events:
  - {id: told, kind: surrender, what: She called and said that men had forced her.,
     when: 2026-03-14 07:10, sources: [call]}
  - {id: came, kind: authority_contact, what: Officers arrived., when: 2026-03-14 07:20,
     sources: [call]}
statements:
  - {id: st, to: the operator, when: 2026-03-14 07:10, summary: Said so., sources: [call]}
evidence:
  - {id: call, kind: call_recording, form: recording, what: The call, when: 2026-03-14 07:10,
     traits: [mentions_duress, shows_call_for_help], admissible_through: a custodian%s}
"""
SETTLE = "how the client’s own words in it come in for the defense is to be settled"
TASK = "group/task/motion/own_words"


def test_proof_in_the_clients_own_words_is_marked_as_not_settled() -> None:
    found = memo(CALL % "")
    marked = [id for id, text in found.items() if SETTLE in text]
    assert "helps/fact/threat/call" in marked
    assert "helps/fact/escape/told" in marked
    assert not any(id.endswith("/came") for id in marked)
    offers = [text for id, text in found.items() if "proffer/offers/" in id]
    assert any("a recording (with the client’s own words)" in text for text in offers)
    assert found[TASK].startswith("Brief, element by element, how the client’s own words come in")
    assert "The call" in found[TASK]


@pytest.mark.parametrize(
    "body",
    [
        CALL % ", offered_by: government",
        (CALL % "")
        .replace("{id: st, to", "{id: st, speaker: rolo, to")
        .replace("[call]}\n", "[]}\n"),
    ],
)
def test_what_is_not_the_clients_or_not_the_defenses_to_offer_is_not_marked(body: str) -> None:
    found = memo(body)
    assert not any(SETTLE in text for text in found.values())
    assert TASK not in found


TOLD = """\
statements:
  - {id: st, to: an agent, when: 2026-03-15, summary: "%s"%s}
"""


@pytest.mark.parametrize(
    ("summary", "more", "moved"),
    [
        ("Repeated it, with the order of the calls reversed.", "", True),
        ("First said that it was March 11, then March 12.", "", True),
        ("Said that he should have called on the first morning.", "", False),
        ("Repeated it, with the order reversed.", ", speaker: rolo", False),
    ],
)
def test_a_summary_that_tells_of_a_change_is_listed(
    summary: str, more: str, *, moved: bool
) -> None:
    found = memo(TOLD % (summary, more))
    assert ("accounts/changed/st" in found) is moved
    assert any(id.startswith("testimony/cross/") for id in found) is moved


def test_what_is_protected_is_listed_and_not_set_down_for_the_cross() -> None:
    found = memo(TOLD % ("Repeated it, with the order reversed.", ", protection: examination"))
    assert "accounts/changed/st" in found
    assert not any(id.startswith("testimony/cross/") for id in found)
