"""Texts of a document in the pseudo-language that come from no catalogue and no table."""

import re
from collections.abc import Iterable, Iterator

from babel.core import Locale
from babel.lists import format_list

from components.controls.key_texts import key_rows
from data.choice.parameters import PARAMETERS, FilterSpace
from data.citation import DISSERTATION
from data.evidence.scope import example_series
from data.language.languages import DEFAULT_LANGUAGE, LANGUAGE_CODES, language
from data.load.dataset import Dataset
from data.load.package import OUTSIDE_KIND, read_package
from data.own_file.texts import COLUMNS
from data.problems import Rule
from tests.deck_texts import deck_texts
from tests.rendered.document import Document
from tests.rendered.refusals import LINK

WORD = re.compile(r"[^\W\d_]*[A-Za-z][^\W\d_]*")
"""A word with a letter that the pseudo-language replaces by an accented one."""

PATTERNS = (
    re.compile(r"https?://\S+"),  # addresses
    re.compile(r"[\w./-]+\.(csv|json|py|po)\b"),  # names of files that a maintainer has to find
    re.compile(r"python -m [\w.]+"),  # commands
    re.compile(r"\{[^{}]*\}"),  # placeholders of messages that are listed as they are
    re.compile(r"‹[^‹›]*›"),  # signs of the text files
)
"""What is the same in every language, by its form."""

FORMATS = ("CSV", "PDF", "PNG", "SVG", "XLSX", "ZIP")
"""Names of file formats on the links to downloads."""

NAMES = (
    *("MIT", "CC BY", "SIL Open Font License", "Source Sans", "BibTeX", DISSERTATION),
    *("Tab", "Enter", "Home", "End", "HomeEnd", "Esc"),
    *(key for keys, _meaning in key_rows(language(DEFAULT_LANGUAGE)) for key in keys),
)
"""Names of licences, of a typeface, of keys, and the title of the dissertation."""

EXAMPLES = ("abc", "A", "B", "C", "USD", "LANGUAGE_CODES", "NAME")
"""Texts that the renderer fills in, and names within commands and code."""


def _quoted(dataset: Dataset) -> list[str]:
    """Return what is quoted as it stands: titles of publications, and columns of files."""
    origins = dataset.tables["origins"]
    public = origins.loc[origins["kind"] == OUTSIDE_KIND, "title_en"]
    titles = [str(title) for title in (*dataset.tables["route_record"]["source_title"], *public)]
    endonyms = [language(code).endonym for code in LANGUAGE_CODES]
    return sorted({*titles, *endonyms, *COLUMNS.values()}, key=len, reverse=True)


def _cldr_words(code: str) -> Iterator[str]:
    """Yield the words that CLDR puts into dates, lists and names of countries."""
    locale = Locale.parse(code)
    yield from locale.months["format"]["wide"].values()
    yield from locale.months["stand-alone"]["wide"].values()
    yield from map(str, locale.territories.values())
    yield format_list(["", "", ""], locale=code)
    yield from ("lar", "ler")  # endings of decades, for which CLDR has no pattern


def _codes(space: FilterSpace) -> Iterator[str]:
    """Yield names and codes of a link, which refusals quote, and names in faults of data files."""
    yield from (*PARAMETERS, *LINK, *LINK.values(), *LANGUAGE_CODES)
    yield from (*space.sectors, *space.routes, *space.countries, *space.views, *space.sections)
    for series in space.series.values():
        yield from series
    yield from (rule.value for rule in Rule)
    for resource in read_package().resources:
        yield from (resource.name, *(column.name for column in resource.fields))


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in WORD.findall(text)}


def untranslated(
    document: Document, *, code: str, dataset: Dataset, space: FilterSpace
) -> list[str]:
    """Return the sentences with plain letters that no exception explains.

    Parameters
    ----------
    document : Document
        A document in the pseudo-language.
    code : str
        The language that it replaces, whose formats it has.
    dataset : Dataset
        The tables.
    space : FilterSpace
        What can be chosen.
    """
    followed = [value.id for value in example_series(dataset)]
    allowed = _words((*_cldr_words(code), *_codes(space), *FORMATS, *NAMES, *EXAMPLES, *followed))
    in_decks = sorted(deck_texts(space, code), key=len, reverse=True)
    quoted = re.compile("|".join(map(re.escape, (*_quoted(dataset), *in_decks))))
    found = []
    for sentence in document.sentences:
        rest = quoted.sub(" ", sentence)
        for pattern in PATTERNS:
            rest = pattern.sub(" ", rest)
        left = [word for word in WORD.findall(rest) if word not in allowed]
        if left:
            found.append(f"{', '.join(left)}: {sentence}")
    return found
