"""Sentences composed of names, amounts and places, which each language joins in its own way."""

import re
from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest

from components.about.texts import limits
from components.figures.leads import with_other_values
from components.figures.registry import build_figure
from components.page.shell import View
from components.text.amounts import amount_in_sentence, amount_text
from components.text.lists import listed
from components.text.names import wrapped
from components.text.places import SOURCE_LANGUAGES, publication_text
from components.text.shown_table import shown_table
from data.choice.parameters import FilterSpace, filter_space
from data.citation import TEAM, TITLE, reference
from data.evidence.routes import routes
from data.evidence.series import printed_series
from data.evidence.values import Quantity
from data.language.languages import language
from data.language.punctuation import inseparable
from data.load.dataset import Dataset
from data.typeface import wrapped_lines
from tests.components.every_language import EVERY_LANGUAGE
from tests.extended import OUTSIDE, extended_dataset

EXTENDED = extended_dataset()


def test_values_of_facts_from_outside_are_in_a_sentence_of_their_own() -> None:
    values = printed_series(EXTENDED, "trade", "turnover", OUTSIDE)[:1]
    inside = printed_series(EXTENDED, "trade", "turnover", "table7")[:1]
    lead = with_other_values(
        "Trade", (), overtaking=(*inside, *values), dataset=EXTENDED, language=language("en")
    )
    also, outside = lead.finding.split(". ")
    assert also.startswith("Also given: ")
    assert "Statistics" not in also
    assert outside.startswith("Outside the dissertation – ")
    assert outside.endswith("(Statistics en).")


@pytest.mark.parametrize(
    ("code", "kind", "beyond"),
    [
        ("en", "Other total", "Other total from outside the dissertation, 2020"),
        ("kk", "Басқа мән", "Диссертациядан тыс басқа мән, 2020"),
        ("tr", "Diğer değer", "Tez dışındaki diğer değer, 2020"),
        ("ru", "Другое значение", "Другое значение вне диссертации, 2020"),
    ],
)
def test_a_total_from_outside_is_not_named_as_one_of_the_source(
    code: str, kind: str, beyond: str
) -> None:
    space = filter_space(EXTENDED)
    figure = build_figure("trade_answers", dataset=EXTENDED, filters=space.start(code))
    own = language(code).gettext("Other total in the source")
    rivals = [row for row in figure.rows if row["kind"]]
    assert {row["kind"] for row in rivals} == {kind}
    titles = {str(row["tip_title"]) for row in rivals}
    assert {f"{own}, 2022", beyond} <= titles
    assert own not in figure.subtitle


@EVERY_LANGUAGE
def test_all_totals_of_a_year_are_joined_by_and(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    either = words.gettext("{values} or {value}").split()[1]
    for trade in ("table7", "table6"):
        filters = replace(space.start(code), trade=trade)
        for name in ("trade_answers", "trade_turnover"):
            figure = build_figure(name, dataset=dataset, filters=filters)
            told = f"{figure.headline} {figure.finding}"
            assert f") {either} " not in told, told


@pytest.mark.parametrize("code", ["kk", "tr", "ru"])
def test_items_with_dashes_are_not_joined_by_a_word(code: str) -> None:
    dash = " — " if code == "ru" else " – "
    items = [f"A{dash}9", f"B{dash}7"]
    assert listed(items, language(code)) == "; ".join(items)
    assert listed(items[:1], language(code)) == items[0]


@EVERY_LANGUAGE
def test_a_caption_says_that_its_noun_is_a_unit(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    said = language(code).gettext("Unit: {unit}").partition("{")[0]
    for name in ("trade_turnover", "turkish_companies"):
        table = build_figure(name, dataset=dataset, filters=space.start(code)).table
        caption = shown_table(table, dataset=dataset, language=language(code)).caption
        assert caption.startswith(said), caption


@pytest.mark.parametrize(
    ("code", "computed", "printed"),
    [
        ("en", "Growth (computed)", "Growth (printed)"),
        ("kk", "Өсім (есептелген)", "Өсім (диссертацияда берілген)"),
        ("tr", "Yıllık değişim (hesaplanmış)", "Yıllık değişim (tezde verilen)"),
        ("ru", "Прирост (рассчитано)", "Прирост (приведено в тексте)"),
    ],
)
def test_methods_stand_in_brackets_where_they_would_have_to_agree(
    code: str, computed: str, printed: str, dataset: Dataset, space: FilterSpace
) -> None:
    table = build_figure("trade_growth", dataset=dataset, filters=space.start(code)).table
    shown = shown_table(table, dataset=dataset, language=language(code))
    assert {computed, printed} <= {column.head for column in shown.columns}


@pytest.mark.parametrize(
    ("code", "qualifier", "one", "span"),
    [
        ("en", "over", "after 2018", "after 2018–2023"),
        ("en", "under", "before 2018", "before 2018–2023"),
        ("en", "up_to", "no later than 2018", "no later than 2018–2023"),
        ("kk", "over", "2018 жылдан кейін", "2018–2023 жылдардан кейін"),
        ("kk", "under", "2018 жылға дейін", "2018–2023 жылдарға дейін"),
        ("kk", "up_to", "2018 жылдан кешіктірмей", "2018–2023 жылдардан кешіктірмей"),
        ("tr", "over", "2018 yılından sonra", "2018–2023 yıllarından sonra"),
        ("tr", "under", "2018 yılından önce", "2018–2023 yıllarından önce"),
        ("tr", "up_to", "en geç 2018", "en geç 2018–2023 yıllarında"),
        ("ru", "over", "после 2018 г.", "после 2018–2023 гг."),
        ("ru", "under", "до 2018 г.", "до 2018–2023 гг."),
        ("ru", "up_to", "не позднее 2018 г.", "не позднее 2018–2023 гг."),
    ],
)
def test_spans_of_years_have_the_plural(
    code: str, qualifier: str, one: str, span: str, dataset: Dataset
) -> None:
    words = language(code)
    year = Quantity(value=2018, unit="year", qualifier=qualifier)
    years = Quantity(low=2018, high=2023, unit="year", qualifier=qualifier)
    for amount, expected in ((year, one), (years, span)):
        written = amount_text(amount, dataset=dataset, language=words)
        assert " ".join(written.split()) == expected


def test_a_russian_bound_stands_after_a_preposition(dataset: Dataset) -> None:
    most = Quantity(value=4000, unit="USD_million", qualifier="up_to")
    amount = amount_in_sentence(most, dataset=dataset, language=language("ru"))
    written = f"вырос до {amount:genitive}"
    assert " ".join(written.split()) == "вырос до уровня не выше 4 000 млн долл. США"


def test_a_selection_keeps_its_small_letter_inside_a_note(
    dataset: Dataset, space: FilterSpace
) -> None:
    filters = replace(space.start("ru"), route="atyrau-samara")
    figure = build_figure("export_line_capacity", dataset=dataset, filters=filters)
    assert any("на карте: нефтепровод " in note for note in figure.notes), figure.notes


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "exports, 2026: "),
        ("kk", "экспорт, 2026: "),
        ("tr", "ihracat, 2026: "),
        ("ru", "экспорт, 2026: "),
    ],
)
def test_a_value_left_out_is_named_inside_the_note(code: str, said: str) -> None:
    filters = filter_space(EXTENDED).start(code)
    figure = build_figure("trade_turnover", dataset=EXTENDED, filters=filters)
    assert any(f": {said}" in note for note in figure.notes), figure.notes


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "in Russian"),
        ("kk", "орыс тілінде"),
        ("tr", "Rusça"),
        ("ru", "на русском языке"),
    ],
)
def test_the_language_of_a_publication_is_said_in_that_of_the_reader(
    code: str, said: str, dataset: Dataset
) -> None:
    figures = [each for route in routes(dataset).values() for each in route.record]
    assert {each.written_in for each in figures} == {"", *SOURCE_LANGUAGES}
    for each in figures:
        assert not re.search(r"\bin (Russian|French|Croatian)\b", each.title)
        text = publication_text(each, language(code))
        assert (f", {said}, " in text) == (each.written_in == "ru")


