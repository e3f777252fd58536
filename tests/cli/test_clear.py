"""``drafter clear``: each gate both ways, on an exhibit that somebody edited by hand."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import docx
import pytest
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import RGBColor
from pypdf import PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from drafter.facts.disclosure import may_be_named
from tests.cli.running import AS_OF, drafter, files
from tests.libreoffice import converted, with_libreoffice
from tests.samples import cite_checked, read_sample

CASE = "remand-resentencing"
Edit = Callable[[Document], None]


@pytest.fixture(scope="module")
def office(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of which the approved exhibit and the memo were drafted, under a checked library."""
    folder = tmp_path_factory.mktemp("office")
    shutil.copy(root / "casefiles" / f"{CASE}.yaml", folder / "case.yaml")
    law = ("--law", cite_checked(folder / "law"), "--output", folder / "output")
    for kind in ("surrender_exhibit", "duress_memo", "client_letter"):
        done = drafter("draft", folder / "case.yaml", "--kind", kind, *law, *AS_OF)
        assert done.exit_code == 0, done.output
    return folder


@pytest.fixture
def exhibit(office: Path, tmp_path: Path) -> Path:
    return copy_of(office, "surrender_exhibit", tmp_path)


def copy_of(office: Path, kind: str, folder: Path) -> Path:
    (found,) = office.rglob(f"*{kind}-v001.docx")
    return Path(shutil.copy(found, folder / f"{kind}.docx"))


def clear(file: Path, office: Path, *more: str | Path, law: bool = True) -> dict[str, Any]:
    """What the command says of a file; its exit code agrees."""
    overlay = ("--law", office / "law") if law else ()
    given = (*overlay, "--output", office / "output", *AS_OF, "--format", "json", *more)
    done = drafter("clear", file, "--case", office / "case.yaml", *given)
    value: dict[str, Any] = json.loads(done.stdout)
    assert done.exit_code == (0 if value["clear"] else 6), done.output
    assert value["clear"] is (value["problems"] == [])
    return value


def edited(file: Path, edit: Edit) -> Path:
    opened = docx.Document(str(file))
    edit(opened)
    opened.save(str(file))
    return file


def told(value: dict[str, Any]) -> str:
    return "\n".join(f"{each['message']} [{each['hint']}]" for each in value["problems"])


def says(text: str) -> Edit:
    return lambda file: file.add_paragraph(text) and None


def test_an_exhibit_that_was_drafted_to_leave_is_clear(exhibit: Path, office: Path) -> None:
    before = files(office), exhibit.read_bytes()
    value = clear(exhibit, office)
    assert told(value) == ""
    assert value["untold"][:2] == ["retold", "short_names"]
    assert (files(office), exhibit.read_bytes()) == before
    done = drafter(
        *("clear", exhibit, "--case", office / "case.yaml", "--law", office / "law", *AS_OF)
    )
    assert f"{exhibit}: clear; read as Chronology of Events, for the public docket" in done.stdout
    assert "Not told by any gate:" in done.stdout


def test_a_case_may_be_named_by_its_id(exhibit: Path, office: Path) -> None:
    given = ("--law", office / "law", "--output", office / "output", *AS_OF)
    assert drafter("clear", exhibit, "--case", CASE, *given).exit_code == 0


