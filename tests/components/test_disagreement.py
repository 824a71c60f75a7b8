"""Headlines and findings name all rival values, signs and ranks."""

from dataclasses import replace
from functools import cache
from itertools import product

import pytest

from components.export.picture import picture_of
from components.figures.figure import Figure
from components.figures.registry import build_figure
from data.choice.parameters import Filters, FilterSpace
from data.evidence.audit import conflicts
from data.evidence.catalogue import values_by_id
from data.evidence.findings import findings
from data.evidence.names import label_of
from data.evidence.series import chosen_years, printed_series, trade_balance
from data.evidence.units import base_unit
from data.evidence.values import Series, Value
from data.language.languages import LANGUAGE_CODES, Language, language
from data.load.dataset import Dataset
from tests.components.rival_values import choices, lead, numbers

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


def size(entry: Value) -> float:
    return (entry.value or 0.0) * base_unit(entry.unit)[1]


def written(entry: Value, unit: str, words: Language) -> str:
    return words.number(size(entry) / base_unit(unit)[1])


def ids(series: Series) -> list[str]:
    return [f"{seen.origin}:{seen.year}:{seen.indicator}" for seen in series]


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
