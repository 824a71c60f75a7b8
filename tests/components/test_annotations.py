"""Events marked on figures by year: recorded in the data, and following the filter of years."""

import json
from dataclasses import replace

import pytest

from components.export.converter import chart_svg
from components.export.picture import picture_specification
from components.figures.figure import Figure
from components.figures.registry import FIGURES, build_figure
from data.choice.parameters import Filters, filter_space
from data.evidence.annotations import annotations, annotations_of
from data.evidence.events import events
from data.language.languages import LANGUAGE_CODES
from data.load.dataset import load_dataset

DATASET = load_dataset()
SPACE = filter_space(DATASET)
FOUND = annotations(DATASET)


def figure(name: str, filters: Filters) -> Figure:
    return build_figure(name, dataset=DATASET, filters=filters)


def labels(drawn: Figure) -> dict[int, str]:
    return {row["year"]: row["event"] for row in drawn.rows if row.get("event")}


def test_annotations_are_of_figures_and_of_their_years() -> None:
    assert {seen.figure for seen in FOUND} <= set(FIGURES)
    assert len(FOUND) == len(DATASET.tables["annotations"])
    years = {event.code: event.years for event in events(DATASET)}
    assert all(years[seen.event] == (seen.year, seen.year) for seen in FOUND)
    for name in {seen.figure for seen in FOUND}:
        own = [seen.year for seen in FOUND if seen.figure == name]
        assert len(own) == len(set(own)), name


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("name", sorted({seen.figure for seen in FOUND}))
def test_every_annotation_is_drawn_and_named_in_the_notes(name: str, code: str) -> None:
    drawn = figure(name, SPACE.start(code))
    own = annotations_of(DATASET, name)
    assert list(labels(drawn)) == [seen.year for seen in own]
    for seen in own:
        assert seen.paragraph in labels(drawn)[seen.year]
        assert any(f"{seen.year}, " in note and seen.paragraph in note for note in drawn.notes)
    svg = chart_svg(json.dumps(picture_specification(drawn)))
    texts = {element.text for element in svg.iter() if element.text}
    for label in labels(drawn).values():
        assert set(label.split("\n")) <= texts


def test_annotations_follow_the_years() -> None:
    start = SPACE.start("en")
    for years in ((2018, 2019), (2020, 2020), (2021, 2023)):
        drawn = figure("trade_turnover", replace(start, years=years))
        assert set(labels(drawn)) == {
            seen.year
            for seen in annotations_of(DATASET, "trade_turnover")
            if years[0] <= seen.year <= years[1]
        }
        assert drawn.form is figure("trade_turnover", start).form


def test_a_narrow_chart_has_the_marks_alone() -> None:
    drawn = figure("trade_turnover", SPACE.start("en"))
    svg = chart_svg(json.dumps(picture_specification(drawn, 380)))
    texts = {element.text for element in svg.iter() if element.text}
    for label in labels(drawn).values():
        assert not set(label.split("\n")) & texts
