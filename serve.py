"""Start the Atlas: it reads its data while the first reader's browser is still on its way."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

from components.export.route import export_routes


def _prepare() -> None:
    """Load what every page needs; a reader who comes first waits for the same lock."""
    from components.warm import warm_up  # noqa: PLC0415, loaded beside the server's own start

    warm_up()


@asynccontextmanager
async def _beside(_app: st.App) -> AsyncIterator[None]:
    threading.Thread(target=_prepare, name="atlas-warm-up", daemon=True).start()
    yield


app = st.App("dashboard.py", lifespan=_beside, routes=export_routes())
