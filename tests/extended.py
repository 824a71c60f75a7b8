"""Copy of the data package with added years, ranges, units and origins."""

import csv
import tempfile
from functools import cache
from pathlib import Path

from data.evidence.values import SERIES_TABLES
from data.load.dataset import Dataset, load_dataset
from data.load.package import read_package
from tests.data.copies import copy_package

Cells = dict[str, str]

OUTSIDE = "statistics_office"
"""Code of the added origin outside the dissertation."""

FIELDS = "year indicator value low high qualifier unit origin paragraph sectors"


def yearly(*lines: str) -> list[Cells]:
    """Return rows of a yearly table; `-` means an empty cell."""
    names = FIELDS.split()
    return [
        {name: "" if cell == "-" else cell for name, cell in zip(names, line.split(), strict=True)}
        for line in lines
    ]


ROWS: dict[str, list[Cells]] = {
    "origins": [
        {
            "origin": OUTSIDE,
            "kind": "public",
            **{f"name_{code}": f"Statistics {code}" for code in ("en", "kk", "tr", "ru")},
            **{f"title_{code}": f"Foreign trade {code}" for code in ("en", "kk", "tr", "ru")},
            "address": "https://example.org/trade",
            "date": "2025-03-01",
        }
    ],
    "trade": yearly(
        "2017 exports 900 - - exact USD_million table7 1001 trade",
        "2017 imports 0.56 - - exact USD_billion table7 1002 trade",
        "2017 turnover 1.46 - - exact USD_billion table7 1003 trade",
        "2024 exports - 2200 2400 about USD_million table7 1041 trade;oil",
        "2024 imports 1150 - - about USD_million table7 1042 trade",
        "2024 turnover - 3400 3600 about USD_million table7 1044 trade",
        "2024 turnover_growth - 6 12 about percent table7 1044 trade",
        "2026 exports 2.5 - - exact EUR_billion table7 1044 trade",
        "2026 turnover 4000 - - over USD_million table7 1044 trade",
        "2024 turnover 5000 - - target USD_million table6 936 trade",
        f"2020 turnover 2.05 - - exact USD_billion {OUTSIDE} - -",
        f"2022 turnover - 3900 4000 exact USD_million {OUTSIDE} - -",
        f"2024 turnover 4400 - - exact USD_million {OUTSIDE} - -",
        f"2024 exports 2600 - - exact USD_million {OUTSIDE} - -",
    ),
    "investment": yearly(
        "2017 investment_tr_to_kz 300 - - exact USD_million table8 1063 metals",
        "2024 investment_tr_to_kz - 700 800 exact USD_million table8 1093 tourism;metals",
        "2024 investment_kz_to_tr 0.1 - - about USD_billion table8 1094 tourism;metals",
        "2024 investment_projects - 40 45 exact projects table8 1095 tourism;metals",
        "2026 investment_tr_to_kz 900 - - planned USD_million table8 1096 -",
        f"2021 investment_tr_to_kz 480 - - exact USD_million {OUTSIDE} - -",
    ),
    "economy": yearly(
        "2017 turkish_companies 800 - - exact companies table6 968 trade",
        "2024 turkish_companies - 1500 1700 about companies table6 970 trade",
        "2026 turkish_companies 2.1 - - exact thousand table6 970 trade",
        "2024 joint_projects 75 - - up_to projects table6 976 organisations",
        f"2021 turkish_companies 1050 - - exact companies {OUTSIDE} - -",
    ),
    "sector_mentions": [
        {
            "mention": "main_investment_sector",
            "first_year": "2017",
            "last_year": "2017",
            "position": "1",
            "sector": "metals",
            "origin": "table8",
            "paragraph": "1066",
        }
    ],
    "events": [
        {
            "event": f"added-event-{year}",
            "date": str(year),
            "precision": "year",
            "kind": "meeting",
            "parties": "KZ;TR",
            **{f"name_{code}": f"Added meeting {year}" for code in ("en", "kk", "tr", "ru")},
            "qualifier": "exact",
            "origin": "s2_1",
            "paragraph": "400",
            "sectors": "politics",
        }
        for year in (2017, 2024, 2026)
    ],
}


PRINTED_YEARS = {"table6": (2020, 2022), "table7": (2018, 2023), "table8": (2018, 2023)}
"""Years printed in the tables of the dissertation."""


def _is_printed(row: Cells) -> bool:
    first, last = PRINTED_YEARS.get(row["origin"], (0, -1))
    return first <= int(row.get("year") or row["first_year"]) <= last


def copy_printed(folder: Path) -> None:
    """Copy the package without yearly values that are not printed in the dissertation."""
    copy_package(folder)
    for table in (*SERIES_TABLES, "sector_mentions"):
        path = folder / read_package().resource(table).path
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(row for row in rows if _is_printed(row))


def append_rows(folder: Path, table: str, rows: list[Cells]) -> None:
    """Append rows to a table of a copy; missing cells are empty."""
    path = folder / read_package().resource(table).path
    with path.open(encoding="utf-8", newline="") as file:
        names = next(csv.reader(file))
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, restval="", lineterminator="\n")
        writer.writerows(rows)


def extend(folder: Path) -> None:
    """Write the extended copy into an empty folder."""
    copy_printed(folder)
    for table, rows in ROWS.items():
        append_rows(folder, table, rows)


@cache
def extended_dataset() -> Dataset:
    """Return the extended copy, loaded once."""
    with tempfile.TemporaryDirectory() as folder:
        extend(Path(folder))
        return load_dataset(Path(folder))
