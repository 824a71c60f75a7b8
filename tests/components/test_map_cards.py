"""Cards of routes and the list of routes beside the map."""

from dataclasses import replace

import pytest

from components.cards.route_card import route_card, routes_table
from components.text.dates import date_text
from data.choice.parameters import FilterSpace
from data.evidence.routes import routes
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset
from tests.grids import numbers_of
from tests.plain_html import without_marks


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_card_shows_both_records_stakes_events_and_conflicts(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    card = without_marks(route_card)(
        dataset=dataset, filters=replace(space.start(code), route="btc"), language=words
    )
    for wanted in ("SOCAR", "38", "1993", date_text("2005-05", words), "776", "bp.com", "1"):
        assert wanted in card
    assert words.gettext("Public data (not from the dissertation)") in card
    # Unclear passages are listed on the page of sources only.
    assert 'class="atlas-conflict"' not in card
    contradicted = without_marks(route_card)(
        dataset=dataset, filters=replace(space.start(code), route="tanap"), language=words
    )
    assert 'class="atlas-conflict"' in contradicted
    assert "{" not in card


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_card_names_the_owners_of_today_beside_those_printed(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    filters = replace(space.start(code), route="tanap")
    card = without_marks(route_card)(dataset=dataset, filters=filters, language=words)
    printed = card.index(words.gettext("Shareholders and stakes, as printed"))
    public = card.index(words.gettext("Shareholders and stakes, public data"))
    beside = card.index(words.gettext("Public data (not from the dissertation)"))
    assert printed < public < beside
    owners = card[public:beside]
    assert "SOCAR Türkiye" in owners
    assert owners.count("azernews.az/oil_and_gas/153181") == 1
    opened = routes(dataset)["tanap"].recorded("opened")[0]
    assert opened.notes[code] in card.unescape()


def test_a_card_says_whose_the_status_is(dataset: Dataset, space: FilterSpace) -> None:
    words = language("en")
    filters = replace(space.start("en"), route="tanap")
    card = without_marks(route_card)(dataset=dataset, filters=filters, language=words).striptags()
    status = card.split(f"Status in {filters.map_year}", 1)[1]
    assert status.strip().startswith(f"operating {words.gettext('printed')}")


def test_a_public_opening_is_shown_to_the_day(dataset: Dataset, space: FilterSpace) -> None:
    filters = replace(space.start("en"), route="kazakhstan-turkmenistan-iran-railway")
    card = without_marks(route_card)(dataset=dataset, filters=filters, language=language("en"))
    assert date_text("2014-12-03", language("en")) in card


def test_every_selection_has_a_card(dataset: Dataset, space: FilterSpace) -> None:
    for code in space.routes:
        card = without_marks(route_card)(
            dataset=dataset, filters=replace(space.start("en"), route=code), language=language("en")
        )
        assert "<h3" in card, code
        assert "nan" not in card.split(), code


def test_the_list_has_everything_that_can_be_selected(dataset: Dataset, space: FilterSpace) -> None:
    listed = numbers_of(
        routes_table(dataset=dataset, filters=space.start("en"), language=language("en"))
    )
    assert tuple(listed.index) == space.routes
    assert (listed["Name"] != "").all()
    capacity = listed.loc["tanap", ["Capacity", "Record"]]
    assert capacity["Record"] == "public data"
    assert listed.loc["btc", "Record"] == "printed"


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_card_has_what_is_printed_then_what_is_public_then_what_is_computed(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    card = without_marks(route_card)(
        dataset=dataset, filters=replace(space.start(code), route="btc"), language=words
    )
    heads = [
        words.gettext(head)
        for head in (
            "In the dissertation",
            "Shareholders and stakes, as printed",
            "Shareholders and stakes, public data",
            "Public data (not from the dissertation)",
            "Computed by the Atlas",
        )
    ]
    places = [card.index(head) for head in heads]
    assert places == sorted(places)
    assert card.index(words.gettext("Length on map")) > places[-1]
    assert words.gettext("Opened") in card
    assert routes(dataset)["btc"].opened == "2005", "the meeting of May 2005 is no opening"
    opened = card.partition(f"{words.gettext('Opened')}</dt>")[2].partition("</dd>")[0]
    assert words.gettext("inferred") in opened, "nor is its year printed as that of the opening"
