"""Headlines and findings of the measures of trade by year."""

from collections.abc import Callable

from components.figures.leads import Lead
from data.evidence.names import years_text
from data.evidence.values import Series, Value
from data.language.languages import Language

Write = Callable[[Value], str]
"""Writes a value with one decimal, without the name of its unit."""


def _of(year: int, series: Series) -> Value | None:
    """Return the value of a year; None without one."""
    return next((seen for seen in series if seen.year == year), None)


def _shown_sign(seen: Value) -> int:
    """Return the sign of a value rounded as it is written."""
    rounded = round(seen.value or 0.0, 1)
    return (rounded > 0) - (rounded < 0)


def contribution_lead(found: tuple[Series, ...], *, write: Write, language: Language) -> Lead:
    """Return the contribution of one part in the last year, then of the other, and the growth."""
    _ = language.gettext
    own, other, growth = found
    last = own[-1]
    size = language.number(abs(last.value or 0.0), decimals=1)
    of_exports = last.indicator.startswith("exports")
    if not _shown_sign(last):
        saying = (
            _("Exports hardly changed trade turnover in {year}")
            if of_exports
            else _("Imports hardly changed trade turnover in {year}")
        )
    elif _shown_sign(last) > 0:
        saying = (
            _("Exports added {points} percentage points to the growth of trade turnover in {year}")
            if of_exports
            else _(
                "Imports added {points} percentage points to the growth of trade turnover in {year}"
            )
        )
    else:
        saying = (
            _(
                "Exports lowered the growth of trade turnover by {points} percentage points in "
                "{year}"
            )
            if of_exports
            else _(
                "Imports lowered the growth of trade turnover by {points} percentage points in "
                "{year}"
            )
        )
    headline = saying.format(points=size, year=last.year)
    rest, total = _of(last.year, other), _of(last.year, growth)
    sentences = []
    if rest is not None:
        saying = (
            _("Contribution of imports: {value}.")
            if of_exports
            else _("Contribution of exports: {value}.")
        )
        sentences.append(saying.format(value=write(rest)))
    if total is not None:
        rate = language.number(total.value or 0.0, decimals=1, signed=True)
        sentences.append(_("Growth of turnover in per cent: {value}.").format(value=rate))
    return Lead(headline=headline, finding=" ".join(sentences))


def index_lead(found: tuple[Series, ...], *, write: Write, language: Language) -> Lead:
    """Return the index of turnover in the last year, then those of exports and imports."""
    _ = language.gettext
    turnover, exports, imports = found
    first, last = turnover[0], turnover[-1]
    if first is last:
        saying = _("No other selected year can be compared with {year}, so the index is {value}")
        return Lead(headline=saying.format(year=last.year, value=write(last)))
    headline = _("Index of trade turnover in {year}: {value}, where {first_year} = {base}").format(
        value=write(last), year=last.year, first_year=first.year, base=language.number(100)
    )
    sold, bought = (
        _of(last.year, part) if part and part[0].year == first.year else None
        for part in (exports, imports)
    )
    if sold is None or bought is None:
        return Lead(headline=headline)
    saying = _("Exports: {exports}; imports: {imports}.")
    return Lead(
        headline=headline, finding=saying.format(exports=write(sold), imports=write(bought))
    )


def share_lead(found: tuple[Series, ...], *, write: Write, language: Language) -> Lead:
    """Return the change of the share of exports between the first and the last year."""
    _ = language.gettext
    (series,) = found
    first, last = series[0], series[-1]
    before, after = (round(seen.value or 0.0, 1) for seen in (first, last))
    if first is last:
        saying = _("Share of exports in trade turnover in {last_year}: {last}")
    elif before == after:
        saying = _(
            "The share of exports in trade turnover was {last} in both {first_year} and {last_year}"
        )
    elif before < after:
        saying = _(
            "The share of exports in trade turnover rose from {first} in {first_year} to {last} in "
            "{last_year}"
        )
    else:
        saying = _(
            "The share of exports in trade turnover fell from {first} in {first_year} to {last} in "
            "{last_year}"
        )
    return Lead(
        headline=saying.format(
            first=write(first), last=write(last), first_year=first.year, last_year=last.year
        )
    )


def compound_lead(found: tuple[Series, ...], *, write: Write, language: Language) -> Lead:
    """Return the compound annual growth between the first and the last year."""
    _ = language.gettext
    (series,) = found
    last = series[-1]
    saying = _("Compound annual growth of trade turnover in {years}: {rate}")
    first_year = int(last.id.partition("_since_")[2].partition(":")[0])
    return Lead(headline=saying.format(years=years_text((first_year, last.year)), rate=write(last)))
