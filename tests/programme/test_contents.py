import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from places import RAW

from giaoban.datapackage.descriptor import descriptor
from giaoban.errors import GiaobanError
from giaoban.language.numbers import readings
from giaoban.programme.contents import plain_number, read_contents
from giaoban.tables.metadata import OtherKey

Change = Callable[..., None]


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("93,7500", "93.75"),
        ("1.234,5", "1234.5"),
        ("100", "100"),
        ("-0,0", "0"),
        ("97.8 %", "97.8"),
        ("1.2340", "1.2340"),
        ("0,000000000001", "0.000000000001"),
        ("9007199254740991", "9007199254740991"),
    ],
)
def test_a_number_is_written_in_one_way(printed: str, plain: str) -> None:
    assert plain_number(printed) == plain


@given(st.decimals(-(2**53) + 1, 2**53 - 1, places=4))
def test_a_number_written_so_is_the_number_that_was_read(number: Decimal) -> None:
    assume(len(readings(f"{number:f}")) == 1)
    (value,) = readings(plain_number(f"{number:f}"))
    assert value == number


def test_columns_and_rows_keep_their_order_and_columns_left_out_stay_out() -> None:
    contents = read_contents(RAW / "04-CTr-HU")
    header = (RAW / "04-CTr-HU/figures.csv").read_text("utf-8").splitlines()[0].split(",")
    assert list(contents.tables["figures"]) == header
    assert "numerator" not in contents.tables["figures"]
    assert "rules" not in contents.tables
    printed = contents.tables["figures"]["as_published"].tolist()
    assert printed[:3] == ["93,75%", "97,8", "20%"]


def test_a_programme_with_faults_is_refused_with_all_of_them(
    programme: Path, spoil: Change
) -> None:
    spoil("figures", 2, value="many")
    spoil("figures", 3, reported_on="")
    with pytest.raises(GiaobanError, match=r"figures.csv:2:value(?s:.*)figures.csv:3:reported_on"):
        read_contents(programme)


def test_the_other_keys_of_a_data_package_are_kept_at_their_places(programme: Path) -> None:
    path = programme / "datapackage.json"
    given = json.loads(path.read_text("utf-8"))
    given |= {"name": "reviews", "licenses": [{"name": "CC-BY-4.0"}], "keywords": ["giao ban"]}
    given["resources"][1]["title"] = "Số liệu"
    path.write_text(json.dumps(given), "utf-8")
    contents = read_contents(programme)
    assert contents.others == [
        OtherKey("", "name", "reviews"),
        OtherKey("", "licenses", [{"name": "CC-BY-4.0"}]),
        OtherKey("", "keywords", ["giao ban"]),
        OtherKey("figures", "title", "Số liệu"),
    ]
    written = descriptor("04-CTr-HU", contents)
    assert written["resources"][1].pop("title") == "Số liệu"
    given.pop("resources")
    assert {key: value for key, value in written.items() if key != "resources"} == given
