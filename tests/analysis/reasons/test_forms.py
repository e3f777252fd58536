from __future__ import annotations

import pytest

from drafter.analysis.findings import ComesIn
from drafter.analysis.reasons.forms import proof_for, proof_of, voices_of
from tests.analysis.parts import Asked, case

ITEMS = """\
evidence:
  - {id: letter, kind: document, form: writing, what: A letter, witness: friend}
  - {id: video, kind: document, form: recording, what: A video, admissible_through: a custodian}
  - {id: photo, kind: photograph, form: photograph, what: A photo, admissible_through: a custodian}
  - {id: saw, kind: independent_witness, form: testimony, what: A witness, witness: friend}
  - {id: report, kind: expert_opinion, form: opinion, what: A report}
  - {id: own, kind: messages, form: writing, what: Texts, witness: friend, traits: [made_by_client]}
  - {id: talk, kind: document, form: recording, what: The interview, witness: friend}
  - {id: lost, kind: document, form: writing, what: A note without a way in}
statements:
  - {id: st, to: an agent, summary: Talk., sources: [talk]}
witnesses:
  - {id: w, basis: witness, person: friend, knows: all of it}
experts:
  - {id: exp, name: Dr. Ito, field: battering, topic: battering, sponsors: [report]}
"""


def threat(inside: str) -> str:
    return f"threats:\n  - {{id: t, speaker: rolo, {inside}}}\n"


def event(inside: str) -> str:
    return f"events:\n  - {{id: e, what: Something., {inside}}}\n"


def proof(body: str, id: str) -> tuple[list[str], set[str]]:
    setting = Asked(case(body + ITEMS)).setting
    forms, voices = proof_of(setting.facts[id], setting)
    return [form.value for form in forms], set(voices)


OF_ITEMS = [
    ("letter", "document", "letter"),
    ("video", "recording", "video"),
    ("photo", "photograph", "photo"),
    ("saw", "witness", "friend"),
    ("report", "expert", "report"),
    ("own", "document", "client"),
    ("talk", "recording", "client"),
    ("w", "witness", "friend"),
    ("exp", "expert", "exp"),
]


@pytest.mark.parametrize(("id", "form", "voice"), OF_ITEMS)
def test_an_item_comes_in_as_what_it_is(id: str, form: str, voice: str) -> None:
    assert proof("", id) == ([form], {voice})


def test_an_item_without_a_way_in_is_nobodys_word() -> None:
    assert proof("", "lost") == (["not_shown"], set())


def test_the_clients_account_comes_in_by_testimony_and_by_what_bears_it_out() -> None:
    alone = proof(threat("kinds: [death]"), "t")
    borne_out = proof(threat("kinds: [death], sources: [letter, video, lost]"), "t")
    assert alone == (["client_testimony"], {"client"})
    assert borne_out == (
        ["recording", "document", "client_testimony"],
        {"client", "letter", "video"},
    )


BASES = [
    ("basis: document", ["not_shown"], set()),
    ("basis: document, sources: [lost]", ["not_shown"], set()),
    ("basis: document, sources: [letter]", ["document"], {"letter"}),
    ("basis: witness", ["not_shown"], set()),
    ("basis: witness, sources: [saw]", ["witness"], {"friend"}),
    ("basis: government_allegation", ["government_case"], {"government"}),
    ("basis: court_finding", ["court_finding"], {"court"}),
    ("basis: counsel_inference, sources: [video]", ["not_shown"], set()),
]


@pytest.mark.parametrize(("inside", "forms", "voices"), BASES)
def test_a_fact_comes_in_as_its_basis_allows(
    inside: str, forms: list[str], voices: set[str]
) -> None:
    assert proof(event(inside), "e") == (forms, voices)


def test_two_facts_from_one_mouth_are_one_voice() -> None:
    body = threat("kinds: [death]") + event("basis: document, sources: [letter], derives_from: [t]")
    assert proof(body, "e") == (["document"], {"client"})


def test_an_item_that_repeats_the_client_is_the_clients_voice() -> None:
    body = threat("kinds: [death]") + ITEMS.replace("what: A letter", "what: L, derives_from: [t]")
    setting = Asked(case(body)).setting
    assert voices_of(setting.facts["letter"], setting) == {"client"}


