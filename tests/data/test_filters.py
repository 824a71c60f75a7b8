"""Filters: conversion to links and back, and invalid links."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.choice.catalogue_parameters import SEARCH
from data.choice.link_text import QUOTED_LENGTH
from data.choice.link_values import Reason
from data.choice.parameters import PARAMETERS, Filters, filter_space
from data.choice.reading import MOST_REFUSALS, Refusal, from_query, to_query, with_parameter
from data.choice.words import origin_options
from data.evidence.values import SERIES_TABLES
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import load_dataset
from tests.choices import choices

SPACE = filter_space(load_dataset())


@given(choices(SPACE), st.sampled_from(LANGUAGE_CODES))
def test_filters_are_unchanged_after_a_link(filters: Filters, reader: str) -> None:
    assert from_query(to_query(filters, SPACE), SPACE, reader) == (filters, ())


def test_origins_of_a_table_are_offered_if_there_are_several() -> None:
    dataset, options = load_dataset(), origin_options("trade")
    offered = options(SPACE, dataset, language("en"))
    assert [code for code, _name in offered] == list(SPACE.series["trade"])
    single = replace(SPACE, series={**SPACE.series, "trade": ("table7",)})
    assert not options(single, dataset, language("en"))


def test_the_start_without_views_and_sections_names_none() -> None:
    start = replace(SPACE, views=(), sections=()).start("en")
    assert (start.view, start.section) == ("", "")


@given(choices(SPACE), st.sampled_from(LANGUAGE_CODES))
def test_a_link_holds_no_translated_text(filters: Filters, other: str) -> None:
    own = to_query(filters, SPACE)
    translated = to_query(replace(filters, language=other), SPACE)
    assert {**own, "lang": other} == translated
    assert all(text.isascii() for name, text in own.items() if name != SEARCH.name)


@given(
    st.dictionaries(
        st.one_of(st.sampled_from(["lang", "years", "sectors", "trade"]), st.text()), st.text()
    )
)
def test_invalid_parameters_give_valid_filters_and_refusals(query: dict[str, str]) -> None:
    filters, refusals = from_query(query, SPACE, "en")
    assert from_query(to_query(filters, SPACE), SPACE, "en") == (filters, ())
    start = SPACE.start("en")
    kept = [name for name in query if name[:QUOTED_LENGTH] not in {r.parameter for r in refusals}]
    assert kept or filters == start
    assert all(len(refusal.text) <= QUOTED_LENGTH for refusal in refusals)


def read(query: Mapping[str, str | Sequence[str]]) -> tuple[Filters, list[tuple[str, str, str]]]:
    filters, refusals = from_query(query, SPACE, "en")
    return filters, [(part.parameter, part.text, part.right) for part in refusals]


def test_only_invalid_parameters_get_their_defaults() -> None:
    query = {"years": "2022~x", "sectors": "gold", "lang": "de", "trade": "table6", "x": "1"}
    filters, refusals = from_query(query, SPACE, "kk")
    assert filters == replace(SPACE.start("kk"), trade="table6")
    assert [refusal.parameter for refusal in refusals] == ["years", "sectors", "lang", "x"]


@pytest.mark.parametrize(
    "text",
    [
        *("2019-2022", "2019,2022", "2019, 2022", "2019–2022", "2019—2022", "2019−2022"),
        *("2019‑2022", "2019..2022", "2019...2022", "2019…2022", "2019:2022", "2019;2022"),
        *("2019 2022", "2019+2022", "2019/2022", "2019_2022", "2019 - 2022", " 2019-2022 "),
        *("2019.2022", "2019→2022", "2019 to 2022", "2022-2019", "2022–2019", "2019-22"),
        *("2019-2022)", "2019-2022).", "2019-2022.", "2019-2022,", "2019-2022;", "2019-2022!"),
        *('2019-2022"', "2019-2022>", "2019-2022”", "2019-2022»", "2019-2022'", "“2019-2022”"),
        *("<2019-2022>", "(2019-2022)", "2019-2022\n", "2019-2022\N{ZERO WIDTH SPACE}"),
        *("2019\N{NO-BREAK SPACE}–\N{NO-BREAK SPACE}2022", "2019,2020,2021,2022", "2019-2022/"),
    ],
)
def test_a_span_of_years_is_read_in_every_plain_notation(text: str) -> None:
    filters, refusals = read({"years": text})
    assert (filters.years, refusals) == ((2019, 2022), [])


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2019-", (2019, 2023)),
        ("2019–", (2019, 2023)),
        ("2019-).", (2019, 2023)),
        ("-2021", (2018, 2021)),
        ("—2021", (2018, 2021)),
        ("2020", (2020, 2020)),
        ("2020.", (2020, 2020)),
        ("2020-2020", (2020, 2020)),
        ("2018-", (2018, 2023)),
    ],
)
def test_open_spans_and_single_years_are_read(text: str, years: tuple[int, int]) -> None:
    filters, refusals = read({"years": text})
    assert (filters.years, refusals) == (years, [])


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2015-2020", (2018, 2020)),
        ("2020-2030", (2020, 2023)),
        ("1991-2025", (2018, 2023)),
        ("2015-", (2018, 2023)),
        ("-2030", (2018, 2023)),
        ("2020-2015", (2018, 2020)),
    ],
)
def test_a_span_partly_outside_the_tables_is_clipped_and_reported(
    text: str, years: tuple[int, int]
) -> None:
    assert read({"years": text}) == (
        replace(SPACE.start("en"), years=years),
        [("years", text, "2018–2023")],
    )


@pytest.mark.parametrize("text", ["2017", "1066-1945", "2024-", "-2017", "2024-2030"])
def test_years_outside_the_tables_are_refused(text: str) -> None:
    assert read({"years": text}) == (SPACE.start("en"), [("years", text, "2018–2023")])


@pytest.mark.parametrize(
    "text",
    [
        *(
            "-",
            "20182019",
            "٢٠١٨",
            "２０１９",
            "2018-2019-2020",
            "2018,2020,2022",
            "19-22",
            "2019-2",
        ),
        *("..2021", "2019..", "2019-22-", "soon", "2019-13", "2018.5", "+", "--"),
    ],
)
def test_an_ambiguous_span_is_refused_with_an_example(text: str) -> None:
    assert read({"years": text}) == (SPACE.start("en"), [("years", text, "2018-2023")])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *(("KK", "kk"), ("kk-KZ", "kk"), ("kk_KZ", "kk"), ("KK-Cyrl-KZ", "kk"), ("kaz", "kk")),
        *(("kz", "kk"), ("tr-TR", "tr"), ("ru_RU.UTF-8", "ru"), ("en-GB", "en"), ("kk.", "kk")),
        *(("“ru”", "ru"), (" tr ", "tr"), ("rus", "ru"), ("tur", "tr")),
    ],
)
def test_a_language_is_read_with_region_and_in_any_case(text: str, code: str) -> None:
    filters, refusals = read({"lang": text})
    assert (filters.language, refusals) == (code, [])


def test_an_unknown_language_is_refused_with_the_valid_ones() -> None:
    assert read({"lang": "de"}) == (SPACE.start("en"), [("lang", "de", "en, kk, tr, ru")])


@pytest.mark.parametrize(
    "text",
    [
        *("oil,gas", "oil;gas", "oil gas", "oil+gas", "oil|gas", "oil/gas", "OIL,Gas", "gas,oil"),
        *("oil,,gas", ",oil,gas,", "oil, gas", "oil,gas).", '"oil,gas"', "oil,gas,oil"),
    ],
)
def test_sectors_are_read_in_every_plain_notation(text: str) -> None:
    filters, refusals = read({"sectors": text})
    assert (filters.sectors, refusals) == (("gas", "oil"), [])


def test_known_sectors_are_kept_and_unknown_ones_are_reported() -> None:
    filters, refusals = read({"sectors": "oil,gold,energi"})
    assert filters.sectors == ("oil",)
    assert refusals == [("sectors", "gold", ""), ("sectors", "energi", "energy")]
    assert read({"sectors": "Light Industry"})[0].sectors == ("light_industry",)


@pytest.mark.parametrize(
    ("query", "part", "value"),
    [
        ({"selected": "BTC"}, "route", "btc"),
        ({"selected": "ru"}, "route", "RU"),
        ({"selected": "Middle_Corridor"}, "route", "middle-corridor"),
        ({"route": "CONTRACT-OF-THE-CENTURY"}, "route", "acg"),
        ({"trade": "Table 6"}, "trade", "table6"),
        ({"view": "CASPIAN"}, "view", "caspian"),
        ({"section": "Prospects."}, "section", "prospects"),
        ({"asof": "2004)"}, "as_of", 2004),
        ({"questions": "12,10"}, "questions", (12, 10)),
        ({"questions": "q3–q5"}, "questions", (3, 5)),
        ({"Years": "2019"}, "years", (2019, 2019)),
        ({"LANG": "TR"}, "language", "tr"),
        ({"amp;years": "2019"}, "years", (2019, 2019)),
    ],
)
def test_codes_and_names_are_read_in_any_case(
    query: dict[str, str], part: str, value: object
) -> None:
    filters, refusals = read(query)
    assert (getattr(filters, part), refusals) == (value, [])


@pytest.mark.parametrize("text", ["3-99", "99,3", "0-3", "q1-q99"])
def test_questions_that_the_survey_does_not_have_are_refused_with_the_valid_ones(text: str) -> None:
    assert read({"questions": text}) == (SPACE.start("en"), [("questions", text, "1–13")])


@pytest.mark.parametrize("text", ["3", "3-3", "3-", "first", "3-4-5"])
def test_a_text_that_is_no_pair_of_questions_is_refused_with_an_example(text: str) -> None:
    assert read({"questions": text}) == (SPACE.start("en"), [("questions", text, "1-2")])


def test_an_ambiguous_code_is_refused() -> None:
    space = replace(SPACE, routes=("ab-c", "a-bc"))
    filters, refusals = from_query({"selected": "abc"}, space, "en")
    assert (filters.route, [part.right for part in refusals]) == ("", ["ab-c, a-bc"])


@pytest.mark.parametrize(
    "name",
    [
        *("utm_source", "UTM_Campaign", "utm_anything", "fbclid", "gclid", "yclid", "ysclid"),
        *("msclkid", "mc_cid", "mc_eid", "igshid", "_ga", "_gl", "ref", "twclid", "amp;fbclid"),
    ],
)
def test_parameters_of_tracking_tools_are_dropped_silently(name: str) -> None:
    assert read({name: "x" * 90, "lang": "tr"}) == (SPACE.start("tr"), [])


def test_a_parameter_without_a_value_changes_nothing() -> None:
    assert read({"years": "", "sectors": " "}) == (SPACE.start("en"), [])


def test_an_unknown_parameter_is_refused_with_a_similar_name() -> None:
    assert read({"yers": "2019", "quux": ""})[1] == [("yers", "2019", "years"), ("quux", "", "")]


def test_the_first_valid_value_of_a_repeated_parameter_is_used() -> None:
    filters, refusals = from_query({"lang": ["kk", "tr", "kk-KZ"]}, SPACE, "en")
    assert filters.language == "kk"
    assert refusals == (Refusal("lang", "tr", Reason.REPEATED),)
    filters, refusals = from_query({"lang": ["xx", "tr"]}, SPACE, "en")
    assert (filters.language, [part.text for part in refusals]) == ("tr", ["xx"])
    assert read({"years": ["2019-2020", "2019–2020"]})[1] == []
    filters, named = read({"Years": "2021", "years": ["2019", "2020"]})
    assert filters.years == (2019, 2019)
    assert [part[:2] for part in named] == [("years", "2020"), ("Years", "2021")]


ANY_TEXT = st.text(alphabet=st.characters(codec=None))
HOSTILE = st.one_of(
    ANY_TEXT,
    st.from_regex(r"[-0-9.,;:/ –—…+qtoa]{0,30}"),
    st.sampled_from(["\ud800", "2019-\udfff", "oil,\ud800", "0" * 5000, "2019-" * 400]),
)


@given(st.dictionaries(st.sampled_from(list(PARAMETERS)) | ANY_TEXT, st.lists(HOSTILE, max_size=4)))
def test_any_link_gives_filters_that_can_be_written(query: dict[str, list[str]]) -> None:
    filters, refusals = from_query(query, SPACE, "en")
    assert from_query(to_query(filters, SPACE), SPACE, "en") == (filters, ())
    assert urlencode(to_query(filters, SPACE))
    for refusal in refusals:
        f"{refusal.parameter}={refusal.text}".encode()
        assert len(refusal.text) <= QUOTED_LENGTH


@given(choices(SPACE), st.sampled_from(list(PARAMETERS)) | ANY_TEXT, HOSTILE)
def test_any_single_parameter_gives_filters_or_none(filters: Filters, name: str, text: str) -> None:
    changed = with_parameter(filters, name, text, SPACE)
    if changed is not None:
        assert from_query(to_query(changed, SPACE), SPACE, "en") == (changed, ())


def test_a_partly_valid_parameter_changes_nothing() -> None:
    start = SPACE.start("en")
    assert with_parameter(start, "years", "2015-2020", SPACE) is None
    assert with_parameter(start, "sectors", "oil,gold", SPACE) is None
    assert with_parameter(start, "sectors", "", SPACE) == start


@pytest.mark.parametrize("piece", ["x", "oil,", "2019-", ",", " ", "a ", "-", "0", "\ud800", "…"])
@pytest.mark.parametrize("name", [*PARAMETERS, "unknown"])
def test_a_very_long_value_is_refused_fast_and_not_cached(name: str, piece: str) -> None:
    text = piece * (2_000_000 // len(piece))
    started = time.perf_counter()
    filters, refusals = from_query({name: text}, SPACE, "en")
    assert with_parameter(SPACE.start("en"), name, text, SPACE) is None
    assert time.perf_counter() - started < 0.5
    assert filters == SPACE.start("en")
    assert sum(len(part.parameter) + len(part.text) for part in refusals) < 100


def test_very_many_parameters_are_read_fast_and_not_cached() -> None:
    query: dict[str, str | Sequence[str]] = {"lang": ["kk"] * 100_000}
    query |= {f"p{number}": "x" for number in range(100_000)}
    started = time.perf_counter()
    filters, refusals = from_query(query, SPACE, "en")
    assert filters.language == "kk"
    assert len(refusals) == MOST_REFUSALS
    assert time.perf_counter() - started < 0.5


def test_a_link_to_the_default_filters_is_short() -> None:
    assert to_query(SPACE.start("tr"), SPACE) == {"lang": "tr"}


def test_valid_years_come_from_the_tables() -> None:
    tables = load_dataset().tables
    years = {int(year) for name in SERIES_TABLES for year in tables[name]["year"]}
    assert SPACE.years == (min(years), max(years))
    assert "oil" in SPACE.sectors
    assert "politics" in SPACE.sectors
