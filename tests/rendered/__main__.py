"""Renew the text files: `python -m tests.rendered`, or with the codes of some languages."""

import sys

from data.language.languages import LANGUAGE_CODES
from data.load.dataset import load_dataset
from tests.rendered.rendering import rendered_path, rendered_text

DATASET = load_dataset()
for code in sys.argv[1:] or LANGUAGE_CODES:
    path = rendered_path(code)
    text = rendered_text(code, DATASET)
    path.write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{path.name}: {text.count(chr(10))} lines\n")
