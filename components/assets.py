"""Scripts and styles that stand beside the modules which use them, read once at import."""

from pathlib import Path

FOLDER = Path(__file__).parent
KINDS = (".js", ".css")
"""What may be read: the data room alone reads data."""


def asset(*names: str) -> str:
    """Return the text of scripts or styles, one after the other.

    Parameters
    ----------
    *names : str
        Paths below the folder of the components, such as ``page_head.js``.

    Raises
    ------
    ValueError
        Where a path is no script and no style.
    OSError
        Where a file is missing.
    """
    for name in names:
        if not name.endswith(KINDS):
            message = f"{name} is neither a script nor a style"
            raise ValueError(message)
    return "\n".join((FOLDER / name).read_text(encoding="utf-8") for name in names)
