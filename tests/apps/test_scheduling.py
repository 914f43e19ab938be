"""The files of docs/scheduling, put to work on a copy of the project with a meeting ahead."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from configparser import ConfigParser
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from browsers import program
from click.testing import CliRunner
from places import RAW, ROOT
from workplace import NEXT, forget_the_meetings_ahead, set_up, spoil

from giaoban.cli import main

pytestmark = pytest.mark.slow

FILES = ROOT / "docs/scheduling"
SECONDS = 300
Done = subprocess.CompletedProcess[str]
BARE = {"LOGNAME": "lan", "SHELL": "/bin/sh", "PATH": "/usr/bin:/bin"}


def crontab(workplace: Path) -> str:
    return (FILES / "crontab").read_text("utf-8").replace("/srv/giaoban", str(workplace))


def run(workplace: Path, command: str, **settings: str) -> Done:
    """Run a line as a scheduler does: in the home folder, with next to no environment."""
    home = workplace.parent
    return subprocess.run(
        ["/bin/sh", "-c", command],
        env=BARE | {"HOME": str(home)} | settings,
        cwd=home,
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )


def by_cron(workplace: Path, further: str = "") -> Done:
    """Run the line of the crontab, and a further step after it."""
    settings = dict(re.findall(r'^(\w+)="(.*)"$', crontab(workplace), re.M))
    (command,) = re.findall(r"^[\d*]+(?: \S+){4} +(\S.*)$", crontab(workplace), re.M)
    return run(workplace, f"{command} {further}", **settings)


def reports(workplace: Path) -> dict[str, tuple[bytes, int]]:
    """Give the bytes of all that came out, and when each file was last touched."""
    made = [
        p for top in ("reports", "figures", "data/processed") for p in (workplace / top).rglob("*")
    ]
    return {
        str(p.relative_to(workplace)): (p.read_bytes(), p.stat().st_mtime_ns)
        for p in made
        if p.is_file()
    }


@pytest.fixture(scope="module")
def first_morning(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Done]:
    """Give a workplace after the first run by cron, to be read only, and what that run said."""
    workplace = set_up(tmp_path_factory.mktemp("morning"))
    return workplace, by_cron(workplace)


@pytest.fixture
def next_morning(first_morning: tuple[Path, Done], tmp_path: Path) -> Path:
    """Give a copy of it, as it was left."""
    left, _ = first_morning
    return shutil.copytree(left, tmp_path / left.name, symlinks=True)


def test_cron_makes_the_report_of_the_coming_meeting_and_says_nothing(
    first_morning: tuple[Path, Done],
) -> None:
    workplace, done = first_morning
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    folders = [path.name for path in (workplace / "reports/04-CTr-HU").iterdir()]
    assert folders == [NEXT]
    pages = sorted(path.name for path in (workplace / f"reports/04-CTr-HU/{NEXT}").glob("*.html"))
    assert pages == ["my-duc.en.html", "my-duc.vi.html"]
    notebook = workplace / f"reports/04-CTr-HU/{NEXT}/my-duc.vi.ipynb"
    assert f'meeting_date = \\"{NEXT}\\"' in notebook.read_text("utf-8")


def test_where_nothing_has_changed_no_file_is_touched(next_morning: Path) -> None:
    made = reports(next_morning)
    assert by_cron(next_morning).returncode == 0
    assert reports(next_morning) == made


def test_two_runs_at_once_give_what_one_gives(
    workplace: Path, first_morning: tuple[Path, Done]
) -> None:
    command = [".venv/bin/giaoban", "report", "04-CTr-HU", "--meeting", "next"]
    pair = [subprocess.Popen(command, cwd=workplace, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [process.wait(SECONDS) for process in pair] == [0, 0]
    made = {name: content for name, (content, _) in reports(workplace).items()}
    alone, _ = first_morning
    assert {name: content for name, (content, _) in reports(alone).items()} == made


def test_faults_are_said_in_the_language_of_the_crontab_and_the_earlier_report_stays(
    next_morning: Path,
) -> None:
    made = reports(next_morning)
    spoil(next_morning)
    done = by_cron(next_morning)
    assert done.returncode == 2
    assert done.stderr.startswith("figures.csv:2:value: không phải số (hiện là many)")
    assert reports(next_morning) == made


def test_with_no_meeting_ahead_nothing_happens_and_cron_has_nothing_to_mail(
    workplace: Path,
) -> None:
    forget_the_meetings_ahead(workplace)
    done = by_cron(workplace)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not (workplace / "reports").exists()


@pytest.mark.parametrize("words", [["report"], ["email", "--to", "lan@example.vn"]])
def test_who_asks_by_hand_is_told_that_no_meeting_lies_ahead(
    workplace: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    forget_the_meetings_ahead(workplace)
    monkeypatch.chdir(workplace)
    done = CliRunner().invoke(main, [*words, "04-CTr-HU", "--meeting", "next"])
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == (
        "no meeting lies ahead, nothing was done: enter the next one in meetings\n"
    )


@pytest.mark.parametrize(
    ("clock", "zone", "meeting"),
    [
        ("2024-03-12 16:30", "Asia/Ho_Chi_Minh", "2024-03-12"),
        ("2024-03-12 17:01", "Asia/Ho_Chi_Minh", "2025-07-15"),
        ("2024-03-12 17:01", "UTC", "2024-03-12"),
    ],
)
def test_a_meeting_is_the_next_one_to_the_end_of_its_day_where_the_office_is(
    clock: str, zone: str, meeting: str
) -> None:
    ahead = datetime.fromisoformat(f"{clock}+00:00") - datetime.now(UTC)
    ask = "import sys; from giaoban.analysis import load; print(load(*sys.argv[1:]).date)"
    command = [program("faketime", package="faketime"), "-f", f"{ahead.total_seconds():+.0f}s"]
    command += [sys.executable, "-c", ask, "demo", "next", "", str(RAW)]
    environment = os.environ | {"TZ": zone}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == f"{meeting}\n"


def test_the_draft_follows_the_report_where_the_line_has_it_as_a_second_step(
    workplace: Path,
) -> None:
    told = (ROOT / "docs/scheduling.md").read_text("utf-8")
    (step,) = re.findall(r"^ *(&& \.venv/bin/giaoban email .*)$", told, re.M)
    done = by_cron(workplace, step)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    draft = workplace / f"reports/04-CTr-HU/{NEXT}/my-duc.vi.eml"
    assert draft.is_file()
    forget_the_meetings_ahead(workplace)
    assert by_cron(workplace, step).returncode == 0


@pytest.fixture
def crond(workplace: Path, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start cron two seconds before half past six, where it sees one crontab only.

    It has a view of the file system of its own, so that it reads no crontab of this machine, and
    one of processes, all of which end with it.
    """
    if os.geteuid() != 0:
        pytest.skip("cron runs as root only")
    spool, empty = tmp_path / "spool", tmp_path / "empty"
    spool.mkdir()
    empty.mkdir()
    (spool / "root").write_text(crontab(workplace), "utf-8")
    (spool / "root").chmod(0o600)
    clock = [program("faketime", package="faketime"), "-f", "@2026-01-01 06:29:58"]
    script = f"""
        mount --bind {shlex.quote(str(spool))} /var/spool/cron/crontabs
        mount --bind {shlex.quote(str(empty))} /etc/cron.d
        mount --bind /dev/null /etc/crontab
        mount -t tmpfs tmpfs /run
        mount -t tmpfs tmpfs /dev/shm
        exec {shlex.join(clock)} {program("cron", package="cron")} -f
    """
    command = [program("unshare", package="util-linux"), "--mount", "--pid", "--fork"]
    command += ["--kill-child", "sh", "-ec", script]
    daemon = subprocess.Popen(command, env=os.environ | {"TZ": "UTC"})
    yield daemon
    daemon.kill()
    daemon.wait(SECONDS)


