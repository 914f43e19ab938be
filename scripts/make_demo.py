"""Write the synthetic programme ``demo``: made up from a seed, to show what a report can say."""

import csv
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from giaoban.datapackage.descriptor import describe
from giaoban.tables.metadata import FILE
from giaoban.tables.schema import TABLES, columns

SEED = 2021
MEETINGS = ["2022-03-15", "2023-03-14", "2024-03-12", "2025-07-15"]
YEARS = range(2020, 2025)
UNIT, NEW = "mau", "xa-25"
COMMUNES = [f"xa-{number:02}" for number in range(1, 25)]
# At the end of 2022 one commune was divided between two; a year later two became a new one.
CHANGES = [
    ("xa-23", "xa-22", "2023-01-01", "part"),
    ("xa-23", "xa-24", "2023-01-01", "part"),
    ("xa-19", NEW, "2024-01-01", "whole"),
    ("xa-20", NEW, "2024-01-01", "whole"),
]

# The commune and year of which a share was printed without its counts.
BARE = ("xa-19", 2020)

Row = dict[str, object]

PROGRAMME: Row = {
    "code": "00-CTr/MẪU",
    "title_vi": "Chương trình mẫu, số liệu giả định, giai đoạn 2021–2025",
    "title_en": "Sample programme with made-up figures, 2021–2025",
    "decided_on": "2020-12-24",
    "period": "2021/2025",
    "unit": UNIT,
    "synthetic": True,
}

# The office's form: its headings, and what stands under each.
HEADINGS = [
    ("form-party", "Công tác xây dựng Đảng", "Party building", "", "", ""),
    ("form-offices", "Giải quyết công việc của dân", "Serving residents", "", "", ""),
    ("form-economy", "Kinh tế - xã hội", "Economy and society", "", "", ""),
]
INDICATORS = [
    ("orgs-rated", "Tổ chức cơ sở đảng được xếp loại tốt", "Grassroots organisations rated well", "percent", "up", ""),
    ("orgs-excellent", "Trong đó hoàn thành xuất sắc nhiệm vụ", "Of which completed excellently", "percent", "up", "orgs-rated"),
    ("members-admitted", "Đảng viên mới kết nạp", "New members admitted", "count", "up", ""),
    ("members-rated", "Đảng viên hoàn thành tốt nhiệm vụ", "Members rated completed well", "percent", "up", ""),
    ("cadres-degree", "Cán bộ chủ chốt có trình độ đại học", "Key cadres with a degree", "percent", "up", ""),
    ("cadres-theory", "Cán bộ chủ chốt có trình độ trung cấp lý luận chính trị", "Key cadres with political theory", "percent", "up", ""),
    ("files-late", "Hồ sơ giải quyết quá hạn", "Files settled late", "percent", "down", ""),
    ("poor-households", "Hộ nghèo", "Poor households", "percent", "down", ""),
    ("on-time", "Hồ sơ trực tuyến đúng hạn, theo quý", "Online files on time, by quarter", "percent", "up", ""),
    ("reform-index", "Điểm cải cách hành chính", "Administrative-reform score", "rating", "up", ""),
    ("complaints", "Đơn thư khiếu nại", "Complaints received", "count", "down", ""),
    ("inspections", "Cuộc kiểm tra, giám sát", "Inspections held", "count", "none", ""),
    ("young-members", "Đảng viên mới dưới 30 tuổi", "New members under 30", "percent", "up", ""),
    ("women-members", "Đảng viên mới là nữ", "New members who are women", "percent", "up", ""),
    ("satisfaction", "Người dân hài lòng", "Residents who are satisfied", "percent", "up", ""),
    ("meetings-held", "Chi bộ sinh hoạt đúng định kỳ", "Cells that met on schedule", "percent", "up", ""),
    ("rice", "Sản lượng lúa", "Rice harvested", "number", "up", ""),
    ("income", "Thu nhập bình quân đầu người", "Income a head", "number", "up", ""),
]  # fmt: skip

# What is not a share: its unit, and of an amount whether it adds up over time.
MEASURES: dict[str, Row] = {
    "inspections": {"unit_vi": "cuộc", "unit_en": "visits"},
    "rice": {"unit_vi": "tấn", "unit_en": "tonnes", "additive": "true"},
    "income": {
        "unit_vi": "triệu đồng/người",
        "unit_en": "million dong a head",
        "additive": "false",
    },
}

