"""Figures of ownership and reserves: who holds how much of what, and what lies below ground."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from components.charts.grid import cell_matrix
from components.charts.palette import NEUTRAL, THEMES, TURKIYE
from components.disagreement import with_other_values
from components.emphasis import Subject, filter_notes, opacities, subject_of
from components.figure import Builder, Figure
from components.measured import (
    PARAGRAPH,
    TABLE4,
    Group,
    cautious,
    cell_entry,
    contradicted,
    each_printing,
    entry_table,
    facts,
    grouped,
    longest,
    narrow,
    origins_of,
    own_notes,
    parts,
    printings,
    table4_cells,
    tip,
)
from components.wording import (
    amount_text,
    as_printed_in,
    label_of,
    later,
    nothing_printed,
    number_text,
    percent,
    place_text,
    wrapped,
)
from components.yearly import Row
from data.audit import ALTERNATIVE
from data.catalogue import Entry, catalogue
from data.dataset import Dataset
from data.filters import Filters
from data.languages import Language

HOME, TURKISH = "KZ", "TR"
"""Codes of countries, as the tables have them."""

PALEST, STRONGEST = 0.12, 0.5
"""Opacity of the ground of the smallest and the largest value; text stays legible on both."""

SHORT_PROJECTS: Mapping[str, str] = MappingProxyType(
    {
        "contract-of-the-century": later("ACG, 1994"),
        "btc": later("BTC"),
        "shah-deniz": later("Shah Deniz"),
        "tanap": later("TANAP"),
    }
)
"""Names of projects short enough for the head of a column."""


@dataclass(frozen=True)
class Stake:
    """What one company holds in one project, as often as it is printed."""

    project: str
    holder: str
    name: str
    country: str
    entries: Group
    only_in_text: bool

    @property
    def size(self) -> float:
        """Return the largest printed value."""
        return max(entry.value or 0.0 for entry in self.entries)


def _stakes(dataset: Dataset, language: Language) -> tuple[Stake, ...]:
    """Return every stake, Türkiye’s first; a second figure stands with the first."""
    rows = dataset.table("ownership")
    names = dict(zip(rows["holder"], rows[language.column("holder_name")], strict=True))
    countries = dict(zip(rows["holder"], rows["holder_country"], strict=True))
    cells: dict[tuple[str, str], list[Entry]] = {}
    for entry in catalogue(dataset):
        if entry.table == "ownership":
            project, holder = entry.quantity[1:3]
            cells.setdefault((project, holder.removesuffix(ALTERNATIVE)), []).append(entry)
    tabled = {
        project
        for (project, _holder), own in cells.items()
        if any(entry.origin.startswith("table") for entry in own)
    }
    stakes = [
        Stake(
            project=project,
            holder=holder,
            name=str(names.get(holder, own[0].name(language))),
            country=str(countries.get(holder, "")),
            entries=tuple(own),
            only_in_text=project in tabled
            and not any(entry.origin.startswith("table") for entry in own),
        )
        for (project, holder), own in cells.items()
    ]
    sizes: dict[str, list[float]] = {}
    for stake in stakes:
        sizes.setdefault(stake.holder, []).append(stake.size)
    stakes.sort(
        key=lambda stake: (
            stake.country != TURKISH,
            stake.only_in_text,
            -len(sizes[stake.holder]),
            -max(sizes[stake.holder]),
        )
    )
    return tuple(stakes)


def _project(code: str, dataset: Dataset, language: Language) -> str:
    if code in SHORT_PROJECTS:
        return language.gettext(SHORT_PROJECTS[code])
    return label_of(dataset, "routes", code, language)


def _stake_subject(stake: Stake, dataset: Dataset) -> Subject:
    """Return what a stake is about; it has the sectors of its project."""
    own = subject_of(stake.entries)
    sectors = dataset.texts("routes", "sectors").get(stake.project, "")
    return Subject(frozenset({stake.project}), own.sectors | parts(sectors), own.years)


def _stake_text(stake: Stake, language: Language) -> str:
    """Write each printed value of a stake on its line, and the paragraph of an unclear holder."""
    values = list(dict.fromkeys(number_text(entry, language) for entry in stake.entries))
    if stake.only_in_text:
        values.append(f"{PARAGRAPH}{stake.entries[0].paragraph}")
    return "\n".join(values)


def _stake_headline(stakes: Sequence[Stake], *, dataset: Dataset, language: Language) -> str:
    _ = language.gettext
    own = [stake for stake in stakes if stake.country == TURKISH]
    if not own:
        return nothing_printed(language)
    largest = max(own, key=lambda stake: stake.size)
    values = dict.fromkeys(number_text(entry, language) for entry in largest.entries)
    least = min(entry.value or 0.0 for entry in largest.entries)
    statement = _(
        "Türkiye’s companies hold stakes in {count} of {total} projects, the largest in {project}: "
        "{holder}, printed as {shares}"
    ).format(
        count=language.number(len({stake.project for stake in own})),
        total=language.number(len({stake.project for stake in stakes})),
        project=label_of(dataset, "routes", largest.project, language),
        holder=largest.name,
        shares=language.enumerate(values),
    )
    return with_other_values(
        statement,
        largest.entries,
        overtaking=[
            entry
            for stake in own
            if stake is not largest
            for entry in stake.entries
            if (entry.value or 0.0) > least
        ],
        dataset=dataset,
        language=language,
    )


def _sums_note(stakes: Sequence[Stake], *, dataset: Dataset, language: Language) -> str:
    """Say what the first figures of each project add up to."""
    sums: dict[str, float] = {}
    for stake in stakes:
        if not stake.only_in_text:
            first = stake.entries[0].value or 0.0
            sums[stake.project] = round(sums.get(stake.project, 0.0) + first, 2)
    listed = language.enumerate(
        f"{label_of(dataset, 'routes', project, language)} {percent(total, language)}"
        for project, total in sums.items()
    )
    return language.gettext(
        "First figures added up, computed: {sums}. Holders of what is missing are not printed."
    ).format(sums=listed)


def project_stakes(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Show which company holds how much of which project."""
    _ = language.gettext
    stakes = _stakes(dataset, language)
    subjects = [_stake_subject(stake, dataset) for stake in stakes]
    shades = opacities(subjects, dataset=dataset, filters=filters)
    own, others = _("Türkiye (outlined)"), _("other holders")
    holders = list(dict.fromkeys(stake.holder for stake in stakes))
    projects = list(dict.fromkeys(str(code) for code in dataset.table("ownership")["project"]))
    largest = max((stake.size for stake in stakes), default=1.0) or 1.0
    heads = {project: narrow(_project(project, dataset, language)) for project in projects}
    rows = [
        {
            "category": wrapped(stake.name),
            "position": holders.index(stake.holder),
            "column": heads[stake.project],
            "column_position": projects.index(stake.project),
            "series": own if stake.country == TURKISH else others,
            "text": _stake_text(stake, language),
            "strength": PALEST + (STRONGEST - PALEST) * stake.size / largest,
            "marked": stake.country == TURKISH,
            "warning": contradicted(stake.entries, dataset),
            "opacity": opacity,
            "tip_title": f"{stake.name}, {label_of(dataset, 'routes', stake.project, language)}",
            "tip": tip(stake.entries, dataset=dataset, language=language),
        }
        for stake, opacity in zip(stakes, shades, strict=True)
    ]
    entries = tuple(entry for stake in stakes for entry in stake.entries)
    origins = origins_of(entries, "table3")
    notes = [
        _("A cell without a number means that no stake is printed there."),
        _sums_note(stakes, dataset=dataset, language=language),
    ]
    if any(contradicted(stake.entries, dataset) for stake in stakes):
        warning = _(
            "A warning sign marks values that the source contradicts; both figures stand in the "
            "cell. Holders that only the text names have rows of their own, with the paragraph."
        )
        notes.insert(0, warning)
    return Figure(
        id="project_stakes",
        headline=_stake_headline(stakes, dataset=dataset, language=language),
        subtitle=_("Stakes of companies in projects, per cent, {places}").format(
            places=as_printed_in(origins, dataset=dataset, language=language)
        ),
        form=cell_matrix(
            language=language,
            series=((own, TURKIYE), (others, NEUTRAL)),
            rows=max(len(holders), 1),
            lines=max(longest(str(row[text]) for row in rows) for text in ("category", "text")),
            header_lines=longest(heads.values()),
        ),
        rows=rows,
        make_table=lambda: entry_table(entries, language),
        origins=origins,
        notes=(
            *notes,
            *own_notes(entries, language),
            *filter_notes(subjects, dataset=dataset, filters=filters, language=language),
        ),
        alternative_text=_(
            "A grid of companies and projects with the percentage in each cell; the cells of "
            "companies of Türkiye are outlined."
        ),
    )


