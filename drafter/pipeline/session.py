"""A run over any number of cases: law, templates and style file loaded once, for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from drafter import __version__, yamlfile
from drafter.composition.kinds import Kind, read_kinds
from drafter.composition.templating.folders import digest, template_folders
from drafter.doctrine import Library, kinds
from drafter.errors import CaseFileError, GapsError
from drafter.pipeline.outcomes import Outcome, Status
from drafter.pipeline.setup import Setup
from drafter.pipeline.sources import Source
from drafter.pipeline.supplement import with_supplement
from drafter.pipeline.wanted import Wanted
from drafter.versions.draft import Draft, Inputs
from drafter.versions.store import Store

# What only a case that is drafted needs is imported when the first one is: a case that
# has not changed is never parsed, and then neither pydantic nor Jinja is loaded.
if TYPE_CHECKING:
    from drafter.analysis.result import Analysis
    from drafter.casefile.vocabulary import Vocabulary
    from drafter.facts.record import Record
    from drafter.pipeline.desk import Desk, Made


class Session:
    """Drafts cases; holds nothing of a case once it is done with it."""

    def __init__(self, setup: Setup) -> None:
        """Load the law, the office's overlay laid over it; LawDataError when it is unsound."""
        self.setup = setup
        self.library = Library.load(setup.law)
        self.doctrine = self.library.in_force(setup.as_of)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What a case file may name."""
        from drafter.pipeline.words import vocabulary

        return vocabulary(self.library)

    @cached_property
    def kinds(self) -> Mapping[str, Kind]:
        """The kinds of documents by id; TemplateError when one is unsound."""
        return read_kinds(self.folders)

    @cached_property
    def store(self) -> Store:
        """The versions under the output folder."""
        return Store(self.setup.output)

    def record(self, source: Source) -> Record:
        """Read a case and place it in time; CaseFileError with every problem of it."""
        from drafter.casefile.reader import case_from
        from drafter.facts.record import record_of

        file = yamlfile.parse(source.content, str(source.path))
        case_file = case_from(file, self.vocabulary)
        if case_file.case.id != source.id:
            hint = "Write `id: name` on a line of its own."
            raise CaseFileError(file.problem(("id",), "The id does not stand by itself.", hint))
        return record_of(case_file, self.library.only(kinds.DISTRICTS))

    def analyze(self, source: Source) -> Analysis:
        """Read a case and tie its facts to the law; CaseFileError with every problem of it."""
        record = self.record(source)
        from drafter.analysis.analyze import analyze

        return analyze(record, self.doctrine)

    def unchanged(self, source: Source, wanted: Sequence[Wanted]) -> tuple[Outcome, ...]:
        """The documents of which nothing they depend on has changed; the case is not parsed."""
        inputs, as_of = self.inputs(source).digest, self.setup.as_of
        found = []
        for each in wanted:
            entry = self.store.current(inputs, each.edition.series, as_of)
            if entry is not None:
                document = self.store.output / entry.document
                what = (each, Status.UNCHANGED, entry.case_id, entry.number, document)
                found.append(Outcome(*what))
        return tuple(found)

    def draft(
        self,
        source: Source,
        wanted: Sequence[Wanted],
        *,
        strict: bool = False,
        force: bool = False,
        dry_run: bool = False,
    ) -> tuple[Outcome, ...]:
        """Draft the documents of one case, in the order in which they are wanted.

        Every one is made before the first is written, so that after a CaseFileError, a
        TemplateError, a LawDataError or, where facts are missing and ``strict`` was asked
        for, a GapsError nothing is.  What a gate refuses is an outcome, and the others are
        written.  OutputError: the disk refuses.  ``force`` writes a version also where one
        says the same; ``dry_run`` writes nothing.  ``close`` when done.
        """
        unchanged = () if force else self.unchanged(source, wanted)
        if len(unchanged) == len(wanted) and not strict:
            return unchanged
        analysis = self.analyze(source)
        known = {each.wanted: each for each in unchanged}
        matter = self._desk.matter(analysis, self.inputs(source))
        made = [known.get(each) or self._desk.make(each, matter) for each in wanted]
        if strict:
            self._require_whole(analysis.record, made)
        stored = (self._desk.store(each, force=force, dry_run=dry_run) for each in made)
        return tuple(with_supplement(each, analysis) for each in stored)

    def _require_whole(self, record: Record, made: Sequence[Made | Outcome]) -> None:
        from drafter.pipeline.gaps import gap_problems

        documents = []
        for each in made:
            draft = self.drafted(each) if isinstance(each, Outcome) else each.draft
            if draft is not None:
                documents.append((each.wanted.edition.title, draft.document))
        if gaps := list(gap_problems(record, documents)):
            raise GapsError(gaps)

    def compose(self, source: Source, wanted: Wanted) -> Made | Outcome:
        """Make one document of a case and store nothing; errors are those of ``draft``."""
        return self._desk.make(wanted, self._desk.matter(self.analyze(source), self.inputs(source)))

    def drafted(self, outcome: Outcome) -> Draft | None:
        """The draft of a document, from the store where it was not composed; None: no draft."""
        if outcome.draft is not None or outcome.version is None:
            return outcome.draft
        series = outcome.wanted.edition.series
        stored = self.store.version(outcome.case_id, series, outcome.version)
        return stored.draft() if stored else None

    def close(self) -> None:
        """Keep what is known of unchanged cases for the next run."""
        self.store.flush()

    @cached_property
    def folders(self) -> tuple[Path, ...]:
        """Where templates are looked up, the office's own folder first."""
        return template_folders(self.setup.templates)

    @cached_property
    def _desk(self) -> Desk:
        from drafter.pipeline.desk import Desk

        return Desk(self.folders, self.store, self.setup)

    @cached_property
    def basis(self) -> Inputs:
        """What a draft of any case would depend on now, beside the case and the day."""
        law, templates = self.library.digest, digest(self.folders)
        return Inputs("", law, templates, __version__, self.setup.options)

    def inputs(self, source: Source) -> Inputs:
        """What a draft of that case would depend on now, beside the day."""
        return structs.replace(self.basis, case=source.digest)
