"""Notes of figures by year: ranges, bounds, conversions, gaps, values from outside."""

from collections.abc import Iterable

from components.text.amounts import number_text, quantity_text
from components.text.lists import apposed, clauses
from components.text.names import in_sentence
from components.text.places import origin_title, place_text
from components.text.years import of_years
from data.choice.parameters import Filters
from data.evidence.names import label_of
from data.evidence.origins import is_outside
from data.evidence.series import (
    chosen_years,
    missing_years,
    other_units,
    printed_series,
    series_choices,
)
from data.evidence.values import INTENTIONS, MEASURED, Series, Value
from data.language.languages import Language
from data.load.dataset import Dataset


def years_hint(language: Language) -> str:
    """Return the hint on how to select years in a chart, in one short line."""
    return language.gettext("Click or drag to select years; double-click for all years.")


def conversion_text(seen: Value, *, dataset: Dataset, language: Language) -> str:
    """Return the printed form of a converted value as text; empty for an unconverted value."""
    if seen.source is None:
        return ""
    return language.gettext("converted from {amount}").format(
        amount=quantity_text(seen.source, dataset=dataset, language=language)
    )


def _conversion_note(shown: Series, *, dataset: Dataset, language: Language) -> str:
    converted = [seen for seen in shown if seen.source is not None]
    names = [
        label_of(dataset, "indicators", seen.indicator, language, "short") for seen in converted
    ]
    names[1:] = [in_sentence(name, language) for name in names[1:]]
    said = [
        f"{apposed((name, str(seen.year)))}: "
        f"{conversion_text(seen, dataset=dataset, language=language)}"
        for name, seen in zip(names, converted, strict=True)
    ]
    return f"{clauses(said)}." if said else ""


def _outsider_note(outsiders: Series, *, dataset: Dataset, language: Language) -> str:
    if not outsiders:
        return ""
    names = (
        in_sentence(label_of(dataset, "indicators", seen.indicator, language, "short"), language)
        for seen in outsiders
    )
    said = (
        f"{apposed((name, str(seen.year)))}: "
        f"{quantity_text(seen, dataset=dataset, language=language)}"
        for name, seen in zip(names, outsiders, strict=True)
    )
    saying = language.gettext(
        "Not shown and not used in computations, because the unit cannot be "
        "converted to that of the series: {values}."
    )
    return saying.format(values=clauses(said))


def outside_notes(
    origins: Iterable[str], *, dataset: Dataset, language: Language
) -> tuple[str, ...]:
    """Return notes on origins outside the dissertation, with title, address and date."""
    saying = language.gettext("{name} is not part of the dissertation. Source: {source}.")
    return tuple(
        saying.format(
            name=dataset.texts("origins", language.column("name")).get(origin, origin),
            source=origin_title(origin, dataset=dataset, language=language),
        )
        for origin in dict.fromkeys(origins)
        if is_outside(dataset, origin)
    )


def value_notes(
    shown: Iterable[Value],
    *,
    dataset: Dataset,
    language: Language,
    outsiders: Series = (),
) -> tuple[str, ...]:
    """Return notes on how ranges, bounds, plans and converted values are drawn.

    Parameters
    ----------
    shown : iterable of Value
        The drawn values of the selected years.
    dataset : Dataset
        All tables, for the names.
    language : Language
        Language of the notes.
    outsiders : tuple of Value
        Values whose units cannot be converted to that of the series.
    """
    _ = language.gettext
    values = tuple(shown)
    notes = []
    if any(seen.is_range for seen in values):
        notes.append(
            _(
                "A range is shown from its lower to its upper end; its middle is not "
                "used in computations."
            )
        )
    if any(seen.qualifier not in MEASURED | INTENTIONS for seen in values):
        notes.append(_("A value given as “over”, “under” or “up to” is shown at the number given."))
    if any(seen.qualifier in INTENTIONS for seen in values):
        notes.append(_("Planned, target and forecast values are not measurements."))
    notes.append(_conversion_note(values, dataset=dataset, language=language))
    notes.append(_outsider_note(outsiders, dataset=dataset, language=language))
    origins = (seen.origin for seen in (*values, *outsiders))
    notes += outside_notes(origins, dataset=dataset, language=language)
    return tuple(filter(None, notes))


def gap_note(series: Series, filters: Filters, language: Language) -> tuple[str, ...]:
    """Return a note on missing years between selected years with values; empty without any."""
    first, last = filters.years
    gaps = [year for year in missing_years(series) if first <= year <= last]
    if not gaps:
        return ()
    _ = language.gettext
    saying = of_years(_("No value is given for {year}."), _("No value is given for {years}."))
    return (saying.listing(gaps, language),)


def outsiders_of(
    dataset: Dataset, table: str, indicators: Iterable[str], filters: Filters, origin: str
) -> Series:
    """Return values of the selected years whose units cannot be converted to that of their series.

    Parameters
    ----------
    dataset : Dataset
        All tables.
    table : str
        Name of a yearly table.
    indicators : iterable of str
        Indicator codes of the series.
    filters : Filters
        The selected filters.
    origin : str
        Origin code of the series.
    """
    return tuple(
        seen
        for indicator in indicators
        for seen in chosen_years(other_units(dataset, table, indicator, origin), filters.years)
    )


def elsewhere_note(
    series: tuple[str, str, str],
    *,
    dataset: Dataset,
    filters: Filters,
    language: Language,
) -> tuple[str, ...]:
    """Return a note with the values of other origins for the same quantity and selected years.

    `series` has table, indicator and origin of the shown series.
    """
    table, indicator, origin = series
    said = [
        f"{place_text(seen, dataset=dataset, language=language)}, {seen.year}: "
        f"{number_text(seen, language)}"
        for code in series_choices(dataset, table)
        if code != origin
        for seen in chosen_years(printed_series(dataset, table, indicator, code), filters.years)
    ]
    if not said:
        return ()
    saying = language.gettext("The same quantity is also given elsewhere: {values}.")
    return (saying.format(values=clauses(said)),)
