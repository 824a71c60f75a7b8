"""The Figure: what pages, downloads, links and tests share."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial, wraps
from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, overload

import altair as alt
import pandas as pd

from components.text.lists import clauses
from data.choice.parameters import Filters
from data.language.languages import Language
from data.load.dataset import Dataset

if TYPE_CHECKING:
    from pydeck import Deck

    from components.page.screen import Screen

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
    row : type or None
        Type of the rows that it draws, out of `components.charts.rows`; None for the map.
    """

    make: Callable[[], alt.LayerChart]
    selections: tuple[str, ...] = ()
    row: type | None = None

    @cached_property
    def chart(self) -> alt.LayerChart:
        """The chart, which draws from the dataset called `ROWS`."""
        return self.make()

    @cached_property
    def spec(self) -> dict[str, Any]:
        """The chart as a Vega-Lite specification."""
        made: dict[str, Any] = self.chart.to_dict(validate=False)
        return made


Choice = ParamSpec("Choice")


@lru_cache(maxsize=512)
def _form(
    make: Callable[..., alt.LayerChart],
    selections: tuple[str, ...],
    row: type | None,
    args: tuple[Any, ...],
    kwargs: tuple[tuple[str, Any], ...],
) -> Form:
    return Form(partial(make, *args, **dict(kwargs)), selections, row)


def as_form(
    *selections: str, row: type | None = None
) -> Callable[[Callable[Choice, alt.LayerChart]], Callable[Choice, Form]]:
    """Return a decorator of a function that makes a chart: it returns the form of that chart.

    The same arguments return the same form, and the chart is made when it is first needed.

    Parameters
    ----------
    *selections : str
        Names of the selections that pages may listen to.
    row : type, optional
        Type of the rows that the chart draws.
    """

    def decorate(make: Callable[Choice, alt.LayerChart]) -> Callable[Choice, Form]:
        @wraps(make)
        def form(*args: Choice.args, **kwargs: Choice.kwargs) -> Form:
            return _form(make, selections, row, args, tuple(kwargs.items()))

        return form

    return decorate


Row = Mapping[str, Any]


class Deferred(Sequence[Row]):
    """Rows that are made when they are first read.

    Parameters
    ----------
    make : function
        Makes the rows.
    """

    def __init__(self, make: Callable[[], Sequence[Row]]) -> None:
        self._make = make

    @cached_property
    def _rows(self) -> Sequence[Row]:
        return self._make()

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        """Return one row, or several."""
        return self._rows[place]

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)


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
    form : Form
        The chart without data.
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
    make_deck : function or None
        Makes the interactive map that a browser shows in the chart's place: for a screen, and a
        number whose change makes the browser forget what was clicked. None for other figures.
    rows_for : function or None
        Makes the rows for a drawing of another width and height in pixels, where labels are placed
        for one size. None for other figures.
    """

    id: str
    headline: str
    subtitle: str
    form: Form
    rows: Sequence[Row]
    make_table: Callable[[], pd.DataFrame]
    origins: tuple[str, ...]
    notes: tuple[str, ...] = ()
    finding: str = ""
    hint: str = ""
    alternative_text: str
    make_deck: "Callable[[Screen, int], Deck] | None" = None
    rows_for: Callable[[float, float], Sequence[Row]] | None = None

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

        Empty for the map, whose rows are made when it is drawn; its list and table say the same.
        """
        if isinstance(self.rows, Deferred):
            return ""
        said = (
            f"{row['tip_title']}: {row['label']}"
            for row in self.rows
            if row.get("tip_title") and row.get("label") and row.get("opacity", 1.0) == 1.0
        )
        return clauses(dict.fromkeys(" ".join(text.split()) for text in said))

    @property
    def silent(self) -> bool:
        """Whether nothing stands in full colour: the notes then say why, and what would."""
        return not isinstance(self.rows, Deferred) and not self.spoken

    @property
    def chart(self) -> alt.LayerChart:
        """The chart with its data."""
        chart: alt.LayerChart = self.form.chart.properties(
            data=alt.InlineData(values=[dict(row) for row in self.rows])
        )
        return chart


class Builder(Protocol):
    """A function that makes a figure."""

    def __call__(self, *, dataset: Dataset, filters: Filters, language: Language) -> Figure:
        """Return the figure for one choice of filters in one language."""
