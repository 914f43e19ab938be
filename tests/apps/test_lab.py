"""The notebooks in a real JupyterLab, and the controls of one moved by hand."""

import json
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest
from lab import GIAOBAN, Lab, Notebook
from officesheets import DISTRICT
from places import RAW, ROOT
from playwright.sync_api import Locator, Page, expect

from giaoban.analysis import Review, is_supposed, load, suppose
from giaoban.language.formatting import language
from giaoban.wording import status_name
from giaoban.wording.figures import Wording

pytestmark = pytest.mark.slow

NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))


class Explored:
    """The explore notebook, run, and what it shows."""

    def __init__(self, notebook: Notebook) -> None:
        self.notebook, self.page = notebook, notebook.page
        self.shown = self.page.locator(".widget-html-content .giaoban:not(.copied):not(.taken)")

    def pick(self, label: str, option: str) -> None:
        self.page.get_by_label(label, exact=True).select_option(label=option)

    @property
    def chart(self) -> Locator:
        return self.shown.locator("svg.chart").first

    def shows(self, review: Review, indicator: str, years: range) -> None:
        """Hold what stands on the page against what the review says of an indicator."""
        words = Wording(review, language("en"))
        own = review.latest.set_index("indicator", drop=False).T[indicator]
        expect(self.shown.locator("[data-indicator]")).to_have_attribute(
            "data-indicator", indicator
        )
        expect(self.shown.locator(".scorecard .value")).to_have_text(words.figure(own))
        expect(self.shown.locator(".scorecard td:last-child")).to_contain_text(
            status_name(words, own, own["status"]) if own["status"] != "no_target" else "no target"
        )
        figures = review.compared.query("indicator == @indicator and years == 1")
        figures = figures[figures["end"].dt.year.isin(years)]
        said = self.chart.locator("desc").first
        for _, row in figures.iterrows():
            text = words.figure(row.drop("obs_status"))
            expect(said).to_contain_text(f"{row['period']}: {text}")
        supposed = review.expected[is_supposed(review.expected)]
        last = words.figure((figures if supposed.empty else supposed).iloc[-1].drop("obs_status"))
        expect(
            self.chart.locator("text", has_text=re.compile(f"^{re.escape(last)}$"))
        ).to_have_count(1)
        table = self.shown.locator(
            "table", has=self.page.locator("caption", has_text="Figures over")
        )
        listed = review.tables["figures"].query("indicator == @indicator and years == 1")
        expect(table.locator("tbody th", has_text=re.compile(r"^\d{4}$"))).to_have_text(
            [period for period in listed["period"] if int(period) in years]
        )


@pytest.fixture(scope="module")
def explored(opened: Callable[..., Notebook]) -> Iterator[Explored]:
    """Run the notebook once; the tests that follow go on where the one before stopped."""
    notebook = opened("explore.ipynb")
    notebook.run_all()
    yield Explored(notebook)
    assert notebook.complaints == []
    assert notebook.abroad == []


@pytest.fixture(scope="module")
def demo() -> Review:
    return load("demo", "2025-07-15", "", RAW)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_every_cell_of_a_notebook_runs_and_asks_nobody_outside(
    opened: Callable[..., Notebook], explored: Explored, name: str
) -> None:
    notebook = explored.notebook
    if name != "explore.ipynb":
        notebook = opened(name)
        notebook.run_all()
    assert notebook.page.locator('[data-mime-type="application/vnd.jupyter.error"]').count() == 0
    assert notebook.page.locator('[data-mime-type="application/vnd.jupyter.stderr"]').count() == 0
    assert notebook.complaints == []
    assert notebook.abroad == []
    assert notebook.page.get_by_text("official Jupyter news").count() == 0
    if notebook is not explored.notebook:
        notebook.page.close()


def test_it_begins_with_the_programme_that_the_command_named(
    explored: Explored, demo: Review
) -> None:
    explored.pick("Ngôn ngữ", "en")
    explored.pick("Indicator", "Grassroots organisations rated well")
    explored.shows(demo, "orgs-rated", range(2020, 2026))


@pytest.mark.parametrize(
    ("title", "indicator"),
    [("Files settled late", "files-late"), ("Complaints received", "complaints")],
)
def test_another_indicator(explored: Explored, demo: Review, title: str, indicator: str) -> None:
    explored.pick("Indicator", title)
    explored.shows(demo, indicator, range(2020, 2026))


def test_another_meeting(explored: Explored) -> None:
    explored.pick("Indicator", "Key cadres with political theory")
    explored.pick("Meeting", "12/03/2024 · Sample review meeting 3")
    review = load("demo", "2024-03-12", "", RAW)
    explored.shows(review, "cadres-theory", range(2020, 2025))


