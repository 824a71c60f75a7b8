"""Tables 2 and 5 of the dissertation as cards: all cells, and links to what they name."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import Markup
from streamlit.testing.v1 import AppTest

from components.cards.source_table_card import source_table_card
from data.evidence.catalogue import values_by_id
from data.evidence.routes import routes
from data.evidence.source_tables import source_table
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset, load_dataset

PAGE = Path(__file__).parents[2] / "pages" / "investment.py"
ROWS = {"table2": 13, "table5": 6}


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("table", ROWS)
def test_every_cell_is_shown_with_its_paragraph(table: str, code: str, dataset: Dataset) -> None:
    words = language(code)
    found = source_table(dataset, table, words)
    assert len(found.rows) == ROWS[table]
    assert len({len(row) for row in found.rows} | {len(found.columns)}) == 1
    card = source_table_card(table, dataset=dataset, language=words)
    for row in found.rows:
        for cell in row:
            assert Markup.escape(cell.text) in card
            assert cell.paragraph in card


@pytest.mark.parametrize("table", ROWS)
def test_links_lead_to_routes_and_values(table: str, dataset: Dataset) -> None:
    card = source_table_card(table, dataset=dataset, language=language("en"))
    targets = [
        json.loads(Markup(sets).unescape()) for sets in re.findall(r'data-go="([^"]*)"', card)
    ]
    assert targets
    for target in targets:
        if "selected" in target:
            assert target["selected"] in routes(dataset)
        elif "search" in target:
            assert target["search"] in values_by_id(dataset)
        else:
            assert target["tab"] == "audit"
    if table == "table2":
        assert {"page": "pages/sources.py", "search": "caspian-oil-1998-p610"} in targets
        assert any(target.get("selected") == "tengiz-batumi-oil-route" for target in targets)


def test_a_table_without_cells_has_no_card(dataset: Dataset) -> None:
    empty = dataset.tables["table_cells"].iloc[:0]
    altered = replace(dataset, tables={**dataset.tables, "table_cells": empty})
    assert source_table_card("table2", dataset=altered, language=language("en")) == ""


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_the_investment_page_shows_table_5(code: str) -> None:
    page = AppTest.from_file(str(PAGE), default_timeout=60)
    page.query_params["lang"] = code
    page.run()
    assert not page.exception
    first = source_table(load_dataset(), "table5", language(code)).rows[0][0].text
    assert any(first in str(part.proto) for part in page.get("html"))
