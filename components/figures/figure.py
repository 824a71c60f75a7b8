"""`Figure`: a chart with headline, table, sources and notes, as built for some filters."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial, wraps
from typing import TYPE_CHECKING, Any, ParamSpec, Protocol

import altair as alt
import pandas as pd

from components.text.lists import clauses
from data.choice.parameters import Filters
from data.language.languages import Language
from data.language.punctuation import single_stops
from data.lasting import kept_over_reloads
from data.load.dataset import Dataset

if TYPE_CHECKING:
    from components.figures.text_table import TextTable
    from components.map.content import Canvas, MapContent

ROWS = "source"
"""Name of the Vega-Lite dataset of every chart."""

ID_COLUMNS = ("id", "computed_from")
"""Columns with the identifier of a value and with the identifiers of its inputs."""

TABLE_COLUMNS = (
    *ID_COLUMNS,
    "year",
    "question",
    "subject",
    "value",
    "low",
    "high",
    "qualifier",
    "unit",
    "method",
    "origin",
    "paragraph",
    "speaker",
    "note",
)
"""Possible columns of a figure's table, in order; `subject` is the measured quantity."""

SPEAKER = "speaker"
"""Column of the speakers of quoted claims; only in tables that hold such a claim."""

VALUE_COLUMNS = tuple(name for name in TABLE_COLUMNS if name not in {"question", SPEAKER})
"""Columns of a table of values without quoted claims."""

JOIN = ";"
"""Separator of identifiers in a cell of a table."""


def row_ids(table: pd.DataFrame) -> tuple[str, ...]:
    """Return the identifiers in the columns `id` and `computed_from` of a table, each once."""
    return ids_of_cells((*table["id"], *table["computed_from"]))


def ids_of_cells(cells: Iterable[str]) -> tuple[str, ...]:
    """Return the identifiers in cells of the columns `id` and `computed_from`, each once."""
    return tuple(dict.fromkeys(name for cell in cells for name in cell.split(JOIN) if name))


def _compact(spec: dict[str, Any]) -> dict[str, Any]:
    """Return a specification with the encodings common to all layers moved to its top level.

    This makes the specification smaller, which is sent with every change. The address of its
    schema and the default size of views are removed, since they have no effect.
    """
    spec = {name: part for name, part in spec.items() if name != "$schema"}
    view = spec.get("config", {}).get("view", {})
    for side in ("continuousWidth", "continuousHeight"):
        view.pop(side, None)
    layers = spec["layer"]
    first = layers[0].get("encoding", {})
    shared = {
        channel: said
        for channel, said in first.items()
        if all(layer.get("encoding", {}).get(channel) == said for layer in layers[1:])
    }
    if not shared:
        return spec
    config = spec.get("config", {})
    if "title" in shared.get("color", {}) and shared["color"]["title"] is None:
        # Streamlit adds an empty title line to a shared colour without a title.
        shared["color"] = {name: part for name, part in first["color"].items() if name != "title"}
        config = {**config, "legend": {**config.get("legend", {}), "title": None}}
    own = [
        {
            **layer,
            "encoding": {
                channel: said
                for channel, said in layer["encoding"].items()
                if channel not in shared
            },
        }
        for layer in layers
    ]
    return {**spec, "config": config, "encoding": shared, "layer": own}


@dataclass(frozen=True, eq=False)
class Form:
    """A chart specification without data, independent of filters.

    As long as the form is the same, the browser keeps the chart and replaces only its rows, which
    makes filter changes fast.

    Attributes
    ----------
    make : function
        Builds `chart` on first use.
    row : type
        Type of the rows that it draws, one of `components.charts.rows`.
    selections : tuple of str
        Names of the selection parameters whose changes are sent to the server.
    """

    make: Callable[[], alt.LayerChart]
    row: type
    selections: tuple[str, ...] = ()

    @cached_property
    def chart(self) -> alt.LayerChart:
        """The Altair chart; its data are the dataset named `ROWS`."""
        return self.make()

    @cached_property
    def spec(self) -> dict[str, Any]:
        """The chart as a Vega-Lite specification."""
        return _compact(self.chart.to_dict(validate=False))


Choice = ParamSpec("Choice")


@kept_over_reloads
@lru_cache(maxsize=512)
def _form(
    make: Callable[..., alt.LayerChart],
    selections: tuple[str, ...],
    row: type,
    args: tuple[Any, ...],
    kwargs: tuple[tuple[str, Any], ...],
) -> Form:
    return Form(partial(make, *args, **dict(kwargs)), row, selections)


