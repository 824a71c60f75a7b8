"""Figures, pictures and captions as files have them."""

from components.figures.figure import Figure
from components.figures.registry import build_figure
from data.choice.parameters import Filters, filter_space
from data.load.dataset import Dataset, load_dataset

DATASET = load_dataset()

SPACE = filter_space(DATASET)


def built(name: str, filters: Filters, dataset: Dataset = DATASET) -> Figure:
    return build_figure(name, dataset=dataset, filters=filters)
