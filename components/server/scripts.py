"""Routes of component scripts, which browsers can cache."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.assets import SCRIPT_FOLDER, serve_scripts, served_script
from components.server.base_path import below_base

HEADERS = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "X-Content-Type-Options": "nosniff",
}
"""Response headers: cached forever, since the address contains a digest of the script."""


async def _answer(request: Request) -> Response:
    text = served_script(request.path_params["name"])
    if text is None:
        return Response("Not Found", 404, media_type="text/plain")
    return Response(text, media_type="text/javascript", headers=HEADERS)


def script_routes() -> list[Route]:
    """Return the routes of scripts, for `serve.py`."""
    serve_scripts()
    return [Route(below_base(f"{SCRIPT_FOLDER}/{{name}}"), _answer, methods=["GET"])]
