"""The pace towards a target: what an indicator had a year over what it needs a year."""

from dataclasses import dataclass
from math import isnan, nan

from giaoban.language import difference

ON_TRACK, NEARLY = 0.95, 0.60


@dataclass(frozen=True)
class Pace:
    """How fast an indicator moved, and how fast it has to.

    Attributes
    ----------
    verdict : str
        ``on_track``, ``nearly_on_track``, ``behind``, ``moving_away`` or ``too_few_points``.
    had, needed : float
        Change a year in the indicator's own measure, so far and from now on.
    """

    verdict: str
    had: float = nan
    needed: float = nan


def judge_pace(
    latest: float,
    target: float,
    years: float,
    had: float,
    better: str,
    reached: bool | None,
    *,
    anew: bool = False,
) -> Pace:
    """Judge the change a year so far against the one that the years left ask for.

    The bounds of the ratio are Eurostat's for indicators with a quantified target (*Sustainable
    development in the European Union: monitoring report*, annex on method): from 95%, from 60%,
    from 0, below. They are put to growth rates there, to differences a year here.

    Parameters
    ----------
    latest, target : float
        In the indicator's own measure.
    years : float
        Years left.
    had : float
        The change a year so far; missing where there are too few figures for one.
    better : str
        ``up`` or ``down``: which way the target lies.
    reached : bool or None
        Whether the latest figure has reached the target; None where that is open.
    anew : bool
        Whether each year begins anew: then what one has reached says nothing of a later one, and
        a figure beyond the target is on track while its pace leaves it there.
    """
    needed = round(difference(target, latest) / years, 9)
    if reached and not anew:
        return Pace("on_track", had, needed)
    if isnan(had):
        return Pace("too_few_points", had, needed)
    toward = 1.0 if better == "up" else -1.0
    ahead, asked = toward * had, toward * needed
    if anew and reached and ahead >= asked:
        return Pace("on_track", had, needed)
    if ahead < 0:
        return Pace("moving_away", had, needed)
    if asked <= 0:  # There already, where the target says *over* or *under*.
        return Pace("on_track" if ahead > 0 else "behind", had, needed)
    return Pace(_graded(ahead / asked), had, needed)


def judge_sum(so_far: float, target: float, gone: float, left: float, better: str) -> Pace:
    """Judge what was added up a year so far against what is left a year.

    Parameters
    ----------
    so_far, target : float
        The sum, and what it is to be at the end (``better`` is up) or may be at most (down).
    gone, left : float
        Years that the sum covers, and years left.
    better : str
        ``up`` or ``down``.
    """
    had, needed = so_far / gone, round(difference(target, so_far) / left, 9)
    if better == "down":
        return Pace("on_track" if had == 0 else _graded(needed / had), had, needed)
    if needed <= 0:  # There already, where the target says *over*.
        return Pace("on_track" if had > 0 else "behind", had, needed)
    return Pace(_graded(had / needed), had, needed)


def _graded(ratio: float) -> str:
    ratio = round(ratio, 6)  # Had and needed are rounded themselves.
    if ratio >= ON_TRACK:
        return "on_track"
    return "nearly_on_track" if ratio >= NEARLY else "behind"
