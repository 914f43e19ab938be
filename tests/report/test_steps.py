"""What an analyst changes in a step of notebooks/review.ipynb, the page says."""

from copy import deepcopy
from functools import cache
from types import ModuleType
from typing import Any

import nbformat
import pytest
from cells import last_value
from fragments import text
from places import RAW, ROOT

from giaoban.report import Fragment

pytestmark = pytest.mark.slow

CELLS = [
    cell
    for cell in nbformat.read(ROOT / "notebooks/review.ipynb", as_version=4).cells
    if cell.cell_type == "code" and "lab" not in cell.metadata.get("tags", [])
]
AFTER = {cell.id: place for place, cell in enumerate(CELLS, start=1)}
# They draw for long; the others are run, and hand on what they are given.
DRAWN = {"scorecard", "trends", "longrun", "units", "summary", "picture", "ranking", "notes"}
MEETINGS = {"demo": "2025-07-15", "04-CTr-HU": "2023-03-14"}

Names = dict[str, Any]


@cache
def ready(place: int, programme: str) -> Names:
    """Give what there is after so many cells, none of them changed; it is to be copied."""
    if not place:
        return {}
    names, cell = copied(ready(place - 1, programme)), CELLS[place - 1]
    if cell.id not in DRAWN:
        exec(cell.source, names)  # noqa: S102
    if cell.id == "parameters":
        names |= {"programme": programme, "meeting_date": MEETINGS[programme], "lang": "en"}
        names["raw_dir"] = str(RAW)
    return names


def copied(names: Names) -> Names:
    """Copy what cells have made, all at once: what has two names stays one."""
    made = {n: of for n, of in names.items() if not isinstance(of, ModuleType)}
    made.pop("__builtins__", None)
    return names | deepcopy(made)


def page(step: str, line: str, *, only: tuple[str, ...], programme: str = "demo") -> dict[str, str]:
    """Run the notebook, one cell with more lines; give what its sections say, by cell.

    Once all has been said that is asked for by ``only``, the rest is not run.
    """
    names = copied(ready(AFTER[step], programme))
    exec(line, names)  # noqa: S102
    said: dict[str, str] = {}
    for cell in CELLS[AFTER[step] :]:
        if {*only} <= {*said}:
            break
        if cell.id not in DRAWN or cell.id in only:
            shown = last_value(cell.source, names)
            if isinstance(shown, Fragment):
                said[cell.id] = text(shown)
    return said


@cache
def unchanged(section: str) -> str:
    before = CELLS[AFTER[section] - 2].id
    return page(before, "", only=(section,))[section]


def narrowed(*indicators: str) -> str:
    """Give the line that leaves these indicators alone: of few, trends are soon drawn."""
    return f'compared = compared[compared["indicator"].isin({list(indicators)})]\n'


@cache
def trends_of(indicator: str, step: str, line: str = "") -> str:
    return page(step, narrowed(indicator) + line, only=("trends",))["trends"]


STEPS = [
    ("load", 'figures.loc[figures["value"].eq(88.5), "value"] = 89.5', "scorecard", "89.5%"),
    ("compare", 'compared = compared[compared["period"] != "2024"]', "trends", "2020–2023"),
    ("judge", 'verdicts = verdicts[verdicts["target_set_by"] == "mau"]', "targets", ""),
    ("slopes", "ahead = ahead.head(0)", "trends", ""),
    ("slopes", "trends = trends.head(0)", "trends", ""),
    ("pace", 'latest = latest[latest["indicator"] != "files-late"]', "scorecard", ""),
    ("slopes", "trends = gb.run_trends(compared, min_points=9)", "trends", "a slope needs 9"),
    ("limits", 'control = control[control["indicator"] == "none"]', "longrun", "No series has"),
    ("check", 'checked = checked[checked["verdict"] == "disagrees"]', "statements", "disagrees"),
    ("below", "ranking = ranking[ranking['unit'] != 'xa-05']", "ranking", "Sample commune 06"),
    ("say-then", 'history = history[history["indicator"] == "income"]', "history", "Income a head"),
    ("follow", 'followed = followed[followed["state"] == "overdue"]', "actions", "overdue"),
    ("solve", "feasible = feasible.head(0)", "counts", ""),
]


