"""Texts of pages: escaping, plural forms, location and remedy of faults."""

from dataclasses import replace

import pytest

from components.cards.markup import (
    Target,
    alert,
    figure_heading,
    go_link,
    key_figure_strip,
    quiet_lines,
    small_heading,
    text_list,
)
from components.figures.registry import build_figure
from components.figures.trade_answers import other_totals
from components.overview.key_figures import key_figures
from components.text.amounts import percent
from components.text.names import wrapped
from components.text.places import short_place
from data.choice.parameters import Filters, FilterSpace
from data.evidence.names import years_text
from data.evidence.series import printed_series
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset
from data.load.problem_text import SAYINGS, problem_text
from data.problems import Problem, Rule
from tests.plain_html import without_marks

HOSTILE = '<script>alert(1)</script> & "x"'


def test_markup_escapes_every_text(dataset: Dataset, space: FilterSpace) -> None:
    figure = build_figure("trade_turnover", dataset=dataset, filters=space.start("en"))
    row = {**figure.rows[0], "tip_title": HOSTILE}
    hostile = replace(
        figure, headline=HOSTILE, subtitle=HOSTILE, finding=HOSTILE, notes=(HOSTILE,), rows=[row]
    )
    small = small_heading(
        hostile,
        hint=HOSTILE,
        conflicts=1,
        links=[go_link(Target("pages/trade.py"), HOSTILE)],
        language=language("en"),
    )
    for html in (figure_heading(hostile), small, quiet_lines([HOSTILE]), alert(HOSTILE)):
        assert "<script" not in html
        assert "&lt;script&gt;" in html


def test_untrusted_text_is_escaped_and_on_one_line() -> None:
    html = text_list([f"x={HOSTILE}\n===\n\n    code", "https://example.org"])
    assert "<script" not in html
    assert "\n" not in html
    assert "<a" not in html
    assert html.count("<li>") == 2


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("rule", Rule)
def test_the_text_of_every_rule_names_file_row_and_column(rule: Rule, code: str) -> None:
    problem = Problem(
        table="trade", file="trade.csv", rule=rule, row=7, column="year", found="x", expected="y"
    )
    text = problem_text(problem, language(code))
    assert all(part in text for part in ("trade.csv", "7", "year", rule.value))
    assert "{" not in text


def test_every_rule_has_a_text() -> None:
    assert set(SAYINGS) == set(Rule)


@pytest.mark.parametrize(
    ("code", "text"),
    [("en", "−6.3%"), ("tr", "−%6,3"), ("ru", "−6,3\N{NO-BREAK SPACE}%")],
)
def test_percent_sign_follows_the_language(code: str, text: str) -> None:
    assert percent(-6.25, language(code), decimals=1) == text


def test_spans_of_years_and_wrapped_categories() -> None:
    assert (years_text((2018, 2023)), years_text((2020, 2020))) == ("2018–2023", "2020")
    assert max(map(len, wrapped("Investment and infrastructure projects").split("\n"))) <= 26


def test_key_figures_are_those_of_the_last_chosen_year(dataset: Dataset, printed: Filters) -> None:
    figures = key_figures(dataset=dataset, filters=printed, language=language("en"))
    turnover = figures[0]
    assert (turnover.label, turnover.value) == ("Turnover, 2023", "3,200")
    assert turnover.unit == "million US dollars"
    assert turnover.change == "+102.5% since 2018 · Table 7"
    assert turnover.source == "Table 7, paragraph 1042"
    strip = without_marks(key_figure_strip)(figures)
    for text in ("Turnover, 2023", "3,200", "million US dollars", "since 2018 · Table 7"):
        assert text in strip


def test_key_figures_of_the_first_year_show_no_change(dataset: Dataset, space: FilterSpace) -> None:
    first = space.years[0]
    filters = space.start("en").__class__(language="en", years=(first, first))
    figures = key_figures(dataset=dataset, filters=filters, language=language("en"))
    assert figures
    assert {figure.change for figure in figures} == {"Table 7", "Table 8"}
    assert all(figure.label.endswith(f", {first}") for figure in figures)


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_key_figures_follow_the_chosen_years(code: str, dataset: Dataset, printed: Filters) -> None:
    words = language(code)
    filters = replace(printed, language=code, years=(2020, 2022))
    turnover = key_figures(dataset=dataset, filters=filters, language=words)[0]
    assert turnover.value == words.number(2750)
    assert "2022" in turnover.label
    amounts = {
        seen.year: seen.value for seen in printed_series(dataset, "trade", "turnover", "table7")
    }
    first, last = amounts[2020], amounts[2022]
    assert first
    assert last
    assert percent((last / first - 1) * 100, words, decimals=1, signed=True) in turnover.change
    assert "2020" in turnover.change
    only = replace(filters, years=(2022, 2022))
    alone = key_figures(dataset=dataset, filters=only, language=words)[0]
    assert "%" not in alone.change


def test_a_short_place_is_the_table_or_the_paragraphs(dataset: Dataset) -> None:
    words = language("en")
    totals = printed_series(dataset, "trade", "turnover", "table7")
    assert short_place(totals[0], dataset=dataset, language=words) == "Table 7"
    told = {
        short_place(rival.value, dataset=dataset, language=words)
        for seen in totals
        for rival in other_totals(seen, dataset)
    }
    assert "Table 6" in told
    assert "\N{PILCROW SIGN}\N{NO-BREAK SPACE}1320, 1332" in told
