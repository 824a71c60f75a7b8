"""Chips of the active filters."""

from data.choice.parameters import PARAMETERS, Filters, FilterSpace
from data.language.languages import Language
from data.load.dataset import Dataset

BarChip = tuple[str, str, str]
"""Label, name of the parameter, and the list code that removing the chip takes out."""


def chips(
    filters: Filters, space: FilterSpace, *, dataset: Dataset, language: Language
) -> list[BarChip]:
    """Return a chip for each filter that differs from its default."""
    start = space.start(filters.language)
    return [
        (text, name, code)
        for name, parameter in PARAMETERS.items()
        if parameter.in_bar and parameter.differs(filters, start)
        for text, code in parameter.chips(parameter.value(filters), dataset, language)
    ]
