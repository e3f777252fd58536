"""One fact of a sample changes: only what depends on it is marked, and its line is named."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import AS_OF, drafter

pytestmark = pytest.mark.no_cover

Edit = tuple[str, str, str]
"""A fact, and what its item says, before and after; both begin with its id."""

BY_ITSELF: Mapping[tuple[str, str], Mapping[Edit, frozenset[str]]] = {
    ("getaway-driver", "duress_memo"): {
        ("event-accept", "when: 2026-02-20 09:14", "when: 2026-02-20 09:11"): frozenset(
            ("chronology/timeline", "chronology/time/entry/event-accept")
        ),
        ("event-pickup", "Two passengers entered", "Two men entered"): frozenset(
            ("chronology/time/entry/event-pickup",)
        ),
    },
    ("border-courier", "duress_memo"): {
        ("engagement.paid_by", "paid_by: appointed", "paid_by: counsel appointed"): frozenset(
            ("conflicts/topic/paid_by",)
        ),
    },
    ("felon-in-possession", "duress_memo"): {
        ("ev-post", "posted by a friend", "posted by a cousin"): frozenset(
            ("matrix/items/item/ev-post", "matrix/unused")
        ),
    },
    ("felon-in-possession", "mitigation_outline"): {
        ("event-unloaded", "2025-12-06 05:19", "2025-12-06 05:20"): frozenset(
            ("coercion/story/entry/event-unloaded",)
        ),
    },
}
"""Facts on which no conclusion rests, with every block that tells of them."""

WITH_CONCLUSIONS: Mapping[str, Mapping[Edit, frozenset[str]]] = {
    "getaway-driver": {
        ("opp-alone", "safe: unknown", "safe: yes"): frozenset(
            (
                *("exhibit/event/event-second", "exhibit/event/event-leave"),
                # A safe moment was let pass: the report to a lieutenant no longer helps on escape.
                *("good/fact/event-reported", "elements/reading/prompt", "testimony/none"),
                *("matrix/items/item/ev-station-log", "matrix/unsupported", "cited/instruction"),
                *("cited/list-caption/instruction", "cited/list/header/instruction"),
                "cited/list/authority/instruction/instruction_ca9_duress",
            )
        ),
    },
    "border-courier": {
        ("event-arrest", "2026-03-14 08:40", "2026-03-14 09:40"): frozenset(),
        ("ev-port-video", "bates: USAO-000305", "bates: USAO-000399"): frozenset(),
    },
    "felon-in-possession": {
        ("inv-debt", "thirty-five hundred", "forty-five hundred"): frozenset(),
        ("event-911", "2025-12-06 05:12", "2025-12-06 05:22"): frozenset(
            ("chronology/time/entry/st-911",)
        ),
    },
}
"""Facts that prove or that conclusions rest on, with the blocks that name neither the fact nor
anything it bears on: what an exhibit would prove, a row that was told together with that of the
fact, and what helped until the fact spoke against it."""


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edited(path: Path, edit: Edit) -> int:
    """Change the fact; the line, from 1, on which its item begins."""
    id, old, new = edit
    lines = path.read_text("utf-8").splitlines(keepends=True)
    place = id.rpartition(".")[2] + ":" if "." in id else f"id: {id}"
    begins = next(at for at, line in enumerate(lines) if _begins(line, place))
    at = next(at for at in range(begins, len(lines)) if old in lines[at])
    lines[at] = lines[at].replace(old, new, 1)
    path.write_text("".join(lines), "utf-8")
    return begins + 1


def _begins(line: str, place: str) -> bool:
    words = (word.strip(" -{") for word in line.rstrip("\n").split(","))
    return any(word == place or (place.endswith(":") and word.startswith(place)) for word in words)


def compared(root: Path, work: Path, name: str, kind: str, *edits: Edit) -> tuple[Any, list[int]]:
    """What `diff` says of a sample before and after edits, and the lines of the facts."""
    path = work / f"{name}.yaml"
    shutil.copy(root / "casefiles" / path.name, path)
    drafted = ("draft", path.name, *AS_OF, "--kind", kind, "--quiet")
    assert drafter(*drafted).exit_code == 0
    lines = [edited(path, edit) for edit in edits]
    assert drafter(*drafted, "--force").exit_code == 0
    done = drafter("diff", name, "--kind", kind, "--format", "json")
    assert done.exit_code == 0
    return json.loads(done.stdout), lines


ALONE = [(*sample, *each) for sample, edits in BY_ITSELF.items() for each in edits.items()]


@pytest.mark.parametrize(("name", "kind", "edit", "expected"), ALONE)
def test_a_fact_nothing_rests_on_marks_the_blocks_that_tell_it_and_no_other(
    root: Path, work: Path, name: str, kind: str, edit: Edit, expected: frozenset[str]
) -> None:
    found, (line,) = compared(root, work, name, kind, edit)
    assert found["conclusions"] == []
    assert {each["id"] for each in found["text"]} == expected
    caused_by(found["text"], edit, line)


@pytest.mark.parametrize(
    ("name", "edit", "expected"),
    [(name, *each) for name, edits in WITH_CONCLUSIONS.items() for each in edits.items()],
)
def test_a_fact_that_proves_marks_what_names_it_or_what_it_bears_on(
    root: Path, work: Path, name: str, edit: Edit, expected: frozenset[str]
) -> None:
    found, (line,) = compared(root, work, name, "duress_memo", edit)
    caused_by([*found["conclusions"], *found["text"]], edit, line)
    drafts = [json.loads(path.read_text("utf-8")) for path in work.rglob("draft.json")]
    ties = {id for draft in drafts for id in tied(draft, edit[0])}
    assert {each["id"] for each in found["text"]} - ties == expected


def caused_by(changes: Iterable[Mapping[str, Any]], edit: Edit, line: int) -> None:
    cause = {"kind": "fact", "id": edit[0], "line": line, "removed": False}
    for each in changes:
        assert (each["how"], each["causes"]) == ("only", [cause]), each


def tied(draft: Mapping[str, Any], fact: str) -> Iterator[str]:
    """The blocks of a draft that name a fact, or are about a conclusion that rests on it."""
    about = {
        part
        for id, _, _, because in draft["conclusions"]
        if any(name == fact or name.startswith(f"{fact}.") for name in because)
        for part in id.split(".")[1 if id.count(".") > 1 else 0 :]
    }
    for block in draft["document"]["blocks"]:
        names = {*block["id"].replace(".", "/").split("/"), *block.get("sources", ())}
        if fact in names or names & about:
            yield block["id"]


PAIRS = [
    ("getaway-driver", "event-accept", "event-pickup"),
    ("border-courier", "event-arrest", "engagement.paid_by"),
    ("felon-in-possession", "inv-debt", "ev-post"),
]


@pytest.mark.parametrize(("name", "first", "second"), PAIRS)
def test_of_two_facts_each_change_names_those_that_it_comes_from(
    root: Path, work: Path, name: str, first: str, second: str
) -> None:
    known = {**BY_ITSELF[name, "duress_memo"], **WITH_CONCLUSIONS[name]}
    edits = [next(each for each in known if each[0] == id) for id in (first, second)]
    alone = []
    for edit in edits:
        found, _ = compared(root, work, name, "duress_memo", edit)
        alone.append({each["id"] for each in found["text"]})
    found, lines = compared(root, work, name, "duress_memo", *edits)
    assert {each["id"] for each in found["text"]} == alone[0] | alone[1]
    place = dict(zip((first, second), lines, strict=True))
    narrow = 0
    for each in found["text"]:
        true = {
            id for id, marked in zip((first, second), alone, strict=True) if each["id"] in marked
        }
        named = {cause["id"] for cause in each["causes"]}
        assert true <= named, each
        assert all(cause["line"] == place[cause["id"]] for cause in each["causes"])
        narrow += named == true
    assert narrow > 0.8 * len(found["text"])


GUN = ("threat-gun", "demanded_offense: [count-1, count-2]", "demanded_offense: count-1")
LICENSE = ("threat-license", *GUN[1:])
TAKEN = ("event-accept", "when: 2026-02-20 09:14", "when: 2026-02-20 09:11")


def test_a_count_that_demands_no_longer_name_is_told_with_the_lines_of_the_threats(
    root: Path, work: Path
) -> None:
    found, lines = compared(root, work, "getaway-driver", "duress_memo", GUN, LICENSE, TAKEN)
    (moved,) = found["conclusions"]
    assert (moved["old"], moved["new"]) == ("1, 2", "1; not tied: 2")
    told = {each["id"]: each for each in found["text"]}
    named = [
        told["answer/reach_of_demand"],
        told["group/task/investigation/reach_of_demand"],
        told["elements/standings/standing/threat"],
        told["missing/untied/fear/count-2"],
    ]
    for each in (moved, *named):
        assert each["how"] == "tied"
        causes = [(cause["id"], cause["line"]) for cause in each["causes"]]
        assert causes == [("threat-gun", lines[0]), ("threat-license", lines[1])], each["id"]
