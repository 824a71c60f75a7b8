"""Scripts served by address, which browsers cache."""

import re

import pytest

from components import assets
from components.server import scripts
from tests.routes import answer_of

HEAD = "controls/page_head.js"
ADDRESS = re.compile(r'"\./script/([0-9a-f]{20}\.js)"')


@pytest.fixture
def unserved(monkeypatch: pytest.MonkeyPatch) -> None:
    """Simulate a server that serves no scripts."""
    monkeypatch.setattr(assets, "_SERVED", assets._Served())


@pytest.mark.usefixtures("unserved")
def test_without_served_scripts_a_component_gets_the_script_itself() -> None:
    assert assets.component_script(HEAD) == assets.script(HEAD)


@pytest.mark.usefixtures("unserved")
def test_a_served_script_is_complete_and_cached_by_browsers() -> None:
    routes = scripts.script_routes()
    given = assets.component_script(HEAD)
    assert len(given) < len(assets.script(HEAD)) / 20
    (name,) = ADDRESS.findall(given)
    answer = answer_of(routes, f"script/{name}")
    assert answer.text == assets.script(HEAD)
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.usefixtures("unserved")
@pytest.mark.parametrize("name", ["", "other.js", "00000000000000000000.js", "..%2Fassets.py"])
def test_no_other_file_is_served(name: str) -> None:
    routes = scripts.script_routes()
    assets.component_script(HEAD)
    assert answer_of(routes, f"script/{name}").status == 404