def test_an_item_that_repeats_a_witness_is_the_witnesss_voice() -> None:
    body = ITEMS.replace("what: A letter", "what: L, derives_from: [w]")
    setting = Asked(case(body.replace("knows: all of it", "knows: all, sources: [letter]"))).setting
    assert voices_of(setting.facts["w"], setting) == {"friend"}
    assert voices_of(setting.facts["letter"], setting) == {"friend"}


def voices(body: str, id: str) -> set[str]:
    setting = Asked(case(body)).setting
    return set(voices_of(setting.facts[id], setting))


@pytest.mark.parametrize("about", ["", "about: [st], "])
def test_what_records_the_clients_words_is_the_clients_voice_wherever_it_is_cited(
    about: str,
) -> None:
    items = ITEMS.replace("{id: talk, ", "{id: talk, " + about)
    body = threat("kinds: [death], sources: [talk]") + items
    assert voices(body, "t") == voices(body, "talk") == {"client"}


def test_an_item_that_shows_more_than_a_statement_speaks_for_itself() -> None:
    seen = event("basis: recording, sources: [talk]") + ITEMS
    assert voices(seen, "talk") == {"talk"}
    items = ITEMS.replace("{id: talk, ", "{id: talk, about: [st, e], ")
    assert voices(event("basis: document") + items, "talk") == {"talk"}


def test_a_long_chain_of_accounts_is_the_voice_of_its_first() -> None:
    """Each repeats the next, and every other one does so by way of an item."""
    length = 1500
    told = "".join(
        f"  - {{id: t{n}, basis: court_finding, kinds: [death], derives_from: [r{n}]}}\n"
        for n in range(length)
    )
    told += f"  - {{id: t{length}, kinds: [death]}}\n"
    held = "".join(
        f"  - {{id: r{n}, kind: document, form: writing, what: W, witness: friend, "
        f"derives_from: [t{n + 1}]}}\n"
        for n in range(length)
    )
    setting = Asked(case(f"threats:\n{told}evidence:\n{held}")).setting
    assert voices_of(setting.facts["t0"], setting) == {"client"}
    assert voices_of(setting.facts["r7"], setting) == {"client"}


def test_every_form_but_the_last_is_a_way_in() -> None:
    assert list(ComesIn)[-1] is ComesIn.NOT_SHOWN


SOURCES = """\
evidence:
  - {id: log, kind: phone_records, form: writing, what: A log, admissible_through: a custodian}
  - {id: own, kind: messages, form: writing, what: Texts, admissible_through: a custodian,
     traits: [made_by_threatener]}
  - {id: voice, kind: recorded_threat, form: recording, what: A voicemail, witness: friend,
     admissible_through: a custodian}
  - {id: blade, kind: weapon, form: object, what: A knife, admissible_through: a custodian,
     traits: [made_by_threatener]}
  - {id: saw, kind: independent_witness, form: testimony, what: A witness, witness: friend}
"""
NAMED = "sources: [log, own, voice, blade, saw]"


@pytest.mark.parametrize(
    ("basis", "asked", "shown_by"),
    [
        ("client_account", ["threat_of_death", "threat_to_family"], ["own", "voice", "friend"]),
        ("client_account", ["threat_during_offense"], ["log", "own", "voice", "blade", "friend"]),
        ("document", ["threat_of_death"], ["log", "own", "voice", "blade", "friend"]),
    ],
)
def test_the_words_of_a_threat_are_borne_out_by_what_can_hold_them(
    basis: str, asked: list[str], shown_by: list[str]
) -> None:
    body = threat(f"basis: {basis}, kinds: [death], {NAMED}") + SOURCES
    setting = Asked(case(body)).setting
    found = proof_for(asked, setting.facts["t"], setting)[1]
    assert found - {"client"} == set(shown_by)
    assert ("client" in found) is (basis == "client_account")


def test_what_the_client_could_foresee_is_borne_out_by_witnesses_alone() -> None:
    body = (
        f"involvement: [{{id: how, basis: client_account, what: They met., {NAMED}}}]\n" + SOURCES
    )
    setting = Asked(case(body)).setting
    found = proof_for(["could_not_foresee_demand"], setting.facts["how"], setting)
    assert found == ((ComesIn.WITNESS, ComesIn.CLIENT_TESTIMONY), {"client", "friend"})


