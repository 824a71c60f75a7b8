"""A change of years sends little, and what it does not change is sent once."""

import asyncio
import tomllib
from collections.abc import Iterator

import pytest

from tests.benchmark.visitor import CACHED_RUNS, Visitor
from tests.browser.server import REPOSITORY, running_server

YEARS = ("2019-2021", "2020-2022", "2018-2020", "2021-2023", "2019-2021")
LARGEST = {"": 20_000, "energy_routes": 40_000}
"""Largest change of a page, in bytes before compression."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Return the address of a running server."""
    with running_server() as server:
        yield server.address


async def sizes(address: str, page: str) -> list[int]:
    """Return the size of each change of years on a page."""
    found = []
    async with Visitor(address, page) as visitor:
        for years in YEARS:
            await visitor.change({"years": years})
            found.append(visitor.received)
    return found


@pytest.mark.parametrize("page", LARGEST)
def test_a_change_of_years_sends_little(address: str, page: str) -> None:
    found = asyncio.run(sizes(address, page))
    assert max(found) < LARGEST[page], found
    # The browser has the charts of the first years.
    assert found[-1] <= min(found), found


def test_the_visitor_keeps_messages_as_long_as_a_browser() -> None:
    config = tomllib.loads((REPOSITORY / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert config["global"]["maxCachedMessageAge"] == CACHED_RUNS