# Reserves


COLUMN_CHARACTERS = 14
"""Longest line at the head of one of two columns."""


@dataclass(frozen=True)
class Resource:
    """What lies below ground, as Table 4 names it: its printings and its fields."""

    name: str
    groups: tuple[Group, ...]
    words: Entry | None
    fields: tuple[str, ...]

    @property
    def entries(self) -> Group:
        """Return everything printed of it."""
        numbers = tuple(entry for group in self.groups for entry in group)
        return (*numbers, self.words) if self.words else numbers


def _resources(dataset: Dataset, language: Language) -> tuple[Resource, ...]:
    reserves = facts(dataset, {"oil_reserves", "gas_reserves"}, entity=HOME)
    names, fields = table4_cells(dataset, "resource"), table4_cells(dataset, "fields")
    found = []
    for row, cell in table4_cells(dataset, "volume").items():
        own = printings(cell, reserves, dataset)
        name = names.get(row, cell)
        if own:
            named = fields.get(row)
            found.append(
                Resource(
                    name=name[language.column("text")],
                    groups=grouped(own),
                    words=cell_entry(named, name, ("main_fields", HOME, "")) if named else None,
                    fields=tuple(named["covered_by"].split(";")) if named else (),
                )
            )
    return tuple(found)


def _reserve_cells(
    resources: Sequence[Resource], *, dataset: Dataset, language: Language
) -> tuple[list[Row], list[Subject]]:
    """Return the cells of the grid without their opacity, and what each is about."""
    _ = language.gettext
    head, named = _("Reserves"), _("named")
    order = list(dict.fromkeys(code for resource in resources for code in resource.fields))
    rows: list[Row] = []
    subjects: list[Subject] = []
    for place, resource in enumerate(resources):
        own = tuple(entry for group in resource.groups for entry in group)
        unit = label_of(dataset, "units", own[0].unit, language, "symbol")
        column = {
            "column": narrow(f"{resource.name}, {unit}", COLUMN_CHARACTERS),
            "column_position": place,
            "series": head,
        }
        numbers = [
            each_printing(group, [number_text(entry, language) for entry in group], "\n")
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


def _field_notes(resources: Sequence[Resource], language: Language) -> tuple[str, ...]:
    saying = language.gettext("{resource}, main fields: {fields} (¶ {paragraph}).")
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
    """Show the printed reserves of oil and gas side by side, without a common scale."""
    _ = language.gettext
    resources = _resources(dataset, language)
    cells, subjects = _reserve_cells(resources, dataset=dataset, language=language)
    shades = opacities(subjects, dataset=dataset, filters=filters)
    rows = [{**cell, "opacity": opacity} for cell, opacity in zip(cells, shades, strict=True)]
    entries = tuple(entry for resource in resources for entry in resource.entries)
    origins = origins_of(entries, TABLE4)
    amounts = " · ".join(
        f"{resource.name}: {amount_text(cautious(group), dataset=dataset, language=language)}"
        for resource in resources
        for group in resource.groups
    )
    headline = with_other_values(
        _("Reserves of Kazakhstan as printed – {amounts}").format(amounts=amounts),
        (entry for resource in resources for group in resource.groups for entry in group),
        dataset=dataset,
        language=language,
    )
    return Figure(
        id="oil_gas_reserves",
        headline=headline if resources else nothing_printed(language),
        subtitle=_("Reserves in the units printed, and the main fields named, {places}").format(
            places=as_printed_in(origins, dataset=dataset, language=language)
        ),
        form=cell_matrix(
            language=language,
            series=((_("Reserves"), THEMES["energy"]),),
            rows=max(len({row["category"] for row in rows}), 1),
            lines=max(
                (longest(row[text] for row in rows) for text in ("category", "text")), default=1
            ),
            header_lines=longest(row["column"] for row in rows),
        ),
        rows=rows,
        make_table=lambda: entry_table(entries, language),
        origins=origins,
        notes=(
            _("Barrels and cubic metres have no scale in common, so no lengths are compared."),
            *_field_notes(resources, language),
            *own_notes((entry for entry in entries if entry.table == "facts"), language),
            *filter_notes(subjects, dataset=dataset, filters=filters, language=language),
        ),
        alternative_text=_(
            "A grid with the reserves of oil and of gas in its first row and the fields named for "
            "each below."
        ),
    )


FIGURES: Mapping[str, Builder] = MappingProxyType(
    {"project_stakes": project_stakes, "oil_gas_reserves": oil_gas_reserves}
)
