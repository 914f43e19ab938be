import unicodedata

import pytest

from giaoban.catalogues import languages
from giaoban.errors import Listed, Text
from giaoban.tables.schema import TABLES, Schema, columns, table_schema
from giaoban.tables.titles import (
    PROGRAMME,
    CodeName,
    ColumnName,
    ColumnTitle,
    TableName,
    are_sentences,
    code_titles,
    column_description,
    column_title,
    find_code,
    find_column,
    find_table,
    is_explanation,
    is_ordinal,
    nearly_column,
    nearly_table,
    table_title,
)

CODED = [
    (table, field)
    for table in (PROGRAMME, *TABLES)
    for field in table_schema(table)["fields"]
    if field["type"] == "boolean" or "enum" in field.get("constraints", {})
]
CODED_IDS = [f"{table}.{field['name']}" for table, field in CODED]
COLUMNS = [(table, column) for table in (PROGRAMME, *TABLES) for column in columns(table)]


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("table", [PROGRAMME, *TABLES])
def test_a_table_is_found_by_its_id_and_by_its_title(table: str, code: str) -> None:
    assert find_table(table) == table
    assert find_table(table_title(table, code)) == table


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_column_is_found_by_its_id_and_by_its_title(table: str, column: str, code: str) -> None:
    assert find_column(table, column) == column
    assert find_column(table, column_title(table, column, code)) == column


@pytest.mark.parametrize(("table", "field"), CODED, ids=[f"{t}.{f['name']}" for t, f in CODED])
def test_a_code_is_found_by_itself_and_by_its_title(table: str, field: Schema) -> None:
    known = field.get("constraints", {}).get("enum", ["true", "false"])
    for code in languages():
        titles = code_titles(field, code)
        assert [*titles] == known
        for name, title in titles.items():
            for text in (name, title, title.upper(), unicodedata.normalize("NFD", f" {title}. ")):
                assert find_code(field, text) == name


def test_what_is_no_code_stays_as_it_is() -> None:
    (better,) = (f for _, f in CODED if f["name"] == "better")
    assert [find_code(better, text) for text in ("sideways", "", "—")] == ["sideways", "", "—"]
    assert find_code({"name": "unit"}, "up") == "up"
    unclear = {"codes": {"a": "same", "b": "same"}}
    assert find_code(unclear, "same") == "same"


@pytest.mark.parametrize(
    "written",
    ["Giá trị", "GIÁ TRỊ", "gia tri", " Giá  trị: ", "Value", "value", "VALUE*"],
)
def test_case_accents_spaces_and_punctuation_do_not_matter(written: str) -> None:
    assert find_column("figures", written) == "value"
    assert find_column("figures", unicodedata.normalize("NFD", written)) == "value"


def test_the_letter_d_with_a_stroke_is_a_d() -> None:
    assert find_column("figures", "Đơn vị") == find_column("figures", "DON VI") == "unit"


def test_what_is_no_column_or_table_is_not_found() -> None:
    assert find_column("figures", "Công thức") is None
    assert find_column("figures", "") is None
    assert find_table("Sheet1") is None


@pytest.mark.parametrize("written", ["指标", "ຕົວຊີ້ວັດ", "—", "…"])
def test_writing_in_other_letters_is_not_nothing(written: str) -> None:
    assert find_column("figures", written) is None
    assert find_table(written) is None


@pytest.mark.parametrize(
    ("written", "table"),
    [("Số liệu (2)", "figures"), ("figure", "figures"), ("Ghi chú", None), ("Sheet1", None)],
)
def test_what_comes_near_to_a_table_is_seen(written: str, table: str | None) -> None:
    assert nearly_table(written) == table


@pytest.mark.parametrize(
    ("written", "column"),
    [
        ("Giá trị (%)", "value"),
        ("Valeu", "value"),
        ("Đơn vị tính", "unit"),
        ("Công thức", None),
        ("", None),
    ],
)
def test_what_comes_near_to_a_column_of_the_table_is_seen(written: str, column: str | None) -> None:
    assert nearly_column("figures", written) == column


def test_a_column_of_another_table_comes_near_to_none() -> None:
    assert nearly_column("meetings", "Giá trị (%)") is None


@pytest.mark.parametrize("code", languages())
def test_an_explanation_is_known_for_what_it_is(code: str) -> None:
    said = column_description("figures", "value", code)
    assert is_explanation("figures", "value", f" {said.upper()} ")
    assert not is_explanation("figures", "unit", said)
    assert not is_explanation("figures", "value", "93.75")


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        *[(text, True) for text in ("STT", "TT", "Số thứ tự", "so thu tu", "Số TT", "No.", "№")],
        *[(text, False) for text in ("Tên", "Nợ", "nợ:", "Nơ", "")],
    ],
)
def test_a_column_that_numbers_the_rows_is_known(written: str, numbers: bool) -> None:
    assert is_ordinal(written) == numbers


@pytest.mark.parametrize("table", [PROGRAMME, *TABLES])
def test_a_column_is_explained_in_each_language_otherwise(table: str) -> None:
    for column in columns(table):
        said = {column_description(table, column, code) for code in languages()}
        assert len(said) == len(languages())


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize(("table", "field"), CODED, ids=CODED_IDS)
def test_an_explanation_names_the_codes_by_the_words_of_their_list(
    table: str, field: Schema, lang: str
) -> None:
    said = column_description(table, field["name"], lang).casefold()
    for code, title in code_titles(field, lang).items():
        named = title if title == code else f"{title} ({code}"
        assert named.casefold() in said


@pytest.mark.parametrize(("sign", "code"), [("≥", ">="), ("≤", "<="), (">", ">"), ("≠", "≠")])
def test_a_sign_of_mathematics_is_read(sign: str, code: str) -> None:
    field = next(f for f in table_schema("rules")["fields"] if f["name"] == "qualifier")
    assert find_code(field, sign) == code


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


@pytest.mark.parametrize(
    ("table", "written", "column"),
    [
        ("figures", "Mức chính xác", "qualifier"),
        ("targets", "Bên giao", "set_by"),
        ("rules", "Mẫu tính", "base"),
        ("claims", "Số đã nêu", "stated"),
        ("records", "Phụ trách", "owner"),
    ],
)
def test_a_column_is_known_by_what_it_was_called_before(
    table: str, written: str, column: str
) -> None:
    assert find_column(table, written) == column


@pytest.mark.parametrize("table", [PROGRAMME, *TABLES])
def test_what_a_column_was_called_before_is_the_title_of_no_other(table: str) -> None:
    for column in columns(table):
        for code in languages():
            assert find_column(table, column_title(table, column, code)) == column


def test_sentences_are_told_from_the_rows_of_a_table() -> None:
    assert are_sentences(["Ngày họp.", "Tên tiếng Việt."])
    assert not are_sentences(["Ngày họp."])
    assert not are_sentences(["orgs-rated", "Tên tiếng Việt."])
    assert not are_sentences(["1.", "2."])
