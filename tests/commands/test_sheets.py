import csv
import json
import os
import unicodedata
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from officesheets import DISTRICT, SCHOOL, SCHOOL_NEXT, OfficeSheet, Value
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from giaoban.cli import main
from giaoban.language import identifier, language
from giaoban.programme import (
    check_package,
    convert_programme,
    find_programme,
    new_package,
    new_workbook,
)
from giaoban.tables import TABLES

SAID = {
    "--reported-on": "14/3/2025",
    "--source": "Báo cáo tổng kết năm 2024",
    "--set-by": "UBND huyện",
    "--unit": "Phòng GD&ĐT huyện Mẫu",
    "--title": "Nâng cao chất lượng giáo dục",
    "--code": "07-KH/GDĐT",
    "--years": "2021/2025",
}
LATER = {"--reported-on": "2025-12-20", "--source": "Báo cáo năm 2025"}


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


def take(file: Path, programme: Path | str, *more: str, typed: str = "", **said: str) -> Result:
    words = ["import", str(file), *([str(programme)] if programme else [])]
    words += [part for pair in said.items() for part in pair]
    return CliRunner().invoke(main, [*words, *more], input=typed)


def begun(tmp_path: Path) -> Path:
    sheet = SCHOOL.xlsx(tmp_path / "sheet.xlsx")
    done = take(sheet, tmp_path / "mine", "--yes", **SAID)
    assert done.exit_code == 0, done.output
    return tmp_path / "mine"


@pytest.mark.parametrize(
    ("option", "said", "why"),
    [
        ("--years", "2021/2023", "the programme is of 2021/2023"),
        ("--reported-on", "14/3/2031", "is reviewed from"),
    ],
)
def test_what_is_refused_is_shown_first(tmp_path: Path, option: str, said: str, why: str) -> None:
    sheet = SCHOOL.xlsx(tmp_path / "sheet.xlsx")
    done = take(sheet, tmp_path / "mine", "--yes", **SAID | {option: said})
    assert (done.exit_code, done.stdout) == (2, "")
    *shown, refused = done.stderr.splitlines()
    assert "Indicators:" in shown
    assert why in refused


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return [*csv.DictReader(file)]


def test_a_sheet_begins_a_programme_that_passes_every_check(tmp_path: Path) -> None:
    folder = begun(tmp_path)
    package, faults = check_package(folder)
    assert faults == []
    assert package.programme["unit"] == "phong-gd-dt-huyen-mau"
    assert len(table(folder, "figures")) == 24
    (meeting,) = table(folder, "meetings")
    assert meeting["title_vi"] == "Giao ban ngày 14/03/2025"
    assert meeting["title_en"] == "Review meeting of 14/03/2025"
    kept = json.loads((folder / "import.json").read_text("utf-8"))
    assert kept == {"set-by": "UBND huyện"}


def test_without_answers_all_of_them_are_named_and_nothing_is_written(tmp_path: Path) -> None:
    sheet = SCHOOL.xlsx(tmp_path / "sheet.xlsx")
    done = take(sheet, tmp_path / "mine", "--yes", "-q")
    assert done.exit_code == 2
    assert [line.split()[0] for line in done.stderr.splitlines()[1:]] == [*SAID]
    assert not (tmp_path / "mine").exists()


def test_it_is_shown_and_asked_and_written_after_a_yes_alone(tmp_path: Path) -> None:
    sheet = SCHOOL.xlsx(tmp_path / "sheet.xlsx")
    # The first day is none, and asked for again; what is proposed is taken by Enter.
    typed = "hôm nay\n14/3/2025\nBáo cáo\nUBND huyện\n\n\n07\n\n"
    left = take(sheet, tmp_path / "mine", typed=f"{typed}n\n")
    assert left.exit_code == 1
    assert "ty-le-tot-nghiep-thcs (new): Tỷ lệ tốt nghiệp THCS; percent" in left.stderr
    assert "To be written: figures 24, targets 4; there already: 0" in left.stderr
    assert not (tmp_path / "mine").exists()
    done = take(sheet, tmp_path / "mine", typed=f"{typed}y\n")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1] == str(tmp_path / "mine/import.json")
    (unit, *_) = table(tmp_path / "mine", "units")
    assert unit["title_vi"] == "Phòng giáo dục và đào tạo huyện Mẫu"


