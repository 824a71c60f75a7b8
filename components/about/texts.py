"""What the Atlas is, how it is used, its limits, contradictions, licences: sections of texts."""

from markupsafe import Markup

from components.about.article import bullets, lead, links, paragraphs, section, terms
from components.cards.markup import Target, go_link
from components.controls.key_texts import key_remark, key_rows
from components.figures.audit import counted_classes
from components.page.shell import View
from components.templates import macro
from data.choice.catalogue_parameters import TAB
from data.choice.sources import AUDIT, CATALOGUE, PACKAGE
from data.citation import DISSERTATION, VERSION
from data.evidence.audit import conflicts
from data.evidence.names import label_of
from data.evidence.scope import TOURISM_SECTION, scope
from data.load.dataset import Dataset
from data.problems import TableRefusedError

SOURCES = "pages/sources.py"

_foreign = macro("about/article.html", "foreign")
_key = macro("about/article.html", "key")


def introduction(view: View) -> Markup:
    """Say in two sentences what the Atlas is."""
    _ = view.language.gettext
    return lead(
        [
            _(
                "The Atlas makes the evidence of one PhD dissertation explorable: what it prints "
                "about trade, investment, energy routes, education and survey opinion in "
                "relations between Kazakhstan and Türkiye within the cooperation of the Turkic "
                "states, 1991–2025."
            ),
            _(
                "Every number is given as printed, with its paragraph. Where the dissertation "
                "contradicts itself, all its numbers are shown."
            ),
        ]
    )


def authorship(view: View) -> Markup:
    """Name the dissertation, the makers of the Atlas and the size of its evidence."""
    words = view.language
    _ = words.gettext
    counted = scope(view.dataset)
    size = _("{values} values, {events} events, {routes} routes, {questions} questions").format(
        values=words.number(counted.values),
        events=words.number(counted.events),
        routes=words.number(counted.routes),
        questions=words.number(counted.questions),
    )
    pairs = [
        (_("Dissertation"), _foreign(DISSERTATION, "kk")),
        (_("Language"), _("Kazakh")),
        (
            _("Author, university"),
            _("not named here: the copy that was used has no title page"),
        ),
        (
            _("Atlas"),
            _("the Kazakhstan–Türkiye Atlas team, version {version}").format(version=VERSION),
        ),
        (_("Evidence"), size),
    ]
    return section(_("Source and makers"), terms(pairs))


def readers(view: View) -> Markup:
    """Say for whom the Atlas is made."""
    _ = view.language.gettext
    items = [
        _(
            "The author and a committee find where a number comes from and where two tables "
            "differ, without the internet."
        ),
        _("The audience of a seminar opens the same pages on phones and laptops."),
        _(
            "Students and researchers take a figure, the table behind it, its source, a file "
            "to cite and a link to exactly this view."
        ),
    ]
    return section(_("For whom"), bullets(items))


def _tourism(view: View) -> list[str]:
    """Say where the figures on tourism are not; nothing where its own section has some."""
    counted = scope(view.dataset)
    if counted.tourism_in_section:
        return []
    saying = (
        view.language.ngettext(
            "{section} has tourism in its title but no figures on it; the {count} value of this "
            "sector is from another section.",
            "{section} has tourism in its title but no figures on it; the {count} values of this "
            "sector are from other sections.",
            counted.tourism,
        )
        if counted.tourism
        else view.language.gettext("{section} has tourism in its title but no figures on it.")
    )
    section_name = label_of(view.dataset, "origins", TOURISM_SECTION, view.language)
    return [saying.format(section=section_name, count=view.language.number(counted.tourism))]


