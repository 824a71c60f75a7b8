"""Key figures: the last chosen year in a few numbers, each with its change on the year before."""

from dataclasses import dataclass

from components.wording import label_of, percent
from data.dataset import Dataset
from data.filters import Filters
from data.languages import Language
from data.series import Series, chosen_years, growth, printed_series, trade_balance


@dataclass(frozen=True, kw_only=True)
class KeyFigure:
    """One number with what a reader asks of it.

    Attributes
    ----------
    label : str
        What it measures, in short.
    value : str
        The number.
    unit : str
        Its unit, in full.
    change : str
        The year, with the change on the year before where that is printed.
    source : str
        Where it stands in the source.
    """

    label: str
    value: str
    unit: str
    change: str
    source: str


def _key_figure(
    series: Series, *, dataset: Dataset, filters: Filters, language: Language
) -> KeyFigure | None:
    _ = language.gettext
    chosen = chosen_years(series, filters.years)
    if not chosen:
        return None
    last = chosen[-1]
    grown = {seen.year: seen.value for seen in growth(series, "change")}
    comparable = last.year in grown and all(seen.value > 0 for seen in series)
    return KeyFigure(
        label=label_of(dataset, "indicators", last.indicator, language, "short"),
        value=language.number(last.value),
        unit=label_of(dataset, "units", last.unit, language),
        change=_("{year}: {change}").format(
            year=last.year, change=percent(grown[last.year], language, decimals=1, signed=True)
        )
        if comparable
        else str(last.year),
        source=_("{origin}, ¶ {paragraph}").format(
            origin=label_of(dataset, "origins", last.origin, language),
            paragraph=last.paragraph.replace(";", ", "),
        ),
    )


def key_figures(*, dataset: Dataset, filters: Filters, language: Language) -> tuple[KeyFigure, ...]:
    """Return the key figures of the last chosen year; a series without values is left out."""
    series = []
    if "trade" in dataset.tables:
        series += [
            printed_series(dataset, "trade", indicator, filters.trade)
            for indicator in ("turnover", "exports", "imports")
        ]
        series.append(trade_balance(dataset, filters.trade))
    if "investment" in dataset.tables:
        series += [
            printed_series(dataset, "investment", indicator, filters.investment)
            for indicator in ("investment_tr_to_kz", "investment_kz_to_tr")
        ]
    found = (
        _key_figure(rows, dataset=dataset, filters=filters, language=language) for rows in series
    )
    return tuple(figure for figure in found if figure is not None)
