"""``drafter refresh``: a new draft in the file that counsel has edited, which stays as it is."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest

from drafter.word.reading.inspection import inspect
from drafter.word.reading.reader import read_blocks
from tests.cli.running import AS_OF, drafter, files

FOLDER = Path("output/border-courier/internal")
MINE = "Counsel adds a sentence of her own."


def memo(version: int, kind: str = "duress_memo") -> Path:
    name = f"v{version:03}"
    return FOLDER / kind / name / f"border-courier-{kind}-{name}.docx"


def change(old: str, new: str) -> None:
    path = Path("courier.yaml")
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def less_than_death() -> None:
    """Change what many passages of the memo depend on."""
    change("kinds: [death]", "kinds: [economic]")


def write_in(path: Path, text: str = MINE) -> bytes:
    """Add a paragraph as somebody would in Word; return the file as it lies there then."""
    file = docx.Document(str(path))
    file.add_paragraph(text)
    file.save(str(path))
    return path.read_bytes()


def said(path: Path) -> list[str]:
    return [each.text for each in read_blocks(path.read_bytes())]


def refreshed(*arguments: str | Path) -> dict[str, Any]:
    done = drafter("refresh", *arguments, *AS_OF, "--format", "json")
    assert done.exit_code == 0, done.output
    value: dict[str, Any] = json.loads(done.stdout)
    assert value["format"] == 1
    return value


def refused(*arguments: str | Path, remedy: str) -> str:
    """What is said against a refreshment; nothing is written, and something would mend it."""
    before = files(Path.cwd())
    done = drafter("refresh", *arguments, *AS_OF)
    assert done.exit_code == 2, done.output
    assert done.stdout == ""
    assert remedy in done.stderr
    assert files(Path.cwd()) == before
    return done.stderr


@pytest.fixture
def edited(drafted: Path) -> Path:
    """The same after somebody wrote in the memo, and then a fact changed."""
    write_in(memo(1))
    less_than_death()
    return drafted


def test_the_new_draft_comes_into_the_edited_file_as_a_version_of_its_own(edited: Path) -> None:
    before = memo(1).read_bytes()
    done = drafter("refresh", "courier.yaml", *AS_OF)
    assert done.exit_code == 0
    assert f"border-courier, duress_memo: version 2 is {memo(2)}" in done.stdout
    assert f"From version 1 as edited: {memo(1)}" in done.stdout
    assert "1  passages written by hand, kept" in done.stdout
    assert memo(1).read_bytes() == before
    drafter("draft", "courier.yaml", *AS_OF, "--output", "plain")
    plain = said("plain" / memo(1).relative_to("output"))
    assert said(memo(2)) == [*plain, MINE]


def test_the_manifest_and_the_list_of_versions_say_where_it_is_from(edited: Path) -> None:
    value = refreshed("border-courier")
    assert (value["status"], value["from"], value["version"]) == ("new", 1, 2)
    assert value["own"] == [MINE]
    manifest = json.loads((memo(2).parent / "manifest.json").read_text("utf-8"))
    assert manifest["refreshed_from"] == 1
    assert "refreshed_from" not in (memo(1).parent / "manifest.json").read_text("utf-8")
    told = drafter("versions", "border-courier").stdout
    assert "refreshed from v001, with its edits" in told.splitlines()[2]
    assert memo(2).with_suffix(".md").is_file()


def test_an_edited_passage_is_kept_with_the_new_words_and_their_cause_beside_it(
    drafted: Path,
) -> None:
    old = passages(memo(1))
    less_than_death()
    drafter("draft", "courier.yaml", *AS_OF, "--output", "plain")
    new = passages("plain" / memo(1).relative_to("output"))
    name = next(name for name in old if name in new and new[name] != old[name])
    retype(memo(1), name)
    value = refreshed("border-courier")
    (offer,) = (each for each in value["blocks"] if each["fate"] == "offered")
    assert offer["anchor"] == name
    assert "RETYPED" in offer["was"]
    inventory = inspect(memo(2).read_bytes())
    assert {each.author for each in inventory.changes} == {"drafter"}
    assert {each.kind for each in inventory.changes} == {"insertion"}
    assert "".join(each.text for each in inventory.changes) == new[name]
    line = 1 + Path("courier.yaml").read_text("utf-8").splitlines().index("  - id: threat-visit")
    (comment,) = (
        each for each in inventory.comments if each.author == "drafter" and "courier" in each.text
    )
    assert f"threat-visit (courier.yaml:{line})" in comment.text
    heading = "Edited by hand, kept; the new words are offered beside them:"
    drafted_again = drafter("refresh", "border-courier", memo(1), *AS_OF, "--dry-run").stdout
    assert drafted_again.partition(heading)[2].strip().startswith("– RETYPED")


def passages(path: Path) -> dict[str, str]:
    """The paragraphs of a draft that have neither notes nor comments, by their anchors."""
    return {
        each.anchor: each.text
        for each in read_blocks(path.read_bytes())
        if each.anchor and "\t" not in each.text and "((" not in each.text
    }


def marked(path: Path, name: str) -> tuple[Any, Any]:
    """A file, and the paragraph in it that has an anchor."""
    file = docx.Document(str(path))
    (mark,) = (m for m in file.element.body.iter("{*}bookmarkStart") if name in m.values())
    return file, mark.getparent()


def retype(path: Path, name: str) -> None:
    """Put a word of one's own before those of a passage, as Word would."""
    file, paragraph = marked(path, name)
    text = next(paragraph.iter("{*}t"))
    text.text = f"RETYPED {text.text}"
    file.save(str(path))