def test_it_is_shown_and_asked_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    sheet = SCHOOL.xlsx(tmp_path / "sheet.xlsx")
    said = take(sheet, tmp_path / "mine", "--lang", "vi")
    assert "Số liệu được báo cáo ngày nào?" in said.stderr
    assert os.environ["LANGUAGE"] == "en"


def test_what_is_agreed_to_has_been_shown_as_it_will_be_written(tmp_path: Path) -> None:
    head = ["Chỉ tiêu", "Nữ", "Văn phòng"]
    sheet = OfficeSheet("S", [["Năm 2024", None, None], [*head], ["Đảng viên mới (người)", 5, 6]])
    file = sheet.xlsx(tmp_path / "sheet.xlsx")
    done = take(file, tmp_path / "mine", typed="units\nn\n", **SAID)
    before, _, after = done.stderr.partition("As answered, this is how the sheet is read:")
    assert "Đảng viên mới: Nữ;" in before
    assert "Đảng viên mới: Nữ;" not in after
    assert "van-phong: Văn phòng" in after
    assert after.index("van-phong") < after.index("To be written: figures 2")
    plain = take(SCHOOL.xlsx(file), tmp_path / "mine", typed="n\n", **SAID)
    assert "As answered" not in plain.stderr


@pytest.mark.parametrize("years", ["2021-2025", "2021–2025", "2021 - 2025"])
def test_years_are_taken_as_people_write_them(tmp_path: Path, years: str) -> None:
    sheet = SCHOOL.xlsx(tmp_path / "sheet.xlsx")
    said = {**SAID, "--years": years}
    typed = take(sheet, tmp_path / "typed", typed=f"{years}\ny\n", **_without(said, "--years"))
    given = take(sheet, tmp_path / "given", "--yes", **said)
    assert (typed.exit_code, given.exit_code) == (0, 0), typed.output + given.output
    for name in ("typed", "given"):
        assert check_package(tmp_path / name)[0].programme["period"] == "2021/2025"


@pytest.mark.parametrize(
    ("option", "said", "expected"),
    [
        ("--years", "nhiệm kỳ", "years such as 2021/2025"),
        ("--reported-on", "hôm qua", "a day such as 14/3/2025"),
    ],
)
def test_why_an_answer_is_refused_is_said(
    tmp_path: Path, option: str, said: str, expected: str
) -> None:
    sheet = SCHOOL.xlsx(tmp_path / "sheet.xlsx")
    why = f"{option}: expected {expected} (found {said})"
    given = take(sheet, tmp_path / "mine", "--yes", **{**SAID, option: said})
    assert (given.exit_code, given.stderr.splitlines()[-1]) == (2, why)
    typed = f"{said}\n{SAID[option]}\nn\n"
    asked = take(sheet, tmp_path / "mine", typed=typed, **_without(SAID, option))
    assert asked.stderr.count(why) == 1


def test_an_answer_that_is_needed_is_not_left_out_without_a_word(tmp_path: Path) -> None:
    sheet = SCHOOL.xlsx(tmp_path / "sheet.xlsx")
    for lang, why in (("en", "an answer is needed"), ("vi", "cần có câu trả lời")):
        typed, said = "\n \n07\nn\n", _without(SAID, "--code")
        done = take(sheet, tmp_path / "mine", f"--lang={lang}", typed=typed, **said)
        assert done.stderr.count(why) == 2
        assert "?:" not in done.stderr


def _without(said: dict[str, str], option: str) -> dict[str, str]:
    return {name: text for name, text in said.items() if name != option}


