"""Card of a conflict: quantity, class and kind, conflicting numbers, reason, treatment."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from components.figures.audit import CLASS_NAMES, KINDS
from components.templates import macro
from components.text.amounts import amount, amount_text
from components.text.dates import date_text
from components.text.entries import (
    amount_beside_name,
    event_name,
    name_for_line,
    qualifier_of_event,
)
from components.text.lists import apposed, clauses, remarked, side_by_side
from components.text.names import later
from components.text.places import place_text, publication_text
from components.text.speakers import according_to
from data.evidence.audit import Conflict, entries_of
from data.evidence.findings import ALTERNATIVE
from data.evidence.names import label_of
from data.evidence.routes import routes
from data.evidence.units import base_unit
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset
from data.load.identifiers import is_paragraph, is_record, record_id
from data.problems import TableRefusedError

SEVERITY_NAMES = {
    "high": later("high severity"),
    "medium": later("medium severity"),
    "low": later("low severity"),
}
"""Names inside a line; as an option of the filter they begin with a capital."""

_TWICE = later("The same quantity is printed as {printed} and as {expected}.")
REASONS = {
    "shares_do_not_add_up": later("The printed shares add up to {printed}, not to {expected}."),
    "total_is_not_sum": later("The printed total is {printed}; its parts add up to {expected}."),
    "growth_does_not_recompute": later(
        "The printed growth is {printed}; the printed values give {expected}."
    ),
    "impossible_value": later("The printed share is {printed}, above the whole of {expected}."),
    "tables_disagree": _TWICE,
    "text_vs_table": _TWICE,
    "text_vs_text": _TWICE,
}
"""Untranslated description of a finding, by kind of conflict."""

STAKES = "ownership_share"
"""Indicator of stakes in the tables of facts and of owners."""

COUNTED = frozenset({"companies", "projects"})
COUNTS = frozenset({"count", "thousand"})
"""Units of counts with and without a word for what is counted, which all of a line have or none."""

WIDEST_BAR = 60
"""Width of the longest bar in per cent of its line; the number takes the rest."""

NumberRow = tuple[str, str, float | None]
"""Name of a value, formatted value, and width of its bar in per cent; None for no bar."""

_conflict_card = macro("cards/contradiction_card.html", "conflict_card")


def _scaled(entry: Value) -> float | None:
    return None if entry.value is None else entry.value * base_unit(entry.unit)[1]


def _stake(entry: Value) -> tuple[object, ...] | None:
    """Return what makes two rows the same printed stake; None for other values."""
    if entry.quantity[0] != STAKES:
        return None
    about = frozenset(code.removesuffix(ALTERNATIVE) for code in entry.quantity[1:3])
    return about, entry.paragraph, entry.value, entry.low, entry.high, entry.qualifier


def _each_once(entries: Iterable[Value]) -> tuple[Value, ...]:
    """Return the values without stakes that the table of facts and that of owners both hold.

    Both rows keep their identifiers; the one listed is the first.
    """
    found: dict[object, Value] = {}
    for entry in entries:
        found.setdefault(_stake(entry) or entry.id, entry)
    return tuple(found.values())


def _number_rows(
    entries: tuple[Value, ...], *, dataset: Dataset, language: Language
) -> list[NumberRow]:
    """Return one row per value; bars of values in one unit have the same scale."""
    numbers = [_scaled(entry) for entry in entries]
    comparable = len({base_unit(entry.unit)[0] for entry in entries}) == 1 and None not in numbers
    widest = max((abs(number) for number in numbers if number is not None), default=0.0)
    units = {entry.unit for entry in entries}
    mixed = bool(units & COUNTS) and units <= COUNTS | COUNTED
    rows: list[NumberRow] = []
    for entry, number in zip(entries, numbers, strict=True):
        share = None
        if comparable and widest and number is not None:
            share = WIDEST_BAR * abs(number) / widest
        plain = replace(entry, unit="count") if mixed and entry.unit in COUNTED else entry
        written = amount_beside_name(plain, dataset=dataset, language=language)
        where = place_text(entry, dataset=dataset, language=language)
        what = apposed((name_for_line(entry, language), where))
        rows.append((what, written, share))
    return rows


def _public_lines(
    rows: Iterable[str], *, dataset: Dataset, language: Language
) -> dict[str, list[str]]:
    """Return the figures of the public record by identifier; one source is named once, at last."""
    wanted = {row for row in rows if is_record(row)}
    if not wanted:
        return {}
    try:
        known = routes(dataset)
    except TableRefusedError:
        # The page names the refused table; the other numbers of the conflict are shown.
        return {}
    found = [
        (record_id(route.code, figure.measure), route, figure)
        for route in known.values()
        for figure in route.record
        if record_id(route.code, figure.measure) in wanted
    ]
    last = {figure.address: place for place, (_row, _route, figure) in enumerate(found)}
    saying = language.gettext("Public data: {route}, {amount}")
    lines: dict[str, list[str]] = {}
    for place, (row, route, figure) in enumerate(found):
        name = label_of(dataset, "routes", route.code, language)
        period = date_text(figure.period, language)
        line = saying.format(
            route=apposed((name, figure.holders[language.code], period)),
            amount=amount_text(figure, dataset=dataset, language=language),
        )
        if last[figure.address] == place:
            source = publication_text(figure, language)
            line = clauses((line, source))
        lines.setdefault(row, []).append(line)
    return lines


def _other_rows(conflict: Conflict, *, dataset: Dataset, language: Language) -> list[str]:
    """Return the events, organisations, public records and paragraphs of a conflict."""
    known = {entry.id for entry in entries_of(conflict, dataset)}
    events = dataset.texts("events", language.column("name"))
    dates = dataset.texts("events", "date")
    speakers = dataset.texts("events", "speaker")
    qualifiers = dataset.texts("events", "qualifier")
    organisations = dataset.texts("organisations", language.column("name"))
    public = _public_lines(conflict.rows, dataset=dataset, language=language)
    texts = []
    for row in conflict.rows:
        if row in known:
            continue
        if row in events:
            text = side_by_side(
                (
                    date_text(dates[row], language),
                    event_name(events[row], dates[row], language),
                )
            )
            remarks = (
                according_to(speakers.get(row, ""), dataset=dataset, language=language),
                qualifier_of_event(events[row], qualifiers[row], language),
            )
            texts.append(remarked(text, remarks))
        elif row in organisations:
            texts.append(organisations[row])
        elif is_record(row):
            texts += public.get(row, [])
        elif is_paragraph(row):
            texts.append(language.gettext("Paragraph {number}").format(number=row[1:]))
    return texts


def _reason(conflict: Conflict, *, dataset: Dataset, language: Language) -> str:
    recorded = conflict.text("reason", language)
    if recorded:
        return recorded
    found = conflict.findings[0]
    saying = language.gettext(REASONS[found.kind])
    return saying.format(
        printed=amount(found.printed, found.unit, dataset=dataset, language=language),
        expected=amount(found.expected, found.unit, dataset=dataset, language=language),
    )


def conflict_title(conflict: Conflict, *, dataset: Dataset, language: Language) -> str:
    """Return a short title of a conflict: the quantity it is about."""
    recorded = conflict.text("quantity", language)
    if recorded:
        return recorded
    entries = entries_of(conflict, dataset)
    return entries[0].name(language) if entries else conflict.id


@dataclass(frozen=True, kw_only=True)
class ConflictContent:
    """What is said about a conflict.

    Attributes
    ----------
    title, marks : str
        The quantity; class, kind and severity.
    reason, treatment : str
        What contradicts what, and what the Atlas does.
    numbers : sequence of NumberRow
        The conflicting values.
    others : sequence of str
        Events, organisations, public records and paragraphs.
    """

    title: str
    marks: str
    reason: str
    numbers: Sequence[NumberRow]
    others: Sequence[str]
    treatment: str


def conflict_content(
    conflict: Conflict, *, dataset: Dataset, language: Language
) -> ConflictContent:
    """Return what is said about a conflict in a language."""
    _ = language.gettext
    marks = [
        _(CLASS_NAMES[conflict.conflict_class]),
        _(KINDS[conflict.kind]),
        _(SEVERITY_NAMES[conflict.severity]),
    ]
    if conflict.findings:
        marks.append(
            _("confirmed by an automatic check")
            if conflict.quantity
            else _("found by an automatic check")
        )
    return ConflictContent(
        title=conflict_title(conflict, dataset=dataset, language=language),
        marks=side_by_side(marks),
        reason=_reason(conflict, dataset=dataset, language=language),
        numbers=_number_rows(
            _each_once(entries_of(conflict, dataset)), dataset=dataset, language=language
        ),
        others=_other_rows(conflict, dataset=dataset, language=language),
        treatment=conflict.text("treatment", language) or _("All values are kept as printed."),
    )


def conflict_card(conflict: Conflict, *, dataset: Dataset, language: Language) -> Markup:
    """Return a conflict as expandable HTML."""
    content = conflict_content(conflict, dataset=dataset, language=language)
    return _conflict_card(
        title=content.title,
        marks=content.marks,
        reason=content.reason,
        numbers=content.numbers,
        others=content.others,
        treatment=content.treatment,
    )
