"""Lines of cards and lists: one colon, one pair of brackets, nothing said twice."""

import re
from dataclasses import replace

import pytest

from components.cards.contradiction_card import conflict_card
from components.cards.country_card import country_card
from components.cards.course_card import rounded_parts
from components.cards.route_card import events_list, route_card
from components.cards.route_status import basis_text
from components.figures.paragraph_notes import own_notes
from components.text.dates import date_text
from components.text.entries import event_name, name_for_line, qualifier_of_event
from components.text.lists import paragraph_numbers, paragraph_words
from data.choice.parameters import FilterSpace
from data.choice.words import map_options
from data.evidence.audit import conflicts
from data.evidence.catalogue import catalogue
from data.evidence.crossings import crossings
from data.evidence.events import events
from data.evidence.routes import PRINTED, UNKNOWN, routes
from data.evidence.standing import YEAR_NOT_GIVEN, Standing
from data.language.alphabets import alphabetical
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset

TWO = 2

EVERY_LANGUAGE = pytest.mark.parametrize("code", LANGUAGE_CODES)


@EVERY_LANGUAGE
def test_a_status_without_a_label_says_that_it_is_the_status(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    filters = replace(space.start(code), route="KZ")
    card = str(country_card(dataset=dataset, filters=filters, language=words))
    assert f": {words.gettext('status not stated')}" in card
    assert not re.search(rf": {re.escape(words.gettext('not stated'))}\s*<", card)


@EVERY_LANGUAGE
def test_a_status_that_is_not_stated_rests_on_no_record(code: str) -> None:
    words = language(code)
    assert not basis_text(Standing(UNKNOWN, PRINTED), words)
    assert basis_text(Standing(UNKNOWN, YEAR_NOT_GIVEN), words)


@EVERY_LANGUAGE
def test_terms_of_cards_of_routes_have_no_colon_and_no_name_of_the_route(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    for route in routes(dataset):
        filters = replace(space.start(code), route=route)
        card = str(route_card(dataset=dataset, filters=filters, language=words))
        card = card.partition("<details")[0]
        name = dataset.texts("routes", f"name_{code}")[route]
        for term in re.findall(r"<dt>(.*?)</dt>", card, re.DOTALL):
            assert ": " not in term
            assert not term.strip().startswith(f"{name} –")


@EVERY_LANGUAGE
def test_answers_of_the_survey_stand_in_quotation_marks(code: str, dataset: Dataset) -> None:
    words = language(code)
    closing = words.gettext("“{name}”")[-1]
    for entry in catalogue(dataset):
        if entry.table == "survey_answers":
            assert name_for_line(entry, words).endswith(closing)


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("en", "paragraphs 663 and 781–789"),
        ("kk", "663 және 781–789-абзацтар"),
        ("tr", "663 ve 781–789. paragraflar"),
        ("ru", "абз. 663 и 781–789"),
    ],
)
def test_paragraphs_in_a_row_are_a_range(code: str, written: str) -> None:
    words = language(code)
    assert paragraph_words([663, *range(781, 790)], words) == written
    assert "–" not in paragraph_numbers("663;664", words)


@EVERY_LANGUAGE
def test_events_have_one_pair_of_brackets_and_each_date_once(code: str, dataset: Dataset) -> None:
    words = language(code)
    names = dataset.texts("events", f"name_{code}")
    listed = str(events_list(events(dataset), dataset=dataset, language=words))
    assert ") (" not in listed
    for event in events(dataset):
        name = event_name(names[event.code], event.date, words)
        assert f"({date_text(event.date, words)})" not in name
    assert qualifier_of_event("x", "target", words) == words.gettext("aim")
    until = {"en": "until May", "kk": "мамырға дейін", "tr": "Mayısa kadar", "ru": "до мая"}
    assert not qualifier_of_event(until[code], "up_to", words)


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("en", "January–November 2024"),
        ("kk", "2024\N{NARROW NO-BREAK SPACE}ж. қаңтар–қараша"),
        ("tr", "Ocak–Kasım 2024"),
        ("ru", "январь–ноябрь 2024\N{NARROW NO-BREAK SPACE}г."),
    ],
)
def test_months_of_one_year_have_no_spaces_round_the_dash(code: str, written: str) -> None:
    span = date_text("2024-01/2024-11", language(code))
    assert re.sub(r"\s", " ", span) == re.sub(r"\s", " ", written)
    assert re.search(r"\s–\s", date_text("1992-12/1993-01", language(code)))


@EVERY_LANGUAGE
def test_notes_of_one_paragraph_name_their_values_and_repeat_nothing(
    code: str, dataset: Dataset
) -> None:
    words = language(code)
    values = [entry for entry in catalogue(dataset) if entry.paragraph in {"517", "778", "1328"}]
    (line,) = own_notes(values, words)
    if code == "en":
        assert line.casefold().count("whether this is per year") == 1
        assert line.count("Paragraph\N{NO-BREAK SPACE}517, “") == TWO
    stakes = [entry for entry in values if entry.table == "ownership" and entry.note(words)]
    (line,) = own_notes(stakes, words)
    for entry in stakes:
        assert name_for_line(entry, words).partition(" – ")[2] in line


def test_parts_of_a_line_add_up_to_its_length(dataset: Dataset) -> None:
    for code, drawn in crossings(dataset).items():
        whole = routes(dataset)[code].drawn_km
        parts = rounded_parts(drawn.main, whole)
        assert sum(parts.values()) == round(whole)
        assert all(abs(parts[key] - km) < 1 for key, km in drawn.main.items())


@EVERY_LANGUAGE
def test_options_of_the_map_are_in_alphabetical_order(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    names = [name for _code, name in map_options(space, dataset, words)][1:]
    assert names == sorted(names, key=alphabetical(words))


@EVERY_LANGUAGE
def test_ports_transship(code: str, dataset: Dataset, space: FilterSpace) -> None:
    words = language(code)
    filters = replace(space.start(code), route="aktau-port")
    card = str(route_card(dataset=dataset, filters=filters, language=words))
    assert f"<dt>{words.gettext('transshipment')}, 2022" in card


@EVERY_LANGUAGE
def test_numbers_of_a_contradiction_have_a_unit_for_all_or_none(
    code: str, dataset: Dataset
) -> None:
    words = language(code)
    found = next(each for each in conflicts(dataset) if each.id == "turkish-companies-text-table6")
    card = str(conflict_card(found, dataset=dataset, language=words))
    written = re.findall(r"<dd>(.*?)</dd>", card, re.DOTALL)
    assert any(words.number(1400) in number for number in written)
    companies = dataset.texts("units", f"name_{code}")["companies"]
    assert not any(companies in number for number in written)


def test_one_public_source_is_named_once(dataset: Dataset) -> None:
    found = next(each for each in conflicts(dataset) if each.id == "tpao-shah-deniz-9-or-19")
    card = str(conflict_card(found, dataset=dataset, language=language("en")))
    assert card.count("upstreamonline.com") == 1
