"""Placement of labels by importance, without overlaps, for one view and canvas."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from components.map.camera import Camera
from data.geometry import Position

CHARACTER_WIDTH = 0.6
"""Width of a letter in font sizes, above the average of both alphabets."""

CAPITAL_WIDTH = 0.7
"""The same of a name in capitals."""

PADDING = 3.0


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
    boxes: list[Box] = []
    labels = []
    for candidate in candidates:
        for label in _tries(candidate):
            box = label_box(label, camera)
            inside = box[0] >= 0 and box[1] >= 0
            inside = inside and box[2] <= camera.width and box[3] <= camera.height
            if inside and not any(_overlap(box, other) for other in boxes):
                boxes.append(box)
                labels.append(label)
                break
    return tuple(labels)
