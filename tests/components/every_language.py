"""A test for each of the four languages."""

import pytest

from data.language.languages import LANGUAGE_CODES

EVERY_LANGUAGE = pytest.mark.parametrize("code", LANGUAGE_CODES)
