"""Columns that sort by number and show localised text."""

import re

import pandas as pd
import pytest

from components.cards import sortable_table as sortable
from components.cards.route_card import routes_table
from components.cards.sortable_table import show_texts, sortable_column
from components.sources.catalogue_table import catalogue_table
from components.text.amounts import value_text
from data.choice.parameters import FilterSpace
from data.evidence.catalogue import catalogue
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset
from tests.grids import numbers_of, texts_of


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_the_catalogue_sorts_values_by_size_and_shows_them_as_the_language_writes(
    dataset: Dataset, code: str
) -> None:
    words = language(code)
    entries = catalogue(dataset)
    table = catalogue_table(entries, dataset=dataset, language=words)
    numbers = numbers_of(table)[words.gettext("Value")].astype(float)
    assert numbers.notna().all()
    assert numbers.sort_values().iloc[0] == -1.1
    column = list(numbers_of(table).columns).index(words.gettext("Value"))
    shown = [row[column] for row in texts_of(table)]
    assert shown == [value_text(entry, words) for entry in entries]
    assert words.number(-1.1) in shown
    assert words.number(1580) in shown
    assert f"{words.number(30)}–{words.number(40)}" in shown


def test_the_catalogue_sorts_conflicts_by_number(dataset: Dataset) -> None:
    table = catalogue_table(catalogue(dataset), dataset=dataset, language=language("en"))
    counts = numbers_of(table)["Contradictions"].astype(float)
    shown = [row[-1] for row in texts_of(table)]
    assert {(0.0, ""), (1.0, "⚠ 1")} <= set(zip(counts, shown, strict=True))
    assert all(
        text == (f"⚠ {count:g}" if count else "") for count, text in zip(counts, shown, strict=True)
    )


def test_the_exported_grid_has_both_ends_of_a_range(dataset: Dataset) -> None:
    entries = tuple(entry for entry in catalogue(dataset) if entry.value is None)
    table = numbers_of(catalogue_table(entries, dataset=dataset, language=language("en")))
    for entry, qualifier in zip(entries, table["Qualifier"], strict=True):
        assert value_text(entry, language("en")) in qualifier


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_the_list_of_routes_sorts_capacities_and_lengths_by_size(
    dataset: Dataset, space: FilterSpace, code: str
) -> None:
    words = language(code)
    table = routes_table(dataset=dataset, filters=space.start(code), language=words)
    numbers = numbers_of(table)
    capacity, length = words.gettext("Capacity"), words.gettext("Length on map, km")
    assert numbers.loc["nabucco", capacity] == 32
    assert numbers.loc["btc", capacity] == 50
    assert numbers[length].astype(float).max() > 5000
    shown = pd.DataFrame(texts_of(table), index=numbers.index, columns=numbers.columns)
    assert shown.loc["nabucco", capacity] == f"{words.number(26)}–{words.number(32)}"
    assert not re.search(r"\d", str(shown.loc["nabucco", words.gettext("Unit")]))
    lengths = [
        (float(number), text) for number, text in zip(numbers[length], shown[length], strict=True)
    ]
    drawn, written = max(pair for pair in lengths if pair[1])
    assert written == words.number(drawn, decimals=0)
    unknown = numbers.index[numbers[capacity].astype(float).isna()]
    assert set(shown.loc[unknown, capacity]) == {""}


def test_a_very_long_table_shows_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    table = pd.DataFrame({"a": sortable_column([(1.0, "one"), (None, "")]), "b": ["x", "y"]})
    assert texts_of(show_texts(table, ["a"])) == [["one", "x"], ["", "y"]]
    monkeypatch.setattr(sortable, "MOST_STYLED_ROWS", 1)
    plain = show_texts(table, ["a"])
    assert isinstance(plain, pd.DataFrame)
    assert list(plain["a"]) == ["one", ""]
