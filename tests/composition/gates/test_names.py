"""Real names that are words too are found where they can only be names."""

from __future__ import annotations

import pytest

from drafter import yamlfile
from drafter.casefile.reader import case_from
from drafter.composition.gates.names import name_problems
from drafter.composition.gates.passages import Passage
from tests.composition.cases import CASE, vocabulary

CHILD = "name: Lucía Ruiz, alias: L.R.,"


def found(text: str, case: str) -> list[str]:
    """What the gate says of a page with the text."""
    file = case_from(yamlfile.parse(case, "small.yaml"), vocabulary())
    return [str(each) for each in name_problems([Passage("the page", text)], file)]


def child(name: str) -> str:
    return CASE.replace(CHILD, f"name: {name}, alias: C.C.,")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Faith May", "a text message that named her daughter Faith"),
        ("Faith May", "A message named FAITH and her school."),
        ("Faith May", "The child is called “Faith”"),
        ("Faith May", "“Faith,” the message said, and nothing more."),
        ("Faith May", '"Faith" was all that it said.'),
        ("Faith May", "They sent him Faith’s picture."),
        ("Faith May", "Faith’s school is near."),
        ("Faith May", "He left. Faith was alone."),
        ("Faith May", "The caller spoke to Ms. Faith."),
        ("Grace Cole", "1.\the sent Grace to school"),
        ("Hope Cole", "the daughter (Hope)"),
        ("Joy Cole", "the daughter, Joy"),
        ("Rose Cole", "a picture of Rose at school"),
        ("Will Cole", "They knew where Will slept."),
        ("Will Cole", "They asked for J. Will."),
        ("Mark Cole", "to take Mark, her son"),
        ("Frank Cole", "and so Frank stayed"),
        ("Dean Page", "the boy Dean"),
        ("Dean Page", "the boy, Page, aged nine"),
        ("Christian Bo", "his son Christian"),
    ],
)
def test_a_first_name_that_is_a_word_is_found_where_it_can_only_be_a_name(
    name: str, text: str
) -> None:
    (said,) = found(text, child(name))
    assert "`girl` may not be named, and the page does" in said
    assert "write C.C. wherever others may read it" in said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Faith May", "Faith in the court is no defense. Faith alone"),
        ("Faith May", "acted in good faith; “Faith in the court,” she said, “is all”"),
        ("Faith May", "IN GOOD FAITH AND UNDER DURESS"),
        ("Faith May", "arrested in May 2026, on May 5"),
        ("Grace Cole", "a shop on Grace Street, near Grace Road"),
        ("Grace Cole", "He was held at the Grace Memorial Hospital."),
        ("Grace Cole", "days of grace"),
        ("Will Cole", "Will the court hear it? It will. Will it?"),
        ("Will Cole", "(a) Will the court\tWill it?\nWill they"),
        ("Will Cole", "He said: “Will you drive?”"),
        ("Mark Cole", "2. Mark the exhibit."),
        ("Grant Cole", "jailed in Grant County"),
        ("Dean Page", "Exhibit 4, Page 3"),
        ("June Cole", "in June, and on June 5"),
        ("Sister An", "An officer and a Sister saw it"),
    ],
)
def test_the_word_that_a_first_name_is_too_passes(name: str, text: str) -> None:
    assert found(text, child(name)) == []


def test_a_first_name_that_somebody_else_bears_who_may_be_named_passes() -> None:
    case = child("Faith Cole").replace("name: Rogelio Tapia", "name: Faith Tapia")
    assert found("It was said of Faith.", case) == []


FAMILY = CASE.replace("name: Ana Ruiz Vega, short_name: Ms. Ruiz,", "{client},")


def of_client(client: str, text: str) -> list[str]:
    return found(text, FAMILY.replace("{client}", client))


@pytest.mark.parametrize(
    "client",
    [
        "name: Tomás Ortega, short_name: T.O., alias: T.O.",
        "name: T.O., short_name: T.O., alias: T.O.",
        "name: John Doe, short_name: Mr. Ortega, alias: John Doe",
    ],
)
def test_a_name_that_is_its_own_alias_hides_nothing(client: str) -> None:
    alias = client.rpartition(" alias: ")[2]
    assert of_client(client, f"{alias} was there; UNITED STATES v. {alias.upper()}") == []


