"""Names of units, countries and sectors in the forms of their sentences."""

from pathlib import Path

import pytest

from components.text.amounts import quantity_text
from components.text.inflection import inflected
from components.text.lists import listed
from components.text.names import in_sentence, sectors_in_sentence
from components.text.places import country_in_sentence
from components.text.years import of_years
from data.evidence.values import Quantity
from data.language.forms import unit_columns
from data.language.languages import LANGUAGE_CODES, language
from data.language.translations import read_catalogue
from data.load.dataset import Dataset
from data.problems import Rule


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_every_unit_has_every_form(code: str, dataset: Dataset) -> None:
    units = dataset.tables["units"]
    assert len(units) >= 35
    assert set(unit_columns()) <= set(units.columns)
    assert all((units[column] != "").all() for column in unit_columns())
    for unit in units["unit"]:
        for value in (1, 2, 5, 21, 1.5):
            text = quantity_text(
                Quantity(value=value, unit=unit), dataset=dataset, language=language(code)
            )
            multiple = code == "en" and unit == "times"
            assert multiple or any(digit.isdigit() for digit in text)
            assert not {"{", "}"} & set(text)


def test_every_country_has_the_genitive_that_russian_sentences_need(dataset: Dataset) -> None:
    labels = dataset.tables["map_labels"]
    countries = labels[labels["kind"] == "country"]
    assert (countries["ru_genitive"] != "").all()


def test_names_of_sectors_are_small_inside_a_sentence(dataset: Dataset) -> None:
    written = {
        code: sectors_in_sentence(
            ("construction", "organisations"), dataset=dataset, language=language(code)
        )
        for code in LANGUAGE_CODES
    }
    assert written["en"] == "construction and Turkic institutions"
    assert written["tr"] == "inşaat ve Türk dünyası kurumları"
    assert in_sentence("İnşaat", language("tr")) == "inşaat"
    assert in_sentence("TANAP", language("tr")) == "TANAP"


def test_one_year_and_a_span_have_their_own_messages() -> None:
    events = {
        code: [
            of_years(
                language(code).gettext("Events of {year} ({count})"),
                language(code).gettext("Events of {years} ({count})"),
            ).format(years, count=8)
            for years in ((2019, 2019), (2018, 2023))
        ]
        for code in LANGUAGE_CODES
    }
    assert events == {
        "en": ["Events of 2019 (8)", "Events of 2018–2023 (8)"],
        "kk": ["2019 жылғы оқиғалар (8)", "2018–2023 жылдардағы оқиғалар (8)"],
        "tr": ["2019 olayları (8)", "2018–2023 dönemi olayları (8)"],
        "ru": ["События 2019 года (8)", "События 2018–2023 годов (8)"],
    }


def test_russian_sentences_have_countries_in_the_genitive(dataset: Dataset) -> None:
    words = language("ru")
    russia = country_in_sentence("RU", dataset=dataset, language=words)
    sayings = (
        words.gettext("Bypassing {country:form}: {routes}."),
        words.gettext("Through {country:form}: {routes}."),
    )
    assert [saying.format(country=russia, routes="БТД") for saying in sayings] == [
        "В обход России: БТД.",
        "Через территорию России: БТД.",
    ]


def test_items_with_decimal_commas_have_semicolons_between() -> None:
    items = ("трубопроводы 53,5", "морем 9", "железная дорога ≈ 7")
    assert listed(items, language("ru")) == "трубопроводы 53,5; морем 9; железная дорога ≈ 7"
    assert listed(items[:2], language("ru")) == "трубопроводы 53,5 и морем 9"
    assert listed(("1,580", "3,200", "9"), language("en")) == "1,580, 3,200 and 9"


def test_a_form_that_a_language_lacks_is_a_fault_of_its_catalogue(tmp_path: Path) -> None:
    message = 'msgid "over {amount:form}"\nmsgstr "{amount:%s} astam"\n'
    for form, faults in (("ablative", 0), ("genitive", 1)):
        (tmp_path / "kk.po").write_text(message % form, "utf-8")
        read = read_catalogue(tmp_path, "kk")
        assert [problem.rule for problem in read.problems.kept].count(Rule.PLACEHOLDERS) == faults
        text = read.translations.gettext("over {amount:form}")
        assert text.format(amount=inflected("5"))
