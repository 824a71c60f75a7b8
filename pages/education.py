"""Education: students and graduates, partner universities and agreements."""

from components.page.layout import row, title
from components.page.shell import show_page
from components.text.names import later

show_page(
    "pages/education.py",
    title(later("Education between Kazakhstan and Türkiye")),
    row("students_between_countries", "students_and_graduates"),
    row("education_agreements"),
)
