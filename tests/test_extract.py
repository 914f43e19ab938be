"""Items with what is to be proposed of each number beside them, in ITEM.csv."""

import csv
import shutil
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result
from conftest import RAW, ROOT

from giaoban.cli import main
from giaoban.csvfile import read_text
from giaoban.extract.draft import draft
from giaoban.extract.standing import Programme
from giaoban.package import read_package
from giaoban.programmes import find_programme
from giaoban.schema import columns

PRESS = ROOT / "tests/press"
ITEMS = sorted(path for path in PRESS.iterdir() if path.suffix in (".txt", ".html"))
ITEM = PRESS / "04-CTr-HU.txt"
TABLES = {
    "figures": ["figure"],
    "targets": ["target"],
    "claims": ["mean_per_year", "margin_over_target", "percent_of_target", "change"],
}
DOUBTS = {
    ("orgs-rated", "97,8"): "percent_sign_missing",
    ("orgs-excellent", "20%"): "base_not_said",
    ("orgs-excellent", "19,6%"): "base_not_said",
    ("members-completed-well", "14 %"): "points_or_percent",
    ("members-admitted", "460"): "period_derived",
    ("members-admitted", "150"): "period_derived",
    ("city-cadres-degree", "100%"): "share_or_more",
    ("commune-cadres-degree", "100%"): "share_or_more",
}


@pytest.fixture(scope="module")
def programme_known() -> Programme:
    return Programme(read_package(find_programme("04-CTr-HU", RAW)))


@pytest.fixture(scope="module")
def proposed(programme_known: Programme) -> pd.DataFrame:
    return draft(ITEM, programme_known, "en")


def call(*words: object) -> Result:
    return CliRunner().invoke(main, ["extract", *map(str, words)])


def propose(tmp_path: Path, text: str) -> pd.DataFrame:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    table = draft(tmp_path / "a.txt", None, "en")
    return table[table["kind"].isin([kind for kinds in TABLES.values() for kind in kinds])]


@pytest.mark.parametrize("path", ITEMS, ids=lambda p: p.name)
def test_an_item_yields_what_stands_beside_it(path: Path) -> None:
    with path.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file))
    table = draft(path, None, "en")
    assert table[list(expected[0])].to_dict("records") == expected


@pytest.mark.parametrize("name", TABLES)
def test_the_programmes_own_item_yields_the_rows_of_its_tables(
    name: str, proposed: pd.DataFrame
) -> None:
    stands = pd.read_csv(RAW / f"04-CTr-HU/{name}.csv", dtype=str, keep_default_na=False)
    if name == "targets":
        # One was worked out from a claim, one was not printed.
        stands = stands[stands["derivation"].eq("") & stands["value"].ne("")]
    key = ["indicator", "unit", "period"]
    key += {"figures": ["as_published", "definition"], "claims": ["kind", "as_published"]}.get(
        name, []
    )
    rows = proposed[proposed["kind"].isin(TABLES[name]) & proposed["indicator"].ne("")]
    key += ["stated"] if name == "claims" else ["value", "qualifier"]
    found = rows.rename(columns={"value": "stated"} if name == "claims" else {})
    assert sorted(map(tuple, found[key].to_numpy())) == sorted(map(tuple, stands[key].to_numpy()))
    assert set(rows["in_table"]) == {"same"}


def test_its_doubts_are_those_that_the_print_leaves(proposed: pd.DataFrame) -> None:
    rows = proposed[proposed["indicator"].ne("")]
    doubts = {
        (row.indicator, row.as_published): row.doubts for row in rows.itertuples() if row.doubts
    }
    assert doubts == DOUBTS
    others = proposed[proposed["indicator"].eq("") & proposed["kind"].isin(["figure", "target"])]
    assert others["as_published"].tolist() == ["9", "10"]
    assert set(others["doubts"]) == {"term_or_stage no_indicator"}


