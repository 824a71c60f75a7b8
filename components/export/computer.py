"""Name of this computer in its network, and address of the Atlas, for links that others open."""

import re
import socket
from urllib.parse import urlsplit, urlunsplit

from starlette.requests import Request

from components.controls.share import is_this_computer
from components.export.served import FOLDER

_ANY_HOST = ("10.255.255.255", 1)
"""An address of a private network; connecting a datagram socket to it sends nothing."""

_HOST = re.compile(r"[A-Za-z0-9._-]+(?::\d{1,5})?|\[[0-9A-Fa-f:.]+\](?::\d{1,5})?")


def computer_host() -> str:
    """Return the address of this computer in its network, or its name without a network."""
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect(_ANY_HOST)
            return str(probe.getsockname()[0])
    except OSError:
        return socket.gethostname()


def atlas_address(request: Request, folder: str = FOLDER) -> str:
    """Return the address of the Atlas for links in files; empty if it is unknown.

    An address that means the computer itself is replaced by its address in the network, which the
    audience can open.

    Parameters
    ----------
    request : Request
        A request to the server.
    folder : str
        First path segment of its address below the Atlas.
    """
    parts = urlsplit(str(request.url))
    if parts.scheme not in {"http", "https"} or not _HOST.fullmatch(parts.netloc):
        return ""
    place = parts.netloc
    if is_this_computer(parts.hostname or ""):
        port = f":{parts.port}" if parts.port else ""
        place = f"{computer_host()}{port}"
    path = f"{parts.path}/".partition(f"/{folder}/")[0]
    return urlunsplit((parts.scheme, place, f"{path}/", "", ""))