def test_a_real_cron_makes_the_report(crond: subprocess.Popen[bytes], workplace: Path) -> None:
    index = workplace / "reports/index.html"
    until = time.monotonic() + SECONDS
    while not index.is_file() and time.monotonic() < until:
        assert crond.poll() is None, "cron did not start, or ended"
        time.sleep(0.5)
    assert index.is_file()
    assert (workplace / f"reports/04-CTr-HU/{NEXT}/my-duc.vi.html").is_file()


@pytest.fixture
def units(workplace: Path) -> Path:
    """Put the units where systemd looks for those of a user."""
    folder = workplace.parent / ".config/systemd/user"
    folder.mkdir(parents=True)
    ours = f"%h/{workplace.name}".replace("% ", "%% ")
    for ending in ("service", "timer"):
        written = (FILES / f"giaoban-report.{ending}").read_text("utf-8")
        unit_file = written.replace("%h/giaoban", ours)
        (folder / f"giaoban-report.{ending}").write_text(unit_file, "utf-8")
    return folder


def unit(path: Path) -> ConfigParser:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment]
    parser.read_string(path.read_text("utf-8"))
    return parser


def test_systemd_finds_no_fault_in_the_units(units: Path, tmp_path: Path) -> None:
    analyze = program("systemd-analyze", package="systemd")
    environment = os.environ | {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    command = [analyze, "verify", "--user", *map(str, sorted(units.iterdir()))]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_timer_runs_each_morning_of_the_office_and_makes_up_for_a_night_without_power(
    units: Path,
) -> None:
    timer = unit(units / "giaoban-report.timer")["Timer"]
    analyze = program("systemd-analyze", package="systemd")
    command = [analyze, "calendar", "--iterations", "2", timer["OnCalendar"]]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"TZ": "UTC"})
    elapse = re.findall(r"(\d{4}-\d\d-\d\d) 23:30:00 UTC", done.stdout)
    first, second = map(datetime.fromisoformat, elapse)
    assert second - first == timedelta(days=1)
    assert timer["Persistent"] == "true"


