"""Colours: contrast on both backgrounds, and differences for colour-blind readers."""

from itertools import combinations

import pytest

from components.charts import palette

BACKGROUNDS = ("#FFFFFF", "#0E1117")
"""Backgrounds of Streamlit's light and dark theme."""

MARKS = {
    "kazakhstan": palette.KAZAKHSTAN,
    "turkiye": palette.TURKIYE,
    "survey": palette.SURVEY,
    "neutral": palette.NEUTRAL,
    "first": palette.FIRST_TABLE,
    "second": palette.SECOND_TABLE,
    **palette.THEMES,
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
    assert contrast(MARKS[name], background) >= 3


def test_numbers_inside_the_columns_are_legible() -> None:
    for colour in (palette.KAZAKHSTAN, palette.TURKIYE):
        assert contrast("#FFFFFF", colour) >= 3


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize(
    "pair",
    [
        (palette.KAZAKHSTAN, palette.TURKIYE),
        (palette.FIRST_TABLE, palette.SECOND_TABLE),
        *combinations([palette.THEMES["energy"], palette.THEMES["transport"]], 2),
    ],
)
def test_adjacent_colours_differ_for_colour_blind_readers(
    pair: tuple[str, str], deficiency: str
) -> None:
    one, other = (seen_by(colour, deficiency) for colour in pair)
    assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 0.15
