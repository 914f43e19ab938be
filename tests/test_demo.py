"""The synthetic programme: made by its script, and with every verdict at least once."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from places import RAW, ROOT

from giaoban.analysis import SIGNALS, Review, load
from giaoban.programme.read import check_package
from giaoban.wording import codes

pytestmark = pytest.mark.slow

MEETINGS = ["2022-03-15", "2023-03-14", "2024-03-12", "2025-07-15"]


@cache
def review(meeting: str, unit: str = "") -> Review:
    return load("demo", meeting, unit, RAW)


def reviews() -> Iterator[Review]:
    yield from (review(meeting) for meeting in MEETINGS)
    yield review("latest", "xa-24")


def shown(table: str, column: str) -> set[object]:
    return {cell for r in reviews() for cell in getattr(r, table)[column].dropna()}


def test_the_demo_programme_is_what_its_script_makes(tmp_path: Path) -> None:
    script = ROOT / "scripts/make_demo.py"
    subprocess.run([sys.executable, script, tmp_path], check=True)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in (RAW / "demo").iterdir()}


def test_it_has_no_fault_and_says_that_it_is_made_up() -> None:
    package, faults = check_package(RAW / "demo")
    assert faults == []
    assert package.programme["synthetic"]


def test_it_has_what_the_real_programme_lacks() -> None:
    tables = check_package(RAW / "demo")[0].tables
    known = tables["figures"][tables["figures"]["obs_status"] != "F"]
    assert known["period"][known["period"].str.fullmatch(r"\d{4}")].nunique() == 5
    assert tables["units"]["level"].eq("commune").sum() == 25
    assert set(tables["unit_changes"]["extent"]) == {"whole", "part"}
    assert len(tables["meetings"]) == 4
    assert tables["figures"]["value"].isna().any()
    assert tables["figures"].duplicated(["indicator", "unit", "period"]).any()


@pytest.mark.parametrize(
    ("table", "column", "names"),
    [
        # Better than asked is no status, but what one is called where less is better.
        ("latest", "status", codes.STATUS.keys() - {"better_than_asked"}),
        ("verdicts", "status", codes.STATUS.keys() - {"better_than_asked", "no_target"}),
        ("verdicts", "why", codes.WHY),
        ("paces", "verdict", codes.PROGRESS),
        # What was not said is asked about by `giaoban check`: the demo has nothing to be asked.
        ("compared", "reason", codes.REASON.keys() - {"definition_not_said"}),
        ("trends", "verdict", codes.TREND),
        ("claims", "verdict", codes.VERDICT),
        ("claims", "kind", codes.CLAIM),
        ("rules_kept", "verdict", codes.RULE),
        ("rules_kept", "basis", codes.BASIS),
        ("funnel", "place", codes.PLACE),
        # No estimate of the demo is told as final with the number that it had.
        ("changes", "kind", codes.CHANGE.keys() - {"confirmed"}),
        ("actions", "state", codes.STATE),
    ],
)
def test_every_verdict_is_shown_at_least_once(
    table: str, column: str, names: Iterable[str]
) -> None:
    assert shown(table, column) == set(names)


def test_every_signal_of_a_control_chart_is_shown() -> None:
    found = review("latest").control
    assert [name for name in SIGNALS if not found[name].any()] == []
    assert not found[SIGNALS].any(axis=1).all()


def test_units_that_add_up_that_do_not_and_that_cannot_be_checked_are_shown() -> None:
    assert {"agrees", "disagrees", "cannot_check"} <= shown("totals", "verdict")


def test_projections_part_years_counts_and_revised_targets_are_shown() -> None:
    latest = review("latest")
    assert len(latest.projections)
    assert latest.verdicts["share_covered"].notna().any()
    assert {"rounded", "truncated"} == set(latest.feasible_counts["printed"])
    assert latest.counted_shares["verdict"].eq("agrees_if_truncated").any()
    assert latest.target_changes["kind"].tolist() == ["revised"]
    assert latest.ranking["rank"].notna().any()
    assert pd.notna(latest.compared["change_low"]).any()
