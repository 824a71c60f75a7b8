"""Events marked on figures by year: recorded in the data, and following the filter of years."""

import json
import re
from dataclasses import replace

import pytest

from components.charts.size import MAGNIFIED
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


TRIANGLE = re.compile(r"M0,-[\d.]+L(-?[\d.,L-]+)Z")


def drawn_marks(drawn: Figure, width: int) -> tuple[set[str], int]:
    """Return the texts of a picture of a width, and the number of its marks of events."""
    svg = chart_svg(json.dumps(picture_specification(drawn, width)))
    marks = [one for one in svg.iter() if TRIANGLE.fullmatch(one.get("d") or "")]
    return {element.text for element in svg.iter() if element.text}, len(marks)


def test_a_narrow_chart_has_neither_labels_nor_marks_without_words() -> None:
    drawn = figure("trade_turnover", SPACE.start("en"))
    lines = {line for label in labels(drawn).values() for line in label.split("\n")}
    texts, marked = drawn_marks(drawn, 380)
    assert not lines & texts
    assert marked == 0
    texts, marked = drawn_marks(drawn, 800)
    assert lines <= texts
    assert marked == len(labels(drawn))


def test_a_low_window_filled_by_a_card_keeps_its_height_for_the_plot() -> None:
    drawn = figure("trade_turnover", SPACE.start("en"))
    spec = picture_specification(drawn, 1200)
    params = [{**one, "value": 1.8} if one["name"] == MAGNIFIED else one for one in spec["params"]]
    svg = chart_svg(json.dumps({**spec, "params": params}))
    texts = {element.text for element in svg.iter() if element.text}
    assert "3,200" in texts
    assert not {line for label in labels(drawn).values() for line in label.split("\n")} & texts


def test_the_room_of_a_label_is_that_of_its_longest_line() -> None:
    drawn = figure("trade_growth", SPACE.start("kk"))
    longest = max(len(line) for label in labels(drawn).values() for line in label.split("\n"))
    assert {row["event_letters"] for row in drawn.rows} == {longest}
