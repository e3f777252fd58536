"""The templates that the product comes with: sound, and read with open eyes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.composition.templating.folders import template_folders
from tests.composition.linting.folders import problems

TAG = re.compile(r"\{[{%].*?[%}]\}")
FIELD = re.compile(r"(?<=[\w)\]])\.([a-z_]{3,})\b(?!\.md|\()")
UNKNOWN = "qux"


@pytest.mark.parametrize("which", [0.5, -1])
def test_a_misspelt_field_is_told_in_each_file(tmp_path: Path, root: Path, which: float) -> None:
    """One field in every file at once, in the middle of the file or its last.

    Not the first: what a macro is given often hangs on it, and of that nothing is then known.
    """
    expected: set[str] = set()
    for path in sorted((root / "templates").rglob("*.md.j2")):
        text = path.read_text(encoding="utf-8")
        fields = [
            tag.start() + found.start(1)
            for tag in TAG.finditer(text)
            if "import" not in tag[0] and "include" not in tag[0]
            for found in FIELD.finditer(re.sub(r"\"[^\"]*\"", lambda s: "x" * len(s[0]), tag[0]))
        ]
        if not fields:
            continue
        at = fields[int(which * len(fields)) if which >= 0 else which]
        place = tmp_path / path.relative_to(root / "templates")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text[:at] + UNKNOWN + text[at:], encoding="utf-8")
        expected.add(f"{place}:{text.count(chr(10), 0, at) + 1}")
    assert len(expected) > 35
    told = {
        f"{each.location.path}:{each.location.line}"
        for each in problems(*template_folders(tmp_path))
        if each.location and f"has no field `{UNKNOWN}" in each.message
    }
    assert expected - told == set()