def test_an_indicator_that_is_there_is_not_changed_without_a_word(tmp_path: Path) -> None:
    folder = begun(tmp_path)
    later = SCHOOL_NEXT.xlsx(tmp_path / "next.xlsx")
    for option, said, column in (("better", "up", "better"), ("measure", "tấn", "unit_measure")):
        more = [f"--{option}", f"hoc-sinh-bo-hoc={said}"]
        done = take(later, folder, "--yes", *more, **LATER)
        assert done.exit_code == 2
        assert f"--{option} Học sinh bỏ học: the programme says" in done.stderr
        assert f"change it in the table indicators of {folder}, column {column}" in done.stderr
    same = ["--better", "Học sinh bỏ học=down"]
    assert take(later, folder, "--yes", *same, **LATER).exit_code == 0


@pytest.mark.parametrize(
    ("option", "same", "column"),
    [
        ("--unit", "phong-gd-dt-huyen-mau", "unit"),
        ("--title", SAID["--title"], "title_vi"),
        ("--code", SAID["--code"], "code"),
        ("--years", "2021-2025", "period"),
    ],
)
def test_what_a_programme_with_figures_says_of_itself_is_not_changed_without_a_word(
    tmp_path: Path, option: str, same: str, column: str
) -> None:
    folder, sheet = begun(tmp_path), SCHOOL_NEXT.xlsx(tmp_path / "next.xlsx")
    for said in ("2022/2026", "2022"):
        done = take(sheet, folder, "--yes", **{**LATER, option: said})
        assert (done.exit_code, len(table(folder, "figures"))) == (2, 24)
        assert done.stderr.startswith(f"{option}: the programme says ")
        assert f"change it in {folder / 'datapackage.json'}, {column}\n" in done.stderr
    for said in (same, SAID[option]):
        assert take(sheet, folder, "--yes", **{**LATER, option: said}).exit_code == 0


def test_the_words_of_answers_are_those_of_the_run_and_of_the_program(tmp_path: Path) -> None:
    rows: list[list[Value]] = [["STT", "Chỉ tiêu", "TH 2024", "KH đến năm 2025"]]
    rows.append([1, "Kết nạp đảng viên (người)", 20, 100])
    sheet, way = OfficeSheet("S", rows).xlsx(tmp_path / "s.xlsx"), "ket-nap-dang-vien"
    asked = take(sheet, tmp_path / "mine", "--yes", "--lang", "vi", **SAID)
    assert f'--kind "{way}=cộng dồn|riêng năm đó"' in asked.stderr
    typed = take(sheet, tmp_path / "mine", "--lang", "vi", typed="cong don\nkhông\n", **SAID)
    assert "(cộng dồn, riêng năm đó)" in typed.stderr
    assert "total" not in typed.stderr
    for n, said in enumerate(("cộng dồn", "total")):
        folder = tmp_path / str(n)
        done = take(sheet, folder, "--yes", "--lang", "vi", "--kind", f"{way}={said}", **SAID)
        assert done.exit_code == 0, done.stderr
        assert [row["kind"] for row in table(folder, "targets")] == ["total"]


def test_which_way_is_better_is_one_of_three(tmp_path: Path) -> None:
    sheet = SCHOOL.xlsx(tmp_path / "sheet.xlsx")
    done = take(sheet, tmp_path / "mine", "--yes", "--better", "Học sinh bỏ học=lower", **SAID)
    assert "--better Học sinh bỏ học: expected up, down, none (found lower)" in done.stderr


@pytest.mark.parametrize(
    ("heads", "first", "again"),
    [("Năm 2024|Kỳ trước", "hôm qua", "2023"), ("TH", "9 tháng", "2024")],
)
def test_a_time_that_cannot_be_read_is_asked_for_again(
    tmp_path: Path, heads: str, first: str, again: str
) -> None:
    file = tmp_path / "sheet.csv"
    file.write_text(f"STT|Chỉ tiêu|{heads}\n1|Đảng viên mới|5|6\n", encoding="utf-8")
    done = take(file, tmp_path / "mine", typed=f"{first}\n{again}\nn\n", **SAID)
    assert f"(found {first})" in done.stderr
    assert again in done.stderr.partition("As answered")[2]
    assert done.exit_code == 1


