"""Highlighting of single facts by route, sector and year, and notes about it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from components.figures.single_values import parts
from components.page.tokens import FADED
from components.text.names import name_in_sentence, said_of_sectors
from components.text.years import of_years
from data.choice.parameters import Filters, filter_space
from data.evidence.names import selection_name
from data.evidence.routes import ALIASES
from data.evidence.sectors import with_sectors
from data.evidence.values import Value
from data.language.languages import Language
from data.load.dataset import Dataset
from data.load.derived import kept_with_dataset


@dataclass(frozen=True)
class Subject:
    """Routes, sectors and years of a chart row, for filtering.

    Attributes
    ----------
    routes, sectors : frozenset of str
        Codes of routes and sectors.
    years : frozenset of int
        Printed years of its values.
    """

    routes: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()


def subject_of(entries: Iterable[Value]) -> Subject:
    """Return the entities, sectors and years of some values."""
    own = tuple(entries)
    return Subject(
        routes=frozenset(
            code for entry in own for cell in entry.quantity[1:3] for code in parts(cell)
        ),
        sectors=frozenset(code for entry in own for code in parts(entry.sectors)),
        years=frozenset(
            int(year) for entry in own for year in re.findall(r"\b\d{4}\b", entry.period)
        ),
    )


def route_emphasis(subjects: Iterable[Subject], filters: Filters) -> tuple[bool, ...]:
    """Return for each row whether it is about the selected route; all False without such rows."""
    wanted = {filters.route, *ALIASES.get(filters.route, ())} - {""}
    return tuple(not wanted.isdisjoint(subject.routes) for subject in subjects)


def _sector_emphasis(
    subjects: Iterable[Subject], dataset: Dataset, filters: Filters
) -> tuple[bool, ...]:
    wanted = with_sectors(dataset, filters.sectors) if filters.sectors else frozenset()
    return tuple(not wanted.isdisjoint(subject.sectors) for subject in subjects)


@kept_with_dataset
def _selectable_years(dataset: Dataset) -> frozenset[int]:
    first, last = filter_space(dataset).years
    return frozenset(range(first, last + 1))


def _year_emphasis(
    subjects: Sequence[Subject], dataset: Dataset, filters: Filters
) -> tuple[bool, ...]:
    """Return for each row whether the selected years keep it; all False if they select no row.

    A row without a year, or with a year outside the range of the filter, is always kept.
    """
    first, last = filters.years
    chosen = set(range(first, last + 1))
    several = len({year for subject in subjects for year in subject.years}) > 1
    if not several or all(chosen.isdisjoint(subject.years) for subject in subjects):
        return tuple(False for _ in subjects)
    reach = _selectable_years(dataset)
    return tuple(
        not subject.years & reach or not chosen.isdisjoint(subject.years) for subject in subjects
    )


@dataclass(frozen=True)
class _Picked:
    """Rows kept by the filters, and which filters had an effect."""

    kept: tuple[bool, ...]
    route: bool
    sectors: bool
    years: bool


def _picked(subjects: Sequence[Subject], dataset: Dataset, filters: Filters) -> _Picked:
    """Apply route, sectors and years in turn; a filter that would leave no row is ignored."""
    kept = tuple(True for _ in subjects)
    taken = []
    for picked in (
        route_emphasis(subjects, filters),
        _sector_emphasis(subjects, dataset, filters),
        _year_emphasis(subjects, dataset, filters),
    ):
        both = tuple(was and now for was, now in zip(kept, picked, strict=True))
        taken.append(any(both))
        kept = both if any(both) else kept
    return _Picked(kept, *taken)


def opacities(
    subjects: Sequence[Subject], *, dataset: Dataset, filters: Filters
) -> tuple[float, ...]:
    """Return the opacity of each row: full if it matches route, sectors and years.

    A filter that matches no row is ignored.
    """
    kept = _picked(subjects, dataset, filters).kept
    return tuple(1.0 if keep else FADED for keep in kept)


def _year_note(
    subjects: Sequence[Subject], *, dataset: Dataset, filters: Filters, language: Language
) -> str:
    _ = language.gettext
    years = sorted({year for subject in subjects for year in subject.years})
    if not years:
        return _("No year is given for these values, so the year filter does not apply.")
    kept = _year_emphasis(subjects, dataset, filters)
    if _picked(subjects, dataset, filters).years and not all(kept):
        return of_years(
            _("Values of years other than {year} are faded."),
            _("Values of years outside {years} are faded."),
        ).format(filters.years)
    return of_years(
        _("The year filter does not affect this chart; year given for its values: {year}."),
        _("The year filter does not affect this chart; years given for these values: {years}."),
    ).listing(years, language)


def _route_notes(
    saying: str, applied: _Picked, *, dataset: Dataset, filters: Filters, language: Language
) -> list[str]:
    """Return the note on the selection on the map, where it had an effect."""
    if not applied.route:
        return []
    name = selection_name(filters.route, dataset=dataset, language=language)
    return [saying.format(route=name_in_sentence(name, language))]


def row_notes(
    subjects: Sequence[Subject], *, dataset: Dataset, filters: Filters, language: Language
) -> tuple[str, ...]:
    """Return notes on the effect of the selected route and sectors on a table of text."""
    _ = language.gettext
    applied = _picked(subjects, dataset, filters)
    saying = _("Full colour marks rows about the selection on the map: {route}.")
    notes = _route_notes(saying, applied, dataset=dataset, filters=filters, language=language)
    if filters.sectors:
        sayings = (
            (
                _("Full colour marks rows about the selected sector ({sectors})."),
                _("Full colour marks rows about any of the selected sectors ({sectors})."),
            )
            if applied.sectors
            else (
                _("No row is marked for the selected sector ({sectors})."),
                _("No row is marked for the selected sectors ({sectors})."),
            )
        )
        notes.append(said_of_sectors(*sayings, filters.sectors, dataset=dataset, language=language))
    return tuple(notes)


def filter_notes(
    subjects: Sequence[Subject], *, dataset: Dataset, filters: Filters, language: Language
) -> tuple[str, ...]:
    """Return notes on the effect of the selected route, sectors and years on a figure."""
    _ = language.gettext
    applied = _picked(subjects, dataset, filters)
    saying = _("Full colour marks values about the selection on the map: {route}.")
    notes = _route_notes(saying, applied, dataset=dataset, filters=filters, language=language)
    if filters.sectors:
        sayings = (
            (
                _("Full colour marks values about the selected sector ({sectors})."),
                _("Full colour marks values about any of the selected sectors ({sectors})."),
            )
            if applied.sectors
            else (
                _(
                    "No value in this chart is about the selected sector ({sectors}), "
                    "so all values are in full colour."
                ),
                _(
                    "No value in this chart is about the selected sectors ({sectors}), "
                    "so all values are in full colour."
                ),
            )
            if all(applied.kept)
            else (
                _("The selected sector ({sectors}) does not affect this chart."),
                _("The selected sectors ({sectors}) do not affect this chart."),
            )
        )
        notes.append(said_of_sectors(*sayings, filters.sectors, dataset=dataset, language=language))
    notes.append(_year_note(subjects, dataset=dataset, filters=filters, language=language))
    return tuple(notes)
