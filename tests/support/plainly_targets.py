"""A second, plain implementation of docs/judging.md, independent of the package: targets.

Their status, and the progress towards them; loops over rows and exact fractions, as `plainly` has
them.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import combinations
from statistics import median
from typing import NamedTuple

from plainly import (
    INFINITE,
    Months,
    Number,
    Reach,
    Row,
    about,
    all_from,
    bottom_of,
    breaks,
    comparable,
    counts,
    days,
    exactly,
    is_over,
    length,
    measure_of,
    months_of,
    none_from,
    range_of,
    same_months,
    series,
    top_of,
    turned,
    within,
)

VERDICT = {"beyond": "exceeded", "yes": "met", "no": "not_met", "open": "undetermined"}
WORST_FIRST = ("not_met", "undetermined", "not_yet", "met", "exceeded")
# Verdict, change a year so far, change a year that is needed.
Progress = tuple[str, Fraction | None, Number | None]
NOTHING: Progress = ("too_few_points", None, None)


class Case(NamedTuple):
    """A target, the rows of its series, and what else it is judged by."""

    rows: list[Row]
    target: Row
    indicator: Row
    definitions: list[Row]
    cutoff: date

    @property
    def months(self) -> Months:
        """The time of the target."""
        return months_of(self.target)

    @property
    def measure(self) -> str:
        """What is measured, as `measure_of` names it."""
        return measure_of(self.indicator)

    @property
    def adds(self) -> bool:
        """Whether it adds up over time."""
        return self.measure in ("count", "amount")

    @property
    def way(self) -> str:
        """As the qualifier says, else as the indicator is better."""
        said = {">": "up", ">=": "up", "<": "down", "<=": "down"}
        return said.get(self.target["qualifier"], str(self.indicator["better"]))


# ---------------------------------------------------------------- what was meant


def contained(definition: str, definitions: list[Row]) -> set[str]:
    """Give all that a definition includes, step by step."""
    seen: set[str] = set()
    ahead = {definition}
    while ahead:
        seen |= ahead
        ahead = {d["includes"] for d in definitions if d["definition"] in ahead} - {None} - seen
    return seen - {definition}


def relation(definition: str | None, case: Case) -> str:
    """Say whether a figure counts the same as the target was set for, more, less or else."""
    meant = case.target["definition"]
    if meant is None or definition == meant:
        return "same"
    if definition is None:
        return "else"
    if meant in contained(definition, case.definitions):
        return "more"
    return "less" if definition in contained(meant, case.definitions) else "else"


def as_meant(reach: Reach, definition: str | None, case: Case) -> Reach:
    """What counts more has no lower end, what counts less no upper end, else neither."""
    how, top = relation(definition, case), top_of(case.measure)
    if how in ("more", "else"):
        reach = reach._replace(low=min(bottom_of(case.measure), reach.low), low_open=False)
    if how in ("less", "else"):
        reach = reach._replace(high=top, high_open=top == INFINITE)
    return reach


# ---------------------------------------------------------------- reached


def ends_of(case: Case) -> tuple[Number, Number]:
    """Give the lowest and the highest number that the target may stand for."""
    value, top = case.target["value"], top_of(case.measure)
    if value is None:
        return bottom_of(case.measure), top
    if case.target["value_to"] is not None:
        return exactly(value), exactly(case.target["value_to"])
    if case.target["qualifier"] == "~":
        low, high = about(value, None)
        return low, min(high, top)
    return exactly(value), exactly(value)


def asked(case: Case) -> tuple[Number, Number]:
    """Give the hardest end and the easiest; of a range that is said both are one."""
    low, high = ends_of(case)
    if case.target["value_to"] is not None:
        return (low, low) if case.way == "up" else (high, high)
    return (high, low) if case.way == "up" else (low, high)


def verdict_on(reach: Reach, case: Case) -> str:
    """Say yes, no, open, or beyond: better than the target, wherever it lies in both ranges."""
    found = reached(reach, case)
    if found != "yes" or case.way == "none" or case.target["qualifier"] in (">", "<"):
        return found
    low, high = ends_of(case)
    if case.way == "down":
        reach, high = turned(reach), -low
    return "beyond" if all_from(reach, high, True) else found


def reached(reach: Reach, case: Case) -> str:
    """Say yes, no or open."""
    if case.way == "none":
        return reached_within(reach, case)
    hardest, easiest = asked(case)
    strict = case.target["qualifier"] in (">", "<")
    if case.way == "down":
        reach, hardest, easiest = turned(reach), -hardest, -easiest
    if all_from(reach, hardest, strict):
        return "yes"
    return "no" if none_from(reach, easiest, strict) else "open"


def reached_within(reach: Reach, case: Case) -> str:
    """Where no way is better, only a target from one number to another can be reached."""
    if case.target["value_to"] is None:
        return "open"
    low, high = ends_of(case)
    if reach.low >= low and reach.high <= high:
        return "yes"
    outside = none_from(reach, low, False) or none_from(turned(reach), -high, False)
    return "no" if outside else "open"


def waiting(months: Months, case: Case) -> str:
    """Not yet while the period is not over, then undetermined."""
    return "undetermined" if is_over(months, case.cutoff) else "not_yet"


# ---------------------------------------------------------------- one figure, or a sum


def status_of_figure(months: Months, case: Case) -> str:
    """Judge by the figure of just a period, else by that of its last twelve months."""
    last_year = (months[1] - 11, months[1])
    wanted = [months, last_year] if within(last_year, months) else [months]
    known = {months_of(f): f for f in case.rows if counts(f)}
    figure = next((known[these] for these in wanted if these in known), None)
    if figure is None:
        return waiting(months, case)
    reach = as_meant(range_of(figure, case.measure), figure["definition"], case)
    return VERDICT[verdict_on(reach, case)]


def selections(figures: list[Row]) -> Iterator[list[Row]]:
    """Give all sets of figures that do not overlap, each in order of time."""
    if not figures:
        yield []
        return
    head, rest = figures[0], figures[1:]
    yield from selections(rest)
    after = [f for f in rest if months_of(f)[0] > months_of(head)[1]]
    yield from ([head, *chosen] for chosen in selections(after))


def covered(chosen: list[Row]) -> int:
    """Count the days of figures that do not overlap."""
    return sum(days(months_of(f)) for f in chosen)


def addends(months: Months, case: Case) -> list[Row]:
    """Those that cover the most days, then the fewest, then as they begin, then as they end."""
    inside = [f for f in case.rows if counts(f) and within(months_of(f), months)]

    def rank(chosen: list[Row]) -> tuple[int, int, list[int], list[int]]:
        spans = [months_of(f) for f in chosen]
        return -covered(chosen), len(spans), [s[0] for s in spans], [s[1] for s in spans]

    return min(selections(sorted(inside, key=months_of)), key=rank)


def sum_of(months: Months, case: Case) -> tuple[Reach | None, list[Row]]:
    """Give the range of the sum, as the target meant it, and its figures; None: not known."""
    chosen = addends(months, case)
    definitions = {f["definition"] for f in chosen}
    if len(definitions) != 1 or any(breaks(f) for f in chosen[1:]):
        return None, chosen
    parts = [range_of(f, case.measure) for f in chosen]
    total = Reach(
        sum(part.low for part in parts),
        sum(part.high for part in parts),
        any(part.low_open for part in parts),
        any(part.high_open for part in parts),
    )
    if covered(chosen) < days(months):
        total = total._replace(high=INFINITE, high_open=True)
    return as_meant(total, definitions.pop(), case), chosen


def status_of_sum(months: Months, case: Case) -> str:
    """Judge by the sum; left open over a cover that is not whole, it waits."""
    total, chosen = sum_of(months, case)
    verdict = "open" if total is None else verdict_on(total, case)
    whole = total is not None and covered(chosen) == days(months)
    return waiting(months, case) if verdict == "open" and not whole else VERDICT[verdict]


# ---------------------------------------------------------------- status of a target


def stretches(months: Months) -> list[Months]:
    """Part a period into twelve months each, where it is whole years."""
    if length(months) % 12:
        return [months]
    return [(month, month + 11) for month in range(months[0], months[1], 12)]


def kind_of(case: Case) -> str:
    """Where no kind is said: of a count the sum, of one stretch its figure, else both.

    Of a count twelve months or fewer are asked for their sum, whatever is said.
    """
    if case.adds and (length(case.months) <= 12 or not case.target["kind"]):
        return "total"
    if case.target["kind"]:
        return str(case.target["kind"])
    return "by" if len(stretches(case.months)) == 1 else "both"


def status_each(case: Case) -> str:
    """Give the worst verdict of the stretches; of a count each is a sum."""
    one = status_of_sum if case.adds else status_of_figure
    found = [one(stretch, case) for stretch in stretches(case.months)]
    return min(found, key=WORST_FIRST.index)


def judge(case: Case) -> tuple[str, str | None, str | None]:
    """Give the status, and both readings where they stand side by side."""
    kind = kind_of(case)
    if kind == "total":
        return status_of_sum(case.months, case), None, None
    if kind == "each":
        return status_each(case), None, None
    by = status_of_figure(case.months, case)
    if kind == "by":
        return by, None, None
    each = status_each(case)
    if {by, each} == {"met", "exceeded"}:
        return "met", by, each
    return (by if by == each else "undetermined"), by, each


# ---------------------------------------------------------------- progress of yearly figures


def last_run(rows: list[Row]) -> list[Row]:
    """Give the last unbroken run of comparable figures of twelve months."""
    years = [f for f in rows if counts(f) and length(months_of(f)) == 12]
    years = [f for f in years if same_months(f, years[-1])]
    run = years[-1:]
    for earlier in reversed(years[:-1]):
        if not comparable(rows, earlier, run[0]):
            break
        run.insert(0, earlier)
    return run


def exact(figures: list[Row], case: Case) -> list[Fraction] | None:
    """Give the numbers of figures, None where one of them is a range."""
    reaches = [range_of(f, case.measure) for f in figures]
    if any(reach.low != reach.high for reach in reaches):
        return None
    return [Fraction(reach.low) for reach in reaches]


def slope(run: list[Row], case: Case) -> Fraction | None:
    """Theil–Sen, the median of the slopes between all pairs: of 3 figures at least, all exact."""
    values = exact(run, case)
    if values is None or len(run) < 3:
        return None
    points = list(zip([months_of(f)[1] // 12 for f in run], values, strict=True))
    return median((b[1] - a[1]) / (b[0] - a[0]) for a, b in combinations(points, 2))


def graded(ratio: Number) -> str:
    """Grade at 0.95, 0.60 and 0."""
    if ratio >= Fraction(95, 100):
        return "on_track"
    if ratio >= Fraction(60, 100):
        return "nearly_on_track"
    return "behind" if ratio >= 0 else "moving_away"


def arrives(had: Fraction, needed: Number, way: str) -> str:
    """Say whether a target that is not reached will be; at 0 it says *over* or *under*."""
    if needed != 0:
        return graded(had / needed)
    forward = had if way == "up" else -had
    if forward == 0:
        return "behind"
    return "on_track" if forward > 0 else "moving_away"


def progress_of_run(case: Case) -> Progress:
    """Judge by the yearly figures, where the last one counts what was meant and ends before."""
    run, months = last_run(case.rows), case.months
    if not run or length(months) < 12 or months_of(run[-1])[1] >= months[1]:
        return NOTHING
    if relation(run[-1]["definition"], case) != "same":
        return NOTHING
    had, latest, needed = slope(run, case), exact(run[-1:], case), None
    if latest:
        years = Fraction(months[1] - months_of(run[-1])[1], 12)
        needed = (asked(case)[0] - latest[0]) / years
    there = reached(range_of(run[-1], case.measure), case) == "yes"
    # Of what begins anew each year none is reached beforehand.
    if there and not case.adds:
        return "on_track", had, needed
    if there and had is not None and needed is not None:
        forward = had >= needed if case.way == "up" else had <= needed
        return ("on_track" if forward else "moving_away"), had, needed
    if had is None or needed is None:
        return "too_few_points", had, needed
    return arrives(had, needed, case.way), had, needed


# ---------------------------------------------------------------- progress of a sum


def progress_of_sum(case: Case) -> Progress:
    """Set what was had a year beside what is left a year, of an exact sum without a gap."""
    months = case.months
    total, chosen = sum_of(months, case)
    values = exact(chosen, case)
    if total is None or values is None or relation(chosen[0]["definition"], case) != "same":
        return NOTHING
    gone = months_of(chosen[-1])[1] - months[0] + 1
    if gone != sum(length(months_of(f)) for f in chosen) or gone == length(months):
        return NOTHING
    had = sum(values) / Fraction(gone, 12)
    needed = (asked(case)[0] - sum(values)) / Fraction(length(months) - gone, 12)
    if case.way == "up":
        return arrives(had, needed, "up"), had, needed
    # A ceiling: the ratio is turned round, and no sum moves away.
    return ("on_track" if had == 0 else graded(max(needed / had, 0))), had, needed


def progress(case: Case) -> Progress:
    """Judge a total as a sum, unless over just twelve months of which no part is known yet."""
    months = case.months
    begun = any(counts(f) and within(months_of(f), months) for f in case.rows)
    if kind_of(case) == "total" and (length(months) != 12 or begun):
        return progress_of_sum(case)
    return progress_of_run(case)


# ---------------------------------------------------------------- all of it


def targets(
    figures: list[Row],
    targets: list[Row],
    indicators: list[Row],
    definitions: list[Row],
    cutoff: date,
) -> list[Row]:
    """Give the status and the progress of each target, in the order given."""
    known = {row["indicator"]: row for row in indicators}
    found = []
    for target in targets:
        rows = series(figures, target["indicator"], target["unit"])
        case = Case(rows, target, known[target["indicator"]], definitions, cutoff)
        status, by, each = judge(case)
        answer: tuple[str | None, Number | None, Number | None] = (None, None, None)
        aimed = target["value"] is not None and case.way != "none"
        if aimed and (by or status) == "not_yet":
            answer = progress(case)
        verdict, had, needed = answer
        found.append(
            {
                "status": status,
                "status_by": by,
                "status_each": each,
                "progress": verdict,
                "had": None if had is None else float(had),
                "needed": None if needed is None else float(needed),
            }
        )
    return found
