"""Texts of pages: escaping, plural forms, location and remedy of faults."""

from dataclasses import replace

import pytest

from components.cards.markup import (
    Target,
    alert,
    figure_heading,
    key_figure_strip,
    quiet_lines,
    small_heading,
    text_list,
)
from components.figures.registry import build_figure
from components.overview.key_figures import key_figures
from components.text.amounts import percent
from components.text.names import wrapped
from data.choice.parameters import Filters, FilterSpace
from data.evidence.names import years_text
from data.evidence.series import printed_series
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset
from data.load.problem_text import SAYINGS, problem_text
from data.problems import Problem, Rule

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
        target=Target("pages/trade.py"),
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
    shown = [(figure.value, figure.change, figure.source) for figure in figures]
    assert shown[0] == ("3,200", "2023: +16.4%", "Table 7, paragraph 1042")
    assert shown[3] == ("1,000", "2023: +17.6%", "Table 7, paragraphs 1040 and 1041")
    assert "3,200" in key_figure_strip(figures, "remark")


def test_key_figures_of_the_first_year_show_no_change(dataset: Dataset, space: FilterSpace) -> None:
    first = space.years[0]
    filters = space.start("en").__class__(language="en", years=(first, first))
    figures = key_figures(dataset=dataset, filters=filters, language=language("en"))
    assert figures
    assert {figure.change for figure in figures} == {str(first)}


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_key_figures_change_on_the_year_before_and_since_the_first(
    code: str, dataset: Dataset, printed: Filters
) -> None:
    words = language(code)
    start = replace(printed, language=code)
    turnover = key_figures(dataset=dataset, filters=start, language=words)[0]
    assert percent(16.4, words, decimals=1, signed=True) in turnover.change
    series = printed_series(dataset, "trade", "turnover", "table7")
    year, first_value = series[0].year, series[0].value
    assert first_value is not None
    assert percent((3200 / first_value - 1) * 100, words, decimals=1, signed=True) in turnover.since
    assert str(year) in turnover.since
    first = key_figures(
        dataset=dataset, filters=replace(start, years=(year, year)), language=words
    )[0]
    assert (first.change, first.since) == (str(year), "")
