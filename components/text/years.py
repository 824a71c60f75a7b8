"""Years in words: spans and lists."""

from collections.abc import Iterable

from data.evidence.names import years_text
from data.language.languages import Language


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
