"""A straight line through points by least squares, and where a new point may lie."""

from dataclasses import dataclass

import numpy as np

from giaoban.language import decimal
from giaoban.statistics.slope import CONFIDENCE


@dataclass(frozen=True)
class LinearFit:
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
        from scipy.special import stdtrit

        value = self.intercept + self.slope * time
        away = 1 + 1 / self.points + (time - self.mean) ** 2 / self.spread
        reach = float(stdtrit(self.points - 2, (1 + CONFIDENCE) / 2))
        half = reach * self.residual_sd * float(np.sqrt(away))
        return value, value - half, value + half


def least_squares(times: np.ndarray, values: np.ndarray) -> LinearFit:
    """Fit a straight line to three points or more by least squares."""
    mean = float(times.mean())
    apart = times - mean
    spread = float(apart @ apart)
    slope = float(apart @ values) / spread
    level = float(values.mean())
    residuals = values - level - slope * apart
    freedom = len(times) - 2
    sd = float(np.sqrt(residuals @ residuals / freedom)) * (not _on_a_line(times, values))
    return LinearFit(level - slope * mean, slope, sd, mean, spread, len(times))


def _on_a_line(times: np.ndarray, values: np.ndarray) -> bool:
    """Say whether points lie on a line to their last decimal, of whatever size they are."""
    xs, ys = ([decimal(n) - decimal(numbers[0]) for n in numbers] for numbers in (times, values))
    return all(x * ys[1] == y * xs[1] for x, y in zip(xs, ys, strict=True))
