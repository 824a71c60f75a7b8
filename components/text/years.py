"""Years in words: spans and lists."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from data.evidence.names import years_text
from data.language.languages import Language


@dataclass(frozen=True)
class OfYears:
    """A message in two variants: for one year and for several, which differ in grammar."""

    one: str
    span: str

    def format(self, years: tuple[int, int], **parts: object) -> str:
        """Return the variant for a span of years, with `{year}` or `{years}` filled in."""
        first, last = years
        if first == last:
            return self.one.format(year=first, years=first, **parts)
        return self.span.format(years=years_text(years), **parts)

    def listing(self, years: Collection[int], language: Language, **parts: object) -> str:
        """Return the variant for single years, with `{year}` or the listed `{years}` filled in."""
        if len(set(years)) == 1:
            (year,) = set(years)
            return self.one.format(year=year, years=year, **parts)
        return self.span.format(years=years_listed(years, language), **parts)


def of_years(one: str, span: str) -> OfYears:
    """Return a message with its variants for one year and for several."""
    return OfYears(one, span)


def years_listed(years: Iterable[int], language: Language) -> str:
    """List years; three or more in a row are written as a span."""
    spans: list[list[int]] = []
    for year in sorted(set(years)):
        if spans and year == spans[-1][-1] + 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    texts = []
    for span in spans:
        if len(span) > 2:  # noqa: PLR2004
            texts.append(years_text((span[0], span[-1])))
        else:
            texts += [str(year) for year in span]
    return language.enumerate(texts)