def test_a_figure_that_differs_from_the_table_is_told(
    tmp_path: Path, programme_known: Programme
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Năm 2022, dưới 88% đảng viên hoàn thành tốt nhiệm vụ.", "utf-8")
    (row,) = draft(path, programme_known, "en").query("kind == 'figure'").to_dict("records")
    assert row["in_table"] == "differs: >89"


def test_what_comes_near_no_indicator_gets_none(tmp_path: Path, programme_known: Programme) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Năm 2022, 88% hộ dùng nước sạch, 5% số xã có chợ.", "utf-8")
    rows = draft(path, programme_known, "en").query("kind == 'figure'")
    assert set(rows["indicator"]) == {""}
    assert rows["doubts"].str.contains("no_indicator").all()


def test_the_opposite_of_an_indicator_is_not_taken_for_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Năm 2024, tỷ lệ hồ sơ giải quyết đúng hạn đạt 98,25%.", "utf-8")
    known = Programme(read_package(find_programme("demo", RAW)))
    (row,) = draft(path, known, "en").query("kind == 'figure'").to_dict("records")
    assert row["indicator"] != "files-late"


def test_confirmed_rows_are_read_by_the_figures_table(
    proposed: pd.DataFrame, programme: Path
) -> None:
    rows = proposed[proposed["kind"].eq("figure") & proposed["indicator"].ne("")]
    assert list(proposed.columns[: len(columns("figures"))]) == columns("figures")
    header = pd.read_csv(programme / "figures.csv", nrows=0).columns
    pasted = rows[header].assign(reported_on="2023-03-14", source="myduc-2023-03-15")
    pasted.to_csv(programme / "figures.csv", index=False)
    package = read_package(programme)
    assert len(package.tables["figures"]) == len(rows)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("đạt 93%", "="),
        ("đạt trên 93%", ">"),
        ("có hơn 93%", ">"),
        ("ít nhất 93%", ">="),
        ("không dưới 93%", ">="),
        ("từ 93% trở lên", ">="),
        ("đạt dưới 93%", "<"),
        ("không quá 93%", "<="),
        ("tối đa là 93%", "<="),
        ("khoảng 93%", "~"),
        ("gần 93%", "~"),
        ("ước đạt 93%", "~"),
        ("xấp xỉ 93%", "~"),
    ],
)
def test_the_words_before_and_after_qualify(tmp_path: Path, text: str, qualifier: str) -> None:
    table = propose(tmp_path, f"Năm 2022, tỷ lệ chi bộ tốt {text}.")
    assert table[["value", "qualifier"]].to_numpy().tolist() == [["93", qualifier]]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("đạt 85,7% (chỉ tiêu của Thành phố là 40%)", ["figure", "target"]),
        ("đạt 85,7% (Thành phố giao 40%)", ["figure", "target"]),
        ("đạt 85,7% (NQ: 40%)", ["figure", "target"]),
        ("phấn đấu đạt 40%", ["target"]),
        ("kết nạp 460 đảng viên, bình quân mỗi năm 150 đồng chí", ["figure", "mean_per_year"]),
        ("đạt 89%, vượt 14 % so với chỉ tiêu", ["figure", "margin_over_target"]),
        ("đạt 89%, vượt chỉ tiêu Thành phố giao 14 %", ["figure", "margin_over_target"]),
        ("kết nạp 112 đảng viên, đạt 56% kế hoạch", ["figure", "percent_of_target"]),
        ("kết nạp 112 đảng viên, tăng 9 đồng chí so với năm 2021", ["figure", "change"]),
        ("giảm từ 5% xuống còn 3%", ["figure", "figure"]),
        ("thu nhập bình quân đầu người đạt 62 triệu đồng/năm", ["figure"]),
        ("hoàn thành 18/19 chỉ tiêu", ["figure"]),
        ("đạt 105% kế hoạch (150 đồng chí)", ["percent_of_target", "target"]),
        ("đạt 105 % kế hoạch (1.000 đồng chí)", ["percent_of_target", "target"]),
        ("đạt 105% kế hoạch năm 2022 (150 đồng chí)", ["percent_of_target", "target"]),
    ],
)
def test_targets_and_claims_are_told_from_figures(
    tmp_path: Path, text: str, kinds: list[str]
) -> None:
    assert propose(tmp_path, f"Năm 2022, toàn huyện {text}.")["kind"].tolist() == kinds


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("Kế hoạch năm 2025 kết nạp 150 đảng viên mới.", "150", "="),
        ("Chỉ tiêu 2025: 150 đảng viên mới.", "150", "="),
        ("Mục tiêu giai đoạn 2021-2025 kết nạp 150 đảng viên.", "150", "="),
        ("Kế hoạch năm 2025 giao hộ nghèo giảm còn dưới 1%.", "1", "<"),
    ],
)
def test_a_year_between_the_plan_and_its_number_parts_them_not(
    tmp_path: Path, text: str, value: str, qualifier: str
) -> None:
    (row,) = propose(tmp_path, text).to_dict("records")
    assert (row["kind"], row["value"], row["qualifier"]) == ("target", value, qualifier)
    assert "target_or_figure" not in row["doubts"]


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện kế hoạch năm 2025 toàn huyện kết nạp 150 đảng viên.",
        "Theo Kế hoạch số 15-KH/HU, năm 2025 kết nạp 150 đảng viên.",
        "Kế hoạch năm 2025 đạt 150 đảng viên.",
        "Năm 2025 hoàn thành kế hoạch (150 đảng viên).",
    ],
)
def test_what_may_be_a_target_or_a_figure_is_in_doubt(tmp_path: Path, text: str) -> None:
    (row,) = propose(tmp_path, text).to_dict("records")
    assert "target_or_figure" in row["doubts"].split()


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("(2022-2024) kết nạp 460 đảng viên (kế hoạch 140 đảng viên/năm).", [False, True]),
        ("(2022-2024) mỗi năm kết nạp 150 đảng viên.", [True]),
        ("(2022-2024), hằng năm có 90% chi bộ tốt.", [True]),
        ("(2022-2024) thu nhập đạt 62 triệu đồng/người/năm.", [True]),
        ("(2022-2024) kết nạp 150 đảng viên mỗi năm.", [True]),
        (". Năm 2024, mỗi năm kết nạp 150 đảng viên.", [False]),
        ("(2022-2024) kết nạp 460 đảng viên, bình quân mỗi năm 150 đồng chí.", [False, False]),
    ],
)
def test_a_number_of_each_year_is_not_one_of_all_years(
    tmp_path: Path, text: str, doubted: list[bool]
) -> None:
    table = propose(tmp_path, f"Trong 3 năm {text}")
    assert [("per_year" in doubts.split()) for doubts in table["doubts"]] == doubted


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Năm 2021, đạt 20% và năm 2022 đạt 30%.", ["2021", "2022"]),
        ("Tỷ lệ tốt đạt 20% năm 2021, 30% năm 2022.", ["2021", "2022"]),
        ("Năm 2022, đạt 30%, tăng 5% so với năm 2021.", ["2022", "2021/2022"]),
        ("Năm 2022, đạt 30%, giảm 5% so với cuối năm 2020.", ["2022", "2020/2022"]),
        ("Năm 2022, đạt 30%, bình quân mỗi năm tăng 5%.", ["2022", ""]),
        ("Báo cáo năm 2021. Hộ nghèo giảm 5% so với năm 2021.", [""]),
        ("Báo cáo năm 2022. So với năm 2020, hộ nghèo giảm 5%.", ["2020/2022"]),
        ("Năm 2022, đạt 87%, cao hơn năm 2020 là 2 điểm %.", ["2022", "2020/2022"]),
        ("Năm 2022, đạt 87%, tăng so với năm 2020 là 2%.", ["2022", "2020/2022"]),
        ("Năm 2022, đạt 87% (năm 2021: 85%). Hộ nghèo còn 2%.", ["2022", "2021", "2022"]),
        ("Trong 9 tháng, đạt 87% (đạt 70% kế hoạch năm).", ["", ""]),
        ("Năm 2022, đạt 30%, mỗi năm giai đoạn 2020-2022 bình quân 5%.", ["2022", "2020/2022"]),
        ("Năm 2022, tăng 30% (cùng kỳ năm 2021 tăng 5%).", ["2022", ""]),
        ("Năm 2023 tỷ lệ tốt 97,5% (chỉ tiêu năm 2025 là 98%).", ["2023", "2025"]),
        ("Kết quả năm 2023: 97,5% (năm 2022: 96,1%).", ["2023", "2022"]),
        ("Năm 2023 có 15 chi bộ mới (12 chi bộ năm 2022).", ["2023", "2022"]),
        ("Có 15 chi bộ mới (năm 2022 có 12 chi bộ).", ["", "2022"]),
        ("Năm 2023 tỷ lệ tốt 97,5% (chỉ tiêu: 98%) và 5% (năm 2022).", ["2023", "2023", "2022"]),
        ("Tỷ lệ tốt đạt 97,5% (năm 2022), 96% (năm 2021).", ["2022", "2021"]),
        ("Năm 2022 có hội nghị. Thu đạt 20% sau 9 tháng.", [""]),
        ("Hai năm 2021 và 2022 hộ nghèo lần lượt là 20% và 30%.", ["2021", "2022"]),
        ("Các năm 2021, 2022 tỷ lệ tốt lần lượt là 20% và 30%.", ["2021", "2022"]),
        ("Năm 2020-2022, hai xã A, B lần lượt đạt 20% và 30%.", ["2020/2022", "2020/2022"]),
        ("Tỷ lệ tốt là 20% và 30% lần lượt vào các năm 2021 và 2022.", ["2021", "2022"]),
        ("Các năm 2020, 2021 và 2022 tỷ lệ tốt lần lượt là 20% và 30%.", ["", ""]),
        ("Tháng Tám năm 2022, đạt 20%.", ["2022-08"]),
        ("Quý Ba năm 2022, đạt 20%.", ["2022-07/2022-09"]),
        ("Năm 2022 có hội nghị. Tỷ lệ tốt đạt 20%.", ["2022"]),
        ("Báo cáo năm 2022, quý I đạt 20%.", ["2022-01/2022-03"]),
        ("Năm 2020, 2021 và 2022 đã qua. Trong 3 năm, kết nạp 460 người.", ["2020/2022"]),
        ("Trong 3 năm, kết nạp 460 người.", [""]),
        ("Tỷ lệ tốt đạt 20%.", [""]),
        ("Phấn đấu năm 2025 đạt 90%. Tỷ lệ tốt đạt 20%.", ["2025", ""]),
        ("Ngày 14/3/2023, tỷ lệ tốt đạt 20%.", [""]),
        ("Trong 3 năm (2022-2024) có hội nghị. Thu 9 tháng đạt 20%. Chi đạt 5%.", ["", ""]),
        ("Năm 2022 có hội nghị. Năm nay, tỷ lệ tốt đạt 20%.", [""]),
        ("Năm 2022, tỷ lệ tốt 9 tháng đạt 20%.", [""]),
        (
            "Năm 2022 có hội nghị. Tỷ lệ tốt tăng 3% so với năm trước, đạt 20%.",
            ["2021/2022", "2022"],
        ),
    ],
)
def test_a_number_has_the_period_that_the_text_gives_it(
    tmp_path: Path, text: str, periods: list[str]
) -> None:
    table = propose(tmp_path, text)
    assert table["period"].tolist() == periods
    unsaid = table["doubts"].str.contains("period_not_said").tolist()
    assert unsaid == [period == "" for period in periods]


