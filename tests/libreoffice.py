"""LibreOffice as a second opinion on Word files: opened, changed by its own hand, saved again.

One start of the program takes any number of files: most of the time goes into starting.  Each
start has a profile of its own, so that tests in several processes do not meet.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

import pytest

from drafter.word.markup import W
from drafter.word.reading.opened import Opened

PROGRAM = "soffice"
with_libreoffice = pytest.mark.skipif(
    shutil.which(PROGRAM) is None, reason="LibreOffice is not installed"
)
_CHANGES, _DRAWN = (f"{{{W}}}ins", f"{{{W}}}del"), f".//{{{W}}}drawing"
_SECONDS = 120
"""For a start; and a tenth of it for each file that it writes."""
_BASIC = """\
Sub Run(list As String)
  On Error Goto Finish
  EnableReschedule(False)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim words(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  words(0).Name = "FilterName"
  words(0).Value = "MS Word 2007 XML"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  Dim act As String, what As String
  number = FreeFile
  Open list For Input As #number
  Do While Not Eof(number)
    Line Input #number, act
    Line Input #number, what
    Select Case act
    Case "open"
      paper = StarDesktop.loadComponentFromURL(what, "_blank", 0, hidden())
    Case "do"
      frame = paper.CurrentController.Frame
      dispatcher.executeDispatch(frame, ".uno:" & what, "", 0, Array())
    Case "store"
      paper.storeToURL(what, words())
    Case "close"
      paper.close(True)
    End Select
  Loop
Finish:
  Close #number
  StarDesktop.terminate()
End Sub
"""
"""Nothing else has its turn meanwhile.  Where the program has no windows it could not make that of
a comment, and would end.
"""
_LIBRARIES = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library"
  xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/"
  xlink:type="simple" library:link="false"/>
</library:libraries>
"""
_LIBRARY = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
  library:readonly="false" library:passwordprotected="false">
<library:element library:name="Oracle"/>
</library:library>
"""
_MODULE = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Oracle"
  script:language="StarBasic">{}</script:module>
"""
_SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/Office">
<prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""
"""Keeps a new profile from being filled, and the macro in it from being written over."""


def resaved(files: Sequence[bytes]) -> list[bytes]:
    """Return Word files as LibreOffice writes them after it opened them."""
    return [found for (found,) in _through(files, "")]


def both(files: Sequence[bytes]) -> list[tuple[bytes, bytes]]:
    """Return Word files of which it accepted every tracked change, and rejected every one."""
    commands = ("AcceptAllTrackedChanges", "RejectAllTrackedChanges")
    return [(one, other) for one, other in _through(files, *commands)]


def started(folder: Path, *arguments: str | Path, timeout: float) -> None:
    """Run LibreOffice without a window, its profile in ``folder``; an error when it fails."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [PROGRAM, profile, "--headless", "--norestore", "--nologo", *arguments]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    ) as program:
        try:
            said, _ = program.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            os.killpg(program.pid, signal.SIGKILL)  # `soffice` is a script that starts another
            raise
    if program.returncode:
        raise subprocess.CalledProcessError(program.returncode, command, said)


def converted(papers: Iterable[Path], folder: Path, to: str = "pdf") -> None:
    """Convert Word files, all at once; each result stands in ``folder`` under the same name."""
    started(folder, "--convert-to", to, "--outdir", folder, *papers, timeout=600)


def _through(files: Sequence[bytes], *commands: str) -> list[list[bytes]]:
    """Return each file after each of the commands, none of which sees what another did."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        _write_macro(folder / "profile" / "user")
        acts: list[str] = []
        for place, data in enumerate(files):
            source = folder / f"{place}.docx"
            source.write_bytes(data)
            acts += _acts(source, commands, once=len(commands) > 1 and _undoes(data))
        (folder / "acts").write_text("\n".join(acts), "ascii")
        started(
            folder,
            f'macro:///Standard.Oracle.Run("{folder / "acts"}")',
            timeout=_SECONDS * (1 + len(files) * len(commands) / 10),
        )
        return [
            [_written(folder / f"{place}.docx.{at}") for at in range(len(commands))]
            for place in range(len(files))
        ]


def _acts(source: Path, commands: Sequence[str], *, once: bool) -> Iterator[str]:
    """What the macro is told: an act and what it is done with, in turn; ``once``: open it once."""
    for place, command in enumerate(commands):
        if place and once:
            yield from ("do", "Undo")
        else:
            yield from ("open", source.as_uri())
        if command:
            yield from ("do", command)
        yield from ("store", f"{source.as_uri()}.{place}")
        if not once or place == len(commands) - 1:
            yield from ("close", "")


def _undoes(data: bytes) -> bool:
    """Whether LibreOffice can take back what it did: it loses a drawing that goes or comes."""
    document = Opened(data).document()
    return not any(change.find(_DRAWN) is not None for change in document.iter(*_CHANGES))


def _written(target: Path) -> bytes:
    assert target.exists(), f"LibreOffice ended before it wrote {target.name}"
    return target.read_bytes()


def _write_macro(folder: Path) -> None:
    library = folder / "basic" / "Standard"
    library.mkdir(parents=True)
    (folder / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
    (folder / "basic" / "script.xlc").write_text(_LIBRARIES, "utf-8")
    (library / "script.xlb").write_text(_LIBRARY, "utf-8")
    (library / "Oracle.xba").write_text(_MODULE.format(escape(_BASIC)), "utf-8")
