"""Figures of energy and corridors, with changed choices and values."""

from dataclasses import replace
from typing import Any

from components.figures import (
    capacity_use,
    corridor,
    corridor_volumes,
    oil_directions,
    oil_lines,
    oil_modes,
    reserves,
    stakes,
)
from components.figures.figure import Figure
from components.figures.registry import build_figure
from data.choice.parameters import FilterSpace
from data.load.dataset import Dataset

MODULES = (
    *(oil_directions, oil_lines, oil_modes, stakes, reserves),
    *(corridor, capacity_use, corridor_volumes),
)

NEW = tuple(name for module in MODULES for name in module.FIGURES)


def build(name: str, dataset: Dataset, space: FilterSpace, **choice: Any) -> Figure:
    code = choice.pop("code", "en")
    return build_figure(name, dataset=dataset, filters=replace(space.start(code), **choice))