def test_what_was_deleted_stays_deleted_and_is_listed(drafted: Path) -> None:
    name, text = next((n, t) for n, t in passages(memo(1)).items() if len(t) > 80)
    file, paragraph = marked(memo(1), name)
    paragraph.getparent().remove(paragraph)
    file.save(str(memo(1)))
    less_than_death()
    done = drafter("refresh", "border-courier", *AS_OF)
    listed = done.stdout.partition("Deleted by hand, and left deleted:")[2]
    assert text[:60] in listed
    assert not any(text[:60] in each for each in said(memo(2)))


def test_a_dry_run_says_what_would_be_and_writes_nothing(edited: Path) -> None:
    before = {name: (edited / name).read_bytes() for name in files(edited)}
    done = drafter("refresh", "border-courier", *AS_OF, "--dry-run")
    assert done.exit_code == 0
    assert f"version 2 would be {memo(2)}" in done.stdout
    assert refreshed("border-courier", "--dry-run")["document"] == str(memo(2))
    assert {name: (edited / name).read_bytes() for name in files(edited)} == before


def test_the_edited_file_may_lie_anywhere(edited: Path, tmp_path_factory: Any) -> None:
    elsewhere = tmp_path_factory.mktemp("desk of somebody") / "Memo (JP edits).docx"
    shutil.move(memo(1), elsewhere)
    before = elsewhere.read_bytes()
    value = refreshed("border-courier", elsewhere)
    assert (value["from"], value["file"], value["version"]) == (1, str(elsewhere), 2)
    assert MINE in said(memo(2))
    assert elsewhere.read_bytes() == before
    assert len(list(elsewhere.parent.iterdir())) == 1


def test_an_earlier_version_that_was_edited_can_be_named(edited: Path) -> None:
    drafter("draft", "courier.yaml", *AS_OF)
    value = refreshed("border-courier")
    assert (value["status"], value["left_behind"]) == ("not_edited", str(memo(1)))
    told = drafter("refresh", "border-courier", *AS_OF).stdout
    assert f"Version 1 has edits by hand that no later one has: {memo(1)}" in told
    value = refreshed("border-courier", memo(1))
    assert (value["from"], value["version"]) == (1, 3)
    assert MINE in said(memo(3))
    drafter("draft", "courier.yaml", *AS_OF, "--force")
    assert refreshed("border-courier")["left_behind"] == str(memo(3))


