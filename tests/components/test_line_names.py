"""Two lines have their names at their ends where the chart is wide, else in a legend."""

import json
from dataclasses import replace

import pytest

from components.export.converter import chart_svg
from components.export.picture import NARROW, WIDE, picture_specification
from components.figures.investment import investment_flows
from data.choice.parameters import FilterSpace
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset
from tests.components.test_chart_contrast import Text, texts_of

PHONE = 340
SIZE = 13


def drawn(
    dataset: Dataset, space: FilterSpace, code: str, width: int, end: float = 0
) -> tuple[list[Text], list[str]]:
    """Return the texts of the chart and the names of its lines, which end close to `end` if any."""
    figure = investment_flows(dataset=dataset, filters=space.start(code), language=language(code))
    rows = figure.rows
    names = list(dict.fromkeys(str(row["series"]) for row in rows))
    last = max(int(row["year"]) for row in rows)
    if end:
        rows = tuple(
            {**row, "value": end + names.index(str(row["series"]))} if row["year"] == last else row
            for row in rows
        )
    spec = picture_specification(replace(figure, rows=rows), width)
    return texts_of(chart_svg(json.dumps(spec))), names


def named(texts: list[Text], names: list[str]) -> list[Text]:
    return [text for text in texts if text.words in names]


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("width", [WIDE, NARROW, PHONE])
def test_each_line_is_named_once(
    dataset: Dataset, space: FilterSpace, code: str, width: int
) -> None:
    texts, names = drawn(dataset, space, code, width)
    found = named(texts, names)
    assert sorted(text.words for text in found) == sorted(names)
    for text in found:
        assert (text.lines > 1 and text.x > width * 0.75) is (width != PHONE)


def test_names_of_lines_that_end_close_to_each_other_stand_apart(
    dataset: Dataset, space: FilterSpace
) -> None:
    texts, names = drawn(dataset, space, "en", WIDE, end=300)
    upper, lower = sorted(named(texts, names), key=lambda text: text.y)
    assert upper.words == names[1]
    assert lower.y - upper.y >= upper.lines * SIZE
