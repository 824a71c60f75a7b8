"""Places of the numbers beside laid-over marks."""

import math
from typing import Any

import pytest

from components.charts.record_labels import (
    ALONE,
    MOST_NEAR,
    NOTHING,
    ROOM,
    SIDE,
    TAKEN,
    Sides,
    label_place,
    sides,
    taken_near,
    with_places,
)


def mark(year: int, amount: float, label: str = "number") -> dict[str, Any]:
    return {"year": year, "record": amount, "record_label": label}


def column(year: int, end: float, label: str = "number") -> dict[str, Any]:
    return {"year": year, "label": label, "value": end, "record": None, "record_label": ""}


def near(rows: list[dict[str, Any]], own: dict[str, Any]) -> list[list[str]]:
    """Return the triples near a mark in its column, in its year and in the next year."""
    written = taken_near(rows, own).split(" ")
    assert len(written) == 9 * MOST_NEAR
    triples = [" ".join(written[place : place + 3]) for place in range(0, len(written), 3)]
    parts = (triples[place : place + MOST_NEAR] for place in range(0, len(triples), MOST_NEAR))
    return [[one for one in part if one != NOTHING] for part in parts]


def test_a_number_avoids_printed_numbers_of_its_year_and_the_next_and_other_marks() -> None:
    own = mark(2020, 100)
    rows = [column(2020, 80), column(2021, -50), column(2022, 100), own, mark(2020, 130, "")]
    assert near(rows, own) == [["30 0 13"], ["-20 17 14"], ["-150 -18 14"]]


def test_a_number_avoids_lines_and_their_points() -> None:
    own = mark(2020, 100)
    points = [
        {**column(year, end), "series": "one", "chosen": True}
        for year, end in ((2020, 90), (2021, 140))
    ]
    assert near([*points, own], own) == [
        ["0 0 9"],
        ["-10 0 13", "-10 17 14"],
        ["40 0 13", "40 17 14"],
    ]


def test_a_column_without_a_number_takes_nothing() -> None:
    own = mark(2020, 100)
    stack = {"year": 2020, "label": "part", "total": "", "top": 90, "value": 40}
    assert near([stack, own], own) == [[], [], []]
    assert near([{**stack, "total": "sum"}, own], own) == [[], ["-10 17 14"], []]
    assert near([{**column(2020, 5), "printed": 95}, own], own)[1] == ["-5 0 13", "-95 17 14"]


def test_the_nearest_things_count_and_a_label_of_two_lines_needs_more_room() -> None:
    own = mark(2020, 100, "number\nplace")
    others = [mark(2020, 100 + step, "") for step in (40, 30, 20, 10, 5)]
    assert near([*others, own], own)[0] == ["5 0 20", "10 0 20", "20 0 20", "30 0 20"]


def test_the_highest_number_stands_above_the_lowest_below_and_one_alone_on_both_sides() -> None:
    low, middle, high = (mark(2020, amount) for amount in (1, 2, 3))
    alone, below_zero, unlabelled = mark(2021, 5), mark(2022, -5), mark(2021, 9, "")
    rows = [low, middle, high, alone, unlabelled, below_zero]
    assert [sides(rows, one) for one in (low, middle, high)] == [
        Sides(1, alone=False),
        Sides(0, alone=False),
        Sides(-1, alone=False),
    ]
    assert sides(rows, alone) == Sides(-1, alone=True)
    assert sides(rows, below_zero) == Sides(1, alone=True)
    equal = [mark(2023, 4), mark(2023, 4)]
    assert [sides(equal, one).first for one in equal] == [-1, 1]


def test_every_row_has_the_fields_and_the_axis_has_room_below_negative_numbers() -> None:
    rows = with_places([column(2020, 80), mark(2020, -20, "number\nplace"), mark(2021, 30, "")])
    assert [row[ROOM] for row in rows] == [0, pytest.approx(-20 - 0.28 * 100), 0]
    assert [(bool(row[TAKEN]), row[SIDE], row[ALONE]) for row in rows] == [
        (False, 0, False),
        (True, 1, True),
        (False, 0, False),
    ]
    assert all(math.isfinite(float(part)) for part in rows[1][TAKEN].split(" "))


def test_the_expression_reads_every_number_of_a_row() -> None:
    found = label_place("10")
    assert all(f"beside[{number}]" in found for number in range(9 * MOST_NEAR))
    assert f"beside[{9 * MOST_NEAR}]" not in found
