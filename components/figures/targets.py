"""Figure of the distance of trade turnover from its targets."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from components.charts.frame import Series as Legend
from components.charts.remark_bars import bars_with_remarks
from components.charts.rows import RemarkBarRow
from components.figures.figure import Builder, Figure
from components.figures.leads import Lead
from components.figures.single_values import entry_table
from components.figures.warnings import conflict_notes
from components.figures.yearly import empty_headline
from components.figures.yearly_notes import outside_notes
from components.page.tokens import TABLES, TARGETS
from components.text.amounts import (
    amount_in_sentence,
    amount_text,
    number_text,
    percent,
    share_in_sentence,
    value_text,
)
from components.text.inflection import Inflected
from components.text.lists import apposed, clauses, side_by_side
from components.text.names import wrapped
from components.text.places import place_text, placed
from data.choice.parameters import Filters
from data.evidence.names import label_of, years_text
from data.evidence.public_record import PublicValue
from data.evidence.series import chosen_years, compound_growth, printed_series
from data.evidence.targets import (
    MOST_YEARS,
    UNIT,
    Target,
    latest_turnovers,
    needed_growth,
    public_turnovers,
    reaches,
    target_years,
    targets,
    year_reached,
)
from data.evidence.values import SERIES_TABLES, Quantity, Series, Value
from data.language.languages import Language
from data.load.dataset import Dataset

EVERY_YEAR = (0, 9999)


def _rate(value: Value, language: Language) -> Inflected:
    return share_in_sentence(value.value or 0.0, value.qualifier, language, decimals=1)


def _target_amount(target: Target, dataset: Dataset, language: Language) -> Inflected:
    """Return the amount of a target as first stated, without the qualifier that it always has."""
    size = target.value.as_printed
    return amount_in_sentence(
        Quantity(value=size.value, unit=size.unit), dataset=dataset, language=language
    )


@dataclass(frozen=True, kw_only=True)
class _Standings:
    """What the reader's choice compares.

    Attributes
    ----------
    goals : tuple of Target
        The targets, the one of the headline first.
    year : int
        Year by which they are to be reached.
    own, public : tuple of Value
        Latest turnover of each source of the dissertation, that of the chosen table first, and of
        each country in the public record.
    series : tuple of Value
        Turnover in the selected years of the table that the headline is about.
    needed : mapping of (str, float) to Value
        Growth that a value needs, by its identifier and the amount of a target.
    reached : tuple of Value
        Year in which the series reaches each target, as far as it does.
    """

    goals: tuple[Target, ...]
    year: int
    own: tuple[Value, ...]
    public: tuple[Value, ...]
    series: Series
    needed: Mapping[tuple[str, float], Value]
    reached: tuple[Value, ...]

    def growth(self, value: Value, target: Target) -> Value | None:
        """Return the growth that a value needs to reach a target; None if it has none."""
        return self.needed.get((value.id, target.amount))


def _standings(dataset: Dataset, filters: Filters) -> _Standings:
    goals = targets(dataset)
    year = filters.target_year or target_years(dataset)[1]
    found = latest_turnovers(dataset, filters.years)
    own = tuple(sorted(found, key=lambda value: value.origin != filters.trade))
    public = public_turnovers(dataset)
    # The past growth is that of the value in the headline.
    origin = own[0].origin if own and own[0].table in SERIES_TABLES else ""
    turnover = printed_series(dataset, "trade", "turnover", origin) if origin else ()
    series = chosen_years(turnover, filters.years)
    reached = (year_reached(series, target, dataset) for target in goals)
    return _Standings(
        goals=goals,
        year=year,
        own=own,
        public=public,
        series=series,
        needed={
            (value.id, target.amount): growth
            for value in (*own, *public)
            for target in goals
            if (growth := needed_growth(value, target, year, dataset)) is not None
        },
        reached=tuple(value for value in reached if value is not None),
    )


def _needs(seen: Value, standings: _Standings, *, language: Language) -> list[str]:
    """Return what a value needs to reach each target, in words."""
    _ = language.gettext
    found = []
    for target in standings.goals:
        amount = language.number(target.amount)
        growth = standings.growth(seen, target)
        if growth is not None:
            saying = _("to reach {target}: {rate} a year")
            found.append(saying.format(rate=_rate(growth, language), target=amount))
        elif reaches(seen, target):
            found.append(_("{target}: reached").format(target=amount))
        else:
            found.append(_("to reach {target}: not computed").format(target=amount))
    return found


def _kinds(language: Language) -> Legend:
    """Return the kinds of bars with their colours."""
    _ = language.gettext
    names = (_("Dissertation"), _("Public data"), _("Targets"))
    return tuple(zip(names, (*TABLES[:2], TARGETS), strict=True))


def _rows(standings: _Standings, *, dataset: Dataset, language: Language) -> list[RemarkBarRow]:
    _ = language.gettext
    rows: list[RemarkBarRow] = []
    own, public, targeted = (name for name, _colour in _kinds(language))

    def add(stated: tuple[Value, ...], name: str, kind: str, needs: list[str]) -> None:
        number = stated[0].in_unit(UNIT)
        # The category already says that it is a target.
        aim = stated[0].qualifier == "target"
        text = value_text(number, language) if aim else number_text(number, language)
        rows.append(
            {
                "category": wrapped(name),
                "position": len(rows),
                "series": kind,
                "value": max(number.ends),
                "label": "\n".join((text, *needs)),
                "opacity": 1.0,
                "tip_title": name,
                "tip": side_by_side(
                    f"{amount_text(one.as_printed, dataset=dataset, language=language)}, "
                    f"{place_text(one, dataset=dataset, language=language)}"
                    for one in stated
                ),
            }
        )

    for values, kind in ((standings.own, own), (standings.public, public)):
        for seen in values:
            needs = _needs(seen, standings, language=language)
            add((seen,), _place_and_year(seen, dataset, language), kind, needs)
    for target in standings.goals:
        place = label_of(dataset, "origins", target.value.origin, language)
        add(target.stated, _("Target, {place}").format(place=place), targeted, [])
    return rows


def _place_and_year(seen: Value, dataset: Dataset, language: Language) -> str:
    """Return who states a turnover, and its year."""
    place = label_of(dataset, "origins", seen.origin, language)
    if isinstance(seen, PublicValue):
        place = label_of(dataset, "reporters", seen.reporter, language)
    return apposed((place, seen.period))


def _past_growth(standings: _Standings, dataset: Dataset, language: Language) -> str:
    """Return when the chosen series reaches the first target at its own compound growth."""
    _ = language.gettext
    rate = compound_growth(standings.series)
    if rate is None or not standings.goals:
        return ""
    first, last = standings.series[0], standings.series[-1]
    parts = {
        "years": years_text((first.year, last.year)),
        "rate": percent(rate, language, decimals=1, signed=True),
        "target": _target_amount(standings.goals[0], dataset, language),
    }
    reached = next(
        (
            value
            for value in standings.reached
            if set(standings.goals[0].value.printed_ids) <= set(value.inputs)
        ),
        None,
    )
    if reached is not None:
        saying = _(
            "At the compound growth of {years} ({rate} a year) turnover would reach "
            "{target:form} in {reached}."
        )
        return saying.format(**parts, reached=int(reached.value or 0))
    if reaches(last, standings.goals[0]):
        return ""
    saying = (
        _(
            "At the compound growth of {years} ({rate} a year) turnover would not reach "
            "{target:form} within {count} years."
        )
        if rate > 0
        else _(
            "At the compound growth of {years} ({rate} a year) turnover would not reach "
            "{target:form}."
        )
    )
    return saying.format(**parts, count=language.number(MOST_YEARS))


def _others(standings: _Standings, dataset: Dataset, language: Language) -> str:
    """Return the growth that other sources of the dissertation need for the first target."""
    _ = language.gettext
    saying = _("{place}: {values}")
    said = []
    for seen in standings.own[1:]:
        growth = standings.growth(seen, standings.goals[0])
        if growth is not None:
            place = _place_and_year(seen, dataset, language)
            said.append(saying.format(place=place, values=_rate(growth, language)))
    if not said:
        return ""
    return _("Computed from other values – {clauses}.").format(clauses=clauses(said))


def _lead(standings: _Standings, *, dataset: Dataset, filters: Filters, language: Language) -> Lead:
    _ = language.gettext
    if not standings.own:
        return Lead(headline=empty_headline(filters, language))
    if not standings.goals:
        return Lead(headline=_("The source gives no target for trade turnover"))
    seen, target = standings.own[0], standings.goals[0]
    growth = standings.growth(seen, target)
    parts = {
        "target": _target_amount(target, dataset, language),
        "amount": amount_in_sentence(seen, dataset=dataset, language=language),
        "year": standings.year,
        "last_year": seen.year,
    }
    if growth is not None:
        saying = _(
            "To reach {target:form} by {year}, trade turnover would have to grow by {rate:form} a "
            "year from {amount:form} in {last_year}"
        )
        headline = saying.format(**parts, rate=_rate(growth, language))
    elif reaches(seen, target):
        saying = _(
            "The target of {target:form} was reached: trade turnover in {last_year} was {amount}"
        )
        headline = saying.format(**parts)
    else:
        saying = _("Target: {target}; trade turnover in {last_year}: {amount}")
        headline = saying.format(**parts)
    place = label_of(dataset, "origins", seen.origin, language)
    told = (
        _past_growth(standings, dataset, language),
        _others(standings, dataset, language),
    )
    return Lead(headline=placed(headline, place, language), finding=" ".join(filter(None, told)))


def _printed(value: Value) -> Value:
    """Return a value in its printed unit, for the table."""
    size = value.as_printed
    return replace(value, value=size.value, low=size.low, high=size.high, unit=size.unit)


def turnover_target(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return a figure of the last turnover of each source beside the targets.

    Labels have the yearly growth needed by the target year that the reader has chosen.
    """
    _ = language.gettext
    standings = _standings(dataset, filters)
    lead = _lead(standings, dataset=dataset, filters=filters, language=language)
    aims = tuple(value for target in standings.goals for value in target.stated)
    inside = tuple(value for value in aims if not isinstance(value, PublicValue))
    shown = (*standings.own, *standings.public, *aims)
    rows = _rows(standings, dataset=dataset, language=language)
    origins = tuple(dict.fromkeys(value.origin for value in shown)) or (filters.trade,)
    # Years remove sources but never a row of the longest label.
    every = _standings(dataset, replace(filters, years=EVERY_YEAR))
    size = max(len(_rows(every, dataset=dataset, language=language)), 1)
    return Figure(
        id="turnover_target",
        headline=lead.headline,
        finding=lead.finding,
        subtitle=_(
            "Latest trade turnover and targets in the dissertation and in public data, {unit}; "
            "annual growth needed to reach them by {year} (computed)"
        ).format(unit=label_of(dataset, "units", UNIT, language), year=standings.year),
        form=bars_with_remarks(
            language=language,
            series=_kinds(language),
            rows=size,
            lines=1 + max(len(every.goals), 1),
        ),
        rows=rows,
        make_table=lambda: entry_table(
            (*map(_printed, shown), *standings.needed.values(), *standings.reached), language
        ),
        origins=origins,
        notes=(
            _("This is arithmetic on the values given, not a forecast."),
            _(
                "Growth needed: the constant annual rate from the latest value to the target. It "
                "is not computed from a range, a bound or a plan, nor from a value of the target "
                "year or later."
            ),
            _("The source gives no year by which the target is to be reached."),
            *conflict_notes(inside, dataset=dataset, language=language),
            *outside_notes(
                (value.origin for value in shown if isinstance(value, PublicValue)),
                dataset=dataset,
                language=language,
            ),
        ),
        title=_("Trade turnover and its targets"),
        alternative_text=_(
            "A bar for the latest turnover from each source, then a bar for each target."
        ),
    )


FIGURES: Mapping[str, Builder] = MappingProxyType({"turnover_target": turnover_target})
