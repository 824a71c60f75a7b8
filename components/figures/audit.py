"""Figures about the source: number of values by section, and conflicts by class."""

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import pandas as pd

from components.charts.bars import ranked_bars
from components.charts.rows import BarRow
from components.figures.figure import ID_COLUMNS, JOIN, SPEAKER, Builder, Figure
from components.page.tokens import NEUTRAL, OTHER_VALUES, SURVEY
from components.text.amounts import percent
from components.text.lists import clauses
from components.text.names import later, wrapped
from data.choice.parameters import Filters
from data.choice.sources import OF_DISSERTATION, OF_RECORD
from data.evidence.audit import (
    CLASSES,
    CONTRADICTION,
    READING,
    SLIP,
    Conflict,
    class_counts,
    conflicts,
    entries_of,
)
from data.evidence.catalogue import catalogue
from data.evidence.names import label_of
from data.evidence.public_catalogue import public_catalogue
from data.evidence.sectors import names_sectors, with_sectors
from data.evidence.values import COMPUTED, PRINTED, Value
from data.language.languages import Language
from data.load.dataset import Dataset

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "tables_disagree": later("Two tables disagree"),
        "text_vs_table": later("Text against table"),
        "text_vs_text": later("Text against text"),
        "shares_do_not_add_up": later("Shares do not add up"),
        "total_is_not_sum": later("Total is not the sum"),
        "growth_does_not_recompute": later("Growth does not match its values"),
        "impossible_value": later("Impossible value"),
        "date_conflict": later("Dates contradict"),
        "printing_slip": later("Wrong spelling or number"),
        "ambiguous_reading": later("Ambiguous reading"),
    }
)
"""English names of the kinds of conflicts."""

CLASS_NAMES: Mapping[str, str] = MappingProxyType(
    {
        CONTRADICTION: later("Contradiction"),
        SLIP: later("Editorial error"),
        READING: later("Unclear passage"),
    }
)
"""English names of the classes of conflicts."""

CLASS_COLOURS: Mapping[str, str] = MappingProxyType(
    {CONTRADICTION: OTHER_VALUES, SLIP: NEUTRAL, READING: NEUTRAL}
)


def counted_classes(found: Iterable[Conflict], language: Language) -> str:
    """Return the number of contradictions, editorial errors and unclear passages as text."""
    _ = language.gettext
    counts = {name: language.number(count) for name, count in class_counts(found).items()}
    return _(
        "Contradictions: {contradictions}; editorial errors: {slips}; unclear passages: {readings}"
    ).format(contradictions=counts[CONTRADICTION], slips=counts[SLIP], readings=counts[READING])


def chosen_entries(
    dataset: Dataset, filters: Filters, kind: str = OF_DISSERTATION
) -> tuple[Value, ...]:
    """Return the values of one kind of the selected sectors; all of them if none is selected."""
    entries = public_catalogue(dataset) if kind == OF_RECORD else catalogue(dataset)
    if not filters.sectors:
        return entries
    wanted = with_sectors(dataset, filters.sectors)
    named = names_sectors(pd.Series([entry.sectors for entry in entries]), wanted)
    return tuple(entry for entry, keep in zip(entries, named, strict=True) if keep)


def _paragraphs(entries: list[Value]) -> str:
    numbers = {
        int(number) for entry in entries for number in filter(None, entry.paragraph.split(";"))
    }
    return ";".join(str(number) for number in sorted(numbers))


def _count_table(by_origin: Mapping[str, list[Value]]) -> pd.DataFrame:
    rows = []
    for origin, entries in by_origin.items():
        subjects = dict.fromkeys(entry.subject for entry in entries)
        for subject in subjects:
            own = [entry for entry in entries if entry.subject == subject]
            inputs = JOIN.join(entry.id for entry in own)
            rows.append(
                ("", inputs, subject, len(own), "count", COMPUTED, origin, _paragraphs(own))
            )
    columns = ["subject", "value", "unit", "method", "origin", "paragraph"]
    return pd.DataFrame(rows, columns=[*ID_COLUMNS, *columns])


