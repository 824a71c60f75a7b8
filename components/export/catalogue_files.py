"""Search results of the catalogue as CSV, XLSX, and a page to print."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from components.assets import asset
from components.export.figure_files import licence_line
from components.export.files import Cell, Column, csv_file, plain_number, xlsx_file, year_or_text
from components.figures.audit import chosen_entries
from components.templates import macro
from components.text.amounts import percent_signs, value_text
from components.text.dates import date_text
from components.text.lists import paragraphs_text, side_by_side
from components.text.names import qualifier_name
from components.text.places import place_text
from components.text.speakers import speaker_name
from data.choice.parameters import Filters
from data.choice.sources import OF_RECORD
from data.citation import citation
from data.evidence.audit import contradictions_by_row
from data.evidence.names import label_of
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset
from data.search.catalogue_search import matching, names_public_value

LONGEST_PRINTED_LIST = 2000
"""Greatest number of rows of a printed list; the page shows the number of all."""

CSV_COLUMNS = (
    "id",
    "name",
    "period",
    "value",
    "low",
    "high",
    "qualifier",
    "unit",
    "origin",
    "paragraph",
    "reference",
    "speaker",
    "note",
)

_STYLE = Markup(asset("export/catalogue_files.css"))  # noqa: S704, our own file
_page = macro("export/catalogue_files.html", "page")


@dataclass(frozen=True, kw_only=True)
class Search:
    """Search criteria of the catalogue.

    Attributes
    ----------
    text : str
        Words that must occur; empty for all.
    subject, origin : str
        Codes; empty for all.
    """

    text: str = ""
    subject: str = ""
    origin: str = ""


@dataclass(frozen=True, kw_only=True)
class FoundEntries:
    """Search results of the catalogue, with criteria, tables and language.

    Attributes
    ----------
    entries : tuple of Value
        The matching values.
    search : Search
        The search criteria.
    sectors : tuple of str
        Codes of the selected sectors; empty for all.
    public : bool
        Whether they are values of the public record, not of the dissertation.
    dataset : Dataset
        All tables, for the names.
    language : Language
        Language of the texts.
    """

    entries: tuple[Value, ...]
    search: Search
    sectors: tuple[str, ...]
    public: bool
    dataset: Dataset
    language: Language

    @property
    def count_text(self) -> str:
        """Number of matching values, as text."""
        saying = self.language.ngettext("{count} value", "{count} values", len(self.entries))
        return saying.format(count=self.language.number(len(self.entries)))

    @property
    def filter_text(self) -> str:
        """The active search criteria and filters as text; empty without any."""
        _ = self.language.gettext
        named = [
            _("Public data (not from the dissertation)") if self.public else "",
            _("Search: {text}").format(text=self.search.text) if self.search.text else "",
            *(
                label_of(self.dataset, table, code, self.language) if code else ""
                for table, code in (
                    ("subjects", self.search.subject),
                    ("origins", self.search.origin),
                )
            ),
            *(label_of(self.dataset, "sectors", code, self.language) for code in self.sectors),
        ]
        parts = side_by_side(named)
        return _("Filters – {filters}").format(filters=parts) if parts else ""


def found_entries(
    filters: Filters, search: Search, *, dataset: Dataset, language: Language
) -> FoundEntries:
    """Return the catalogue values of the selected sectors that match a search."""
    kind = OF_RECORD if names_public_value(search.text) else filters.kind
    every = chosen_entries(dataset, filters, kind)
    found = matching(
        every, dataset=dataset, text=search.text, subject=search.subject, origin=search.origin
    )
    return FoundEntries(
        entries=found,
        search=search,
        sectors=filters.sectors,
        public=kind == OF_RECORD,
        dataset=dataset,
        language=language,
    )


def catalogue_csv(found: FoundEntries) -> bytes:
    """Return search results as CSV, with codes; see `csv_file`."""

    def row(entry: Value) -> Sequence[Cell]:
        return (
            entry.id,
            entry.name(found.language),
            year_or_text(entry.period),
            *(plain_number(number) for number in (entry.value, entry.low, entry.high)),
            entry.qualifier,
            entry.unit,
            entry.origin,
            entry.paragraph,
            entry.reference,
            entry.speaker,
            entry.note(found.language),
        )

    return csv_file(CSV_COLUMNS, (row(entry) for entry in found.entries))


def _marks(found: FoundEntries) -> list[int]:
    touched = contradictions_by_row(found.dataset)
    return [len(touched.get(entry.id, ())) for entry in found.entries]


def catalogue_xlsx(found: FoundEntries) -> bytes:
    """Return search results as an XLSX workbook, with names, and codes in the last columns."""
    _ = found.language.gettext
    entries, dataset, words = found.entries, found.dataset, found.language

    def column(heading: str, read: Callable[[Value], Cell], *, number: bool = False) -> Column:
        units = tuple(entry.unit for entry in entries) if number else ()
        return Column(heading, tuple(read(entry) for entry in entries), units, grouped=number)

    columns = [
        column(_("Item"), lambda entry: entry.name(words)),
        column(_("Period"), lambda entry: year_or_text(date_text(entry.period, words))),
        column(_("Value"), lambda entry: plain_number(entry.value), number=True),
        column(_("Low"), lambda entry: plain_number(entry.low), number=True),
        column(_("High"), lambda entry: plain_number(entry.high), number=True),
        column(_("Unit"), lambda entry: label_of(dataset, "units", entry.unit, words, "symbol")),
        column(_("Qualifier"), lambda entry: qualifier_name(entry.qualifier, words)),
        column(_("Source"), lambda entry: label_of(dataset, "origins", entry.origin, words)),
        column(_("Paragraph"), lambda entry: paragraphs_text(entry.paragraph)),
        column(_("Reference"), lambda entry: entry.reference),
        column(
            _("Speaker"),
            lambda entry: speaker_name(entry.speaker, dataset=dataset, language=words),
        ),
        column(_("Note"), lambda entry: entry.note(words)),
        Column(_("Contradictions"), tuple(count or None for count in _marks(found))),
        column("id", lambda entry: entry.id),
        column("unit", lambda entry: entry.unit),
        column("origin", lambda entry: entry.origin),
    ]
    about = [
        (_("Catalogue"), [found.count_text]),
        (_("Filters"), [found.filter_text]),
        (_("Citation"), [citation(words)]),
        (_("Licence"), [licence_line(words)]),
    ]
    return xlsx_file(
        sheet=_("Data"),
        columns=columns,
        about_sheet=_("About the data"),
        about=[(term, [text for text in texts if text]) for term, texts in about if any(texts)],
        percent_signs=percent_signs(words),
    )


def catalogue_page(found: FoundEntries) -> bytes:
    """Return search results as an HTML page to print, with the table head on every sheet."""
    _ = found.language.gettext
    words, dataset = found.language, found.dataset
    head = (_("Item"), _("Period"), _("Value"), _("Unit"), _("Source"), "\N{WARNING SIGN}")
    shares = (36, 10, 10, 16, 24, 4)
    shown = found.entries[:LONGEST_PRINTED_LIST]
    rows = [
        (
            entry.name(words),
            date_text(entry.period, words),
            value_text(entry, words),
            label_of(dataset, "units", entry.unit, words, "symbol"),
            place_text(entry, dataset=dataset, language=words),
            words.number(count) if count else "",
        )
        for entry, count in zip(shown, _marks(found), strict=False)
    ]
    title = _("Every value of the Atlas with its source")
    counted = found.count_text
    if len(shown) < len(found.entries):
        counted = _("{count}; the first {shown} are listed").format(
            count=counted, shown=words.number(len(shown))
        )
    sign = _("⚠: number of contradictions about the value")
    page = _page(
        language=words.code,
        title=title,
        style=_STYLE,
        lines=[line for line in (counted, found.filter_text, sign) if line],
        shares=shares,
        head=head,
        rows=rows,
        citation=citation(words),
    )
    return page.encode()
