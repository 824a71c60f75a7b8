"""Energy routes: the map of the Middle Corridor and the pipelines, and what it is measured by."""

from components.layout import page_title
from components.map_view import show_map, show_map_figures
from components.shell import View, show_page
from components.wording import later


def draw(view: View) -> None:
    """Draw the content of the page."""
    page_title(view, later("Corridors, pipelines and ports"))
    show_map(view)
    show_map_figures(view)


show_page("pages/energy_routes.py", draw)