def test_without_cite_checks_each_authority_is_refused_with_its_place(
    exhibit: Path, office: Path
) -> None:
    said = told(clear(exhibit, office, law=False))
    assert "cites U.S.S.G. § 6A1.3(a)" in said
    assert "(`ussg_6a1_3_a`) has no cite-check of the 90 days up to 2026-11-28" in said


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("See United States v. Bailey, 444 U.S. 394, 409 (1980).", ""),
        ("See Bailey, 444 U. S. at 410; 18 U.S.C. §§ 3553(a), 3661.", ""),
        ("United States v. Aldana-Medina, 923 F.2d 863 (9th Cir. 1991)", "may never be cited"),
        ("See 923 F. 2d at 864.", "may never be cited outside the office"),
        ("As United States v. Alisigwe shows, it is so.", "may never be cited"),
        ("See No. 20–40737 (5th Cir. 2021).", "may never be cited"),
        ("United States v. Nobody, 999 F.3d 111 (9th Cir. 2024)", "999 F.3d 111, of which the law"),
        ("See 2024 WL 1234567, at *3.", "2024 WL 1234567, of which the law library has no record"),
        ("Doe v. Roe, 12 Haw. 345 (1998)", "12 Haw. 345, of which the law library"),
        ("As held in U.S. v. Vasquez, it is late.", "No such decision was found"),
        ("Vasquez-Landaver, 527 F.3d 798, 802 (9th Cir. 2008).", ""),
        ("The agent drove 44 U.S. citizens 394 miles.", ""),
    ],
)
def test_gate_of_authorities(exhibit: Path, office: Path, text: str, reason: str) -> None:
    said = told(clear(edited(exhibit, says(text)), office))
    assert reason in said
    assert (said == "") is (reason == "")
    assert not reason or "paragraph" in said


def test_statutes_without_a_record_are_told_and_refuse_nothing(exhibit: Path, office: Path) -> None:
    text = "See 28 U.S.C. § 2255(f); 21 U.S.C. § 841(a)(1); Fed. R. App. P. 4(b)."
    value = clear(edited(exhibit, says(text)), office)
    assert value["clear"]
    assert value["statutes"] == ["28 U.S.C. § 2255(f)", "Fed. R. App. P. 4(b)"]
    assert "statutes" in value["untold"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The judge is [NEED: the name].", "lacks a fact"),
        ("[WEAK: nothing meets it]", "marker of a weak point"),
        ("18 U.S.C. § 28 [quoted; not cite-checked]", "mark of an authority"),
        ("PRIVILEGED AND CONFIDENTIAL", "is marked as not for others"),
        ("Attorney work product", "is marked as not for others"),
        ("Duress Evaluation Memorandum", "is marked as not for others"),
        ("DRAFT", "is stamped as a draft"),
        ("The draft was privileged, and so the lawyers of both sides agreed to keep it out.", ""),
        ("SSN 123-45-6789", "a social-security number"),
        ("He was born on March 14, 2001.", "a birth date"),
        ("He was born in 2001.", ""),
    ],
)
def test_gates_of_legends_markers_and_identifiers(
    exhibit: Path, office: Path, text: str, reason: str
) -> None:
    said = told(clear(edited(exhibit, says(text)), office))
    assert reason in said
    assert (said == "") is (reason == "")


def test_a_name_is_found_wherever_it_stands(office: Path, tmp_path: Path) -> None:
    name = protected_name(office)

    def in_a_comment(file: Document) -> None:
        file.add_comment(file.paragraphs[0].runs or [file.paragraphs[0].add_run("x")], name)

    def hidden(file: Document) -> None:
        file.add_paragraph().add_run(name).font.hidden = True

    def in_a_header(file: Document) -> None:
        file.sections[0].header.paragraphs[0].add_run(f" {name}")

    def in_a_cell(file: Document) -> None:
        file.tables[-1].rows[-1].cells[-1].add_paragraph(name)

    def in_a_property(file: Document) -> None:
        file.core_properties.title = f"About {name}"

    def split(file: Document) -> None:
        paragraph = file.add_paragraph()
        for letter in name:
            paragraph.add_run(f"{letter}\u00ad")

    places = {
        "a comment by": in_a_comment,
        "paragraph": hidden,
        "the header": in_a_header,
        "row": in_a_cell,
        "a property of the file (title)": in_a_property,
        "paragraph ": split,
    }
    for place, edit in places.items():
        said = told(clear(edited(copy_of(office, "surrender_exhibit", tmp_path), edit), office))
        assert "may not be named, and " + place.strip() in said, place


