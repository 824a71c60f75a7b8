"""Layers of chart forms over years for events: a mark below a year and its label, if they fit."""

import altair as alt

from components.charts.size import LINE_HEIGHT, MAGNIFIED, in_rem, scaled, scaled_area
from components.page.tokens import LIGHT

LABEL_SIZE = 12
"""Size in pixels of the letters of an event."""

LETTER_WIDTH, GAP = 5.8, 8
"""Pixels that a letter of a label takes at most on average, and between two labels."""

YEAR_DEPTH = 27
"""Pixels from the axis to the mark below the year."""

EVENT_TIP = [alt.Tooltip("year:O", title="title"), alt.Tooltip("event:N", title=" ")]

LEAST_WINDOW = 28
"""Height in rem of a window below which a card that fills it keeps its height for the plot."""

WIDE = (
    f"width / length(domain('x')) > {in_rem(1)} * (datum.event_letters * {LETTER_WIDTH} + {GAP})"
    f" && ({MAGNIFIED} == 1 || windowSize()[1] > rem * {LEAST_WINDOW})"
)
"""Whether all labels of a chart fit beside each other, and below its plot in full screen."""


def event_marks(x: alt.X) -> list[alt.Chart]:
    """Draw the events of rows that have one; the chart makes room for them below its axis.

    Where the labels do not fit, nothing is drawn: a mark without words says nothing, and the notes
    of the figure name its events.
    """
    base = alt.Chart().transform_filter("datum.event").encode(x=x, tooltip=EVENT_TIP)
    mark = base.mark_point(
        filled=True,
        shape="triangle-up",
        # A hidden mark would take room.
        size=alt.ExprRef(f"{WIDE} ? {scaled_area(46).expr} : 0"),
        color=LIGHT.quiet,
        opacity=1,
        y=alt.ExprRef(f"{WIDE} ? height + {in_rem(YEAR_DEPTH)} : 0"),
    )
    labels = base.mark_text(
        color=LIGHT.quiet,
        fontSize=scaled(LABEL_SIZE),
        lineHeight=scaled(LINE_HEIGHT),
        baseline="top",
        text=alt.ExprRef(f"{WIDE} ? split(datum.event, '\\n') : ''"),
        y=alt.ExprRef(f"{WIDE} ? height + {in_rem(YEAR_DEPTH + 9)} : 0"),
    )
    return [mark, labels]
