"""Card of a country selected on the map: trade, routes across it, printed values."""

from functools import lru_cache

from markupsafe import Markup

from components.cards.markup import card_heading, folded, part_of_card, text_list
from components.cards.route_card import route_card
from components.cards.route_status import status_text
from components.figures.disagreement import entry_also, with_also
from components.overview.key_figures import key_figures
from components.templates import joined
from components.text.entries import named_amount
from components.text.lists import apposed, labelled, without_colon
from components.text.names import routes_in_sentence
from components.text.places import place_text
from data.choice.parameters import Filters
from data.evidence.countries import HOME, countries, pipelines, routes_through
from data.evidence.events import events_of
from data.evidence.names import label_of
from data.evidence.route_evidence import entries_about
from data.evidence.routes import Route
from data.evidence.standing import standing
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset

TRADE = "trade"


def _values(entries: list[Value], *, dataset: Dataset, language: Language) -> Markup:
    return text_list(
        with_also(
            f"{named_amount(entry, dataset=dataset, language=language)} "
            f"({place_text(entry, dataset=dataset, language=language)})",
            entry_also(entry, dataset=dataset, language=language),
        )
        for entry in entries
    )


def _trade(*, dataset: Dataset, filters: Filters, language: Language) -> Markup:
    """Return key figures for Kazakhstan and Türkiye, printed trade values for other countries."""
    if filters.route in HOME:
        found = key_figures(dataset=dataset, filters=filters, language=language)
        return text_list(
            with_also(
                f"{figure.label}: {apposed((amount, without_colon(figure.growth)))} "
                f"({figure.source})",
                figure.also,
            )
            for figure in found
            for amount in (f"{figure.value} {figure.unit}",)
        )
    entries = [entry for entry in entries_about(dataset, filters.route) if entry.subject == TRADE]
    return _values(entries, dataset=dataset, language=language) if entries else Markup()


def _routes(*, dataset: Dataset, filters: Filters, language: Language) -> Markup:
    _ = language.gettext
    lines = []
    for route in routes_through(dataset, filters.route):
        status = standing(route, filters.map_year)
        name = label_of(dataset, "routes", route.code, language)
        lines.append(labelled(name, status_text(status, language), language))
    if not lines:
        return Markup()
    title = language.ngettext(
        "{count} route or facility, as of {year}",
        "{count} routes and facilities, as of {year}",
        len(lines),
    ).format(count=language.number(len(lines)), year=filters.map_year)
    return folded(title, text_list(lines))


def _around(*, dataset: Dataset, filters: Filters, language: Language) -> Markup:
    """Return the operating pipelines that cross and bypass the country, and those undated."""
    _ = language.gettext
    lines: list[str] = []
    undated: tuple[Route, ...] = ()
    sayings = {
        "oil": (
            _("Operating oil pipelines that cross it: {routes}."),
            _("Operating oil pipelines that do not cross it: {routes}."),
        ),
        "gas": (
            _("Operating gas pipelines that cross it: {routes}."),
            _("Operating gas pipelines that do not cross it: {routes}."),
        ),
    }
    for carried, (across, past) in sayings.items():
        found = pipelines(dataset, carried=carried, country=filters.route, year=filters.map_year)
        for saying, group in ((across, found.through), (past, found.around)):
            if group:
                names = routes_in_sentence(group, dataset=dataset, language=language)
                lines.append(saying.format(routes=names))
        undated += found.undated
    if undated:
        names = routes_in_sentence(undated, dataset=dataset, language=language)
        lines.append(_("No opening year given, not counted here: {routes}.").format(routes=names))
    return text_list(lines)


@lru_cache(maxsize=256)
def selection_card(*, dataset: Dataset, filters: Filters, language: Language) -> Markup:
    """Return the card of the selected route, facility, place or country as HTML.

    Raises
    ------
    TableRefusedError
        If a required table did not load.
    """
    if filters.route in countries(dataset):
        return country_card(dataset=dataset, filters=filters, language=language)
    return route_card(dataset=dataset, filters=filters, language=language)


def country_card(*, dataset: Dataset, filters: Filters, language: Language) -> Markup:
    """Return the card of the selected country as HTML.

    Raises
    ------
    TableRefusedError
        If a required table did not load.
    """
    _ = language.gettext
    code = filters.route
    others = [entry for entry in entries_about(dataset, code) if entry.subject != TRADE]
    every = len(events_of(dataset, code))
    printed = language.ngettext("{count} other value", "{count} other values", len(others)).format(
        count=language.number(len(others))
    )
    dated = language.ngettext(
        "Takes part in {count} dated event.",
        "Takes part in {count} dated events.",
        every,
    ).format(count=language.number(every))
    return joined(
        (
            card_heading(label_of(dataset, "map_labels", code, language)),
            part_of_card(_("Trade"), _trade(dataset=dataset, filters=filters, language=language)),
            part_of_card(
                _("Pipelines in {year}, countries as printed").format(year=filters.map_year),
                _around(dataset=dataset, filters=filters, language=language),
            ),
            _routes(dataset=dataset, filters=filters, language=language),
            folded(printed, _values(others, dataset=dataset, language=language))
            if others
            else Markup(),
            text_list([dated if every else _("No dated events.")]),
        )
    )
