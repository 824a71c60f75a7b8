"""Words shared by figures: amounts, ranges, spans of years, origins, methods and qualifiers."""

import textwrap
from collections.abc import Iterable
from typing import Protocol

from data import languages
from data.citation import citation
from data.dataset import Dataset
from data.languages import Language
from data.origins import is_outside
from data.series import series_unit
from data.values import COMPUTED, Value


class Measured(Protocol):
    """Anything with a value or a range in a unit: an observation, an entry, a quantity."""

    @property
    def value(self) -> float | None:
        """The value; None for a range."""

    @property
    def low(self) -> float | None:
        """Lower end of a range."""

    @property
    def high(self) -> float | None:
        """Upper end of a range."""

    @property
    def unit(self) -> str:
        """A code of `units`."""


class Qualified(Measured, Protocol):
    """Anything measured that says how firmly the source states it."""

    @property
    def qualifier(self) -> str:
        """A qualifier such as `exact` or `about`."""


class Placed(Protocol):
    """Anything that stands in a paragraph of an origin."""

    @property
    def origin(self) -> str:
        """A code of `origins`."""

    @property
    def paragraph(self) -> str:
        """Paragraphs joined by a semicolon; empty outside the dissertation."""


later = languages.later
"""Mark a text for the catalogues that is translated where it is shown."""


def label_of(
    dataset: Dataset, table: str, code: str, language: Language, stem: str = "name"
) -> str:
    """Return what a lookup table calls `code`; the code itself where the table lacks it.

    Parameters
    ----------
    dataset : Dataset
        All tables.
    table : str
        A lookup table, keyed by its first column.
    code : str
        The code to name.
    language : Language
        Language of the name.
    stem : str
        Which text to take: `name`, `title` or `symbol`. The name of an origin outside the
        dissertation says so.
    """
    text = dataset.texts(table, language.column(stem)).get(code, code)
    if table == "origins" and stem == "name" and is_outside(dataset, code):
        return language.gettext("{name} (outside the dissertation)").format(name=text)
    return text


def selection_name(code: str, *, dataset: Dataset, language: Language) -> str:
    """Return the name of what is selected on the map: a route, a place, or a country."""
    for table in ("routes", "places", "map_labels"):
        named = label_of(dataset, table, code, language)
        if named != code:
            return named
    return code


PUBLISHED = ("address", "date")
"""Columns that say where and when an origin outside the dissertation was published."""

LINE_CHARACTERS = 26
"""Longest line of a category beside a chart, so that a phone keeps room for the bars."""


def wrapped(text: str) -> str:
    """Break a category into short lines for the axis of a chart."""
    return "\n".join(textwrap.wrap(text, LINE_CHARACTERS))


def years_text(years: tuple[int, int]) -> str:
    """Write a span of years; a single year stands alone."""
    first, last = years
    return str(first) if first == last else f"{first}–{last}"


def percent(
    value: float, language: Language, *, decimals: int | None = None, signed: bool = False
) -> str:
    """Write a share or growth with the per cent sign where the language puts it."""
    text = language.number(value, decimals=decimals, signed=signed)
    if language.code == "tr":
        sign, digits = (text[0], text[1:]) if text[0] in "+−" else ("", text)
        return f"{sign}%{digits}"
    return f"{text}%" if language.code == "en" else f"{text}\N{NO-BREAK SPACE}%"


def amount(value: float, unit: str, *, dataset: Dataset, language: Language) -> str:
    """Write a value with the short form of its unit, such as `3,200 USD million`."""
    if unit == "percent":
        return percent(value, language)
    return f"{language.number(value)} {label_of(dataset, 'units', unit, language, 'symbol')}"


def unit_of(series: Iterable[Value], *, dataset: Dataset, language: Language) -> str:
    """Return the full name of the unit of the values; several units are listed."""
    units = dict.fromkeys(seen.unit for seen in series)
    return language.enumerate(label_of(dataset, "units", unit, language) for unit in units)


def series_unit_name(
    dataset: Dataset, table: str, indicator: str, origin: str, language: Language
) -> str:
    """Return the full name of the unit of a series."""
    return label_of(dataset, "units", series_unit(dataset, table, indicator, origin), language)


def value_text(measured: Measured, language: Language, *, signed: bool = False) -> str:
    """Write a value or a range without its unit."""
    if measured.value is not None:
        return language.number(measured.value, signed=signed)
    ends = [end for end in (measured.low, measured.high) if end is not None]
    dash = " – " if signed or any(end < 0 for end in ends) else "–"
    return dash.join(language.number(end, signed=signed) for end in ends)


