"""Audit on the page of sources: three counts, classes on cards, warnings for contradictions."""

from dataclasses import replace

import pytest

from components.cards.contradiction_card import conflict_card
from components.cards.route_card import route_card
from components.figures.audit import CLASS_NAMES, conflict_kinds, counted_classes
from components.figures.warnings import notable_conflicts
from components.page.tokens import NEUTRAL, OTHER_VALUES
from data.choice.parameters import FilterSpace
from data.evidence.audit import (
    CONTRADICTION,
    READING,
    SLIP,
    Conflict,
    class_counts,
    conflicts,
)
from data.evidence.catalogue import values_by_id
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset
from tests.components.test_corridor_figures import build
from tests.readable_tables import readable_table


def conflict_of(dataset: Dataset, code: str) -> Conflict:
    (found,) = (conflict for conflict in conflicts(dataset) if conflict.id == code)
    return found


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_the_headline_has_the_three_counts(code: str, dataset: Dataset, space: FilterSpace) -> None:
    words = language(code)
    figure = conflict_kinds(dataset=dataset, filters=space.start(code), language=words)
    counts = class_counts(conflicts(dataset))
    positions = [figure.headline.index(words.number(count)) for count in counts.values()]
    assert positions == sorted(positions)
    assert figure.headline == counted_classes(conflicts(dataset), words)


def test_each_class_has_one_bar_with_its_count(dataset: Dataset, space: FilterSpace) -> None:
    words = language("en")
    figure = conflict_kinds(dataset=dataset, filters=space.start("en"), language=words)
    counts = class_counts(conflicts(dataset))
    assert [(row["category"], row["value"]) for row in figure.rows] == [
        (CLASS_NAMES[name], count) for name, count in counts.items()
    ]
    # Only contradictions have the colour of values that are given otherwise.
    assert [row["colour"] for row in figure.rows] == [OTHER_VALUES, NEUTRAL, NEUTRAL]
    for row in figure.rows:
        kinds = [int(part.rpartition(": ")[2]) for part in row["tip"].split("; ")]
        assert sum(kinds) == row["value"]


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_card_names_the_class(code: str, dataset: Dataset) -> None:
    words = language(code)
    for conflict in conflicts(dataset):
        card = conflict_card(conflict, dataset=dataset, language=words)
        assert words.gettext(CLASS_NAMES[conflict.conflict_class]) in card.unescape()


def test_a_card_shows_the_public_record_with_its_source(dataset: Dataset) -> None:
    found = conflict_of(dataset, "eskene-kuryk-200-km")
    card = conflict_card(found, dataset=dataset, language=language("en"))
    assert "739" in card
    assert "silkroadnews.org" in card


def test_slips_and_readings_add_no_warning_sign(dataset: Dataset) -> None:
    known = values_by_id(dataset)
    for conflict in conflicts(dataset):
        entries = [known[row] for row in conflict.rows if row in known]
        marked = notable_conflicts(entries, dataset)
        assert {found.conflict_class for found in marked} <= {CONTRADICTION}
        if conflict.conflict_class in {SLIP, READING}:
            assert conflict not in marked


def test_a_table_marks_contradicted_values_only(dataset: Dataset, space: FilterSpace) -> None:
    words = language("en")
    figure = build("design_and_actual", dataset, space)
    table = readable_table(figure.table, dataset=dataset, language=words)
    marks = dict(zip(table["Item"], table["Contradicted"], strict=True))
    assert "\N{WARNING SIGN}" in marks.values()
    assert "" in marks.values()


def test_a_card_names_owner_and_period_of_a_public_stake(dataset: Dataset) -> None:
    (found,) = (one for one in conflicts(dataset) if one.id == "tanap-botas-20-or-30")
    card = conflict_card(found, dataset=dataset, language=language("en")).striptags()
    assert "(TANAP), BOTAŞ, March 2015, 30%" in card
    assert "(TANAP), SOCAR Türkiye, 2019, 7%" in card


def test_a_route_card_shows_contradictions_only(dataset: Dataset, space: FilterSpace) -> None:
    words = language("en")
    for route in space.routes:
        filters = replace(space.start("en"), route=route)
        card = route_card(dataset=dataset, filters=filters, language=words)
        for name in (SLIP, READING):
            assert f"{CLASS_NAMES[name]} ·" not in card