def as_form(
    *selections: str, row: type
) -> Callable[[Callable[Choice, alt.LayerChart]], Callable[Choice, Form]]:
    """Return a decorator for a function that builds a chart, which then returns its `Form`.

    Equal arguments return the same form. The chart is built on first use.

    Parameters
    ----------
    *selections : str
        Names of the selection parameters whose changes are sent to the server.
    row : type
        Type of the rows that the chart draws.
    """

    def decorate(make: Callable[Choice, alt.LayerChart]) -> Callable[Choice, Form]:
        @wraps(make)
        def form(*args: Choice.args, **kwargs: Choice.kwargs) -> Form:
            return _form(make, selections, row, args, tuple(kwargs.items()))

        return form

    return decorate


Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A chart, map or table of text with its headline, table of values, sources and notes.

    Attributes
    ----------
    id : str
        Identifier in the registry, in links and in file names.
    headline : str
        Finding as a sentence, computed from the filtered data; for a question of the survey, the
        question.
    short : str
        Headline where the chart is small and stands right below; the headline if empty.
    subtitle : str
        Measured quantity and its unit.
    title : str
        Name in lists of figures; the subtitle if empty.
    form : Form or None
        The chart without data; None for a map or a table of text.
    rows : sequence of mapping
        Data of the chart, with localised texts.
    make_table : function
        Builds `table` on first use.
    origins : tuple of str
        Origin codes of the values.
    notes : tuple of str
        Notes on missing, computed, inferred and contradicted values.
    finding : str
        Sentences to show with the headline: the answer to its question, rival values, or a result
        of the filters; empty without any.
    hint : str
        How to use the chart on the screen; exports leave it out.
    alternative_text : str
        Kind of chart, for screen readers; the headline states the content.
    make_map : function or None
        Returns the content of the map for a canvas of some width and height in pixels, which
        determine the positions of labels; None for a chart.
    text_table : TextTable or None
        A table of the dissertation that consists of text, which is shown itself; None for a chart
        or a map.
    """

    id: str
    headline: str
    subtitle: str
    form: Form | None = None
    rows: Sequence[Row] = ()
    make_table: Callable[[], pd.DataFrame]
    origins: tuple[str, ...]
    notes: tuple[str, ...] = ()
    finding: str = ""
    hint: str = ""
    title: str = ""
    short: str = ""
    alternative_text: str
    make_map: "Callable[[Canvas], MapContent] | None" = None
    text_table: "TextTable | None" = None

    def __post_init__(self) -> None:
        """Drop the second full stop where a sentence ends in an abbreviation."""
        object.__setattr__(self, "headline", single_stops(self.headline))
        object.__setattr__(self, "short", single_stops(self.short or self.headline))
        object.__setattr__(self, "finding", single_stops(self.finding))
        object.__setattr__(self, "title", self.title or self.subtitle)
        object.__setattr__(self, "notes", tuple(single_stops(note) for note in self.notes))

    @cached_property
    def table(self) -> pd.DataFrame:
        """Values of the chart as a table of codes, with columns of `TABLE_COLUMNS`."""
        table = self.make_table()
        if "note" in table:
            table = table.assign(note=[single_stops(str(note)) for note in table["note"]])
        return table

    @property
    def value_ids(self) -> tuple[str, ...]:
        """Identifiers of the values in the table and of their inputs, each once."""
        return row_ids(self.table)

    @property
    def contradictable_ids(self) -> tuple[str, ...]:
        """Identifiers that a contradiction about this figure can name, each once.

        Besides values, a table of text has paragraphs and names events, routes and organisations.
        """
        named = self.text_table.named if self.text_table else ()
        return tuple(dict.fromkeys((*self.value_ids, *named)))

    @property
    def spoken(self) -> str:
        """Values in full colour as one text, for screen readers.

        Empty for the map, whose list and table have the same content, and for a table of text.
        """
        said = (
            f"{row['tip_title']}: {row['label']}"
            for row in self.rows
            if row.get("tip_title") and row.get("label") and row.get("opacity", 1.0) == 1.0
        )
        return clauses(dict.fromkeys(" ".join(text.split()) for text in said))

    @property
    def no_row_matches(self) -> bool:
        """True if no row matches the filters; the notes then name filters that would match."""
        if self.text_table:
            return not self.text_table.rows
        return self.make_map is None and not self.spoken

    @property
    def chart_form(self) -> Form:
        """The chart without data.

        Raises
        ------
        ValueError
            If the figure is a map or a table of text.
        """
        if self.form is None:
            message = f"{self.id} is drawn by no chart"
            raise ValueError(message)
        return self.form

    @property
    def chart(self) -> alt.LayerChart:
        """The chart with its data.

        Raises
        ------
        ValueError
            If the figure is a map or a table of text.
        """
        chart: alt.LayerChart = self.chart_form.chart.properties(
            data=alt.InlineData(values=[dict(row) for row in self.rows])
        )
        return chart


class Builder(Protocol):
    """A function that builds a figure."""

    def __call__(self, *, dataset: Dataset, filters: Filters, language: Language) -> Figure:
        """Return the figure for some filters in one language."""
