"""Figures of oil exports: in which directions, on which lines, by which mode of transport."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from components.charts.bars import ranked_bars
from components.charts.palette import NEUTRAL, THEMES
from components.disagreement import with_other_values
from components.emphasis import filter_notes, opacities, subject_of
from components.figure import Builder, Figure, Form
from components.measured import (
    A_YEAR,
    PARAGRAPH,
    TABLE4,
    TONNES,
    Group,
    cautious,
    cell_entry,
    each_printing,
    entry_table,
    facts,
    flat,
    grouped,
    longest,
    origins_of,
    own_notes,
    parts,
    printings,
    size_of,
    table4_cells,
    thing,
    tip,
    told_apart,
)
from components.wording import (
    amount_text,
    as_printed_in,
    later,
    nothing_printed,
    number_text,
    percent,
    place_text,
    wrapped,
)
from components.yearly import Row
from data.audit import WHOLE
from data.catalogue import Entry
from data.dataset import Dataset
from data.filters import Filters
from data.languages import Language

HOME, RUSSIA, CHINA = "KZ", "RU", "CN"
"""Codes of countries, as the tables have them."""

ENERGY = THEMES["energy"]


@dataclass(frozen=True)
class Bar:
    """One bar: the printings of its value, its category, and its colour."""

    group: Group
    category: str
    colour: str


def _wordless(group: Group) -> bool:
    return all(end is None for end in (group[0].value, group[0].low, group[0].high))


def _bar_rows(
    bars: Sequence[Bar], *, dataset: Dataset, filters: Filters, language: Language
) -> list[Row]:
    """Return one row for each bar; what is printed without a number has a label and no value."""
    groups = [bar.group for bar in bars]
    names = told_apart([bar.category for bar in bars], groups)
    shades = opacities([subject_of(group) for group in groups], dataset=dataset, filters=filters)
    rows = []
    for position, (bar, name, opacity) in enumerate(zip(bars, names, shades, strict=True)):
        first = bar.group[0]
        if _wordless(bar.group):
            value, label = None, first.note(language)
            place = place_text(first, dataset=dataset, language=language)
            hovering = f"{label}, {place}"
        else:
            value = size_of(bar.group)
            label = each_printing(bar.group, [number_text(entry, language) for entry in bar.group])
            hovering = tip(bar.group, dataset=dataset, language=language)
        rows.append(
            {
                "category": name,
                "position": position,
                "value": value,
                "label": label,
                "colour": bar.colour,
                "opacity": opacity,
                "tip_title": first.name(language),
                "tip": hovering,
            }
        )
    return rows


def _bar_form(rows: Sequence[Row], language: Language) -> Form:
    return ranked_bars(
        language=language,
        rows=max(len(rows), 1),
        lines=longest(row["category"] for row in rows),
    )


def _notes(
    groups: Sequence[Group], *, dataset: Dataset, filters: Filters, language: Language
) -> tuple[str, ...]:
    """Return what every figure of this module ends with: notes of the table, then the filters."""
    return (
        *own_notes(flat(groups), language),
        *filter_notes(
            [subject_of(group) for group in groups],
            dataset=dataset,
            filters=filters,
            language=language,
        ),
    )


# Directions of oil exports


def _share_bars(dataset: Dataset, language: Language) -> tuple[Bar, ...]:
    """Return the directions of Table 4 with every printing of their shares, then other shares."""
    shares = facts(dataset, {"share_of_oil_exports"}, entity=HOME)
    names = table4_cells(dataset, "direction")
    bars, left = [], list(shares)
    for row, cell in table4_cells(dataset, "share").items():
        name = names.get(row, cell)
        own = printings(cell, shares, dataset)
        left = [entry for entry in left if entry not in own]
        category = wrapped(name[language.column("text")])
        if own:
            crossing = any(RUSSIA in parts(entry.quantity[2]) for entry in own)
            bars += [
                Bar(group, category, NEUTRAL if crossing else ENERGY) for group in grouped(own)
            ]
        elif not cell["unit"]:
            entry = cell_entry(cell, name, ("share_of_oil_exports", HOME, ""))
            bars.append(Bar((entry,), category, ENERGY))
    for group in grouped(left):
        places = ", ".join(entry.paragraph for entry in group)
        bars.append(
            Bar(group, wrapped(f"{group[0].name(language)} ({PARAGRAPH}{places})"), NEUTRAL)
        )
    return tuple(bars)


def _of_table(group: Group) -> bool:
    return any(entry.origin == TABLE4 for entry in group)


def _tabled(bars: Iterable[Bar]) -> tuple[Group, ...]:
    """Return the shares that Table 4 prints in numbers."""
    return tuple(bar.group for bar in bars if _of_table(bar.group) and not _wordless(bar.group))


def _share_headline(bars: Sequence[Bar], *, dataset: Dataset, language: Language) -> str:
    _ = language.gettext
    shares = {
        entry.quantity[2]: number_text(cautious(group), language)
        for group in _tabled(bars)
        for entry in group
    }
    if not {RUSSIA, CHINA} <= shares.keys():
        return nothing_printed(language)
    saying = _("{russia} of Kazakhstan’s oil exports pass through Russia, {china} go to China")
    return with_other_values(
        saying.format(russia=shares[RUSSIA], china=shares[CHINA]),
        flat(_tabled(bars)),
        dataset=dataset,
        language=language,
    )


def oil_export_shares(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Show through which directions Kazakhstan’s oil leaves, as far as a share is printed."""
    _ = language.gettext
    bars = _share_bars(dataset, language)
    rows = _bar_rows(bars, dataset=dataset, filters=filters, language=language)
    groups = [bar.group for bar in bars]
    entries = flat(groups)
    total = sum(size_of(group) for group in _tabled(bars))
    notes = []
    if total >= WHOLE and any(_wordless(group) for group in groups):
        notes.append(
            _(
                "The shares printed in numbers add up to {total} (computed), which leaves nothing "
                "for the direction printed in words; nothing is scaled."
            ).format(total=percent(total, language))
        )
    if any(not _of_table(group) for group in groups):
        notes.append(
            _(
                "The last bar is another statement, about the part of the oil that leaves the "
                "country or about one pipeline; it is not a part of the same whole."
            )
        )
    numbered = [group for group in groups if not _wordless(group)]
    return Figure(
        id="oil_export_shares",
        headline=_share_headline(bars, dataset=dataset, language=language),
        subtitle=_("Directions of Kazakhstan’s oil exports, share in per cent, {places}").format(
            places=as_printed_in(origins_of(entries, TABLE4), dataset=dataset, language=language)
        ),
        form=_bar_form(rows, language),
        rows=rows,
        make_table=lambda: entry_table(entries, language),
        origins=origins_of(entries, TABLE4),
        notes=(*notes, *_notes(numbered, dataset=dataset, filters=filters, language=language)),
        alternative_text=_(
            "Bars of the shares of oil exports by direction; the smallest direction has words "
            "in place of a bar."
        ),
    )


