"""Citation of the Atlas and its source, and the version of the Atlas."""

from collections.abc import Sequence

from data.language.languages import Language
from data.language.punctuation import sentences

VERSION = "0.1.0"


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
