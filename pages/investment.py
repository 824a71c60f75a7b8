"""Investment: both directions, sectors, projects and companies."""

from components.card import show_figure
from components.layout import page_title, side_by_side
from components.shell import View, show_page
from components.wording import later


def draw(view: View) -> None:
    """Draw the content of the page."""
    page_title(view, later("Investment between Kazakhstan and Türkiye"))
    show_figure("investment_flows", view.filters)
    side_by_side(
        view,
        ("investment_sectors", "joint_projects"),
        ("investment_tables", "turkish_companies"),
    )
    show_figure("investment_projects", view.filters)


show_page("pages/investment.py", draw)