def test_a_supposed_figure_and_what_follows_for_its_target(explored: Explored) -> None:
    explored.pick("Indicator", "Key cadres with political theory")
    explored.pick("Meeting", "12/03/2024 · Sample review meeting 3")
    box = explored.page.locator(".widget-text input")
    box.fill("80,5")
    box.press("Enter")
    review = suppose(load("demo", "2024-03-12", "", RAW), "cadres-theory", 80.5)
    expect(explored.shown).to_contain_text("Target 80% for 2024: exceeded (80.5% (supposed)).")
    explored.shows(review, "cadres-theory", range(2020, 2025))
    expect(explored.shown).to_contain_text("for 2025 asks for +8.4 percentage points a year")
    code = explored.page.locator(".copied pre").first
    expect(code).to_contain_text("'demo', '2024-03-12', 'mau', 'cadres-theory', 'en', what_if=80.5")
    box.fill("")
    box.press("Enter")
    expect(explored.shown).not_to_contain_text("supposed")


def test_fewer_years(explored: Explored, demo: Review) -> None:
    explored.pick("Meeting", "15/07/2025 · Sample review meeting 4")
    explored.pick("Indicator", "Poor households")
    expect(explored.chart.locator("desc").first).to_contain_text("2020: 3.84%")
    explored.page.locator(".noUi-handle-lower").press("ArrowRight")
    expect(explored.shown).to_contain_text("Only figures of 2021 to 2024")
    explored.shows(demo, "poor-households", range(2021, 2025))
    expect(explored.chart.locator("desc").first).not_to_contain_text("2020: 3.84%")


def test_indicators_side_by_side(explored: Explored) -> None:
    explored.pick("Indicator", "Key cadres with political theory")
    beside = explored.page.get_by_label("Beside it", exact=True)
    beside.select_option(label=["Files settled late", "Poor households"])
    picture = explored.shown.locator('svg[aria-labelledby^="side-by-side"] desc')
    expect(picture).to_contain_text("Poor households: 2020: 3.84%")
    code = explored.page.locator(".copied pre").first
    expect(code).to_contain_text("beside=('files-late', 'poor-households')")
    beside.select_option(label=[])
    expect(picture).to_have_count(0)


def test_all_units_side_by_side(explored: Explored) -> None:
    explored.pick("Indicator", "Grassroots organisations rated well")
    box = explored.page.get_by_label("All units side by side", exact=True)
    box.check()
    picture = explored.shown.locator('svg[aria-labelledby^="units-orgs-rated"] desc')
    expect(picture).to_contain_text("Sample commune 08: 53.3%")
    expect(explored.page.locator(".copied pre").first).to_contain_text("units=True")
    box.uncheck()
    expect(picture).to_have_count(0)


def test_the_figures_behind_the_picture_are_taken_away(explored: Explored, demo: Review) -> None:
    explored.pick("Indicator", "Files settled late")
    explored.shows(demo, "files-late", range(2020, 2026))
    explored.page.get_by_role("button", name="To take away: CSV, Excel, PNG").click()
    expect(explored.page.locator("a[download]")).to_have_text(
        ["files-late.mau.csv", "files-late.mau.en.xlsx", "trend-files-late.en.png"]
    )
    with explored.page.expect_download() as taken:
        explored.page.locator("a[download$='.csv']").click()
    figures = pd.read_csv(taken.value.path())
    own = demo.compared.query("indicator == 'files-late'")
    assert figures["value"].tolist() == own["value"].tolist()


def test_a_number_that_can_be_read_in_two_ways_is_refused(explored: Explored, demo: Review) -> None:
    explored.pick("Meeting", "15/07/2025 · Sample review meeting 4")
    explored.pick("Indicator", "Complaints received")
    explored.shows(demo, "complaints", range(2020, 2026))
    box = explored.page.locator(".widget-text input")
    box.fill("1.250")
    box.press("Enter")
    expect(explored.shown).to_contain_text("ambiguous number (found 1.250)")
    box.fill("1250")
    box.press("Enter")
    expect(explored.shown).to_contain_text("Supposed, not known: 1,250 in 2025")
    box.fill("")
    box.press("Enter")
    expect(explored.shown).not_to_contain_text("supposed")


def test_a_chart_of_ones_own_follows_the_frame(explored: Explored) -> None:
    own = explored.page.locator('svg[aria-labelledby^="own-"] desc')
    expect(own).to_contain_text("2024: 88,5%")


