"""Caches that an edit of a data file leaves as they are."""

from collections.abc import Callable
from typing import TypeVar

Cached = TypeVar("Cached", bound=Callable[..., object])

_LASTING: set[object] = set()


def kept_over_reloads(cached: Cached) -> Cached:
    """Mark a cache that no edit empties, and return it.

    Parameters
    ----------
    cached : function
        A function of `functools.lru_cache` with a bound. What it returns depends on its arguments
        and on the program, and on no table and no catalogue of texts.
    """
    _LASTING.add(cached)
    return cached


def lasts(cached: object) -> bool:
    """Return whether no edit of a data file empties a cache."""
    return cached in _LASTING
