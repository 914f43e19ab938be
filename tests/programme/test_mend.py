import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from giaoban.errors import GiaobanError
from giaoban.language import language
from giaoban.programme import check_package, examine, mend_programme, read_contents

Spoil = Callable[..., None]
VI = language("vi")


def mended(programme: Path, target: Path) -> list[str]:
    """Tell what was written in another way, each without its file."""
    mends = mend_programme(examine(programme), target, VI)
    return [mend.told("en").partition(".csv:")[2] for mend in mends]


def test_what_can_only_be_meant_is_written_so_and_then_there_is_no_fault(
    programme: Path, spoil: Spoil, tmp_path: Path
) -> None:
    right = read_contents(programme)
    spoil("figures", 2, unit="huyện Mỹ Đức", qualifier="Exactly")
    spoil("figures", 5, indicator="ORGS-EXCELLENT")
    spoil("meetings", 2, meeting_date="14/3/2023")
    spoil("indicators", 2, better="more is\u200b better")
    assert sorted(mended(programme, tmp_path / "copy")) == [
        "better: more is\u200b better → up (cells: 1)".replace("\u200b", " "),
        "indicator: ORGS-EXCELLENT → orgs-excellent (cells: 1)",
        "meeting_date: 14/3/2023 → 2023-03-14 (cells: 1)",
        "qualifier: Exactly → = (cells: 1)",
        "unit: huyện Mỹ Đức → my-duc (cells: 1)",
    ]
    assert check_package(tmp_path / "copy")[1] == []
    copy = read_contents(tmp_path / "copy")
    assert all(copy.tables[name].equals(frame) for name, frame in right.tables.items())
    assert copy.programme == right.programme


def test_what_was_answered_about_a_sheet_is_in_the_copy(
    programme: Path, spoil: Spoil, tmp_path: Path
) -> None:
    (programme / "import.json").write_text('{"set-by": "UBND huyện"}', "utf-8")
    spoil("meetings", 2, meeting_date="14/3/2023")
    mended(programme, tmp_path / "copy")
    kept = (tmp_path / "copy/import.json").read_text("utf-8")
    assert kept == '{"set-by": "UBND huyện"}'


def test_an_id_is_made_of_its_words_or_of_the_title_beside_it_wherever_it_is_used(
    programme: Path, spoil: Spoil, tmp_path: Path
) -> None:
    spoil("indicators", 2, indicator="Tổ chức tốt")
    text = (programme / "figures.csv").read_text("utf-8")
    (programme / "figures.csv").write_text(text.replace("orgs-rated,", "Tổ chức tốt,"), "utf-8")
    spoil("sources", 2, source="")
    told = mended(programme, tmp_path / "copy.xlsx")
    uses = text.count("orgs-rated,")
    assert f"indicator: Tổ chức tốt → to-chuc-tot (cells: {uses})" in told
    assert any(line.startswith("source: – → ") for line in told)
    copy = read_tables(tmp_path / "copy.xlsx")
    assert (copy["figures"]["indicator"] == "to-chuc-tot").sum() == uses


def read_tables(path: Path) -> dict[str, pd.DataFrame]:
    return examine(path).package.tables


@pytest.mark.parametrize("day", ["12/12/2024", "25/12/2024", "12.25.2024", "12-12-2024"])
def test_a_day_that_can_be_read_in_one_way_only_is_written_so(
    programme: Path, spoil: Spoil, tmp_path: Path, day: str
) -> None:
    spoil("sources", 2, published_on=day)
    written = "2024-12-12" if "25" not in day else "2024-12-25"
    assert mended(programme, tmp_path / "copy") == [f"published_on: {day} → {written} (cells: 1)"]


def test_what_a_spreadsheet_makes_of_true_and_false_is_written_right(
    programme: Path, tmp_path: Path
) -> None:
    head, first, *rows = (programme / "indicators.csv").read_text("utf-8").splitlines()
    lines = [f"{head},additive", f"{first},FALSE", *(f"{row}," for row in rows)]
    (programme / "indicators.csv").write_text("\n".join([*lines, ""]), "utf-8")
    assert mended(programme, tmp_path / "copy") == ["additive: FALSE → false (cells: 1)"]


def test_an_id_with_one_letter_wrong_that_comes_near_no_other_is_written_right(
    programme: Path, spoil: Spoil, tmp_path: Path
) -> None:
    spoil("figures", 2, unit="my-dc")
    spoil("figures", 3, indicator="orgs-excelent")
    assert sorted(mended(programme, tmp_path / "copy")) == [
        "indicator: orgs-excelent → orgs-excellent (cells: 1)",
        "unit: my-dc → my-duc (cells: 1)",
    ]


@pytest.mark.parametrize("day", ["3/4/2023", "2023"])
def test_what_can_be_meant_in_two_ways_stays_and_no_copy_is_written(
    programme: Path, spoil: Spoil, tmp_path: Path, day: str
) -> None:
    spoil("meetings", 2, meeting_date=day)
    assert mended(programme, tmp_path / "copy") == []
    assert not (tmp_path / "copy").exists()


def test_a_table_that_was_not_listed_is_listed(programme: Path, tmp_path: Path) -> None:
    path = programme / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    listed = [r for r in descriptor["resources"] if r["name"] != "claims"]
    path.write_text(json.dumps(descriptor | {"resources": listed}), "utf-8")
    (mend,) = mend_programme(examine(programme), tmp_path / "copy", VI)
    assert mend.told("en") == "datapackage.json:resources: – → claims (cells: 1)"
    assert check_package(tmp_path / "copy")[1] == []
    assert len(read_contents(tmp_path / "copy").tables["claims"]) == 2


def test_a_row_that_could_not_be_read_is_not_lost_in_a_copy(
    programme: Path, tmp_path: Path
) -> None:
    with (programme / "figures.csv").open("a", encoding="utf-8") as file:
        file.write("a,b\n")
    with pytest.raises(GiaobanError, match=r"wrong number of cells[^$]*mend these by hand first"):
        mend_programme(examine(programme), tmp_path / "copy", VI)
    assert not (tmp_path / "copy").exists()


def test_a_copy_is_written_over_nothing(programme: Path, spoil: Spoil) -> None:
    spoil("figures", 2, qualifier="Exactly")
    with pytest.raises(GiaobanError, match="--force"):
        mend_programme(examine(programme), programme, VI)
