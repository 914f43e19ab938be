"""The whole job in a folder of one's own: it needs no network, and tells nothing of the machine or of people."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path

import pytest
from once import Made
from places import RAW, ROOT

pytestmark = pytest.mark.slow
PROGRAM = Path(sys.executable).with_name("giaoban")
JOB = """
set -e
giaoban check 04-CTr-HU
giaoban convert 04-CTr-HU as.xlsx
giaoban extract ITEM --programme 04-CTr-HU --draft item.csv
giaoban report 04-CTr-HU --lang en --pdf --docx --xlsx --png
giaoban email 04-CTr-HU --lang en --pdf --recipients list.csv --draft message.eml
giaoban batch 04-CTr-HU --units my-duc
"""
MADE = ("as.xlsx", "item.csv", "message.eml", "reports/index.html")
BESIDE = ("html", "ipynb", "json", "pdf", "docx", "xlsx")
# What nobody who gets a report is to learn from it, and what it is of.
SECRETS = {"HOME": "/home-of-nobody", "USER": "user-of-nobody", "LOGNAME": "user-of-nobody"}
SECRETS |= {"GIAOBAN_SMTP_PASSWORD": "password-of-nobody", "HOSTNAME": "host-of-nobody"}
PERSON = "person-of-nobody"
LIST = f"name,address,unit,language\n{PERSON},{PERSON}@example.org,my-duc,en\n"


@pytest.fixture(scope="module")
def folder(once: Made) -> Path:
    """Give the folder that the job was done in."""

    def work(folder: Path) -> None:
        (folder / "data").mkdir()
        (folder / "data/raw").symlink_to(RAW)
        (folder / "list.csv").write_text(LIST)
        home = folder.parent / SECRETS["HOME"].strip("/")
        home.mkdir(exist_ok=True)
        item = next((ROOT / "tests/press").glob("*.txt"))
        path = {"PATH": f"{PROGRAM.parent}:{os.environ['PATH']}", "HOME": str(home)}
        done = subprocess.run(
            # A network namespace of its own has no interface but a loopback that is down.
            ["unshare", "--net", "--map-root-user", "sh", "-c", JOB.replace("ITEM", str(item))],
            cwd=folder,
            env=os.environ | SECRETS | path,
            capture_output=True,
            text=True,
        )
        (folder / "said").write_text(done.stdout + done.stderr)
        assert done.returncode == 0, done.stderr

    return once("whole job", work)


def contents(path: Path) -> Iterator[bytes]:
    """Give what a file holds, and what the files hold that are packed in it."""
    yield path.read_bytes()
    if path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(path) as packed:
            yield from map(packed.read, packed.namelist())


def test_it_is_done_without_a_network(folder: Path) -> None:
    reports = folder / "reports/04-CTr-HU/2023-03-14"
    made = [folder / name for name in MADE] + [reports / "my-duc.vi.html"]
    made += [reports / f"my-duc.en.{ending}" for ending in BESIDE]
    assert [path for path in made if not path.is_file()] == []


def test_what_comes_out_tells_nothing_of_the_machine_nor_of_people(folder: Path) -> None:
    marks = {b"-of-nobody", str(folder).encode(), str(ROOT).encode(), sys.prefix.encode()}
    places = [folder / name for name in ("reports", "figures", "data/processed")]
    files = [path for place in places for path in place.rglob("*") if path.is_file()]
    files += [folder / "as.xlsx", folder / "item.csv", folder / "said"]
    assert {path.suffix for path in files} >= {".html", ".ipynb", ".pdf", ".docx", ".csv", ".svg"}
    told = [(p.name, mark) for p in files for part in contents(p) for mark in marks if mark in part]
    assert told == []


def test_a_draft_names_those_alone_who_get_it(folder: Path) -> None:
    message = message_from_bytes((folder / "message.eml").read_bytes())
    assert PERSON in message["To"]
    del message["To"]
    parts = [part.get_payload(decode=True) or b"" for part in message.walk()]
    told = [part for part in [message.as_bytes(), *parts] if b"-of-nobody" in part]
    assert told == []
