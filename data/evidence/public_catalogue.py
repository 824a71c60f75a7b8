"""Every value of the public record by identifier: that of years, and that of routes.

They are never in the catalogue of the dissertation, nor counted with it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from data.evidence.catalogue import values_by_id
from data.evidence.public_record import PublicValue, optional_number, public_values
from data.evidence.series import computed_value
from data.evidence.values import COMPUTED, Quantity, Texts, Value
from data.language.languages import LANGUAGE_CODES
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset
from data.load.publications import ROUTE_RECORD, record_value_id
from data.load.records import records

STAKE = "stake"
"""Measure of the public record of routes."""

KAZAKH_OIL, OIL_EXPORTS, OIL_SHARE = "kazakh_oil", "oil_exports_total", "oil_export_share"
"""Oil from Kazakhstan on a route, on all routes, and the computed share of a route."""

_SUBJECT_OF_KIND: Mapping[str, str] = MappingProxyType(
    {
        "oil_pipeline": "pipelines",
        "gas_pipeline": "gas",
        "railway": "railways",
        "port": "ports",
        "terminal": "ports",
        "field": "oil",
    }
)
"""Subject of a value by the kind of its route; that of other kinds is transit corridors."""


@kept_with_dataset
def _origin_of_address(dataset: Dataset) -> Mapping[str, str]:
    """Return the code of the first origin with each address."""
    found: dict[str, str] = {}
    for origin, address in dataset.texts("origins", "address").items():
        found.setdefault(address, origin)
    return found


def _names(dataset: Dataset, route: str, measure: str, holders: Texts) -> Texts:
    """Return in each language the route, then what is measured, or whose stake it is."""
    found = []
    for code, holder in zip(LANGUAGE_CODES, holders, strict=True):
        routes = dataset.texts("routes", f"name_{code}")
        measures = dataset.texts("indicators", f"name_{code}")
        said = holder or measures.get(measure, measure)
        found.append(f"{routes.get(route, route)}: {said}")
    return tuple(found)


def _route_values(dataset: Dataset) -> Iterator[PublicValue]:
    origins = _origin_of_address(dataset)
    kinds, sectors = (dataset.texts("routes", column) for column in ("kind", "sectors"))
    for row in records(dataset.tables[ROUTE_RECORD]):
        route, measure = row["route"], row["measure"]
        holders = tuple(row[f"holder_name_{code}"] for code in LANGUAGE_CODES)
        yield PublicValue(
            id=record_value_id(route, measure, row["position"]),
            table=ROUTE_RECORD,
            subject=_SUBJECT_OF_KIND.get(kinds.get(route, ""), "corridor"),
            indicator=measure,
            quantity=(f"{ROUTE_RECORD}:{measure}", route, holders[0], row["period"]),
            names=_names(dataset, route, measure, holders),
            notes=tuple(row[f"note_{code}"] for code in LANGUAGE_CODES),
            value=optional_number(row["value"]),
            low=optional_number(row["low"]),
            high=optional_number(row["high"]),
            qualifier=row["qualifier"],
            unit=row["unit"],
            origin=origins.get(row["source_url"], ""),
            paragraph="",
            sectors=sectors.get(route, ""),
            reporter="",
            country="",
            quality=row["quality"],
        )


@kept_with_dataset
def route_values(dataset: Dataset) -> tuple[PublicValue, ...]:
    """Return every row of the public record of routes as a value; none if it was refused."""
    return tuple(_route_values(dataset)) if ROUTE_RECORD in dataset.tables else ()


@kept_with_dataset
def public_catalogue(dataset: Dataset) -> tuple[PublicValue, ...]:
    """Return every value of the public record, then of the public record of routes."""
    return (*public_values(dataset), *route_values(dataset))


def _share(part: PublicValue, whole: PublicValue, dataset: Dataset) -> PublicValue | None:
    """Return a part in per cent of the whole; None if either is a bound, a plan or a forecast."""
    if part.measured is None or not whole.measured or part.unit != whole.unit:
        return None
    share = computed_value(
        part,
        indicator=OIL_SHARE,
        quantity=Quantity(value=part.measured / whole.measured * 100, unit="percent"),
        inputs=(part, whole),
    )
    # Values of several routes have the origin and the period of the computed identifier.
    return replace(
        part,
        id=f"{part.id}:{OIL_SHARE}:{COMPUTED}",
        indicator=OIL_SHARE,
        names=_names(dataset, part.entity, OIL_SHARE, ("",) * len(LANGUAGE_CODES)),
        notes=share.notes,
        value=share.value,
        qualifier=share.qualifier,
        unit=share.unit,
        inputs=share.inputs,
    )


@kept_with_dataset
def oil_shares(dataset: Dataset) -> tuple[PublicValue, ...]:
    """Return the share of each route in the oil exports of Kazakhstan, where both are stated."""
    totals: dict[str, PublicValue] = {}
    for value in public_values(dataset):
        if value.indicator == OIL_EXPORTS and value.whole_year:
            totals.setdefault(value.period, value)
    found = (
        _share(value, totals[value.period], dataset)
        for value in public_values(dataset)
        if value.indicator == KAZAKH_OIL and value.whole_year and value.period in totals
    )
    return tuple(share for share in found if share is not None)


@kept_with_dataset
def known_values(dataset: Dataset) -> Mapping[str, Value]:
    """Return the values of the dissertation and of the public record by identifier."""
    return {**values_by_id(dataset), **{value.id: value for value in public_catalogue(dataset)}}
