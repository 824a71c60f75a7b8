"""Events that the source connects with a series, to be marked on its figure."""

from dataclasses import dataclass

from data.evidence.events import events
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset

TABLE = "annotations"


@dataclass(frozen=True, kw_only=True)
class Annotation:
    """An event marked on a figure.

    Attributes
    ----------
    code : str
        Identifier in the table of annotations, which has its label.
    figure : str
        Id of the figure.
    event : str
        Code of the event.
    year : int
        Year of the event, its first one.
    paragraph : str
        Paragraph that connects the event with the series of the figure.
    """

    code: str
    figure: str
    event: str
    year: int
    paragraph: str


@kept_with_dataset
def annotations(dataset: Dataset) -> tuple[Annotation, ...]:
    """Return all annotations, earliest first; empty if a table did not load."""
    if TABLE not in dataset.tables:
        return ()
    years = {event.code: event.years[0] for event in events(dataset)}
    found = [
        Annotation(
            code=row["annotation"],
            figure=row["figure"],
            event=row["event"],
            year=years[row["event"]],
            paragraph=str(row["paragraph"]),
        )
        for row in dataset.tables[TABLE].to_dict("records")
        if row["event"] in years
    ]
    return tuple(sorted(found, key=lambda seen: seen.year))


def annotations_of(dataset: Dataset, figure: str) -> tuple[Annotation, ...]:
    """Return the annotations of a figure, at most one a year."""
    return tuple(
        {seen.year: seen for seen in annotations(dataset) if seen.figure == figure}.values()
    )
