"""Composition of lines outside the charts: names, periods, qualifiers, lists, full stops."""

import re
from dataclasses import replace

import pytest

from components.cards.contradiction_card import SEVERITY_NAMES, conflict_card
from components.cards.country_card import country_card
from components.cards.course_card import course_lines
from components.cards.figure_panels import _paragraphs_line
from components.cards.route_card import events_list, route_card, routes_table
from components.cards.route_status import status_text
from components.cards.sortable_table import as_texts
from components.figures.figure import Figure
from components.figures.paragraph_notes import own_notes
from components.figures.registry import build_figure
from components.figures.single_values import facts
from components.overview.key_figures import key_figures
from components.overview.panel import context_panel
from components.text.amounts import amount_text, value_text
from components.text.entries import (
    QUALIFIER_WORDS,
    amount_beside_name,
    name_and_period,
    name_says_qualifier,
    named_amount,
)
from components.text.lists import one_colon, paragraphs_in_words, remarked
from components.text.names import (
    GENERIC_FIRST_WORDS,
    after_colon,
    in_sentence,
    method_name,
    name_in_sentence,
    qualifier_name,
)
from components.text.speakers import according_to
from data.choice.parameters import FilterSpace
from data.citation import citation
from data.evidence.audit import conflicts
from data.evidence.catalogue import catalogue, values_by_id
from data.evidence.countries import routes_through
from data.evidence.events import events
from data.evidence.routes import routes
from data.evidence.values import INTENTIONS, PRINTED, Value
from data.language.languages import LANGUAGE_CODES, language
from data.language.punctuation import sentences, single_stops
from data.load.dataset import Dataset
from tests.readable_tables import readable_table

EVERY_LANGUAGE = pytest.mark.parametrize("code", LANGUAGE_CODES)


def _value(dataset: Dataset, code: str) -> Value:
    return values_by_id(dataset)[code]


@EVERY_LANGUAGE
def test_no_line_repeats_the_year_of_the_name(code: str, dataset: Dataset) -> None:
    words = language(code)
    for entry in catalogue(dataset):
        written = name_and_period(entry, words)
        assert not re.search(r"(\d{4})[^,]{0,8}, \1$", written), written
        for year in re.findall(r"\d{4}", entry.period):
            assert year in written


@EVERY_LANGUAGE
def test_the_period_is_added_where_the_name_lacks_it(code: str, dataset: Dataset) -> None:
    words = language(code)
    entry = _value(dataset, "table7:2022:turnover")
    assert name_and_period(entry, words) == f"{entry.name(words)}, 2022"


QUALIFIED = {"planned", "target", "forecast"}


def test_words_of_qualifiers_are_known_in_every_language() -> None:
    assert set(QUALIFIER_WORDS) == QUALIFIED == INTENTIONS
    for by_language in QUALIFIER_WORDS.values():
        assert set(by_language) == set(LANGUAGE_CODES)


@EVERY_LANGUAGE
def test_a_qualifier_stands_once_beside_its_name(code: str, dataset: Dataset) -> None:
    words = language(code)
    for entry in catalogue(dataset):
        if entry.qualifier not in QUALIFIED:
            continue
        qualified, exact = (
            amount_text(value, dataset=dataset, language=words)
            for value in (entry, replace(entry, qualifier="exact"))
        )
        if entry.unit == "rank":
            exact = value_text(entry, words)
        in_name = re.search(QUALIFIER_WORDS[entry.qualifier][code], entry.name(words).casefold())
        amount = amount_beside_name(entry, dataset=dataset, language=words)
        assert amount == (exact if in_name else qualified) != (qualified if in_name else exact)


def test_no_qualifier_is_lost_without_a_word_in_the_name(dataset: Dataset) -> None:
    words = language("en")
    entry = _value(dataset, "tr-gdp-forecast-new-2023-p1323")
    assert amount_beside_name(entry, dataset=dataset, language=words) == "2.5%"
    unsaid = replace(entry, names=tuple("Growth" for _code in LANGUAGE_CODES))
    assert amount_beside_name(unsaid, dataset=dataset, language=words) == "2.5%, forecast"
    assert not name_says_qualifier("Prospective projects", "planned", words)
    assert not name_says_qualifier("A name with about in it", "about", words)


