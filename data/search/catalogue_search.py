"""Search in the catalogue by words, names and numbers in four languages."""

from collections.abc import Iterable, Mapping

from data.evidence.catalogue import catalogue
from data.evidence.public_catalogue import public_catalogue
from data.evidence.public_record import PublicValue, publication_of
from data.evidence.values import Value
from data.language.languages import LANGUAGE_CODES
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset
from data.load.identifiers import PUBLIC, RECORD
from data.search.folding import fold, joined
from data.search.query import terms_of
from data.search.terms import Document, fit_of_all
from data.search.vocabulary import vocabulary


def _unit_names(dataset: Dataset) -> Mapping[str, str]:
    """Return the folded names and symbols of each unit in all languages."""
    columns = [f"{stem}_{code}" for stem in ("name", "symbol") for code in LANGUAGE_CODES]
    texts = [dataset.texts("units", column) for column in columns]
    return {unit: fold(" ".join(names[unit] for names in texts)) for unit in texts[0]}


def _published(entry: Value, dataset: Dataset) -> tuple[str, ...]:
    """Return who states a public value, and title, address, date and quality of its source."""
    if not isinstance(entry, PublicValue):
        return ()
    source = publication_of(entry, dataset)
    named = (
        dataset.texts(table, f"name_{language}").get(code, "")
        for table, code in (("reporters", entry.reporter), ("qualities", entry.quality))
        for language in LANGUAGE_CODES
    )
    return (source.title, source.address, source.date, *named)


def _document(entry: Value, units: Mapping[str, str], published: tuple[str, ...]) -> Document:
    period = (entry.period, entry.period.replace("/", "-"))
    paragraphs = [f"¶{number}" for number in entry.paragraph.split(";")]
    numbers = [f"{end:g}" for end in (entry.value, entry.low, entry.high) if end is not None]
    parts = (
        *(entry.id, *entry.names, *entry.notes, *period, entry.reference),
        *(*paragraphs, *numbers, *published),
    )
    text = fold(" ".join(parts)).replace('"', "")
    return Document(entry, text, joined(text), units.get(entry.unit, ""))


@kept_with_dataset
def _documents(dataset: Dataset) -> Mapping[str, Document]:
    units = _unit_names(dataset)
    return {
        entry.id: _document(entry, units, _published(entry, dataset))
        for entry in (*catalogue(dataset), *public_catalogue(dataset))
    }


def names_public_value(text: str) -> bool:
    """Return whether a search is for the identifier of a value of the public record."""
    return text.strip().casefold().startswith((PUBLIC, RECORD))


def matching(
    entries: Iterable[Value],
    *,
    dataset: Dataset,
    text: str = "",
    subject: str = "",
    origin: str = "",
) -> tuple[Value, ...]:
    """Return the values that match a search, best matches of a typed number first.

    Parameters
    ----------
    entries : iterable of Value
        Values to search in, of the catalogue of `dataset` or of its public record.
    dataset : Dataset
        All tables.
    text : str
        Every word must occur, in any language, case and spelling, in name, note,
        identifier, period, paragraph, reference or publication; a name may occur in any of
        its forms; words in quotation marks must occur unchanged. A number is also compared
        with the values, across units of the same base; matches rank in this order: equal as
        printed, equal after conversion, end of a range, inside a range, text. Characters
        after `data.search.query.LONGEST_QUERY` are not read. Empty for all.
    subject, origin : str
        Codes; empty for all.
    """
    chosen = [
        entry
        for entry in entries
        if (not subject or entry.subject == subject) and (not origin or entry.origin == origin)
    ]
    terms = terms_of(text, vocabulary(dataset)) if text.strip() else ()
    if not terms:
        return tuple(chosen)
    documents = _documents(dataset)
    fits = ((fit_of_all(terms, documents[entry.id]), entry) for entry in chosen)
    found = [(fit, entry) for fit, entry in fits if fit is not None]
    return tuple(entry for _fit, entry in sorted(found, key=lambda pair: pair[0]))
