"""Tables and columns that the program requires, with their types.

A new column needs no entry here. A table or column listed here must not be removed from
`datapackage.json` or change its type, because figures and pages read it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from data.language.forms import unit_columns
from data.load.package import FieldType

TRANSLATED = "_*"
"""Suffix in this list for a column that exists once per language, such as `name_en`."""

_COLUMNS = {
    "origins": "origin kind name_* title_* section reference address date",
    "search_words": "group kind base factor:number forms",
    "units": " ".join(("unit name_* symbol_*", *unit_columns())),
    "indicators": "indicator unit name_* short_*",
    "sectors": "sector theme name_*",
    "waypoints": "waypoint name kind country lon:number lat:number confidence source",
    "lines": "line mode precision waypoints",
    "line_crossings": "line country kilometres:number",
    "map_views": "view name_* west:number south:number east:number north:number detail:integer",
    "map_labels": "label kind name_* lon:number lat:number rank:integer ru_genitive",
    "trade": (
        "year:integer indicator value:number low:number high:number qualifier unit origin "
        "paragraph sectors note_*"
    ),
    "investment": (
        "year:integer indicator value:number low:number high:number qualifier unit origin "
        "paragraph sectors note_*"
    ),
    "economy": (
        "year:integer indicator value:number low:number high:number qualifier unit origin "
        "paragraph sectors note_*"
    ),
    "sector_mentions": (
        "mention first_year:integer last_year:integer position:integer sector origin "
        "paragraph:integer"
    ),
    "survey_sections": "section number name_*",
    "survey_questions": (
        "question:integer section scale name_* sectors origin paragraph:integer note_*"
    ),
    "survey_answers": (
        "question:integer answer position:integer role name_* value:number low:number "
        "high:number qualifier unit origin paragraph sectors note_*"
    ),
    "subjects": "subject name_*",
    "speakers": "speaker name_* according_*",
    "facts": (
        "fact subject indicator entity counterpart period name_* value:number low:number "
        "high:number qualifier unit origin paragraph reference speaker sectors note_*"
    ),
    "ownership": (
        "project holder holder_name_* holder_country value:number low:number high:number "
        "qualifier unit period origin paragraph reference note_*"
    ),
    "table_cells": "cell table row column paragraph:integer value:number unit text_* covered_by",
    "organisations": "name_* kind origin paragraph reference sectors",
    "places": "place name_* kind country origin paragraph",
    "routes": (
        "route name_* kind status from_place to_place announced opened opened_method countries "
        "origin paragraph reference sectors note_*"
    ),
    "route_record": (
        "route measure position:integer value:number low:number high:number qualifier unit "
        "period holder_name_* source_title source_language source_url source_date quality note_*"
    ),
    "reporters": "reporter country name_*",
    "qualities": "quality name_*",
    "public_record": (
        "record topic indicator entity counterpart period value:number low:number high:number "
        "qualifier unit reporter origin quality sectors note_*"
    ),
    "route_lines": "route branch position:integer line flow",
    "main_routes": "route position:integer paragraph note_*",
    "events": (
        "event date precision place parties kind name_* qualifier origin paragraph reference "
        "speaker sectors routes note_*"
    ),
    "survey_options": "question:integer option position:integer name_* origin paragraph:integer",
    "annotations": "annotation figure event paragraph:integer label_*",
    "conflicts": "conflict class kind subject severity rows quantity_* reason_* treatment_*",
}
"""Required columns by table; a type other than text follows after a colon."""


def _columns(text: str) -> Mapping[str, FieldType]:
    kinds: dict[str, FieldType] = {"": "string", "number": "number", "integer": "integer"}
    parted = (column.partition(":") for column in text.split())
    return MappingProxyType({name: kinds[kind] for name, _colon, kind in parted})


NEEDED: Mapping[str, Mapping[str, FieldType]] = MappingProxyType(
    {table: _columns(text) for table, text in _COLUMNS.items()}
)
"""Type of every required column, by table and column."""
