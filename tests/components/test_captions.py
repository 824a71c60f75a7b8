"""Captions of exported figures name the choice they show."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from components.export.caption import choice_sentence
from components.figures.registry import FIGURES
from components.figures.route_map import MAP
from data.choice.parameters import Filters
from tests.choices import choices
from tests.components.exports import DATASET, SPACE, built


def sentence(name: str, filters: Filters) -> str:
    return choice_sentence(
        name, filters, SPACE, build=lambda chosen: built(name, chosen), dataset=DATASET
    )


def test_the_caption_names_exactly_the_filters_that_affect_a_figure() -> None:
    start = SPACE.start("en")
    chosen = replace(
        start, years=(2019, 2021), sectors=("energy",), trade="table6", investment="table6"
    )
    expected = "Filters – 2019–2021 · Sectors: Energy · Trade: Table 6"
    assert sentence("trade_balance", chosen) == expected
    assert sentence("survey_q08", chosen) == "Filters – Sectors: Energy"
    assert sentence("survey_q08", start) == ""
    assert "2018" in sentence("trade_turnover", start)
    assert "Map as of 2007" in sentence(MAP, replace(start, as_of=2007, view="caucasus"))
    assert "Caucasus" in sentence(MAP, replace(start, as_of=2007, view="caucasus"))


@given(st.sampled_from(sorted(set(FIGURES) - {MAP})), choices(SPACE), choices(SPACE))
@settings(max_examples=60, deadline=None)
def test_figures_that_differ_have_different_captions(
    name: str, one: Filters, other: Filters
) -> None:
    other = replace(other, language=one.language)
    first, second = built(name, one), built(name, other)
    rows = [[dict(row) for row in figure.rows] for figure in (first, second)]
    if rows[0] != rows[1] or first.text_table != second.text_table:
        captions = [
            (figure.headline, figure.subtitle, *figure.notes, sentence(name, filters))
            for figure, filters in ((first, one), (second, other))
        ]
        assert captions[0] != captions[1]


@given(choices(SPACE), choices(SPACE))
@settings(max_examples=40, deadline=None)
def test_maps_that_differ_have_different_captions(one: Filters, other: Filters) -> None:
    other = replace(other, language=one.language)
    parts = ("map_year", "since", "view", "camera", "sectors", "route", "layers")
    if any(getattr(one, part) != getattr(other, part) for part in parts):
        assert sentence(MAP, one) != sentence(MAP, other)


@given(
    choices(SPACE),
    choices(SPACE),
    st.sampled_from(("as_of", "since", "view", "camera", "sectors", "route", "layers")),
)
@settings(max_examples=60, deadline=None)
def test_the_caption_of_a_map_names_each_filter(one: Filters, other: Filters, part: str) -> None:
    changed = replace(one, **{part: getattr(other, part)})
    if changed.map_year != one.map_year or (part != "as_of" and changed != one):
        assert sentence(MAP, one) != sentence(MAP, changed)
