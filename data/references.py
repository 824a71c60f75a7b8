"""References in citation styles, written by citeproc from styles in CSL."""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from data.citation import RELEASED, TEAM, VERSION

STYLES = Path(__file__).parent / "styles"
"""Folder of the styles; its licence stands beside them."""

APA, GOST = "apa", "gost-r-7-0-5-2008-numeric"
"""Styles: American Psychological Association, 7th edition, and GOST R 7.0.5-2008."""

ENGLISH, RUSSIAN, TURKISH = "en-GB", "ru-RU", "tr-TR"

LOCALES = {
    APA: {"tr": TURKISH, "ru": RUSSIAN},
    GOST: {"kk": RUSSIAN, "tr": TURKISH, "ru": RUSSIAN},
}
"""Terms of each style by language code; otherwise English. CSL has no Kazakh terms: a reference
in GOST has those of the standard, which is Russian."""

SOFTWARE, PART, THESIS = "software", "webpage", "thesis"
"""Types of CSL: the Atlas, a figure or page of it, the dissertation."""


@dataclass(frozen=True, kw_only=True)
class Reference:
    """What a list of literature names.

    Attributes
    ----------
    kind : str
        Type of CSL, such as `SOFTWARE`.
    title : str
        Title.
    genre : str
        What it is, such as “figure”; empty for none.
    container : str
        Title of what it is a part of; empty for none.
    of_team : bool
        Whether the team of the Atlas published it, in the year of the release.
    address : str
        Web address; empty for none.
    day : str
        Day of access in digits, or a placeholder for it; empty for none.
    """

    kind: str
    title: str
    genre: str = ""
    container: str = ""
    of_team: bool = True
    address: str = ""
    day: str = ""


@cache
def _style(style: str, code: str) -> Any:  # noqa: ANN401, the library has no types
    locale = LOCALES[style].get(code, ENGLISH)
    return import_module("citeproc").CitationStylesStyle(
        str(STYLES / f"{style}.csl"), locale=locale, validate=False
    )


def _fields(reference: Reference) -> dict[str, Any]:
    fields: dict[str, Any] = {"id": "one", "type": reference.kind, "title": reference.title}
    if reference.of_team:
        fields["author"] = [{"literal": TEAM}]
        fields["issued"] = {"date-parts": [[int(RELEASED[:4])]]}
    if reference.kind == SOFTWARE:
        fields["version"] = VERSION
    named = {
        "genre": reference.genre,
        "container-title": reference.container,
        "URL": reference.address,
    }
    fields |= {name: text for name, text in named.items() if text}
    if reference.day:
        fields["accessed"] = {"literal": reference.day}
    return fields


def written_reference(reference: Reference, style: str, code: str) -> str:
    """Return a reference in a citation style, as one line without its number.

    Parameters
    ----------
    reference : Reference
        What is cited.
    style : str
        `APA` or `GOST`.
    code : str
        Language of the terms, where the style has them.
    """
    citeproc = import_module("citeproc")
    source = import_module("citeproc.source.json").CiteProcJSON([_fields(reference)])
    bibliography = citeproc.CitationStylesBibliography(
        _style(style, code), source, import_module("citeproc.formatter.plain")
    )
    bibliography.register(citeproc.Citation([citeproc.CitationItem("one")]))
    (line,) = bibliography.bibliography()
    return str(line).removeprefix("1.").strip()
