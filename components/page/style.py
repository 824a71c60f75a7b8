"""Style sheet of the page: design tokens as variables, and everything outside Streamlit's theme."""

from collections.abc import Iterator
from dataclasses import fields

from markupsafe import Markup

from components.assets import asset
from components.page.tokens import (
    DARK,
    KAZAKHSTAN,
    LIGHT,
    NEUTRAL,
    PRINT,
    PROJECTOR,
    PROJECTOR_SCALE,
    ROOT_SIZE,
    SPACES,
    SURVEY,
    TURKIYE,
    TYPE_SIZES,
    Colours,
)
from components.templates import macro

_page_style = macro("page/style.html", "page_style")

_SHEETS = (
    "page/page.css",
    "cards/figure_card.css",
    "cards/full_screen.css",
    "map/svg_view.css",
    "map/map_tools.css",
    "overview/landing.css",
    "about/about.css",
    "sources/sources.css",
    "own_file/own_file.css",
    "page/print_places.css",
)

Named = tuple[str, str]


def _named(colours: Colours) -> Iterator[Named]:
    """Yield the name of the variable and the value of every colour of a set."""
    for field in fields(colours):
        value = getattr(colours, field.name)
        if isinstance(value, str):
            yield field.name.replace("_", "-"), value
        else:
            for part in fields(value):
                yield f"map-{part.name.replace('_', '-')}", getattr(value, part.name)


_LIGHT, _DARK = dict(_named(LIGHT)), dict(_named(DARK))

CHART_COLOURS = ("ink", "quiet", "axis", "grid", "warning")
"""Colours of a set that charts draw with; rules of the page replace them on a dark page."""

PAGE_STYLE = _page_style(
    themes=[(name, f"light-dark({light}, {_DARK[name]})") for name, light in _LIGHT.items()],
    marks=[
        ("kazakhstan", KAZAKHSTAN),
        ("turkiye", TURKIYE),
        ("survey", SURVEY),
        ("bar", NEUTRAL),
    ],
    sizes=[
        *((f"type-{name}", f"{size}rem") for name, size in TYPE_SIZES.items()),
        *((f"space-{name}", f"{size}rem") for name, size in SPACES.items()),
    ],
    paper=list(_named(PRINT)),
    projector=list(_named(PROJECTOR)),
    chart_colours=[(name, _LIGHT[name]) for name in CHART_COLOURS],
    root_size=ROOT_SIZE,
    projector_scale=PROJECTOR_SCALE,
    sheets=Markup(asset(*_SHEETS)),  # noqa: S704, our own files
)
"""Style element of a page as HTML, for the light and the dark theme, paper and projector."""
