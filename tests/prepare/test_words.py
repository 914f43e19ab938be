import re

import pytest
from places import RAW

from giaoban.language.formatting import language
from giaoban.prepare.words import spelled
from giaoban.programme.read import check_package
from giaoban.tables.schema import TABLES


def test_numbers_days_and_codes_are_said_in_the_language() -> None:
    figures = check_package(RAW / "04-CTr-HU")[0].tables["figures"]
    vietnamese = spelled("figures", figures, language("vi")).iloc[4]
    assert vietnamese["Cách nêu"] == "trên"
    assert spelled("figures", figures, language("vi")).iloc[0]["Giá trị"] == "93,75"
    english = spelled("figures", figures, language("en")).iloc[1]
    assert english[["First day", "Last day"]].tolist() == ["01/01/2022", "31/12/2022"]
    assert english[["Value", "Qualifier", "Observation status"]].tolist() == [
        "97.8",
        "exactly",
        "definition changed",
    ]


def test_what_holds_nothing_or_is_no_period_is_empty() -> None:
    figures = check_package(RAW / "04-CTr-HU")[0].tables["figures"].head(2)
    figures = figures.assign(value=float("nan"), period=["soon", "2021-02-30"])
    said = spelled("figures", figures, language("en"))
    assert set(said["Value"]) | set(said["First day"]) == {""}


@pytest.mark.slow
@pytest.mark.parametrize("code", ["vi", "en"])
@pytest.mark.parametrize("table", ["programme", *TABLES])
def test_no_cell_is_said_as_a_machine_says_it(table: str, code: str) -> None:
    package = check_package(RAW / "demo")[0]
    one = package.programme.to_frame().T
    frame = one if table == "programme" else package.tables[table]
    said = spelled(table, frame, language(code))
    assert len(said) == len(frame)
    texts = " ".join(map(str, said.to_numpy().ravel()))
    assert not re.search(r"\b(?:nan|NaT|None|True|False)\b|\d\.0\b", texts)