# Who answers for what: of the rest nobody is named.
OFFICES = {
    "Ban Tổ chức Huyện ủy": (
        *("orgs-rated", "orgs-excellent", "members-admitted", "members-rated"),
        *("cadres-degree", "cadres-theory", "young-members", "women-members", "meetings-held"),
    ),
    "Văn phòng HĐND và UBND": ("files-late", "on-time", "reform-index"),
    "Ủy ban Kiểm tra Huyện ủy": ("complaints", "inspections"),
    "Phòng Kinh tế": ("poor-households", "rice", "income"),
}
RESPONSIBLE: dict[str, Row] = {
    name: {"responsible": office} for office, names in OFFICES.items() for name in names
}
FORM = {
    "form-party": (
        *("orgs-rated", "members-admitted", "members-rated", "cadres-degree", "cadres-theory"),
        *("meetings-held", "inspections"),
    ),
    "members-admitted": ("young-members", "women-members"),
    "form-offices": ("files-late", "on-time", "reform-index", "complaints", "satisfaction"),
    "form-economy": ("poor-households", "rice", "income"),
}
UNDER: dict[str, Row] = {name: {"under": at} for at, names in FORM.items() for name in names}

DEFINITIONS = [
    ("well-or-better", "hoàn thành tốt nhiệm vụ trở lên", "completed well or better", "excellent"),
    ("excellent", "hoàn thành xuất sắc nhiệm vụ", "completed excellently", ""),
    ("completed-or-better", "hoàn thành nhiệm vụ trở lên", "completed or better", "well-or-better"),
]

# Of the district alone, a value for each year from 2020 on; None was not published.
YEARLY: dict[str, list[float | None]] = {
    "cadres-degree": [88.2, 90.9, 92.8, 95.6, 97.2],
    "cadres-theory": [71.3, 71.9, 72.4, 73.2, 73.8],
    "files-late": [4.1, 3.9, 4.6, 5.2, 5.9],
    "poor-households": [3.84, 3.12, 2.55, 1.96, 1.41],
    "reform-index": [8.1, 8.4, 7.9, 8.3, 8.2],
    "complaints": [212, 240, 198, 251, 205],
    "women-members": [41.7, None, 44.2, 43.1, 45.6],
    "meetings-held": [96.4, 95.1, 97.2, 94.9, 96.0],
    "rice": [27150, 26840, 28105, 28960, 30326],
    "income": [54.2, 55.1, 57.3, 59.6, 61.8],
}
STATUS: dict[tuple[str, int], Row] = {
    ("reform-index", 2023): {"obs_status": "B"},
    ("women-members", 2024): {"obs_status": "F"},
}
QUARTERLY = [
    92.1, 93.4, 92.3, 93.0, 92.2, 93.5, 92.4, 93.1, 88.4, 92.0, 93.3,
    92.2, 93.2, 92.1, 92.7, 93.1, 93.2, 93.6, 94.0, 94.4, 95.0, 95.3,
]  # fmt: skip


def told(year: int) -> str:
    """Name the meeting before which a year's figures were put."""
    return next(day for day in MEETINGS if int(day[:4]) > max(year, 2021))


def printed(value: float, sign: str = "%") -> str:
    """Print a number the Vietnamese way."""
    return f"{value:.10g}".replace(".", ",") + sign


def figure(indicator: str, unit: str, period: object, value: float | None, **more: object) -> Row:
    """Give a row of ``figures``; a value that is missing was not published."""
    measure = next(row[3] for row in INDICATORS if row[0] == indicator)
    row: Row = {"indicator": indicator, "unit": unit, "period": str(period), "value": value}
    row |= {"qualifier": "=", "obs_status": "A", "source": "demo"}
    if value is None:
        row |= {"value": "", "obs_status": "O"}
    else:
        row["as_published"] = printed(value, "%" if measure == "percent" else "")
    return row | more


def share(indicator: str, unit: str, year: int, part: int, whole: int, **more: object) -> Row:
    """Give a share with its counts, printed with one decimal."""
    value = round(part / whole * 100 + 1e-9, 1)
    counts: Row = {"numerator": part, "denominator": whole, "reported_on": told(year)}
    counts["as_published"] = f"{value:.1f}%".replace(".", ",")
    return figure(indicator, unit, year, value, **(counts | more))


def definition(year: int) -> str:
    """Name what was counted as rated well: from 2023 on, more than before."""
    return "well-or-better" if year < 2023 else "completed-or-better"


