"""Search by words, names and numbers in four languages."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.search.catalogue_search import matching
from data.search.folding import fold, joined
from data.search.query import LONGEST_QUERY
from data.search.vocabulary import vocabulary
from tests.data.searched import DATASET, ENTRIES, TURNOVER, by_number, found


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


def test_search_works_without_the_table_of_units() -> None:
    tables = {name: table for name, table in DATASET.tables.items() if name != "units"}
    reduced = replace(DATASET, tables=tables)
    assert found("billion", reduced)
    assert found("6300", reduced) == TURNOVER


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
