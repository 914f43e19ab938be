"""The whole analysis for one meeting and one unit: each frame one call of a function, once."""

import pandas as pd

from giaoban.analysis.ahead import ESTIMATE_COLUMNS, judge_estimates, year_estimates
from giaoban.analysis.asks import ASK_COLUMNS, ask_units, find_asks
from giaoban.analysis.claims import CLAIM_COLUMNS, check_claims
from giaoban.analysis.comparison import COMPARED_COLUMNS, RUN_COLUMNS, compare, gains, runs
from giaoban.analysis.counts import (
    COUNTED_COLUMNS,
    FEASIBLE_COLUMNS,
    WHOLE_COLUMNS,
    counted_shares,
    feasible_counts,
    likely_wholes,
)
from giaoban.analysis.definitions import BREAK_COLUMNS, across_breaks
from giaoban.analysis.handed import computed
from giaoban.analysis.history import HISTORY_COLUMNS, verdict_history
from giaoban.analysis.latest import (
    GAP_COLUMNS,
    LATEST_COLUMNS,
    UNPUBLISHED_COLUMNS,
    find_gaps,
    latest_figures,
    unpublished,
)
from giaoban.analysis.office import OFFICE_COLUMNS, office_table
from giaoban.analysis.rules import RULE_COLUMNS, check_rules
from giaoban.analysis.series import (
    EXPECTED_COLUMNS,
    MEAN_COLUMNS,
    expected,
    is_supposed,
    per_year,
)
from giaoban.analysis.targets import (
    JUDGED_COLUMNS,
    NEED_COLUMNS,
    OUTLOOK_COLUMNS,
    PACE_COLUMNS,
    VERDICT_COLUMNS,
    judge_targets,
    needs,
    outlook,
    paces,
    with_targets,
)
from giaoban.analysis.trends import (
    CONTROL_COLUMNS,
    PROJECTION_COLUMNS,
    TREND_COLUMNS,
    control_charts,
    projections,
    run_trends,
)
from giaoban.analysis.units import (
    CONTRIBUTION_COLUMNS,
    PEER_COLUMNS,
    TOTAL_COLUMNS,
    Below,
    check_totals,
    contributions,
    peers,
    rank_units,
)


