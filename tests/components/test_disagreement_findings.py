"""Findings, key figures and cards name all rival values and orders."""

from dataclasses import replace

import pandas as pd
import pytest

from components.cards.country_card import country_card
from components.cards.markup import key_figure_strip
from components.figures.registry import FIGURES, build_figure
from components.overview.key_figures import key_figures
from components.overview.panel import context_panel
from components.text.lists import alternatives
from data.choice.parameters import FilterSpace
from data.evidence.names import label_of
from data.evidence.series import chosen_years, growth, printed_series
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset
from tests.components.rival_values import choices, lead, numbers
from tests.plain_html import without_marks


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_growth_names_rivals_and_origins_with_another_order(
    code: str, dataset: Dataset, space: FilterSpace, year_ranges: list[tuple[int, int]]
) -> None:
    words = language(code)
    for filters in choices(space, year_ranges, code):
        figure = build_figure("trade_growth", dataset=dataset, filters=filters)
        series = chosen_years(
            growth(printed_series(dataset, "trade", "turnover", filters.trade), "turnover_growth"),
            filters.years,
        )
        if not series:
            continue
        (other,) = set(space.series["trade"]) - {filters.trade}
        others = {
            seen.year: seen.value or 0.0
            for seen in growth(printed_series(dataset, "trade", "turnover", other), "g")
            if filters.years[0] <= seen.year <= filters.years[1]
        }
        rates = {seen: seen.value or 0.0 for seen in series}
        best, worst = (choose(series, key=rates.__getitem__) for choose in (max, min))
        highest, lowest = rates[best], rates[worst]
        place = label_of(dataset, "origins", other, words)
        turned = (
            best.year in others
            or worst.year in others
            or max(others.values(), default=highest) > highest
            or min(others.values(), default=lowest) < lowest
        )
        contested = not others.keys().isdisjoint(seen.year for seen in series)
        assert (place in lead(figure)) == (turned or contested), filters
        for year in {best.year, worst.year} & others.keys():
            assert words.number(others[year], decimals=1) in lead(figure)
        if 2022 in {seen.year for seen in series}:
            assert "57" in lead(figure), filters
        text = label_of(dataset, "origins", "s3_2", words)
        assert (text in lead(figure)) == (2022 in {seen.year for seen in series})


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_compared_tables_name_a_third_value(
    code: str, dataset: Dataset, space: FilterSpace, year_ranges: list[tuple[int, int]]
) -> None:
    words = language(code)
    text = label_of(dataset, "origins", "s3_2", words)
    for filters in choices(space, year_ranges, code):
        figure = build_figure("trade_tables", dataset=dataset, filters=filters)
        third = words.number(1600) in figure.finding
        assert third == (filters.years[0] <= 2022 <= filters.years[1]) == (text in figure.finding)
        imports = label_of(dataset, "indicators", "imports", words, "short")
        assert third == (f"{words.lower(imports)}, {text}: " in figure.finding)
    filters = replace(space.start(code), years=(2021, 2021))
    figure = build_figure("investment_tables", dataset=dataset, filters=filters)
    assert words.number(680) in figure.finding


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_the_highest_investment_is_contested_by_the_text(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    filters = replace(space.start(code), years=(2020, 2022))
    figure = build_figure("investment_flows", dataset=dataset, filters=filters)
    assert {"600", "670", "680"} <= set(numbers(figure.notes[0]))
    whole = build_figure("investment_flows", dataset=dataset, filters=space.start(code))
    assert "680" not in whole.notes[0]


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_finding_names_paragraphs_that_contradict_a_fall(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    start = space.start(code)
    for years, wanted in (((2018, 2023), True), ((2019, 2020), True), ((2021, 2023), False)):
        figure = build_figure(
            "investment_flows", dataset=dataset, filters=replace(start, years=years)
        )
        assert ("1212" in figure.finding) == wanted


FACTS = {
    "oil_export_shares": "kz-oil-share-russia-p832",
    "export_line_capacity": "cpc-kz-section-capacity-p664",
    "oil_by_mode": "kto-pipelines-crude-2012-p660",
    "oil_gas_reserves": "kz-gas-reserves-p820",
    "design_and_actual": "btk-freight-2019-p791",
    "corridor_volumes": "middle-corridor-throughput-p517",
    "corridor_comparison": "middle-corridor-days-saving-sea-p515",
}


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("name", FACTS)
def test_a_finding_of_facts_names_a_second_printing(
    name: str, code: str, dataset: Dataset, space: FilterSpace
) -> None:
    start = space.start(code)
    before = build_figure(name, dataset=dataset, filters=start).finding
    mark = language(code).gettext("Also given: {values}.").partition("{values}")[0]
    assert (mark in before) == (name == "oil_by_mode")
    facts = dataset.tables["facts"].copy()
    row = facts[facts["fact"] == FACTS[name]].copy()
    row["fact"], row["value"], row["paragraph"] = "second-printing", 3.21, "9"
    row["qualifier"], row["origin"] = "exact", "intro"
    tables = {**dataset.tables, "facts": pd.concat([facts, row], ignore_index=True)}
    after = lead(build_figure(name, dataset=replace(dataset, tables=tables), filters=start))
    assert language(code).number(3.21) in after


def test_an_impossible_amount_that_would_change_the_order_is_named(
    dataset: Dataset, space: FilterSpace
) -> None:
    finding = build_figure("oil_by_mode", dataset=dataset, filters=space.start("en")).finding
    assert finding == "Also given: oil carried by sea by KazTransOil, 71 million t (Section 2.3)."


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_key_figures_show_other_values_after_a_sign(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    filters = replace(space.start(code), years=(2022, 2022))
    turnover, exports, imports, inflow = key_figures(
        dataset=dataset, filters=filters, language=words
    )
    expected = {
        turnover: (("table6", 4100), ("¶", 6300)),
        exports: (("table6", 1500), ("¶", 4700), ("¶", 4800)),
        imports: (("table6", 2600), ("¶", 1600)),
        inflow: (("table6", 670),),
    }
    for figure, others in expected.items():
        told = figure.also.split("; ")
        for text, (place, value) in zip(told, others, strict=True):
            name = place if place == "¶" else label_of(dataset, "origins", place, words)
            assert text.startswith(name)
            assert text.endswith(f": {words.number(value)}")
        assert "1332" in figure.also_source or figure is inflow
    strip = without_marks(key_figure_strip)((turnover, replace(turnover, also="")))
    assert strip.count("⚠") == 1
    first = key_figures(
        dataset=dataset, filters=replace(filters, years=(2018, 2018)), language=words
    )
    assert not any(figure.also for figure in first)


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_cards_show_other_values_beside_a_value(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    filters = replace(space.start(code), years=(2022, 2022), route="KZ")
    card = without_marks(country_card)(dataset=dataset, filters=filters, language=words)
    assert f"⚠ {words.gettext('also {values}').partition('{')[0]}" in card
    assert " ".join(words.number(6300).split()) in card
    themed = replace(space.start(code), sectors=("gas",))
    panel = without_marks(context_panel)(dataset=dataset, filters=themed, language=words)
    assert "⚠" in panel


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_alternatives_are_joined_as_a_language_does(code: str) -> None:
    words = language(code)
    both = alternatives(["1", "2"], words)
    assert both == {"en": "1 or 2", "kk": "1 немесе 2", "tr": "1 veya 2", "ru": "1 или 2"}[code]
    assert alternatives(["1", "2", "3"], words).startswith("1, 2 ")
    assert alternatives(["1"], words) == "1"
    assert alternatives([], words) == ""


@pytest.mark.parametrize("name", FIGURES)
def test_alternative_texts_name_no_rival(name: str, dataset: Dataset, space: FilterSpace) -> None:
    start = space.start("en")
    texts = {
        build_figure(name, dataset=dataset, filters=replace(start, years=years)).alternative_text
        for years in (start.years, (2022, 2022))
    }
    assert len(texts) == 1
