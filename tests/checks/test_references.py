import pandas as pd

from giaoban.checks.references import CIRCLE, REFERENCE
from giaoban.errors import one_line
from giaoban.tables import TextTable, TypedTable, columns


def told(**under: str) -> list[str]:
    """Give the faults of a form, a row for each indicator and the one that it stands under."""
    rows = [{"indicator": id_, "under": at or None} for id_, at in under.items()]
    frame = pd.DataFrame(rows, index=range(2, len(rows) + 2)).reindex(columns=columns("indicators"))
    text = TextTable("indicators.csv", frame, ["indicator", "under"])
    table = TypedTable("indicators", text, frame, tables={"indicators": frame})
    asked = [(check, part) for check in (REFERENCE, CIRCLE) for part in check.where(table)]
    return [str(fault) for check, part in asked for fault in check.faults(table, part, text.file)]


def test_a_row_stands_under_one_of_the_form_that_does_not_stand_under_it() -> None:
    assert told(a="", b="a", c="b") == []
    assert told(a="x") == [
        "indicators.csv:2:under: broken foreign key (found x), "
        "expected one that stands in table indicators"
    ]
    assert told(a="c", b="a", c="b", d="c") == [
        "indicators.csv:2:under: a circle (found a, c, b), "
        "expected one that does not lead back to it"
    ]
    assert len(told(a="a")) == 1


def test_an_id_that_stands_nowhere_is_told_with_the_one_that_may_be_meant() -> None:
    units = pd.DataFrame({"unit": ["my-duc", "an-my"], "title_vi": ["Huyện Mỹ Đức", "Xã An Mỹ"]})
    units.loc[2] = ["x" * 500, "Xã Dài"]
    frame = pd.DataFrame({"unit": ["my-duk", "xã an mỹ", "hà nội", "xã dài"]}, index=[2, 3, 4, 5])
    frame = frame.reindex(columns=columns("figures"))
    text = TextTable("figures.csv", frame, ["unit"])
    table = TypedTable("figures", text, frame, tables={"units": units})
    expected = [finding[3] for finding in REFERENCE.finds(table, "unit")]
    assert [str(text) for text in expected] == [
        "did you mean my-duc?",
        "did you mean an-my?",
        "expected one that stands in table units",
        f"did you mean {one_line('x' * 500)}?",
    ]


def test_nothing_is_held_against_a_table_whose_ids_are_all_missing() -> None:
    frame = pd.DataFrame({"unit": ["my-duc"]}, index=[2]).reindex(columns=columns("figures"))
    table = TypedTable("figures", TextTable("figures.csv", frame, ["unit"]), frame)
    for ids, asked in (([None], []), (["an-my"], ["unit"]), ([], ["unit"])):
        table.tables["units"] = pd.DataFrame({"unit": ids})
        assert list(REFERENCE.where(table)) == asked
