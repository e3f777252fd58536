"""What may leave the office and what may not, each gate both ways."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from drafter.composition.blocks import Document
from drafter.doctrine.library import Library
from drafter.errors import GateError
from tests.composition.cases import CASE

Draft = Callable[..., Document]


def refusals(draft: Draft, body: str, edition: str = "filing", **given: object) -> list[str]:
    """What the gates say; empty if they let the document pass."""
    try:
        draft(body, edition, **given)
    except GateError as error:
        return [str(problem) for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("printed", "outward", "sealed"),
    [
        ("f.facts.arrest.what", True, True),
        ("f.facts.ward.what", False, True),
        ('f.facts["threat-1"].kinds|count', False, False),
        ("f.facts.arrest.note", False, False),
        ("f.facts.ans.answer", False, False),
    ],
)
def test_gate_what_its_readers_may_not_see(
    draft: Draft, printed: str, outward: bool, sealed: bool
) -> None:
    body = f"{{{{ {printed} }}}}"
    assert (refusals(draft, body) == []) is outward
    assert (refusals(draft, body, "sealed") == []) is sealed


@pytest.mark.parametrize("edition", ["filing", "sealed"])
def test_gate_marks_of_weak_points_and_remarks(draft: Draft, edition: str) -> None:
    (said,) = refusals(draft, 'So. {{ weak("nothing meets it") }}', edition)
    assert "prints a mark of the office" in said
    (said,) = refusals(draft, "So.\n\nAsk the client. {#ask .remark}", edition)
    assert "has a remark for counsel" in said


def test_gate_names_the_fact_and_its_line(draft: Draft) -> None:
    (said,) = refusals(draft, "{{ f.facts.ward.what }}")
    line = next(n for n, text in enumerate(CASE.splitlines(), 1) if "id: ward" in text)
    assert said.startswith(f"small.yaml:{line}:")
    assert "event `ward` (document, medical) may not be seen by the public" in said
    assert "front/paragraph" in said


def test_gate_authorities_without_a_fresh_cite_check(draft: Draft, tmp_path: Path) -> None:
    body = '{{ cite("usc18_28") }} {{ cite("dixon_scotus_2006") }} {{ cite("becerra_ca9_1993") }}'
    assert len(refusals(draft, body)) == 3

    def law(on: str) -> Library:
        for id in ("usc18_28", "dixon_scotus_2006", "becerra_ca9_1993"):
            path = tmp_path / "law" / "authorities" / f"{id}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            check = f"{{by: A. Pike, on: {on}, tool: citator, history: none}}"
            path.write_text(f"id: {id}\nmarks: {{cite_check: {check}}}\n", encoding="utf-8")
        return Library.load(tmp_path / "law")

    fresh = refusals(draft, body, law=law("2026-08-26"))
    assert [each for each in fresh if "becerra" not in each] == []
    stale = refusals(draft, body, law=law("2026-08-25"))
    assert len(stale) == 3
    assert "no cite-check of the 90 days up to 2026-11-24" in stale[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a base (U.S.S.G. § 2D1.1)", ""),
        ("a step (U.S.S.G. § 3B1.2(b))", "cites U.S.S.G. § 3B1.2(b): U.S.S.G. § 3B1.2 ("),
        ("See 923 F.2d 863, 864 (9th Cir. 1991).", "may never be cited outside the office"),
        ("See 999 F.3d 111 (9th Cir. 2024).", "of which the law library has no record"),
        ("charged under 99 U.S.C. § 1", ""),
        ("a call at 3:15 from 31 people", ""),
    ],
)
def test_gate_law_in_words_of_the_case_file(draft: Draft, text: str, said: str) -> None:
    found = [each.replace("\u00a0", " ") for each in refusals(draft, "{{ f.text }}", text=text)]
    assert [said in each for each in found] == [True] * bool(said)


def test_gate_asks_once_of_what_a_template_and_the_case_file_cite(draft: Draft) -> None:
    (said,) = refusals(draft, '{{ cite("usc18_28") }} {{ f.text }}', text="18 U.S.C. § 28")
    assert "(`usc18_28`) has no cite-check" in said


def test_gate_an_authority_that_may_never_go_outward(draft: Draft, tmp_path: Path) -> None:
    path = tmp_path / "law" / "authorities" / "aldana_medina_ca9_1991.yaml"
    path.parent.mkdir(parents=True)
    check = "{by: A. Pike, on: 2026-11-01, tool: citator, history: none}"
    path.write_text(f"id: aldana_medina_ca9_1991\nmarks: {{cite_check: {check}}}\n")
    law = Library.load(tmp_path / "law")
    (said,) = refusals(draft, '{{ cite("aldana_medina_ca9_1991") }}', law=law)
    assert "may never be cited outside the office" in said
    assert refusals(draft, '{{ cite("aldana_medina_ca9_1991") }}', "internal", law=law) == []


def test_gate_a_marker_of_a_missing_fact(draft: Draft) -> None:
    (said,) = refusals(draft, '{{ need("the judge") }}')
    assert "[NEED: the judge]" in said
    assert refusals(draft, '{{ need("the judge") }}', "internal") == []


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("The girl, L.R., was at school.", True),
        ("The girl, Lucía Ruiz, was at school.", False),
        ("The girl, LUCIA RUIZ, was at school.", False),
        ("Lucía’s school", False),
        ("Lucia was at school", False),
        ("Ms. Ruiz said so", True),
        ("Ana Ruiz Vega said so", True),
        ("Elena was there", False),
        ("lucía  ruiz was at school", False),
        ("Ms. Sosa was there", False),
        ("Relative 1 was there", True),
        ("Rogelio Tapia was there", True),
        ("Iker was there", False),
        ("In peace (paz) they left", True),
        ("Bo was at school", False),
        ("An officer saw Bo An", False),
        ("An officer saw the boy", True),
        ("Officer Diaz saw a special agent, Mr. Hill", True),
        ("Officer Marsh saw it", False),
    ],
)
@pytest.mark.parametrize("edition", ["filing", "sealed"])
def test_gate_names_of_minors_and_protected_people(
    draft: Draft, text: str, passes: bool, edition: str
) -> None:
    found = refusals(draft, "{{ f.text }}", edition, text=text)
    assert (found == []) is passes
    assert refusals(draft, text, "internal") == []


def test_gate_a_name_in_the_margins(draft: Draft) -> None:
    case = CASE.replace("office: Federal Defenders", "office: Office of Elena Sosa")
    (said,) = refusals(draft, "Words.", case=case)
    assert "`aunt` may not be named, and a property of the file does" in said


@pytest.mark.parametrize(
    "text",
    [
        "SSN 123-45-6789",
        "TIN 12-3456789",
        "born on March 14, 2001",
        "DOB: 03/14/2001",
        "his birth, 2001-03-14",
        "account number 12345678",
        "card 4111 1111 1111 1111",
        "4111111111111111",
        "the family home at 42 Calle Maple Street",
        "12 Oak Road, where he lived, is near",
        "SSN 123\u201145\u20116789",
        "123–45–6789",
        "SSN 123 45 6789",
        "SSN 123\u00a045\u00a06789",
        "12\u200b3-45-67\u200b89",
        "her social security no. is 123456789",
        "ITIN: 912345678",
        "EIN 12\u20113456789",
        "born on 14 March 2001",
        "born on the 14th of March, 2001",
        "born in St. Louis on Mar. 14, 2001",
        "D.O.B. 03-14-2001",
        "birthdate: 2001/03/14",
        "(b. March 14, 2001)",
        "account no. is 123456789",
        "account (no. 123456789)",
        "account number ending in 123456789",
        "IBAN DE89370400440532013000",
        "4111\u20111111\u20111111\u20111111",
        "lives at 41 Pecan Ct., Las Cruces",
        "his home, 12-B Elm Circle",
        "their home is at 1200 Calle Sonora, Tijuana",
        "resides at Calle Benito Juárez 1200",
    ],
)
def test_gate_identifiers_of_rule_49_1(draft: Draft, text: str) -> None:
    (said, *_) = refusals(draft, "{{ f.text }}", text=text)
    assert "Fed. R. Crim. P. 49.1(a)" in said
    assert text not in said


@pytest.mark.parametrize(
    "text",
    [
        "No. 3:26-cr-09142-RQM",
        "(USAO-000211 at call 7; REYES-000014)",
        "xxx-xx-6789",
        "born in 2001",
        "an account ending in 6789",
        "her account of March 14, 2026",
        "31.4 kilograms at 5:48 a.m. on March 14, 2026",
        "21 U.S.C. §§ 952, 960, in 12 of 13 cases (2006)",
        "a shop at 42 Maple Street",
        "their home in San Diego, California",
        "He was born in 2001. On March 14, 2026, he left home.",
        "in the account 2026-03-14 is the day",
        "what she had at home, 138 S. Ct. aside",
        "her home, and the house of 2 District Court clerks",
        "a call of 123 seconds, 45 calls and 6789 messages",
    ],
)
def test_what_a_filing_may_hold_passes(draft: Draft, text: str) -> None:
    assert refusals(draft, "{{ f.text }}", text=text) == []


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("You drive or she does not come home from the school on the hill.", False),
        ("He said: she does not come home from the school, on the hill!", False),
        ("she d\u043ees not c\u200bome home from the scho\u2062ol on the h\u200eill", False),
        ("Ask why the second officer left.", False),
        ("The handset was theirs and they heard each call.", False),
        ("Treated at a clinic.", True),
        ("She does not come home.", True),
        ("Officers arrested Ms. Ruiz.", True),
    ],
)
def test_gate_words_that_only_the_team_may_read(draft: Draft, text: str, passes: bool) -> None:
    assert (refusals(draft, "{{ f.text }}", text=text) == []) is passes


def test_words_that_an_open_fact_has_too_pass(draft: Draft) -> None:
    text = "You drive or she does not come home from the school on the hill."
    case = CASE.replace("what: Filmed.", f"what: {text}")
    assert refusals(draft, "{{ f.text }}", text=text, case=case) == []


def test_every_reason_is_given_at_once(draft: Draft) -> None:
    body = '{{ f.facts.ward.what }} {{ need("x") }} {{ cite("usc18_28") }} {{ f.text }}'
    found = refusals(draft, body, text="Lucía Ruiz, 123-45-6789")
    assert len(found) == 5


def test_gate_the_name_of_a_client_who_has_an_alias(draft: Draft) -> None:
    with_alias = CASE.replace("short_name: Ms. Ruiz,", "short_name: Ms. Ruiz, alias: Jane Doe,")
    for text in ("Ana was there", "ANA RUIZ VEGA", "Ms. Ruiz said so", "VEGA-000014"):
        assert refusals(draft, text, case=with_alias), text
        assert refusals(draft, text) == []
    assert refusals(draft, 'Jane Doe, {{ name("client") }}', case=with_alias) == []


SAFETY = """\
safety:
  - id: safe-house
    basis: client_account
    at_risk: [girl]
    what: The address on Dequincy Street, the boy’s place at Ashwood and the number 555-0188.
