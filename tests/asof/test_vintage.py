from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from places import RAW

from giaoban.analysis import load
from giaoban.asof.vintage import KEY_COLUMNS, as_known, as_told, changes, not_yet, with_days

DEMO_MEETINGS = ["2022-03-15", "2023-03-14", "2024-03-12", "2025-07-15"]
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
    before = load("04-CTr-HU", "2023-03-14", "", programme.parent).latest
    after = load("04-CTr-HU", "latest", "", programme.parent).latest
    admitted = [card.set_index("indicator").loc["members-admitted"] for card in (before, after)]
    assert [row["value"] for row in admitted] == [460, 161]


def test_an_event_whose_title_is_told_in_another_language_too_is_one_event() -> None:
    flag = {"unit": "u", "period": "2022", "kind": "award", "reported_on": "2023-01-01"}
    later = flag | {"reported_on": "2024-01-01"}
    told = [
        flag | {"title_en": "Flag"},
        flag | {"title_vi": "Bằng khen"},
        later | {"title_vi": "Cờ", "title_en": "Flag"},
        later | {"title_vi": "Bằng khen", "title_en": "Certificate"},
        later | {"title_vi": "Huân chương"},
    ]
    table = pd.DataFrame(told).astype({"reported_on": "datetime64[s]"})
    known = [as_told(table, "events", pd.Timestamp(f"{year}-12-31")) for year in (2023, 2024)]
    assert [sorted(each.index) for each in known] == [[0, 1], [2, 3, 4]]
    backwards = as_told(table.iloc[::-1], "events", pd.Timestamp("2024-12-31"))
    assert sorted(backwards.index) == [2, 3, 4]


def test_an_event_keeps_the_title_that_only_an_earlier_row_told_and_needs_no_period() -> None:
    flag = {"unit": "u", "kind": "rating", "reported_on": "2023-01-01", "period": None}
    later = flag | {"reported_on": "2024-01-01"}
    told = [flag | {"title_vi": "Đạt", "title_en": "Met"}, later | {"title_en": "Met"}]
    table = pd.DataFrame(told).astype({"reported_on": "datetime64[s]"})
    (event,) = as_told(table, "events", pd.Timestamp("2024-12-31")).to_dict("records")
    assert (event["title_vi"], event["title_en"]) == ("Đạt", "Met")
    assert event["reported_on"] == pd.Timestamp("2024-01-01")


def test_a_title_that_two_events_share_makes_no_third_one_of_them() -> None:
    award = {"unit": "u", "period": "2022", "kind": "award", "reported_on": "2023-01-01"}
    told = [award | {"title_vi": name, "title_en": "Award"} for name in ("Cờ", "Bằng khen")]
    told.append(award | {"reported_on": "2024-01-01", "title_en": "Award"})
    table = pd.DataFrame(told).astype({"reported_on": "datetime64[s]"})
    assert sorted(as_told(table, "events", pd.Timestamp("2024-12-31")).index) == [0, 1, 2]


@pytest.mark.parametrize("other", [{"period": "2021"}, {"kind": "milestone"}])
def test_events_of_two_years_or_of_two_kinds_are_two_under_one_title(
    other: dict[str, object],
) -> None:
    award = {"unit": "u", "period": "2022", "kind": "award", "reported_on": "2023-01-01"}
    told = [award | {"title_vi": "Cờ", "title_en": "Flag"}, award | {"title_en": "Flag"} | other]
    table = pd.DataFrame(told).astype({"reported_on": "datetime64[s]"})
    known = as_told(table, "events", pd.Timestamp("2024-12-31")).sort_index()
    assert known["title_vi"].fillna("").tolist() == ["Cờ", ""]
    alike = table.assign(title_vi="Cờ")
    assert len(as_told(alike, "events", pd.Timestamp("2024-12-31"))) == 2


@pytest.mark.parametrize(("day", "expected"), [("2022-12-31", 0), ("2023-01-01", 1)])
def test_an_event_counts_from_the_day_on_which_it_was_told(day: str, expected: int) -> None:
    award = {"unit": "u", "period": "2022", "kind": "award", "title_vi": "Cờ", "title_en": "Flag"}
    table = pd.DataFrame([award | {"reported_on": pd.Timestamp("2023-01-01")}])
    assert len(as_told(table, "events", pd.Timestamp(day))) == expected


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
    assert [found[name]["orgs-rated"] for name in ("before", "after")] == [97.8, 95.6]


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


