"""The console examples of a page: run in order, in one folder, and compared with what is printed.

A line `…` in an output stands for any number of lines, and at the end of one for the rest of
it.  `$ echo $?` shows the exit code of the command before it; without that a command must
succeed.  A plain `drafter …` runs in this process, which has loaded the program by then; any
other command, and every one of a page for which that is asked, runs in a shell.  A block of YAML
under `<!-- file: NAME -->` is that file from there on.  What the reader does in Word is done by
`tests.docs.desk`, as a comment of the page says: `<!-- in Word: FILE`, then a change a line, `-->`.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from drafter.cli import main
from drafter.cli.progress import words
from tests.docs import desk

_BLOCK = re.compile(
    r"^(?:<!-- file: (?P<name>\S+) -->\n\n?)?```(?P<kind>console|yaml)\n(?P<text>.*?)^```$"
    r"|^<!-- in Word: (?P<file>\S+)\n(?P<edits>.*?)^-->$",
    re.MULTILINE | re.DOTALL,
)
_COUNTED = re.compile(r"[\d,]+ of [\d,]+ \w+(, [\d,]+ failed)?")
_UNCOUNTED = frozenset(words(0, total, 0) for total in (0, 1))
_PLAIN = re.compile(r"drafter [^|&;<>()$`\\*?\[\]{}~#!\n]+")
"""A command of ours in which nothing is a shell's, but for quotation marks."""
_WIDTH = {"COLUMNS": "100"}
ANYTHING = "…"


@dataclass(frozen=True, slots=True)
class Example:
    """A command, where its output stands in the page, and what it printed."""

    command: str
    start: int
    end: int
    printed: str


def run(page: str, folder: Path, root: Path, *, shell: bool) -> list[Example]:
    """Run the commands of a page in a folder; AssertionError for one that fails unannounced.

    ``shell``: each of them in one, as the reader does.
    """
    for name in ("casefiles", "templates"):
        shutil.copytree(root / name, folder / name)
    done: list[Example] = []
    for block in _BLOCK.finditer(page):
        if block["file"]:
            desk.edit(folder / block["file"], block["edits"].splitlines())
            continue
        if block["kind"] == "yaml":
            if block["name"]:
                (folder / block["name"]).parent.mkdir(parents=True, exist_ok=True)
                (folder / block["name"]).write_text(block["text"], "utf-8")
            continue
        code = 0
        for command, start, end in _commands(block["text"], block.start("text")):
            if command == "echo $?":
                done.append(Example(command, start, end, f"{code}\n"))
                code = 0
                continue
            assert code == 0, f"{done[-1].command}: exit {code}\n{done[-1].printed}"
            plain = not shell and _PLAIN.fullmatch(command)
            code, printed = (_here if plain else _shell)(command, folder)
            lines = (x.rstrip() for x in printed.splitlines() if not is_progress(x))
            done.append(Example(command, start, end, "".join(f"{line}\n" for line in lines)))
        assert code == 0, f"{done[-1].command}: exit {code}\n{done[-1].printed}"
    return done


def is_progress(line: str) -> bool:
    """Whether a line is what a run says of itself once it has lasted: not on a fast machine."""
    return line in _UNCOUNTED or _COUNTED.fullmatch(line) is not None


def differs(example: Example, page: str) -> bool:
    """Whether a command printed something else than the page says."""
    said = page[example.start : example.end].splitlines()
    return not re.fullmatch("".join(map(_pattern, said)), example.printed)


def _pattern(line: str) -> str:
    if line == ANYTHING:
        return "(?:.*\n)*"
    rest = ".*" if line.endswith(ANYTHING) else ""
    return f"{re.escape(line.removesuffix(ANYTHING) if rest else line)}{rest}\n"


def updated(page: str, examples: list[Example]) -> str:
    """Return the page with the outputs as printed; those with `…` stay as they are."""
    for each in reversed(examples):
        if ANYTHING not in page[each.start : each.end]:
            page = page[: each.start] + each.printed + page[each.end :]
    return page


def _commands(text: str, offset: int) -> Iterator[tuple[str, int, int]]:
    """Yield each command of a block, and from where to where its output stands in the page."""
    starts = [match.start() for match in re.finditer(r"^\$ ", text, re.MULTILINE)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        line_end = start
        while True:
            line_end = text.index("\n", line_end) + 1
            if not text[:line_end].endswith("\\\n"):
                break
        yield text[start + 2 : line_end].strip(), offset + line_end, offset + end


def _here(command: str, folder: Path) -> tuple[int, str]:
    program, *arguments = shlex.split(command)
    with chdir(folder):
        runner = CliRunner(env=_WIDTH, catch_exceptions=False)
        done = runner.invoke(main, arguments, prog_name=program)
    return done.exit_code, done.output


def _shell(command: str, folder: Path) -> tuple[int, str]:
    paths = (str(Path(sys.executable).parent), os.environ["PATH"])
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": os.pathsep.join(paths), **_WIDTH},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout
