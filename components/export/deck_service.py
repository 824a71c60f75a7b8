"""HTTP service of decks: the deck file, files built from it, their progress and cancellation."""

import asyncio
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from components.decks.document import THEMES
from components.export.computer import atlas_address
from components.export.deck_kinds import DECK_KINDS, DeckKind, DeckOptions
from components.export.deck_worker import Build, BuildState, DeckWorker
from components.export.held_decks import HELD
from components.export.request import LONGEST_NAME, RefusedError, request_language
from components.export.service import HEADERS, refusal
from components.export.worker import BusyError
from components.process.figures import stored_generation
from components.templates import macro
from components.text.lists import apposed
from data.choice.parameters import LANGUAGE
from data.decks.rehearsal import MOST_SEEDS, OF_DECK, SELECTIONS
from data.language.languages import LANGUAGE_CODES, Language

FILE = "json"
LOOK_S = 1
"""Time after which a page that waits for a deck looks again, in seconds."""

SLIDES_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; "
    "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
)
"""Content security policy of a deck: everything is in the file, and nothing is requested."""

_OPTIONS = {
    LANGUAGE.name: LANGUAGE_CODES,
    "theme": THEMES,
    "notes": ("", "1"),
    "save": ("", "1"),
    "state": ("", "1"),
    "cancel": ("", "1"),
    "cards": ("", *SELECTIONS),
    "seed": ("", *map(str, range(MOST_SEEDS))),
}

_waiting_page = macro("export/deck_service.html", "waiting")
WORKER = DeckWorker()
"""Builds the decks of this server."""


@dataclass(frozen=True, kw_only=True)
class DeckAddress:
    """A valid request for a file of a deck.

    Attributes
    ----------
    digest : str
        Digest of the deck.
    text : str
        Text of the deck file.
    kind : DeckKind or None
        Kind of the file; None for the deck file itself.
    options : dict of str to str
        Options of the address.
    """

    digest: str
    text: str
    kind: DeckKind | None
    options: dict[str, str]

    def has(self, option: str) -> bool:
        """Return whether an option is set."""
        return bool(self.options[option])


def _read(name: str, pairs: list[tuple[str, str]], words: Language) -> DeckAddress:
    """Parse and validate a request.

    Raises
    ------
    RefusedError
        If there is no such file, or a parameter is invalid.
    """
    _ = words.gettext
    digest, _dot, ending = name.rpartition(".")
    if ending not in (*DECK_KINDS, FILE) or len(name) > LONGEST_NAME:
        raise RefusedError(404, _("The Atlas has no file of this name."))
    given = dict(pairs)
    wrong = [
        f"{key}={text}"[:LONGEST_NAME]
        for key, text in pairs
        if text not in _OPTIONS.get(key, ()) or given[key] != text
    ]
    if wrong:
        saying = _(
            "Part of this file’s address is not valid: {parts}. Open the file from the Atlas."
        )
        raise RefusedError(400, saying.format(parts=apposed(wrong[:5])))
    text = HELD.get(digest)
    if text is None:
        raise RefusedError(
            404, _("The server does not have this deck any more. Open it from the page “Present”.")
        )
    options = {key: given.get(key, "") for key in _OPTIONS}
    return DeckAddress(digest=digest, text=text, kind=DECK_KINDS.get(ending), options=options)


def _saved(content: bytes, kind: str, name: str, *, attached: bool, policy: str = "") -> Response:
    disposition = f'{"attachment" if attached else "inline"}; filename="{name}"'
    headers = {**HEADERS, "Content-Disposition": disposition}
    if policy:
        headers["Content-Security-Policy"] = policy
    return Response(content, media_type=kind, headers=headers)


def _state(build: Build | None) -> Response:
    if build is None:
        return JSONResponse({"state": BuildState.CANCELLED, "done": 0, "total": 0}, headers=HEADERS)
    content = {"state": build.state, "done": build.done, "total": build.total}
    return JSONResponse(content, headers=HEADERS)


def _waiting(build: Build, address: DeckAddress, words: Language) -> Response:
    """Return a page that shows the progress of a build and looks again by itself."""
    _ = words.gettext
    ended = build.state in (BuildState.CANCELLED, BuildState.FAILED)
    if build.state is BuildState.CANCELLED:
        said = _("Cancelled")
    elif build.state is BuildState.FAILED:
        said = _("The file could not be built. Try again.")
    elif build.state is BuildState.WAITING or not build.total:
        said = _("The slides are being prepared.")
    else:
        number = min(build.done + 1, build.total)
        said = _("Building slide {done} of {total}").format(done=number, total=build.total)
    kept = {key: text for key, text in address.options.items() if text and key != "cancel"}
    again = f"?{urlencode(kept)}"
    page = _waiting_page(
        words.code,
        _("Slides"),
        said,
        done=build.done,
        total=build.total,
        again=again,
        action=_("Build again") if ended else _("Cancel"),
        target=again if ended else f"{again}&cancel=1",
        ended=ended,
    )
    headers = {**HEADERS, "Cache-Control": "no-store"}
    if not ended:
        headers["Refresh"] = str(LOOK_S)
    return Response(page, headers=headers, media_type="text/html; charset=utf-8")


def _answer(request: Request, address: DeckAddress, words: Language) -> Response:
    code = address.options[LANGUAGE.name] or words.code
    name = f"atlas_deck_{code}"
    if address.kind is None:
        content = address.text.encode("utf-8")
        return _saved(content, "application/json", f"{name}.json", attached=True)
    asked = DeckOptions(
        kind=address.kind.code,
        code=code,
        theme=address.options["theme"] or THEMES[0],
        notes=address.has("notes"),
        address=atlas_address(request),
        cards=address.options["cards"] or OF_DECK,
        seed=int(address.options["seed"] or 0),
    )
    key = (address.digest, asked, stored_generation())
    if address.has("cancel"):
        WORKER.cancel(key)
        build = WORKER.state_of(key)
    else:
        build = WORKER.ask(key, address.text, asked)
    if address.has("state") or build is None:
        return _state(build)
    if build.state is not BuildState.READY:
        return _waiting(build, address, words)
    shown = address.kind.shows and not address.has("save")
    return _saved(
        build.content,
        address.kind.media_type,
        f"{name}{address.kind.suffix}{'_notes' if asked.notes else ''}.{address.kind.ending}",
        attached=not shown,
        policy=SLIDES_POLICY if address.kind.shows else "",
    )


async def serve_deck(request: Request) -> Response:
    """Respond to a request for a file of a deck; errors are pages in its language."""
    pairs = request.query_params.multi_items()
    words = request_language(dict(pairs), request.headers.get("accept-language", ""))
    try:
        address = _read(request.path_params["name"], pairs, words)
        # The dataset may have to be loaded, and the name of this computer looked up.
        return await asyncio.to_thread(_answer, request, address, words)
    except RefusedError as refused:
        return refusal(refused.status, [refused.text], words)
    except BusyError:
        saying = words.gettext(
            "Many files are being created at the moment. Try again in a few seconds."
        )
        return refusal(503, [saying], words)
