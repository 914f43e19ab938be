import json
from pathlib import Path

import pytest
from places import RAW

from giaoban.datapackage import describe, read_descriptor, read_programme
from giaoban.errors import GiaobanError
from giaoban.tables import KEYS_KNOWN, TABLES, columns, written_out


@pytest.mark.parametrize("name", sorted(folder.name for folder in RAW.iterdir()))
def test_a_bundled_programme_is_described_as_its_own_file_says(name: str) -> None:
    given = read_descriptor(RAW / name)
    headers = {
        resource["name"]: [field["name"] for field in resource["schema"]["fields"]]
        for resource in given["resources"]
    }
    described = describe(name, given["giaoban"], headers)
    assert described["giaoban"] == given["giaoban"]
    # A descriptor may leave out how tables are written.
    pairs = zip(described["resources"], given["resources"], strict=True)
    assert [{key: ours[key] for key in theirs} for ours, theirs in pairs] == given["resources"]


def test_a_package_is_named_in_small_letters_and_says_how_its_tables_are_written() -> None:
    described = describe("04-CTr-HU", {"code": "04-CTr/HU"}, {"figures": ["indicator", "unit"]})
    assert (described["name"], described["giaoban"]) == ("04-ctr-hu", {"code": "04-CTr/HU"})
    (figures,) = described["resources"]
    assert figures["schema"] == written_out("figures", ["indicator", "unit"], ["figures"])
    assert (figures["path"], figures["encoding"]) == ("figures.csv", "utf-8")
    assert figures["dialect"] == {"delimiter": ","}


@pytest.mark.parametrize("mark", ["utf-8", "utf-8-sig"])
def test_a_descriptor_is_read_with_and_without_a_byte_order_mark(tmp_path: Path, mark: str) -> None:
    described = describe("p", {"title_vi": "Tên"}, {name: columns(name) for name in TABLES})
    (tmp_path / "datapackage.json").write_text(json.dumps(described), mark)
    assert read_descriptor(tmp_path) == described


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "datapackage.json:-:-: cannot be read (found "),
        ('{"a": "\\ud800"}', "datapackage.json:-:-: cannot be read (found "),
        ("[" * 100_000, "datapackage.json:-:-: cannot be read (found "),
        ("[]", "datapackage.json:resources:-: missing, expected the list of tables"),
        ('{"giaoban": {}, "resources": ["figures"]}', "datapackage.json:resources:-: missing, "),
        ('{"resources": []}', "datapackage.json:giaoban:-: missing, "),
        ('{"giaoban": [], "resources": []}', "datapackage.json:giaoban:-: missing, "),
    ],
)
def test_a_descriptor_that_describes_no_programme_is_refused_at_the_part_that_is_missing(
    tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "datapackage.json").write_text(text, "utf-8")
    with pytest.raises(GiaobanError) as told:
        read_descriptor(tmp_path)
    assert str(told.value).startswith(said)


def test_a_folder_without_a_descriptor_is_no_programme(tmp_path: Path) -> None:
    with pytest.raises(GiaobanError, match=r"no programme there \(found no datapackage.json\)"):
        read_descriptor(tmp_path)


def test_the_description_of_a_programme_is_a_table_of_one_row_of_texts() -> None:
    given = {"code": "04-CTr/HU", "title_vi": "", "targets": 9, "synthetic": False}
    own = read_programme({"giaoban": given})
    assert (own.header, own.faults) == (columns("programme"), [])
    assert list(own.frame.index) == ["giaoban"]
    filled = own.frame.iloc[0].dropna().to_dict()
    assert filled == {"code": "04-CTr/HU", "targets": "9", "synthetic": "false"}


def test_a_key_that_is_not_known_and_one_that_is_no_text_are_faults() -> None:
    own = read_programme({"giaoban": {"titel_vi": "Tên", "period": 2021, "source": None}})
    assert [str(fault) for fault in own.faults] == [
        "datapackage.json:giaoban:period: not text (found 2021), expected text",
        "datapackage.json:giaoban:source: not text (found null), expected text",
        "datapackage.json:giaoban:titel_vi: unknown key, did you mean title_vi?",
    ]
    assert [fault.check is KEYS_KNOWN for fault in own.faults] == [False, False, True]
