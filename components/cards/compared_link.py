"""Link from a figure of trade or investment to what each source says of its measure."""

from collections.abc import Mapping
from types import MappingProxyType

from markupsafe import Markup

from components.cards.markup import Target, go_link
from data.choice.parameters import FIGURE
from data.choice.source_parameters import FLOW, QUANTITY
from data.language.languages import Language

PAGE = "pages/source_comparison.py"

_TRADE = {FIGURE.name: "trade_sources"}
_INVESTMENT = {FIGURE.name: "investment_sources", FLOW.name: "investment_tr_to_kz"}

COMPARED: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "trade_turnover": {**_TRADE, QUANTITY.name: "turnover"},
        "trade_balance": {**_TRADE, QUANTITY.name: "balance"},
        "trade_growth": {**_TRADE, QUANTITY.name: "turnover"},
        "trade_answers": {**_TRADE, QUANTITY.name: "turnover"},
        "trade_tables": {**_TRADE, QUANTITY.name: "turnover"},
        "investment_flows": _INVESTMENT,
        "investment_tables": _INVESTMENT,
    }
)
"""Link parameters of the comparison with the measure of each figure."""


def compared_link(figure: str, language: Language) -> Markup:
    """Return the link to the comparison of sources of a figure; empty for other figures."""
    if figure not in COMPARED:
        return Markup()
    return go_link(Target(PAGE, COMPARED[figure]), language.gettext("What each source says"))
