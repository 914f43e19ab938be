"""The whole analysis for one meeting and one unit, as tidy frames."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from giaoban.claims import check_claims
from giaoban.errors import GiaobanError
from giaoban.files import write_atomically
from giaoban.intervals import wilson
from giaoban.package import read_package
from giaoban.targets import applicable_targets, margin, progress, target_status
from giaoban.trends import compare, runs, trends
from giaoban.vintage import Known, changes, known_at

SCORECARD_COLUMNS = [
    "indicator",
    "period",
    "value",
    "qualifier",
    "low",
    "high",
    "definition",
    "previous_period",
    "previous_value",
    "change",
    "change_low",
    "change_high",
    "comparable",
    "reason",
    "target",
    "target_set_by",
    "margin",
    "status",
    "progress",
    "source",
]


@dataclass(frozen=True)
class Review:
    """What the figures known at a meeting say; every part is computed once, when asked for."""

    known: Known

    @property
    def name(self) -> str:
        """The programme's folder name."""
        return self.known.package.name

    @property
    def date(self) -> str:
        """The meeting's date, ISO 8601."""
        return f"{self.known.meeting['meeting_date']:%Y-%m-%d}"

    @cached_property
    def compared(self) -> pd.DataFrame:
        """Each published figure beside the one before it (`giaoban.trends.compare`)."""
        return compare(self.known.tables["figures"], self.known.tables["indicators"])

    @cached_property
    def against_targets(self) -> pd.DataFrame:
        """Each published figure with its target, ``margin`` and ``status``."""
        found = applicable_targets(self.compared, self.known.tables["targets"])
        return self.compared.join(found).assign(
            margin=margin(self.compared, found),
            status=target_status(self.compared, found, self.known.tables["indicators"]),
        )

    @cached_property
    def latest(self) -> pd.DataFrame:
        """The latest figure of each indicator, with ``progress`` towards a target ahead."""
        order = self.known.tables["indicators"]["indicator"].tolist()
        last = self.against_targets.groupby("indicator", sort=False).tail(1)
        last = last.sort_values("indicator", key=lambda ids: ids.map(order.index))
        return last.assign(progress=[self._progress(row) for _, row in last.iterrows()])

    @cached_property
    def scorecard(self) -> pd.DataFrame:
        """`latest` with Wilson intervals, as ``scorecard.csv`` holds it."""
        interval = wilson(self.latest["numerator"], self.latest["denominator"]).mul(100)
        card = self.latest.assign(low=interval["low"], high=interval["high"])
        return card[SCORECARD_COLUMNS].reset_index(drop=True)

    def _progress(self, row: pd.Series) -> str | None:
        """Judge the pace where a target lies ahead of the latest figure."""
        targets = self.known.tables["targets"]
        ends = targets["period"].str.slice(-4).where(targets["indicator"] == row["indicator"])
        ahead = targets[ends.astype("float") > row["end"].year]
        if ahead.empty:
            return None
        numbered = runs(self.compared)
        ours = numbered[numbered["indicator"] == row["indicator"]]
        better = self.known.tables["indicators"].set_index("indicator")["better"]
        goal = ahead.iloc[-1]
        year = int(goal["period"][-4:])
        run = ours[ours["run"] == ours["run"].max()]
        return progress(run, goal["value"], year, better[row["indicator"]])

    @cached_property
    def trends(self) -> pd.DataFrame:
        """One row per indicator and comparable run of periods (`giaoban.trends.trends`)."""
        return trends(self.compared)

    @cached_property
    def claims(self) -> pd.DataFrame:
        """The published statements, recomputed and judged (`giaoban.claims.check_claims`)."""
        tables = self.known.tables
        return check_claims(tables["claims"], tables["figures"], self.compared, tables["targets"])

    @cached_property
    def changes(self) -> pd.DataFrame:
        """What is new, revised or withdrawn since the meeting before; empty at the first."""
        figures = self.known.tables["figures"]
        before = self.known.before if self.known.before is not None else figures
        return changes(before, figures)

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of every row that this report rests on, and of nothing else."""
        parts = {"programme": self.known.package.programme.to_frame().T}
        parts |= {"meeting": self.known.meeting.to_frame().T} | self.known.tables
        digest = hashlib.sha256()
        for name in sorted(parts):
            text = parts[name].to_csv(index=False, lineterminator="\n")
            digest.update(f"{name}\n{text}".encode())
        return digest.hexdigest()


def load(programme: str, meeting_date: str, unit: str, raw_dir: str | Path) -> Review:
    """Read a programme, check it, and keep what was known of a unit at a meeting.

    Parameters
    ----------
    programme : str
        Name of a folder under ``raw_dir``, or a path to one.
    meeting_date : str
        ISO date, or ``latest``.
    unit : str
        A unit id; empty for the programme's own.
    raw_dir : str or Path
        The folder of the programmes.

    Raises
    ------
    GiaobanError
        Where the package has faults, or there is no such programme, meeting or unit.
    """
    return Review(known_at(read_package(find_programme(programme, raw_dir)), meeting_date, unit))


def find_programme(programme: str, raw_dir: str | Path) -> Path:
    """Find a programme's folder by its name or path.

    Raises
    ------
    GiaobanError
        Where there is none; it names those that there are.
    """
    raw = Path(raw_dir)
    for folder in (raw / programme, Path(programme)):
        if folder.is_dir():
            return folder
    there = sorted(p.parent.name for p in raw.glob("*/datapackage.json"))
    expected = f"one of {', '.join(there)}" if there else f"a folder under {raw_dir}, or a path"
    raise GiaobanError(f"no such programme (found {programme}), expected {expected}")


def save_tables(review: Review, out_dir: str | Path) -> list[Path]:
    """Write the processed tables under ``data/processed``.

    Returns
    -------
    list of Path
        ``figures.parquet`` (all figures of the programme, every revision) and, for the meeting
        and unit, ``scorecard.csv``, ``trends.csv``, ``claims.csv`` and ``changes.csv``.
    """
    top = Path(out_dir) / "data" / "processed" / review.name
    folder = top / review.date / review.known.unit
    figures = review.known.package.tables["figures"]
    written = [write_atomically(top / "figures.parquet", figures.to_parquet(index=False))]
    for name in ("scorecard", "trends", "claims", "changes"):
        table = getattr(review, name)
        if name == "scorecard":
            words = {True: "true", False: "false"}
            table = table.assign(comparable=table["comparable"].astype("object").map(words))
        text = table.to_csv(index=False, lineterminator="\n")
        written.append(write_atomically(folder / f"{name}.csv", text.encode()))
    return written
