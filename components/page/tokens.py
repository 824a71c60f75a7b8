"""Design tokens: colours, type sizes, distances and breakpoints of everything that is drawn.

Streamlit's theme, the style sheets, the charts, the map and the pictures for paper take their
values from here. It imports nothing of the Atlas, since the process that draws pictures needs it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType


@dataclass(frozen=True, kw_only=True)
class Ground:
    """Colours of everything on the map below the routes.

    Attributes
    ----------
    water, land : str
        Fills of seas and countries.
    home : str
        Fill of the two countries the Atlas is about.
    border : str
        Lines between countries.
    ink, water_ink : str
        Names of countries and places, and of seas.
    plate : str
        Halo behind a name.
    """

    water: str
    land: str
    home: str
    border: str
    ink: str
    water_ink: str
    plate: str


@dataclass(frozen=True, kw_only=True)
class Colours:
    """One set of colours; each has one meaning.

    Attributes
    ----------
    page, card : str
        Background of a page, and of a card on it.
    ink : str
        Text, and marks in the colour of the text.
    quiet : str
        Secondary text and labels of axes; contrast of at least 4.5:1 on `page` and `card`.
    line : str
        Borders of cards and controls.
    axis : str
        Zero lines and gaps between two values; contrast of at least 3:1.
    grid : str
        Lines of a chart that help to read a height.
    accent : str
        What can be clicked and what is selected; nothing else has this colour.
    warning : str
        Contradictions, and messages that something is missing.
    ground : Ground
        Colours of the map.
    """

    page: str
    card: str
    ink: str
    quiet: str
    line: str
    axis: str
    grid: str
    accent: str
    warning: str
    ground: Ground


LIGHT = Colours(
    page="#FAF9F6",
    card="#FFFFFF",
    ink="#1F242B",
    quiet="#575D67",
    line="#D9D5CC",
    axis="#84898F",
    grid="#E7E5DF",
    accent="#006489",
    warning="#9A5A00",
    ground=Ground(
        water="#DCE7EF",
        land="#F6F3EC",
        home="#EFE6CF",
        border="#B9B2A4",
        ink="#1F242B",
        water_ink="#4A6E8C",
        plate="#FFFFFF",
    ),
)

DARK = Colours(
    page="#14181D",
    card="#1C2127",
    ink="#EEF1F4",
    quiet="#AAB2BC",
    line="#3A424C",
    axis="#8B929C",
    grid="#2C333B",
    accent="#35B3DF",
    warning="#F0B45B",
    ground=Ground(
        water="#0F1C27",
        land="#242A31",
        home="#333A35",
        border="#5A626C",
        ink="#EEF1F4",
        water_ink="#8FB4D1",
        plate="#14181D",
    ),
)

PRINT = replace(LIGHT, page="#FFFFFF", quiet="#4A4F57", line="#B9B9B9", grid="#DDDDDD")
"""For paper and for pictures to be placed in a document."""

PROJECTOR = replace(LIGHT, page="#FFFFFF", ink="#000000", quiet="#3A3F47", axis="#5F646B")
"""For a card that fills the screen; a projector loses contrast."""

# Marks keep their colours in all sets. Each is legible (3:1) on every background.
KAZAKHSTAN = "#007DAB"
"""What goes from Kazakhstan: exports, investment in Türkiye."""

TURKIYE = "#CE4135"
"""What comes from Türkiye: imports of Kazakhstan, investment in Kazakhstan."""

SURVEY = "#2E8B7F"
"""Answers of the survey."""

NEUTRAL = "#7C8490"
"""Amounts of neither country, capacities, answers outside the scale."""

OTHER_VALUES = "#A8761A"
"""What the source prints elsewhere for what is shown; in a text it has the colour `warning`."""

TARGETS = "#7F8A1F"
"""Targets and expectations, beside what was carried."""

TABLES = (NEUTRAL, OTHER_VALUES, "#6E8CA0", "#8E7A96", "#7D8C6A")
"""Origins that are compared, in their order; the shape of the points differs too.

None has the colour of a country or of a theme, which a table of the source has not.
"""

OWN_FILE = ("#C2479A", "#1C8C8C")
"""Values of a visitor's file, as Kazakhstan and as Türkiye states them; nothing else has them."""

THEMES: Mapping[str, str] = MappingProxyType(
    {
        "economy": "#94694F",
        "energy": "#D55E00",
        "transport": "#4878CF",
        "people": "#9A5FB8",
        "politics": "#5B8A3C",
    }
)
"""Themes of sectors; on the map, oil has the colour of energy and ships that of transport."""

FADED = 0.28
"""Opacity of what lies outside the reader's choice but stays visible as context."""

TYPE_SIZES: Mapping[str, float] = MappingProxyType(
    {"tiny": 0.75, "small": 0.8125, "text": 0.9375, "lead": 1.0625, "title": 1.25, "page": 1.75}
)
"""Sizes of type by name, in rem."""

SPACES: Mapping[str, float] = MappingProxyType(
    {"hair": 0.25, "small": 0.5, "text": 0.75, "card": 1.0, "part": 1.5}
)
"""Distances by name, in rem."""

ROOT_SIZE = "clamp(16px, 8px + 0.625vw, 24px)"
"""Size of one rem: 16 pixels up to a width of 1280, 20 at 1920, 24 from 2560."""

PROJECTOR_SCALE = 1.8
"""Factor of `ROOT_SIZE` for a card that fills the screen."""

BREAKPOINTS: Mapping[str, int] = MappingProxyType({"phone": 640, "tablet": 900, "wide": 1600})
"""Widths in pixels: a phone is narrower than the first, a tablet than the second."""
