"""Cards of figures: their source line, citation, and the links that lead to them."""

from dataclasses import replace

import pytest

from components.cards.markup import figure_foot, figure_heading, figure_style
from components.controls.page_head import PAGES
from components.figures.registry import FIGURES, build_figure
from components.page.figure_places import page_of, section_of
from components.templates import unbroken
from components.text.source_line import (
    ADDRESS,
    DAY,
    DIGITS_DAY,
    ISO_DAY,
    MOST_ORIGINS,
    bibtex_text,
    citation_text,
    short_paragraphs,
    source_line,
    styled_citations,
)
from data.choice.link_values import Reason
from data.choice.parameters import filter_space
from data.choice.reading import from_query, to_query
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset, load_dataset

DATASET = load_dataset()
SPACE = filter_space(DATASET, FIGURES)


@pytest.fixture
def dataset() -> Dataset:
    return DATASET


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("name", FIGURES)
def test_the_source_of_a_figure_is_one_short_line(name: str, code: str, dataset: Dataset) -> None:
    words = language(code)
    figure = build_figure(name, dataset=dataset, filters=SPACE.start(code))
    line = source_line(figure, dataset=dataset, language=words)
    assert bool(line) == bool(figure.origins)
    assert "\n" not in line
    assert line.count(";") <= MOST_ORIGINS + 1
    citation = citation_text(figure, dataset=dataset, language=words)
    assert figure.headline in citation
    assert ADDRESS in citation
    assert DAY in citation
    entry = bibtex_text(figure, dataset=dataset, language=words)
    assert entry.count("{") == entry.count("}")
    assert ISO_DAY in entry
    for _style, text in styled_citations(figure, words):
        assert figure.headline in text
        assert ADDRESS in text
    assert DIGITS_DAY in text


MEDIA = {
    "trade_turnover": ("chart", "диаграмма", "grafik", "график"),
    "project_stakes": ("chart", "диаграмма", "grafik", "график"),
    "route_map": ("map", "карта", "harita", "карта"),
    "oil_diversification": ("table", "кесте", "tablo", "таблица"),
    "cooperation_directions": ("table", "кесте", "tablo", "таблица"),
}


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("name", MEDIA)
def test_citations_name_the_kind_of_medium(name: str, place: int, dataset: Dataset) -> None:
    code = ("en", "kk", "tr", "ru")[place]
    words, medium = language(code), MEDIA[name][place]
    figure = build_figure(name, dataset=dataset, filters=SPACE.start(code))
    (_apa, in_apa), (_gost, in_gost) = styled_citations(figure, words)
    assert f"[{medium.capitalize()}]" in in_apa
    assert f"]: {medium} //" in in_gost
    assert f"type = {{{medium}}}" in bibtex_text(figure, dataset=dataset, language=words)


def test_paragraphs_of_the_source_line_are_few() -> None:
    assert short_paragraphs([5]) == "¶\N{NO-BREAK SPACE}5"
    assert short_paragraphs([1, 2, 3, 7]) == "¶\N{NO-BREAK SPACE}1–3, 7"
    assert short_paragraphs([1, 3, 5, 7, 9]) == "¶\N{NO-BREAK SPACE}1, 3, 5, …"
    assert short_paragraphs([]) == ""


def test_an_en_line_names_places_and_methods(dataset: Dataset) -> None:
    figure = build_figure("trade_growth", dataset=dataset, filters=SPACE.start("en"))
    line = source_line(figure, dataset=dataset, language=language("en"))
    assert line.startswith("Source: Table 7 (¶")
    assert line.endswith("values computed and printed")


def test_notes_are_folded_unless_they_say_why_a_chart_is_empty(dataset: Dataset) -> None:
    words = language("en")
    figure = build_figure("trade_balance", dataset=dataset, filters=SPACE.start("en"))
    foot = figure_foot(figure, source="Source: Table 7", shown=(), language=words)
    assert f"<summary>Notes ({len(figure.notes)})</summary>" in foot
    filters, _refused = from_query({"years": "2018", "lang": "en"}, SPACE, "en")
    empty = build_figure("trade_growth", dataset=dataset, filters=filters)
    assert empty.no_row_matches
    foot = figure_foot(empty, source="", shown=(), language=words)
    assert "<details" not in foot
    assert unbroken(empty.notes[0]) in foot


def test_every_figure_has_a_page_and_every_question_its_section(dataset: Dataset) -> None:
    assert {page_of(name) for name in FIGURES} <= {entry.path for entry in PAGES}
    assert page_of("nothing") == ""
    sections = {name: section_of(name, dataset) for name in FIGURES}
    assert {name for name, section in sections.items() if section} == {
        name for name in FIGURES if name.startswith("survey_")
    }


def test_a_link_to_a_figure_is_read_and_written() -> None:
    query = {"lang": "kk", "figure": "trade_balance", "panel": "table"}
    filters, refused = from_query(query, SPACE, "en")
    assert (filters.figure, filters.panel, refused) == ("trade_balance", "table", ())
    assert to_query(filters, SPACE) == query


def test_an_unknown_figure_or_panel_is_refused_with_a_suggestion() -> None:
    query = {"figure": "trade_balanse", "panel": "graph"}
    filters, refused = from_query(query, SPACE, "en")
    assert (filters.figure, filters.panel) == ("", "")
    assert [(part.parameter, part.reason, part.right) for part in refused] == [
        ("figure", Reason.UNKNOWN, "trade_balance"),
        ("panel", Reason.UNKNOWN, "table, sources, contradictions, download, cite, link"),
    ]


def test_other_years_leave_the_style_of_a_card_alone(dataset: Dataset) -> None:
    """A browser would otherwise read the styles of the page again at each change."""
    start = SPACE.start("en")
    for name in FIGURES:
        figure, other = (
            build_figure(name, dataset=dataset, filters=filters)
            for filters in (start, replace(start, years=(2020, 2021)))
        )
        assert figure_style(figure) == figure_style(other)
        assert bool(figure_style(figure)) == (figure.form is not None)
        assert "<style" not in figure_heading(figure)
