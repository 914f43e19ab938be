"""A workplace: a folder of its own with a programme that has meetings ahead."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from places import RAW, ROOT

NEXT = f"{datetime.now(UTC) + timedelta(days=30):%Y-%m-%d}"
LATER = f"{datetime.now(UTC) + timedelta(days=60):%Y-%m-%d}"


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    return set_up(tmp_path)


def set_up(home: Path) -> Path:
    """Set up a home folder with the project in it; the programme has two meetings ahead."""
    folder = home / "Giao ban 100% Mỹ Đức"
    programme = shutil.copytree(RAW / "04-CTr-HU", folder / "data/raw/04-CTr-HU")
    shutil.copytree(ROOT / "docs/scheduling", folder / "docs/scheduling")
    (folder / ".venv").symlink_to(ROOT / ".venv")
    descriptor = json.loads((programme / "datapackage.json").read_text("utf-8"))
    descriptor["giaoban"]["period"] = "2021/2099"
    (programme / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    with (programme / "meetings.csv").open("a", encoding="utf-8") as meetings:
        meetings.writelines(f"{day},Hội nghị,Meeting,\n" for day in (LATER, NEXT))
    return folder


def spoil(workplace: Path) -> None:
    figures = workplace / "data/raw/04-CTr-HU/figures.csv"
    figures.write_text(figures.read_text("utf-8").replace(",93.75,", ",many,", 1), "utf-8")


def forget_the_meetings_ahead(workplace: Path) -> None:
    meetings = workplace / "data/raw/04-CTr-HU/meetings.csv"
    kept = meetings.read_text("utf-8").splitlines()[:2]
    meetings.write_text("\n".join(kept) + "\n", "utf-8")
