"""The filters in the sidebar: language, years, sectors, and the choice between competing tables."""

import streamlit as st

from components.state import choose_from, choose_years, show_in_widget, start_again
from components.wording import label_of
from data.dataset import Dataset
from data.filters import Filters, FilterSpace
from data.languages import LANGUAGE_CODES, Language, language


def choose_language(filters: Filters) -> None:
    """Draw the choice of language, each named in itself."""
    words = language(filters.language)
    st.selectbox(
        words.gettext("Language"),
        LANGUAGE_CODES,
        format_func=lambda code: language(code).endonym,
        key=show_in_widget("filter_language", filters.language),
        on_change=choose_from,
        args=("filter_language", "language"),
    )


def _choose_years(filters: Filters, space: FilterSpace, words: Language) -> None:
    first, last = space.years
    if first < last:
        st.slider(
            words.gettext("Years"),
            min_value=first,
            max_value=last,
            key=show_in_widget("filter_years", filters.years),
            on_change=choose_years,
            args=("filter_years",),
        )


def _choose_sectors(
    filters: Filters, space: FilterSpace, dataset: Dataset, words: Language
) -> None:
    if not space.sectors:
        return
    themes = dataset.table("sectors").set_index("sector")["theme"].to_dict()

    def name(code: str) -> str:
        own = label_of(dataset, "sectors", code, words)
        theme = themes.get(code)
        return f"{label_of(dataset, 'sectors', theme, words)}: {own}" if theme else own

    # The browser keeps chosen options by their label, so each language needs a widget of its own.
    key = show_in_widget(f"filter_sectors_{words.code}", list(filters.sectors))
    st.multiselect(
        words.gettext("Sectors"),
        space.sectors,
        format_func=name,
        key=key,
        placeholder=words.gettext("All sectors"),
        help=words.gettext(
            "Highlights the years in which a chosen sector is named, and the survey answers about "
            "it. A theme includes all its sectors."
        ),
        on_change=choose_from,
        args=(key, "sectors", lambda codes: tuple(sorted(codes))),
    )


def _choose_series(filters: Filters, space: FilterSpace, dataset: Dataset, words: Language) -> None:
    labels = {
        "trade": words.gettext("Source of trade figures"),
        "investment": words.gettext("Source of investment figures"),
    }
    for part, label in labels.items():
        choices = space.series[part]
        if len(choices) > 1:
            key = show_in_widget(f"filter_{part}_{words.code}", getattr(filters, part))
            st.segmented_control(
                label,
                choices,
                format_func=lambda code: label_of(dataset, "origins", code, words),
                key=key,
                required=True,
                on_change=choose_from,
                args=(key, part),
            )


def choose_filters(filters: Filters, space: FilterSpace, dataset: Dataset) -> None:
    """Draw every filter of the data, and the way back to the start."""
    words = language(filters.language)
    _choose_years(filters, space, words)
    _choose_sectors(filters, space, dataset, words)
    _choose_series(filters, space, dataset, words)
    st.button(
        words.gettext("Clear all filters"),
        icon=":material/restart_alt:",
        on_click=start_again,
        disabled=filters == space.start(filters.language),
    )
