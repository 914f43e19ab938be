"""The frames of the units below, and of those that others were merged into."""

import pandas as pd

from giaoban.analysis.comparison import COMPARED_COLUMNS, compare
from giaoban.analysis.handed import Handed, computed
from giaoban.analysis.series import EXPECTED_COLUMNS, expected, is_expected
from giaoban.analysis.targets import JUDGED_COLUMNS, judge_targets, with_targets
from giaoban.analysis.units.backcast import RECAST_COLUMNS, backcast, compare_recast
from giaoban.analysis.units.funnel import FUNNEL_COLUMNS, funnel
from giaoban.analysis.units.ranking import RANKING_COLUMNS, rank_units, units_below


class Below(Handed):
    """What is known at a meeting of the units below, and of those that merged or were divided."""

    @property
    def _described(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        return self.tables["indicators"], self.tables["definitions"]

    @computed(RECAST_COLUMNS)
    def recast(self) -> pd.DataFrame:
        """What predecessors published, recast to the borders of this unit and those below."""
        return backcast(*(self.tables[n] for n in ("figures_merged", "unit_changes", "indicators")))

    @computed(COMPARED_COLUMNS)
    def since_merger(self) -> pd.DataFrame:
        """Figures since a merger, of this unit and those below, beside what was recast."""
        figures, *about = (self.tables[n] for n in ("figures_merged", "indicators", "units"))
        return compare_recast(compare(figures, *about), self.recast, *about)

    @computed(COMPARED_COLUMNS)
    def compared_below(self) -> pd.DataFrame:
        """Each published figure of the units below beside the one before it."""
        return compare(*(self.tables[n] for n in ("figures_below", "indicators", "units")))

    @computed(EXPECTED_COLUMNS)
    def expected_below(self) -> pd.DataFrame:
        """Their forecasts and suppositions, which are no evidence."""
        return expected(self.tables["figures_below"], self.tables["indicators"])

    @computed(JUDGED_COLUMNS)
    def below(self) -> pd.DataFrame:
        """The same with their targets."""
        targets, cutoff = self.tables["targets_below"], self.known.cutoff
        figures, ahead = self.compared_below, self.expected_below
        verdicts = judge_targets(figures, targets, *self._described, cutoff, ahead)
        return with_targets(figures, verdicts)

    @computed(RANKING_COLUMNS)
    def ranking(self) -> pd.DataFrame:
        """The units below in the latest year."""
        return rank_units(self.below, self.tables["indicators"], self.tables["units"])

    @computed(FUNNEL_COLUMNS)
    def funnel(self) -> pd.DataFrame:
        """Which of them differ by more than their size explains."""
        return funnel(self.ranking)

    @property
    def units_below(self) -> pd.DataFrame:
        """The units that this one is the parent of, without those left out of what was handed."""
        below, handed = self._all_below, self.given("compared_below")
        if handed is None:
            return below
        told = self.tables["figures_below"]
        told = told[told["value"].notna() & ~is_expected(told)]
        return below[below["unit"].isin(handed["unit"]) | ~below["unit"].isin(told["unit"])]

    @property
    def _all_below(self) -> pd.DataFrame:
        return units_below(self.tables["units"], self.known.unit)
