from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from places import RAW

from giaoban.render.cluster.there import Sent, make_there
from giaoban.render.run import Job

pytestmark = pytest.mark.slow

# Where it is made, none of these folders is there.
JOB = Job(Path("04-CTr-HU"), "2023-03-14", "my-duc", "en", Path("raw"), Path("out"))


def test_a_report_made_elsewhere_is_the_one_made_here(reports: Callable[[str], Path]) -> None:
    made = make_there(Sent.of(RAW / "04-CTr-HU"), JOB, "rows", force=False, address="")
    assert made.outcome.state == "made"
    here = reports("04-CTr-HU")
    page = "reports/04-CTr-HU/2023-03-14/my-duc.en.html"
    assert made.files[page] == (here / page).read_bytes()
    of_it = {name for name in made.files if "/my-duc" in name}
    both = {path.relative_to(here).as_posix() for path in here.rglob("*") if path.is_file()}
    assert of_it <= both
    assert [name for name in made.files if name.endswith(".ipynb")] == [[*made.files][-1]]


def test_what_fails_elsewhere_is_told_without_a_folder_of_that_machine() -> None:
    made = make_there(
        Sent.of(RAW / "04-CTr-HU"), replace(JOB, unit="nowhere"), "rows", force=False, address=""
    )
    assert made.outcome.state == "failed"
    assert made.outcome.error.startswith("reports/04-CTr-HU/2023-03-14/nowhere.en.failed.ipynb: ")


def test_a_worker_with_another_program_makes_nothing() -> None:
    sent = replace(Sent.of(RAW / "04-CTr-HU"), program="another")
    made = make_there(sent, JOB, "rows", force=False, address="")
    assert (made.outcome.state, made.files) == ("failed", {})
    assert "install the same on all" in made.outcome.error


def test_what_is_sent_has_another_digest_when_any_file_of_it_changes(programme: Path) -> None:
    before = Sent.of(programme).digest
    assert before == Sent.of(programme).digest
    (programme / "notes.txt").write_text("x")
    assert Sent.of(programme).digest != before
