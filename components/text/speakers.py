"""Whose claim a value or event is: the author's, or that of a quoted person."""

from components.text.lists import apposed
from data.evidence.names import label_of
from data.language.languages import Language
from data.load.dataset import Dataset

ACCORDING = "according"


def according_to(speaker: str, *, dataset: Dataset, language: Language) -> str:
    """Return a phrase such as `according to the interviewed expert`; empty without a speaker.

    Parameters
    ----------
    speaker : str
        A code of `speakers`; empty if the claim is the author's.
    dataset : Dataset
        All tables, for the phrase.
    language : Language
        Language of the phrase.
    """
    return label_of(dataset, "speakers", speaker, language, ACCORDING) if speaker else ""


def attributed(text: str, speaker: str, *, dataset: Dataset, language: Language) -> str:
    """Return a place or amount with the speaker of its claim behind it.

    Behind a finished sentence the phrase stands in brackets: see `components.text.lists.remarked`.
    """
    return apposed((text, according_to(speaker, dataset=dataset, language=language)))


def speaker_name(speaker: str, *, dataset: Dataset, language: Language) -> str:
    """Return the name of a speaker; empty without a speaker."""
    return label_of(dataset, "speakers", speaker, language) if speaker else ""
