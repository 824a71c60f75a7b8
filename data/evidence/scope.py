"""Counts that describe the dataset and its limits: values, events, routes, lines, respondents."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from data.evidence.audit import class_counts, conflicts
from data.evidence.catalogue import catalogue
from data.evidence.series import first_series, printed_series
from data.evidence.survey import decimal_shares, smallest_sample
from data.evidence.values import PRINTED, Series
from data.geometry import SCHEMATIC
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset
from data.problems import TableRefusedError

TOURISM, TOURISM_SECTION = "tourism", "s2_4_2"
"""The sector of tourism, and the section that names it in its title."""


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Number of rows of each kind; 0 for a table that did not load.

    Attributes
    ----------
    values, referenced : int
        Values of the catalogue, and those with a bracketed reference.
    events, routes, questions : int
        Events, routes and facilities, survey questions.
    undated : int
        Routes and facilities without a printed opening; some have an inferred one.
    lines, schematic : int
        Lines of the map, and those whose alignment is schematic.
    tourism, tourism_in_section : int
        Values under tourism, and those of them in the section that names it in its title.
    respondents : int or None
        Inferred sample size of the survey; None if no question has two-decimal shares.
    classes : mapping of str to int
        Number of conflicts by class.
    """

    values: int
    referenced: int
    events: int
    routes: int
    questions: int
    undated: int
    lines: int
    schematic: int
    tourism: int
    tourism_in_section: int
    respondents: int | None
    classes: Mapping[str, int]


def _column(dataset: Dataset, table: str, column: str) -> list[str]:
    if table not in dataset.tables:
        return []
    return [str(cell) for cell in dataset.tables[table][column]]


def _samples(dataset: Dataset) -> Iterator[int]:
    if "survey_answers" not in dataset.tables:
        return
    for _question, answers in dataset.tables["survey_answers"].groupby("question"):
        shares = decimal_shares(answers)
        sample = smallest_sample(shares) if shares else None
        if sample is not None:
            yield sample


@kept_with_dataset
def scope(dataset: Dataset) -> Scope:
    """Return the counts of a dataset."""
    values = catalogue(dataset)
    tourism = [value for value in values if TOURISM in value.sectors.split(";")]
    opened = _column(dataset, "routes", "opened_method")
    precisions = _column(dataset, "lines", "precision")
    try:
        classes = class_counts(conflicts(dataset))
    except TableRefusedError:
        classes = class_counts(())
    return Scope(
        values=len(values),
        referenced=sum(bool(value.reference) for value in values),
        events=len(_column(dataset, "events", "event")),
        routes=len(opened),
        questions=len(_column(dataset, "survey_questions", "question")),
        undated=len(opened) - opened.count(PRINTED),
        lines=len(precisions),
        schematic=precisions.count(SCHEMATIC),
        tourism=len(tourism),
        tourism_in_section=sum(value.origin == TOURISM_SECTION for value in tourism),
        respondents=max(_samples(dataset), default=None),
        classes=classes,
    )


@kept_with_dataset
def example_series(dataset: Dataset) -> Series:
    """Return the series whose last value is followed on the page about the Atlas.

    It is the turnover of the table of trade that is shown first; empty if it did not load.
    """
    try:
        origin = first_series(dataset, "trade")
        return printed_series(dataset, "trade", "turnover", origin)
    except (TableRefusedError, KeyError):
        return ()
