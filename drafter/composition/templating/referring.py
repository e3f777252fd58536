"""References to other parts of a document: the words of a heading, where it stands or not yet.

A reference holds words only.  The number of the part is Word's to count, so that a part
that moves changes no text (see ``drafter.word.fields``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec.structs import replace

from drafter.composition.blocks import Block, BlockKind, Run, RunKind, Runs
from drafter.composition.templating.rounds import item
from drafter.composition.templating.values import described, refuse
from drafter.errors import Problem, SourceLocation, TemplateError

_HEADING, _REFERENCE = BlockKind.HEADING, RunKind.REFERENCE


def see(section: object, *rounds: object) -> Run:
    """Refer to a heading by its section, and by what the loops around it run over."""
    if not isinstance(section, str) or not section:
        raise refuse(f"`see` names a section, not {described(section)}", 'write see("missing")')
    target = "/".join((section, *(item(each).id for each in rounds)))
    # The heading may still be to come: its words take the place of these in `referred`.
    return Run(target, kind=_REFERENCE, ref=target)


def referred(
    blocks: Iterable[Block], referring: Collection[str], places: Mapping[str, SourceLocation]
) -> tuple[Block, ...]:
    """Put the words of headings into the references of the blocks ``referring``, by their ids.

    A block that refers to a heading is for no wider audience than that, and has its sources.
    Raises TemplateError with the place of a reference to a heading that there is not.
    """
    blocks = tuple(blocks)
    headings = {block.id: block for block in blocks if block.kind is _HEADING}
    for block in blocks:
        for target in _targets(block) if block.id in referring else ():
            if target not in headings:
                hint = "`see` takes the id of a heading: its {#name}, and what the loops run over"
                message = f"refers to `{target}`, and no heading has that id"
                raise TemplateError(Problem(places.get(block.id), message, hint))
    return tuple(_worded(each, headings) if each.id in referring else each for each in blocks)


def _targets(block: Block) -> list[str]:
    parts = (block.runs, *block.cells)
    return [run.ref for runs in parts for run in runs if run.kind is _REFERENCE]


def _worded(block: Block, headings: Mapping[str, Block]) -> Block:
    told = [headings[target] for target in _targets(block)]
    return replace(
        block,
        runs=_with_words(block.runs, headings),
        cells=tuple(_with_words(cell, headings) for cell in block.cells),
        sources=tuple(dict.fromkeys((*block.sources, *(id for t in told for id in t.sources)))),
        audience=max((block.audience, *(each.audience for each in told))),
    )


def _with_words(runs: Runs, headings: Mapping[str, Block]) -> Runs:
    return tuple(
        replace(run, text=headings[run.ref].text) if run.kind is _REFERENCE else run for run in runs
    )
