"""A function that is handed a wrong frame says in one sentence what is missing of it."""

import pickle
from inspect import isfunction, signature
from typing import Any

import pandas as pd
import pytest

import giaoban as gb
from giaoban.analysis import Review
from giaoban.asof import FIGURE_COLUMNS
from giaoban.tables import TABLES, columns

FUNCTIONS = {name: found for name in gb.__all__ if isfunction(found := getattr(gb, name))}
# Of each function what it takes as frames; `show` only asks whether there are units.
FRAMES = {
    name: [n for n, p in signature(f).parameters.items() if p.annotation is pd.DataFrame]
    for name, f in FUNCTIONS.items()
}
OF_FRAMES = [name for name, frames in FRAMES.items() if frames]
PAIRS = [(name, frame) for name in OF_FRAMES for frame in FRAMES[name]]


def given(review: Review, name: str) -> Any:
    """Give what a parameter of that name expects."""
    known, tables = review.known, review.tables
    about = tables["indicators"], tables["units"]
    single = {
        "cutoff": known.cutoff,
        "last_year": known.last_year,
        "meeting": known.meeting["meeting_date"],
        "meetings": known.meetings,
        "period": known.package.programme["period"],
        "previous": known.previous_cutoff,
        "tables": tables,
        "unit": known.unit,
    }
    if name == "compared_beside":
        return gb.compare(tables["figures_beside"], *about)
    named = single | tables | {"asks_of_units": review.asks.head(1)}
    return named[name] if name in named else getattr(review, name)


@pytest.fixture(scope="module")
def whole(review: Review) -> dict[str, dict[str, Any]]:
    """Give what each function is to be handed."""
    asked = {name: signature(FUNCTIONS[name]).parameters for name in OF_FRAMES}
    return {
        name: {n: given(review, n) for n, p in parameters.items() if p.default is p.empty}
        for name, parameters in asked.items()
    }


def test_nearly_all_functions_take_frames() -> None:
    other = {"chart", "explorer", "import_sheet", "load", "open_preparation", "open_report"}
    assert set(FUNCTIONS) - set(OF_FRAMES) == {*other, "show", "suppose"}


@pytest.mark.parametrize(("name", "frame"), PAIRS)
def test_each_column_that_a_frame_is_said_to_have_is_asked_for_by_its_name(
    name: str, frame: str, whole: dict[str, dict[str, Any]]
) -> None:
    full = whole[name][frame]
    stated = columns(frame) if frame in TABLES else full
    for column in FIGURE_COLUMNS if frame == "figures" else stated:
        renamed = full.rename(columns={column: "tên khác"})
        with pytest.raises(gb.GiaobanError) as error:
            FUNCTIONS[name](**whole[name] | {frame: renamed})
        assert error.value.exit_code == 2
        assert str(error.value).startswith(f"{name}: {frame} has no column {column} (found ")
        kind = f'tables["{frame}"]' if frame in TABLES else "review."
        assert f"expected those of {kind}" in str(error.value)


@pytest.mark.parametrize(("name", "frame"), PAIRS)
def test_a_frame_that_labels_two_rows_alike_is_refused(
    name: str, frame: str, whole: dict[str, dict[str, Any]]
) -> None:
    full = whole[name][frame]
    twice = pd.concat([full, full]) if len(full) else full.reindex([7, 7])
    label = twice.index[len(full)]
    said = rf"^{name}: {frame} has several rows .* {label}, "
    with pytest.raises(gb.GiaobanError, match=said) as error:
        FUNCTIONS[name](**whole[name] | {frame: twice})
    assert error.value.exit_code == 2


@pytest.mark.parametrize(("name", "frame"), PAIRS)
@pytest.mark.parametrize("wrong", [pd.DataFrame(), "figures", {}], ids=["empty", "name", "tables"])
def test_what_is_no_such_frame_at_all_is_refused(
    name: str, frame: str, wrong: object, whole: dict[str, dict[str, Any]]
) -> None:
    with pytest.raises(gb.GiaobanError, match=rf"^{name}: {frame} has no column \w+, \w+"):
        FUNCTIONS[name](**whole[name] | {frame: wrong})


@pytest.mark.parametrize("name", OF_FRAMES)
def test_a_frame_without_rows_gives_a_frame_or_a_sentence(
    name: str, whole: dict[str, dict[str, Any]]
) -> None:
    for frame in FRAMES[name]:
        try:
            found = FUNCTIONS[name](**whole[name] | {frame: whole[name][frame].head(0)})
        except gb.GiaobanError as error:
            assert "which is in no other frame that was handed" in str(error)
        else:
            assert isinstance(found, pd.DataFrame)


def test_a_row_that_was_cut_out_of_the_frame_that_others_refer_to_is_named(
    demo_review: Review,
) -> None:
    tables = demo_review.tables
    about = tables["indicators"], tables["units"]
    rated = tables["indicators"]["indicator"].eq("orgs-rated")
    with pytest.raises(gb.GiaobanError, match="compare: figures refers to indicator members-rated"):
        gb.compare(tables["figures"], about[0][rated], about[1])
    frames = demo_review.compared, demo_review.verdicts, tables["targets"].head(3), about[0]
    torn = "paces: verdicts refers to target_row 18, which"
    with pytest.raises(gb.GiaobanError, match=torn) as error:
        gb.paces(*frames)
    assert error.value.exit_code == 2


def test_a_review_refuses_a_frame_that_lacks_what_its_page_asks_for(demo_review: Review) -> None:
    some = demo_review.latest[["indicator", "value"]]
    lacks = r"hand: latest has no column unit, period, .* \(found indicator, value\)"
    with pytest.raises(gb.GiaobanError, match=lacks):
        Review(demo_review.known).hand(latest=some)


def test_a_review_refuses_a_frame_that_it_does_not_have_by_its_name(demo_review: Review) -> None:
    with pytest.raises(TypeError, match=r"a review has no frame lates$"):
        Review(demo_review.known).hand(lates=demo_review.latest)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_another_process_can_be_asked_to_call_it(name: str) -> None:
    assert pickle.loads(pickle.dumps(FUNCTIONS[name])) is FUNCTIONS[name]  # noqa: S301


def test_an_error_that_is_no_matter_of_columns_stays_what_it_is(demo_review: Review) -> None:
    with pytest.raises(TypeError, match=r"^by_year\(\) got an unexpected keyword argument"):
        gb.by_year(frame=demo_review.compared)  # type: ignore[call-arg]
