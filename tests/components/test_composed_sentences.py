"""Sentences composed of names, amounts and places, which each language joins in its own way."""

from dataclasses import replace

import pytest

from components.figures.leads import with_other_values
from components.figures.registry import build_figure
from components.text.amounts import amount_in_sentence, amount_text
from components.text.lists import listed
from components.text.shown_table import shown_table
from data.choice.parameters import FilterSpace, filter_space
from data.evidence.series import printed_series
from data.evidence.values import Quantity
from data.language.languages import language
from data.load.dataset import Dataset
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
