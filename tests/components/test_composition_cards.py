"""Composition of lines of cards, panels and lists: names, counts, remarks, colons."""

import re
from dataclasses import replace

import pytest

from components.cards.contradiction_card import SEVERITY_NAMES, conflict_card
from components.cards.country_card import country_card
from components.cards.course_card import course_lines
from components.cards.route_card import events_list, route_card, routes_table
from components.cards.route_status import status_text
from components.cards.sortable_table import as_texts
from components.figures.registry import build_figure
from components.overview.key_figures import key_figures
from components.overview.panel import context_panel
from components.text.lists import remarked
from components.text.names import (
    GENERIC_FIRST_WORDS,
    qualifier_name,
)
from components.text.speakers import according_to
from data.choice.parameters import FilterSpace
from data.evidence.audit import conflicts
from data.evidence.catalogue import values_by_id
from data.evidence.countries import routes_through
from data.evidence.events import events
from data.evidence.routes import routes
from data.language.languages import language
from data.load.dataset import Dataset
from tests.components.every_language import EVERY_LANGUAGE
from tests.plain_html import without_marks
from tests.readable_tables import readable_table


def test_a_stake_of_two_tables_is_listed_once(dataset: Dataset) -> None:
    words = language("en")
    for code, holder in (("tanap-botas-20-or-30", "BOTAŞ"), ("tpao-shah-deniz-9-or-19", "TPAO")):
        found = next(conflict for conflict in conflicts(dataset) if conflict.id == code)
        card = str(without_marks(conflict_card)(found, dataset=dataset, language=words))
        shown = [
            re.sub(r"\s+", " ", line)
            for line in re.findall(r"<dt>(.*?)</dt>", card, re.DOTALL)
            if holder in line
        ]
        assert len(shown) == 2, shown
        assert sum(row in values_by_id(dataset) for row in found.rows) > len(shown)


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
    card = str(without_marks(route_card)(dataset=dataset, filters=filters, language=words))
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


@pytest.mark.parametrize("code", ["ru", "kk"])
def test_lists_of_pipelines_have_no_capital_of_a_common_noun(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    panel = str(
        without_marks(context_panel)(dataset=dataset, filters=space.start(code), language=words)
    )
    card = str(
        without_marks(country_card)(
            dataset=dataset, filters=replace(space.start(code), route="RU"), language=words
        )
    )
    for text in (panel, card):
        for first in GENERIC_FIRST_WORDS[code]:
            assert f": {first} " not in text
            assert f", {first} " not in text


@EVERY_LANGUAGE
def test_the_claim_of_a_speaker_stands_in_brackets(code: str, dataset: Dataset) -> None:
    words = language(code)
    found = next(c for c in conflicts(dataset) if "cpc-no-progress-mid-1997" in c.rows)
    card = str(without_marks(conflict_card)(found, dataset=dataset, language=words))
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
    card = str(without_marks(route_card)(dataset=dataset, filters=filters, language=language("en")))
    assert "Novorossiysk – (not named)" in card


@EVERY_LANGUAGE
def test_a_contract_is_no_route_in_operation(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    contract = dataset.texts("routes", f"name_{code}")["contract-of-the-century"]
    assert "contract-of-the-century" not in {route.code for route in routes_through(dataset, "AZ")}
    filters = replace(space.start(code), sectors=("oil",))
    panel = str(without_marks(context_panel)(dataset=dataset, filters=filters, language=words))
    assert not re.search(rf"<li>\s*{re.escape(contract)}\s*</li>", panel)
    card = str(
        without_marks(country_card)(
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
def test_the_trade_of_a_country_has_one_colon_a_line(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    filters = replace(space.start(code), route="KZ")
    card = str(without_marks(country_card)(dataset=dataset, filters=filters, language=words))
    lines = re.findall(r"<li>(.*?)</li>", card, re.DOTALL)
    trade = [line for line in lines if "+" in line]
    assert trade
    assert all(line.count(": ") == 1 for line in trade), trade


@EVERY_LANGUAGE
def test_shares_of_different_questions_are_not_added_up(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    filters = replace(space.start(code), sectors=("oil", "trade", "education"))
    panel = str(without_marks(context_panel)(dataset=dataset, filters=filters, language=words))
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
