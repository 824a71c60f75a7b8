"""The server's addresses of files; what answers them is loaded with the first request."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from streamlit import config

from components.export.served import FOLDER, note_served


async def _answer(request: Request) -> Response:
    from components.export.service import serve_file  # noqa: PLC0415, the server starts sooner

    return await serve_file(request)


def export_routes() -> list[Route]:
    """Return the addresses of files, for the server to mount beside the pages."""
    note_served()
    base = str(config.get_option("server.baseUrlPath") or "").strip("/")
    start = f"/{base}" if base else ""
    return [Route(f"{start}/{FOLDER}/{{name}}", _answer, methods=["GET"])]
