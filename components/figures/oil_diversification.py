"""Figure of Table 2 of the dissertation: thirteen rows on diversifying oil exports."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from components.figures.figure import Builder, Figure
from components.figures.leads import with_other_values
from components.figures.source_tables import Printed, printed_table, text_figure
from components.text.amounts import amount_in_sentence
from components.text.dates import date_text
from components.text.names import nothing_printed
from data.choice.parameters import Filters
from data.evidence.routes import CARRIED
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset

TABLE = "table2"


def _carried(printed: Printed) -> tuple[Value, ...]:
    """Return the dated amounts of oil carried that the table prints, earliest first."""
    values = [value for given in printed.amounts for value in given]
    dated = [value for value in values if value.quantity[0] == CARRIED and value.period]
    return tuple(sorted(dated, key=lambda value: value.period))


def _headline(printed: Printed, *, dataset: Dataset, language: Language) -> str:
    _ = language.gettext
    found = _carried(printed)
    if not printed.source.rows:
        return nothing_printed(language)
    if not found:
        return _("The table on oil exports gives no amount carried in any year")
    said = {
        place: amount_in_sentence(value, dataset=dataset, language=language)
        for place, value in (("first", found[0]), ("last", found[-1]))
    }
    years = {
        "first_year": date_text(found[0].period, language),
        "last_year": date_text(found[-1].period, language),
    }
    if len(found) == 1:
        return _("Oil carried across the Caspian: {first} in {first_year}").format(**said, **years)
    saying = _("Oil carried across the Caspian: {first} in {first_year}, {last} in {last_year}")
    return saying.format(**said, **years)


def _counted(printed: Printed, language: Language) -> str:
    """Say how many rows give an amount; empty for a table without rows."""
    total = len(printed.source.rows)
    if not total:
        return ""
    count = sum(1 for given in printed.amounts if given)
    saying = language.ngettext(
        "{count} of {total} rows gives an amount.", "{count} of {total} rows give an amount.", count
    )
    return saying.format(count=language.number(count), total=language.number(total))


def oil_diversification(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return the figure of Table 2, on diversifying the export of oil."""
    printed = printed_table(TABLE, dataset=dataset, language=language)
    carried = _carried(printed)
    stated = carried[:1] + carried[-1:]
    headline = _headline(printed, dataset=dataset, language=language)
    lead = with_other_values(headline, stated, dataset=dataset, language=language)
    finding = " ".join(filter(None, (_counted(printed, language), lead.finding)))
    return text_figure(
        printed,
        figure="oil_diversification",
        lead=replace(lead, finding=finding),
        alternative_text=language.gettext(
            "A table of aspects of oil exports with what the dissertation says about each, the "
            "amounts, and links to the routes, values and events that it names."
        ),
        dataset=dataset,
        filters=filters,
        language=language,
    )


FIGURES: Mapping[str, Builder] = MappingProxyType({"oil_diversification": oil_diversification})