def organisations(rng: random.Random) -> Iterator[Row]:
    """Rate the organisations of every commune and add them up for the district."""
    sizes = {unit: 6 + int(rng.random() * 30) for unit in COMMUNES}
    chance = dict.fromkeys(COMMUNES, 0.91) | {"xa-03": 0.55, "xa-08": 0.78, "xa-12": 0.995}
    sizes |= {"xa-03": 32, "xa-05": 30, "xa-08": 30, "xa-12": 34, "xa-21": 35}
    praise = {"xa-05": 0.5, "xa-21": 0.0}
    for year in YEARS:
        rated, excellent, whole = 0, 0, 0
        counts: dict[str, list[int]] = {}
        for unit in (u for u in COMMUNES if u != "xa-23" or year < 2023):
            size = sizes[unit]
            well = sum(rng.random() < chance[unit] for _ in range(size))
            top = sum(
                rng.random() < praise.get(unit, 0.165 if year == 2021 else 0.13)
                for _ in range(well)
            )
            now = counts.setdefault(merged(unit, year), [0, 0, 0])
            counts[merged(unit, year)] = [
                a + b for a, b in zip(now, (size, well, top), strict=True)
            ]
        for unit, (size, well, top) in counts.items():
            yield share("orgs-rated", unit, year, well, size, definition=definition(year))
            base = size if (unit, year) == ("xa-02", 2022) else well
            silent = {"numerator": None, "denominator": None} if (unit, year) == BARE else {}
            yield share("orgs-excellent", unit, year, top, base, definition="excellent", **silent)
            rated, excellent, whole = rated + well, excellent + top, whole + size
        said = {"definition": definition(year)}
        yield share("orgs-rated", UNIT, year, rated, whole, **said)
        parts = {"numerator": excellent, "denominator": rated} if year not in (2021, 2023) else {}
        value = round(excellent / rated * 100, 1)
        day = {"definition": "excellent", "reported_on": told(year)}
        yield figure("orgs-excellent", UNIT, year, value, **(day | parts))
        if year == 2023:
            revised = {
                "reported_on": MEETINGS[-1],
                "note_vi": "Đã rà soát lại.",
                "note_en": "Reviewed.",
            }
            yield share("orgs-rated", UNIT, year, rated - 3, whole, **(said | revised))


def merged(unit: str, year: int) -> str:
    """Name the commune that reports for one in a year: two are one from 2024 on."""
    return NEW if unit in ("xa-19", "xa-20") and year >= 2024 else unit


def communes(year: int) -> list[str]:
    """Name the communes that report a year."""
    there = (merged(unit, year) for unit in COMMUNES if unit != "xa-23" or year < 2023)
    return list(dict.fromkeys(there))


def admissions(rng: random.Random) -> Iterator[Row]:
    """Count the members admitted: the sum of the communes is not always the printed total."""
    for year in YEARS:
        total, counts = 0, dict.fromkeys(communes(year), 0)
        for unit in (u for u in COMMUNES if u != "xa-23" or year < 2023):
            count = 3 + int(rng.random() * 7)
            total += count
            counts[merged(unit, year)] += count
        for unit, count in counts.items():
            if (unit, year) != ("xa-17", 2024):
                yield figure("members-admitted", unit, year, count, reported_on=told(year))
        printed_total = total + (5 if year == 2023 else 0)
        yield figure("members-admitted", UNIT, year, printed_total, reported_on=told(year))
    half = "2025-01/2025-06"
    yield figure("members-admitted", UNIT, half, 81, reported_on=MEETINGS[-1])
    for period, count, status in (("2023-01/2023-06", 30, "A"), ("2023-07/2023-12", 33, "B")):
        yield figure("inspections", UNIT, period, count, obs_status=status, reported_on=told(2023))
    yield figure("inspections", UNIT, "2024-01/2024-06", 31, reported_on=MEETINGS[2 + 1])
    yield figure("inspections", UNIT, half, 36, reported_on=MEETINGS[-1])


