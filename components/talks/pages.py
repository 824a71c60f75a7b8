"""Pages of phones and presenters: a frame with the slides, and a line that says what happens."""

import json
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from components.assets import asset, policy_digest, script
from components.decks.document import theme_variables
from components.page.tokens import DARK, LIGHT
from components.server.headers import policy_text, socket_sources
from components.talks.texts import audience_texts, presenter_texts
from components.templates import macro
from data.language.languages import LANGUAGE_CODES, Language, language

_TEMPLATE = "talks/pages.html"
_audience = macro(_TEMPLATE, "audience")
_presenter = macro(_TEMPLATE, "presenter")

AUDIENCE, PRESENTER = "talks/audience_page.js", "talks/presenter_page.js"
_STARTS = {AUDIENCE: "startAudience(globalThis);", PRESENTER: "startPresenter(globalThis);"}


@lru_cache(maxsize=2)
def page_script(name: str) -> str:
    """Return the script of a page, with the call that starts it."""
    return f"{script(name)}\n{_STARTS[name]}\n"


def page_policy(name: str, host: str) -> str:
    """Return the content security policy of a page: its own script, and slides of this server.

    Parameters
    ----------
    name : str
        `AUDIENCE` or `PRESENTER`.
    host : str
        Header `Host` of the request.
    """
    directives = (
        "default-src 'none'",
        f"script-src '{policy_digest(page_script(name))}'",
        "style-src 'unsafe-inline'",
        "img-src data:",
        "frame-src 'self'",
        f"connect-src 'self' {socket_sources(host.encode('latin-1', 'replace'))}".rstrip(),
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
    return policy_text(directives)


def _data(content: dict[str, Any]) -> Markup:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704, no element can end in it


def _parts(name: str) -> dict[str, Markup]:
    return {
        "light": theme_variables(LIGHT, LIGHT.card),
        "dark": theme_variables(DARK, DARK.card),
        "styles": Markup(asset("talks/talk.css")),  # noqa: S704, style sheet of the project
        "script": Markup(page_script(name)),  # noqa: S704, script of the project
    }


def audience_page(code: str, shown: Language) -> str:
    """Return the page of a phone; it has the texts of all languages, so that it needs no server.

    Parameters
    ----------
    code : str
        Code of the talk.
    shown : Language
        Language that is shown first.
    """
    languages = [language(one) for one in LANGUAGE_CODES]
    data = {
        "code": code,
        "language": shown.code,
        "words": {one.code: audience_texts(one) for one in languages},
    }
    names = [(one.code, one.endonym) for one in languages]
    words = audience_texts(shown)
    return "<!doctype html>\n" + str(
        _audience(shown.code, shown.gettext("Talk"), words, names, _data(data), _parts(AUDIENCE))
    )


def presenter_page(shown: Language) -> str:
    """Return the page of a presenter, without anything that only the presenter may know."""
    words = presenter_texts(shown)
    data = {"words": words, "languages": len(LANGUAGE_CODES)}
    return "<!doctype html>\n" + str(_presenter(shown.code, words, _data(data), _parts(PRESENTER)))
