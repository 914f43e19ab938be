"""Whether a Word file is still what was written, or somebody has gone on with it."""

import zipfile
from datetime import date
from pathlib import Path


def discard_docx(page: Path) -> None:
    """Remove the Word file of an earlier page; one that somebody has changed stays."""
    if is_as_made(path := page.with_suffix(".docx")):
        path.unlink()


def is_as_made(path: Path) -> bool:
    """Whether a Word file is there as it was written: other programs set times of their own."""
    try:
        made = stamp(date.fromisoformat(path.parent.name))
        with zipfile.ZipFile(path) as archive:
            return all(part.date_time == made for part in archive.infolist())
    except (OSError, ValueError, zipfile.BadZipFile):
        return False


def stamp(day: date) -> tuple[int, int, int, int, int, int]:
    """Give the time that each part of a Word file bears: the day of the meeting."""
    return max(day.year, 1980), day.month, day.day, 0, 0, 0
