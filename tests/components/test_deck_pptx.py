"""Decks as PPTX: native charts with the values of the figures, texts, notes, hostile titles."""

import io
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE_TYPE

from components.decks.deck_slides import DeckEdition
from components.decks.native_chart import ChartKind, faded, number_format
from components.decks.native_grid import native_grid
from components.decks.native_readers import native_chart
from components.decks.pptx_file import deck_pptx
from components.decks.pptx_points import step_of
from components.decks.pptx_text import EMU_PER_PIXEL, clean
from components.decks.slide_plan import HEIGHT, WIDTH
from components.decks.views import StateView
from components.figures.registry import FIGURES, build_figure
from data.choice.parameters import FilterSpace
from data.decks.files import load_deck
from data.decks.model import Deck
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset
from tests.components.deck_files import ADDRESS, LETTERS, LONGEST, deck_of, hostile, stepped

TYPES = {
    "trade_turnover": XL_CHART_TYPE.COLUMN_STACKED,
    "investment_flows": XL_CHART_TYPE.LINE_MARKERS,
    "investment_projects": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "survey_q04": XL_CHART_TYPE.BAR_CLUSTERED,
    "corridor_volumes": XL_CHART_TYPE.BAR_CLUSTERED,
    "trade_tables": XL_CHART_TYPE.XY_SCATTER,
}


def presented(deck: Deck, dataset: Dataset, space: FilterSpace, code: str = "en") -> Any:
    content = deck_pptx(deck, dataset=dataset, space=space, code=code, address=ADDRESS)
    return Presentation(io.BytesIO(content))


def states(deck: Deck, dataset: Dataset, space: FilterSpace, code: str = "en") -> list[StateView]:
    edition = DeckEdition(deck=deck, dataset=dataset, space=space, code=code)
    return [state for view in edition.views() for state in view.states]


def charts(presentation: Any) -> list[Any]:
    return [shape for slide in presentation.slides for shape in slide.shapes if shape.has_chart]


def description(shape: Any) -> str:
    return str(shape._element._nvXxPr.cNvPr.get("descr", ""))