def protected_name(office: Path) -> str:
    case = read_sample(office / "case.yaml").case
    return next(each.name for each in case.people if not may_be_named(each, case))


def test_what_names_another_case_of_the_office_is_refused(
    exhibit: Path, office: Path, root: Path, tmp_path: Path
) -> None:
    """As a paper does that was begun from the one for the client before."""
    shutil.copytree(office, tmp_path / "office")
    office = tmp_path / "office"
    for name in ("getaway-driver", "trafficked-partner"):
        done = drafter(
            *("draft", root / "casefiles" / f"{name}.yaml", "--output", office / "output", *AS_OF)
        )
        assert done.exit_code == 0
    assert told(clear(exhibit, office)) == ""
    other = read_sample(root / "casefiles" / "getaway-driver.yaml").case
    blank = exhibit.read_bytes()
    for text in (other.client.name, other.client.name.upper(), f"No. {other.matter.docket}-XYZ"):
        exhibit.write_bytes(blank)
        said = told(clear(edited(exhibit, says(f"See {text}, above.")), office))
        assert said.startswith("paragraph ")
        assert "names another case of the office, `getaway-driver`" in said
        assert text not in said
    exhibit.write_bytes(blank)
    assert told(clear(edited(exhibit, says(f"Mr. {other.client.name.split()[-1]}")), office)) == ""
    case = office / "case.yaml"
    case.write_text(
        case.read_text("utf-8").replace(
            "people:\n", f"people:\n  - {{id: x, name: {other.client.name}, relation: witness}}\n"
        )
    )
    assert told(clear(edited(exhibit, says(f"See {other.client.name}.")), office)) == ""


def test_words_that_only_the_team_may_read_are_refused_at_their_line(
    exhibit: Path, office: Path
) -> None:
    case = read_sample(office / "case.yaml").case
    secret = next(each.text for each in case.notes if len(each.text.split()) > 8)
    (problem,) = clear(edited(exhibit, says(f"Note: {secret}")), office)["problems"]
    assert "uses words that only the team may read" in problem["message"]
    assert problem["message"].startswith("paragraph ")
    assert problem["path"].endswith("case.yaml")
    assert problem["line"] > 1


@pytest.mark.parametrize(
    ("before", "team_only"),
    [
        ("  paid_by: ", "appointed after the cousin who kept the ferry would not pay; "),
        ("  - {id: event-report, ", "strategy: appointed after the cousin would not pay him, "),
    ],
)
def test_words_of_the_engagement_and_of_a_strategy_are_refused(
    exhibit: Path, office: Path, tmp_path: Path, before: str, team_only: str
) -> None:
    shutil.copytree(office, tmp_path / "office")
    case = tmp_path / "office" / "case.yaml"
    text = case.read_text("utf-8")
    assert before in text
    case.write_text(text.replace(before, before + team_only), "utf-8")
    file = edited(exhibit, says(team_only.removeprefix("strategy: ")))
    (problem,) = clear(file, tmp_path / "office")["problems"]
    assert "uses words that only the team may read" in problem["message"]


def test_what_lies_beside_the_words_is_refused(exhibit: Path, office: Path) -> None:
    def edit(file: Document) -> None:
        file.add_comment(file.paragraphs[0].runs or [file.add_paragraph().add_run("x")], "Sure?")
        pale = file.add_paragraph().add_run("pale")
        pale.font.color.rgb = RGBColor(255, 255, 255)
        file.add_paragraph()._p.append(
            parse_xml(
                '<w:ins xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
                'w:id="9" w:author="Ana Poe" w:date="2026-11-01T09:00:00Z">'
                "<w:r><w:t>put in</w:t></w:r></w:ins>"
            )
        )

    said = told(clear(edited(exhibit, edit), office))
    for reason in ("Comments in the margin", "Tracked changes", "not on the page", "Ana Poe"):
        assert reason in said