def limits(view: View) -> Markup:
    """Say what the source does not give, with counts from the data."""
    words = view.language
    _ = words.gettext
    counted = scope(view.dataset)
    number = words.number
    items = [
        _("The date of the survey and how respondents were selected are not given."),
        _(
            "Neither trade nor investment is broken down by sector. A selected sector marks the "
            "years that name it; totals are not divided."
        ),
        *_tourism(view),
        _(
            "{schematic} of {lines} lines on the map are schematic; the others run through named "
            "places, and only these places are certain. Lengths on the map are computed."
        ).format(schematic=number(counted.schematic), lines=number(counted.lines)),
        _(
            "{undated} of {routes} routes and facilities have no printed opening date; the year "
            "is then inferred and marked as inferred, comes from a public source, which is named, "
            "or is not stated."
        ).format(undated=number(counted.undated), routes=number(counted.routes)),
        _("{referenced} of {values} values have a citation in the dissertation.").format(
            referenced=number(counted.referenced), values=number(counted.values)
        ),
        _("Boundaries and names on the map imply no endorsement."),
    ]
    if counted.respondents is not None:
        sample = _(
            "The number of respondents is not printed. From the shares of one question it is "
            "inferred to be at least {sample}, and marked as inferred."
        )
        items.insert(1, sample.format(sample=number(counted.respondents)))
    return section(_("What the source does not say"), bullets(items))


def _case_counts(dataset: Dataset, view: View) -> list[str]:
    try:
        return [counted_classes(conflicts(dataset), view.language)]
    except TableRefusedError:
        return []


def disagreement(view: View) -> Markup:
    """Say how contradictions and errors are treated."""
    _ = view.language.gettext
    items = [
        _("No printed number is corrected, averaged or left out."),
        _(
            "Competing tables are drawn one at a time. One is shown first and named; the others "
            "can be selected. Their values never form one line."
        ),
        _(
            "Values that cannot be right, such as an impossible date, are kept with the reason but "
            "not shown in charts."
        ),
        _("Sums, growth and shares are recalculated from the data to find contradictions."),
        _("Errors of the Atlas itself are corrected in its files and listed in its change log."),
    ]
    found = _("All contradictions")
    return section(
        _("Contradictions and corrections"),
        paragraphs(_case_counts(view.dataset, view)),
        bullets(items),
        links([go_link(Target(SOURCES, {TAB.name: AUDIT}), found)]),
    )


def presenting(view: View) -> Markup:
    """Say how to present, link and download."""
    _ = view.language.gettext
    items = [
        _("The bar at the top copies a link to exactly this view and shows its QR code."),
        _("Every chart opens in full screen."),
        _("Below a chart: its table, its sources, and downloads as XLSX, CSV, SVG, PNG and PDF."),
        _(
            "Add to deck makes a slide of any figure; the page Present shows, saves and "
            "downloads the slides."
        ),
        _("Any page prints as clean A4 sheets."),
        _("No page needs the internet, the map included."),
    ]
    return section(
        _("Present, link, download"),
        bullets(items),
        links(
            [
                go_link(Target(SOURCES, {TAB.name: CATALOGUE}), _("Catalogue of all values")),
                go_link(Target(SOURCES, {TAB.name: PACKAGE}), _("All data as one file")),
            ]
        ),
    )


def keyboard(view: View) -> Markup:
    """List the keys of controls and charts."""
    _ = view.language.gettext
    pairs = [
        (("Tab",), _("next control; with Shift the previous one")),
        (("Enter",), _("open a link or a panel, press a button")),
        (("←", "→"), _("change a year by one; choose among options side by side")),
        (("Home", "End"), _("first or last year")),
        *key_rows(view.language),
    ]
    remark = _(
        "A chart or map has the same values in its table: the first button below it. A map has a "
        "list of its routes."
    )
    return section(
        _("With the keyboard"),
        terms([(_key(keys), meaning) for keys, meaning in pairs]),
        paragraphs([key_remark(view.language), remark]),
    )


def licences(view: View) -> Markup:
    """Name the licences of code, data, typeface and ground of the map."""
    _ = view.language.gettext
    pairs = [
        (_("Code"), "MIT"),
        (_("Tables, labels, notes"), "CC BY 4.0"),
        (_("Typeface"), "Source Sans 3, SIL Open Font License 1.1"),
        (_("Base map"), _("Natural Earth, public domain")),
        (_("Positions"), _("most from GeoNames, CC BY 4.0")),
        (
            _("Dissertation"),
            _(
                "facts and figures are reproduced with their paragraph numbers, its sentences are "
                "not; labels and notes are the Atlas’s own"
            ),
        ),
    ]
    return section(_("Licences and credits"), terms(pairs))
