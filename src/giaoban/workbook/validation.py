"""What a spreadsheet lets people enter in a column, from the schema: lists, dates, numbers."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
from xlsxwriter.utility import quote_sheetname, xl_col_to_name

from giaoban.catalogues import N_
from giaoban.language import LARGEST, Language, trimmed
from giaoban.tables import (
    Schema,
    cell_texts,
    code_titles,
    find_code,
    foreign_keys,
    id_meant,
    own_first,
    row_titles,
    table_schema,
)

LAST_ROW = 1_048_576
# Before it spreadsheet programs do not agree on the day that a number stands for.
FIRST_DAY = date(1900, 3, 1)
LAST_DAY = date(2199, 12, 31)
LONGEST_LIST = 255
SOURCES = "sources"

Validation = dict[str, Any]


@dataclass(frozen=True)
class ColumnPlace:
    """Where a column stands in a workbook: its first cell below the headers.

    ``row`` counts from 1, ``column`` from 0.
    """

    sheet: str
    title: str
    row: int
    column: int

    @property
    def filled(self) -> str:
        """Write the formula of the cells from the first one on that hold something."""
        letter, sheet = xl_col_to_name(self.column), quote_sheetname(self.sheet)
        first = f"{sheet}!${letter}${self.row}"
        return f"OFFSET({first},0,0,MAX(1,COUNTA({first}:${letter}${LAST_ROW})),1)"


Places = dict[tuple[str, str], ColumnPlace]


def validation(table: str, column: str, places: Places, lang: Language) -> Validation | None:
    """Say what may be entered in a column, as XlsxWriter takes it; None where anything may.

    Parameters
    ----------
    table, column : str
        The column.
    places : dict of (str, str) to ColumnPlace
        Where each column of each table stands.
    lang : Language
        Of what is said to who enters something else.
    """
    fields = table_schema(table)["fields"]
    schema: Schema = next((f for f in fields if f["name"] == column), {"type": ""})
    bounds = schema.get("constraints", {})
    key = foreign_keys(table).get(column, ("", ""))
    if ids := places.get(key):
        return _ids(ids, lang) | (_in_words(ids, lang) if key[0] == SOURCES else {})
    if "codes" in schema:
        return _choice([*shown_codes(schema, lang).values()], lang)
    match schema["type"]:
        case "integer":
            return _whole(bounds.get("minimum", 0), bounds.get("maximum"), lang)
        case "number":
            return _number(bounds.get("minimum", -LARGEST), bounds.get("maximum", LARGEST), lang)
        case "date":
            return _day(lang)
        case _:
            return None


def shown_codes(field: Schema, lang: Language) -> dict[str, str]:
    """Give what stands in a workbook for each code of a column.

    It is the code's title, or the code itself where one of the titles would not be read back, or
    a list of them be more than a workbook takes.
    """
    titles = code_titles(field, lang.code)
    clear = all(find_code(field, title) == code for code, title in titles.items())
    short = len(",".join(titles.values())) <= LONGEST_LIST
    simple = not any("," in title for title in titles.values())
    return titles if clear and short and simple else {code: code for code in titles}


def shown_ids(rows: pd.DataFrame, key: str, lang: Language) -> tuple[str, dict[str, str]]:
    """Name the column by which the rows of a table are chosen, and give its cell for each id.

    It is the one of their titles, that in the workbook's language first, where each is read back
    as the id; else that of the ids.
    """
    meant = id_meant(rows[key], row_titles(rows))
    for column in (*(f"title_{code}" for code in own_first(lang.code)), "title"):
        if column in rows:
            shown = dict(zip(rows[key], cell_texts(rows[column]), strict=True))
            if all(meant(title) == id_ and _can_be_chosen(title) for id_, title in shown.items()):
                return column, shown
    return key, {id_: id_ for id_ in rows[key]}


def _can_be_chosen(title: str) -> bool:
    return title == trimmed(title) and 0 < len(title) <= LONGEST_LIST and "\n" not in title


def _ids(place: ColumnPlace, lang: Language) -> Validation:
    expected = N_("Choose one from column “{column}” of sheet “{sheet}”; add it there first.")
    return {
        "validate": "list",
        "source": f"={place.filled}",
        "error_title": lang.say(N_("Not known")),
        "error_message": lang.say(expected, column=place.title, sheet=place.sheet),
    }


def _in_words(place: ColumnPlace, lang: Language) -> Validation:
    """Let the words of a source stand, and say so: the only one needs no sheet of its own."""
    told = N_(
        "While there is one source alone, write its title here; of several fill in “{sheet}”."
    )
    message = lang.say(told, sheet=place.sheet)
    return {"error_type": "information", "error_message": message, "input_message": message}


def _choice(known: list[str], lang: Language) -> Validation:
    return {
        "validate": "list",
        "source": known,
        "error_title": lang.say(N_("Not in the list")),
        "error_message": lang.say(N_("Choose one of: {known}."), known=", ".join(known)),
    }


def _whole(least: int, most: int | None, lang: Language) -> Validation:
    expected = N_("Enter a whole number from {least} on.")
    if most is not None:
        expected = N_("Enter a whole number from {least} to {most}.")
    return {
        "validate": "integer",
        "criteria": ">=" if most is None else "between",
        **({"value": least} if most is None else {"minimum": least, "maximum": most}),
        "error_title": lang.say(N_("Not a whole number")),
        "error_message": lang.say(expected, least=least, most=most),
    }


def _day(lang: Language) -> Validation:
    example = date(2023, 3, 14)
    shown = f"{example}" if lang.code == "en" else lang.date(example)
    return {
        "validate": "date",
        "criteria": "between",
        "minimum": FIRST_DAY,
        "maximum": LAST_DAY,
        "error_title": lang.say(N_("Not a date")),
        "error_message": lang.say(N_("Enter a date such as {date}."), date=shown),
    }


def _number(least: float, most: float, lang: Language) -> Validation:
    # Of 97.8% a spreadsheet makes 0.978 and shows it as percent; so it is read, too.
    example = lang.number(97.8, 1)
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": least,
        "maximum": most,
        "error_title": lang.say(N_("Not a number")),
        "error_message": lang.say(N_("Enter a number such as {number}."), number=example),
    }
