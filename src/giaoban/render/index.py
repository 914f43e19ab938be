"""The list of all reports, made from those that lie in the folder."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

from babel import Locale, UnknownLocaleError

from giaoban.catalogues import N_, languages
from giaoban.errors import GiaobanError
from giaoban.files import write_atomically
from giaoban.language import language
from giaoban.render.exporter import GiaobanExporter
from giaoban.render.word import is_as_made
from giaoban.wording import PageData, read_page_data


@dataclass(frozen=True)
class ListedReport:
    """One report, by what its page says and where it lies."""

    href: str
    pdf: str
    docx: str
    meeting: str
    folder: str
    data: PageData

    @property
    def unit(self) -> tuple[str, str]:
        """What the reports of one unit, in all languages, have in common."""
        return self.folder, self.href.removesuffix(f".{self.data.lang}.html")

    @property
    def language_name(self) -> str:
        """The name of its language, in that language."""
        try:
            locale = Locale.parse(self.data.lang, sep="-")
        except (ValueError, UnknownLocaleError):
            return self.data.lang
        name = str(locale.get_language_name(locale))
        return name[:1].upper() + name[1:]


def write_overview(out_dir: Path) -> Path:
    """Write ``reports/index.html``: every report by meeting, programme, unit and language.

    Parameters
    ----------
    out_dir : Path
        The folder that holds ``reports``.

    Returns
    -------
    Path
        The page. The same reports give the same bytes.
    """
    folder = out_dir / "reports"
    exporter = GiaobanExporter()
    page = exporter.environment.get_template("reports.html.j2").render(
        meetings=_by_meeting(sorted(_reports(folder), key=_order)),
        older=[path.relative_to(folder).as_posix() for path in _older(folder)],
        languages=[(code, language(code).say) for code in languages()],
        N_=N_,
    )
    return write_atomically(folder / "index.html", page.encode())


def _reports(folder: Path) -> Iterator[ListedReport]:
    for path in folder.glob("*/*/*.html"):
        with suppress(GiaobanError):
            programme, meeting, _ = path.relative_to(folder).parts
            pdf, docx = path.with_suffix(".pdf"), path.with_suffix(".docx")
            there = (True, pdf.is_file(), is_as_made(docx))
            files = zip((path, pdf, docx), there, strict=True)
            links = [quote(p.relative_to(folder).as_posix()) if has else "" for p, has in files]
            data = read_page_data(path)
            yield ListedReport(links[0], links[1], links[2], meeting, programme, data)


def _older(folder: Path) -> list[Path]:
    """Find the reports of an older giaoban, which left nothing to list them by."""
    pages = [path for code in languages() for path in folder.glob(f"*/*/*.{code}.html")]
    return sorted(path for path in pages if not path.with_suffix(".json").is_file())


def _order(report: ListedReport) -> tuple[object, ...]:
    """Put the languages of a report in their own order."""
    known = languages()
    lang = report.data.lang
    place = known.index(lang) if lang in known else len(known)
    return report.folder, report.unit, place, lang


def _by_meeting(reports: list[ListedReport]) -> list[dict[str, Any]]:
    """Gather the reports of each meeting, the newest first, and of those the ones of each unit."""
    gathered = []
    newest = sorted(reports, key=lambda r: r.meeting, reverse=True)
    for (meeting, _), rows in groupby(newest, key=lambda r: (r.meeting, r.folder)):
        units = [list(unit) for _, unit in groupby(rows, key=lambda r: r.unit)]
        gathered.append({"day": _day(meeting), "first": units[0][0], "units": units})
    return gathered


def _day(meeting: str) -> str:
    """Write a folder's date as the reports do; a folder that is none stands as it is."""
    try:
        return f"{date.fromisoformat(meeting):%d/%m/%Y}"
    except ValueError:
        return meeting
