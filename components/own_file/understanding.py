"""What was understood of a file, as HTML: format, countries, years, unit, rows left out."""

from markupsafe import Markup

from components.templates import macro
from components.text.lists import apposed, clauses, runs_of, side_by_side
from data.evidence.names import years_text
from data.language.languages import Language
from data.own_file.model import FLOWS, TOTAL, OwnFile
from data.own_file.texts import COLUMNS, FORMATS, left_out_text, series_text, unit_text

_understood = macro("own_file/understanding.html", "understood")

_format_list = macro("own_file/understanding.html", "format_list")


def years_runs(years: tuple[int, ...]) -> str:
    """Return years as spans, such as 2015–2019, 2021."""
    runs = runs_of(map(str, years))
    return apposed(years_text((int(run[0]), int(run[-1]))) for run in runs)


def _layout(file: OwnFile, words: Language) -> str:
    _ = words.gettext
    layout = file.layout
    if layout.sheet:
        parts = [
            _("sheet {number}, “{name}”").format(
                number=words.number(layout.sheet_number), name=layout.sheet
            )
        ]
        if layout.formulas:
            parts.append(_("formulas: their last saved results were read"))
    else:
        sign = _("tab") if layout.delimiter == "\t" else layout.delimiter
        parts = [layout.encoding, _("fields separated by “{sign}”").format(sign=sign)]
    parts.append(_("header in row {number}").format(number=words.number(layout.header_row)))
    return side_by_side(parts)


def _series(file: OwnFile, words: Language) -> str:
    _ = words.gettext
    found = []
    for reporter, flow in FLOWS:
        values = file.found(reporter, flow)
        if values:
            said = f"{series_text(reporter, flow, words)}, {years_runs(tuple(sorted(values)))}"
            found.append(said)
    return clauses(found) or _("none")


def _incomplete(file: OwnFile, words: Language) -> str:
    years = tuple(sorted({value.year for value in file.values if not value.complete}))
    return years_runs(years) or words.gettext("none")


def facts(file: OwnFile, words: Language) -> list[tuple[str, str]]:
    """Return what was understood, as names and texts."""
    _ = words.gettext
    commodity = _("all commodities together") if file.commodity == TOTAL else file.commodity
    rows = _("{used} of {rows}").format(used=words.number(file.used), rows=words.number(file.rows))
    return [
        (_("File"), file.name),
        (_("Format"), _(FORMATS[file.format])),
        (_("Layout"), _layout(file, words)),
        (_("Reporter and flow"), _series(file, words)),
        (_("Unit"), clauses(unit_text(label, file.format, words) for label in file.units)),
        (_("Commodity"), commodity),
        (_("Incomplete years"), _incomplete(file, words)),
        (_("Rows used"), rows),
    ]


def understanding(file: OwnFile, words: Language) -> Markup:
    """Return what was understood of a file, and what is left out and why."""
    return _understood(
        facts(file, words),
        words.gettext("Rows left out"),
        [left_out_text(one, words) for one in file.left_out],
    )


def format_list(words: Language) -> Markup:
    """Return the formats that are read, with the names of their columns."""
    return _format_list([(words.gettext(FORMATS[kind]), COLUMNS[kind]) for kind in FORMATS])
