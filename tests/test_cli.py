import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook
from places import RAW
from postoffice import REPORT, letter

from giaoban.cli import main
from giaoban.mail.letter import seal
from giaoban.mail.outbox import Outbox

pytestmark = pytest.mark.slow


def call(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def test_check_says_that_there_is_no_fault() -> None:
    done = call("check", "04-CTr-HU", "--raw", RAW)
    assert (done.exit_code, done.stdout) == (0, "04-CTr-HU: 61 rows, no fault\n")


def test_check_prints_every_fault_on_a_line_and_exits_2(
    programme: Path, spoil: Callable[..., None]
) -> None:
    spoil("figures", 2, value="many")
    spoil("figures", 3, reported_on="")
    done = call("check", programme)
    assert done.exit_code == 2
    assert [line.split(": ")[0] for line in done.stdout.splitlines()] == [
        "figures.csv:2:value",
        "figures.csv:3:reported_on",
    ]
    assert "Traceback" not in done.output


def test_report_prints_where_its_files_are(tmp_path: Path) -> None:
    done = call("report", "04-CTr-HU", "--raw", RAW, "--out", tmp_path, "--lang", "vi", "--docx")
    assert done.exit_code == 0
    named = [Path(line) for line in done.stdout.splitlines()]
    assert all(path.exists() for path in named)
    assert tmp_path / "reports/04-CTr-HU/2023-03-14/my-duc.vi.html" in named
    assert tmp_path / "reports/04-CTr-HU/2023-03-14/my-duc.vi.docx" in named


def test_report_says_what_it_made_of_a_page_that_is_up_to_date(tmp_path: Path) -> None:
    words = ("04-CTr-HU", "--raw", RAW, "--out", tmp_path, "--lang", "vi")
    call("report", *words)
    of, page = "04-CTr-HU 2023-03-14 my-duc vi", "the page is up to date"
    assert call("report", *words).stderr == f"{of}: {page}\n"
    more = call("report", *words, "--png", "--xlsx")
    assert more.stderr == f"{of}: {page}\nmade from the pages: PNG, XLSX\n"


@pytest.mark.parametrize(
    "words",
    [
        ("04-CTr-HU", "--meeting", "2022-01-01"),
        ("04-CTr-HU", "--unit", "nowhere"),
        ("04-CTr-HU", "--lang", "xx"),
        ("nowhere",),
        ("04-CTr-HU", "--nonsense"),
        ("04-CTr-HU", "--template", "nowhere.docx"),
        (),
    ],
)
def test_a_wrong_call_exits_2_and_writes_nothing(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = call("report", *words, "--raw", RAW, "--out", tmp_path)
    assert done.exit_code == 2
    assert done.stderr
    assert list(tmp_path.iterdir()) == []


def test_bad_input_leaves_an_earlier_report_as_it_was(
    programme: Path, spoil: Callable[..., None], tmp_path: Path
) -> None:
    spoil("figures", 2, value="many")
    page = tmp_path / "reports/04-CTr-HU/2023-03-14/my-duc.vi.html"
    page.parent.mkdir(parents=True)
    page.write_text("an earlier report")
    done = call("report", programme, "--out", tmp_path)
    assert (done.exit_code, page.read_text()) == (2, "an earlier report")
    assert done.stderr.startswith("figures.csv:2:value: not a number (found many)")


def test_new_prints_the_files_of_an_empty_programme(tmp_path: Path) -> None:
    done = call("new", tmp_path / "abc", "--code", "05-CTr/HU", "--period", "2021/2025")
    assert done.exit_code == 0
    assert sorted(map(Path, done.stdout.splitlines())) == sorted((tmp_path / "abc").iterdir())
    said = call("check", tmp_path / "abc").stdout.splitlines()
    assert [line.split(",")[0] for line in said] == [
        "datapackage.json:giaoban:title_vi: missing value",
        "datapackage.json:giaoban:unit: missing value",
        "indicators.csv:-:-: no row",
        "figures.csv:-:-: no row",
        "meetings.csv:-:-: no row",
    ]


def test_new_writes_a_workbook_in_the_users_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "vi")
    assert call("new", tmp_path / "abc", "--xlsx").stdout == f"{tmp_path}/abc/abc.xlsx\n"
    assert load_workbook(tmp_path / "abc/abc.xlsx").sheetnames[0] == "Chương trình"
    call("new", tmp_path / "xyz", "--xlsx", "--lang", "en")
    assert load_workbook(tmp_path / "xyz/xyz.xlsx").sheetnames[0] == "Programme"


def test_check_says_in_which_cells_of_a_new_workbook_something_is_missing(tmp_path: Path) -> None:
    call("new", tmp_path / "abc", "--xlsx", "--lang", "en")
    said = call("check", tmp_path / "abc").stdout.splitlines()
    assert [line.split(",")[0] for line in said] == [
        "abc.xlsx[Programme]:A5: missing value",
        "abc.xlsx[Programme]:B5: missing value",
        "abc.xlsx[Programme]:G5: missing value",
        "abc.xlsx[Programme]:H5: missing value",
        "abc.xlsx[Indicators]:A4: no row",
        "abc.xlsx[Figures]:A4: no row",
        "abc.xlsx[Meetings]:A4: no row",
    ]


def test_convert_goes_there_and_back(tmp_path: Path) -> None:
    book = tmp_path / "demo.xlsx"
    assert call("convert", "demo", book, "--raw", RAW).stdout == f"{book}\n"
    done = call("convert", book, tmp_path / "demo")
    assert sorted(map(Path, done.stdout.splitlines())) == sorted((tmp_path / "demo").iterdir())
    assert call("convert", "demo", book, "--raw", RAW).exit_code == 2
    assert call("convert", "demo", book, "--raw", RAW, "--force").exit_code == 0


def test_convert_says_what_was_hidden_in_a_workbook(tmp_path: Path) -> None:
    call("convert", "demo", tmp_path / "demo.xlsx", "--raw", RAW, "--lang", "en")
    book = load_workbook(tmp_path / "demo.xlsx")
    book["Figures"].row_dimensions[7].hidden = True
    book.save(tmp_path / "demo.xlsx")
    done = call("convert", tmp_path / "demo.xlsx", tmp_path / "demo")
    assert done.stderr == "demo.xlsx[Figures]: hidden rows were read: 7\n"
    quiet = call("convert", tmp_path / "demo.xlsx", tmp_path / "again", "-q")
    assert (quiet.exit_code, quiet.stderr) == (0, "")


def test_a_report_on_a_workbook_is_the_report_on_its_csv_files(
    pages: dict[str, Path], tmp_path: Path
) -> None:
    call("convert", "04-CTr-HU", tmp_path / "04-CTr-HU.xlsx", "--raw", RAW)
    done = call("report", tmp_path / "04-CTr-HU.xlsx", "--out", tmp_path / "out", "--lang", "vi")
    assert done.exit_code == 0
    page = tmp_path / "out/reports/04-CTr-HU/2023-03-14/my-duc.vi.html"
    assert page.read_bytes() == pages["04-CTr-HU.vi"].read_bytes()


def test_outbox_shows_each_persons_state_on_a_line(outbox: Outbox) -> None:
    outbox.put([seal(letter("hoa@example.vn", "mai@example.vn"))])
    outbox.change(outbox.deliveries()[0], "refused", "550 no such mailbox")
    done = call("outbox", "--out", outbox.path.parent)
    assert done.exit_code == 0
    assert [line.split(" ", 2)[2] for line in done.stdout.splitlines()] == [
        f"{REPORT} hoa@example.vn: refused (550 no such mailbox)",
        f"{REPORT} mai@example.vn: waiting",
    ]


def test_outbox_takes_the_users_word(outbox: Outbox) -> None:
    outbox.put([seal(letter("hoa@example.vn", "mai@example.vn"))])
    for delivery in outbox.deliveries():
        outbox.change(delivery, "uncertain")
    words = ("--arrived", "hoa@example.vn", "--send-again", "mai@example.vn")
    done = call("outbox", "--out", outbox.path.parent, *words)
    assert [line.rsplit(" ", 1)[1] for line in done.stdout.splitlines()] == ["sent", "waiting"]
    assert [delivery.state for delivery in outbox.deliveries()] == ["sent", "queued"]


def test_outbox_makes_none_where_there_is_none_and_finds_no_fault_in_that(tmp_path: Path) -> None:
    done = call("outbox", "--out", tmp_path)
    assert (done.exit_code, done.stdout, list(tmp_path.iterdir())) == (0, "", [])
    assert done.stderr.endswith("the outbox is empty, nothing was sent from here\n")
    done = call("outbox", "--out", tmp_path, "--arrived", "hoa@example.vn")
    assert (done.exit_code, list(tmp_path.iterdir())) == (2, [])


def test_outbox_that_nothing_was_put_into_is_said_to_be_empty(outbox: Outbox) -> None:
    done = call("outbox", "--out", outbox.path.parent)
    assert (done.exit_code, done.stderr.count("the outbox is empty")) == (0, 1)


def test_every_command_has_help_and_stands_in_the_readme() -> None:
    readme = (RAW.parents[1] / "README.md").read_text("utf-8")
    for name, command in main.commands.items():
        assert command.help
        assert f"giaoban {name}" in readme


def test_python_runs_the_program_by_its_name() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "giaoban", "check", "04-CTr-HU", "--raw", RAW],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "04-CTr-HU: 61 rows, no fault\n")
