"""HTTP service of exported files: tables, pictures, the catalogue, the data package."""

import asyncio
import logging
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache, partial
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from components.export.address import CATALOGUE, PICTURES, REPRODUCTION
from components.export.caption import choice_sentence
from components.export.catalogue_files import (
    catalogue_csv,
    catalogue_page,
    catalogue_xlsx,
    found_entries,
)
from components.export.computer import atlas_address
from components.export.figure_files import figure_csv, figure_xlsx
from components.export.figure_zip import figure_zip, occasion_of, today
from components.export.file_cache import FileCache
from components.export.picture import NARROW, WIDE, picture_of
from components.export.request import (
    FILE_TYPES,
    LONGEST_QUERY,
    PAGE,
    FileRequest,
    RefusedError,
    read_request,
    request_language,
)
from components.export.worker import BusyError, PictureWorker
from components.figures.registry import FIGURES, shown_choice
from components.process.figures import stored, stored_figure
from components.templates import macro
from components.text.dates import date_text
from components.text.lists import side_by_side
from data.archive import package_archive
from data.choice.parameters import PARAMETERS
from data.language.languages import Language
from data.load.dataset import Dataset
from data.load.problem_text import problem_texts
from data.problems import TableRefusedError

_LOGGER = logging.getLogger(__name__)

PATIENCE_S = 40.0
"""Timeout of a request for a picture, in seconds; the response asks to try again."""

RETRY_AFTER_S = 5
SVG = "svg"

_refusal_page = macro("export/service.html", "refusal")

_FILES = FileCache()
_WORKER = PictureWorker()
_DRAWING: dict[object, "Future[bytes]"] = {}

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; font-src data:",
    "Referrer-Policy": "no-referrer",
}


@dataclass(frozen=True)
class _Answer:
    """Response to a request: a finished file, or the future of one being drawn."""

    content: "bytes | Future[bytes]"
    request: FileRequest


