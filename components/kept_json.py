"""Data that many visitors get: they do not change, and their JSON is written once."""

import json
from functools import cached_property
from typing import Any, Self


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


class KeptJson(dict[str, Any]):
    """Data that do not change; they equal only themselves, so they can be a key."""

    __hash__ = object.__hash__  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        """Return whether it is the same object."""
        return self is other

    def __ne__(self, other: object) -> bool:
        """Return whether it is another object."""
        return self is not other

    @cached_property
    def text(self) -> str:
        """The data as JSON, with letters instead of escapes."""
        return _json(self)

    def with_own(self, **own: object) -> Self:
        """Return the data with those of one visitor, which alone are written.

        Parameters
        ----------
        **own : object
            Data with other names.

        Raises
        ------
        ValueError
            If there are no data before.
        """
        if not self:
            message = "nothing to add the data of a visitor to"
            raise ValueError(message)
        made = type(self)({**self, **own})
        made.__dict__["text"] = f"{self.text[:-1]},{_json(own)[1:]}" if own else self.text
        return made
