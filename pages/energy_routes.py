"""Energy routes: the map of the Middle Corridor and the pipelines, and what it is measured by."""

from components.layout import title
from components.map_view import show_map, show_map_figures
from components.shell import show_page
from components.text.names import later

show_page(
    "pages/energy_routes.py",
    title(later("Corridors, pipelines and ports")),
    show_map,
    show_map_figures,
)
