"""Memory of full caches, in bytes and objects."""

import gc
import json
import random
import tracemalloc
from collections.abc import Iterator
from xml.etree.ElementTree import tostring

import pyarrow as pa
import pytest

from components.export.converter import chart_svg
from components.export.picture import picture_specification
from components.figures.registry import FIGURES
from components.map.content import WIDE
from components.map.deck import map_deck
from components.overview.landing import prepare
from components.page.screen import Screen
from components.page.shell import View
from components.process.caches import all_caches, clear_caches
from components.process.figures import stored, stored_figure
from data.choice.parameters import Filters, FilterSpace
from data.language.languages import LANGUAGE_CODES, language
from data.typeface import layout_fonts

CHOICES = 8
MOST_MEGABYTES = 200
MOST_OBJECTS = 400_000

BOUND_BY_NATURE = {
    "components.decks.document.vega_bundle",
    "components.decks.handout_flow.style",
    "components.decks.pdf_text.typeface",
    "components.export.converter._vl_convert",
    "components.export.service._one_at_a_time",
    "data.geometry._ellipsoid",
    "data.references._style",
    "data.typeface._advances",
    "data.typeface._temporary_folder",
    "data.typeface.layout_fonts",
}
"""Unbounded caches of functions with few possible arguments."""


def any_choice(space: FilterSpace, chance: random.Random) -> Filters:
    first = chance.randint(*space.years)
    one, other = chance.sample(space.questions, 2)
    return Filters(
        language=chance.choice(LANGUAGE_CODES),
        years=(first, chance.randint(first, space.years[1])),
        sectors=tuple(sorted(chance.sample(space.sectors, chance.randint(0, 4)))),
        trade=chance.choice(space.series["trade"]),
        investment=chance.choice(space.series["investment"]),
        route=chance.choice(["", *space.routes, *space.countries]),
        view=chance.choice(space.views),
        questions=(one, other),
        section=space.sections[0],
    )


def fill(filters: Filters) -> None:
    """Build every figure for some filters, with everything that pages and downloads use."""
    dataset, _space = stored()
    prepare(View(dataset, filters, language(filters.language)))
    for name in FIGURES:
        drawable = stored_figure(name, filters)
        assert drawable.rows.num_rows >= 0
        assert drawable.figure.table is not None
        if drawable.figure.make_map:
            map_deck(drawable.figure.make_map(WIDE), screen=Screen(), round_=0)


def empty_caches() -> None:
    """Empty every cache with a bound, also those that last over reloads."""
    for _name, cache in all_caches():
        if cache.cache_info().maxsize is not None:
            cache.cache_clear()


@pytest.fixture
def traced() -> Iterator[None]:
    """Trace allocations with empty caches; what is loaded is no garbage and not searched for it."""
    empty_caches()
    gc.collect()
    gc.freeze()
    tracemalloc.start()
    yield
    tracemalloc.stop()
    gc.unfreeze()
    empty_caches()


def allocated() -> tuple[int, int]:
    """Return allocated bytes and objects."""
    gc.collect()
    return tracemalloc.get_traced_memory()[0] + pa.total_allocated_bytes(), len(gc.get_objects())


@pytest.mark.usefixtures("traced")
def test_full_caches_stay_within_bounds() -> None:
    _dataset, space = stored()
    chance = random.Random(3)
    fill(any_choice(space, chance))
    before = {name: cache.cache_info().currsize for name, cache in all_caches()}
    start = allocated()
    for _ in range(CHOICES):
        fill(any_choice(space, chance))
    grown = {
        name: cache.cache_info().currsize - before.get(name, 0) for name, cache in all_caches()
    }
    cached_bytes = cached_objects = 0.0
    now = allocated()
    assert now[0] > start[0]
    for name, cache in all_caches():
        most = cache.cache_info().maxsize
        if most is None or grown[name] < CHOICES // 4:
            continue
        kept = cache.cache_info().currsize
        cache.cache_clear()
        then, now = now, allocated()
        cached_bytes += max(0, then[0] - now[0]) / kept * most
        cached_objects += max(0, then[1] - now[1]) / kept * most
    assert 10 < cached_bytes / 1e6 < MOST_MEGABYTES
    assert cached_objects < MOST_OBJECTS


def test_pictures_keep_their_typeface_after_the_caches_are_cleared() -> None:
    figure = stored_figure("trade_turnover", stored()[1].start("kk")).figure
    specification = json.dumps(picture_specification(figure))
    first = chart_svg(specification)
    clear_caches()
    gc.collect()
    assert layout_fonts().is_dir()
    assert tostring(chart_svg(specification)) == tostring(first)


def test_every_cache_has_a_bound() -> None:
    unbounded = {name for name, cache in all_caches() if cache.cache_info().maxsize is None}
    assert unbounded <= BOUND_BY_NATURE
