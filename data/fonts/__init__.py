"""The typeface of exported charts: Source Sans 3, SIL Open Font License 1.1 (LICENSE.md)."""

from pathlib import Path

FONT_FOLDER = Path(__file__).parent
FONT_FAMILY = "'Source Sans 3'"
"""Quoted, since a name that ends in a digit is no font family to CSS otherwise."""
