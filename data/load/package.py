"""Description of the data package: tables, columns, keys and references."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

FOLDER = Path(__file__).parents[1]
TABLE_FOLDERS = ("tables", "geo")
DESCRIPTOR_FILE = "datapackage.json"
DESCRIPTOR = FOLDER / DESCRIPTOR_FILE

GEOJSON_TYPE = "application/geo+json"
"""Media type of described files that hold geometry; they are made from the tables, not loaded."""

OUTSIDE_KIND = "public"
"""Kind of an origin outside the dissertation; it has an address and a date, and no paragraphs."""

FieldType = Literal["string", "number", "integer"]


@dataclass(frozen=True, kw_only=True)
class Reference:
    """Codes of one column that have to exist in another table."""

    table: str
    separator: str = ""


@dataclass(frozen=True, kw_only=True)
class Field:
    """One column of a table, after the Frictionless table schema.

    `calendar` marks a column of dates of any precision, joined by a slash to a span.
    """

    name: str
    type: FieldType
    description: str
    required: bool
    allowed: tuple[str, ...]
    pattern: str
    minimum: float | None
    maximum: float | None
    reference: Reference | None
    calendar: bool


@dataclass(frozen=True, kw_only=True)
class Resource:
    """One table of the package.

    Attributes
    ----------
    name : str
        Name of the table.
    path : str
        Path below the package's folder.
    lookup : bool
        True if other tables refer to its key. It is loaded without faulty rows; a table of values
        with a fault is refused, since totals over the other rows would be wrong.
    fields : tuple of Field
        The columns in the order of the file.
    key : tuple of str
        Columns that together name a row.
    group : str
        Column that groups rows: with a faulty row, all rows with the same value are left out.
        Empty if there is none.
    """

    name: str
    path: str
    lookup: bool
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    group: str = ""

    @property
    def file(self) -> str:
        """File name without folders."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True)
class Package:
    """Description of all tables, in an order in which they can be checked."""

    resources: tuple[Resource, ...]

    def resource(self, name: str) -> Resource:
        """Return the resource called `name`; raise KeyError where there is none."""
        for resource in self.resources:
            if resource.name == name:
                return resource
        raise KeyError(name)


def read_package(descriptor: Path = DESCRIPTOR) -> Package:
    """Read the description of the tables; faulty parts are left out.

    Parameters
    ----------
    descriptor : Path
        A Frictionless data package descriptor. A resource carries a `role` (lookup or values);
        a column that holds several codes names their table and separator under `references`, and
        one that holds dates of any precision is marked `calendar`. A table whose rows are left out
        in groups names the column as its `group`. Every table needs at least one row.

    Returns
    -------
    Package
        Resources without faults, each after the tables that it refers to. `data.load.description`
        reports the faults of the others.
    """
    from data.load.description import read_description  # noqa: PLC0415, it is built on this module

    return read_description(descriptor.parent, descriptor.name).package