def test_a_stake_of_two_tables_is_listed_once(dataset: Dataset) -> None:
    words = language("en")
    for code, holder in (("tanap-botas-20-or-30", "BOTAŞ"), ("tpao-shah-deniz-9-or-19", "TPAO")):
        found = next(conflict for conflict in conflicts(dataset) if conflict.id == code)
        card = str(conflict_card(found, dataset=dataset, language=words))
        shown = [
            re.sub(r"\s+", " ", line)
            for line in re.findall(r"<dt>(.*?)</dt>", card, re.DOTALL)
            if holder in line
        ]
        assert len(shown) == 2, shown
        assert sum(row in values_by_id(dataset) for row in found.rows) > len(shown)


@pytest.mark.parametrize(
    ("code", "joined", "apart"),
    [
        ("en", "oil and gas", "trade; metals and mining"),
        ("kk", "oil және gas", "trade; metals және mining"),
        ("tr", "oil ve gas", "trade; metals ve mining"),
        ("ru", "oil и gas", "trade; metals и mining"),
    ],
)
def test_items_with_a_joining_word_are_kept_apart(code: str, joined: str, apart: str) -> None:
    words = language(code)
    assert words.enumerate(("oil", "gas")) == joined
    conjunction = joined.split(" ")[1]
    assert words.enumerate(("trade", f"metals {conjunction} mining")) == apart
    assert words.enumerate((f"metals {conjunction} mining",)) == f"metals {conjunction} mining"
    assert ";" not in words.enumerate(("Nakhchivan", "Anders", "verim"))


