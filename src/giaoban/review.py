"""The whole analysis for one meeting and one unit, as tidy frames."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from giaoban import (
    actions,
    addingup,
    claims,
    control,
    counted,
    funnel,
    grim,
    progress,
    projection,
    rules,
    standing,
    units,
)
from giaoban.compare import compare
from giaoban.gaps import gaps
from giaoban.known import Known, known_at
from giaoban.package import read_package
from giaoban.parts import reached_so_far
from giaoban.periods import parse_period
from giaoban.programmes import find_programme
from giaoban.trends import trends
from giaoban.vintage import changes


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

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """The tables as known at the meeting."""
        return self.known.tables

    @cached_property
    def compared(self) -> pd.DataFrame:
        """Each published figure beside the one before it (`giaoban.compare.compare`)."""
        return compare(self.tables["figures"], self.tables["indicators"], self.tables["units"])

    @cached_property
    def below(self) -> pd.DataFrame:
        """The same of the units below this one, with their targets."""
        compared = compare(
            self.tables["figures_below"], self.tables["indicators"], self.tables["units"]
        )
        targets = self.tables["targets_below"]
        return standing.against_targets(compared, targets, self.tables)

    @cached_property
    def against_targets(self) -> pd.DataFrame:
        """Each published figure with its target (`giaoban.standing.against_targets`)."""
        return standing.against_targets(self.compared, self.tables["targets"], self.tables)

    @cached_property
    def latest(self) -> pd.DataFrame:
        """The latest figure of each indicator (`giaoban.standing.latest`), with ``progress``."""
        verdicts = self.paces.set_index("indicator")["verdict"]
        last = standing.latest(self.against_targets, self.tables)
        return last.assign(progress=last["indicator"].map(verdicts))

    @cached_property
    def aimed(self) -> pd.DataFrame:
        """The latest figures that have a target (`giaoban.standing.aimed`)."""
        return standing.aimed(self.against_targets, self.latest, self.tables)

    @cached_property
    def paces(self) -> pd.DataFrame:
        """The pace towards targets that lie ahead (`giaoban.progress.paces`)."""
        return progress.paces(
            self.compared, self.tables["targets"], self.tables["indicators"], self.known.cutoff.year
        )

    @cached_property
    def open_targets(self) -> pd.DataFrame:
        """The targets that no figure falls under, and that no pace is judged against."""
        targets = self.tables["targets"]
        used = [self.against_targets, self.latest, self.paces, self.reached]
        return targets[~targets.index.isin({row for t in used for row in t["target_row"].dropna()})]

    @cached_property
    def reached(self) -> pd.DataFrame:
        """Counts so far in their targets' periods (`giaoban.parts.reached_so_far`)."""
        return reached_so_far(self.compared, self.tables["targets"], self.tables)

    @cached_property
    def trends(self) -> pd.DataFrame:
        """One row per indicator and comparable run of periods (`giaoban.trends.trends`)."""
        return trends(self.compared)

    @cached_property
    def projections(self) -> pd.DataFrame:
        """Straight lines to the programme's last year (`giaoban.projection.project`)."""
        last_year = parse_period(self.known.package.programme["period"]).end.year
        return projection.project(self.compared, self.tables["indicators"], last_year)

    @cached_property
    def control(self) -> pd.DataFrame:
        """XmR charts of long series (`giaoban.control.control_charts`)."""
        return control.control_charts(
            self.tables["figures"], self.tables["indicators"], self.tables["units"]
        )

    @cached_property
    def claims(self) -> pd.DataFrame:
        """The published statements, recomputed and judged (`giaoban.claims.check_claims`)."""
        return claims.check_claims(
            self.tables["claims"], self.compared, self.tables["targets"], self.tables["indicators"]
        )

    @cached_property
    def feasible_counts(self) -> pd.DataFrame:
        """Counts that shares printed without any may stand for (`giaoban.grim.feasible_counts`)."""
        return grim.feasible_counts(self.compared, self.tables["indicators"])

    @cached_property
    def counted_shares(self) -> pd.DataFrame:
        """Shares printed with their counts, held against these (`giaoban.counted`)."""
        return counted.counted_shares(self.compared, self.tables["indicators"])

    @cached_property
    def rules(self) -> pd.DataFrame:
        """Shares of this unit and those below against the rules (`giaoban.rules`)."""
        figures = pd.concat([self.compared, self.below]) if len(self.below) else self.compared
        return rules.check_rules(figures, self.tables["rules"], self.tables["definitions"])

    @cached_property
    def ranking(self) -> pd.DataFrame:
        """The units below in the latest year (`giaoban.units.ranking`)."""
        return units.ranking(self.below, self.tables["indicators"])

    @cached_property
    def funnel(self) -> pd.DataFrame:
        """Which of them differ by more than their size explains (`giaoban.funnel.funnel`)."""
        shares = self.ranking[self.ranking["share"] & self.ranking["rank"].notna()]
        each = [funnel.funnel(rows) for _, rows in shares.groupby("indicator", sort=False)]
        return pd.concat(each) if each else funnel.funnel(self.ranking)

    @cached_property
    def totals(self) -> pd.DataFrame:
        """Whether the units below add up to this one (`giaoban.addingup.totals`)."""
        return addingup.totals(
            self.compared, self.below, self.tables["indicators"], self.units_below
        )

    @property
    def units_below(self) -> pd.DataFrame:
        """The units that this one is the parent of."""
        return self.tables["units"].query("parent == @self.known.unit")

    @cached_property
    def gaps(self) -> pd.DataFrame:
        """What is missing from the data (`giaoban.gaps.gaps`)."""
        return gaps(self.latest, self.tables, self.ranking, self.units_below, self.known.cutoff)

    @cached_property
    def changes(self) -> pd.DataFrame:
        """Figures new, revised or withdrawn since the meeting before; none at the first."""
        return changes(
            self.known.before.get("figures", self.tables["figures"]), self.tables["figures"]
        )

    @cached_property
    def target_changes(self) -> pd.DataFrame:
        """The same of targets."""
        return changes(
            self.known.before.get("targets", self.tables["targets"]), self.tables["targets"]
        )

    @cached_property
    def actions(self) -> pd.DataFrame:
        """Actions carried forward and new, with their state (`giaoban.actions.actions`)."""
        previous = self.known.previous
        closed_by = None if previous is None else previous["data_cutoff"]
        return actions.actions(self.tables["records"], self.known.cutoff, closed_by)


def load(programme: str, meeting_date: str, unit: str, raw_dir: str | Path) -> Review:
    """Read a programme, check it, and keep what was known of a unit at a meeting.

    Parameters
    ----------
    programme : str
        Name of a folder or workbook under ``raw_dir``, or a path to one.
    meeting_date : str
        ISO date, ``latest`` or ``next``.
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
