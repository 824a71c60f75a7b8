"""Codes of the panels below a figure."""

TABLE, SOURCES, CONTRADICTIONS = "table", "sources", "contradictions"
DOWNLOAD, CITE, LINK = "download", "cite", "link"
PANELS = (TABLE, SOURCES, CONTRADICTIONS, DOWNLOAD, CITE, LINK)
"""Panels below a figure."""
