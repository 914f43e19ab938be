import pandas as pd
import pytest

from giaoban.checks import DIFFERENCES, value_faults
from giaoban.checks.values import CAUSE
from giaoban.tables import TextTable, TypedTable, columns, convert, table_schema

INDICATORS = pd.DataFrame({"indicator": ["poor"], "unit_measure": ["percent"]})


def told(kind: str, stated: float, printed: str) -> list[str]:
    row = {"claim": "c", "kind": kind, "indicator": "poor"}
    frame = pd.DataFrame([row | {"stated": stated, "as_published": printed}], index=[2])
    return [str(fault) for fault in value_faults("claims", frame, INDICATORS, "claims.csv")]


@pytest.mark.parametrize("kind", DIFFERENCES)
@pytest.mark.parametrize("printed", ["1,8%", "-1,8%", "−1.8 %"])
def test_a_difference_downwards_may_be_printed_without_its_sign(kind: str, printed: str) -> None:
    assert told(kind, -1.8, printed) == []


@pytest.mark.parametrize(
    ("kind", "stated", "printed"),
    [
        # Up is not down.
        *[(kind, 1.8, "-1,8%") for kind in DIFFERENCES],
        *[(kind, -1.8, "1,9%") for kind in DIFFERENCES],
        ("mean_per_year", -1.8, "1,8%"),
        ("percent_of_target", -1.8, "1,8%"),
    ],
)
def test_any_other_print_must_say_the_number_with_its_sign(
    kind: str, stated: float, printed: str
) -> None:
    (fault,) = told(kind, stated, printed)
    assert fault == (
        f"claims.csv:2:as_published: the print says another number (found {printed}), "
        f"stated is {stated}: mend the one that is wrong"
    )


def counted(**cells: object) -> list[str]:
    default: dict[str, object] = {"indicator": "poor", "value": 86.5, "as_published": None}
    default |= {"value_to": float("nan")}
    default |= {"numerator": 45.0, "denominator": 52.0, "qualifier": None, "obs_status": "A"}
    frame = pd.DataFrame([default | {"source": "s"} | cells], index=[2])
    return [str(fault) for fault in value_faults("figures", frame, INDICATORS, "figures.csv")]


@pytest.mark.parametrize("printed", ["61-62%", "61% – 62%", "từ 61 đến 62%", "61 to 62%"])
def test_the_print_of_a_range_says_both_its_ends(printed: str) -> None:
    ends: dict[str, object] = {"value": 61.0, "value_to": 62.0, "numerator": None}
    assert counted(**ends, as_published=printed) == []
    assert counted(**(ends | {"value_to": 63.0}), as_published=printed) == [
        f"figures.csv:2:as_published: the print says another number (found {printed}), "
        "value is 61-63: mend the one that is wrong"
    ]


@pytest.mark.parametrize("printed", ["about 86.5%", "trên 86,5%", "45 of 52", "86.5 in all"])
def test_a_print_with_words_is_asked_for_the_number_alone(printed: str) -> None:
    assert counted(as_published=printed) == [
        f"figures.csv:2:as_published: a print that is more than a number (found {printed}), "
        "expected the number alone, as printed, without words such as over or about"
    ]


def test_both_ends_of_a_range_are_shares() -> None:
    (fault,) = counted(value=91.0, value_to=162.0, numerator=None)
    assert fault.startswith("figures.csv:2:value_to: percentage out of range (found 162)")


@pytest.mark.parametrize(
    ("value", "printed"),
    # 45 of 52 are 86.538…%, rounded or cut off.
    [(86.5, "86,5%"), (86.54, "86,54%"), (86.53, "86,53%"), (86.0, "86%"), (87.0, "87%")],
)
def test_counts_may_give_a_share_rounded_or_cut_off(value: float, printed: str) -> None:
    assert counted(value=value, as_published=printed) == []


@pytest.mark.parametrize(
    ("value", "printed"), [(86.4, "86,4%"), (88.0, "88%"), (86.5, "86,50%"), (97.8, None)]
)
def test_counts_of_another_share_are_told(value: float, printed: str | None) -> None:
    (fault,) = counted(value=value, as_published=printed)
    assert fault == (
        "figures.csv:2:numerator: counts of another share (found 45 of 52), "
        f"86.54% and not {value:g}%: mend the one that is wrong"
    )


@pytest.mark.parametrize(
    "cells",
    [
        {"qualifier": ">"},
        {"qualifier": "~"},
        {"value": float("nan"), "obs_status": "O"},
        {"numerator": float("nan")},
        {"denominator": 0.0, "numerator": 0.0},
    ],
)
def test_counts_say_nothing_of_a_share_that_is_not_exact_or_without_them(
    cells: dict[str, object],
) -> None:
    assert counted(**({"value": 20.0} | cells)) == []


def recorded(**cells: str) -> list[str]:
    """Give the faults of one record, which stands in a file under the header."""
    frame = pd.DataFrame([cells], index=[2]).reindex(columns=columns("records"))
    text = TextTable("records.csv", frame.astype("str"), [*cells])
    read, unread = convert(text.frame, table_schema("records"), text.file)
    table = TypedTable("records", text, read, unread)
    return [str(f) for part in CAUSE.where(table) for f in CAUSE.faults(table, part, text.file)]


@pytest.mark.parametrize("section", ["shortcoming", "action", "result"])
def test_only_a_cause_is_subjective_or_objective(section: str) -> None:
    assert recorded(section=section, cause="objective") == [
        "records.csv:2:cause: a kind of cause of what is none (found objective), "
        "expected nothing, or the section cause"
    ]
    assert recorded(section="cause", cause="objective") == []


def test_a_cause_need_not_say_which_it_is() -> None:
    assert recorded(section="cause", cause="") == []
    assert recorded(section="cause") == []
