"""The Figure: what pages, downloads, links and tests share."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial, wraps
from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, cast

import altair as alt
import pandas as pd

from data.choice.parameters import Filters
from data.language.languages import Language
from data.load.dataset import Dataset

if TYPE_CHECKING:
    from components.map.content import Canvas, MapContent

ROWS = "source"
"""Name of the one dataset every chart draws from."""

ID_COLUMNS = ("id", "computed_from")
"""Columns with the identifier of a value, and with those of its inputs."""

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
    "note",
)
"""Columns a figure's table may have, in this order; `subject` names what the row measures."""

VALUE_COLUMNS = tuple(name for name in TABLE_COLUMNS if name != "question")
"""Columns of a table of values."""

JOIN = ";"
"""Between identifiers in a cell of a table."""


def row_ids(table: pd.DataFrame) -> tuple[str, ...]:
    """Return the identifiers in the columns `id` and `computed_from` of a table, each once."""
    cells = (*table["id"], *table["computed_from"])
    return tuple(dict.fromkeys(name for cell in cells for name in cell.split(JOIN) if name))


def _compact(spec: dict[str, Any]) -> dict[str, Any]:
    """Return a specification in which encodings that all layers share are stated once.

    Layers inherit the encodings of what they are part of; a specification is sent with every
    change, and encodings are most of it. The address of its schema and the size of views without
    a size are left out, since nothing reads them.
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
        # Streamlit gives a shared colour without a title an empty line as its title.
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
    """A chart without data: everything about it that no filter changes.

    The browser keeps a drawn chart and exchanges only its rows as long as the form stays the
    same, which makes a filter change cheap on both sides.

    Attributes
    ----------
    make : function
        Makes `chart`, when that is first needed.
    selections : tuple of str
        Names of the selections that pages may listen to.
    """

    make: Callable[[], alt.LayerChart]
    selections: tuple[str, ...] = ()

    @cached_property
    def chart(self) -> alt.LayerChart:
        """The chart, which draws from the dataset called `ROWS`."""
        return self.make()

    @cached_property
    def spec(self) -> dict[str, Any]:
        """The chart as a Vega-Lite specification."""
        return _compact(self.chart.to_dict(validate=False))


Choice = ParamSpec("Choice")


def as_form(
    *selections: str,
) -> Callable[[Callable[Choice, alt.LayerChart]], Callable[Choice, Form]]:
    """Return a decorator of a function that makes a chart: it returns the form of that chart.

    The same arguments return the same form, and the chart is made when it is first needed.

    Parameters
    ----------
    *selections : str
        Names of the selections that pages may listen to.
    """

    def decorate(make: Callable[Choice, alt.LayerChart]) -> Callable[Choice, Form]:
        @lru_cache(maxsize=512)
        @wraps(make)
        def form(*args: Choice.args, **kwargs: Choice.kwargs) -> Form:
            return Form(partial(make, *args, **kwargs), selections)

        return cast("Callable[Choice, Form]", form)

    return decorate


Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """Something to look at, with everything a reader may ask of it.

    Attributes
    ----------
    id : str
        Name in the registry, in links and in file names.
    headline : str
        The finding in words, computed from the filtered data.
    subtitle : str
        What is measured, in which unit.
    form : Form or None
        The chart without data; None for a map.
    rows : sequence of mapping
        What the chart draws, in text and numbers of the reader's language.
    make_table : function
        Makes `table`, which few readers open.
    origins : tuple of str
        Origin codes of the values.
    notes : tuple of str
        What is missing, computed, inferred or in conflict.
    finding : str
        A second finding that belongs beside the headline, such as what the filters pick out;
        empty where there is none.
    hint : str
        How the chart can be used on the screen; no export repeats it.
    alternative_text : str
        What kind of chart it is, for those who do not see it; the headline says what it shows.
    make_map : function or None
        Returns what the map shows on a canvas of some width and height in pixels, for which its
        labels are placed; None for a chart.
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
    alternative_text: str
    make_map: "Callable[[Canvas], MapContent] | None" = None

    @cached_property
    def table(self) -> pd.DataFrame:
        """The values behind the chart, in codes; columns out of `TABLE_COLUMNS`."""
        return self.make_table()

    @property
    def value_ids(self) -> tuple[str, ...]:
        """Identifiers of the values in the table and of what they are computed from, each once."""
        return row_ids(self.table)

    @property
    def spoken(self) -> str:
        """The values in full colour as one text, for readers who do not see the chart.

        Empty for the map; its list and table say the same.
        """
        said = (
            f"{row['tip_title']}: {row['label']}"
            for row in self.rows
            if row.get("tip_title") and row.get("label") and row.get("opacity", 1.0) == 1.0
        )
        return "; ".join(dict.fromkeys(" ".join(text.split()) for text in said))

    @property
    def silent(self) -> bool:
        """Whether nothing stands in full colour: the notes then say why, and what would."""
        return self.make_map is None and not self.spoken

    @property
    def chart_form(self) -> Form:
        """The chart without data.

        Raises
        ------
        ValueError
            Where the figure is a map.
        """
        if self.form is None:
            message = f"{self.id} is a map, which no chart draws"
            raise ValueError(message)
        return self.form

    @property
    def chart(self) -> alt.LayerChart:
        """The chart with its data.

        Raises
        ------
        ValueError
            Where the figure is a map.
        """
        chart: alt.LayerChart = self.chart_form.chart.properties(
            data=alt.InlineData(values=[dict(row) for row in self.rows])
        )
        return chart


class Builder(Protocol):
    """A function that makes a figure."""

    def __call__(self, *, dataset: Dataset, filters: Filters, language: Language) -> Figure:
        """Return the figure for one choice of filters in one language."""
