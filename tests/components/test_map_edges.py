"""Names at the edges of the map: the view of the whole corridor says where its routes go on."""

from dataclasses import replace

import pytest

from components.map.content import CARD, NARROW, WIDE, Canvas, map_content
from data.choice.camera import MapCamera
from data.choice.parameters import FilterSpace
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset

ARROWS = "←→"


def named(dataset: Dataset, space: FilterSpace, canvas: Canvas, **choice: object) -> list[str]:
    """Return the labels with an arrow."""
    filters = replace(space.start("en"), **choice)  # type: ignore[arg-type]
    main = canvas == CARD
    content = map_content(dataset, filters, language("en"), canvas, main=main)
    return [one.text for one in content.labels if set(ARROWS) & set(one.text)]


@pytest.mark.parametrize("canvas", [CARD, WIDE, NARROW])
def test_the_whole_corridor_says_to_which_countries_it_goes_on(
    canvas: Canvas, dataset: Dataset, space: FilterSpace
) -> None:
    assert named(dataset, space, canvas) == ["← HUNGARY", "CHINA →"]


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_the_names_stand_at_the_edges_in_every_language(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    content = map_content(dataset, space.start(code), language(code), WIDE)
    places = {
        text.text.strip(f"{ARROWS} "): content.camera.pixel(text.position)[0]
        for text in content.labels
        if set(ARROWS) & set(text.text)
    }
    west, east = sorted(places.values())
    assert west < content.camera.width * 0.15
    assert east > content.camera.width * 0.85


def test_a_part_of_the_corridor_names_no_edge(dataset: Dataset, space: FilterSpace) -> None:
    others = [view for view in space.views if view != "corridor"]
    assert others
    for view in others:
        assert not named(dataset, space, WIDE, view=view)
    moved = MapCamera(41.5, 51.2, 5.0)
    assert not named(dataset, space, WIDE, camera=moved)
    assert not named(dataset, space, WIDE, layers=frozenset({"oil"}))
