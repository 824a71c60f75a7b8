"""Addresses of files to take away, relative to the page they are linked on."""

from collections.abc import Mapping
from html import escape
from urllib.parse import urlencode

from components.export.served import FOLDER
from data.filters import Filters, FilterSpace, to_query

PICTURES = ("png", "svg", "pdf")
TABLES = ("xlsx", "csv")
PACKAGE, PACKAGE_NAME = "data.zip", "kazakhstan-turkiye-atlas.zip"
CATALOGUE = "catalogue"
PRINT_SIZE = {"size": "print"}
"""Parameter of a picture for a printed page of the Atlas."""


def file_address(
    name: str,
    filters: Filters,
    space: FilterSpace,
    more: Mapping[str, str] | None = None,
) -> str:
    """Return the address of a file for a choice of filters, relative to a page of the Atlas.

    Parameters
    ----------
    name : str
        Name of the file, such as `trade_turnover.png`.
    filters : Filters
        The reader's choice.
    space : FilterSpace
        What can be chosen.
    more : mapping of str to str, optional
        Further parameters; empty ones are left out.
    """
    known = {key: text for key, text in (more or {}).items() if text}
    query = urlencode({**to_query(filters, space), **known}, safe=",")
    return f"./{FOLDER}/{name}?{query}"


def download_link(label: str, address: str, *, file_name: str) -> str:
    """Return a link that looks like a button and saves a file."""
    return (
        f'<a class="atlas-download" href="{escape(address)}" download="{escape(file_name)}">'
        f"{escape(label)}</a>"
    )


def page_link(label: str, address: str) -> str:
    """Return a link that looks like a button and opens a page beside this one."""
    return (
        f'<a class="atlas-download atlas-page" href="{escape(address)}" target="_blank" '
        f'rel="noopener">{escape(label)}</a>'
    )


def link_row(links: list[str]) -> str:
    """Return links beside each other."""
    return f'<p class="atlas-downloads">{"".join(links)}</p>'
