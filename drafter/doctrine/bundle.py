"""The library as one JSON file, so that a draft need not read several hundred YAML files.

In a checkout ``library.json`` lies beside the YAML files, ignored by git, and is
built again when any of them changes.  In a wheel it was built once and is trusted.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path

from msgspec import Struct

from drafter.doctrine import sources
from drafter.doctrine.sources import Records

LAW = Path(__file__).parent.parent / "law"
"""Where the library lies, in a checkout and in a wheel."""

FORMAT = 1
SHIPPED = "wheel"
"""Stands in place of the fingerprint in a bundle that a wheel carries."""


class Bundle(Struct, frozen=True):
    """Every record as it stands in its file, and a digest of them all."""

    records: Records
    digest: str


def load(law: Path = LAW) -> Bundle:
    """The library in a folder, from its JSON if that is current; LawDataError if it is unsound."""
    stored = _stored(law / "library.json")
    if stored is not None and stored.get("built_from") == SHIPPED:
        return _bundle(stored)
    now = sources.fingerprint(law)
    if stored is not None and stored.get("built_from") == now:
        return _bundle(stored)
    text = build(law, now)
    _write(law / "library.json", text)
    return _bundle(json.loads(text))


def build(law: Path, built_from: str = SHIPPED) -> str:
    """Read and check the YAML files of a folder; the text of its ``library.json``."""
    records = sources.checked(sources.read(law))
    digest = digest_of(records)
    content = {
        "format": FORMAT,
        "built_from": built_from,
        "digest": digest,
        "records": records,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def digest_of(records: Records) -> str:
    """SHA-256 over the records, whatever the order and layout of their files."""
    text = json.dumps(records, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _bundle(stored: dict[str, object]) -> Bundle:
    records, digest = stored["records"], stored["digest"]
    assert isinstance(records, dict)
    assert isinstance(digest, str)
    return Bundle(records, digest)


def _stored(path: Path) -> dict[str, object] | None:
    try:
        stored = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return stored if isinstance(stored, dict) and stored.get("format") == FORMAT else None


def _write(path: Path, text: str) -> None:
    """Replace the file whole; a folder that may not be written is no fault."""
    import tempfile  # costs 8 ms, and most runs find the file as it should be

    with contextlib.suppress(OSError):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".library-", suffix=".json")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