def _share_text(measured: Measured, language: Language) -> str:
    """Write a value or a range with one per cent sign."""
    if measured.value is not None:
        return percent(measured.value, language)
    ends = [end for end in (measured.low, measured.high) if end is not None]
    signed_end = 0 if language.code == "tr" else len(ends) - 1
    return "–".join(
        percent(end, language) if place == signed_end else language.number(end)
        for place, end in enumerate(ends)
    )


def hedged(text: str, qualifier: str, language: Language) -> str:
    """Add to an amount how firmly the source states it; an exact one stays as it is."""
    _ = language.gettext
    sayings = {
        "about": _("≈ {amount}"),
        "over": _("over {amount}"),
        "under": _("under {amount}"),
        "up_to": _("up to {amount}"),
        "planned": _("{amount}, planned"),
        "target": _("{amount}, target"),
        "inferred": _("{amount}, inferred"),
    }
    return sayings.get(qualifier, "{amount}").format(amount=text)


def quantity_text(measured: Measured, *, dataset: Dataset, language: Language) -> str:
    """Write a value or a range with the short form of its unit."""
    if measured.unit == "percent":
        return _share_text(measured, language)
    symbol = label_of(dataset, "units", measured.unit, language, "symbol")
    return f"{value_text(measured, language)} {symbol}"


def number_text(measured: Qualified, language: Language, *, signed: bool = False) -> str:
    """Write a value or range with its qualifier; its unit, but for per cent, stands elsewhere."""
    text = (
        _share_text(measured, language)
        if measured.unit == "percent"
        else value_text(measured, language, signed=signed)
    )
    return hedged(text, measured.qualifier, language)


def amount_text(measured: Qualified, *, dataset: Dataset, language: Language) -> str:
    """Write a value or range with its unit and qualifier."""
    text = quantity_text(measured, dataset=dataset, language=language)
    return hedged(text, measured.qualifier, language)


def place_text(placed: Placed, *, dataset: Dataset, language: Language) -> str:
    """Write where a value stands: its origin, with the paragraph where there is one."""
    origin = label_of(dataset, "origins", placed.origin, language)
    if not placed.paragraph:
        return origin
    return language.gettext("{origin}, ¶ {paragraph}").format(
        origin=origin, paragraph=placed.paragraph.replace(";", ", ")
    )


def origin_title(origin: str, *, dataset: Dataset, language: Language) -> str:
    """Return what an origin holds; with address and date where it is outside the dissertation."""
    title = label_of(dataset, "origins", origin, language, "title")
    parts = (title, *(dataset.texts("origins", part).get(origin, "") for part in PUBLISHED))
    return ", ".join(filter(None, parts))


def as_printed_in(origins: Iterable[str], *, dataset: Dataset, language: Language) -> str:
    """Say in which tables or annexes the shown values are printed."""
    names = [label_of(dataset, "origins", origin, language) for origin in origins]
    return language.gettext("as printed in {places}").format(places=language.enumerate(names))


def nothing_printed(language: Language) -> str:
    """Say that the tables hold nothing for a figure."""
    return language.gettext("The tables hold no values for this figure")


def cited_source(origins: Iterable[str], *, dataset: Dataset, language: Language) -> str:
    """Return the line that names where values stand, for what is taken out of the Atlas."""
    every = tuple(origins)
    outside = [origin for origin in every if is_outside(dataset, origin)]
    inside = [origin for origin in every if origin not in outside]
    places = as_printed_in(inside, dataset=dataset, language=language) if inside else ""
    return citation(
        language,
        places,
        [origin_title(origin, dataset=dataset, language=language) for origin in outside],
    )


def method_name(method: str, language: Language) -> str:
    """Say whether a value is printed in the source or computed from printed ones."""
    _ = language.gettext
    return _("computed") if method == COMPUTED else _("printed")


def qualifier_name(qualifier: str, language: Language) -> str:
    """Say how firmly the source states a value."""
    _ = language.gettext
    names: dict[str, str] = {
        "exact": _("exact"),
        "about": _("about"),
        "over": _("over"),
        "under": _("under"),
        "up_to": _("up to"),
        "planned": _("planned"),
        "target": _("target"),
        "inferred": _("inferred"),
    }
    return names.get(qualifier, qualifier)
