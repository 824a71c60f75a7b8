"""What the source says of the choice: the card of a selection, a theme's voices, events."""

from functools import lru_cache

from markupsafe import Markup

from components.cards.country_card import selection_card
from components.cards.markup import folded, part_of_card, quiet_lines, text_list
from components.cards.route_card import events_list
from components.figures.disagreement import entry_also, with_also
from components.templates import joined, macro
from components.text.amounts import percent
from components.text.entries import named_amount
from components.text.lists import listed
from components.text.names import routes_in_sentence, sectors_in_sentence
from components.text.places import country_in_sentence, place_text
from components.text.years import of_years
from data.choice.parameters import Filters
from data.evidence.catalogue import catalogue
from data.evidence.countries import pipelines
from data.evidence.events import Event, events_between, events_of, leading_events
from data.evidence.names import label_of
from data.evidence.routes import mapped
from data.evidence.sectors import SEPARATOR, with_sectors, years_naming
from data.evidence.survey import sector_answers
from data.evidence.values import SERIES_TABLES, Value
from data.language.languages import Language
from data.load.dataset import Dataset

FACTS_SHOWN = 12
"""How many values of a theme are written out; the catalogue has them all."""

EVENTS_SHOWN = 10
"""How many events are not folded."""

CARRIED, BYPASSED = "oil", "RU"
"""What the dissertation asks export routes to carry, and the country they should go around."""

_panel = macro("overview/panel.html", "panel")


def _oil_pipelines(*, dataset: Dataset, filters: Filters, language: Language) -> Markup:
    """Say which oil pipelines in operation cross Russia and which do not.

    A choice of sectors that leaves oil out leaves this out as well.
    """
    _ = language.gettext
    if "routes" not in dataset.tables:
        return Markup()
    if filters.sectors and CARRIED not in with_sectors(dataset, filters.sectors):
        return Markup()
    year = filters.map_year
    crossing = pipelines(dataset, carried=CARRIED, country=BYPASSED, year=year)
    country = country_in_sentence(BYPASSED, dataset=dataset, language=language)
    groups = (
        (_("Bypassing {country:form}: {routes}."), crossing.around),
        (_("Through {country:form}: {routes}."), crossing.through),
        (_("No opening year given, not counted here: {routes}."), crossing.undated),
    )
    lines = [
        saying.format(
            country=country, routes=routes_in_sentence(found, dataset=dataset, language=language)
        )
        for saying, found in groups
        if found
    ]
    title = _("Oil pipelines in operation in {year}").format(year=year)
    return part_of_card(title, text_list(lines) if lines else Markup(), level=3)


@lru_cache(maxsize=256)
def _facts(dataset: Dataset, sectors: tuple[str, ...]) -> tuple[Value, ...]:
    """Return the catalogue values that carry a sector, without yearly series, which charts show."""
    wanted = with_sectors(dataset, sectors)
    return tuple(
        entry
        for entry in catalogue(dataset)
        if entry.table not in (*SERIES_TABLES, "survey_answers")
        and not wanted.isdisjoint(entry.sectors.split(SEPARATOR))
    )


