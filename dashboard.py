"""The landing page: key figures, trade and investment, one question of the survey."""

from components.card import show_figure
from components.layout import page_title, show_key_figures, side_by_side
from components.shell import page
from components.wording import later

with page(later("Overview")) as view:
    page_title(view, later("Kazakhstan and Türkiye: trade, investment, opinion"))
    show_key_figures(view)
    side_by_side(view, "trade_turnover", "investment_flows")
    show_figure("survey_q04", view.filters)
