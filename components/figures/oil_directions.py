"""Figure of the shares of oil exports by direction."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from components.figures.fact_bars import (
    CHINA,
    ENERGY,
    HOME,
    RUSSIA,
    Bar,
    bar_form,
    bar_notes,
    bar_rows,
    has_only_text,
)
from components.figures.figure import Builder, Figure
from components.figures.leads import Lead, with_other_values
from components.figures.public_rows import Counterparts, beside
from components.figures.single_values import (
    TABLE4,
    Group,
    cell_entry,
    entry_table,
    facts,
    first_qualified,
    flat,
    grouped,
    origins_of,
    parts,
    printings,
    size_of,
    table4_cells,
)
from components.page.tokens import NEUTRAL
from components.text.amounts import number_text, percent
from components.text.lists import paragraph_mark, paragraphs_text
from components.text.names import later, nothing_printed, wrapped
from components.text.places import as_printed_in
from data.choice.parameters import Filters
from data.evidence.findings import WHOLE
from data.evidence.public_catalogue import OIL_SHARE, oil_shares
from data.language.languages import Language
from data.load.dataset import Dataset


def _share_bars(dataset: Dataset, language: Language) -> tuple[Bar, ...]:
    """Return the directions of Table 4 with all printings of their shares, then other shares."""
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
            entry = cell_entry(cell, name, ("share_of_oil_exports", HOME, ""), subject="oil")
            bars.append(Bar((entry,), category, ENERGY))
    for group in grouped(left):
        places = paragraphs_text(entry.paragraph for entry in group)
        bars.append(
            Bar(
                group,
                wrapped(f"{group[0].name(language)} ({paragraph_mark(places, language)})"),
                NEUTRAL,
            )
        )
    return tuple(bars)


def _of_table(group: Group) -> bool:
    return any(entry.origin == TABLE4 for entry in group)


def _tabled(bars: Iterable[Bar]) -> tuple[Group, ...]:
    """Return the shares that Table 4 prints as numbers."""
    return tuple(bar.group for bar in bars if _of_table(bar.group) and not has_only_text(bar.group))


def _share_headline(bars: Sequence[Bar], *, dataset: Dataset, language: Language) -> Lead:
    _ = language.gettext
    shares = {
        entry.quantity[2]: number_text(first_qualified(group), language)
        for group in _tabled(bars)
        for entry in group
    }
    if not {RUSSIA, CHINA} <= shares.keys():
        return Lead(headline=nothing_printed(language))
    saying = _("{russia} of Kazakhstan’s oil exports pass through Russia, {china} go to China")
    return with_other_values(
        saying.format(russia=shares[RUSSIA], china=shares[CHINA]),
        flat(_tabled(bars)),
        dataset=dataset,
        language=language,
    )


def oil_export_shares(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return a figure of the printed shares of Kazakhstan’s oil exports by direction."""
    _ = language.gettext
    bars = _share_bars(dataset, language)
    rows = bar_rows(bars, dataset=dataset, filters=filters, language=language)
    groups = [bar.group for bar in bars]
    entries = flat(groups)
    total = sum(size_of(group) for group in _tabled(bars))
    notes = []
    if total >= WHOLE and any(has_only_text(group) for group in groups):
        notes.append(
            _(
                "The shares given as numbers add up to {total} (computed), which "
                "leaves nothing for the direction described in words; the values are "
                "not rescaled."
            ).format(total=percent(total, language))
        )
    if any(not _of_table(group) for group in groups):
        notes.append(
            _(
                "The last bar is a separate statement, about the part of the oil "
                "that leaves the country or about one pipeline; it is not part of "
                "the same whole."
            )
        )
    numbered = [group for group in groups if not has_only_text(group)]
    lead = _share_headline(bars, dataset=dataset, language=language)
    return Figure(
        id="oil_export_shares",
        headline=lead.headline,
        finding=lead.finding,
        subtitle=_("Directions of Kazakhstan’s oil exports, share in per cent, {places}").format(
            places=as_printed_in(origins_of(entries, TABLE4), dataset=dataset, language=language)
        ),
        form=bar_form(rows, language),
        rows=rows,
        make_table=lambda: entry_table(entries, language),
        origins=origins_of(entries, TABLE4),
        notes=(*notes, *bar_notes(numbered, dataset=dataset, filters=filters, language=language)),
        alternative_text=_(
            "Bars of the shares of oil exports by direction; the smallest direction has words "
            "in place of a bar."
        ),
    )


PUBLIC = Counterparts(
    of=tuple(
        (OIL_SHARE, line)
        for line in (
            *("cpc", "atyrau-samara", "kazakhstan-china-pipeline"),
            *("aktau-port", "rail-oil-exports"),
        )
    ),
    unit="percent",
    find=oil_shares,
    remark=later(
        "Shares in public data are computed: Kazakhstan’s oil on a route divided by its total oil "
        "exports in the same year, which another reporter may state."
    ),
)

FIGURES: Mapping[str, Builder] = MappingProxyType(
    {"oil_export_shares": beside(oil_export_shares, PUBLIC)}
)