def test_a_later_row_of_a_record_takes_its_place_and_a_later_closing_is_not_known_yet() -> None:
    demo = {day: load("demo", day, "", RAW).actions.set_index("record") for day in DEMO_MEETINGS}
    survey = demo["2022-03-15"].T["action-survey"]
    assert (survey["state"], pd.isna(survey["closed_on"])) == ("open", True)
    assert demo["2023-03-14"].loc["action-survey", "state"] == "done_on_time"
    assert "action-survey" not in demo["2024-03-12"].index
    assert demo["2024-03-12"].loc["action-theory", "state"] == "overdue"


def test_a_change_of_definition_or_qualifier_alone_is_a_revision() -> None:
    row: dict[str, object] = {"indicator": "x", "unit": "u", "period": "2022", "value": 1.0}
    before = pd.DataFrame([row | {"qualifier": "=", "definition": None}])
    for change in ({"definition": "b"}, {"qualifier": ">"}):
        found = changes(before, before.assign(**change))
        assert found["kind"].tolist() == ["revised"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"obs_status": "E"}, {"obs_status": "A"}, "confirmed"),
        ({"obs_status": "P"}, {"obs_status": "A"}, "confirmed"),
        ({"obs_status": "E"}, {"obs_status": "A", "value": 2.0}, "revised"),
        ({"obs_status": "E"}, {"obs_status": "A", "qualifier": ">"}, "revised"),
        ({"obs_status": "E"}, {"obs_status": "P"}, "revised"),
        ({"obs_status": "A"}, {"obs_status": "E"}, "revised"),
    ],
)
def test_an_estimate_that_is_told_as_final_and_is_the_same_number_is_confirmed(
    before: dict[str, object], after: dict[str, object], expected: str
) -> None:
    row: dict[str, object] = {"indicator": "x", "unit": "u", "period": "2022", "value": 1.0}
    then, now = (pd.DataFrame([row | {"qualifier": "="} | told]) for told in (before, after))
    assert changes(then, now)["kind"].tolist() == [expected]


def targets(**cells: object) -> pd.DataFrame:
    row: dict[str, object] = {"indicator": "x", "unit": "u", "period": "2022", "set_by": "City"}
    row |= {"value": 80.0, "value_to": float("nan"), "kind": None, "qualifier": "="}
    return pd.DataFrame([row | cells])


def test_the_targets_of_two_setters_are_two_targets() -> None:
    table = pd.concat([targets(), targets(set_by="District", value=90.0)], ignore_index=True)
    days = table.assign(reported_on=pd.Timestamp("2022-01-01"))
    assert len(as_known(days, pd.Timestamp("2023-01-01"), KEY_COLUMNS["targets"])) == 2
    found = changes(targets(), table)
    assert found[["kind", "set_by", "after"]].to_numpy().tolist() == [["new", "District", 90.0]]


@pytest.mark.parametrize(
    "change", [{"value": 85.0}, {"value_to": 90.0}, {"kind": "by"}, {"qualifier": ">"}]
)
def test_a_target_is_revised_by_anything_else_that_is_said_of_it(change: dict[str, object]) -> None:
    found = changes(targets(), targets(**change)).iloc[0]
    assert (found["kind"], found["set_by"], found["before"]) == ("revised", "City", 80)
    (name, value) = next(iter(change.items()))
    assert found["after" if name == "value" else f"{name}_after"] == value


def test_a_withdrawal_is_a_change_and_what_was_never_there_is_none() -> None:
    row: dict[str, object] = {"indicator": "x", "unit": "u", "period": "2022", "qualifier": "="}
    there, gone = (pd.DataFrame([row | {"value": v}]) for v in (1.0, float("nan")))
    assert changes(there, gone)["kind"].tolist() == ["withdrawn"]
    assert changes(gone, there)["kind"].tolist() == ["new"]
    assert changes(gone, gone).empty


@pytest.mark.parametrize(
    ("period", "months", "years"),
    [
        ("2022", 12, 1),
        ("2020/2022", 36, 3),
        ("2023-01/2023-06", 6, None),
        ("2023-09/2024-08", 12, 1),
    ],
)
def test_a_period_is_read_as_days_and_as_whole_months_and_years(
    period: str, months: int, years: int | None
) -> None:
    row = {"unit": "u", "indicator": "x", "period": period}
    found = with_days(pd.DataFrame([row])).iloc[0]
    assert (found["start"].day, found["end"].is_month_end, found["months"]) == (1, True, months)
    assert pd.isna(found["years"]) if years is None else found["years"] == years


def test_a_date_is_known_from_its_own_day_on() -> None:
    table = pd.DataFrame({"closed_on": [pd.Timestamp("2023-03-14")]})
    known = [not_yet(table, pd.Timestamp(f"2023-03-{n}"), ["closed_on"]) for n in (13, 14)]
    assert [each["closed_on"].notna().tolist() for each in known] == [[False], [True]]
