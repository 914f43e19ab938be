import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.language.identifiers import LONGEST, identifier
from giaoban.tables.schema import table_schema

PATTERN = table_schema("indicators")["fields"][0]["constraints"]["pattern"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Tỷ lệ tốt nghiệp", "ty-le-tot-nghiep"),
        ("Đảng viên mới kết nạp", "dang-vien-moi-ket-nap"),
        ("GRDP/người (2010)", "grdp-nguoi-2010"),
        ("Con", "con-1"),
        ("…", "x"),
    ],
)
def test_a_title_becomes_an_id(title: str, name: str) -> None:
    assert identifier(title) == name


def test_an_id_that_is_taken_gets_a_number_and_a_long_one_is_cut_at_a_word() -> None:
    assert identifier("Nữ", {"nu", "nu-2"}) == "nu-3"
    long = identifier("Tỷ lệ tổ chức cơ sở đảng được xếp loại hoàn thành tốt nhiệm vụ trở lên")
    assert long == "ty-le-to-chuc-co-so-dang-duoc-xep-loai-hoan"


@given(st.text(max_size=120), st.sets(st.text("abc-123", min_size=1, max_size=5)))
def test_every_id_is_one_that_the_tables_take(title: str, taken: set[str]) -> None:
    name = identifier(title, taken)
    assert re.match(PATTERN, name)
    assert name not in taken
    assert len(name) <= LONGEST + 4
