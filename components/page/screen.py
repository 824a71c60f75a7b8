"""The reader's screen: theme, width, and whether it can draw the interactive map."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Screen:
    """What the browser has told of the screen.

    Attributes
    ----------
    dark : bool
        Whether the page is shown in its dark theme.
    narrow : bool
        Whether it is as narrow as a phone.
    webgl : bool
        Whether it can draw the interactive map; where it cannot, the map is drawn as SVG.
    """

    dark: bool = False
    narrow: bool = False
    webgl: bool = True
