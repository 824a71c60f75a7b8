"""Grid of the main sectors of investment by year."""

from collections.abc import Sequence

import pandas as pd

from components.charts.rows import MatrixRow
from components.charts.years import year_matrix
from components.figures.figure import ID_COLUMNS, Figure
from components.figures.leads import Lead
from components.figures.yearly import empty_headline, spaced
from components.page.tokens import FADED, THEMES
from components.text.names import nothing_printed, sectors_in_sentence
from components.text.places import as_printed_in, place_text
from components.text.years import of_years
from data.choice.parameters import Filters
from data.evidence.names import label_of
from data.evidence.sectors import Mention, main_sectors, with_sectors
from data.evidence.series import DEFAULT_SERIES, missing_in
from data.evidence.values import PRINTED
from data.language.languages import Language
from data.load.dataset import Dataset


def _mentions_lead(
    mentions: Sequence[Mention], *, dataset: Dataset, filters: Filters, language: Language
) -> Lead:
    _ = language.gettext
    if not mentions:
        return Lead(headline=empty_headline(filters, language))
    years = sorted({mention.year for mention in mentions})
    named = {
        year: sectors_in_sentence(
            (mention.sector for mention in mentions if mention.year == year),
            dataset=dataset,
            language=language,
        )
        for year in (years[0], years[-1])
    }
    headline = _("Main sectors of investment in {last_year}: {last}").format(
        last=named[years[-1]], last_year=years[-1]
    )
    if len(years) == 1:
        return Lead(headline=headline)
    before = _("In {year}: {sectors}.").format(year=years[0], sectors=named[years[0]])
    return Lead(headline=headline, finding=before)


def _mention_table(mentions: Sequence[Mention]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            ("", "", mention.year, mention.sector, PRINTED, mention.origin, mention.paragraph)
            for mention in mentions
        ],
        columns=[*ID_COLUMNS, "year", "subject", "method", "origin", "paragraph"],
    )


def investment_sectors(*, dataset: Dataset, filters: Filters, language: Language) -> Figure:
    """Return a figure of the main sectors of investment by year, as named by the source."""
    _ = language.gettext
    every = main_sectors(dataset)
    first, last = filters.years
    mentions = [mention for mention in every if first <= mention.year <= last]
    wanted = with_sectors(dataset, filters.sectors)
    rows: list[MatrixRow] = []
    for position, mention in enumerate(mentions):
        name = label_of(dataset, "sectors", mention.sector, language)
        rows.append(
            {
                "year": mention.year,
                "category": name,
                "position": position,
                "series": label_of(dataset, "sectors", mention.theme, language),
                "opacity": 1.0 if not wanted or mention.sector in wanted else FADED,
                "tip_title": f"{name}, {mention.year}",
                "tip": place_text(mention, dataset=dataset, language=language),
            }
        )
    gaps = bool(missing_in(mention.year for mention in every))
    origins = tuple(dict.fromkeys(mention.origin for mention in every)) or (
        DEFAULT_SERIES["investment"],
    )
    themes = {mention.theme for mention in every}
    notes = [_("The source names main sectors by year but gives no amounts for them.")]
    from_rows = sorted({mention.year for mention in mentions if mention.of_row})
    if from_rows:
        saying = of_years(
            _("Year whose sectors are named with the investment value: {year}."),
            _("Years whose sectors are named with the investment values: {years}."),
        )
        notes.append(saying.listing(from_rows, language))
    if not mentions:
        notes.insert(
            0,
            _("Select years for which the source names main sectors of investment.")
            if every
            else f"{nothing_printed(language)}.",
        )
    elif wanted and wanted.isdisjoint(mention.sector for mention in mentions):
        saying = (
            of_years(
                _("The selected sector is not named in {year}, so all marks are faded."),
                _("The selected sector is not named in {years}, so all marks are faded."),
            )
            if len(filters.sectors) == 1
            else of_years(
                _("None of the selected sectors is named in {year}, so all marks are faded."),
                _("None of the selected sectors is named in {years}, so all marks are faded."),
            )
        )
        notes.append(saying.format(filters.years))
    lead = _mentions_lead(mentions, dataset=dataset, filters=filters, language=language)
    return Figure(
        id="investment_sectors",
        headline=lead.headline,
        finding=lead.finding,
        subtitle=_("Sectors named as the main ones of investment, by year, {places}").format(
            places=as_printed_in(origins, dataset=dataset, language=language)
        ),
        form=year_matrix(
            language=language,
            series=tuple(
                (label_of(dataset, "sectors", theme, language), colour)
                for theme, colour in THEMES.items()
                if theme in themes
            ),
            rows=max(len(every), 1),
            gaps=gaps,
        ),
        rows=spaced(rows) if gaps else rows,
        make_table=lambda: _mention_table(mentions),
        origins=origins,
        notes=tuple(notes),
        alternative_text=_(
            "A grid of sectors and years with a square where a year names a sector."
        ),
    )
