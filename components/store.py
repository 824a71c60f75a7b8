"""What the process keeps: the dataset, and finished figures by filters."""

import gc
import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import product

import pyarrow as pa

from components.figure import Figure
from components.figures import audit
from components.key_figures import KeyFigure, key_figures
from components.registry import FIGURES, build_figure, shown_choice
from data.audit import Conflict, conflicts_touching
from data.dataset import Dataset, fingerprint, load_dataset
from data.filters import Filters, FilterSpace, filter_space
from data.languages import DEFAULT_LANGUAGE, Language, language
from data.problems import TableRefusedError

_LOADING = threading.Lock()
_LOOK_EVERY_S = 0.5
_Marks = tuple[tuple[str, int, int], ...]


@lru_cache(maxsize=1)
def _look(_moment: int) -> _Marks:
    return fingerprint()


def _marks() -> _Marks:
    """Return the state of the data files, looked at no more than twice a second."""
    return _look(int(time.monotonic() / _LOOK_EVERY_S))


def keep_from_collection() -> None:
    """Keep what is there by now out of the collection of garbage: it stays for good.

    Streamlit collects garbage after every run, which takes the longer the more there is to go
    through: tens of milliseconds per change for what is imported and loaded.
    """
    gc.freeze()


@lru_cache(maxsize=1)
def _load(_marks: _Marks) -> tuple[Dataset, FilterSpace]:
    dataset = load_dataset()
    space = filter_space(dataset)
    if not gc.get_freeze_count():
        keep_from_collection()
    return dataset, space


def stored() -> tuple[Dataset, FilterSpace]:
    """Return the dataset and what can be chosen from it, loaded anew after an edit of a file."""
    with _LOADING:
        return _load(_marks())


def stored_space() -> FilterSpace:
    """Return what can be chosen from the stored dataset."""
    return stored()[1]


@dataclass(frozen=True)
class Drawable:
    """A finished figure, its rows as they go to the browser, and what contradicts its values."""

    figure: Figure
    conflicts: tuple[Conflict, ...]

    @cached_property
    def rows(self) -> pa.Table:
        """The rows as they go to the browser, made when they do: a map seldom sends them."""
        return pa.Table.from_pylist(list(self.figure.rows))


@lru_cache(maxsize=4096)
def _build(dataset: Dataset, figure_id: str, filters: Filters) -> Drawable:
    figure = build_figure(figure_id, dataset=dataset, filters=filters)
    about_the_source = figure_id in audit.FIGURES
    touching = () if about_the_source else conflicts_touching(figure.table, dataset)
    return Drawable(figure, touching)


def stored_figure(figure_id: str, filters: Filters) -> Drawable:
    """Return a finished figure, built once for each choice of filters.

    Raises
    ------
    TableRefusedError
        Where a table it needs did not load.
    """
    dataset, _ = stored()
    return _build(dataset, figure_id, shown_choice(figure_id, filters))


@lru_cache(maxsize=2)
def _showings(dataset: Dataset) -> Mapping[tuple[str, str], tuple[str, ...]]:
    space = filter_space(dataset)
    start = space.start(DEFAULT_LANGUAGE)
    found: dict[tuple[str, str], dict[str, None]] = {}
    for trade, investment in product(space.series["trade"], space.series["investment"]):
        filters = replace(start, trade=trade, investment=investment)
        for name in (name for name in FIGURES if name not in audit.FIGURES):
            try:
                table = build_figure(name, dataset=dataset, filters=filters).table
            except TableRefusedError:
                continue
            for origin, paragraphs in zip(table["origin"], table["paragraph"], strict=True):
                for paragraph in filter(None, str(paragraphs).split(";")):
                    found.setdefault((origin, paragraph), {})[name] = None
    return {place: tuple(names) for place, names in found.items()}


def stored_showings() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Return which figures show the values of an origin and paragraph, in any of their series."""
    dataset, _space = stored()
    return _showings(dataset)


def figure_titles(names: Iterable[str], origin: str, words: Language) -> list[str]:
    """Return what figures measure, each drawn from `origin` where it can be."""
    _dataset, space = stored()
    start = space.start(words.code)
    filters = replace(
        start,
        trade=origin if origin in space.series["trade"] else start.trade,
        investment=origin if origin in space.series["investment"] else start.investment,
    )
    return [stored_figure(name, filters).figure.subtitle for name in names]


@lru_cache(maxsize=1024)
def _count(dataset: Dataset, filters: Filters) -> tuple[KeyFigure, ...]:
    return key_figures(dataset=dataset, filters=filters, language=language(filters.language))


def stored_key_figures(filters: Filters) -> tuple[KeyFigure, ...]:
    """Return the key figures, made once for each choice of filters."""
    dataset, _ = stored()
    return _count(dataset, filters)
