from pathlib import Path

import pandas as pd
import pytest
from frames import figures, units
from places import RAW
from smallprogramme import TONNES, Row, small

from giaoban.analysis import ASKS, Review, ask_units, find_asks, load


@pytest.fixture(scope="module")
def asked(demo_review: Review) -> pd.DataFrame:
    return demo_review.asks


def of(asks: pd.DataFrame, ask: str) -> list[list[object]]:
    return asks.loc[asks["ask"] == ask, ["indicator", "period", "whom"]].to_numpy().tolist()


def test_it_asks_those_who_can_give_it(asked: pd.DataFrame) -> None:
    assert of(asked, "unit_silent") == [["members-admitted", "2024", "xa-17"]]
    assert of(asked, "target_value") == [["meetings-held", "2024", "tinh"]]
    assert of(asked, "target_kind") == [["cadres-theory", "2021/2025", "mau"]]
    late = asked[asked["ask"] == "action_overdue"]
    assert late[["record", "whom", "days"]].to_numpy().tolist()[:2] == [
        ["action-theory", "mau", 562],
        ["action-weak", "xa-03", 106],
    ]


def test_of_rules_that_cannot_be_judged_only_the_units_own_of_late_is_asked_about() -> None:
    kept = pd.DataFrame(
        {
            "rule": "ceiling",
            "indicator": ["x", "x", "y"],
            "unit": ["u", "u", "v"],
            "period": ["2021", "2022", "2022"],
            "verdict": "undetermined",
            "basis": "base_unknown",
        }
    )
    none = figures({"period": "2022", "value": 1.0}).head(0)
    totals = none.assign(verdict=pd.Series(dtype="str"))
    found = ask_units(none, totals, kept, units({"unit": "v"}), "u")
    assert found[["indicator", "period"]].to_numpy().tolist() == [["x", "2022"]]


def test_where_one_unit_alone_has_reported_the_others_are_asked() -> None:
    ranking = figures({"unit": "v", "period": "2022", "value": 1.0})
    none = ranking.head(0).assign(verdict=pd.Series(dtype="str"))
    rules = none.assign(rule=None, basis=None)
    found = ask_units(ranking, none, rules, units({"unit": "v"}, {"unit": "w"}), "u")
    assert of(found, "unit_silent") == [["x", "2022", "w"]]


def test_what_comes_first_is_asked_for_first_and_nothing_twice(asked: pd.DataFrame) -> None:
    places = asked["ask"].map(ASKS.index)
    assert places.is_monotonic_increasing
    assert not asked.duplicated(["indicator", "period", "whom", "record"]).any()


def test_an_office_that_answers_for_an_indicator_is_asked(demo_review: Review) -> None:
    tables, known = demo_review.tables, demo_review.known
    named = tables["indicators"].assign(responsible="Văn phòng")
    latest, verdicts = demo_review.latest, demo_review.verdicts
    gaps, actions = demo_review.gaps, demo_review.actions
    nobody = demo_review.asks.head(0)
    found = find_asks(latest, verdicts, gaps, actions, nobody, named, known.unit, known.cutoff)
    whom = found.set_index("ask")["whom"]
    assert set(whom["counts"]) == {"Văn phòng"}
    assert whom["target_value"] == "tinh"


def test_a_year_that_a_sum_lacks_is_asked_for_be_it_the_first(tmp_path: Path) -> None:
    figures: list[Row] = [{"period": year, "value": 9} for year in ("2022", "2024")]
    goal: Row = {"period": "2021/2025", "value": 90, "kind": "total"}
    review = small(tmp_path, figures, TONNES | {"additive": "true"}, targets=[goal])
    asked = of(review.asks, "figure_missing")
    assert [["x", year, "mau"] for year in ("2021", "2023")] == asked
    level = small(tmp_path, figures, TONNES, targets=[goal | {"kind": "by"}])
    assert of(level.asks, "figure_missing") == []


