"""Answers about files, each held until the session that sent the file takes it."""

import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass, field

MOST_TOKENS = 4_000
"""Greatest number of sessions that can send a file; the least recently used is forgotten."""

LARGEST_ANSWER = 2_000_000
"""Greatest size of an answer in bytes: values by year are a few kilobytes."""


@dataclass
class HeldAnswers:
    """Answers by the secret token of a session.

    Attributes
    ----------
    most : int
        Greatest number of tokens.
    """

    most: int = MOST_TOKENS
    _answers: "OrderedDict[str, bytes]" = field(default_factory=OrderedDict, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    def new_token(self) -> str:
        """Return a token that nobody can guess."""
        token = secrets.token_urlsafe(24)
        with self._lock:
            self._answers[token] = b""
            while len(self._answers) > self.most:
                self._answers.popitem(last=False)
        return token

    def knows(self, token: str) -> bool:
        """Return whether a session has this token."""
        with self._lock:
            if token in self._answers:
                self._answers.move_to_end(token)
            return token in self._answers

    def put(self, token: str, answer: bytes) -> None:
        """Hold an answer for a session."""
        with self._lock:
            if token in self._answers and len(answer) <= LARGEST_ANSWER:
                self._answers[token] = answer

    def take(self, token: str) -> bytes:
        """Return the answer for a session and forget it; empty without one."""
        with self._lock:
            if not self._answers.get(token):
                return b""
            answer, self._answers[token] = self._answers[token], b""
            return answer


ANSWERS = HeldAnswers()
"""The answers of this server."""
