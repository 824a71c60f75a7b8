"""What the public record states by year, also what is computed from it in the same way."""

from data.evidence.public_record import PublicValue
from data.evidence.series import growth
from data.evidence.source_comparison import (
    MEASURES,
    RECORDS,
    Statement,
    as_statements,
    record_values,
    statements,
)
from data.load.dataset import Dataset

TURNOVER_GROWTH = "turnover_growth"
"""Indicator of the growth of turnover on the previous year."""


def record_statements(dataset: Dataset, measure: str) -> tuple[Statement, ...]:
    """Return what the public record states of a measure by year, source by source.

    Parameters
    ----------
    dataset : Dataset
        All tables.
    measure : str
        A code of `MEASURES`, another indicator of the public record, or `turnover_growth`, which
        is computed from the turnover of one reporter in two successive years.
    """
    if measure == TURNOVER_GROWTH:
        return _growth_statements(dataset)
    if measure in MEASURES:
        return tuple(one for one in statements(dataset, measure) if one.source in RECORDS)
    return as_statements(record_values(dataset, measure))


def _growth_statements(dataset: Dataset) -> tuple[Statement, ...]:
    by_reporter: dict[str, list[PublicValue]] = {}
    for value in record_values(dataset, "turnover"):
        if value.whole_year and value.measured is not None:
            by_reporter.setdefault(value.reporter, []).append(value)
    return as_statements(
        rate for values in by_reporter.values() for rate in growth(tuple(values), TURNOVER_GROWTH)
    )