def test_a_memo_is_refused_for_everything_at_once(office: Path, tmp_path: Path) -> None:
    said = told(clear(copy_of(office, "duress_memo", tmp_path), office))
    for reason in ("is marked as not for others", "only the team may read", "Marks that tie"):
        assert reason in said


def test_a_letter_says_nothing_of_the_case(office: Path, tmp_path: Path) -> None:
    letter = copy_of(office, "client_letter", tmp_path)
    assert clear(letter, office)["edition"] == "letter"
    docket = next(
        line.split("docket:")[1].strip()
        for line in (office / "case.yaml").read_text("utf-8").splitlines()
        if "docket:" in line
    )
    said = told(clear(edited(letter, says(f"It is about No. {docket}.")), office))
    assert "says what stands here" in said


def test_an_exhibit_that_nobody_approved_is_refused_without_its_stamp_too(
    exhibit: Path, office: Path, tmp_path: Path
) -> None:
    case = read_sample(office / "case.yaml").case
    assert case.exhibit
    assert case.exhibit.approved
    text = (office / "case.yaml").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.strip().startswith("approved: {by: C")]
    (tmp_path / "case.yaml").write_text("\n".join(lines), "utf-8")
    given = ("--case", tmp_path / "case.yaml", "--law", office / "law", *AS_OF)
    done = drafter("clear", exhibit, *given)
    assert done.exit_code == 6
    assert "counsel has not approved the exhibit" in done.stdout
    edited(exhibit, lambda file: setattr(file.core_properties, "title", "Chart"))
    assert "has not approved" not in drafter("clear", exhibit, *given).stdout
    as_one = drafter("clear", exhibit, "--kind", "surrender_exhibit", *given)
    assert "counsel has not approved the exhibit" in as_one.stdout


def test_an_exhibit_that_a_stranger_approved_is_refused(
    exhibit: Path, office: Path, tmp_path: Path
) -> None:
    text = (office / "case.yaml").read_text("utf-8")
    ours = "approved: {by: Caroline Ybarra,"
    assert ours in text
    (tmp_path / "case.yaml").write_text(text.replace(ours, "approved: {by: Will Court,"), "utf-8")
    given = ("--case", tmp_path / "case.yaml", "--law", office / "law", *AS_OF)
    done = drafter("clear", exhibit, *given)
    assert done.exit_code == 6
    assert "`exhibit.approved` names Will Court, who is none of the attorneys" in done.stdout


def test_an_equation_hides_no_name(exhibit: Path, office: Path) -> None:
    def edit(file: Document) -> None:
        space = "http://schemas.openxmlformats.org/officeDocument/2006/math"
        run = f"<m:r><m:t>{protected_name(office)}</m:t></m:r>"
        file.add_paragraph("Sum: ")._p.append(
            parse_xml(f'<m:oMath xmlns:m="{space}">{run}</m:oMath>')
        )

    said = told(clear(edited(exhibit, edit), office))
    assert "may not be named, and a drawing or an equation does" in said


SPACES = " ".join(
    f'xmlns:{short}="{space}"'
    for short, space in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)


