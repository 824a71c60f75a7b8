"""Catalogue: every value once, with its origin."""

import pytest

from data.evidence.catalogue import catalogue, values_by_id, values_by_series
from data.evidence.values import SERIES_TABLES
from data.load.dataset import Dataset
from data.load.schema import is_period


def test_every_row_of_every_table_of_values_is_in_the_catalogue(dataset: Dataset) -> None:
    tables = ("trade", "investment", "economy", "facts", "ownership", "survey_answers")
    assert len(catalogue(dataset)) == sum(len(dataset.tables[name]) for name in tables)
    assert len(values_by_id(dataset)) == len(catalogue(dataset))


def test_every_entry_can_be_traced(dataset: Dataset) -> None:
    spans = dataset.tables["origins"].set_index("origin")
    for entry in catalogue(dataset):
        span = spans.loc[entry.origin]
        for number in entry.paragraph.split(";"):
            assert span["first_paragraph"] <= int(number) <= span["last_paragraph"], entry.id
        assert all(entry.names)
        assert entry.value is not None or (entry.low is not None and entry.high is not None)


def test_the_catalogue_covers_the_whole_dissertation(dataset: Dataset) -> None:
    origins = {entry.origin for entry in catalogue(dataset)}
    sections = {"intro", "s1_3", "s2_1", "s2_2", "s2_3", "s2_3_1", "s2_4_1", "s3_1", "s3_2"}
    assert sections | {f"table{number}" for number in (1, 2, 3, 4, 6, 7, 8)} <= origins
    assert "annex_b" in origins


def test_values_of_a_series_are_found_in_the_order_of_years(dataset: Dataset) -> None:
    series = values_by_series(dataset)["trade", "turnover", "table7"]
    assert [value.year for value in series] == [2018, 2019, 2020, 2021, 2022, 2023]
    assert {value.id: value.value for value in series}["table7:2022:turnover"] == 2750


def test_the_values_of_every_series_are_between_kazakhstan_and_turkiye(dataset: Dataset) -> None:
    found = [value for value in catalogue(dataset) if value.table in SERIES_TABLES]
    assert found
    for value in found:
        assert value.quantity[1:] == ("KZ", "TR", value.period), value.id


def test_every_value_has_an_identifier_of_its_own(any_dataset: Dataset) -> None:
    every = catalogue(any_dataset)
    assert len({value.id for value in every}) == len(every)


@pytest.mark.parametrize("text", ["1992", "1992-10", "1992-10-31", "1990s", "2010/2022"])
def test_dates_of_every_precision_are_accepted(text: str) -> None:
    assert is_period(text)


@pytest.mark.parametrize("text", ["1992-13", "1992-02-30", "92", "1992/", "2010/2022/2023", "soon"])
def test_invalid_dates_are_refused(text: str) -> None:
    assert not is_period(text)


def test_events_name_known_precision_and_their_dates_fit_it(dataset: Dataset) -> None:
    lengths = {"year": 4, "month": 7, "day": 10}
    for row in dataset.tables["events"].to_dict("records"):
        first = row["date"].partition("/")[0]
        if row["precision"] in lengths and not first.endswith("s"):
            assert len(first) == lengths[row["precision"]], row["event"]
