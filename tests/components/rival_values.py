"""Values that contradict each other, as headlines and findings have to name them."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import product

from components.figures.figure import Figure
from data.choice.parameters import Filters, FilterSpace


def lead(figure: Figure) -> str:
    """Return what is read first: the headline, and the finding below it."""
    return f"{figure.headline} {figure.finding}"


def numbers(text: str) -> list[str]:
    """Return the numbers of a text as written, with separators of thousands and decimals."""
    return re.findall(r"[+−]?%?\d+(?:[\u00a0\u202f.,]\d+)*", text)


def choices(
    space: FilterSpace, year_ranges: Iterable[tuple[int, int]], code: str
) -> Iterable[Filters]:
    start = space.start(code)
    for years, trade, investment in product(
        year_ranges, space.series["trade"], space.series["investment"]
    ):
        yield replace(start, years=years, trade=trade, investment=investment)