@EVERY_LANGUAGE
def test_counts_of_subjects_stand_in_brackets(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    rows = build_figure("source_map", dataset=dataset, filters=space.start(code)).rows
    assert rows
    for row in rows:
        assert re.search(r"\(\d", row["tip"])
        assert not re.search(r"\w \d+(?:[,;]|$)", row["tip"])


@EVERY_LANGUAGE
def test_an_unknown_status_is_short_after_its_label(code: str) -> None:
    words = language(code)
    short = status_text("unknown", words, labelled=True)
    assert short == words.gettext("not stated")
    assert status_text("unknown", words) == words.gettext("status not stated") != short
    assert status_text("planned", words, labelled=True) == status_text("planned", words)
    assert status_text(None, words) == words.gettext("not yet announced or opened")


@EVERY_LANGUAGE
def test_the_card_and_the_list_of_the_map_use_the_short_status(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    route = next(
        route for route in routes(dataset).values() if route.status == "unknown" and route.sections
    )
    filters = replace(space.start(code), route=route.code)
    card = str(route_card(dataset=dataset, filters=filters, language=words))
    assert words.gettext("status not stated") not in card
    table = as_texts(routes_table(dataset=dataset, filters=space.start(code), language=words))
    assert words.gettext("status not stated") not in set(table.to_numpy().ravel())
    assert words.gettext("Type") in table


@EVERY_LANGUAGE
def test_the_list_of_the_map_has_a_column_of_qualifiers(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    table = as_texts(routes_table(dataset=dataset, filters=space.start(code), language=words))
    qualifiers = {name for name in table[words.gettext("Qualifier")] if name}
    assert qualifier_name("up_to", words) in qualifiers
    units = set(dataset.texts("units", f"symbol_{code}").values())
    assert {unit for unit in table[words.gettext("Unit")] if unit} <= units
    assert any("–" in amount for amount in table[words.gettext("Capacity")])


@pytest.mark.parametrize(
    ("code", "name", "inside"),
    [
        ("ru", "Нефтепровод Атырау–Самара", "нефтепровод Атырау–Самара"),
        ("ru", "Порты-побратимы: Мерсин", "порты-побратимы: Мерсин"),
        ("ru", "Срединный коридор", "Срединный коридор"),
        ("ru", "Южный газовый коридор", "Южный газовый коридор"),
        ("kk", "Атырау–Самара мұнай құбыры", "Атырау–Самара мұнай құбыры"),
        ("en", "Port of Aktau", "port of Aktau"),
        ("tr", "Orta Koridor", "Orta Koridor"),
    ],
)
def test_only_common_nouns_lose_their_capital_inside_a_sentence(
    code: str, name: str, inside: str
) -> None:
    assert name_in_sentence(name, language(code)) == inside


@pytest.mark.parametrize("code", ["ru", "kk"])
def test_lists_of_pipelines_have_no_capital_of_a_common_noun(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    panel = str(context_panel(dataset=dataset, filters=space.start(code), language=words))
    card = str(
        country_card(
            dataset=dataset, filters=replace(space.start(code), route="RU"), language=words
        )
    )
    for text in (panel, card):
        for first in GENERIC_FIRST_WORDS[code]:
            assert f": {first} " not in text
            assert f", {first} " not in text


@EVERY_LANGUAGE
def test_a_note_on_a_value_that_is_not_shown_has_one_colon(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    notes = build_figure("oil_by_mode", dataset=dataset, filters=space.start(code)).notes
    first = next(note for note in notes if "71" in note)
    assert first.partition(". ")[0].count(": ") == 1


@EVERY_LANGUAGE
def test_the_claim_of_a_speaker_stands_in_brackets(code: str, dataset: Dataset) -> None:
    words = language(code)
    found = next(c for c in conflicts(dataset) if "cpc-no-progress-mid-1997" in c.rows)
    card = str(conflict_card(found, dataset=dataset, language=words))
    said = according_to("tokayev", dataset=dataset, language=words)
    assert f" ({said})" in card
    assert remarked("A sentence", ("", "")) == "A sentence"
    assert remarked("A sentence", ("one", "two")) == "A sentence (one; two)"
    assert remarked("Summit (Ankara)", ("one",)) == "Summit (Ankara; one)"


@EVERY_LANGUAGE
def test_events_say_that_their_date_is_inferred_or_approximate(code: str, dataset: Dataset) -> None:
    words = language(code)
    counts = {
        "inferred": words.gettext("date inferred"),
        "about": words.gettext("date approximate"),
    }
    for qualifier, said in counts.items():
        own = [event for event in events(dataset) if event.qualifier == qualifier]
        listed = str(events_list(own, dataset=dataset, language=words))
        assert own
        assert listed.count(said) == len(own)
    exact = [event for event in events(dataset) if event.qualifier == "exact"]
    assert "(" + counts["about"] not in str(events_list(exact, dataset=dataset, language=words))


@EVERY_LANGUAGE
def test_the_sea_is_not_called_a_country(code: str, dataset: Dataset) -> None:
    words = language(code)
    route = routes(dataset)["middle-corridor"]
    terms = [term for term, *_rest in course_lines(route, dataset=dataset, language=words)]
    assert terms
    assert not any(re.search("countr|ел(?:дер)|ülke|стран", term.casefold()) for term in terms), (
        terms
    )


def test_an_end_that_is_not_named_is_said_to_be_so(dataset: Dataset, space: FilterSpace) -> None:
    filters = replace(space.start("en"), route="bosphorus-oil-route")
    card = str(route_card(dataset=dataset, filters=filters, language=language("en")))
    assert "Novorossiysk – (not named)" in card


@EVERY_LANGUAGE
def test_a_contract_is_no_route_in_operation(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    contract = dataset.texts("routes", f"name_{code}")["contract-of-the-century"]
    assert "contract-of-the-century" not in {route.code for route in routes_through(dataset, "AZ")}
    filters = replace(space.start(code), sectors=("oil",))
    panel = str(context_panel(dataset=dataset, filters=filters, language=words))
    assert not re.search(rf"<li>\s*{re.escape(contract)}\s*</li>", panel)
    card = str(
        country_card(
            dataset=dataset, filters=replace(space.start(code), route="AZ"), language=words
        )
    )
    assert f"{contract}: {status_text('operating', words)}" not in card


@EVERY_LANGUAGE
def test_the_strip_gives_other_values_of_the_same_quantity_only(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    found = key_figures(dataset=dataset, filters=space.start(code), language=words)
    other = words.number(459.6)
    assert not any(other in figure.also for figure in found)
    quoted = [figure.also_source for figure in found if other in figure.also_source]
    assert quoted
    spending = dataset.texts("facts", f"name_{code}")["kz-spending-on-turkish-goods-2023-p1334"]
    assert all(words.gettext("“{name}”").format(name=spending) in text for text in quoted)


@EVERY_LANGUAGE
def test_a_line_of_a_name_and_an_amount_has_one_colon(code: str, dataset: Dataset) -> None:
    words = language(code)
    for entry in catalogue(dataset):
        assert named_amount(entry, dataset=dataset, language=words).count(": ") == 1


@EVERY_LANGUAGE
def test_the_trade_of_a_country_has_one_colon_a_line(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    filters = replace(space.start(code), route="KZ")
    card = str(country_card(dataset=dataset, filters=filters, language=words))
    lines = re.findall(r"<li>(.*?)</li>", card, re.DOTALL)
    trade = [line for line in lines if "+" in line]
    assert trade
    assert all(line.count(": ") == 1 for line in trade), trade


def test_a_colon_in_a_name_becomes_a_dash() -> None:
    words = language("en")
    assert one_colon("Nabucco gas pipeline: planned length", words) == (
        "Nabucco gas pipeline – planned length"
    )
    assert one_colon("Priority fields: Education, science and culture", words) == (
        "Priority fields – Education, science and culture"
    )
    assert one_colon("Railway: freight carried, 2019", words) == "Railway – freight carried, 2019"
    assert one_colon("Middle Corridor", words) == "Middle Corridor"


def test_a_full_stop_is_never_doubled() -> None:
    assert single_stops("1 марта 2025 г.. Атлас…") == "1 марта 2025 г. Атлас…"
    assert single_stops("and so on...") == "and so on..."
    assert sentences(("1 марта 2025 г.", "", "Атлас")) == "1 марта 2025 г. Атлас."
    assert ".." not in citation(language("ru"), outside=["Statistics, 1 марта 2025 г."])


def test_notes_of_a_figure_end_in_one_full_stop(dataset: Dataset, space: FilterSpace) -> None:
    own = build_figure("trade_turnover", dataset=dataset, filters=space.start("ru"))
    noted = own.table.assign(note="1 марта 2025 г..")
    figure = replace(own, headline="Дата: 2025 г..", notes=("2,1 тыс..",), make_table=lambda: noted)
    assert set(figure.table["note"]) == {"1 марта 2025 г."}
    assert isinstance(figure, Figure)
    assert (figure.headline, figure.notes) == ("Дата: 2025 г.", ("2,1 тыс.",))


@EVERY_LANGUAGE
def test_a_public_value_is_not_given_in_the_dissertation(code: str) -> None:
    words = language(code)
    assert method_name(PRINTED, words) == words.gettext("printed")
    assert method_name(PRINTED, words, outside=True) == words.gettext("given in the source")
    dissertation = {"kk": "диссертация", "tr": "tez", "ru": "диссертац"}.get(code, "dissertation")
    assert dissertation not in method_name(PRINTED, words, outside=True)
    line = _paragraphs_line((), PRINTED, words)
    assert method_name(PRINTED, words, outside=True) in line


@EVERY_LANGUAGE
def test_one_paragraph_and_several_are_two_messages(code: str) -> None:
    words = language(code)
    one, several = (_paragraphs_line(numbers, PRINTED, words) for numbers in ((46,), (46, 47)))
    saying = words.gettext("Paragraph {paragraphs} of the dissertation: {method} values")
    method = method_name(PRINTED, words)
    assert one == saying.format(paragraphs="46", method=method)
    assert several != saying.format(paragraphs="46, 47", method=method)


@pytest.mark.parametrize(
    ("code", "one", "several"),
    [
        ("en", "Paragraph\N{NO-BREAK SPACE}663", "Paragraphs 663 and 665"),
        ("kk", "663-абзац", "663 және 665-абзацтар"),
        ("tr", "663.\N{NO-BREAK SPACE}paragraf", "663 ve 665. paragraflar"),
        ("ru", "Абз.\N{NO-BREAK SPACE}663", "Абз. 663 и 665"),
    ],
)
def test_paragraphs_begin_a_sentence_with_a_capital(code: str, one: str, several: str) -> None:
    words = language(code)
    assert paragraphs_in_words("663", words) == one
    assert paragraphs_in_words("663;665", words) == several


@EVERY_LANGUAGE
def test_notes_name_a_paragraph_once(code: str, dataset: Dataset) -> None:
    words = language(code)
    stakes = [entry for entry in catalogue(dataset) if entry.table == "ownership"]
    capacities = facts(dataset, {"capacity", "throughput"})
    for entries in (stakes, capacities, capacities[::-1]):
        (line,) = own_notes(entries, words)
        begun = re.findall(r"(?:^|\. )((?:Абз\.\s)?[^.:]*\b\d{3,4}[^:]{0,16}): ", line)
        assert begun
        assert len(begun) == len(set(begun)), begun
        firsts = [int(re.search(r"\d{3,4}", one)[0]) for one in begun]  # type: ignore[index]
        assert firsts == sorted(firsts), begun


COMMON_IN_NOTES = {
    "ru": {"ожидаемое", "трудно", "повтор", "владелец", "слишком", "отдельная", "партнёры",
           "слово", "предел", "сравниваемые", "январь–март", "изложено", "базовый", "указанные"},
    "kk": {"келіссөзде", "бағалау", "дәйексөзде", "түркиядан", "номиналды", "тәуелсіздіктің",
           "съезд", "тоқсандық", "жиынтыққа", "түрік", "шектеу"},
}  # fmt: skip
"""First words of notes that occur nowhere else in small letters, and are no proper names."""


@pytest.mark.parametrize("code", ["kk", "ru"])
def test_a_note_after_a_colon_keeps_the_capital_of_a_proper_name(
    code: str, dataset: Dataset
) -> None:
    words = language(code)
    texts = " ".join(
        text
        for table in dataset.tables.values()
        for column in table.columns
        if str(column).endswith(f"_{code}")
        for text in table[column]
    )
    small = set(re.findall(r"(?<![\w-])[^\W\d_A-ZА-ЯӘҒҚҢӨҰҮҺІ][\w–-]*", texts))
    for entry in catalogue(dataset):
        note = entry.note(words) if entry.table in {"facts", "ownership"} else ""
        lowered = after_colon(note, words)
        first = re.split(r"[\s,:.]", lowered)[0]
        if note and lowered != note:
            assert first in small | COMMON_IN_NOTES[code], note
    assert in_sentence("Грузия тарапы", language("kk")) == "Грузия тарапы"


@EVERY_LANGUAGE
def test_shares_of_different_questions_are_not_added_up(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    filters = replace(space.start(code), sectors=("oil", "trade", "education"))
    panel = str(context_panel(dataset=dataset, filters=filters, language=words))
    assert not re.search(r"(?<!\d)177\s?%|%177", panel)


@EVERY_LANGUAGE
def test_a_single_answer_is_no_sum(code: str, dataset: Dataset, space: FilterSpace) -> None:
    words = language(code)
    filters = replace(space.start(code), sectors=("education",))
    one = build_figure("survey_q08", dataset=dataset, filters=filters).finding
    assert one
    single = words.gettext("The answer about {sectors} has a share of {share}; the rest is faded.")
    assert re.search(re.sub(r"\\\{\w+\\\}", ".+", re.escape(single)) + "$", one)


@EVERY_LANGUAGE
def test_the_table_of_conflicts_names_speakers(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    figure = build_figure("conflict_kinds", dataset=dataset, filters=space.start(code))
    assert "tokayev" in set(figure.table["speaker"])
    shown = readable_table(figure.table, dataset=dataset, language=words)
    assert words.gettext("Speaker") in shown


@EVERY_LANGUAGE
def test_options_of_severity_begin_with_a_capital(code: str) -> None:
    words = language(code)
    for name in SEVERITY_NAMES.values():
        option = words.capital(words.gettext(name))
        assert option[:1].isupper()
    assert language("tr").capital("ilk") == "İlk"
