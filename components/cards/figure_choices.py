"""Controls within the card of a figure, of parameters that no other figure of a page has."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from components.controls.choices import Choice, Year, show_choices
from data.choice.parameters import Filters, FilterSpace
from data.choice.trade_parameters import TARGET_YEAR
from data.language.languages import Language

Offer = Callable[[Filters, FilterSpace, Language], Choice]
"""Returns a control with its current value."""


def _target_year(filters: Filters, space: FilterSpace, language: Language) -> Choice:
    first, usual, last = space.target_years
    return Year(
        parameter=TARGET_YEAR.name,
        label=language.gettext("Reach the target by"),
        value=filters.target_year or usual,
        lowest=first,
        highest=last,
    )


OFFERS: Mapping[str, Offer] = MappingProxyType({"turnover_target": _target_year})
"""Control of each figure that has one."""


def show_figure_choice(
    figure_id: str, filters: Filters, space: FilterSpace, language: Language
) -> None:
    """Draw the control of a figure; nothing for a figure without one."""
    offer = OFFERS.get(figure_id)
    if offer:
        show_choices([offer(filters, space, language)], key=f"choice_{figure_id}")
