"""Addresses of routes below the base path of the server."""

from streamlit import config


def below_base(address: str) -> str:
    """Return the address of a route, prefixed with `server.baseUrlPath` if that is set."""
    base = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}/{address}" if base else f"/{address}"
