"""Simplification of the ground: one line for two neighbours, and nothing lost at an edge."""

import geopandas as gpd
import numpy as np
import pytest
import shapely

from data.basemap import EXTENT
from data.build.polygons import read_polygons
from data.build.simplify import DETAILED, rounded, simplified
from data.geography import CRS

WEST, SOUTH, EAST, NORTH = 10.0, 50.0, 30.0, 60.0
"""Corners of two neighbours that lie on both sides of the edge of the detailed part."""


@pytest.fixture(scope="module")
def neighbours() -> gpd.GeoDataFrame:
    lon = np.linspace(WEST, EAST, 1000)
    middle = np.column_stack([lon, 55 + np.sin(lon * 5) + 0.01 * np.sin(lon * 200)])
    lower = shapely.Polygon([*middle, (EAST, SOUTH), (WEST, SOUTH)])
    upper = shapely.Polygon([*middle, (EAST, NORTH), (WEST, NORTH)])
    return gpd.GeoDataFrame({"code": ["AA", "BB"]}, geometry=[lower, upper], crs=CRS)


def test_neighbours_share_one_line_across_the_edge_of_the_detailed_part(
    neighbours: gpd.GeoDataFrame,
) -> None:
    thin = simplified(neighbours)
    before, after = (
        shapely.get_num_coordinates(frame.geometry.array).sum() for frame in (neighbours, thin)
    )
    assert after < before / 2
    near = rounded(thin.geometry.array)
    assert shapely.coverage_is_valid(near)
    lower, upper = near
    assert lower.intersection(upper).area == 0
    assert shapely.union_all(near).area == pytest.approx((EAST - WEST) * (NORTH - SOUTH), abs=0.01)
    assert lower.boundary.intersection(upper.boundary).length > EAST - WEST


def test_every_country_stays_in_one_piece_over_the_edge(neighbours: gpd.GeoDataFrame) -> None:
    west = DETAILED[0]
    assert WEST < west < EAST
    for land in simplified(neighbours).geometry:
        assert land.geom_type == "Polygon"
        assert not land.interiors


def test_the_edge_of_the_map_stays_where_it_is() -> None:
    west, _south, _east, north = EXTENT
    edge = [(west, 60), (west, 62), (west, 64), (west, north), (-20, north), (-20, 60)]
    corner = gpd.GeoDataFrame({"code": ["AA"]}, geometry=[shapely.Polygon(edge)], crs=CRS)
    (thin,) = simplified(corner).geometry
    assert {(west, 62.0), (west, 64.0), (west, north)} <= set(thin.exterior.coords)


def test_a_ring_over_the_antimeridian_is_turned_east(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    topology = {
        "type": "Topology",
        "arcs": [[[170, 60], [179, 62], [-175, 60], [-178, 58], [170, 60]]],
        "objects": {
            "countries": {
                "type": "GeometryCollection",
                "geometries": [
                    {"type": "Polygon", "arcs": [[0]], "id": "643", "properties": {"name": "R"}}
                ],
            }
        },
    }
    frame = read_polygons(topology, "countries", tmp_path_factory.mktemp("topology"))
    assert frame.total_bounds.tolist() == [170, 58, 185, 62]
    assert frame.loc[0, ["id", "name"]].tolist() == ["643", "R"]
