"""Stakes of the public record as rows below the printed stakes of the same holder."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from components.charts.rows import CellRow
from components.figures.highlights import opacities, subject_of
from components.figures.source_texts import Told
from components.text.amounts import number_text
from components.text.lists import apposed
from components.text.names import name_in_sentence, wrapped
from data.evidence.names import label_of
from data.evidence.public_catalogue import STAKE, route_values
from data.evidence.public_record import YEAR_LENGTH, PublicValue
from data.language.languages import LANGUAGE_CODES
from data.load.dataset import Dataset
from data.load.records import records

ROUTE_OF: Mapping[str, str] = MappingProxyType({"contract-of-the-century": "acg"})
"""Field of a project that has another code in the public record."""

BESIDE = 0.5
"""Distance of the row of public data from that of its holder, in rows."""


def public_stakes(dataset: Dataset, project: str) -> tuple[PublicValue, ...]:
    """Return the latest stakes in a project that one publication of the public record states."""
    own = [
        value
        for value in route_values(dataset)
        if (value.indicator, value.entity) == (STAKE, ROUTE_OF.get(project, project))
    ]
    if not own:
        return ()
    last = max(own, key=lambda value: value.period)
    return tuple(
        value for value in own if (value.period, value.origin) == (last.period, last.origin)
    )


def _holders(dataset: Dataset) -> Mapping[str, Mapping[str, Any]]:
    """Return the rows of the printed holders by their English name without the part in brackets."""
    rows = dataset.table("ownership").drop_duplicates("holder")
    found: dict[str, Mapping[str, Any]] = {}
    for row in records(rows):
        found.setdefault(row["holder_name_en"].partition(" (")[0], row)
    return found


def public_cells(
    projects: Mapping[str, str], holders: Sequence[str], told: Told
) -> tuple[list[CellRow], tuple[PublicValue, ...]]:
    """Return the cells of public stakes, and their values.

    Parameters
    ----------
    projects : mapping of str to str
        Head of the column of each project, by its code, in the order of the columns.
    holders : sequence of str
        Codes of the printed holders, in the order of the rows.
    told : Told
        What texts are written from.
    """
    dataset, language = told.dataset, told.language
    known, column = _holders(dataset), language.column("holder_name")
    values = {project: public_stakes(dataset, project) for project in projects}
    every = tuple(value for own in values.values() for value in own)
    shades = dict(
        zip(
            (value.id for value in every),
            opacities(
                [subject_of((value,)) for value in every], dataset=dataset, filters=told.filters
            ),
            strict=True,
        )
    )
    places = {code: place for place, code in enumerate(holders)}
    remark = f"({language.gettext('public data')})"
    rows: list[CellRow] = []
    for place, (project, head) in enumerate(projects.items()):
        for value in values[project]:
            name = value.names[LANGUAGE_CODES.index(language.code)].rpartition(": ")[2]
            printed = known.get(value.quantity[2])
            code = str(printed["holder"]) if printed else value.quantity[2]
            route = label_of(dataset, "routes", value.entity, language)
            rows.append(
                {
                    "category": f"{wrapped(str(printed[column]) if printed else name)}\n{remark}",
                    "position": places.setdefault(code, len(places)) + BESIDE,
                    "column": head,
                    "column_position": place,
                    "series": "",
                    "text": f"{number_text(value, language)}\n{value.period[:YEAR_LENGTH]}",
                    "strength": 0.0,
                    "marked": False,
                    "warning": False,
                    "opacity": shades[value.id],
                    "tip_title": apposed((name, name_in_sentence(route, language))),
                    "tip": told.tip(value),
                }
            )
    return rows, every
