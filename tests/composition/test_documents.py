"""Whole documents: margins, properties, stamps, and what each edition sees."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from drafter import __version__
from drafter.composition.blocks import STAMP, Audience, Document
from drafter.composition.documents import Approvable
from drafter.errors import TemplateError
from tests.analysis.exhibit.exhibits import view as exhibit
from tests.composition.cases import CASE

Draft = Callable[..., Document]
SIGNED = CASE + "sign_off: {reviewed: {by: A. Pike, on: 2026-11-24}}\n"
SIGNED_BEFORE = SIGNED.replace("2026-11-24", "2026-11-23")


def test_an_internal_document_says_whose_it_is_and_that_it_is_unsigned(draft: Draft) -> None:
    document = draft("Words.")
    assert document.header == (
        "PRIVILEGED",
        "No. 3:26-cr-00001-ABC",
        "UNSIGNED: not reviewed by counsel",
    )
    assert document.footer == "United States v. Ana Ruiz Vega"
    assert draft("Words.", case=SIGNED).header == document.header[:2]
    assert draft("Words.", case=SIGNED_BEFORE).header == document.header


def test_its_properties_come_from_the_inputs(draft: Draft) -> None:
    about = draft("Words.").properties
    assert about.title == "Letter: United States v. Ana Ruiz Vega"
    assert (about.author, about.language) == ("Federal Defenders", "en-US")
    assert about.created == "2026-11-24T00:00:00+00:00"


@pytest.mark.parametrize("edition", ["filing", "sealed", "exhibit"])
def test_outside_nothing_but_the_text_names_the_client(draft: Draft, edition: str) -> None:
    document = draft("Words.", edition)
    assert document.properties.title == ("Chronology" if edition == "exhibit" else "Letter")
    assert "Ruiz" not in f"{document.properties}"
    assert "UNSIGNED" not in "".join(document.header)


def test_the_exhibit_is_a_draft_until_it_is_approved(draft: Draft) -> None:
    assert draft("Words.", "exhibit").header == ("DRAFT, NOT FOR SERVICE",)
    assert draft("Words.", "exhibit", approved=True).header == ()


def test_the_view_of_the_exhibit_is_one_that_can_be_approved() -> None:
    """Else each page of an approved one would be stamped: the stamp goes by nothing else."""
    shown: Approvable = exhibit()
    assert isinstance(shown, Approvable)
    assert not shown.approved


def test_a_placeholder_in_a_value_is_only_text(draft: Draft) -> None:
    case = CASE.replace("Ana Ruiz Vega", "'{docket} {client}'")
    assert draft("Words.", case=case).footer == "United States v. {docket} {client}"


def test_stamps_print_and_are_marked_as_no_substance(draft: Draft) -> None:
    document = draft("{{ doc.as_of }}, {{ doc.case_file }}, {{ doc.software }}")
    (block,) = document.blocks
    assert block.text == f"November 24, 2026, small.yaml, drafter {__version__}"
    stamps = [run.text for run in block.runs if run.ref.startswith(STAMP)]
    assert stamps == ["November 24, 2026", "small.yaml", f"drafter {__version__}"]


def test_only_the_day_moves_no_substance(draft: Draft) -> None:
    from drafter.versions.serial import substance

    body = "As of {{ doc.as_of }}."
    first, later = draft(body), draft(body, day=date(2026, 12, 1))
    assert first.blocks != later.blocks
    assert substance(first) == substance(later)


def test_what_a_template_may_ask_of_its_document(draft: Draft) -> None:
    body = (
        "{{ doc.kind }} {{ doc.edition }} {{ doc.title }} {{ doc.day|day }}"
        "{% if doc.claims %} claims{% endif %}{% if doc.unsigned %} unsigned{% endif %}"
    )
    assert draft(body).blocks[0].text == "letter internal Letter November 24, 2026 claims unsigned"
    assert draft(body, claims=False).blocks[0].text.endswith("2026 unsigned")
    assert draft(body, "filing").blocks[0].text.endswith("2026 unsigned")


@pytest.mark.parametrize("name", ["a", "case", "record"])
def test_an_edition_others_read_never_sees_the_whole_case(draft: Draft, name: str) -> None:
    assert draft(f"{{% if {name} %}}Words.{{% endif %}}").blocks[0].text == "Words."
    with pytest.raises(TemplateError, match=f"'{name}' is undefined"):
        draft(f"{{% if {name} %}}Words.{{% endif %}}", "filing")


def test_the_audience_is_that_of_the_edition(draft: Draft) -> None:
    found = {name: draft("Words.", name).audience for name in ("internal", "filing", "sealed")}
    assert found == {
        "internal": Audience.INTERNAL,
        "filing": Audience.OUTWARD,
        "sealed": Audience.SEALED,
    }


def test_equal_inputs_make_equal_documents(draft: Draft) -> None:
    body = '{{ source(f["threat-1"]) }} {{ cite("usc18_28") }}'.replace("f[", "record.facts[")
    assert draft(body) == draft(body)
