"""Joining of pages with texts and drawings into one PDF file."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.generic import NameObject, TextStringObject

LONGEST_ENTRY = 120
"""Characters of an entry in the list of contents."""


@dataclass(frozen=True, kw_only=True)
class Properties:
    """Title, author and language of a file, and its list of contents.

    Attributes
    ----------
    title, author : str
        For the properties of the file.
    tag : str
        Its language, such as `kk-KZ`.
    contents : tuple of pairs
        Entries with numbers of pages from 0.
    """

    title: str
    author: str
    tag: str
    contents: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A drawing on a page.

    Attributes
    ----------
    content : bytes
        PDF file of one page.
    page : int
        Number of its page, from 0.
    left, bottom, width, height : float
        Its room in points, from the lower left corner of the page; it keeps its proportions.
    """

    content: bytes
    page: int
    left: float
    bottom: float
    width: float
    height: float


def _place(page: PageObject, drawing: Drawing) -> None:
    (drawn,) = PdfReader(io.BytesIO(drawing.content)).pages
    wide, high = float(drawn.mediabox.width), float(drawn.mediabox.height)
    share = min(drawing.width / wide, drawing.height / high)
    # A drawing stands in the middle of its room, at its upper end.
    left = drawing.left + (drawing.width - wide * share) / 2
    bottom = drawing.bottom + drawing.height - high * share
    move = Transformation().scale(share).translate(left, bottom)
    page.merge_transformed_page(drawn, move)


def joined_pages(texts: bytes, drawings: Sequence[Drawing], properties: Properties) -> bytes:
    """Return one PDF file with drawings on its pages.

    Parameters
    ----------
    texts : bytes
        PDF file with the pages.
    drawings : sequence of Drawing
        What is drawn on them.
    properties : Properties
        What the file says about itself.
    """
    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(texts)))
    for drawing in drawings:
        _place(writer.pages[drawing.page], drawing)
    for name, page in properties.contents:
        writer.add_outline_item(title=name[:LONGEST_ENTRY], page_number=page)
    writer.add_metadata({"/Title": properties.title, "/Author": properties.author})
    writer.root_object[NameObject("/Lang")] = TextStringObject(properties.tag)
    for finished in writer.pages:
        finished.compress_content_streams()
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()