def test_targets_alone_begin_a_programme_and_figures_go_into_it_later(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    head = ["STT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm 2025"]
    rows: list[list[Value]] = [
        [1, "Tỷ lệ hộ nghèo", "%", 2.5],
        [2, "Thu ngân sách", "tỷ đồng", 120],
    ]
    plan = OfficeSheet("S", [[*head], *rows]).xlsx(tmp_path / "plan.xlsx")
    done = take(plan, folder, "--yes", **SAID)
    assert done.exit_code == 0, done.stderr
    assert "No figures yet" in done.stderr
    assert [row["value"] for row in table(folder, "targets")] == ["2.5", "120"]
    (fault,) = check_package(folder)[1]
    assert fault.file == "figures.csv"
    told: list[list[Value]] = [[*row, value] for row, value in zip(rows, (2.4, 126), strict=True)]
    result = OfficeSheet("S", [[*head, "Thực hiện năm 2025"], *told]).xlsx(plan)
    later = {"--reported-on": "20/12/2025", "--source": "Báo cáo năm 2025"}
    done = take(result, folder, "--yes", **later)
    assert done.exit_code == 0, done.stderr
    assert "figures 2, targets 0; there already: 2" in done.stderr
    assert "No figures yet" not in done.stderr
    assert check_package(folder)[1] == []


RESOLVED: list[list[Value]] = [
    ["XÃ PHÚ LƯƠNG"],
    ["CHỈ TIÊU KINH TẾ - XÃ HỘI NĂM 2025"],
    ["(Ban hành kèm theo Nghị quyết số 12/NQ-HĐND ngày 20 tháng 12 năm 2024 của HĐND xã)"],
    ["STT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm 2025"],
    [1, "Thu ngân sách", "tỷ đồng", 120],
]


def test_a_plan_of_december_for_the_next_year_goes_in_by_what_is_proposed(tmp_path: Path) -> None:
    plan = OfficeSheet("S", RESOLVED).xlsx(tmp_path / "plan.xlsx")
    done = take(plan, tmp_path / "mine", typed="\n\nvi\nHĐND xã\n\n\n12\n\ny\n")
    assert done.exit_code == 0, done.stderr
    assert (table(tmp_path / "mine", "targets")[0]["value"]) == "120"


def test_the_years_are_proposed_from_the_day_that_was_typed_just_before(tmp_path: Path) -> None:
    rows = [line for line in RESOLVED if "kèm theo" not in str(line[0])]
    plan = OfficeSheet("S", rows).xlsx(tmp_path / "plan.xlsx")
    typed = "20/12/2024\nNghị quyết 12\nvi\nHĐND xã\n\n\n12\n\ny\n"
    done = take(plan, tmp_path / "mine", typed=typed)
    assert done.exit_code == 0, done.stderr
    assert "[2024/2025]" in done.stderr


def test_with_yes_what_is_missing_is_named_with_what_the_sheet_proposes(tmp_path: Path) -> None:
    plan = OfficeSheet("S", RESOLVED).xlsx(tmp_path / "plan.xlsx")
    told = take(plan, tmp_path / "mine", "--yes").stderr
    assert "[20/12/2024]" in told
    assert "[2024/2025]" in told
    assert "[Xã Phú Lương]" in told


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("được\ncó\n", 0),
        (unicodedata.normalize("NFD", "có\n"), 0),
        ("CO\n", 0),
        ("C\n", 0),
        ("yes\n", 0),
        ("không\n", 1),
        ("khong\n", 1),
        ("\n", 1),
    ],
)
def test_the_yes_may_be_typed_in_the_users_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, code: int
) -> None:
    monkeypatch.setenv("LANGUAGE", "vi")
    sheet = SCHOOL.xlsx(tmp_path / "sheet.xlsx")
    done = take(sheet, tmp_path / "mine", typed=typed, **SAID)
    assert (done.exit_code, (tmp_path / "mine").exists()) == (code, not code)
    assert ("cần gõ có hoặc không" in done.stderr) == typed.startswith("được")