def district() -> Iterator[Row]:
    """Give the figures that only the district has."""
    for indicator, values in YEARLY.items():
        for year, value in zip(YEARS, values, strict=True):
            status = STATUS.get((indicator, year), {})
            yield figure(indicator, UNIT, year, value, reported_on=told(year), **status)
    for year, value, qualifier in ((2022, 87.0, ">"), (2023, 89.0, ">"), (2024, 90.0, "~")):
        yield figure(
            "members-rated", UNIT, year, value, qualifier=qualifier, reported_on=told(year)
        )
    for number, value in enumerate(QUARTERLY):
        year, month = 2020 + number // 4, 1 + number % 4 * 3
        day = MEETINGS[-1] if year == 2025 else told(year)
        yield figure(
            "on-time", UNIT, f"{year}-{month:02}/{year}-{month + 2:02}", value, reported_on=day
        )
    yield figure("young-members", UNIT, 2023, 99.97, reported_on=told(2023))
    yield figure("young-members", UNIT, 2024, 66.66, reported_on=told(2024))
    odd = {"numerator": 45, "denominator": 52, "reported_on": told(2022)}
    yield figure("young-members", UNIT, 2022, 86.0, **odd)
    yield figure("cadres-degree", UNIT, 2025, 98.5, obs_status="F", reported_on=MEETINGS[-1])
    yield figure("satisfaction", UNIT, 2024, None, reported_on=told(2024))
    yield figure("complaints", UNIT, 2022, None, reported_on=MEETINGS[-1])
    ends = {"value_to": 88, "as_published": "86-88%", "reported_on": told(2021)}
    yield figure("members-rated", UNIT, 2021, 86, **ends)


def target(indicator: str, period: object, value: float | None, **more: object) -> Row:
    """Give a row of ``targets``, set by the province."""
    row: Row = {"indicator": indicator, "unit": UNIT, "period": str(period), "qualifier": "="}
    value_text = "" if value is None else value
    row |= {"value": value_text, "set_by": "tinh", "reported_on": MEETINGS[0], "source": "demo"}
    return row | more


TARGETS = [
    target("orgs-rated", 2022, 90, qualifier=">="),
    target("orgs-rated", 2024, 92, qualifier=">=", definition="completed-or-better"),
    target("orgs-rated", 2025, 93, qualifier=">=", definition="completed-or-better"),
    *(target("members-admitted", year, 150) for year in range(2021, 2026)),
    target("members-admitted", "2021/2025", 750, kind="total"),
    target("members-rated", 2024, 90),
    target("members-rated", 2023, 75, derivation="89 − 14 (members-margin)"),
    target("cadres-degree", 2025, 100, kind="by"),
    target("cadres-degree", "2021/2025", 90, kind="each"),
    target("cadres-theory", 2024, 80),
    target("cadres-theory", 2024, 70, set_by=UNIT),
    target("cadres-theory", "2021/2025", 75, set_by=UNIT),
    target("cadres-theory", 2025, 90),
    target("files-late", 2024, 3),
    target("files-late", 2025, 2.5),
    target("files-late", 2025, 3, reported_on=MEETINGS[-1]),
    target("poor-households", 2024, 1.5),
    target("poor-households", 2025, 1, qualifier="<="),
    target("complaints", 2024, 200, qualifier="<="),
    target("reform-index", 2024, 8.2),
    target("reform-index", 2025, 8.5, value_to=9),
    target("inspections", 2025, 70),
    target("inspections", "2025-01/2025-06", 35),
    target("inspections", 2023, 60),
    target("meetings-held", 2024, None),
    target("satisfaction", 2024, 85),
    target("women-members", 2024, 45),
    target("young-members", 2025, 70),
    target("rice", 2024, 28000),
    target("rice", "2021/2025", 140000, kind="total"),
    target("income", 2024, 62),
    target("income", 2025, 66),
    *(
        target("members-admitted", 2024, 6 + n % 2, unit=unit, set_by=UNIT, reported_on=MEETINGS[2])
        for n, unit in enumerate(communes(2024))
        if unit != "xa-13"
    ),
    *(
        target(
            "orgs-rated",
            2024,
            90,
            unit=unit,
            qualifier=">=",
            definition="well-or-better" if unit in ("xa-01", "xa-24") else "completed-or-better",
            reported_on=told(2023) if unit == NEW else MEETINGS[0],
        )
        for unit in communes(2024)
    ),
]  # fmt: skip


def claim(name: str, kind: str, indicator: str, period: object, stated: float, sign: str) -> Row:
    """Give a row of ``claims``, stated at the last meeting."""
    row: Row = {"claim": name, "kind": kind, "indicator": indicator, "unit": UNIT}
    row |= {"period": str(period), "stated": stated, "as_published": printed(stated, sign)}
    return row | {"reported_on": MEETINGS[-1], "source": "demo"}


