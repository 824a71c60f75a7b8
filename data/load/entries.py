"""Typed access to JSON objects of a descriptor; methods raise `EntryError` for invalid values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data.problems import Rule


class EntryError(Exception):
    """Error for an invalid value in a descriptor.

    Parameters
    ----------
    rule : Rule
        The broken rule.
    found : str
        Path of the value, such as `resources[3].schema`, or the invalid value.
    expected : str
        Requirement of the rule.
    """

    def __init__(self, rule: Rule, found: str, expected: str = "") -> None:
        super().__init__(found)
        self.rule, self.found, self.expected = rule, found, expected


@dataclass(frozen=True)
class JsonObject:
    """A JSON object of a descriptor.

    Attributes
    ----------
    content : mapping
        Values by key.
    place : str
        Path of the object in the descriptor, such as `resources[3].schema`.
    """

    content: Mapping[str, Any]
    place: str

    def _within(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key

    def get(self, key: str, kind: type | tuple[type, ...], named: str, default: Any = None) -> Any:  # noqa: ANN401
        """Return a value.

        Parameters
        ----------
        key : str
            Key of the value.
        kind : type or tuple of types
            Allowed Python types.
        named : str
            Name of the JSON type, for the error.
        default : object
            Returned for a missing key; None if the key is required.

        Raises
        ------
        EntryError
            If the value has another type, or a required key is missing.
        """
        value = self.content.get(key, default)
        is_flag = isinstance(value, bool) and kind is not bool
        if isinstance(value, kind) and not is_flag:
            return value
        if default is None or key in self.content:
            raise EntryError(Rule.ENTRY_FORM, self._within(key), named)
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text that is not empty."""
        value: str = self.get(key, str, "string", default)
        if not value and default is None:
            raise EntryError(Rule.ENTRY_FORM, self._within(key), "string")
        return value

    def among(self, key: str, allowed: Sequence[str]) -> str:
        """Return a text that is one of those allowed."""
        value = self.text(key)
        if value not in allowed:
            raise EntryError(Rule.ENTRY_FORM, self._within(key), ", ".join(allowed))
        return value

    def texts(self, key: str, default: Sequence[str] | None = None) -> tuple[str, ...]:
        """Return a list of texts; a single text becomes a list of one."""
        value = self.get(key, (list, str, tuple), "array of strings", default)
        found = (value,) if isinstance(value, str) else tuple(value)
        if not all(isinstance(text, str) for text in found):
            raise EntryError(Rule.ENTRY_FORM, self._within(key), "array of strings")
        return found

    def entry(self, key: str) -> "JsonObject":
        """Return a nested JSON object; an empty one if the key is missing."""
        return JsonObject(self.get(key, dict, "object", {}), self._within(key))

    def entries(self, key: str, default: Sequence[Any] | None = None) -> Iterator["JsonObject"]:
        """Yield the JSON objects of a list."""
        for number, value in enumerate(self.get(key, list, "array", default)):
            place = f"{self._within(key)}[{number}]"
            if not isinstance(value, dict):
                raise EntryError(Rule.ENTRY_FORM, place, "object")
            yield JsonObject(value, place)

    def number(self, key: str) -> float | None:
        """Return a number; None if the key is missing."""
        if key not in self.content:
            return None
        return float(self.get(key, (int, float), "number"))
