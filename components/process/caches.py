"""All caches of the rooms in one place: how full they are, and how to empty them.

`data.load.derived` states what is kept where, and for how long.
"""

import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol, cast

_ROOMS = frozenset({"components", "data"})
_CACHE_TYPE = type(lru_cache(maxsize=1)(lambda: None))


class _Info(Protocol):
    maxsize: int | None
    currsize: int
    hits: int
    misses: int


class Cache(Protocol):
    """What `functools.lru_cache` returns, without what it caches."""

    def cache_clear(self) -> None:
        """Empty the cache."""

    def cache_info(self) -> _Info:
        """Return its size and bound."""


def all_caches() -> Iterator[tuple[str, Cache]]:
    """Yield the name and cache of every cached function of the loaded modules of the rooms."""
    for name, module in tuple(sys.modules.items()):
        if name.partition(".")[0] not in _ROOMS:
            continue
        for attribute, value in tuple(vars(module).items()):
            if isinstance(value, _CACHE_TYPE) and value.__module__ == name:
                yield f"{name}.{attribute}", cast("Cache", value)


def clear_caches() -> None:
    """Empty every cache of evidence, so that nothing of an earlier dataset stays in memory.

    A cache without a bound holds what comes with the program and belongs to no dataset: the
    converter with its registered fonts, the thread that prepares files. Emptying it would leave
    the converter with the folder of fonts that had been removed.
    """
    for _name, cache in all_caches():
        if cache.cache_info().maxsize is not None:
            cache.cache_clear()
