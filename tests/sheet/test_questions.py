"""What words do not say is asked, and never taken from capitals, from a caption or from beside."""

import pytest
from officesheets import OfficeSheet, values

from giaoban.sheet.answers import Answers
from giaoban.sheet.forms import find_blocks
from giaoban.sheet.known import Known
from giaoban.sheet.proposal import Proposal, propose

ANSWERED = {
    "reported-on": "2024-12-20",
    "source": "Báo cáo 15",
    "set-by": "UBND huyện",
    "unit": "Huyện Mẫu",
    "title": "Chương trình",
    "code": "01",
    "years": "2020/2026",
    "titles": "vi",
}


def made(
    lines: str, known: Known | None = None, caption: str = "NĂM 2024", **more: dict[str, str]
) -> Proposal:
    """Propose rows for a table whose lines stand behind semicolons, its cells behind bars."""
    rows = [values(line.split("|")) for line in lines.split(";")]
    sheet = OfficeSheet("S", [[caption], *rows])
    return propose(find_blocks(sheet.grid()), Answers({**ANSWERED}, more), known or Known())


def read(proposal: Proposal) -> list[str]:
    """Give what each cell is of, as ``kind title @unit in measure``."""
    return [
        " ".join(
            filter(None, [one.kind, one.title, one.unit and f"@{one.unit}", f"in {one.measure}"])
        ).removesuffix(" in ")
        for one in proposal.found
    ]


PLACES = "Tân Lập|10|20; 2|Hợp Tiến|30|40"


@pytest.mark.parametrize(
    "lines",
    [
        f"STT|Nội dung|Số hộ|Tỷ lệ (%); 1|{PLACES}",
        f"STT|Tên|Dân số|Mật độ; 1|{PLACES}",
        f"STT|Danh mục|Khối lượng (tấn)|TL; 1|{PLACES}",
        "STT|Nội dung|Số hộ|Tỷ lệ (%); 1|Hộ Nghèo|40|5; 2|Hộ Cận Nghèo|41|6",
        "STT|Nội dung|Số dự án|Vốn; 1|Giao Thông|40|5; 2|Nông Nghiệp|41|6",
        "STT|Nội dung|Số Hộ|Hộ Nghèo|Tỷ Lệ (%); 1|Tân Lập|100|80|80; 2|Hợp Tiến|50|30|60",
        "No.|Indicator|Total|Women|Under 30; 1|New Members|40|5|4; 2|Old Members|4|3|2",
        "STT|Chỉ tiêu|Khối lượng (tấn)|Doanh thu; 1|Lúa Mùa|40|5; 2|Lúa Xuân|41|6",
        "STT|Chỉ tiêu|Văn phòng|Văn phòng|Công an|Công an; ||Số vụ|Tỷ lệ (%)|Số vụ|Tỷ lệ (%);"
        "1|Đơn thư|100|10|50|6",
        "STT|Chỉ tiêu|Hộ nghèo|Hộ nghèo|Hộ cận nghèo|Hộ cận nghèo; ||Số hộ|TL (%)|Số hộ|TL (%);"
        "1|Thành thị|100|10|50|6",
        "STT|Chỉ tiêu|Tân Lập|Tân Lập|Hợp Tiến|Hợp Tiến; ||Nam|Nữ|Nam|Nữ; 1|Hộ nghèo|1|2|3|4",
        "STT|Chỉ tiêu|Chợ (hộ); 1|Hộ nghèo|40",
        "STT|Chỉ tiêu|CHỢ; 1|Số hộ|40",
        "STT|Chỉ tiêu|Hợp Tiến (hộ); 1|Hộ nghèo|40",
        "STT|Chỉ tiêu|Nữ|Từ Sơn; 1|Hộ nghèo|40|3",
        "STT|Chỉ tiêu|Số hộ|Hợp Tiến (hộ); 1|Hộ nghèo|40|3",
        "STT|Chỉ tiêu|Xã Tân Lập|Hợp Tiến (hộ); 1|Hộ nghèo|40|3",
        "STT|Chỉ tiêu|KH vốn 2024|Giải ngân|TL; 1|Nông nghiệp|40|20|50",
        "STT|Chỉ tiêu|KH Tân Lập|TH Tân Lập; 1|Hộ nghèo|40|20",
        "STT|Chỉ tiêu|Tân Lập giao|TH; 1|Hộ nghèo|40|20",
        "STT|Chỉ tiêu|Hộ Kinh Doanh đăng ký|Kết quả; 1|Thu thuế|10|8",
        "STT|Chỉ tiêu|Đơn vị đăng ký|Kết quả; 1|Thu thuế|10|8",
        "STT|Chỉ tiêu|Tỉnh giao|Xã phấn đấu; 1|Thu thuế|10|8",
    ],
)
def test_what_capitals_alone_or_a_guess_would_say_is_asked(lines: str) -> None:
    asked = [question for question in made(lines).questions if question.key == "heads"]
    assert len(asked) == 1
    assert "units: “" in asked[0].text.told("en")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            "STT|Chỉ tiêu|Tổng số|Nữ; 1|Đảng Viên Mới|40|5; 2|Đảng Viên Chính Thức|41|6",
            ["figure Đảng Viên Mới", "figure Đảng Viên Mới: Nữ"],
        ),
        (
            "STT|Chỉ tiêu|Nam|Nữ; 1|Nông Nghiệp|40|5; 2|Giao Thông|41|6",
            ["figure Nông Nghiệp: Nam", "figure Nông Nghiệp: Nữ"],
        ),
        ("STT|Chỉ tiêu|Văn phòng; 1|Số hồ sơ|40", ["figure Số hồ sơ @Văn phòng in hồ sơ"]),
        (
            "STT|Chỉ tiêu|Xã Tân Lập|Nữ; 1|Hộ nghèo (hộ)|40|3",
            ["figure Hộ nghèo @Xã Tân Lập in hộ", "figure Hộ nghèo: Nữ in hộ"],
        ),
        (
            "STT|Chỉ tiêu|Xã Tân Lập|Xã Tân Lập|Toàn huyện|Toàn huyện;"
            "||Số hộ|TL (%)|Số hộ|TL (%); 1|Hộ nghèo|1|2|3|4",
            [
                "figure Hộ nghèo: Số hộ @Xã Tân Lập in hộ",
                "figure Hộ nghèo: tỷ lệ @Xã Tân Lập in %",
                "figure Hộ nghèo: Số hộ in hộ",
                "figure Hộ nghèo: tỷ lệ in %",
            ],
        ),
        (
            "STT|Chỉ tiêu|KH giá trị sản xuất|TH giá trị sản xuất|% KH; 1|Nông nghiệp|40|20|50",
            [f"{kind} Nông nghiệp: Giá trị sản xuất" for kind in ("target", "figure", "of_target")],
        ),
    ],
)
def test_what_words_say_themselves_is_read_so_and_not_asked(lines: str, told: list[str]) -> None:
    proposal = made(lines, measure={"nong-nghiep-gia-tri-san-xuat": "tỷ đồng"})
    assert proposal.questions == []
    assert read(proposal)[: len(told)] == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("indicators", ["figure Số hộ @Tân Lập in hộ", "figure Số hộ: tỷ lệ @Tân Lập in %"]),
        ("parts", ["figure Tân Lập: Số hộ in hộ", "figure Tân Lập: Tỷ lệ in %"]),
    ],
)
@pytest.mark.parametrize("first", ["Tân Lập", "Xã Tân Lập"])
def test_what_rows_are_can_be_said_from_both_sides(first: str, said: str, told: list[str]) -> None:
    lines = f"STT|Nội dung|Số hộ|Tỷ lệ (%); 1|{first}|10|20"
    proposal = made(lines, heads={"Số hộ": said})
    assert proposal.questions == []
    assert read(proposal) == [text.replace("Tân Lập", first) for text in told]


