"""Shared dataset, and cached figures by filters."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial
from hashlib import sha256
from itertools import product
from typing import Any

import pyarrow as pa

from components.figures import audit, route_map
from components.figures.figure import Figure
from components.figures.registry import FIGURES, build_figure, concerns, shown_choice
from components.overview.key_figures import KeyFigure, key_figures
from components.process.caches import clear_caches
from components.process.dataset import CurrentDataset
from components.text.source_line import source_line
from data.choice.parameters import Filters, FilterSpace, filter_space
from data.evidence.audit import Conflict, contradictions_touching
from data.language.languages import DEFAULT_LANGUAGE, Language, language
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset
from data.problems import TableRefusedError

_CURRENT = CurrentDataset(renewed=clear_caches)


def stored() -> tuple[Dataset, FilterSpace]:
    """Return the current dataset and its valid filter values, reloaded after an edit of a file."""
    snapshot = _CURRENT.snapshot()
    return snapshot.dataset, snapshot.space


def stored_generation() -> int:
    """Return the number of times the dataset has been loaded."""
    return _CURRENT.generation


def stored_space() -> FilterSpace:
    """Return the valid filter values of the current dataset."""
    return stored()[1]


@dataclass(frozen=True, eq=False)
class Drawable:
    """A built figure, its rows as an Arrow table, and the contradictions about its values.

    It equals only itself, so it can be a key.
    """

    figure: Figure
    conflicts: tuple[Conflict, ...]
    write_source: Callable[[], str] = lambda: ""

    @cached_property
    def source(self) -> str:
        """Line that names where the values stand."""
        return self.write_source()

    @cached_property
    def rows(self) -> pa.Table:
        """Rows of the chart as an Arrow table, created on demand: a map seldom sends them."""
        return pa.Table.from_pylist(list(self.figure.rows))


def _make(dataset: Dataset, figure_id: str, filters: Filters) -> Drawable:
    figure = build_figure(figure_id, dataset=dataset, filters=filters)
    about_the_source = figure_id in audit.FIGURES
    named = () if about_the_source else figure.contradictable_ids
    touching = contradictions_touching(named, dataset)
    words = language(filters.language)
    source = partial(source_line, figure, dataset=dataset, language=words)
    return Drawable(figure, touching, source)


@lru_cache(maxsize=512)
def picture_of(drawable: Drawable) -> str:
    """Return a digest of everything that the card of a figure shows, but for its panels."""
    figure = drawable.figure
    shown = (
        (figure.headline, figure.subtitle, figure.finding, figure.hint, figure.notes),
        (figure.alternative_text, drawable.source, len(drawable.conflicts)),
        figure.form.spec if figure.form else None,
        list(figure.rows),
    )
    return sha256(json.dumps(shown, default=str).encode()).hexdigest()


# Measured size with rows and table: 15 to 30 KB per figure, up to 2 MB per map.
_build = lru_cache(maxsize=512)(_make)
_build_map = lru_cache(maxsize=48)(_make)


def stored_figure(figure_id: str, filters: Filters) -> Drawable:
    """Return a built figure, cached by filters.

    Raises
    ------
    TableRefusedError
        If a required table did not load.
    """
    generation = stored_generation()
    dataset, _ = stored()
    build = _build_map if figure_id in route_map.FIGURES else _build
    made = build(dataset, figure_id, shown_choice(figure_id, filters))
    if stored_generation() != generation:
        # The caches were emptied meanwhile; this figure would keep the earlier dataset in memory.
        build.cache_clear()
    return made


@kept_with_dataset
def _showings(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    space = filter_space(dataset)
    start = space.start(DEFAULT_LANGUAGE)
    found: dict[str, dict[str, None]] = {}
    built: set[tuple[str, ...]] = set()
    for codes in product(*space.series.values()):
        series: dict[str, Any] = dict(zip(space.series, codes, strict=True))
        filters = replace(start, **series)
        for name in (name for name in FIGURES if name not in audit.FIGURES):
            shown = (name, *(series[one] for one in series if concerns(one, name)))
            if shown in built:
                continue
            built.add(shown)
            try:
                figure = build_figure(name, dataset=dataset, filters=filters)
            except TableRefusedError:
                continue
            for identifier in figure.value_ids:
                found.setdefault(identifier, {})[name] = None
    return {identifier: tuple(names) for identifier, names in found.items()}


def stored_showings() -> Mapping[str, tuple[str, ...]]:
    """Return the ids of figures that show or compute with a value, by value identifier."""
    dataset, _space = stored()
    return _showings(dataset)


def figure_titles(names: Iterable[str], origin: str, words: Language) -> list[str]:
    """Return the names of figures, each built with the series of `origin` if it has one."""
    _dataset, space = stored()
    start = space.start(words.code)
    filters = replace(
        start,
        trade=origin if origin in space.series["trade"] else start.trade,
        investment=origin if origin in space.series["investment"] else start.investment,
    )
    return [stored_figure(name, filters).figure.title for name in names]


def stored_key_figures(filters: Filters) -> tuple[KeyFigure, ...]:
    """Return the key figures of a choice of filters."""
    dataset, _ = stored()
    return key_figures(dataset=dataset, filters=filters, language=language(filters.language))