@pytest.mark.parametrize(
    ("years", "kind", "periods"),
    [
        (["2022", "2024"], "total", ["2021", "2023", "2025"]),
        (["2021", "2022", "2023"], "total", ["2024", "2025"]),
        (["2023"], "total", ["2021", "2022", "2024", "2025"]),
        (["2021", "2022", "2023", "2024-01/2024-06"], "total", ["2024-07/2024-12", "2025"]),
        (["2020"], "total", ["2021/2025"]),
        (["2022", "2024"], "by", ["2025"]),
    ],
)
def test_of_a_target_that_is_due_each_figure_that_lacks_is_asked_for_once(
    tmp_path: Path, years: list[str], kind: str, periods: list[str]
) -> None:
    day: Row = {"meeting_date": "2026-02-15", "title_vi": "Hội nghị", "title_en": "Meeting"}
    goal: Row = {"period": "2021/2025", "value": 90, "kind": kind}
    about = TONNES | {"additive": str(kind == "total").lower()}
    figures: list[Row] = [{"period": year, "value": 9} for year in years]
    review = small(tmp_path, figures, about, targets=[goal], meetings=[day])
    assert of(review.asks, "figure_missing") == [["x", period, "mau"] for period in periods]


@pytest.mark.parametrize("kind", ["each", ""])
def test_of_a_target_for_several_years_the_first_that_lacks_a_figure_is_asked_for(
    tmp_path: Path, kind: str
) -> None:
    figures: list[Row] = [{"period": year, "value": 90} for year in ("2021", "2023")]
    goal: Row = {"period": "2021/2024", "value": 90, "kind": kind}
    review = small(tmp_path, figures, TONNES, targets=[goal])
    assert of(review.asks, "figure_missing") == [["x", "2022", "mau"], ["x", "2024", "mau"]]


def missing(review: Review, day: str) -> set[tuple[object, object]]:
    """Say of which periods a figure would be asked for on a later day."""
    frames = review.latest, review.verdicts, review.gaps, review.actions, review.asks.head(0)
    about = review.tables["indicators"].assign(responsible=None)
    found = find_asks(*frames, about, review.known.unit, pd.Timestamp(day))
    return {(indicator, period) for indicator, period, _ in of(found, "figure_missing")}


def test_a_year_that_is_over_and_has_no_row_is_asked_for() -> None:
    review = load("demo", "2024-03-12", "", RAW)
    year = {("files-late", "2024"), ("rice", "2024")}
    assert year <= missing(review, "2024-12-31")
    assert not year & missing(review, "2024-12-30")
    assert "files-late" not in set(review.asks.query("ask == 'figure_missing'")["indicator"])


def test_after_a_total_over_several_years_no_other_one_is_asked_for(review: Review) -> None:
    asked = missing(review, "2024-03-01")
    assert ("members-completed-well", "2023") in asked
    assert "members-admitted" not in {indicator for indicator, _ in asked}


def test_after_a_stretch_of_days_the_same_days_are_not_asked_for(tmp_path: Path) -> None:
    review = small(tmp_path, [{"period": "2023-01-05/2023-03-20", "value": 90}], TONNES)
    assert of(review.asks, "figure_missing") == []


def test_only_sums_that_differ_are_asked_about() -> None:
    none = figures({"period": "2022", "value": 1.0}).head(0)
    totals = pd.DataFrame({"indicator": ["x", "y"], "period": "2022"})
    totals["verdict"] = ["agrees", "disagrees"]
    rules = none.assign(rule="", verdict="", basis="")
    found = ask_units(none, totals, rules, units({"unit": "v"}), "u")
    assert found[["ask", "indicator"]].to_numpy().tolist() == [["sum_differs", "y"]]


def test_counts_are_asked_for_of_a_share_that_lacks_one_of_them(tmp_path: Path) -> None:
    share: Row = {"unit_measure": "percent", "better": "up"}
    about = [share | {"indicator": name} for name in "xyz"] + [TONNES | {"indicator": "t"}]
    told: list[Row] = [
        {"indicator": "x", "value": 90, "numerator": 45, "denominator": 50},
        {"indicator": "y", "value": 90, "denominator": 50},
        {"indicator": "z", "value": 90},
        {"indicator": "t", "value": 90},
    ]
    review = small(tmp_path, [{"period": "2024"} | row for row in told], about)
    assert [row[0] for row in of(review.asks, "counts")] == ["y", "z"]


