"""A server that starts reads no metadata of installed packages."""

import importlib
import importlib.metadata

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.components.v2.component_manager import BidiComponentManager

from components.server.component_search import skip_component_search


@pytest.mark.parametrize("skipped", [True, False])
def test_packages_are_read_only_with_streamlits_own_search(
    monkeypatch: pytest.MonkeyPatch, *, skipped: bool
) -> None:
    reads: list[str] = []

    def read() -> list[importlib.metadata.Distribution]:
        reads.append("all packages")
        return []

    importlib.reload(manifest_scanner)
    if skipped:
        skip_component_search()
    monkeypatch.setattr(importlib.metadata, "distributions", read)
    BidiComponentManager().discover_and_register_components(start_file_watching=False)
    skip_component_search()
    assert reads == ([] if skipped else ["all packages"])
