"""Routes of scripts and texts of the components, which browsers can cache."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.assets import ADDRESS_FOLDER, serve_assets, served_asset
from components.server.base_path import below_base

HEADERS = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "X-Content-Type-Options": "nosniff",
}
"""Response headers: cached forever, since the address contains a digest of the text."""

MEDIA_TYPES = {"js": "text/javascript", "json": "application/json"}


async def _answer(request: Request) -> Response:
    name = request.path_params["name"]
    text = served_asset(name)
    if text is None:
        return Response("Not Found", 404, media_type="text/plain")
    return Response(text, media_type=MEDIA_TYPES[name.rpartition(".")[2]], headers=HEADERS)


def asset_routes() -> list[Route]:
    """Return the routes of scripts and texts, for `serve.py`."""
    serve_assets()
    return [Route(below_base(f"{ADDRESS_FOLDER}/{{name}}"), _answer, methods=["GET"])]
