"""The whole analysis for one meeting and one unit: each frame one call of a function, once."""

import pandas as pd

from giaoban.analysis.ahead import judge_estimates, year_estimates
from giaoban.analysis.asks import ask_units, find_asks
from giaoban.analysis.claims import check_claims
from giaoban.analysis.comparison import compare, gains, runs
from giaoban.analysis.counts import counted_shares, feasible_counts, likely_wholes
from giaoban.analysis.definitions import across_breaks
from giaoban.analysis.handed import computed
from giaoban.analysis.history import verdict_history
from giaoban.analysis.latest import find_gaps, latest_figures, unpublished
from giaoban.analysis.office import office_table
from giaoban.analysis.rules import check_rules
from giaoban.analysis.series import expected, is_supposed, per_year
from giaoban.analysis.targets import judge_targets, needs, outlook, paces, with_targets
from giaoban.analysis.trends import control_charts, projections, run_trends
from giaoban.analysis.units import (
    Merged,
    check_totals,
    contributions,
    funnel,
    peers,
    rank_units,
)
from giaoban.asof import changes, follow_actions


class Review(Merged):
    """What the figures known at a meeting say; every frame is computed once, when asked for."""

    @property
    def _described(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        return self.tables["indicators"], self.tables["definitions"]

    @computed
    def compared(self) -> pd.DataFrame:
        """Each published figure beside the one before it."""
        return compare(self.tables["figures"], self.tables["indicators"], self.tables["units"])

    @computed
    def verdicts(self) -> pd.DataFrame:
        """Each target with what the figures say of it, those supposed among them."""
        figures = pd.concat([self.compared, self.expected[is_supposed(self.expected)]])
        return judge_targets(figures, self.tables["targets"], *self._described, self.known.cutoff)

    @computed
    def against_targets(self) -> pd.DataFrame:
        """Each published figure with its target."""
        return with_targets(self.compared, self.verdicts)

    @computed
    def unpublished(self) -> pd.DataFrame:
        """The last row of each indicator none of whose figures was published."""
        return unpublished(self.tables["figures"], self.verdicts)

    @computed
    def paces(self) -> pd.DataFrame:
        """The pace towards each target that is not due yet."""
        targets, indicators = self.tables["targets"], self.tables["indicators"]
        return paces(self.compared, self.verdicts, targets, indicators)

    @computed
    def needs(self) -> pd.DataFrame:
        """How many more each target that is not due yet asks for."""
        targets, indicators = self.tables["targets"], self.tables["indicators"]
        return needs(self.compared, self.verdicts, self.paces, targets, indicators)

    @computed
    def outlook(self) -> pd.DataFrame:
        """Whether what is to be reached in the last year can be judged."""
        return outlook(self.verdicts, self.paces, self.known.last_year)

    @computed
    def latest(self) -> pd.DataFrame:
        """The latest figure of each indicator."""
        frames = self.against_targets, self.unpublished, self.paces
        return latest_figures(*frames, self._described[0])

    @computed
    def history(self) -> pd.DataFrame:
        """What was said of each indicator at each meeting so far."""
        return verdict_history(self.latest, self.tables, self.known.meetings)

    @computed
    def office(self) -> pd.DataFrame:
        """Each indicator with its plan, its last year and its sum so far."""
        period, form = self.known.package.programme["period"], self.tables["indicators_form"]
        frames = self.latest, self.compared, self.verdicts, self.expected
        return office_table(*frames, form, period)

    @computed
    def gains(self) -> pd.Series:
        """Whether each figure is better or worse than the one before it, be it a recast one."""
        found, merged = (gains(t, self._described[0]) for t in (self.compared, self.since_merger))
        return found.where(~found.index.isin(merged.index), merged.reindex(found.index))

    @computed
    def expected(self) -> pd.DataFrame:
        """Forecasts and suppositions, which are no evidence."""
        return expected(self.tables["figures"], self.tables["indicators"])

    @computed
    def estimates(self) -> pd.DataFrame:
        """What the whole of a running year may come to; no evidence either."""
        frames = self.compared, self.expected, self._described[0]
        return year_estimates(*frames, self.known.cutoff)

    @computed
    def foreseen(self) -> pd.DataFrame:
        """The targets not due yet as they would be if the source's estimates came true."""
        frames = self.compared, self.expected, self.verdicts, self.tables["targets"]
        return judge_estimates(*frames, *self._described, self.known.cutoff)

    @computed
    def runs(self) -> pd.DataFrame:
        """Each published figure with the number of its unbroken run."""
        return runs(self.compared)

    @computed
    def trends(self) -> pd.DataFrame:
        """One row per indicator and comparable run of periods."""
        return run_trends(self.compared)

    @computed
    def projections(self) -> pd.DataFrame:
        """Straight lines to the programme's last year."""
        return projections(self.compared, self.tables["indicators"], self.known.last_year)

    @computed
    def control(self) -> pd.DataFrame:
        """XmR charts of long series."""
        return control_charts(*(self.tables[n] for n in ("figures", "indicators", "units")))

    @computed
    def means(self) -> pd.DataFrame:
        """Totals over several years with their mean a year."""
        return per_year(self.compared, self.tables["indicators"])

    @computed
    def claims(self) -> pd.DataFrame:
        """The published statements, recomputed and judged."""
        targets, indicators = self.tables["targets"], self.tables["indicators"]
        frames = self.compared, targets, indicators, self.verdicts, self.foreseen
        return check_claims(self.tables["claims"], *frames)

    @computed
    def feasible_counts(self) -> pd.DataFrame:
        """Counts that shares printed without any may stand for."""
        return feasible_counts(self.compared, self.tables["indicators"])

    @computed
    def likely_wholes(self) -> pd.DataFrame:
        """Wholes that stay nearly the same from one period to the next."""
        return likely_wholes(self.compared, self.tables["indicators"])

    @computed
    def breaks(self) -> pd.DataFrame:
        """What follows of changes that may not be compared."""
        return across_breaks(self.compared, self.tables["indicators"], self.tables["definitions"])

    @computed
    def counted_shares(self) -> pd.DataFrame:
        """Shares printed with their counts, held against these."""
        return counted_shares(self.compared, self.tables["indicators"])

    @computed
    def compared_below(self) -> pd.DataFrame:
        """Each published figure of the units below beside the one before it."""
        return compare(*(self.tables[n] for n in ("figures_below", "indicators", "units")))

    @computed
    def below(self) -> pd.DataFrame:
        """The same with their targets."""
        targets, cutoff = self.tables["targets_below"], self.known.cutoff
        verdicts = judge_targets(self.compared_below, targets, *self._described, cutoff)
        return with_targets(self.compared_below, verdicts)

    @computed
    def rules(self) -> pd.DataFrame:
        """Shares of this unit and those below against the rules."""
        frames = self.compared, self.compared_below, self.tables["rules"]
        return check_rules(*frames, self._described[1])

    @computed
    def ranking(self) -> pd.DataFrame:
        """The units below in the latest year."""
        return rank_units(self.below, self.tables["indicators"], self.tables["units"])

    @computed
    def funnel(self) -> pd.DataFrame:
        """Which of them differ by more than their size explains."""
        return funnel(self.ranking)

    @computed
    def totals(self) -> pd.DataFrame:
        """Whether the units below add up to this one."""
        frames = self.compared, self.compared_below
        return check_totals(*frames, self._described[0], self._all_below)

    @computed
    def contributions(self) -> pd.DataFrame:
        """What each unit below brought to the latest change, and has in a gap."""
        frames = self.compared, self.below, self.verdicts
        return contributions(*frames, self.tables["indicators"], self._all_below)

    @computed
    def peers(self) -> pd.DataFrame:
        """How the unit stands among those of its level."""
        beside = compare(*(self.tables[n] for n in ("figures_beside", "indicators", "units")))
        return peers(self.compared, beside, self.tables["indicators"])

    @computed
    def gaps(self) -> pd.DataFrame:
        """What is missing from the data."""
        figures, targets = self.tables["figures"], self.tables["targets"]
        ranked = rank_units(self.below, self.tables["indicators"], self.tables["units"])
        return find_gaps(self.latest, figures, targets, ranked, self.units_below, self.known.cutoff)

    @computed
    def asks(self) -> pd.DataFrame:
        """What to ask for before the next meeting, and from whom."""
        unit, about = self.known.unit, self.tables["indicators"]
        ranked = rank_units(self.below, about, self.tables["units"])
        units = ask_units(ranked, self.totals, self.rules, self.units_below, unit)
        frames = self.latest, self.verdicts, self.gaps, self.actions, units
        return find_asks(*frames, about, unit, self.known.cutoff)

    @computed
    def changes(self) -> pd.DataFrame:
        """Figures new, revised or withdrawn since the meeting before; none at the first."""
        return changes(self.known.known_before("figures"), self.tables["figures"])

    @computed
    def target_changes(self) -> pd.DataFrame:
        """The same of targets."""
        return changes(self.known.known_before("targets"), self.tables["targets"])

    @computed
    def actions(self) -> pd.DataFrame:
        """What was decided, actions and earlier conclusions, with its state."""
        known, records = self.known, self.tables["records"]
        day = known.meeting["meeting_date"]
        return follow_actions(records, known.cutoff, known.previous_cutoff, day)