# Capacities of export lines


def _crosses_russia(entry: Entry, dataset: Dataset) -> bool:
    countries = dataset.texts("routes", "countries")
    return any(RUSSIA in parts(countries.get(code, "")) for code in parts(entry.quantity[1]))


def _capacity_groups(dataset: Dataset) -> tuple[Group, ...]:
    """Return the printed capacities of oil lines and terminals: those across Russia first."""
    entries = [
        entry
        for entry in facts(dataset, {"capacity"})
        if entry.unit in TONNES and "oil" in parts(entry.sectors)
    ]
    return tuple(
        sorted(
            grouped(entries),
            key=lambda group: (not _crosses_russia(group[0], dataset), -size_of(group)),
        )
    )


def _capacity_headline(groups: Sequence[Group], *, dataset: Dataset, language: Language) -> str:
    _ = language.gettext
    across = [group for group in groups if _crosses_russia(group[0], dataset)]
    around = [group for group in groups if not _crosses_russia(group[0], dataset)]
    if not across or not around:
        return nothing_printed(language)
    widest, other = max(across, key=size_of), max(around, key=size_of)

    def written(group: Group) -> str:
        return amount_text(cautious(group), dataset=dataset, language=language)

    statement = _(
        "Largest printed oil capacity across Russia: {name}, {amount}; around it: {other}, "
        "{other_amount}"
    ).format(
        name=thing(widest[0], language),
        amount=written(widest),
        other=thing(other[0], language),
        other_amount=written(other),
    )
    return with_other_values(statement, (*widest, *other), dataset=dataset, language=language)


