"""Grammar by construction: amounts, ranks, counts and places in the forms of their sentences."""

import pytest

from components.text.amounts import amount_in_sentence, amount_text
from components.text.inflection import inflected
from components.text.numerals import last_word, numeral
from data.evidence.values import Quantity
from data.language.forms import unit_column
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset

NBSP, NARROW = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"

WRITTEN = [
    # value, unit, qualifier; then en, kk, tr, ru
    (30, "years", "over", "over 30 years", "30 жылдан астам", "30 yıldan fazla", "более 30 лет"),
    (10, "percent", "under", "under 10%", "10%-дан аз", "%10’dan az", f"менее 10{NBSP}%"),
    (50, "count", "over", "over 50", "50-ден астам", "50’den fazla", "более 50"),
    (40, "count", "over", "over 40", "40-тан астам", "40’tan fazla", "более 40"),
    (
        1,
        "USD_billion",
        "over",
        "over 1 billion USD",
        "1 млрд АҚШ долларынан астам",
        "1 milyar dolardan fazla",
        "более 1 млрд долл. США",
    ),
    (
        500,
        "people",
        "over",
        "over 500 people",
        "500 адамнан астам",
        "500 kişiden fazla",
        "более 500 человек",
    ),
    (
        83,
        "Mt",
        "up_to",
        "up to 83 million t",
        "ең көбі 83 млн т",
        "en fazla 83 milyon ton",
        "до 83 млн т",
    ),
    (90, "days", "up_to", "up to 90 days", "ең көбі 90 күн", "en fazla 90 gün", "до 90 дней"),
    (34, "years", "exact", "34 years", "34 жыл", "34 yıl", "34 года"),
    (1, "projects", "exact", "1 project", "1 жоба", "1 proje", "1 проект"),
    (
        21,
        "companies",
        "over",
        "over 21 companies",
        "21 компаниядан астам",
        "21 şirketten fazla",
        "более 21 компании",
    ),
    (1.5, "centuries", "exact", "1.5 centuries", "1,5 ғасыр", "1,5 yüzyıl", "1,5 века"),
    (3, "times", "exact", "threefold", "3 есе", "3 kat", "в 3 раза"),
    (12, "times", "exact", "12-fold", "12 есе", "12 kat", "в 12 раз"),
    (
        4,
        "times",
        "over",
        "more than fourfold",
        "4 еседен астам",
        "4 kattan fazla",
        "более чем в 4 раза",
    ),
    (1, "rank", "exact", "1st", "1-орын", "1. sıra", f"1-е{NBSP}место"),
    (5000, "rank", "exact", "5,000th", "5000-орын", "5000. sıra", f"5000-е{NBSP}место"),
    (
        5,
        "rank",
        "over",
        "outside the top 5",
        "алғашқы 5 орыннан тыс",
        "ilk 5 sıranın dışında",
        "ниже 5-го места",
    ),
    (1, "count_per_year", "exact", "1 per year", "жылына 1 рет", "yılda 1 kez", "1 раз в год"),
    (4, "count", "exact", "4", "4", "4", "4"),
    (2006, "year", "exact", "2006", "2006", "2006", "2006"),
    (
        2018,
        "year",
        "over",
        "after 2018",
        "2018 жылдан кейін",
        "2018 yılından sonra",
        f"после 2018{NARROW}г.",
    ),
    (
        2018,
        "year",
        "under",
        "before 2018",
        "2018 жылға дейін",
        "2018 yılından önce",
        f"до 2018{NARROW}г.",
    ),
    (1.5, "rank", "exact", "1.5", "1,5-орын", "1,5. sıra", f"1,5-е{NBSP}место"),
    (2, "thousand_km", "exact", "2,000 km", "2 мың км", "2 bin km", "2 тыс. км"),
    (3.3, "thousand_km", "about", "≈ 3,300 km", "≈ 3,3 мың км", "≈ 3,3 bin km", "≈ 3,3 тыс. км"),
    (4, "thousand", "about", "≈ 4,000", "≈ 4 мың", "≈ 4 bin", "≈ 4 тыс."),
    (
        7,
        "thousand_people",
        "over",
        "over 7,000 people",
        "7 мың адамнан астам",
        "7 bin kişiden fazla",
        "более 7 тыс. человек",
    ),
    (
        200,
        "thousand_containers_per_year",
        "over",
        "over 200,000 containers a year",
        "жылына 200 мың контейнерден астам",
        "yılda 200 bin konteynerden fazla",
        "более 200 тыс. контейнеров в год",
    ),
    (
        11,
        "Mt_per_year",
        "over",
        "over 11 million t a year",
        "жылына 11 млн тоннадан астам",
        "yılda 11 milyon tondan fazla",
        "более 11 млн т в год",
    ),
    (
        10,
        "bcm_per_year",
        "under",
        "under 10 billion m³ a year",
        "жылына 10 млрд м³-ден аз",
        "yılda 10 milyar m³’ten az",
        "менее 10 млрд м³ в год",
    ),
]