def test_next_years_sheet_goes_in_with_one_command(tmp_path: Path) -> None:
    folder = begun(tmp_path)
    sheet = SCHOOL_NEXT.xlsx(tmp_path / "next.xlsx")
    done = take(sheet, folder, "--yes", **LATER)
    assert done.exit_code == 0, done.output
    assert "To be written: figures 5, targets 1; there already: 7" in done.stderr
    assert "hoc-sinh-bo-hoc, phong-gd-dt-huyen-mau, 2024: 24, reported on 2025-03-14; now 25" in (
        done.stderr
    )
    assert check_package(folder)[1] == []
    own = [r for r in table(folder, "figures") if r["indicator"] == "hoc-sinh-bo-hoc"]
    assert [(r["value"], r["reported_on"]) for r in own if r["period"] == "2024"] == [
        ("24", "2025-03-14"),
        ("25", "2025-12-20"),
    ]
    again = take(sheet, folder, "--yes", **LATER)
    assert (again.exit_code, "nothing was written" in again.stderr) == (0, True)
    assert len(table(folder, "figures")) == 29


PLANNED: list[list[Value]] = [
    ["STT", "Chỉ tiêu", "ĐVT", "KH 2025", "Giai đoạn 2021-2025: KH"],
    [1, "Kết nạp đảng viên", "đảng viên", 60, 300],
]


@pytest.mark.parametrize("cell", [3, 4])
def test_a_plan_of_another_report_replaces_none_that_is_there_before_it_is_said_who_set_it(
    tmp_path: Path, cell: int
) -> None:
    first = OfficeSheet("S", PLANNED).xlsx(tmp_path / "a.xlsx")
    done = take(first, tmp_path / "mine", "--yes", **{**SAID, "--set-by": "Đại hội Đảng bộ"})
    assert done.exit_code == 0, done.output
    equal = take(first, tmp_path / "mine", "--yes", **LATER)
    assert (equal.exit_code, "all of it is there already" in equal.stderr) == (0, True)
    rows = [[*row] for row in PLANNED]
    rows[1][cell] = 55
    other = OfficeSheet("S", rows).xlsx(tmp_path / "b.xlsx")
    asked = take(other, tmp_path / "mine", "--yes", "-q", **LATER)
    assert asked.exit_code == 2
    (line,) = asked.stderr.splitlines()[1:]
    assert line.split()[0] == "--set-by"
    assert f"is {PLANNED[1][cell]} as set by “Đại hội Đảng bộ”" in line
    assert "55 here" in line
    typed = take(other, tmp_path / "mine", typed="\nUBND huyện\nn\n", **LATER)
    assert "an answer is needed" in typed.stderr
    assert "these revise" not in typed.stderr
    same = {**LATER, "--set-by": "Đại hội Đảng bộ"}
    done = take(other, tmp_path / "mine", "--yes", **same)
    assert (done.exit_code, "Of these revise what is there" in done.stderr) == (0, True)
    rows[1][cell] = 54
    again = take(
        OfficeSheet("S", rows).xlsx(first),
        tmp_path / "mine",
        "--yes",
        **{**LATER, "--reported-on": "2025-12-21"},
    )
    assert again.exit_code == 0, "its own report may mend itself"