def export_line_capacity(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Show the printed capacities of oil pipelines and terminals, and which lines cross Russia."""
    _ = language.gettext
    groups = _capacity_groups(dataset)
    bars = []
    for group in groups:
        crossing = _crosses_russia(group[0], dataset)
        remarks = [_("across Russia") if crossing else _("not across Russia")]
        if not any(entry.unit.endswith(A_YEAR) for entry in group):
            remarks.append(_("no time unit printed"))
        bars.append(
            Bar(
                group,
                "\n".join((wrapped(thing(group[0], language)), *(f"({text})" for text in remarks))),
                NEUTRAL if crossing else ENERGY,
            )
        )
    rows = _bar_rows(bars, dataset=dataset, filters=filters, language=language)
    limits = [
        entry
        for entry in facts(dataset, {"throughput_limit"})
        if "oil" in parts(entry.sectors) and entry.unit in TONNES
    ]
    entries = (*flat(groups), *limits)
    saying = _(
        "Not drawn, since it limits a part of the oil only: {name}, {amount} (¶ {paragraph})."
    )
    notes = [
        saying.format(
            name=entry.name(language),
            amount=amount_text(entry, dataset=dataset, language=language),
            paragraph=entry.paragraph,
        )
        for entry in limits
    ]
    return Figure(
        id="export_line_capacity",
        headline=_capacity_headline(groups, dataset=dataset, language=language),
        subtitle=_(
            "Printed capacity of oil export lines and terminals, million tonnes a year, {places}"
        ).format(
            places=as_printed_in(origins_of(entries, TABLE4), dataset=dataset, language=language)
        ),
        form=_bar_form(rows, language),
        rows=rows,
        make_table=lambda: entry_table(entries, language),
        origins=origins_of(entries, TABLE4),
        notes=(
            _("Grey lines cross Russia, as the countries named for them show."),
            *notes,
            *_notes(groups, dataset=dataset, filters=filters, language=language),
        ),
        alternative_text=_(
            "Bars of capacity; those of lines across Russia are grey and stand first."
        ),
    )


# Oil by mode of transport


MODES: Mapping[str, str] = MappingProxyType(
    {
        "kto-pipelines": later("By pipeline (KazTransOil)"),
        "aktau-baku-makhachkala": later("By sea from Aktau to Baku and Makhachkala"),
        "rail-oil-exports": later("By rail"),
    }
)
"""Ways of carrying oil that the source sets side by side."""

SHORT_MODES: Mapping[str, str] = MappingProxyType(
    {
        "kto-pipelines": later("pipelines"),
        "aktau-baku-makhachkala": later("sea from Aktau"),
        "rail-oil-exports": later("rail"),
    }
)

SEA_CARRIER = "kaztransoil"
"""Whose volume by sea is printed and cannot be right."""


def _mode_headline(
    found: Mapping[str, Sequence[Group]],
    refused: Sequence[Entry],
    *,
    dataset: Dataset,
    language: Language,
) -> str:
    """Say how oil was carried; a refused value that would change the order is named."""
    _ = language.gettext
    drawn = [group for groups in found.values() for group in groups]
    if not drawn:
        return nothing_printed(language)
    pipelines = next(iter(MODES))
    largest = max(drawn, key=size_of)
    saying = (
        _("Most oil went by pipeline in {years}, in million tonnes: {amounts}")
        if largest[0].quantity[1] == pipelines
        else _("Oil carried in {years}, in million tonnes: {amounts}")
    )
    statement = saying.format(
        years=language.enumerate(dict.fromkeys(group[0].period for group in drawn)),
        amounts=language.enumerate(
            f"{_(SHORT_MODES[mode])} {number_text(cautious(group), language)}"
            for mode, groups in found.items()
            for group in groups
        ),
    )
    return with_other_values(
        statement,
        flat(drawn),
        overtaking=[entry for entry in refused[:1] if size_of((entry,)) > size_of(largest)],
        dataset=dataset,
        language=language,
    )


def oil_by_mode(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Show how much oil went by pipeline, sea and rail."""
    _ = language.gettext
    found = {mode: grouped(facts(dataset, {"throughput"}, entity=mode)) for mode in MODES}
    bars = []
    for mode, groups in found.items():
        for group in groups:
            period = f", {group[0].period}" if group[0].period else ""
            bars.append(Bar(group, wrapped(_(MODES[mode]) + period), ENERGY))
    rows = _bar_rows(bars, dataset=dataset, filters=filters, language=language)
    drawn = [bar.group for bar in bars]
    refused = facts(dataset, {"throughput"}, entity=SEA_CARRIER)
    entries = (*flat(drawn), *refused)
    notes = []
    if refused:
        printings = language.enumerate(
            f"{amount_text(entry, dataset=dataset, language=language)} "
            f"({PARAGRAPH}{entry.paragraph})"
            for entry in refused
        )
        largest = max((size_of(group) for group in drawn), default=0.0)
        saying = (
            _(
                "Not drawn: {name}, {amounts}. It exceeds everything that the same passage prints "
                "of pipelines, ports and rail, and is recorded as impossible."
            )
            if size_of(refused) > largest
            else _("Not drawn, since it is recorded as impossible: {name}, {amounts}.")
        )
        notes.append(saying.format(name=refused[0].name(language), amounts=printings))
    return Figure(
        id="oil_by_mode",
        headline=_mode_headline(found, refused, dataset=dataset, language=language),
        subtitle=_("Oil carried by mode of transport, million tonnes, {places}").format(
            places=as_printed_in(origins_of(entries, "s2_3"), dataset=dataset, language=language)
        ),
        form=_bar_form(rows, language),
        rows=rows,
        make_table=lambda: entry_table(entries, language),
        origins=origins_of(entries, "s2_3"),
        notes=(*notes, *_notes(drawn, dataset=dataset, filters=filters, language=language)),
        alternative_text=_("Bars of the oil carried by pipeline, by sea and by rail."),
    )


FIGURES: Mapping[str, Builder] = MappingProxyType(
    {
        "oil_export_shares": oil_export_shares,
        "export_line_capacity": export_line_capacity,
        "oil_by_mode": oil_by_mode,
    }
)