@pytest.mark.parametrize("case", WRITTEN, ids=lambda case: f"{case[2]} {case[0]} {case[1]}")
def test_amounts_have_the_form_that_their_qualifier_needs(
    case: tuple[float, str, str, str, str, str, str], dataset: Dataset
) -> None:
    value, unit, qualifier, *texts = case
    measured = Quantity(value=value, unit=unit, qualifier=qualifier)
    for code, text in zip(LANGUAGE_CODES, texts, strict=True):
        assert amount_text(measured, dataset=dataset, language=language(code)) == text


def test_ranges_take_the_form_of_their_last_number(dataset: Dataset) -> None:
    years = Quantity(low=20, high=22, unit="years", qualifier="over")
    shares = Quantity(low=20, high=25, unit="percent", qualifier="under")
    written = {
        code: (
            amount_text(years, dataset=dataset, language=language(code)),
            amount_text(shares, dataset=dataset, language=language(code)),
        )
        for code in ("kk", "tr", "ru")
    }
    assert written == {
        "kk": ("20–22 жылдан астам", "20–25%-дан аз"),
        "tr": ("20–22 yıldan fazla", "%20–25’ten az"),
        "ru": ("более 20–22 лет", f"менее 20–25{NBSP}%"),
    }


def test_growth_puts_the_case_on_the_unit_word(dataset: Dataset) -> None:
    patterns = {
        "kk": "{first:ablative} {last:dative} дейін өсті",
        "tr": "{first:ablative} {last:dative} yükseldi",
        "ru": "вырос с {first:digits} до {last:genitive}",
        "en": "rose from {first:number} to {last:full}",
    }
    written = {}
    for code, pattern in patterns.items():
        first, last = (
            amount_in_sentence(
                Quantity(value=value, unit="USD_million"), dataset=dataset, language=language(code)
            )
            for value in (1580, 3200)
        )
        written[code] = pattern.format(first=first, last=last).replace(NBSP, " ")
    assert written == {
        "kk": "1 580 млн АҚШ долларынан 3 200 млн АҚШ долларына дейін өсті",
        "tr": "1.580 milyon dolardan 3.200 milyon dolara yükseldi",
        "ru": "вырос с 1 580 до 3 200 млн долл. США",
        "en": "rose from 1,580 to 3,200 million US dollars",
    }


@pytest.mark.parametrize(
    ("code", "qualifier", "written"),
    [
        ("kk", "exact", "1 580-нен"),
        ("tr", "exact", "1.580’den"),
        ("ru", "exact", "1 580"),
        ("kk", "about", "≈ 1 580-нен"),
        ("tr", "over", "1.580 milyon doların üzerinden"),
    ],
)
def test_a_number_before_an_amount_with_its_unit_has_the_ablative_alone(
    code: str, qualifier: str, written: str, dataset: Dataset
) -> None:
    quantity = Quantity(value=1580, unit="USD_million", qualifier=qualifier)
    text = amount_in_sentence(quantity, dataset=dataset, language=language(code))
    assert f"{text:unitless_ablative}".replace(NBSP, " ") == written


