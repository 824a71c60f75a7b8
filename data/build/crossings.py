"""Build step of the countries crossed: ``python -m data.build.crossings`` writes their table.

Run it after each edit of a line, a waypoint or the ground; then run ``python -m data.check``. It
writes ``data/tables/line_crossings.csv``.

Every drawn line is cut by the countries of the ground. What lies in none of them is `sea`. The
kilometres are geodesic. A country that a line ends at, within `BORDER_ACCURACY_KM` and without
entering it, gets a row of 0 kilometres.
"""

import logging
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

from data.evidence.crossings import BORDER_ACCURACY_KM, SEA
from data.files import replace_file
from data.geography import Geometry, countries_frame, lines_frame
from data.geometry import geodesic_km
from data.load.dataset import Dataset, load_dataset
from data.load.package import FOLDER

CROSSINGS_PATH = "tables/line_crossings.csv"
COMMAND = "python -m data.build.crossings"
DECIMALS = 1

SURROUNDINGS = 0.2
"""Half the width of the square searched around the end of a line, in degrees: over 10 km."""


def _kilometres(stretch: Geometry) -> float:
    """Return the geodesic length of a line of one or several parts."""
    return sum(geodesic_km(part.coords[:]) for part in shapely.get_parts(stretch).tolist())


def _first_km(line: Geometry, stretch: Geometry) -> float:
    """Return how far along a line a stretch of it begins, in degrees."""
    corners = shapely.points(shapely.get_coordinates(stretch))
    return float(shapely.line_locate_point(line, corners).min())


def stretches(lines: gpd.GeoDataFrame, countries: gpd.GeoDataFrame) -> pd.DataFrame:
    """Cut lines by countries and measure the parts.

    Parameters
    ----------
    lines, countries : GeoDataFrame
        As `lines_frame` and `countries_frame` return them.

    Returns
    -------
    DataFrame
        `line`, `country` (`SEA` outside every country), `start` (where on the line it begins, in
        degrees) and `kilometres`; one row for each line and country, in the order of the lines.
    """
    cut = gpd.overlay(
        lines.reset_index(), countries.reset_index(), how="identity", keep_geom_type=True
    )
    cut["country"] = cut["country"].fillna(SEA)
    whole = cut.dissolve(["line", "country"]).reset_index()
    return pd.DataFrame(
        {
            "line": whole["line"],
            "country": whole["country"],
            "start": [
                _first_km(lines.geometry[line], stretch)
                for line, stretch in zip(whole["line"], whole.geometry, strict=True)
            ],
            "kilometres": [_kilometres(stretch) for stretch in whole.geometry],
        }
    )


def _near(end: Geometry, countries: gpd.GeoDataFrame) -> list[str]:
    """Return the countries within `BORDER_ACCURACY_KM` of a point."""
    around = gpd.clip(countries, end.buffer(SURROUNDINGS, cap_style="square"))
    local = around.to_crs(f"+proj=aeqd +lat_0={end.y} +lon_0={end.x} +ellps=WGS84")
    near = local.distance(shapely.Point(0, 0)) <= BORDER_ACCURACY_KM * 1000
    return [str(country) for country in local.index[near]]


def ends(lines: gpd.GeoDataFrame, countries: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return the countries near both ends of each line, as rows of 0 kilometres.

    Columns and parameters are those of `stretches`.
    """
    rows = [
        (line, country, start, 0.0)
        for line, curve in lines.geometry.items()
        for end, start in (
            (shapely.get_point(curve, 0), -1.0),
            (shapely.get_point(curve, -1), float("inf")),
        )
        for country in _near(end, countries)
    ]
    return pd.DataFrame(rows, columns=["line", "country", "start", "kilometres"])


def line_crossings(dataset: Dataset) -> pd.DataFrame:
    """Return the kilometres of each drawn line in each country.

    Returns
    -------
    DataFrame
        `line`, `country` and `kilometres`, in the order of the table of lines and of the course.

    Raises
    ------
    TableRefusedError
        If the table of lines or of waypoints did not load.
    """
    lines, countries = lines_frame(dataset), countries_frame()
    entered = stretches(lines, countries)
    rows = pd.concat([entered, ends(lines, countries)]).drop_duplicates(["line", "country"])
    place = {line: number for number, line in enumerate(lines.index)}
    ordered = rows.assign(place=rows["line"].map(place)).sort_values(
        ["place", "start", "country"], kind="stable"
    )
    measured = ordered[["line", "country", "kilometres"]].round({"kilometres": DECIMALS})
    # A touch of the coast that rounds to nothing is no stretch over the sea.
    seen = (measured["country"] != SEA) | (measured["kilometres"] > 0)
    return measured[seen].reset_index(drop=True)


def crossings_csv(dataset: Dataset) -> str:
    """Return the content of `line_crossings.csv`."""
    text: str = line_crossings(dataset).to_csv(index=False, float_format=f"%.{DECIMALS}f")
    return text


def build(folder: Path = FOLDER) -> None:
    """Write `line_crossings.csv` from the lines of the data package and the ground.

    Parameters
    ----------
    folder : Path
        Folder of the data package.

    Raises
    ------
    TableRefusedError
        If the table of lines or of waypoints did not load.
    """
    text = crossings_csv(load_dataset(folder))
    replace_file(folder / CROSSINGS_PATH, text.encode())
    logging.info("%s: %d rows", CROSSINGS_PATH, text.count("\n") - 1)
    logging.info("Renew the seal: python -m data.check")


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    build()