def test_a_later_version_with_edits_that_the_new_one_has_not_is_named(edited: Path) -> None:
    drafter("draft", "courier.yaml", *AS_OF)
    write_in(memo(2), "A second sentence of hers.")
    line = (
        "border-courier: version 2 has edits by hand that this one has not; to keep those "
        f"instead: drafter refresh border-courier {memo(2)}\n"
    )
    done = drafter("refresh", "border-courier", memo(1), *AS_OF)
    assert (done.exit_code, done.stderr) == (0, line)
    assert refreshed("border-courier", memo(1), "--dry-run")["left_behind"] == str(memo(2))
    assert drafter("refresh", "border-courier", memo(2), *AS_OF).stderr == (
        line.replace("version 2", "version 3").replace(str(memo(2)), str(memo(3)))
    ), "version 3 has the edits of version 1"
    change("    watched: unknown", "    watched: no")
    assert drafter("refresh", "border-courier", memo(3), *AS_OF).stderr == ""


def test_the_new_version_of_the_same_edits_is_no_loss(edited: Path) -> None:
    refreshed("border-courier")
    change("    watched: unknown", "    watched: no")
    refreshed("border-courier")
    done = drafter("refresh", "border-courier", memo(1), *AS_OF, "--dry-run")
    assert (done.exit_code, done.stderr) == (0, "")
    write_in(memo(3), "A second sentence of hers.")
    done = drafter("refresh", "border-courier", memo(1), *AS_OF, "--dry-run")
    assert f"drafter refresh border-courier {memo(3)}\n" in done.stderr


def test_a_file_nobody_edited_needs_no_refreshment(drafted: Path) -> None:
    less_than_death()
    before = files(drafted)
    done = drafter("refresh", "border-courier", *AS_OF)
    assert done.exit_code == 0
    assert done.stdout == (
        f"Nobody has edited {memo(1)} since it was drafted: `drafter draft` is enough.\n"
    )
    assert refreshed("border-courier")["status"] == "not_edited"
    assert files(drafted) == before


def test_where_the_draft_says_nothing_new_the_edited_file_is_up_to_date(drafted: Path) -> None:
    write_in(memo(1))
    before = files(drafted)
    done = drafter("refresh", "border-courier", *AS_OF)
    assert done.exit_code == 0
    assert done.stdout == f"The draft says what version 1 said: {memo(1)} is up to date.\n"
    assert refreshed("border-courier")["status"] == "nothing_new"
    assert files(drafted) == before


def test_a_refreshed_file_is_as_drafted_and_edited_once_somebody_edits_it(edited: Path) -> None:
    refreshed("border-courier")
    done = drafter("verify", memo(2))
    assert done.exit_code == 0, done.output
    assert "as drafted.\nFrom border-courier, duress_memo, version 2" in done.stdout
    write_in(memo(2), "A second sentence of hers.")
    done = drafter("verify", memo(2))
    assert done.exit_code == 7
    assert "not as drafted: edited since." in done.stdout
    assert "A second sentence of hers." in done.stdout


def test_a_refreshment_of_a_refreshed_file_keeps_the_first_edits(edited: Path) -> None:
    refreshed("border-courier")
    change("    watched: unknown", "    watched: no")
    value = refreshed("border-courier")
    assert (value["status"], value["from"], value["version"]) == ("new", 2, 3)
    assert said(memo(3)).count(MINE) == 1
    write_in(memo(3), "A second sentence of hers.")
    change("    watched: no", "    watched: yes")
    assert refreshed("border-courier")["version"] == 4
    assert {MINE, "A second sentence of hers."} <= set(said(memo(4)))


