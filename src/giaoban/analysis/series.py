"""The figures that have a value, and what is to be known of each by itself."""

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from giaoban.asof import FIGURE_COLUMNS
from giaoban.language import decimals_shown
from giaoban.statistics import ANYTHING, QUANTITY, SHARE, Limits, Range, stated, wilson
from giaoban.tables import SERIES, adding, adds_up, by_column, by_label, told_ahead

# Stands in `obs_status` of a supposed figure. No file may hold it: it is not of SDMX's list.
SUPPOSED = "supposed"
_ADDED: Final = ["least", "most", "broken_on", "redefined_on"]
PUBLISHED_COLUMNS: Final = [*FIGURE_COLUMNS, *_ADDED]
EXPECTED_COLUMNS: Final = [*FIGURE_COLUMNS, *_ADDED[:2]]


def published(figures: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Keep the figures that count, with the range that each was stated with.

    A figure counts that has a value and is no forecast, no supposition, and no estimate of a
    period that was not over when it was reported. What counts is
    decided here and nowhere else.

    Returns
    -------
    DataFrame
        With ``least`` and ``most`` in the indicator's own measure; ``broken_on`` and
        ``redefined_on``, the end of the last row of its series, itself included, whose status
        was ``B`` or ``D``. A ``qualifier`` that leaves nothing open is ``=``.
    """
    told = figures.sort_values([*SERIES, "end", "start"], kind="stable")
    out = told[told["value"].notna() & ~is_expected(told)]
    marked = {"broken_on": _last_marked(told, "B"), "redefined_on": _last_marked(told, "D")}
    # A frame without rows would take those of what is assigned to it.
    marked = {name: days.reindex(out.index) for name, days in marked.items()}
    return _ranged(out, indicators).assign(**marked)[[*figures.columns, *_ADDED]]


def expected(figures: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Keep the forecasts and suppositions, with the range that each was stated with.

    Returns
    -------
    DataFrame
        With ``least`` and ``most``, and ``qualifier`` as for `published`.
    """
    return _ranged(figures[figures["value"].notna() & is_expected(figures)], indicators)


def _ranged(figures: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    out = figures.assign(**stated_ranges(figures, indicators))
    # "At least 100%" of a share, "at most 0" of anything leave nothing open.
    exact = out["least"] == out["most"]
    out["qualifier"] = out["qualifier"].mask(exact, "=")
    out["value_to"] = out["value_to"].mask(exact)
    return out


def by_year(compared: pd.DataFrame) -> pd.DataFrame:
    """Put the figures of whole years side by side.

    Parameters
    ----------
    compared : DataFrame
        From `giaoban.analysis.compare`; of one unit, or of several.

    Returns
    -------
    DataFrame
        A row for each ``indicator`` (and ``unit``, where there are several), a column for each
        year, the one in which the period ends; the values in the indicator's own measure.
    """
    whole = compared[compared["years"].eq(1).fillna(False)]
    rows = ["indicator"] if whole["unit"].nunique() < 2 else SERIES[::-1]
    years = whole.assign(year=whole["end"].dt.year)
    table = years.pivot_table("value", rows, "year", aggfunc="last")
    return table.sort_index(axis="columns").reset_index().rename_axis(columns=None)


MEAN_COLUMNS: Final = [*PUBLISHED_COLUMNS, "per_year", "per_year_to"]


def per_year(compared: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Divide each total over several years by its years.

    Parameters
    ----------
    compared : DataFrame
        From `giaoban.analysis.compare`.
    indicators : DataFrame
        Their ``unit_measure`` and ``additive``: only what adds up has a mean a year.

    Returns
    -------
    DataFrame
        These figures with ``per_year``, the mean a year in the indicator's own measure; it is
        qualified as the total is, and of a range its lower end, ``per_year_to`` being the upper.
    """
    adds = compared["indicator"].map(adding(indicators)).eq(other=True)
    several = compared[adds & (compared["years"] > 1)]
    years = several["years"].astype("float64")
    mean, most = (several[name] / years for name in ("value", "value_to"))
    return several.assign(per_year=mean, per_year_to=most)[MEAN_COLUMNS]


def is_expected(figures: pd.DataFrame) -> pd.Series:
    """Say which figures are forecasts, suppositions, or estimates of what was not over then."""
    return told_ahead(figures) | is_supposed(figures)


def is_supposed(figures: pd.DataFrame) -> pd.Series:
    """Say which figures are suppositions."""
    return figures["obs_status"].eq(SUPPOSED)


def stated_ranges(figures: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Give ``least`` and ``most``, the ends of the range that each figure was stated with."""
    ends = pd.DataFrame({"least": figures["value"], "most": figures["value"]}, dtype="float64")
    qualified = figures[figures["qualifier"].ne("=")]
    about = by_column(indicators, "indicator") if len(qualified) else {}
    for row, figure in by_label(qualified).items():
        range_ = range_of(figure, limits_of(about[figure["indicator"]]))
        ends.loc[row] = [range_.low, range_.high]
    return ends


def limits_of(about: Mapping[Any, Any]) -> Limits:
    """Say between which numbers all values of an indicator lie.

    Parameters
    ----------
    about : mapping
        Its ``unit_measure``, and ``additive`` where it is said.
    """
    if about["unit_measure"] == "percent":
        return SHARE
    return ANYTHING if about["unit_measure"] == "number" and not adds_up(about) else QUANTITY


def range_of(figure: Mapping[Any, Any] | pd.Series, limits: Limits) -> Range:
    """Give the range that one figure leaves open.

    Parameters
    ----------
    figure : mapping
        With ``value``, ``value_to``, ``qualifier`` and ``as_published``.
    limits : tuple of float
        Of its indicator, from `limits_of`.
    """
    value, printed = float(figure["value"]), figure["as_published"]
    if figure["qualifier"] == "..":
        return Range(value, float(figure["value_to"]))
    decimals = decimals_shown(printed, value) if isinstance(printed, str) else 0
    return stated(value, figure["qualifier"], limits, decimals)


def middle(figures: pd.DataFrame) -> pd.Series:
    """Give where each figure is drawn: one that is a range in its middle."""
    ranged = figures["qualifier"].eq("..")
    return figures["value"].mask(ranged, (figures["value"] + figures["value_to"]) / 2)


def range_between(figure: Mapping[Any, Any] | pd.Series) -> Range:
    """Give the range of a figure whose ends, ``least`` and ``most``, are known already."""
    sign = figure["qualifier"]
    return Range(figure["least"], figure["most"], sign == ">", sign == "<")


def went(compared: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Say which figures rose and which fell for certain, over the whole range that is left open.

    Parameters
    ----------
    compared : DataFrame
        From `giaoban.analysis.compare`.
    """
    least, most = compared["change_least"], compared["change_most"]
    # Where an end of 0 is itself left out, the change lies beyond it.
    up = compared["qualifier"].eq(">") | compared["previous_qualifier"].eq("<")
    down = compared["qualifier"].eq("<") | compared["previous_qualifier"].eq(">")
    return (least > 0) | (least.eq(0) & up), (most < 0) | (most.eq(0) & down)


def _last_marked(figures: pd.DataFrame, status: str) -> pd.Series:
    series = [figures[name] for name in SERIES]
    marked = figures["end"].where(figures["obs_status"].eq(status))
    if marked.isna().all():
        return marked
    last = marked.groupby(series).ffill()
    return last.groupby([*series, figures["end"]]).transform("max")


def share_interval(figures: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Give Wilson's interval of the exact shares whose counts are known, in percent."""
    exact = is_share(figures, indicators) & figures["qualifier"].eq("=")
    low, high = wilson(*(figures[n].to_numpy(float) for n in ("numerator", "denominator")))
    return pd.DataFrame({"low": low, "high": high}, figures.index).mul(100).where(exact)


def is_share(figures: pd.DataFrame, indicators: pd.DataFrame) -> pd.Series:
    """Say which figures are percentages."""
    return figures["indicator"].map(column(indicators, "unit_measure")).eq("percent")


def column(table: pd.DataFrame, name: str) -> pd.Series:
    """Give a column of a describing table by the id in its first column."""
    return table[name].set_axis(table.iloc[:, 0])