class Review(Below):
    """What the figures known at a meeting say; every frame is computed once, when asked for."""

    @computed(COMPARED_COLUMNS)
    def compared(self) -> pd.DataFrame:
        """Each published figure beside the one before it."""
        return compare(self.tables["figures"], self.tables["indicators"], self.tables["units"])

    @computed(VERDICT_COLUMNS)
    def verdicts(self) -> pd.DataFrame:
        """Each target with what the figures say of it, those supposed among them."""
        figures = pd.concat([self.compared, self.expected[is_supposed(self.expected)]])
        day, ahead = self.known.cutoff, self.expected
        return judge_targets(figures, self.tables["targets"], *self._described, day, ahead)

    @computed(JUDGED_COLUMNS)
    def against_targets(self) -> pd.DataFrame:
        """Each published figure with its target."""
        return with_targets(self.compared, self.verdicts)

    @computed(UNPUBLISHED_COLUMNS)
    def unpublished(self) -> pd.DataFrame:
        """The last row of each indicator none of whose figures was published."""
        return unpublished(self.tables["figures"], self.verdicts)

    @computed(PACE_COLUMNS)
    def paces(self) -> pd.DataFrame:
        """The pace towards each target that is not due yet."""
        targets, indicators = self.tables["targets"], self.tables["indicators"]
        return paces(self.compared, self.verdicts, targets, indicators)

    @computed(NEED_COLUMNS)
    def needs(self) -> pd.DataFrame:
        """How many more each target that is not due yet asks for."""
        targets, indicators = self.tables["targets"], self.tables["indicators"]
        return needs(self.compared, self.verdicts, self.paces, targets, indicators)

    @computed(OUTLOOK_COLUMNS)
    def outlook(self) -> pd.DataFrame:
        """Whether what is to be reached in the last year can be judged."""
        return outlook(self.verdicts, self.paces, self.known.last_year)

    @computed(LATEST_COLUMNS)
    def latest(self) -> pd.DataFrame:
        """The latest figure of each indicator."""
        frames = self.against_targets, self.unpublished, self.paces
        return latest_figures(*frames, self._described[0])

    @computed(HISTORY_COLUMNS)
    def history(self) -> pd.DataFrame:
        """What was said of each indicator at each meeting so far."""
        return verdict_history(self.latest, self.tables, self.known.meetings)

    @computed(OFFICE_COLUMNS)
    def office(self) -> pd.DataFrame:
        """Each indicator with its plan, its last year and its sum so far."""
        period, form = self.known.package.programme["period"], self.tables["indicators_form"]
        frames = self.latest, self.compared, self.verdicts, self.expected
        return office_table(*frames, form, period, self.tables["units"])

    @computed()
    def gains(self) -> pd.Series:
        """Whether each figure is better or worse than the one before it, be it a recast one."""
        found, merged = (gains(t, self._described[0]) for t in (self.compared, self.since_merger))
        return found.where(~found.index.isin(merged.index), merged.reindex(found.index))

    @computed(EXPECTED_COLUMNS)
    def expected(self) -> pd.DataFrame:
        """Forecasts and suppositions, which are no evidence."""
        return expected(self.tables["figures"], self.tables["indicators"])

    @computed(ESTIMATE_COLUMNS)
    def estimates(self) -> pd.DataFrame:
        """What the whole of a running year may come to; no evidence either."""
        frames = self.compared, self.expected, self._described[0]
        return year_estimates(*frames, self.known.cutoff)

    @computed(VERDICT_COLUMNS)
    def foreseen(self) -> pd.DataFrame:
        """The targets not due yet as they would be if the source's estimates came true."""
        frames = self.compared, self.expected, self.verdicts, self.tables["targets"]
        return judge_estimates(*frames, *self._described, self.known.cutoff)

    @computed(RUN_COLUMNS)
    def runs(self) -> pd.DataFrame:
        """Each published figure with the number of its unbroken run."""
        return runs(self.compared)

    @computed(TREND_COLUMNS)
    def trends(self) -> pd.DataFrame:
        """One row per indicator and comparable run of periods."""
        return run_trends(self.compared)

    @computed(PROJECTION_COLUMNS)
    def projections(self) -> pd.DataFrame:
        """Straight lines to the programme's last year."""
        return projections(self.compared, self.tables["indicators"], self.known.last_year)

    @computed(CONTROL_COLUMNS)
    def control(self) -> pd.DataFrame:
        """XmR charts of long series."""
        return control_charts(*(self.tables[n] for n in ("figures", "indicators", "units")))

    @computed(MEAN_COLUMNS)
    def means(self) -> pd.DataFrame:
        """Totals over several years with their mean a year."""
        return per_year(self.compared, self.tables["indicators"])

    @computed(CLAIM_COLUMNS)
    def claims(self) -> pd.DataFrame:
        """The published statements, recomputed and judged."""
        targets, indicators = self.tables["targets"], self.tables["indicators"]
        frames = self.compared, targets, indicators, self.verdicts, self.foreseen
        return check_claims(self.tables["claims"], *frames)

    @computed(FEASIBLE_COLUMNS)
    def feasible_counts(self) -> pd.DataFrame:
        """Counts that shares printed without any may stand for."""
        return feasible_counts(self.compared, self.tables["indicators"])

    @computed(WHOLE_COLUMNS)
    def likely_wholes(self) -> pd.DataFrame:
        """Wholes that stay nearly the same from one period to the next."""
        return likely_wholes(self.compared, self.tables["indicators"])

    @computed(BREAK_COLUMNS)
    def breaks(self) -> pd.DataFrame:
        """What follows of changes that may not be compared."""
        return across_breaks(self.compared, self.tables["indicators"], self.tables["definitions"])

    @computed(COUNTED_COLUMNS)
    def counted_shares(self) -> pd.DataFrame:
        """Shares printed with their counts, held against these."""
        return counted_shares(self.compared, self.tables["indicators"])

    @computed(RULE_COLUMNS)
    def rules_kept(self) -> pd.DataFrame:
        """Shares of this unit and those below against the rules."""
        frames = self.compared, self.compared_below, self.tables["rules"]
        return check_rules(*frames, self._described[1])

    @computed(TOTAL_COLUMNS)
    def totals(self) -> pd.DataFrame:
        """Whether the units below add up to this one."""
        frames = self.compared, self.compared_below
        return check_totals(*frames, self._described[0], self._all_below)

    @computed(CONTRIBUTION_COLUMNS)
    def contributions(self) -> pd.DataFrame:
        """What each unit below brought to the latest change, and has in a gap."""
        frames = self.compared, self.below, self.verdicts
        return contributions(*frames, self.tables["indicators"], self._all_below)

    @computed(PEER_COLUMNS)
    def peers(self) -> pd.DataFrame:
        """How the unit stands among those of its level."""
        beside = compare(*(self.tables[n] for n in ("figures_beside", "indicators", "units")))
        return peers(self.compared, beside, self.tables["indicators"])

    @computed(GAP_COLUMNS)
    def gaps(self) -> pd.DataFrame:
        """What is missing from the data."""
        figures, targets = self.tables["figures"], self.tables["targets"]
        ranked = rank_units(self.below, self.tables["indicators"], self.tables["units"])
        return find_gaps(self.latest, figures, targets, ranked, self.units_below, self.known.cutoff)

    @computed(ASK_COLUMNS)
    def asks(self) -> pd.DataFrame:
        """What to ask for before the next meeting, and from whom."""
        unit, about = self.known.unit, self.tables["indicators"]
        ranked = rank_units(self.below, about, self.tables["units"])
        units = ask_units(ranked, self.totals, self.rules_kept, self.units_below, unit)
        frames = self.latest, self.verdicts, self.gaps, self.actions, units
        return find_asks(*frames, about, unit, self.known.cutoff, self.claims)