@pytest.mark.parametrize(
    ("step", "line", "section", "told"), STEPS, ids=[f"{s[0]}: {s[1][:20]}" for s in STEPS]
)
def test_a_line_changed_in_a_step_changes_the_page(
    step: str, line: str, section: str, told: str
) -> None:
    if section == "trends":
        before, now = trends_of("cadres-degree", step), trends_of("cadres-degree", step, line)
    else:
        before, now = unchanged(section), page(step, line, only=(section,))[section]
    assert now != before
    assert told in now


def test_a_total_that_is_left_out_is_not_told() -> None:
    whole, halved = (
        page("means", line, only=("totals",), programme="04-CTr-HU")["totals"]
        for line in ("", 'means["per_year"] /= 2')
    )
    assert "460 in 2020–2022 come to 153.3 a year." in whole
    assert "460 in 2020–2022 come to 76.7 a year." in halved


def test_a_corrected_figure_is_corrected_wherever_it_is_told() -> None:
    line = (
        'late = figures["indicator"].eq("files-late") & figures["period"].eq("2024")\n'
        'figures.loc[late, "value"] = 6.7\n'
        'figures.loc[late, "as_published"] = "6,7%"'
    )
    said = page("load", line, only=("trends", "summary", "scorecard"))
    assert "6.7%" in said["trends"]
    assert "|6.7%||2024|" in said["scorecard"].replace("| ", "|")
    assert "+1.5 percentage points since 2023 |worse" in said["scorecard"]
    assert [name for name, text in said.items() if "5.9%" in text] == []


def test_a_unit_that_is_left_out_is_not_said_to_be_silent() -> None:
    left = page("below", "ranking = ranking[ranking['unit'] != 'xa-05']", only=("units",))
    assert "Not reported: Sample commune 17." in left["units"]
    assert "Sample commune 05" not in left["units"].partition("Not reported")[2]


def test_a_change_in_a_step_reaches_the_main_points() -> None:
    line = 'verdicts = verdicts[verdicts["indicator"] != "orgs-rated"]'
    said = "Grassroots organisations rated well: 88.5%"
    assert said in unchanged("summary")
    assert said not in page("judge", line, only=("summary",))["summary"]


def test_of_an_indicator_that_is_left_out_nothing_is_said_to_be_missing() -> None:
    line = 'latest = latest[latest["indicator"] != "complaints"]'
    said = page("pace", line, only=("summary", "asks", "office"))
    assert "Residents who are satisfied (2024)" in said["summary"]
    assert "Complaints received (2022)" not in said["summary"] + said["asks"]
    assert "Complaints received" not in said["office"]


def test_of_a_run_that_is_left_out_no_break_is_said() -> None:
    line = 'trends = trends[trends["indicator"] != "complaints"]'
    said = trends_of("complaints", "slopes", line)
    assert "|Complaints received|2023–2024: −46 (−18.3% relative)|" in said


def test_a_slope_of_ones_own_is_called_what_its_method_is_called() -> None:
    line = 'trends["per_year"], trends["method"] = 0.5, "least squares"'
    said = page("slopes", narrowed("cadres-degree") + line, only=("trends", "method"))
    assert "slope +0.50 percentage points a year (least squares): rising." in said["trends"]
    assert "median slope" not in said["trends"]
    assert "Theil–Sen" not in said["method"]


def test_the_method_says_how_many_figures_a_slope_needs_here() -> None:
    line = "trends = gb.run_trends(compared, min_points=4)"
    said = page("slopes", narrowed("cadres-degree") + line, only=("trends", "method"))
    assert "A slope needs 4 comparable figures" in said["method"]


def test_a_unit_that_is_left_out_of_the_figures_below_is_asked_for_nothing() -> None:
    line = 'compared_below = compared_below[compared_below["unit"] != "xa-12"]\n'
    said = page(
        "below",
        line + "below = gb.with_targets(compared_below, verdicts_below)\n"
        "ranking = gb.rank_units(below, indicators, units)",
        only=("units", "asks", "summary"),
    )
    assert "The 21 units with counts together" in said["units"]
    assert "Sample commune 12" not in said["units"] + said["asks"]
    assert "1 of 21 missing" in said["summary"]
    assert "do not add up" not in said["asks"]


def test_a_figure_changed_in_the_notebook_says_what_was_printed() -> None:
    line = (
        'late = figures["indicator"].eq("complaints") & figures["period"].eq("2024")\n'
        'figures.loc[late, "value"] = 199'
    )
    notes = page("load", line, only=("scorecard", "notes"))["notes"].replace("|", "")
    assert "Complaints received, 199 (2024). Printed “205”." in notes
