"""Who may see a fact."""

from __future__ import annotations

import pytest

from drafter.casefile.case import Event
from drafter.casefile.fact import Basis, Handling
from drafter.casefile.matter import Client, Pronouns
from drafter.facts.disclosure import Reader, public_client, public_name, reader_of
from tests.facts.records import record


def fact(basis: Basis, handling: Handling) -> Event:
    return Event(id="e", basis=basis, handling=handling, what="Something happened.")


@pytest.mark.parametrize(
    ("handling", "reader"),
    [
        ("open", Reader.PUBLIC),
        ("sealed", Reader.SEALED),
        ("medical", Reader.SEALED),
        ("presentence_report", Reader.SEALED),
        ("victim_identifying", Reader.SEALED),
        ("cooperation", Reader.SEALED),
        ("protective_order", Reader.SEALED),
        ("privileged", Reader.TEAM),
        ("work_product", Reader.TEAM),
        ("grand_jury", Reader.TEAM),
    ],
)
def test_by_its_handling(handling: str, reader: Reader) -> None:
    assert reader_of(fact(Basis.DOCUMENT, Handling(handling))) is reader


def test_every_handling_has_its_reader() -> None:
    assert {reader_of(fact(Basis.DOCUMENT, handling)) for handling in Handling} == set(Reader)


@pytest.mark.parametrize("basis", [Basis.CLIENT_ACCOUNT, Basis.COUNSEL_INFERENCE])
@pytest.mark.parametrize("handling", list(Handling))
def test_what_client_and_counsel_say_stays_with_the_team(basis: Basis, handling: Handling) -> None:
    assert reader_of(fact(basis, handling)) is Reader.TEAM


@pytest.mark.parametrize("basis", [*Basis])
def test_no_other_basis_hides_an_open_fact(basis: Basis) -> None:
    ours = basis in (Basis.CLIENT_ACCOUNT, Basis.COUNSEL_INFERENCE)
    assert (reader_of(fact(basis, Handling.OPEN)) is Reader.PUBLIC) is not ours


@pytest.mark.parametrize(
    ("field", "safety", "printed"),
    [
        ("", "", "Lucía Ruiz"),
        ("minor: no,", "", "Lucía Ruiz"),
        ("minor: yes,", "", "L.R."),
        ("minor: unknown,", "", "L.R."),
        ("protected: a witness at risk,", "", "L.R."),
        ("", "at_risk: [girl], ", "L.R."),
        ("", "at_risk: [rolo], ", "Lucía Ruiz"),
    ],
)
def test_the_name_that_others_may_read(field: str, safety: str, printed: str) -> None:
    body = (
        "people:\n"
        f"  - {{id: girl, name: Lucía Ruiz, alias: L.R., {field} relation: daughter}}\n"
        "  - {id: rolo, name: Rogelio Tapia, relation: acquaintance}\n"
    )
    if safety:
        body += f"safety: [{{id: s, basis: witness, {safety}what: Where they live.}}]\n"
    case = record(body).case
    assert public_name(case.people[0], case) == printed


def test_a_client_with_an_alias_has_no_other_name_for_others() -> None:
    client = Client(name="Ana Ruiz", short_name="Ms. Ruiz", pronouns=Pronouns.SHE)
    assert public_client(client) == client
    hidden = public_client(client.model_copy(update={"alias": "Jane Doe"}))
    assert (hidden.name, hidden.short_name) == ("Jane Doe", "Jane Doe")
