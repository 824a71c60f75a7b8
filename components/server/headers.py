"""Security headers: what a page may load and who may frame it, and what every response says."""

import re

from components.server.settings import Settings

INLINE_SCRIPTS = ("sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA=",)
"""Digests of the scripts within Streamlit's own page; a test holds them against that page."""

Header = tuple[bytes, bytes]

ALWAYS: tuple[Header, ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
)
"""Headers of every response."""

_DENIED = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
"""Abilities of the browser that no page uses."""

_HOST = re.compile(rb"[A-Za-z0-9._-]+(?::\d{1,5})?|\[[0-9A-Fa-f:.]+\](?::\d{1,5})?")


def content_policy(host: bytes, settings: Settings) -> str:
    """Content security policy of a page.

    Components are scripts loaded from blobs, Streamlit writes its styles into the page, and its
    reader of messages counts in WebAssembly. Charts are drawn by Vega's interpreter, so no page
    runs code from text; tools that drive a browser do, when they wait for something.

    Parameters
    ----------
    host : bytes
        Header `Host` of the request. Not every browser counts a websocket to it as `'self'`.
    settings : Settings
        Who may show the page in a frame, and whether code from text is refused.
    """
    sockets = ""
    if _HOST.fullmatch(host):
        sockets = f" ws://{host.decode()} wss://{host.decode()}"
    scripts = ["'self'", "blob:", "'wasm-unsafe-eval'", *(f"'{found}'" for found in INLINE_SCRIPTS)]
    if not settings.strict_scripts:
        scripts.append("'unsafe-eval'")
    directives = {
        "default-src": "'self'",
        "script-src": " ".join(scripts),
        "worker-src": "'self' blob:",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": f"'self' data: blob:{sockets}",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": " ".join(["'self'", *settings.framed_by]),
    }
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def page_headers(host: bytes, settings: Settings) -> list[Header]:
    """Headers of a response that a browser shows as a page; parameters as in `content_policy`."""
    found = [
        (b"content-security-policy", content_policy(host, settings).encode()),
        (b"permissions-policy", ", ".join(f"{name}=()" for name in _DENIED).encode()),
        (b"cross-origin-opener-policy", b"same-origin"),
    ]
    if not settings.framed_by:
        found.append((b"x-frame-options", b"SAMEORIGIN"))
    return found
