"""Survey page: the 13 questions, one section of the questionnaire at a time."""

from components.page.layout import show_survey_section, title
from components.page.shell import show_page
from components.text.names import later

show_page(
    "pages/survey.py",
    title(later("What respondents think")),
    show_survey_section,
)
