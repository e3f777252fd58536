"""``drafter versions`` and ``drafter diff``: what a supervisor sees."""

from __future__ import annotations

import json
import re
import shutil
from contextlib import chdir
from datetime import datetime
from pathlib import Path

import pytest
from docx import Document

from tests.cli.running import AS_OF, drafter


def change(desk: Path, old: str, new: str) -> None:
    path = desk / "courier.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture(scope="module")
def both(one_memo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two versions of a memo: in the second, the first threat is no longer of death."""
    folder = Path(shutil.copytree(one_memo, tmp_path_factory.mktemp("both") / "office"))
    for _ in range(2):
        change(folder, "kinds: [death]", "kinds: [economic]")
    with chdir(folder):
        drafter("draft", "courier.yaml", *AS_OF)
    return folder


@pytest.fixture
def two(both: Path, desk: Path) -> Path:
    """The folder that commands run in, with the two versions."""
    shutil.copytree(both, desk, dirs_exist_ok=True)
    return desk


def columns(text: str) -> list[dict[str, str]]:
    """The rows of a table by their headings, which stand over where each column begins."""
    heading, *rows = text.splitlines()
    names = re.split(r"  +", heading.strip())
    starts = [heading.index(name) for name in names]
    ends = [*starts[1:], None]
    return [
        {n: row[a:b].strip() for n, a, b in zip(names, starts, ends, strict=True)} for row in rows
    ]


def test_versions_are_listed_with_their_days_and_what_moved(two: Path) -> None:
    done = drafter("versions", "border-courier")
    assert done.exit_code == 0
    first, second = columns(done.stdout)
    assert (first["Document"], first["Version"], second["Version"]) == (
        "duress_memo",
        "v001",
        "v002",
    )
    for each, number in ((first, 1), (second, 2)):
        assert (each["As of"], each["As drafted"]) == ("November 28, 2026", "yes")
        assert each["Drafted"].endswith(f", {datetime.now().astimezone().year}")
        assert each["File"].endswith(f"-v00{number}.docx")
    assert first["What moved"] == "first version"
    moved = second["What moved"].split("; ")
    assert moved[0] == "Duress, production: supported → unsupported"
    assert re.fullmatch(r"\d+ more conclusions", moved[2])
    assert re.fullmatch(r"\d+ passages", moved[3])
    assert drafter("versions", "courier.yaml").stdout == done.stdout


def test_versions_as_json(two: Path) -> None:
    value = json.loads(drafter("versions", "border-courier", "--format", "json").stdout)
    assert (value["format"], value["case"]) == (1, "border-courier")
    first, second = value["versions"]
    assert (first["version"], first["before"], first["moved"]) == (1, None, None)
    assert (second["version"], second["before"], second["state"]) == (2, 1, "as_drafted")
    told = json.loads(drafter("diff", "border-courier", "--format", "json").stdout)
    ids = [each["id"] for each in told["conclusions"]]
    assert [each["id"] for each in second["moved"]["conclusions"]] == ids
    assert second["moved"]["passages"] == len(told["text"])
    assert second["moved"]["causes"] == ["case"]


def test_each_series_has_its_own_first_version_and_a_forced_one_moves_nothing(two: Path) -> None:
    drafter("draft", "courier.yaml", *AS_OF, "--kind", "mitigation_outline")
    drafter("draft", "courier.yaml", *AS_OF, "--force")
    rows = columns(drafter("versions", "border-courier").stdout)
    told = [(each["Document"], each["Version"], each["What moved"]) for each in rows]
    assert told[2] == ("duress_memo", "v003", "nothing")
    assert told[3] == ("mitigation_outline", "v001", "first version")


def test_a_version_that_has_the_edits_of_an_earlier_one_says_so(drafted: Path) -> None:
    (first,) = drafted.rglob("*.docx")
    edited(first, first)
    change(drafted, "kinds: [death]", "kinds: [economic]")
    assert drafter("refresh", "courier.yaml", *AS_OF).exit_code == 0
    told, again = columns(drafter("versions", "border-courier").stdout)
    assert told["As drafted"] == "edited"
    assert again["As drafted"] == "yes"
    assert again["What moved"].startswith("refreshed from v001, with its edits; ")
    value = json.loads(drafter("versions", "border-courier", "--format", "json").stdout)
    assert [each["refreshed_from"] for each in value["versions"]] == [None, 1]


def test_what_moved_is_not_known_where_a_draft_is_damaged(two: Path) -> None:
    (two / "output/border-courier/internal/duress_memo/v001/draft.json").write_text("{", "utf-8")
    second = columns(drafter("versions", "border-courier").stdout)[1]
    assert second["What moved"] == "not known: a draft cannot be read"


def test_an_edited_and_a_missing_file_are_told(two: Path) -> None:
    first, second = sorted(two.rglob("*.docx"))
    first.write_bytes(first.read_bytes()[:-9])
    second.unlink()
    rows = columns(drafter("versions", "border-courier").stdout)
    assert [row["As drafted"] for row in rows] == ["edited", "missing"]


def test_versions_of_one_kind(two: Path) -> None:
    drafter("draft", "courier.yaml", *AS_OF, "--kind", "mitigation_outline")
    only = drafter("versions", "border-courier", "--kind", "mitigation_outline")
    assert len(only.stdout.splitlines()) == 2
    none = drafter("versions", "border-courier", "--kind", "memo")
    assert none.exit_code == 2
    assert "duress_memo" in none.stderr


def test_a_diff_begins_with_the_conclusions_and_the_facts_that_moved(two: Path) -> None:
    done = drafter("diff", "border-courier")
    assert done.exit_code == 0
    text = done.stdout
    assert "version 1, as of November 28, 2026" in text
    assert "Changed: the case file." in text
    conclusions, _, rest = text.partition("\nText\n")
    assert "Conclusions" in conclusions
    lines = conclusions.splitlines()
    moved = next(at for at, line in enumerate(lines) if "injury, production: supported →" in line)
    line = 1 + (two / "courier.yaml").read_text("utf-8").splitlines().index("  - id: threat-visit")
    place = f"      threat-visit changed (courier.yaml:{line})"
    assert lines[moved + 1] == place
    assert "[-death-]{+economic+}" in lines[lines.index(place) + 1]
    assert conclusions.count("[-death-]{+economic+}") == 2, "told once for each threat"
    assert "changed: " in rest


def test_versions_can_be_named_and_turned_round(two: Path) -> None:
    forward = drafter("diff", "border-courier", "1", "v002").stdout
    back = drafter("diff", "border-courier", "v2", "v001").stdout
    assert "[-death-]{+economic+}" in forward
    assert "[-economic-]{+death+}" in back
    same = drafter("diff", "border-courier", "1", "1")
    assert "Both say the same." in same.stdout
    for wrong, hint in (("9", "There are: 1, 2."), ("last", "write it like 2 or v002")):
        done = drafter("diff", "border-courier", "1", wrong)
        assert done.exit_code == 2
        assert hint in done.stderr


def test_one_version_cannot_be_compared(drafted: Path) -> None:
    done = drafter("diff", "border-courier")
    assert done.exit_code == 2
    assert "only one version" in done.stderr


def test_a_diff_as_json(two: Path) -> None:
    value = json.loads(drafter("diff", "border-courier", "--format", "json").stdout)
    assert value["format"] == 1
    assert (value["old"]["version"], value["new"]["version"]) == (1, 2)
    assert value["causes"] == ["case"]
    (moved,) = (each for each in value["conclusions"] if each["id"] == "element.threat.production")
    assert [fact["id"] for fact in moved["facts"]] == ["threat-visit", "threat-call"]
    assert {each["id"] for each in value["facts"]} == {"threat-visit", "threat-call"}
    for each in value["text"]:
        if each["change"] == "changed":
            kept = "".join(text for op, text in each["words"] if op != "added")
            assert kept == each["old"]


def test_a_fact_that_moves_no_conclusion_is_told_apart(drafted: Path) -> None:
    change(drafted, "paid_by: appointed under", "paid_by: counsel appointed under")
    drafter("draft", "courier.yaml", *AS_OF, "--force")
    text = drafter("diff", "border-courier").stdout
    assert "No conclusion moved." in text
    other = text.partition("Other changes in the case file")[2]
    assert other.splitlines()[1].strip().startswith("engagement.paid_by changed (courier.yaml:")


def test_two_word_files_are_compared_by_their_text_and_what_stands_beside_it(two: Path) -> None:
    first, second = sorted(two.rglob("*.docx"))
    done = drafter("diff", first, second)
    assert done.exit_code == 0
    assert "Conclusions" not in done.stdout
    assert "hand edit" not in done.stdout, "both are as they were drafted"
    assert "changed: " in done.stdout
    assert re.search(r"^Comments: \d+ added, \d+ removed$", done.stdout, re.MULTILINE)
    last = "Not compared: how it looks (fonts, spacing, page setup), and what pictures show."
    assert done.stdout.splitlines()[-1] == last
    same = drafter("diff", first, first).stdout
    assert "Both say the same." in same
    assert last in same


def edited(path: Path, target: Path) -> None:
    """A copy as somebody would leave it: a sentence more, a note more, another title."""
    document = Document(str(path))
    document.add_paragraph("Counsel adds a sentence of her own.")
    document.core_properties.title = "Edited"
    document.save(str(target))


def test_what_somebody_did_to_a_version_is_a_hand_edit(two: Path) -> None:
    first, second = sorted(two.rglob("*.docx"))
    mine = two / "mine.docx"
    edited(first, mine)
    value = json.loads(drafter("diff", first, mine, "--format", "json").stdout)
    (added,) = value["text"]
    assert (added["change"], added["new"]) == ("added", "Counsel adds a sentence of her own.")
    assert (added["how"], added["causes"]) == ("only", [{"kind": "hand_edit"}])
    (properties,) = (each for each in value["beside"] if each["id"] == "properties")
    assert properties["added"] == ["title: Edited"]
    assert "Cause: hand edit" in drafter("diff", first, mine).stdout
    other = json.loads(drafter("diff", second, mine, "--format", "json").stdout)
    assert {each["how"] for each in other["text"]} == {"untold"}, "of another version"
    nowhere = drafter("diff", first, mine, "--output", "elsewhere", "--format", "json")
    assert {each["how"] for each in json.loads(nowhere.stdout)["text"]} == {"untold"}


def test_a_comparison_of_versions_names_the_one_with_edits_by_hand(two: Path) -> None:
    first, _ = sorted(two.rglob("*.docx"))
    before = drafter("diff", "border-courier")
    assert "edits by hand" not in before.stderr
    edited(first, first)
    after = drafter("diff", "border-courier")
    assert after.stdout == before.stdout
    named = first.relative_to(two)
    assert f"{named} has edits by hand, which are not compared." in after.stderr
    assert after.stderr.count("edits by hand") == 1


def test_color_marks_what_went_and_what_came(two: Path) -> None:
    plain = drafter("diff", "border-courier", "--no-color").stdout
    bright = drafter("diff", "border-courier", "--color").stdout
    assert "\x1b[" not in plain
    assert "\x1b[31m[-death-]\x1b[0m\x1b[32m{+economic+}\x1b[0m" in bright


def test_drafts_whose_manifests_are_damaged_are_not_taken_for_another_case(two: Path) -> None:
    for manifest in two.rglob("manifest.json"):
        manifest.write_text("{}", "utf-8")
    done = drafter("versions", "border-courier")
    assert done.exit_code == 2
    assert "no draft of it is in output" in done.stderr
    assert "manifests of its versions are missing or damaged" in done.stderr
    assert "Did you mean" not in done.stderr
    for command in (["refresh", "border-courier"], ["check", "border-courier"]):
        done = drafter(*command)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "border-courier: no draft of it in output can be read." in done.stderr
    done = drafter("draft", "courier.yaml", *AS_OF)
    assert "version 3: " in done.stdout


def test_a_version_whose_manifest_is_damaged_is_not_passed_over_in_silence(two: Path) -> None:
    change(two, "    watched: unknown", "    watched: no")
    drafter("draft", "courier.yaml", *AS_OF)
    (third,) = Path("output").rglob("v003/manifest.json")
    third.write_text("{", "utf-8")
    done = drafter("diff", "border-courier")
    assert (done.exit_code, done.stderr) == (
        0,
        f"{third} is missing or damaged: version v003 is passed over.\n",
    )
    done = drafter("diff", "border-courier", "1", "3")
    assert done.exit_code == 2
    assert f"{third}: missing or damaged, so version 3 cannot be read." in done.stderr
    assert drafter("diff", "border-courier", "1", "2").stderr == ""
    (second,) = Path("output").rglob("v002/manifest.json")
    second.unlink()
    done = drafter("diff", "border-courier")
    assert done.exit_code == 2
    assert f"{second} is missing or damaged." in done.stderr


def test_versions_and_a_draft_name_the_damaged_manifest_they_pass_over(two: Path) -> None:
    (second,) = Path("output").rglob("v002/manifest.json")
    second.write_text("{", "utf-8")
    told = f"{second} is missing or damaged: version v002 is passed over.\n"
    done = drafter("versions", "border-courier")
    assert (done.exit_code, done.stderr) == (0, told)
    assert [each["Version"] for each in columns(done.stdout)] == ["v001"]
    done = drafter("versions", "border-courier", "--format", "json")
    assert json.loads(done.stdout)["passed_over"] == [str(second)]
    change(two, "    watched: unknown", "    watched: no")
    for flags in (("--dry-run",), ()):
        done = drafter("draft", "courier.yaml", *AS_OF, *flags)
        assert (done.exit_code, done.stderr) == (0, told), flags
        assert "version 3: " in done.stdout
    assert drafter("draft", "courier.yaml", *AS_OF, "--force").stderr == ""


def test_what_would_command_a_terminal_is_printed_as_its_number(drafted: Path) -> None:
    evil = "what: two \\u202emen\\u009b31m and\\u0085more"
    text = Path("courier.yaml").read_text("utf-8")
    (found,) = re.findall(r"what: (Ms\. Reyes’s car joined[^,\n]*)", text)[:1]
    Path("courier.yaml").write_text(text.replace(f"what: {found}", f'{evil[:6]}"{evil[6:]}"', 1))
    assert drafter("draft", "courier.yaml", *AS_OF).exit_code == 0
    done = drafter("diff", "border-courier", "--color")
    assert "two \\u202emen\\u009b31m" in done.stdout
    assert "\x1b[32m" in done.stdout
    told = drafter("diff", "border-courier", "--format", "json").stdout
    (word,) = Path("output").rglob("*v002.docx")
    read = drafter("textconv", word).stdout
    for printed in (done.stdout, told, read):
        assert not re.search("[\u202e\x7f-\x9f]", printed)
    assert "two \u202emen\u009b31m" in json.dumps(json.loads(told), ensure_ascii=False)
    exact = drafter("draft", "courier.yaml", *AS_OF, "--format", "md").stdout
    assert "\u202emen" in exact