def source_map(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return a figure of the number of values by section and table, with and without citation."""
    _ = language.gettext
    entries = chosen_entries(dataset, filters)
    order = [str(code) for code in dataset.table("origins")["origin"]]
    rank = {code: place for place, code in enumerate(order)}
    by_origin: dict[str, list[Value]] = {}
    for entry in sorted(entries, key=lambda entry: rank.get(entry.origin, len(rank))):
        by_origin.setdefault(entry.origin, []).append(entry)
    ranked = sorted(by_origin, key=lambda origin: -len(by_origin[origin]))
    saying = _("{count} · {share}")
    rows: list[BarRow] = []
    for position, origin in enumerate(ranked):
        own = by_origin[origin]
        backed = 100 * sum(bool(entry.reference) for entry in own) / len(own)
        rows.append(
            {
                "category": wrapped(label_of(dataset, "origins", origin, language)),
                "position": position,
                "value": len(own),
                "label": saying.format(
                    count=language.number(len(own)), share=percent(backed, language, decimals=0)
                ),
                "colour": SURVEY if origin.startswith("s") else NEUTRAL,
                "opacity": 1.0,
                "tip_title": label_of(dataset, "origins", origin, language, "title"),
                "tip": clauses(
                    f"{label_of(dataset, 'subjects', subject, language)} ({language.number(count)})"
                    for subject, count in Counter(entry.subject for entry in own).most_common()
                ),
            }
        )
    backed = sum(bool(entry.reference) for entry in entries)
    headline = language.ngettext(
        "{backed} of {count} value has a citation",
        "{backed} of {count} values have a citation",
        len(entries),
    ).format(backed=language.number(backed), count=language.number(len(entries)))
    return Figure(
        id="source_map",
        headline=headline if rows else _("No values in the catalogue for the selected sectors"),
        subtitle=_("Number of values per section, table and annex · share with a citation"),
        form=ranked_bars(language=language, rows=max(len(rows), 1)),
        rows=rows,
        make_table=lambda: _count_table(by_origin),
        origins=tuple(ranked) or tuple(order[:1]),
        notes=(
            _("A value counts as cited if its paragraph gives a reference at or after it."),
            _("The year filter does not apply to the catalogue; the sector filter does."),
        ),
        alternative_text=_("Bars of the number of values per section."),
    )


def _class_rows(every: Iterable[Conflict], language: Language) -> list[BarRow]:
    """Return one bar per class; its tooltip has the number of conflicts of each kind."""
    _ = language.gettext
    by_class: dict[str, list[Conflict]] = {name: [] for name in CLASSES}
    for conflict in every:
        by_class[conflict.conflict_class].append(conflict)
    rows: list[BarRow] = []
    for position, (name, found) in enumerate(by_class.items()):
        high = sum(conflict.severity == "high" for conflict in found)
        saying = _("{count}, of which {high} of high severity") if high else "{count}"
        rows.append(
            {
                "category": wrapped(_(CLASS_NAMES[name])),
                "position": position,
                "value": len(found),
                "label": language.number(len(found)),
                "colour": CLASS_COLOURS[name],
                "opacity": 1.0,
                "tip_title": saying.format(
                    count=language.number(len(found)), high=language.number(high)
                ),
                "tip": clauses(
                    f"{_(KINDS[kind])}: {language.number(count)}"
                    for kind, count in Counter(own.kind for own in found).most_common()
                ),
            }
        )
    return rows


def conflict_kinds(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:  # noqa: ARG001
    """Return a figure of the number of conflicts by class."""
    _ = language.gettext
    every = conflicts(dataset)
    recomputed = sum(bool(conflict.findings) for conflict in every)
    rows = _class_rows(every, language)
    return Figure(
        id="conflict_kinds",
        headline=counted_classes(every, language),
        subtitle=_("Number of recorded cases by class"),
        form=ranked_bars(language=language, rows=len(rows)),
        rows=rows,
        make_table=lambda: _conflict_table(every, dataset, language),
        origins=tuple(
            dict.fromkeys(entry.origin for c in every for entry in entries_of(c, dataset))
        ),
        notes=(
            _(
                "Contradiction: two statements that cannot both be true. Editorial "
                "error: a wrong word or number, a spelling or a rounded sum. Unclear "
                "passage: a statement that can be read in more than one way, or "
                "statements of different scope."
            ),
            _("Only contradictions add a warning sign to values."),
            _(
                "Automatic checks of sums, growth, shares and repeated quantities confirm {count} "
                "cases; the others were found by reading."
            ).format(count=language.number(recomputed)),
        ),
        alternative_text=_("Bars of the number of cases per class."),
    )


def _conflict_table(
    every: Iterable[Conflict], dataset: Dataset, language: Language
) -> pd.DataFrame:
    """Return one row per value in conflict; conflicts about dates and names have no value."""
    rows = [
        (
            entry.id,
            "",
            conflict.text("quantity", language) or entry.name(language),
            entry.value,
            entry.low,
            entry.high,
            entry.unit,
            PRINTED,
            entry.origin,
            entry.paragraph,
            entry.speaker,
        )
        for conflict in every
        for entry in entries_of(conflict, dataset)
    ]
    columns = ["subject", "value", "low", "high", "unit", "method", "origin", "paragraph", SPEAKER]
    return pd.DataFrame(rows, columns=[*ID_COLUMNS, *columns])


FIGURES: Mapping[str, Builder] = MappingProxyType(
    {"source_map": source_map, "conflict_kinds": conflict_kinds}
)