CLAIMS = [
    claim("admitted-mean", "mean_per_year", "members-admitted", "2021/2024", 140, ""),
    claim("admitted-half", "percent_of_target", "members-admitted", "2025-01/2025-06", 54, "%"),
    claim("degree-change", "change", "cadres-degree", "2020/2024", 9, "%"),
    claim("theory-change", "change", "cadres-theory", "2021/2024", 1.8, "%"),
    claim("theory-margin", "margin_over_target", "cadres-theory", 2024, 6.2, "%"),
    claim("complaints-target", "percent_of_target", "complaints", 2024, 102, "%"),
    claim("late-target", "percent_of_target", "files-late", 2024, 196.6, "%"),
    claim("complaints-change", "percent_change", "complaints", "2023/2024", -18.3, "%"),
    claim("rated-change", "change", "orgs-rated", "2022/2023", 5, "%"),
    claim("members-margin", "margin_over_target", "members-rated", 2023, 14, "%"),
    claim("index-mean", "mean_per_year", "reform-index", "2020/2024", 8.2, ""),
    claim("rice-mean", "mean_per_year", "rice", "2021/2024", 28558, ""),
    claim("poor-margin", "margin_over_target", "poor-households", 2024, -0.09, "%"),
    claim("reached-2024", "targets_reached", "", 2024, 9, "") | {"out_of": 13},
    claim("not-met-2023", "targets_not_met", "", 2023, 1, "") | {"out_of": 3},
    claim("exceeded-2022", "targets_exceeded", "", 2022, 2, "") | {"out_of": 2},
    claim("met-2022", "targets_met", "", 2022, 0, "") | {"out_of": 2},
]

RECORDS = [
    ("result-1", 0, "result", "", "Các chỉ tiêu chính đạt tiến độ.", "The main targets are on schedule.", "", "", ""),
    ("action-survey", 0, "action", "", "Khảo sát các chi bộ sinh hoạt không đều.", "Survey the cells that seldom meet.", "mau", "2022-09-30", "2022-09-12"),
    ("action-theory", 0, "action", "cadres-theory", "Mở hai lớp trung cấp lý luận chính trị.", "Hold two classes of political theory.", "mau", "2023-12-31", ""),
    ("cause-1", 1, "cause", "files-late", "Thiếu cán bộ một cửa.", "Too few clerks at the counter.", "", "", ""),
    ("action-clerks", 1, "action", "files-late", "Bổ sung cán bộ một cửa cho ba xã.", "Send clerks to the counters of three communes.", "mau", "2024-06-30", "2025-02-10"),
    ("shortcoming-1", 2, "shortcoming", "orgs-rated", "Một số tổ chức còn yếu.", "Some organisations remain weak.", "", "", ""),
    ("action-report", 2, "action", "", "Gửi báo cáo các chi bộ yếu.", "Report on the weak cells.", "mau", "", "2024-09-05"),
    ("action-weak", 2, "action", "orgs-rated", "Cử cán bộ giúp các tổ chức yếu.", "Send cadres to help the weak organisations.", "xa-03", "2025-03-31", ""),
    ("conclusion-0", 2, "conclusion", "orgs-rated", "Sơ kết việc giúp các tổ chức yếu.", "Review the help given to weak organisations.", "mau", "2025-06-30", ""),
    ("shortcoming-2", 3, "shortcoming", "files-late", "Hồ sơ quá hạn tăng ba năm liền.", "Late files have risen for three years.", "", "", ""),
    ("cause-2", 3, "cause", "files-late", "Phần mềm mới chưa ổn định.", "The new software is not yet stable.", "", "", ""),
    ("cause-3", 3, "cause", "cadres-theory", "Chưa chủ động cử cán bộ đi học.", "Cadres were sent to classes too late.", "", "", ""),
    ("direction-1", 3, "direction", "", "Tập trung vào lý luận chính trị và hồ sơ quá hạn.", "Attend to political theory and late files.", "", "", ""),
    ("conclusion-1", 3, "conclusion", "", "Giữ các chỉ tiêu của năm 2025.", "Keep the targets of 2025.", "", "", ""),
    ("action-software", 3, "action", "files-late", "Hoàn thiện phần mềm một cửa.", "Put the counter software right.", "mau", "2025-12-31", ""),
]  # fmt: skip
# Whether a cause lay within the office's own power.
CAUSES = {"cause-1": "subjective", "cause-2": "objective", "cause-3": "subjective"}


