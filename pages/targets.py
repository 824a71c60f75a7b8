"""Targets page: targets for trade, totals of investment, trade of the Turkic states."""

from components.page.layout import row, title
from components.page.shell import show_page
from components.text.names import later

show_page(
    "pages/targets.py",
    title(later("Targets, totals and the wider picture")),
    row("turnover_target"),
    row("investment_totals", "ots_trade"),
    row("projects_by_stage", "companies_by_source"),
    row("eaeu_trade"),
    row("ots_gdp", "trade_shares"),
)
