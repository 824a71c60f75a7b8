"""Words shared by figures: amounts, spans of years, origins, methods and qualifiers."""

import textwrap
from collections.abc import Iterable

from data import languages
from data.catalogue import Entry
from data.dataset import Dataset
from data.languages import Language
from data.series import COMPUTED, Observation

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
        Which text to take: `name`, `title` or `symbol`.
    """
    return dataset.texts(table, language.column(stem)).get(code, code)


def selection_name(code: str, *, dataset: Dataset, language: Language) -> str:
    """Return the name of what is selected on the map: a route, a place, or a country."""
    for table in ("routes", "places", "map_labels"):
        named = label_of(dataset, table, code, language)
        if named != code:
            return named
    return code


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


def unit_of(series: Iterable[Observation], *, dataset: Dataset, language: Language) -> str:
    """Return the full name of the unit of the values; several units are listed."""
    units = dict.fromkeys(seen.unit for seen in series)
    return language.enumerate(label_of(dataset, "units", unit, language) for unit in units)


def value_text(entry: Entry, language: Language) -> str:
    """Write the value of an entry, or its range; the unit stands apart."""
    if entry.value is not None:
        return language.number(entry.value)
    ends = [language.number(end) for end in (entry.low, entry.high) if end is not None]
    return "–".join(ends)


def place_text(entry: Entry, *, dataset: Dataset, language: Language) -> str:
    """Write where a value stands."""
    return language.gettext("{origin}, ¶ {paragraph}").format(
        origin=label_of(dataset, "origins", entry.origin, language),
        paragraph=entry.paragraph.replace(";", ", "),
    )


def as_printed_in(origins: Iterable[str], *, dataset: Dataset, language: Language) -> str:
    """Say in which tables or annexes the shown values are printed."""
    names = [label_of(dataset, "origins", origin, language) for origin in origins]
    return language.gettext("as printed in {places}").format(places=language.enumerate(names))


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
