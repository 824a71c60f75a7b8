"""ZIP file to draw a figure again: rows, Vega-Lite specification, script, sources and licences."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from typing import Any

from components.assets import template_text
from components.export.figure_files import figure_csv
from components.export.files import Cell, csv_file, plain_number
from components.export.picture import picture_specification
from components.export.reproduction_text import PlacedFile, ReadMe, read_me
from components.figures.figure import ROWS, Figure, Row
from components.figures.text_table import TextTable, paragraph_column, text_columns
from components.page.tokens import PRINT
from data.archive import dated_zip, ground_licence, licence_files, typeface_files
from data.fonts import FONT_FAMILY
from data.language.languages import Language
from data.load.dataset import Dataset
from data.typeface import wrapped_lines

CHART, SHOWN_ROWS, SCRIPT, VALUES = "chart.json", "rows.csv", "draw_chart.py", "values.csv"
PICTURE, CELLS, COURSES = "figure.svg", "table.csv", "routes.geojson"
READ_ME = "README.txt"

PACKAGES = ("altair", "pandas", "vl-convert-python")
"""What the script needs; the Atlas has the same versions."""

HEADLINE_SIZE, SUBTITLE_SIZE = 18, 13
"""Sizes of the letters above the chart, in pixels."""

PLOT_WIDTH = 720
"""Width of the chart without axes, and greatest width of a line above it, in pixels."""

FAMILY = f"'{FONT_FAMILY}'"
"""Typeface of the chart, which is in the ZIP; its name ends in a digit and needs quotes."""


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """For what a file was made: the choice, the address of the view, and the day.

    Attributes
    ----------
    chosen : str
        The active filters as a sentence; empty for none.
    address : str
        Address of the figure with this choice; without a host if that is unknown.
    day : date
        Day on which the file is made.
    """

    chosen: str
    address: str
    day: date


def needs_picture(figure: Figure) -> bool:
    """Return whether a figure has no chart, so that its ZIP has a picture of it."""
    return figure.form is None


def _kind(values: Sequence[object]) -> str:
    """Return the type of a column: `boolean`, `number` or `string`."""
    known = [value for value in values if value is not None]
    if known and all(isinstance(value, bool) for value in known):
        return "boolean"
    numeric = all(isinstance(value, int | float) for value in known)
    return "number" if numeric else "string"


def column_kinds(rows: Sequence[Row]) -> dict[str, str]:
    """Return the type of each column of the rows of a chart, in the order of the first row."""
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: _kind([row.get(name) for row in rows]) for name in names}


def _cell(value: object) -> Cell:
    if isinstance(value, bool):
        return "true" if value else "false"
    return plain_number(value)


def rows_csv(rows: Sequence[Row]) -> bytes:
    """Return the rows of a chart as CSV, with the labels and notes that it shows."""
    names = list(column_kinds(rows))
    return csv_file(names, ([_cell(row.get(name)) for name in names] for row in rows))


def chart_specification(figure: Figure) -> dict[str, Any]:
    """Return the specification of a chart with its rows, headline, subtitle and column types.

    Parameters
    ----------
    figure : Figure
        The figure.

    Raises
    ------
    ValueError
        If the figure is a map or a table of text.
    """
    import altair as alt  # noqa: PLC0415, for its constant only

    spec = picture_specification(figure)
    title = {
        "text": wrapped_lines(figure.headline, HEADLINE_SIZE, PLOT_WIDTH, bold=True),
        "subtitle": wrapped_lines(figure.subtitle, SUBTITLE_SIZE, PLOT_WIDTH),
        "anchor": "start",
        "frame": "bounds",
        "fontSize": HEADLINE_SIZE,
        "subtitleFontSize": SUBTITLE_SIZE,
        "color": PRINT.ink,
        "subtitleColor": PRINT.ink,
        "offset": 16,
    }
    return {
        "$schema": alt.SCHEMA_URL,
        "description": figure.alternative_text,
        "usermeta": {"figure": figure.id, "columns": column_kinds(spec["datasets"][ROWS])},
        "title": title,
        **spec,
        "width": PLOT_WIDTH,
        "autosize": {"type": "pad"},
        "padding": 8,
        "background": PRINT.page,
        "config": {**spec["config"], "font": FAMILY},
    }


def _cells_csv(table: TextTable, language: Language) -> bytes:
    columns = (*text_columns(table), paragraph_column(table, language))
    return csv_file(
        [column.head for column in columns],
        zip(*(column.cells for column in columns), strict=True),
    )


def _json(content: Mapping[str, Any]) -> bytes:
    return f"{json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)}\n".encode()


def _files(
    figure: Figure, picture: bytes, *, dataset: Dataset, language: Language
) -> Iterator[PlacedFile]:
    """Yield what shows a figure, with a description of each file."""
    _ = language.gettext
    if figure.form:
        yield PlacedFile(
            SCRIPT,
            template_text("export/draw_chart.txt").encode(),
            _("Python script that draws the chart from the two files below"),
        )
        yield PlacedFile(
            CHART,
            _json(chart_specification(figure)),
            _("Vega-Lite specification of the chart, with its rows"),
        )
        yield PlacedFile(
            SHOWN_ROWS, rows_csv(figure.rows), _("rows of the chart, with the labels that it shows")
        )
    else:
        yield PlacedFile(PICTURE, picture, _("picture of the figure"))
    if figure.text_table:
        yield PlacedFile(
            CELLS, _cells_csv(figure.text_table, language), _("cells of the table as shown")
        )
    if figure.make_map:
        # geopandas is imported for this file only.
        from data.geojson import courses_geojson  # noqa: PLC0415

        courses = courses_geojson(dataset, frozenset(map(str, figure.table["subject"])))
        yield PlacedFile(
            COURSES, courses, _("courses of the routes on the map, for geographic software")
        )
    yield PlacedFile(
        VALUES,
        figure_csv(figure),
        _("coded values, each with its identifier, origin and paragraph"),
    )


def reproduction_archive(
    figure: Figure,
    occasion: Occasion,
    *,
    dataset: Dataset,
    language: Language,
    picture: bytes = b"",
) -> bytes:
    """Return a ZIP with what is needed to draw a figure again; equal inputs give equal bytes.

    A chart comes with its rows, its specification and a script that draws it with Altair. A map
    and a table of text, which Altair does not draw, come as picture and as data.

    Parameters
    ----------
    figure : Figure
        The figure.
    occasion : Occasion
        Choice, address and day.
    dataset : Dataset
        All tables, for names and courses.
    language : Language
        Language of the texts.
    picture : bytes
        The figure as SVG, if `needs_picture`.
    """
    own = tuple(_files(figure, picture, dataset=dataset, language=language))
    text = read_me(
        ReadMe(
            figure=figure,
            files=own,
            chosen=occasion.chosen,
            address=occasion.address,
            day=occasion.day,
            script=SCRIPT if figure.form else "",
            packages=tuple(f"{name}=={version(name)}" for name in PACKAGES),
        ),
        dataset=dataset,
        language=language,
    )
    files = [(READ_ME, text.encode()), *((file.name, file.content) for file in own)]
    more = typeface_files() if figure.form else ground_licence() if figure.make_map else ()
    return dated_zip([*files, *licence_files(), *more], occasion.day)
