"""Figure of oil and gas reserves, and of the fields named for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypedDict

from components.charts.grid import GridSize, cell_matrix
from components.charts.rows import CellRow
from components.figures.figure import Builder, Figure
from components.figures.highlights import Subject, filter_notes, opacities, subject_of
from components.figures.leads import with_other_values
from components.figures.paragraph_notes import own_notes
from components.figures.single_values import (
    TABLE4,
    Group,
    cell_entry,
    contradicted,
    each_printing,
    entry_table,
    facts,
    first_qualified,
    grouped,
    longest,
    narrow,
    origins_of,
    printings,
    table4_cells,
    tip,
)
from components.figures.stakes import HOME, PALEST, STRONGEST
from components.page.tokens import THEMES
from components.text.amounts import amount_text, number_text
from components.text.lists import clauses
from components.text.names import in_sentence, nothing_printed, wrapped
from components.text.places import as_printed_in, place_text
from data.choice.parameters import Filters
from data.evidence.names import label_of
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset

COLUMN_CHARACTERS = 14
"""Greatest line length in the head of two columns, in characters."""


class _Column(TypedDict):
    """What all cells of a column share."""

    column: str
    column_position: int
    series: str
    opacity: float


@dataclass(frozen=True)
class Reserve:
    """Oil or gas: its name in Table 4, its printed reserves, and its fields."""

    name: str
    groups: tuple[Group, ...]
    words: Value | None
    fields: tuple[str, ...]

    @property
    def entries(self) -> Group:
        """Return all its printed values."""
        numbers = tuple(entry for group in self.groups for entry in group)
        return (*numbers, self.words) if self.words else numbers


def _resources(dataset: Dataset, language: Language) -> tuple[Reserve, ...]:
    reserves = facts(dataset, {"oil_reserves", "gas_reserves"}, entity=HOME)
    names, fields = table4_cells(dataset, "resource"), table4_cells(dataset, "fields")
    found = []
    for row, cell in table4_cells(dataset, "volume").items():
        own = printings(cell, reserves, dataset)
        name = names.get(row, cell)
        if own:
            named = fields.get(row)
            found.append(
                Reserve(
                    name=name[language.column("text")],
                    groups=grouped(own),
                    words=cell_entry(named, name, ("main_fields", HOME, ""), subject=own[0].subject)
                    if named
                    else None,
                    fields=tuple(named["covered_by"].split(";")) if named else (),
                )
            )
    return tuple(found)


def _reserve_cells(
    resources: Sequence[Reserve], *, dataset: Dataset, language: Language
) -> tuple[list[CellRow], list[Subject]]:
    """Return the cells of the grid without their opacity, and what each is about."""
    _ = language.gettext
    head, named = _("Reserves"), _("named")
    order = list(dict.fromkeys(code for resource in resources for code in resource.fields))
    rows: list[CellRow] = []
    subjects: list[Subject] = []
    for place, resource in enumerate(resources):
        own = tuple(entry for group in resource.groups for entry in group)
        unit = label_of(dataset, "units", own[0].unit, language, "symbol")
        column: _Column = {
            "column": narrow(f"{resource.name}, {unit}", COLUMN_CHARACTERS),
            "column_position": place,
            "series": head,
            "opacity": 1.0,
        }
        numbers = [
            each_printing(group, [number_text(entry, language) for entry in group], language, "\n")
            for group in resource.groups
        ]
        rows.append(
            {
                **column,
                "category": head,
                "position": 0,
                "text": "\n".join(numbers),
                "strength": STRONGEST,
                "marked": True,
                "warning": contradicted(own, dataset),
                "tip_title": own[0].name(language),
                "tip": tip(own, dataset=dataset, language=language),
            }
        )
        subjects.append(subject_of(own))
        words = resource.words
        if words is None:
            continue
        for code in resource.fields:
            rows.append(
                {
                    **column,
                    "category": wrapped(label_of(dataset, "routes", code, language)),
                    "position": 1 + order.index(code),
                    "text": named,
                    "strength": PALEST,
                    "marked": False,
                    "warning": False,
                    "tip_title": f"{resource.name}: {words.note(language)}",
                    "tip": place_text(words, dataset=dataset, language=language),
                }
            )
            subjects.append(Subject(frozenset({code}), subject_of(own).sectors))
    return rows, subjects


def _field_notes(resources: Sequence[Reserve], language: Language) -> tuple[str, ...]:
    saying = language.gettext("{resource}, main fields: {fields} (paragraph {paragraph}).")
    return tuple(
        saying.format(
            resource=resource.name,
            fields=resource.words.note(language),
            paragraph=resource.words.paragraph,
        )
        for resource in resources
        if resource.words
    )


def oil_gas_reserves(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return a figure of the printed reserves of oil and gas, without a common scale."""
    _ = language.gettext
    resources = _resources(dataset, language)
    cells, subjects = _reserve_cells(resources, dataset=dataset, language=language)
    shades = opacities(subjects, dataset=dataset, filters=filters)
    rows: list[CellRow] = [
        {**cell, "opacity": opacity} for cell, opacity in zip(cells, shades, strict=True)
    ]
    entries = tuple(entry for resource in resources for entry in resource.entries)
    origins = origins_of(entries, TABLE4)
    amounts = clauses(
        _("{resource}, {amount}").format(
            resource=in_sentence(resource.name, language),
            amount=amount_text(seen, dataset=dataset, language=language),
        )
        for resource in resources
        for seen in map(first_qualified, resource.groups)
    )
    lead = with_other_values(
        _("Reserves of Kazakhstan as printed: {amounts}").format(amounts=amounts),
        (entry for resource in resources for group in resource.groups for entry in group),
        dataset=dataset,
        language=language,
    )
    return Figure(
        id="oil_gas_reserves",
        headline=lead.headline if resources else nothing_printed(language),
        finding=lead.finding,
        subtitle=_("Reserves in the units of the source, and main fields, {places}").format(
            places=as_printed_in(origins, dataset=dataset, language=language)
        ),
        form=cell_matrix(
            language=language,
            series=((_("Reserves"), THEMES["energy"]),),
            size=GridSize(
                rows=max(len({row["category"] for row in rows}), 1),
                lines=longest(text for row in rows for text in (row["category"], row["text"])),
                header_lines=longest(row["column"] for row in rows),
            ),
        ),
        rows=rows,
        make_table=lambda: entry_table(entries, language),
        origins=origins,
        notes=(
            _(
                "Barrels and cubic metres have no common scale, so the chart has "
                "numbers instead of bars."
            ),
            *_field_notes(resources, language),
            *own_notes((entry for entry in entries if entry.table == "facts"), language),
            *filter_notes(subjects, dataset=dataset, filters=filters, language=language),
        ),
        alternative_text=_(
            "A grid with the reserves of oil and of gas in its first row and the fields named for "
            "each below."
        ),
    )


FIGURES: Mapping[str, Builder] = MappingProxyType({"oil_gas_reserves": oil_gas_reserves})
