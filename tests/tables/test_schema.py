import pytest

from giaoban.tables import TABLES, columns, foreign_keys, is_free_text, table_schema, written_out


def test_a_schema_is_written_out_with_the_columns_of_the_header_in_their_order() -> None:
    present = ["value", "colour", "unit", "indicator"]
    written = written_out("figures", present, list(TABLES))
    assert [field["name"] for field in written["fields"]] == present
    # What somebody added is text.
    assert written["fields"][1] == {"name": "colour", "type": "string"}
    assert written["missingValues"] == [""]
    assert written["primaryKey"] == ["indicator", "unit", "period", "reported_on"]


def test_a_foreign_key_is_left_out_with_its_column_or_with_the_table_it_points_at() -> None:
    def pointing(present: list[str], tables: list[str]) -> list[str]:
        keys = written_out("figures", present, tables).get("foreignKeys", [])
        return [key["fields"][0] for key in keys]

    assert pointing(columns("figures"), list(TABLES)) == [*foreign_keys("figures")]
    assert pointing(columns("figures"), ["figures", "units"]) == ["unit"]
    assert pointing(["unit", "value"], list(TABLES)) == ["unit"]
    assert pointing(columns("figures"), ["figures"]) == []


def test_a_key_to_its_own_table_needs_no_other() -> None:
    (key,) = written_out("units", columns("units"), ["units"])["foreignKeys"]
    assert (key["fields"], key["reference"]["resource"]) == (["parent"], "")


@pytest.mark.parametrize("table", TABLES)
def test_what_codes_are_called_is_not_written_out_and_all_else_is(table: str) -> None:
    schema = table_schema(table)
    written = written_out(table, columns(table), list(TABLES))
    bare = [{k: v for k, v in field.items() if k != "codes"} for field in schema["fields"]]
    assert written["fields"] == bare
    keys = ("primaryKey", "foreignKeys")
    assert {k: v for k, v in written.items() if k in keys} == {
        k: v for k, v in schema.items() if k in keys
    }


def test_titles_and_notes_are_prose_and_ids_codes_periods_and_prints_are_not() -> None:
    fields = table_schema("figures")["fields"]
    assert [f["name"] for f in fields if is_free_text(f)] == ["note_vi", "note_en"]
