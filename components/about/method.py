"""Method in a picture: one value from its paragraph through its row to its bar."""

from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from components.about.article import paragraphs, single_section
from components.assets import component_parts
from components.page.shell import View
from components.templates import macro
from components.text.amounts import amount_text
from components.text.lists import paragraph_words, remarked
from components.text.names import qualifier_name
from components.text.places import paragraph_text
from data.evidence.names import label_of
from data.evidence.scope import example_series
from data.evidence.values import Series, Value

_method = macro("about/method.html", "method")

# Streamlit removes drawings from the HTML of a page, but not from that of a component.
_drawn = st.components.v2.component(
    "atlas_method", **component_parts("about/method.js"), isolate_styles=False
)

WIDTH, HEIGHT = 320, 190
"""Size of a picture in the units of its drawing."""

LEFT, RIGHT, BASE, TOP = 16, 304, 158, 44
"""Edges of the bars."""

GAP_SHARE = 0.3
"""Share of the place of a bar that stays empty."""


@dataclass(frozen=True)
class Bar:
    """A bar of the last picture, in the units of its drawing."""

    x: float
    y: float
    width: float
    height: float
    year: str
    followed: bool

    @property
    def middle(self) -> float:
        """Horizontal middle."""
        return self.x + self.width / 2


def bars_of(series: Series) -> tuple[Bar, ...]:
    """Return the bars of the measured values of a series; the last value is the followed one."""
    sizes = [(value.period, value.value) for value in series if value.value is not None]
    largest = max((size for _period, size in sizes), default=0) or 1
    step = (RIGHT - LEFT) / max(len(sizes), 1)
    width = step * (1 - GAP_SHARE)
    bars = []
    for place, (period, size) in enumerate(sizes):
        height = (BASE - TOP) * max(size, 0) / largest
        x = LEFT + place * step + (step - width) / 2
        bars.append(Bar(x, BASE - height, width, height, period, place == len(sizes) - 1))
    return tuple(bars)


def _picture(followed: Value, series: Series, view: View) -> Markup:
    words, dataset = view.language, view.dataset
    _ = words.gettext
    amount = amount_text(followed, dataset=dataset, language=words)
    cells = (
        (_("Item"), followed.name(words)),
        (_("Period"), followed.period),
        (_("Value"), amount),
        (_("Qualifier"), qualifier_name(followed.qualifier, words)),
        (_("Source"), label_of(dataset, "origins", followed.origin, words)),
        (_("Paragraph"), followed.paragraph),
    )
    place = paragraph_text(followed, dataset=dataset, language=words)
    steps = (
        (
            _("1. The paragraph"),
            _("{place} prints the value. Paragraphs are counted from the beginning of the text."),
        ),
        (
            _("2. The row"),
            _(
                "The value is a row of a table, as printed, with its source, how firmly it is "
                "stated, and an id that it keeps in every view and every download."
            ),
        ),
        (
            _("3. The figure"),
            _(
                "The bar is drawn from that row. The table below a chart leads back to the row "
                "and the paragraph."
            ),
        ),
    )
    paragraph = paragraph_words(followed.paragraph, words)
    bar = _("{name}, {period}: {amount}").format(
        name=followed.name(words), period=followed.period, amount=amount
    )
    shown = (paragraph, followed.id, bar)
    return _method(
        [(title, text.format(place=words.capital(place))) for title, text in steps],
        labels=[
            remarked(title, (text,)) for (title, _text), text in zip(steps, shown, strict=True)
        ],
        paragraph=paragraph,
        amount=amount,
        id=followed.id,
        cells=cells,
        bars=bars_of(series),
        size=(WIDTH, HEIGHT),
        edges=(LEFT, RIGHT, BASE, TOP),
    )


def show_method(view: View) -> None:
    """Draw the way of one value from its paragraph to a figure."""
    _ = view.language.gettext
    series = tuple(value for value in example_series(view.dataset) if value.value is not None)
    if not series:
        text = _("The example cannot be shown, because the trade table has faults.")
        body = paragraphs([text])
    else:
        body = _picture(series[-1], series, view)
    html = single_section(_("From a paragraph to a figure"), body)
    _drawn(key="method", data={"html": str(html)})
