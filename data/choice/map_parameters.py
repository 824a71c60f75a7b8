"""Parameters of a link that concern the map: selection, year, view, camera, kinds of lines."""

from data.choice.camera import read_camera
from data.choice.link_values import read_code, read_layers, read_year
from data.choice.parameter import Parameter, joined
from data.choice.subjects import ON_MAP, Scope, Subject
from data.choice.words import (
    camera_chip,
    code_chips,
    layers_chip,
    map_options,
    map_year_chip,
    selection_chip,
    since_chip,
)
from data.language.languages import later

MAIN_LINES, ALL_LINES = LINES = ("main", "all")
"""Routes on the map of the landing page; the first is the default."""

SELECTED = Parameter(
    name="selected",
    part="route",
    read=lambda text, space: read_code(text, (*space.routes, *space.countries)),
    chips=selection_chip,
    scope=Scope.MAP,
    concerns=ON_MAP,
    label=later("On the map"),
    options=map_options,
)
AS_OF = Parameter(
    name="asof",
    part="as_of",
    read=lambda text, space: read_year(text, space.map_years),
    chips=map_year_chip,
    scope=Scope.MAP,
    concerns=frozenset({Subject.MAP}),
)
SINCE = Parameter(
    name="since",
    part="since",
    read=lambda text, space: read_year(text, space.map_years),
    chips=since_chip,
    scope=Scope.MAP_ALONE,
    concerns=frozenset({Subject.MAP}),
)
VIEW = Parameter(
    name="view",
    part="view",
    read=lambda text, space: read_code(text, space.views),
    chips=code_chips("map_views"),
    in_bar=False,
    caption=later("View of the map: {chips}"),
    scope=Scope.MAP,
    concerns=frozenset({Subject.MAP}),
)
CAMERA = Parameter(
    name="camera",
    part="camera",
    read=lambda text, _space: read_camera(text),
    chips=camera_chip,
    in_bar=False,
    scope=Scope.MAP_ALONE,
    concerns=frozenset({Subject.MAP}),
)
LAYERS = Parameter(
    name="layers",
    part="layers",
    read=lambda text, _space: read_layers(text),
    write=joined(","),
    chips=layers_chip,
    scope=Scope.MAP,
    concerns=frozenset({Subject.MAP}),
)
LINES_SHOWN = Parameter(
    name="lines",
    part="lines",
    read=lambda text, _space: read_code(text, LINES),
    scope=Scope.PLACES,
    concerns=frozenset({Subject.MAP}),
)
