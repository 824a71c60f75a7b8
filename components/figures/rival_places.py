"""Where a rival value stands, in words: its origins, its name, its speaker."""

from collections.abc import Iterable
from dataclasses import replace

from components.text.lists import one_colon
from components.text.names import in_sentence
from components.text.speakers import attributed
from data.evidence.names import label_of, origin_name
from data.evidence.origins import is_outside
from data.evidence.rivals import Rival
from data.evidence.values import SERIES_TABLES
from data.language.languages import Language
from data.load.dataset import Dataset


def speaker_of(rival: Rival) -> str:
    """Return the code of the speaker of a quoted claim that no other origin prints."""
    return rival.value.speaker if len(rival.origins) == 1 else ""


def set_apart(
    found: Iterable[Rival], dataset: Dataset
) -> tuple[tuple[Rival, ...], tuple[Rival, ...]]:
    """Divide rivals into those of the dissertation and those from outside it.

    A rival that both print is in both groups, each time with the origins of the group.
    """
    groups: tuple[list[Rival], list[Rival]] = ([], [])
    for rival in found:
        for outside, group in enumerate(groups):
            own = tuple(code for code in rival.origins if is_outside(dataset, code) == outside)
            if own:
                group.append(replace(rival, origins=own))
    return tuple(groups[0]), tuple(groups[1])


def origins_text(rival: Rival, *, dataset: Dataset, language: Language, marked: bool = True) -> str:
    """Return the origins of a rival, with its name if it measures another quantity.

    An origin outside the dissertation is `marked` as such, unless the text around it says so.
    """
    places = language.enumerate(
        label_of(dataset, "origins", origin, language)
        if marked
        else origin_name(dataset, origin, language)
        for origin in rival.origins
    )
    if rival.same_quantity:
        return places
    name = rival.value.name(language)
    if rival.value.table in SERIES_TABLES:
        name = in_sentence(name, language)
    else:
        name = language.gettext("“{name}”").format(name=one_colon(name, language))
    return language.gettext("{place}, {name}").format(place=places, name=name)


def places_of(rival: Rival, *, dataset: Dataset, language: Language, marked: bool = True) -> str:
    """Return the origins of a rival, with its name and speaker where they are needed."""
    places = origins_text(rival, dataset=dataset, language=language, marked=marked)
    return attributed(places, speaker_of(rival), dataset=dataset, language=language)
