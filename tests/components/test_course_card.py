"""Countries on the drawn course, on the card of a route and on the page of sources."""

import re
from dataclasses import replace

import pytest

from components.cards.course_card import course_difference_card, course_lines, course_rule
from components.cards.route_card import route_card
from data.choice.parameters import filter_space
from data.evidence.crossings import course_differences, crossings
from data.evidence.routes import routes
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset


def card(dataset: Dataset, route: str, code: str = "en") -> str:
    filters = replace(filter_space(dataset).start(code), route=route)
    return str(route_card(dataset=dataset, filters=filters, language=language(code)))


def test_printed_countries_stand_before_those_of_the_drawn_course(dataset: Dataset) -> None:
    found = card(dataset, "southern-gas-corridor")
    printed = found.index("Azerbaijan · Türkiye · Greece · Albania · Italy")
    drawn = found.index("Georgia 220 km")
    assert printed < drawn
    assert "as printed" in found[printed:drawn]
    assert "computed from the line on the map" in found[drawn:]
    assert "Crossed by the line on the map, but not named in the dissertation: Georgia." in found


def test_a_route_without_a_difference_has_no_card_of_it(dataset: Dataset) -> None:
    assert "line on the map differ" in card(dataset, "southern-gas-corridor")
    assert "line on the map differ" not in card(dataset, "btc")
    assert "Türkiye 1,015 km" in card(dataset, "btc")


def test_a_touch_of_a_border_is_named_and_not_counted(dataset: Dataset) -> None:
    (line,) = course_lines(routes(dataset)["tanap"], dataset=dataset, language=language("en"))
    _term, countries, remark = line
    assert "Greece" not in countries
    assert "less than 5 km, not counted: Greece" in remark


def test_the_kilometres_of_the_card_add_up_to_the_drawn_length(dataset: Dataset) -> None:
    for code, drawn in crossings(dataset).items():
        assert sum(drawn.main.values()) == pytest.approx(routes(dataset)[code].drawn_km, abs=3), (
            code
        )


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_both_sides_are_shown_in_every_language(dataset: Dataset, code: str) -> None:
    words = language(code)
    for found in course_differences(dataset):
        told = str(course_difference_card(found, dataset=dataset, language=words))
        shown = re.sub(r"<[^>]+>|\([^)]*\)", " ", told)
        assert not re.search(r"\b[A-Z]{2}\b", shown), f"a code instead of a name: {shown}"
        for label in ("Countries, as printed", "By the line on the map, computed"):
            assert words.gettext(label) in told
        certainty = (
            ("Part of the line is schematic, so the countries it crosses are uncertain.")
            if found.schematic
            else "The line runs through named places and is approximate between them."
        )
        assert words.gettext(certainty) in told
    assert "5" in course_rule(words)
    assert "{" not in course_rule(words)
