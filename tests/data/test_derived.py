"""What is derived from a dataset is kept with it and freed with it."""

import gc
import weakref

from data.evidence.audit import conflicts_by_row
from data.evidence.catalogue import catalogue, values_by_id
from data.evidence.countries import countries
from data.evidence.events import events
from data.evidence.rivals import rivals
from data.evidence.routes import places_on_routes, routes
from data.evidence.sectors import main_sectors, with_sectors
from data.evidence.survey import ordered_answers
from data.load.dataset import Dataset, load_dataset
from data.load.derived import kept_with_dataset
from data.search.catalogue_search import matching


def test_a_derivation_is_made_once_for_each_dataset() -> None:
    made = []

    @kept_with_dataset
    def count_tables(dataset: Dataset) -> int:
        made.append(dataset)
        return len(dataset.tables)

    one, other = Dataset(tables={}, problems=()), Dataset(tables={}, problems=())
    assert [count_tables(one), count_tables(one), count_tables(other)] == [0, 0, 0]
    assert made == [one, other]


def test_an_error_is_not_kept() -> None:
    made = []

    @kept_with_dataset
    def fail_once(_dataset: Dataset) -> int:
        made.append(1)
        if len(made) == 1:
            raise ValueError
        return 1

    dataset = Dataset(tables={}, problems=())
    for _ in range(2):
        try:
            assert fail_once(dataset) == 1
        except ValueError:
            continue
    assert len(made) == 2


def test_a_dataset_is_freed_at_once_with_all_that_is_derived_from_it() -> None:
    dataset = load_dataset()
    for derive in (
        catalogue,
        values_by_id,
        conflicts_by_row,
        countries,
        events,
        rivals,
        routes,
        places_on_routes,
        main_sectors,
    ):
        assert derive(dataset)
    assert with_sectors(dataset, ("energy",))
    assert len(ordered_answers(dataset, 1))
    assert matching(catalogue(dataset), dataset=dataset, text="2022")
    gone = weakref.ref(dataset)
    gc.disable()
    try:
        del dataset
        assert gone() is None
    finally:
        gc.enable()
