"""Faults of the data files in words: file, row, column, rule, and what to do."""

from components.wording import later
from data.languages import Language
from data.problems import Problem, Rule

SAYINGS = {
    Rule.FILE_PRESENT: later("the file is missing, empty or cannot be opened"),
    Rule.UTF8: later("the file is not readable as CSV in UTF-8; save it again in that format"),
    Rule.CELL_COUNT: later("the row has {found} cells where the header has {expected}"),
    Rule.COLUMN_PRESENT: later("the column is missing; add it to the header and to every row"),
    Rule.COLUMN_KNOWN: later("the column is unknown; expected: {expected}"),
    Rule.COLUMN_ONCE: later("the column appears twice; keep one"),
    Rule.FILLED: later("the cell is empty; fill it"),
    Rule.NUMBER: later("“{found}” is not a number; write digits with a point, such as 1050.5"),
    Rule.WHOLE_NUMBER: later("“{found}” is not a whole number"),
    Rule.ALLOWED_VALUE: later("“{found}” is not allowed; choose one of: {expected}"),
    Rule.PATTERN: later("“{found}” does not have the form {expected}"),
    Rule.DATE: later("“{found}” is not a date; write 1992, 1992-10 or 1992-10-31"),
    Rule.AT_LEAST: later("{found} is below the lowest allowed value, {expected}"),
    Rule.AT_MOST: later("{found} is above the highest allowed value, {expected}"),
    Rule.UNIQUE_KEY: later("a second row with the key “{found}”; keep one or tell them apart"),
    Rule.KNOWN_CODE: later("“{found}” is unknown; add it to {expected}.csv or correct it"),
    Rule.VALUE_OR_RANGE: later("a row needs either a “value”, or both “low” and “high”"),
    Rule.RANGE_ORDER: later("“low” is above “high”: {found}"),
    Rule.ALL_LANGUAGES: later(
        "the text is given in some languages only; fill all languages or none"
    ),
    Rule.PLACE_OF_ORIGIN: later(
        "an origin of the kind “public” needs an address and a date and has no paragraphs; every "
        "other needs its first and last paragraph and has no address"
    ),
    Rule.PARAGRAPH_OF_VALUE: later(
        "a value of the dissertation needs its paragraph; one whose origin is of the kind “public” "
        "has none"
    ),
    Rule.TABLE_LOADED: later("the table refers to {expected}, which did not load"),
    Rule.TWO_POINTS: later("a line needs at least two waypoints"),
    Rule.NO_CROSSING: later("the line “{found}” crosses itself; put its waypoints in order"),
    Rule.JOINED: later(
        "the line ends {found} km from any other line of its route, more than {expected} km; "
        "add the line that is missing"
    ),
    Rule.PUBLISHED_LENGTH: later(
        "the route is {found} km long on the map, {expected} km as published; a difference of "
        "more than 15% is refused; correct its waypoints"
    ),
}


def problem_text(problem: Problem, language: Language) -> str:
    """Say where a fault is and what to do about it, in one line."""
    _ = language.gettext
    place = [problem.file]
    if problem.row is not None:
        place.append(_("row {row}").format(row=problem.row))
    if problem.column:
        place.append(_("column {column}").format(column=problem.column))
    saying = _(SAYINGS[problem.rule]).format(found=problem.found, expected=problem.expected)
    return _("{place}: {saying} (rule: {rule})").format(
        place=", ".join(place), saying=saying, rule=problem.rule.value
    )
