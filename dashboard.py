"""The landing page: key figures, the map beside trade, investment beside a question."""

from components.layout import page_title, show_key_figures, side_by_side
from components.shell import View, show_page
from components.wording import later


def draw(view: View) -> None:
    """Draw the content of the page."""
    page_title(view, later("Kazakhstan and Türkiye: routes, trade, investment, opinion"))
    show_key_figures(view)
    side_by_side(view, "route_map", "trade_turnover")
    side_by_side(view, "investment_flows", "survey_q04")


show_page(later("Overview"), draw)
