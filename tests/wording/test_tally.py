import json
from math import inf
from pathlib import Path

import pandas as pd
import pytest
from smallprogramme import TONNES, Row, small

from giaoban.analysis import Review, load
from giaoban.language import language
from giaoban.wording import (
    Wording,
    beside_target,
    other_years,
    tallies_stated,
    tally_of_targets,
)


def verdict(review: Review, indicator: str) -> pd.Series:
    return review.verdicts.query("indicator == @indicator and target_period == '2024'").iloc[0]


def beside(review: Review, indicator: str, code: str = "vi") -> str:
    """Write the figure of 2024 over its target."""
    return beside_target(Wording(review, language(code)), verdict(review, indicator))


def test_an_amount_stands_over_its_target_with_its_percent(demo_review: Review) -> None:
    assert beside(demo_review, "rice") == "30.326/28.000 tấn, bằng 108,3%"
    assert beside(demo_review, "rice", "en") == "30,326/28,000 tonnes, 108.3% of the target"


def test_what_falls_just_short_is_not_rounded_to_all_of_it(demo_review: Review) -> None:
    # 61.8 of 62 are 99.68%.
    assert beside(demo_review, "income") == "61,8/62 triệu đồng/người, bằng 99,7%"


def test_no_share_and_no_ceiling_is_told_in_percent_of_its_target(demo_review: Review) -> None:
    assert beside(demo_review, "cadres-theory") == ""
    assert beside(demo_review, "complaints") == ""


def test_a_range_is_told_in_no_percent(demo_review: Review) -> None:
    words, row = Wording(demo_review, language("vi")), verdict(demo_review, "rice")
    for name, cell in (("qualifier", ">"), ("target_to", 29000.0), ("target_qualifier", "~")):
        changed = row.astype(object)
        changed[name] = cell
        assert beside_target(words, changed) == ""


def test_what_the_source_estimates_is_counted_where_more_targets_rest_on_it_than_on_figures(
    demo_review: Review,
) -> None:
    counts = "By the source’s estimates (no results yet): 1 exceeded, 1 not met."
    assert counts not in tally_of_targets(Wording(demo_review, language("en")))
    review, ahead = Review(demo_review.known), demo_review.foreseen
    open_yet = demo_review.verdicts["target_row"].isin(ahead["target_row"])
    review.hand(verdicts=demo_review.verdicts[open_yet], foreseen=ahead)
    assert counts in tally_of_targets(Wording(review, language("en")))


def test_the_first_lines_say_where_the_sources_own_tally_does_not_add_up(
    demo_review: Review,
) -> None:
    (told,) = tallies_stated(Wording(demo_review, language("en")))
    disagrees = "9/13 targets met or exceeded (disagrees: by the targets 3 to 8/13)"
    assert told == f"Stated for 2024: {disagrees}."


def test_a_tally_of_an_earlier_year_is_not_told_first(demo_review: Review) -> None:
    tally = demo_review.claims.query("kind == 'targets_reached'")
    later = tally.assign(period="2025", verdict="agrees", stated=3.0, low=3.0, high=3.0)
    review = Review(demo_review.known)
    review.hand(claims=pd.concat([tally, later], ignore_index=True))
    (told,) = tallies_stated(Wording(review, language("en")))
    assert told == "Stated for 2025: 3/13 targets met or exceeded (agrees)."


def test_a_tally_of_targets_that_nobody_entered_says_so(demo_review: Review) -> None:
    tally = demo_review.claims.query("kind == 'targets_reached'")
    review = Review(demo_review.known)
    silent = tally.assign(verdict="cannot_check", detail="no_targets", low=-inf, high=inf)
    review.hand(claims=silent)
    (told,) = tallies_stated(Wording(review, language("en")))
    assert told.endswith("(cannot be checked: no target of that time was entered).")


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((14, 8), ["14 + 8 = 22 of 23 targets: nothing is stated of the other 1."]),
        ((14, 8, 1), []),
        ((14, 8, 2), ["14 + 8 + 2 = 24 targets, and there are 23 in all."]),
        ((22,), []),
    ],
)
def test_what_is_met_and_exceeded_is_added_up_and_what_is_said_of_both_is_said_once(
    demo_review: Review, counts: tuple[int, ...], expected: list[str]
) -> None:
    kinds = ["targets_met", "targets_exceeded", "targets_not_met"]
    (tally,) = demo_review.claims.query("kind == 'targets_reached'").to_dict("records")
    silent = tally | {"verdict": "cannot_check", "detail": "no_targets", "low": -inf, "high": inf}
    told = [
        silent | {"kind": kind, "stated": float(count), "out_of": 23}
        for kind, count in zip(kinds, counts, strict=False)
    ]
    review = Review(demo_review.known)
    review.hand(claims=pd.DataFrame(told))
    said = [*tallies_stated(Wording(review, language("en")))]
    checked = "Held against the targets: cannot be checked: no target of that time was entered."
    assert said[0].startswith(f"Stated for 2024: {counts[0]}/23 targets met, not exceeded")
    assert said[1:] == [checked, *expected][len(counts) == 1 :]


