"""Conversion of charts, maps and tables of text to SVG, PNG and PDF, in a separate process.

vl-convert blocks the interpreter lock while it works, for seconds with a map, so this module must
not be used in the server process. It imports neither the data nor Streamlit.
"""

import base64
import json
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType
from xml.etree import ElementTree
from zlib import crc32

from components.export.table_picture import PictureTable, table_svg
from components.map.camera import Camera
from components.map.ground import GROUND_PLACE
from components.page.tokens import PRINT
from components.templates import macro
from data.fonts import FONT_FAMILY
from data.typeface import LAYOUT_FAMILY, SIGNS, embedded_font, layout_fonts, wrapped_lines

SVG = "http://www.w3.org/2000/svg"
PNG_SCALE = 2.0
SUBTITLE_SIZE, CAPTION_SIZE = 13.0, 12.0
LINE_HEIGHT = 1.33
SLANT = 12.0
"""Degrees by which letters are slanted where italic ones are asked for."""


@dataclass(frozen=True, kw_only=True)
class Setting:
    """Sizes of the frame of a picture, in pixels.

    Attributes
    ----------
    side, end : float
        Margin left and right, and above and below.
    headline : float
        Size of the headline.
    gap : float
        Space between headline, chart and caption.
    """

    side: float
    end: float
    headline: float
    gap: float


FILE = Setting(side=24.0, end=24.0, headline=20.0, gap=14.0)
SHEET = Setting(side=8.0, end=3.0, headline=17.0, gap=8.0)
"""Of a picture on a printed page, several of which share a sheet."""

SCREEN_FAMILY = f"'{FONT_FAMILY}', 'Source Sans', sans-serif"
"""Font families of an SVG file: the embedded one, then the one loaded by pages of the Atlas."""

_font_face_rule = macro("export/converter.html", "font_face")

