"""What a reader has chosen, as chips: a name for each part, and the parameter that lets it go."""

from components.text.names import label_of, selection_name
from components.text.years import years_text
from data.dataset import Dataset
from data.filters import Filters, FilterSpace, Parameter
from data.languages import Language

Chip = tuple[str, str, str]
"""Name, the parameter that it stands for, and the code of a list that it takes out of it."""


def chips(
    filters: Filters, space: FilterSpace, *, dataset: Dataset, language: Language
) -> list[Chip]:
    """Return a chip for each part of the choice that differs from the start."""
    _ = language.gettext
    start = space.start(filters.language)
    found: list[Chip] = []
    if filters.years != start.years:
        found.append((years_text(filters.years), Parameter.YEARS, ""))
    if filters.as_of is not None:
        name = _("Map as of {year}").format(year=filters.as_of)
        found.append((name, Parameter.AS_OF, ""))
    for code in filters.sectors:
        name = label_of(dataset, "sectors", code, language)
        found.append((name, Parameter.SECTORS, code))
    if filters.route:
        name = selection_name(filters.route, dataset=dataset, language=language)
        found.append((name, Parameter.SELECTED, ""))
    for parameter, origin, first, saying in (
        (Parameter.TRADE, filters.trade, start.trade, _("Trade: {place}")),
        (Parameter.INVESTMENT, filters.investment, start.investment, _("Investment: {place}")),
    ):
        if origin != first:
            place = label_of(dataset, "origins", origin, language)
            found.append((saying.format(place=place), parameter, ""))
    if filters.questions != start.questions:
        one, other = (str(number) for number in filters.questions)
        name = _("Questions {one} and {other}").format(one=one, other=other)
        found.append((name, Parameter.QUESTIONS, ""))
    return found
