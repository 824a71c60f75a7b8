"""Sources: every value with its origin, the contradictions of the source, the data package."""

from components.layout import title
from components.shell import show_page
from components.sources import show_sources
from components.text.names import later

show_page(
    "pages/sources.py",
    title(later("Where every number comes from")),
    show_sources,
)
