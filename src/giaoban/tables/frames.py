"""What the columns of the analysis' frames hold: written once, as JSON, beside this module."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from giaoban.catalogues import translation
from giaoban.tables.schema import Schema, table_schema

# What a column of a programme's own table keeps in a frame: there a cell may be empty that may not
# be empty there, and the other way round.
_KEPT = ("type", "title", "description")


@cache
def _described() -> dict[str, Any]:
    text = files("giaoban").joinpath("tables", "frames.json").read_text("utf-8")
    return dict(json.loads(text))


def frames() -> list[str]:
    """Name the frames that are described."""
    return list(_described()["frames"])


def frame_field(name: str, column: str) -> Schema:
    """Describe a column of a frame as a Table Schema does.

    Parameters
    ----------
    name : str
        The frame, as a review calls it; or ``figures``, those of a meeting.
    column : str
        Its column. What it holds in this frame alone comes first, then what it holds in the
        programme's table that the frame is of, then in every frame.

    Returns
    -------
    dict
        ``name``, ``type``, ``title``, ``description``; ``unit``, what a number is in;
        ``constraints`` with the codes that a cell may hold.
    """
    described = _described()
    frame = described["frames"][name]
    own = {f["name"]: {part: f[part] for part in _KEPT} for f in _table(frame)}
    found: Schema = dict(described["columns"] | own | frame["columns"])[column]
    field = {"name": column} | {part: said for part, said in found.items() if part != "enum"}
    return field | ({"constraints": {"enum": found["enum"]}} if "enum" in found else {})


def _table(frame: Schema) -> list[Schema]:
    return list(table_schema(frame.get("table", "figures"))["fields"])


def frame_schema(name: str, columns: list[str]) -> Schema:
    """Describe a frame as a Data Package does its file: title, description and schema.

    Parameters
    ----------
    name : str
        The frame.
    columns : list of str
        Those of its file, in order.
    """
    frame = _described()["frames"][name]
    schema = {"fields": [frame_field(name, column) for column in columns], "missingValues": [""]}
    return {"title": frame["title"], "description": frame["description"], "schema": schema}


def frame_titles(name: str, columns: list[str], code: str) -> dict[str, str]:
    """Call the columns of a frame by their titles in a language."""
    speak = translation(code)
    return {column: speak(frame_field(name, column)["title"]) for column in columns}


def frame_texts() -> set[str]:
    """Give the titles that the catalogue of a language must hold."""
    described = _described()
    own = [frame["columns"] for frame in described["frames"].values()]
    return {
        field["title"] for columns in (described["columns"], *own) for field in columns.values()
    }


def column_words(code: str) -> dict[str, str]:
    """Call what stands on the axes of a chart, columns and units of measure, in a language."""
    speak, described = translation(code), _described()
    own = {field["name"]: field for field in table_schema("figures")["fields"]}
    words = {
        column: speak(field["title"]) for column, field in (described["columns"] | own).items()
    }
    (measure,) = (f for f in table_schema("indicators")["fields"] if f["name"] == "unit_measure")
    words |= {name: speak(title) for name, title in measure["codes"].items()}
    return words | {"title": words["indicator"], "unit_title": words["unit"]}