"""
AT_RISK = CASE.replace(
    "  - {id: boy,", "  - {id: cousin, name: Constance Vega, relation: cousin}\n  - {id: boy,"
)


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("Agents arrested her on Dequincy Street.", False),
        ("a place at 1214 DEQUINCY", False),
        ("the Ashwood school", False),
        ("a call from 555-0188", False),
        ("The address was on a street.", True),
        ("a shop on Maple Street, at 8:55 on May 5, 2018", True),
        ("San Diego", True),
    ],
)
@pytest.mark.parametrize("edition", ["filing", "sealed", "exhibit"])
def test_gate_what_must_not_be_filed_for_the_safety_of_others(
    draft: Draft, text: str, passes: bool, edition: str
) -> None:
    found = refusals(draft, "{{ f.text }}", edition, text=text, case=CASE + SAFETY)
    assert (found == []) is passes
    assert refusals(draft, "{{ f.text }}", edition, text=text) == []
    for said in found:
        assert "has what `safe-house` says must not be filed" in said
        lines = (CASE + SAFETY).splitlines()
        line = next(n for n, each in enumerate(lines, 1) if "The address on Dequincy" in each)
        assert said.startswith(f"small.yaml:{line}:")


def test_names_that_each_paper_has_tell_nothing_of_a_danger(draft: Draft) -> None:
    kept = "the Defenders in California with Rogelio Tapia and L.R."
    case = CASE + SAFETY.replace("Ashwood", kept)
    words = "Mr. Tapia, L.R. and the Federal Defenders, Southern District of California"
    assert refusals(draft, words, case=case) == []


@pytest.mark.parametrize(
    ("alias", "printed", "said"),
    [
        ("", '{{ name("cousin") }}', "enter here the `alias:`"),
        ("", "Constance was there.", "enter here the `alias:`"),
        ("alias: C.V., ", "Constance Vega was there.", "write C.V. wherever"),
        ("alias: C.V., ", '{{ name("cousin") }}', ""),
    ],
)
@pytest.mark.parametrize("edition", ["filing", "sealed", "exhibit"])
def test_gate_names_of_people_at_risk(
    draft: Draft, alias: str, printed: str, said: str, edition: str
) -> None:
    case = AT_RISK + SAFETY.replace("[girl]", "[girl, cousin]")
    case = case.replace("name: Constance Vega, ", f"name: Constance Vega, {alias}")
    found = refusals(draft, printed, edition, case=case)
    assert [said in each for each in found] == [True] * bool(said)
    assert all("`cousin` may not be named" in each for each in found)
    assert refusals(draft, printed, edition, case=AT_RISK) == []


HOMES = CASE.replace("what: Filmed.", "what: She lives with an aunt at 9 Oak Road.")


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("Agents arrested her at 9 Oak Rd. in the morning.", False),
        ("Agents arrested her at 1214 Oak Road.", False),
        ("Agents arrested her on Oak Road.", True),
        ("a shop at 9 Maple Street", True),
    ],
)
def test_gate_a_numbered_address_where_the_case_file_has_a_home(
    draft: Draft, text: str, passes: bool
) -> None:
    found = refusals(draft, "{{ f.text }}", text=text, case=HOMES)
    assert (found == []) is passes
    assert all("`seen` has a home" in each for each in found)
    shop = HOMES.replace("She lives with an aunt at", "From her home she went to a shop at")
    assert refusals(draft, "{{ f.text }}", text=text, case=shop) == []


@pytest.mark.parametrize(
    ("fields", "end", "day", "refused"),
    [
        ("age_at_offense: 17", "2026-03-14 06:55", date(2026, 11, 24), True),
        ("age_at_offense: 17", "2026-03-14 06:55", date(2027, 3, 13), True),
        ("age_at_offense: 17", "2026-03-14 06:55", date(2027, 3, 14), False),
        ("age_at_offense: 16", "2026-03-14 06:55", date(2027, 3, 14), True),
        ("age_at_offense: 17", "2026-03", date(2027, 3, 14), True),
        ("age_at_offense: 17", "after 2026-03-14", date(2030, 1, 1), True),
        ("age_at_offense: 18", "2026-03-14 06:55", date(2026, 11, 24), False),
        ("age_at_offense: 17, alias: A.R.", "2026-03-14 06:55", date(2026, 11, 24), False),
        ("alias: A.R.", "2026-03-14 06:55", date(2026, 11, 24), False),
    ],
)
def test_gate_a_client_who_may_be_a_minor_has_an_alias(
    draft: Draft, fields: str, end: str, day: date, refused: bool
) -> None:
    case = CASE.replace("pronouns: she}", f"pronouns: she, {fields}}}")
    case = case.replace("end: 2026-03-14 06:55", f"end: {end}")
    said = refusals(draft, 'By {{ name("client") }}', case=case, day=day)
    assert [each for each in said if "`client.alias`" in each] == said
    assert bool(said) is refused
    if said:
        assert "small.yaml:9:" in said[0]
