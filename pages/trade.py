"""Trade page: turnover with exports and imports, balance, growth, comparison of tables."""

from components.own_file.on_charts import show_own_control
from components.page.layout import row, title
from components.page.shell import show_page
from components.text.names import later

show_page(
    "pages/trade.py",
    title(later("Trade of Kazakhstan with Türkiye")),
    show_own_control,
    row("trade_turnover"),
    row("trade_balance", "trade_growth"),
    row("trade_answers"),
    row("trade_tables"),
)
