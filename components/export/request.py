"""Parser of requests for exported files."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from components.export.address import (
    CATALOGUE,
    PACKAGE,
    PACKAGE_NAME,
    PICTURES,
    REPRODUCTION,
    TABLES,
)
from components.export.catalogue_files import Search
from components.figures.registry import FIGURES
from data.choice.parameters import LANGUAGE, Filters, FilterSpace
from data.choice.reading import from_query
from data.language.languages import LANGUAGE_CODES, Language, language, preferred_language

LONGEST_QUERY = 2000
"""Greatest length of the parameters of an address, in characters."""

LONGEST_NAME = 80
LONGEST_SEARCH = 200
QUOTED_PARTS = 5
PAGE = "html"
SIZES = ("", "print")

FILE_TYPES: Mapping[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "svg": "image/svg+xml; charset=utf-8",
    "png": "image/png",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "html": "text/html; charset=utf-8",
}


class RefusedError(Exception):
    """Error for an invalid request.

    Parameters
    ----------
    status : int
        HTTP status of the response.
    text : str
        The fault and its remedy, in the language of the request.
    """

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.text = text


@dataclass(frozen=True, kw_only=True)
class FileRequest:
    """A valid request for one file.

    Attributes
    ----------
    subject : str
        Id of a figure, `catalogue`, or `data` for the data package.
    ending : str
        File extension without dot.
    filters : Filters
        The selected filters.
    search : Search
        The search criteria of the catalogue.
    size : str
        `print` for a picture on a printed page of the Atlas; empty otherwise.
    """

    subject: str
    ending: str
    filters: Filters
    search: Search
    size: str

    @property
    def language(self) -> Language:
        """Language of the texts in the file."""
        return language(self.filters.language)

    @property
    def file_name(self) -> str:
        """Suggested file name of the download."""
        if self.subject == "data":
            return PACKAGE_NAME
        return f"atlas_{self.subject}_{self.filters.language}.{self.ending}"


def request_language(parameters: Mapping[str, str], accepted: str) -> Language:
    """Return the language of a request: from its parameter, otherwise from `Accept-Language`."""
    named = parameters.get(LANGUAGE.name, "")
    return language(named if named in LANGUAGE_CODES else preferred_language(accepted))


def _known_name(name: str, words: Language) -> tuple[str, str]:
    subject, _dot, ending = name.rpartition(".")
    known = (
        (subject in FIGURES and ending in (*PICTURES, *TABLES, REPRODUCTION))
        or (subject == CATALOGUE and ending in (*TABLES, PAGE))
        or name == PACKAGE
    )
    if not known or len(name) > LONGEST_NAME:
        raise RefusedError(404, words.gettext("The Atlas has no file of this name."))
    return subject, ending


def _search(parameters: Mapping[str, str], refuse: Callable[..., RefusedError]) -> Search:
    text = parameters.get("search", "")
    if len(text) > LONGEST_SEARCH:
        quoted = f"search={text[:LONGEST_NAME]}"
        raise refuse(quoted)
    return Search(
        text=text,
        subject=parameters.get("subject", "")[:LONGEST_NAME],
        origin=parameters.get("origin", "")[:LONGEST_NAME],
    )


def read_request(
    name: str, pairs: Sequence[tuple[str, str]], *, space: FilterSpace, words: Language
) -> FileRequest:
    """Parse and validate a request for a file.

    Parameters
    ----------
    name : str
        Name of the file in the address, not validated.
    pairs : sequence of pairs
        Names and values of address parameters, not validated.
    space : FilterSpace
        The valid filter values.
    words : Language
        Language of error texts.

    Raises
    ------
    RefusedError
        If there is no such file, or a parameter is invalid.
    """
    _ = words.gettext
    subject, ending = _known_name(name, words)

    def refuse(*parts: str) -> RefusedError:
        saying = _(
            "Part of this file’s address is not valid: {parts}. Open the file from the Atlas."
        )
        return RefusedError(400, saying.format(parts=", ".join(parts[:QUOTED_PARTS])))

    parameters = dict(pairs)
    if len(parameters) < len(pairs):
        raise refuse(*dict.fromkeys(key[:LONGEST_NAME] for key, _text in pairs))
    own = {
        key: parameters.pop(key, "")
        for key in ("size", *(("search", "subject", "origin") if subject == CATALOGUE else ()))
    }
    if own["size"] not in SIZES:
        quoted = f"size={own['size'][:LONGEST_NAME]}"
        raise refuse(quoted)
    filters, refused = from_query(parameters, space, words.code)
    if refused:
        raise refuse(*(f"{part.parameter}={part.text}" for part in refused))
    return FileRequest(
        subject=subject,
        ending=ending,
        filters=filters,
        search=_search(own, refuse),
        size=own["size"],
    )
