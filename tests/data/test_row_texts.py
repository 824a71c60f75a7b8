"""Names and notes of facts and events: terms, spelling and punctuation of each language."""

import re

import pytest

from data.language.languages import LANGUAGE_CODES
from data.load.dataset import Dataset

NBSP = "\N{NO-BREAK SPACE}"

REFUSED = {
    "en": {
        "a straight quotation mark or apostrophe": r"[\"']",
        "the name of a table for its contents": r"\bsee conflicts\b",
        "a term outside the glossary": r"[Gg]oods turnover",
        "an abbreviated unit in a sentence": r"\d Mt\b",
    },
    "kk": {
        "a space before the per cent sign": r"\d\s%",
        "an abbreviated year": r"(?:\bж|\bжж)\.",
        "a term outside the glossary": (
            r"(?<!көлік )маршрут|қуаты|[Ққ]айшылық|өткізу көлемі"
            r"|[Мм]еже|басыл"
        ),
        "the spelling of the name": r"Әзірбайжан|Азербайжан|Зәңгезур",
        "an abbreviated name of the country": r"\bҚР\b",
        "a dash of another language": "\N{EM DASH}",
    },
    "tr": {
        "a space at the per cent sign": r"%\s|\d\s?%",
        "words written together": r"demiryol|karayol|denizyol|yıldönüm",
        "a name in lower case or another form": r"Zengezur koridoru|Çimkent",
        "a term outside the glossary": r"[Bb]asılmış|[Çç]elişkilere|\bMt\b",
        "a present tense of speech": r"\b(?:anılıyor|yazıyor|diyor|belirtmiyor|söylenmiyor)\b",
        "a straight apostrophe": r"['\"]",
        "a dash of another language": "\N{EM DASH}",
    },
    "ru": {
        "a per cent sign without a no-break space": rf"\d[^{NBSP}\d]?%",
        "a term outside the glossary": r"[Нн]апечатан|[Пп]ротиворечи|[Дд]ержатель|[Пп]рочитан",
        "a capacity of a line as that of a plant": r"(?:провод|дорога|коридор)[^:]*:.*мощность",
        "an abbreviated name": r"\bРК\b|дипотнош|\bтабл\.",
        "an en dash in a sentence": r"[а-яё»)] \N{EN DASH} [а-яё«]",
        "spaces in a route": r"Баку \N{EN DASH} |Китай \N{EN DASH} |Атырау \N{EN DASH} ",
    },
}
"""What the texts of the rows must not hold, by language."""

EXPECTED = {
    ("facts", "turkic-khaganate-anniversary-p435", "ru"): "Великого",
    ("facts", "tm-missile-boats-from-russia-p800", "ru"): "у России",
    ("facts", "kz-spending-on-turkish-goods-2023-p1334", "en"): "including",
    ("facts", "kz-spending-on-turkish-goods-2023-p1334", "kk"): "соның ішінде",
    ("facts", "kz-spending-on-turkish-goods-2023-p1334", "tr"): "dâhil",
    ("facts", "kz-spending-on-turkish-goods-2023-p1334", "ru"): "в том числе",
    ("facts", "middle-corridor-capacity-target-2027-p1328", "ru"): "по дорожной карте",
    ("events", "kz-tr-health-agreement-1991-1995", "kk"): "кәсіпорындар",
    ("events", "kz-tr-health-agreement-1991-1995", "tr"): "şirketleri",
    ("events", "russia-ukraine-war-2022", "kk"): "артуы",
    ("events", "russia-ukraine-war-2022", "ru"): "рост интереса",
    ("events", "ozal-demirel-visits-1990s", "kk"): "жиі",
    ("events", "un-resolution-crimea-2022", "en"): "violations",
    ("events", "un-resolution-crimea-2022", "kk"): "бұзылуы",
    ("events", "un-resolution-crimea-2022", "tr"): "ihlallerine",
    ("events", "un-resolution-crimea-2022", "ru"): "нарушениях прав человека",
    ("events", "kz-exports-oil-price-2021", "tr"): "Kazakistan’ın",
    ("facts", "tr-kz-projects-completed-p1212", "en"): "Large",
    ("facts", "tr-kz-projects-completed-p1212", "kk"): "ірі",
    ("facts", "tr-kz-projects-completed-p1212", "tr"): "büyük",
    ("facts", "tr-kz-projects-completed-p1212", "ru"): "крупные",
    ("events", "punta-del-este-1967", "en"): "economic",
    ("events", "punta-del-este-1967", "kk"): "экономикалық",
    ("events", "punta-del-este-1967", "tr"): "ekonomik",
    ("events", "punta-del-este-1967", "ru"): "экономической",
    ("events", "eu-political-integration-1980s", "kk"): "экономикалық",
    ("events", "liberal-integration-theory-1950-1960", "tr"): "neoliberal",
    ("events", "tokayev-spief-2022", "ru"): "санкции",
    ("events", "abai-conf-history-2021", "en"): "local studies",
    ("events", "abai-conf-kz-cn-2021", "kk"): "тарихы",
    ("events", "shoqay-muslim-faction", "tr"): "milletvekilliği",
}
"""Parts of meaning that a name once lost, by table, row and language."""


@pytest.mark.parametrize("code", LANGUAGE_CODES)
@pytest.mark.parametrize("table", ["facts", "events"])
def test_texts_of_rows_follow_the_rules_of_their_language(
    table: str, code: str, dataset: Dataset
) -> None:
    rows = dataset.tables[table]
    for stem in ("name", "note"):
        for row, text in zip(rows.iloc[:, 0], rows[f"{stem}_{code}"], strict=True):
            for fault, pattern in REFUSED[code].items():
                assert not re.search(pattern, text), (row, stem, fault, text)


@pytest.mark.parametrize("table", ["facts", "events"])
def test_notes_are_sentences(table: str, dataset: Dataset) -> None:
    rows = dataset.tables[table]
    for code in LANGUAGE_CODES:
        for text in rows[f"note_{code}"]:
            assert not text or (text.endswith(".") and not text[0].islower()), text


@pytest.mark.parametrize("place", EXPECTED, ids="-".join)
def test_a_name_has_its_whole_meaning_in_every_language(
    place: tuple[str, str, str], dataset: Dataset
) -> None:
    table, row, code = place
    assert EXPECTED[place] in dataset.texts(table, f"name_{code}")[row]


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_no_name_of_an_event_adds_that_it_was_the_first(code: str, dataset: Dataset) -> None:
    name = dataset.texts("events", f"name_{code}")["common-written-language-1990s"]
    assert not re.search(r"first|алғаш|\bilk\b|впервые", name, re.IGNORECASE)


@pytest.mark.parametrize(
    ("fact", "qualifier"),
    [
        ("middle-corridor-throughput-future-p517", "forecast"),
        ("kz-ir-oil-deliveries-later-p570", "planned"),
        ("btc-kz-oil-limit-p1343", "up_to"),
        ("new-silk-road-capacity-p554", "up_to"),
    ],
)
def test_a_volume_to_be_reached_is_no_limit(fact: str, qualifier: str, dataset: Dataset) -> None:
    facts = dataset.tables["facts"].set_index("fact")
    assert facts.loc[fact, "qualifier"] == qualifier