@pytest.mark.parametrize("who", ["government", "nobody"])
def test_what_the_defense_cannot_offer_brings_nothing_in_for_it(who: str) -> None:
    items = ITEMS.replace("what: A letter,", f"what: A letter, offered_by: {who},")
    setting = Asked(case(event("basis: document, sources: [letter]") + items)).setting
    assert proof_of(setting.facts["letter"], setting)[0] == (ComesIn.NOT_SHOWN,)
    assert proof_of(setting.facts["e"], setting)[0] == (ComesIn.NOT_SHOWN,)


def test_the_clients_word_stays_so_where_the_statement_it_repeats_cannot_be_offered() -> None:
    items = ITEMS.replace("what: The interview,", "what: The interview, offered_by: government,")
    body = threat("basis: client_account, kinds: [death], derives_from: [st]") + items
    assert voices(body, "t") == {"client"}


def test_an_experts_opinion_is_no_way_in_for_what_the_client_told() -> None:
    told = proof(threat("basis: client_account, kinds: [death], sources: [report, letter]"), "t")
    assert told == (["document", "client_testimony"], {"client", "letter"})
    assert proof(event("basis: expert, sources: [report]"), "e") == (["expert"], {"report"})


@pytest.mark.parametrize(
    ("way", "comes_in"),
    [
        ("her testimony", True),
        ("to be briefed; what he told her is hearsay", False),
        ("To be briefed under Fed. R. Evid. 404(b)", False),
        ("her testimony, though it is hearsay", False),
        ("her testimony; it is hearsay within Fed. R. Evid. 803(2)", True),
        ("her testimony; offered as hearsay under an exception", True),
        ("a friend, as a recipient; hearsay purpose to be briefed", False),
        ("a custodian; the exception is to be fully briefed", False),
        ("his testimony, if the privilege is waived", False),
        ("his testimony; the privilege was waived", True),
    ],
)
def test_a_way_in_that_is_still_to_be_argued_brings_nothing_in(way: str, *, comes_in: bool) -> None:
    item = (
        "evidence: [{id: saw, kind: independent_witness, form: testimony, what: A witness, "
        f'witness: friend, admissible_through: "{way}"}}]\n'
    )
    setting = Asked(case(item)).setting
    assert (proof_of(setting.facts["saw"], setting)[0] != (ComesIn.NOT_SHOWN,)) is comes_in
    assert bool(setting.record.evidence.unbriefed) is not comes_in


@pytest.mark.parametrize(
    ("about", "voices"),
    [
        ("told", {"client"}),
        ("talk", {"client"}),
        ("told, t", {"client", "friend"}),
        ("by-her", {"client", "friend"}),
        ("", {"client", "friend"}),
    ],
)
def test_whom_the_client_told_is_no_second_voice_of_it(about: str, voices: set[str]) -> None:
    body = (
        "threats:\n  - {id: t, speaker: rolo, basis: client_account, continuing: yes, "
        "sources: [saw]}\n"
        "events:\n  - {id: told, kind: report, what: Ms. Vega told a friend., basis: witness}\n"
        "  - {id: by-her, kind: report, what: A friend called the police., basis: witness}\n"
        "statements:\n  - {id: talk, to: a friend, summary: Talk., basis: client_account}\n"
        "evidence:\n  - {id: saw, kind: independent_witness, form: testimony, what: A witness, "
        f"witness: friend, about: [{about}]}}\n"
    )
    setting = Asked(case(body)).setting
    name = setting.case.client.short_name
    setting = Asked(case(body.replace("Ms. Vega", name))).setting
    assert voices_of(setting.facts["t"], setting) == voices


@pytest.mark.parametrize("id", ["letter", "saw", "w", "own", "talk"])
def test_what_only_somebody_who_cannot_testify_brings_in_does_not_come_in(id: str) -> None:
    gone = ITEMS.replace("knows: all of it", "knows: all of it, unavailable: died in May 2026")
    setting = Asked(case(gone)).setting
    assert proof_of(setting.facts[id], setting) == ((ComesIn.NOT_SHOWN,), frozenset())


def test_another_way_in_stands_without_the_witness() -> None:
    gone = ITEMS.replace("knows: all of it", "knows: all of it, unavailable: died in May 2026")
    gone = gone.replace("what: A letter, ", "what: A letter, admissible_through: a stipulation, ")
    setting = Asked(case(gone)).setting
    assert proof_of(setting.facts["letter"], setting)[0] == (ComesIn.DOCUMENT,)
