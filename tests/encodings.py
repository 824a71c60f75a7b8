"""What a layer of a chart encodes, its own and what it shares with the others."""

from typing import Any

from components.figures.figure import Figure


def encoding_of(figure: Figure, number: int) -> dict[str, Any]:
    """Return the encodings of one layer of a figure's chart."""
    spec = figure.chart_form.spec
    return {**spec.get("encoding", {}), **spec["layer"][number]["encoding"]}
