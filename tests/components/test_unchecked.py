"""Charts are built without validation of their parts."""

import altair as alt
import pytest
from altair.utils import schemapi

from components.charts.interaction import with_year_selections
from components.charts.unchecked import build_without_checks


def chart_with_selections() -> alt.LayerChart:
    bars = alt.Chart(alt.NamedData(name="rows")).mark_bar().encode(x="year:O", y="value:Q")
    return alt.LayerChart(layer=[with_year_selections(bars), bars.mark_rule()])


def test_layers_are_put_together_without_validation(monkeypatch: pytest.MonkeyPatch) -> None:
    build_without_checks()
    expected = chart_with_selections().to_dict()
    assert {one["name"] for one in expected["params"]} == {"year_click", "year_brush"}

    def refuse(*_given: object, **_options: object) -> None:
        raise AssertionError

    monkeypatch.setattr(schemapi, "validate_jsonschema", refuse)
    found = chart_with_selections().to_dict(validate=False)
    assert found == expected
    with pytest.raises(AssertionError):
        chart_with_selections().to_dict()
