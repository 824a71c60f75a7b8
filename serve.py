"""Start the Atlas: `streamlit run serve.py`.

The data are loaded while the first reader's browser is still on its way. A middleware guards the
routes, and garbage is collected between runs.
"""

import asyncio
import gc
import os
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware

from components.export.route import export_routes
from components.server.assets import asset_routes
from components.server.guard import Guard
from components.server.settings import settings_from


def _accompany(loop: asyncio.AbstractEventLoop, stop: threading.Event) -> None:
    """Load what every page needs, then collect garbage between runs."""
    # Loading makes many objects and little garbage: collecting it would be a sixth of the start.
    gc.disable()
    try:
        # Loaded beside the server's own start; a reader who comes first waits for the same lock.
        from components.server.warm import keep_house, prepare_first_page  # noqa: PLC0415

        prepare_first_page()
    finally:
        gc.enable()
    keep_house(loop, stop)


@asynccontextmanager
async def _beside(_app: st.App) -> AsyncIterator[None]:
    loop, stop = asyncio.get_running_loop(), threading.Event()
    threading.Thread(target=_accompany, args=(loop, stop), name="atlas", daemon=True).start()
    yield
    stop.set()


def _say_regret(error: Exception) -> bool:
    from components.page.failure import show_regret  # noqa: PLC0415, as above

    return show_regret(error)


app = st.App(
    "dashboard.py",
    lifespan=_beside,
    routes=[*export_routes(), *asset_routes()],
    middleware=[Middleware(Guard, settings=settings_from(os.environ))],
    on_script_error=_say_regret,
)
