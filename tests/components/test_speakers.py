"""Speakers of quoted claims and forecasts as readers see them: cards, lists, tables, files."""

import io
from dataclasses import replace

import pandas as pd
import pytest
from openpyxl import load_workbook

from components.cards.contradiction_card import conflict_card
from components.cards.route_card import events_list
from components.cards.sortable_table import as_texts
from components.export.catalogue_files import (
    Search,
    catalogue_csv,
    catalogue_page,
    catalogue_xlsx,
    found_entries,
)
from components.figures.registry import build_figure
from components.figures.rival_places import places_of
from components.figures.single_values import entry_table
from components.overview.panel import context_panel
from components.sources.catalogue_table import catalogue_table
from components.text.amounts import amount_text
from components.text.names import qualifier_name
from components.text.places import place_text
from components.text.speakers import according_to, attributed, speaker_name
from data.choice.parameters import FilterSpace
from data.evidence.audit import conflicts
from data.evidence.catalogue import values_by_id
from data.evidence.events import events
from data.evidence.rivals import Rival
from data.language.languages import LANGUAGE_CODES, language
from data.load.dataset import Dataset
from tests.readable_tables import readable_table

QUOTED = "tr-kz-fdi-2021-p1212"
FORECAST = "tr-gdp-forecast-new-2023-p1323"
TOKAYEV = {
    "en": "according to Tokayev",
    "kk": "Тоқаевтың айтуынша",
    "tr": "Tokayev’e göre",
    "ru": "по словам Токаева",
}
FORECASTS = {"en": "2.5%, forecast", "kk": "болжам", "tr": "%2,5, tahmin", "ru": "прогноз"}


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_quoted_value_names_its_speaker_wherever_its_place_is_written(
    code: str, dataset: Dataset
) -> None:
    words = language(code)
    entry = values_by_id(dataset)[QUOTED]
    assert place_text(entry, dataset=dataset, language=words).endswith(f", {TOKAYEV[code]}")
    own = place_text(replace(entry, speaker=""), dataset=dataset, language=words)
    assert TOKAYEV[code] not in own
    shown = as_texts(catalogue_table((entry,), dataset=dataset, language=words))
    assert TOKAYEV[code] in shown[words.gettext("Source")].iloc[0]


def test_a_claim_of_the_author_is_not_attributed(dataset: Dataset) -> None:
    words = language("en")
    assert according_to("", dataset=dataset, language=words) == ""
    assert speaker_name("", dataset=dataset, language=words) == ""
    assert attributed("A claim", "", dataset=dataset, language=words) == "A claim"


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_lists_of_events_name_the_speaker(code: str, dataset: Dataset, space: FilterSpace) -> None:
    words = language(code)
    said = according_to("expert", dataset=dataset, language=words)
    quoted = [event for event in events(dataset) if event.speaker == "expert"]
    listed = events_list(quoted, dataset=dataset, language=words)
    assert quoted
    assert listed.count(said) == len(quoted)
    panel = context_panel(
        dataset=dataset, filters=replace(space.start(code), years=(1991, 1991)), language=words
    )
    assert said in panel


def test_a_contradiction_names_the_speaker_of_an_event(dataset: Dataset) -> None:
    words = language("en")
    found = next(c for c in conflicts(dataset) if "cpc-no-progress-mid-1997" in c.rows)
    card = conflict_card(found, dataset=dataset, language=words)
    assert "according to Tokayev" in card


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_files_of_the_catalogue_have_a_column_of_speakers(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    words = language(code)
    found = found_entries(space.start(code), Search(text=QUOTED), dataset=dataset, language=words)
    assert [entry.id for entry in found.entries] == [QUOTED]
    table = pd.read_csv(io.BytesIO(catalogue_csv(found)))
    assert list(table["speaker"]) == ["tokayev"]
    sheet = load_workbook(io.BytesIO(catalogue_xlsx(found))).worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    column = heads.index(words.gettext("Speaker")) + 1
    named = speaker_name("tokayev", dataset=dataset, language=words)
    assert sheet.cell(2, column).value == named
    assert TOKAYEV[code] in catalogue_page(found).decode()


def test_tables_of_figures_have_a_column_of_speakers_only_for_quoted_values(
    dataset: Dataset,
) -> None:
    words = language("en")
    by_id = values_by_id(dataset)
    quoted, own = by_id[QUOTED], by_id["tr-investment-in-kz-p1369"]
    table = entry_table((quoted, own), words)
    assert list(table["speaker"]) == ["tokayev", ""]
    shown = readable_table(table, dataset=dataset, language=words)
    assert list(shown["Speaker"]) == ["Kassym-Jomart Tokayev", ""]
    assert "speaker" not in entry_table((own,), words)


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_forecast_is_written_as_one(code: str, dataset: Dataset) -> None:
    words = language(code)
    entry = values_by_id(dataset)[FORECAST]
    assert amount_text(entry, dataset=dataset, language=words).endswith(FORECASTS[code])
    shown = as_texts(catalogue_table((entry,), dataset=dataset, language=words))
    assert shown[words.gettext("Qualifier")].iloc[0] == qualifier_name("forecast", words)
    assert qualifier_name("forecast", words) != "forecast" or code == "en"


@pytest.mark.parametrize("code", LANGUAGE_CODES)
def test_a_figure_of_bars_names_the_speakers_of_its_values(
    code: str, dataset: Dataset, space: FilterSpace
) -> None:
    figure = build_figure("students_and_graduates", dataset=dataset, filters=space.start(code))
    said = according_to("eren", dataset=dataset, language=language(code))
    assert any(said in note for note in figure.notes)
    assert "eren" in set(figure.table["speaker"])


def test_a_rival_that_is_a_quoted_claim_names_its_speaker(dataset: Dataset) -> None:
    words = language("en")
    value = values_by_id(dataset)[QUOTED]
    rival = Rival(value=value, ids=(value.id,), origins=(value.origin,), same_quantity=True)
    assert places_of(rival, dataset=dataset, language=words).endswith("according to Tokayev")
    several = replace(rival, origins=(value.origin, "table6"))
    assert "according" not in places_of(several, dataset=dataset, language=words)
