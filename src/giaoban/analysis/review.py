"""The whole analysis for one meeting and one unit: each frame one call of a function, once."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from giaoban.analysis.actions import follow_actions
from giaoban.analysis.claims import check_claims
from giaoban.analysis.comparison import compare
from giaoban.analysis.counts import counted_shares, feasible_counts
from giaoban.analysis.cumulative import reached_so_far
from giaoban.analysis.gaps import find_gaps
from giaoban.analysis.latest import latest_figures, latest_with_target, unpublished
from giaoban.analysis.progress import paces
from giaoban.analysis.rules import check_rules
from giaoban.analysis.targets import against_targets, open_targets
from giaoban.analysis.totals import check_totals
from giaoban.analysis.trends import control_charts, projections, run_trends
from giaoban.analysis.units import funnel, rank_units, units_below
from giaoban.asof import Known, changes, known_at
from giaoban.programme import find_programme, read_package


@dataclass(frozen=True)
class Review:
    """What the figures known at a meeting say; every frame is computed once, when asked for."""

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

    @property
    def _described(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        return self.tables["indicators"], self.tables["definitions"]

    @cached_property
    def compared(self) -> pd.DataFrame:
        """Each published figure beside the one before it."""
        return compare(self.tables["figures"], self.tables["indicators"], self.tables["units"])

    @cached_property
    def against_targets(self) -> pd.DataFrame:
        """Each published figure with its target."""
        return against_targets(self.compared, self.tables["targets"], *self._described)

    @cached_property
    def unpublished(self) -> pd.DataFrame:
        """The last row of each indicator none of whose figures was published."""
        return unpublished(self.tables["figures"], self.tables["targets"], *self._described)

    @cached_property
    def paces(self) -> pd.DataFrame:
        """The pace towards targets that lie ahead."""
        return paces(
            self.compared, self.tables["targets"], self.tables["indicators"], self.known.cutoff.year
        )

    @cached_property
    def latest(self) -> pd.DataFrame:
        """The latest figure of each indicator."""
        return latest_figures(
            self.against_targets, self.unpublished, self.paces, self.tables["indicators"]
        )

    @cached_property
    def aimed(self) -> pd.DataFrame:
        """The latest figures that have a target."""
        return latest_with_target(self.against_targets, self.latest, self.tables["indicators"])

    @cached_property
    def reached(self) -> pd.DataFrame:
        """Counts so far in their targets' periods."""
        return reached_so_far(self.compared, self.tables["targets"], *self._described)

    @cached_property
    def open_targets(self) -> pd.DataFrame:
        """The targets that no figure falls under, and that no pace is judged against."""
        judged = self.against_targets, self.latest, self.paces, self.reached
        return open_targets(self.tables["targets"], *judged)

    @cached_property
    def trends(self) -> pd.DataFrame:
        """One row per indicator and comparable run of periods."""
        return run_trends(self.compared)

    @cached_property
    def projections(self) -> pd.DataFrame:
        """Straight lines to the programme's last year."""
        return projections(self.compared, self.tables["indicators"], self.known.last_year)

    @cached_property
    def control(self) -> pd.DataFrame:
        """XmR charts of long series."""
        return control_charts(
            self.tables["figures"], self.tables["indicators"], self.tables["units"]
        )

    @cached_property
    def claims(self) -> pd.DataFrame:
        """The published statements, recomputed and judged."""
        return check_claims(
            self.tables["claims"], self.compared, self.tables["targets"], self.tables["indicators"]
        )

    @cached_property
    def feasible_counts(self) -> pd.DataFrame:
        """Counts that shares printed without any may stand for."""
        return feasible_counts(self.compared, self.tables["indicators"])

    @cached_property
    def counted_shares(self) -> pd.DataFrame:
        """Shares printed with their counts, held against these."""
        return counted_shares(self.compared, self.tables["indicators"])

    @property
    def units_below(self) -> pd.DataFrame:
        """The units that this one is the parent of."""
        return units_below(self.tables["units"], self.known.unit)

    @cached_property
    def compared_below(self) -> pd.DataFrame:
        """Each published figure of the units below beside the one before it."""
        return compare(
            self.tables["figures_below"], self.tables["indicators"], self.tables["units"]
        )

    @cached_property
    def below(self) -> pd.DataFrame:
        """The same with their targets."""
        return against_targets(self.compared_below, self.tables["targets_below"], *self._described)

    @cached_property
    def rules(self) -> pd.DataFrame:
        """Shares of this unit and those below against the rules."""
        return check_rules(
            self.compared, self.compared_below, self.tables["rules"], self.tables["definitions"]
        )

    @cached_property
    def ranking(self) -> pd.DataFrame:
        """The units below in the latest year."""
        return rank_units(self.below, self.tables["indicators"])

    @cached_property
    def funnel(self) -> pd.DataFrame:
        """Which of them differ by more than their size explains."""
        return funnel(self.ranking)

    @cached_property
    def totals(self) -> pd.DataFrame:
        """Whether the units below add up to this one."""
        return check_totals(
            self.compared, self.compared_below, self.tables["indicators"], self.units_below
        )

    @cached_property
    def gaps(self) -> pd.DataFrame:
        """What is missing from the data."""
        figures, targets = self.tables["figures"], self.tables["targets"]
        return find_gaps(
            self.latest, figures, targets, self.ranking, self.units_below, self.known.cutoff
        )

    @cached_property
    def changes(self) -> pd.DataFrame:
        """Figures new, revised or withdrawn since the meeting before; none at the first."""
        return changes(self.known.known_before("figures"), self.tables["figures"])

    @cached_property
    def target_changes(self) -> pd.DataFrame:
        """The same of targets."""
        return changes(self.known.known_before("targets"), self.tables["targets"])

    @cached_property
    def actions(self) -> pd.DataFrame:
        """Actions carried forward and new, with their state."""
        return follow_actions(self.tables["records"], self.known.cutoff, self.known.previous_cutoff)


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
