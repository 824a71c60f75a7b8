"""The filter of years with the visitor's file: its ends, and what the link keeps."""

import pytest
import streamlit as st

from components.page.own_years import (
    EXTENDED_PAGE,
    OwnYears,
    extend_years,
    own_years,
    restore_years,
    within_tables,
)
from data.choice.parameters import FilterSpace


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})


def test_without_a_file_changes_pass_unchanged(space: FilterSpace) -> None:
    changes = (("years", "2019-2030"), ("sectors", "energy"))
    assert within_tables(changes, space, page=EXTENDED_PAGE) == changes
    assert own_years() is None


@pytest.mark.parametrize(
    ("sent", "link", "shown"),
    [
        ("2018-2026", "2018-2023", (2018, 2026)),
        ("2020-2025", "2020-2023", (2020, 2025)),
        ("2016-2023", "2018-2023", (2016, 2023)),
        ("2019-2021", "2019-2021", (2019, 2021)),
        ("2025-2026", "2023-2023", (2023, 2026)),
        ("2015-2016", "2018-2018", (2015, 2018)),
    ],
)
def test_the_link_keeps_the_years_of_the_tables_and_the_filter_shows_all(
    sent: str, link: str, shown: tuple[int, int], space: FilterSpace
) -> None:
    extend_years((2026, 2015, 2024))
    own = own_years()
    assert own is not None
    assert own.limits(space) == (2015, 2026)
    assert within_tables([("years", sent)], space, page=EXTENDED_PAGE) == (("years", link),)
    after = own_years()
    assert after is not None
    first, last = (int(year) for year in link.split("-"))
    assert after.shown((first, last), space) == shown


def test_an_unreadable_span_changes_nothing(space: FilterSpace) -> None:
    extend_years((2026,))
    before = own_years()
    assert within_tables([("years", "soon")], space, page=EXTENDED_PAGE) == (("years", "soon"),)
    assert own_years() == before


def test_clearing_all_filters_chooses_all_years_of_the_file(space: FilterSpace) -> None:
    extend_years((2015, 2026))
    within_tables([("years", "2019-2024")], space, page=EXTENDED_PAGE)
    assert within_tables([("clear", "")], space, page=EXTENDED_PAGE) == (("clear", ""),)
    assert own_years() == OwnYears(reach=(2015, 2026), chosen=(2015, 2026))


def test_the_filter_ends_with_the_tables_again(space: FilterSpace) -> None:
    extend_years((2026,))
    restore_years()
    assert own_years() is None
    extend_years(())
    assert own_years() is None
    assert space.years == (2018, 2023)


def test_the_filter_of_another_page_keeps_the_years_of_the_file(space: FilterSpace) -> None:
    extend_years((2026,))
    before = own_years()
    changes = (("years", "2019-2023"),)
    assert within_tables(changes, space, page="pages/investment.py") == changes
    assert own_years() == before
    within_tables([("years", "2019-2023")], space, page=EXTENDED_PAGE)
    assert own_years() != before
    within_tables([("clear", "")], space, page="pages/investment.py")
    assert own_years() == before
