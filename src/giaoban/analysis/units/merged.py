"""The units of a review: those below, and the frames of those that others were merged into."""

import pandas as pd

from giaoban.analysis.comparison import compare
from giaoban.analysis.handed import Handed, computed
from giaoban.analysis.series import is_expected
from giaoban.analysis.units.backcast import backcast, compare_recast
from giaoban.analysis.units.ranking import units_below


class Merged(Handed):
    """What is known at a meeting of the units below, and of those that merged or were divided."""

    @computed
    def recast(self) -> pd.DataFrame:
        """What predecessors published, recast to the borders of this unit and those below."""
        return backcast(*(self.tables[n] for n in ("figures_merged", "unit_changes", "indicators")))

    @computed
    def since_merger(self) -> pd.DataFrame:
        """Figures since a merger, of this unit and those below, beside what was recast."""
        figures, *about = (self.tables[n] for n in ("figures_merged", "indicators", "units"))
        return compare_recast(compare(figures, *about), self.recast, *about)

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
