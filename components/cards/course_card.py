"""Countries on the drawn course of a route, and differences to the printed ones."""

from collections.abc import Iterable, Mapping
from math import floor

from markupsafe import Markup

from components.map.style import CONFIDENCE_NAMES, PRECISION_NAMES
from components.templates import macro
from components.text.lists import clauses, paragraph_mark, side_by_side
from data.evidence.crossings import BORDER_ACCURACY_KM, SEA, CourseDifference, Crossings, crossings
from data.evidence.names import country_name, label_of
from data.evidence.routes import Route, routes
from data.language.languages import Language
from data.load.dataset import Dataset

_course_card = macro("cards/course_card.html", "course_card")


def _name(code: str, *, dataset: Dataset, language: Language) -> str:
    """Return the name of a country, or the text for open water."""
    if code == SEA:
        return language.gettext("sea")
    return country_name(code, dataset=dataset, language=language)


def _names(codes: Iterable[str], *, dataset: Dataset, language: Language) -> str:
    return side_by_side(_name(code, dataset=dataset, language=language) for code in codes)


def kilometres_text(
    kilometres: Mapping[str, float], *, dataset: Dataset, language: Language
) -> str:
    """Return countries with their kilometres, in the given order."""
    saying = language.gettext("{country} {length} km")
    return side_by_side(
        saying.format(
            country=_name(code, dataset=dataset, language=language),
            length=language.number(km, decimals=0),
        )
        for code, km in kilometres.items()
    )


def rounded_parts(parts: Mapping[str, float], whole: float) -> dict[str, int]:
    """Return parts in whole numbers that add up to the rounded whole, by largest remainder.

    Parts whose sum is another length than the whole are rounded one by one.

    Examples
    --------
    >>> rounded_parts({"KZ": 427.6}, 427.4), rounded_parts({"KZ": 1.4, "RU": 1.4}, 2.8)
    ({'KZ': 427}, {'KZ': 2, 'RU': 1})
    """
    missing = round(whole) - sum(floor(km) for km in parts.values())
    if not 0 <= missing <= len(parts):
        return {code: round(km) for code, km in parts.items()}
    upwards = sorted(parts, key=lambda code: floor(parts[code]) - parts[code])[:missing]
    return {code: floor(km) + (code in upwards) for code, km in parts.items()}


def _main_branch(drawn: Crossings, whole: float) -> dict[str, int]:
    """Return the whole kilometres of the main branch in each country that it crosses."""
    rounded = rounded_parts(drawn.main, whole)
    return {code: rounded[code] for code in drawn.crossed}


def _within_accuracy(codes: Iterable[str], *, dataset: Dataset, language: Language) -> str:
    """Return a line on countries entered by less than the accuracy of the basemap."""
    named = _names(codes, dataset=dataset, language=language)
    if not named:
        return ""
    saying = language.gettext("less than {limit} km, not counted: {countries}")
    return saying.format(limit=language.number(BORDER_ACCURACY_KM, decimals=0), countries=named)


def course_lines(
    route: Route, *, dataset: Dataset, language: Language
) -> list[tuple[str, str, str]]:
    """Return the countries on the drawn course with kilometres, as lines of the route's card.

    Returns
    -------
    list of (term, value, remark)
        One line for the main branch and one for the others; empty if nothing was computed.

    Raises
    ------
    TableRefusedError
        If the table of routes did not load.
    """
    _ = language.gettext
    drawn = crossings(dataset).get(route.code)
    if drawn is None:
        return []
    main = _main_branch(drawn, route.drawn_km)
    brushed = _within_accuracy(drawn.brushed, dataset=dataset, language=language)
    remark = clauses((_("computed from the line on the map"), brushed))
    terms = (_("Course of the line on the map"), _("Course of other branches on the map"))
    return [
        (term, kilometres_text(found, dataset=dataset, language=language), note)
        for term, found, note in zip(
            terms,
            (main, drawn.crossed_by_branches),
            (remark, _("computed from the line on the map")),
            strict=True,
        )
        if found
    ]


def drawn_lines(
    route: Route, *, dataset: Dataset, language: Language
) -> list[tuple[str, str, str]]:
    """Return what is computed from the line on the map: its length, course and alignment."""
    _ = language.gettext
    lines = course_lines(route, dataset=dataset, language=language)
    if route.sections:
        precisions = dict.fromkeys(section.precision for section in route.sections)
        drawn = language.enumerate(_(PRECISION_NAMES[name]) for name in precisions)
        length = language.number(route.drawn_km, decimals=0)
        lines.append(
            (
                _("Length on map"),
                _("{length} km, computed").format(length=length),
                _("alignment: {precision}").format(precision=drawn),
            )
        )
    elif route.confidence:
        lines.append((_("On the map"), _(CONFIDENCE_NAMES[route.confidence]), ""))
    return lines


def course_difference_card(
    found: CourseDifference, *, dataset: Dataset, language: Language
) -> Markup:
    """Return the printed countries of a route and those of its drawn course, as HTML."""
    _ = language.gettext
    drawn = found.crossings
    whole = routes(dataset)[found.route].drawn_km
    differences = []
    if found.missing:
        names = _names(found.missing, dataset=dataset, language=language)
        differences.append(
            _(
                "Named in the dissertation, but not reached by the line on the map: {countries}."
            ).format(countries=names)
        )
    if found.extra:
        names = _names(found.extra, dataset=dataset, language=language)
        differences.append(
            _(
                "Crossed by the line on the map, but not named in the dissertation: {countries}."
            ).format(countries=names)
        )
    certainty = (
        _("Part of the line is schematic, so the countries it crosses are uncertain.")
        if found.schematic
        else _("The line runs through named places and is approximate between them.")
    )
    return _course_card(
        name=label_of(dataset, "routes", found.route, language),
        paragraph=paragraph_mark(found.paragraph, language),
        printed=(
            _("Countries, as printed"),
            _names(found.printed, dataset=dataset, language=language),
        ),
        drawn=(
            _("By the line on the map, computed"),
            kilometres_text(_main_branch(drawn, whole), dataset=dataset, language=language),
        ),
        differences=differences,
        notes=[
            certainty,
            _(
                "Both are shown; neither is corrected. A country named in the "
                "dissertation may also be a supplier."
            ),
        ],
    )


def course_rule(language: Language) -> str:
    """Return a remark on how printed countries and drawn courses are compared."""
    saying = language.gettext(
        "The lines are divided at the simplified borders of the map. A "
        "country counts as crossed if at least {limit} km of the main branch "
        "are in it, and as reached if any branch enters it or ends within "
        "{limit} km of it. Open water belongs to no country. Lines entirely "
        "at sea, and routes for which the dissertation names no countries, "
        "are not compared."
    )
    return saying.format(limit=language.number(BORDER_ACCURACY_KM, decimals=0))
