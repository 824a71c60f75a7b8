"""Scripts that a browser fetches while the server runs a page."""

import asyncio
from pathlib import Path

import pytest
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send
from streamlit.file_util import get_static_dir

from components import assets
from components.controls.page_head import PAGES
from components.server import guard, preload
from components.server.guard import Guard
from components.server.preload import COMPONENTS_OF_PAGES, FOLDER, OF_PAGES, preload_link
from components.server.settings import settings_from

STATIC = Path(get_static_dir())
MAP = "DeckGlJsonChart."
CHART = "ArrowVegaLiteChart."


def addresses_of(page: str) -> list[str]:
    """Addresses in the header of a page."""
    return [part.partition(">")[0].removeprefix("<./") for part in preload_link(page).split(", ")]


def scripts_of(page: str) -> list[str]:
    """File names of the scripts of Streamlit in the header of a page."""
    found = (address.rpartition("/") for address in addresses_of(page))
    return [name for folder, _slash, name in found if folder == FOLDER]


@pytest.mark.parametrize("page", [entry.address for entry in PAGES])
def test_scripts_of_a_page_are_files_that_its_html_does_not_name(page: str) -> None:
    html = (STATIC / "index.html").read_text(encoding="utf-8")
    names = scripts_of(page)
    assert len(names) == len(set(names)) > 2
    for name in names:
        assert (STATIC / FOLDER / name).is_file()
        assert name not in html


def test_only_pages_with_charts_and_maps_fetch_their_scripts() -> None:
    def fetching(start: str) -> set[str]:
        return {
            entry.address
            for entry in PAGES
            if any(name.startswith(start) for name in scripts_of(entry.address))
        }

    assert fetching(MAP) == {"energy_routes"}
    assert fetching(CHART).isdisjoint({"about", "present", "sources"})
    assert {"", "trade", "survey"} <= fetching(CHART)
    pages = {entry.address for entry in PAGES}
    assert set(OF_PAGES) <= pages
    assert set(COMPONENTS_OF_PAGES) == pages


def test_a_streamlit_without_these_scripts_has_no_header(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(preload, "files", lambda _package: tmp_path)
    assert preload._of_streamlit.__wrapped__("trade") == ()


def test_scripts_of_components_are_fetched_once_their_components_are_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(assets, "_SERVED", assets._Served())
    assets.serve_assets()
    before = addresses_of("survey")
    assert before == [f"{FOLDER}/{name}" for name in scripts_of("survey")]
    for name in ("controls/page_head.js", "own_file/upload.js"):
        assets.component_parts(name)
    (added,) = set(addresses_of("survey")) - set(before)
    text = assets.served_asset(added.removeprefix("asset/"))
    assert text is not None
    assert text.startswith(assets.script("controls/page_head.js"))


def test_an_imported_script_is_fetched_too(tmp_path: Path) -> None:
    (tmp_path / "a.1.js").write_text('import{x}from"./b.2.js";import"./known.js";', "utf-8")
    (tmp_path / "b.2.js").write_text('import"./a.1.js";', "utf-8")
    assert preload._imported(tmp_path, ["a.1.js"], {"known.js"}) == ["a.1.js", "b.2.js"]


@pytest.mark.parametrize("page", ["", "energy_routes"])
def test_pages_have_the_header(page: str) -> None:
    assert headers_of("text/html", page)[b"link"] == preload_link(page).encode()


def test_answers_that_are_no_pages_of_streamlit_have_no_such_header() -> None:
    assert b"link" not in headers_of("text/css", "energy_routes")
    # In these folders the addresses would be wrong.
    for path in ("talk/AB12", "talk/AB12/present", "export/deck/kk.html", "export/trade", "trade/"):
        assert b"link" not in headers_of("text/html", path)


def test_below_a_base_path_only_its_pages_have_the_header(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "below_base", "/atlas/{}".format)
    for path in ("atlas/", "atlas/trade"):
        assert b"link" in headers_of("text/html", path)
    for path in ("", "trade", "atlas", "atlas/talk/AB12"):
        assert b"link" not in headers_of("text/html", path)


def headers_of(kind: str, page: str) -> dict[bytes, bytes]:
    """Headers of the answer for a page by a server that has one file of a kind."""
    sent: list[Message] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await Response("", media_type=kind)(scope, receive, send)

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": f"/{page}", "headers": []}
    asyncio.run(Guard(app, settings_from({}))(scope, receive, send))
    return dict(sent[0]["headers"])
