"""Figure of the capacity of corridors and facilities, and of the amount carried."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from components.charts.grid import LABEL_CHARACTERS, LABEL_ROOM
from components.charts.points import Categories, compared_points
from components.charts.rows import PointRow
from components.figures.corridor import CORRIDOR, FALLBACK_ORIGIN
from components.figures.figure import Builder, Figure
from components.figures.highlights import filter_notes, opacities, subject_of
from components.figures.leads import Lead, with_other_values
from components.figures.paragraph_notes import own_notes
from components.figures.public_rows import Counterparts, beside
from components.figures.single_values import (
    A_YEAR,
    TONNES,
    Group,
    distinct_categories,
    each_printing,
    entry_table,
    facts,
    first_qualified,
    flat,
    grouped,
    longest,
    origins_of,
    size_of,
    tip,
)
from components.figures.warnings import conflict_notes, signed
from components.page.tokens import NEUTRAL, THEMES
from components.text.amounts import amount_text, number_text
from components.text.dates import date_text
from components.text.entries import name_in_line
from components.text.names import later, nothing_printed, wrapped
from components.text.places import as_printed_in
from data.choice.parameters import Filters
from data.language.languages import Language
from data.load.dataset import Dataset

CAPACITY_COLOUR, CARRIED_COLOUR = NEUTRAL, THEMES["transport"]


def tonnage_label(group: Group, language: Language) -> str:
    """Format every printing of a tonnage; "a year" is included only if every printing has it."""
    text = each_printing(group, [number_text(entry, language) for entry in group], language)
    if all(entry.unit.endswith(A_YEAR) for entry in group):
        return language.gettext("{amount} a year").format(amount=text)
    return text


@dataclass(frozen=True)
class CapacityPair:
    """A capacity and an amount carried to show side by side.

    Attributes
    ----------
    name : str
        Untranslated name of the corridor or facility.
    capacity, carried : str
        Entity codes of the capacity and of the amount carried.
    remark : str
        Untranslated caveat of the comparison; empty without one.
    """

    name: str
    capacity: str
    carried: str
    remark: str = ""


CAPACITY_PAIRS = (
    CapacityPair(
        name=later("Sogandy oil terminal; ports of Aktau and Kuryk"),
        capacity="sogandy-oil-terminal",
        carried="aktau-port;kuryk-port",
        remark=later(
            "The Sogandy terminal and the ports of Aktau and Kuryk are different "
            "facilities: the capacity is that of the terminal, the amount carried "
            "that of the two ports; no amount carried is given for the terminal."
        ),
    ),
    CapacityPair(name=later("Baku–Tbilisi–Kars railway"), capacity="btk", carried="btk"),
    CapacityPair(
        name=later("Middle Corridor"),
        capacity=CORRIDOR,
        carried=CORRIDOR,
        remark=later(
            "The capacity of the Middle Corridor is the one before its "
            "expansion. Capacity and amount carried come from different sections, "
            "neither with a year."
        ),
    ),
)


@dataclass(frozen=True)
class Gap:
    """A pair with the printings of its capacity and of its amount carried."""

    pair: CapacityPair
    capacity: Group
    carried: Group


def _gaps(dataset: Dataset) -> tuple[Gap, ...]:
    """Return the pairs of which both sides are printed in tonnes."""
    found = []
    for pair in CAPACITY_PAIRS:
        sides = [
            [entry for entry in facts(dataset, {indicator}, entity=entity) if entry.unit in TONNES]
            for indicator, entity in (
                ("capacity", pair.capacity),
                ("throughput", pair.carried),
            )
        ]
        found += [
            Gap(pair, capacity, carried)
            for capacity in grouped(sides[0])
            for carried in grouped(sides[1])
        ]
    return tuple(found)


def _gap_headline(gaps: Sequence[Gap], *, dataset: Dataset, language: Language) -> Lead:
    if not gaps:
        return Lead(headline=nothing_printed(language))
    alike = [gap for gap in gaps if gap.pair.capacity == gap.pair.carried] or gaps
    widest = max(alike, key=lambda gap: abs(size_of(gap.capacity) - size_of(gap.carried)))
    _ = language.gettext
    statement = _(
        "Largest gap between capacity and amount carried: {name}, {capacity} and {carried}"
    ).format(
        name=name_in_line(_(widest.pair.name), language),
        capacity=amount_text(first_qualified(widest.capacity), dataset=dataset, language=language),
        carried=amount_text(first_qualified(widest.carried), dataset=dataset, language=language),
    )
    stated = (*widest.capacity, *widest.carried)
    return with_other_values(statement, stated, dataset=dataset, language=language)


def _gap_notes(gaps: Sequence[Gap], language: Language) -> tuple[str, ...]:
    _ = language.gettext
    notes = dict.fromkeys(_(gap.pair.remark) for gap in gaps if gap.pair.remark)
    for gap in gaps:
        if size_of(gap.carried) > size_of(gap.capacity):
            saying = _(
                "{name}: the printed amount carried ({carried}) exceeds the capacity ({capacity})."
            )
            text = saying.format(
                name=_(gap.pair.name),
                carried=tonnage_label(gap.carried, language),
                capacity=tonnage_label(gap.capacity, language),
            )
            notes[text] = None
    return tuple(notes)


def design_and_actual(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return a figure of printed capacities beside printed amounts carried."""
    _ = language.gettext
    gaps = _gaps(dataset)
    names = (_("Capacity"), _("Amount carried"))
    subjects = [subject_of((*gap.capacity, *gap.carried)) for gap in gaps]
    shades = opacities(subjects, dataset=dataset, filters=filters)
    categories = []
    for gap in gaps:
        period = gap.carried[0].period
        year = (
            _("carried in {year}").format(year=date_text(period, language))
            if period
            else _("year not given")
        )
        category = f"{wrapped(_(gap.pair.name))}\n({year})"
        categories.append(signed(category, (*gap.capacity, *gap.carried), dataset))
    named = distinct_categories(
        categories, [(*gap.capacity, *gap.carried) for gap in gaps], language
    )
    rows: list[PointRow] = []
    for position, (gap, category, opacity) in enumerate(zip(gaps, named, shades, strict=True)):
        smaller = gap.carried if size_of(gap.carried) <= size_of(gap.capacity) else gap.capacity
        rows += [
            {
                "category": category,
                "position": position,
                "series": series,
                "value": size_of(group),
                "label": wrapped(tonnage_label(group, language), LABEL_CHARACTERS),
                "side": -1 if group is smaller else 1,
                "opacity": opacity,
                "tip_title": group[0].name(language),
                "tip": tip(group, dataset=dataset, language=language),
            }
            for series, group in zip(names, (gap.capacity, gap.carried), strict=True)
        ]
    entries = flat([group for gap in gaps for group in (gap.capacity, gap.carried)])
    origins = origins_of(entries, FALLBACK_ORIGIN)
    lead = _gap_headline(gaps, dataset=dataset, language=language)
    return Figure(
        id="design_and_actual",
        headline=lead.headline,
        finding=lead.finding,
        subtitle=_("Capacity and amount carried, million tonnes, {places}").format(
            places=as_printed_in(origins, dataset=dataset, language=language)
        ),
        form=compared_points(
            language=language,
            series=tuple(zip(names, (CAPACITY_COLOUR, CARRIED_COLOUR), strict=True)),
            categories=Categories(
                max(len(gaps), 1), lines=longest(row["category"] for row in rows)
            ),
            room=LABEL_ROOM,
        ),
        rows=rows,
        make_table=lambda: entry_table(entries, language),
        origins=origins,
        notes=(
            *_gap_notes(gaps, language),
            *conflict_notes(entries, dataset=dataset, language=language),
            *own_notes(entries, language),
            *filter_notes(subjects, dataset=dataset, filters=filters, language=language),
        ),
        alternative_text=_("Two points for each line or facility, joined by a line."),
    )


PUBLIC = Counterparts(
    of=tuple(
        (measure, facility)
        for facility in ("aktau-port", "kuryk-port", "btk", CORRIDOR)
        for measure in ("capacity", "carried")
    ),
    unit="Mt",
    each=1,
)

FIGURES: Mapping[str, Builder] = MappingProxyType(
    {"design_and_actual": beside(design_and_actual, PUBLIC)}
)
