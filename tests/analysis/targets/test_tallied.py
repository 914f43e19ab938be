"""How many targets of a time are met, held against the number that a source gives."""

from collections.abc import Mapping, Sequence

import pandas as pd
import pytest
from frames import compared, figures, indicators, targets, units, yearly

from giaoban.analysis import check_claims, compare, judge_targets

# Of an indicator its figure, its target and the verdict that follows.
MET, EXCEEDED, MISSED, OPEN = (80.0, 80.0), (85.0, 80.0), (75.0, 80.0), (None, 80.0)
FOUR = [MET, EXCEEDED, EXCEEDED, MISSED]


def checked(
    pairs: Sequence[tuple[float | None, float]],
    out_of: int,
    kind: str = "targets_reached",
    under: Mapping[int, int] = {},
    setters: str = "",
    estimates: Mapping[int, str] | None = {},
    period: str = "2022",
) -> pd.DataFrame:
    """Check every number, from 0 on, of so many targets; each is one of an indicator of its own."""
    names = [f"x{n}" for n in range(len(pairs))]
    told = [*zip(names, pairs, strict=True)]
    known = [{"indicator": n, "period": "2022", "value": v} for n, (v, _) in told if v is not None]
    goals = targets(*({"indicator": n, "value": v, "period": period} for n, (_, v) in told))
    goals["set_by"] = list(setters) or "p"
    about = pd.concat([indicators().assign(indicator=name) for name in names], ignore_index=True)
    about["under"] = [f"x{under[n]}" if n in under else None for n in range(len(names))]
    table = compare(figures(*known), about, units())
    definitions = pd.DataFrame({"definition": [], "includes": []}, dtype="str")
    verdicts = judge_targets(table, goals, about, definitions, pd.Timestamp("2023-12-31"))
    settled = estimates or {}
    ahead = verdicts.loc[[*settled]].assign(status=[*settled.values()])
    claims = pd.DataFrame({"stated": range(out_of + 1)}).assign(
        claim="t", kind=kind, indicator=None, period="2022", out_of=out_of, as_published=None
    )
    return check_claims(claims, table, goals, about, verdicts, None if estimates is None else ahead)


def agreeing(*said: object, **more: object) -> list[int]:
    """Give the numbers that agree."""
    found = checked(*said, **more)  # type: ignore[arg-type]
    assert set(found["verdict"]) <= {"agrees", "disagrees"}
    return [*found.index[found["verdict"] == "agrees"]]


def left_open(*said: object, **more: object) -> list[int]:
    """Give the numbers that cannot be checked; all others disagree."""
    found = checked(*said, **more)  # type: ignore[arg-type]
    assert set(found["verdict"]) == {"cannot_check", "disagrees"}
    return [*found.index[found["verdict"] == "cannot_check"]]


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("targets_reached", 3),
        ("targets_exceeded", 2),
        ("targets_met", 1),
        ("targets_not_met", 1),
    ],
)
def test_a_tally_agrees_with_the_number_of_targets_that_are_so_and_with_no_other(
    kind: str, number: int
) -> None:
    assert agreeing(FOUR, 4, kind) == [number]


@pytest.mark.parametrize("period", ["2021/2022", "2022-01/2022-06"])
def test_targets_of_more_or_less_than_its_time_are_not_counted(period: str) -> None:
    found = checked(FOUR, 4, period=period)
    assert set(found["verdict"]) == {"cannot_check"}
    assert found["recomputed"].isna().all()


def test_a_target_that_cannot_be_judged_leaves_the_tally_open_between_two_numbers() -> None:
    found = checked([*FOUR, OPEN], 5)
    assert [*found.index[found["verdict"] == "cannot_check"]] == [3, 4]
    row = found.loc[4]
    assert (row["detail"], row["low"], row["high"]) == ("targets_open", 3, 4)
    assert pd.isna(row["recomputed"])


def test_a_target_that_is_not_held_may_be_met_or_not() -> None:
    assert left_open(FOUR, 6) == [3, 4, 5]


def test_of_more_rows_than_the_source_counts_some_may_be_parts_of_one_target() -> None:
    assert left_open(FOUR, 3) == [2, 3]


def test_rows_under_one_that_has_a_target_count_as_one_where_that_gives_the_number() -> None:
    assert agreeing(FOUR, 3, under={2: 1}) == [2]
    # A part that is missed, of one that is met.
    assert left_open(FOUR, 3, under={3: 1}) == [2, 3]


def test_rows_that_lead_back_to_themselves_are_counted_all_the_same() -> None:
    assert left_open(FOUR, 3, under={2: 3, 3: 2}) == [2, 3]


def test_the_source_may_count_the_targets_of_one_who_set_them() -> None:
    both = [*FOUR, *FOUR[2:]]
    assert agreeing(both, 6, setters="ppppqq") == [4]
    # All but two of the six, or those four.
    found = checked(both, 4, setters="ppppqq")
    assert [*found["verdict"]] == ["disagrees"] * 2 + ["cannot_check", "agrees", "cannot_check"]


def test_what_the_source_expects_counts_where_it_settles_a_target() -> None:
    assert agreeing([*FOUR, OPEN], 5, estimates={4: "exceeded"}) == [4]
    assert agreeing([*FOUR, OPEN], 5, estimates={4: "not_met"}) == [3]


def test_without_what_the_source_expects_no_tally_is_checked() -> None:
    found = checked(FOUR, 4, estimates=None)
    assert set(found["verdict"]) == {"cannot_check"}
    assert set(found["detail"]) == {"no_targets"}


def test_a_number_of_targets_is_never_taken_for_a_rounded_one() -> None:
    assert agreeing([EXCEEDED] * 24, 24) == [24]


def test_targets_of_another_time_are_not_counted() -> None:
    claim: dict[str, object] = {"claim": "t", "kind": "targets_reached", "indicator": None}
    claim |= {"period": "2021", "stated": 1, "as_published": "1", "out_of": 1}
    frames = compared(*yearly(1.0)), targets({"value": 1.0}), indicators()
    verdicts = judge_targets(*frames, pd.DataFrame(), pd.Timestamp("2023-12-31"))
    found = check_claims(pd.DataFrame([claim]), *frames, verdicts, verdicts.head(0)).iloc[0]
    assert (found["verdict"], found["detail"]) == ("cannot_check", "no_targets")
