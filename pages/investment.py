"""Investment page: flows in both directions, sectors, projects, companies, directions."""

from components.page.layout import row, title
from components.page.shell import show_page
from components.text.names import later

show_page(
    "pages/investment.py",
    title(later("Investment between Kazakhstan and Türkiye")),
    row("investment_flows"),
    row("investment_sectors", "investment_tables"),
    row("joint_projects", "turkish_companies"),
    row("investment_projects"),
    row("cooperation_directions"),
)
