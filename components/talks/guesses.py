"""Limit of wrong codes and secrets for each address; addresses are forgotten with the talks."""

import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from ipaddress import IPv6Address, ip_address

MOST_GUESSES = 120
WINDOW_S = 60.0
"""Greatest number of wrong codes or secrets of one address within this time, in seconds.

All phones of a hall may share one address. Who guesses at this rate finds one of four talks with a
probability of 1 in 3,000 within a year.
"""

MOST_ADDRESSES = 2000
NETWORK_BITS = 64
"""Leading bits of an IPv6 address that are counted as one: a home or a phone has as many."""


def network_of(address: str) -> str:
    """Return the part of an address that one guesser cannot change at will."""
    try:
        number = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if not isinstance(number, IPv6Address):
        return str(number)
    if number.ipv4_mapped is not None:
        return str(number.ipv4_mapped)
    return f"{int(number) >> (number.max_prefixlen - NETWORK_BITS):x}"


@dataclass
class Guesses:
    """Numbers of wrong guesses by the digest of an address, for a minute each.

    Attributes
    ----------
    clock : function
        Returns a monotonic time in seconds.
    most : int
        Number of wrong guesses after which an address is refused for the rest of the minute.
    """

    clock: Callable[[], float]
    most: int = MOST_GUESSES
    _salt: bytes = field(default_factory=lambda: secrets.token_bytes(16), init=False)
    _wrong: "OrderedDict[bytes, tuple[float, int]]" = field(default_factory=OrderedDict, init=False)

    def __len__(self) -> int:
        return len(self._wrong)

    def note(self, address: str) -> None:
        """Count a wrong guess of an address."""
        self.drop_old()
        key = self._key(address)
        since, count = self._wrong.get(key, (self.clock(), 0))
        self._wrong[key] = since, count + 1
        while len(self._wrong) > MOST_ADDRESSES:
            self._wrong.popitem(last=False)

    def refuses(self, address: str) -> bool:
        """Return whether an address has made too many wrong guesses."""
        self.drop_old()
        return self._wrong.get(self._key(address), (0.0, 0))[1] >= self.most

    def drop_old(self) -> None:
        """Forget addresses whose minute is over."""
        now = self.clock()
        while self._wrong:
            key, (since, _count) = next(iter(self._wrong.items()))
            if now - since < WINDOW_S:
                return
            del self._wrong[key]

    def forget(self) -> None:
        """Forget all addresses."""
        self._wrong.clear()
        self._salt = secrets.token_bytes(16)

    def _key(self, address: str) -> bytes:
        return sha256(self._salt + network_of(address).encode()).digest()
