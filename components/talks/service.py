"""HTTP service of talks: start and end, pages of phones and presenters, decks for phones."""

import asyncio
import gzip
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from components.controls.share import qr_code
from components.decks.document import THEMES
from components.export.computer import atlas_address
from components.export.deck_service import SLIDES_POLICY
from components.export.held_decks import HELD
from components.export.request import request_language
from components.export.service import HEADERS, refusal
from components.figures.registry import FIGURES
from components.process.figures import stored_space
from components.talks.pages import (
    AUDIENCE,
    PRESENTER,
    audience_page,
    page_policy,
    presenter_page,
)
from components.talks.room import ROOM, GuessingError, Order, RunningTalk
from components.talks.route import FOLDER
from components.talks.sockets import address_of, audience_address
from components.talks.talks import (
    EndedTalkError,
    FullError,
    TalkRefusedError,
    WrongSecretError,
)
from data.choice.parameters import LANGUAGE
from data.decks.files import parse_deck
from data.language.languages import LANGUAGE_CODES, Language

LONGEST_BODY = 2000
"""Greatest length of a request to start or end a talk, in bytes."""

KEPT_HEADER = "private, max-age=86400, immutable"
"""Caching of a deck, whose address contains its digest."""

PAGE = "text/html; charset=utf-8"
NOT_STORED = {"Cache-Control": "no-store"}

_STATUS: Mapping[type[TalkRefusedError], int] = {
    WrongSecretError: 403,
    EndedTalkError: 410,
    FullError: 503,
    GuessingError: 429,
}


def status_of(error: TalkRefusedError) -> int:
    """Return the HTTP status of an error."""
    return _STATUS.get(type(error), 404)


def _is_own(request: Request) -> bool:
    """Return whether a request comes from a page of this server, or from no browser."""
    origin = request.headers.get("origin")
    if origin is None:
        return request.headers.get("sec-fetch-site", "same-origin") == "same-origin"
    try:
        return urlsplit(origin).netloc.lower() == request.headers.get("host", "").lower()
    except ValueError:
        return False


async def _body(request: Request) -> Mapping[str, Any]:
    """Return the fields of a request; none if it is not valid."""
    content = b""
    try:
        async for part in request.stream():
            content += part
            if len(content) > LONGEST_BODY:
                return {}
        found = json.loads(content)
    except (ValueError, ClientDisconnect):
        return {}
    return found if isinstance(found, dict) else {}


def _steps(text: str) -> tuple[int, ...]:
    """Return the number of states of each slide of a deck."""
    deck = parse_deck(text, FOLDER, figures=FIGURES, space=stored_space()).deck
    return tuple(1 + len(slide.steps) if slide.figure in FIGURES else 1 for slide in deck.slides)


def _order(request: Request, said: Mapping[str, Any], text: str) -> Order:
    code, theme = str(said.get(LANGUAGE.name)), str(said.get("theme"))
    query = {
        LANGUAGE.name: code if code in LANGUAGE_CODES else LANGUAGE_CODES[0],
        "theme": theme if theme in THEMES else THEMES[0],
    }
    return Order(
        text=text,
        steps=_steps(text),
        query=urlencode(query),
        atlas=atlas_address(request, FOLDER),
    )


def _refused(status: int) -> Response:
    return JSONResponse({"status": status}, status, headers={**HEADERS, **NOT_STORED})


async def start_talk(request: Request) -> Response:
    """Start a talk with a deck of this server, and return its code and secret."""
    if not _is_own(request):
        return _refused(403)
    said = await _body(request)
    text = HELD.get(str(said.get("deck")))
    if text is None:
        return _refused(404)
    order = await asyncio.to_thread(_order, request, said, text)
    if not order.steps:
        return _refused(400)
    try:
        running = ROOM.start(order)
    except FullError:
        return _refused(503)
    address = audience_address(running)
    content = {
        "code": running.talk.code,
        "secret": running.talk.secret,
        "address": address,
        "qr": qr_code(address),
    }
    return JSONResponse(content, headers={**HEADERS, **NOT_STORED})


async def end_talk(request: Request) -> Response:
    """End a talk, for who has its secret."""
    if not _is_own(request):
        return _refused(403)
    said = await _body(request)
    code = request.path_params["code"]
    try:
        running = ROOM.as_presenter(code, str(said.get("secret")), address_of(request))
    except EndedTalkError:
        return JSONResponse({}, headers=HEADERS)
    except TalkRefusedError as refused:
        return _refused(status_of(refused))
    ROOM.end(running)
    return JSONResponse({}, headers=HEADERS)


def _refusal(error: TalkRefusedError, words: Language) -> Response:
    _ = words.gettext
    if isinstance(error, EndedTalkError):
        said = _("The talk has ended.")
    elif isinstance(error, GuessingError):
        said = _("Too many wrong talk codes came from your network. Try again in a minute.")
    else:
        said = _(
            "There is no talk at this address. Compare it with the one that the presenter shows."
        )
    page = refusal(status_of(error), [said], words, title=_("Talk"))
    page.headers.update(NOT_STORED)
    return page


def _page(name: str, content: str, request: Request) -> Response:
    policy = page_policy(name, request.headers.get("host", ""))
    headers = {**HEADERS, **NOT_STORED, "Content-Security-Policy": policy}
    return Response(content, headers=headers, media_type=PAGE)


def _found(request: Request) -> RunningTalk:
    return ROOM.find(request.path_params["code"], address_of(request))


def _words(request: Request) -> Language:
    return request_language(request.query_params, request.headers.get("accept-language", ""))


async def serve_audience(request: Request) -> Response:
    """Respond with the page of a phone, in its language."""
    words = _words(request)
    try:
        running = _found(request)
    except TalkRefusedError as refused:
        return _refusal(refused, words)
    return _page(AUDIENCE, audience_page(running.talk.code, words), request)


async def serve_presenter(request: Request) -> Response:
    """Respond with the page of a presenter, which asks for the slides with the secret."""
    words = _words(request)
    try:
        _found(request)
    except TalkRefusedError as refused:
        return _refusal(refused, words)
    return _page(PRESENTER, presenter_page(words), request)


async def serve_audience_deck(request: Request) -> Response:
    """Respond with the deck of a talk in a language, compressed unless that is not accepted."""
    words = _words(request)
    try:
        running = _found(request)
    except TalkRefusedError as refused:
        return _refusal(refused, words)
    file = running.decks.files.get(request.path_params["language"])
    if file is None:
        saying = words.gettext("The slides are being prepared.")
        return refusal(503, [saying], words, title=words.gettext("Talk"))
    tag = f'"{file.digest}"'
    headers = {
        **HEADERS,
        "Content-Security-Policy": f"{SLIDES_POLICY}; frame-ancestors 'self'",
        "Cache-Control": KEPT_HEADER,
        "ETag": tag,
        "Vary": "Accept-Encoding",
    }
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    content = file.content
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
    else:
        content = await asyncio.to_thread(gzip.decompress, content)
    return Response(content, headers=headers, media_type=PAGE)
