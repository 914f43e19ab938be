from typing import Any

import pandas as pd
import pytest
from xlsxwriter.utility import xl_col_to_name

from giaoban.language.formatting import Language, language, languages
from giaoban.tables.schema import TABLES, columns, foreign_keys, table_schema
from giaoban.tables.titles import PROGRAMME, code_titles, find_code
from giaoban.workbook.validation import ColumnPlace, shown_codes, shown_ids, validation

ALL = (PROGRAMME, *TABLES)
# Schemas name the rules; a new column cannot be forgotten here.
COLUMNS = [(t, field["name"], field) for t in ALL for field in table_schema(t)["fields"]]
PLACES = {(t, c): ColumnPlace(f"sheet {t}", c, 5, n) for t in ALL for n, c in enumerate(columns(t))}
NAMES = [f"{table}.{column}" for table, column, _ in COLUMNS]


@pytest.fixture(params=languages())
def lang(request: pytest.FixtureRequest) -> Language:
    return language(request.param)


@pytest.mark.parametrize(("table", "column", "field"), COLUMNS, ids=NAMES)
def test_what_may_be_entered_is_what_the_schema_says(
    table: str, column: str, field: dict[str, Any], lang: Language
) -> None:
    rule = validation(table, column, PLACES, lang) or {"validate": None}
    bounds = field.get("constraints", {})
    target = foreign_keys(table).get(column)
    if target:
        letter = xl_col_to_name(columns(target[0]).index(target[1]))
        first = f"'sheet {target[0]}'!${letter}$5"
        assert rule["source"].startswith(f"=OFFSET({first},")
        return
    expected = {"integer": "integer", "number": "decimal", "date": "date", "boolean": "list"}
    assert rule["validate"] == ("list" if "enum" in bounds else expected.get(str(field["type"])))
    if rule["validate"] == "list":
        assert rule["source"] == [*code_titles(field, lang.code).values()]
        assert [find_code(field, said) for said in rule["source"]] == [*field["codes"]]
    if field["type"] == "integer":
        assert rule.get("value", rule.get("minimum")) == bounds["minimum"]
        assert rule.get("maximum") == bounds.get("maximum")


@pytest.mark.parametrize(("table", "column"), [case[:2] for case in COLUMNS], ids=NAMES)
def test_what_is_said_fits_into_the_box_of_a_spreadsheet(
    table: str, column: str, lang: Language
) -> None:
    rule = validation(table, column, PLACES, lang)
    if rule:
        assert rule["error_title"]
        assert rule["error_message"]
        assert len(rule["error_title"]) <= 32
        assert len(rule["error_message"]) <= 255
        assert len(rule.get("input_message", "")) <= 255
        source = rule.get("source", "")
        assert len(source if isinstance(source, str) else ",".join(source)) <= 255


@pytest.mark.parametrize("told", ["vi", "en"])
def test_rows_are_chosen_by_the_title_that_the_workbook_asks_for(told: str) -> None:
    empty = pd.DataFrame(columns=columns("indicators"), dtype="str")
    assert shown_ids(empty, "indicator", language(told)) == (f"title_{told}", {})


def test_an_id_of_a_table_that_was_left_out_is_free() -> None:
    places = {key: place for key, place in PLACES.items() if key[0] != "sources"}
    assert validation("figures", "source", places, language("en")) is None


def test_a_share_that_a_rule_sets_is_one_of_100() -> None:
    rule = validation("rules", "value", PLACES, language("vi"))
    assert rule
    assert (rule["minimum"], rule["maximum"]) == (0, 100)
    assert "97,8" in rule["error_message"]


@pytest.mark.parametrize(
    "titles",
    [
        ["rise", "rise"],
        ["fall", "rise"],
        ["rising, or flat", "fall"],
        ["rising " * 30, "falling " * 30],
        ["—", "fall"],
    ],
)
def test_codes_stand_for_themselves_where_their_titles_would_not_be_read_back(
    titles: list[str], lang: Language
) -> None:
    codes = dict(zip(("rise", "fall"), titles, strict=True))
    assert shown_codes({"codes": codes}, lang) == {"rise": "rise", "fall": "fall"}