def test_a_mean_of_persons_is_no_percentage(tmp_path: Path, programme_known: Programme) -> None:
    text = "Trong 3 năm (2022-2024), 45% chi bộ tốt; kết nạp 44 đảng viên, "
    (tmp_path / "a.txt").write_text(f"{text}bình quân mỗi năm 14,5 đảng viên.", "utf-8")
    row = draft(tmp_path / "a.txt", programme_known, "en").iloc[-1]
    assert (row["kind"], row["value"], row["unit_measure"]) == ("mean_per_year", "14.5", "count")
    assert (row["indicator"], row["doubts"]) == ("members-admitted", "")


@pytest.mark.parametrize(
    "rows",
    [
        [["Chỉ tiêu", "Tỷ lệ (%)"], ["Chi bộ tốt", "93,5"], ["Chi bộ yếu", "2"]],
        [["Chỉ tiêu", "Năm 2024"], ["Chi bộ tốt (%)", "93,5"], ["Chi bộ yếu (%)", "2"]],
        [["Chỉ tiêu (%)", "Năm 2024"], ["Chi bộ tốt", "93,5"], ["Chi bộ yếu", "2"]],
        [["Tên", "ĐVT", "2024"], ["Chi bộ tốt", "%", "93,5"], ["Chi bộ yếu", "%", "2"]],
    ],
)
def test_a_table_may_say_percent_in_a_title(tmp_path: Path, rows: list[list[str]]) -> None:
    cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in rows]
    page = "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
    (tmp_path / "a.html").write_text(f"<meta charset=utf-8>{page}", "utf-8")
    table = draft(tmp_path / "a.html", None, "en").query("kind == 'figure'")
    assert table[["value", "unit_measure"]].to_numpy().tolist() == [
        ["93.5", "percent"],
        ["2", "percent"],
    ]
    assert not table["doubts"].str.contains("percent_sign_missing|no_unit").any()


