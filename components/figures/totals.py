"""Figures of single facts on investment, companies, projects, and trade of the Turkic states."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from components.figures.counted_facts import CountedFacts, counted_facts, in_unit
from components.figures.figure import Builder
from components.figures.leads import Lead
from components.figures.public_rows import Counterparts, beside
from components.figures.single_values import Group, first_qualified, size_of
from components.page.tokens import KAZAKHSTAN, NEUTRAL, THEMES, TURKIYE
from components.text.amounts import amount_text, number_text
from components.text.dates import dated
from components.text.entries import name_in_line
from components.text.lists import alternatives, apposed, clauses, listed
from components.text.names import later
from data.evidence.names import label_of
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset

TURKISH_COMPANIES = ("companies_count", "KZ", "TR")
FROM_TURKIYE = ("investment", "TR", "KZ")

STAGES = MappingProxyType(
    {
        "projects_completed_count": later("completed"),
        "projects_under_way_count": later("under way"),
        "projects_prospective_count": later("prospective"),
    }
)
"""Untranslated stage that each count of projects is about."""

Headline = Callable[..., Lead]


def _amount(group: Group, dataset: Dataset, language: Language) -> str:
    """Return the least firm printing of a value, with its unit."""
    return amount_text(first_qualified(group), dataset=dataset, language=language)


def _named(groups: Iterable[Group], dataset: Dataset, language: Language) -> str:
    """Return a sentence with names and amounts of values; empty without any."""
    _ = language.gettext
    saying = _("{name}, {amount}")
    said = [
        saying.format(
            name=name_in_line(group[0].name(language), language),
            amount=_amount(group, dataset, language),
        )
        for group in groups
    ]
    return _("Also given: {values}.").format(values=listed(said, language)) if said else ""


def _first_named(
    groups: Sequence[Group], _unit: str, *, dataset: Dataset, language: Language
) -> Lead:
    """Return the headline with the first value, and a finding with the others."""
    headline = language.gettext("{name}: {amount}").format(
        name=groups[0][0].name(language), amount=_amount(groups[0], dataset, language)
    )
    return Lead(headline=headline, finding=_named(groups[1:], dataset, language))


def _companies(groups: Sequence[Group], unit: str, *, dataset: Dataset, language: Language) -> Lead:
    """Return the lowest and the highest number of Turkish companies, with their places."""
    _ = language.gettext
    own = [in_unit(group, unit) for group in groups if group[0].measure == TURKISH_COMPANIES]
    rest = [group for group in groups if group[0].measure != TURKISH_COMPANIES]
    if not own:
        return _first_named(groups, unit, dataset=dataset, language=language)
    low, high = min(own, key=size_of), max(own, key=size_of)
    places = [
        apposed((label_of(dataset, "origins", group[0].origin, language), group[0].period))
        for group in (low, high)
    ]
    numbers = [number_text(first_qualified(group), language) for group in (low, high)]
    saying = (
        _("Turkish companies in Kazakhstan: {low} ({low_place})")
        if low is high
        else _(
            "Turkish companies in Kazakhstan: between {low} ({low_place}) and {high} ({high_place})"
        )
    )
    return Lead(
        headline=saying.format(
            low=numbers[0], low_place=places[0], high=numbers[1], high_place=places[1]
        ),
        finding=_named(rest, dataset, language),
    )


def _stages(groups: Sequence[Group], unit: str, *, dataset: Dataset, language: Language) -> Lead:
    """Return the number of projects at each stage, then the other counts of projects."""
    _ = language.gettext
    saying = _("{name}: {values}")
    said = [
        saying.format(name=_(stage), values=number_text(first_qualified(group), language))
        for indicator, stage in STAGES.items()
        for group in groups
        if group[0].quantity[0] == indicator
    ]
    if not said:
        return _first_named(groups, unit, dataset=dataset, language=language)
    headline = _("Projects with Turkish participation in Kazakhstan – {clauses}").format(
        clauses=clauses(said)
    )
    return Lead(headline=headline)


def _totals(groups: Sequence[Group], unit: str, *, dataset: Dataset, language: Language) -> Lead:
    """Return every total of investment from Türkiye, then those in the other direction."""
    _ = language.gettext
    own = [in_unit(group, unit) for group in groups if group[0].measure == FROM_TURKIYE]
    rest = [group for group in groups if group[0].measure != FROM_TURKIYE]
    if not own:
        return _first_named(groups, unit, dataset=dataset, language=language)
    numbers = [number_text(first_qualified(group), language) for group in own]
    headline = _("Total investment from Türkiye in Kazakhstan, {unit}: {values}").format(
        unit=label_of(dataset, "units", unit, language),
        values=alternatives(list(dict.fromkeys(numbers)), language),
    )
    return Lead(headline=headline, finding=_named(rest, dataset, language))


def _dated(name: str) -> Headline:
    """Return a headline with an untranslated name, and every dated value of one indicator."""

    def headline(
        groups: Sequence[Group], unit: str, *, dataset: Dataset, language: Language
    ) -> Lead:
        _ = language.gettext
        first = groups[0][0].quantity[0]
        own = [group for group in groups if group[0].period and group[0].quantity[0] == first]
        rest = [group for group in groups if group not in own]
        if not own:
            return _first_named(groups, unit, dataset=dataset, language=language)
        values = clauses(
            dated(_amount(group, dataset, language), group[0].period, language) for group in own
        )
        text = _("{name}: {values}").format(name=_(name), values=values)
        return Lead(headline=text, finding=_named(rest, dataset, language))

    return headline


def _entity(code: str) -> Callable[[Value], bool]:
    return lambda entry: entry.quantity[1] == code


def _of_both(entry: Value) -> bool:
    return {"KZ", "TR"} == {entry.quantity[1], entry.quantity[2]} and entry.table == "facts"


SHARES = ("internal_trade_share", "share_of_imports", "share_of_exports", "gdp_ratio")

TOTALS = (
    CountedFacts(
        figure="investment_totals",
        indicators=("investment",),
        unit="USD_billion",
        subtitle=later("Investment over several years, billion US dollars, {places}"),
        alternative_text=later("A bar for each total of investment that the source gives."),
        headline=_totals,
        fallback="s3_2",
        undated=False,
        colour=NEUTRAL,
        of_givers={"KZ": KAZAKHSTAN, "TR": TURKIYE},
        keeps=_of_both,
        notes=(
            later(
                "The source does not say whether these amounts are gross or net, nor whether they "
                "are sums of yearly investment or stocks."
            ),
        ),
    ),
    CountedFacts(
        figure="projects_by_stage",
        indicators=(*STAGES, "joint_projects"),
        unit="count",
        subtitle=later("Joint projects and projects by stage, number, {places}"),
        alternative_text=later("A bar for each number of projects that the source gives."),
        headline=_stages,
        fallback="s2_4_3",
        undated=False,
        colour=THEMES["economy"],
        beside=lambda entry: (
            entry.quantity[0] in {name.replace("_count", "_value") for name in STAGES}
        ),
        by_year=True,
    ),
    CountedFacts(
        figure="companies_by_source",
        indicators=(
            "companies_count",
            "companies_count_construction",
            "companies_count_trade",
        ),
        unit="count",
        subtitle=later("Companies in Kazakhstan, number, {places}"),
        alternative_text=later("A bar for each number of companies that the source gives."),
        headline=_companies,
        fallback="s2_4_3",
        undated=False,
        colour=THEMES["economy"],
        keeps=_entity("KZ"),
        by_year=True,
    ),
    CountedFacts(
        figure="ots_trade",
        indicators=("goods_turnover", "economic_ties"),
        unit="USD_billion",
        subtitle=later("Trade and economic ties of the OTS states, billion US dollars, {places}"),
        alternative_text=later("A bar for each amount: trade turnover first, then economic ties."),
        headline=_dated(later("Trade turnover of the OTS states")),
        fallback="s3_1",
        undated=False,
        colour=NEUTRAL,
        keeps=_entity("OTS"),
        by_year=True,
    ),
    CountedFacts(
        figure="ots_gdp",
        indicators=("gdp",),
        unit="USD_trillion",
        subtitle=later("Combined GDP of the OTS states, trillion US dollars, {places}"),
        alternative_text=later("A bar for the GDP of each year that the source gives."),
        headline=_dated(later("Combined GDP of the OTS states")),
        fallback="s2_3_1",
        undated=False,
        colour=NEUTRAL,
        keeps=_entity("OTS"),
        by_year=True,
    ),
    CountedFacts(
        figure="trade_shares",
        indicators=SHARES,
        unit="percent",
        subtitle=later("Shares of trade and of GDP, per cent, {places}"),
        alternative_text=later("A bar for each share: of trade first, then of GDP."),
        headline=_first_named,
        fallback="s3_2",
        undated=False,
        colour=NEUTRAL,
        keeps=lambda entry: (
            entry.quantity[1] in {"OTS", "TR"} and entry.quantity[2] in {"WORLD", "EU", "EAEU"}
        ),
        beside=lambda entry: entry.measure == ("goods_turnover", "TR", "EU"),
        by_year=True,
    ),
)

PUBLIC: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "investment_totals": ("fdi_cumulative_tr_to_kz", "fdi_cumulative_kz_to_tr"),
        "projects_by_stage": ("projects_completed", "projects_under_way"),
        "companies_by_source": ("turkish_companies",),
        "ots_trade": ("ots_internal_trade",),
        "ots_gdp": ("ots_gdp",),
    }
)
"""Indicators of the public record that can be compared with a figure, by its id."""


def _with_public(counted: CountedFacts) -> Builder:
    """Return the builder of a figure, with rows of public data where there are any."""
    builder: Builder = partial(counted_facts, counted)
    if counted.figure not in PUBLIC:
        return builder
    entity = "OTS" if counted.figure.startswith("ots") else "KZ"
    pairs = tuple((indicator, entity) for indicator in PUBLIC[counted.figure])
    return beside(builder, Counterparts(of=pairs, unit=counted.unit, each=0))


FIGURES: Mapping[str, Builder] = MappingProxyType(
    {counted.figure: _with_public(counted) for counted in TOTALS}
)