def test_a_programme_whose_figures_are_parquet_is_added_to_there(tmp_path: Path) -> None:
    kept = begun(tmp_path)
    convert_programme(kept, kept, language("en"), force=True, parquet=True)
    sheet = SCHOOL_NEXT.xlsx(tmp_path / "next.xlsx")
    done = take(sheet, kept, "--yes", **LATER)
    assert done.exit_code == 0, done.output
    assert (kept / "figures.parquet").exists()
    assert not (kept / "figures.csv").exists()
    package, faults = check_package(kept)
    assert (faults, len(package.tables["figures"])) == ([], 29)


@pytest.mark.parametrize("name", ["book.xlsx", "Số liệu.xlsx"])
def test_a_workbook_in_a_folder_stays_the_one_place_of_its_programme(
    tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "book"
    folder.mkdir()
    convert_programme(begun(tmp_path), folder / "b.xlsx", language("en"))
    book = (folder / "b.xlsx").rename(folder / name)
    (folder / "b.import.json").rename(book.with_suffix(".import.json"))
    done = take(SCHOOL_NEXT.xlsx(tmp_path / "next.xlsx"), folder, "--yes", **LATER)
    assert done.exit_code == 0, done.output
    assert {path.name for path in folder.iterdir()} == {name, f"{book.stem}.import.json"}
    package, faults = check_package(folder)
    assert (faults, len(package.tables["figures"])) == ([], 29)


def test_a_workbook_with_macros_is_to_be_saved_as_another_before_anything_is_asked(
    tmp_path: Path,
) -> None:
    convert_programme(begun(tmp_path), tmp_path / "b.xlsx", language("en"))
    book = (tmp_path / "b.xlsx").rename(tmp_path / "b.xlsm")
    done = take(SCHOOL_NEXT.xlsx(tmp_path / "next.xlsx"), book)
    said = f"{book}: workbooks are written as .xlsx, choose such a name\n"
    assert (done.exit_code, done.stderr) == (2, said)


def test_a_revision_needs_a_later_day(tmp_path: Path) -> None:
    folder = begun(tmp_path)
    sheet = SCHOOL_NEXT.xlsx(tmp_path / "next.xlsx")
    done = take(sheet, folder, "--yes", "-q", **{"--reported-on": "14/3/2025", "--source": "B"})
    assert done.exit_code == 2
    assert "a revision needs a later day" in done.stderr
    assert len(table(folder, "figures")) == 24


def test_a_programme_that_would_have_faults_is_not_written(tmp_path: Path) -> None:
    rows = [[*row] for row in SCHOOL.rows]
    rows[6][2] = 194.3
    sheet = OfficeSheet("S", rows, SCHOOL.merged).xlsx(tmp_path / "sheet.xlsx")
    done = take(sheet, tmp_path / "mine", "--yes", "-q", **SAID)
    assert done.exit_code == 2
    assert "percentage out of range (found 194.3)" in done.stderr
    assert not (tmp_path / "mine").exists()
    name = identifier(str(rows[6][1]))
    done = take(sheet, tmp_path / "mine", "--yes", "-q", "--measure", f"{name}=%", **SAID)
    assert done.exit_code == 0, done.output
    measured = table(tmp_path / "mine", "indicators")
    assert [
        (row["unit_measure"], row["unit_vi"]) for row in measured if row["indicator"] == name
    ] == [("number", "%")]


def test_a_sheet_goes_into_a_programme_that_was_begun_with_its_unit_and_a_meeting(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "mau"
    known = {"code": "01", "title_vi": "Mẫu", "title_en": "Sample", "period": "2021/2025"}
    unit = {"unit": "phong", "title_vi": "Phòng GD&ĐT"}
    meeting = {"meeting_date": "2025-04-01", "title_vi": "Giao ban"}
    new_package(folder, known | {"unit": "phong"}, {"units": unit, "meetings": meeting})
    said = {key: SAID[key] for key in ("--reported-on", "--source", "--set-by")}
    done = take(SCHOOL.xlsx(tmp_path / "sheet.xlsx"), folder, "--yes", **said)
    assert done.exit_code == 0, done.output
    package, faults = check_package(folder)
    assert faults == []
    assert (package.programme["title_en"], len(package.tables["figures"])) == ("Sample", 24)
    assert [*package.tables["meetings"]["title_vi"]] == ["Giao ban"]
    assert table(folder, "units")[0]["title_vi"] == "Phòng GD&ĐT"


def test_a_sheet_goes_into_no_programme_with_another_fault(tmp_path: Path) -> None:
    folder = tmp_path / "mau"
    known = {"code": "01", "title_vi": "Mẫu", "period": "2021/2025", "unit": "phong"}
    new_package(folder, known, {"meetings": {"meeting_date": "2025-04-31", "title_vi": "G"}})
    done = take(SCHOOL.xlsx(tmp_path / "sheet.xlsx"), folder, "--yes", **SAID)
    assert (done.exit_code, "meetings.csv:2:meeting_date" in done.stderr) == (2, True)


def test_what_a_sheet_begins_has_every_table_to_type_into(tmp_path: Path) -> None:
    folder = begun(tmp_path)
    assert {file.stem for file in folder.glob("*.csv")} == {*TABLES}
    claim = {"claim": "c", "kind": "targets_met", "unit": "phong-gd-dt-huyen-mau"}
    claim |= {"period": "2024", "stated": "1", "out_of": "2", "as_published": "1"}
    claim |= {"reported_on": "2025-03-14"}
    header = (folder / "claims.csv").read_text("utf-8-sig").strip().split(",")
    claim["source"] = table(folder, "sources")[0]["source"]
    with (folder / "claims.csv").open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, header).writerow(claim)
    assert check_package(folder)[1] == []


def test_a_programme_in_a_workbook_is_added_to_there(tmp_path: Path) -> None:
    folder = tmp_path / "mau"
    known = {"code": "01", "title_vi": "M", "title_en": "M", "period": "2021/2025", "unit": "mau"}
    book = new_workbook(folder, known, language("vi"))
    sheet = DISTRICT.xlsx(tmp_path / "sheet.xlsx")
    said = {key: SAID[key] for key in ("--reported-on", "--source", "--set-by")}
    done = take(sheet, book, "--yes", "--lang", "vi", **said)
    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines() == [str(book), str(folder / "mau.import.json")]
    package, faults = check_package(find_programme(str(folder), tmp_path))
    assert faults == []
    assert len(package.tables["figures"]) == 14


OWN: list[tuple[Any, str, Any]] = [
    (1234.5, "#,##0.00", 1234.5),
    (0.978, "0.0%", 0.978),
    (1 / 3, "0.00", 0.333333333333),
    (1250000, '#,##0 "đồng"', 1250000),
    (-4, "0;[Red](0)", -4),
    (7, "General", 7),
    (datetime(2024, 3, 1), "dd/mm/yyyy", datetime(2024, 3, 1)),
    ("chưa có", "General", "chưa có"),
]


@pytest.mark.parametrize("way", ["import", "check", "convert"])
def test_numbers_in_a_column_that_somebody_added_are_shown_as_before(
    way: str, tmp_path: Path
) -> None:
    book, copy = tmp_path / "mau.xlsx", tmp_path / "copy.xlsx"
    sheet = SCHOOL.xlsx(tmp_path / "sheet.xlsx")
    assert take(sheet, book, "--yes", "--lang", "vi", **SAID).exit_code == 0
    mine = load_workbook(book)
    figures = mine["Số liệu"]
    added, first = figures.max_column + 1, 5
    figures.cell(first - 1, added, "Tự tính")
    for row, (value, code, _) in enumerate(OWN, first):
        figures.cell(row, added, value).number_format = code
    if way == "check":
        mine["Các chỉ số"].cell(first, 1).value = None
    mine.save(book)
    if way == "import":
        done, copy = take(SCHOOL_NEXT.xlsx(sheet), book, "--yes", "--lang", "vi", **LATER), book
    else:
        more = [book, "--fix", copy] if way == "check" else [book, copy, "--lang", "vi"]
        done = CliRunner().invoke(main, [way, *map(str, more)])
    assert done.exit_code == 0, done.output
    written = load_workbook(copy).worksheets[mine.index(figures)]
    (place,) = [cell.column for cell in written[first - 1] if cell.value == "Tự tính"]
    cells = [written.cell(row, place) for row in range(first, first + len(OWN))]
    kept = [(cell.value, cell.number_format) for cell in cells]
    shown = [(value, code) for _, code, value in OWN]
    assert kept[:5] + kept[6:7] == shown[:5] + shown[6:7]
    assert [str(value) for value, _ in (kept[5], kept[7])] == ["7", "chưa có"]
    first_code = written.column_dimensions[get_column_letter(place)].number_format
    assert (first_code, written.cell(first + len(OWN), place).value) == ("#,##0.00", None)


def test_a_workbook_may_be_called_by_its_whole_name(tmp_path: Path) -> None:
    sheet = OfficeSheet("S", [["Chỉ tiêu", "TH 2022"], ["Học sinh bỏ học (người)", 5]])
    file = sheet.xlsx(tmp_path / "sheet.xlsx")
    raw = ("--yes", "--raw", str(tmp_path / "raw"))
    assert take(file, "mau.xlsx", *raw, **SAID).exit_code == 0
    assert "all of it is there already" in take(file, "mau.xlsx", *raw, **SAID).stderr


def test_without_a_name_the_programme_is_called_as_the_file_is(tmp_path: Path) -> None:
    sheet = SCHOOL.csv(tmp_path / "Giáo dục 2024.csv")
    done = take(sheet, "", "--yes", "--raw", str(tmp_path / "raw"), **SAID)
    assert done.exit_code == 0, done.output
    assert (tmp_path / "raw/giao-duc-2024/figures.csv").is_file()


def test_answers_for_rows_and_indicators_are_taken_and_remembered(tmp_path: Path) -> None:
    sheet = SCHOOL.xlsx(tmp_path / "sheet.xlsx")
    more = ["--row", "Học sinh bỏ học=bo-hoc", "--better", "giao-vien-duoc-tap-huan=none"]
    more += ["--unit-name", "Xã An Mỹ=skip", "--column", "H=skip"]
    done = take(sheet, tmp_path / "mine", "--yes", *more, **SAID)
    assert done.exit_code == 0, done.output
    better = {r["indicator"]: r["better"] for r in table(tmp_path / "mine", "indicators")}
    assert better == {
        "ty-le-tot-nghiep-thcs": "up",
        "giao-vien-duoc-tap-huan": "none",
        "bo-hoc": "down",
    }
    assert len(table(tmp_path / "mine", "figures")) == 20
    kept = json.loads((tmp_path / "mine/import.json").read_text("utf-8"))
    assert kept["unit-name"] == {"Xã An Mỹ": "skip"}


def test_what_is_said_of_heads_counts_for_any_table_with_these_and_is_refused_for_others(
    tmp_path: Path,
) -> None:
    head = ["Chỉ tiêu", "Trạm An", "Chợ Mới"]
    sheet = OfficeSheet("S", [["Năm 2024", None, None], [*head], ["Hộ nghèo (hộ)", 5, 6]])
    file = sheet.xlsx(tmp_path / "sheet.xlsx")
    said = "Trạm An, Chợ Mới"
    for wrong in ("Trạm An=parts", f"{said}=phần"):
        done = take(file, tmp_path / "mine", "--yes", "--heads", wrong, **SAID)
        assert (done.exit_code, said in done.stderr) == (2, True), done.stderr
    done = take(file, tmp_path / "mine", "--yes", "--heads", f"{said}=parts", **SAID)
    assert done.exit_code == 0, done.stderr
    titles = [row["title_vi"] for row in table(tmp_path / "mine", "indicators")]
    assert sorted(titles) == ["Hộ nghèo: Chợ Mới", "Hộ nghèo: Trạm An"]
