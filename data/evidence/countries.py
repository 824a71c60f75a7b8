"""Countries that can be selected on the map, and the routes that cross or bypass them."""

from dataclasses import dataclass

from data.evidence.routes import OPERATING, Route, facilities, routes, standing
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset

HOME = ("KZ", "TR")
"""The two countries the Atlas is about."""


@kept_with_dataset
def countries(dataset: Dataset) -> tuple[str, ...]:
    """Return the codes of selectable countries: `HOME`, and those that a route crosses."""
    if not {"map_labels", "routes"} <= dataset.tables.keys():
        return ()
    labels = dataset.tables["map_labels"]
    named = set(labels.loc[labels["kind"] == "country", "label"])
    crossed = {code for route in routes(dataset).values() for code in route.countries}
    return tuple(sorted(named & {*crossed, *HOME}))


def routes_through(dataset: Dataset, country: str) -> tuple[Route, ...]:
    """Return the mapped routes and facilities whose printed countries include a country."""
    return tuple(route for route in facilities(dataset) if country in route.countries)


@dataclass(frozen=True)
class Crossing:
    """Pipelines in operation in a year: those that cross a country, and those that bypass it."""

    through: tuple[Route, ...]
    around: tuple[Route, ...]


def pipelines(dataset: Dataset, *, carried: str, country: str, year: int) -> Crossing:
    """Divide the mapped pipelines in operation by whether they cross a country, as printed.

    Parameters
    ----------
    dataset : Dataset
        All tables.
    carried : str
        `oil` or `gas`.
    country : str
        Code of the country.
    year : int
        Year of operation.

    Raises
    ------
    TableRefusedError
        If the table of routes did not load.
    """
    running = [
        route
        for route in routes(dataset).values()
        if route.kind == f"{carried}_pipeline"
        and route.sections
        and standing(route, year) == OPERATING
    ]
    return Crossing(
        through=tuple(route for route in running if country in route.countries),
        around=tuple(route for route in running if country not in route.countries),
    )
