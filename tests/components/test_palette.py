"""Colours: contrast on both backgrounds, and differences for colour-blind readers."""

import re
import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from components.page import tokens
from components.page.tokens import BREAKPOINTS, DARK, LIGHT, PRINT, PROJECTOR

BACKGROUNDS = {
    f"{name} {place}": getattr(colours, place)
    for name, colours in (("light", tokens.LIGHT), ("dark", tokens.DARK))
    for place in ("page", "card")
}

MARKS = {
    "kazakhstan": tokens.KAZAKHSTAN,
    "turkiye": tokens.TURKIYE,
    "survey": tokens.SURVEY,
    "neutral": tokens.NEUTRAL,
    "targets": tokens.TARGETS,
    **{f"table {place}": colour for place, colour in enumerate(tokens.TABLES)},
    **tokens.THEMES,
}

# Machado, Oliveira and Fernandes (2009), severity 1.0, in linear RGB.
DEFICIENCIES = {
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
}


def linear(colour: str) -> list[float]:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours according to WCAG 2.2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def seen_by(colour: str, deficiency: str) -> list[float]:
    parts = linear(colour)
    return [
        sum(weight * part for weight, part in zip(row, parts, strict=True))
        for row in DEFICIENCIES[deficiency]
    ]


@pytest.mark.parametrize("background", BACKGROUNDS)
@pytest.mark.parametrize("name", MARKS)
def test_marks_have_enough_contrast_to_the_background(name: str, background: str) -> None:
    assert contrast(MARKS[name], BACKGROUNDS[background]) >= 3


def test_each_colour_has_one_meaning() -> None:
    """Only the first of compared tables has the colour of amounts of neither country."""
    meanings = [
        tokens.KAZAKHSTAN,
        tokens.TURKIYE,
        tokens.SURVEY,
        tokens.TARGETS,
        *tokens.TABLES,
        *tokens.THEMES.values(),
    ]
    assert len(set(meanings)) == len(meanings)
    assert tokens.TABLES[:2] == (tokens.NEUTRAL, tokens.OTHER_VALUES)


SETS = {"light": LIGHT, "dark": DARK, "print": PRINT, "projector": PROJECTOR}


@pytest.mark.parametrize("name", SETS)
def test_texts_of_each_set_have_enough_contrast(name: str) -> None:
    colours = SETS[name]
    for background in (colours.page, colours.card):
        for text in (colours.ink, colours.quiet, colours.accent, colours.warning):
            assert contrast(text, background) >= 4.5
        assert contrast(colours.axis, background) >= 3


def test_numbers_inside_the_columns_are_legible() -> None:
    for colour in (tokens.KAZAKHSTAN, tokens.TURKIYE):
        assert contrast("#FFFFFF", colour) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_theme_of_streamlit_has_the_colours_of_the_tokens(name: str) -> None:
    theme = tomllib.loads(Path(".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]
    colours = SETS[name]
    assert theme[name] == {
        "primaryColor": colours.accent,
        "backgroundColor": colours.page,
        "secondaryBackgroundColor": colours.card,
        "textColor": colours.ink,
        "borderColor": colours.line,
    }


def test_style_sheets_change_at_the_breakpoints_only() -> None:
    """A sheet may name a breakpoint, or the last width below it."""
    allowed = {float(width) for width in BREAKPOINTS.values()}
    sheets = "".join(path.read_text(encoding="utf-8") for path in Path("components").rglob("*.css"))
    for bound, written in re.findall(r"(min|max)-width: ([\d.]+)px\)", sheets):
        width = float(written)
        assert (width if bound == "min" else width + 0.02) in allowed, written


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize(
    "pair",
    [
        (tokens.KAZAKHSTAN, tokens.TURKIYE),
        (tokens.NEUTRAL, tokens.OTHER_VALUES),
        (tokens.NEUTRAL, tokens.THEMES["transport"]),
        (tokens.TARGETS, tokens.THEMES["transport"]),
        *combinations([tokens.THEMES["energy"], tokens.THEMES["transport"]], 2),
    ],
)
def test_adjacent_colours_differ_for_colour_blind_readers(
    pair: tuple[str, str], deficiency: str
) -> None:
    one, other = (seen_by(colour, deficiency) for colour in pair)
    assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 0.15
