"""Labels of link parameters: chips of active filters, and options of select boxes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from data.choice.camera import DECIMALS, ZOOM_DECIMALS, MapCamera
from data.evidence.layers import LAYER_NAMES
from data.evidence.names import label_of, selection_name, years_text
from data.language.alphabets import alphabetical
from data.language.languages import Language
from data.load.dataset import Dataset

if TYPE_CHECKING:
    from data.choice.parameters import FilterSpace

Chip = tuple[str, str]
"""Label of an active filter, and the list code that removing the chip takes out."""

Chips = Callable[[Any, Dataset, Language], Iterable[Chip]]

Options = Sequence[tuple[str, str]]
"""Code and label of each option."""

Offer = Callable[["FilterSpace", Dataset, Language], Options]


def no_chips(_value: object, _dataset: Dataset, _language: Language) -> Iterable[Chip]:
    """Return no chip, for a parameter whose control shows its value."""
    return ()


def no_options(_space: "FilterSpace", _dataset: Dataset, _language: Language) -> Options:
    """Return no options, for a parameter with a control of its own."""
    return ()


def years_chip(years: tuple[int, int], _dataset: Dataset, _language: Language) -> Iterable[Chip]:
    """Return the chip of a span of years."""
    return ((years_text(years), ""),)


def code_chips(table: str) -> Chips:
    """Return a function that labels each code of a list with its name in a lookup table."""

    def chips(codes: str | Sequence[str], dataset: Dataset, language: Language) -> Iterable[Chip]:
        if isinstance(codes, str):
            return ((label_of(dataset, table, codes, language), ""),)
        return [(label_of(dataset, table, code, language), code) for code in codes]

    return chips


def named_chip(names: Mapping[str, str]) -> Chips:
    """Return a function that labels a code with its untranslated name in `names`."""

    def chips(code: str, _dataset: Dataset, language: Language) -> Iterable[Chip]:
        return ((language.gettext(names[code]), ""),)

    return chips


def named_options(names: Mapping[str, str]) -> Offer:
    """Return a function that lists codes with their untranslated names in `names`."""

    def options(_space: "FilterSpace", _dataset: Dataset, language: Language) -> Options:
        return [(code, language.gettext(name)) for code, name in names.items()]

    return options


def origin_chip(template: str) -> Chips:
    """Return a function that labels the selected series with its origin.

    Parameters
    ----------
    template : str
        Untranslated label with `{place}` in it.
    """

    def chips(origin: str, dataset: Dataset, language: Language) -> Iterable[Chip]:
        place = label_of(dataset, "origins", origin, language)
        return ((language.gettext(template).format(place=place), ""),)

    return chips


def origin_options(table: str) -> Offer:
    """Return a function that lists the origins of a table; empty for a single origin."""

    def options(space: "FilterSpace", dataset: Dataset, language: Language) -> Options:
        found = [
            (code, label_of(dataset, "origins", code, language)) for code in space.series[table]
        ]
        return found if len(found) > 1 else ()

    return options


@lru_cache(maxsize=16)
def map_options(space: "FilterSpace", dataset: Dataset, language: Language) -> Options:
    """Return everything that can be selected on the map, by name; the first option is none."""
    names = [
        (code, selection_name(code, dataset=dataset, language=language))
        for code in (*space.countries, *space.routes)
    ]
    nothing = ("", language.gettext("Nothing selected"))
    order = alphabetical(language)
    return (nothing, *sorted(names, key=lambda option: order(option[1])))


def selection_chip(code: str, dataset: Dataset, language: Language) -> Iterable[Chip]:
    """Return the chip of the selection on the map."""
    return ((selection_name(code, dataset=dataset, language=language), ""),)


def map_year_chip(year: int, _dataset: Dataset, language: Language) -> Iterable[Chip]:
    """Return the chip of the year shown on the map."""
    return ((language.gettext("Map as of {year}").format(year=year), ""),)


def target_year_chip(year: int, _dataset: Dataset, language: Language) -> Iterable[Chip]:
    """Return the chip of the year by which a target is to be reached."""
    return ((language.gettext("Target reached by {year}").format(year=year), ""),)


def since_chip(year: int, _dataset: Dataset, language: Language) -> Iterable[Chip]:
    """Return the chip of the year that the map is compared with."""
    return ((language.gettext("Map compared with {year}").format(year=year), ""),)


def camera_chip(camera: MapCamera, _dataset: Dataset, language: Language) -> Iterable[Chip]:
    """Return the chip of the centre and the zoom of the map."""
    text = language.gettext(
        "Centre of the map: latitude {latitude}°, longitude {longitude}°, zoom {zoom}"
    )
    latitude, longitude = (
        language.number(degree, decimals=DECIMALS) for degree in (camera.latitude, camera.longitude)
    )
    zoom = language.number(camera.zoom, decimals=ZOOM_DECIMALS)
    return ((text.format(latitude=latitude, longitude=longitude, zoom=zoom), ""),)


def layers_chip(layers: Sequence[str], _dataset: Dataset, language: Language) -> Iterable[Chip]:
    """Return the chip of the kinds of lines shown on the map."""
    kinds = language.enumerate(language.gettext(LAYER_NAMES[code]) for code in layers)
    return ((language.gettext("Lines on the map: {kinds}").format(kinds=kinds), ""),)


def questions_chip(
    questions: tuple[int, int], _dataset: Dataset, language: Language
) -> Iterable[Chip]:
    """Return the chip of the two survey questions on the landing page."""
    one, other = questions
    return ((language.gettext("Questions {one} and {other}").format(one=one, other=other), ""),)