@EVERY_LANGUAGE
def test_the_reference_names_the_atlas_as_the_page_does(code: str) -> None:
    words = language(code)
    text = reference(words)
    assert words.gettext(TITLE) in text
    assert (TEAM in text) == (code == "en")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "Section 2.4.2 has tourism in its title but no figures on it; the 3 values "),
        ("kk", "2.4.2-бөлім: туризм тақырыпта аталған, бірақ ол туралы сан келтірілмеген; "),
        ("tr", "Bölüm 2.4.2: başlıkta turizm geçiyor, ancak bu konuda sayı verilmemiş; "),
        ("ru", "Раздел 2.4.2: туризм назван в заголовке, но чисел о нём нет; 3 значения "),
    ],
)
def test_the_limits_say_where_values_on_tourism_come_from(
    code: str, said: str, dataset: Dataset
) -> None:
    told = limits(cast("View", SimpleNamespace(dataset=dataset, language=language(code))))
    assert said in " ".join(str(told).split())


@pytest.mark.parametrize(
    "text",
    [
        "Target, Caspian Post, 12 November 2024",
        "Hedef, Caspian Post, 12 Kasım 2024",
        "Цель, Caspian Post, 12 ноября 2024\u202fг.",
        "Мақсат, Caspian Post, 2024\u202fж. 12 қараша",
    ],
)
def test_lines_of_charts_keep_the_day_and_the_month_together(text: str) -> None:
    (day,) = re.findall(r"(?<!\d)\d{1,2} [^\W\d_]+", text)
    for letters in range(len(day) + 1, len(text)):
        assert any(day in line for line in wrapped(text, letters).split("\n")), letters


def test_lines_of_charts_keep_amounts_together() -> None:
    text = "нефть ≈ 20 % и 53,5 млн т — газ"
    assert inseparable(text) == text.replace("≈ ", "≈\xa0").replace(" %", "\xa0%").replace(
        "5 млн", "5\xa0млн"
    ).replace(" —", "\xa0—")
    assert inseparable("в 2012 году Казахстан") == "в 2012\xa0году Казахстан"
    assert wrapped("Қазақстанның ғылыми-білім беру", 22) == "Қазақстанның\nғылыми-білім беру"
    assert (
        wrapped("порт Актау–Баку–Тбилиси–Джейхан (море)")
        == "порт\nАктау–Баку–Тбилиси–Джейхан\n(море)"
    )
    assert wrapped("1 – 2 Актау–Баку–Тбилиси–Джейхан/1") == "1 – 2 Актау–Баку–\nТбилиси–Джейхан/1"
    assert wrapped("Бакинско-Тбилисско-Ереванский") == "Бакинско-Тбилисско-Ереванский"
    for lines in (wrapped(text, 10).split("\n"), wrapped_lines(text, 10, 60)):
        assert not any(line.endswith("≈") or line.startswith(("%", "млн", "—")) for line in lines)