@pytest.mark.parametrize(
    ("inside", "place"),
    [
        ('<w:drawing><pic:cNvPr id="9" name="{name}.jpg"/></w:drawing>', "the name of a picture"),
        ('<w:pict><v:imagedata o:title="{name}"/></w:pict>', "the name of a picture"),
        ('<w:pict><v:shape href="http://x.example/{name}"/></w:pict>', "the name of a picture"),
        ('<w:drawing><a:hlinkClick tooltip="{name}"/></w:drawing>', "what shows over a link"),
        (
            '<w:fldChar w:fldCharType="begin"><w:ffData><w:textInput><w:default w:val="{name}"/>'
            '</w:textInput></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/>',
            "a field that is filled in",
        ),
        (
            "<w:drawing><a:p><a:r><a:t>{half}</a:t></a:r><a:r><a:t>{rest}</a:t></a:r></a:p>"
            "</w:drawing>",
            "a drawing",
        ),
        (
            "<mc:AlternateContent><mc:Fallback><w:r><w:t>{half}</w:t></w:r><w:r><w:t>{rest}</w:t>"
            "</w:r></mc:Fallback></mc:AlternateContent>",
            "a drawing for old Word",
        ),
        (
            "<w:ruby><w:rt><w:r><w:t>{name}</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>x</w:t></w:r>"
            "</w:rubyBase></w:ruby>",
            "words above others",
        ),
        ('<w:fldChar w:fldCharType="begin"/><w:instrText>ASK {name}</w:instrText>', "a field"),
    ],
)
def test_a_name_is_found_where_no_page_shows_it(
    exhibit: Path, office: Path, inside: str, place: str
) -> None:
    name = protected_name(office).split()[0]
    said = inside.format(name=name, half=name[:3], rest=name[3:])
    paragraph = f"<w:p {SPACES}><w:r>{said}</w:r></w:p>"
    file = edited(exhibit, lambda file: file.element.body.insert(0, parse_xml(paragraph)))
    assert f"may not be named, and {place} does" in told(clear(file, office))


def test_a_name_is_found_in_numbers_of_lists_and_in_addresses(exhibit: Path, office: Path) -> None:
    name = protected_name(office).split()[0]

    def edit(file: Document) -> None:
        numbering = file.part.numbering_part.element
        numbering.find(f".//{qn('w:lvlText')}").set(qn("w:val"), f"{name} %1")
        hidden = quote(name.replace("e", "\u00e9"))
        file.part.relate_to(f"https://x.example/{hidden}", RT.HYPERLINK, is_external=True)

    said = told(clear(edited(exhibit, edit), office))
    assert "may not be named, and the number of a list does" in said
    assert "may not be named, and a link does" in said


def test_a_name_is_found_in_the_line_above_footnotes(
    exhibit: Path, office: Path, tmp_path: Path
) -> None:
    name = protected_name(office)
    line = f'<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>{name}</w:t></w:r></w:p>'
    notes = f"<w:footnotes {SPACES}>{line}</w:footnote></w:footnotes>"

    def edit(file: Document) -> None:
        name = PackURI("/word/footnotes.xml")
        part = Part(name, CT.WML_FOOTNOTES, notes.encode(), file.part.package)
        file.part.relate_to(part, RT.FOOTNOTES)

    said = told(clear(edited(exhibit, edit), office))
    assert "may not be named, and the line above notes does" in said


def test_the_edition_that_is_named_decides_who_may_read_it(exhibit: Path, office: Path) -> None:
    named = clear(exhibit, office, "--kind", "mitigation_outline", "--edition", "sealed")
    assert (named["edition"], named["clear"]) == ("sealed", True)
    assert clear(exhibit, office, "--kind", "mitigation_outline")["edition"] == "filing"
    for wrong in (
        ("--kind", "duress_memo"),
        ("--kind", "mitigation_outline", "--edition", "working"),
        ("--edition", "sealed"),
        ("--kind", "nothing"),
    ):
        done = drafter("clear", exhibit, "--case", office / "case.yaml", *wrong)
        assert done.exit_code == 2, done.output
        assert done.stdout == ""


