"""Where a value stands, in words: origins, paragraphs, publications, the line of a source."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from components.text.dates import date_text
from components.text.inflection import Inflected
from components.text.lists import (
    apposed,
    clauses,
    outside_clause,
    paragraph_words,
    paragraphs_text,
)
from components.text.names import later
from components.text.speakers import attributed
from data.citation import citation
from data.evidence.names import country_name, label_of, origin_name
from data.evidence.origins import is_outside, passages
from data.evidence.route_record import PublicFigure
from data.evidence.values import SERIES_TABLES, Value
from data.language.forms import COUNTRY_GENITIVE
from data.language.languages import Language, span_text
from data.load.dataset import Dataset


class Placed(Protocol):
    """A value, event or other record with an origin and a paragraph."""

    @property
    def origin(self) -> str:
        """A code of `origins`."""

    @property
    def paragraph(self) -> str:
        """Paragraphs joined by a semicolon; empty outside the dissertation."""


def paragraph_text(placed: Placed, *, dataset: Dataset, language: Language) -> str:
    """Write the origin of a value, with the paragraph if there is one."""
    origin = label_of(dataset, "origins", placed.origin, language)
    if not placed.paragraph:
        return origin
    return apposed((origin, paragraph_words(placed.paragraph, language)))


def passages_text(placed: Placed, *, dataset: Dataset, language: Language) -> str:
    """Write the paragraphs of a record by the origin that each lies in."""
    found = passages(placed.origin, placed.paragraph, dataset)
    return clauses(paragraph_text(part, dataset=dataset, language=language) for part in found)


def place_text(placed: Placed, *, dataset: Dataset, language: Language) -> str:
    """Write the origin and paragraph of a value, and the speaker if it is a quoted claim."""
    place = paragraph_text(placed, dataset=dataset, language=language)
    speaker = placed.speaker if isinstance(placed, Value) else ""
    return attributed(place, speaker, dataset=dataset, language=language)


def short_place(seen: Value, *, dataset: Dataset, language: Language) -> str:
    """Return the table that prints a value, or the paragraphs in running text, for a label."""
    if not seen.paragraph or seen.table in SERIES_TABLES:
        return label_of(dataset, "origins", seen.origin, language)
    return f"¶\N{NO-BREAK SPACE}{paragraphs_text(seen.paragraph)}"


def placed(text: str, place: str, language: Language) -> str:
    """Return a text with its place in brackets, or after a comma if the place has brackets."""
    if "(" in place:
        return apposed((text, place))
    return language.gettext("{value} ({place})").format(value=text, place=place)


PUBLISHED = ("address", "date")
"""Columns that say where and when an origin outside the dissertation was published."""


def origin_title(origin: str, *, dataset: Dataset, language: Language) -> str:
    """Return what an origin holds; with address and date where it is outside the dissertation."""
    title = label_of(dataset, "origins", origin, language, "title")
    address, date = (dataset.texts("origins", part).get(origin, "") for part in PUBLISHED)
    return apposed((title, address, date_text(date, language)))


MOST_PUBLICATIONS = 3
"""Greatest number of publications outside the dissertation that a citation names; a single one
has its title and address."""

MOST_PLACES = 7
"""Greatest number of tables, sections and annexes that a citation names."""


def as_printed_in(origins: Iterable[str], *, dataset: Dataset, language: Language) -> str:
    """Say in which tables or annexes the shown values are printed; of many, how many more.

    Beside them, origins outside the dissertation are in a clause of their own.
    """
    every = tuple(origins)
    outside = [origin for origin in every if is_outside(dataset, origin)]
    inside = [origin for origin in every if origin not in outside]
    if not inside:
        inside, outside = outside, []
    names = [label_of(dataset, "origins", origin, language) for origin in inside]
    shown, rest = names[:MOST_PLACES], len(names[MOST_PLACES:])
    if rest:
        saying = language.ngettext(
            "as printed in {places} and in {count} other part of the dissertation",
            "as printed in {places} and in {count} other parts of the dissertation",
            rest,
        )
        text = saying.format(places=apposed(shown), count=language.number(rest))
    else:
        text = language.gettext("as printed in {places}").format(places=language.enumerate(shown))
    others = [origin_name(dataset, origin, language) for origin in outside]
    return clauses((text, outside_clause(others, language)))


def cited_source(origins: Iterable[str], *, dataset: Dataset, language: Language) -> str:
    """Return the line that names where values stand, for what is taken out of the Atlas."""
    every = tuple(origins)
    outside = [origin for origin in every if is_outside(dataset, origin)]
    inside = [origin for origin in every if origin not in outside]
    places = as_printed_in(inside, dataset=dataset, language=language) if inside else ""
    if len(outside) <= 1:
        titles = [origin_title(origin, dataset=dataset, language=language) for origin in outside]
        return citation(language, places, titles)
    shown, rest = outside[:MOST_PUBLICATIONS], len(outside[MOST_PUBLICATIONS:])
    names = [origin_name(dataset, origin, language) for origin in shown]
    if not rest:
        return citation(language, places, names)
    more = language.ngettext(
        "{count} more publication, listed with the table",
        "{count} more publications, listed with the table",
        rest,
    )
    return citation(language, places, [*names, more.format(count=language.number(rest))])


def country_in_sentence(code: str, *, dataset: Dataset, language: Language) -> Inflected:
    """Return the name of a country with the genitive that Russian sentences need.

    Parameters
    ----------
    code : str
        ISO code of the country.
    dataset : Dataset
        All tables.
    language : Language
        Language of the name.
    """
    name = country_name(code, dataset=dataset, language=language)

    def in_form(form: str) -> str:
        if language.code == "ru" and form == "genitive":
            return dataset.texts("map_labels", COUNTRY_GENITIVE).get(code) or name
        return name

    return Inflected(name, in_form)


def ends_text(ends: Sequence[str], language: Language) -> str:
    """Write where something begins and ends, also that one end is not named; empty for none."""
    unnamed = language.gettext("(not named)")
    return span_text(*(end or unnamed for end in ends), spaced=True) if any(ends) else ""


SOURCE_LANGUAGES: Mapping[str, str] = MappingProxyType(
    {"fr": later("in French"), "hr": later("in Croatian"), "ru": later("in Russian")}
)
"""Languages of publications whose titles are translated, by code."""


def publication_text(figure: PublicFigure, language: Language) -> str:
    """Return title, language, date and address of the publication of a public figure."""
    written_in = SOURCE_LANGUAGES.get(figure.written_in, "")
    parts = (
        figure.title,
        language.gettext(written_in) if written_in else "",
        date_text(figure.date, language),
        figure.address,
    )
    return apposed(parts)