def test_a_draft_after_a_refreshment_says_unchanged(edited: Path) -> None:
    refreshed("border-courier")
    done = drafter("draft", "courier.yaml", *AS_OF)
    assert f"unchanged since version 2: {memo(2)}" in done.stdout
    assert done.stderr == ""
    Path("output/.index.json").unlink()
    again = drafter("draft", "courier.yaml", *AS_OF)
    assert f"says what version 2 says: {memo(2)}" in again.stdout
    assert again.stderr == ""


def test_the_working_outline_is_refreshed_too(desk: Path) -> None:
    outline = ("--kind", "mitigation_outline")
    drafter("draft", "courier.yaml", *AS_OF, *outline)
    write_in(memo(1, "mitigation_outline"))
    less_than_death()
    assert refreshed("border-courier", *outline)["series"] == "mitigation_outline"
    assert MINE in said(memo(2, "mitigation_outline"))


def test_a_file_of_no_version_is_refused(edited: Path) -> None:
    other = docx.Document()
    other.add_paragraph("A letter that has nothing to do with it.")
    other.save("letter.docx")
    told = refused("border-courier", "letter.docx", remedy="`drafter verify` says where")
    assert "letter.docx: the file came from no version of `duress_memo` of border-courier" in told


def test_a_file_of_another_case_is_refused(edited: Path, root: Path) -> None:
    drafter("draft", root / "casefiles" / "thin-case.yaml", *AS_OF)
    (other,) = Path("output/thin-case").rglob("*.docx")
    told = refused("border-courier", other, remedy="`drafter verify` says where")
    assert f"{other}: the file came from no version of `duress_memo` of border-courier" in told


def twin() -> Path:
    """Draft a case like that one, of another id, client and docket; return its memo."""
    text = Path("courier.yaml").read_text("utf-8").replace("id: border-courier", "id: twin", 1)
    text = text.replace("Marisol Reyes Ocampo", "Elena Duarte Vega").replace("Reyes", "Duarte")
    Path("twin.yaml").write_text(text.replace("3:26-cr-09142-RQM", "3:26-cr-07777-ABC"), "utf-8")
    assert drafter("draft", "twin.yaml", *AS_OF).exit_code == 0
    (other,) = Path("output/twin").rglob("*.docx")
    return other


def renamed(path: Path, title: str, subject: str = "") -> None:
    """Give a file other properties, as a program that cleans or converts it would."""
    file = docx.Document(str(path))
    file.core_properties.title, file.core_properties.subject = title, subject
    file.save(str(path))


def test_the_file_of_a_case_that_is_alike_is_refused_and_the_case_named(edited: Path) -> None:
    other, remedy = twin(), "`drafter verify` says where"
    told = refused("border-courier", other, remedy=remedy)
    theirs = "version 1 of `duress_memo` of twin."
    assert f"came from no version of `duress_memo` of border-courier; it is {theirs}" in told
    write_in(other)
    told = refused("border-courier", other, remedy=remedy)
    assert "it names “Duress Evaluation Memorandum: United States v. Elena Duarte Vega”" in told
    renamed(other, "", "No. 3:26-cr-07777-ABC")
    told = refused("border-courier", other, remedy=remedy)
    assert "it names “No. 3:26-cr-07777-ABC”" in told
    renamed(other, "")
    told = refused("border-courier", other, remedy=remedy)
    assert "it names “No. 3:26-cr-07777-ABC”" in told, "it stands at the top of each page"


def test_the_file_of_a_case_that_is_alike_is_refused_where_that_case_is_not_kept(
    edited: Path,
) -> None:
    other = twin()
    write_in(other)
    renamed(other, "")
    shutil.move(other, "mail.docx")
    shutil.rmtree("output/twin")
    told = refused("border-courier", "mail.docx", remedy="`drafter verify` says where")
    assert "it names “No. 3:26-cr-07777-ABC”" in told


