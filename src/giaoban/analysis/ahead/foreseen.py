"""What targets without a result would be if the source's own estimates came true."""

import pandas as pd

from giaoban.analysis.series import is_supposed
from giaoban.analysis.targets import judge_targets


def judge_estimates(
    compared: pd.DataFrame,
    expected: pd.DataFrame,
    verdicts: pd.DataFrame,
    targets: pd.DataFrame,
    indicators: pd.DataFrame,
    definitions: pd.DataFrame,
    cutoff: pd.Timestamp,
) -> pd.DataFrame:
    """Judge the targets that have no result yet as if the source's own estimates came true.

    Reviews in December count their targets so; in January many have nothing newer. It is no
    status: nothing else takes it in.

    Parameters
    ----------
    compared : DataFrame
        Figures of one unit, from `giaoban.analysis.compare`.
    expected : DataFrame
        From `giaoban.analysis.expected`; suppositions among them are left out.
    verdicts : DataFrame
        From `giaoban.analysis.judge_targets`.
    targets, indicators, definitions : DataFrame
        What was put to it.
    cutoff : Timestamp
        The last day whose figures count.

    Returns
    -------
    DataFrame
        The columns of ``verdicts``, a row for each target that is *not yet*, or is due without a
        figure, and whose ``status`` an estimate would settle, or leave *undetermined*.
    """
    own = expected[~is_supposed(expected)]
    # Of a year that is over a forecast says nothing more.
    estimated = verdicts["indicator"].isin(own.loc[own["obs_status"].eq("E"), "indicator"])
    without = verdicts["why"].eq("figure_not_published") & estimated
    ahead = verdicts[verdicts["status"].eq("not_yet") | without]
    asked = targets.loc[targets.index.isin(ahead["target_row"])]
    found = judge_targets(pd.concat([compared, own]), asked, indicators, definitions, cutoff)
    rests = [bool({*rows} & {*own.index}) for rows in found["rows"]]
    return found[pd.Series(rests, found.index, dtype=bool) & found["status"].ne("not_yet")]
