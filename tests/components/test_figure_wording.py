"""Wording of headlines, findings, hovers and notes that follows what a figure shows."""

from dataclasses import replace

import pytest

from components.cards.markup import LONGEST_HEADLINE
from components.figures.corridor_volumes import corridor_volumes
from components.figures.registry import build_figure
from data.choice.parameters import FilterSpace
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset

EVERY_LANGUAGE = pytest.mark.parametrize("code", LANGUAGE_CODES)

LONGEST_HINT = 66
"""Letters that stand beside the subtitle of a card half as wide as a page of 1280 pixels."""


def test_a_finding_names_only_the_sectors_of_its_answers(
    dataset: Dataset, space: FilterSpace
) -> None:
    filters = replace(space.start("en"), sectors=("education", "oil", "trade"))
    none = build_figure("survey_q01", dataset=dataset, filters=filters).finding
    assert none.endswith(". No answer to this question is about education, oil or trade.")
    one = build_figure("survey_q08", dataset=dataset, filters=filters).finding
    assert "oil" not in one


def test_only_questions_with_sectors_have_the_hint(dataset: Dataset, space: FilterSpace) -> None:
    filters = space.start("en")
    assert not build_figure("survey_q01", dataset=dataset, filters=filters).hint
    assert build_figure("survey_q08", dataset=dataset, filters=filters).hint


@EVERY_LANGUAGE
def test_a_hint_fits_on_one_line(dataset: Dataset, space: FilterSpace, code: str) -> None:
    hints = {
        build_figure(name, dataset=dataset, filters=space.start(code)).hint
        for name in ("trade_turnover", "trade_answers", "investment_flows", "survey_q08")
    }
    assert len(hints) == 2
    assert max(map(len, hints)) <= LONGEST_HINT


def test_other_tables_are_named_among_the_notes(dataset: Dataset, space: FilterSpace) -> None:
    figure = build_figure("trade_turnover", dataset=dataset, filters=space.start("en"))
    assert "Table 6 gives other values for some of these years." in figure.notes
    assert "Table 6" not in figure.hint


@EVERY_LANGUAGE
def test_hovers_of_the_catalogue_have_semicolons_only(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    figure = build_figure("source_map", dataset=dataset, filters=space.start(code))
    tips = [str(row["tip"]) for row in figure.rows]
    assert all(tip.count("; ") == tip.count(" (") - 1 for tip in tips)


@EVERY_LANGUAGE
def test_a_target_is_not_called_one_twice(code: str, dataset: Dataset, space: FilterSpace) -> None:
    words = language(code)
    figure = corridor_volumes(dataset=dataset, filters=space.start(code), language=words)
    series = words.gettext("Target or expectation")
    qualifiers = {words.gettext("target"), words.gettext("forecast")}
    labels = [str(row["label"]) for row in figure.rows if row["series"] == series]
    assert labels
    assert not any(qualifier in label for label in labels for qualifier in qualifiers)


def test_russian_headlines_keep_common_nouns_small(dataset: Dataset, space: FilterSpace) -> None:
    filters = space.start("ru")
    capacity = build_figure("design_and_actual", dataset=dataset, filters=filters)
    assert "железная дорога Баку" in capacity.headline
    stakes = build_figure("project_stakes", dataset=dataset, filters=filters)
    assert "; нефтепровод " in " ".join(stakes.notes)


@EVERY_LANGUAGE
def test_one_year_is_not_the_year_of_most_difference(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    filters = replace(space.start(code), years=(2020, 2020))
    headline = build_figure("trade_tables", dataset=dataset, filters=filters).headline
    head = words.gettext("{places} disagree, most in {year}: {indicator} {first} against {second}")
    saying = head.partition("{places}")[2].partition("{indicator}")[0].format(year=2020)
    assert saying not in headline


@EVERY_LANGUAGE
def test_the_headline_of_the_first_card_has_full_size(
    dataset: Dataset, space: FilterSpace, code: str
) -> None:
    figure = build_figure("trade_answers", dataset=dataset, filters=space.start(code))
    assert len(figure.headline) <= LONGEST_HEADLINE
