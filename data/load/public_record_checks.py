"""Checks of the public record against the tables of origins and routes."""

from collections.abc import Iterator, Mapping
from functools import partial

import pandas as pd

from data.load.package import OUTSIDE_KIND, Resource
from data.problems import Problem, Rule

CHECKED_TABLE = "public_record"


def check_public_record(
    resource: Resource, rows: pd.DataFrame, tables: Mapping[str, pd.DataFrame]
) -> Iterator[Problem]:
    """Find values without a publication outside the dissertation, and unknown routes.

    Parameters
    ----------
    resource : Resource
        Description of the table; tables other than the public record pass.
    rows : DataFrame
        Rows that passed the checks of their cells, as text; the index is the line in the file.
    tables : mapping of str to DataFrame
        Tables loaded before this one. Routes are not checked if their table did not load, since
        that is reported itself.
    """
    if resource.name != CHECKED_TABLE:
        return
    fault = partial(Problem, table=resource.name, file=resource.file)
    origins = tables["origins"]
    public = frozenset(origins.loc[origins["kind"] == OUTSIDE_KIND, "origin"])
    routes = frozenset(tables["routes"]["route"]) if "routes" in tables else None
    for number, origin, entity in zip(rows.index, rows["origin"], rows["entity"], strict=True):
        if origin not in public:
            yield fault(rule=Rule.PUBLIC_ORIGIN, row=int(number), column="origin", found=origin)
        if routes is not None and not entity.isupper() and entity not in routes:
            yield fault(rule=Rule.MEASURED_ENTITY, row=int(number), column="entity", found=entity)
