"""Measures of trade by year that a reader can choose: codes in a link, and their names."""

from collections.abc import Mapping
from types import MappingProxyType

from data.evidence.trade_measures import (
    COMPOUND,
    EXPORTS_POINTS,
    GROWTH,
    IMPORTS_POINTS,
    INDEX,
    SHARE,
)
from data.language.languages import later

MEASURES: Mapping[str, str] = MappingProxyType(
    {
        GROWTH: later("Growth on the previous year"),
        EXPORTS_POINTS: later("Contribution of exports to growth"),
        IMPORTS_POINTS: later("Contribution of imports to growth"),
        INDEX: later("Index, first selected year = 100"),
        SHARE: later("Share of exports in turnover"),
        COMPOUND: later("Compound annual growth"),
    }
)
"""Untranslated name of each measure; the first is the default."""
