"""Speakers of quoted claims, and forecasts: what the tables must hold, and how faults are named."""

from collections.abc import Callable

import pytest

from data.evidence.catalogue import catalogue, values_by_id
from data.evidence.events import events
from data.evidence.statements import comparable
from data.evidence.trends import Direction, direction, observed
from data.load.dataset import Dataset
from data.problems import Rule
from tests.data.copies import Change

INTERVIEW = range(1475, 1531)
"""Paragraphs of the interview with an expert."""

QUESTIONS = frozenset({1475, 1480, 1484, 1492, 1496, 1501, 1506, 1513, 1519, 1529})
"""Paragraphs of the interview in which the author asks; what they claim is the author's."""


def numbers(paragraph: str) -> set[int]:
    return {int(number) for number in paragraph.split(";")}


@pytest.mark.parametrize("table", ["facts", "events"])
def test_rows_that_stand_in_answers_of_the_interview_only_name_the_expert(
    table: str, dataset: Dataset
) -> None:
    found = 0
    for row in dataset.tables[table].to_dict("records"):
        places = numbers(row["paragraph"])
        if places <= set(INTERVIEW) - QUESTIONS:
            assert row["speaker"] == "expert", row
            found += 1
        elif places.isdisjoint(INTERVIEW):
            assert row["speaker"] != "expert", row
    assert found or table == "facts"


def test_every_speaker_is_quoted_and_every_phrase_is_in_every_language(dataset: Dataset) -> None:
    quoted = {row for name in ("facts", "events") for row in dataset.tables[name]["speaker"]}
    assert quoted - {""} == set(dataset.tables["speakers"]["speaker"])
    assert not (dataset.tables["speakers"] == "").any(axis=None)


def test_values_and_events_keep_their_speaker(dataset: Dataset) -> None:
    assert values_by_id(dataset)["tr-kz-fdi-2021-p1212"].speaker == "tokayev"
    assert values_by_id(dataset)["table7:2022:turnover"].speaker == ""
    found = {event.code: event.speaker for event in events(dataset)}
    assert found["kz-independence-recognition-1991"] == "expert"
    assert found["tr-recognises-central-asia-1991"] == ""


@pytest.mark.parametrize("table", ["facts", "events"])
def test_an_unknown_speaker_is_refused(
    table: str, broken: Callable[[str, Change], Dataset]
) -> None:
    loaded = broken(table, lambda text: text.replace(",lyamin,", ",nobody,", 1))
    (problem,) = loaded.problems
    assert (problem.rule, problem.column) == (Rule.KNOWN_CODE, "speaker")
    assert problem.found == "nobody"


def test_a_speaker_without_a_phrase_in_one_language_is_refused(
    broken: Callable[[str, Change], Dataset],
) -> None:
    loaded = broken("speakers", lambda text: text.replace(",görüşülen uzmana göre,", ",,", 1))
    rules = {(p.table, p.rule, p.column) for p in loaded.problems}
    assert ("speakers", Rule.FILLED, "according_tr") in rules


def test_forecasts_are_neither_measured_nor_compared_with_measurements(dataset: Dataset) -> None:
    by_id = values_by_id(dataset)
    before, after = (by_id[f"tr-gdp-forecast-{name}-2023-p1323"] for name in ("old", "new"))
    assert before.qualifier == after.qualifier == "forecast"
    assert before.measured is None
    assert not observed(before)
    assert direction(before, after) is Direction.UNCLEAR
    assert comparable(before, after)
    assert not comparable(before, by_id["tr-gdp-growth-2023-p1323"])


def test_every_forecast_of_an_indicator_is_qualified_as_one(dataset: Dataset) -> None:
    for value in catalogue(dataset):
        assert ("forecast" in value.indicator) == (value.qualifier == "forecast"), value.id


def test_figures_of_whole_economies_are_no_figures_of_trade(dataset: Dataset) -> None:
    for value in catalogue(dataset):
        if value.subject == "macro":
            assert "trade" not in value.sectors.split(";"), value.id
            assert "economy" in value.sectors.split(";"), value.id