def _theme(*, dataset: Dataset, filters: Filters, language: Language) -> Markup:
    """Say what is about the chosen sectors: years of investment, routes, answers, values."""
    _ = language.gettext
    if not filters.sectors or "sectors" not in dataset.tables:
        return Markup()
    names = sectors_in_sentence(filters.sectors, dataset=dataset, language=language)
    wanted = with_sectors(dataset, filters.sectors)
    lines, more = [], []
    years = sorted(years_naming(dataset, filters.sectors))
    lines.append(
        of_years(
            _("Named as a main sector of investment in {year}."),
            _("Named as a main sector of investment in {years}."),
        ).listing(years, language)
        if years
        else _("Never named as a main sector of investment.")
    )
    if "routes" in dataset.tables:
        carrying = [
            route for route in mapped(dataset).values() if not wanted.isdisjoint(route.sectors)
        ]
        title = language.ngettext(
            "{count} related route or facility",
            "{count} related routes and facilities",
            len(carrying),
        ).format(count=language.number(len(carrying)))
        if carrying:
            names_of = (label_of(dataset, "routes", route.code, language) for route in carrying)
            more.append(folded(title, text_list(names_of)))
        else:
            lines.append(_("No related routes or facilities."))
    spoken = sector_answers(dataset, filters.sectors)
    if spoken:
        shares = listed(
            (
                _("question {number} ({share})").format(
                    number=voice.question, share=percent(voice.share, language)
                )
                for voice in spoken
            ),
            language,
        )
        told = language.ngettext(
            "Related answers in {count} question: {shares}.",
            "Related answers in {count} questions: {shares}.",
            len(spoken),
        ).format(count=language.number(len(spoken)), shares=shares)
        lines.append(told)
    else:
        lines.append(_("No related survey answers."))
    found = _facts(dataset, filters.sectors)
    facts = [
        with_also(
            f"{named_amount(entry, dataset=dataset, language=language)} "
            f"({place_text(entry, dataset=dataset, language=language)})",
            entry_also(entry, dataset=dataset, language=language),
        )
        for entry in found[:FACTS_SHOWN]
    ]
    if facts:
        count = language.ngettext(
            "{count} related value", "{count} related values", len(found)
        ).format(count=language.number(len(found)))
        rest = (
            quiet_lines([_("Full list: Sources, Catalogue.")])
            if len(found) > len(facts)
            else Markup()
        )
        more.append(folded(count, text_list(facts) + rest))
    else:
        lines.append(_("No other related values."))
    title = _("In the dissertation: {sectors}").format(sectors=names)
    return part_of_card(title, text_list(lines) + joined(more), level=3)


def _sorted_events(dataset: Dataset, filters: Filters) -> tuple[tuple[Event, ...], bool]:
    """Return the events of the chosen years, and only those of the selection if there are any."""
    every = events_between(dataset, filters.years)
    if filters.route:
        mine = set(events_of(dataset, filters.route))
        return tuple(event for event in every if event in mine), True
    if filters.sectors and "sectors" in dataset.tables:
        wanted = with_sectors(dataset, filters.sectors)
        return tuple(event for event in every if not wanted.isdisjoint(event.sectors)), True
    return every, False


def _events(*, dataset: Dataset, filters: Filters, language: Language) -> Markup:
    _ = language.gettext
    if "events" not in dataset.tables:
        return Markup()
    found, picked = _sorted_events(dataset, filters)
    every = len(events_between(dataset, filters.years))
    titles = (
        of_years(
            _("Events of {year} that match your selection: {count}"),
            _("Events of {years} that match your selection: {count}"),
        )
        if picked
        else of_years(_("Events of {year} ({count})"), _("Events of {years} ({count})"))
    )
    title = titles.format(filters.years, count=language.number(len(found)))
    if found:
        leading, rest = leading_events(found, EVENTS_SHOWN)
        shown = events_list(leading, dataset=dataset, language=language)
        others = language.ngettext("{count} other event", "{count} other events", len(rest))
        if rest:
            shown += folded(
                others.format(count=language.number(len(rest))),
                events_list(rest, dataset=dataset, language=language),
            )
        return part_of_card(title, shown, level=3)
    none = (
        of_years(
            _("None of the {every} events of {year} matches your selection."),
            _("None of the {every} events of {years} matches your selection."),
        )
        if every
        else of_years(_("No dated events in {year}."), _("No dated events in {years}."))
    )
    line = none.format(filters.years, every=language.number(every))
    return part_of_card(title, quiet_lines([line]), level=3)


@lru_cache(maxsize=256)
def context_panel(*, dataset: Dataset, filters: Filters, language: Language) -> Markup:
    """Return as HTML what the source says of the choice beside the charts.

    Parameters
    ----------
    dataset : Dataset
        All tables.
    filters : Filters
        The reader's choice.
    language : Language
        Language of the text.

    Raises
    ------
    TableRefusedError
        Where a table that the choice needs did not load.
    """
    card = Markup()
    if filters.route:
        card = selection_card(dataset=dataset, filters=filters, language=language)
    pipelines_part = (
        Markup() if card else _oil_pipelines(dataset=dataset, filters=filters, language=language)
    )
    parts = (
        card,
        _theme(dataset=dataset, filters=filters, language=language),
        _events(dataset=dataset, filters=filters, language=language),
        pipelines_part,
    )
    return _panel(language.gettext("What the dissertation says"), parts)
