"""Key figures: the last chosen year in a few numbers, each with its change on the year before."""

from dataclasses import dataclass

import pandas as pd

from components.wording import label_of, percent
from components.yearly import chosen_years
from data.dataset import Dataset
from data.filters import Filters
from data.languages import Language
from data.series import change, printed_series, trade_balance


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
    rows: pd.DataFrame, *, dataset: Dataset, filters: Filters, language: Language
) -> KeyFigure | None:
    _ = language.gettext
    chosen = chosen_years(rows, filters)
    if chosen.empty:
        return None
    last = chosen.iloc[-1]
    year = int(last["year"])
    grown = change(rows, year)
    comparable = grown is not None and (rows["value"] > 0).all()
    return KeyFigure(
        label=label_of(dataset, "indicators", str(last["indicator"]), language, "short"),
        value=language.number(last["value"]),
        unit=label_of(dataset, "units", str(last["unit"]), language),
        change=_("{year}: {change}").format(
            year=year, change=percent(grown, language, decimals=1, signed=True)
        )
        if comparable and grown is not None
        else str(year),
        source=_("{name}: {origin}, ¶ {paragraph}").format(
            name=label_of(dataset, "indicators", str(last["indicator"]), language),
            origin=label_of(dataset, "origins", str(last["origin"]), language),
            paragraph=str(last["paragraph"]).replace(";", ", "),
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
