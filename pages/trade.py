"""Trade: turnover with its parts, balance, growth, and where the printed tables disagree."""

from components.card import show_figure
from components.layout import page_title, side_by_side
from components.shell import View, show_page
from components.wording import later


def draw(view: View) -> None:
    """Draw the content of the page."""
    page_title(view, later("Trade of Kazakhstan with Türkiye"))
    show_figure("trade_turnover", view.filters)
    side_by_side(view, "trade_balance", "trade_growth")
    show_figure("trade_tables", view.filters)


show_page("pages/trade.py", draw)
