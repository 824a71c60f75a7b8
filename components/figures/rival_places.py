"""Where a rival value stands, in words: its origins, its name, its speaker."""

from components.text.lists import one_colon
from components.text.names import in_sentence
from components.text.speakers import attributed
from data.evidence.names import label_of
from data.evidence.rivals import Rival
from data.evidence.values import SERIES_TABLES
from data.language.languages import Language
from data.load.dataset import Dataset


def speaker_of(rival: Rival) -> str:
    """Return the code of the speaker of a quoted claim that no other origin prints."""
    return rival.value.speaker if len(rival.origins) == 1 else ""


def origins_text(rival: Rival, *, dataset: Dataset, language: Language) -> str:
    """Return the origins of a rival, with its name if it measures another quantity."""
    places = language.enumerate(
        label_of(dataset, "origins", origin, language) for origin in rival.origins
    )
    if rival.same_quantity:
        return places
    name = rival.value.name(language)
    if rival.value.table in SERIES_TABLES:
        name = in_sentence(name, language)
    else:
        name = language.gettext("“{name}”").format(name=one_colon(name, language))
    return language.gettext("{place}, {name}").format(place=places, name=name)


def places_of(rival: Rival, *, dataset: Dataset, language: Language) -> str:
    """Return the origins of a rival, with its name and speaker where they are needed."""
    places = origins_text(rival, dataset=dataset, language=language)
    return attributed(places, speaker_of(rival), dataset=dataset, language=language)