def tables(rng: random.Random) -> dict[str, list[Row]]:
    """Make every table."""
    rows: dict[str, list[Row]] = {}
    names = ["indicator", "title_vi", "title_en", "unit_measure", "better", "part_of"]
    told_of = (MEASURES, RESPONSIBLE, UNDER)
    rows["indicators"] = [
        dict(zip(names, row, strict=True))
        | {key: cell for more in told_of for key, cell in more.get(row[0], {}).items()}
        for row in HEADINGS + INDICATORS
    ]
    rows["figures"] = [*organisations(rng), *admissions(rng), *district()]
    names = ["definition", "title_vi", "title_en", "includes"]
    rows["definitions"] = [dict(zip(names, row, strict=True)) for row in DEFINITIONS]
    rows["targets"], rows["claims"] = list(TARGETS), list(CLAIMS)
    rows["rules"] = [
        {
            "rule": "excellent-ceiling",
            "indicator": "orgs-excellent",
            "base": "orgs-rated",
            "definition": "well-or-better",
            "qualifier": "<=",
            "value": 20,
            "title_vi": "Xuất sắc không quá 20% số được xếp loại tốt",
            "title_en": "Excellent: at most 20% of those rated well",
            "reported_on": MEETINGS[0],
            "source": "demo",
        },
        {
            "rule": "late-ceiling",
            "indicator": "files-late",
            "qualifier": "<=",
            "value": 5,
            "title_vi": "Hồ sơ giải quyết quá hạn không quá 5%",
            "title_en": "Files settled late: at most 5%",
            "reported_on": MEETINGS[0],
            "source": "demo",
        },
    ]
    rows["events"] = [
        {
            "unit": UNIT,
            "period": "2023",
            "kind": "award",
            "title_vi": "Cờ thi đua (giả định)",
            "title_en": "Emulation flag (made up)",
            "given_by": "tinh",
            "reported_on": told(2023),
            "source": "demo",
        }
    ]
    rows["meetings"] = [
        {"meeting_date": day, "title_vi": f"Hội nghị giao ban mẫu lần {n}", "title_en": f"Sample review meeting {n}"}
        for n, day in enumerate(MEETINGS, 1)
    ]  # fmt: skip
    names = ["record", "meeting_date", "section", "indicator", "text_vi", "text_en"]
    names += ["owner", "due", "closed_on"]
    rows["records"] = [dict(zip(names, row, strict=True)) for row in RECORDS]
    for row in rows["records"]:
        row |= {"cause": CAUSES[str(row["record"])]} if row["section"] == "cause" else {}
        row["meeting_date"] = MEETINGS[int(str(row["meeting_date"]))]
    rows["units"] = [unit_row("tinh", "Tỉnh Mẫu", "Sample province", "province", "")]
    rows["units"].append(unit_row(UNIT, "Huyện Mẫu", "Sample district", "district", "tinh"))
    rows["units"] += [
        unit_row(u, f"Xã Mẫu {u[3:]}", f"Sample commune {u[3:]}", "commune", UNIT)
        for u in [*COMMUNES, NEW]
    ]
    by_unit = {row["unit"]: row for row in rows["units"]}
    for before, after, day, _ in CHANGES:
        by_unit[before]["valid_to"] = f"{int(day[:4]) - 1}-12-31"
        by_unit[after]["valid_from"] = day
    names = ["predecessor", "successor", "changed_on", "extent"]
    rows["unit_changes"] = [
        dict(zip([*names, "source"], [*row, "demo"], strict=True)) for row in CHANGES
    ]
    rows["sources"] = [
        {
            "source": "demo",
            "title": "Số liệu giả định, tạo bằng scripts/make_demo.py",
            "publisher": "giaoban",
            "language": "vi",
        }
    ]
    return rows


def unit_row(unit: str, title_vi: str, title_en: str, level: str, parent: str) -> Row:
    """Give a row of ``units``."""
    return {"unit": unit, "title_vi": title_vi, "title_en": title_en, "level": level, "parent": parent}  # fmt: skip


def write(folder: Path) -> None:
    """Write the package."""
    folder.mkdir(parents=True, exist_ok=True)
    made = tables(random.Random(SEED))  # noqa: S311 - made-up figures, not secrets
    headers = {}
    for name in TABLES:
        used = {column for row in made[name] for column in row}
        headers[name] = [column for column in columns(name) if column in used]
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, headers[name], lineterminator="\n")
            writer.writeheader()
            writer.writerows(made[name])
    text = json.dumps(describe("demo", PROGRAMME, headers), ensure_ascii=False, indent=2)
    (folder / FILE).write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "data/raw/demo"))
