"""Start the Atlas: it reads its data while the first reader's browser is still on its way."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st


def _prepare() -> None:
    """Load what every page needs; a reader who comes first waits for the same lock."""
    from components.regret import log_one_line_per_error  # noqa: PLC0415
    from components.warm import warm_up  # noqa: PLC0415, loaded beside the server's own start

    log_one_line_per_error()
    warm_up()


@asynccontextmanager
async def _beside(_app: st.App) -> AsyncIterator[None]:
    threading.Thread(target=_prepare, name="atlas-warm-up", daemon=True).start()
    yield


def _say_regret(error: Exception) -> bool:
    from components.regret import show_regret  # noqa: PLC0415, as above

    return show_regret(error)


app = st.App("dashboard.py", lifespan=_beside, on_script_error=_say_regret)
