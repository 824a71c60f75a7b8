"""The header that names the scripts of a page."""

import re
from pathlib import Path

import pytest
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route

from components.controls.page_head import PAGES
from components.server import preload
from tests.routes import answer_of

ADDRESSES = [entry.address for entry in PAGES]


def named(page: str) -> list[str]:
    return re.findall(r"<\./static/js/([^>]+)>", preload.preload_header(page).decode())


@pytest.mark.parametrize("page", ADDRESSES)
def test_every_named_script_exists_and_is_not_named_by_the_page_itself(page: str) -> None:
    scripts = named(page)
    own = (preload.STATIC / "index.html").read_text(encoding="utf-8")
    assert scripts
    assert len(set(scripts)) == len(scripts)
    assert all((preload.SCRIPTS / script).is_file() for script in scripts)
    assert not any(script in own for script in scripts)


def test_only_pages_that_draw_an_element_name_its_script() -> None:
    def pages_with(stem: str) -> list[str]:
        return [page for page in ADDRESSES if any(name.startswith(stem) for name in named(page))]

    assert pages_with("DeckGlJsonChart.") == ["energy_routes"]
    assert pages_with("DataFrame.") == ["sources"]
    assert pages_with("ArrowVegaLiteChart.") == [page for page in ADDRESSES if page != "sources"]


def test_without_the_scripts_of_streamlit_nothing_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(preload, "SCRIPTS", tmp_path)
    preload.preload_header.cache_clear()
    assert preload.preload_header("trade") == b""
    preload.preload_header.cache_clear()


def test_only_pages_have_the_header() -> None:
    routes = [
        Route("/trade", lambda _request: HTMLResponse("<p>")),
        Route("/missing", lambda _request: HTMLResponse("<p>", 404)),
        Route("/text", lambda _request: PlainTextResponse("text")),
    ]
    found = {
        path: answer_of(routes, path, middleware=[Middleware(preload.Preload)]).headers
        for path in ("trade", "missing", "text")
    }
    assert found["trade"]["link"] == preload.preload_header("").decode()
    assert "link" not in found["missing"]
    assert "link" not in found["text"]
