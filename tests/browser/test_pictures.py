"""The command that takes pictures of every page."""

from pathlib import Path

from data.language.languages import LANGUAGE_CODES
from tests.browser.contexts import Contexts
from tests.pictures import ADDRESSES, PRINT, SIZES, THEMES, Picture, pictures, render

SIGNATURES = {".png": b"\x89PNG", ".pdf": b"%PDF"}


def test_every_page_size_theme_and_language_has_one_picture() -> None:
    every = list(pictures(ADDRESSES, LANGUAGE_CODES))
    looks = len(SIZES) * len(THEMES) + 1
    assert len(every) == len(ADDRESSES) * len(LANGUAGE_CODES) * looks
    assert len({picture.name for picture in every}) == len(every)


def test_pictures_and_prints_are_written(tmp_path: Path, contexts: Contexts, address: str) -> None:
    wanted = [
        Picture("about", "kk", (390, 844), "dark"),
        Picture("trade", "en", (1280, 720), PRINT),
    ]
    written = list(
        render(wanted, tmp_path / "new", browser=contexts.browser(webgl=False), address=address)
    )
    assert [path.name for path in written] == ["about_kk_390_dark.png", "trade_en_print.pdf"]
    for path in written:
        assert path.read_bytes().startswith(SIGNATURES[path.suffix])
        assert path.stat().st_size > 20_000
