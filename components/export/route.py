"""Routes of exported files; the service is imported with the first request."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.export.served import FOLDER, note_served
from components.server.base_path import below_base


async def _answer(request: Request) -> Response:
    from components.export.service import serve_file  # noqa: PLC0415, for a faster start

    return await serve_file(request)


async def _answer_deck(request: Request) -> Response:
    from components.export.deck_service import serve_deck  # noqa: PLC0415, for a faster start

    return await serve_deck(request)


def export_routes() -> list[Route]:
    """Return the routes of exported files, for `serve.py`."""
    note_served()
    return [
        Route(below_base(f"{FOLDER}/{{name}}"), _answer, methods=["GET"]),
        Route(below_base(f"{FOLDER}/deck/{{name}}"), _answer_deck, methods=["GET"]),
    ]
