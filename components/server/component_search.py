"""No search for components of other packages.

Streamlit 1.67 reads the metadata of every installed package when a server starts, to find those
that bring components. The Atlas has its own only. The search takes 0.1 s with 150 packages.
"""

from pathlib import Path

from streamlit.components.v2 import manifest_scanner
from streamlit.components.v2.manifest_scanner import ComponentManifest


def _find_none(
    max_workers: int | None = None,  # noqa: ARG001, signature of Streamlit
) -> list[tuple[ComponentManifest, Path]]:
    return []


def skip_component_search() -> None:
    """Let the server start without a search for components of other packages."""
    manifest_scanner.scan_component_manifests = _find_none