def test_a_file_that_is_more_like_another_case_is_refused(edited: Path) -> None:
    other = twin()
    write_in(other)
    renamed(other, "")
    file = docx.Document(str(other))
    parts = [file.element, *(part for s in file.sections for part in margins(s))]
    for text in (text for part in parts for text in part.iter("{*}t")):
        text.text = (text.text or "").replace("3:26-cr-07777-ABC", "the docket")
    file.save(str(other))
    told = refused("border-courier", other, remedy="`drafter verify` says where")
    assert "it is most like version 1 of `duress_memo` of twin." in told


def margins(section: Any) -> list[Any]:
    names = ("header", "footer", "first_page_header", "first_page_footer")
    return [getattr(section, name)._element for name in names]


def test_a_file_that_was_saved_over_the_newest_version_is_refused_too(edited: Path) -> None:
    shutil.copy(twin(), memo(1))
    told = refused("border-courier", remedy="`drafter verify` says where")
    assert "it is version 1 of `duress_memo` of twin." in told
    write_in(memo(1))
    assert "Elena Duarte Vega" in refused("border-courier", remedy="`drafter verify` says where")


def test_a_case_that_is_alike_does_not_keep_a_file_from_its_own(edited: Path) -> None:
    twin()
    renamed(memo(1), "", "")
    assert refused_nothing("border-courier", memo(1))
    renamed(memo(1), "Reyes, draft with my notes", "for Monday")
    assert refused_nothing("border-courier", memo(1))


def refused_nothing(*arguments: str | Path) -> bool:
    value = refreshed(*arguments, "--dry-run")
    return (value["status"], value["from"]) == ("new", 1)


def test_two_cases_of_one_id_are_told_and_never_mixed(edited: Path) -> None:
    shutil.copy("courier.yaml", "copy.yaml")
    line = (
        "border-courier: the version before was drafted from courier.yaml, which is still there. "
        "Two cases need two ids.\n"
    )
    assert drafter("draft", "copy.yaml", *AS_OF, "--dry-run").stderr.startswith(line)
    done = drafter("refresh", "copy.yaml", *AS_OF, "--dry-run")
    assert (done.exit_code, done.stderr) == (0, line)
    assert refreshed("copy.yaml", "--dry-run")["id_also_of"] == "courier.yaml"
    assert drafter("refresh", "courier.yaml", *AS_OF, "--dry-run").stderr == ""
    text = Path("copy.yaml").read_text("utf-8").replace("Marisol Reyes Ocampo", "Elena Duarte")
    Path("copy.yaml").write_text(text, "utf-8")
    told = refused("copy.yaml", remedy="Two cases need two ids.")
    assert "border-courier: version 1 was drafted from courier.yaml, which is still there" in told
    assert "United States v. Marisol Reyes Ocampo”, No. 3:26-cr-09142-RQM." in told
    drafter("draft", "copy.yaml", *AS_OF)
    refused("copy.yaml", memo(1), remedy="Two cases need two ids.")
    refused("courier.yaml", memo(1), remedy="Two cases need two ids.")
    Path("courier.yaml").unlink()
    assert refreshed("copy.yaml", memo(1))["id_also_of"] is None, "the name was put right"


def test_an_emptied_file_is_no_document_that_is_up_to_date(drafted: Path) -> None:
    memo(1).write_bytes(b"")
    told = refused("border-courier", remedy="Put it back from a copy")
    assert f"{memo(1)}: The file is not a Word document" in told
    for content, remedy in {
        b"%PDF-1.7": "Name the Word document that it was made of.",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "Save it in Word as .docx, without a password.",
    }.items():
        memo(1).write_bytes(content)
        assert str(memo(1)) in refused("border-courier", remedy=remedy)


