"""Sheets as offices keep them, made up for the tests; written in each kind of file."""

import csv
from dataclasses import dataclass, field
from pathlib import Path

from docx import Document
from openpyxl import Workbook
from openpyxl.utils import range_boundaries

from giaoban.sheet.grids.grid import Grid, numbered, spread, typed
from giaoban.sheet.grids.numberformat import shown_number

Value = str | int | float | None


@dataclass
class OfficeSheet:
    """The cells of a sheet, its merged ranges, and number formats by the ranges they are of."""

    name: str
    rows: list[list[Value]]
    merged: list[str] = field(default_factory=list)
    formats: dict[str, str] = field(default_factory=dict)

    @property
    def ranges(self) -> list[tuple[tuple[int, int], tuple[int, int]]]:
        bounds = [range_boundaries(text) for text in self.merged]
        return [((t - 1, le - 1), (b - 1, r - 1)) for le, t, r, b in bounds]  # type: ignore[operator]

    def grid(self) -> Grid:
        cells = [[_cell(value) for value in row] for row in self.rows]
        return Grid(self.name, spread(cells, self.ranges))

    def xlsx(self, path: Path) -> Path:
        book = Workbook()
        sheet = book.worksheets[0]
        sheet.title = self.name
        for row in self.rows:
            sheet.append(row)
        for merged in self.merged:
            sheet.merge_cells(merged)
        for area, code in self.formats.items():
            for cells in sheet[area]:
                for cell in cells:
                    cell.number_format = code
        book.save(path)
        return path

    def csv(self, path: Path) -> Path:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";").writerows(map(_told, self.rows))
        return path

    def docx(self, path: Path) -> Path:
        """Write the lines that are one cell wide as paragraphs, and the rest as a table."""
        document = Document()
        head = next(n for n, row in enumerate(self.rows) if len(row) > 1)
        for row in self.rows[:head]:
            document.add_paragraph("".join(_told(row)))
        body = [_told(row) for row in self.rows[head:]]
        table = document.add_table(len(body), max(map(len, body)))
        for n, texts in enumerate(body):
            for m, text in enumerate(texts):
                table.cell(n, m).text = text
        for (top, left), (bottom, right) in self.ranges:
            text = table.cell(top - head, left).text
            whole = table.cell(top - head, left).merge(table.cell(bottom - head, right))
            whole.text = text
        document.save(str(path))
        return path


def _told(row: list[Value]) -> list[str]:
    return [
        "" if v is None else str(v).replace(".", ",") if isinstance(v, float) else str(v)
        for v in row
    ]


def _cell(value: Value):  # type: ignore[no-untyped-def]
    if isinstance(value, int | float):
        return numbered(*shown_number(value))
    return typed(value or "")


def values(texts: list[str]) -> list[Value]:
    """Give the cells of a row as they are typed: numbers as numbers, nothing of what is empty."""
    bare = [text.strip() for text in texts]
    return [float(text) if text.replace(".", "").isdigit() else text or None for text in bare]


