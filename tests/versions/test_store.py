"""Versions on a real disk: new numbers, never overwritten, whole or absent."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from drafter.composition.blocks import Audience, Block, BlockKind, Run
from drafter.errors import CaseFileError, OutputError
from drafter.versions import placing
from drafter.versions import store as store_module
from drafter.versions.draft import Conclusion, Draft, FactSnapshot
from drafter.versions.store import Saved, Store
from drafter.word.writing.writer import WordWriter
from tests.versions.drafts import DAY, block, draft
from tests.word.documents import OFFICE, document, everything, paragraph

DOCX = WordWriter(OFFICE).write(document(paragraph("p", "x")))
ROOT = OFFICE.parents[1]


def save(store: Store, text: str = "One.", **kwargs: object) -> Saved:
    return store.save(draft(block("a", text), **kwargs), DOCX, f"{text}\n")  # type: ignore[arg-type]


def files(folder: Path) -> set[str]:
    return {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}


def test_an_internal_version_lies_where_the_contract_says(tmp_path: Path) -> None:
    store = Store(tmp_path)
    saved = save(store)
    folder = "border-courier/internal/duress_memo/v001"
    assert files(tmp_path) == {
        f"{folder}/border-courier-duress_memo-v001.docx",
        f"{folder}/border-courier-duress_memo-v001.md",
        f"{folder}/draft.json",
        f"{folder}/manifest.json",
    }
    assert saved.version.document.read_bytes() == DOCX
    manifest = json.loads((tmp_path / folder / "manifest.json").read_text())
    assert (manifest["format"], manifest["version"], manifest["as_of"]) == (1, 1, "2026-11-24")


def test_an_outward_file_lies_alone(tmp_path: Path) -> None:
    save(Store(tmp_path), series="surrender_exhibit", audience=Audience.OUTWARD)
    outward = "border-courier/outward/border-courier-surrender_exhibit-v001.docx"
    folder = "border-courier/internal/surrender_exhibit/v001"
    assert files(tmp_path) == {
        outward,
        f"{folder}/border-courier-surrender_exhibit-v001.md",
        f"{folder}/draft.json",
        f"{folder}/manifest.json",
    }


def test_only_what_says_something_new_gets_a_number(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert save(store).new
    again = save(store, as_of=date(2026, 12, 1))
    assert not again.new
    assert again.version.number == 1
    assert save(store, "Two.").version.number == 2
    assert save(store, "Two.", series="mitigation_outline").version.number == 1
    assert [v.number for v in store.versions("border-courier", "duress_memo")] == [1, 2]
    assert len(store.versions("border-courier")) == 3


def test_the_day_alone_makes_no_version(tmp_path: Path) -> None:
    store = Store(tmp_path)

    def dated(text: str) -> Draft:
        return draft(Block("a", BlockKind.PARAGRAPH, (Run(text, ref="@as_of"),)))

    assert store.save(dated("November 24"), DOCX, "").new
    assert not store.save(dated("November 25"), DOCX, "").new


def test_force_makes_one(tmp_path: Path) -> None:
    store = Store(tmp_path)
    save(store)
    assert store.save(draft(block("a", "One.")), DOCX, "", force=True).version.number == 2


def test_a_number_taken_by_any_file_is_not_used(tmp_path: Path) -> None:
    outward = tmp_path / "border-courier" / "outward"
    outward.mkdir(parents=True)
    (outward / "border-courier-surrender_exhibit-v004.docx").write_bytes(b"counsel's own")
    saved = save(Store(tmp_path), series="surrender_exhibit", audience=Audience.OUTWARD)
    assert saved.version.number == 5
    assert (outward / "border-courier-surrender_exhibit-v004.docx").read_bytes() == b"counsel's own"


def test_a_hand_edited_file_is_seen_and_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    first = save(store).version
    assert not first.edited
    edited = WordWriter(OFFICE).write(document(paragraph("p", "by hand")))
    first.document.write_bytes(edited)
    assert store.versions("border-courier")[0].edited
    save(store, "Two.")
    assert first.document.read_bytes() == edited
    first.document.write_bytes(b"damaged")
    assert store.versions("border-courier")[0].edited


def test_a_lost_document_is_drafted_again_under_a_new_number(tmp_path: Path) -> None:
    store = Store(tmp_path)
    save(store).version.document.unlink()
    assert save(store).version.number == 2


def test_unchanged_inputs_are_known_until_a_finding_moves(tmp_path: Path) -> None:
    store = Store(tmp_path)
    one = draft(block("a", "One."), through=date(2026, 12, 14))
    saved = store.save(one, DOCX, "")
    store.flush()
    fresh = Store(tmp_path)
    key = one.inputs.digest
    found = fresh.current(key, "duress_memo", DAY)
    assert found is not None
    assert tmp_path / found.document == saved.version.document
    assert (found.case_id, found.number) == ("border-courier", 1)
    assert found.current_through == date(2026, 12, 14)
    assert fresh.current(key, "duress_memo", date(2026, 12, 14)) is not None
    assert fresh.current(key, "duress_memo", date(2026, 12, 15)) is None
    assert fresh.current(key, "duress_memo", date(2026, 11, 23)) is None
    assert fresh.current("0" * 64, "duress_memo", DAY) is None
    saved.version.document.unlink()
    assert Store(tmp_path).current(key, "duress_memo", DAY) is None


def test_what_older_inputs_gave_is_not_what_they_would_repeat(tmp_path: Path) -> None:
    store = Store(tmp_path)
    first = save(store, "One.", case="1" * 64)
    assert save(store, "Two.", case="2" * 64).new
    key = draft(case="1" * 64).inputs.digest
    assert store.current(key, "duress_memo", DAY) is None
    again = save(store, "One.", case="1" * 64)
    assert (again.new, again.version.number) == (True, 3)
    assert first.version.document.exists()


def test_what_would_be_stored_is_known_before(tmp_path: Path) -> None:
    store = Store(tmp_path)
    one, two = draft(block("a", "One.")), draft(block("a", "Two."))
    assert store.repeated(one) is None
    number, document = store.next_version(one)
    saved = store.save(one, DOCX, "").version
    assert (saved.number, saved.document) == (number, document)
    assert store.repeated(one) is not None
    assert store.repeated(two) is None
    assert store.next_version(two)[1].name == "border-courier-duress_memo-v002.docx"
    found = store.version("border-courier", "duress_memo", 1)
    assert found is not None
    assert found.draft() == one
    assert store.version("border-courier", "duress_memo", 2) is None


def test_a_damaged_index_costs_nothing_but_time(tmp_path: Path) -> None:
    store = Store(tmp_path)
    save(store)
    store.flush()
    for content in ("", "[]", "{", '{"format": 9}', '{"format":1,"entries":{"a":[1]}}'):
        (tmp_path / ".index.json").write_text(content)
        damaged = Store(tmp_path)
        assert damaged.current("a", "duress_memo", DAY) is None
        assert not save(damaged).new
        damaged.flush()
        assert Store(tmp_path).current(draft().inputs.digest, "duress_memo", DAY) is not None


@pytest.mark.parametrize("name", ["manifest.json", "draft.json", "a-duress_memo-v001.docx"])
@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"")])
def test_a_version_that_is_not_whole_repeats_nothing(
    tmp_path: Path, name: str, damage: Callable[[Path], object]
) -> None:
    store = Store(tmp_path)
    saved = store.save(draft(case_id="a"), DOCX, "").version
    assert store.current(draft().inputs.digest, "duress_memo", DAY) is not None
    damage(saved.folder / name)
    assert store.current(draft().inputs.digest, "duress_memo", DAY) is None
    again = store.save(draft(case_id="a"), DOCX, "")
    assert (again.new, again.version.number) == (True, 2)
    assert store.current(draft().inputs.digest, "duress_memo", DAY) is not None


def test_two_runs_keep_each_others_entries(tmp_path: Path) -> None:
    first, second = Store(tmp_path), Store(tmp_path)
    save(first, case_id="one", case="1" * 64)
    save(second, case_id="two", case="2" * 64)
    first.flush()
    second.flush()
    fresh = Store(tmp_path)
    for case, id in (("1" * 64, "one"), ("2" * 64, "two")):
        key = draft(case=case, case_id=id).inputs.digest
        assert fresh.current(key, "duress_memo", DAY) is not None


def test_a_draft_comes_back_as_it_was() -> None:
    value = draft(
        *everything().blocks,
        through=date(2027, 1, 1),
        conclusions=(Conclusion("a", "A", "unknown", ("x", "y")),),
        facts={"x": FactSnapshot(3, "Ünïcode \u2028 text")},
    )
    assert Draft.from_json(value.to_json()) == value


@given(st.text())
def test_any_text_survives_storage(text: str) -> None:
    value = draft(block("a", text))
    if not any("\ud800" <= char <= "\udfff" for char in text):
        stored = value.to_json().encode().decode()
        assert Draft.from_json(stored) == value


def test_a_damaged_draft_is_a_clear_error(tmp_path: Path) -> None:
    store = Store(tmp_path)
    version = save(store).version
    for content in ("{}", "nonsense", '{"format": 2}'):
        (version.folder / "draft.json").write_text(content)
        with pytest.raises(CaseFileError, match="cannot be read"):
            version.draft()
    assert save(store).version.number == 2


@pytest.mark.parametrize("failing", ["write_synced", "_claim", "deliver", "sync_folder"])
def test_a_failing_disk_leaves_no_half_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    store = Store(tmp_path)
    save(store, series="surrender_exhibit", audience=Audience.OUTWARD)
    before = files(tmp_path)
    for module in (store_module, placing):
        monkeypatch.setattr(module, failing, fail, raising=False)
    with pytest.raises(OutputError, match="No space left on device"):
        save(store, "Two.", series="surrender_exhibit", audience=Audience.OUTWARD)
    monkeypatch.undo()
    for path in files(tmp_path) - before:
        assert path.endswith(".docx") is False or (tmp_path / path).read_bytes() == DOCX
    assert save(store, "Two.", series="surrender_exhibit", audience=Audience.OUTWARD).new


LOOP = """
import sys
from pathlib import Path
from tests.versions.test_store import save
from drafter.composition.blocks import Audience
from drafter.versions.store import Store
name, count = sys.argv[2], int(sys.argv[3])
store = Store(Path(sys.argv[1]))
for number in range(count):
    save(store, f"{name} {number}", series="surrender_exhibit", audience=Audience.OUTWARD)
    print(number, flush=True)
