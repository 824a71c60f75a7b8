"""The typeface of exported charts: Source Sans 3, SIL Open Font License 1.1 (LICENSE.md)."""

from pathlib import Path

FONT_FOLDER = Path(__file__).parent
FONT_FAMILY = "Source Sans 3"
FONT_FILES = {
    False: FONT_FOLDER / "SourceSans3-Regular.ttf",
    True: FONT_FOLDER / "SourceSans3-Bold.ttf",
}
"""Font files by weight: True for bold."""
