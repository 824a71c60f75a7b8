"""Traffic of corridors and facilities: tonnages, targets, and capacity against traffic."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from components.charts.grid import LABEL_ROOM, marked_amounts
from components.charts.palette import THEMES
from components.charts.points import Categories, compared_points
from components.disagreement import with_other_values
from components.doubts import doubt_notes, flagged
from components.emphasis import filter_notes, opacities, subject_of
from components.figure import Builder, Figure
from components.figures.corridor import CORRIDOR, FALLBACK_ORIGIN
from components.measured import (
    A_YEAR,
    PARAGRAPH,
    TONNES,
    Group,
    cautious,
    each_printing,
    entry_table,
    facts,
    flat,
    grouped,
    longest,
    origins_of,
    own_notes,
    parts,
    size_of,
    tip,
    told_apart,
)
from components.wording import (
    amount_text,
    as_printed_in,
    later,
    nothing_printed,
    number_text,
)
from components.yearly import Row
from data.catalogue import Entry
from data.dataset import Dataset
from data.filters import Filters
from data.languages import Language

CAPACITY_COLOUR, CARRIED_COLOUR = THEMES["transport"], THEMES["energy"]
TARGET_COLOUR = THEMES["people"]


def _label(group: Group, language: Language) -> str:
    """Write every printing of a value; "a year" stands only where every printing has it."""
    text = each_printing(group, [number_text(entry, language) for entry in group])
    if all(entry.unit.endswith(A_YEAR) for entry in group):
        return language.gettext("{amount} a year").format(amount=text)
    return text


# Capacity against traffic


@dataclass(frozen=True)
class Facing:
    """A capacity and a traffic that stand side by side.

    Attributes
    ----------
    name : str
        What they belong to, as a message.
    capacity, carried : str
        Entities of the facts.
    remark : str
        What a reader must know before comparing them, as a message; empty where there is nothing.
    """

    name: str
    capacity: str
    carried: str
    remark: str = ""


FACING = (
    Facing(
        name=later("Sogandy oil terminal; ports of Aktau and Kuryk"),
        capacity="sogandy-oil-terminal",
        carried="aktau-port;kuryk-port",
        remark=later(
            "The Sogandy terminal and the ports of Aktau and Kuryk are not the same facility: the "
            "capacity is that of the terminal, the traffic that of the two ports, and no traffic "
            "of the terminal is printed."
        ),
    ),
    Facing(name=later("Baku–Tbilisi–Kars railway"), capacity="btk", carried="btk"),
    Facing(
        name=later("Middle Corridor"),
        capacity=CORRIDOR,
        carried=CORRIDOR,
        remark=later(
            "The capacity of the Middle Corridor is the one before its expansion. It and the "
            "traffic come from different sections, neither with a year."
        ),
    ),
)


@dataclass(frozen=True)
class Gap:
    """The printings of both sides of a `Facing`."""

    facing: Facing
    capacity: Group
    carried: Group


def _gaps(dataset: Dataset) -> tuple[Gap, ...]:
    """Return what can be faced, as far as both sides are printed in tonnes."""
    found = []
    for facing in FACING:
        sides = [
            [entry for entry in facts(dataset, {indicator}, entity=entity) if entry.unit in TONNES]
            for indicator, entity in (
                ("capacity", facing.capacity),
                ("throughput", facing.carried),
            )
        ]
        found += [
            Gap(facing, capacity, carried)
            for capacity in grouped(sides[0])
            for carried in grouped(sides[1])
        ]
    return tuple(found)


def _gap_headline(gaps: Sequence[Gap], *, dataset: Dataset, language: Language) -> str:
    if not gaps:
        return nothing_printed(language)
    alike = [gap for gap in gaps if gap.facing.capacity == gap.facing.carried] or gaps
    widest = max(alike, key=lambda gap: abs(size_of(gap.capacity) - size_of(gap.carried)))
    _ = language.gettext
    statement = _(
        "Capacity and traffic are farthest apart at {name}: {capacity} against {carried}"
    ).format(
        name=_(widest.facing.name),
        capacity=amount_text(cautious(widest.capacity), dataset=dataset, language=language),
        carried=amount_text(cautious(widest.carried), dataset=dataset, language=language),
    )
    stated = (*widest.capacity, *widest.carried)
    return with_other_values(statement, stated, dataset=dataset, language=language)


def _gap_notes(gaps: Sequence[Gap], language: Language) -> tuple[str, ...]:
    _ = language.gettext
    notes = dict.fromkeys(_(gap.facing.remark) for gap in gaps if gap.facing.remark)
    for gap in gaps:
        if size_of(gap.carried) > size_of(gap.capacity):
            saying = _("{name}: the printed traffic ({carried}) exceeds the capacity ({capacity}).")
            text = saying.format(
                name=_(gap.facing.name),
                carried=_label(gap.carried, language),
                capacity=_label(gap.capacity, language),
            )
            notes[text] = None
    return tuple(notes)


def design_and_actual(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Show printed capacities beside printed traffic."""
    _ = language.gettext
    gaps = _gaps(dataset)
    names = (_("Capacity"), _("Carried"))
    subjects = [subject_of((*gap.capacity, *gap.carried)) for gap in gaps]
    shades = opacities(subjects, dataset=dataset, filters=filters)
    categories = []
    for gap in gaps:
        period = gap.carried[0].period
        year = _("carried in {year}").format(year=period) if period else _("no year printed")
        name = flagged(_(gap.facing.name), (*gap.capacity, *gap.carried), dataset)
        categories.append(f"{name}\n({year})")
    named = told_apart(categories, [(*gap.capacity, *gap.carried) for gap in gaps])
    rows: list[Row] = []
    for position, (gap, category, opacity) in enumerate(zip(gaps, named, shades, strict=True)):
        smaller = gap.carried if size_of(gap.carried) <= size_of(gap.capacity) else gap.capacity
        rows += [
            {
                "category": category,
                "position": position,
                "series": series,
                "value": size_of(group),
                "label": _label(group, language),
                "side": -1 if group is smaller else 1,
                "opacity": opacity,
                "tip_title": group[0].name(language),
                "tip": tip(group, dataset=dataset, language=language),
            }
            for series, group in zip(names, (gap.capacity, gap.carried), strict=True)
        ]
    entries = flat([group for gap in gaps for group in (gap.capacity, gap.carried)])
    origins = origins_of(entries, FALLBACK_ORIGIN)
    return Figure(
        id="design_and_actual",
        headline=_gap_headline(gaps, dataset=dataset, language=language),
        subtitle=_("Printed capacity beside printed traffic, million tonnes, {places}").format(
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
            *doubt_notes(entries, dataset=dataset, language=language),
            *own_notes(entries, language),
            *filter_notes(subjects, dataset=dataset, filters=filters, language=language),
        ),
        alternative_text=_("Two points for each line or facility, joined by a line."),
    )


