"""Amounts in every unit and with every qualifier, dates, years and lists."""

from collections.abc import Iterator

from components.text.amounts import amount_text, number_text, percent
from components.text.dates import date_text
from components.text.lists import alternatives
from components.text.names import method_name, qualifier_name
from components.text.years import years_listed
from data.evidence.values import COMPUTED, PRINTED, Quantity
from data.language.languages import Language, language
from data.load.dataset import Dataset
from data.load.package import read_package
from tests.rendered.document import Block, Document

COUNTS = (0.0, 1.0, 2.0, 5.0, 11.0, 21.0, 1.5, 1234.5)
"""Numbers that take different forms of a noun, a fraction, and one with a thousands separator."""

RANGES = ((3.0, 5.0), (20.0, 21.0))
QUALIFIED_UNITS = ("USD_million", "percent", "years", "rank", "count", "Mt_per_year", "year")
DATES = (
    "1992",
    "1992-10",
    "1992-10-30",
    "1992-10-30/1992-10-31",
    "1992-10-30/1992-11-02",
    "1992-10/1992-12",
    "1992-12/1993-01",
    "2018/2023",
    "2018-2023",
    "1992-10-30/1993",
    "1990s",
    "2000s",
    "2010s",
    "2020s",
)


def qualifiers() -> tuple[str, ...]:
    """Return every qualifier that a table of values may have."""
    found: dict[str, None] = {}
    for resource in read_package().resources:
        for column in resource.fields:
            if column.name == "qualifier":
                found |= dict.fromkeys(column.allowed)
    return tuple(found)


def _quantity(unit: str, qualifier: str, ends: tuple[float, float]) -> Quantity:
    low, high = ends
    if low == high:
        return Quantity(value=low, low=None, high=None, unit=unit, qualifier=qualifier)
    return Quantity(value=None, low=low, high=high, unit=unit, qualifier=qualifier)


def _amounts(unit: str, qualifier: str, dataset: Dataset, words: Language) -> Iterator[str]:
    calendar = unit == "year"
    numbers = (1991.0, 2025.0) if calendar else COUNTS
    spans = ((2018.0, 2023.0),) if calendar else RANGES
    for ends in (*((number, number) for number in numbers), *spans):
        yield amount_text(_quantity(unit, qualifier, ends), dataset=dataset, language=words)


def add_amounts(document: Document, *, dataset: Dataset, code: str) -> None:
    """Add amounts, dates, years and lists."""
    words = language(code)
    part = "Amounts, dates and lists"
    block = document.block(part, "Every unit: its names, and counts from 0 to 1234.5 and ranges")
    columns = [name for name in dataset.tables["units"] if str(name).endswith(f"_{code}")]
    rows = dataset.tables["units"].set_index("unit")[columns]
    texts = {
        str(unit): [str(text) for text in row if text]
        for unit, row in zip(rows.index, rows.to_numpy(), strict=True)
    }
    for unit, wordings in texts.items():
        names = " = ".join(dict.fromkeys(wordings))
        amounts = " | ".join(_amounts(unit, "exact", dataset, words))
        block.add([(unit, f"{names} ‹amounts› {amounts}")])
    block = document.block(part, "Every qualifier: its name, and amounts in some units")
    for qualifier in qualifiers():
        written = [qualifier_name(qualifier, words)]
        for unit in QUALIFIED_UNITS:
            ends = (
                ((2018.0, 2018.0), (2018.0, 2023.0))
                if unit == "year"
                else ((34.0, 34.0), (3.0, 5.0))
            )
            written += [
                amount_text(_quantity(unit, qualifier, pair), dataset=dataset, language=words)
                for pair in ends
            ]
        written.append(number_text(_quantity("USD_million", qualifier, (34.0, 34.0)), words))
        block.add([(qualifier, " | ".join(written))])
    _add_dates(document.block(part, "Dates, years and lists"), words)


def _add_dates(block: Block, words: Language) -> None:
    add = block.add
    for printed in DATES:
        add([(printed, date_text(printed, words))])
    for years in ([2018], [2018, 2019], [2018, 2020], [2018, 2019, 2020, 2023]):
        add([("years", years_listed(years, words))])
    names = [method_name(method, words) for method in (PRINTED, COMPUTED)]
    add([("methods", " | ".join(names))])
    shares = [percent(share, words) for share in (0.5, 12.0, -1.1)]
    growth = [percent(share, words, decimals=1, signed=True) for share in (12.0, -1.1)]
    add([("shares and growth", " | ".join((*shares, *growth)))])
    for count in (1, 2, 3):
        letters = list("ABC")[:count]
        add([("all of", words.enumerate(letters)), ("one of", alternatives(letters, words))])
