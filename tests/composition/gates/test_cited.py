"""Citations found in text: those of the law library are read as themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.composition.gates.cited import Citations, Cite
from drafter.composition.gates.passages import Passage
from drafter.doctrine import Library, kinds
from drafter.word.reading.inspection import inspect
from drafter.word.reading.passages import passages_of
from tests.planting import compose, drafted, every_edition, fileable, word_file
from tests.samples import AS_OF, ROOT

DOCTRINE = Library.load().in_force(AS_OF)
CITATIONS = Citations(DOCTRINE)
IDS = [id for id in sorted(DOCTRINE.library.shelf(kinds.AUTHORITIES)) if "@" not in id]


def found(*texts: str) -> tuple[Cite, ...]:
    return CITATIONS.find([Passage(f"line {at}", text) for at, text in enumerate(texts, 1)])


def ids(*texts: str) -> set[str]:
    return {each.id for cite in found(*texts) for each in cite.authorities}


@pytest.mark.parametrize("id", IDS)
def test_every_authority_is_found_by_its_citation(id: str) -> None:
    authority = DOCTRINE.authority(id)
    cites = found(f"So it was held, see {authority.citation}.")
    assert id in {each.id for cite in cites for each in cite.authorities}
    assert all(cite.known for cite in cites)
    same = {each.citation for cite in cites for each in cite.authorities}
    same -= {authority.citation}
    # One decision and its affirmance share a docket, and are each cited with it.
    assert not same or "19-2885" in authority.cite


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("444 U.S. 394", {"bailey_scotus_1980"}),
        ("444 U. S. at 410", {"bailey_scotus_1980"}),
        ("1444 U.S. 394", set()),
        ("$444 U.S. 394", set()),
        ("18 U.S.C. §§ 3553(a)(1), 3661 and 598", {"usc18_3553_a1", "usc18_3661", "usc18_598"}),
        ("18 U.S.C. § 28(b)", {"usc18_28"}),
        ("18 USC 2800", set()),
        ("under § 3661 and Section 3553(e)", {"usc18_3661", "usc18_3553_e"}),
        ("U.S.S.G. § 1B1.11(b)(2)", {"ussg_1b1_11_b2"}),
        ("USSG §3B1.2, comment. (n.3(C))", {"ussg_3b1_2"}),
        ("Guideline 5K2.12", {"ussg_5k2_12"}),
        ("Federal Rule of Criminal Procedure 32(f)(1)", {"frcrp_32_f"}),
        ("Fed. R. Evid. 107", {"fre_107"}),
        ("Fed. R. Evid. 1070", set()),
        ("amendment 833", {"ussg_amend_833"}),
        ("United States v. Gonzalez Alvear", {"gonzalez_alvear_ca11_2006"}),
        ("UNITED STATES v. ALISIGWE", {"alisigwe_nysd_2023"}),
        ("United States v. Baileys", set()),
    ],
)  # fmt: skip
def test_what_a_citation_means(text: str, expected: set[str]) -> None:
    assert ids(text) == expected


def test_a_name_after_its_citation_is_no_other_case() -> None:
    full = "United States v. Hernandez, 894 F.3d 496 (2d Cir. 2018)"
    assert ids("United States v. Hernandez held so.") == {
        "hernandez_flmd_2018",
        "hernandez_vaed_2024",
    }
    assert ids(full, "United States v. Hernandez held so.") == {"hernandez_ca2_2018"}
    assert CITATIONS.find([Passage("x", "United States v. Hernandez")], ["Hernandez"]) == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Christian Dean Page", "United States v. Christian Dean Page, No. 3:18-cr-00041"),
        ("Christian Dean Page", "U.S. v. CHRISTIAN DEAN PAGE"),
        ("Paul Adeyemi", "United States v. Paul Adeyemi"),
        ("Johnson Okafor-Bell", "United States v. Johnson Okafor‑Bell"),
    ],
)
def test_the_caption_of_the_case_itself_cites_no_decision(name: str, text: str) -> None:
    assert found(text)
    own = [name, name.rpartition(" ")[2]]
    assert CITATIONS.find([Passage("x", text)], own) == ()


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (["Christian Dean Page", "Page"], "christian_mdd_1994"),
        (["Gonzalez"], "gonzalez_alvear_ca11_2006"),
    ],
)
def test_a_decision_of_a_like_name_is_cited_all_the_same(own: list[str], expected: str) -> None:
    text = "United States v. Christian, and United States v. Gonzalez Alvear"
    cites = CITATIONS.find([Passage("x", text)], own)
    assert expected in {each.id for cite in cites for each in cite.authorities}


def test_a_short_form_of_an_unknown_decision_is_told_once() -> None:
    (cite,) = found("Doe, 999 F.3d 111 (9th Cir. 2024).", "999 F.3d at 113.")
    assert (cite.said, cite.known, cite.decided, cite.where) == (
        "999 F.3d 111",
        False,
        True,
        "line 1",
    )
    (alone,) = found("999 F.3d at 113.")
    assert alone.decided


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Doe, No. 22-10123 (9th Cir. Mar. 3, 2023)", "No. 22-10123 (9th Cir. Mar. 3, 2023)"),
        ("Doe, No. 22-10123, slip op. at 4 (9th Cir. 2023)", "No. 22-10123, slip op. at 4 (9th "),
        ("Doe, Nos. 22-10123, 22-10124 (D.C. Cir. 2023)", "Nos. 22-10123, 22-10124 (D.C. Cir."),
        (
            "Case No. 3:22-cr-00123, ECF No. 88 (S.D. Cal. 2023)",
            "No. 3:22-cr-00123, ECF No. 88 (S.",
        ),
        ("United States v. Doe, No. 1:22-cr-1 (E.D.N.Y. May 1, 2023)", "No. 1:22-cr-1 (E.D.N.Y. "),
        ("the Indictment; United States v. Doe, No. 22-1 (9th Cir. 2023)", "No. 22-1 (9th Cir."),
        ("the Indictment, as Doe, No. 22-1 (9th Cir. 2023), holds", "No. 22-1 (9th Cir. 2023)"),
        ("United States v. Doe (9th Cir. 2024)", "v. Doe (9th Cir. 2024)"),
        ("In re Doe (D. Kan. 2024)", "In re Doe (D. Kan. 2024)"),
        ("Doe, 999 F.4th ___ (9th Cir. 2024)", "999 F.4th ___ (9th Cir. 2024)"),
        ("999 F3d 111", "999 F3d 111"),
        ("999 F.3d, 111", "999 F.3d, 111"),
        ("999 F. 3d. 111", "999 F. 3d. 111"),
        ("143 SCt 1234", "143 SCt 1234"),
        ("2024 U.S. Dist. LEXIS 12345", "2024 U.S. Dist. LEXIS 12345"),
        ("15 Cal.App.5th 123", "15 Cal.App.5th 123"),
        ("12 I. & N. Dec. 345 (BIA 2010)", "12 I. & N. Dec. 345"),
    ],
)
def test_a_decision_without_a_record_is_found_however_it_is_cited(text: str, said: str) -> None:
    (cite,) = found(f"See {text}.")
    assert cite.said.startswith(said)
    assert (cite.known, cite.decided) == (False, True)


def test_the_docket_of_the_case_itself_cites_no_decision() -> None:
    text = "Order, No. 3:23-cr-02218-RQM (W.D. Tex. Sept. 12, 2024)"
    assert found(text)
    assert CITATIONS.find([Passage("x", text)], ["3:23-cr-02218"]) == ()
    for other in (
        "United States v. Doe, No. 1:22-cr-1",
        "ECF No. 88 (filed March 3, 2023)",
        "Indictment, United States v. Doe, No. 3:25-cr-311 (W.D. Tex. June 5, 2025)",
        "Plea Agreement at 3, United States v. Doe, No. 3:25-cr-311, ECF No. 9 (W.D. Tex. 2025)",
        "the count of United States v. Doe (the Indictment of 2023)",
        "Defense Trial Exhibit No. 3 (2023)",
    ):
        assert found(other) == (), other


@pytest.mark.parametrize("name", ["getaway-driver", "trafficked-partner"])
def test_what_a_paper_of_ours_cites_is_found_in_its_words(name: str, law: Path) -> None:
    sample = ROOT / "casefiles" / f"{name}.yaml"
    wanted = tuple(each for each in every_edition(law) if each.edition.audience < 2)
    outcomes = [each for each in drafted(compose(fileable(sample), law, wanted)) if each.draft]
    assert len(outcomes) > 2
    for outcome in outcomes:
        assert outcome.draft
        data = word_file(outcome).getvalue()
        cites = CITATIONS.find(passages_of(data, inspect(data)))
        there = {each.id for cite in cites for each in cite.authorities}
        cited = {id for block in outcome.draft.document.blocks for id in block.authorities}
        assert cited <= there
        # Beyond these, it has the guidelines that counsel's own computation names.
        assert {DOCTRINE.authority(id).kind.value for id in there - cited} <= {"guideline"}
