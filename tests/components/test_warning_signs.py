"""Warning signs of categories: drawn on the last line of a name, in every language."""

import json

import pytest

from components.charts.categories import SIGN, SIGN_WIDTH
from components.decks.native_readers import native_chart
from components.decks.views import StateView
from components.decks.wall import wall_specification
from components.export.converter import chart_svg
from components.export.picture import picture_specification
from components.figures.registry import build_figure
from components.figures.single_values import longest, without_sign
from components.page.tokens import LIGHT
from data.choice.parameters import FilterSpace
from data.language.languages import LANGUAGE_CODES
from data.load.dataset import Dataset

SIGNED = ("corridor_volumes", "design_and_actual", "ots_gdp", "eaeu_trade")


@pytest.mark.parametrize("name", SIGNED)
@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_sign_is_drawn_on_the_last_line_of_its_category(
    name: str, code: str, dataset: Dataset, space: FilterSpace
) -> None:
    figure = build_figure(name, dataset=dataset, filters=space.start(code))
    signed = {row["category"] for row in figure.rows if row["category"].endswith(f"\n{SIGN}")}
    assert signed
    assert not any(SIGN in row["category"] for row in figure.rows if row["category"] not in signed)
    svg = chart_svg(json.dumps(picture_specification(figure)))
    texts = [one.text for one in svg.iter() if one.text]
    assert not any(SIGN in text for text in texts)
    for category in signed:
        last = without_sign(category).splitlines()[-1]
        assert f"{last}{SIGN_WIDTH}" in texts
    drawn = [one for one in svg.iter() if one.get("fill") == LIGHT.warning]
    assert len(drawn) >= len(signed)


def test_a_sign_adds_no_line_to_the_height_of_a_row() -> None:
    assert longest(("name", f"name\n{SIGN}")) == 1
    assert longest((f"long\nname\n{SIGN}",)) == len(("long", "name"))


@pytest.mark.parametrize("name", SIGNED)
def test_a_sign_stands_on_the_last_line_of_a_native_chart(
    name: str, dataset: Dataset, space: FilterSpace
) -> None:
    figure = build_figure(name, dataset=dataset, filters=space.start("en"))
    spec = wall_specification(figure)
    chart = native_chart(StateView(title="", rows=figure.rows, specification=spec, figure=figure))
    assert chart is not None
    assert not any(f"\n{SIGN}" in category for category in chart.categories)
    assert any(category.endswith(f"\N{NO-BREAK SPACE}{SIGN}") for category in chart.categories)
