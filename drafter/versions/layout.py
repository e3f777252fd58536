"""Where the files of a case lie under the output folder: a contract with other tools."""

from __future__ import annotations

import os
import re
from pathlib import Path

from msgspec import Struct

from drafter.composition.blocks import Audience
from drafter.errors import OutputError

_VERSION = re.compile(r"v(\d{3,})")


def version_name(number: int) -> str:
    """Return ``v001``."""
    return f"v{number:03}"


class Series(Struct, frozen=True):
    """The folders of one series of versions of one case."""

    output: Path
    case_id: str
    name: str

    @property
    def internal(self) -> Path:
        """The folder that holds one folder a version."""
        return self.output / self.case_id / "internal" / self.name

    @property
    def outward(self) -> Path:
        """The folder of what may leave the office; outward files lie there alone."""
        return self.output / self.case_id / "outward"

    def folder(self, number: int) -> Path:
        """The folder of a version."""
        return self.internal / version_name(number)

    def file_name(self, number: int, suffix: str) -> str:
        """Return ``<id>-<series>-v001.docx``."""
        return f"{self.case_id}-{self.name}-{version_name(number)}{suffix}"

    def document(self, number: int, audience: Audience) -> Path:
        """Where the Word file of a version lies; a sealed one stays inside."""
        home = self.outward if audience is Audience.OUTWARD else self.folder(number)
        return home / self.file_name(number, ".docx")

    def numbers(self) -> list[int]:
        """Every number taken, by a version's folder or by an outward file, in order.

        OutputError where these cannot be listed.
        """
        taken = {int(m[1]) for path in _entries(self.internal) if (m := _VERSION.fullmatch(path))}
        pattern = re.compile(rf"{re.escape(f'{self.case_id}-{self.name}')}-v(\d{{3,}})\.docx")
        taken |= {int(m[1]) for path in _entries(self.outward) if (m := pattern.fullmatch(path))}
        return sorted(taken)


def _entries(folder: Path) -> list[str]:
    try:
        return [path.name for path in folder.iterdir()]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise OutputError(f"{folder}: the folder cannot be read ({error.strerror}).") from error


def series_of(output: Path, case_id: str) -> list[Series]:
    """Return every series a case has, by name."""
    names = sorted(_entries(output / case_id / "internal"))
    return [Series(output, case_id, name) for name in names if not name.startswith(".")]


def case_ids(output: Path) -> list[str]:
    """Return the ids of the cases of which something was drafted, in order."""
    return sorted(name for name in _entries(output) if os.path.isdir(output / name / "internal"))