def test_a_row_of_a_table_has_its_own_unit(tmp_path: Path) -> None:
    rows = [
        ("Tên (%)", "ĐVT", "KH 2024", "TH 2024", "So với 2023"),
        ("Đảng viên mới", "người", "150", "1.160", "105"),
        ("Thu ngân sách", "tỷ đồng", "1,5", "1,6", "105"),
        ("Chi bộ (chi bộ)", "", "40", "41", "105"),
    ]
    lines = ["".join(f"<td>{cell}</td>" for cell in row) for row in rows]
    page = "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"
    (tmp_path / "a.html").write_text(f"<meta charset=utf-8>{page}", "utf-8")
    table = draft(tmp_path / "a.html", None, "en").query("kind == 'figure'")
    assert table["period"].iloc[:2].tolist() == ["2024", "2024"]
    assert table["value"].tolist() == ["150", "1160", "105", "1.5", "1.6", "105", "40", "41", "105"]
    assert table["unit_measure"].tolist() == ["count"] * 2 + [""] * 7
    doubts = [doubts.split() for doubts in table["doubts"]]
    assert ["target_or_figure" in codes for codes in doubts[:3]] == [True, False, False]
    assert "ratio" in doubts[2]


def test_years_carried_from_an_earlier_sentence_are_in_doubt(tmp_path: Path) -> None:
    (row,) = propose(tmp_path, "Từ 2022-2024 có hội nghị. Tỷ lệ tốt đạt 20%.").to_dict("records")
    assert (row["period"], row["doubts"]) == ("2022/2024", "years_carried")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tổ chức đảng tốt đạt 97,8, đảng viên tốt đạt 89%", "percent_sign_missing"),
        ("Cán bộ có trình độ đại học đạt 100% trở lên", "share_or_more"),
        ("Người dân có bảo hiểm đạt 101%", "share_over_100"),
        ("Có 93% chi bộ tốt, trong đó 20% xuất sắc", "base_not_said"),
        ("Thu ngân sách 1.234 tỷ đồng", "ambiguous_number"),
        ("Dịch vụ tăng 0 68% so với năm trước", "split_number"),
        ("Tỷ lệ tốt khoảng 93% trở lên", "qualifiers_contradict"),
        ("Tỷ lệ tốt đạt 89-93%", "range"),
        ("Có 45/48 chi bộ tốt", "counts_only"),
        ("Thu ngân sách 12 tỷ đồng", "other_measure"),
        ("Kết quả là 12", "no_unit"),
        ("Tỷ lệ tốt tăng 3% so với năm trước", "points_or_percent"),
        ("Hộ nghèo giảm 30 hộ", "decrease"),
        ("Thu ngân sách bằng 112% so với cùng kỳ", "ratio"),
        ("Ba xã lần lượt đạt 89%, 91% và 93%", "in_turn"),
        ("Hộ nghèo giảm từ 5% xuống còn 3%", "earlier_value"),
        ("Trong 3 năm 2022-2024, hộ nghèo bình quân mỗi năm giảm 3%", "decrease"),
        ("Tăng trưởng âm 2,5%", "decrease"),
        ("\n-2,5% so với cùng kỳ", "dash_or_minus"),
        ("Kết nạp 1 250 đảng viên", "split_number"),
        ("Tỷ lệ tốt tăng 3%", "since_not_said"),
        ("Giai đoạn 2020-2025, tỷ lệ tốt đạt 93%", "term_or_stage"),
        ("Tính đến hết tháng 6/2023, kết nạp 78 đảng viên", "summed_until"),
        ("Có 633 căn nhà, phấn đấu xây 100 căn trong năm 2025", "period_behind"),
        ("Thực hiện nghị quyết nhiệm kỳ 2020-2025. Tỷ lệ tốt đạt 93%", "years_carried"),
    ],
)
def test_what_is_unsure_is_named_and_told(tmp_path: Path, text: str, code: str) -> None:
    table = propose(tmp_path, f"Năm 2022. {text}.")
    assert code in " ".join(table["doubts"]).split()
    assert table["doubts_told"].ne("").eq(table["doubts"].ne("")).all()


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("giảm 1,2%", "-1.2", "="),
        ("giảm trên 1,2%", "-1.2", "<"),
        ("giảm ít nhất 1,2%", "-1.2", "<="),
        ("giảm bình quân 0,8 điểm phần trăm", "-0.8", "="),
        ("giảm được 1,2%", "-1.2", "="),
        ("giảm không quá 3,5%", "-3.5", ">="),
        ("giảm xấp xỉ 1%", "-1", "~"),
        ("giảm tối đa 12 tỷ đồng", "-12", ">="),
        ("giảm nhiều nhất 12 tỷ đồng", "-12", ">="),
        ("giảm dưới 2%", "-2", ">"),
        ("giảm từ 2% trở lên", "-2", "<="),
        ("tăng được 1,2%", "1.2", "="),
        ("tăng không quá 3,5%", "3.5", "<="),
        ("tăng xấp xỉ 1%", "1", "~"),
        ("tăng gấp 1,5 lần", "1.5", "="),
        ("tăng thêm 1,2%", "1.2", "="),
        ("tăng trưởng âm 2,5%", "-2.5", "="),
    ],
)
def test_what_goes_down_is_below_zero(
    tmp_path: Path, text: str, value: str, qualifier: str
) -> None:
    (row,) = propose(tmp_path, f"Năm 2022, thu ngân sách {text}.").to_dict("records")
    assert (row["kind"], row["value"], row["qualifier"]) == ("change", value, qualifier)
    assert ("decrease" in row["doubts"].split()) == value.startswith("-")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("thấp hơn chỉ tiêu 2%", "-2"),
        ("thấp hơn kế hoạch đề ra 2%", "-2"),
        ("Thấp hơn 2% so với chỉ tiêu", "-2"),
        ("hụt chỉ tiêu 2%", "-2"),
        ("kết nạp kém chỉ tiêu 3 đảng viên", "-3"),
        ("vượt khó nhưng vẫn thấp hơn chỉ tiêu 2%", "-2"),
        ("vượt chỉ tiêu 2%", "2"),
        ("cao hơn kế hoạch đề ra 2%", "2"),
        ("vượt chỉ tiêu giảm 2%", "2"),
        ("vượt chỉ tiêu xóa chi bộ yếu kém 2%", "2"),
    ],
)
def test_a_shortfall_is_a_margin_below_zero(tmp_path: Path, text: str, value: str) -> None:
    (row,) = propose(tmp_path, f"Năm 2022, toàn huyện {text}.").to_dict("records")
    assert (row["kind"], row["value"]) == ("margin_over_target", value)
    assert ("decrease" in row["doubts"].split()) == value.startswith("-")


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("giảm tỷ lệ hộ nghèo 1,5%", True),
        ("phấn đấu giảm tỷ lệ hộ nghèo 1,5%", True),
        ("tăng số đảng viên mới thêm 12 đồng chí", True),
        ("tăng từ 5 đến 7%", True),
        ("giảm tỷ lệ hộ nghèo xuống còn 1,5%", False),
        ("tỷ lệ hộ nghèo giảm còn 1,5%", False),
        ("giảm tỷ lệ hộ nghèo từ 5% năm 2020 xuống 3%", False),
        ("tăng cường kiểm tra 12 chi bộ", False),
        ("công tác giảm nghèo đạt 97%", False),
    ],
)
def test_what_may_be_a_change_or_a_level_is_in_doubt(
    tmp_path: Path, text: str, doubted: bool
) -> None:
    row = propose(tmp_path, f"Năm 2022, toàn huyện {text}.").iloc[0]
    assert ("change_or_level" in row["doubts"].split()) == doubted


