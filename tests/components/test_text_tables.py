"""Figures of Tables 2 and 5 of the dissertation: cells, links, filters, files and slides."""

import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from markupsafe import Markup
from streamlit.testing.v1 import AppTest

from components.cards.text_table_card import text_table_card
from components.decks.document import deck_html
from components.decks.layout import TABULAR, TABULAR_ROOM, layout_of, text_size
from components.decks.table_slide import SIZES, table_view
from components.decks.views import slide_views
from components.export.picture import picture_bytes, table_texts
from components.export.table_picture import column_widths
from components.figures.figure import Figure
from components.figures.registry import build_figure
from components.figures.text_table import TextTable
from data.choice.parameters import Filters, FilterSpace
from data.decks.model import Deck, Slide
from data.evidence.audit import contradictions_touching
from data.evidence.catalogue import values_by_id
from data.evidence.routes import routes
from data.evidence.source_tables import source_table
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset, load_dataset

PAGE = Path(__file__).parents[2] / "pages" / "investment.py"
FIGURES = {"table2": "oil_diversification", "table5": "cooperation_directions"}
ROWS = {"table2": 13, "table5": 6}


def built(table: str, dataset: Dataset, filters: Filters) -> tuple[Figure, TextTable]:
    figure = build_figure(FIGURES[table], dataset=dataset, filters=filters)
    assert figure.text_table is not None
    return figure, figure.text_table


def card_of(table: str, dataset: Dataset, filters: Filters) -> str:
    figure, shown = built(table, dataset, filters)
    words = language(filters.language)
    return text_table_card(shown, label=figure.subtitle, dataset=dataset, language=words)


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("table", ROWS)
def test_every_cell_is_shown_with_its_paragraph(
    table: str, code: str, dataset: Dataset, space: FilterSpace
) -> None:
    found = source_table(dataset, table, language(code))
    assert len(found.rows) == ROWS[table]
    assert len({len(row) for row in found.rows} | {len(found.columns)}) == 1
    card = card_of(table, dataset, space.start(code))
    for row in found.rows:
        for cell in row:
            assert Markup.escape(cell.text) in card
            assert cell.paragraph in card
    assert card.count('<th scope="row" role="rowheader">') == ROWS[table]


@pytest.mark.parametrize("table", ROWS)
def test_links_lead_to_routes_and_values(table: str, dataset: Dataset, space: FilterSpace) -> None:
    card = card_of(table, dataset, space.start("en"))
    targets = [
        json.loads(Markup(sets).unescape()) for sets in re.findall(r'data-go="([^"]*)"', card)
    ]
    assert targets
    for target in targets:
        if "selected" in target:
            assert target["selected"] in {*routes(dataset), *space.countries}
        elif "search" in target:
            assert target["search"] in values_by_id(dataset)
        else:
            assert target["tab"] == "audit"
    if table == "table2":
        assert {"page": "pages/sources.py", "search": "caspian-oil-1998-p610"} in targets
        selected = {target.get("selected") for target in targets}
        assert {"tengiz-batumi-oil-route", "CN"} <= selected, "an event without a route"
    else:
        assert {target.get("search") for target in targets} >= {
            "turkic-investment-fund-capital-p1301"
        }


def test_headlines_are_computed_from_the_cells(dataset: Dataset, space: FilterSpace) -> None:
    start = space.start("en")
    figure, table = built("table2", dataset, start)
    headline = " ".join(figure.headline.split())
    assert headline == "Oil carried across the Caspian: 4 million t in 1998, 2 million t in 2020"
    assert figure.finding.startswith("3 of 13 rows give an amount.")
    assert [row.amount for row in table.rows if row.amount] == ["4", "20", "2"]
    assert table.amount_head == "Amount, million t"
    facts = dataset.tables["facts"]
    fewer = facts[facts["fact"] != "aktau-kuryk-oil-2020-p634"]
    altered = replace(dataset, tables={**dataset.tables, "facts": fewer})
    figure, _table = built("table2", altered, start)
    assert "2020" not in figure.headline
    assert figure.finding.startswith("2 of 13 rows")
    none = facts[facts["origin"] != "table2"]
    altered = replace(dataset, tables={**dataset.tables, "facts": none})
    figure, table = built("table2", altered, start)
    assert "no amount" in figure.headline
    assert not any(row.amount for row in table.rows)
    figure, _table = built("table5", dataset, start)
    assert figure.headline.startswith("None of the 6 directions")
    assert "Turkic Investment Fund" in figure.finding


