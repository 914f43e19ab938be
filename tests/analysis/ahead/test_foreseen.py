"""What the source's own estimates would make of its targets is told, and is no status."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from giaoban.analysis import Review, load

Append = Callable[..., None]
ADMITTED = {"unit": "my-duc", "indicator": "members-admitted", "reported_on": "2023-03-14"}
ADMITTED |= {"source": "myduc-2023-03-15"}


def foreseen(programme: Path) -> pd.DataFrame:
    review = load(str(programme), "latest", "", programme)
    return review.foreseen[review.foreseen["indicator"] == "members-admitted"]


@pytest.mark.parametrize(
    ("value", "qualifier", "status"),
    [("150", "=", "met"), ("151", "=", "exceeded"), ("149", "=", "not_met"), ("150", "~", "open")],
)
def test_a_target_of_a_year_not_over_is_judged_as_if_its_estimate_came_true(
    programme: Path, append: Append, value: str, qualifier: str, status: str
) -> None:
    append("targets", **ADMITTED, period="2023", value="150", set_by="my-duc")
    append("figures", **ADMITTED, period="2023", value=value, qualifier=qualifier, obs_status="E")
    (row,) = foreseen(programme).to_dict("records")
    assert row["status"] == ("undetermined" if status == "open" else status)
    assert (row["target_period"], row["value"]) == ("2023", float(value))
    review = load(str(programme), "latest", "", programme)
    judged = review.verdicts.set_index("target_row")
    assert judged.loc[row["target_row"], "status"] == "not_yet"


def test_a_target_that_is_due_with_an_estimate_alone_is_judged_so_too(
    programme: Path, append: Append
) -> None:
    told = {**ADMITTED, "reported_on": "2022-12-20"}
    append("targets", **told, period="2022", value="150", set_by="my-duc")
    append("figures", **told, period="2022", value="149", obs_status="E")
    (row,) = foreseen(programme).to_dict("records")
    assert (row["target_period"], row["status"]) == ("2022", "not_met")
    review = load(str(programme), "latest", "", programme)
    judged = review.verdicts.set_index("target_row").loc[row["target_row"]]
    assert (judged["status"], judged["why"]) == ("undetermined", "figure_not_published")


def test_a_forecast_of_a_year_that_is_over_foresees_nothing(
    programme: Path, append: Append
) -> None:
    told = {**ADMITTED, "reported_on": "2022-12-20"}
    append("targets", **told, period="2022", value="150", set_by="my-duc")
    append("figures", **told, period="2022", value="149", obs_status="F")
    assert foreseen(programme).empty


def test_without_an_estimate_and_of_a_supposition_nothing_is_foreseen(
    programme: Path, append: Append
) -> None:
    append("targets", **ADMITTED, period="2023", value="150", set_by="my-duc")
    assert foreseen(programme).empty


@pytest.mark.parametrize(("period", "value"), [("2021/2025", "750"), ("2022", "150")])
def test_an_estimate_that_leaves_a_total_open_or_is_of_another_year_foresees_nothing(
    programme: Path, append: Append, period: str, value: str
) -> None:
    append("targets", **ADMITTED, period=period, value=value, set_by="my-duc")
    append("figures", **ADMITTED, period="2023", value="150", obs_status="E")
    assert foreseen(programme).empty


def test_estimates_of_the_demo_are_held_against_every_target_of_their_year(
    demo_review: Review,
) -> None:
    told = demo_review.foreseen.set_index("target_period")["status"]
    assert told.to_dict() == {"2021/2025": "exceeded", "2025": "not_met"}
