"""Communes 19 and 20 of the demo became commune 25; a part of 23 went to 22, another to 24."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from places import RAW
from smallprogramme import Row, small

from giaoban.analysis import Review, load
from giaoban.language import language
from giaoban.wording import Wording, change, in_short, interval


def said(review: Review, indicator: str, lang: str = "en") -> str:
    row = review.latest[review.latest["indicator"] == indicator].iloc[0]
    return change(Wording(review, language(lang)), row)


@pytest.fixture(scope="module")
def merged() -> Review:
    return load("demo", "2025-07-15", "xa-25", RAW)


@pytest.mark.parametrize(
    ("indicator", "lang", "expected"),
    [
        (
            "members-admitted",
            "en",
            "+1 (+16.7% relative) against 6 in 2023, the sum of Sample commune 19 and "
            "Sample commune 20, merged on 01/01/2024 (worked out)",
        ),
        (
            "members-admitted",
            "vi",
            "+1 (+16,7%) so với 6 (2023), tổng của Xã Mẫu 19 và Xã Mẫu 20, "
            "sáp nhập ngày 01/01/2024 (suy ra)",
        ),
        (
            "orgs-rated",
            "en",
            "+6.4 percentage points against 87.1% in 2023, Sample commune 19 and "
            "Sample commune 20 taken together, merged on 01/01/2024 (worked out)",
        ),
    ],
)
def test_a_merged_unit_is_set_beside_what_its_predecessors_had(
    merged: Review, indicator: str, lang: str, expected: str
) -> None:
    assert said(merged, indicator, lang) == expected


def test_a_part_leaves_a_range_and_is_called_one() -> None:
    divided = load("demo", "2024-03-12", "xa-24", RAW)
    assert said(divided, "members-admitted") == (
        "−11 to −3 against 8 to 16 in 2022, from Sample commune 24 and a part of "
        "Sample commune 23, divided on 01/01/2023 (worked out)"
    )
    assert said(divided, "orgs-excellent").endswith(": the base is not known to be the same "
                                                    "(−9.3 to +3.5 percentage points)")  # fmt: skip


def test_a_predecessor_without_a_figure_is_named(merged: Review) -> None:
    figures = merged.tables["figures_merged"]
    without = figures[figures["unit"].ne("xa-20") | figures["indicator"].ne("members-admitted")]
    tables = merged.tables | {"figures_merged": without}
    told = said(Review(replace(merged.known, tables=tables)), "members-admitted")
    assert told == "no figure before it: Sample commune 20 have none for 2023"


def test_in_short_the_change_stands_above_what_it_is_from(merged: Review) -> None:
    row = merged.latest.set_index("indicator").loc["members-admitted"]
    assert row["value"] == 7
    figure = merged.latest[merged.latest["indicator"] == "members-admitted"].iloc[0]
    assert in_short(Wording(merged, language("en")), figure) == [
        "+1 (+16.7% relative) since 2023",
        "6 in 2023, the sum of Sample commune 19 and Sample commune 20, merged on 01/01/2024 "
        "(worked out)",
    ]


def test_of_a_rate_there_is_no_relative_change_in_whatever_language(tmp_path: Path) -> None:
    rows: list[Row] = [{"period": "2023", "value": 12}, {"period": "2024", "value": 15}]
    about: Row = {"unit_measure": "number", "unit_vi": "‰", "unit_en": "per mille", "better": "up"}
    review = small(tmp_path, rows, about)
    for words in (Wording(review, language("en")), Wording(review, language("en")).bare):
        assert "relative" not in words.difference(review.compared.iloc[-1])


def test_the_interval_of_a_share_begins_short_of_all_where_it_does(review: Review) -> None:
    words = Wording(review, language("en"))
    assert interval(words, pd.Series({"low": 99.98, "high": 100.0})) == "99.98–100.0%"
    assert interval(words, pd.Series({"low": 0.0, "high": 0.02})) == "0.0–0.02%"
