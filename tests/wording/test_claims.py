from collections.abc import Callable
from pathlib import Path

import pytest
from smallprogramme import Row, small

from giaoban.analysis import load
from giaoban.language.formatting import language
from giaoban.wording.claims import as_recomputed, as_stated, judged, telling_decimals
from giaoban.wording.figures import Wording


@pytest.fixture
def said(programme: Path) -> Callable[[str], dict[str, tuple[str, str, str]]]:
    """Say of each claim what it states, what the figures give, and the verdict."""

    def say(code: str = "en") -> dict[str, tuple[str, str, str]]:
        review = load(programme.name, "2023-03-14", "", programme.parent)
        words = Wording(review, language(code))
        return {
            claim["claim"]: (
                as_stated(words, claim),
                as_recomputed(words, claim),
                judged(words, claim),
            )
            for _, claim in review.claims.iterrows()
        }

    return say


def test_a_mean_and_a_margin_are_said_each_in_its_own_measure(said: Callable[..., object]) -> None:
    assert said("en") == {
        "members-admitted-mean": (
            "150 a year",
            "153.3 a year",
            "agrees when rounded to tens",
        ),
        "members-margin-2022": (
            "+14 percentage points over the target",
            "+14 to +25 percentage points over the target",
            "cannot be checked: the target was itself worked out from this statement",
        ),
    }


@pytest.mark.parametrize(
    ("qualifier", "expected"),
    [
        (">", {"en": "over 153.33 a year", "vi": "trên 153,33 mỗi năm"}),
        ("<", {"en": "0 to 153.34 a year", "vi": "0 đến 153,34 mỗi năm"}),
    ],
)
def test_the_mean_of_a_qualified_total_is_a_range_without_signs(
    said: Callable[..., dict[str, tuple[str, ...]]],
    spoil: Callable[..., None],
    qualifier: str,
    expected: dict[str, str],
) -> None:
    spoil("figures", 7, qualifier=qualifier, as_published="")
    assert {code: said(code)["members-admitted-mean"][1] for code in expected} == expected


def test_a_percentage_of_a_target_keeps_its_sign_where_it_is_a_range(
    said: Callable[..., dict[str, tuple[str, ...]]],
    spoil: Callable[..., None],
    append: Callable[..., None],
) -> None:
    spoil("figures", 9, value="86", qualifier=">", as_published="")
    stated = {"stated": "215", "as_published": "215%", "kind": "percent_of_target"}
    known = {"reported_on": "2023-03-14", "source": "myduc-2023-03-15"}
    subject = {"indicator": "city-cadres-postgraduate", "unit": "my-duc", "period": "2022"}
    append("claims", claim="share", **stated, **known, **subject)
    assert said("en")["share"][:2] == ("215% of the target", "215% to 250% of the target")


@pytest.mark.parametrize("year", ["2022", "2023"])
def test_a_margin_of_a_count_in_percent_keeps_its_sign_with_a_target_and_without(
    said: Callable[..., dict[str, tuple[str, ...]]], append: Callable[..., None], year: str
) -> None:
    stated = {"stated": "23.2", "as_published": "23,2%", "kind": "margin_over_target"}
    known = {"reported_on": "2023-03-14", "source": "myduc-2023-03-15"}
    subject = {"indicator": "members-admitted", "unit": "my-duc", "period": year}
    append("claims", claim="margin", **stated, **known, **subject)
    assert said("en")["margin"][0] == "+23.2% over the target"


@pytest.mark.parametrize(
    ("stated", "decimals", "value", "places"),
    [
        (97.9, 1, 97.95, 2),  # 98.0 cut off would not be it.
        (-2.2, 1, -2.25, 2),
        (102.91, 2, 102.916666667, 3),
        (154.0, 0, 153.46, 2),  # 153.5 would be rounded to it.
        (152.0, 0, 152.46, 2),
        (98.0, 1, 97.95, 2),
        (150.0, 0, 153.333333333, 1),
        (153.0, 0, 153.0, 0),
    ],
)
def test_what_the_figures_give_is_written_so_finely_that_the_verdict_is_seen(
    stated: float, decimals: int, value: float, places: int
) -> None:
    assert telling_decimals(stated, decimals, value) == places


def test_a_statement_keeps_the_zero_that_it_was_printed_with(
    said: Callable[..., dict[str, tuple[str, ...]]], append: Callable[..., None]
) -> None:
    subject = {"indicator": "city-cadres-postgraduate", "unit": "my-duc", "period": "2022"}
    stated = {"stated": "46", "as_published": "46,0", "kind": "margin_over_target"}
    known = {"reported_on": "2023-03-14", "source": "myduc-2023-03-15"}
    append("claims", claim="margin", **stated, **known, **subject)
    assert said("vi")["margin"] == (
        "+46,0 điểm phần trăm so với chỉ tiêu",
        "+45,7 điểm phần trăm so với chỉ tiêu",
        "không khớp",
    )


def test_a_rise_of_a_share_is_said_in_a_note_as_it_was_judged(tmp_path: Path) -> None:
    rows: list[Row] = [{"period": "2023", "value": 84}, {"period": "2024", "value": 86}]
    stated: list[Row] = [
        {
            "claim": "c",
            "kind": "change",
            "period": "2023/2024",
            "stated": 2.4,
            "as_published": "2.4%",
        }
    ]
    review = small(tmp_path, rows, {"unit_measure": "percent", "better": "up"}, claims=stated)
    words = Wording(review, language("en"))
    told = [as_stated(words, table.iloc[0]) for table in (review.claims, review.tables["claims"])]
    assert told == ["a rise of 2.4%"] * 2
