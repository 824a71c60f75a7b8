"""What parameters of a link are called: the chips of the choice, and the lists of the bar."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from data.evidence.names import label_of, selection_name, years_text
from data.language.languages import Language
from data.load.dataset import Dataset

if TYPE_CHECKING:
    from data.choice.parameters import FilterSpace

Chip = tuple[str, str]
"""What a reader calls a part of the choice, and the code of a list that it stands for."""

Chips = Callable[[Any, Dataset, Language], Iterable[Chip]]

Options = Sequence[tuple[str, str]]
"""What a link calls a choice, and what a reader calls it."""

Offer = Callable[["FilterSpace", Dataset, Language], Options]


def no_chips(_value: object, _dataset: Dataset, _language: Language) -> Iterable[Chip]:
    """Return no chip: the control of the parameter shows its value."""
    return ()


def no_options(_space: "FilterSpace", _dataset: Dataset, _language: Language) -> Options:
    """Return no options: the parameter has a control of its own."""
    return ()


def years_chip(years: tuple[int, int], _dataset: Dataset, _language: Language) -> Iterable[Chip]:
    """Return the chip of a span of years."""
    return ((years_text(years), ""),)


def code_chips(table: str) -> Chips:
    """Return the chips of a list of codes, one for each, named by a lookup table."""

    def chips(codes: str | Sequence[str], dataset: Dataset, language: Language) -> Iterable[Chip]:
        if isinstance(codes, str):
            return ((label_of(dataset, table, codes, language), ""),)
        return [(label_of(dataset, table, code, language), code) for code in codes]

    return chips


def origin_chip(saying: str) -> Chips:
    """Return the chip of a competing series: which of them, and its origin."""

    def chips(origin: str, dataset: Dataset, language: Language) -> Iterable[Chip]:
        place = label_of(dataset, "origins", origin, language)
        return ((language.gettext(saying).format(place=place), ""),)

    return chips


def origin_options(table: str) -> Offer:
    """Return the origins of a table, where there is more than one."""

    def options(space: "FilterSpace", dataset: Dataset, language: Language) -> Options:
        found = [
            (code, label_of(dataset, "origins", code, language)) for code in space.series[table]
        ]
        return found if len(found) > 1 else ()

    return options


def map_options(space: "FilterSpace", dataset: Dataset, language: Language) -> Options:
    """Return everything that can be selected on the map, by name, after nothing."""
    names = [
        (code, selection_name(code, dataset=dataset, language=language))
        for code in (*space.countries, *space.routes)
    ]
    nothing = ("", language.gettext("Nothing selected"))
    return (nothing, *sorted(names, key=lambda option: option[1]))


def selection_chip(code: str, dataset: Dataset, language: Language) -> Iterable[Chip]:
    """Return the chip of what is selected on the map."""
    return ((selection_name(code, dataset=dataset, language=language), ""),)


def map_year_chip(year: int, _dataset: Dataset, language: Language) -> Iterable[Chip]:
    """Return the chip of the year that the map stands for."""
    return ((language.gettext("Map as of {year}").format(year=year), ""),)


def questions_chip(
    questions: tuple[int, int], _dataset: Dataset, language: Language
) -> Iterable[Chip]:
    """Return the chip of the two questions of the overview."""
    one, other = questions
    return ((language.gettext("Questions {one} and {other}").format(one=one, other=other), ""),)
