"""How the Atlas and its source are cited."""

from collections.abc import Sequence

from data.languages import Language

VERSION = "0.1.0"


def citation(language: Language, places: str = "", outside: Sequence[str] = ()) -> str:
    """Return the source and the Atlas as one line to cite.

    Parameters
    ----------
    language : Language
        Language of the line.
    places : str
        Tables or annexes that the cited values stand in.
    outside : sequence of str
        Publications outside the dissertation that values are taken from. The dissertation is left
        out where there are only such.
    """
    _ = language.gettext
    source = _(
        "Source: PhD dissertation on the relations of Kazakhstan and Türkiye within the "
        "cooperation of the Turkic states, 1991–2025 (in Kazakh)"
    )
    atlas = _("Kazakhstan–Türkiye Atlas, version {version}").format(version=VERSION)
    parts = [f"{source}, {places}" if places else source] if places or not outside else []
    if outside:
        saying = _("Outside the dissertation: {sources}")
        parts.append(saying.format(sources="; ".join(outside)))
    return f"{'. '.join((*parts, atlas))}."
