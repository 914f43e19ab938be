import json
import re
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import Future
from pathlib import Path

import pytest
from places import RAW

from giaoban.render.batch import FILE, Outcome, batch, follow, note, up_to_date_or_made
from giaoban.render.run import Job

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[Job, str], list[str]]:
    """Make two reports, and one of a unit that there is not."""
    out = tmp_path_factory.mktemp("batch")
    units = ("xa-01", "nowhere", "xa-02")
    jobs = {Job(RAW / "demo", "2025-07-15", unit, "en", RAW, out): "rows" for unit in units}
    return jobs, [outcome.state for outcome in batch(jobs, 2, quiet=True)]


def test_one_report_that_fails_stops_no_other(made: tuple[dict[Job, str], list[str]]) -> None:
    jobs, states = made
    assert states == ["made", "failed", "made"]
    assert [job.path("html").is_file() for job in jobs] == [True, False, True]
    kept = json.loads((next(iter(jobs)).folder / FILE).read_text("utf-8"))
    assert [(o["unit"], o["lang"], o["state"]) for o in kept] == [
        ("xa-01", "en", "made"),
        ("nowhere", "en", "failed"),
        ("xa-02", "en", "made"),
    ]
    assert "no such unit" in kept[1]["error"]


def test_a_run_says_no_more_of_the_reports_that_it_did_not_make_than_was_known(
    tmp_path: Path,
) -> None:
    jobs = [Job(RAW / "demo", "2025-07-15", unit, "vi", RAW, tmp_path) for unit in "abc"]
    first = [Outcome("a", "vi", "made", when="first"), Outcome("b", "vi", "failed", when="first")]
    note(jobs[:2], first)
    second = [Outcome("b", "vi", "made", when="then"), Outcome("c", "vi", "left", when="then")]
    note(jobs[1:], second)
    note(jobs[:1], [Outcome("a", "vi", "left", when="at last")])
    kept = json.loads((jobs[0].folder / FILE).read_text("utf-8"))
    assert [(o["unit"], o["state"], o["when"]) for o in kept] == [
        ("a", "made", "first"),
        ("b", "made", "then"),
        ("c", "left", "then"),
    ]


def test_a_list_of_outcomes_that_was_damaged_is_begun_anew(tmp_path: Path) -> None:
    job = Job(RAW / "demo", "2025-07-15", "a", "vi", RAW, tmp_path)
    job.folder.mkdir(parents=True)
    for damaged in ("[{", "{}", "[1]", '[{"unit": []}]'):
        (job.folder / FILE).write_text(damaged)
        note([job], [Outcome("a", "vi", "made")])
        assert [o["state"] for o in json.loads((job.folder / FILE).read_text())] == ["made"]


def test_the_bar_says_in_the_language_of_the_run_what_became_of_reports(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANGUAGE", "vi")
    jobs = [Job(RAW / "demo", "2025-07-15", unit, "vi", RAW, RAW) for unit in ("a", "b")]
    begun: dict[Future[Outcome], Job] = {Future(): job for job in jobs}
    for future, state in zip(begun, ("made", "kept"), strict=True):
        future.set_result(Outcome("a", "vi", state))
    follow(begun, False, lambda _, outcome: outcome)
    shown = capsys.readouterr().err
    assert all(text in shown for text in ("báo cáo", "đã lập=1", "giữ nguyên=1"))


def test_what_is_up_to_date_is_kept_unless_it_is_forced(
    made: tuple[dict[Job, str], list[str]],
) -> None:
    jobs = {job: stamp for job, stamp in made[0].items() if job.unit != "nowhere"}
    assert [o.state for o in batch(jobs, 2, quiet=True)] == ["kept", "kept"]
    changed = dict(zip(jobs, ("other rows", "rows"), strict=True))
    assert [o.state for o in batch(changed, 2, quiet=True)] == ["made", "kept"]
    (paths, new) = up_to_date_or_made(next(iter(jobs)), "other rows", force=True)
    assert ([path.suffix for path in paths], new) == ([".html", ".ipynb"], True)


def test_a_figure_that_was_corrected_is_on_the_page_of_the_next_run(tmp_path: Path) -> None:
    shutil.copytree(RAW / "04-CTr-HU", tmp_path / "data/raw/04-CTr-HU")
    command = [sys.executable, "-m", "giaoban", "report", "04-CTr-HU", "--lang", "en"]

    def told() -> tuple[str, str]:
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
        page = tmp_path / "reports/04-CTr-HU/2023-03-14/my-duc.en.html"
        return page.read_text("utf-8"), done.stderr

    first, _ = told()
    again, said = told()
    assert first == again
    assert "up to date" in said
    figures = tmp_path / "data/raw/04-CTr-HU/figures.csv"
    figures.write_text(figures.read_text("utf-8").replace("97.8", "96.8").replace("97,8", "96,8"))
    corrected, said = told()
    assert "96.8%" in corrected
    assert "up to date" not in said


def test_what_interrupts_it_lets_what_was_begun_be_finished_and_the_next_run_goes_on(
    tmp_path: Path,
) -> None:
    units = ",".join(f"xa-{number:02}" for number in range(1, 9))
    command = [sys.executable, "-m", "giaoban", "batch", "demo", "--units", units, "--lang", "en"]
    command += ["--raw", str(RAW), "--out", str(tmp_path), "--workers", "2"]
    # Whatever runs the tests may let what it starts ignore an interruption.
    running = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    folder = tmp_path / "reports/demo/2025-07-15"
    until = time.monotonic() + 120
    while not [*folder.glob("*.html")]:
        assert time.monotonic() < until
        time.sleep(0.1)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=120)
    assert running.returncode == 1
    assert re.search("stopping once those that were begun are done: [12]\n", told)
    assert "give the command once more to go on" in told
    states = [o["state"] for o in json.loads((folder / FILE).read_text("utf-8"))]
    pages = [*folder.glob("*.html")]
    assert states.count("made") == len(pages) < len(states) == 8
    assert [page for page in pages if not page.read_text("utf-8").endswith("</html>\n")] == []
    made = next(o for o in states if o == "made")
    assert made
