"""The controls, moved one after the other; what they show is what `show` shows."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from time import sleep
from typing import Any

import pytest
from markupsafe import Markup
from places import RAW, ROOT

from giaoban.explore.choice import Choice
from giaoban.explore.explorer import Explorer, explorer
from giaoban.explore.options import Offers, offers
from giaoban.explore.screen import show
from giaoban.report import Fragment

pytestmark = pytest.mark.slow


BEGUN = Choice("demo", lang="en", raw_dir=str(RAW))


@pytest.fixture(scope="module")
def first_screen() -> Fragment:
    return Fragment(Markup(page(Explorer(BEGUN))), {})  # noqa: S704


@pytest.fixture
def explored(first_screen: Fragment, monkeypatch: pytest.MonkeyPatch) -> Explorer:
    """Give the controls as they begin; what they show then is drawn once for all tests."""
    with monkeypatch.context() as patched:
        patched.setattr(sys.modules[Explorer.__module__], "shown", lambda *_: first_screen)
        return Explorer(BEGUN)


def page(explored: Explorer) -> str:
    return str(explored.picture.value)


def again(explored: Explorer) -> str:
    choice = explored.offered.choice
    # The office says which indicators are offered, not what is shown.
    asked = {name: part for name, part in vars(choice).items() if name != "office"}
    return show(**asked).html


def test_it_begins_with_the_latest_meeting_the_own_unit_and_the_first_indicator(
    explored: Explorer,
) -> None:
    choice = explored.offered.choice
    assert (choice.meeting_date, choice.unit) == ("2025-07-15", "mau")
    assert choice.indicator == "orgs-rated"
    assert page(explored) == again(explored)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("programme", "04-CTr-HU", "may not be compared"),
        ("meeting_date", "2024-03-12", "87.6%"),
        ("unit", "xa-01", "well-or-better"),
        ("indicator", "files-late", "Files settled late"),
        ("years", ("2021", "2023"), "Only figures of 2021 to 2023"),
        ("lang", "vi", "Tổ chức cơ sở đảng được xếp loại tốt"),
        ("beside", ("files-late", "poor-households"), "Each indicator on a scale of its own"),
        ("units", True, "Grassroots organisations rated well: all units side by side"),
    ],
)
def test_what_is_picked_is_shown_at_once(
    explored: Explorer, name: str, value: object, said: str
) -> None:
    before = page(explored)
    explored.pickers.moved[name].value = value
    assert page(explored) != before
    assert page(explored) == again(explored)
    assert said in page(explored)


def test_a_supposition_is_shown_judged_and_forgotten_with_its_indicator(
    explored: Explorer,
) -> None:
    explored.pickers.moved["qualifier"].value = ">="
    explored.pickers.value.value = "92,5"
    assert explored.offered.choice.what_if == 92.5
    assert "2025: at least 92.5% (supposed)" in page(explored)
    assert page(explored) == again(explored)
    explored.pickers.moved["indicator"].value = "files-late"
    assert explored.pickers.value.value == ""
    assert "supposed" not in page(explored)


@pytest.mark.parametrize(
    ("indicator", "typed"),
    [
        ("orgs-rated", "many"),
        ("orgs-rated", "101"),
        ("orgs-rated", "-5"),
        ("members-admitted", "170,5"),
        ("members-admitted", "-5"),
    ],
)
def test_what_cannot_be_is_refused_as_it_was_typed_and_offers_nothing_to_copy(
    explored: Explorer, indicator: str, typed: str
) -> None:
    explored.pickers.moved["indicator"].value = indicator
    explored.pickers.value.value = typed
    assert '<pre class="problem"' in page(explored)
    assert f"found {typed})" in page(explored)
    assert "<pre>" not in explored.copied.value
    assert explored.pickers.value.value == typed


@pytest.mark.parametrize(
    ("typed", "whole", "fraction"),
    [("1.250", "1250", "1.2500"), ("1,250", "1250", "1,2500"), ("1.250 %", "1250 %", "1.2500 %")],
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_number_that_can_be_read_in_two_ways_is_refused_as_in_a_workbook(
    explored: Explorer, lang: str, typed: str, whole: str, fraction: str
) -> None:
    explored.pickers.moved["lang"].value = lang
    explored.pickers.moved["indicator"].value = "members-admitted"
    explored.pickers.value.value = typed
    said = {"vi": f"số đọc được theo hai cách (đã nhập {typed})"}
    assert said.get(lang, f"ambiguous number (found {typed})") in page(explored)
    assert f"({whole} {'hoặc' if lang == 'vi' else 'or'} {fraction})" in page(explored)
    assert explored.offered.choice.what_if is None
    assert explored.pickers.take.disabled


@pytest.mark.parametrize(
    ("lang", "typed", "value"),
    [("vi", "1234", 1234), ("vi", "1 234", 1234), ("en", "1,234.0", 1234), ("vi", "170", 170)],
)
def test_a_count_is_read_as_the_language_writes_it_and_copied_as_a_whole_number(
    explored: Explorer, lang: str, typed: str, value: int
) -> None:
    explored.pickers.moved["lang"].value = lang
    explored.pickers.moved["indicator"].value = "members-admitted"
    explored.pickers.value.value = typed
    assert explored.offered.choice.what_if == value
    assert explored.pickers.value.value == typed
    assert f"what_if={value})" in explored.offered.choice.code.replace(", raw_dir", ")")
    assert page(explored) == again(explored)


@pytest.mark.parametrize(
    ("lang", "typed", "said"),
    [
        ("vi", "many", "không phải một số (đã nhập many), cần dạng như 92,5"),
        ("en", "many", "not a number (found many), expected such as 92.5"),
        ("vi", "80", "số giả định: ít hơn số đã có trong kỳ 2025 (đã nhập 80), cần ít nhất 81"),
        ("en", "80", "supposed value: less than 2025 has already (found 80), expected at least 81"),
    ],
)
def test_a_refusal_is_told_in_the_language_picked(
    explored: Explorer, lang: str, typed: str, said: str
) -> None:
    explored.pickers.moved["lang"].value = lang
    explored.pickers.moved["indicator"].value = "members-admitted"
    explored.pickers.value.value = typed
    assert said in page(explored)


def test_faults_are_told_in_the_language_picked(programme: Path) -> None:
    text = (programme / "figures.csv").read_text("utf-8").replace("93.75,", "many,", 1)
    (programme / "figures.csv").write_text(text, "utf-8")
    explored = Explorer(Choice(programme.name, lang="vi", raw_dir=str(programme.parent)))
    assert "figures.csv:2:value: không phải số (hiện là many)" in page(explored)
    explored.pickers.moved["lang"].value = "en"
    assert "figures.csv:2:value: not a number (found many)" in page(explored)


def test_a_qualifier_that_the_number_cannot_have_is_refused_and_another_is_not(
    explored: Explorer,
) -> None:
    explored.pickers.value.value = "100"
    explored.pickers.moved["qualifier"].value = ">"
    assert "found &gt; 100)" in page(explored)
    assert "<pre>" not in explored.copied.value
    explored.pickers.moved["qualifier"].value = ">="
    assert "2025: 100% (supposed)" in page(explored)
    assert explored.copied.value.count("<pre>") == 3


def test_where_no_year_is_left_nothing_can_be_supposed_and_the_figures_are_shown(
    programme: Path, append: Callable[..., None]
) -> None:
    row = {"indicator": "orgs-excellent", "unit": "my-duc", "period": "2025", "value": "21"}
    append("figures", **row, reported_on="2023-03-14", source="myduc-2023-03-15")
    asked = {"indicator": "orgs-excellent", "lang": "en", "raw_dir": str(programme.parent)}
    explored = Explorer(Choice(programme.name, **asked, what_if=22.0))  # type: ignore[arg-type]
    assert explored.pickers.value.disabled
    assert "21%" in page(explored)
    assert page(explored) == again(explored)


@pytest.mark.parametrize("typed", ["many", "101"])
def test_after_a_refusal_the_next_number_counts(explored: Explorer, typed: str) -> None:
    explored.pickers.value.value = typed
    explored.pickers.value.value = "95"
    assert "2025: 95% (supposed)" in page(explored)
    explored.pickers.value.value = ""
    assert "supposed" not in page(explored)


def test_of_what_is_moved_at_once_nothing_is_lost(explored: Explorer) -> None:
    moved = {"lang": "vi", "meeting_date": "2024-03-12", "indicator": "cadres-theory"}
    together = Barrier(len(moved))

    def move(name: str) -> None:
        together.wait(10)
        explored.pickers.moved[name].value = moved[name]

    with ThreadPoolExecutor(len(moved)) as pool:
        list(pool.map(move, moved))
    choice = explored.offered.choice
    assert {name: getattr(choice, name) for name in moved} == moved
    assert {name: explored.pickers.moved[name].value for name in moved} == moved
    assert page(explored) == again(explored)


@pytest.mark.parametrize(("before", "said"), [("", "170"), ("150", "170"), ("", "many")])
def test_a_number_typed_while_another_pick_settles_is_kept(
    explored: Explorer, monkeypatch: pytest.MonkeyPatch, before: str, said: str
) -> None:
    box = explored.pickers.value
    box.value = before
    with ThreadPoolExecutor(1) as pool:

        def meanwhile(*told: Any, **named: Any) -> Offers:
            if box.value != said:
                pool.submit(setattr, box, "value", said)
                while box.value != said:
                    sleep(0.01)
            return offers(*told, **named)

        monkeypatch.setattr(sys.modules[Explorer.__module__], "offers", meanwhile)
        explored.pickers.moved["indicator"].value = "members-admitted"
    assert explored.offered.choice.indicator == "members-admitted"
    assert box.value == said
    assert ("170 (supposed)" if said == "170" else f"found {said})") in page(explored)


def test_what_stays_possible_stays_picked(explored: Explorer) -> None:
    explored.pickers.moved["indicator"].value = "members-admitted"
    explored.pickers.moved["meeting_date"].value = "2023-03-14"
    assert explored.pickers.moved["indicator"].value == "members-admitted"
    assert explored.pickers.moved["years"].options == ("2020", "2021", "2022")
    explored.pickers.moved["programme"].value = "04-CTr-HU"
    assert explored.offered.choice.indicator == "members-admitted"
    assert explored.offered.choice.meeting_date == "2023-03-14"
    assert explored.offered.choice.unit == "my-duc"


def test_a_faulty_programme_is_left_as_it_was_entered(programme: Path) -> None:
    (programme.parent / "sound").symlink_to(RAW / "demo")
    (programme / "figures.csv").write_text("indicator,unit\n", "utf-8")
    explored = Explorer(Choice("sound", lang="en", raw_dir=str(programme.parent)))
    explored.pickers.moved["programme"].value = programme.name
    assert "figures.csv" in page(explored)
    assert "Traceback" not in page(explored)
    assert explored.copied.value.count("<pre>") == 0
    explored.pickers.moved["programme"].value = "sound"
    assert "<svg" in page(explored)


def test_a_programme_is_read_again_when_its_files_change(programme: Path) -> None:
    explored = Explorer(Choice(programme.name, lang="en", raw_dir=str(programme.parent)))
    text = (programme / "figures.csv").read_text("utf-8")
    (programme / "figures.csv").write_text(
        text.replace("93.75,", "94.75,").replace('"93,75%"', '"94,75%"'), "utf-8"
    )
    explored.pickers.moved["lang"].value = "vi"
    assert "94,75%" in page(explored)


def test_what_stands_beside_stays_until_it_is_picked_itself(explored: Explorer) -> None:
    explored.pickers.moved["beside"].value = ("files-late", "poor-households")
    explored.pickers.moved["indicator"].value = "files-late"
    assert explored.pickers.moved["beside"].value == ("poor-households",)
    assert "beside=('poor-households',)" in explored.offered.choice.code
    explored.pickers.moved["programme"].value = "04-CTr-HU"
    assert explored.offered.choice.beside == ()


def test_the_frame_behind_the_picture_follows_what_is_picked(explored: Explorer) -> None:
    assert set(explored.box.frame["indicator"]) == {"orgs-rated"}
    explored.pickers.moved["indicator"].value = "files-late"
    assert set(explored.box.frame["indicator"]) == {"files-late"}
    explored.pickers.moved["lang"].value = "vi"
    assert explored.box.lang == "vi"
    assert explored.box.table["Kết quả"].tolist()[-1] == "không đạt"


def test_files_to_take_away_are_offered_and_taken_back_by_the_next_pick(
    explored: Explorer,
) -> None:
    explored.pickers.take.click()
    assert 'download="orgs-rated.mau.csv"' in explored.taken.value
    explored.pickers.moved["indicator"].value = "files-late"
    assert explored.taken.value == ""


def test_what_is_picked_can_be_copied_out(explored: Explorer) -> None:
    choice = explored.offered.choice
    for line in (choice.command, choice.papermill):
        assert f"<pre>{line}</pre>" in explored.copied.value
    assert explored.copied.value.count("<pre>") == 3


def test_it_begins_with_what_the_command_was_given_unless_the_notebook_names_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    assert begun("") == "04-CTr-HU"
    monkeypatch.setenv("GIAOBAN_EXPLORE_PROGRAMME", "demo")
    assert begun("") == "demo"
    assert begun("04-CTr-HU") == "04-CTr-HU"


def begun(programme: str) -> str:
    grid = explorer(programme, "latest", "", "en", "", ".").children[0]
    return str(grid.children[0].value)
