"""Publications of the public record of routes as origins, so that its values have one as well."""

from collections.abc import Mapping

import pandas as pd

from data.load.identifiers import record_id
from data.load.package import OUTSIDE_KIND

ORIGINS, ROUTE_RECORD = "origins", "route_record"


def record_value_id(route: str, measure: str, position: int | str) -> str:
    """Return the identifier of a row of the public record of routes: `record:btc:length:1`."""
    return f"{record_id(route, measure)}:{position}"


def with_publications(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the table of origins with the publications that the record of routes names.

    The code of such an origin is the identifier of the first row that names it. A publication
    that has the address of an origin is that origin.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        All tables that loaded, among them `origins`.
    """
    origins = tables[ORIGINS]
    if ROUTE_RECORD not in tables:
        return origins
    rows = tables[ROUTE_RECORD].drop_duplicates("source_url")
    rows = rows[~rows["source_url"].isin(origins["address"])]
    keys = zip(rows["route"], rows["measure"], rows["position"], strict=True)
    known: dict[str, object] = {
        "origin": [record_value_id(*key) for key in keys],
        "kind": OUTSIDE_KIND,
        "address": list(rows["source_url"]),
        "date": list(rows["source_date"]),
    }
    for column in origins.columns:
        if column.startswith(("name_", "title_")):
            known[column] = list(rows["source_title"])
    added = pd.DataFrame(known, columns=list(origins.columns))
    texts = [name for name in origins.columns if pd.api.types.is_string_dtype(origins[name])]
    added[texts] = added[texts].fillna("")
    return pd.concat([origins, added.astype(origins.dtypes)], ignore_index=True)
