"""``drafter textconv``: a Word file as text, for git."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from drafter.cli.once import Command
from drafter.cli.printable import printable


@click.command("textconv", cls=Command)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, readable=False))
def command(file: Path) -> None:
    """Print a Word file as text that git can compare, line by line.

    git calls it with the path of a file, for `git diff` and `git log -p`. A file that is no
    Word document is told in one line with its digest, and git goes on. It has no options.

    \b
    Example:
      drafter textconv output/border-courier/outward/border-courier-surrender_exhibit-v001.docx
    """
    click.echo(printable("\n".join(_lines(file))))


def _lines(file: Path) -> Iterator[str]:
    from drafter.errors import CaseFileError
    from drafter.pipeline.documents import contents
    from drafter.word.reading.plain import plain_lines

    data = contents(file)
    try:
        yield from list(plain_lines(data))
    except CaseFileError as error:
        from hashlib import sha256

        # git stops at the first file that fails; the digest tells two damaged files apart.
        message = " ".join(problem.message for problem in error.problems)
        yield f"[{message} {len(data):,} bytes, SHA-256 {sha256(data).hexdigest()}]"
