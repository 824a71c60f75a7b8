"""Distance of trade turnover from its targets: growth needed by a year, and year reached.

This is arithmetic on stated values, no forecast.
"""

import math
from dataclasses import dataclass, replace

from data.evidence.catalogue import catalogue
from data.evidence.origins import outside_origins
from data.evidence.public_record import PublicValue, public_series
from data.evidence.series import (
    chosen_years,
    compound_growth,
    computed_value,
    printed_series,
    series_choices,
)
from data.evidence.values import SERIES_TABLES, Quantity, Series, Value
from data.language.languages import LANGUAGE_CODES
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset

UNIT = "USD_million"
TARGET_FACT = "goods_turnover_target"
TURNOVER_FACT = ("goods_turnover", "KZ", "TR")
PARTNERS = ("KZ", "TR")

USUAL_SPAN, LONGEST_SPAN = 7, 17
"""Years after the last value: of the default target year, and of the last one offered."""

MOST_YEARS = 100
"""Longest time to a target that is computed, in years."""


@dataclass(frozen=True, kw_only=True)
class Target:
    """An aimed-at turnover: every statement of one amount."""

    stated: tuple[Value, ...]

    @property
    def value(self) -> Value:
        """The first statement."""
        return self.stated[0]

    @property
    def amount(self) -> float:
        """The amount in million US dollars."""
        return self.value.in_unit(UNIT).value or 0.0


@kept_with_dataset
def targets(dataset: Dataset) -> tuple[Target, ...]:
    """Return the targets for turnover, those of the dissertation first, then by amount."""
    found: dict[float, list[Value]] = {}
    stated = (
        *(value for value in catalogue(dataset) if value.quantity[0] == TARGET_FACT),
        *public_series(dataset, "turnover_target", PARTNERS[0]),
    )
    for value in stated:
        amount = value.in_unit(UNIT).value
        if amount is not None:
            found.setdefault(amount, []).append(value)
    groups = (Target(stated=tuple(group)) for group in found.values())
    return tuple(
        sorted(groups, key=lambda target: (bool(target.value.table != "facts"), target.amount))
    )


@kept_with_dataset
def target_years(dataset: Dataset) -> tuple[int, int, int]:
    """Return the first, the default and the last target year: years after the last turnover."""
    years = [
        value.year
        for origin in series_choices(dataset, "trade")
        if origin not in outside_origins(dataset)
        for value in printed_series(dataset, "trade", "turnover", origin)
    ]
    last = max(years, default=0)
    return last + 1, last + USUAL_SPAN, last + LONGEST_SPAN


def latest_turnovers(dataset: Dataset, years: tuple[int, int]) -> tuple[Value, ...]:
    """Return the last turnover in selected years of each source within the dissertation.

    A passage of running text is a source of its own; one that repeats an amount of its section
    without a year is left out.
    """
    found = [
        own[-1]
        for origin in series_choices(dataset, "trade")
        if origin not in outside_origins(dataset)
        and (own := chosen_years(printed_series(dataset, "trade", "turnover", origin), years))
    ]
    passages = [
        value
        for value in catalogue(dataset)
        if value.measure == TURNOVER_FACT
        and value.table not in SERIES_TABLES
        and value.period.isdigit()
    ]
    return (*found, *chosen_years(tuple(passages), years)[-1:])


def public_turnovers(dataset: Dataset) -> tuple[PublicValue, ...]:
    """Return the latest turnover of a whole year in the public record of each country."""
    found: dict[str, PublicValue] = {}
    for value in public_series(dataset, "turnover", PARTNERS[0]):
        if value.whole_year and value.country in PARTNERS:
            found[value.country] = value
    return tuple(found[country] for country in PARTNERS if country in found)


def _named(value: Value, indicator: str, *, period: str, paragraph: str, dataset: Dataset) -> Value:
    """Return a computed value with the name of its indicator, a period, and own paragraphs.

    The paragraphs of the target lie in other sections; `Value.inputs` names them.
    """
    names = tuple(
        dataset.texts("indicators", f"name_{code}").get(indicator, indicator)
        for code in LANGUAGE_CODES
    )
    return replace(value, names=names, paragraph=paragraph, quantity=(*value.quantity[:3], period))


def _amount_code(target: Target) -> str:
    return f"{target.amount:g}".replace(".", "_")


def needed_growth(value: Value, target: Target, year: int, dataset: Dataset) -> Value | None:
    """Return the constant yearly growth that leads from a value to a target, in per cent.

    Returns
    -------
    Value or None
        None if the value is no positive number, reaches the target, or is not before `year`.
    """
    number = value.in_unit(UNIT).measured
    span = year - value.year
    if number is None or not 0 < number < target.amount or span < 1:
        return None
    rate = float((target.amount / number) ** (1 / span) - 1) * 100
    made = computed_value(
        value,
        indicator=f"growth_to_{_amount_code(target)}_by_{year}",
        quantity=Quantity(value=rate, unit="percent"),
        inputs=(value, *target.stated),
    )
    made = replace(made, indicator="growth_to_target")
    return _named(
        made,
        "growth_to_target",
        period=f"{value.year}/{year}",
        paragraph=value.paragraph,
        dataset=dataset,
    )


def year_reached(series: Series, target: Target, dataset: Dataset) -> Value | None:
    """Return the first year in which a series reaches a target at its own compound growth.

    Returns
    -------
    Value or None
        None without positive growth, if the last value reaches the target, or after `MOST_YEARS`.
    """
    rate = compound_growth(series)
    number = series[-1].measured if series else None
    if rate is None or rate <= 0 or number is None or number >= target.amount:
        return None
    years = math.log(target.amount / number) / math.log(1 + rate / 100)
    # A result a hair above a whole year comes from binary rounding.
    span = math.ceil(round(years, 9))
    if span > MOST_YEARS:
        return None
    last = series[-1]
    made = computed_value(
        last,
        indicator=f"{_amount_code(target)}_reached_since_{series[0].year}",
        quantity=Quantity(value=float(last.year + span), unit="year"),
        inputs=(series[0], last, *target.stated),
    )
    made = replace(made, indicator="target_reached")
    paragraphs = dict.fromkeys(filter(None, (series[0].paragraph, last.paragraph)))
    return _named(
        made,
        "target_reached",
        period=f"{series[0].year}/{last.year}",
        paragraph=";".join(paragraphs),
        dataset=dataset,
    )


def reaches(value: Value, target: Target) -> bool:
    """Return whether a value is certainly at or above a target."""
    return value.in_unit(UNIT).bounds[0] >= target.amount
