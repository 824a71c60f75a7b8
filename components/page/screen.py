"""Properties of the user's screen: theme, width and WebGL support."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Screen:
    """Screen properties reported by the browser.

    Attributes
    ----------
    dark : bool
        True with the dark theme.
    narrow : bool
        True for the width of a phone.
    webgl : bool or None
        True if a graphics card can draw the interactive map; otherwise the map is drawn as SVG, as
        it is until the browser has said so (None).
    """

    dark: bool = False
    narrow: bool = False
    webgl: bool | None = None
