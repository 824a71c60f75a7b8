"""Trade: turnover with its parts, balance, growth, and where the printed tables disagree."""

from components.layout import row, title
from components.shell import show_page
from components.text.names import later

show_page(
    "pages/trade.py",
    title(later("Trade of Kazakhstan with Türkiye")),
    row("trade_turnover"),
    row("trade_balance", "trade_growth"),
    row("trade_tables"),
)
