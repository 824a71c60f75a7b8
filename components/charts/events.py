"""Layers of chart forms over years for events: a mark below a year, and its label with room."""

import altair as alt

from components.charts.size import LINE_HEIGHT, in_rem, scaled, scaled_area
from components.page.tokens import LIGHT

LABEL_SIZE = 12
"""Size in pixels of the letters of an event."""

LABEL_WIDTH = 128
"""Pixels of a year that a label needs; in less, the mark stands alone, and a note names it."""

YEAR_DEPTH = 27
"""Pixels from the axis to the mark below the year."""

EVENT_TIP = [alt.Tooltip("year:O", title="title"), alt.Tooltip("event:N", title=" ")]

WIDE = f"width / length(domain('x')) > {in_rem(LABEL_WIDTH)}"


def event_marks(x: alt.X) -> list[alt.Chart]:
    """Draw the events of rows that have one; the chart makes room for them below its axis."""
    base = alt.Chart().transform_filter("datum.event").encode(x=x, tooltip=EVENT_TIP)
    mark = base.mark_point(
        filled=True,
        shape="triangle-up",
        size=scaled_area(46),
        color=LIGHT.quiet,
        opacity=1,
        y=alt.ExprRef(f"height + {in_rem(YEAR_DEPTH)}"),
    )
    labels = base.mark_text(
        color=LIGHT.quiet,
        fontSize=scaled(LABEL_SIZE),
        lineHeight=scaled(LINE_HEIGHT),
        baseline="top",
        # Hidden text would take room.
        text=alt.ExprRef(f"{WIDE} ? split(datum.event, '\\n') : ''"),
        y=alt.ExprRef(f"height + {in_rem(YEAR_DEPTH + 9)}"),
    )
    return [mark, labels]
