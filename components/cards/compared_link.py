"""Links from a figure of trade or investment to what each source says of its measure."""

from collections.abc import Mapping
from types import MappingProxyType

from markupsafe import Markup

from components.cards.markup import Target, go_link, quiet_links
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


CLAIMS: Mapping[str, str] = MappingProxyType(
    {"trade_sources": "trade_claims", "investment_sources": "investment_claims"}
)
"""Figure of the statements under every source beside each comparison."""


def compared_link(figure: str, language: Language) -> Markup:
    """Return links to the comparison of sources and to the statements under each of them.

    They are empty for figures that are not compared.
    """
    if figure not in COMPARED:
        return Markup()
    _ = language.gettext
    sets = COMPARED[figure]
    claims = {FIGURE.name: CLAIMS[sets[FIGURE.name]]}
    links = [
        go_link(Target(PAGE, sets), _("What each source says")),
        go_link(Target(PAGE, claims), _("Statements by source")),
    ]
    return quiet_links(links)
