"""The pace towards a target: the growth so far over the growth that is asked for."""

from dataclasses import dataclass
from math import nan

ON_TRACK_RATIO = 0.95


@dataclass(frozen=True)
class Pace:
    """How fast an indicator moved, and how fast it has to.

    Attributes
    ----------
    verdict : str
        ``on_track``, ``behind``, ``moving_away`` or ``too_few_points``.
    actual, required : float
        Compound annual growth rates; differences a year where ``basis`` is ``difference``.
    ratio : float
        Actual over required; missing where the target was reached at the start.
    basis : str
        ``growth``, ``difference``, or ``reached`` where there is nothing left to grow.
    """

    verdict: str
    actual: float = nan
    required: float = nan
    ratio: float = nan
    basis: str = ""


def judge_pace(
    first: float, last: float, target: float, years: float, target_years: float, better: str
) -> Pace:
    """Judge the pace from a first figure to a last one against the pace that a target asks for.

    The method is Eurostat's for indicators with a quantified target (*Sustainable development
    in the European Union: monitoring report*, annex on method): the compound annual growth rate
    so far, (last/first)^(1/years) − 1, over the one that the target asks for,
    (target/first)^(1/target_years) − 1. Eurostat's significant progress (a ratio of 95% or
    more) is *on track*; its moderate and insufficient progress (less, down to 0) are *behind*;
    below 0 is *moving away*. Where a figure or the target is zero no growth rate exists, and
    differences a year take its place. Where the target was reached at the start no ratio
    exists: still reached is on track, lost is moving away. A share near its ceiling has little
    left to grow, so that a small difference makes a large ratio: read the figures beside it.

    Parameters
    ----------
    first, last, target : float
        In the indicator's own measure.
    years, target_years : float
        Years from the first figure to the last, and to the target.
    better : str
        ``up`` or ``down``: which way the target lies.
    """
    toward = 1.0 if better == "up" else -1.0
    if toward * (first - target) >= 0:
        kept = toward * (last - target) >= 0
        return Pace("on_track" if kept else "moving_away", basis="reached")
    if min(first, last, target) > 0:
        basis = "growth"
        actual = (last / first) ** (1 / years) - 1
        required = (target / first) ** (1 / target_years) - 1
    else:
        basis = "difference"
        actual, required = (last - first) / years, (target - first) / target_years
    ratio = actual / required
    behind = "behind" if ratio >= 0 else "moving_away"
    verdict = "on_track" if ratio >= ON_TRACK_RATIO else behind
    return Pace(verdict, actual, required, ratio, basis)
