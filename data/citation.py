"""How the Atlas and its source are cited."""

from data.languages import Language

VERSION = "0.1.0"


def citation(language: Language, places: str = "") -> str:
    """Return the source and the Atlas as one line to cite.

    Parameters
    ----------
    language : Language
        Language of the line.
    places : str
        Tables or annexes that the cited values stand in.
    """
    _ = language.gettext
    source = _(
        "Source: PhD dissertation on the relations of Kazakhstan and Türkiye within the "
        "cooperation of the Turkic states, 1991–2025 (in Kazakh)"
    )
    atlas = _("Kazakhstan–Türkiye Atlas, version {version}").format(version=VERSION)
    return f"{source}, {places}. {atlas}." if places else f"{source}. {atlas}."
