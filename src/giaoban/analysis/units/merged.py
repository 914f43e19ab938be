"""The frames of a review about units that others were merged into."""

from functools import cached_property

import pandas as pd

from giaoban.analysis.comparison import compare
from giaoban.analysis.handed import Handed
from giaoban.analysis.units.backcast import backcast, compare_recast


class Merged(Handed):
    """What is known at a meeting of units that merged or were divided."""

    @cached_property
    def recast(self) -> pd.DataFrame:
        """What predecessors published, recast to the borders of this unit and those below."""
        return backcast(*(self.tables[n] for n in ("figures_merged", "unit_changes", "indicators")))

    @cached_property
    def since_merger(self) -> pd.DataFrame:
        """Figures since a merger, of this unit and those below, beside what was recast."""
        figures, *about = (self.tables[n] for n in ("figures_merged", "indicators", "units"))
        return compare_recast(compare(figures, *about), self.recast, *about)
