"""Survey: the 13 questions, one section of the questionnaire at a time."""

from components.layout import page_title, show_survey_section
from components.shell import page
from components.wording import later

with page(later("Survey")) as view:
    page_title(view, later("What respondents think"), with_years=False)
    show_survey_section(view)
