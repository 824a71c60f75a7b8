"""Views of the page of sources, by the codes that a link has for them."""

CATALOGUE, AUDIT, MAP, PACKAGE = TABS = ("catalogue", "audit", "map", "package")
"""The views; the first is the default."""
