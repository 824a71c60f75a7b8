"""After reloads, only the current dataset and at most one earlier one are in memory."""

import gc
from pathlib import Path

from streamlit.testing.v1 import AppTest

from data.load.dataset import Dataset
from tests.data.atlas_folder import atlas_in, settled

REPOSITORY = Path(__file__).parents[2]
RELOADS = 4


def living_datasets() -> int:
    gc.unfreeze()
    gc.collect()
    return sum(isinstance(one, Dataset) for one in gc.get_objects())


def test_old_datasets_are_freed(tmp_path: Path) -> None:
    with atlas_in(tmp_path) as atlas:
        path = atlas / "tables/trade.csv"
        app = AppTest.from_file(str(REPOSITORY / "dashboard.py"), default_timeout=60)
        settled()
        app.run()
        first = living_datasets()
        text = path.read_text(encoding="utf-8")
        for number in range(RELOADS):
            path.write_text(text.replace(",3000,", f",30{number + 10},"), encoding="utf-8")
            settled()
            app.run()
            assert not app.exception
        assert living_datasets() <= first + 1
    settled()
