"""Where a straight line leads by the programme's last year, and how far off it may be."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from giaoban.compare import last_runs
from giaoban.published import column
from giaoban.trends import CONFIDENCE

POINTS_FOR_PROJECTION = 3
POSSIBLE: dict[str, tuple[float | None, float | None]] = {
    "percent": (0, 100),
    "count": (0, None),
    "rating": (None, None),
}

PROJECTION_COLUMNS = [
    "indicator",
    "first_period",
    "last_period",
    "points",
    "year",
    "projected",
    "low",
    "high",
]


@dataclass(frozen=True)
class Line:
    """A straight line fitted by least squares.

    Attributes
    ----------
    intercept, slope : float
        The line.
    residual_sd : float
        √(sum of squared residuals / (n − 2)).
    mean, spread : float
        Mean of the times, and the sum of their squared distances from it.
    points : int
        How many points it rests on.
    """

    intercept: float
    slope: float
    residual_sd: float
    mean: float
    spread: float
    points: int

    def predict(self, time: float) -> tuple[float, float, float]:
        """Give the line's value at a time and the 95% interval for one new observation there.

        ŷ ± t·s·√(1 + 1/n + (x − x̄)²/Σ(xᵢ − x̄)²), with Student's t on n − 2 degrees of freedom
        (Draper and Smith, *Applied Regression Analysis*, section 1.4).
        """
        from scipy.stats import t

        value = self.intercept + self.slope * time
        away = 1 + 1 / self.points + (time - self.mean) ** 2 / self.spread
        reach = float(t.ppf((1 + CONFIDENCE) / 2, self.points - 2))
        half = reach * self.residual_sd * float(np.sqrt(away))
        return value, value - half, value + half


def least_squares(times: np.ndarray, values: np.ndarray) -> Line:
    """Fit a straight line to three points or more by least squares."""
    mean = float(times.mean())
    apart = times - mean
    spread = float(apart @ apart)
    slope = float(apart @ values) / spread
    level = float(values.mean())
    residuals = values - level - slope * apart
    freedom = len(times) - 2
    sd = float(np.sqrt(residuals @ residuals / freedom))
    return Line(level - slope * mean, slope, sd, mean, spread, len(times))


def project(compared: pd.DataFrame, indicators: pd.DataFrame, last_year: int) -> pd.DataFrame:
    """Carry the latest run of whole years on to the programme's last year.

    Parameters
    ----------
    compared : DataFrame
        Figures of one unit, from `giaoban.compare.compare`.
    indicators : DataFrame
        Their ``unit_measure``.
    last_year : int
        The programme's last year.

    Returns
    -------
    DataFrame
        For each indicator whose latest figure lies before that year and whose last run has 3
        exact figures: ``indicator``, ``first_period``, ``last_period``, ``points``, ``year``;
        ``projected``, ``low`` and ``high`` in the indicator's own measure, cut off at what is
        possible (0 to 100 for shares, 0 for counts). Where the figures lie on a line to the
        last decimal, or the whole interval beyond what is possible, there is no interval.
    """
    rows = []
    for indicator, run in last_runs(compared):
        enough = len(run) >= POINTS_FOR_PROJECTION and run["qualifier"].eq("=").all()
        if enough and run["end"].iloc[-1].year < last_year:
            measure = column(indicators, "unit_measure")[indicator]
            rows.append(_projection(run, last_year, POSSIBLE[measure]))
    return pd.DataFrame(rows, columns=PROJECTION_COLUMNS)


def _projection(
    run: pd.DataFrame, year: int, possible: tuple[float | None, float | None]
) -> dict[str, object]:
    years = run["end"].dt.year.to_numpy(float)
    line = least_squares(years, run["value"].to_numpy(float))
    value, low, high = np.clip(line.predict(year), *possible).round(9).tolist()
    if low == high:
        low = high = np.nan
    return {
        "indicator": run["indicator"].iloc[0],
        "first_period": run["period"].iloc[0],
        "last_period": run["period"].iloc[-1],
        "points": len(run),
        "year": year,
        "projected": value,
        "low": low,
        "high": high,
    }
