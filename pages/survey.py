"""Survey: the 13 questions, one section of the questionnaire at a time."""

from components.layout import page_title, show_survey_section
from components.shell import View, show_page
from components.wording import later


def draw(view: View) -> None:
    """Draw the content of the page."""
    page_title(view, later("What respondents think"))
    show_survey_section(view)


show_page("pages/survey.py", draw)
