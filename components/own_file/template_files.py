"""The template of an own file as CSV and XLSX, with Table 7 of the dissertation as an example."""

import csv
import io
from collections.abc import Iterator

import xlsxwriter
from starlette.requests import Request
from starlette.responses import Response

from components.process.figures import stored
from components.text.lists import apposed
from data.evidence.series import first_series, printed_series
from data.language.languages import language, preferred_language
from data.load.dataset import Dataset
from data.own_file.national import TEMPLATE_COLUMNS, TEMPLATE_FLOWS, TEMPLATE_UNITS
from data.problems import TableRefusedError

NAMES = ("template.csv", "template.xlsx")

_PARTS = {"export": "exports", "import": "imports"}

Row = tuple[str, str, str, int, float, str]


def example_rows(dataset: Dataset) -> Iterator[Row]:
    """Yield the exports and imports of the table shown first, in the columns of the template."""
    try:
        origin = first_series(dataset, "trade")
        for flow in TEMPLATE_FLOWS:
            for value in printed_series(dataset, "trade", _PARTS[flow], origin):
                if value.measured is not None and value.unit == "USD_million":
                    yield "KAZ", "TUR", flow, value.year, value.measured, "million_USD"
    except TableRefusedError:
        return


def template_csv(dataset: Dataset) -> bytes:
    """Return the template with its example as CSV in UTF-8 with a mark."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(TEMPLATE_COLUMNS)
    writer.writerows(example_rows(dataset))
    return text.getvalue().encode("utf-8-sig")


def template_xlsx(dataset: Dataset, code: str) -> bytes:
    """Return the template with its example as XLSX; a second sheet describes the columns."""
    _ = language(code).gettext
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("data")
        for number, row in enumerate((TEMPLATE_COLUMNS, *example_rows(dataset))):
            sheet.write_row(number, 0, row)
        sheet.set_column(0, len(TEMPLATE_COLUMNS) - 1, 14)
        described = book.add_worksheet("columns")
        lines = (
            (
                "reporter",
                _("country that reports the value: KAZ or TUR, or its numeric code, 398 or 792"),
            ),
            ("partner", _("the other country")),
            (
                "flow",
                _("from the reporter’s point of view: {values}").format(
                    values=apposed(TEMPLATE_FLOWS)
                ),
            ),
            ("year", _("the year in four digits")),
            ("value", _("the value as a number")),
            ("unit", _("one of {values}").format(values=apposed(TEMPLATE_UNITS))),
            ("month", _("optional: 1 to 12; months are summed to years")),
        )
        for number, line in enumerate(lines):
            described.write_row(number, 0, line)
        described.set_column(0, 0, 14)
        described.set_column(1, 1, 70)
    return content.getvalue()


async def serve_template(request: Request) -> Response:
    """Respond to a request for the template."""
    name = request.path_params["name"]
    if name not in NAMES:
        return Response("Not Found", 404, media_type="text/plain")
    dataset, _space = stored()
    asked = request.query_params.get("lang") or request.headers.get("accept-language", "")
    csv_file = name.endswith(".csv")
    content = (
        template_csv(dataset) if csv_file else template_xlsx(dataset, preferred_language(asked))
    )
    media = (
        "text/csv; charset=utf-8"
        if csv_file
        else "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    )
    headers = {
        "Content-Disposition": f'attachment; filename="atlas_{name}"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-cache",
    }
    return Response(content, media_type=media, headers=headers)
