"""Comparison: what each source states of trade and investment, and why reporters differ."""

from components.page.layout import row, title
from components.page.shell import show_page
from components.page.source_parts import (
    show_carried_sources,
    show_investment_sources,
    show_trade_sources,
    show_why_reporters_differ,
)
from components.text.names import later

show_page(
    "pages/source_comparison.py",
    title(later("What each source says about trade and investment")),
    show_trade_sources,
    row("trade_claims"),
    show_investment_sources,
    row("investment_claims"),
    show_carried_sources,
    show_why_reporters_differ,
)
