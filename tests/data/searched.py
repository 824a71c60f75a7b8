"""What the search finds in the catalogue of the repository."""

from data.evidence.catalogue import catalogue
from data.evidence.values import Value
from data.load.dataset import Dataset, load_dataset
from data.search.catalogue_search import matching

DATASET = load_dataset()

ENTRIES = catalogue(DATASET)

TURNOVER = ["kz-tr-turnover-p1320", "kz-tr-turnover-2022-p1332"]
"""Both values of 6.3 billion US dollars."""


def found(text: str, dataset: Dataset = DATASET) -> list[str]:
    return [entry.id for entry in matching(ENTRIES, dataset=dataset, text=text)]


def by_number(text: str) -> tuple[Value, ...]:
    return matching(ENTRIES, dataset=DATASET, text=text)
