"""A session over cases: what it writes, what stops it, what it keeps."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from drafter.composition.documents import Composer
from drafter.errors import CaseFileError, GapsError, OutputError, TemplateError
from drafter.pipeline.batch import draft_all
from drafter.pipeline.outcomes import Outcome, Status
from drafter.pipeline.session import Session
from drafter.pipeline.setup import Setup
from drafter.pipeline.shares import Order
from drafter.pipeline.sources import Source
from drafter.pipeline.wanted import ALL, wanted
from tests.pipeline.cases import AS_OF, COURIER, changed, source
from tests.samples import ROOT, SAMPLES

MEMO = "duress_memo"


@pytest.fixture
def plan(tmp_path: Path) -> Setup:
    return Setup(AS_OF, tmp_path / "output")


def other(plan: Setup, **changes: object) -> Setup:
    """The same plan with something else in it."""
    names = ("as_of", "output", "law", "templates", "claims")
    return Setup(**{name: getattr(plan, name) for name in names} | changes)  # type: ignore[arg-type]


def draft(plan: Setup, text: str = COURIER, kind: str = MEMO, **how: bool) -> tuple[Outcome, ...]:
    """Draft in a session of its own."""
    session = Session(plan)
    outcomes = session.draft(source(text), wanted(session.kinds, kind), **how)
    session.close()
    return outcomes


def statuses(*outcomes: Outcome) -> list[tuple[str, int | None]]:
    return [(each.status.value, each.version) for each in outcomes]


@pytest.mark.no_cover
def test_one_session_and_many_give_the_same_files(tmp_path: Path) -> None:
    together = Session(Setup(AS_OF, tmp_path / "one"))
    for sample in SAMPLES:
        read = Source.read(sample)
        together.draft(read, wanted(together.kinds, ALL))
        alone = Session(Setup(AS_OF, tmp_path / "two"))
        alone.draft(read, wanted(alone.kinds, ALL))
    found = sorted(path.relative_to(tmp_path / "one") for path in tmp_path.glob("one/**/*.*"))
    assert len(found) > 8 * len(SAMPLES)
    for path in found:
        if path.is_file():
            assert (tmp_path / "one" / path).read_bytes() == (tmp_path / "two" / path).read_bytes()


def test_what_each_input_does_to_an_unchanged_case(plan: Setup, tmp_path: Path) -> None:
    assert statuses(*draft(plan)) == [("new", 1)]
    assert statuses(*draft(plan)) == [("unchanged", 1)]
    assert statuses(*draft(plan, f"# Words.\n{COURIER}")) == [("same", 1)]
    assert statuses(*draft(plan, changed(("watched: unknown", "watched: no")))) == [("new", 2)]
    assert statuses(*draft(plan)) == [("new", 3)]
    assert statuses(*draft(plan, force=True)) == [("new", 4)]
    assert statuses(*draft(other(plan, claims=False))) == [("new", 5)]
    templates = tmp_path / "own" / "shared"
    templates.mkdir(parents=True)
    (templates / "unused.md.j2").write_text("Nothing uses this.\n", "utf-8")
    without = other(plan, claims=False, templates=tmp_path / "own")
    assert statuses(*draft(without)) == [("same", 5)]


def test_a_draft_holds_through_the_day_that_it_says(plan: Setup) -> None:
    (new,) = draft(plan)
    assert new.draft is not None
    through = new.draft.current_through
    assert through is not None
    assert through > AS_OF
    for day, expected in (
        (through, Status.UNCHANGED),
        (AS_OF - timedelta(days=1), None),
        (through + timedelta(days=1), None),
    ):
        (outcome,) = draft(other(plan, as_of=day), dry_run=True)
        assert (outcome.status is Status.UNCHANGED) == (expected is Status.UNCHANGED)


def test_every_document_is_made_before_the_first_is_written(
    plan: Setup, monkeypatch: pytest.MonkeyPatch
) -> None:
    compose = Composer.compose

    def fails_last(composer: Composer, kind: object, *rest: object, **more: object) -> object:
        if getattr(kind, "id", "") == "surrender_exhibit":
            raise TemplateError("a fault in its template")
        return compose(composer, kind, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Composer, "compose", fails_last)
    with pytest.raises(TemplateError):
        draft(plan, kind=ALL)
    assert not plan.output.exists()


def test_strict_says_where_each_gap_is(plan: Setup) -> None:
    with pytest.raises(GapsError) as caught:
        draft(plan, strict=True)
    line = 1 + COURIER.splitlines().index("  - id: opp-primary")
    found = [each for each in caught.value.problems if "`opp-primary.watched`" in each.message]
    assert [str(each.location) for each in found] == [f"courier.yaml:{line}:5"]
    assert not plan.output.exists()


def test_an_id_that_does_not_stand_by_itself_is_refused(plan: Setup) -> None:
    text = COURIER.replace("id: border-courier", '"id": border-courier', 1)
    hidden = text.replace("docket: 3:26-cr-09142-RQM", "docket: '3:26-cr-09142-RQM\nid: other\n '")
    with pytest.raises(CaseFileError, match="does not stand by itself"):
        draft(plan, hidden)


def test_a_kind_the_case_does_not_ask_for(plan: Setup) -> None:
    text = COURIER.partition("\nexhibit:")[0]
    outcomes = {each.wanted.kind.id: each.status for each in draft(plan, text, ALL)}
    assert outcomes["surrender_exhibit"] is Status.NOT_ASKED
    assert outcomes[MEMO] is Status.NEW
    with pytest.raises(CaseFileError, match="no `exhibit:`"):
        draft(plan, text, "surrender_exhibit")


def test_a_disk_that_refuses_is_an_output_error(plan: Setup) -> None:
    plan.output.parent.mkdir(exist_ok=True)
    plan.output.write_text("in the way", "utf-8")
    with pytest.raises(OutputError, match="cannot be written"):
        draft(plan)


def test_a_batch_passes_over_what_has_not_changed(plan: Setup) -> None:
    counts = []
    for _ in range(2):
        session = Session(plan)
        asked = wanted(session.kinds, "mitigation_outline", optional=True)
        found = list(draft_all(session, SAMPLES, Order(plan, asked)))
        assert [case.path for case in found] == SAMPLES
        assert not any(case.failed for case in found)
        counts.append({each.status for case in found for each in case.outcomes})
    assert counts == [{Status.NEW}, {Status.UNCHANGED}]


def test_a_batch_that_is_given_up_has_kept_what_it_did(plan: Setup) -> None:
    session = Session(plan)
    asked = wanted(session.kinds, "mitigation_outline", optional=True)
    batch = draft_all(session, SAMPLES, Order(plan, asked))
    next(batch)
    batch.close()  # type: ignore[attr-defined]
    again = Session(plan)
    (first, *_) = draft_all(again, SAMPLES, Order(plan, asked))
    assert [each.status for each in first.outcomes] == [Status.UNCHANGED]


@pytest.mark.no_cover
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_memory_does_not_grow_with_the_cases(tmp_path: Path) -> None:
    code = """
import gc, sys
from datetime import date
from pathlib import Path
from drafter.pipeline.session import Session
from drafter.pipeline.setup import Setup
from drafter.pipeline.wanted import wanted
from drafter.pipeline.sources import Source
text = Path(sys.argv[1]).read_text("utf-8")
session = Session(Setup(date(2026, 11, 28), Path(sys.argv[2])))
asked = wanted(session.kinds, "all")
def resident():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
for number in range(36):
    if number == 16:
        warm = resident()
    copy = text.replace("id: border-courier", f"id: case-{number}", 1)
    session.draft(Source(Path("x.yaml"), copy.encode()), asked, dry_run=True)
    gc.collect()  # what is kept counts, and not how long ago the collector came by itself
print(resident() - warm)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, ROOT / "casefiles" / "border-courier.yaml", tmp_path],
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout) < 750, "kilobytes over twenty cases, three documents each"


def test_the_day_is_an_argument() -> None:
    assert Session(Setup(date(2025, 1, 1))).doctrine.day == date(2025, 1, 1)