def test_a_way_down_is_no_range(tmp_path: Path) -> None:
    table = propose(tmp_path, "Năm 2022, số vụ giảm từ 12 đến 7 vụ.")
    assert table[["kind", "value", "qualifier"]].to_numpy().tolist() == [
        ["figure", "12", "="],
        ["figure", "7", "="],
    ]
    assert "earlier_value" in table["doubts"].iloc[0].split()


@pytest.mark.parametrize("span", ["5-7%", "từ 5 đến 7%", "từ 5% đến 7%"])
def test_both_ends_of_a_range_go_down(tmp_path: Path, span: str) -> None:
    table = propose(tmp_path, f"Năm 2022, thu ngân sách giảm {span} so với năm 2021.")
    assert table[["kind", "value", "qualifier"]].to_numpy().tolist() == [
        ["change", "-5", "<="],
        ["change", "-7", ">="],
    ]


def test_what_follows_a_target_in_its_sentence_may_be_one(tmp_path: Path) -> None:
    text = "Năm 2022 phấn đấu 90% chi bộ tốt; 95% đảng viên tốt; đến nay đã kết nạp 150 đảng viên."
    table = propose(tmp_path, text)
    assert table["kind"].tolist() == ["target", "figure", "figure"]
    doubted = table["doubts"].str.contains("target_or_figure")
    assert doubted.tolist() == [False, True, False]


