"""Cards, lists and headlines about routes: undated operation, and sections of paragraphs."""

from dataclasses import replace

import pytest
from pandas.io.formats.style import Styler

from components.cards.country_card import country_card
from components.cards.route_card import route_card, routes_table
from components.figures.route_map import route_map
from components.overview.panel import context_panel
from data.choice.parameters import FilterSpace
from data.evidence.countries import routes_through
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset


def test_the_headline_names_how_many_routes_have_no_opening_year(
    dataset: Dataset, space: FilterSpace
) -> None:
    filters = replace(space.start("en"), as_of=1991)
    figure = route_map(dataset=dataset, filters=filters, language=language("en"))
    assert figure.headline.startswith("None of ")
    assert figure.headline.endswith("; for 7 no opening year is given")
    (note,) = (note for note in figure.notes if note.startswith("No opening year"))
    assert "Atyrau–Samara" in note
    assert "Kazakhstan–China" not in note
    latest = route_map(dataset=dataset, filters=space.start("en"), language=language("en"))
    assert "opening year" not in latest.headline
    assert not any("opening year" in note for note in latest.notes)


def test_the_headline_of_a_country_names_them_too(dataset: Dataset, space: FilterSpace) -> None:
    filters = replace(space.start("en"), as_of=1991, route="RU")
    figure = route_map(dataset=dataset, filters=filters, language=language("en"))
    assert "none in operation; for " in figure.headline


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_the_landing_page_lists_undated_pipelines_apart(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    apart = words.gettext("No opening year given, not counted here: {routes}.").partition(":")[0]
    past = context_panel(
        dataset=dataset, filters=replace(space.start(code), as_of=1991), language=words
    )
    now = context_panel(dataset=dataset, filters=space.start(code), language=words)
    assert apart in past
    assert apart not in now


def test_the_card_of_a_country_lists_undated_pipelines_apart(
    dataset: Dataset, space: FilterSpace
) -> None:
    filters = replace(space.start("en"), as_of=1991, route="RU")
    card = country_card(dataset=dataset, filters=filters, language=language("en")).striptags()
    assert "No opening year given, not counted here: Atyrau–Samara" in card
    assert "Operating oil pipelines" not in card


def test_a_contract_is_no_route_of_a_country(dataset: Dataset) -> None:
    assert "contract-of-the-century" not in {r.code for r in routes_through(dataset, "AZ")}


def test_a_card_says_that_no_year_is_given(dataset: Dataset, space: FilterSpace) -> None:
    filters = replace(space.start("en"), as_of=1991, route="atyrau-samara")
    card = route_card(dataset=dataset, filters=filters, language=language("en")).striptags()
    status = card.split("Status in 1991", 1)[1].strip()
    assert status.startswith("not stated no year given in the dissertation")


def test_the_list_of_the_map_states_no_status_without_a_year(
    dataset: Dataset, space: FilterSpace
) -> None:
    filters = replace(space.start("en"), as_of=1991)
    table = routes_table(dataset=dataset, filters=filters, language=language("en"))
    assert isinstance(table, Styler)
    rows = table.data["Status in 1991"]  # type: ignore[attr-defined]
    assert rows["atyrau-samara"] == "not stated"
    assert rows["kazakhstan-china-pipeline"] == "not yet announced or opened"


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_card_names_each_paragraph_under_its_own_section(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    filters = replace(space.start(code), route="northern-corridor")
    card = route_card(dataset=dataset, filters=filters, language=words).striptags()
    described = card.split(words.gettext("Described in"), 1)[1]
    names = dataset.texts("origins", words.column("name"))
    for origin, number in (("s1_1", "208"), ("s1_3", "368"), ("annex_a", "1515")):
        after = described.split(names[origin], 1)[1].split(";")[0]
        assert number in after
        assert "1299" not in after


def test_the_rows_of_the_map_cite_paragraphs_of_their_origin(
    dataset: Dataset, space: FilterSpace
) -> None:
    figure = route_map(dataset=dataset, filters=space.start("en"), language=language("en"))
    spans = dataset.tables["origins"].set_index("origin")
    for row in figure.table.to_dict("records"):
        first, last = spans.loc[row["origin"], ["first_paragraph", "last_paragraph"]]
        for number in row["paragraph"].split(";"):
            assert first <= int(number) <= last, row
    assert {"s1_1", "s3_2", "annex_a"} <= set(figure.origins)
