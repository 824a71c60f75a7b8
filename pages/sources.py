"""Sources: every value with its origin, the contradictions of the source, the data package."""

from components.layout import page_title
from components.shell import page
from components.sources import show_sources
from components.wording import later

with page(later("Sources")) as view:
    page_title(view, later("Where every number comes from"), with_years=False)
    show_sources(view)
