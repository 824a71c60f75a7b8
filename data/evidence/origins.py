"""Origins of values: parts of the dissertation, and publications outside it."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset
from data.load.package import OUTSIDE_KIND


@kept_with_dataset
def outside_origins(dataset: Dataset) -> frozenset[str]:
    """Return the codes of the origins outside the dissertation."""
    kinds = dataset.texts("origins", "kind")
    return frozenset(code for code, kind in kinds.items() if kind == OUTSIDE_KIND)


def is_outside(dataset: Dataset, origin: str) -> bool:
    """Return whether an origin is a publication outside the dissertation."""
    return origin in outside_origins(dataset)


@dataclass(frozen=True)
class Passage:
    """Paragraphs of one origin.

    Attributes
    ----------
    origin : str
        Code of the origin.
    paragraph : str
        Numbers joined by a semicolon; empty outside the dissertation.
    """

    origin: str
    paragraph: str


@kept_with_dataset
def _spans(dataset: Dataset) -> Mapping[str, range]:
    """Return the paragraphs of each origin of the dissertation, the shortest origin first."""
    spans = {
        str(row["origin"]): range(int(row["first_paragraph"]), int(row["last_paragraph"]) + 1)
        for row in dataset.tables["origins"].to_dict("records")
        if row["kind"] != OUTSIDE_KIND
    }
    return dict(sorted(spans.items(), key=lambda item: len(item[1])))


def passages(origin: str, paragraph: str, dataset: Dataset) -> tuple[Passage, ...]:
    """Divide paragraphs by the origin they lie in, in the order of the paragraphs.

    A paragraph outside the range of `origin` belongs to the shortest origin that holds it: to a
    table before the section around it.

    Parameters
    ----------
    origin : str
        Code of the origin that a row names.
    paragraph : str
        Numbers joined by a semicolon.
    dataset : Dataset
        All tables.
    """
    if "origins" not in dataset.tables or not paragraph:
        return (Passage(origin, paragraph),)
    spans = _spans(dataset)
    found: dict[str, list[str]] = {}
    for number in paragraph.split(";"):
        holding = [code for code, span in spans.items() if int(number) in span]
        own = origin if origin in holding or not holding else holding[0]
        found.setdefault(own, []).append(number)
    return tuple(Passage(code, ";".join(numbers)) for code, numbers in found.items())