@with_libreoffice
def test_a_pdf_is_cleared_page_by_page(office: Path, tmp_path: Path) -> None:
    secret = copy_of(office, "surrender_exhibit", tmp_path).rename(tmp_path / "secret.docx")
    edited(secret, says(f"{protected_name(office)} lived at SSN 123-45-6789. [NEED: the day]"))
    edited(secret, says("United States v. Aldana-Medina, 923 F.2d 863 (9th Cir. 1991)"))
    clean = copy_of(office, "surrender_exhibit", tmp_path)
    converted([clean, secret], tmp_path)
    value = clear(clean.with_suffix(".pdf"), office)
    assert told(value) == ""
    assert "look" in value["untold"]
    said = told(clear(secret.with_suffix(".pdf"), office))
    for reason in ("may not be named, and page", "a social-security", "lacks a fact", "923 F.2d"):
        assert reason in said
    name = protected_name(office).split()[0]
    for hyphen in ("-", "\u2010"):
        parted = f"It is said that {name[:3]}{hyphen}\n{name[3:]} was there."
        file = edited(copy_of(office, "surrender_exhibit", tmp_path), says(parted))
        converted([file], tmp_path)
        for made in (file, file.with_suffix(".pdf")):
            assert told(clear(made, office)).count("may not be named") == 1, (hyphen, made)
    signed = PdfWriter(clone_from=clean.with_suffix(".pdf"))
    signed.add_metadata({"/Author": "Ana Poe"})
    assert "it names Ana Poe as its author" in told(clear(saved(signed, tmp_path), office))
    commented = PdfWriter(clone_from=clean.with_suffix(".pdf"))
    commented.add_annotation(0, FreeText(text="Sure?", rect=(50, 550, 200, 650)))
    commented.add_attachment("notes.txt", b"x")
    commented.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("x")}
    )
    said = told(clear(saved(commented, tmp_path), office))
    for reason in ("1 comments or marks", "are attached to it", "runs something"):
        assert reason in said


def saved(writer: PdfWriter, folder: Path) -> Path:
    path = folder / "made.pdf"
    with path.open("wb") as file:
        writer.write(file)
    return path


