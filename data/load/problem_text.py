"""Texts of faults in data files: file, row, column, rule and remedy."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from data.language.languages import Language, later
from data.load.package import DESCRIPTOR_FILE
from data.problems import PACKAGE, Problem, Rule, quotable

SAYINGS: Mapping[Rule, str] = MappingProxyType(
    {
        Rule.FILE_PRESENT: later("the file is missing, empty or cannot be opened"),
        Rule.REGULAR_FILE: later(
            "it is a folder, a link or a pipe, not a file; put the file itself in its place"
        ),
        Rule.FILE_SIZE: later("the file is larger than {expected} MB; split it or remove rows"),
        Rule.FILE_DESCRIBED: later(
            "no table of datapackage.json has this file; describe it there or "
            "remove it; it is neither shown nor offered for download"
        ),
        Rule.UTF8: later("the file is not text in UTF-8; save it again in that encoding"),
        Rule.CONTROL_CHARACTER: later(
            "the file holds the control character {found}; save it again as text in UTF-8"
        ),
        Rule.CSV_FORM: later(
            "the row is not readable as CSV ({found}); check quotation marks and whether the file "
            "is complete"
        ),
        Rule.CELL_LENGTH: later(
            "a cell is too long to be read; shorten it or close its quotation mark"
        ),
        Rule.HAS_ROWS: later("the table has no rows below its header; add one"),
        Rule.CELL_COUNT: later("the row has {found} cells where the header has {expected}"),
        Rule.COLUMN_COUNT: later("the header has {found} columns; expected: {expected}"),
        Rule.COLUMN_PRESENT: later("the column is missing; add it to the header and to every row"),
        Rule.COLUMN_KNOWN: later("the column is unknown; expected: {expected}"),
        Rule.COLUMN_ONCE: later("the column appears twice; keep one"),
        Rule.FILLED: later("the cell is empty; fill it"),
        Rule.NUMBER: later(
            "“{found}” is not a number; write up to 15 digits with a point, such as 1050.5"
        ),
        Rule.WHOLE_NUMBER: later("“{found}” is not a whole number of up to 15 digits"),
        Rule.ALLOWED_VALUE: later("“{found}” is not allowed; choose one of: {expected}"),
        Rule.PATTERN: later("“{found}” does not have the form {expected}"),
        Rule.DATE: later("“{found}” is not a date; write 1992, 1992-10 or 1992-10-31"),
        Rule.AT_LEAST: later("{found} is below the lowest allowed value, {expected}"),
        Rule.AT_MOST: later("{found} is above the highest allowed value, {expected}"),
        Rule.UNIQUE_KEY: later(
            "a second row with the key “{found}”; keep one, or give each its own key"
        ),
        Rule.KNOWN_CODE: later("“{found}” is unknown; add it to {expected}.csv or correct it"),
        Rule.CITED_ROW: later(
            "no table has a row “{found}”; correct the identifier, or remove it if the row is gone"
        ),
        Rule.VALUE_OR_RANGE: later("a row needs either a “value”, or both “low” and “high”"),
        Rule.RANGE_ORDER: later("“low” is above “high”: {found}"),
        Rule.ALL_LANGUAGES: later(
            "the text is given in some languages only; fill all languages or none"
        ),
        Rule.PLACE_OF_ORIGIN: later(
            "an origin of the kind “public” needs an address and a date and has no paragraphs; "
            "every other needs its first and last paragraph and has no address"
        ),
        Rule.PARAGRAPH_OF_VALUE: later(
            "a value of the dissertation needs its paragraph; one whose origin is of the kind "
            "“public” has none"
        ),
        Rule.PUBLIC_ORIGIN: later(
            "a value of the public record needs an origin of the kind “public”, which has title, "
            "address and date"
        ),
        Rule.MEASURED_ENTITY: later(
            "“{found}” is not a route; codes of countries and organisations have capital letters "
            "only"
        ),
        Rule.TABLE_LOADED: later("the table refers to {expected}, which did not load"),
        Rule.CHECKABLE: later("the check of the table failed ({found}); undo the last change"),
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
        Rule.CROSSINGS_CURRENT: later(
            "the kilometres by country do not add up to the length of the line “{found}”; run "
            "python -m data.build.crossings, then python -m data.check"
        ),
        Rule.DESCRIPTION_JSON: later(
            "the description of the tables is not readable as JSON; restore the whole file"
        ),
        Rule.ENTRY_FORM: later("“{found}” is missing or has another form; expected: {expected}"),
        Rule.TABLE_ONCE: later("two tables are called “{found}”; rename or remove one"),
        Rule.FILE_ONCE: later("two tables have the file “{found}”; give each its own"),
        Rule.TABLE_PATH: later(
            "“{found}” is not a valid path for a table; write tables/NAME.csv or geo/NAME.csv"
        ),
        Rule.TABLE_NEEDED: later("the Atlas needs the table “{found}”; describe it again"),
        Rule.COLUMN_NEEDED: later(
            "the Atlas needs this column with the type {expected}; describe it again"
        ),
        Rule.COLUMN_DESCRIBED: later(
            "“{found}” is not a column of this table; describe it or correct it"
        ),
        Rule.REFERENCE_TABLE: later("it refers to the table “{found}”, which is not described"),
        Rule.REFERENCE_CIRCLE: later("tables refer to each other in a circle: {found}"),
        Rule.REGULAR_EXPRESSION: later(
            "“{found}” is not a regular expression; correct the pattern"
        ),
        Rule.LANGUAGE_COLUMN: later(
            "not described for this language; until it is, texts of {expected} are shown instead"
        ),
        Rule.LANGUAGE_KNOWN: later(
            "numbers cannot be written in the language “{found}”; correct its code in "
            "LANGUAGE_CODES"
        ),
        Rule.CATALOGUE_FORM: later(
            "the catalogue is not readable here ({found}); the text is shown in English"
        ),
        Rule.PLURAL_FORMS: later(
            "the rule of plural forms is wrong: {found}; the usual one of the language is used"
        ),
        Rule.PLACEHOLDERS: later(
            "“{found}” has other placeholders than the English text "
            "({expected}), which is shown instead"
        ),
        Rule.TRANSLATED: later("texts without a translation: {found}; they are shown in English"),
    }
)

SHOWN_PROBLEMS = 50
"""Greatest number of faults shown in a list."""


def problem_text(problem: Problem, language: Language) -> str:
    """Return one line with the location of a fault, the rule and the remedy."""
    _ = language.gettext
    place = [problem.file]
    if problem.file == DESCRIPTOR_FILE and problem.table not in {"", PACKAGE}:
        place.append(_("table {table}").format(table=quotable(problem.table)))
    if problem.row is not None:
        place.append(_("row {row}").format(row=problem.row))
    if problem.column:
        place.append(_("column {column}").format(column=problem.column))
    saying = _(SAYINGS[problem.rule]).format(found=problem.found, expected=problem.expected)
    return _("{place}: {saying} (rule: {rule})").format(
        place=", ".join(place), saying=saying, rule=problem.rule.value
    )


def _listed(problems: Sequence[Problem]) -> list[Problem]:
    """Return the faults to show: the first of every file, then the second, and so on."""
    seen: dict[str, int] = defaultdict(int)
    ranks = []
    for place, problem in enumerate(problems):
        seen[problem.file] += 1
        ranks.append((seen[problem.file], place))
    return [
        problems[place] for place in sorted(place for _, place in sorted(ranks)[:SHOWN_PROBLEMS])
    ]


def problem_texts(problems: Sequence[Problem], language: Language, omitted: int = 0) -> list[str]:
    """Return the texts of up to `SHOWN_PROBLEMS` faults, and a line with the number of the others.

    The selection covers as many files as possible.

    Parameters
    ----------
    problems : sequence of Problem
        The kept faults.
    language : Language
        Language of the list.
    omitted : int
        Number of further faults that were not kept.
    """
    texts = [problem_text(problem, language) for problem in _listed(problems)]
    rest = len(problems) - len(texts) + omitted
    if rest:
        more = language.gettext("and {count} more")
        texts.append(more.format(count=language.number(rest)))
    return texts
