"""Scripts served by address, which browsers cache."""

import json
import re

import pytest

from components import assets
from components.server import assets as addresses
from tests.routes import answer_of

HEAD, STYLE = "controls/page_head.js", "controls/page_head.css"
ADDRESS = re.compile(r"`\./asset/([0-9a-f]{20}\.js)")


@pytest.fixture
def unserved(monkeypatch: pytest.MonkeyPatch) -> None:
    """Simulate a server that serves no scripts."""
    monkeypatch.setattr(assets, "_SERVED", assets._Served())


@pytest.mark.usefixtures("unserved")
def test_without_served_scripts_a_component_gets_the_script_itself() -> None:
    parts = assets.component_parts(HEAD, STYLE)
    assert parts == {"js": assets.script(HEAD), "css": assets.asset(STYLE)}


@pytest.mark.usefixtures("unserved")
def test_a_served_script_is_complete_and_cached_by_browsers() -> None:
    routes = addresses.asset_routes()
    parts = assets.component_parts(HEAD, STYLE)
    assert parts["css"] is None
    assert len(parts["js"]) < len(assets.script(HEAD)) / 20
    (name,) = ADDRESS.findall(parts["js"])
    answer = answer_of(routes, f"asset/{name}")
    assert answer.text.startswith(assets.script(HEAD))
    assert f"withStyle(draw, {json.dumps(assets.asset(STYLE))})" in answer.text
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.usefixtures("unserved")
@pytest.mark.parametrize("name", ["", "other.js", "00000000000000000000.js", "..%2Fassets.py"])
def test_no_other_file_is_served(name: str) -> None:
    routes = addresses.asset_routes()
    assets.component_parts(HEAD)
    assert answer_of(routes, f"asset/{name}").status == 404


@pytest.mark.usefixtures("unserved")
def test_a_text_has_an_address_as_long_as_few_others_were_asked_for_since() -> None:
    assert assets.text_address("[]", "json") is None
    routes = addresses.asset_routes()
    first = assets.text_address("[0]", "json")
    assert first == assets.text_address("[0]", "json")
    answer = answer_of(routes, str(first))
    assert (answer.text, answer.headers["content-type"]) == ("[0]", "application/json")
    for number in range(1, assets.MOST_TEXTS + 1):
        last = assets.text_address(f"[{number}]", "json")
    assert answer_of(routes, str(first)).status == 404
    assert answer_of(routes, str(last)).text == f"[{assets.MOST_TEXTS}]"


@pytest.mark.usefixtures("unserved")
def test_a_text_that_no_choice_changes_keeps_its_address_among_others() -> None:
    routes = addresses.asset_routes()
    lists = assets.text_address("[0]", "json", lasting=True)
    for number in range(1, assets.MOST_TEXTS + 2):
        assets.text_address(f"[{number}]", "json")
    assert answer_of(routes, str(lists)).text == "[0]"
