import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.tables.meant import id_columns, id_meant, id_mistyped, id_nearest, row_titles

UNITS = pd.DataFrame(
    {
        "unit": ["my-duc", "an-my", "ban-nga", "ban-nga-2", "xa-01", "xa-01b"],
        "title_vi": ["Huyện Mỹ Đức", "Xã An Mỹ", "Bản Ngà", "Bản Ngã", "Xã Mẫu", "Xã Mẫu"],
    }
)


def meant(text: str) -> str:
    return id_meant(UNITS["unit"], row_titles(UNITS))(text)


def test_a_title_means_the_id_of_the_one_row_that_bears_it() -> None:
    assert meant("Huyện Mỹ Đức") == "my-duc"
    assert meant("huyen my duc") == meant("MY-DUC") == "my-duc"
    assert meant("Bản Ngã") == "ban-nga-2"


def test_a_text_that_could_be_meant_for_two_rows_or_none_stays() -> None:
    assert [meant(text) for text in ("Xã Mẫu", "bản nga", "Hà Nội")] == [
        "Xã Mẫu",
        "bản nga",
        "Hà Nội",
    ]


@given(st.data())
def test_an_id_means_itself_whatever_the_rows_are_called(data: st.DataObject) -> None:
    ids = data.draw(st.lists(st.sampled_from("abcdef"), unique=True, min_size=1))
    names = data.draw(st.lists(st.sampled_from("abcdef"), min_size=len(ids), max_size=len(ids)))
    find = id_meant(pd.Series(ids), [pd.Series(names)])
    assert [find(id_) for id_ in ids] == ids


def test_days_are_no_ids_that_a_title_could_stand_for() -> None:
    assert id_columns("records") == {"indicator": ("indicators", "indicator")}
    assert id_columns("units") == {"parent": ("units", "unit")}


def test_a_misspelt_text_comes_nearest_to_one_row_or_to_none() -> None:
    nearest = id_nearest(UNITS["unit"], row_titles(UNITS))
    assert [nearest(text) for text in ("my-dc", "Huyen Mỹ Đứk", "ban-nga-3", "Hà Nội")] == [
        "my-duc",
        "my-duc",
        "ban-nga-2",
        "",
    ]


def test_a_letter_is_mistyped_and_a_number_or_what_comes_near_two_rows_is_not() -> None:
    mistyped = id_mistyped(UNITS["unit"], row_titles(UNITS))
    slips = ["my-dc", "my-dduc", "my-dcu", "my-duk", "Huyện Mỹ Đứk"]
    assert [mistyped(text) for text in slips] == ["my-duc"] * len(slips)
    few = pd.DataFrame({"unit": ["an", "am-b"], "title_vi": ["An", "Am B"]})
    assert id_mistyped(few["unit"], row_titles(few))("am") == "am"
    for text in ("my-duc", "an-my", "ban-nga-3", "ban-ga", "xa-02", "my-dinh", "Hà Nội"):
        assert mistyped(text) == text


@pytest.mark.parametrize(
    ("there", "text"),
    [
        ("hoa-binh", "hoa-minh"),
        ("tan-lap", "tan-lac"),
        ("lop-a", "lop-b"),
        ("khu-ii", "khu-i"),
        ("khu-ii", "khu-iii"),
        ("thu-phi", "chu-phi"),
        ("nu", "su"),
    ],
)
def test_what_may_be_the_name_of_a_row_that_is_missing_is_no_slip(there: str, text: str) -> None:
    assert id_mistyped(pd.Series([there, "khac"]), [])(text) == text
