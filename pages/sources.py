"""Sources: every value with its origin, the contradictions of the source, the data package."""

from components.layout import page_title
from components.shell import View, show_page
from components.sources import show_sources
from components.wording import later


def draw(view: View) -> None:
    """Draw the content of the page."""
    page_title(view, later("Where every number comes from"))
    show_sources(view)


show_page("pages/sources.py", draw)