# Corridors against each other


KINDS: Mapping[str, str] = MappingProxyType(
    {
        "throughput": later("Carried"),
        "capacity": later("Capacity"),
        "throughput_expected": later("Target or expectation"),
        "capacity_target": later("Target or expectation"),
    }
)
"""Kinds of tonnages by indicator."""

KIND_COLOURS: Mapping[str, str] = MappingProxyType(
    dict(
        zip(
            dict.fromkeys(KINDS.values()),
            (CARRIED_COLOUR, CAPACITY_COLOUR, TARGET_COLOUR),
            strict=True,
        )
    )
)

OTHER_UNITS = frozenset({"container_capacity", "trade_volume_multiple", "throughput_growth"})
"""Indicators of the same corridors in units that do not compare with tonnes."""


def _on_corridor(entry: Entry) -> bool:
    return "corridor" in parts(entry.sectors)


def _volumes(dataset: Dataset) -> tuple[Group, ...]:
    """Return the printed tonnages of the corridors: carried, capacity, then what is aimed at."""
    entries = [
        entry for entry in facts(dataset, KINDS) if entry.unit in TONNES and _on_corridor(entry)
    ]
    order = list(KIND_COLOURS)
    return tuple(
        sorted(
            grouped(entries),
            key=lambda group: (order.index(KINDS[group[0].quantity[0]]), size_of(group)),
        )
    )


