"""Figure of Table 5 of the dissertation: directions of economic cooperation."""

from collections.abc import Mapping
from types import MappingProxyType

from components.figures.figure import Builder, Figure
from components.figures.leads import Lead
from components.figures.source_tables import (
    Printed,
    codes_of,
    named_in_line,
    printed_table,
    text_figure,
)
from components.text.lists import listed
from components.text.names import nothing_printed
from data.choice.parameters import Filters
from data.language.languages import Language
from data.load.dataset import Dataset

TABLE = "table5"


def _lead(printed: Printed, *, dataset: Dataset, language: Language) -> Lead:
    _ = language.gettext
    rows = printed.source.rows
    if not rows:
        return Lead(headline=nothing_printed(language))
    count = sum(1 for given in printed.amounts if given)
    total = language.number(len(rows))
    headline = (
        language.ngettext(
            "{count} of {total} directions of economic cooperation gives an amount",
            "{count} of {total} directions of economic cooperation give an amount",
            count,
        ).format(count=language.number(count), total=total)
        if count
        else _("None of the {total} directions of economic cooperation gives an amount").format(
            total=total
        )
    )
    names = named_in_line(
        (code for row in rows for code in codes_of(row)), dataset=dataset, language=language
    )
    named = sum(1 for row in rows if codes_of(row))
    finding = (
        _("Named in {count} of {total} rows: {names}.").format(
            count=language.number(named), total=total, names=listed(names, language)
        )
        if names
        else ""
    )
    return Lead(headline=headline, finding=finding)


def cooperation_directions(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return the figure of Table 5, on the directions of economic cooperation."""
    printed = printed_table(TABLE, dataset=dataset, language=language)
    return text_figure(
        printed,
        figure="cooperation_directions",
        lead=_lead(printed, dataset=dataset, language=language),
        alternative_text=language.gettext(
            "A table of directions of cooperation with their content and examples, and links to "
            "the routes, values and events that they name."
        ),
        dataset=dataset,
        filters=filters,
        language=language,
    )


FIGURES: Mapping[str, Builder] = MappingProxyType(
    {"cooperation_directions": cooperation_directions}
)
