"""Numbers in charts stay legible where their marks are faded as context."""

import json
from dataclasses import replace

import pytest

from components.export.converter import chart_svg
from components.export.picture import picture_specification
from components.figures.registry import build_figure
from components.page.tokens import LIGHT, PRINT
from data.choice.parameters import filter_space
from data.load.dataset import load_dataset
from tests.components.test_palette import contrast

DATASET = load_dataset()
START = filter_space(DATASET).start("en")


@pytest.mark.parametrize(
    "name", ["trade_turnover", "trade_balance", "trade_growth", "trade_tables", "survey_q06"]
)
def test_numbers_beside_faded_marks_are_legible(name: str) -> None:
    filters = replace(START, years=(2021, 2021), sectors=("energy",))
    figure = build_figure(name, dataset=DATASET, filters=filters)
    svg = chart_svg(json.dumps(picture_specification(figure)))
    texts = [element for element in svg.iter() if element.text and element.get("fill")]
    assert texts
    for text in texts:
        if text.get("fill") == "white" or text.get("fill-opacity") == "0":
            continue
        assert float(text.get("opacity", 1)) == 1, text.text
        for background in (PRINT.page, LIGHT.page, LIGHT.card):
            assert contrast(text.attrib["fill"], background) >= 4.5, text.text
