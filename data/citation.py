"""Citation of the Atlas and its source, and the version of the Atlas."""

from collections.abc import Mapping, Sequence

from data.language.languages import Language, later
from data.language.punctuation import sentences

VERSION = "0.1.0"
RELEASED = "2026-11-22"
"""Version of the Atlas, and the date on which it was released."""

TITLE = later("Kazakhstan–Türkiye Atlas")
TEAM = later("The Kazakhstan–Türkiye Atlas team")

DISSERTATION = (
    "Түркітілдес мемлекеттердің ынтымақтастығы аясындағы Қазақстан мен Түркияның қарым-қатынасы"
)
"""Title of the dissertation; author and university are not in the copy used."""


def citation(language: Language, places: str = "", outside: Sequence[str] = ()) -> str:
    """Return the citation of the source and the Atlas, as one line.

    Parameters
    ----------
    language : Language
        Language of the line.
    places : str
        Tables or annexes that print the cited values.
    outside : sequence of str
        Publications outside the dissertation that print cited values. If there are any and
        `places` is empty, the dissertation is left out.
    """
    _ = language.gettext
    source = _(
        "Source: PhD dissertation on relations between Kazakhstan and Türkiye within the "
        "cooperation of the Turkic states, 1991–2025 (in Kazakh)"
    )
    atlas = _("Kazakhstan–Türkiye Atlas, version {version}").format(version=VERSION)
    parts = [f"{source}, {places}" if places else source] if places or not outside else []
    if outside:
        saying = _("Outside the dissertation: {sources}")
        parts.append(saying.format(sources="; ".join(outside)))
    return sentences((*parts, atlas))


def reference(language: Language) -> str:
    """Return the reference of the Atlas and of the dissertation for a list of literature.

    Parameters
    ----------
    language : Language
        Language of the words and of the names of the Atlas and its team; the title of the
        dissertation stays in its own.
    """
    _ = language.gettext
    year = RELEASED[:4]
    atlas = _(
        "{team} ({year}): {title}, version {version}. Software and data, licences MIT and CC BY 4.0"
    ).format(team=_(TEAM), year=year, title=_(TITLE), version=VERSION)
    source = _(
        "“{title}”. PhD dissertation in Kazakh on 1991–2025; the copy used names neither author "
        "nor university"
    ).format(title=DISSERTATION)
    return sentences((atlas, source))


def _entry(kind: str, key: str, fields: Mapping[str, str]) -> str:
    lines = [f"  {name} = {{{text}}}," for name, text in fields.items()]
    return "\n".join([f"@{kind}{{{key},", *lines, "}"])


def bibtex() -> str:
    """Return the references of the Atlas and of the dissertation in BibTeX."""
    atlas = {
        "title": f"{{{TITLE}}}",
        "author": f"{{{TEAM}}}",
        "year": RELEASED[:4],
        "version": VERSION,
        "note": "Software under MIT; tables, labels and notes under CC BY 4.0",
    }
    source = {
        "title": f"{{{DISSERTATION}}}",
        "note": "PhD dissertation in Kazakh; period covered 1991–2025; "
        "the copy used names neither author nor university",
        "langid": "kazakh",
    }
    return "\n\n".join(
        (
            _entry("software", "kazakhstan_turkiye_atlas", atlas),
            _entry("unpublished", "kazakhstan_turkiye_dissertation", source),
        )
    )
