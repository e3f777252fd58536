"""PDF twins of Word files, by way of LibreOffice where the machine has it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from drafter.errors import OutputError, Problem
from drafter.pipeline.outcomes import Outcome
from drafter.versions.files import write_whole
from drafter.versions.store import Store
from drafter.word.reading.uncommented import uncommented

_PROGRAMS = ("soffice", "libreoffice")
_START, _EACH = 90, 60
"""Seconds that starting it, and each document, may take."""
_FILTER = {
    "UseTaggedPDF": "true",
    "ExportBookmarks": "true",
    "ExportNotes": "false",  # comments are for those who work on the draft in Word
    "DisplayPDFDocumentTitle": "true",
    "ReduceImageResolution": "false",
}
_HINT = "The Word documents are written; try again, or save the PDF from Word."


class Pdfs(Struct, frozen=True):
    """What became of the PDF of each document."""

    written: Mapping[Path, Path]
    """By the Word file; those that were there already too."""
    edited: tuple[Path, ...] = ()
    """Word files that were edited since: a PDF beside them would be of another text."""
    unavailable: bool = False
    """Whether LibreOffice is not on this machine, so that nothing was converted."""


def write_pdfs(store: Store, outcomes: Sequence[Outcome]) -> Pdfs:
    """Put a PDF beside each Word file that has none; one that is there is never written over.

    Tagged, with its title shown and its language set.  OutputError when LibreOffice fails,
    is far too slow, or the disk refuses.
    """
    documents = {
        document: document.with_suffix(".pdf")
        for each in outcomes
        if (document := each.document) is not None and each.version is not None
    }
    there = {word: pdf for word, pdf in documents.items() if os.path.isfile(pdf)}
    edited = tuple(
        document
        for each in outcomes
        if (document := each.document) in documents and document not in there
        if _is_edited(store, each)
    )
    wanted = [word for word in documents if word not in there and word not in edited]
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if not wanted or program is None:
        return Pdfs(there, edited, unavailable=bool(wanted))
    for word, content in _converted(program, wanted).items():
        write_whole(documents[word], content)
        there[word] = documents[word]
    return Pdfs(there, edited)


def _is_edited(store: Store, outcome: Outcome) -> bool:
    series = outcome.wanted.edition.series
    version = store.version(outcome.case_id, series, outcome.version or 0)
    return version is None or version.edited


def _converted(program: str, documents: Sequence[Path]) -> dict[Path, bytes]:
    """The PDF of each document; one process for all of them, in a folder and a profile of its own.

    The folder and the profile are temporary, so that no run meets what another has open.
    """
    with TemporaryDirectory(prefix="drafter-pdf-") as name:
        folder = Path(name)
        # Numbered, since two documents may have one name in two cases' folders.
        copies = {word: folder / f"{at}.docx" for at, word in enumerate(documents)}
        for word, copy in copies.items():
            # No PDF shows comments, and LibreOffice mistakes notes that stand beside them.
            copy.write_bytes(uncommented(word.read_bytes()))
        _run(_command(program, folder, list(copies.values())), _START + _EACH * len(documents))
        made = {word: copy.with_suffix(".pdf") for word, copy in copies.items()}
        if lacking := [word for word, pdf in made.items() if not pdf.is_file()]:
            names = ", ".join(map(str, lacking))
            raise OutputError(Problem(None, f"LibreOffice made no PDF of {names}.", _HINT))
        return {word: pdf.read_bytes() for word, pdf in made.items()}


def _command(program: str, folder: Path, copies: Sequence[Path]) -> list[str]:
    settings = {name: {"type": "boolean", "value": value} for name, value in _FILTER.items()}
    return [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--convert-to"),
        f"pdf:writer_pdf_Export:{json.dumps(settings, separators=(',', ':'))}",
        *("--outdir", str(folder)),
        *map(str, copies),
    ]


def _run(command: Sequence[str], seconds: int) -> None:
    """Run LibreOffice; OutputError when it fails or does not end; nothing of it runs on then."""
    silent = subprocess.DEVNULL
    try:
        with subprocess.Popen(
            command, stdin=silent, stdout=silent, stderr=silent, start_new_session=True
        ) as process:
            try:
                code = process.wait(timeout=seconds)
            except BaseException:
                _stop(process)
                raise
    except subprocess.TimeoutExpired as error:
        message = f"LibreOffice did not end within {seconds:,} seconds."
        raise OutputError(Problem(None, message, _HINT)) from error
    except OSError as error:
        message = f"LibreOffice cannot be started ({error.strerror})."
        raise OutputError(Problem(None, message, _HINT)) from error
    if code:
        raise OutputError(Problem(None, f"LibreOffice failed (exit code {code}).", _HINT))


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started: `soffice` is a script that starts another."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
