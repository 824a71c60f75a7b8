"""Start the Atlas: `streamlit run serve.py`.

The data are loaded in a thread while the server starts. A middleware adds security headers and
closes unused routes, and garbage is collected between script runs.
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
from components.own_file.route import own_file_routes
from components.server.assets import asset_routes
from components.server.chart_texts import write_charts_once
from components.server.component_data import write_component_data_once
from components.server.component_search import skip_component_search
from components.server.component_values import read_component_values_plainly
from components.server.fragment_copies import copy_containers_once
from components.server.guard import Guard
from components.server.html_page import page_routes
from components.server.html_texts import examine_markup_once
from components.server.json_log import log_as_json
from components.server.message_queue import keep_messages_before_fragments
from components.server.protocol import hide_environment
from components.server.run_messages import hand_over_messages_together
from components.server.settings import settings_from
from components.server.sockets import send_messages_at_once
from components.server.status import status_routes
from components.server.turns import let_runs_take_turns
from components.server.uvicorn_options import set_uvicorn_options
from components.server.widget_values import replace_unreadable_values
from components.talks.route import talk_routes


def _background(loop: asyncio.AbstractEventLoop, stop: threading.Event) -> None:
    """Prepare the landing page, then collect garbage between runs until `stop` is set."""
    # Collections during loading would free little and take a sixth of the start.
    gc.disable()
    try:
        # Imported here, so that the server starts meanwhile; an early page waits for the same lock.
        from components.server.warm import keep_house, prepare_first_page  # noqa: PLC0415

        prepare_first_page()
    finally:
        gc.enable()
    keep_house(loop, stop)


@asynccontextmanager
async def _lifespan(_app: st.App) -> AsyncIterator[None]:
    loop, stop = asyncio.get_running_loop(), threading.Event()
    threading.Thread(target=_background, args=(loop, stop), name="atlas", daemon=True).start()
    yield
    stop.set()


def _handle_script_error(error: Exception) -> bool:
    from components.page.failure import show_failure  # noqa: PLC0415, as above

    return show_failure(error)


_SETTINGS = settings_from(os.environ)
if _SETTINGS.json_log:
    log_as_json()
hide_environment()
skip_component_search()
set_uvicorn_options()
replace_unreadable_values()
keep_messages_before_fragments()
write_charts_once()
examine_markup_once()
write_component_data_once()
read_component_values_plainly()
copy_containers_once()
hand_over_messages_together()
let_runs_take_turns()
send_messages_at_once()
app = st.App(
    "dashboard.py",
    lifespan=_lifespan,
    routes=[
        *export_routes(),
        *own_file_routes(),
        *asset_routes(),
        *status_routes(),
        *talk_routes(),
        *page_routes(),
    ],
    middleware=[Middleware(Guard, settings=_SETTINGS)],
    on_script_error=_handle_script_error,
)
