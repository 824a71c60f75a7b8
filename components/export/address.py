"""Addresses of exported files, relative to the linking page, and HTML links to them."""

from collections.abc import Mapping
from urllib.parse import urlencode

from markupsafe import Markup

from components.export.served import FOLDER
from components.templates import macro
from data.choice.parameters import Filters, FilterSpace
from data.choice.reading import to_query

PICTURES = ("png", "svg", "pdf")
TABLES = ("xlsx", "csv")
REPRODUCTION = "zip"
"""Extension of the ZIP to draw a figure again."""

PACKAGE, PACKAGE_NAME = "data.zip", "kazakhstan-turkiye-atlas.zip"
CATALOGUE = "catalogue"
PRINT_SIZE = {"size": "print"}
"""Address parameter of a picture for a printed page of the Atlas."""

_TEMPLATE = "export/address.html"
_download_link = macro(_TEMPLATE, "download_link")
_page_link = macro(_TEMPLATE, "page_link")
_link_row = macro(_TEMPLATE, "link_row")


def file_address(
    name: str,
    filters: Filters,
    space: FilterSpace,
    more: Mapping[str, str] | None = None,
) -> str:
    """Return the address of an exported file for some filters, relative to a page of the Atlas.

    Parameters
    ----------
    name : str
        Name of the file, such as `trade_turnover.png`.
    filters : Filters
        The selected filters.
    space : FilterSpace
        The valid filter values.
    more : mapping of str to str, optional
        Further address parameters; empty ones are left out.
    """
    known = {key: text for key, text in (more or {}).items() if text}
    query = urlencode({**to_query(filters, space), **known}, safe=",")
    return f"./{FOLDER}/{name}?{query}"


def download_link(label: str, address: str, *, file_name: str) -> Markup:
    """Return a button-like link that downloads a file."""
    return _download_link(label, address, file_name)


def page_link(label: str, address: str) -> Markup:
    """Return a button-like link that opens a page in a new tab."""
    return _page_link(label, address)


def link_row(links: list[Markup]) -> Markup:
    """Return links in one row."""
    return _link_row(links)
