"""Cache of finished files with a limited total size."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field

LARGEST_CACHE = 24_000_000
"""Greatest total size of cached files, in bytes."""


@dataclass
class FileCache:
    """Cache of files by key; the least recently used is removed first.

    Attributes
    ----------
    limit : int
        Greatest total size in bytes; a larger file is not cached.
    """

    limit: int = LARGEST_CACHE
    _files: "OrderedDict[Hashable, bytes]" = field(default_factory=OrderedDict, init=False)
    _size: int = field(default=0, init=False)
    _state: Hashable = field(default=None, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    @property
    def size(self) -> int:
        """Total size of the cached files, in bytes."""
        return self._size

    def get(self, key: Hashable, state: Hashable) -> bytes | None:
        """Return the cached file of a key; None if there is none.

        Parameters
        ----------
        key : hashable
            Key of the file: everything that determines its content.
        state : hashable
            State of the data; files of another state are removed.
        """
        with self._lock:
            if state != self._state:
                self._files.clear()
                self._size, self._state = 0, state
            if key in self._files:
                self._files.move_to_end(key)
            return self._files.get(key)

    def keep(self, key: Hashable, state: Hashable, content: bytes) -> None:
        """Cache a file, unless it was made from another state of the data."""
        with self._lock:
            if state != self._state or len(content) > self.limit or key in self._files:
                return
            self._files[key] = content
            self._size += len(content)
            while self._size > self.limit:
                _key, dropped = self._files.popitem(last=False)
                self._size -= len(dropped)
