"""Comparison of corridors: length, time, share of containers, use."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from components.charts.grid import GridSize, cell_matrix
from components.charts.rows import CellRow
from components.figures.figure import Builder, Figure
from components.figures.highlights import Subject, filter_notes, opacities, subject_of
from components.figures.leads import Lead, with_other_values
from components.figures.paragraph_notes import own_notes
from components.figures.public_rows import with_public_values
from components.figures.single_values import (
    entry_table,
    facts,
    longest,
    narrow,
    origins_of,
    tip,
)
from components.figures.source_texts import Told
from components.figures.warnings import conflict_notes, notable_conflicts
from components.page.tokens import THEMES
from components.text.amounts import amount_in_sentence, amount_text, percent
from components.text.names import in_sentence, later, nothing_printed, wrapped
from components.text.places import as_printed_in
from data.choice.parameters import Filters
from data.choice.source_parameters import LAID_OVER
from data.evidence.findings import WHOLE
from data.evidence.public_catalogue import route_values
from data.evidence.public_record import PublicValue
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset

CORRIDOR, NORTHERN, SEA = "middle-corridor", "northern-corridor", "china-europe-sea-route"

FALLBACK_ORIGIN = "s2_2"
"""Section on the corridors, used as origin if the tables have no value."""


COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        CORRIDOR: later("Middle Corridor"),
        NORTHERN: later("Northern Corridor"),
        SEA: later("Sea route"),
    }
)


@dataclass(frozen=True)
class Measure:
    """A row of the comparison: an indicator, its untranslated name, and whether it is a difference.

    A difference is shown in the column of the route that the Middle Corridor is compared with.
    """

    indicator: str
    name: str
    difference: bool = False


AGAINST: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("distance_saving", NORTHERN): later(
            "Distance saved on the Middle Corridor against the Northern Corridor"
        ),
        ("distance_saving", SEA): later(
            "Distance saved on the Middle Corridor against the sea route"
        ),
        ("transit_days_saving", NORTHERN): later(
            "Time saved on the Middle Corridor against the Northern Corridor"
        ),
        ("transit_days_saving", SEA): later(
            "Time saved on the Middle Corridor against the sea route"
        ),
    }
)
"""Names of the differences by indicator and the route compared with."""

LENGTH = "length"

MEASURES = (
    Measure(LENGTH, later("Length")),
    Measure("distance_saving", later("Distance saved on the Middle Corridor"), difference=True),
    Measure("transit_days_saving", later("Time saved on the Middle Corridor"), difference=True),
    Measure("share_of_containers", later("Share of containers from China to Europe")),
    Measure("use_decline", later("Fall in use since the start of the Russia–Ukraine war")),
)

PRINTED_STRENGTH = 0.3
CELL_CHARACTERS = 10
"""Greatest line length in a cell, in characters, for three columns on a phone."""


def _cell_name(measure: Measure, route: str, language: Language) -> str:
    """Return what a cell measures: a difference names both routes."""
    _ = language.gettext
    if measure.difference:
        return _(AGAINST[measure.indicator, route])
    column = _(COLUMNS[route])
    # The corridors have proper names.
    return f"{_(measure.name)}: {in_sentence(column, language) if route == SEA else column}"


def _compared(dataset: Dataset) -> dict[tuple[Measure, str], tuple[Value, ...]]:
    """Return the printed values of each measure and route."""
    found: dict[tuple[Measure, str], tuple[Value, ...]] = {}
    for measure in MEASURES:
        for entry in facts(dataset, {measure.indicator}):
            route = entry.quantity[2 if measure.difference else 1]
            if route in COLUMNS and (not measure.difference or entry.quantity[1] == CORRIDOR):
                found[measure, route] = (*found.get((measure, route), ()), entry)
    return found


def _comparison_headline(
    compared: Mapping[tuple[Measure, str], tuple[Value, ...]],
    *,
    dataset: Dataset,
    language: Language,
) -> Lead:
    _ = language.gettext
    written = {
        (measure.indicator, route): amount_in_sentence(
            entries[0], dataset=dataset, language=language
        )
        for (measure, route), entries in compared.items()
    }
    needed = {
        "distance": ("distance_saving", NORTHERN),
        "days": ("transit_days_saving", NORTHERN),
        "sea_days": ("transit_days_saving", SEA),
    }
    if not set(needed.values()) <= written.keys():
        return Lead(headline=nothing_printed(language))
    saying = _(
        "The Middle Corridor is {distance:form} shorter and {days:form} faster than the Northern "
        "Corridor, and {sea_days:form} faster than the sea route"
    )
    stated = [
        entries[0]
        for (measure, route), entries in compared.items()
        if (measure.indicator, route) in needed.values()
    ]
    return with_other_values(
        saying.format(**{name: written[key] for name, key in needed.items()}),
        stated,
        dataset=dataset,
        language=language,
    )


def _comparison_notes(
    compared: Mapping[tuple[Measure, str], tuple[Value, ...]],
    whole: Sequence[Value],
    *,
    dataset: Dataset,
    language: Language,
) -> tuple[str, ...]:
    _ = language.gettext
    notes = [
        _(
            "Distances and times are given as differences; lengths and times "
            "that the source does not give are not computed from them."
        )
    ]
    shares = [
        entry.value or 0.0
        for (measure, _route), entries in compared.items()
        for entry in entries[:1]
        if measure.indicator == "share_of_containers"
    ]
    if shares:
        saying = (
            _(
                "The shares of containers add up to {total} (computed), which leaves "
                "no share for the Middle Corridor."
            )
            if sum(shares) >= WHOLE
            else _("The shares of containers add up to {total} (computed).")
        )
        notes.append(saying.format(total=percent(sum(shares), language)))
    notes += [
        _("From China to Europe in all: {amount} (paragraph {paragraph}).").format(
            amount=amount_text(entry, dataset=dataset, language=language),
            paragraph=entry.paragraph,
        )
        for entry in whole
    ]
    return tuple(notes)


def _public_lengths(dataset: Dataset) -> Iterator[PublicValue]:
    """Yield the length of each compared route in the public record, where it has one."""
    for value in route_values(dataset):
        if value.indicator == LENGTH and value.entity in COLUMNS:
            yield value


def _public_cells(
    values: Sequence[PublicValue], heads: Mapping[str, str], told: Told
) -> list[CellRow]:
    """Return a row of cells with the lengths in the public record."""
    _ = told.language.gettext
    name = _("Length in public data")
    return [
        {
            "category": wrapped(name),
            "position": len(MEASURES),
            "column": heads[value.entity],
            "column_position": list(COLUMNS).index(value.entity),
            "series": "",
            "text": narrow(
                amount_text(value, dataset=told.dataset, language=told.language), CELL_CHARACTERS
            ),
            "strength": 0.0,
            "marked": False,
            "warning": False,
            "opacity": 1.0,
            "tip_title": f"{name}: {_(COLUMNS[value.entity])}",
            "tip": told.tip(value),
        }
        for value in values
    ]


def corridor_comparison(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return a figure comparing the Middle Corridor, the Northern Corridor and the sea route."""
    _ = language.gettext
    compared = _compared(dataset)
    whole = facts(dataset, {"containers"}, entity="CN", counterpart="EU")
    cells = [
        (measure, route)
        for measure in MEASURES
        for route in COLUMNS
        if not (measure.difference and route == CORRIDOR)
    ]
    subjects = [
        subject_of(compared[cell]) if cell in compared else Subject(frozenset({cell[1]}))
        for cell in cells
    ]
    shades = opacities(subjects, dataset=dataset, filters=filters)
    heads = {route: narrow(_(name)) for route, name in COLUMNS.items()}
    missing = _("not given")
    rows: list[CellRow] = []
    for (measure, route), opacity in zip(cells, shades, strict=True):
        entries = compared.get((measure, route), ())
        texts = [amount_text(entry, dataset=dataset, language=language) for entry in entries]
        rows.append(
            {
                "category": wrapped(_(measure.name)),
                "position": MEASURES.index(measure),
                "column": heads[route],
                "column_position": list(COLUMNS).index(route),
                "series": language.capital(_("printed")),
                "text": "\n".join(
                    narrow(text, CELL_CHARACTERS) for text in dict.fromkeys(texts or [missing])
                ),
                "strength": PRINTED_STRENGTH if entries else 0.0,
                "marked": False,
                "warning": bool(notable_conflicts(entries, dataset)),
                "opacity": opacity,
                "tip_title": _cell_name(measure, route, language),
                "tip": tip(entries, dataset=dataset, language=language) if entries else missing,
            }
        )
    shown = filters.record == LAID_OVER
    told = Told(dataset, filters, language)
    public = tuple(_public_lengths(dataset)) if shown else ()
    rows += _public_cells(public, heads, told)
    entries = (*(entry for cell in cells for entry in compared.get(cell, ())), *whole)
    origins = origins_of(entries, FALLBACK_ORIGIN)
    lead = _comparison_headline(compared, dataset=dataset, language=language)
    figure = Figure(
        id="corridor_comparison",
        headline=lead.headline,
        finding=lead.finding,
        subtitle=_("Corridors from China to Europe: length, time and use, {places}").format(
            places=as_printed_in(origins, dataset=dataset, language=language)
        ),
        form=cell_matrix(
            language=language,
            series=((language.capital(_("printed")), THEMES["transport"]),),
            size=GridSize(
                rows=len({row["position"] for row in rows}),
                lines=longest(text for row in rows for text in (row["category"], row["text"])),
                header_lines=longest(heads.values()),
            ),
        ),
        rows=rows,
        make_table=lambda: entry_table(entries, language),
        origins=origins,
        notes=(
            *_comparison_notes(compared, whole, dataset=dataset, language=language),
            *conflict_notes(entries, dataset=dataset, language=language),
            *own_notes(entries, language),
            *filter_notes(subjects, dataset=dataset, filters=filters, language=language),
        ),
        alternative_text=_(
            "A grid of measures and routes: each cell has the number given in "
            "the source or says that none is given."
        ),
    )
    note = _(
        "The last row is public data, not from the dissertation. The headline does not use public "
        "data."
    )
    return with_public_values(figure, public, told, notes=(note,)) if shown else figure


FIGURES: Mapping[str, Builder] = MappingProxyType({"corridor_comparison": corridor_comparison})
"""Figures of the comparison of corridors."""
