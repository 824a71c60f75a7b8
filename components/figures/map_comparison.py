"""What the map says of two years: how many routes have changed, and which."""

from collections.abc import Mapping

from components.map.scene import before_text, changes_shown
from components.text.lists import clauses
from components.text.names import routes_in_sentence
from data.choice.parameters import Filters
from data.evidence.routes import OPERATING, UNKNOWN, routes
from data.evidence.standing import standing
from data.language.languages import Language
from data.load.dataset import Dataset


def map_subtitle(filters: Filters, language: Language) -> str:
    """Return what the map measures, as of which year."""
    _ = language.gettext
    saying = (
        _("Corridors, pipelines, ports and fields as of {year}; width by capacity a year")
        if filters.compared_year is None
        else _(
            "Corridors, pipelines, ports and fields as of {year}, edged where the status differs "
            "from {since}; width by capacity a year"
        )
    )
    return saying.format(year=filters.map_year, since=filters.compared_year)


def comparison_headline(
    lines: Mapping[str, str], *, dataset: Dataset, filters: Filters, language: Language
) -> str:
    """Return how many of the routes on the map have changed; empty without a comparison.

    Parameters
    ----------
    lines : mapping of str to str
        Status of the routes that the map draws as lines, by code.
    dataset : Dataset
        All tables.
    filters : Filters
        The reader's choice.
    language : Language
        Language of the text.
    """
    since = filters.compared_year
    if since is None or not lines:
        return ""
    changed = changes_shown(dataset, filters)
    opened = sum(code in changed and changed[code].opened for code in lines)
    added = sum(code in changed and changed[code].added for code in lines)
    saying = language.ngettext(
        "Since {since}: {opened} of {count} route on this map newly in operation, "
        "{added} newly announced",
        "Since {since}: {opened} of {count} routes on this map newly in operation, "
        "{added} newly announced",
        len(lines),
    )
    return saying.format(
        since=since,
        count=language.number(len(lines)),
        opened=language.number(opened),
        added=language.number(added),
    )


def with_status_before(
    text: str, code: str, *, dataset: Dataset, filters: Filters, language: Language
) -> str:
    """Return a text about a route, with its status in the year of the comparison if it differs."""
    change = changes_shown(dataset, filters).get(code)
    return clauses((text, before_text(change, filters.compared_year, language))) if change else text


def comparison_notes(
    visible: Mapping[str, str], *, dataset: Dataset, filters: Filters, language: Language
) -> list[str]:
    """Return which routes have changed, and which cannot be compared.

    Parameters
    ----------
    visible : mapping of str to str
        Status of the routes and facilities on the map, by code.
    dataset : Dataset
        All tables.
    filters : Filters
        The reader's choice.
    language : Language
        Language of the notes.
    """
    _ = language.gettext
    since, year = filters.compared_year, filters.map_year
    if since is None:
        if filters.since is None:
            return []
        saying = _("The map shows {year}, which is not after {since}, so nothing is compared.")
        return [saying.format(year=year, since=filters.since)]
    changed = changes_shown(dataset, filters)
    known = routes(dataset)
    groups = (
        (
            _("In operation in {year} and not in {since}: {routes}."),
            [code for code in visible if code in changed and changed[code].opened],
        ),
        (
            _("Announced between {since} and {year}, not in operation: {routes}."),
            [code for code in visible if code in changed and changed[code].added],
        ),
        (
            _("Status different from {since}: {routes}."),
            [
                code
                for code in visible
                if code in changed and not changed[code].opened and not changed[code].added
            ],
        ),
        (
            _("In operation in {year}; for {since} no status is stated: {routes}."),
            [
                code
                for code, status in visible.items()
                if status == OPERATING and standing(known[code], since) == UNKNOWN
            ],
        ),
    )
    return [
        saying.format(
            year=year,
            since=since,
            routes=routes_in_sentence(
                [known[code] for code in codes], dataset=dataset, language=language
            ),
        )
        for saying, codes in groups
        if codes
    ]
