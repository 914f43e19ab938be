import shutil
from pathlib import Path

import pytest
from places import RAW

from giaoban.asof import Occasion, occasions
from giaoban.errors import GiaobanError

DEMO = RAW / "demo"


def stamps(folder: Path, meeting: str = "latest") -> dict[str, str]:
    return {of.unit: of.stamp for of in occasions(folder, meeting, "all")}


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    return shutil.copytree(DEMO, tmp_path / "demo")


def test_meeting_and_unit_are_said_outright() -> None:
    (of,) = occasions(RAW / "04-CTr-HU", "latest", [""])
    assert isinstance(of, Occasion)
    assert (of.name, of.meeting_date, of.unit) == ("04-CTr-HU", "2023-03-14", "my-duc")
    assert len(of.stamp) == 64


def test_units_are_all_or_those_below_or_those_named_once_each() -> None:
    every = [of.unit for of in occasions(DEMO, "latest", "all")]
    below = [of.unit for of in occasions(DEMO, "latest", "below")]
    assert {"mau", "xa-01", "xa-24"} <= {*every}
    assert len(below) == 22
    # Neither the unit itself nor what ended before; what ended later was there then.
    assert not {"mau", "xa-19", "xa-20", "xa-23"} & {*below}
    then = [of.unit for of in occasions(DEMO, "2023-03-14", "below")]
    assert {"xa-19", "xa-24"} <= {*then}
    assert not {"xa-23", "xa-25"} & {*then}
    named = [of.unit for of in occasions(DEMO, "latest", ["xa-02", "xa-01", "xa-02"])]
    assert named == ["xa-02", "xa-01"]


def test_a_unit_is_there_on_its_first_day_and_on_its_last(demo: Path) -> None:
    with (demo / "units.csv").open("a", encoding="utf-8") as file:
        file.write("xa-26,Xã Mẫu 26,Sample commune 26,commune,mau,2025-07-15,\n")
        file.write("xa-27,Xã Mẫu 27,Sample commune 27,commune,mau,,2025-07-15\n")
    assert {"xa-26", "xa-27"} <= {of.unit for of in occasions(demo, "latest", "below")}


@pytest.mark.parametrize("unit", ["nowhere", "all", "xa-01,xa-02"])
def test_a_unit_that_is_not_there_is_refused(unit: str) -> None:
    with pytest.raises(GiaobanError, match="no such unit"):
        occasions(DEMO, "latest", ["xa-01", unit])


def test_a_figure_of_one_unit_changes_its_stamp_and_that_of_the_unit_above(demo: Path) -> None:
    before = stamps(demo)
    path = demo / "figures.csv"
    header, *rows = path.read_text("utf-8").splitlines()
    unit = header.split(",").index("unit")
    place = next(n for n, row in enumerate(rows) if row.split(",")[unit] == "xa-07")
    rows.insert(place, rows.pop(place + 1))
    path.write_text("\n".join([header, *rows]) + "\n", "utf-8")
    assert stamps(demo) != before
    changed = {unit for unit, stamp in stamps(demo).items() if stamp != before[unit]}
    assert changed == {"xa-07", "mau"}


def test_what_is_said_after_a_meeting_leaves_its_stamps_alone(demo: Path) -> None:
    first = (demo / "meetings.csv").read_text("utf-8").splitlines()[1].split(",")[0]
    before, latest = stamps(demo, first), stamps(demo)
    path = demo / "figures.csv"
    lines = path.read_text("utf-8").splitlines()
    day = lines[0].split(",").index("reported_on")
    later = [line for line in lines[1:] if line.split(",")[day] > first]
    path.write_text("\n".join(line for line in lines if line != later[-1]) + "\n", "utf-8")
    assert stamps(demo, first) == before
    assert stamps(demo) != latest


def test_a_figure_of_a_predecessor_changes_the_stamp_of_its_successor(demo: Path) -> None:
    before, path = stamps(demo), demo / "figures.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    mine = next(n for n, line in enumerate(lines) if ",xa-19," in line)
    path.write_text("".join(lines[:mine] + lines[mine + 1 :]), "utf-8")
    changed = {unit for unit, stamp in stamps(demo).items() if stamp != before[unit]}
    assert changed == {"xa-19", "xa-25", "mau"}


def test_a_record_of_a_later_meeting_leaves_the_stamps_of_earlier_ones_alone(demo: Path) -> None:
    before, latest = stamps(demo, "2024-03-12"), stamps(demo)
    path = demo / "records.csv"
    header, *rows = path.read_text("utf-8").splitlines(keepends=True)
    new = "result-9,2025-07-15,result,,Kết quả khá.,Results were fair.,,,,\n"
    path.write_text("".join([header, new, *rows]), "utf-8")
    assert stamps(demo, "2024-03-12") == before
    assert not set(stamps(demo).values()) & set(latest.values())
