"""Every problem of a case file at once, each at its place with its remedy."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter import yamlfile
from drafter.casefile.fact import Basis, Handling
from drafter.casefile.reader import CaseFile, case_from
from drafter.casefile.schema_export import json_schema
from drafter.errors import CaseFileError, Problem
from drafter.yamlfile import Value, YamlPath
from tests.casefile.cases import SMALL, VOCABULARY, small


def problems(text: str) -> list[Problem]:
    with pytest.raises(CaseFileError) as caught:
        small(text)
    return list(caught.value.problems)


def replaced(old: str, new: str) -> str:
    assert old in SMALL
    return SMALL.replace(old, new, 1)


def test_a_valid_case() -> None:
    found = small()
    threat = found.case.threats[0]
    assert (threat.basis, threat.handling) == (Basis.CLIENT_ACCOUNT, Handling.PRIVILEGED)
    assert (threat.sources[0].evidence, threat.sources[0].pin) == ("ev-log", "call 7")
    assert str(found.locate("threat-1")) == "small.yaml:18:5"
    assert found.locate("girl").line == 16
    problem = found.problem("threat-1", "when", "Wrong.")
    assert problem.location is not None
    assert (problem.location.line, problem.excerpt.strip()[:5]) == (22, "when:")


def test_a_default_yields_to_the_fact_itself() -> None:
    text = replaced(
        "    speaker: rolo\n", "    speaker: rolo\n    basis: witness\n    handling: open\n"
    )
    threat = small(text).case.threats[0]
    assert (threat.basis, threat.handling) == (Basis.WITNESS, Handling.OPEN)


MISTAKES = [
    ("schema: 1\n", "schema: 7\n", 1, "reads case files of schema 1", "Install a newer"),
    ("schema: 1\n", "schema: one\n", 1, "reads case files of schema 1", "Write `schema: 1`"),
    ("count: 1,", "count: 0,", 13, "`0` is too small", "The least it can be is 1"),
    ("count: 1,", "count: 1, maximum_months: -1,", 13, "cannot be read", "or life"),
    ("pronouns: she", "pronouns: she, age_at_offense: 400", 11, "`400` is too large", "is 120"),
    ("schema: 1\nid: small\n", "id: small\nschema: 1\n", 1, "begins with its `schema:`", "Begin"),
    ("id: small", "id: 3-26-cr-1 x", 2, "cannot be read", "Use 1 to 40 small letters"),
    ("id: small", "id: nul", 2, "cannot be read", "device name"),
    ("  threats: {basis", "  threat: {basis", 4, "`threat` is not a section", "`threats`"),
    ("basis: client_account", "basis: client", 4, "`client` is not known", "`client_account`"),
    ("  docket:", "  dockett:", 6, "`dockett` is not a key", "`docket`"),
    ("  office: Federal Defenders\n", "", 6, "`office:` is missing", "Add `office:`"),
    ("district: casd", "district: cads", 7, "`cads` is no federal district", "`casd`"),
    ("district: casd", "district: txwd\n  division: elpaso", 8, "no division of txwd", "el_paso"),
    ("proceeding: trial", "proceeding: tiral", 10, "`tiral` is not known", "`trial`"),
    ("pronouns: she", "pronouns: [she]", 11, "A word is expected", "One of: she, he, they"),
    ("count: 1,", "count: 1.0,", 13, "`1.0` cannot be read", "a whole number in digits"),
    ("count: 1,", "count: {a: b},", 13, "A single value is expected", "Write the value"),
    ("offense: drug_t", "offense: drugs_t", 13, "names no category of offense", "drug_trafficking"),
    ("title: Importation", "title: ''", 13, "The text is empty", "Write it"),
    ("title: Importation", 'title: "\\u200b\\u2060"', 13, "cannot be read", "nothing to see"),
    (
        "proceeding: trial",
        "proceeding: trial\n  dates: {trial: 2206-02-02}",
        11,
        "cannot be read",
        "year",
    ),
    ("alias: L.R., ", "", 16, "girl is or may be a minor and has no `alias:`", "initials"),
    ("minor: yes", "minor: maybe", 16, "`maybe` cannot be read", "Write yes, no or unknown"),
    ("speaker: rolo", "speaker: rollo", 19, "`rollo` names no person", "Did you mean `rolo`?"),
    ("kinds: [death]", "kinds: death", 20, "A list is expected", "begins with `- `"),
    ("kinds: [death]", "kinds: [deth]", 20, "`deth` is not known", "`death`"),
    ("2026-03-12 20:30 Am", "2026-02-30 20:30 Am", 22, "cannot be read", "no such day"),
    ("2026-03-12 20:30 Am", "2026-03-12 8pm Am", 22, "cannot be read", "Write a moment as"),
    ("2026-03-12 20:30 America/Tijuana", "2019", 22, "cannot be", "between 2019-01 and 2019-12"),
    ("offense: count-1", "offense: count-2", 23, "`count-2` names no charge", "`count-1`"),
    ("[ev-log at call 7]", "[ev-lag]", 24, "`ev-lag` names no item of evidence", "`ev-log`"),
    ("[ev-log at call 7]", "[the log]", 24, "cannot be read", "an evidence id"),
    ("{id: arrest,", "{id: threat-1,", 26, "given twice, first on line 18", "an id of its own"),
    ("{id: arrest,", "{id: client,", 26, "always means the client", "Take another"),
    ("basis: document, h", "h", 26, "`basis:` is missing", "Add `basis:`"),
    ("kind: phone_records", "kind: phones", 28, "names no kind of evidence", "phone_records"),
    ("[client_had_phone]", "[had_phone]", 28, "names no trait", "client_had_phone"),
    ("form: writing", "form: writting", 28, "`writting` is not known", "`writing`"),
]


@pytest.mark.parametrize(("old", "new", "line", "message", "hint"), MISTAKES)
def test_each_mistake_has_its_place_and_its_remedy(
    old: str, new: str, line: int, message: str, hint: str
) -> None:
    found = problems(replaced(old, new))
    assert [p for p in found if p.location and p.location.line == line and message in p.message]
    assert [p for p in found if hint in p.hint]


TOGETHER = [
    ("id: small", "id: nul", "2:5 `nul` cannot be read."),
    ("  office: Federal Defenders", "  offices: F", "8:3 `offices` is not a key"),
    ("proceeding: trial", "proceeding: tiral", "10:15 `tiral` is not known here."),
    ("pronouns: she", "pronouns: [she]", "11:58 A word is expected here, not a list."),
    ("count: 1,", "count: one,", "13:26 `one` cannot be read."),
    ("minor: yes", "minor: maybe", "16:74 `maybe` cannot be read."),
    ("speaker: rolo", "speaker: rollo", "19:14 `rollo` names no person."),
    ("kinds: [death]", "kinds: [deth]", "20:13 `deth` is not known here."),
    ("against: [girl]", "against: girl", "21:14 A list is expected here, not `girl`."),
    ("2026-03-12 20:30 Am", "2026-02-30 20:30 Am", "22:11 `2026-02-30 20:30 America"),
    ("offense: count-1", "offense: count-2", "23:23 `count-2` names no charge."),
    ("[ev-log at call 7]", "[ev-lag]", "24:15 `ev-lag` names no item of evidence."),
    ("basis: document, ", "", "26:5 `basis:` is missing here."),
    ("kind: phone_records", "kind: phones", "28:24 `phones` names no kind of evidence."),
]


def test_all_mistakes_come_at_once_in_file_order() -> None:
    text = SMALL
    for old, new, _ in TOGETHER:
        assert old in text
        text = text.replace(old, new, 1)
    found = [p for p in problems(text) if p.message != "`office:` is missing here."]
    said = [f"{p.location.line}:{p.location.column} {p.message}" for p in found if p.location]
    assert len(said) == len(TOGETHER)
    for line, (_, _, expected) in zip(said, TOGETHER, strict=True):
        assert line.startswith(expected)
    assert all(p.excerpt and p.hint for p in found)


def test_references_are_all_checked_at_once() -> None:
    text = SMALL
    for old, new, *_ in [m for m in MISTAKES if "names no" in m[3] and "trait" not in m[3]]:
        text = text.replace(old, new, 1)
    assert len(problems(text)) == 5


def test_facts_that_name_themselves() -> None:
    text = replaced(
        "    speaker: rolo\n", "    conflicts_with: [threat-1]\n    derives_from: [arrest]\n"
    )
    text = text.replace("kind: arrest,", "kind: arrest, derives_from: [threat-1],")
    messages = " ".join(p.message for p in problems(text))
    assert "conflict with itself" in messages
    assert messages.count("derives from itself") == 2


def test_the_exhibit_names_what_it_may() -> None:
    exhibit = "exhibit:\n  mode: fre_107\n  events: [arrest, arrest, nothing]\n"
    exhibit += "  intervals: [{id: i, start: arrest, end: threat-1, words: w}]\n"
    messages = [p.message for p in problems(SMALL + exhibit)]
    assert "`arrest` is chosen 2 times." in messages
    assert "`nothing` names no timed fact." in messages
    assert "`threat-1` names no event of the exhibit." in messages


def test_reading_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    assert isinstance(case_from(yamlfile.read(path), VOCABULARY), CaseFile)


LINES = SMALL.splitlines(keepends=True)
GARBAGE = st.sampled_from(["x", "[1, 2]", "{a: b}", "''", "~", "-1", "2026-13-01", "|", "é"])


def outcome(text: str) -> tuple[Problem, ...]:
    try:
        small(text)
    except CaseFileError as error:
        return error.problems
    return ()


@given(st.integers(0, len(LINES) - 1), GARBAGE)
def test_any_damage_is_a_clear_error_or_a_valid_case(line: int, garbage: str) -> None:
    swapped = re.sub(r": .+$", f": {garbage}", LINES[line])
    renamed = LINES[line].replace(":", "x:", 1)
    for changed in ("", swapped, renamed):
        found = outcome("".join([*LINES[:line], changed, *LINES[line + 1 :]]))
        assert all(p.location and p.message and p.hint for p in found)
        assert not [p for p in found if "drafter schema" in p.hint]


VALID = yamlfile.parse(SMALL, "small.yaml").value


def paths_in(value: Value, path: YamlPath = ()) -> list[YamlPath]:
    items: list[tuple[str | int, Value]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    inner = [each for step, item in items for each in paths_in(item, (*path, step))]
    return [path, *inner] if path else inner


@given(st.sampled_from(paths_in(VALID)), st.sampled_from(["x", "", None, ["x"], [], {"x": "y"}]))
def test_any_value_of_another_type_is_a_clear_error(path: YamlPath, wrong: Value) -> None:
    value = copy.deepcopy(VALID)
    inside: Any = value
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = wrong
    found = outcome(json.dumps(value, indent=1, ensure_ascii=False))
    assert all(p.location and p.message and p.hint for p in found)
    assert not [p for p in found if "drafter schema" in p.hint]


def test_a_mistake_in_the_defaults_is_told_once() -> None:
    assert len(problems(replaced("basis: client_account", "basis: client"))) == 1


def test_nothing_written_is_nothing_given() -> None:
    assert small(replaced("    speaker: rolo\n", "    speaker:\n")).case.threats[0].speaker is None
    missing = problems(replaced("title: Importation,", "title: ,"))
    assert [p.message for p in missing] == ["`title:` has no value."]


def test_a_charge_that_ends_before_it_starts() -> None:
    text = replaced("count: 1,", "count: 1, start: 2026-03-14, end: 2026-03-13,")
    [found] = problems(text)
    assert "ends on 2026-03-13, before it starts on 2026-03-14" in found.message
    small(replaced("count: 1,", "count: 1, start: 2026-03-14, end: 2026-03-14,"))


@pytest.mark.parametrize(("least", "most"), [("120", "119"), ("life", "240")])
def test_a_maximum_below_its_minimum(least: str, most: str) -> None:
    terms = f"minimum_months: {least}, maximum_months: "
    [found] = problems(replaced("count: 1,", f"count: 1, {terms}{most},"))
    assert f"The maximum, {most}, is below the minimum, {least}." in found.message
    small(replaced("count: 1,", f"count: 1, {terms}{least},"))
    [found] = problems(SMALL + f"sentencing: {{floor_months: {least}, ceiling_months: {most}}}\n")
    assert "is below the minimum" in found.message


STEPS = (
    "{{id: c, manual: 2025-11-01, base_guideline: USSG § 2D1.1, base_level: 24, category: I,"
    " total_level: {total}, adjustments: [{{id: a, what: minor role, guideline: USSG § 3B1.2,"
    " levels: -2, position: agreed}}, {{id: b, what: loss, guideline: USSG § 2B1.1, levels: 4,"
    " position: agreed}}]}}"
)


@pytest.mark.parametrize("name", ["offense_manual", "sentencing_manual"])
@pytest.mark.parametrize("total", [25, 26, 27])
def test_a_stated_total_is_the_sum_of_its_levels(name: str, total: int) -> None:
    text = f"{SMALL}sentencing:\n  {name}: {STEPS.format(total=total)}\n"
    if total == 26:
        assert small(text).case.sentencing is not None
        return
    [found] = problems(text)
    assert found.message == f"The levels add up to 26, and `total_level` is {total}."
    assert found.location is not None
    assert found.excerpt[found.location.column - 1 :].startswith(str(total))


@pytest.mark.parametrize(
    ("months", "words", "told"),
    [
        (36, "24 months’ imprisonment", "24"),
        (36, "24 months", "24"),
        (36, "a term of two years", "24"),
        (36, "thirty-seven months", "37"),
        (36, "24 months on count 1 and 6 months on count 2", "24 and 6"),
        (36, "36 months’ imprisonment", None),
        (36, "thirty-six (36) months, with three years of supervised release", None),
        (36, "time served, with 24 months’ supervised release", None),
        (12, "a year and a day", None),
        (30, "two years and six months", None),
        (36, "24 months on count 1 and 12 months on count 2", None),
        (4, "to follow the sentence of 40 months that he is serving", None),
        (24, "24 months, six months below the range", None),
        (0, "probation of five years", None),
    ],
)
def test_the_words_of_the_ask_tell_its_months(months: int, words: str, told: str | None) -> None:
    text = f"{SMALL}sentencing: {{ask: {{months: {months}, words: '{words}'}}}}\n"
    if told is None:
        assert small(text).case.sentencing.ask is not None
        return
    [found] = problems(text)
    assert found.message == f"The words tell a term of {told} months, and `months:` is {months}."
    assert found.location is not None
    assert found.excerpt[found.location.column - 1 :].startswith(f"'{words}'")


def test_where_a_level_is_no_number_only_that_is_said() -> None:
    text = STEPS.format(total=26).replace("levels: 4", "levels: four")
    [found] = problems(f"{SMALL}sentencing:\n  offense_manual: {text}\n")
    assert found.message == "`four` cannot be read."


def test_the_high_end_of_a_range_is_not_below_its_low_end() -> None:
    text = STEPS.format(total="26, low_months: 63, high_months: 62")
    [found] = problems(f"{SMALL}sentencing:\n  sentencing_manual: {text}\n")
    assert "The maximum, 62, is below the minimum, 63." in found.message


def test_the_high_end_of_an_agreed_range_is_not_below_its_low_end() -> None:
    plea = "plea_agreement: {{id: p, status: signed, agreed_range: {{low: 48, high: {high}}}}}\n"
    [found] = problems(SMALL + plea.format(high=47))
    assert found.message == "The maximum, 47, is below the minimum, 48."
    small(SMALL + plea.format(high=48))


def test_a_minimum_may_be_life() -> None:
    text = replaced("count: 1,", "count: 1, minimum_months: life, maximum_months: life,")
    case = small(text + "sentencing: {floor_months: life}\n").case
    assert case.charges[0].minimum_months == "life"
    assert case.sentencing.floor_months == "life"


def test_the_schema_knows_the_words_of_the_law() -> None:
    schema = json_schema(VOCABULARY)
    assert schema["$schema"].endswith("2020-12/schema")
    definitions = schema["$defs"]
    assert definitions["Evidence"]["properties"]["kind"]["enum"] == sorted(
        VOCABULARY.evidence_kinds
    )
    assert definitions["Matter"]["properties"]["district"]["enum"] == ["casd", "txwd"]
    assert schema["required"][:2] == ["schema", "id"]
    assert schema["additionalProperties"] is False
    assert schema["properties"]["schema"]["enum"] == [1, "1"]
    matter = definitions["Matter"]["properties"]
    assert matter["district"]["description"].startswith("District id or abbreviation")
    assert matter["judge"]["description"] == "The judge’s name. Left out, it is a gap."
    threat = definitions["Threat"]["properties"]
    assert threat["derives_from"]["description"].startswith("Facts this one repeats")
    assert threat["ended_how"]["description"] == "What ended it."
    assert threat["against"]["description"] == "People ids, or `client`. Left out, it is a gap."


def test_a_comma_that_cuts_a_text_in_two_is_seen() -> None:
    found = problems(replaced("title: Importation,", "title: Loss of $150,000,"))
    assert [p.message for p in found] == ["`000` is not a key of this part of the file."]
    assert found[0].hint.endswith("quotation marks.")


def test_an_unknown_key_is_refused_though_nothing_stands_behind_it() -> None:
    [found] = problems(SMALL + "exhibits:\n")
    assert found.message == "`exhibits` is not a key of this part of the file."
    assert "`exhibit`" in found.hint
    small(SMALL + "exhibit:\n")
    small(
        replaced(
            "  threats: {basis: client_account}\n",
            "  threats: {basis: client_account}\n  events:\n",
        )
    )