def drawn(content: bytes) -> PdfWriter:
    """A page that draws something and has no font."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    stream = DecodedStreamObject()
    stream.set_data(content)
    page[NameObject("/Contents")] = writer._add_object(stream)
    return writer


def test_a_pdf_without_words_is_refused_as_unreadable(office: Path, tmp_path: Path) -> None:
    said = told(clear(saved(drawn(b"0 0 100 100 re f"), tmp_path), office))
    assert "page 1 has no words that can be read" in said


def test_a_pdf_that_was_saved_over_keeps_what_it_said(office: Path, tmp_path: Path) -> None:
    path = saved(drawn(b""), tmp_path)
    assert "keeps what it said before" not in told(clear(path, office))
    again = PdfWriter(BytesIO(path.read_bytes()), incremental=True)
    again.pages[0].rotate(90)
    assert "keeps what it said before" in told(clear(saved(again, tmp_path), office))


def _widget(writer: PdfWriter, **said: PdfObject) -> None:
    """A field of a form on the page."""
    box = ArrayObject(map(NumberObject, (50, 50, 200, 80)))
    field = _dictionary(Type="/Annot", Subtype="/Widget", Rect=box, FT="/Tx", **said)
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(field)])


def _dictionary(**said: PdfObject | str) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject(f"/{name}"): NameObject(value) if type(value) is str else value
            for name, value in said.items()
        }
    )


def _stream(content: str, **said: PdfObject | str) -> DecodedStreamObject:
    stream = DecodedStreamObject()
    stream.set_data(content.encode())
    stream.update(_dictionary(**said))
    return stream


def _in_the_parent_of_a_field(writer: PdfWriter, name: str) -> None:
    parent = _dictionary(T=TextStringObject("who"), V=TextStringObject(name))
    _widget(writer, Parent=writer._add_object(parent))


def _as_a_field_shows_it(writer: PdfWriter, name: str) -> None:
    font = _dictionary(Type="/Font", Subtype="/Type1", BaseFont="/Helvetica")
    box = ArrayObject(map(NumberObject, (0, 0, 100, 20)))
    resources = _dictionary(Font=_dictionary(F1=font))
    drawn = _stream(
        *(f"BT /F1 12 Tf ({name}) Tj ET",),
        **{"Type": "/XObject", "Subtype": "/Form", "BBox": box, "Resources": resources},
    )
    _widget(writer, AP=_dictionary(N=writer._add_object(drawn)))


def _in_the_data_of_a_form(writer: PdfWriter, name: str) -> None:
    data = writer._add_object(_stream(f"<data><name>{name}</name></data>"))
    form = _dictionary(XFA=ArrayObject([TextStringObject("datasets"), data]))
    writer.root_object[NameObject("/AcroForm")] = form


def _in_a_link(writer: PdfWriter, name: str) -> None:
    address = f"https://x.example/%{ord(name[0]):x}{name[1:]}"
    _widget(writer, A=_dictionary(S="/URI", URI=TextStringObject(quote(address, safe=":/%"))))


def _as_a_place_in_the_file(writer: PdfWriter, name: str) -> None:
    writer.add_named_destination(name, 0)


@pytest.mark.parametrize(
    "plant",
    [
        _in_the_parent_of_a_field,
        _as_a_field_shows_it,
        _in_the_data_of_a_form,
        _in_a_link,
        _as_a_place_in_the_file,
    ],
)
def test_a_name_is_found_beside_the_pages_of_a_pdf(
    plant: Callable[[PdfWriter, str], None], office: Path, tmp_path: Path
) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    plant(writer, protected_name(office))
    assert "may not be named" in told(clear(saved(writer, tmp_path), office))


def test_what_cannot_be_read_is_bad_input(office: Path, exhibit: Path, tmp_path: Path) -> None:
    writer = drawn(b"0 0 1 1 re f")
    writer.encrypt("secret")
    locked = saved(writer, tmp_path).rename(tmp_path / "locked.pdf")
    bad = {
        tmp_path / "gone.docx": None,
        tmp_path / "cut.docx": exhibit.read_bytes()[:3000],
        tmp_path / "notes.docx": b"no zip at all",
        tmp_path / "empty.pdf": b"",
        tmp_path / "cut.pdf": b"%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 1 0 R >>",
        tmp_path / "loop.pdf": b"%PDF-1.4\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF",
        locked: locked.read_bytes(),
    }
    for path, content in bad.items():
        if content is not None:
            path.write_bytes(content)
        done = drafter("clear", path, "--case", office / "case.yaml", *AS_OF)
        assert done.exit_code == 2, (path, done.output)
        assert done.stdout == ""
        assert str(path) in done.stderr
    done = drafter("clear", exhibit, "--case", tmp_path / "none.yaml", *AS_OF)
    assert done.exit_code == 2


def test_what_must_not_be_filed_is_refused_and_streets_with_a_number_are_told(
    office: Path, tmp_path: Path
) -> None:
    shutil.copytree(office, tmp_path / "office")
    case = tmp_path / "office" / "case.yaml"
    text = case.read_text("utf-8")
    where = "what: The city to which the family moved"
    case.write_text(text.replace(where, f"{where} and Las Cruces"), "utf-8")
    added = "I.S., of 41 Pecan Lane, Las Cruces; a shop at 7 Main Street."
    file = edited(copy_of(office, "surrender_exhibit", tmp_path), says(added))
    value = clear(file, tmp_path / "office")
    (said,) = value["problems"]
    assert "has what `safe-family` says must not be filed" in said["message"]
    assert "Cruces" not in said["message"]
    assert value["addresses"] == ["41 Pecan Lane", "7 Main Street"]
    assert "addresses" in value["untold"]
    assert clear(file, office)["clear"]


def test_a_client_who_may_be_a_minor_is_named_in_no_paper(exhibit: Path, office: Path) -> None:
    case = office / "case.yaml"
    before = case.read_text(encoding="utf-8")
    assert "may be a minor" not in told(clear(exhibit, office))
    try:
        case.write_text(before.replace("age_at_offense: 44", "age_at_offense: 1"), "utf-8")
        assert "may be a minor" in told(clear(exhibit, office))
    finally:
        case.write_text(before, encoding="utf-8")
