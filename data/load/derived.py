"""Values derived from a whole dataset, kept with it: once the dataset is gone, so are they.

The rule for everything that is kept between two calls:

- what is derived from all tables (the catalogue, the routes, the contradictions) is
  `kept_with_dataset`, so that no cache holds a dataset that has been replaced;
- what depends on a choice as well is kept by `functools.lru_cache` with a bound, and only where
  it saves about a millisecond for each change of a filter; `components.process.caches` lists
  these and empties them when a dataset replaces another, except those of `data.lasting`;
- the result of the check of a table is kept by `data.load.kept_checks` while nothing that the check
  has read has changed;
- a cache without a bound holds what comes with the program.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from data.load.dataset import Dataset

Found = TypeVar("Found")


def kept_with_dataset(derive: Callable[[Dataset], Found]) -> Callable[[Dataset], Found]:
    """Return a function that derives something once for each dataset.

    Parameters
    ----------
    derive : function
        Derives it. What it returns must not refer to the dataset, which would then be freed only
        by a collection of garbage; an error is not kept.
    """

    @wraps(derive)
    def kept(dataset: Dataset) -> Found:
        held = dataset.derived
        if derive not in held:
            held[derive] = derive(dataset)
        return cast("Found", held[derive])

    return kept
