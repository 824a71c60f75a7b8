"""Requests for the ZIP to draw a figure again: its choice, address and day, and its picture."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, date, datetime
from urllib.parse import urlencode

from components.export.reproduction import Occasion, needs_picture, reproduction_archive
from components.export.request import FileRequest
from components.figures.figure import Figure
from components.page.figure_places import page_of
from data.choice.parameters import FilterSpace
from data.choice.reading import to_query
from data.load.dataset import Dataset


def today() -> date:
    """Return the day in Greenwich."""
    return datetime.now(UTC).date()


def occasion_of(
    request: FileRequest, space: FilterSpace, *, chosen: str, base: str, day: date
) -> Occasion:
    """Return what a ZIP says of its making.

    Parameters
    ----------
    request : FileRequest
        The request for the ZIP.
    space : FilterSpace
        The valid filter values.
    chosen : str
        The active filters as a sentence.
    base : str
        Address of the Atlas, ending in a slash; empty if it is unknown.
    day : date
        Day of the request.
    """
    page = page_of(request.subject).removeprefix("pages/").removesuffix(".py")
    filters = replace(request.filters, figure=request.subject, panel="")
    query = urlencode(to_query(filters, space), safe=",")
    return Occasion(chosen=chosen, address=f"{base}{page}?{query}", day=day)


def figure_zip(
    request: FileRequest,
    figure: Figure,
    occasion: Occasion,
    *,
    dataset: Dataset,
    draw: Callable[[], "Future[bytes]"],
) -> "bytes | Future[bytes]":
    """Return the ZIP of a figure, or its future if it has a picture.

    Parameters
    ----------
    request : FileRequest
        The request.
    figure : Figure
        The figure.
    occasion : Occasion
        Choice, address and day.
    dataset : Dataset
        All tables.
    draw : function
        Returns the future of the figure as SVG.
    """

    def packed(picture: bytes = b"") -> bytes:
        return reproduction_archive(
            figure, occasion, dataset=dataset, language=request.language, picture=picture
        )

    if not needs_picture(figure):
        return packed()
    archive: Future[bytes] = Future()

    def pack(drawn: "Future[bytes]") -> None:
        try:
            archive.set_result(packed(drawn.result()))
        except BaseException as fault:  # noqa: BLE001, the future raises it again
            archive.set_exception(fault)

    draw().add_done_callback(pack)
    return archive
