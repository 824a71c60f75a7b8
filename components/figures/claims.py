"""Figures of statements about trade and investment, computed anew under each source and period."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

import pandas as pd

from components.charts.frame import with_opacity
from components.charts.grid import GridSize, cell_matrix
from components.charts.rows import CellRow
from components.figures.figure import JOIN, VALUE_COLUMNS, Builder, Figure
from components.figures.single_values import longest, narrow
from components.page.tokens import NEUTRAL, OTHER_VALUES
from components.text.amounts import percent
from components.text.lists import clauses
from components.text.names import method_name, wrapped
from data.choice.parameters import Filters
from data.choice.subjects import Subject
from data.evidence.claims import (
    CHANGE,
    COMMON,
    PACE,
    SIGN,
    WHOLE,
    Claim,
    Outcome,
    claims_of,
    outcomes,
)
from data.evidence.names import label_of, stating_source_name, years_text
from data.evidence.series import covered_years, first_series
from data.evidence.source_comparison import (
    BALANCE,
    sources_of_table,
)
from data.evidence.values import COMPUTED
from data.language.languages import Language
from data.language.punctuation import sentences
from data.load.dataset import Dataset

WIDEST_HEAD = 10
"""Letters of a column name that fit into a column on a phone."""

STRENGTH = 0.22
"""Opacity of the ground of a cell."""

UNFILLED = 0.01
"""The same of a cell that only has an outline; its text is not in italics, as without a value."""

GROUNDS = tuple(
    with_opacity(colour, strength)
    for colour, strength in ((NEUTRAL, STRENGTH), (OTHER_VALUES, STRENGTH), (NEUTRAL, 0.0))
)
OUTLINES = ("transparent", OTHER_VALUES, NEUTRAL)
"""Colours of the cells that rise, fall, and do neither, and of the lines around them."""


def _claim_name(claim: Claim, dataset: Dataset, language: Language) -> str:
    """Return what is stated, such as “Turnover: change, shared years”."""
    _ = language.gettext
    sayings = {
        (SIGN, WHOLE): _("Years with a positive balance, all years"),
        (SIGN, COMMON): _("Years with a positive balance, shared years"),
        (CHANGE, WHOLE): _("{measure}: change, all years"),
        (CHANGE, COMMON): _("{measure}: change, shared years"),
        (PACE, WHOLE): _("{measure}: annual growth, all years"),
        (PACE, COMMON): _("{measure}: annual growth, shared years"),
    }
    short = label_of(dataset, "indicators", claim.measure, language, "short")
    return sayings[claim.kind, claim.period].format(measure=short)


def _result(outcome: Outcome, language: Language) -> str:
    """Return the result of an outcome as a number: a count of years, or a signed share."""
    if outcome.claim.kind == SIGN:
        return language.gettext("{count} of {all}").format(
            count=language.number(outcome.positive), all=language.number(len(outcome.values))
        )
    return percent(outcome.percent or 0.0, language, decimals=1, signed=True)


def _heads(sources: tuple[str, ...], dataset: Dataset, language: Language) -> dict[str, str]:
    """Return the names of sources above their columns, in lines that do not touch each other."""
    heads: dict[str, str] = {}
    before: list[str] = []
    for source in sources:
        lines = narrow(stating_source_name(source, dataset, language)).split("\n")
        pairs = zip(before, lines, strict=False)
        if any(len(one) + len(other) > 2 * WIDEST_HEAD for one, other in pairs):
            lines.insert(0, "")
        heads[source] = "\n".join(lines)
        before = lines
    return heads


def _kinds(language: Language) -> dict[int, str]:
    _ = language.gettext
    return {1: _("rises, or always positive"), -1: _("falls, or always negative"), 0: _("mixed")}


def _rows(
    found: tuple[Outcome, ...], table: str, dataset: Dataset, language: Language
) -> list[CellRow]:
    sources = sources_of_table(dataset, table)
    claims = [claim.code for claim in claims_of(table)]
    kinds, heads = _kinds(language), _heads(sources, dataset, language)
    rows: list[CellRow] = []
    for outcome in found:
        years = years_text(outcome.years)
        result = _result(outcome, language)
        source = stating_source_name(outcome.source, dataset, language)
        name = _claim_name(outcome.claim, dataset, language)
        rows.append(
            {
                "category": wrapped(name),
                "position": claims.index(outcome.claim.code),
                "column": heads[outcome.source],
                "column_position": sources.index(outcome.source),
                "series": kinds[outcome.direction],
                "text": f"{result}\n{years}",
                "strength": STRENGTH if outcome.direction else UNFILLED,
                "marked": outcome.direction <= 0,
                "warning": False,
                "opacity": 1.0,
                "tip_title": f"{source}: {result}",
                "tip": clauses((name, years, method_name(COMPUTED, language))),
            }
        )
    return rows


def _paragraphs(outcome: Outcome) -> list[str]:
    """Return the paragraphs of the values of a statement, each once."""
    cells = (part for value in outcome.used for part in value.paragraph.split(JOIN))
    return list(dict.fromkeys(filter(None, cells)))


def _table(found: tuple[Outcome, ...], dataset: Dataset, language: Language) -> pd.DataFrame:
    rows = [
        (
            outcome.id,
            JOIN.join(outcome.inputs),
            years_text(outcome.years),
            outcome.claim.measure,
            outcome.positive if outcome.claim.kind == SIGN else outcome.percent,
            None,
            None,
            "exact",
            "years" if outcome.claim.kind == SIGN else "percent",
            COMPUTED,
            outcome.values[-1].origin,
            JOIN.join(_paragraphs(outcome)),
            clauses(
                (
                    _claim_name(outcome.claim, dataset, language),
                    stating_source_name(outcome.source, dataset, language),
                    _result(outcome, language),
                )
            ),
        )
        for outcome in found
    ]
    table = pd.DataFrame(rows, columns=list(VALUE_COLUMNS))
    return table.astype(dict.fromkeys(("value", "low", "high"), "float64"))


def _headline(found: tuple[Outcome, ...], table: str, dataset: Dataset, language: Language) -> str:
    """Return the result of the main claim of a table under every source."""
    _ = language.gettext
    main = next(
        claim
        for claim in claims_of(table)
        if claim.measure == (BALANCE if table == "trade" else "investment_tr_to_kz")
    )
    told = [
        _("{values} ({place})").format(
            values=_result(outcome, language),
            place=stating_source_name(outcome.source, dataset, language),
        )
        for outcome in found
        if outcome.claim == main
    ]
    if not told:
        return _("No source has enough values for the selected years")
    if table == "trade":
        saying = _("Years with a positive trade balance: {clauses}")
    else:
        saying = _("Change in investment from Türkiye, first to last year: {clauses}")
    return saying.format(clauses=clauses(told))


def sorted_outcomes(
    found: tuple[Outcome, ...], table: str, dataset: Dataset
) -> tuple[Outcome, ...]:
    """Return outcomes claim by claim, each in the order of the sources."""
    claims, sources = claims_of(table), sources_of_table(dataset, table)
    return tuple(
        sorted(found, key=lambda one: (claims.index(one.claim), sources.index(one.source)))
    )


def _claims(
    figure: str, table: str, *, dataset: Dataset, filters: Filters, language: Language
) -> Figure:
    """Return the figure of the claims about a table under every source and period."""
    _ = language.gettext
    chosen = None if filters.years == covered_years(dataset) else filters.years
    every = sorted_outcomes(outcomes(dataset, table), table, dataset)
    found = sorted_outcomes(outcomes(dataset, table, chosen), table, dataset) if chosen else every
    kinds = _kinds(language)
    rows = _rows(every, table, dataset, language)
    told = found or every
    origins = dict.fromkeys(value.origin for outcome in told for value in outcome.used)
    subtitle = (
        _("Statements about trade in the dissertation and in public data, by period, computed")
        if table == "trade"
        else _(
            "Statements about investment in the dissertation and in public data, by period, "
            "computed"
        )
    )
    return Figure(
        id=figure,
        headline=_headline(found, table, dataset, language),
        subtitle=subtitle,
        form=cell_matrix(
            language=language,
            series=tuple(zip(kinds.values(), GROUNDS, strict=True)),
            outlines=tuple(zip(kinds.values(), OUTLINES, strict=True)),
            size=GridSize(
                rows=len({row["position"] for row in rows}) or 1,
                lines=longest(text for row in rows for text in (row["category"], row["text"])),
                header_lines=longest(row["column"] for row in rows),
                header_letters=max((len(row["column"]) for row in rows), default=0),
            ),
            names_above=True,
        ),
        rows=_rows(found, table, dataset, language),
        make_table=partial(_table, found, dataset, language),
        origins=tuple(origins) or (first_series(dataset, table),),
        notes=(
            _(
                "Every number is computed from the values of one source; the table names the "
                "source and the paragraphs. Only single numbers for whole years are used."
            ),
            _(
                "Of each country’s public data, only the reporter with the most years is used, so "
                "no statement mixes reporters."
            ),
            _(
                "“All years” run from the first to the last year of each source; “shared years” "
                "are those that the tables have in common."
            ),
            _("An empty cell means that the source has too few values for the statement."),
        ),
        alternative_text=sentences(
            (
                subtitle,
                _(
                    "A grid of statements and sources with the result and the years in each cell; "
                    "falling, negative and mixed results are outlined."
                ),
            )
        ),
    )


def trade_claims(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return statements about trade under every source and period."""
    return _claims("trade_claims", "trade", dataset=dataset, filters=filters, language=language)


def investment_claims(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return statements about investment under every source and period."""
    return _claims(
        "investment_claims", "investment", dataset=dataset, filters=filters, language=language
    )


FIGURES: Mapping[str, Builder] = MappingProxyType(
    {"trade_claims": trade_claims, "investment_claims": investment_claims}
)

SUBJECTS: Mapping[str, Subject] = MappingProxyType(dict.fromkeys(FIGURES, Subject.CLAIMS))
"""What each figure shows."""