@cache
def _one_at_a_time() -> ThreadPoolExecutor:
    """Return an executor with one thread for files, so that they do not slow down pages."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="atlas-export")


def _chosen(request: FileRequest) -> str:
    """Return the active filters of a figure as a sentence."""
    dataset, space = stored()
    return choice_sentence(
        request.subject,
        request.filters,
        space,
        build=lambda filters: stored_figure(request.subject, filters).figure,
        dataset=dataset,
    )


def _table_file(request: FileRequest) -> bytes:
    """Return a file that is made in the server process."""
    dataset, _space = stored()
    words = request.language
    if request.subject == CATALOGUE:
        found = found_entries(request.filters, request.search, dataset=dataset, language=words)
        write = {"csv": catalogue_csv, "xlsx": catalogue_xlsx, PAGE: catalogue_page}
        return write[request.ending](found)
    if request.ending == "zip":
        return package_archive(dataset=dataset)
    figure = stored_figure(request.subject, request.filters).figure
    if request.ending == "csv":
        return figure_csv(figure)
    return figure_xlsx(figure, dataset=dataset, language=words, chosen=_chosen(request))


def _place(request: FileRequest, base: str) -> str:
    """Return the address and the day of a picture for its caption; empty on a printed page."""
    if request.size:
        return ""
    _dataset, space = stored()
    filters, shown = request.filters, shown_choice(request.subject, request.filters)
    linked = space.start(filters.language)
    for parameter in PARAMETERS.values():
        if parameter.value(shown) == parameter.value(filters):
            linked = parameter.set(linked, parameter.value(filters))
    occasion = occasion_of(
        replace(request, filters=linked), space, chosen="", base=base, day=today()
    )
    day = date_text(occasion.day.isoformat(), request.language)
    return side_by_side((occasion.address, day)) if base else day


def _drawing(request: FileRequest, ending: str, place: str = "") -> "Future[bytes]":
    """Return the future of a picture, drawn in the picture process."""
    dataset, _space = stored()
    picture = picture_of(
        stored_figure(request.subject, request.filters).figure,
        dataset=dataset,
        language=request.language,
        chosen=_chosen(request),
        width=NARROW if request.size else WIDE,
    )
    if place:
        picture = replace(picture, captions=(*picture.captions, place))
    return _WORKER.submit(picture, ending)


def _is_figure_zip(request: FileRequest) -> bool:
    return request.ending == REPRODUCTION and request.subject in FIGURES


def _zip(request: FileRequest, base: str) -> "bytes | Future[bytes]":
    """Return the ZIP to draw a figure again, or its future."""
    dataset, space = stored()
    return figure_zip(
        request,
        stored_figure(request.subject, request.filters).figure,
        occasion_of(request, space, chosen=_chosen(request), base=base, day=today()),
        dataset=dataset,
        draw=lambda: _drawing(request, SVG),
    )


def _key(request: FileRequest, base: str) -> object:
    """Return the cache key of a file: everything that determines its content."""
    if _is_figure_zip(request):
        # Its text has the address with all filters.
        return request.subject, request.ending, request.filters, base, today()
    if request.subject == CATALOGUE:
        chosen = request.filters
        shown: object = (chosen.language, chosen.sectors, chosen.kind, request.search)
    elif request.ending == "zip":
        shown = None
    else:
        shown = shown_choice(request.subject, request.filters)
    place = _place(request, base) if request.ending in PICTURES else ""
    return request.subject, request.ending, request.size, shown, place


def _made(request: FileRequest, base: str) -> "bytes | Future[bytes]":
    if _is_figure_zip(request):
        return _zip(request, base)
    if request.ending in PICTURES:
        return _drawing(request, request.ending, _place(request, base))
    return _table_file(request)


def _prepared(name: str, pairs: list[tuple[str, str]], words: Language, base: str) -> _Answer:
    """Parse a request, and return its file, or its future if it has a picture."""
    dataset, space = stored()
    request = read_request(name, pairs, space=space, words=words)
    key = _key(request, base)
    kept = _FILES.get(key, dataset)
    if kept is not None:
        return _Answer(kept, request)
    drawing = _DRAWING.get((key, dataset))
    if drawing is not None:
        return _Answer(drawing, request)
    made = _made(request, base)
    if isinstance(made, bytes):
        _FILES.keep(key, dataset, made)
    else:
        _DRAWING[key, dataset] = made
        made.add_done_callback(partial(_finish, key, dataset))
    return _Answer(made, request)


def _finish(key: object, dataset: Dataset, drawn: "Future[bytes]") -> None:
    if not drawn.cancelled() and drawn.exception() is None:
        _FILES.keep(key, dataset, drawn.result())
    _DRAWING.pop((key, dataset), None)


async def _drawn(drawing: "Future[bytes]") -> bytes:
    """Wait for a picture.

    Raises
    ------
    BusyError
        If it takes too long, or the picture process has ended.
    PictureError
        If it cannot be drawn.
    """
    try:
        return await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(drawing)), PATIENCE_S)
    except TimeoutError:
        raise BusyError from None


async def _file(
    name: str, pairs: list[tuple[str, str]], words: Language, asked: Request
) -> Response:
    loop = asyncio.get_running_loop()

    def prepare() -> _Answer:
        return _prepared(name, pairs, words, atlas_address(asked))

    answer = await loop.run_in_executor(_one_at_a_time(), prepare)
    content = answer.content
    if isinstance(content, Future):
        content = await _drawn(content)
    request = answer.request
    saved = request.file_name
    kind = "inline" if request.ending == PAGE or request.size else "attachment"
    disposition = f"{kind}; filename=\"{saved}\"; filename*=UTF-8''{quote(saved)}"
    headers = {**HEADERS, "Content-Disposition": disposition}
    return Response(content, media_type=FILE_TYPES[request.ending], headers=headers)


def refusal(status: int, lines: list[str], words: Language, title: str = "") -> Response:
    """Return an error page with the fault and its remedy; without a title, that of a file."""
    title = title or words.gettext("This file could not be created")
    page = _refusal_page(words.code, title, lines)
    retry = {"Retry-After": str(RETRY_AFTER_S)} if status == 503 else {}  # noqa: PLR2004
    return Response(
        page, status, headers={**HEADERS, **retry}, media_type="text/html; charset=utf-8"
    )


async def serve_file(request: Request) -> Response:
    """Respond to a request for a file; errors are pages in the language of the request."""
    accepted = request.headers.get("accept-language", "")
    if len(request.url.query) > LONGEST_QUERY:
        words = request_language({}, accepted)
        return refusal(400, [words.gettext("The address of this file is too long.")], words)
    pairs = request.query_params.multi_items()
    words = request_language(dict(pairs), accepted)
    _ = words.gettext
    try:
        return await _file(request.path_params["name"], pairs, words, request)
    except RefusedError as refused:
        return refusal(refused.status, [refused.text], words)
    except TableRefusedError as refused:
        saying = _("A data file it needs has faults. Try again once they are fixed:")
        faults = problem_texts(refused.problems, words)
        return refusal(503, [saying, *(faults or [f"{refused.table}.csv"])], words)
    except BusyError:
        saying = _("Many files are being created at the moment. Try again in a few seconds.")
        return refusal(503, [saying], words)
    except Exception:
        _LOGGER.exception("the file %s failed", request.path_params["name"])
        return refusal(
            500, [_("The Atlas could not create this file; the log gives the reason.")], words
        )
