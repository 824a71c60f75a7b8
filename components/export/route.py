"""The server's addresses of files; what answers them is loaded with the first request."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.export.served import FOLDER, note_served
from components.server.base_path import below_base


async def _answer(request: Request) -> Response:
    from components.export.service import serve_file  # noqa: PLC0415, the server starts sooner

    return await serve_file(request)


def export_routes() -> list[Route]:
    """Return the addresses of files, for the server to mount beside the pages."""
    note_served()
    return [Route(below_base(f"{FOLDER}/{{name}}"), _answer, methods=["GET"])]
