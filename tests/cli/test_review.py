"""``drafter review``: what waits for a person, in one case and in a docket."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import docx
import pytest

from tests.cli.running import AS_OF, drafter, files
from tests.samples import SAMPLES

LEGEND = "PRIVILEGED AND CONFIDENTIAL: ATTORNEY WORK PRODUCT"


def waiting(*arguments: str | Path) -> list[str]:
    """What one case waits for, without the places."""
    (case,) = json.loads(drafter("review", *arguments, "--format", "json").stdout)["cases"]
    return [each["message"] for each in case["waiting"]]


def test_a_docket_is_a_table_the_nearest_day_first(desk: Path) -> None:
    (desk / "cases").mkdir()
    for sample in SAMPLES:
        shutil.copy(sample, desk / "cases")
    before = files(desk)
    done = drafter("review", "cases", *AS_OF)
    assert done.exit_code == 0
    assert files(desk) == before
    legend, headings, *rows = done.stdout.splitlines()
    assert legend == LEGEND
    assert headings.split("  ")[0] == "Case"
    assert [each.split()[0] for each in rows] == [
        *("remand-resentencing", "border-courier", "trafficked-partner", "getaway-driver"),
        *("thin-case", "felon-in-possession", "murder-charge", "prison-escape"),
    ]
    assert "Ms. Reyes" in rows[1]
    assert "December 1, 2026: evidence may be gone after it: Port-of-entry video" in rows[1]
    assert "supported, contested; unavailable for count 1  " in rows[-2]
    assert "no day is known" in rows[-1]
    assert all(each.rstrip().endswith("none") for each in rows)


def test_of_one_case_each_thing_is_told_with_its_place(drafted: Path) -> None:
    done = drafter("review", "border-courier", *AS_OF)
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[:3] == [
        LEGEND,
        "border-courier: Ms. Reyes, No. 3:26-cr-09142-RQM (S.D. Cal.)",
        "Duress: supported for the jury, contested on the whole record.",
    ]
    assert "  December 14, 2026: Pretrial motions" in lines
    text = Path("courier.yaml").read_text("utf-8").splitlines()
    told = [each.strip() for each in lines if each.startswith("  courier.yaml:")]
    assert [each.partition(": ")[2] for each in told] == [
        "duress_memo v001, as of 2026-11-28, is not recorded as reviewed by counsel.",
        "duress_memo v001, as of 2026-11-28, is not recorded as cite-checked.",
        "duress_memo v001, as of 2026-11-28, is not recorded as gone through with the client.",
        "Whether to raise duress is the client’s to decide: advised on 2026-05-20, and no decision "
        "is recorded.",
        "Whether to testify is the client’s to decide: advised on 2026-05-20, and no decision is "
        "recorded.",
        "Whether to cooperate is the client’s to decide: no advice on it is recorded.",
        "The exhibit is not approved: each page of it says so.",
        "Manual effective Nov. 1, 2026 not read by this tool: an attorney has to read it before "
        "anything is filed.",
    ]
    line = int(told[3].split(":")[1])
    assert "decision: raise_duress" in text[line - 1]
    assert lines[-2:] == ["Drafts:", "  duress_memo v001"]


def test_what_is_entered_waits_no_more(drafted: Path) -> None:
    case = drafted / "courier.yaml"
    text = case.read_text("utf-8")
    assert "sign_off" not in text
    signed = "sign_off:\n  reviewed: {by: Joanna Pike, on: 2026-11-28}\n"
    older = "  cite_checked: {by: Joanna Pike, on: 2026-11-02}\n"
    case.write_text(text + signed + older, "utf-8")
    said = waiting("courier.yaml", *AS_OF)
    assert not [each for each in said if "reviewed by counsel" in each]
    assert (
        "duress_memo v001, as of 2026-11-28, came after a draft was cite-checked on 2026-11-02."
        in said
    )
    assert len(said) == 7


def test_without_a_draft_nobody_has_to_sign(desk: Path) -> None:
    said = waiting("courier.yaml", *AS_OF)
    assert said
    assert not [each for each in said if "recorded as" in each]


def test_how_the_newest_draft_stands_to_the_case_is_told(drafted: Path) -> None:
    case, (document,) = drafted / "courier.yaml", drafted.rglob("*-duress_memo-v001.docx")
    later = ("--as-of", "2026-12-02")
    assert drafter("review", case, *later).stdout.splitlines()[-1] == (
        "  duress_memo v001 (its days have moved)"
    )
    case.write_text(case.read_text("utf-8") + "# looked through\n", "utf-8")
    edited = docx.Document(str(document))
    edited.add_paragraph("Mine.")
    edited.save(str(document))
    assert drafter("review", case, *AS_OF).stdout.splitlines()[-1] == (
        "  duress_memo v001 (edited by hand, the case file has changed)"
    )
    document.unlink()
    assert "(its Word file is missing, the case file" in drafter("review", case, *AS_OF).stdout
    shutil.rmtree(document.parent)
    assert drafter("review", case, *AS_OF).stdout.splitlines()[-1] == "  none"


def test_what_is_overdue_comes_first(desk: Path) -> None:
    (desk / "cases").mkdir()
    for name in ("courier", "other"):
        text = (desk / "courier.yaml").read_text("utf-8")
        text = text.replace("id: border-courier", f"id: {name}", 1)
        if name == "other":
            assert "date: 2026-12-14" in text
            text = text.replace("date: 2026-12-14", "date: 2026-11-20")
        (desk / "cases" / f"{name}.yaml").write_text(text, "utf-8")
    rows = drafter("review", "cases", *AS_OF).stdout.splitlines()[2:]
    assert [each.split()[0] for each in rows] == ["other", "courier"]
    assert "2 overdue; December 1, 2026: " in rows[0]
    alone = drafter("review", "cases/other.yaml", *AS_OF).stdout
    assert "Overdue:\n  November 20, 2026: Pretrial motions\n" in alone


def test_one_bad_file_never_hides_the_rest(desk: Path) -> None:
    (desk / "bad.yaml").write_text("schema: 1\nid: [", "utf-8")
    done = drafter("review", ".", *AS_OF)
    assert done.exit_code == 1
    assert done.stderr.startswith("bad.yaml:2:")
    assert "border-courier" in done.stdout
    (desk / "courier.yaml").unlink()
    done = drafter("review", ".", *AS_OF)
    assert done.exit_code == 2
    assert done.stdout == ""


def test_files_that_share_an_id_are_told_and_not_shown(desk: Path) -> None:
    text = (desk / "courier.yaml").read_text("utf-8")
    (desk / "again.yaml").write_text(text, "utf-8")
    (desk / "other.yaml").write_text(text.replace("id: border-courier", "id: other", 1), "utf-8")
    done = drafter("review", ".", *AS_OF)
    assert done.exit_code == 1
    assert done.stderr.count("The id `border-courier` is also that of") == 2
    assert [each.split()[0] for each in done.stdout.splitlines()[2:]] == ["other"]


def test_json_is_one_value(drafted: Path) -> None:
    (drafted / "bad.yaml").write_text("schema: 1\nid: [", "utf-8")
    done = drafter("review", ".", *AS_OF, "--format", "json")
    assert done.exit_code == 1
    value = json.loads(done.stdout)
    assert (value["format"], value["as_of"]) == (1, "2026-11-28")
    assert [each["path"] for each in value["problems"]] == ["bad.yaml"]
    (case,) = value["cases"]
    assert case["case"] == "border-courier"
    assert case["coming"][1] == {"day": "2026-12-14", "what": "Pretrial motions"}
    (draft,) = case["drafts"]
    assert (draft["series"], draft["version"]) == ("duress_memo", 1)
    assert (draft["edited"], draft["since"]) == (False, [])
    assert Path(draft["document"]).is_file()


@pytest.mark.parametrize("path", ["nobody.yaml", "border-courier"])
def test_a_case_that_is_not_there_is_refused(desk: Path, path: str) -> None:
    done = drafter("review", path, *AS_OF)
    assert done.exit_code == 2
    assert "there is no case file here" in done.stderr
