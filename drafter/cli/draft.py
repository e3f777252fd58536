"""``drafter draft``: documents from case files."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

import click

from drafter.cli.formats import format_option
from drafter.cli.once import Command
from drafter.cli.options import Run, common_options, dry_run_option, force_option
from drafter.cli.outcomes import outcome_line, outcome_value, warnings
from drafter.cli.problems import report
from drafter.composition.markdown import markdown
from drafter.errors import GateError, OutputError, Problem

if TYPE_CHECKING:
    from drafter.pipeline.outcomes import Outcome
    from drafter.pipeline.session import Session

_NO_LIBREOFFICE = (
    "LibreOffice (soffice) is not on this machine: no PDF was written; the Word documents were."
)


@click.command("draft", cls=Command)
@click.argument("cases", nargs=-1, required=True, metavar="CASE...")
@click.option(
    "--kind",
    default="duress_memo",
    show_default=True,
    metavar="KIND|all",
    help="duress_memo, mitigation_outline, surrender_exhibit, client_letter, or the office's own.",
)
@click.option(
    "--edition",
    default="",
    metavar="EDITION",
    help="An edition of that kind: of the outline working, filing, or sealed, the supplement to "
    "the filing under seal. By default its first.",
)
@click.option(
    "--strict",
    is_flag=True,
    default=False,
    help="Draft nothing while a fact is missing; list the gaps.",
)
@format_option(
    "docx",
    "md",
    "json",
    help="What to print: where the documents are, their text, or all of it as JSON.",
)
@dry_run_option
@force_option
@click.option(
    "--pdf",
    is_flag=True,
    default=False,
    help="Write a tagged PDF beside each document, where LibreOffice is on the machine.",
)
@common_options
def command(
    run: Run,
    cases: tuple[str, ...],
    kind: str,
    edition: str,
    strict: bool,
    shape: str,
    dry_run: bool,
    force: bool,
    pdf: bool,
) -> None:  # fmt: skip
    """Draft documents from case files, each under a new version number.

    A document that would say what its newest version says makes no new one. While one case
    is unsound, nothing is written for any. With --kind all, a case that asks for no exhibit
    gets none, and the letter to the client is drafted only by its name.

    What a filing leaves out and the court may see under seal, --edition sealed drafts. A PDF
    is of the document as it was drafted: there is none of one that was edited since, and none
    is written over.

    \b
    Example:
      drafter draft casefiles/border-courier.yaml --kind all
    """
    from drafter.pipeline.checking import sound_cases
    from drafter.pipeline.wanted import wanted

    with closing(run.session()) as session:
        asked = wanted(session.kinds, kind, edition)
        sources = sound_cases(session, cases, asked, strict=strict)
        shown = _Shown(run, session, shape, dry_run)
        run.begin(len(sources))
        for source in sources:
            for each in session.draft(source, asked, strict=strict, force=force, dry_run=dry_run):
                shown.add(each)
            run.progress.done += 1
        if pdf and not dry_run:
            shown.write_pdfs()
    shown.finish()


class _Shown:
    """What is printed of the documents, as each comes and at the end."""

    def __init__(self, run: Run, session: Session, shape: str, dry_run: bool) -> None:
        self._run, self._session = run, session
        self._shape, self._dry_run = shape, dry_run
        self._values: list[dict[str, object]] = []
        self._outcomes: list[Outcome] = []
        self._refused: list[Problem] = []
        self._code = 0

    def add(self, outcome: Outcome) -> None:
        """Say what became of a document, and print it if that was asked for."""
        self._outcomes.append(outcome)
        self._refused += outcome.problems
        line = outcome_line(outcome, dry_run=self._dry_run)
        self._run.say(line, err=self._shape != "docx")
        for warning in warnings(outcome):
            self._run.say(warning, err=True)
        if self._shape == "docx":
            return
        draft = self._session.drafted(outcome)
        if self._shape == "json":
            self._values.append(outcome_value(outcome, draft))
        elif draft is not None:
            self._run.show(markdown(draft.document), exact=True)

    def write_pdfs(self) -> None:
        """Write a PDF beside each document, and say of which there is none."""
        from drafter.pipeline.pdf import write_pdfs

        try:
            pdfs = write_pdfs(self._session.store, self._outcomes)
        except OutputError as error:
            report(error.problems)
            self._code = error.exit_code
            return
        if pdfs.unavailable:
            self._run.show(_NO_LIBREOFFICE, err=True)
        for word in pdfs.edited:
            self._run.show(f"{word} was edited since it was drafted: no PDF of it.", err=True)
        for at, outcome in enumerate(self._outcomes):
            path = pdfs.written.get(outcome.document) if outcome.document else None
            if self._shape == "json":
                self._values[at]["pdf"] = path and str(path)
            if path is not None:
                name = f"{outcome.case_id}, {outcome.wanted.edition.title}"
                self._run.say(f"{name}: PDF: {path}", err=self._shape != "docx")

    def finish(self) -> None:
        """Print the JSON; exit with the code of a gate if one refused a document."""
        if self._shape == "json":
            as_of = self._run.setup.as_of.isoformat()
            value = {"format": 1, "as_of": as_of, "documents": self._values}
            self._run.show(json.dumps(value, ensure_ascii=False))
        if self._refused:
            report(self._refused)
            self._code = GateError.exit_code
        if self._code:
            click.get_current_context().exit(self._code)