@pytest.mark.parametrize("content", ["", "{", None])
def test_the_newest_version_is_not_passed_over_where_its_manifest_is_damaged(
    edited: Path, content: str | None
) -> None:
    drafter("draft", "courier.yaml", *AS_OF)
    write_in(memo(2), "A second sentence of hers.")
    change("    watched: unknown", "    watched: no")
    manifest = memo(2).with_name("manifest.json")
    manifest.unlink()
    if content is not None:
        manifest.write_text(content, "utf-8")
    wanted = f"{manifest}: missing or damaged, so version 2 cannot be refreshed."
    remedy = "Put it back from a copy of the folder"
    assert wanted in refused("border-courier", remedy=remedy)
    assert wanted in refused("border-courier", memo(2), remedy=remedy)
    done = drafter("refresh", "border-courier", memo(1), *AS_OF)
    assert done.exit_code == 0
    assert f"{manifest} is missing or damaged: version v002 is passed over.\n" in done.stderr


def test_a_version_whose_manifest_is_gone_is_told_though_it_is_the_only_one(edited: Path) -> None:
    manifest = memo(1).with_name("manifest.json")
    manifest.unlink()
    for named in ((), (memo(1),)):
        told = refused("courier.yaml", *named, remedy="Put it back from a copy of the folder")
        assert f"{manifest}: missing or damaged, so version 1 cannot be refreshed." in told


@pytest.mark.parametrize("content", [None, "", "{}"])
def test_a_version_whose_stored_draft_is_gone_says_what_would_mend_it(
    edited: Path, content: str | None
) -> None:
    stored = memo(1).with_name("draft.json")
    stored.unlink()
    if content is not None:
        stored.write_text(content, "utf-8")
    told = refused("courier.yaml", remedy="Put it back from a copy of the folder")
    assert f"{stored}: the stored draft cannot be read" in told


def test_a_file_is_not_lost_from_sight_where_the_id_of_its_case_was_changed(edited: Path) -> None:
    change("id: border-courier", "id: courier-two")
    told = refused("courier.yaml", memo(1), remedy="`drafter verify` says where a file is from.")
    assert "courier-two has no version of `duress_memo`" in told
    assert "it is most like version 1 of `duress_memo` of border-courier" in told


