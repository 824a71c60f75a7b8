"""What the process keeps: the dataset, and finished figures by filters."""

import gc
import threading
import time
from dataclasses import dataclass
from functools import lru_cache

import pyarrow as pa

from components.figure import Figure
from components.key_figures import KeyFigure, key_figures
from components.registry import build_figure
from data.dataset import Dataset, fingerprint, load_dataset
from data.filters import Filters, FilterSpace, filter_space
from data.languages import language

_LOADING = threading.Lock()
_LOOK_EVERY_S = 0.5
_Marks = tuple[tuple[str, int, int], ...]


@lru_cache(maxsize=1)
def _look(_moment: int) -> _Marks:
    return fingerprint()


def _marks() -> _Marks:
    """Return the state of the data files, looked at no more than twice a second."""
    return _look(int(time.monotonic() / _LOOK_EVERY_S))


@lru_cache(maxsize=1)
def _load(_marks: _Marks) -> tuple[Dataset, FilterSpace]:
    dataset = load_dataset()
    space = filter_space(dataset)
    # Streamlit collects garbage after every run. What is imported and loaded by now stays for
    # good; keeping it out of the collection saves tens of milliseconds per change.
    gc.collect()
    gc.freeze()
    return dataset, space


def stored() -> tuple[Dataset, FilterSpace]:
    """Return the dataset and what can be chosen from it, loaded anew after an edit of a file."""
    with _LOADING:
        return _load(_marks())


@dataclass(frozen=True)
class Drawable:
    """A finished figure, and its rows in the form in which they go to the browser."""

    figure: Figure
    rows: pa.Table


@lru_cache(maxsize=4096)
def _build(dataset: Dataset, figure_id: str, filters: Filters) -> Drawable:
    figure = build_figure(figure_id, dataset=dataset, filters=filters)
    return Drawable(figure, pa.Table.from_pylist(list(figure.rows)))


def stored_figure(figure_id: str, filters: Filters) -> Drawable:
    """Return a finished figure, built once for each choice of filters.

    Raises
    ------
    TableRefusedError
        Where a table it needs did not load.
    """
    dataset, _ = stored()
    return _build(dataset, figure_id, filters)


@lru_cache(maxsize=1024)
def _count(dataset: Dataset, filters: Filters) -> tuple[KeyFigure, ...]:
    return key_figures(dataset=dataset, filters=filters, language=language(filters.language))


def stored_key_figures(filters: Filters) -> tuple[KeyFigure, ...]:
    """Return the key figures, made once for each choice of filters."""
    dataset, _ = stored()
    return _count(dataset, filters)
