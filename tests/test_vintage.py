from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.errors import GiaobanError
from giaoban.review import load
from giaoban.vintage import as_known, changes

Change = Callable[..., None]
LATER = {
    "meeting_date": "2024-03-12",
    "title_vi": "Hội nghị giao ban",
    "title_en": "Review meeting",
}


def test_a_row_counts_from_the_day_it_was_reported(programme: Path, append: Change) -> None:
    append("meetings", **LATER)
    append(
        "figures",
        indicator="members-admitted",
        unit="my-duc",
        period="2023",
        value="161",
        reported_on="2024-03-12",
        source="myduc-2023-03-15",
    )
    before = load("04-CTr-HU", "2023-03-14", "", programme.parent).scorecard
    after = load("04-CTr-HU", "latest", "", programme.parent).scorecard
    admitted = [card.set_index("indicator").loc["members-admitted"] for card in (before, after)]
    assert [row["value"] for row in admitted] == [460, 161]


def test_a_past_review_does_not_change_when_later_rows_arrive(
    programme: Path, append: Change
) -> None:
    before = load("04-CTr-HU", "2023-03-14", "", programme.parent).fingerprint
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
    assert load("04-CTr-HU", "2023-03-14", "", programme.parent).fingerprint == before
    assert load("04-CTr-HU", "2024-03-12", "", programme.parent).fingerprint != before


def test_a_revision_replaces_what_it_revises_and_is_listed(programme: Path, append: Change) -> None:
    append("meetings", **LATER)
    row = {"unit": "my-duc", "reported_on": "2024-03-12", "source": "myduc-2023-03-15"}
    append(
        "figures",
        indicator="orgs-rated",
        period="2022",
        value="95.6",
        definition="completed-or-better",
        **row,
    )
    append("figures", indicator="city-cadres-theory", period="2022", obs_status="O", **row)
    append("figures", indicator="members-admitted", period="2023", value="161", **row)
    review = load("04-CTr-HU", "latest", "", programme.parent)
    found = review.changes.set_index("indicator")
    assert found["kind"].to_dict() == {
        "orgs-rated": "revised",
        "city-cadres-theory": "withdrawn",
        "members-admitted": "new",
    }
    assert found.loc["orgs-rated", ["before", "after"]].tolist() == [97.8, 95.6]


def test_the_first_meeting_has_no_changes(programme: Path) -> None:
    assert load("04-CTr-HU", "latest", "", programme.parent).changes.empty


def test_unchanged_figures_are_no_change() -> None:
    row = {
        "indicator": "x",
        "unit": "u",
        "period": "2022",
        "value": 1.0,
        "qualifier": "=",
        "definition": None,
    }
    table = pd.DataFrame([row])
    assert changes(table, table.copy()).empty


@pytest.mark.parametrize(
    ("meeting", "unit"), [("2022-01-01", ""), ("latest", "nowhere"), ("next", "")]
)
def test_a_meeting_or_unit_that_is_not_there_is_refused(
    programme: Path, meeting: str, unit: str
) -> None:
    with pytest.raises(GiaobanError, match="expected one"):
        load("04-CTr-HU", meeting, unit, programme.parent)


days = st.integers(1, 28)


@given(st.lists(st.tuples(st.sampled_from("abc"), days), max_size=20), days, days)
def test_what_is_known_only_grows(rows: list[tuple[str, int]], one: int, other: int) -> None:
    table = pd.DataFrame(
        [{"k": k, "reported_on": pd.Timestamp(2023, 1, d)} for k, d in rows],
        columns=["k", "reported_on"],
    ).astype({"reported_on": "datetime64[us]"})
    early, late = (as_known(table, pd.Timestamp(2023, 1, d), ["k"]) for d in sorted((one, other)))
    assert set(early["k"]) <= set(late["k"])
    assert not late["k"].duplicated().any()
