"""Routes of a visitor's own file and of the template; the services are imported when needed."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.own_file.address import OWN_FOLDER, note_taken
from components.server.base_path import below_base


async def _receive(request: Request) -> Response:
    from components.own_file.service import receive_file  # noqa: PLC0415, for a faster start

    return await receive_file(request)


async def _template(request: Request) -> Response:
    from components.own_file.template_files import serve_template  # noqa: PLC0415, as above

    return await serve_template(request)


def own_file_routes() -> list[Route]:
    """Return the routes, for `serve.py`."""
    note_taken()
    return [
        Route(below_base(f"{OWN_FOLDER}/template/{{name}}"), _template, methods=["GET"]),
        Route(below_base(f"{OWN_FOLDER}/{{token}}"), _receive, methods=["POST"]),
    ]
