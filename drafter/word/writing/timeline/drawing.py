"""A laid out timeline as native DrawingML: one inline group of shapes, written as a string.

Strokes of one pen that do not fill are one shape with many lines; each box of words is a
shape of its own, so that the words can be read, searched and styled as any others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from drafter.word.markup import escaped
from drafter.word.writing.timeline.letters import POINT
from drafter.word.writing.timeline.shapes import Box, Pen, Place, Sheet, Stroke

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_WORD = "http://schemas.microsoft.com/office/word/2010"
_GROUP = f"{_WORD}/wordprocessingGroup"
_NAMESPACES = (
    f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main"'
    f' xmlns:wpg="{_GROUP}" xmlns:wps="{_WORD}/wordprocessingShape"'
)

_BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
_WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
_HATCH = (
    '<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="000000"/></a:fgClr>'
    '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
)
_NO_FILL = "<a:noFill/>"


def _line(points: float, dash: str = "solid") -> str:
    dashes = "" if dash == "solid" else f'<a:prstDash val="{dash}"/>'
    return f'<a:ln w="{int(points * POINT)}">{_BLACK}{dashes}</a:ln>'


_LOOKS: dict[Pen, tuple[str, str]] = {
    Pen.LEADER: (_NO_FILL, _line(0.25)),
    Pen.HATCHED: (_HATCH, _line(0.75)),
    Pen.HOLLOW: (_WHITE, _line(0.75, "sysDash")),
    Pen.FRAME: (_NO_FILL, _line(0.75, "sysDot")),
    Pen.AXIS: (_NO_FILL, _line(1.25)),
    Pen.SCALE: (_NO_FILL, _line(0.5)),
    Pen.LONGEST: (_NO_FILL, _line(0.75, "sysDash")),
    Pen.SHORTEST: (_NO_FILL, _line(2)),
    Pen.BREAK: (_NO_FILL, _line(1)),
    Pen.TICK: (_NO_FILL, _line(2.25)),
}
"""The fill and the line of each pen, those below first."""
_CLOSED = frozenset({Pen.HATCHED, Pen.HOLLOW, Pen.FRAME})

Written = Callable[[int, int | None], str]
"""The runs of a cell as XML, all or the first so many."""


def drawing_xml(sheet: Sheet, number: int, told: str, label_style: str, written: Written) -> str:
    """The run that holds a drawing.

    ``number`` tells it from the other drawings of the document, ``told`` is its alternative
    text, ``label_style`` the id of the paragraph style of its words.
    """
    size = f'cx="{sheet.width}" cy="{sheet.height}"'
    shapes = "".join(_shapes(sheet.strokes))
    boxes = "".join(_box(each, label_style, written) for each in sheet.boxes)
    return (
        f'<w:r><w:drawing><wp:inline {_NAMESPACES} distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="Timeline {number}" descr="{attribute(told)}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_GROUP}"><wpg:wgp>'
        f'<wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/>'
        f'<a:chOff x="0" y="0"/><a:chExt {size}/></a:xfrm></wpg:grpSpPr>'
        f"{shapes}{boxes}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def attribute(text: str) -> str:
    """Text that an attribute gives back character for character."""
    return escaped(text).replace("\n", "&#10;").replace("\t", "&#9;")


def _shapes(strokes: Iterable[Stroke]) -> Iterable[str]:
    """The strokes of each pen as one shape, pen by pen in the order of ``_LOOKS``."""
    order = list(_LOOKS)
    ordered = sorted(strokes, key=lambda stroke: order.index(stroke.pen))
    for pen, group in groupby(ordered, key=lambda stroke: stroke.pen):
        yield _shape(pen, [stroke.places for stroke in group])


def _shape(pen: Pen, lines: Sequence[Sequence[Place]]) -> str:
    left = min(x for line in lines for x, _ in line)
    top = min(y for line in lines for _, y in line)
    wide = max(x for line in lines for x, _ in line) - left
    high = max(y for line in lines for _, y in line) - top
    fill, edge = _LOOKS[pen]
    end = "<a:close/>" if pen in _CLOSED else ""
    path = "".join(_path(line, left, top) + end for line in lines)
    nothing = "" if pen in _CLOSED else ' fill="none"'
    return (
        f'<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:custGeom><a:avLst/><a:gdLst/><a:ahLst/>'
        f'<a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{wide}" h="{high}"{nothing}>{path}</a:path></a:pathLst></a:custGeom>'
        f"{fill}{edge}</wps:spPr><wps:bodyPr/></wps:wsp>"
    )


def _path(line: Sequence[Place], left: int, top: int) -> str:
    points = [f'<a:pt x="{x - left}" y="{y - top}"/>' for x, y in line]
    rest = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in points[1:])
    return f"<a:moveTo>{points[0]}</a:moveTo>{rest}"


def _box(box: Box, style: str, written: Written) -> str:
    return (
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="{box.x}" y="{box.y}"/>'
        f'<a:ext cx="{box.width}" cy="{box.height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></wps:spPr>'
        f'<wps:txbx><w:txbxContent><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f"{written(box.cell, box.runs)}</w:p></w:txbxContent></wps:txbx>"
        '<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/></wps:wsp>'
    )