def test_the_bundled_programme_asks_for_what_was_not_printed(review: Review) -> None:
    found = review.asks
    assert of(found, "recount") == [["orgs-rated", "2021", "my-duc"]]
    assert of(found, "base") == [["orgs-excellent", "2022", "my-duc"]]
    assert of(found, "exact_figure") == [["members-completed-well", "2022", "my-duc"]]
    assert of(found, "target_value") == [["commune-cadres-theory", "2022", "ha-noi"]]


@pytest.mark.parametrize(("detail", "claimed"), [("no_target", ["rice"]), ("no_targets", None)])
def test_a_target_that_a_statement_speaks_of_and_nobody_entered_is_asked_for(
    demo_review: Review, detail: str, claimed: list[str] | None
) -> None:
    latest, none = demo_review.latest, demo_review.verdicts.head(0)
    period = latest.loc[latest["indicator"].eq("rice"), "period"].iloc[0]
    claims = demo_review.claims.head(1).assign(indicator="rice", period=period, detail=detail)
    known = demo_review.known
    frames = latest, none, demo_review.gaps.head(0), demo_review.actions, demo_review.asks.head(0)
    about = demo_review.tables["indicators"].assign(responsible=None)
    asks = find_asks(*frames, about, known.unit, known.cutoff, claims)
    told = latest[latest["value"].notna() & latest["period"].eq(period)]
    assert of(asks, "target_value") == [
        [name, period, known.unit] for name in claimed or told["indicator"]
    ]
    assert of(find_asks(*frames, about, known.unit, known.cutoff), "target_value") == []


def test_a_target_that_is_known_is_asked_for_by_no_statement(demo_review: Review) -> None:
    one = demo_review.verdicts.iloc[0]
    about = {"indicator": one["indicator"], "period": one["target_period"]}
    claims = demo_review.claims.head(1).assign(**about, detail="no_target")
    frames = demo_review.latest, demo_review.verdicts, demo_review.gaps, demo_review.actions
    known, indicators = demo_review.known, demo_review.tables["indicators"]
    nobody = demo_review.asks.head(0)
    asks = [
        find_asks(*frames, nobody, indicators, known.unit, known.cutoff, told)
        for told in (None, claims)
    ]
    assert asks[0].equals(asks[1])


@pytest.mark.parametrize(
    ("figures", "target", "period"),
    [
        (
            [{"period": "2025", "value": 105}],
            {"value": 105, "qualifier": "~", "period": "2025"},
            None,
        ),
        (
            [
                {"period": "2021", "value": 96},
                {"period": "2022", "value": 94, "qualifier": ">"},
                {"period": "2023", "value": 97},
                {"period": "2024", "value": 98},
            ],
            {"value": 95, "period": "2021/2024", "kind": "each"},
            "2022",
        ),
        (
            [{"period": "2021", "value": 94, "qualifier": ">"}, {"period": "2024", "value": 97}],
            {"value": 95, "period": "2021"},
            "2021",
        ),
        (
            [{"period": "2021", "value": 95, "qualifier": "~"}, {"period": "2024", "value": 97}],
            {"value": 95, "qualifier": "~", "period": "2021"},
            "2021",
        ),
        (
            [{"period": "2024", "value": 94, "qualifier": ">"}],
            {"value": 95, "period": "2021/2024", "kind": "by"},
            "2024",
        ),
    ],
)
def test_the_exact_figure_is_asked_of_the_year_that_is_open_and_not_of_an_exact_one(
    tmp_path: Path, figures: list[Row], target: Row, period: str | None
) -> None:
    review = small(tmp_path, figures, TONNES, targets=[target])
    assert review.verdicts["why"].tolist() == ["range"]
    found = [row[1] for row in of(review.asks, "exact_figure")]
    assert found == ([] if period is None else [period])
