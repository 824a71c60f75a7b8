"""Styles and scripts that stand in files of their own beside the modules that use them."""

from importlib.resources import files


def own_file(name: str) -> str:
    """Return the text of a `.css` or `.js` file of this folder; read once, as a module is imported.

    Parameters
    ----------
    name : str
        Name of the file.
    """
    return (files("components") / name).read_text(encoding="utf-8")
