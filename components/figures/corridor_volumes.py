"""Figure of the tonnages of corridors: carried, capacities, targets and expectations."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from components.charts.grid import LABEL_CHARACTERS, marked_amounts
from components.charts.rows import AmountMarkRow
from components.figures.capacity_use import CAPACITY_COLOUR, CARRIED_COLOUR, tonnage_label
from components.figures.corridor import CORRIDOR, FALLBACK_ORIGIN
from components.figures.figure import Builder, Figure
from components.figures.highlights import filter_notes, opacities, subject_of
from components.figures.leads import Lead, with_other_values
from components.figures.paragraph_notes import own_notes
from components.figures.public_rows import Counterparts, beside
from components.figures.single_values import (
    TONNES,
    Group,
    distinct_categories,
    entry_table,
    facts,
    first_qualified,
    flat,
    grouped,
    longest,
    origins_of,
    parts,
    size_of,
    tip,
)
from components.figures.warnings import conflict_notes, dated_category
from components.page.tokens import TARGETS
from components.text.amounts import amount_text, quantity_text
from components.text.dates import date_text
from components.text.entries import amount_beside_name, name_in_line
from components.text.lists import clauses, paragraph_mark
from components.text.names import later, nothing_printed, wrapped
from components.text.places import as_printed_in
from data.choice.parameters import Filters
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "throughput": later("Amount carried"),
        "capacity": later("Capacity"),
        "throughput_forecast": later("Target or expectation"),
        "capacity_target": later("Target or expectation"),
    }
)
"""Names of the kinds of tonnages, by indicator."""

KIND_COLOURS: Mapping[str, str] = MappingProxyType(
    dict(
        zip(
            dict.fromkeys(KINDS.values()),
            (CARRIED_COLOUR, CAPACITY_COLOUR, TARGETS),
            strict=True,
        )
    )
)

EXPECTED = frozenset({"target", "forecast"})
"""Qualifiers that the name of the kind says as well."""

OTHER_UNITS = frozenset({"container_capacity", "trade_volume_multiple", "throughput_growth"})
"""Indicators of the same corridors whose units cannot be compared with tonnes."""


def _on_corridor(entry: Value) -> bool:
    return "corridor" in parts(entry.sectors)


def _volumes(dataset: Dataset) -> tuple[Group, ...]:
    """Return the printed tonnages of the corridors: carried, capacities, targets, expectations."""
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


def _beside_kind(group: Group) -> Group:
    """Return the values for a mark of their kind, without the qualifier that the kind says."""
    if KINDS[group[0].quantity[0]] != KINDS["capacity_target"]:
        return group
    return tuple(
        replace(entry, qualifier="exact") if entry.qualifier in EXPECTED else entry
        for entry in group
    )


def _volume_headline(groups: Sequence[Group], *, dataset: Dataset, language: Language) -> Lead:
    _ = language.gettext
    if not groups:
        return Lead(headline=nothing_printed(language))
    own = {group[0].quantity[0]: group for group in groups if group[0].quantity[1] == CORRIDOR}
    if {"throughput", "capacity_target"} <= own.keys() and own["capacity_target"][0].period:
        carried, target = own["throughput"], own["capacity_target"]
        capacity = own.get("capacity", ())
        saying = (
            _(
                "Middle Corridor: {carried} carried, capacity {capacity}; target capacity {target} "
                "by {year}"
            )
            if capacity
            else _("Middle Corridor: {carried} carried; target capacity {target} by {year}")
        )
        statement = saying.format(
            carried=amount_text(first_qualified(carried), dataset=dataset, language=language),
            capacity=amount_text(first_qualified(capacity), dataset=dataset, language=language)
            if capacity
            else "",
            target=quantity_text(target[0], dataset=dataset, language=language),
            year=date_text(target[0].period, language),
        )
        stated = (*carried, *target, *capacity)
        return with_other_values(statement, stated, dataset=dataset, language=language)
    statement = _("Tonnages of the corridors range from {least} to {most} million tonnes").format(
        least=language.number(min(size_of(group) for group in groups)),
        most=language.number(max(size_of(group) for group in groups)),
    )
    return Lead(headline=statement)


def corridor_volumes(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return a figure of all printed tonnages of the Middle Corridor and its railway."""
    _ = language.gettext
    groups = _volumes(dataset)
    subjects = [subject_of(group) for group in groups]
    shades = opacities(subjects, dataset=dataset, filters=filters)
    categories = distinct_categories(
        [dated_category(group, dataset=dataset, language=language) for group in groups],
        groups,
        language,
    )
    rows: list[AmountMarkRow] = [
        {
            "category": category,
            "position": position,
            "series": _(KINDS[group[0].quantity[0]]),
            "value": size_of(group),
            "label": wrapped(tonnage_label(_beside_kind(group), language), LABEL_CHARACTERS),
            "opacity": opacity,
            "tip_title": group[0].name(language),
            "tip": tip(_beside_kind(group), dataset=dataset, language=language),
        }
        for position, (group, category, opacity) in enumerate(
            zip(groups, categories, shades, strict=True)
        )
    ]
    others = tuple(entry for entry in facts(dataset, OTHER_UNITS) if _on_corridor(entry))
    entries = (*flat(groups), *others)
    origins = origins_of(entries, FALLBACK_ORIGIN)
    listed = clauses(
        f"{name_in_line(entry.name(language), language)}, "
        f"{amount_beside_name(entry, dataset=dataset, language=language)} "
        f"({paragraph_mark(entry.paragraph, language)})"
        for entry in others
    )
    saying = _("Also given, in units that cannot be compared with tonnes: {values}.")
    others_note = (saying.format(values=listed),) if others else ()
    lead = _volume_headline(groups, dataset=dataset, language=language)
    return Figure(
        id="corridor_volumes",
        headline=lead.headline,
        finding=lead.finding,
        subtitle=_(
            "Tonnages of the Middle Corridor, the New Silk Road and the "
            "Baku–Tbilisi–Kars railway, million tonnes, {places}"
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
            _(
                "These numbers come from separate passages of the source; do not add "
                "or compare them."
            ),
            *others_note,
            *conflict_notes(flat(groups), dataset=dataset, language=language),
            *own_notes(flat(groups), language),
            *filter_notes(subjects, dataset=dataset, filters=filters, language=language),
        ),
        alternative_text=_(
            "A point for each tonnage: circles for amounts carried, squares for "
            "capacities, diamonds for targets and expectations."
        ),
    )


PUBLIC = Counterparts(
    of=(
        ("carried", CORRIDOR),
        ("capacity", CORRIDOR),
        ("carried", "btk"),
        ("capacity", "btk"),
    ),
    unit="Mt",
)

FIGURES: Mapping[str, Builder] = MappingProxyType(
    {"corridor_volumes": beside(corridor_volumes, PUBLIC)}
)
