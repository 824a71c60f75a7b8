"""What the process keeps: the dataset, and finished figures by filters."""

import gc
import threading
from functools import lru_cache

from components.figure import Figure
from components.registry import build_figure
from data.dataset import Dataset, fingerprint, load_dataset
from data.filters import Filters, FilterSpace, filter_space

_LOADING = threading.Lock()
_Marks = tuple[tuple[str, int, int], ...]


@lru_cache(maxsize=1)
def _load(_marks: _Marks) -> tuple[Dataset, FilterSpace]:
    dataset = load_dataset()
    space = filter_space(dataset)
    # Streamlit collects garbage after every run. What is imported and loaded by now stays for
    # good; keeping it out of the collection saves tens of milliseconds per change.
    gc.collect()
    gc.freeze()
    return dataset, space


def stored(marks: _Marks | None = None) -> tuple[Dataset, FilterSpace]:
    """Return the dataset and what can be chosen from it, loaded anew after an edit of a file."""
    with _LOADING:
        return _load(fingerprint() if marks is None else marks)


@lru_cache(maxsize=4096)
def _build(marks: _Marks, figure: str, filters: Filters) -> Figure:
    dataset, _ = stored(marks)
    return build_figure(figure, dataset=dataset, filters=filters)


def stored_figure(figure: str, filters: Filters) -> Figure:
    """Return a finished figure, built once for each choice of filters.

    Raises
    ------
    TableRefusedError
        Where a table it needs did not load.
    """
    return _build(fingerprint(), figure, filters)
