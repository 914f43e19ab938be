import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd
from places import RAW

from giaoban.analysis import load
from giaoban.asof.tables import tables_as_known, unit_changes_of, units_beside
from giaoban.programme.read import read_package

Change = Callable[..., None]
LATER = {
    "meeting_date": "2024-03-12",
    "title_vi": "Hội nghị giao ban",
    "title_en": "Review meeting",
}


def test_a_past_review_does_not_change_when_later_rows_arrive(
    programme: Path, append: Change
) -> None:
    before = load("04-CTr-HU", "2023-03-14", "", programme.parent).known.fingerprint
    append("meetings", **LATER)
    append("sources", source="later", title="Tin sau")
    append(
        "indicators",
        indicator="later",
        title_vi="Sau",
        title_en="Later",
        unit_measure="count",
        better="up",
    )
    append(
        "figures",
        indicator="later",
        unit="my-duc",
        period="2023",
        value="1",
        reported_on="2024-03-12",
        source="later",
    )
    assert load("04-CTr-HU", "2023-03-14", "", programme.parent).known.fingerprint == before
    assert load("04-CTr-HU", "2024-03-12", "", programme.parent).known.fingerprint != before


def test_the_order_of_the_figures_in_the_files_does_not_matter(programme: Path) -> None:
    before = load("04-CTr-HU", "latest", "", programme.parent).known.fingerprint
    for table in ("figures", "targets", "claims"):
        path = programme / f"{table}.csv"
        header, *rows = path.read_text("utf-8").splitlines()
        path.write_text("\n".join([header, *reversed(rows)]), "utf-8")
    assert load("04-CTr-HU", "latest", "", programme.parent).known.fingerprint == before


def test_a_unit_of_a_later_day_is_not_among_those_below_yet(tmp_path: Path) -> None:
    raw = shutil.copytree(RAW / "demo", tmp_path / "demo")
    before = load("demo", "2024-03-12", "", tmp_path).known.fingerprint
    with (raw / "units.csv").open("a", encoding="utf-8") as file:
        file.write("xa-26,Xã Mẫu 26,Sample commune 26,commune,mau,2025-01-01,\n")
    assert load("demo", "2024-03-12", "", tmp_path).known.fingerprint == before
    assert load("demo", "2025-07-15", "", tmp_path).known.fingerprint != before


def test_the_describing_tables_keep_what_the_known_rows_lead_to() -> None:
    demo = read_package(RAW / "demo")
    meeting = demo.tables["meetings"].iloc[0]
    tables = tables_as_known(demo, meeting, "xa-03", {})
    assert set(tables["figures"]["unit"]) <= {"xa-03"}
    assert (tables["figures"]["reported_on"] <= meeting["data_cutoff"]).all()
    used = set(tables["figures"]["source"].dropna()) | set(tables["targets"]["source"].dropna())
    assert used <= set(tables["sources"]["source"])


def test_a_merger_is_known_from_its_day_on_with_the_figures_of_its_units() -> None:
    days = ("2023-03-14", "2025-07-15")
    before, after = (load("demo", day, "", RAW).tables for day in days)
    assert set(before["unit_changes"]["successor"]) == {"xa-22", "xa-24"}
    assert set(after["unit_changes"]["successor"]) == {"xa-22", "xa-24", "xa-25"}
    commune = load("demo", "2025-07-15", "xa-25", RAW).tables
    assert set(commune["figures_merged"]["unit"]) == {"xa-19", "xa-20", "xa-25"}
    assert {"xa-19", "xa-20"} <= set(commune["units"]["unit"])


def test_beside_a_unit_are_the_others_of_its_level_under_the_same_parent() -> None:
    rows = [("a", "commune", "x"), ("b", "commune", "x"), ("c", "town", "x"), ("d", "commune", "y")]
    units = pd.DataFrame(rows, columns=["unit", "level", "parent"])
    beside = {unit: units_beside(units, unit)["unit"].tolist() for unit in "abcd"}
    assert beside == {"a": ["b"], "b": ["a"], "c": [], "d": []}


def test_what_was_told_of_a_unit_is_kept_though_it_was_replaced() -> None:
    tables = load("demo", "2025-07-15", "", RAW).tables
    told, known = tables["figures_told"], tables["figures"]
    assert set(told["unit"]) == {"mau"}
    assert {*known.index} < {*told.index}
    replaced = tables["figures_replaced"]
    assert {*replaced.index} <= {*told.index} - {*known.index}
    complaints = replaced[replaced["indicator"].eq("complaints")]
    assert complaints["period"].tolist() == ["2022"]
    assert {name for name in tables if name.endswith("_told")} == {"figures_told", "targets_told"}


def test_a_unit_has_of_all_actions_its_own_and_what_else_the_meeting_wrote_down() -> None:
    records = load("demo", "2025-07-15", "xa-03", RAW).tables["records"].set_index("record")
    assert records.index[records["section"].eq("action")].tolist() == ["action-weak"]
    assert {"result-1", "shortcoming-2", "cause-2"} <= {*records.index}


def test_a_unit_below_that_has_told_nothing_yet_is_named_and_none_below_another(
    tmp_path: Path,
) -> None:
    raw = shutil.copytree(RAW / "demo", tmp_path / "demo")
    with (raw / "units.csv").open("a", encoding="utf-8") as file:
        file.write("xa-26,Xã Mẫu 26,Sample commune 26,commune,mau,2025-07-15,\n")
    above, beside = (load("demo", "latest", unit, tmp_path).tables for unit in ("mau", "xa-03"))
    assert "xa-26" in set(above["units"]["unit"])
    assert "xa-26" not in set(beside["units"]["unit"])


def test_with_a_part_the_indicator_is_known_of_which_it_is_one() -> None:
    package = read_package(RAW / "04-CTr-HU")
    told = {name: table.head(0) for name, table in package.tables.items() if "unit" in table}
    figures = package.tables["figures"]
    told["figures"] = figures[figures["indicator"].eq("orgs-excellent")]
    told["units"] = package.tables["units"]
    alone = replace(package, tables=package.tables | told)
    tables = tables_as_known(alone, package.tables["meetings"].iloc[0], "my-duc", {})
    assert {"orgs-rated", "orgs-excellent"} <= set(tables["indicators"]["indicator"])


def test_a_merger_is_known_on_its_day_with_those_that_led_to_it() -> None:
    rows = [("a", "b", "2022-01-01"), ("b", "c", "2023-01-01"), ("c", "d", "2024-01-01")]
    changes = pd.DataFrame(rows, columns=["predecessor", "successor", "changed_on"])
    tables = {"unit_changes": changes.astype({"changed_on": "datetime64[s]"})}
    for day, expected in (("2022-12-31", []), ("2023-01-01", ["a", "b"])):
        found = unit_changes_of(tables, {"c"}, pd.Timestamp(day))
        assert found["predecessor"].tolist() == expected
