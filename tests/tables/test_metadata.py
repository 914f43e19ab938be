import pytest

from giaoban.errors import GiaobanError
from giaoban.tables import OtherKey, parsed


def test_what_a_package_says_of_itself_and_of_a_table_is_read_as_json() -> None:
    rows = {
        "a.xlsx[datapackage]:A2": ["", "licenses", '[{"name": "CC0-1.0"}]'],
        "a.xlsx[datapackage]:A3": ["figures", "title", '"Số liệu"'],
        "a.xlsx[datapackage]:A4": ["", "homepage", "null"],
    }
    assert list(parsed(rows)) == [
        OtherKey("", "licenses", [{"name": "CC0-1.0"}]),
        OtherKey("figures", "title", "Số liệu"),
        OtherKey("", "homepage", None),
    ]


@pytest.mark.parametrize(
    "row", [["", "licenses", "CC0-1.0"], ["", "licenses", ""], ["sheet 3", "title", '"x"']]
)
def test_what_is_no_json_or_is_said_of_no_table_is_refused_at_its_place(row: list[str]) -> None:
    place = "a.xlsx[datapackage]:A3"
    rows = {"a.xlsx[datapackage]:A2": ["", "homepage", "null"], place: row}
    with pytest.raises(GiaobanError) as told:
        list(parsed(rows))
    assert str(told.value) == (
        f"{place}: cannot be read, expected a table or nothing, a key, and JSON"
    )
