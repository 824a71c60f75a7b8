"""Energy routes page: map of the Middle Corridor and the pipelines, and figures about them."""

from components.map.explorer import show_map, show_map_figures
from components.page.layout import title
from components.page.shell import show_page
from components.text.names import later

show_page(
    "pages/energy_routes.py",
    title(later("Corridors, pipelines and ports")),
    show_map,
    show_map_figures,
)
