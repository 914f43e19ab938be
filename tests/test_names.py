import pytest

from giaoban.errors import Listed, Text
from giaoban.tables.schema import table_schema
from giaoban.tables.titles import CodeName, ColumnName, ColumnTitle, TableName

QUALIFIER = next(f for f in table_schema("figures")["fields"] if f["name"] == "qualifier")

NAMES = {
    TableName("figures"): {"en": "“Figures” (figures)", "vi": "“Số liệu” (figures)"},
    ColumnTitle("figures", "value"): {"en": "Value", "vi": "Giá trị"},
    ColumnName("figures", "value"): {"en": "“Value” (value)", "vi": "“Giá trị” (value)"},
    CodeName(QUALIFIER, "="): {
        "en": "“exactly” (=)",
        "vi": "“đúng bằng” (=)",
    },
}


@pytest.mark.parametrize("name", NAMES, ids=lambda name: type(name).__name__)
def test_a_name_is_told_in_the_language_of_the_message_that_it_fills_in(
    name: Text, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = Text("{name} …", name=Listed([name, "and more"]))
    for code, said in NAMES[name].items():
        assert message.told(code) == f"{said}, and more …"
        monkeypatch.setenv("LANGUAGE", code)
        assert str(message) == f"{said}, and more …"
