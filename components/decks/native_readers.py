"""Readers of chart rows: which type of rows becomes which native chart of a presentation."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from components.charts.rows import (
    AmountMarkRow,
    AnswerRow,
    BarRow,
    ColumnRow,
    GrowthRow,
    LineRow,
    PointRow,
    RemarkBarRow,
    StackRow,
)
from components.decks.native_chart import (
    ChartKind,
    NativeChart,
    NativePoint,
    NativeSeries,
    Role,
    faded,
)
from components.decks.views import StateView
from components.figures.single_values import WARNING
from components.page.tokens import PROJECTOR

Row = Mapping[str, Any]

BREAK = "…"
"""Category of years without a value between two others."""


def series_colours(specification: Mapping[str, Any] | None) -> dict[str, str]:
    """Return the solid colour of each series of a specification, in the order of its legend."""
    for part in _parts(specification):
        scale = part.get("scale") if part.get("field") == "series" else None
        names = (scale or {}).get("domain")
        colours = (scale or {}).get("range")
        if names and colours and str(colours[0]).startswith("#"):
            solid = (str(colour)[: len("#RRGGBB")] for colour in colours)
            return dict(zip(names, solid, strict=True))
    return {}


def _parts(part: Any) -> Any:  # noqa: ANN401, any JSON
    if isinstance(part, Mapping):
        yield part
        for one in part.values():
            yield from _parts(one)
    elif isinstance(part, list):
        for one in part:
            yield from _parts(one)


def _year(row: Row) -> str:
    year = row["year"]
    if float(year) % 1:
        return BREAK
    event = str(row.get("event") or "")
    return f"{int(year)}\n{event}" if event else str(int(year))


def _years(rows: Sequence[Row]) -> dict[float, str]:
    """Return the name of each year; one with an event names it."""
    names: dict[float, str] = {}
    for row in sorted(rows, key=lambda one: float(one["year"])):
        year, name = float(row["year"]), _year(row)
        if len(name) > len(names.get(year, "")):
            names[year] = name
    return names


def _point(row: Row | None, colour: str) -> NativePoint:
    if row is None or row.get("value") is None:
        return NativePoint(value=None)
    return NativePoint(
        value=float(row["value"]),
        label=str(row.get("label", "")),
        colour=faded(colour, float(row["opacity"])),
    )


def _columns(rows: Sequence[Row], _colours: Mapping[str, str]) -> NativeChart:
    years = _years(rows)
    by_year = {float(row["year"]): row for row in rows}
    points = tuple(_point(by_year[year], str(by_year[year].get("colour", ""))) for year in years)
    series = [NativeSeries(name="", points=points)]
    marks = [row for row in rows if row.get("printed") is not None]
    if marks:
        printed = tuple(
            NativePoint(
                value=by_year[year].get("printed"),
                colour=faded(PROJECTOR.ink, float(by_year[year]["opacity"])),
            )
            for year in years
        )
        name = str(marks[0]["kind"])
        series.append(
            NativeSeries(name=name, points=printed, colour=PROJECTOR.ink, role=Role.MARKS)
        )
    percent = any("printed" in row for row in rows)
    categories = tuple(years.values())
    return NativeChart(
        kind=ChartKind.COLUMNS, categories=categories, series=tuple(series), percent=percent
    )


def _by_series(
    rows: Sequence[Row], colours: Mapping[str, str]
) -> tuple[dict[float, str], list[NativeSeries]]:
    years = _years(rows)
    found = {(str(row.get("series")), float(row["year"])): row for row in rows}
    return years, [
        NativeSeries(
            name=name,
            colour=colour,
            points=tuple(_point(found.get((name, year)), colour) for year in years),
        )
        for name, colour in colours.items()
    ]


def _stacked(rows: Sequence[Row], colours: Mapping[str, str]) -> NativeChart:
    years, series = _by_series(rows, colours)
    totals = {float(row["year"]): row for row in rows if row.get("total")}
    points = tuple(
        NativePoint(value=float(totals[year]["top"]), label=str(totals[year]["total"]))
        if year in totals
        else NativePoint(value=None)
        for year in years
    )
    series.append(NativeSeries(name="", points=points, role=Role.TOTALS))
    return NativeChart(
        kind=ChartKind.STACKED, categories=tuple(years.values()), series=tuple(series)
    )


def _lines(rows: Sequence[Row], colours: Mapping[str, str]) -> NativeChart:
    years, series = _by_series(rows, colours)
    return NativeChart(kind=ChartKind.LINES, categories=tuple(years.values()), series=tuple(series))


def _name(row: Row) -> str:
    """Return the category of a row, with its warning sign on the last line."""
    return str(row["category"]).replace(f"\n{WARNING}", f"\N{NO-BREAK SPACE}{WARNING}")


def _category(row: Row) -> str:
    name = _name(row)
    return f"{name} ({row['label']})" if row.get("value") is None else name


def _bars(rows: Sequence[Row], colours: Mapping[str, str]) -> NativeChart:
    ordered = sorted(rows, key=lambda row: row["position"])
    categories = tuple(_category(row) for row in ordered)
    shares = "answer" in ordered[0]
    if colours:
        series = [
            NativeSeries(
                name=name,
                colour=colour,
                points=tuple(
                    _point(row if row["series"] == name else None, colour) for row in ordered
                ),
            )
            for name, colour in colours.items()
        ]
    else:
        points = tuple(_point(row, str(row["colour"])) for row in ordered)
        series = [NativeSeries(name="", points=points)]
    return NativeChart(
        kind=ChartKind.BARS,
        categories=categories,
        series=tuple(series),
        greatest=100.0 if shares else None,
        axis=shares,
        percent=shares,
    )


def _points(rows: Sequence[Row], colours: Mapping[str, str]) -> NativeChart:
    names = {row["position"]: _name(row) for row in rows}
    places = sorted(names)
    height = {place: float(len(places) - number) for number, place in enumerate(places)}
    series = tuple(
        NativeSeries(
            name=name,
            colour=colour,
            points=tuple(
                NativePoint(
                    value=float(row["value"]),
                    label=str(row["label"]),
                    colour=faded(colour, float(row["opacity"])),
                    position=height[row["position"]],
                    side=int(row["side"]),
                )
                for row in rows
                if row["series"] == name
            ),
        )
        for name, colour in colours.items()
    )
    return NativeChart(
        kind=ChartKind.POINTS, categories=tuple(names[place] for place in places), series=series
    )


READERS: Mapping[type, Callable[[Sequence[Row], Mapping[str, str]], NativeChart]] = {
    ColumnRow: _columns,
    GrowthRow: _columns,
    StackRow: _stacked,
    LineRow: _lines,
    BarRow: _bars,
    AnswerRow: _bars,
    RemarkBarRow: _bars,
    AmountMarkRow: _bars,
    PointRow: _points,
}
"""What makes a native chart of the rows of each type; other types become pictures or tables."""


def native_chart(state: StateView) -> NativeChart | None:
    """Return the native chart of a state; None if presentations have none for its rows.

    Printed ranges, of which no native chart keeps both ends, have none; nor have charts with public
    data, whose marks no native chart has.
    """
    form = state.figure.form if state.figure else None
    read = READERS.get(form.row) if form else None
    others = any(row.get(name) is not None for row in state.rows for name in ("low", "record"))
    if read is None or others or not state.rows:
        return None
    return read(state.rows, series_colours(state.specification))
