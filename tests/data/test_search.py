"""Search by words, names and numbers in four languages."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.evidence.catalogue import catalogue
from data.evidence.values import Value
from data.load.dataset import Dataset, load_dataset
from data.search.catalogue_search import matching
from data.search.folding import fold, joined
from data.search.query import LONGEST_QUERY
from data.search.typed_numbers import joined_groups, readings
from data.search.vocabulary import vocabulary

DATASET = load_dataset()
ENTRIES = catalogue(DATASET)

TURNOVER = ["kz-tr-turnover-p1320", "kz-tr-turnover-2022-p1332"]
"""Both values of 6.3 billion US dollars."""


def found(text: str, dataset: Dataset = DATASET) -> list[str]:
    return [entry.id for entry in matching(ENTRIES, dataset=dataset, text=text)]


def values(text: str) -> list[float | None]:
    return [entry.value for entry in matching(ENTRIES, dataset=DATASET, text=text)]


def test_every_word_has_to_occur_in_any_language_and_case() -> None:
    assert found("KZ-TR-TURNOVER-2022 ¶1332") == ["kz-tr-turnover-2022-p1332"]
    assert "kz-tr-turnover-2022-p1332" in found("ТАУАР айналымы ¶1332")
    opinion = matching(ENTRIES, dataset=DATASET, subject="opinion", text="достық")
    assert {entry.subject for entry in opinion} == {"opinion"}
    table8 = matching(ENTRIES, dataset=DATASET, origin="table8")
    assert {entry.origin for entry in table8} == {"table8"}
    assert matching(ENTRIES, dataset=DATASET) == ENTRIES


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("İHRACAT", "ihracat"),
        ("IHRACAT", "İhracat"),
        ("İTHALAT", "ithalat"),
        ("YATIRIM", "yatırım"),
        ("yatirim", "Yatırım"),
        ("TÜRKİYE", "Türkiye"),
        ("turkiye", "Türkiye"),
        ("ticaret hacmi", "TİCARET HACMİ"),
        ("güneş", "GÜNEŞ"),
        ("dis ticaret", "Dış ticaret"),
        ("ТҮРКІТІЛДЕС", "түркітілдес"),
        ("ТУРКИТИЛДЕС", "түркітілдес"),
        ("ҒЫЛЫМ", "ғылым"),
        ("құбыр", "ҚҰБЫР"),
        ("кубыр", "құбыр"),
        ("Өңір", "ӨҢІР"),
        ("черное море", "Чёрное море"),
        ("ЧЁРНОЕ", "черное"),
        ("Түркiя", "Түркія"),
        ("Azərbaycan", "azerbaycan"),
        ("Türkiye’nin", "TÜRKIYE'NIN"),
        ("Baku–Tbilisi—Ceyhan", "baku-tbilisi-ceyhan"),
        ("6\N{NARROW NO-BREAK SPACE}300", "6 300"),
        ("м³", "М3"),
        ("soft\N{SOFT HYPHEN}hy\N{ZERO WIDTH SPACE}phen", "softhyphen"),
    ],
)
def test_search_ignores_case_diacritics_and_variants_of_signs(typed: str, written: str) -> None:
    assert fold(typed) == fold(written)


@given(st.text(alphabet=st.characters(codec=None)))
def test_folding_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("İhracat", "ihracat"),
        ("İTHALAT", "ithalat"),
        ("YATIRIM", "yatirim"),
        ("Turkey", "Türkiye"),
        ("TURKEY", "Түркия"),
        ("Турция", "Türkiye"),
        ("Türkiye'nin", "Türkiye"),
        ("Kazakstan", "Kazakhstan"),
        ("Қазақстанның", "Казахстан"),
        ("Azerbaidzhan", "Әзербайжан"),
        ("Azərbaycan", "Azerbaijan"),
        ("БТД", "BTC"),
        ("Baku - Tbilisi - Ceyhan", "Baku Tbilisi Ceyhan"),
        ("Baku Tbilisi Ceyhan", "Баку–Тбилиси–Джейхан"),
        ("ТМҰ", "OTS"),
        ("Organisation of Turkic States", "ОТГ"),
        ("TITR", "Орта дәліз"),
        ("Срединный коридор", "Middle Corridor"),
        ("Soviet Union", "СССР"),
        ("ВВП", "GSYİH"),
        ("trans caspian", "Trans-Caspian"),
        ("ТОВАРООБОРОТ", "товарооборот"),
    ],
)
def test_other_spellings_and_names_find_the_same(typed: str, same: str) -> None:
    assert found(typed)
    assert set(found(typed)) == set(found(same))


def test_a_short_form_of_a_name_is_a_whole_word() -> None:
    united_states = set(found("US"))
    assert united_states == set(found("АҚШ")) == set(found("ABD"))
    assert len(united_states) < 10


def test_a_word_finds_the_beginning_and_the_inside_of_words() -> None:
    assert set(found("turnover")) <= set(found("turnov"))
    assert set(found("pipeline")) <= set(found("peline"))
    assert set(found("Transcaspian")) == set(found("Trans-Caspian"))


def test_a_scale_or_unit_without_a_number_finds_values_in_it() -> None:
    assert set(TURNOVER) <= set(found("billion")) == set(found("млрд")) == set(found("milyar"))
    assert "table7:2022:turnover" in found("USD")
    assert set(found("projects")) < set(found("proje"))
    assert "table6:2020:turkish_companies" not in found("projects")


@pytest.mark.parametrize(
    "typed",
    [
        "6.3 billion",
        "6,3 billion",
        "6.3 Billions",
        "6.3bn",
        "6,3 bn",
        "$6.3bn",
        "$ 6.3 bn",
        "US$6.3 billion",
        "USD 6.3 billion",
        "6.3 billion USD",
        "6.3 billion US dollars",
        "6.30 billion",
        "6,3 млрд",
        "6,3 млрд.",
        "6,3 МЛРД",
        "6,3млрд",
        "6,3 миллиарда долларов",
        "6,3 млрд долл. США",
        "6,3 млрд АҚШ доллары",
        "6,3 миллиард АҚШ доллары",
        "6,3 млрд-тан",
        "6,3 milyar",
        "6,3 MİLYAR DOLAR",
        "6,3 milyar ABD doları",
        "6,3 milyar dolarlık",
        "6300",
        "6,300",
        "6.300",
        "6 300",
        "6\N{NO-BREAK SPACE}300",
        "6\N{NARROW NO-BREAK SPACE}300",
        "6\N{THIN SPACE}300",
        "6’300",
        "6300 million",
        "6,300 million USD",
        "6 300 млн",
        "6 300 млн долларов",
        "6.300 milyon",
        "6300 mn",
        "0.0063 trillion",
        "6.300.000.000",
        "6 300 000 000",
        "6,300,000,000 dollars",
        "“6.3 billion”",
        "about 6.3 billion",
        "≈6,3 млрд",
        "6.3 billion.",
        "(6.3 billion)",
        "6.3",
        "6,3",
    ],
)
def test_a_number_is_found_in_every_notation(typed: str) -> None:
    assert found(typed)[:2] == TURNOVER


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("2,75 bn", "table7:2022:turnover"),
        ("2.750 milyon", "table7:2022:turnover"),
        ("1,580", "table7:2018:turnover"),
        ("1.58 billion", "table7:2018:turnover"),
        ("1 750", "table7:2020:turnover"),
        ("−1.1", "table7:2020:turnover_growth"),
        ("-1,1 %", "table7:2020:turnover_growth"),
        ("1.1%", "table7:2020:turnover_growth"),
        ("%16,4", "table7:2023:turnover_growth"),
        ("%40", "survey:5:very_important"),
        ("40 %", "survey:5:very_important"),
        ("%40'ı", "survey:5:very_important"),
        ("yüzde 40", "survey:5:very_important"),
        ("40 пайыз", "survey:5:very_important"),
        ("40 процентов", "survey:5:very_important"),
        ("40 per cent", "survey:5:very_important"),
        ("50 Mt", "btc-capacity-p776"),
        ("50 млн т", "btc-capacity-p776"),
        ("50 million tonnes a year", "btc-capacity-p776"),
        ("50 milyon ton/yıl", "btc-capacity-p776"),
        ("6,5 thousand km", "middle-corridor-length-p536"),
        ("6500 kilometres", "middle-corridor-length-p536"),
        ("4000 companies", "tr-companies-in-kz-p1212"),
        ("12 мың адам", "yassawi-students-p1171"),
        ("12 bin kişi", "yassawi-students-p1171"),
        ("5.8 thousand people", "kz-alumni-turkish-grants-p1173"),
        ("1,4 trilyon dolar", "ots-gdp-2023-p1312"),
        ("1400 billion USD", "ots-gdp-2023-p1312"),
        ("198 billion euros", "tr-eu-turnover-2022-p1320"),
        ("€198bn", "tr-eu-turnover-2022-p1320"),
        ("34 years", "kz-tr-relations-period-p8"),
        ("34 жыл", "kz-tr-relations-period-p8"),
        ("200–300 million", "btc-tr-annual-revenue-p776"),
        ("30-40 %", "kz-poll-independent-path-p423"),
        ("32 bcm", "nabucco-capacity-p778"),
        ("26 млрд м³", "nabucco-capacity-p778"),
    ],
)
def test_the_best_match_comes_first(typed: str, entry: str) -> None:
    assert found(typed)[0] == entry


def test_the_exact_value_precedes_the_converted_one_and_the_text() -> None:
    ranked = values("1.1")
    assert ranked[:4] == [1.1, 1100, 1100, 1100]
    assert -1.1 in ranked[4:]
    assert values("40")[:2] == [40, 40]
    assert values("2022 2750")[0] == 2750


def test_a_number_within_a_range_finds_the_range() -> None:
    assert found("250 km") == []
    assert "transcaspian-gas-pipeline-length-p780" in found("320 km")
    assert "btc-tr-annual-revenue-p776" in found("0.25 billion USD")


def test_a_unit_is_compared_with_the_unit_of_the_value() -> None:
    assert not {entry.unit for entry in by_number("40%") if entry.value == 40} - {"percent"}
    assert "tr-eu-turnover-2022-p1320" not in found("198 billion USD")


def by_number(text: str) -> tuple[Value, ...]:
    return matching(ENTRIES, dataset=DATASET, text=text)


def test_years_and_spans_of_years_are_found_by_period() -> None:
    assert {"table7:2022:turnover", "table6:2022:turnover"} <= set(found("2022"))
    assert set(found("2022")) == set(found("2022 жыл")) == set(found("2022 г."))
    assert {entry.period[:4] for entry in by_number("Table 7 2019–2020")} == {"2019", "2020"}


@pytest.mark.parametrize(
    "typed",
    [
        "¶1332",
        "¶ 1332",
        "§1332",
        "p1332",
        "P. 1332",
        "paragraph 1332",
        "абзац 1332",
        "абз. 1332",
        "1332-абзац",
        "1332. paragraf",
    ],
)
def test_a_paragraph_is_found_in_every_notation(typed: str) -> None:
    listed = by_number(typed)
    assert len(listed) == 10
    assert {entry.paragraph for entry in listed} == {"1332"}


@pytest.mark.parametrize(
    "typed",
    ["Table 7, ¶ 1035", "7-кесте, 1035-абзац", "Tablo 7, 1035. paragraf", "таблица 7 ¶1035"],
)
def test_a_row_is_found_by_its_source(typed: str) -> None:
    assert found(typed) == ["table7:2022:turnover"]


def test_references_are_found_as_printed() -> None:
    assert {entry.reference for entry in by_number("[330]")} == {"[330]"}


def test_quoted_words_are_found_as_a_phrase() -> None:
    assert set(found("“exports from Kazakhstan”")) < set(found("Kazakhstan exports from"))
    assert found('"Kazakhstan exports from"') == []


@given(st.text(alphabet=st.characters(codec=None)) | st.from_regex(r"[-+$%¶0-9., '\"bn–]{1,40}"))
@settings(deadline=None)
def test_any_search_text_is_accepted(text: str) -> None:
    assert set(found(text)) <= {entry.id for entry in ENTRIES}


@pytest.mark.parametrize("piece", ["6", "6.", "6 300 ", "a", "¶", "%", "billion ", "1-", '"', "'9"])
def test_a_very_long_search_is_fast(piece: str) -> None:
    found("6.3 billion")
    text = piece * (2_000_000 // len(piece))
    started = time.perf_counter()
    assert found(text) == found(text[:LONGEST_QUERY])
    assert time.perf_counter() - started < 2


def test_search_works_without_the_table_of_search_words() -> None:
    tables = {name: table for name, table in DATASET.tables.items() if name != "search_words"}
    reduced = replace(DATASET, tables=tables)
    assert found("Turkey", reduced) == []
    assert found("İHRACAT", reduced) == found("ihracat")
    assert found("6300", reduced) == TURNOVER
    assert found("6.3 billion US dollars", reduced)[:2] == TURNOVER


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("6300", [6300]),
        ("6.300", [6300, 6.3]),
        ("1,580", [1580, 1.58]),
        ("1.234.567", [1234567]),
        ("1.234,5", [1234.5]),
        ("1,234.5", [1234.5]),
        ("0.300", [0.3]),
        ("12,34", [12.34]),
        ("-1,1", [-1.1]),
        ("12 34", []),
        ("1,2,3", []),
        ("1.2.3", []),
        ("9" * 30, []),
        ("٢٠٢٢", []),
        ("", []),
    ],
)
def test_every_plausible_reading_of_a_number(text: str, numbers: list[float]) -> None:
    assert [reading.value for reading in readings(text)] == numbers


def test_groups_of_three_digits_are_one_number() -> None:
    assert joined_groups(["6", "300", "000", "usd"]) == 3
    assert joined_groups(["2022", "300"]) == 1
    assert joined_groups(["6", "300,5", "100"]) == 2


def test_every_form_of_the_table_of_search_words_is_found() -> None:
    words = vocabulary(DATASET)
    assert len(words.names) > 200
    assert {"billion", "млрд", "milyar", "миллиард"} <= set(words.measures)
    for row in DATASET.tables["search_words"].to_dict("records"):
        assert all(form == form.strip() and form for form in row["forms"].split(";")), row["group"]
        if row["kind"] in {"scale", "unit"}:
            assert row["factor"] > 0, row["group"]


def test_no_search_word_is_ambiguous() -> None:
    seen: dict[str, str] = {}
    for row in DATASET.tables["search_words"].to_dict("records"):
        for form in {fold(form) for form in row["forms"].split(";")}:
            assert seen.setdefault(form, row["group"]) == row["group"], form


def test_joined_text_has_no_hyphens_or_apostrophes() -> None:
    assert joined(fold("Trans–Caspian’s")) == "transcaspians"
