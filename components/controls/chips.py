"""What a reader has chosen, as chips: a name for each part, and the parameter it stands for."""

from data.choice.parameters import PARAMETERS, Filters, FilterSpace
from data.language.languages import Language
from data.load.dataset import Dataset

Chip = tuple[str, str, str]
"""Name, the parameter that it stands for, and the code of a list that it takes out of it."""


def chips(
    filters: Filters, space: FilterSpace, *, dataset: Dataset, language: Language
) -> list[Chip]:
    """Return a chip for each part of the choice that differs from the start."""
    start = space.start(filters.language)
    return [
        (text, name, code)
        for name, parameter in PARAMETERS.items()
        if parameter.in_bar and parameter.differs(filters, start)
        for text, code in parameter.chips(parameter.value(filters), dataset, language)
    ]
