import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pandas as pd
import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from click.testing import CliRunner, Result
from places import RAW

from giaoban.catalogues import catalogue
from giaoban.cli import main
from giaoban.commands import SpokenGroup, SpokenOption
from giaoban.commands.translated import CLICK_SAYS

PROGRAM = Path(sys.executable).with_name("giaoban")
PROPER = "giaoban PROGRAMME FOLDER SOURCE TARGET ITEM PATH csv json sqlite"


def call(language: str, *words: object) -> Result:
    environment = {"LANGUAGE": language}
    return CliRunner().invoke(main, list(map(str, words)), env=environment, prog_name="giaoban")


def start(language: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Call the program as a process of its own: click keeps the help that a process gave first."""
    environment = os.environ | {"LANGUAGE": language}
    return subprocess.run([PROGRAM, *words], capture_output=True, text=True, env=environment)


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", text))


def vietnamese() -> set[str]:
    """Give every word of the Vietnamese catalogue."""
    with catalogue("vi").open("rb") as file:
        return words(re.sub(r"{[^}]*}", "", " ".join(str(m.string) for m in read_po(file))))


def names() -> set[str]:
    """Give the words that are the same in every language: commands, options, ids."""
    commands = [main, *main.commands.values()]
    options = [name for c in commands for p in c.params for name in (*p.opts, c.name or "")]
    units = pd.read_csv(RAW / "04-CTr-HU/units.csv")["unit"]
    programmes = [folder.name for folder in RAW.iterdir()]
    return words(" ".join([PROPER, "help", *options, *units, *programmes]))


def test_click_still_has_the_words_that_are_translated_here() -> None:
    keywords = {"_": None, "ngettext": (1, 2)}
    found = extract_from_dir(Path(click.__file__).parent, [("**.py", "python")], keywords=keywords)
    assert set(CLICK_SAYS) - {message for _, _, message, _, _ in found} == set()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "exit_code"),
    [
        ("--help", 0),
        ("report --help", 0),
        ("check --help", 0),
        ("outbox --help", 0),
        ("new --help", 0),
        ("convert --help", 0),
        ("extract --help", 0),
        ("explore --help", 0),
        ("batch --help", 0),
        ("email --help", 0),
        ("", 2),
        ("--", 2),
    ],
)
def test_the_help_is_in_vietnamese_to_who_speaks_it(line: str, exit_code: int) -> None:
    done = start("vi", *line.split())
    assert done.returncode == exit_code
    assert foreign(done.stdout + done.stderr, line) == set()


@pytest.mark.parametrize(
    ("line", "exit_code"),
    [
        ("--version", 0),
        (f"new {RAW}", 2),
        ("new nowhere --period 20", 2),
        (f"convert 04-CTr-HU {RAW}/demo --raw {RAW}", 2),
        ("explore --port eighty", 2),
        ("explore demo --port 65536", 2),
        ("batch demo --workers 0", 2),
        ("extract nowhere.txt", 2),
        ("extract nowhere.csv", 2),
        ("outbox --out nowhere", 0),
        ("reports", 2),
        ("report", 2),
        ("report a b", 2),
        ("report a --lan vi", 2),
        ("report a --nonsense", 2),
        ("report a --lang", 2),
        ("report a --quiet=1", 2),
        (f"report nowhere --raw {RAW}", 2),
        (f"report 04-CTr-HU --raw {RAW} --meeting 2022-01-01", 2),
        (f"report 04-CTr-HU --raw {RAW} --meeting next", 0),
        (f"report 04-CTr-HU --raw {RAW} --unit nowhere", 2),
        (f"report 04-CTr-HU --raw {RAW} --lang xx", 2),
        (f"check 04-CTr-HU --raw {RAW}", 0),
    ],
)
def test_the_program_speaks_vietnamese_to_who_does(line: str, exit_code: int) -> None:
    done = call("vi", *line.split())
    assert done.exit_code == exit_code
    assert foreign(done.stdout + done.stderr, line) == set()


def foreign(said: str, line: str) -> set[str]:
    """Give the words that are neither Vietnamese nor names."""
    return words(said) - vietnamese() - names() - words(line)


def test_every_fault_is_told_in_vietnamese(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text('{"resources": [{}], "giaoban": {"perio": 1}}')
    (tmp_path / "figures.csv").write_text("indicator,unit,perod,value\na,b,c,d,e\n")
    said = call("vi", "check", tmp_path).stdout
    assert "figures.csv:1:perod: cột không xác định, có phải ý là period?" in said.splitlines()
    sentences = [line.split(": ", 1)[1] for line in said.splitlines()]
    for english in ("found", "expected", "missing", "unknown", "mean"):
        assert [s for s in sentences if re.search(rf"\b{english}\b", s)] == []


def test_english_stays_for_who_speaks_another_language() -> None:
    assert start("km", "report", "--help").stdout == start("en", "report", "--help").stdout
    assert "Usage: giaoban report" in start("en", "report", "--help").stdout


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_list_of_commands_cuts_off_nothing(language: str) -> None:
    listed = " ".join(start(language, "--help").stdout.split())
    for name in main.commands:
        *_, said = start(language, name, "--help").stdout.split("\n\n", 2)[:2]
        assert f" {name} {' '.join(said.split())}" in listed


@pytest.mark.parametrize("name", main.commands)
def test_every_argument_and_option_says_what_it_is_for(name: str) -> None:
    command = main.commands[name]
    records = [p.get_help_record(click.Context(command)) for p in command.params]
    assert [record for record in records if record and not record[1]] == []


def program() -> click.Group:
    """Make a program of its own: click keeps the help that one gave first."""

    @click.group(cls=SpokenGroup)
    @click.option("--out", cls=SpokenOption, help="Folder that results go under.")
    @click.option("--new", cls=SpokenOption, help="A sentence that no catalogue has.")
    def made(**_: object) -> None:
        """Print results only."""

    return made


def test_a_program_and_its_options_keep_their_help_as_written_and_give_it_in_the_users_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = program()
    out, new = made.params
    assert isinstance(out, SpokenOption)
    assert isinstance(new, SpokenOption)
    for language, helps in {
        "vi": ("Chỉ in kết quả.", "Thư mục lưu kết quả."),
        "en": ("Print results only.", "Folder that results go under."),
    }.items():
        monkeypatch.setenv("LANGUAGE", language)
        assert (made.help, out.help) == helps
        assert new.help == "A sentence that no catalogue has."
    assert SpokenOption(["--bare"]).help is None


def test_what_click_itself_says_of_a_program_is_in_the_users_language_too() -> None:
    shown = CliRunner().invoke(program(), ["--help"], prog_name="p", env={"LANGUAGE": "vi"})
    lines = [line.strip() for line in shown.stdout.splitlines()]
    assert lines[0] == "Cách dùng: p [TÙY CHỌN] LỆNH [THAM SỐ]..."
    assert [line.split() for line in lines if line.startswith("--out")] == [
        ["--out", "CHỮ", *["Thư", "mục", "lưu", "kết", "quả."]]
    ]
    wrong = CliRunner().invoke(program(), ["nothing"], env={"LANGUAGE": "vi"})
    assert (wrong.exit_code, "Không có lệnh 'nothing'." in wrong.stderr) == (2, True)
    english = CliRunner().invoke(program(), ["nothing"], env={"LANGUAGE": "en"})
    assert "No such command 'nothing'." in english.stderr


def test_where_no_space_is_left_for_what_it_prints_it_says_so_in_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        said = subprocess.run(
            [PROGRAM, "check", RAW / "04-CTr-HU"], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert said.returncode == 1
    assert said.stderr == "no space is left to write to (No space left on device)\n"