@pytest.mark.parametrize("text", ["Ortega was there.", "T. Ortega", "TOMAS ORTEGA"])
def test_the_name_behind_an_alias_is_hidden_though_the_short_name_is_the_alias(text: str) -> None:
    (said,) = of_client("name: Tomás Ortega, short_name: T.O., alias: T.O.", text)
    assert "write T.O. wherever others may read it" in said


def test_the_name_of_a_minor_is_hidden_though_it_is_entered_as_the_alias_too() -> None:
    case = CASE.replace(CHILD, "name: Lucía Ruiz, alias: Lucía Ruiz,")
    (said,) = found("Lucía Ruiz was there.", case)
    assert "enter as `alias:` another name than Lucía Ruiz, as initials" in said
    initials = CASE.replace(CHILD, "name: L.R., alias: L.R.,")
    assert found("L.R. was there.", initials) == []


@pytest.mark.parametrize(
    ("text", "who", "hint"),
    [
        ("Ms. Ruiz ran.", "`girl` or `client`", "client (then write A.R.) or `girl` (then write L"),
        ("Ruiz ran.", "`girl` or `client`", "“Ruiz” may mean the client (then write A.R.) or `g"),
        ("Ruiz ran, and Ms. Ruiz.", "`girl` or `client`", "“Ruiz” may mean the client"),
        ("Lucía Ruiz ran.", "`girl`", "    write L.R. wherever others may read it"),
        ("Lucía ran.", "`girl`", "    write L.R. wherever others may read it"),
        ("Ana Ruiz Vega ran.", "`client`", "    write A.R. wherever others may read it"),
    ],
)
def test_of_a_place_and_a_name_there_is_one_problem(text: str, who: str, hint: str) -> None:
    (said,) = of_client("name: Ana Ruiz Vega, short_name: Ms. Ruiz, alias: A.R.", text)
    assert f"{who} may not be named, and the page does" in said
    assert hint in said


def test_two_names_in_one_place_are_two_problems() -> None:
    client = "name: Ana Ruiz Vega, short_name: Ms. Ruiz, alias: A.R."
    assert len(of_client(client, "Ms. Ruiz ran to Lucía and to Elena Sosa.")) == 3


def test_a_name_of_words_alone_is_found_where_it_is_written_as_one() -> None:
    assert found("in good faith may the court", child("Faith May")) == []
    assert found("the girl, FAITH MAY", child("Faith May"))


@pytest.mark.parametrize(
    "text",
    [
        "Luc\u200e\u00eda",  # a mark of direction, as messages are full of
        "Luc\u034f\u00eda",
        "Lu\ufe0fc\u00eda",
        "\u2068Luc\u2062\u00eda\u2069",
        "Luc\u0456a",  # a letter of Cyrillic
        "Luc\u03b9\u0301a",  # one of Greek, with its accent
        "\uff2c\uff55\uff43\uff49\uff41",  # letters of the width of a sign
        "IMG_Lucia_school.jpg",
        "the account @lucia_2014, of Lucia2014",
        "Luc\u0131a",
        "Luc\u00eda\u00b9 was at school",
    ],
)
def test_letters_that_look_the_same_are_the_same(text: str) -> None:
    (said,) = found(text, CASE)
    assert "`girl` may not be named, and the page does" in said


@pytest.mark.parametrize("name", ["Łukasz Wałęsa", "Søren Đokić", "Марк Катин", "Ελένη Πάππα"])
def test_a_name_is_found_with_the_letters_of_its_own_script_and_without(name: str) -> None:
    bare = name.translate(str.maketrans("ŁłęøĐć", "LleoDc"))
    for text in (name, name.upper(), bare, bare.split()[1]):
        (said,) = found(f"A boy, {text}, stood there.", child(name))
        assert "`girl` may not be named" in said
