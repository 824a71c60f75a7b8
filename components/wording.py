"""Words shared by figures: amounts, spans of years, origins, methods and qualifiers."""

from collections.abc import Callable, Iterable

import pandas as pd

from data.dataset import Dataset
from data.languages import Language
from data.series import COMPUTED


def later(message: str) -> str:
    """Mark a text for the catalogues that is translated where it is shown."""
    return message


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


def unit_of(rows: pd.DataFrame, *, dataset: Dataset, language: Language) -> str:
    """Return the full name of the unit that all rows share; several are listed."""
    units = rows["unit"].drop_duplicates()
    return language.enumerate(label_of(dataset, "units", str(unit), language) for unit in units)


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


def notes_of(rows: pd.DataFrame, language: Language) -> pd.Series:
    """Return the notes of rows in one language; empty where a table carries none."""
    column = language.column("note")
    if column in rows.columns:
        return rows[column].fillna("")
    return pd.Series("", index=rows.index)


def tip_maker(
    *, dataset: Dataset, language: Language
) -> Callable[[float, str, str, str, str], str]:
    """Return a function that writes the second line of a tooltip: value, method, origin."""

    def tip(value: float, unit: str, method: str, origin: str, paragraph: str) -> str:
        return language.gettext("{amount} · {method} · {origin}, ¶ {paragraph}").format(
            amount=amount(value, unit, dataset=dataset, language=language),
            method=method_name(method, language),
            origin=label_of(dataset, "origins", origin, language),
            paragraph=paragraph.replace(";", ", "),
        )

    return tip