SCHOOL = OfficeSheet(
    "Tổng hợp",
    [
        ["PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN MẪU"],
        ["KẾT QUẢ NÂNG CAO CHẤT LƯỢNG GIÁO DỤC TIỂU HỌC VÀ THCS"],
        ["(Kèm theo Báo cáo số 15/BC-PGDĐT ngày 14/3/2025)"],
        [],
        ["STT", "Chỉ tiêu", "Năm 2021", "Năm 2022", "Năm 2023", "Năm 2024", None, None, "Năm 2025"],
        [None, None, "TH", "TH", "TH", "KH", "TH", "% KH", "KH"],
        [1, "Tỷ lệ tốt nghiệp THCS (%)", 94.3, 95.5, 96.5, 97, 98.0, "101,0", "99"],
        ["-", "Xã Tân Lập", 95.6, 96.6, 97.4, None, 98.4, None, None],
        ["-", "Xã Hợp Tiến", 95.0, 96.3, 97.4, None, 98.7, None, None],
        ["-", "Xã An Mỹ", 90.5, 92.1, 92.8, None, 95.7, None, None],
        [2, "Giáo viên được tập huấn (người)", 212, 248, 275, 300, 291, "97,0", None],
        [3, "Học sinh bỏ học (em)", 41, 36, 29, None, 24, None, "≤ 10"],
        [],
        ["Ghi chú: số liệu cuối năm học."],
    ],
    ["A5:A6", "B5:B6", "F5:H5"],
    {"C7:G10": "0.0"},
)
# The year after: one more figure each, and a number of the year before that was wrong.
SCHOOL_NEXT = OfficeSheet(
    "Tổng hợp",
    [
        *SCHOOL.rows[:4],
        ["STT", "Chỉ tiêu", "Năm 2024", None, "Năm 2025", None],
        [None, None, "KH", "TH", "KH", "TH"],
        [1, "Tỷ lệ tốt nghiệp THCS (%)", 97, "98,0", 99, "99,2"],
        ["-", "Xã Tân Lập", None, "98,4", None, "99,0"],
        [2, "Giáo viên được tập huấn (người)", 300, 291, 310, 312],
        [3, "Học sinh bỏ học (em)", None, 25, "≤ 10", 9],
    ],
    ["A5:A6", "B5:B6", "C5:D5", "E5:F5"],
)
# A district's targets of one year: numbered groups, parts, estimates, two comparisons, notes.
DISTRICT = OfficeSheet(
    "Biểu 1",
    [
        ["UBND HUYỆN MẪU"],
        ["Biểu số 01"],
        ["CÁC CHỈ TIÊU KINH TẾ - XÃ HỘI NĂM 2024 VÀ KẾ HOẠCH NĂM 2025"],
        [],
        ["TT", "Chỉ tiêu", "ĐVT", "TH năm 2023", "Năm 2024", None, "So sánh (%)", None, "KH năm 2025", "Ghi chú"],
        [None, None, None, None, "KH", "ƯTH", "ƯTH/KH", "ƯTH 2024/TH 2023", None, None],
        ["A", "B", "C", 1, 2, 3, "4=3/2", "5=3/1", 6, 7],
        ["I", "KINH TẾ", None, None, None, None, None, None, None, None],
        [1, "Tổng giá trị sản xuất", "Tỷ đồng", "4.520,5", 4900, "4.987,2", "101,8", "110,3", 5400, None],
        ["-", "Công nghiệp", "Tỷ đồng", 3000, 3300, 3377, 102.3, 112.6, 3700, None],
        [2, "Sản lượng lương thực có hạt", "Tấn", 30100, 30500, 30326, 99.4, 110.8, 30600, None],
        [None, "Trong đó: Thóc", '"', 28000, 28200, 28150, 99.8, 100.5, 28300, "ước"],
        ["II", "XÃ HỘI", None, None, None, None, None, None, None, None],
        [1, "Tỷ lệ hộ nghèo", "%", 3.25, "≤ 2,5", 2.41, None, None, "dưới 2", None],
        [2, "Số xã đạt chuẩn nông thôn mới", "Xã", 10, 12, 12, 100, 120, 14, None],
        [3, "Tỷ lệ trẻ em suy dinh dưỡng", "%", "11,2 (1)", "<11", 10.8, None, None, "< 10,5", None],
        [],
        ["Ghi chú: ƯTH là ước thực hiện."],
        ["(1) Số liệu điều tra."],
    ],
    ["A5:A6", "B5:B6", "C5:C6", "D5:D6", "E5:F5", "G5:H5", "I5:I6", "J5:J6"],
)  # fmt: skip
# Communes down, indicators across under two rows of heads; the year is in the caption.
POOR = OfficeSheet(
    "Hộ nghèo",
    [
        ["KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2024"],
        [],
        ["STT", "Xã, thị trấn", "Tổng số hộ", "Hộ nghèo", None, "Hộ cận nghèo", None],
        [None, None, None, "Số hộ", "Tỷ lệ (%)", "Số hộ", "Tỷ lệ (%)"],
        [None, "Toàn huyện", 3000, 60, 2.0, 90, 3.0],
        [1, "Xã Tân Lập", 1000, 30, 3.0, 40, 4.0],
        [2, "Xã Hợp Tiến", 1200, 20, 1.67, 30, 2.5],
        [3, "Thị trấn An Mỹ", 800, 10, 1.25, 20, 2.5],
    ],
    ["A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:G3"],
)
# A table for each commune, with half a year and the year.
PARTY = OfficeSheet(
    "Theo xã",
    [
        ["KẾT QUẢ XÂY DỰNG ĐẢNG"],
        ["Xã Tân Lập"],
        ["TT", "Nội dung", "Đơn vị", "6 tháng đầu năm 2024", None, "Cả năm 2024", None],
        [None, None, None, "CT", "TH", "CT", "TH"],
        [1, "Kết nạp đảng viên mới", "đồng chí", 5, 4, 10, 9],
        [2, "Chi bộ hoàn thành tốt nhiệm vụ", "%", 90, "92,5", 90, "95,0"],
        [],
        ["Xã Hợp Tiến"],
        ["TT", "Nội dung", "Đơn vị", "6 tháng đầu năm 2024", None, "Cả năm 2024", None],
        [None, None, None, "CT", "TH", "CT", "TH"],
        [1, "Kết nạp đảng viên mới", "đồng chí", 6, 7, 12, 13],
        [2, "Chi bộ hoàn thành tốt nhiệm vụ", "%", 90, "88,9", 90, "91,7"],
    ],
    ["D3:E3", "F3:G3", "D9:E9", "F9:G9"],
)