def test_tallies_of_two_setters_are_not_added_up(demo_review: Review) -> None:
    tally = demo_review.claims.query("kind == 'targets_reached'")
    met, exceeded = (tally.assign(kind=kind) for kind in ("targets_met", "targets_exceeded"))
    review = Review(demo_review.known)
    review.hand(claims=pd.concat([met, exceeded, met], ignore_index=True))
    assert not any(" = " in said for said in tallies_stated(Wording(review, language("en"))))


def test_one_target_is_spoken_of_as_one(programme: Path) -> None:
    path = programme / "datapackage.json"
    described = json.loads(path.read_text("utf-8"))
    described["giaoban"]["targets"] = 1
    path.write_text(json.dumps(described), "utf-8")
    words = Wording(load(programme.name, "2023-03-14", "", programme.parent), language("en"))
    assert next(tally_of_targets(words)) == "The programme sets 1 target; its value is not known."


@pytest.mark.parametrize(
    ("stretches", "kind", "said"),
    [
        ([("2021", "not_met"), ("2022", "met"), ("2023", "met")], "each", "2021"),
        ([("2021", "not_met"), ("2022", "not_met"), ("2023", "met")], "each", "2021, 2022"),
        ([("2021", "not_met"), ("2023", "not_met")], "each", ""),
        ([("2021", "not_met"), ("2023", "met")], "by", ""),
    ],
)
def test_the_years_that_decide_a_target_for_each_year_are_named_where_the_latest_does_not(
    review: Review, stretches: list[tuple[str, str]], kind: str, said: str
) -> None:
    row = {"stretches": tuple(stretches), "target_kind": kind, "status": "not_met"}
    words = Wording(review, language("en"))
    assert other_years(words, pd.Series(row | {"period": "2023"})) == said


def test_a_year_of_which_a_part_is_known_is_not_the_one_that_decides(review: Review) -> None:
    stretches = (("2021", "not_met"), ("2022", "met"), ("2023", "not_yet"))
    row = {"stretches": stretches, "target_kind": "each", "status": "not_met"}
    words = Wording(review, language("en"))
    assert other_years(words, pd.Series(row | {"period": "2023-01/2023-06"})) == "2021"
    assert other_years(words, pd.Series(row | {"period": None})) == ""


@pytest.mark.parametrize(
    ("described", "said"),
    [
        (
            1,
            "Number of targets by the programme’s own description: 1; of indicators that have one ",
        ),
        # Those of several years are of one target.
        (2, "The programme sets 2 targets; the value of 2 is known."),
        (9, "The programme sets 9 targets; the value of 3 is known."),
    ],
)
def test_more_indicators_with_targets_than_the_programme_says_it_sets_are_told(
    tmp_path: Path, described: int, said: str
) -> None:
    goals = [("x", "2024"), ("x", "2025"), ("y", "2025")]
    review = small(
        tmp_path,
        [{"period": "2023", "value": 4}],
        [TONNES | {"indicator": name} for name in "xy"],
        {"targets": described},
        targets=[
            {"indicator": name, "period": period, "value": 5, "set_by": "mau"}
            for name, period in goals
        ],
    )
    assert next(tally_of_targets(Wording(review, language("en")))).startswith(said)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "Set by Sample province for 2025: 1; 1 not due yet. In all: 3; 1 met, 1 not met."),
        ("vi", "Tỉnh Mẫu giao 1 chỉ tiêu cho năm 2025: 1 chưa đến hạn. "
         "Tổng cộng 3 chỉ tiêu: 1 đạt, 1 không đạt."),
    ],
)  # fmt: skip
def test_the_targets_of_the_meetings_year_are_counted_before_those_of_all_years(
    tmp_path: Path, code: str, said: str
) -> None:
    figures = [{"period": "2023", "value": 5}, {"period": "2024", "value": 4}]
    half = {"period": "2025-01/2025-06", "value": 3, "obs_status": "E", "reported_on": "2025-06-25"}
    goals: list[Row] = [{"period": year, "value": 5} for year in ("2023", "2024", "2025")]
    review = small(tmp_path, [*figures, half], TONNES, targets=goals)
    (told,) = tally_of_targets(Wording(review, language(code)))
    assert told == said
