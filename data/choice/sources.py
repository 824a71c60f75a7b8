"""Views of the page of sources, by the codes that a link has for them."""

CATALOGUE, AUDIT, MAP, PACKAGE = TABS = ("catalogue", "audit", "map", "package")
"""The views; the first is the default."""

OF_DISSERTATION, OF_RECORD = KINDS = ("", "public")
"""Kinds of values that the catalogue lists, one at a time: those of the dissertation, the default,
and those of the public record."""
