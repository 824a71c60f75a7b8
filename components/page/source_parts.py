"""Parts of the page that compares sources: controls of the figures, and the explanation."""

import streamlit as st

from components.cards.markup import part_of_card, text_list
from components.controls.choices import Listed, show_choices
from components.figures.source_comparison import emphasis_options, measure_options
from components.page.layout import side_by_side
from components.page.shell import View, showing
from data.choice.source_parameters import CARRIER, EMPHASIS, FLOW, QUANTITY
from data.choice.subjects import Subject
from data.evidence.names import label_of
from data.evidence.source_comparison import CARRIERS
from data.problems import TableRefusedError


def _show_compared(view: View, figure: str, table: str) -> None:
    """Draw the controls of one comparison, and its figure."""
    _ = view.language.gettext
    trade = table == "trade"
    parameter = QUANTITY if trade else FLOW
    try:
        sources = emphasis_options(table, view.dataset, view.language)
    except TableRefusedError:
        # The figure itself names the table.
        sources = ()
    controls = [
        Listed(
            kind="segments",
            parameter=parameter.name,
            label=_("Measure of trade") if trade else _("Direction of investment"),
            value=parameter.value(view.filters),
            options=measure_options(table, view.dataset, view.language),
        )
    ]
    if sources:
        controls.append(
            Listed(
                kind="segments",
                parameter=EMPHASIS.name,
                label=_("Highlighted source"),
                value=view.filters.source,
                options=sources,
            )
        )
    show_choices(controls, key=f"choose_{figure}")
    side_by_side(view, figure)


@showing(Subject.TRADE_SOURCES)
def show_trade_sources(view: View) -> None:
    """Draw what each source states of trade, with the choice of measure and source."""
    _show_compared(view, "trade_sources", "trade")


@showing(Subject.INVESTMENT_SOURCES)
def show_investment_sources(view: View) -> None:
    """Draw what each source states of investment, with the choice of direction and source."""
    _show_compared(view, "investment_sources", "investment")


@showing(Subject.CARRIED_SOURCES)
def show_carried_sources(view: View) -> None:
    """Draw what each source states of amounts carried, with the choice of a route."""
    _ = view.language.gettext
    routes = tuple(
        (code, label_of(view.dataset, "routes", code, view.language)) for code in CARRIERS
    )
    chosen = Listed(
        kind="select",
        parameter=CARRIER.name,
        label=_("Route"),
        value=view.filters.carrier,
        options=routes,
    )
    show_choices([chosen], key="choose_carried_sources")
    side_by_side(view, "carried_sources")


def show_why_reporters_differ(view: View) -> None:
    """Draw general reasons for which two countries report different amounts of the same flow."""
    _ = view.language.gettext
    reasons = [
        _(
            "Valuation: exports are usually valued at the border of the exporter (f.o.b.), imports "
            "with freight and insurance (c.i.f.), so the importer tends to report more."
        ),
        _(
            "Trade system: general trade counts all goods that enter the country, special trade "
            "only those released for its market; goods in customs warehouses and free zones make "
            "the difference."
        ),
        _(
            "Destination and origin: the exporter records the destination declared at departure, "
            "the importer the country of origin. Goods that are resold on the way, or pass through "
            "a third country, can appear under different partners."
        ),
        _(
            "Transit: oil and other goods loaded at a port of a third country can be counted as "
            "trade with that country, or not at all."
        ),
        _(
            "Confidential flows: since 2011 Türkiye has not published its imports of crude oil and "
            "several fuels by country of origin, so its figures leave out a large part of what "
            "Kazakhstan reports as exports."
        ),
        _(
            "Timing and revision: goods shipped in one year may arrive in the next, and figures "
            "are revised."
        ),
        _(
            "Investment: gross inflow, net flow and stock are different measures; investment "
            "through a third country may be attributed to that country."
        ),
    ]
    heading = _("Why reporters differ: an explanation, not a finding of the Atlas")
    st.html(part_of_card(heading, text_list(reasons), level=2))