def test_another_unit(explored: Explored) -> None:
    review = load("demo", "2025-07-15", "xa-01", RAW)
    title = review.tables["units"].set_index("unit")["title_en"]["xa-01"]
    explored.pick("Indicator", "Grassroots organisations rated well")
    explored.pick("Unit", title)
    explored.shows(review, "orgs-rated", range(2020, 2026))


def test_another_programme(explored: Explored, review: Review) -> None:
    explored.pick("Programme", "04-CTr-HU")
    explored.shows(review, "orgs-rated", range(2020, 2026))
    expect(explored.shown).to_contain_text("may not be compared: the definition changed.")


# Keeps whatever is ever said of the years, were it for a moment.
WATCH = """() => {
  window.premises = [];
  new MutationObserver(() => document.querySelectorAll(".premise").forEach(
    (said) => window.premises.push(said.textContent)
  )).observe(document.body, { childList: true, subtree: true });
}"""


def test_of_a_programme_with_other_years_none_is_left_out_unasked(
    explored: Explored, demo: Review, review: Review
) -> None:
    explored.pick("Programme", "04-CTr-HU")
    explored.shows(review, "orgs-rated", range(2020, 2026))
    explored.page.evaluate(WATCH)
    explored.pick("Programme", "demo")
    explored.shows(load("demo", "2023-03-14", "", RAW), "orgs-rated", range(2020, 2026))
    explored.pick("Meeting", "15/07/2025 · Sample review meeting 4")
    explored.shows(demo, "orgs-rated", range(2020, 2026))
    explored.pick("Programme", "04-CTr-HU")
    explored.shows(review, "orgs-rated", range(2020, 2026))
    assert explored.page.evaluate("window.premises") == []


def test_a_faulty_programme_shows_its_faults_and_the_next_one_its_figures(
    explored: Explored, lab: Lab, review: Review
) -> None:
    raw = lab.folder / "data/raw/04-CTr-HU/figures.csv"
    sound = raw.read_text("utf-8")
    raw.write_text(sound.replace("93.75", "many", 1), "utf-8")
    explored.pick("Language", "vi")
    expect(explored.shown).to_contain_text("figures.csv:2:value: không phải số (hiện là many)")
    raw.write_text(sound, "utf-8")
    explored.pick("Ngôn ngữ", "en")
    explored.shows(review, "orgs-rated", range(2020, 2026))


def test_nothing_was_written_but_by_the_report(explored: Explored, lab: Lab) -> None:
    made = {path.name for path in (lab.folder / "figures").glob("*")}
    assert made == {"04-CTr-HU"}, "the review notebook's defaults; demo was only explored"


def test_the_server_asks_for_its_token(explored: Explored, lab: Lab) -> None:
    browser = explored.page.context.browser
    assert browser is not None
    stranger = browser.new_context().new_page()
    answer = stranger.goto(f"{lab.address}api/contents")
    assert answer is not None
    assert answer.status == 403


def test_a_programme_that_is_not_there_starts_nothing(tmp_path: Path) -> None:
    command = [str(GIAOBAN), "explore", "nowhere", "--no-browser"]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, env=os.environ | {"LANGUAGE": "en"}
    )
    assert done.returncode == 2
    assert done.stderr.startswith("no such programme (found nowhere)")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture(scope="module")
def narrow(opened: Callable[..., Notebook], lab: Lab) -> Page:
    """Run the cells for a sheet on a narrow screen, as `giaoban explore` opens a notebook: alone."""
    DISTRICT.xlsx(lab.folder / "district.xlsx")
    cells = json.loads((ROOT / "notebooks/prepare.ipynb").read_text("utf-8"))
    cells["cells"] = [c for c in cells["cells"] if c["cell_type"] == "code"][:3]
    cells["cells"][0]["source"] = [
        'programme, lang, raw_dir, sheet = "new", "en", "data/raw", "district.xlsx"'
    ]
    (lab.folder / "notebooks/sheet.ipynb").write_text(json.dumps(cells), "utf-8")
    notebook = opened("sheet.ipynb", view="doc", width=390)
    notebook.run_all()
    return notebook.page


@pytest.mark.parametrize("width", [390, 1280])
def test_the_controls_for_a_sheet_are_no_wider_than_the_screen(narrow: Page, width: int) -> None:
    page = narrow
    page.set_viewport_size({"width": width, "height": 900})
    asked = page.get_by_label("Tỷ lệ hộ nghèo: which way is better", exact=True)
    expect(asked).to_have_value("less is better")
    for control in (asked, page.get_by_label("Whose programme is it?", exact=True)):
        box = control.bounding_box()
        assert box
        assert box["width"] > 150
        assert box["x"] + box["width"] <= width
