"""Who may have approved a paper: an attorney of the matter, by any usual form of the name."""

from __future__ import annotations

import pytest

from drafter.casefile.matter import Matter
from drafter.facts.signing import is_of_the_team


def matter(*names: str) -> Matter:
    team = [{"id": f"a-{at}", "name": name, "role": "counsel"} for at, name in enumerate(names)]
    return Matter.model_validate(
        {
            "docket": "1:26-cr-1",
            "district": "casd",
            "office": "An office",
            "attorneys": team,
            "proceeding": "trial",
        }
    )


@pytest.mark.parametrize(
    "by",
    [
        "Oona M. D’Arcy-Quill",
        "oona m d'arcy-quill",
        "Oona  D’Arcy Quill",
        "Ms. Oona D’ARCY-QUILL, Esq.",
        "Tomás Ruiz",
        "Tomas J. Ruiz",
    ],
)
def test_small_differences_make_no_other_name(by: str) -> None:
    assert is_of_the_team(by, matter("Oona M. D’Arcy-Quill", "Tomás Ruiz"))


@pytest.mark.parametrize(
    "by",
    [
        "Will Court",
        "Oona",
        "D’Arcy-Quill",
        "O. D’Arcy-Quill",
        "Oona N. D’Arcy-Quill",
        "Oona Mary D’Arcy-Quill",
        "Tomás",
        "Ms.",
        "counsel",
    ],
)
def test_another_name_is_nobodys_of_the_team(by: str) -> None:
    assert not is_of_the_team(by, matter("Oona M. D’Arcy-Quill", "Tomás Ruiz"))
