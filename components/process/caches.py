"""All caches of the rooms in one place: how full they are, and how to empty them.

`data.load.derived` states what is kept where, and for how long.
"""

import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol, cast

from data.lasting import lasts

_ROOMS = frozenset({"components", "data"})
_CACHE_TYPE = type(lru_cache(maxsize=1)(lambda: None))


class _Info(Protocol):
    maxsize: int | None
    currsize: int
    hits: int
    misses: int


class Cache(Protocol):
    """Interface of the caches of `functools.lru_cache`."""

    def cache_clear(self) -> None:
        """Empty the cache."""

    def cache_info(self) -> _Info:
        """Return its current and greatest size, hits and misses."""


def all_caches() -> Iterator[tuple[str, Cache]]:
    """Yield name and cache of every cached function in the loaded modules of the Atlas."""
    for name, module in tuple(sys.modules.items()):
        if name.partition(".")[0] not in _ROOMS:
            continue
        for attribute, value in tuple(vars(module).items()):
            if isinstance(value, _CACHE_TYPE) and value.__module__ == name:
                yield f"{name}.{attribute}", cast("Cache", value)


def clear_caches() -> None:
    """Clear the bounded caches, to free what was derived from an earlier dataset.

    Unbounded caches have content that depends on no dataset, such as the converter with its
    registered fonts. Clearing them would remove the font folder that the converter uses. Caches
    that are `kept_over_reloads` stay as they are.
    """
    for _name, cache in all_caches():
        if cache.cache_info().maxsize is not None and not lasts(cache):
            cache.cache_clear()