def test_nothing_after_the_brackets_is_a_part_of_what_stands_before_them(tmp_path: Path) -> None:
    text = "Năm 2022 có 5 chi bộ tốt (trong đó có 3 chi bộ mới), 2 chi bộ khá."
    table = propose(tmp_path, text)
    assert table["part_of"].tolist() == ["", table["place"].iloc[0], ""]


def test_a_part_names_the_figure_before_as_its_whole(tmp_path: Path) -> None:
    table = propose(tmp_path, "Năm 2022 có 93% chi bộ tốt, trong đó 20% xuất sắc; có 5 xã tốt.")
    whole, part, other = table.to_dict("records")
    assert part["part_of"] == whole["place"]
    assert other["part_of"] == ""


@pytest.mark.parametrize("part", ["có 19,6% hoàn thành xuất sắc", "12,5% là nữ"])
def test_a_part_may_stand_at_the_head_of_the_next_sentence(
    tmp_path: Path, part: str, programme_known: Programme
) -> None:
    rows = []
    for between in (", trong đó", ". Trong đó", ". Trong đó,"):
        text = f"Năm 2024, 89,1% đảng viên hoàn thành tốt nhiệm vụ{between} {part}."
        (tmp_path / "a.txt").write_text(text, "utf-8")
        table = draft(tmp_path / "a.txt", programme_known, "en").query("kind == 'figure'")
        rows.append(
            table[["period", "part_of", "indicator", "doubts", "unit_measure"]].to_numpy().tolist()
        )
    assert rows[0][1][1] == "1:11"
    assert "base_not_said" in rows[0][1][3]
    assert rows[1] == rows[0]
    assert rows[2] == rows[0]


