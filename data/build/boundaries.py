"""Decisions on territories and boundaries of the basemap.

Natural Earth draws territory by control. The Atlas follows the practice of the United Nations
where that is clear, and draws a dashed line where a boundary is not settled. The tables below
hold all decisions:

- Crimea and Sevastopol are Ukraine (General Assembly resolution 68/262); no line is drawn
  between them and Kherson.
- Cyprus is one country; its northern part, the buffer zone and the bases are not drawn separately.
- Baikonur, leased to Russia, is Kazakhstan.
- Western Sahara is a territory of its own (EH) up to 27°40′ N; its line with Morocco is dashed
  and the berm is not drawn.
- The Golan is Syria (Security Council resolution 497); the line of 1949 and the line of
  separation are dashed, and so are the lines of the West Bank and Gaza (PS) with Israel.
- Kosovo (user-assigned code XK) has a shape of its own; its line with the rest of Serbia is
  dashed (Security Council resolution 1244).
- Jammu and Kashmir: every line between India, Pakistan and China there is dashed, and so is the
  rest of the line between China and India. The Siachen Glacier belongs to no country's shape
  (user-assigned code XX).
- Sudan with South Sudan, the Halaib triangle, the Ilemi triangle and the demarcation line in
  Korea are dashed.
- Somaliland is Somalia. Hong Kong and Macao are China, with no international border. Taiwan
  keeps its own ISO code; no line touches it.
- Abkhazia, South Ossetia, Nagorno-Karabakh and Transnistria are not drawn: they lie in Georgia,
  Azerbaijan and Moldova.
- The southern Kurils are drawn as Natural Earth has them; reefs without a code are left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from data.basemap import EXTENT
from data.geometry import Position

#: Features without an ISO number; those not named here are left out.
UNCODED = {
    "Akrotiri": "CY",
    "Baikonur": "KZ",
    "Cyprus U.N. Buffer Zone": "CY",
    "Dhekelia": "CY",
    "Kosovo": "XK",
    "N. Cyprus": "CY",
    "Siachen Glacier": "XX",
    "Somaliland": "SO",
}

#: Codes drawn as part of another country.
MERGED = {"HK": "CN", "MO": "CN"}


@dataclass(frozen=True)
class Moved:
    """A whole polygon of one country that belongs to another; `within` is a point in it."""

    giver: str
    taker: str
    within: Position


MOVED = (Moved("RU", "UA", (34.1, 45.2)),)


@dataclass(frozen=True)
class Cut:
    """A part of one country's polygons that belongs to another.

    Attributes
    ----------
    giver, taker : str
        Codes of the two countries.
    line : tuple of positions
        The boundary between them, drawn dashed.
    far_side : tuple of positions
        Closes the area that is given, beyond the giver's land.
    """

    giver: str
    taker: str
    line: tuple[Position, ...]
    far_side: tuple[Position, ...]


CUTS = (
    Cut(
        "MA",
        "EH",
        line=((-13.5, 27.667), (-8.67, 27.667)),
        far_side=((-8.0, 27.667), (-8.0, 20.0), (-18.0, 20.0), (-18.0, 27.667)),
    ),
    Cut(
        "IL",
        "SY",
        line=(
            (35.62, 33.29),
            (35.66, 33.24),
            (35.63, 33.01),
            (35.62, 32.89),
            (35.66, 32.84),
            (35.65, 32.69),
            (35.66, 32.55),
        ),
        far_side=((36.2, 32.55), (36.2, 33.6), (35.7, 33.6)),
    ),
)

WHOLE_LINE = EXTENT
#: Lines drawn dashed, by the codes on their two sides and the part of the map it holds for.
DISPUTED: Mapping[frozenset[str], tuple[float, float, float, float]] = {
    frozenset({"CN", "IN"}): WHOLE_LINE,
    frozenset({"CN", "PK"}): WHOLE_LINE,
    frozenset({"IN", "PK"}): (72.0, 32.27, 82.0, 38.0),
    frozenset({"CN", "XX"}): WHOLE_LINE,
    frozenset({"IN", "XX"}): WHOLE_LINE,
    frozenset({"PK", "XX"}): WHOLE_LINE,
    frozenset({"IL", "PS"}): WHOLE_LINE,
    frozenset({"IL", "SY"}): WHOLE_LINE,
    frozenset({"RS", "XK"}): WHOLE_LINE,
    frozenset({"SD", "SS"}): WHOLE_LINE,
    frozenset({"KE", "SS"}): WHOLE_LINE,
    frozenset({"EG", "SD"}): (33.1, 20.0, 38.0, 24.0),
    frozenset({"KP", "KR"}): WHOLE_LINE,
}
#: Lines not drawn at all: what is left of a boundary after `MOVED` and `CUTS`.
OMITTED = {frozenset({"RU", "UA"}): (32.0, 44.0, 36.0, 46.3), frozenset({"MA", "EH"}): WHOLE_LINE}