@pytest.mark.parametrize("head", ["Thôn, bản", "Khu dân cư", "Các xã, phường"])
def test_a_label_that_names_units_stands_over_these(head: str) -> None:
    proposal = made(f"STT|{head}|Số hộ|Tỷ lệ (%); 1|{PLACES}")
    assert proposal.questions == []
    assert [one.unit for one in proposal.found[::2]] == ["Tân Lập", "Hợp Tiến"]


def test_rows_that_the_programme_knows_as_units_are_these() -> None:
    units = [
        {"unit": name, "title_vi": title}
        for name, title in (("mau", "Huyện Mẫu"), ("tl", "Xã Tân Lập"), ("ht", "Xã Hợp Tiến"))
    ]
    known = Known({"unit": "mau"}, {"units": units})
    proposal = made(f"STT|Nội dung|Số hộ|Tỷ lệ (%); 1|{PLACES}", known)
    assert proposal.questions == []
    assert read(proposal)[::2] == ["figure Số hộ @Tân Lập in hộ", "figure Số hộ @Hợp Tiến in hộ"]


@pytest.mark.parametrize(
    ("lines", "told", "checked"),
    [
        (
            "STT|Xã|Số hộ nghèo|TL (%)|KH giảm (hộ)|TH giảm (hộ); 1|Xã A|40|5|4|3",
            ["figure Số hộ nghèo: tỷ lệ @Xã A in %"],
            (0, 0),
        ),
        (
            "STT|Xã|Dân số|Số người tham gia|TL (%)|Chỉ tiêu giao (%); 1|Xã A|100|95|95|90",
            ["figure Số người tham gia: tỷ lệ @Xã A in %"],
            (0, 0),
        ),
        (
            "STT|Xã|KH giao|TH|% KH|Số hộ nghèo|TL (%); 1|Xã A|40|35|87.5|12|3.4",
            ["figure Số hộ nghèo: tỷ lệ @Xã A in %"],
            (1, 0),
        ),
        ("STT|Xã|KH giao|Số hộ giảm|TL (%); 1|Xã A|40|35|87.5", ["of_target @Xã A"], (0, 1)),
        (
            "STT|Xã|KH trồng mới|KH chăm sóc|TH trồng mới|TH chăm sóc|% KH|% KH;"
            "1|Xã A|10|20|8|10|80|50",
            ["figure Chăm sóc @Xã A", "of_target @Xã A", "of_target @Xã A"],
            (0, 2),
        ),
        (
            "STT|Xã|KH trồng mới|TH trồng mới|% KH trồng mới; 1|Xã A|10|8|80",
            ["of_target Trồng mới @Xã A"],
            (1, 0),
        ),
    ],
)
def test_a_bare_share_is_of_what_stands_to_its_left(
    lines: str, told: list[str], checked: tuple[int, int]
) -> None:
    proposal = made(lines)
    assert set(told) <= set(read(proposal))
    assert (proposal.checked.agree, proposal.checked.unchecked) == checked
    assert proposal.checked.disagree == []