def test_doubts_are_told_in_the_language_asked_for() -> None:
    said = {lang: call(ITEM, "--lang", lang).stdout for lang in ("vi", "en")}
    assert "không nói rõ mẫu số" in said["vi"]
    assert "the base of the percentage is not said" in said["en"]


def test_doubts_have_the_numbers_of_their_language(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Năm 2022, 2.709 tỷ đồng; có 45/48 chi bộ tốt.", "utf-8")
    told = {lang: " ".join(draft(path, None, lang)["doubts_told"]) for lang in ("vi", "en")}
    assert "2709 / 2,709" in told["vi"]
    assert "2709 / 2.709" in told["en"]
    assert ("93,75%" in told["vi"], "93.75%" in told["en"]) == (True, True)


def test_a_draft_is_printed_and_its_numbers_are_counted() -> None:
    done = call(ITEM, "--programme", "04-CTr-HU", "--raw", RAW)
    assert done.exit_code == 0
    assert done.stdout.startswith("indicator,unit,period,value,qualifier,")
    assert done.stderr.splitlines() == [
        "04-CTr-HU.txt: 33 numbers: 16 proposed, 10 of these with doubts; "
        "17 in dates, periods, documents and names; 0 unplaced",
        "in the programme's tables already: 14 the same, 0 different",
    ]
    assert call(ITEM, "-q").stderr == ""


def test_a_draft_in_a_file_opens_right_in_excel(tmp_path: Path) -> None:
    done = call(ITEM, "--draft", tmp_path / "draft.csv")
    assert done.stdout == f"{tmp_path / 'draft.csv'}\n"
    content = (tmp_path / "draft.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content[3:].decode() == call(ITEM).stdout
    assert read_text(tmp_path / "draft.csv", "figures").frame["as_published"].notna().all()


def test_a_draft_is_never_written_among_the_data_nor_over_a_file(programme: Path) -> None:
    raw = programme.parent
    (raw / "other.csv").write_text("mine")
    before = sorted(raw.rglob("*"))
    for place in (raw / "d.csv", programme / "d.csv", programme / "a/d.csv", raw / "x/d.csv"):
        assert call(ITEM, "--raw", raw, "--draft", place).exit_code == 2
    for place in (programme / "a/d.csv", raw / "d.csv"):
        assert call(ITEM, "--draft", place).exit_code == 2
    done = call(ITEM, "--draft", shutil.copy(ITEM, raw.parent / "mine.csv"))
    assert (done.exit_code, "exists already" in done.stderr) == (2, True)
    assert sorted(raw.rglob("*")) == before


def test_a_draft_may_lie_in_the_project_beside_a_converted_programme(programme: Path) -> None:
    project = programme.parents[1]
    shutil.copytree(programme, project / "converted")
    done = call(ITEM, "--raw", programme.parent, "--draft", project / "draft.csv")
    assert (done.exit_code, done.stdout) == (0, f"{project / 'draft.csv'}\n")


def test_an_excerpt_shows_the_number_and_is_no_formula(tmp_path: Path) -> None:
    table = propose(tmp_path, "=5 xã; +7 xã\n@đạt 93%")
    assert table["excerpt"].tolist()[-1] == "…@đạt »93%«"
    assert not table["excerpt"].str.match(r"[=+@-]").any()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("-12 đảng viên bị kỷ luật.", "12"),
        ("– 12 đảng viên bị kỷ luật.", "12"),
        (
            "Hội nghị đánh giá kết quả thực hiện các nhiệm vụ về xây dựng Đảng\n-12 đảng viên mới.",
            "12",
        ),
        ("Hội nghị ghi âm 12 bản tham luận.", "12"),
        ("Kinh tế tăng trưởng âm 12%.", "-12"),
        ("Kết quả thấp hơn cùng kỳ (-12%).", "-12"),
        ("Các xã Mẫu 02, Mẫu 03, Mẫu 12 lần lượt được khen.", "12"),
    ],
)
def test_a_dash_of_a_list_is_no_minus(tmp_path: Path, text: str, value: str) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    table = draft(tmp_path / "a.txt", None, "en")
    assert [one for one in table["value"] if one] == [value]


