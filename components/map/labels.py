"""Placement of labels by importance, without overlaps, for one view and canvas."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from components.map.camera import Camera
from data.geometry import Position

CHARACTER_WIDTH = 0.6
"""Width of a letter in font sizes, above the average of both alphabets."""

CAPITAL_WIDTH = 0.7
"""The same of a name in capitals."""

PADDING = 3.0

CELL = 100.0
"""Pixels of a cell of the grid in which boxes are looked up."""

LEAST_ZOOM = 0.0
"""Zoom of the lowest level, below that of any map."""

FARTHER, CLOSER = (-1.0, -0.5, 0.0), (0.7, 1.5, 2.3, 3.1)
"""Steps of zoom from a view to farther ones with fewer labels, and to closer ones with more."""


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A label before its placement.

    Attributes
    ----------
    text : str
        What it says, on one line.
    kind : str
        What it names; decides how it is drawn.
    size : float
        Font size in pixels.
    positions : sequence of positions
        Where it may stand, best first: along a line, or the one point it names.
    beside : bool
        Whether it stands beside its point, as with a town, or centred on it.
    opacity : float
        Between 0 and 1.
    """

    text: str
    kind: str
    size: float
    positions: Sequence[Position]
    beside: bool
    opacity: float = 1.0


@dataclass(frozen=True, kw_only=True)
class Label:
    """A placed label: its anchor on the ground and its offset from it in pixels."""

    text: str
    kind: str
    size: float
    position: Position
    dx: float
    dy: float
    align: str
    opacity: float


Box = tuple[float, float, float, float]

GAP = 7.0
"""Pixels between a point and the label beside it."""


def text_width(text: str, size: float) -> float:
    """Return the width in pixels that a text takes at most."""
    return len(text) * size * (CAPITAL_WIDTH if text.isupper() else CHARACTER_WIDTH)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def label_box(label: Label, camera: Camera) -> Box:
    """Return the rectangle that a label covers on the canvas: left, top, right, bottom."""
    x, y = camera.pixel(label.position)
    width, height = text_width(label.text, label.size), label.size * 1.25
    left = x + label.dx - {"left": 0.0, "middle": width / 2, "right": width}[label.align]
    middle = y + label.dy
    return (
        left - PADDING,
        middle - height / 2 - PADDING,
        left + width + PADDING,
        middle + height / 2 + PADDING,
    )


def _tries(candidate: Candidate) -> Iterable[Label]:
    below = candidate.size * 0.9
    offsets = (
        ((GAP, 0.0, "left"), (-GAP, 0.0, "right"), (0.0, -below, "middle"), (0.0, below, "middle"))
        if candidate.beside
        else ((0.0, 0.0, "middle"),)
    )
    for position in candidate.positions:
        for dx, dy, align in offsets:
            yield Label(
                text=candidate.text,
                kind=candidate.kind,
                size=candidate.size,
                position=position,
                dx=dx,
                dy=dy,
                align=align,
                opacity=candidate.opacity,
            )


class _Boxes:
    """Boxes on a canvas without edges, found by their cells of a grid."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = {}

    @staticmethod
    def _cells_of(box: Box) -> Iterator[tuple[int, int]]:
        left, top, right, bottom = (int(edge // CELL) for edge in box)
        for column in range(left, right + 1):
            for row in range(top, bottom + 1):
                yield column, row

    def add(self, box: Box) -> None:
        """Take the room of a box."""
        for cell in self._cells_of(box):
            self._cells.setdefault(cell, []).append(box)

    def free(self, box: Box) -> bool:
        """Return whether a box overlaps none."""
        return not any(
            _overlap(box, other)
            for cell in self._cells_of(box)
            for other in self._cells.get(cell, ())
        )


def placed(candidates: Iterable[Candidate], camera: Camera) -> tuple[Label, ...]:
    """Place labels so that none overlaps another or leaves the canvas.

    Parameters
    ----------
    candidates : iterable of Candidate
        The most important first; one that finds no room is left out.
    camera : Camera
        View, zoom and canvas they are placed for.

    Returns
    -------
    tuple of Label
        Those that found room, in the order of their importance.
    """
    boxes = _Boxes()
    labels = []
    for candidate in candidates:
        for label in _tries(candidate):
            box = label_box(label, camera)
            inside = box[0] >= 0 and box[1] >= 0
            inside = inside and box[2] <= camera.width and box[3] <= camera.height
            if inside and boxes.free(box):
                boxes.add(box)
                labels.append(label)
                break
    return tuple(labels)


@dataclass(frozen=True)
class Level:
    """Labels that are shown from a zoom on; those of lower levels stay."""

    zoom: float
    labels: tuple[Label, ...]


class _Zooms:
    """Room for labels at several zooms of one view, in rising order.

    Labels that are apart at one zoom may overlap at a closer one, since each stands beside its
    point in a direction of its own.
    """

    def __init__(self, cameras: Sequence[Camera]) -> None:
        self._places = [(camera, _Boxes()) for camera in cameras]

    def take(self, tries: Iterable[Label], start: int) -> Label | None:
        """Give the first of some labels that fits at a zoom and at all closer ones its room."""
        for label in tries:
            if all(boxes.free(label_box(label, at)) for at, boxes in self._places[start:]):
                for at, boxes in self._places:
                    boxes.add(label_box(label, at))
                return label
        return None


def levels(
    labels: Sequence[Label], candidates: Iterable[Candidate], camera: Camera
) -> tuple[Level, ...]:
    """Return which labels a map shows at which zoom, so that they overlap at none of these.

    Parameters
    ----------
    labels : sequence of Label
        Labels of the view, the most important first; farther views leave some of them out.
    candidates : iterable of Candidate
        All that closer views may name, the most important first.
    camera : Camera
        The view.
    """
    cameras = [replace(camera, zoom=camera.zoom + step) for step in (*FARTHER, *CLOSER)]
    zooms = _Zooms(cameras)
    waiting: dict[str, Iterable[Label]] = {label.text: (label,) for label in labels}
    found: list[Level] = []
    for start, at in enumerate(cameras):
        if start == len(FARTHER):
            # A label that has no room in a closer view may stand elsewhere there.
            shown = {label.text for level in found for label in level.labels}
            waiting = {one.text: tuple(_tries(one)) for one in candidates if one.text not in shown}
        fitting = {text: zooms.take(tries, start) for text, tries in waiting.items()}
        waiting = {text: tries for text, tries in waiting.items() if fitting[text] is None}
        more = tuple(label for label in fitting.values() if label is not None)
        found.append(Level(at.zoom if start else LEAST_ZOOM, more))
    return tuple(level for level in found if level.labels)
