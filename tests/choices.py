"""Hypothesis strategy of all valid filters."""

from hypothesis import strategies as st

from data.choice.camera import LATITUDES, LONGITUDES, ZOOMS, MapCamera
from data.choice.link_text import LONGEST_SEARCH
from data.choice.link_values import read_search
from data.choice.map_parameters import LINES
from data.choice.measures import MEASURES
from data.choice.panels import PANELS
from data.choice.parameters import Filters, FilterSpace
from data.choice.sources import TABS
from data.evidence.layers import LAYERS, chosen_layers
from data.language.languages import LANGUAGE_CODES

_camera = st.builds(
    MapCamera,
    *(st.integers(*map(int, limits)).map(float) for limits in (LATITUDES, LONGITUDES)),
    st.integers(0, int(100 * ZOOMS[1])).map(lambda hundredths: hundredths / 100),
)


@st.composite
def choices(draw: st.DrawFn, space: FilterSpace) -> Filters:
    """Draw valid filters of `space`."""
    first = draw(st.integers(*space.years))
    one, other, *_rest = draw(st.permutations(space.questions))
    return Filters(
        language=draw(st.sampled_from(LANGUAGE_CODES)),
        years=(first, draw(st.integers(first, space.years[1]))),
        sectors=tuple(sorted(draw(st.sets(st.sampled_from(space.sectors))))),
        trade=draw(st.sampled_from(space.series["trade"])),
        investment=draw(st.sampled_from(space.series["investment"])),
        measure=draw(st.sampled_from(tuple(MEASURES))),
        target_year=draw(st.none() | st.integers(space.target_years[0], space.target_years[-1])),
        route=draw(st.sampled_from(["", *space.routes, *space.countries])),
        as_of=draw(st.none() | st.integers(*space.map_years)),
        since=draw(st.none() | st.integers(*space.map_years)),
        view=draw(st.sampled_from(space.views)),
        camera=draw(st.none() | _camera),
        layers=chosen_layers(draw(st.sets(st.sampled_from(LAYERS)))),
        questions=(one, other),
        section=draw(st.sampled_from(space.sections)),
        tab=draw(st.sampled_from(TABS)),
        search=str(read_search(draw(st.text(max_size=LONGEST_SEARCH))).value),
        figure=draw(st.sampled_from(["", *space.figures])),
        panel=draw(st.sampled_from(["", *PANELS])),
        lines=draw(st.sampled_from(LINES)),
    )