def test_an_item_may_call_an_indicator_by_the_definition_of_its_figures(
    tmp_path: Path, programme_known: Programme
) -> None:
    text = "Năm 2022, tổ chức cơ sở đảng hoàn thành {} nhiệm vụ trở lên đạt 97,8%."
    found = []
    for said in ("", "tốt"):
        (tmp_path / "a.txt").write_text(" ".join(text.format(said).split()), "utf-8")
        rows = draft(tmp_path / "a.txt", programme_known, "en")
        row = rows[rows["as_published"].eq("97,8%")].iloc[0]
        found.append((row["indicator"], row["definition"], row["in_table"]))
    assert found == [
        ("orgs-rated", "completed-or-better", "same"),
        ("orgs-rated", "completed-well-or-better", "differs: 97.8 completed-or-better"),
    ]


def test_columns_of_differences_hold_changes(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "<table><tr><th>Chỉ tiêu</th><th>ĐVT</th><th>Năm 2023</th><th>Tăng (+), giảm (-)</th></tr>"
        "<tr><td>Đảng viên mới</td><td>người</td><td>148</td><td>-7</td></tr></table>",
        "utf-8",
    )
    row = draft(tmp_path / "a.html", None, "en").set_index("as_published").loc["-7"]
    assert (row["kind"], row["value"], row["unit_measure"]) == ("change", "-7", "count")
    assert "change_or_level" in row["doubts"].split()


def test_a_year_set_against_another_is_a_year(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("So sánh 2023/2022: tăng 12%.", "utf-8")
    table = draft(tmp_path / "a.txt", None, "en").set_index("as_published")
    assert table.loc[["2023", "2022"], "kind"].tolist() == ["period", "period"]


RATED = """Năm 2024, 100% tổ chức cơ sở đảng hoàn thành nhiệm vụ trở lên; trong đó, 10/52 tổ chức cơ
sở đảng (19,23%) hoàn thành xuất sắc nhiệm vụ, 39/52 (75%) hoàn thành tốt nhiệm vụ. Cán bộ chủ chốt
xã, thị trấn có trình độ đại học đạt 99%, trong đó trên đại học 31,8%."""


def test_what_stands_behind_its_brackets_tells_what_a_share_is_of(
    tmp_path: Path, programme_known: Programme
) -> None:
    (tmp_path / "a.txt").write_text(RATED, "utf-8")
    table = draft(tmp_path / "a.txt", programme_known, "en").set_index("as_published")
    assert table.loc["10/52":"31,8%", ["indicator", "definition"]].to_records().tolist() == [
        ("10/52", "orgs-excellent", "completed-excellently"),
        ("19,23%", "orgs-excellent", "completed-excellently"),
        ("39/52", "", "completed-well"),
        ("75%", "", "completed-well"),
        ("99%", "commune-cadres-degree", ""),
        ("31,8%", "", ""),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "doubts"),
    [
        ("đạt 155, vượt chỉ tiêu 150", "target", {"margin_or_target", "target_or_figure"}),
        ("đạt 89%, vượt chỉ tiêu 14%", "margin_over_target", {"points_or_percent"}),
        ("tăng 12 người (tương đương 7,7%)", "change", {"points_or_percent", "since_not_said"}),
        (
            "đạt 92%, vượt 17% so với chỉ tiêu Đại hội Đảng bộ huyện khóa mới đề ra (75%)",
            "target",
            set(),
        ),
    ],
)
def test_the_last_number_is_told_by_the_one_before(
    tmp_path: Path, text: str, kind: str, doubts: set[str]
) -> None:
    row = propose(tmp_path, f"Năm 2024, kết nạp đảng viên {text}.").iloc[-1]
    assert row["kind"] == kind
    assert set(row["doubts"].split()) - {"no_unit"} == doubts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("28/30 có trình độ đại học", ("28", "30")),
        ("39/52 (75%) hoàn thành tốt nhiệm vụ", ("39", "52")),
        ("39/52 đảng bộ", ("39", "52")),
        ("14/3 có hội nghị", None),
    ],
)
def test_a_part_and_its_whole_are_told_from_a_day(
    tmp_path: Path, text: str, counts: tuple[str, str] | None
) -> None:
    (tmp_path / "a.txt").write_text(f"Năm 2022, {text}.", "utf-8")
    table = draft(tmp_path / "a.txt", None, "en")
    found = table[table["numerator"].ne("")][["numerator", "denominator"]]
    assert [*found.itertuples(index=False, name=None)] == ([counts] if counts else [])


def test_a_claim_of_a_period_that_is_not_said_is_doubted(tmp_path: Path) -> None:
    rows = propose(tmp_path, "Trong 9 tháng, kết nạp 105 đảng viên (đạt 70% kế hoạch năm).")
    assert rows["doubts"].str.contains("period_not_said").all()