Element = ElementTree.Element


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A chart specification with the text around it, independent of the dataset.

    Attributes
    ----------
    specification : str
        Vega-Lite specification of a chart as JSON with its data; empty for a map or a table.
    drawing : str
        A map as SVG, see `components.map.svg_picture`; empty for a chart or a table.
    camera : Camera or None
        View of a map, for drawing the basemap.
    table : PictureTable or None
        A table of text.
    headline, finding, subtitle : str
        Text above the chart.
    captions : tuple of str
        Paragraphs below the chart.
    description : str
        Kind of chart, for screen readers.
    on_sheet : bool
        Whether it stands on a printed page of the Atlas.
    """

    specification: str = ""
    drawing: str = ""
    camera: Camera | None = None
    table: PictureTable | None = None
    headline: str
    subtitle: str
    captions: tuple[str, ...]
    description: str
    finding: str = ""
    on_sheet: bool = False


@cache
def _vl_convert() -> ModuleType:
    """Return vl-convert with the typeface registered; it is imported for the first picture."""
    library = import_module("vl_convert")
    library.register_font_directory(str(layout_fonts()))
    return library


def _with_known_signs(specification: str) -> str:
    """Return a specification as JSON without signs that the typeface lacks.

    With one of them, a whole line would be drawn in a typeface of the machine, or be missing.
    """
    for sign, words in SIGNS.items():
        for written in (sign, json.dumps(sign).strip('"')):
            specification = specification.replace(written, words)
    return specification


def chart_svg(specification: str) -> Element:
    """Return the chart of a specification as SVG, laid out in the typeface of exports.

    The typeface has no italic letters; upright ones are slanted for them.
    """
    spec = json.loads(_with_known_signs(specification))
    spec["config"]["font"] = LAYOUT_FAMILY
    drawn = _vl_convert().vegalite_to_svg(spec, allowed_base_urls=[])
    root = ElementTree.fromstring(drawn)  # noqa: S314, our own chart
    for text in root.iter(f"{{{SVG}}}text"):
        if text.attrib.pop("font-style", "normal") == "italic":
            text.set("transform", f"{text.get('transform', '')} skewX({-SLANT:g})".strip())
    return root


def map_svg(drawing: str, camera: Camera) -> Element:
    """Return a map as SVG with its basemap, in the typeface of exports."""
    from components.map.svg_ground import ground_svg  # noqa: PLC0415, the server needs no shapely

    root = ElementTree.fromstring(drawing)  # noqa: S314, our own map
    for text in root.iter(f"{{{SVG}}}text"):
        text.set("font-family", LAYOUT_FAMILY)
    ground = str(ground_svg(camera, PRINT.ground))
    for parent in root.iter():
        for number, child in enumerate(list(parent)):
            if child.get("class") == GROUND_PLACE:
                parent[number] = ElementTree.fromstring(ground)  # noqa: S314, our own map
    return root


def _drawing(picture: Picture) -> Element:
    """Return the chart, map or table of a picture as SVG."""
    if picture.table:
        return table_svg(picture.table)
    if picture.camera:
        return map_svg(picture.drawing, picture.camera)
    return chart_svg(picture.specification)


def _name_clips(chart: Element, prefix: str) -> None:
    """Remove unused clip paths, and give the others names that are unique within a page."""
    clipped = [element for element in chart.iter() if element.get("clip-path")]
    names: dict[str, str] = {}
    for element in clipped:
        old = element.attrib["clip-path"].removeprefix("url(#").removesuffix(")")
        element.set("clip-path", f"url(#{names.setdefault(old, f'{prefix}{len(names)}')})")
    for shapes in chart.iter(f"{{{SVG}}}defs"):
        for shape in list(shapes):
            if shape.tag != f"{{{SVG}}}clipPath":
                continue
            if shape.get("id") in names:
                shape.set("id", names[shape.attrib["id"]])
            else:
                shapes.remove(shape)


@dataclass(frozen=True)
class _Paragraph:
    text: str
    size: float
    colour: str
    bold: bool = False


def _write(
    root: Element, paragraphs: list[_Paragraph], *, left: float, top: float, width: float
) -> float:
    """Add paragraphs below `top`, and return the lower end of the last one; all in pixels."""
    for paragraph in paragraphs:
        lines = wrapped_lines(paragraph.text, paragraph.size, width, bold=paragraph.bold)
        for line in lines:
            top += paragraph.size * LINE_HEIGHT
            look = {"font-weight": "bold"} if paragraph.bold else {}
            written = ElementTree.SubElement(
                root,
                f"{{{SVG}}}text",
                {
                    "x": f"{left:g}",
                    "y": f"{top - 0.3 * paragraph.size:g}",
                    "font-family": LAYOUT_FAMILY,
                    "font-size": f"{paragraph.size:g}px",
                    "fill": paragraph.colour,
                    **look,
                },
            )
            written.text = line
    return top


def composed(picture: Picture) -> Element:
    """Return headline, chart and captions as one SVG, in one column."""
    setting = SHEET if picture.on_sheet else FILE
    chart = _drawing(picture)
    source = picture.drawing or picture.specification
    _name_clips(chart, f"clip-{crc32(source.encode()):08x}-")
    chart_width, chart_height = (float(chart.attrib[side]) for side in ("width", "height"))
    root = ElementTree.Element(f"{{{SVG}}}svg", {"version": "1.1", "role": "img"})
    ElementTree.SubElement(root, f"{{{SVG}}}title").text = picture.headline
    ElementTree.SubElement(root, f"{{{SVG}}}desc").text = picture.description
    background = ElementTree.SubElement(root, f"{{{SVG}}}rect", {"fill": PRINT.page})
    above = [
        _Paragraph(picture.headline, setting.headline, PRINT.ink, bold=True),
        *([_Paragraph(picture.finding, SUBTITLE_SIZE, PRINT.ink)] if picture.finding else []),
        _Paragraph(picture.subtitle, SUBTITLE_SIZE, PRINT.ink),
    ]
    moved = ElementTree.SubElement(root, f"{{{SVG}}}g")
    moved.extend(part for part in chart if part.tag != f"{{{SVG}}}rect")
    top = _write(root, above, left=setting.side, top=setting.end, width=chart_width) + setting.gap
    moved.set("transform", f"translate({setting.side:g},{top:g})")
    below = [_Paragraph(text, CAPTION_SIZE, PRINT.quiet) for text in picture.captions]
    start = top + chart_height + setting.gap
    bottom = _write(root, below, left=setting.side, top=start, width=chart_width) + setting.end
    width = chart_width + 2 * setting.side
    for element in (root, background):
        element.set("width", f"{width:g}")
        element.set("height", f"{bottom:g}")
    root.set("viewBox", f"0 0 {width:g} {bottom:g}")
    return root


def svg_text(root: Element) -> str:
    """Return an SVG as text, without an embedded typeface."""
    ElementTree.register_namespace("", SVG)
    return ElementTree.tostring(root, encoding="unicode")


def font_face(characters: str, *, bold: bool) -> str:
    """Return a style rule with an embedded subset of the typeface.

    Parameters
    ----------
    characters : str
        The characters to include, unique and sorted.
    bold : bool
        Whether to take the bold style.
    """
    packed = base64.b64encode(embedded_font(characters, bold=bold)).decode("ascii")
    return _font_face_rule(FONT_FAMILY, "bold" if bold else "normal", packed)


def _with_embedded_fonts(root: Element) -> str:
    """Return an SVG text with an embedded subset of the typeface."""
    used: dict[bool, set[str]] = {False: set(), True: set()}
    for text in root.iter(f"{{{SVG}}}text"):
        bold = text.get("font-weight") in {"bold", "600", "700"}
        used[bold].update("".join(text.itertext()))
        text.set("font-family", SCREEN_FAMILY)
    style = ElementTree.Element(f"{{{SVG}}}style", {"type": "text/css"})
    style.text = "".join(
        font_face("".join(sorted(characters)), bold=bold)
        for bold, characters in used.items()
        if characters
    )
    root.insert(2, style)
    return svg_text(root)


def png_of(root: Element) -> bytes:
    """Return an SVG in the typeface of exports as PNG, with `PNG_SCALE` pixels per unit."""
    return bytes(_vl_convert().svg_to_png(svg_text(root), scale=PNG_SCALE))


def pdf_of(root: Element) -> bytes:
    """Return an SVG in the typeface of exports as PDF of one page."""
    return bytes(_vl_convert().svg_to_pdf(svg_text(root)))


def converted(picture: Picture, ending: str) -> bytes:
    """Return a picture as the bytes of an SVG, PNG or PDF file.

    Parameters
    ----------
    picture : Picture
        The chart and the text around it.
    ending : str
        `svg`, `png` (two pixels per unit) or `pdf` (one page).

    Raises
    ------
    ValueError
        If the ending is another, or the specification cannot be drawn.
    """
    root = composed(picture)
    if ending == "svg":
        return _with_embedded_fonts(root).encode("utf-8")
    if ending == "png":
        return png_of(root)
    if ending == "pdf":
        return pdf_of(root)
    message = f"no pictures end in {ending!r}"
    raise ValueError(message)
