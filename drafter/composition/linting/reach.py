"""What no document is made from: files, macros and imports that nothing uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import nodes

from drafter.casefile.suggest import did_you_mean
from drafter.composition.kinds import FILE
from drafter.composition.linting.files import TemplateFile
from drafter.composition.linting.findings import Findings
from drafter.composition.templating.folders import OFFICE
from drafter.errors import Problem, SourceLocation

_MISNAMED = (".j2", ".jinja", ".yml", ".yaml", ".docx", ".doc", ".dotx")
"""How the names of files end that were meant to be read."""


def unread(folder: Path, files: Mapping[str, TemplateFile], found: Findings) -> Iterator[Problem]:
    """The files of a folder that no kind of document takes in."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        hidden = any(part[0] in "~." for part in name.split("/"))
        if hidden or not path.is_file() or not name.endswith(_MISNAMED) or _is_read(name, found):
            continue
        known = [*sorted(found.reached), OFFICE]
        hint = did_you_mean(name, known)
        if name in files:
            hint = f"it takes the place of nothing, and nothing includes it. {hint}"
        yield Problem(SourceLocation(str(path), 1, 1), "no document is made from this file", hint)


def _is_read(name: str, found: Findings) -> bool:
    is_kind = name.count("/") == 1 and name.endswith(f"/{FILE}")
    return name in found.reached or name == OFFICE or is_kind


def unused(
    files: Mapping[str, TemplateFile], found: Findings, ours: Mapping[str, TemplateFile]
) -> Iterator[tuple[TemplateFile, nodes.Node, str]]:
    """Macros that nothing calls and imports that nothing names, with what to say of each.

    ``ours``: files whose place some of these take. What was copied from them may stay.
    """
    for name in sorted(found.reached):
        file = files[name]
        same = ours.get(name)
        for macro, node in file.macros.items():
            copied = same is not None and macro in same.macros
            if (name, macro) not in found.used and not copied:
                yield file, node, f"nothing calls the macro `{macro}`"
        known = _named(file, files) | (_imported(same).keys() if same is not None else set())
        for alias, each in _imported(file).items():
            if alias not in known:
                yield file, each, f"`{alias}` is imported, and nothing here uses it"


def _imported(file: TemplateFile) -> dict[str, nodes.Node]:
    found: dict[str, nodes.Node] = {}
    if file.tree is None:
        return found
    for node in file.tree.find_all(nodes.Import):
        found[node.target] = node
    for each in file.tree.find_all(nodes.FromImport):
        found |= dict.fromkeys(
            (name[-1] if isinstance(name, tuple) else name for name in each.names), each
        )
    return found


def _named(file: TemplateFile, files: Mapping[str, TemplateFile]) -> set[str]:
    """The names that a file reads, and what it includes: those see its imports too."""
    if file.tree is None:
        return set()
    names = {each.name for each in file.tree.find_all(nodes.Name) if each.ctx == "load"}
    folder = file.name.rpartition("/")[0]
    for each in file.tree.find_all(nodes.Include):
        written = str(getattr(each.template, "value", ""))
        name = f"{folder}/{written[2:]}" if written.startswith("./") else written
        if name in files and name != file.name:
            names |= _named(files[name], files)
    return names
