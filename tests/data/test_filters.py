"""Filters are values: into a link and back without loss, whatever a link holds."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from data.dataset import load_dataset
from data.filters import QUOTED_LENGTH, Filters, filter_space, from_query, to_query
from data.languages import LANGUAGE_CODES
from data.series import SERIES_TABLES
from tests.choices import choices

SPACE = filter_space(load_dataset())


@given(choices(SPACE), st.sampled_from(LANGUAGE_CODES))
def test_a_choice_survives_its_link(filters: Filters, reader: str) -> None:
    assert from_query(to_query(filters, SPACE), SPACE, reader) == (filters, ())


@given(choices(SPACE), st.sampled_from(LANGUAGE_CODES))
def test_a_link_holds_no_translated_text(filters: Filters, other: str) -> None:
    own = to_query(filters, SPACE)
    translated = to_query(replace(filters, language=other), SPACE)
    assert {**own, "lang": other} == translated
    assert all(text.isascii() for text in own.values())


@given(
    st.dictionaries(
        st.one_of(st.sampled_from(["lang", "years", "sectors", "trade"]), st.text()), st.text()
    )
)
def test_garbage_gives_a_valid_choice_and_is_named(query: dict[str, str]) -> None:
    filters, refusals = from_query(query, SPACE, "en")
    assert from_query(to_query(filters, SPACE), SPACE, "en") == (filters, ())
    start = SPACE.start("en")
    kept = [name for name in query if name[:QUOTED_LENGTH] not in {r.parameter for r in refusals}]
    assert kept or filters == start
    assert all(len(refusal.text) <= QUOTED_LENGTH for refusal in refusals)


def test_parts_that_make_no_sense_fall_back_alone() -> None:
    query = {"years": "2022-2019", "sectors": "oil,gold", "lang": "de", "trade": "table6", "x": "1"}
    filters, refusals = from_query(query, SPACE, "kk")
    assert filters == replace(SPACE.start("kk"), trade="table6")
    assert [refusal.parameter for refusal in refusals] == ["years", "sectors", "lang", "x"]


def test_years_outside_the_tables_are_refused() -> None:
    first, last = SPACE.years
    for text in (
        f"{first - 1}-{last + 1}",
        f"{first - 1}",
        f"{first}-{last + 1}",
        "2018-",
        "-",
        "20182019",
        "٢٠١٨",
        "2018-2019-2020",
    ):
        filters, refusals = from_query({"years": text}, SPACE, "en")
        assert (filters.years, len(refusals)) == (SPACE.years, 1), text
    assert from_query({"years": "2020"}, SPACE, "en")[0].years == (2020, 2020)


def test_a_link_to_everything_stays_short() -> None:
    assert to_query(SPACE.start("tr"), SPACE) == {"lang": "tr"}


def test_bounds_come_from_the_tables() -> None:
    tables = load_dataset().tables
    years = {int(year) for name in SERIES_TABLES for year in tables[name]["year"]}
    assert SPACE.years == (min(years), max(years))
    assert "oil" in SPACE.sectors
    assert "politics" in SPACE.sectors