@pytest.mark.parametrize(
    "type",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ],
)
def test_a_file_that_word_would_not_open_again_as_a_document_is_refused(
    edited: Path, type: str
) -> None:
    with ZipFile(memo(1)) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    ours = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert ours in parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(ours, type.encode())
    with ZipFile("memo.docm", "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    told = refused("border-courier", "memo.docm", remedy="Save it in Word as a Word document")
    assert "memo.docm: The file is a template or has macros" in told
    Path("memo.docm").rename("memo.docx")
    done = drafter("diff", "memo.docx", memo(1), "--redline", "redline.docx", *AS_OF)
    assert (done.exit_code, Path("redline.docx").exists()) == (2, False)
    assert "memo.docx: The file is a template or has macros" in done.stderr


def test_what_leaves_the_office_is_drafted_anew(edited: Path) -> None:
    drafter("draft", "courier.yaml", *AS_OF, "--kind", "surrender_exhibit")
    (exhibit,) = edited.rglob("*surrender_exhibit-v001.docx")
    kind = ("--kind", "surrender_exhibit")
    told = refused("border-courier", exhibit, *kind, remedy="`drafter diff DRAFTED.docx")
    assert "Chronology of Events leaves the office" in told
    told = refused("border-courier", exhibit, remedy="`drafter verify` says where")
    assert f"{exhibit}: the file came from no version" in told


def test_one_kind_is_refreshed_at_a_time(edited: Path) -> None:
    refused("border-courier", "--kind", "all", remedy="name its kind")
    refused("border-courier", "--kind", "memo", remedy="duress_memo")


def test_a_case_without_a_version_is_refused(desk: Path) -> None:
    told = refused("courier.yaml", remedy="Draft it first: `drafter draft`.")
    assert "border-courier has no version of `duress_memo` to refresh." in told


def test_an_unsound_case_file_is_told_at_its_line(edited: Path) -> None:
    change("district: casd", "district: cads")
    assert "courier.yaml:15:" in refused("border-courier", remedy="Did you mean `casd`?")


def test_a_file_that_is_gone_is_told(edited: Path) -> None:
    memo(1).unlink()
    told = refused("border-courier", remedy="Name the edited file after the case")
    assert f"{memo(1)}: the Word file of version 1 is not there." in told
    assert "nowhere.docx: the file cannot be read" in refused(
        "border-courier", "nowhere.docx", remedy=""
    )


@pytest.mark.parametrize("mark", ["~$rder-courier-duress_memo-v001.docx", ".~lock.{name}#"])
def test_a_file_that_is_open_elsewhere_is_not_read(edited: Path, mark: str) -> None:
    lock = memo(1).with_name(mark.format(name=memo(1).name))
    lock.write_bytes(b"")
    told = refused("border-courier", remedy=f"delete {lock}")
    assert f"{memo(1)}: the file is open in Word or LibreOffice." in told
    lock.unlink()
    assert refreshed("border-courier")["status"] == "new"


@pytest.mark.parametrize(
    ("name", "mark"), [("my.docx", "~$my.docx"), ("my-memo.docx", "~$y-memo.docx")]
)
def test_word_marks_an_open_file_of_a_short_name_by_more_of_it(
    edited: Path, name: str, mark: str
) -> None:
    shutil.copy(memo(1), name)
    Path("~$-memo.docx").write_bytes(b"")  # of another file
    assert refreshed("border-courier", name, "--dry-run")["status"] == "new"
    Path(mark).write_bytes(b"")
    refused("border-courier", name, remedy=f"delete {mark}")


def test_a_draft_beside_an_edited_version_names_the_refreshment(edited: Path) -> None:
    line = (
        "border-courier: version 1 has edits by hand that this one has not; to keep them: "
        f"drafter refresh border-courier {memo(1)}\n"
    )
    dry = drafter("draft", "courier.yaml", *AS_OF, "--dry-run")
    done = drafter("draft", "courier.yaml", *AS_OF, "--format", "json")
    assert dry.stderr == line
    assert done.stderr.endswith(line)
    (told,) = json.loads(done.stdout)["documents"]
    assert told["edits_left_in"] == {"version": 1, "document": str(memo(1))}
    again = drafter("draft", "courier.yaml", *AS_OF, "--force")
    assert again.stderr == "", "version 2 has no edits"


def test_a_draft_beside_a_refreshed_version_names_it_too(edited: Path) -> None:
    refreshed("border-courier")
    change("    watched: unknown", "    watched: no")
    done = drafter("draft", "courier.yaml", *AS_OF)
    assert f"drafter refresh border-courier {memo(2)}\n" in done.stderr


def test_a_batch_names_the_refreshment_with_its_kind(desk: Path) -> None:
    Path("cases").mkdir()
    shutil.copy("courier.yaml", "cases")
    drafter("batch", "cases", *AS_OF)
    write_in(memo(1, "mitigation_outline"))
    case = Path("cases/courier.yaml")
    case.write_text(case.read_text("utf-8").replace("kinds: [death]", "kinds: [economic]"))
    done = drafter("batch", "cases", *AS_OF)
    outline = memo(1, "mitigation_outline")
    wanted = f"drafter refresh border-courier {outline} --kind mitigation_outline\n"
    assert wanted in done.stderr


def test_a_draft_says_nothing_of_a_file_that_is_gone_or_of_an_edited_exhibit(
    edited: Path,
) -> None:
    memo(1).unlink()
    assert drafter("draft", "courier.yaml", *AS_OF).stderr == ""
    exhibit = ("--kind", "surrender_exhibit")
    drafter("draft", "courier.yaml", *AS_OF, *exhibit)
    (drafted,) = edited.rglob("*surrender_exhibit-v001.docx")
    write_in(drafted)
    change("what: Ms. Reyes’s car joined", "what: The car of Ms. Reyes joined")
    done = drafter("draft", "courier.yaml", *AS_OF, *exhibit)
    assert "version 2: " in done.stdout
    assert done.stderr == ""