"""


def run(output: Path, name: str, count: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", LOOP, str(output), name, str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)


def test_two_processes_never_meet_in_one_number(tmp_path: Path) -> None:
    both = [run(tmp_path, name, 20) for name in ("a", "b")]
    for process in both:
        process.communicate(timeout=120)
        assert process.returncode == 0
    versions = Store(tmp_path).versions("border-courier", "surrender_exhibit")
    texts = [version.draft().document.blocks[0].text for version in versions]
    assert sorted(texts) == sorted(f"{name} {n}" for name in "ab" for n in range(20))
    assert len({version.number for version in versions}) == 40


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_a_killed_run_leaves_whole_documents(tmp_path: Path) -> None:
    for attempt in range(4):
        process = run(tmp_path, f"run {attempt}", 500)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.02 + 0.013 * attempt)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    documents = sorted((tmp_path / "border-courier" / "outward").glob("*.docx"))
    assert len(documents) >= 4
    assert {path.read_bytes() for path in documents} == {DOCX}
    for version in Store(tmp_path).versions("border-courier"):
        assert version.draft().document.blocks
    assert save(Store(tmp_path), "after", series="surrender_exhibit", audience=Audience.OUTWARD).new


def test_stale_leftovers_go_and_fresh_ones_stay(tmp_path: Path) -> None:
    series = tmp_path / "border-courier" / "internal" / "duress_memo"
    old, fresh = series / ".drafting-old", series / ".drafting-fresh"
    for folder in (old, fresh):
        folder.mkdir(parents=True)
    stamp = old.stat().st_mtime - 200_000
    os.utime(old, (stamp, stamp))
    save(Store(tmp_path))
    assert not old.exists()
    assert fresh.exists()


def test_an_output_that_is_a_file_is_a_clear_error(tmp_path: Path) -> None:
    blocked = tmp_path / "output"
    blocked.write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        save(Store(blocked))


def unreadable(path: Path) -> None:
    path.write_bytes(b"\xff\xfe")


@pytest.mark.parametrize("damage", [Path.unlink, unreadable])
def test_a_version_without_manifest_is_not_listed(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    store = Store(tmp_path)
    version = save(store).version
    damage(version.folder / "manifest.json")
    assert store.versions("border-courier") == []
    assert save(store).version.number == 2


def test_inputs_have_one_digest() -> None:
    inputs = draft().inputs
    assert inputs.digest == replace(inputs).digest
    assert len({replace(inputs, **{name: "x"}).digest for name in inputs.__slots__}) == 5


def test_runs_that_draft_the_same_at_once_make_one_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    placed = store_module.placed

    def after_another(*args: object) -> bool:
        monkeypatch.undo()
        assert save(Store(tmp_path)).new
        return placed(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(store_module, "placed", after_another)
    saved = save(Store(tmp_path))
    assert (saved.new, saved.version.number) == (False, 1)
    assert len(Store(tmp_path).versions("border-courier")) == 1


@pytest.mark.parametrize("moment", ["before", "after"])
def test_runs_that_draft_the_same_at_once_make_one_outward_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """The other run comes when this one has its number, before or after its file is placed."""
    link = os.link
    outward = {"series": "surrender_exhibit", "audience": Audience.OUTWARD}

    def beside_another(waiting: Path, target: Path) -> None:
        monkeypatch.undo()
        if moment == "after":
            link(waiting, target)
        other = save(Store(tmp_path), **outward)
        assert (other.new, other.version.number) == (False, 1)
        assert other.version.document.read_bytes() == DOCX
        if moment == "before":
            link(waiting, target)

    monkeypatch.setattr(os, "link", beside_another)
    assert save(Store(tmp_path), **outward).new
    assert len(Store(tmp_path).versions("border-courier")) == 1
    assert len(list(tmp_path.rglob("*.docx"))) == 1


def test_what_a_stopped_run_left_waiting_is_placed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    outward = {"series": "surrender_exhibit", "audience": Audience.OUTWARD}
    monkeypatch.setattr(os, "link", stop)
    with pytest.raises(KeyboardInterrupt):
        save(Store(tmp_path), **outward)
    monkeypatch.undo()
    again = save(Store(tmp_path), "Two.", **outward)
    assert (again.new, again.version.number) == (True, 2)
    first = Store(tmp_path).version("border-courier", "surrender_exhibit", 1)
    assert first is not None
    assert first.document.read_bytes() == DOCX
    assert not first.edited


def test_an_index_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / ".index.json").mkdir()
    store = Store(tmp_path)
    assert save(store).new
    store.flush()
    assert not save(Store(tmp_path)).new


def test_without_links_a_full_disk_leaves_no_half_outward_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        monkeypatch.setattr(os, "fsync", no_space)
        raise OSError(1, "Operation not permitted")

    def no_space(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "link", no_links)
    with pytest.raises(OutputError, match="No space left on device"):
        save(Store(tmp_path), series="surrender_exhibit", audience=Audience.OUTWARD)
    assert not list(tmp_path.rglob("*.docx"))


@pytest.mark.skipif(os.name == "nt", reason="POSIX modes")
def test_who_may_read_the_output_may_read_a_version(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    store = Store(tmp_path)
    save(store)
    save(store, series="surrender_exhibit", audience=Audience.OUTWARD)
    store.flush()
    modes = {path.stat().st_mode & 0o044 for path in tmp_path.rglob("*")}
    umask = os.umask(0)
    os.umask(umask)
    assert modes == {0o044 & ~umask}
