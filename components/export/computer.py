"""Name of this computer in its network, for links that others open."""

import socket

_ANY_HOST = ("10.255.255.255", 1)
"""An address of a private network; connecting a datagram socket to it sends nothing."""


def computer_host() -> str:
    """Return the address of this computer in its network, or its name without a network."""
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect(_ANY_HOST)
            return str(probe.getsockname()[0])
    except OSError:
        return socket.gethostname()