def _volume_headline(groups: Sequence[Group], *, dataset: Dataset, language: Language) -> str:
    _ = language.gettext
    if not groups:
        return nothing_printed(language)
    own = {group[0].quantity[0]: group for group in groups if group[0].quantity[1] == CORRIDOR}
    if {"throughput", "capacity_target"} <= own.keys() and own["capacity_target"][0].period:
        carried, target = own["throughput"], own["capacity_target"]
        capacity = own.get("capacity", ())
        saying = (
            _(
                "Middle Corridor: {carried} carried beside a capacity of {capacity}; a capacity of "
                "{target} is aimed at by {year}"
            )
            if capacity
            else _("Middle Corridor: {carried} carried, a capacity of {target} aimed at by {year}")
        )
        statement = saying.format(
            carried=amount_text(cautious(carried), dataset=dataset, language=language),
            capacity=amount_text(cautious(capacity), dataset=dataset, language=language)
            if capacity
            else "",
            target=language.number(size_of(target)),
            year=target[0].period,
        )
        stated = (*carried, *target, *capacity)
        return with_other_values(statement, stated, dataset=dataset, language=language)
    return _("Printed tonnages of the corridors reach from {least} to {most}").format(
        least=language.number(min(size_of(group) for group in groups)),
        most=language.number(max(size_of(group) for group in groups)),
    )


def _volume_category(group: Group, *, dataset: Dataset, language: Language) -> str:
    _ = language.gettext
    period = group[0].period
    name = group[0].name(language)
    written = flagged(name, group, dataset)
    if period and period in name:
        return written
    return f"{written}\n({period or _('no year printed')})"


def corridor_volumes(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Show every printed tonnage of the Middle Corridor and its railway, measured or aimed at."""
    _ = language.gettext
    groups = _volumes(dataset)
    subjects = [subject_of(group) for group in groups]
    shades = opacities(subjects, dataset=dataset, filters=filters)
    categories = told_apart(
        [_volume_category(group, dataset=dataset, language=language) for group in groups], groups
    )
    rows: list[Row] = [
        {
            "category": category,
            "position": position,
            "series": _(KINDS[group[0].quantity[0]]),
            "value": size_of(group),
            "label": _label(group, language),
            "opacity": opacity,
            "tip_title": group[0].name(language),
            "tip": tip(group, dataset=dataset, language=language),
        }
        for position, (group, category, opacity) in enumerate(
            zip(groups, categories, shades, strict=True)
        )
    ]
    others = tuple(entry for entry in facts(dataset, OTHER_UNITS) if _on_corridor(entry))
    entries = (*flat(groups), *others)
    origins = origins_of(entries, FALLBACK_ORIGIN)
    listed = "; ".join(
        f"{entry.name(language)}, {amount_text(entry, dataset=dataset, language=language)} "
        f"({PARAGRAPH}{entry.paragraph})"
        for entry in others
    )
    saying = _("Also printed, in units that do not compare with tonnes: {values}.")
    others_note = (saying.format(values=listed),) if others else ()
    return Figure(
        id="corridor_volumes",
        headline=_volume_headline(groups, dataset=dataset, language=language),
        subtitle=_(
            "Printed tonnages of the Middle Corridor, the New Silk Road and the railway "
            "Baku–Tbilisi–Kars, million tonnes, {places}"
        ).format(places=as_printed_in(origins, dataset=dataset, language=language)),
        form=marked_amounts(
            language=language,
            series=tuple((_(name), colour) for name, colour in KIND_COLOURS.items()),
            rows=max(len(rows), 1),
            lines=longest(row["category"] for row in rows),
        ),
        rows=rows,
        make_table=lambda: entry_table(entries, language),
        origins=origins,
        notes=(
            _("The figures stand apart in the source; they make no series and no sum."),
            *others_note,
            *doubt_notes(flat(groups), dataset=dataset, language=language),
            *own_notes(flat(groups), language),
            *filter_notes(subjects, dataset=dataset, filters=filters, language=language),
        ),
        alternative_text=_(
            "A point for each tonnage; circles are carried, squares capacities, diamonds targets "
            "and expectations."
        ),
    )


FIGURES: Mapping[str, Builder] = MappingProxyType(
    {"design_and_actual": design_and_actual, "corridor_volumes": corridor_volumes}
)
"""Figures of traffic."""
