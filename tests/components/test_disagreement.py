"""Headlines and findings name all rival values, signs and ranks."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import product

import pandas as pd
import pytest

from components.cards.country_card import country_card
from components.cards.markup import key_figure_strip
from components.export.picture import picture_of
from components.figures.figure import Figure
from components.figures.registry import FIGURES, build_figure
from components.overview.key_figures import key_figures
from components.overview.panel import context_panel
from components.text.lists import alternatives
from data.choice.parameters import Filters, FilterSpace
from data.evidence.audit import conflicts
from data.evidence.catalogue import values_by_id
from data.evidence.findings import findings
from data.evidence.names import label_of
from data.evidence.series import chosen_years, growth, printed_series, trade_balance
from data.evidence.units import base_unit
from data.evidence.values import Series, Value
from data.language.languages import LANGUAGE_CODES, Language, language
from data.load.dataset import Dataset

DISPUTES = {"tables_disagree", "text_vs_table", "text_vs_text"}

SERIES_FIGURES = {
    "trade_turnover": ("trade", "turnover"),
    "investment_flows": ("investment", "investment_tr_to_kz"),
    "investment_projects": ("investment", "investment_projects"),
    "turkish_companies": ("economy", "turkish_companies"),
    "joint_projects": ("economy", "joint_projects"),
}


@cache
def disputed(dataset: Dataset) -> dict[str, set[str]]:
    """Return the rows in conflict with each row, according to the audit."""
    known = values_by_id(dataset)
    found: dict[str, set[str]] = {}
    groups = [found.rows for found in findings(dataset) if found.kind in DISPUTES]
    groups += [conflict.rows for conflict in conflicts(dataset) if conflict.kind in DISPUTES]
    for rows in groups:
        entries = [known[row] for row in rows if row in known]
        for one, other in product(entries, entries):
            same = one.quantity[:3] == other.quantity[:3]
            period = other.quantity[3] in ("", one.quantity[3])
            if one.id != other.id and same and period and size(one) != size(other):
                found.setdefault(one.id, set()).add(other.id)
    # The text repeats its turnover of 2022 without a year.
    for row, others in found.items():
        if ":2021:" in row:
            others.discard("kz-tr-turnover-p1320")
    return {row: others for row, others in found.items() if others}


def lead(figure: Figure) -> str:
    """Return what is read first: the headline, and the finding below it."""
    return f"{figure.headline} {figure.finding}"


def size(entry: Value) -> float:
    return (entry.value or 0.0) * base_unit(entry.unit)[1]


def written(entry: Value, unit: str, words: Language) -> str:
    return words.number(size(entry) / base_unit(unit)[1])


def numbers(text: str) -> list[str]:
    """Return the numbers of a text as written, with separators of thousands and decimals."""
    return re.findall(r"[+−]?%?\d+(?:[\u00a0\u202f.,]\d+)*", text)


def ids(series: Series) -> list[str]:
    return [f"{seen.origin}:{seen.year}:{seen.indicator}" for seen in series]


def choices(
    space: FilterSpace, year_ranges: Iterable[tuple[int, int]], code: str
) -> Iterable[Filters]:
    start = space.start(code)
    for years, trade, investment in product(
        year_ranges, space.series["trade"], space.series["investment"]
    ):
        yield replace(start, years=years, trade=trade, investment=investment)


def shown_series(name: str, figure: Figure, filters: Filters, dataset: Dataset) -> Series:
    table, indicator = SERIES_FIGURES[name]
    series = printed_series(dataset, table, indicator, figure.origins[0])
    return chosen_years(series, filters.years)


def other_origins(figure: Figure, dataset: Dataset, words: Language) -> list[str]:
    codes = [str(code) for code in dataset.tables["origins"]["origin"]]
    return [
        label_of(dataset, "origins", code, words) for code in codes if code not in figure.origins
    ]


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("name", SERIES_FIGURES)
def test_a_lead_names_every_other_value_of_what_it_states(
    name: str,
    code: str,
    dataset: Dataset,
    space: FilterSpace,
    year_ranges: list[tuple[int, int]],
) -> None:
    words, known = language(code), values_by_id(dataset)
    against = disputed(dataset)
    carried = no_row_matches = 0
    for filters in choices(space, year_ranges, code):
        figure = build_figure(name, dataset=dataset, filters=filters)
        series = shown_series(name, figure, filters, dataset)
        if not series:
            continue
        stated = {id(seen): seen for seen in (series[0], series[-1])}
        rivals = [
            known[other]
            for row in ids(tuple(stated.values()))
            for other in sorted(against.get(row, ()))
        ]
        for rival in rivals:
            assert written(rival, series[0].unit, words) in numbers(lead(figure)), filters
            place = label_of(dataset, "origins", rival.origin, words)
            assert place in figure.finding
            assert rival.paragraph.partition(";")[0] in " ".join(figure.notes)
            carried += 1
        contested = [row for row in ids(series) if row in against]
        own = label_of(dataset, "origins", figure.origins[0], words)
        if contested:
            assert own in lead(figure), filters
            assert any(row.split(":")[1] in lead(figure) for row in contested)
        recorded = {row for conflict in conflicts(dataset) for row in conflict.rows}
        if recorded.isdisjoint(ids(series)):
            places = [own, *other_origins(figure, dataset, words)]
            assert not any(place in lead(figure) for place in places), filters
            no_row_matches += 1
    assert carried or name == "investment_projects"
    assert no_row_matches or name in ("turkish_companies", "joint_projects")


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_balance_names_every_origin_with_another_sign(
    code: str, dataset: Dataset, space: FilterSpace, year_ranges: list[tuple[int, int]]
) -> None:
    words = language(code)
    turned = 0
    for filters in choices(space, year_ranges, code):
        figure = build_figure("trade_balance", dataset=dataset, filters=filters)
        series = chosen_years(trade_balance(dataset, filters.trade), filters.years)
        own = {seen.year: seen.value or 0.0 for seen in series}
        for origin in space.series["trade"]:
            place = label_of(dataset, "origins", origin, words)
            others = {
                seen.year: seen.value or 0.0
                for seen in trade_balance(dataset, origin)
                if seen.year in own and origin != filters.trade
            }
            if any(others[year] * own[year] < 0 for year in others):
                assert place in lead(figure), filters
                last = max(others)
                assert words.number(abs(others[last])) in lead(figure)
                turned += 1
            elif origin != filters.trade:
                assert place not in lead(figure), filters
    assert turned


def test_a_balance_of_one_year_gives_amount_and_sign_of_each_place(
    dataset: Dataset, space: FilterSpace
) -> None:
    filters = replace(space.start("en"), years=(2022, 2022))
    figure = build_figure("trade_balance", dataset=dataset, filters=filters)
    assert figure.headline == (
        "Trade balance in 2022: +850, −1,100 or +3,200\N{NO-BREAK SPACE}million US dollars – "
        "the source gives three values"
    )
    assert figure.finding == (
        "Table 7: surplus of 850; Table 6: deficit of 1,100; Section 3.2: surplus of 3,200."
    )
    whole = build_figure("trade_balance", dataset=dataset, filters=space.start("en"))
    assert whole.headline == "Trade balance of Kazakhstan: surplus in Table 7, deficit in Table 6"
    assert "Table 7: surplus in" in whole.finding
    assert "Table 6: deficit in 2020–2022, 1,100 in 2022" in whole.finding


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_the_turnover_of_2022_is_stated_three_times(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    for table in ("table6", "table7"):
        filters = replace(space.start(code), years=(2022, 2022), trade=table)
        figure = build_figure("trade_turnover", dataset=dataset, filters=filters)
        values = [words.number(value) for value in (2750, 4100, 6300)]
        assert all(value in figure.headline for value in values)
        first = values[0] if table == "table7" else values[1]
        assert min(values, key=figure.headline.index) == first
        picture = picture_of(figure, dataset=dataset, language=words)
        assert (picture.headline, picture.finding) == (figure.headline, figure.finding)


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_span_with_a_contested_year_names_it_with_all_values_and_places(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    start = space.start(code)
    for years in ((2018, 2023), (2021, 2023), (2018, 2022)):
        filters = replace(start, years=years)
        finding = build_figure("trade_turnover", dataset=dataset, filters=filters).finding
        assert "2022" in finding
        assert all(words.number(value) in finding for value in (2750, 4100, 6300))
        for origin in ("table7", "table6", "s3_2"):
            assert label_of(dataset, "origins", origin, words) in finding
    before = replace(start, years=(2018, 2019))
    assert not build_figure("trade_turnover", dataset=dataset, filters=before).finding


LONGEST_HEADLINE = 110
"""Characters that two lines of a small card hold on a phone."""


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("name", ["trade_turnover", "investment_flows", "trade_balance"])
def test_headlines_are_short(
    name: str,
    code: str,
    dataset: Dataset,
    space: FilterSpace,
    year_ranges: list[tuple[int, int]],
) -> None:
    for filters in choices(space, year_ranges, code):
        headline = build_figure(name, dataset=dataset, filters=filters).headline
        assert len(headline) <= LONGEST_HEADLINE, headline
        assert ";" not in headline


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
    strip = key_figure_strip((turnover, replace(turnover, also="")))
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
    card = country_card(dataset=dataset, filters=filters, language=words)
    assert f"⚠ {words.gettext('also {values}').partition('{')[0]}" in card
    assert " ".join(words.number(6300).split()) in card
    themed = replace(space.start(code), sectors=("gas",))
    panel = context_panel(dataset=dataset, filters=themed, language=words)
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
