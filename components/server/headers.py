"""Security headers: content security policy, permissions, and headers of every response."""

import re
from collections.abc import Iterable

from components.server.html_page import CONNECT_DIGEST
from components.server.settings import Settings

INLINE_SCRIPTS = ("sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA=", CONNECT_DIGEST)
"""Digests of the inline scripts of an HTML page; a test compares them."""

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
"""Browser features denied by `Permissions-Policy`, since no page uses them."""

_HOST = re.compile(rb"[A-Za-z0-9._-]+(?::\d{1,5})?|\[[0-9A-Fa-f:.]+\](?::\d{1,5})?")


def socket_sources(host: bytes) -> str:
    """Return the websockets of a host as sources of a policy; empty if the host is not valid."""
    return f"ws://{host.decode()} wss://{host.decode()}" if _HOST.fullmatch(host) else ""


def policy_text(directives: Iterable[str]) -> str:
    """Return directives as the value of the header `Content-Security-Policy`."""
    return "; ".join(directives)


def content_policy(host: bytes, settings: Settings) -> str:
    """Return the content security policy of a page.

    It allows scripts from blobs (components), inline styles (Streamlit) and WebAssembly
    (Streamlit's message parser). Charts use Vega's interpreter, so no page needs `eval`; tools for
    browser automation do.

    Parameters
    ----------
    host : bytes
        Header `Host` of the request; some browsers do not accept websockets as `'self'`.
    settings : Settings
        Origins that may frame the page, and whether `eval` is refused.
    """
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
        "connect-src": f"'self' data: blob: {socket_sources(host)}".rstrip(),
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": " ".join(["'self'", *settings.framed_by]),
    }
    return policy_text(f"{name} {sources}" for name, sources in directives.items())


def page_headers(host: bytes, settings: Settings) -> list[Header]:
    """Return the security headers of an HTML page; parameters as in `content_policy`."""
    found = [
        (b"content-security-policy", content_policy(host, settings).encode()),
        (b"permissions-policy", ", ".join(f"{name}=()" for name in _DENIED).encode()),
        (b"cross-origin-opener-policy", b"same-origin"),
    ]
    if not settings.framed_by:
        found.append((b"x-frame-options", b"SAMEORIGIN"))
    return found
