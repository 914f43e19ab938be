"""What a page says, as data: made with the page, kept beside it, read by email and by the index."""

import hashlib
import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Self
from unicodedata import normalize

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError


@dataclass(frozen=True)
class ScorecardRow:
    """An indicator of the scorecard: its cells, line by line, and what they come to.

    Attributes
    ----------
    judged : str
        Its status, such as ``not_met``.
    comparable : bool
        Whether the figure may be compared with the one before, where there is one.
    """

    indicator: str
    name: list[str]
    figure: list[str]
    change: list[str]
    target: list[str]
    status: list[str]
    judged: str
    comparable: bool


@dataclass(frozen=True)
class Scorecard:
    """The scorecard; its header names figure, change, target and status after the indicator."""

    header: list[str] = field(default_factory=list)
    rows: list[ScorecardRow] = field(default_factory=list)


@dataclass(frozen=True)
class ChangesTable:
    """What was revised or withdrawn since the meeting before, and how much is new.

    A row has indicator, period, kind, before, after; the note is empty where nothing is new.
    """

    caption: str
    header: list[str]
    rows: list[list[str]]
    note: str = ""


@dataclass(frozen=True)
class ChartText:
    """A chart.

    Attributes
    ----------
    name, heading, title, description : str
        Its files' name, whose figures it shows, what is seen, what it says in numbers.
    drawing : str
        The digest of its SVG file, from `digest_of`; empty where it has none.
    """

    name: str
    heading: str
    title: str
    description: str
    drawing: str = ""


@dataclass(frozen=True)
class PageData:
    """What a page says.

    Attributes
    ----------
    lang, title, programme, meeting, unit, synthetic, headline : str or bool
        What the report is, and its main finding; ``programme`` is the code.
    inputs : str
        Digests of the tables that it rests on.
    eyebrow, subtitle, banners : str, str, list of list of str
        What stands around the title; each banner its heading and its items.
    summary, gaps : list of list of str
        Each line's name and what it says; what the report lacks, as banners.
    asks : list of list of str
        What to ask for: from whom, and what.
    headings, silent : dict of str to str
        By the sections' anchors: their headings; what those say that have nothing to show.
    digest : str
        From `digest_of` the page.
    """

    lang: str
    title: str
    programme: str
    meeting: str
    unit: str
    synthetic: bool
    headline: str
    inputs: str
    eyebrow: str
    subtitle: str
    banners: list[list[str]]
    summary: list[list[str]] = field(default_factory=list)
    gaps: list[list[str]] = field(default_factory=list)
    asks: list[list[str]] = field(default_factory=list)
    scorecard: Scorecard = field(default_factory=Scorecard)
    charts: list[ChartText] = field(default_factory=list)
    changes: list[ChangesTable] = field(default_factory=list)
    headings: dict[str, str] = field(default_factory=dict)
    silent: dict[str, str] = field(default_factory=dict)
    digest: str = ""

    @classmethod
    def of(cls, said: dict[str, Any]) -> Self:
        """Take from what a page, or its file, says of itself what belongs here."""
        known = {f.name: _one_line(said[f.name]) for f in fields(cls) if f.name in said}
        card = known.get("scorecard", {"header": [], "rows": []})
        rows = [ScorecardRow(**row) for row in card["rows"]]
        return cls(
            **known
            | {
                "scorecard": Scorecard(card["header"], rows),
                "charts": [ChartText(**chart) for chart in known.get("charts", [])],
                "changes": [ChangesTable(**table) for table in known.get("changes", [])],
            }
        )

    def as_json(self) -> str:
        """Write it as JSON; the same page gives the same text."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n"


def read_page_data(page: Path) -> PageData:
    """Read the data of a page, ``reports/P/D/U.L.html``, from the file beside it.

    Raises
    ------
    GiaobanError
        Where there is none: an older giaoban made the page.
    """
    try:
        return PageData.of(json.loads(page.with_suffix(".json").read_text("utf-8")))
    except (OSError, ValueError, TypeError, KeyError):
        template = N_("{page}: made by an older giaoban, make it anew with giaoban report")
        raise GiaobanError(template, page=page) from None


def digest_of(text: str) -> str:
    """Tell a page or a drawing by its text; Windows may have written its lines with other ends."""
    return hashlib.sha256("\n".join(text.splitlines()).encode()).hexdigest()


def _one_line(value: Any) -> Any:
    """Compose the letters of all texts, and put each on one line."""
    if isinstance(value, str):
        return " ".join(normalize("NFC", value).split())
    if isinstance(value, list):
        return [_one_line(item) for item in value]
    if isinstance(value, dict):
        return {name: _one_line(item) for name, item in value.items()}
    return value
