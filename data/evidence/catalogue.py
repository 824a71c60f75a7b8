"""Catalogue of all values of the loaded tables, as `Value` objects."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

import pandas as pd

from data.evidence.values import SERIES_TABLES, Series, Texts, Value
from data.language.languages import LANGUAGE_CODES
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset
from data.load.identifiers import answer_id, series_id, stake_id
from data.load.records import records
from data.problems import TableRefusedError

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
"""Indicator, entity and counterpart of each series, in the codes of the table of facts."""


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
        "speaker": row.get("speaker", ""),
        "sectors": row.get("sectors", ""),
        "notes": _texts(row, "note"),
    }


def _series_values(table: str, dataset: Dataset) -> Iterator[Value]:
    for row in records(dataset.table(table)):
        indicator, year = row["indicator"], str(row["year"])
        named, entity, counterpart = QUANTITY_OF_INDICATOR.get(indicator, (indicator, "KZ", "TR"))
        yield Value(
            id=series_id(row["origin"], year, indicator),
            table=table,
            indicator=indicator,
            subject=SUBJECT_OF_INDICATOR.get(indicator, "other"),
            quantity=(named, entity, counterpart, year),
            names=tuple(
                dataset.texts("indicators", f"name_{code}").get(indicator, indicator)
                for code in LANGUAGE_CODES
            ),
            **_measured(row),
        )


def _fact_values(dataset: Dataset) -> Iterator[Value]:
    for row in records(dataset.table("facts")):
        yield Value(
            id=row["fact"],
            table="facts",
            indicator=row["indicator"],
            subject=row["subject"],
            quantity=(row["indicator"], row["entity"], row["counterpart"], row["period"]),
            names=_texts(row, "name"),
            **_measured(row),
        )


def _stake_values(dataset: Dataset) -> Iterator[Value]:
    projects = {code: dataset.texts("routes", f"name_{code}") for code in LANGUAGE_CODES}
    for row in records(dataset.table("ownership")):
        holders = _texts(row, "holder_name")
        yield Value(
            id=stake_id(row["project"], row["holder"], row["paragraph"]),
            table="ownership",
            indicator="ownership_share",
            subject="oil",
            quantity=("ownership_share", row["project"], row["holder"], row["period"]),
            names=tuple(
                f"{projects[code].get(row['project'], row['project'])}: {holder}"
                for code, holder in zip(LANGUAGE_CODES, holders, strict=True)
            ),
            **_measured(row),
        )


def _survey_values(dataset: Dataset) -> Iterator[Value]:
    questions = {code: dataset.texts("survey_questions", f"name_{code}") for code in LANGUAGE_CODES}
    for row in records(dataset.table("survey_answers")):
        question = str(row["question"])
        yield Value(
            id=answer_id(question, row["answer"]),
            table="survey_answers",
            indicator="respondents_share",
            subject="opinion",
            quantity=("respondents_share", f"q{question}", row["answer"], ""),
            names=tuple(
                f"{questions[code].get(question, question)}: {answer}"
                for code, answer in zip(LANGUAGE_CODES, _texts(row, "name"), strict=True)
            ),
            **_measured(row),
        )


PARTS: tuple[Callable[[Dataset], Iterable[Value]], ...] = (
    *(partial(_series_values, table) for table in SERIES_TABLES),
    _fact_values,
    _stake_values,
    _survey_values,
)
"""Functions that yield the values of one table each."""


@kept_with_dataset
def catalogue(dataset: Dataset) -> tuple[Value, ...]:
    """Return every value of the loaded tables, series first.

    Values of tables that did not load are left out; the page names these tables.
    """
    values: list[Value] = []
    for part in PARTS:
        try:
            values += tuple(part(dataset))
        except TableRefusedError:
            continue
    return tuple(values)


@kept_with_dataset
def values_by_id(dataset: Dataset) -> Mapping[str, Value]:
    """Return the catalogue by identifier."""
    return {value.id: value for value in catalogue(dataset)}


@kept_with_dataset
def values_by_series(dataset: Dataset) -> Mapping[tuple[str, str, str], Series]:
    """Return the values of the yearly tables by table, indicator and origin, in order of years."""
    found: dict[tuple[str, str, str], list[Value]] = {}
    for value in catalogue(dataset):
        if value.table in SERIES_TABLES:
            found.setdefault((value.table, value.indicator, value.origin), []).append(value)
    return {
        key: tuple(sorted(series, key=lambda value: value.year)) for key, series in found.items()
    }