def texts(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


@pytest.fixture(scope="module")
def typed(dataset: Dataset, space: FilterSpace) -> Any:
    return presented(deck_of(*TYPES), dataset, space)


def test_charts_have_native_types(typed: Any) -> None:
    found = [frame.chart for frame in charts(typed)]
    assert [chart.chart_type for chart in found[:1]] == [XL_CHART_TYPE.COLUMN_STACKED]
    assert [chart.plots[0].__class__.__name__ for chart in found] == [
        "BarPlot",
        "LinePlot",
        "BarPlot",
        "BarPlot",
        "BarPlot",
        "XyPlot",
    ]
    assert [chart.chart_type for chart in found] == list(TYPES.values())


def drawn_values(chart: Any) -> list[float]:
    scatter = chart.chart_type == XL_CHART_TYPE.XY_SCATTER
    found = []
    for series in chart.plots[0].series:
        path = "c:xVal//c:v" if scatter else "c:val//c:v"
        found += [float(value.text) for value in series._element.xpath(path)]
    return sorted(found)


def test_values_of_charts_are_the_rows_of_their_figures(
    typed: Any, dataset: Dataset, space: FilterSpace
) -> None:
    for name, frame in zip(TYPES, charts(typed), strict=True):
        figure = build_figure(name, dataset=dataset, filters=space.start("en"))
        rows = sorted(float(row["value"]) for row in figure.rows if row["value"] is not None)
        assert drawn_values(frame.chart) == rows
        worksheet = frame.chart.part.chart_workbook.xlsx_part
        assert worksheet is not None


def test_every_figure_becomes_a_chart_a_table_or_a_picture(
    any_dataset: Dataset, space: FilterSpace
) -> None:
    for state in states(deck_of(*FIGURES), any_dataset, space):
        chart, grid = native_chart(state), native_grid(state)
        assert not (chart and grid)
        if chart and chart.kind is not ChartKind.POINTS:
            assert {len(one.points) for one in chart.series} == {len(chart.categories)}
            values = [p.value for one in chart.series if one.role == "full" for p in one.points]
            rows = [row["value"] for row in state.rows if row.get("value") is not None]
            assert sorted(v for v in values if v is not None) == sorted(map(float, rows))
        if grid:
            assert {len(row) for row in grid.cells} == {len(grid.columns)}
            if state.table:
                assert grid.rows == tuple(row[0] for row in state.table.rows)
                continue
            marked = sum(bool(cell.text) for row in grid.cells for cell in row)
            assert marked == sum(not row.get("gap") for row in state.rows)


def test_slides_have_titles_sources_links_and_alternative_texts(typed: Any) -> None:
    assert (typed.slide_width, typed.slide_height) == (1280 * EMU_PER_PIXEL, 720 * EMU_PER_PIXEL)
    for number, slide in enumerate(typed.slides, start=1):
        assert slide.shapes.title.text_frame.text == LETTERS["en"]
        said = texts(slide)
        assert "Source: " in said
        assert "¶" in said
        assert f"{number} / {len(TYPES)}" in said
        (code,) = [one for one in slide.shapes if one.shape_type == MSO_SHAPE_TYPE.PICTURE]
        link = code.click_action.hyperlink.address
        assert link.startswith(ADDRESS)
        assert description(code) == link
    for name, frame in zip(TYPES, charts(typed), strict=True):
        assert LETTERS["en"] in description(frame), name
        assert len(description(frame)) > len(LETTERS["en"]) + 20


def shapes_of(presentation: Any) -> Iterator[tuple[int, Any]]:
    for number, slide in enumerate(presentation.slides, start=1):
        for shape in slide.shapes:
            yield number, shape


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_letters_of_every_language_and_no_shape_beyond_the_slide(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    deck = deck_of("trade_turnover", "survey_q12", "project_stakes", "design_and_actual")
    shown = presented(deck, dataset, space, code)
    assert shown.core_properties.title == LETTERS[code]
    for slide, state in zip(shown.slides, states(deck, dataset, space, code), strict=True):
        assert slide.shapes.title.text_frame.text == LETTERS[code]
        assert state.subtitle in texts(slide)
    (chart, *_others) = charts(shown)
    assert [series.name for series in chart.chart.plots[0].series] == list(
        dict.fromkeys(row["series"] for row in states(deck, dataset, space, code)[0].rows)
    )
    for number, shape in shapes_of(shown):
        assert shape.left >= 0, (number, shape.name)
        assert shape.left + shape.width <= WIDTH * EMU_PER_PIXEL + 1, (number, shape.name)
        assert shape.top + shape.height <= HEIGHT * EMU_PER_PIXEL + 1, (number, shape.name)


def test_steps_are_slides_and_notes_have_target_time(dataset: Dataset, space: FilterSpace) -> None:
    first, second, third = presented(stepped(), dataset, space).slides
    notes = [slide.notes_slide.notes_text_frame.text for slide in (first, second, third)]
    assert notes[0].startswith("Target time: 1:30\nStep 1 of 3\nSay this")
    assert notes[1].startswith("Step 2 of 3\nSay this")
    assert third.shapes.title.text_frame.text == "Table 6"
    assert [texts(slide).count("1 / 1") for slide in (first, second, third)] == [1, 1, 1]


def test_hostile_texts_are_texts(dataset: Dataset, space: FilterSpace) -> None:
    shown = presented(hostile(), dataset, space)
    plain, gone, long, word, _longest = shown.slides
    assert plain.shapes.title.text_frame.text == "</a:t><b>&amp;שלום مرحبا"
    assert "The Atlas has no figure" in texts(gone)
    for slide in (long, word):
        title = slide.shapes.title
        assert title.text_frame.text.endswith("…")
        assert title.height < 300 * EMU_PER_PIXEL
    # What has no room on the slide stands in its notes.
    assert LONGEST.strip() in long.notes_slide.notes_text_frame.text
    assert "x" * 10_000 in word.notes_slide.notes_text_frame.text
    for number, shape in shapes_of(shown):
        assert shape.top + shape.height <= HEIGHT * EMU_PER_PIXEL, (number, shape.name)


def test_an_empty_deck_is_a_presentation(dataset: Dataset, space: FilterSpace) -> None:
    assert list(presented(Deck(), dataset, space).slides) == []


def test_the_default_deck_keeps_its_time_and_can_be_ended(
    dataset: Dataset, space: FilterSpace
) -> None:
    deck = load_deck("default", figures=FIGURES, space=space).deck
    reported: list[tuple[int, int]] = []
    start = time.process_time()
    content = deck_pptx(
        deck,
        dataset=dataset,
        space=space,
        code="kk",
        address=ADDRESS,
        progress=lambda done, every: reported.append((done, every)),
    )
    assert time.process_time() - start < 20
    shown = Presentation(io.BytesIO(content))
    pages = sum(1 + len(slide.steps) for slide in deck.slides)
    assert len(shown.slides) == pages
    assert reported == [(done, pages) for done in range(1, pages + 1)]
    assert all(slide.has_notes_slide for slide in shown.slides)
    kinds = {frame.chart.chart_type for frame in charts(shown)}
    assert kinds == {
        XL_CHART_TYPE.COLUMN_STACKED,
        XL_CHART_TYPE.LINE_MARKERS,
        XL_CHART_TYPE.BAR_CLUSTERED,
        XL_CHART_TYPE.XY_SCATTER,
    }
    assert any(shape.has_table for _number, shape in shapes_of(shown))

    def end(_done: int, _every: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        deck_pptx(deck, dataset=dataset, space=space, code="kk", progress=end)


@pytest.mark.parametrize(
    ("label", "value", "code", "expected"),
    [
        ("980", 980.0, "en", "0"),
        ("1,120", 1120.0, "en", '#","##0'),
        ("1\xa0120", 1120.0, "kk", '#"\xa0"##0'),
        ("31.94%", 31.94, "en", '0.00"%"'),
        ("31,94%", 31.94, "kk", ""),
        ("≈ 80%", 80.0, "ru", '"≈ "0"%"'),
        ("+380", 380.0, "en", '"+"0;"−"0'),
        ("−1.1%", -1.13, "en", '"+"0.0"%";"−"0.0"%"'),
        ("93 · 76%", 93.0, "en", ""),
        ("30", 31.0, "en", ""),
        ("named", 1.0, "en", ""),
    ],
)
def test_a_number_format_writes_a_value_as_its_label(
    label: str, value: float, code: str, expected: str
) -> None:
    assert number_format(label, value, language(code)) == expected


def test_a_printed_range_has_no_native_chart(dataset: Dataset, space: FilterSpace) -> None:
    (state,) = states(deck_of("trade_turnover"), dataset, space)
    ranged = replace(state, rows=[{**state.rows[0], "low": 1.0}, *state.rows[1:]])
    assert native_chart(state) is not None
    assert native_chart(ranged) is None


def test_small_parts() -> None:
    assert faded("#000000", 0.5, "#FFFFFF") == "#808080"
    assert clean("a\x00b\u202e\ud800c\n") == "abc\n"
    assert [step_of(most) for most in (4100.0, 20.0, 0.0)][:2] == [1000.0, 5.0]
    tags = [language(code).tag for code in LANGUAGE_CODES]
    assert tags == ["en-GB", "kk-KZ", "tr-TR", "ru-RU"]