def test_english_ranges_have_whole_thousands_and_ordinals_at_both_ends(dataset: Dataset) -> None:
    english = language("en")
    lengths = Quantity(low=2, high=3, unit="thousand_km", qualifier="about")
    ranks = Quantity(low=3, high=5, unit="rank")
    assert amount_text(lengths, dataset=dataset, language=english) == "≈ 2,000–3,000 km"
    assert amount_text(ranks, dataset=dataset, language=english) == "3rd–5th"


def test_bounds_are_words_in_the_case_of_their_sentence(dataset: Dataset) -> None:
    patterns = {
        "en": "rose to {last:full}",
        "kk": "{last:dative} дейін өсті",
        "tr": "{last:dative} yükseldi",
        "ru": "вырос с {last:digits} до {last:genitive}",
    }
    written = {}
    for code, pattern in patterns.items():
        for qualifier in ("over", "under"):
            last = amount_in_sentence(
                Quantity(value=4000, unit="USD_million", qualifier=qualifier),
                dataset=dataset,
                language=language(code),
            )
            written[code, qualifier] = pattern.format(last=last).replace(NBSP, " ")
    assert written == {
        ("en", "over"): "rose to over 4,000 million US dollars",
        ("en", "under"): "rose to under 4,000 million US dollars",
        ("kk", "over"): "4 000 млн АҚШ долларынан астам деңгейге дейін өсті",
        ("kk", "under"): "4 000 млн АҚШ долларынан аз деңгейге дейін өсті",
        ("tr", "over"): "4.000 milyon doların üzerine yükseldi",
        ("tr", "under"): "4.000 milyon doların altına yükseldi",
        ("ru", "over"): "вырос с более чем 4 000 до более чем 4 000 млн долл. США",
        ("ru", "under"): "вырос с менее чем 4 000 до менее чем 4 000 млн долл. США",
    }


def test_a_hedged_amount_in_a_case_has_a_sign(dataset: Dataset) -> None:
    about = Quantity(value=500, unit="people", qualifier="about")
    plan = Quantity(value=500, unit="people", qualifier="planned")
    written = [
        f"{amount_in_sentence(each, dataset=dataset, language=language('tr')):dative}"
        for each in (about, plan)
    ]
    assert written == [f"≈{NBSP}500 kişiye", "500 kişiye (planlanan)"]


def test_per_cent_cells_agree_with_the_signs_of_the_language(dataset: Dataset) -> None:
    for code, form in (("kk", "ablative"), ("tr", "dative"), ("ru", "form"), ("en", "form")):
        cell = dataset.texts("units", unit_column(code, form, "other"))["percent"]
        amount = amount_in_sentence(
            Quantity(value=10, unit="percent"), dataset=dataset, language=language(code)
        )
        assert cell.format(n=numeral("10", language(code))) == f"{amount:{form}}"


def test_numbers_end_as_they_are_spoken() -> None:
    spoken = {"0": "0", "7": "7", "10": "10", "3200": "100", "5000": "1000", "20000": "1000"}
    assert {digits: last_word(digits) for digits in spoken} == spoken
    words = language("kk")
    endings = [f"{numeral(text, words):ablative}" for text in ("9", "80", "1 000", "0,25")]
    assert endings == ["9-дан", "80-нен", "1 000-нан", "0,25-тен"]
    assert [f"{numeral(text, language('en')):ordinal}" for text in ("1", "2", "13", "23")] == [
        "1st",
        "2nd",
        "13th",
        "23rd",
    ]


def test_a_text_without_forms_is_the_same_in_every_form() -> None:
    assert f"{inflected('Caspian'):dative} {inflected('Caspian'):form}" == "Caspian Caspian"
