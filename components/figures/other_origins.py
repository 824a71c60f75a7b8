"""Chosen years that another origin has values for and the shown series has not."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from components.text.years import years_listed
from data.choice.parameters import Filters
from data.evidence.names import label_of, years_text
from data.evidence.series import chosen_years, series_choices
from data.evidence.values import Series
from data.language.languages import Language
from data.load.dataset import Dataset

SeriesOf = Callable[[str], Series]
"""Returns the series of one origin code, printed or computed."""


@dataclass(frozen=True, kw_only=True)
class OtherOrigins:
    """Other origins of a table that have values for chosen years without a shown value.

    Attributes
    ----------
    years : mapping of str to tuple of int
        By origin code, the years that the shown series has no value for.
    origin : str
        Code of the shown origin.
    dataset, filters, language
        All tables, the reader's choice, and the language of the texts.
    """

    years: Mapping[str, tuple[int, ...]]
    origin: str
    dataset: Dataset
    filters: Filters
    language: Language

    def _name(self, origin: str) -> str:
        return label_of(self.dataset, "origins", origin, self.language)

    def notes(self) -> tuple[str, ...]:
        """Name each other origin with the years that only it has values for."""
        saying = self.language.gettext("{place} has values for {years}; {own} has none.")
        return tuple(
            saying.format(
                place=self._name(code),
                years=years_listed(years, self.language),
                own=self._name(self.origin),
            )
            for code, years in self.years.items()
        )

    def hints(self, without: Iterable[str] = ()) -> list[str]:
        """Say that other origins can be chosen, except those in `without`."""
        saying = self.language.gettext("{place} can be chosen above.")
        return [
            saying.format(place=self._name(code))
            for code in self.years
            if code not in frozenset(without)
        ]

    def headline(self, headline: str, shown: Series) -> str:
        """Name the shown origin in a headline where another origin has values for more years.

        Parameters
        ----------
        headline : str
            The headline of the shown series.
        shown : tuple of Observation
            Its values in the chosen years.
        """
        _ = self.language.gettext
        place = self._name(self.origin)
        if not self.years:
            return headline
        if not shown:
            return _("{place} has no values for {years}").format(
                place=place, years=years_text(self.filters.years)
            )
        if place in headline:
            return headline
        return _("{place}: {statement}").format(place=place, statement=headline)


def other_origins(
    table: str, series_of: SeriesOf, *, dataset: Dataset, filters: Filters, language: Language
) -> OtherOrigins:
    """Return the other origins of a table with values for chosen years without a shown value.

    Parameters
    ----------
    table : str
        `trade` or `investment`, the tables with a choice of origin.
    series_of : function
        Returns the series of an origin code.
    dataset, filters, language
        All tables, the reader's choice, and the language of the texts.
    """
    shown: str = getattr(filters, table)
    own = {seen.year for seen in series_of(shown)}
    found = {
        code: tuple(
            sorted({seen.year for seen in chosen_years(series_of(code), filters.years)} - own)
        )
        for code in series_choices(dataset, table)
        if code != shown
    }
    return OtherOrigins(
        years=MappingProxyType({code: years for code, years in found.items() if years}),
        origin=shown,
        dataset=dataset,
        filters=filters,
        language=language,
    )
