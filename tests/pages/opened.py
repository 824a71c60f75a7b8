"""A page opened by link in a new session, and what it shows."""

import json
import re
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from data.choice.parameters import Filters, filter_space
from data.load.dataset import load_dataset
from tests.plain_html import unmarked

REPOSITORY = Path(__file__).parents[2]

SPACE = filter_space(load_dataset())


def opened(path: str, query: dict[str, str] | None = None) -> AppTest:
    """Open a page in a new session."""
    app = AppTest.from_file(str(REPOSITORY / "dashboard.py"), default_timeout=60)
    if path != "dashboard.py":
        app.switch_page(path)
    for name, text in (query or {}).items():
        app.query_params[name] = text
    app.run()
    assert not app.exception, [error.message for error in app.exception]
    return app


def choice(app: AppTest) -> Filters:
    """Return the filters of a page."""
    held: Filters = app.session_state["atlas_choice"].filters
    return held


def components(app: AppTest) -> list[dict[str, Any]]:
    """Return the data of the components of a page."""
    return [json.loads(element.proto.json or "{}") or {} for element in app.get("bidi_component")]


def controls(app: AppTest) -> dict[str, dict[str, Any]]:
    """Return the data of the controls within the content of a page, by parameter."""
    found = (control for data in components(app) for control in data.get("controls", ()))
    return {control["parameter"]: control for control in found}


def written_address(app: AppTest) -> str:
    """Return the link parameters that the page head writes into the address."""
    return next(str(data["share"]["query"]) for data in components(app) if "share" in data)


def html(app: AppTest) -> str:
    """Return the HTML of a page, including that of the landing page's component."""
    pieces = (text for data in components(app) for text in data.get("pieces", {}).values())
    said = " ".join([*(str(element.proto.body) for element in app.get("html")), *pieces])
    return str(unmarked(said))


def counted_values(app: AppTest) -> int:
    """Return how many values the catalogue counts above its table."""
    found = re.search(r'<p class="atlas-quiet">(\d+)\D*</p>', html(app))
    assert found is not None
    return int(found[1])
