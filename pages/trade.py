"""Trade: turnover with its parts, balance, growth, and where the printed tables disagree."""

from components.card import show_figure
from components.layout import page_title, side_by_side
from components.shell import page
from components.wording import later

with page(later("Trade")) as view:
    page_title(view, later("Trade of Kazakhstan with Türkiye"))
    show_figure("trade_turnover", view.filters)
    side_by_side(view, "trade_balance", "trade_growth")
    show_figure("trade_tables", view.filters)
