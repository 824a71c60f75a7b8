"""Identifiers of values in tables of figures and in contradictions."""

from dataclasses import replace
from itertools import product

import pandas as pd
import pytest

from components.figures import audit
from components.figures.registry import FIGURES
from components.process.figures import stored, stored_figure, stored_showings
from data.choice.parameters import Filters
from data.evidence.audit import contradictions
from data.evidence.public_catalogue import known_values
from data.evidence.values import COMPUTED

DATASET, SPACE = stored()
START = SPACE.start("en")
KNOWN = known_values(DATASET)


def choices() -> list[Filters]:
    first, last = START.years
    every = [replace(START, years=years) for years in (START.years, (first, first), (last, last))]
    every += [replace(START, trade=origin) for origin in SPACE.series["trade"]]
    every += [replace(START, investment=origin) for origin in SPACE.series["investment"]]
    return [*every, replace(START, sectors=("energy",))]


@pytest.mark.parametrize("name", [name for name in FIGURES if name not in audit.FIGURES])
def test_a_figure_shows_exactly_the_contradictions_of_its_values(name: str) -> None:
    for filters in choices():
        drawable = stored_figure(name, filters)
        values = set(drawable.figure.contradictable_ids)
        assert {conflict.id for conflict in drawable.conflicts} == {
            found.id for found in contradictions(DATASET) if not values.isdisjoint(found.rows)
        }


def test_reserves_have_no_contradictions_of_exports() -> None:
    assert stored_figure("oil_gas_reserves", START).conflicts == ()


@pytest.mark.parametrize("name", FIGURES)
def test_every_value_of_a_table_has_its_identifier(name: str) -> None:
    for filters in choices():
        for row in stored_figure(name, filters).figure.table.to_dict("records"):
            inputs = [name for name in row["computed_from"].split(";") if name]
            assert set(inputs) <= KNOWN.keys()
            numbers = [row[end] for end in ("value", "low", "high") if end in row]
            if row["method"] == COMPUTED:
                assert inputs, row
            elif any(not pd.isna(number) for number in numbers):
                value = KNOWN[row["id"]]
                assert (value.origin, value.paragraph) == (row["origin"], row["paragraph"]), row
                printed = [getattr(value, end) for end in ("value", "low", "high")]
                assert [None if pd.isna(number) else number for number in numbers] == [
                    number
                    for end, number in zip(("value", "low", "high"), printed, strict=True)
                    if end in row
                ]


def test_a_value_is_shown_in_the_figures_whose_tables_hold_it() -> None:
    showings = stored_showings()
    for name in FIGURES:
        if name in audit.FIGURES:
            continue
        for trade, investment in product(SPACE.series["trade"], SPACE.series["investment"]):
            filters = replace(START, trade=trade, investment=investment)
            for identifier in stored_figure(name, filters).figure.value_ids:
                assert name in showings[identifier]
    printed = {name for name in showings if not name.endswith(f":{COMPUTED}")}
    cells = {row["cell"] for row in DATASET.table("table_cells").to_dict("records")}
    assert printed <= KNOWN.keys() | cells
