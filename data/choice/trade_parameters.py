"""Parameters of a link that concern trade alone: the measure shown, the year of a target."""

from data.choice.link_values import read_code, read_year
from data.choice.measures import MEASURES
from data.choice.parameter import Parameter
from data.choice.subjects import Subject
from data.choice.words import named_chip, named_options, target_year_chip
from data.language.languages import later

MEASURE = Parameter(
    name="measure",
    part="measure",
    read=lambda text, _space: read_code(text, tuple(MEASURES)),
    chips=named_chip(MEASURES),
    label=later("Chart of growth"),
    options=named_options(MEASURES),
    concerns=frozenset({Subject.MEASURES}),
)
TARGET_YEAR = Parameter(
    name="target_year",
    part="target_year",
    read=lambda text, space: read_year(text, (space.target_years[0], space.target_years[-1])),
    chips=target_year_chip,
    concerns=frozenset({Subject.TARGETS}),
)
