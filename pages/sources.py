"""Sources page: catalogue of values, contradictions of the source, source map, data package."""

from components.page.layout import title
from components.page.shell import show_page
from components.sources.views import show_sources
from components.text.names import later

show_page(
    "pages/sources.py",
    title(later("Where every number comes from")),
    show_sources,
)
