"""Totals of one year with their places; values from outside the dissertation set apart."""

import re
from dataclasses import replace

import pytest

from components.cards.country_card import country_card
from components.figures.figure import Figure
from components.figures.registry import build_figure
from components.text.places import MOST_PLACES, as_printed_in, cited_source
from data.choice.parameters import FilterSpace, filter_space
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset
from data.load.package import OUTSIDE_KIND
from tests.extended import OUTSIDE, extended_dataset
from tests.plain_html import without_marks

EXTENDED = extended_dataset()
SPACE = filter_space(EXTENDED)

EVERY_LANGUAGE = pytest.mark.parametrize("code", LANGUAGE_CODES)


def built(name: str, code: str = "en", **chosen: object) -> Figure:
    filters = replace(SPACE.start(code), **chosen)  # type: ignore[arg-type]
    return build_figure(name, dataset=EXTENDED, filters=filters)


def test_the_totals_of_a_year_are_joined_by_and_with_their_places(
    dataset: Dataset, space: FilterSpace
) -> None:
    start = space.start("en")
    figure = build_figure("trade_answers", dataset=dataset, filters=start)
    assert figure.headline == (
        "Trade rose from 1,580 to 3,200 million US dollars; for 2022 the source prints 3 totals: "
        "2,750 (Table 7), 4,100 (Table 6) and 6,300 (Section 3.2)"
    )
    assert figure.short == figure.headline
    other = build_figure("trade_answers", dataset=dataset, filters=replace(start, trade="table6"))
    assert other.short.endswith("4,100 (Table 6), 2,750 (Table 7) and 6,300 (Section 3.2)")


def test_a_headline_counts_the_totals_of_the_dissertation_only() -> None:
    assert built("trade_answers").headline.endswith(
        "; for 2022 the source prints 3 totals: 2,750 (Table 7), 4,100 (Table 6) and "
        "6,300 (Section 3.2); outside the dissertation: 3,900–4,000 (Statistics en)"
    )
    one = built("trade_turnover", years=(2022, 2022))
    assert one.headline.endswith(
        "2,750, 4,100 or 6,300 million US dollars – the source gives three values"
    )
    assert one.finding.endswith("Outside the dissertation – Statistics en: 3,900–4,000 in 2022.")


def test_a_series_from_outside_is_named_once() -> None:
    headline = built("trade_answers", trade=OUTSIDE, years=(2020, 2022)).headline
    assert headline.endswith(
        "the source prints 2 totals: 2,100 (Table 6) and 1,750 (Table 7); "
        "outside the dissertation: 2,050 (Statistics en)"
    )
    finding = built("trade_turnover", trade=OUTSIDE, years=(2020, 2022)).finding
    assert finding == "Also given – Table 6: 2,100 in 2020; Table 7: 1,750 in 2020."


@EVERY_LANGUAGE
@pytest.mark.parametrize(
    "name", ["trade_turnover", "trade_answers", "trade_balance", "investment_flows"]
)
def test_no_bracket_is_within_a_bracket(name: str, code: str) -> None:
    for years in ((2017, 2026), (2020, 2022), (2021, 2021), (2022, 2022)):
        for origin in ("table7", "table6", OUTSIDE):
            figure = built(name, code, years=years, trade=origin)
            for text in (figure.headline, figure.finding, figure.subtitle, *figure.notes):
                assert not re.search(r"\([^()]*\(", text), text


@EVERY_LANGUAGE
def test_the_note_on_other_values_has_those_from_outside_apart(code: str) -> None:
    words = language(code)
    notes = built("trade_answers", code).notes
    said = words.gettext("Outside the dissertation – {clauses}.").partition("{")[0]
    (inside,) = [
        note
        for note in notes
        if note.startswith(words.gettext("Other values in the source: {values}.").partition("{")[0])
    ]
    (outside,) = [note for note in notes if note.startswith(said)]
    assert f"Statistics {code}" not in inside
    assert outside.count(f"Statistics {code}") == 2


@EVERY_LANGUAGE
def test_a_citation_names_few_places_and_counts_the_others(code: str, dataset: Dataset) -> None:
    words = language(code)
    kinds = dataset.texts("origins", "kind")
    every = tuple(code for code, kind in kinds.items() if kind != OUTSIDE_KIND)
    names = [dataset.texts("origins", words.column("name"))[origin] for origin in every]
    text = as_printed_in(every, dataset=dataset, language=words)
    assert all(name in text for name in names[:MOST_PLACES])
    assert str(len(every) - MOST_PLACES) in text
    few = as_printed_in(every[:MOST_PLACES], dataset=dataset, language=words)
    assert not re.search(rf"\b{len(every) - MOST_PLACES}\b", few)
    assert text in cited_source(every, dataset=dataset, language=words)


def test_a_subtitle_has_origins_from_outside_in_a_clause_of_their_own() -> None:
    places = as_printed_in(("table7", OUTSIDE), dataset=EXTENDED, language=language("en"))
    assert places == "as printed in Table 7; outside the dissertation: Statistics en"
    alone = as_printed_in((OUTSIDE,), dataset=EXTENDED, language=language("en"))
    assert alone == "as printed in Statistics en (outside the dissertation)"


@pytest.mark.parametrize(
    ("year", "said"),
    [
        (1991, "none of 23 in operation in 1991; for 7 no opening year is given"),
        (2007, "6 of 34 in operation in 2007; for 7 others no opening year is given"),
        (2023, "24 of 46 in operation in 2023"),
    ],
)
def test_the_small_map_counts_routes_without_an_opening_year(
    year: int, said: str, dataset: Dataset, space: FilterSpace
) -> None:
    figure = build_figure(
        "route_map", dataset=dataset, filters=replace(space.start("en"), as_of=year)
    )
    assert figure.short.partition("; ")[2] == said


@pytest.mark.parametrize("years", [(2018, 2023), (2023, 2023)])
def test_the_card_of_a_country_names_the_table_of_a_key_figure_once(
    years: tuple[int, int], dataset: Dataset, space: FilterSpace
) -> None:
    filters = replace(space.start("en"), route="KZ", years=years)
    card = str(
        without_marks(country_card)(dataset=dataset, filters=filters, language=language("en"))
    )
    (turnover,) = re.findall(r">Turnover, 2023: ([^<]*)<", card)
    change = ", +102.5% since 2018" if years[0] != years[1] else ""
    assert turnover == f"3,200 million US dollars{change} (Table 7, paragraph 1042)"
