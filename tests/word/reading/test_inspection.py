"""Nothing in a Word file stays unseen, and what is found unfit to leave is there."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from msgspec.structs import replace

from drafter.composition.blocks import Audience
from drafter.errors import CaseFileError
from drafter.word.reading import opened
from drafter.word.reading.inspection import inspect
from drafter.word.reading.inventory import Inventory
from drafter.word.reading.reader import read_blocks
from drafter.word.reading.unfit import unfit
from drafter.word.writing.writer import WordWriter
from tests.word.documents import OFFICE, document, everything, paragraph
from tests.word.planted import WHOLE, changed, planted


@pytest.fixture(scope="module")
def found() -> Inventory:
    return inspect(planted())


def test_authors_are_found_wherever_they_stand(found: Inventory) -> None:
    assert {each.name: each.places for each in found.authors} == {
        "Office": ("property creator",),
        "Lee Orr": ("property lastModifiedBy",),
        "Ana Poe": ("comments",),
        "Robin Vale": ("tracked changes",),
        "Kim Ash": ("list of people",),
    }


def test_comments_and_notes_have_their_words(found: Inventory) -> None:
    (comment,) = found.comments
    assert (comment.text, comment.about, comment.author) == ("Weak point.", "What about", "Ana Poe")
    assert [(each.kind, each.id, each.text) for each in found.notes] == [
        ("footnote", "2", "A source.")
    ]


def test_tracked_changes_have_what_was_put_in_and_taken_out(found: Inventory) -> None:
    assert [(each.kind, each.text, each.author) for each in found.changes] == [
        ("insertion", "put in", "Robin Vale"),
        ("deletion", "taken out", "Robin Vale"),
        ("look", "bold", "Robin Vale"),
    ]


def test_words_that_no_page_shows_are_found(found: Inventory) -> None:
    assert [(each.text, each.how) for each in found.hidden] == [
        ("secret words", "hidden"),
        ("unseen", "hidden by its style"),
        ("pale", "white"),
        ("tiny", "too small to read"),
    ]


def test_marks_controls_fields_and_descriptions(found: Inventory) -> None:
    assert [each.name for each in found.bookmarks if not each.anchor] == ["_Hlk1"]
    assert len(found.anchors) == 1
    (control,) = found.controls
    told = (control.title, control.tag, control.text, control.bound)
    assert told == ("Client", "client_name", "R. Ocampo", "/case/client")
    shown = {each.instruction: each.shown for each in found.fields}
    assert shown["FILENAME \\p"] == "X:memo.docx"
    assert shown["PAGEREF _Toc1"] == "4"
    assert {"PAGE", "NUMPAGES"} <= shown.keys()
    assert [each.text for each in found.alternatives] == ["A map of the road"]
    assert found.missing == ("[NEED: the date]",)


def test_parts_links_and_properties(found: Inventory) -> None:
    assert {(each.kind, each.part) for each in found.embedded} == {
        ("data", "customXml/item1.xml"),
        ("image", "word/media/image1.png"),
        ("object", "word/embeddings/sheet.xlsx"),
        ("macro", "word/vbaProject.bin"),
    }
    assert {(each.kind, each.target) for each in found.links} == {
        ("hyperlink", "file:///X:/cases/ocampo.docx"),
        ("attachedTemplate", "http://templates.example/a.dotx"),
    }
    assert [each.name for each in found.parts if not each.reached] == ["word/left-behind.xml"]
    assert found.property("custom", "Matter") == "4711"
    assert [each.name for each in found.settings] == ["trackRevisions"]
    assert found.revisions == 2
    sizes = {each.name: each.size for each in found.parts}
    assert sizes["word/media/image1.png"] == len("a picture")


def test_all_of_it_is_unfit_to_leave(found: Inventory) -> None:
    told = {each.id: each.count for each in unfit(found)}
    assert told == {
        **{"comments": 1, "changes": 3, "hidden": 4, "macros": 1, "objects": 1, "data": 1},
        **{"people": 4, "properties": 1, "settings": 1, "anchors": 1, "controls": 1},
        **{"fetched": 1, "paths": 1, "telling_fields": 1, "unreached": 1, "revisions": 2},
        **{"marked": 1, "missing": 1},
    }


def test_a_file_drafted_to_leave_has_nothing_unfit() -> None:
    plain = document(paragraph("p", "A fact."), audience=Audience.OUTWARD, header=("Exhibit A",))
    assert unfit(inspect(WordWriter(OFFICE).write(plain))) == ()


def test_a_file_of_another_program_is_read_too() -> None:
    saved, comment = BytesIO(), "See the docket."
    file = docx.Document(BytesIO(WHOLE))
    file.add_comment(file.paragraphs[0].runs, comment, author="Pat Doe")
    file.core_properties.comments = "Second try"
    file.save(saved)
    found = inspect(saved.getvalue())
    assert [(each.author, each.text, each.about) for each in found.comments] == [
        ("Pat Doe", comment, "As it was written.")
    ]
    assert {"comments", "properties"} <= {each.id for each in unfit(found)}


def test_the_strict_form_of_the_standard_is_read_too() -> None:
    strict = WHOLE
    names = {
        "word/document.xml": ("wordprocessingml/2006/main", "wordprocessingml/main"),
        "_rels/.rels": ("officeDocument/2006/relationships", "officeDocument/relationships"),
    }
    packed = BytesIO()
    from zipfile import ZipFile

    with ZipFile(BytesIO(strict)) as old, ZipFile(packed, "w") as new:
        for name in old.namelist():
            usual, other = names.get(name, ("x", "x"))
            new.writestr(
                name,
                old.read(name)
                .decode()
                .replace(
                    f"http://schemas.openxmlformats.org/{usual}",
                    f"http://purl.oclc.org/ooxml/{other}",
                ),
            )
    assert len(inspect(packed.getvalue()).anchors) == 1


def test_the_reader_sees_what_a_page_shows_and_no_page_number() -> None:
    texts = [each.text for each in read_blocks(planted())]
    assert texts[0].startswith("Plain. put inbold")
    assert "taken out" not in "".join(texts)
    assert texts[2] == "X:memo.docxa link[NEED: the date]"


BOX = (
    '<w:p><w:r><w:t>Around. </w:t></w:r><mc:AlternateContent xmlns:mc="http://schemas.'
    'openxmlformats.org/markup-compatibility/2006"><mc:{}><w:txbxContent><w:p><w:r>'
    "<w:t>Boxed.</w:t></w:r></w:p></w:txbxContent></mc:{}></mc:AlternateContent></w:p>"
)


@pytest.mark.parametrize(
    ("branch", "texts"), [("Choice", ["Around. ", "Boxed."]), ("Fallback", ["Around. "])]
)
def test_a_text_box_is_read_once(branch: str, texts: list[str]) -> None:
    body = BOX.format(branch, branch)
    data = changed(WHOLE, {"word/document.xml": ("<w:body>", body)}, {})
    assert [each.text for each in read_blocks(data)][:-1] == texts


@pytest.mark.parametrize("bad", [b"", b"PK", b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1x"])
def test_what_is_no_word_file_is_refused_in_words(bad: bytes) -> None:
    with pytest.raises(CaseFileError, match="Word"):
        inspect(bad)


def test_more_than_a_machine_should_unpack_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    many = changed(WHOLE, {}, {f"word/media/{n}.png": "" for n in range(10_001)})
    with pytest.raises(CaseFileError, match="too much"):
        inspect(many)
    monkeypatch.setattr(opened, "_LARGEST", 10_000_000)
    bomb = changed(WHOLE, {}, {"word/media/a.png": "0" * 10_000_000})
    for read in (inspect, read_blocks):
        with pytest.raises(CaseFileError, match="too much"):
            read(bomb)


def test_a_damaged_part_is_named_and_the_rest_told() -> None:
    data = changed(WHOLE, {"word/styles.xml": ("<w:docDefaults>", "<")}, {})
    found = inspect(data)
    assert found.unread == ("word/styles.xml",)
    assert "unread" in {each.id for each in unfit(found)}


@pytest.mark.parametrize("audience", list(Audience))
def test_only_an_outward_file_has_no_anchor(audience: Audience) -> None:
    written = WordWriter(OFFICE).write(replace(everything(), audience=audience))
    assert bool(inspect(written).anchors) is (audience is Audience.INTERNAL)
