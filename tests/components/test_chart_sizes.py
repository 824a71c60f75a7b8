"""Sizes of charts: they follow the root size of the page, and have fixed ones in files."""

import json
import re

import pytest

from components.charts.events import LABEL_SIZE as EVENT_LABEL_SIZE
from components.charts.frame import LABEL_SIZE
from components.charts.size import REM, smaller, takes_height
from components.export.converter import chart_svg
from components.export.picture import picture_specification
from components.figures.figure import Figure
from components.figures.registry import FIGURES, build_figure
from components.page.tokens import ROOT_SIZE
from data.choice.parameters import filter_space
from data.load.dataset import load_dataset

DATASET = load_dataset()
START = filter_space(DATASET).start("kk")


def figure(name: str) -> Figure:
    return build_figure(name, dataset=DATASET, filters=START)


CHARTS = [name for name in FIGURES if figure(name).form]

WITH_VALUE_AXIS = {"trade_turnover", "trade_balance", "trade_growth", "investment_flows"}


def drawn(name: str, root: float) -> tuple[float, set[float]]:
    """Return the height of a chart at a root size, and the sizes of its letters."""
    spec = picture_specification(figure(name))
    spec["params"] = [
        {**part, "expr": str(root)} if part["name"] == "rem" else part for part in spec["params"]
    ]
    svg = chart_svg(json.dumps(spec))
    letters = {
        float(size[:-2])
        for element in svg.iter()
        if element.text and (size := element.get("font-size"))
    }
    return float(svg.attrib["height"]), letters


def test_the_root_size_of_charts_is_that_of_the_page() -> None:
    numbers = [float(text) for text in re.findall(r"[\d.]+", ROOT_SIZE)]
    least, start, share, most = numbers
    assert f"clamp({start:g} + {share / 100:g} * windowSize()[0], {least:g}, {most:g})" in REM


@pytest.mark.parametrize("name", CHARTS)
def test_letters_and_rows_grow_with_the_page(name: str) -> None:
    (low, small), (high, large) = drawn(name, 16), drawn(name, 24)
    assert max(small) == 13
    assert max(large) == pytest.approx(19.5)
    assert min(large) == pytest.approx(min(small) * 1.5)
    if not takes_height(figure(name).chart_form.spec):
        assert high / low > 1.35


def test_charts_with_a_value_axis_take_the_height_of_their_element() -> None:
    fluid = {name for name in CHARTS if takes_height(figure(name).chart_form.spec)}
    assert fluid >= WITH_VALUE_AXIS
    assert not {name for name in fluid if name.startswith("survey")}


def test_a_chart_of_a_small_card_has_smaller_letters_and_rows() -> None:
    spec = figure("survey_q01").chart_form.spec
    small = smaller(spec, 0.85)
    assert small["height"] == round(spec["height"] * 0.85)
    assert [part["expr"] for part in small["params"] if part["name"] == "rem"] == [
        f"({REM}) * 0.85"
    ]


def test_files_keep_their_sizes_without_a_window() -> None:
    spec = picture_specification(figure("trade_turnover"))
    svg = chart_svg(json.dumps(spec))
    texts = [element for element in svg.iter() if element.tag.endswith("}text")]
    sizes = {f"{size}px" for size in (LABEL_SIZE, EVENT_LABEL_SIZE)}
    assert {element.get("font-size") for element in texts} == sizes