def test_the_table_has_the_identifiers_of_cells_and_values(
    dataset: Dataset, space: FilterSpace
) -> None:
    figure, table = built("table2", dataset, space.start("kk"))
    assert {"table2:4:content", "caspian-oil-1998-p610"} <= set(figure.value_ids)
    own = figure.table.set_index("id").loc["caspian-oil-1998-p610"]
    assert (own["value"], own["unit"], own["paragraph"]) == (4, "Mt", "610")
    values = figure.table.set_index("id")["value"]
    assert list(values[values.notna()]) == [4, 20, 2]
    named = [row for row in table.rows if row.contradictions]
    assert named
    for row in table.rows:
        assert len(contradictions_touching(row.named, dataset)) == row.contradictions
    figure, table = built("table5", dataset, space.start("kk"))
    assert "turkic-investment-fund" in figure.contradictable_ids
    assert set(figure.table["subject"]) >= {"Инфрақұрылым, Мазмұны", "Инфрақұрылым, Мысалдар"}


def test_a_sector_or_route_fades_the_other_rows(dataset: Dataset, space: FilterSpace) -> None:
    start = space.start("en")
    _figure, every = built("table2", dataset, start)
    assert not any(every.faded)
    chosen = replace(start, route="tengiz-batumi-oil-route")
    figure, table = built("table2", dataset, chosen)
    assert [place for place, row in enumerate(table.rows, start=1) if row.full] == [2, 3, 4, 5]
    assert any("rows about the selection on the map" in note for note in figure.notes)
    assert card_of("table2", dataset, chosen).count("atlas-faded") == 9
    figure, table = built("table5", dataset, replace(start, sectors=("corridor",)))
    assert [row.cells[0] for row in table.rows if row.full] == ["Infrastructure"]
    figure, table = built("table5", dataset, replace(start, sectors=("sport",)))
    assert not any(table.faded)
    assert any(note.startswith("No row is marked") for note in figure.notes)


def test_a_table_without_cells_says_so(dataset: Dataset, space: FilterSpace) -> None:
    empty = dataset.tables["table_cells"].iloc[:0]
    altered = replace(dataset, tables={**dataset.tables, "table_cells": empty})
    for table in ROWS:
        figure, shown = built(table, altered, space.start("en"))
        assert figure.no_row_matches
        assert figure.notes == ("The tables have no values for this chart.",)
        assert card_of(table, altered, space.start("en")) == ""
        assert table_view(figure) is None
        assert not shown.rows


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("table", ROWS)
def test_a_picture_has_every_cell_within_its_column(
    table: str, code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    figure, shown = built(table, dataset, space.start(code))
    root = ET.fromstring(picture_bytes(figure, "svg", dataset=dataset, language=words))
    texts = [node for node in root.iter() if node.tag.endswith("text")]
    written = " ".join("".join(node.itertext()) for node in texts)
    for row in shown.rows:
        for text in (*row.cells, row.amount):
            assert set(text.split()) <= set(written.split())
    widths = column_widths(table_texts(shown, words, 932))
    assert all(width > 20 for width in widths)
    assert sum(widths) < 932


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_slides_hold_the_tables(code: str, dataset: Dataset, space: FilterSpace) -> None:
    slides = tuple(Slide(figure=name) for name in FIGURES.values())
    deck = Deck(slides=(*slides, Slide(figure="oil_diversification", choice="sectors=ports")))
    views = slide_views(deck, dataset=dataset, space=space, code=code)
    sizes = [text_size(view) for view in views]
    for view, size in zip(views, sizes, strict=True):
        table = view.states[0].table
        assert layout_of(view) == TABULAR
        assert table is not None
        assert table.height(size) < TABULAR_ROOM
        assert size >= SIZES[-1]
    assert sizes[2] > sizes[0], "fewer rows have larger letters"
    html = Markup(deck_html(deck, dataset=dataset, space=space, code=code))
    assert html.count('<th scope="row"') == 13 + 6 + 4
    assert Markup.escape(source_table(dataset, "table5", language(code)).rows[0][1].text) in html


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_the_investment_page_shows_table_5(code: str) -> None:
    page = AppTest.from_file(str(PAGE), default_timeout=60)
    page.query_params["lang"] = code
    page.run()
    assert not page.exception
    first = source_table(load_dataset(), "table5", language(code)).rows[0][0].text
    assert any(first in str(part.proto) for part in page.get("html"))
