"""The way in: the templates of one place, rendered to blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from drafter.composition.blocks import Block
from drafter.composition.templating.ahead import Store
from drafter.composition.templating.environment import TemplateEnvironment
from drafter.composition.templating.faults import placed
from drafter.composition.templating.folders import built_in
from drafter.composition.templating.sight import Sight
from drafter.composition.templating.values import Functions
from drafter.composition.templating.walk import Walk
from drafter.errors import DrafterError


class TemplateSet:
    """Templates of one folder, overlaid file by file by the folders before it.

    Nothing is read or compiled until it is asked for, and then once.  Safe to
    share between threads: what belongs to one rendering is kept nowhere else.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._environment = TemplateEnvironment(folders, Store(built_in()))

    def compile(self, name: str) -> None:
        """Check and compile one template; TemplateError says where it is wrong.

        What it includes is checked when it is rendered.
        """
        self._environment.load(name)

    def rendering(self, context: Mapping[str, object], *, functions: Functions) -> Rendering:
        """The templates as they see one case.

        ``context`` holds records of this package, text, numbers, dates and lists of them.
        """
        return Rendering(self._environment, context, functions)


class Rendering:
    """Templates that see one case; what nothing changes for is made once."""

    def __init__(
        self, environment: TemplateEnvironment, context: Mapping[str, object], functions: Functions
    ) -> None:
        self._environment = environment
        sight = Sight(functions.audience_of)
        self._visible = environment.visible(context, functions, sight)

    def blocks(self, name: str) -> tuple[Block, ...]:
        """Compose the blocks of template ``name`` (``duress_memo/body.md.j2``).

        Raises TemplateError with the place in the template; any other DrafterError of a
        function passes as it is.
        """
        try:
            return Walk().blocks(self._environment.pieces(name, self._visible))
        except DrafterError as error:
            raise placed(error, self._environment) from error
        except Exception as error:
            raise placed(error, self._environment) from error


def build(templates: Path, folder: Path) -> Sequence[Path]:
    """Compile every template of a folder for the Python that runs; the files, for the wheel.

    TemplateError for the first template that is wrong.
    """
    environment = TemplateEnvironment([templates], Store(templates, folder))
    for path in sorted(templates.rglob("*.md.j2")):
        environment.load(path.relative_to(templates).as_posix())
    return sorted(path for path in folder.rglob("*") if path.is_file())