@pytest.mark.parametrize(
    "caption", ["HỘ NGHÈO CÁC XÃ NĂM 2024", "TÌNH HÌNH HỘ NGHÈO NĂM 2024", "TỶ LỆ HỘ NGHÈO 2024"]
)
def test_what_a_share_is_called_hangs_on_no_caption(caption: str) -> None:
    proposal = made("STT|Xã|Số hộ nghèo|TL (%); 1|Xã A|40|3.4", caption=caption)
    assert [one.title for one in proposal.found] == ["Số hộ nghèo", "Số hộ nghèo: tỷ lệ"]


def test_titles_differ_by_more_than_their_capitals() -> None:
    lines = "STT|Ngành|Giá trị (tỷ đồng)|Tỷ trọng (%); 1|Nông nghiệp|40|3.4"
    titles = {one.title.lower() for one in made(lines, caption="TỶ TRỌNG CÁC NGÀNH 2024").found}
    assert len(titles) == 2


@pytest.mark.parametrize("head", ["Giai đoạn 2024-2025", "Kế hoạch trung hạn 2024-2025"])
def test_a_term_beside_school_years_is_none(head: str) -> None:
    lines = f"STT|Chỉ tiêu|Năm học 2023-2024|{head}; 1|Trường chuẩn quốc gia (trường)|4|6"
    assert made(lines, caption="GIÁO DỤC").found[-1].period == "2024/2025"


YEARS = "STT|Chỉ tiêu|ĐVT|TH 2023|TH 2024"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("A|Kinh tế (tỷ đồng); I|Nông nghiệp (ha); 1|Lúa||10|11", "Lúa in ha"),
        ("A|Kinh tế (tỷ đồng); I|Nông nghiệp; 1|Lúa||10|11", "Lúa"),
        ("I|Trồng trọt (ha); 1|Số hộ trồng lúa||10|11", "Số hộ trồng lúa in hộ"),
        ("I|Trồng trọt (ha); 1|Tỷ lệ cơ giới hóa||90|95", "Tỷ lệ cơ giới hóa"),
        ("I|Trồng trọt (ha); 1|Sản lượng||7|8", "Sản lượng"),
        ("I|Chăn nuôi|con; 1|Tỷ lệ tiêm phòng||90|95", "Tỷ lệ tiêm phòng"),
        ("I|Y tế (%); 1|Số giường bệnh||120|130", "Số giường bệnh in giường"),
        ("1|TỔNG THU (A+B)||12|13", "TỔNG THU (A+B)"),
        ("1|VỐN WB VÀ ADB|tỷ đồng|12|13", "VỐN WB VÀ ADB in tỷ đồng"),
    ],
)
def test_a_row_says_itself_what_it_is_in_and_how_it_is_written(lines: str, told: str) -> None:
    assert read(made(f"{YEARS}; {lines}", caption=""))[-1] == f"figure {told}"


@pytest.mark.parametrize(
    ("title", "measure", "kept"),
    [
        ("Nợ thuế đến cuối năm", "tỷ đồng", ("number", None)),
        ("Thu thuế", "tỷ đồng", ("number", "true")),
        ("Dùng nước sạch", "% hộ", ("percent", None)),
        ("Tham gia bảo hiểm", "% dân số", ("percent", None)),
        ("Tuyển quân", "% so KH", ("number", None)),
        ("Sản lượng thép", "% cùng kỳ", ("number", None)),
    ],
)
def test_a_stock_adds_up_over_no_time_and_percent_of_people_is_a_share(
    title: str, measure: str, kept: tuple[str, str | None]
) -> None:
    (row,) = made(f"{YEARS}; 1|{title}|{measure}|90|95").rows.tables["indicators"]
    assert (row["unit_measure"], row.get("additive")) == kept
