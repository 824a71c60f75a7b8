"""Style sheet of the page, for everything outside Streamlit's theme."""

from dataclasses import asdict

from markupsafe import Markup

from components.assets import asset
from components.charts.palette import FIRST_TABLE, INK, KAZAKHSTAN
from components.map.ground import DARK_GROUND, LIGHT_GROUND
from components.templates import macro

_page_style = macro("page/style.html", "page_style")

_SHEETS = (
    "page/page.css",
    "map/svg_view.css",
    "overview/landing.css",
    "page/print_places.css",
)


_DARK = asdict(DARK_GROUND)

PAGE_STYLE = _page_style(
    grounds=[
        (name.replace("_", "-"), light, _DARK[name]) for name, light in asdict(LIGHT_GROUND).items()
    ],
    colours=[("mark", KAZAKHSTAN), ("bar", FIRST_TABLE)],
    ink=INK,
    sheets=Markup(asset(*_SHEETS)),  # noqa: S704, our own files
)
"""Style element of a page as HTML, for the light and the dark theme."""
