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
"""Kind of an origin outside the dissertation, which has an address and a date."""

FieldType = Literal["string", "number", "integer"]


@dataclass(frozen=True, kw_only=True)
class Reference:
    """Reference of a column to the codes of another table.

    Attributes
    ----------
    table : str
        Name of the other table.
    separator : str
        Separator of several codes in a cell; empty for one code per cell.
    """

    table: str
    separator: str = ""


@dataclass(frozen=True, kw_only=True)
class Field:
    """One column of a table, as in the Frictionless table schema.

    `calendar` marks a column of dates of any precision, or of spans of two joined by a slash.
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
        Path relative to the folder of the package.
    lookup : bool
        True for a lookup table, which is loaded without its faulty rows; a table of values with a
        fault is refused, since totals over the other rows would be wrong.
    fields : tuple of Field
        The columns in the order of the file.
    key : tuple of str
        Columns that together identify a row.
    group : str
        Column that groups rows: all rows of a group with a faulty row are left out. Empty for a
        table without groups.
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
    """Description of all tables, each after the tables that it refers to."""

    resources: tuple[Resource, ...]

    def resource(self, name: str) -> Resource:
        """Return the resource called `name`; raise KeyError if there is none."""
        for resource in self.resources:
            if resource.name == name:
                return resource
        raise KeyError(name)


def read_package(descriptor: Path = DESCRIPTOR) -> Package:
    """Read the description of the tables, without faulty parts.

    Parameters
    ----------
    descriptor : Path
        A Frictionless data package descriptor with four additions: `role` of a resource (lookup
        or values), `group` of a resource (see `Resource`), `references` of a column with several
        codes (their table and separator), and `calendar` for a column of dates of any precision.

    Returns
    -------
    Package
        Resources without faults. `data.load.description` reports the faults of the others.
    """
    from data.load.description import read_description  # noqa: PLC0415, it is built on this module

    return read_description(descriptor.parent, descriptor.name).package
