"""Figure of ownership stakes by project and company."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from components.charts.grid import GridSize, cell_matrix
from components.charts.rows import CellRow
from components.figures.figure import Builder, Figure
from components.figures.highlights import Subject, filter_notes, opacities, subject_of
from components.figures.leads import Lead, with_other_values
from components.figures.paragraph_notes import own_notes
from components.figures.public_rows import with_public_values
from components.figures.public_stakes import public_cells
from components.figures.single_values import (
    Group,
    contradicted,
    entry_table,
    longest,
    narrow,
    origins_of,
    parts,
    tip,
)
from components.figures.source_texts import Told
from components.page.tokens import NEUTRAL, TURKIYE
from components.text.amounts import number_text, percent
from components.text.lists import alternatives, apposed, listed, paragraph_mark
from components.text.names import later, name_in_sentence, nothing_printed, wrapped
from components.text.places import as_printed_in
from data.choice.parameters import Filters
from data.choice.source_parameters import LAID_OVER
from data.evidence.catalogue import catalogue
from data.evidence.findings import ALTERNATIVE
from data.evidence.names import label_of
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset

HOME, TURKISH = "KZ", "TR"
"""Country codes."""

PALEST, STRONGEST = 0.12, 0.5
"""Background opacity of the smallest and the largest value; text is legible on both."""

SHORT_PROJECTS: Mapping[str, str] = MappingProxyType(
    {
        "contract-of-the-century": later("ACG, 1994"),
        "btc": later("BTC"),
        "shah-deniz": later("Shah Deniz"),
        "tanap": later("TANAP"),
    }
)
"""Short names of projects, for column heads."""


@dataclass(frozen=True)
class Stake:
    """Stake of one company in one project, with all its printings."""

    project: str
    holder: str
    name: str
    country: str
    entries: Group
    only_in_text: bool

    @property
    def size(self) -> float:
        """Largest printed value."""
        return max(entry.value or 0.0 for entry in self.entries)


def _stakes(dataset: Dataset, language: Language) -> tuple[Stake, ...]:
    """Return all stakes, Türkiye’s first; contradicting printings of a stake are combined."""
    rows = dataset.table("ownership")
    names = dict(zip(rows["holder"], rows[language.column("holder_name")], strict=True))
    countries = dict(zip(rows["holder"], rows["holder_country"], strict=True))
    cells: dict[tuple[str, str], list[Value]] = {}
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
    """Return the subject of a stake, with the sectors of its project."""
    own = subject_of(stake.entries)
    sectors = dataset.texts("routes", "sectors").get(stake.project, "")
    return Subject(frozenset({stake.project}), own.sectors | parts(sectors), own.years)


def _stake_text(stake: Stake, language: Language) -> str:
    """Return the printed values of a stake, one per line, with the paragraph of an unclear one."""
    values = list(dict.fromkeys(number_text(entry, language) for entry in stake.entries))
    if stake.only_in_text:
        values.append(paragraph_mark(stake.entries[0].paragraph, language))
    return "\n".join(values)


def _stake_headline(stakes: Sequence[Stake], *, dataset: Dataset, language: Language) -> Lead:
    _ = language.gettext
    own = [stake for stake in stakes if stake.country == TURKISH]
    if not own:
        return Lead(headline=nothing_printed(language))
    largest = max(own, key=lambda stake: stake.size)
    values = list(dict.fromkeys(number_text(entry, language) for entry in largest.entries))
    held, every = ({stake.project for stake in found} for found in (own, stakes))
    least = min(entry.value or 0.0 for entry in largest.entries)
    saying = (
        _("Turkish companies hold stakes in {count} of {total} projects")
        if held != every
        else _("Turkish companies hold stakes in all {total} projects")
        if len(every) > 1
        else _("Turkish companies hold stakes in the only project")
    )
    statement = saying.format(count=language.number(len(held)), total=language.number(len(every)))
    most = _("The largest: {shares}, {holder}, {project}.").format(
        project=name_in_sentence(label_of(dataset, "routes", largest.project, language), language),
        holder=largest.name,
        shares=alternatives(values, language),
    )
    lead = with_other_values(
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
    return replace(lead, finding=" ".join(filter(None, (most, lead.finding))))


def _sums_note(stakes: Sequence[Stake], *, dataset: Dataset, language: Language) -> str:
    """Return a note with the sum of the stakes in each project; empty without stakes."""
    sums: dict[str, float] = {}
    for stake in stakes:
        if not stake.only_in_text:
            first = stake.entries[0].value or 0.0
            sums[stake.project] = round(sums.get(stake.project, 0.0) + first, 2)
    totals = [
        f"{name_in_sentence(label_of(dataset, 'routes', project, language), language)} "
        f"{percent(total, language)}"
        for project, total in sums.items()
    ]
    if not totals:
        return ""
    return language.gettext(
        "Sum of the first stake given for each shareholder, computed: {sums}. "
        "Shareholders with the remaining stakes are not named."
    ).format(sums=listed(totals, language))


def project_stakes(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return a figure of ownership stakes by project and company."""
    _ = language.gettext
    stakes = _stakes(dataset, language)
    subjects = [_stake_subject(stake, dataset) for stake in stakes]
    shades = opacities(subjects, dataset=dataset, filters=filters)
    own, others = _("Türkiye (outlined)"), _("Other shareholders")
    holders = list(dict.fromkeys(stake.holder for stake in stakes))
    projects = list(dict.fromkeys(str(code) for code in dataset.table("ownership")["project"]))
    largest = max((stake.size for stake in stakes), default=1.0) or 1.0
    heads = {project: narrow(_project(project, dataset, language)) for project in projects}
    rows: list[CellRow] = [
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
            "tip_title": apposed(
                (
                    stake.name,
                    name_in_sentence(
                        label_of(dataset, "routes", stake.project, language), language
                    ),
                )
            ),
            "tip": tip(stake.entries, dataset=dataset, language=language),
        }
        for stake, opacity in zip(stakes, shades, strict=True)
    ]
    shown = filters.record == LAID_OVER
    told = Told(dataset, filters, language)
    public, values = public_cells(heads, holders, told) if shown else ([], ())
    rows += public
    entries = tuple(entry for stake in stakes for entry in stake.entries)
    origins = origins_of(entries, "table3")
    notes = [
        _("A cell without a number means that no stake is given."),
        _sums_note(stakes, dataset=dataset, language=language),
    ]
    if any(contradicted(stake.entries, dataset) for stake in stakes):
        warning = _(
            "A warning sign marks values that the source contradicts; the cell "
            "has both numbers. Shareholders named only in the text have rows of "
            "their own, with the paragraph."
        )
        notes.insert(0, warning)
    lead = _stake_headline(stakes, dataset=dataset, language=language)
    figure = Figure(
        id="project_stakes",
        headline=lead.headline,
        finding=lead.finding,
        subtitle=_("Stakes of companies in projects, per cent, {places}").format(
            places=as_printed_in(origins, dataset=dataset, language=language)
        ),
        form=cell_matrix(
            language=language,
            series=((own, TURKIYE), (others, NEUTRAL)),
            size=GridSize(
                rows=max(len({row["position"] for row in rows}), 1),
                lines=longest(text for row in rows for text in (row["category"], row["text"])),
                header_lines=longest(heads.values()),
            ),
        ),
        rows=rows,
        make_table=lambda: entry_table(entries, language),
        origins=origins,
        notes=(
            *filter(None, notes),
            *own_notes(entries, language),
            *filter_notes(subjects, dataset=dataset, filters=filters, language=language),
        ),
        alternative_text=_(
            "A grid of companies and projects with the percentage in each cell; the cells of "
            "companies of Türkiye are outlined."
        ),
    )
    note = _(
        "Rows of public data are in italics and come from outside the dissertation, each stake "
        "with its year; shareholders whom only they name stand below. The headline does not use "
        "public data."
    )
    return with_public_values(figure, values, told, notes=(note,)) if shown else figure


FIGURES: Mapping[str, Builder] = MappingProxyType({"project_stakes": project_stakes})
