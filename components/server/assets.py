"""Scripts and texts of the components at addresses of their own, which browsers keep."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.assets import ADDRESS_FOLDER, serve_assets, served_asset
from components.server.base_path import below_base

HEADERS = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "X-Content-Type-Options": "nosniff",
}
"""The address holds a digest of the text, so what it answers never changes."""

MEDIA_TYPES = {"js": "text/javascript", "json": "application/json"}


async def _answer(request: Request) -> Response:
    name = request.path_params["name"]
    text = served_asset(name)
    if text is None:
        return Response("Not Found", 404, media_type="text/plain")
    return Response(text, media_type=MEDIA_TYPES[name.rpartition(".")[2]], headers=HEADERS)


def asset_routes() -> list[Route]:
    """Return the addresses of scripts and texts, for the server to mount beside the pages."""
    serve_assets()
    return [Route(below_base(f"{ADDRESS_FOLDER}/{{name}}"), _answer, methods=["GET"])]
