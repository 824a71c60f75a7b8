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
    webgl : bool
        True if it can draw the interactive map; otherwise the map is drawn as SVG.
    """

    dark: bool = False
    narrow: bool = False
    webgl: bool = True