def test_the_service_makes_the_report(workplace: Path, units: Path) -> None:
    service = unit(units / "giaoban-report.service")["Service"]
    settings = dict(pair.split("=") for pair in service["Environment"].split())
    folder = service["WorkingDirectory"].replace("%h", str(workplace.parent)).replace("%%", "%")
    done = run(workplace, f"cd {shlex.quote(folder)} && {service['ExecStart']}", **settings)
    assert done.returncode == 0, done.stderr
    assert (workplace / f"reports/04-CTr-HU/{NEXT}/my-duc.vi.html").is_file()


# What Microsoft's Task Scheduler Schema lets stand in each element, in this order where it has one.
SCHEMA = {
    "Task": "RegistrationInfo Triggers Principals Settings Data Actions",
    "RegistrationInfo": "Author Date Description Documentation Source URI Version",
    "Triggers": "CalendarTrigger LogonTrigger BootTrigger TimeTrigger",
    "CalendarTrigger": "Enabled StartBoundary EndBoundary Repetition ExecutionTimeLimit"
    " ScheduleByDay ScheduleByWeek ScheduleByMonth",
    "ScheduleByDay": "DaysInterval",
    "Settings": "AllowHardTerminate AllowStartOnDemand DisallowStartIfOnBatteries Enabled"
    " ExecutionTimeLimit Hidden MultipleInstancesPolicy Priority RestartOnFailure"
    " RunOnlyIfNetworkAvailable StartWhenAvailable StopIfGoingOnBatteries WakeToRun",
    "Actions": "Exec",
    "Exec": "Command Arguments WorkingDirectory",
}
SEQUENCES = ("CalendarTrigger", "Exec")


def test_the_windows_task_is_one_by_its_schema_in_the_encoding_that_schtasks_reads() -> None:
    written = (FILES / "giaoban-report.xml").read_bytes()
    assert written.startswith(b"\xff\xfe")
    assert written.decode("utf-16").startswith('<?xml version="1.0" encoding="UTF-16"?>\r\n')
    task = ElementTree.fromstring(written)  # noqa: S314 - our own file
    space = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
    assert task.tag == f"{space}Task"
    for element in task.iter():
        children = [child.tag.removeprefix(space) for child in element]
        known = SCHEMA.get(element.tag.removeprefix(space), "").split()
        assert set(children) <= set(known)
        if element.tag.removeprefix(space) in SEQUENCES:
            assert children == sorted(children, key=known.index)
    settings = {e.tag.removeprefix(space): e.text for e in task.iterfind(f"{space}Settings/*")}
    assert settings["StartWhenAvailable"] == "true"
    assert settings["MultipleInstancesPolicy"] == "IgnoreNew"
    command = task.findtext(f"{space}Actions/{space}Exec/{space}Command")
    assert command == r"C:\giaoban\docs\scheduling\giaoban-report.cmd"


def test_the_windows_command_makes_the_report(workplace: Path) -> None:
    written = (FILES / "giaoban-report.cmd").read_bytes()
    assert written.isascii()
    assert written.count(b"\n") == written.count(b"\r\n")
    *before, line, keep, down, give = written.decode().splitlines()
    assert 'pushd "%~dp0..\\.." || exit /b 1' in before
    assert (keep, down) == ("set result=%errorlevel%", "popd")
    assert give == "exit /b %result%"
    settings = dict(re.findall(r"^set (\w+)=(.*)$", "\n".join(before), re.M))
    assert settings == {"PYTHONUTF8": "1", "LANGUAGE": "vi"}
    words = line.replace("\\Scripts\\giaoban.exe", "/bin/giaoban").replace("\\", "/")
    (workplace / "reports").mkdir()
    done = run(workplace, f"cd {shlex.quote(str(workplace))} && {words}", **settings)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (workplace / f"reports/04-CTr-HU/{NEXT}/my-duc.vi.html").is_file()
    said = (workplace / "reports/morning.txt").read_text("utf-8").splitlines()
    assert f"reports/04-CTr-HU/{NEXT}/my-duc.vi.html" in said
