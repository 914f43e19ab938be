"""A random programme's figures written as a sheet, in each way that offices write them."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from hypothesis import strategies as st
from officesheets import OfficeSheet, Value

TITLES = [
    ("Tỷ lệ hộ nghèo", "%"),
    ("Đảng viên mới kết nạp", "đồng chí"),
    ("Tổng thu ngân sách", "tỷ đồng"),
    ("Thu nhập bình quân đầu người", "triệu đồng/người/năm"),
    ("Số trường học đạt chuẩn", "trường"),
    ("Tỷ lệ tăng dân số tự nhiên", "‰"),
    ("Diện tích gieo trồng", "ha"),
]
UNITS = ["Xã Tân Lập", "Xã Hợp Tiến", "Thị trấn An Mỹ", "Phường Hai"]
Key = tuple[str, str, str, str]
Numbers = dict[Key, Decimal]


@dataclass(frozen=True)
class Figures:
    """Numbers by indicator, unit, year and kind; how each is written."""

    titles: list[tuple[str, str]]
    units: list[str]
    years: list[str]
    numbers: Numbers

    def cell(self, title: str, unit: str, year: str, kind: str = "figure") -> Value:
        value = self.numbers.get((title, unit, year, kind))
        if value is None:
            return None
        text = f"{value:f}"
        whole = value == value.to_integral_value()
        # Whole numbers as numbers, others as text with a decimal comma, as people type them.
        return int(value) if whole else text.replace(".", ",")


@st.composite
def figures(draw: st.DrawFn, *, plans: bool, units: bool, titles: int = 4) -> Figures:
    some = draw(st.lists(st.sampled_from(TITLES), min_size=1, max_size=titles, unique=True))
    own = draw(st.lists(st.sampled_from(UNITS), min_size=1, unique=True)) if units else [""]
    first = draw(st.integers(1995, 2030))
    years = [str(first + n) for n in range(draw(st.integers(2, 4)))]
    kinds = ["figure", "target"] if plans else ["figure"]
    keys = [(t, u, y, k) for t, _ in some for u in own for y in years for k in kinds]
    # Four digits may be a year, and three decimals may be thousands: they are asked about.
    hundredths = st.integers(0, 9999).map(lambda n: Decimal(n) / 100)
    drawn = {key: draw(st.none() | hundredths) for key in keys}
    measures = dict(some)
    numbers = {
        key: value if measures[key[0]] not in ("đồng chí", "trường") else Decimal(int(value))
        for key, value in drawn.items()
        if value is not None
    }
    return Figures(some, own, years, numbers)


def years_across(told: Figures) -> OfficeSheet:
    rows: list[list[Value]] = [["STT", "Chỉ tiêu", "ĐVT", *(f"Năm {y}" for y in told.years)]]
    for n, (title, measure) in enumerate(told.titles, 1):
        rows.append([n, title, measure, *(told.cell(title, "", y) for y in told.years)])
    return OfficeSheet("S", rows)


def plans_and_results(told: Figures) -> OfficeSheet:
    top: list[Value] = ["TT", "Nội dung"]
    below: list[Value] = [None, None]
    for year in told.years:
        top += [f"Năm {year}", None]
        below += ["KH", "TH"]
    rows = [top, below]
    for n, (title, measure) in enumerate(told.titles, 1):
        cells = [told.cell(title, "", y, k) for y in told.years for k in ("target", "figure")]
        rows.append([n, f"{title} ({measure})", *cells])
    letters = "CDEFGHIJ"
    pairs = [f"{letters[2 * n]}1:{letters[2 * n + 1]}1" for n in range(len(told.years))]
    return OfficeSheet("S", rows, ["A1:A2", "B1:B2", *pairs])


def units_down(told: Figures) -> OfficeSheet:
    top: list[Value] = ["STT", "Xã, phường, thị trấn"]
    below: list[Value] = [None, None]
    for title, measure in told.titles:
        top += [f"{title} ({measure})", *[None] * (len(told.years) - 1)]
        below += told.years
    rows = [top, below]
    for n, unit in enumerate(told.units, 1):
        rows.append([n, unit, *(told.cell(t, unit, y) for t, _ in told.titles for y in told.years)])
    return OfficeSheet("S", rows)


def years_down(told: Figures) -> OfficeSheet:
    rows: list[list[Value]] = [["Năm", *(f"{title} ({unit})" for title, unit in told.titles)]]
    rows += [[int(y), *(told.cell(t, "", y) for t, _ in told.titles)] for y in told.years]
    return OfficeSheet("S", rows)


def a_table_each(told: Figures) -> OfficeSheet:
    rows: list[list[Value]] = []
    for unit in told.units:
        rows += [[unit], ["STT", "Chỉ tiêu", "Đơn vị tính", *told.years]]
        for n, (title, measure) in enumerate(told.titles, 1):
            rows.append([n, title, measure, *(told.cell(title, unit, y) for y in told.years)])
        rows.append([])
    return OfficeSheet("S", rows)


LAYOUTS: dict[str, tuple[Callable[[Figures], OfficeSheet], bool, bool]] = {
    "years across": (years_across, False, False),
    "plans and results": (plans_and_results, True, False),
    "units down": (units_down, False, True),
    "years down": (years_down, False, False),
    "a table each": (a_table_each, False, True),
}
