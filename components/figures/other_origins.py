"""Origins with values for selected years that are missing in the shown series."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from components.figures.leads import Lead
from components.text.places import placed
from components.text.years import of_years
from data.choice.parameters import Filters
from data.evidence.names import label_of, origin_name
from data.evidence.series import chosen_years, series_choices
from data.evidence.values import Series
from data.language.languages import Language
from data.load.dataset import Dataset

SeriesOf = Callable[[str], Series]
"""Returns the series of one origin code, printed or computed."""


@dataclass(frozen=True, kw_only=True)
class OtherOrigins:
    """Other origins with values for selected years that are missing in the shown series.

    Attributes
    ----------
    years : mapping of str to tuple of int
        Years missing in the shown series, by code of the other origin.
    origin : str
        Code of the shown origin.
    dataset : Dataset
        All tables.
    filters : Filters
        The selected filters.
    language : Language
        Language of the texts.
    """

    years: Mapping[str, tuple[int, ...]]
    origin: str
    dataset: Dataset
    filters: Filters
    language: Language

    def _name(self, origin: str) -> str:
        return label_of(self.dataset, "origins", origin, self.language)

    def notes(self) -> tuple[str, ...]:
        """Return notes that name each other origin with its additional years."""
        _ = self.language.gettext
        saying = of_years(
            _("{place} has a value for {year}; {own} has none."),
            _("{place} has values for {years}; {own} has none."),
        )
        return tuple(
            saying.listing(
                years, self.language, place=self._name(code), own=self._name(self.origin)
            )
            for code, years in self.years.items()
        )

    def hints(self) -> list[str]:
        """Return hints that other origins can be selected."""
        saying = self.language.gettext("{place} can be selected above.")
        return [saying.format(place=self._name(code)) for code in self.years]

    def lead(self, lead: Lead, shown: Series) -> Lead:
        """Return a lead that names the shown origin if others have values for more years.

        Parameters
        ----------
        lead : Lead
            Headline and finding of the shown series.
        shown : tuple of Value
            Its values in the selected years.
        """
        _ = self.language.gettext
        place = self._name(self.origin)
        if not self.years:
            return lead
        if not shown:
            saying = of_years(
                _("{place} has no values for {year}"), _("{place} has no values for {years}")
            )
            return Lead(headline=saying.format(self.filters.years, place=place))
        named = origin_name(self.dataset, self.origin, self.language)
        if lead.of_all_origins or named in lead.headline:
            return lead
        return replace(lead, headline=placed(lead.headline, place, self.language))


def other_origins(
    table: str, series_of: SeriesOf, *, dataset: Dataset, filters: Filters, language: Language
) -> OtherOrigins:
    """Return the origins with values for selected years that are missing in the shown series.

    Parameters
    ----------
    table : str
        `trade` or `investment`, the tables with competing series.
    series_of : function
        Returns the series of an origin code.
    dataset : Dataset
        All tables.
    filters : Filters
        The selected filters.
    language : Language
        Language of the texts.
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
