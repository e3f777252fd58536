"""LibreOffice as a second opinion on Word files: opened, changed by its own hand, saved again.

One start of the program takes any number of files: most of the time goes into starting.  Each
start has a profile of its own, so that tests in several processes do not meet.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

import pytest

PROGRAM = "soffice"
with_libreoffice = pytest.mark.skipif(
    shutil.which(PROGRAM) is None, reason="LibreOffice is not installed"
)
_SECONDS = 120
"""For a start; and a tenth of it for each file."""
_BASIC = """\
Sub Run(list As String, command As String)
  On Error Goto Finish
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim words(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  words(0).Name = "FilterName"
  words(0).Value = "MS Word 2007 XML"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  Dim source As String, target As String
  number = FreeFile
  Open list For Input As #number
  Do While Not Eof(number)
    Line Input #number, source
    Line Input #number, target
    paper = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
    If command <> "" Then
      frame = paper.CurrentController.Frame
      dispatcher.executeDispatch(frame, ".uno:" & command, "", 0, Array())
    End If
    paper.storeToURL(target, words())
    paper.close(True)
  Loop
Finish:
  Close #number
  StarDesktop.terminate()
End Sub
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
    return _through(files, "")


def accepted(files: Sequence[bytes]) -> list[bytes]:
    """Return Word files of which LibreOffice accepted every tracked change."""
    return _through(files, "AcceptAllTrackedChanges")


def rejected(files: Sequence[bytes]) -> list[bytes]:
    """Return Word files of which LibreOffice rejected every tracked change."""
    return _through(files, "RejectAllTrackedChanges")


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


def _through(files: Sequence[bytes], command: str) -> list[bytes]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        _write_macro(folder / "profile" / "user")
        lines: list[str] = []
        targets = [folder / f"{place}-after.docx" for place in range(len(files))]
        for place, (data, target) in enumerate(zip(files, targets, strict=True)):
            source = folder / f"{place}.docx"
            source.write_bytes(data)
            lines += (source.as_uri(), target.as_uri())
        (folder / "list").write_text("\n".join(lines), "ascii")
        macro = f'macro:///Standard.Oracle.Run("{folder / "list"}","{command}")'
        started(folder, macro, timeout=_SECONDS * (1 + len(files) / 10))
        written = [target.read_bytes() for target in targets if target.exists()]
    assert len(written) == len(files), f"LibreOffice could not read file {len(written)}"
    return written


def _write_macro(folder: Path) -> None:
    library = folder / "basic" / "Standard"
    library.mkdir(parents=True)
    (folder / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
    (folder / "basic" / "script.xlc").write_text(_LIBRARIES, "utf-8")
    (library / "script.xlb").write_text(_LIBRARY, "utf-8")
    (library / "Oracle.xba").write_text(_MODULE.format(escape(_BASIC)), "utf-8")
