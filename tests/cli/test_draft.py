"""``drafter draft``: what is written, what is said, and with which exit code."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.running import AS_OF, drafter, files
from tests.samples import cite_checked, filing_day

MEMO = "border-courier/internal/duress_memo/v001"
WORDS = "Ms. Reyes"


def change(desk: Path, old: str, new: str) -> None:
    path = desk / "courier.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_version_lies_where_the_contract_says(desk: Path) -> None:
    done = drafter("draft", "courier.yaml", *AS_OF)
    assert done.exit_code == 0
    assert files(desk / "output") == {
        ".index.json",
        f"{MEMO}/border-courier-duress_memo-v001.docx",
        f"{MEMO}/border-courier-duress_memo-v001.md",
        f"{MEMO}/draft.json",
        f"{MEMO}/manifest.json",
    }
    document = f"output/{MEMO}/border-courier-duress_memo-v001.docx"
    assert done.stdout.endswith(f"version 1: {document}\n")
    assert done.stderr == ""
    manifest = json.loads((desk / "output" / MEMO / "manifest.json").read_text("utf-8"))
    assert manifest["format"] == 1
    assert manifest["case_file"] == "../courier.yaml"


def test_a_second_run_does_nothing_and_says_so(drafted: Path) -> None:
    before = files(drafted)
    again = drafter("draft", "courier.yaml", *AS_OF)
    assert again.exit_code == 0
    assert "unchanged since version 1" in again.stdout
    assert files(drafted) == before


def test_words_that_change_nothing_make_no_version(drafted: Path) -> None:
    change(drafted, "schema: 1", "# Seen again.\nschema: 1")
    again = drafter("draft", "courier.yaml", *AS_OF)
    assert "says what version 1 says" in again.stdout
    assert "v002" not in " ".join(files(drafted))


def test_a_change_makes_a_version_and_leaves_the_first_alone(drafted: Path) -> None:
    first = drafted / "output" / MEMO / "border-courier-duress_memo-v001.docx"
    edited = first.read_bytes() + b"edited"
    first.write_bytes(edited)
    change(drafted, "    watched: unknown", "    watched: no")
    again = drafter("draft", "courier.yaml", *AS_OF)
    assert "version 2: " in again.stdout
    assert first.read_bytes() == edited


def test_force_writes_a_version_all_the_same(drafted: Path) -> None:
    assert "version 2: " in drafter("draft", "courier.yaml", *AS_OF, "--force").stdout


def test_equal_drafts_are_equal_files(desk: Path) -> None:
    for output in ("one", "two"):
        drafter("draft", "courier.yaml", *AS_OF, "--output", output, "--kind", "all")
    found = sorted(path.relative_to(desk / "one") for path in (desk / "one").rglob("*.docx"))
    assert len(found) >= 2
    for path in found:
        assert (desk / "one" / path).read_bytes() == (desk / "two" / path).read_bytes()


def test_a_dry_run_says_what_would_be_and_writes_nothing(desk: Path) -> None:
    before = files(desk)
    done = drafter("draft", "courier.yaml", *AS_OF, "--dry-run", "--kind", "mitigation_outline")
    assert done.exit_code == 0
    assert "would be version 1: output/border-courier/internal/mitigation_outline/" in done.stdout
    assert files(desk) == before
    drafter("draft", "courier.yaml", *AS_OF)
    (desk / "output" / ".index.json").unlink()
    again = drafter("draft", "courier.yaml", *AS_OF, "--dry-run")
    assert "says what version 1 says" in again.stdout


def test_a_case_is_found_by_its_id_once_drafted(drafted: Path) -> None:
    again = drafter("draft", "border-courier", *AS_OF, "--kind", "mitigation_outline")
    assert again.exit_code == 0
    manifest = next(drafted.rglob("mitigation_outline/v001/manifest.json")).read_text("utf-8")
    assert json.loads(manifest)["case_file"] == "../courier.yaml"
    (drafted / "courier.yaml").unlink()
    gone = drafter("draft", "border-courier", *AS_OF)
    assert gone.exit_code == 2
    assert "courier.yaml, and is no longer there" in gone.stderr


def test_another_file_with_the_id_of_an_older_one_is_told(drafted: Path) -> None:
    (drafted / "moved").mkdir()
    (drafted / "moved" / "c.yaml").write_bytes((drafted / "courier.yaml").read_bytes())
    told = drafter("draft", "moved/c.yaml", *AS_OF, "--force", "--format", "json")
    assert told.exit_code == 0
    assert json.loads(told.stdout)["documents"][0]["id_also_of"] == "courier.yaml"
    assert "the version before was drafted from courier.yaml, which is still there" in told.stderr
    (drafted / "courier.yaml").unlink()
    (drafted / "moved" / "c.yaml").rename(drafted / "d.yaml")
    assert drafter("draft", "d.yaml", *AS_OF, "--force").stderr == ""


def test_all_drafts_every_kind_that_the_case_asks_for(desk: Path, law: Path) -> None:
    done = drafter("draft", "courier.yaml", *AS_OF, "--kind", "all", "--law", law)
    assert done.exit_code == 0, done.output
    documents = {name for name in files(desk) if name.endswith(".docx")}
    outward = "output/border-courier/outward"
    assert documents == {
        f"output/{MEMO}/border-courier-duress_memo-v001.docx",
        "output/border-courier/internal/mitigation_outline/v001/"
        "border-courier-mitigation_outline-v001.docx",
        f"{outward}/border-courier-surrender_exhibit-v001.docx",
    }
    text = (desk / "courier.yaml").read_text("utf-8").partition("\nexhibit:")[0]
    (desk / "courier.yaml").write_text(text.replace("id: border-courier", "id: other"), "utf-8")
    other = drafter("draft", "courier.yaml", *AS_OF, "--kind", "all", "--law", law)
    assert other.exit_code == 0
    assert "the case file asks for none" in other.stdout
    assert not (desk / "output" / "other" / "outward").exists()


def test_what_a_gate_refuses_is_not_written_and_the_rest_is(desk: Path) -> None:
    change(desk, "what: Ms. Reyes’s car joined", "what: Elena Ocampo saw that the car joined")
    done = drafter("draft", "courier.yaml", *AS_OF, "--kind", "all")
    assert done.exit_code == 6
    assert "refused; nothing of it was written" in done.stdout
    assert done.stderr
    names = " ".join(files(desk))
    assert "duress_memo-v001.docx" in names
    assert "mitigation_outline-v001.docx" in names
    assert "surrender_exhibit" not in names


def test_strict_lists_the_gaps_and_writes_nothing(desk: Path) -> None:
    before = files(desk)
    done = drafter("draft", "courier.yaml", *AS_OF, "--strict")
    assert done.exit_code == 5
    assert "courier.yaml:138:5: Missing: " in done.stderr
    assert "(`opp-primary.watched`)" in done.stderr
    assert files(desk) == before
    drafter("draft", "courier.yaml", *AS_OF)
    assert drafter("draft", "courier.yaml", *AS_OF, "--strict").exit_code == 5


WHOLE = {
    "watched: unknown": "watched: no",
    "authority_corrupt: unknown": "authority_corrupt: no",
    "safe: unknown": "safe: no",
    "victim_at_offense: unknown": "victim_at_offense: no",
}
"""What is missing from the record of prison-escape, entered."""


@pytest.mark.parametrize("others", [(), ("courier.yaml",)])
def test_strict_wants_what_only_a_document_asks_for(
    root: Path, desk: Path, others: tuple[str, ...]
) -> None:
    text = (root / "casefiles" / "prison-escape.yaml").read_text("utf-8")
    for old, new in WHOLE.items():
        assert old in text
        text = text.replace(old, new)
    (desk / "escape.yaml").write_text(text, "utf-8")
    before = files(desk)
    kind = ("--kind", "mitigation_outline")
    done = drafter("draft", "escape.yaml", *others, *AS_OF, "--strict", *kind)
    assert done.exit_code == 5
    said = [line for line in done.stderr.splitlines() if line.startswith("escape.yaml:")]
    assert [line.partition(": ")[2] for line in said] == [
        f"Missing: {what}; the Sentencing Mitigation Outline asks for it."
        for what in (
            "whether the coercer was charged, and what came of it",
            "the position on restitution",
        )
    ]
    assert files(desk) == before
    assert drafter("draft", "escape.yaml", *AS_OF, *kind).exit_code == 0
    assert drafter("draft", "escape.yaml", *AS_OF, "--strict", *kind).exit_code == 5


def test_one_unsound_case_stops_all_of_a_draft(desk: Path) -> None:
    text = (desk / "courier.yaml").read_text("utf-8")
    (desk / "wrong.yaml").write_text(text.replace("[death]", "[deth]").replace("id: b", "id: c", 1))
    before = files(desk)
    done = drafter("draft", "courier.yaml", "wrong.yaml", *AS_OF)
    assert done.exit_code == 2
    assert "wrong.yaml:82:" in done.stderr
    assert files(desk) == before


def test_json_is_one_value_and_messages_go_to_standard_error(desk: Path) -> None:
    for status in ("new", "unchanged"):
        done = drafter("draft", "courier.yaml", *AS_OF, "--format", "json")
        value = json.loads(done.stdout)
        (document,) = value["documents"]
        assert (value["format"], value["as_of"]) == (1, "2026-11-28")
        assert (document["status"], document["version"]) == (status, 1)
        assert Path(document["document"]).is_file()
        assert WORDS in json.dumps(document["draft"])
        assert "version 1" in done.stderr


def test_json_holds_the_problems_too(desk: Path) -> None:
    done = drafter("draft", "nobody.yaml", "--format", "json")
    value = json.loads(done.stdout)
    assert done.exit_code == value["exit"] == 2
    assert value["format"] == 1
    assert value["problems"][0]["message"] in done.stderr


def test_markdown_is_printed_beside_the_version(desk: Path) -> None:
    for _ in ("new", "unchanged"):
        done = drafter("draft", "courier.yaml", *AS_OF, "--format", "md")
        twin = desk / "output" / MEMO / "border-courier-duress_memo-v001.md"
        assert done.stdout.rstrip("\n") == twin.read_text("utf-8").rstrip("\n")
        assert WORDS in done.stdout


def test_quiet_says_nothing_but_errors(desk: Path) -> None:
    done = drafter("draft", "courier.yaml", *AS_OF, "--quiet")
    assert (done.exit_code, done.output) == (0, "")
    assert drafter("draft", "nobody.yaml", "--quiet").stderr


def test_claims_can_be_left_out(drafted: Path) -> None:
    drafter("draft", "courier.yaml", *AS_OF, "--no-claims")
    texts = [path.read_text("utf-8") for path in sorted(drafted.rglob("*.md"))]
    assert len(texts) == 2
    assert len(texts[1]) < len(texts[0])


def test_a_later_day_on_which_nothing_moved_makes_no_version(drafted: Path) -> None:
    manifest = json.loads((drafted / "output" / MEMO / "manifest.json").read_text("utf-8"))
    through = manifest["current_through"]
    assert through > "2026-11-28"
    same = drafter("draft", "courier.yaml", "--as-of", through)
    assert "unchanged since version 1" in same.stdout


def test_an_outward_file_says_nothing_of_the_team(desk: Path, law: Path) -> None:
    drafter("draft", "courier.yaml", *AS_OF, "--kind", "surrender_exhibit", "--law", law)
    (document,) = (desk / "output" / "border-courier" / "outward").iterdir()
    with ZipFile(document) as package:
        inside = b"".join(package.read(name) for name in package.namelist())
    assert b"privileged" not in inside.lower()
    assert b"Joanna Pike" not in inside


def test_after_a_filing_it_is_said_that_something_goes_under_seal_and_how(
    desk: Path, root: Path
) -> None:
    sample = root / "casefiles" / "prison-escape.yaml"
    law, day = cite_checked(desk / "law"), filing_day(sample).isoformat()
    outline = ("--kind", "mitigation_outline", "--law", str(law), "--as-of", day)
    filed = drafter("draft", sample, *outline, "--edition", "filing")
    assert "drafter draft CASE --kind mitigation_outline --edition sealed" in filed.stderr
    sealed = drafter("draft", sample, *outline, "--edition", "sealed", "--format", "json")
    assert "--edition sealed" not in sealed.stderr
    assert json.loads(sealed.stdout)["documents"][0]["supplement"] is None
    again = drafter("draft", sample, *outline, "--edition", "filing", "--force", "--format", "json")
    assert json.loads(again.stdout)["documents"][0]["supplement"] == "sealed"
    (desk / "bare.yaml").write_text(
        sample.read_text("utf-8").replace("  separation:", "  # separation:"), "utf-8"
    )
    open_only = drafter("draft", "bare.yaml", *outline, "--edition", "filing")
    assert ("--edition sealed" in open_only.stderr) is bool(
        drafter("draft", "bare.yaml", *outline, "--edition", "sealed").exit_code == 0
    )
