"""The catalogue: every value of the Atlas in one form, whatever table holds it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Any

import pandas as pd

from data.dataset import Dataset
from data.languages import LANGUAGE_CODES, Language
from data.problems import TableRefusedError
from data.records import records
from data.series import SERIES_TABLES

SUBJECT_OF_INDICATOR: Mapping[str, str] = MappingProxyType(
    {
        "exports": "trade",
        "imports": "trade",
        "turnover": "trade",
        "turnover_growth": "trade",
        "investment_tr_to_kz": "investment",
        "investment_kz_to_tr": "investment",
        "investment_projects": "projects",
        "joint_projects": "projects",
        "turkish_companies": "companies",
    }
)

QUANTITY_OF_INDICATOR: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "turnover": ("goods_turnover", "KZ", "TR"),
        "turnover_growth": ("goods_turnover_growth", "KZ", "TR"),
        "exports": ("exports", "KZ", "TR"),
        "imports": ("imports", "KZ", "TR"),
        "investment_tr_to_kz": ("gross_fdi_inflow", "KZ", "TR"),
        "turkish_companies": ("companies_count", "KZ", "TR"),
        "joint_projects": ("joint_projects", "KZ", "TR"),
    }
)
"""The quantity of a series in the terms of the facts: indicator, entity, counterpart."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One value with everything the source says of it.

    Attributes
    ----------
    id : str
        The fact's identifier, or `table7:2022:turnover`, `survey:5:no_answer`,
        `project:holder:paragraph` for a stake.
    table : str
        Table that holds it.
    subject : str
        A code of `subjects`.
    quantity : tuple of str
        Indicator, entity, counterpart and period; equal for what measures the same.
    names, notes : tuple of str
        Texts in the order of `LANGUAGE_CODES`.
    value, low, high : float or None
        The value, or the ends of a printed range.
    qualifier, unit, origin, paragraph, reference, sectors : str
        As in the table.
    """

    id: str
    table: str
    subject: str
    quantity: tuple[str, str, str, str]
    names: tuple[str, ...]
    notes: tuple[str, ...]
    value: float | None
    low: float | None
    high: float | None
    qualifier: str
    unit: str
    origin: str
    paragraph: str
    reference: str = ""
    sectors: str = ""

    @property
    def period(self) -> str:
        """Year, month, day or span the value holds for."""
        return self.quantity[3]

    def name(self, language: Language) -> str:
        """Return what is measured, in one language."""
        return self.names[LANGUAGE_CODES.index(language.code)]

    def note(self, language: Language) -> str:
        """Return the note in one language."""
        return self.notes[LANGUAGE_CODES.index(language.code)]


Texts = tuple[str, ...]


@lru_cache(maxsize=64)
def _language_columns(stem: str) -> tuple[str, ...]:
    return tuple(f"{stem}_{code}" for code in LANGUAGE_CODES)


def _texts(row: Mapping[Any, Any], stem: str) -> Texts:
    return tuple([row.get(column, "") for column in _language_columns(stem)])


def _number(value: float) -> float | None:
    return None if pd.isna(value) else float(value)


def _measured(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {
        "value": _number(row["value"]),
        "low": _number(row["low"]),
        "high": _number(row["high"]),
        "qualifier": row["qualifier"],
        "unit": row["unit"],
        "origin": row["origin"],
        "paragraph": str(row["paragraph"]),
        "reference": row.get("reference", ""),
        "sectors": row.get("sectors", ""),
        "notes": _texts(row, "note"),
    }


def series_id(origin: str, year: int | str, indicator: str) -> str:
    """Return the identifier of a value of a yearly table."""
    return f"{origin}:{year}:{indicator}"


def _series_entries(table: str, dataset: Dataset) -> Iterator[Entry]:
    for row in records(dataset.table(table)):
        indicator, year = row["indicator"], str(row["year"])
        named, entity, counterpart = QUANTITY_OF_INDICATOR.get(indicator, (indicator, "KZ", "TR"))
        yield Entry(
            id=series_id(row["origin"], year, indicator),
            table=table,
            subject=SUBJECT_OF_INDICATOR.get(indicator, "other"),
            quantity=(named, entity, counterpart, year),
            names=tuple(
                dataset.texts("indicators", f"name_{code}").get(indicator, indicator)
                for code in LANGUAGE_CODES
            ),
            **_measured(row),
        )


def _fact_entries(dataset: Dataset) -> Iterator[Entry]:
    for row in records(dataset.table("facts")):
        yield Entry(
            id=row["fact"],
            table="facts",
            subject=row["subject"],
            quantity=(row["indicator"], row["entity"], row["counterpart"], row["period"]),
            names=_texts(row, "name"),
            **_measured(row),
        )


def _stake_entries(dataset: Dataset) -> Iterator[Entry]:
    projects = {code: dataset.texts("routes", f"name_{code}") for code in LANGUAGE_CODES}
    for row in records(dataset.table("ownership")):
        holders = _texts(row, "holder_name")
        yield Entry(
            id=f"{row['project']}:{row['holder']}:{row['paragraph']}",
            table="ownership",
            subject="oil",
            quantity=("ownership_share", row["project"], row["holder"], row["period"]),
            names=tuple(
                f"{projects[code].get(row['project'], row['project'])}: {holder}"
                for code, holder in zip(LANGUAGE_CODES, holders, strict=True)
            ),
            **_measured(row),
        )


def _survey_entries(dataset: Dataset) -> Iterator[Entry]:
    questions = {code: dataset.texts("survey_questions", f"name_{code}") for code in LANGUAGE_CODES}
    for row in records(dataset.table("survey_answers")):
        question = str(row["question"])
        yield Entry(
            id=f"survey:{question}:{row['answer']}",
            table="survey_answers",
            subject="opinion",
            quantity=("respondents_share", f"q{question}", row["answer"], ""),
            names=tuple(
                f"{questions[code].get(question, question)}: {answer}"
                for code, answer in zip(LANGUAGE_CODES, _texts(row, "name"), strict=True)
            ),
            **_measured(row),
        )


PARTS: tuple[Callable[[Dataset], Iterable[Entry]], ...] = (
    *(partial(_series_entries, table) for table in SERIES_TABLES),
    _fact_entries,
    _stake_entries,
    _survey_entries,
)
"""What the catalogue is made of, one part for each table of values."""


@lru_cache(maxsize=4)
def catalogue(dataset: Dataset) -> tuple[Entry, ...]:
    """Return every value of the loaded tables, series first.

    A part whose table did not load is left out; the page says which table that is.
    """
    entries: list[Entry] = []
    for part in PARTS:
        try:
            entries += tuple(part(dataset))
        except TableRefusedError:
            continue
    return tuple(entries)


@lru_cache(maxsize=4)
def entries_by_id(dataset: Dataset) -> Mapping[str, Entry]:
    """Return the catalogue by identifier."""
    return {entry.id: entry for entry in catalogue(dataset)}


@lru_cache(maxsize=4)
def entries_by_place(dataset: Dataset) -> Mapping[tuple[str, str], tuple[Entry, ...]]:
    """Return the catalogue by origin and paragraph, under which tables of figures name values."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in catalogue(dataset):
        for paragraph in filter(None, entry.paragraph.split(";")):
            found.setdefault((entry.origin, paragraph), []).append(entry)
    return {place: tuple(entries) for place, entries in found.items()}
