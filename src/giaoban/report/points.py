"""One sentence for each indicator: number, year, target, verdict; what is on record of a miss."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

import pandas as pd

from giaoban.analysis import STATUSES, farthest, worst_target
from giaoban.catalogues import N_
from giaoban.report.page import Report
from giaoban.wording import (
    Codes,
    against,
    as_recomputed,
    as_stated,
    beside_target,
    change,
    codes,
    foreseen,
    had_a_year,
    is_of_running_year,
    judged,
    needed_a_year,
    other_years,
    status_code,
    status_name,
)

# What is told first; of two alike the indicator that is listed first.
WORST_FIRST = (
    "not_met",
    "moving_away",
    "behind",
    "disagrees",
    "worse",
    "not_comparable",
    "undetermined",
    "stated",
    "nearly_on_track",
    "met",
    "exceeded",
    "cannot_check",
    "on_track",
    "no_target",
)


@dataclass(frozen=True)
class Point:
    """A main point: how it ranks, what it says, and the verdict that stands before it.

    Attributes
    ----------
    rank : int
        Of `WORST_FIRST`.
    text, label : str
        The sentence, and the verdict in words.
    names, code : Codes or None, str
        Where the verdict is one that has a mark.
    lacks : tuple of str
        Of `giaoban.analysis.find_gaps` the kind, indicator and period of what it says is missing.
    more : str
        How many others are like it, and not told.
    """

    rank: int
    text: str
    label: str
    names: Codes | None = None
    code: str = ""
    lacks: tuple[str, ...] = ()
    more: str = ""

    @classmethod
    def of(cls, report: Report, rank: int, names: Codes, code: str, text: str) -> Self:
        """Make a point whose verdict has a mark."""
        return cls(rank, text, report.wording.named(names, code), names, code)


def points(report: Report) -> Iterator[Point]:
    """Give the point of each indicator that has a figure: the worst that can be said of it."""
    paces = farthest(report.review.paces)
    for _, row in report.review.latest.iterrows():
        if found := [*_of_indicator(report, row, paces)]:
            worst = min(found, key=lambda point: point.rank)
            yield _answered(report, worst, row) if worst.code == "not_met" else worst


def _answered(report: Report, miss: Point, row: pd.Series) -> Point:
    """Say of a miss who answers for it, where that is said."""
    office = report.wording.title_of("unit", row["responsible"])
    if not office:
        return miss
    text = report.say("{sentence} Responsible: {office}.", sentence=miss.text, office=office)
    return replace(miss, text=text)


def _of_indicator(report: Report, row: pd.Series, paces: pd.DataFrame) -> Iterator[Point]:
    judged, ahead = [*_target(report, row["indicator"])], [*_foreseen(report, row["indicator"])]
    yield from judged + ahead
    # What the source itself expects comes before a line through earlier years.
    yield from [] if ahead else _pace(report, paces[paces["indicator"] == row["indicator"]])
    yield from _statement(report, row["indicator"])
    if pd.notna(row["value"]):
        yield from _change(report, row, bool(judged))


def _target(report: Report, indicator: str) -> Iterator[Point]:
    """Hold the indicator against its targets of the last year with a figure: the worst verdict."""
    row = worst_target(indicator, report.review.verdicts, report.review.compared)
    if row is not None:
        text, rank = _held(report, row), WORST_FIRST.index(row["status"])
        point = Point.of(
            report, rank, codes.STATUS, status_code(report.wording, row, row["status"]), text
        )
        yield replace(point, lacks=_lacks(row))


def _lacks(row: pd.Series) -> tuple[str, ...]:
    """Name what a target's sentence says is missing, as the list of gaps does."""
    figure, target = pd.isna(row["value"]), pd.isna(row["target"])
    kind = "figure" if figure else "target" if target else ""
    return (kind, row["indicator"], row["target_period"]) if kind else ()


def _foreseen(report: Report, indicator: str) -> Iterator[Point]:
    """Hold what the source expects of a year that is not over against its target."""
    ours = report.review.foreseen
    ours = ours[ours["indicator"] == indicator]
    worst = ours.assign(order=ours["status"].map(STATUSES.index)).sort_values("order")
    for _, row in worst.head(1).iterrows():
        # No miss yet: it comes after those that are.
        rank = WORST_FIRST.index("behind" if row["status"] == "not_met" else row["status"])
        yield Point(rank, _held(report, row), foreseen(report.wording, row))


def _held(report: Report, row: pd.Series) -> str:
    """Say a figure and its target, or what of them is not known."""
    words, there = report.wording, pd.notna(row["value"])
    parts = {
        "name": words.title_of("indicator", row["indicator"]),
        "figure": words.figure(row) if there else words.silence(row),
        "period": report.language.period(row["period" if there else "target_period"]),
        "beside": beside_target(words, row) if there else "",
    }
    due = [report.language.period(row["target_period"])]
    parts["target"] = words.target(row, *due * (there and row["period"] != row["target_period"]))
    sentence = N_("{name}: {figure} ({period}), target {target}.")
    if parts["beside"]:
        sentence = N_("{name}: {beside} ({period}).")
    elif pd.isna(row["target"]):
        sentence = N_("{name}: {figure} ({period}); the source does not give the target.")
    elif years := other_years(words, row):
        # The latest figure is not what decides it.
        sentence = N_("{name}: {figure} ({period}), target {target}; {status}: {years}.")
        each = words.named(codes.KIND, "each")
        parts |= {"target": words.target(row, *due, each), "years": years}
        parts |= {"status": status_name(words, row, row["status"])}
    return report.say(sentence, **parts)


def _pace(report: Report, paces: pd.DataFrame) -> Iterator[Point]:
    """Say how the pace stands to the target that lies farthest ahead."""
    words, verdicts = report.wording, report.review.verdicts
    told = paces["verdict"].isin(WORST_FIRST) & paces["target_row"].isin(verdicts["target_row"])
    for _, row in paces[told].iterrows():
        verdict = verdicts[verdicts["target_row"] == row["target_row"]].iloc[0]
        sentence = N_("{name}: {figure} ({period}), target {target}.")
        parts = {
            "name": words.title_of("indicator", row["indicator"]),
            "figure": words.figure(verdict),
            "period": report.language.period(verdict["period"]),
            "target": words.target(verdict, report.language.period(row["target_period"])),
        }
        if verdict[["share_reached", "share_covered"]].notna().all():
            parts |= {n: words.percent(verdict[f"share_{n}"]) for n in ("reached", "covered")}
            sentence = N_(
                "{name}: {figure} ({period}), {reached} of target {target}, {covered} of its time."
            )
        elif row[["had", "needed"]].notna().all() and not (
            row["reached"] or is_of_running_year(row, verdict)
        ):
            sentence = N_(
                "{name}: {figure} ({period}), target {target}: had {had} a year, needs {needed}."
            )
            parts |= {"had": had_a_year(words, row), "needed": needed_a_year(words, row, verdict)}
        rank = WORST_FIRST.index(row["verdict"])
        yield Point.of(report, rank, codes.PROGRESS, row["verdict"], report.say(sentence, **parts))


def _statement(report: Report, indicator: str) -> Iterator[Point]:
    """Hold what was stated against the figures; a total is told with its mean a year."""
    words, claims, means = report.wording, report.review.claims, report.review.means
    for _, claim in claims[claims["indicator"] == indicator].iterrows():
        rank = WORST_FIRST.index("stated")
        if claim["verdict"] in ("disagrees", "cannot_check"):
            rank = WORST_FIRST.index(claim["verdict"])
        elif report.review.verdicts["indicator"].eq(indicator).any():
            rank = WORST_FIRST.index("no_target")  # What its targets say is told before it.
        total = means[means["indicator"].eq(indicator) & means["period"].eq(claim["period"])]
        told = {"stated": as_stated(words, claim), "given": as_recomputed(words, claim)}
        told |= {"name": words.title_of("indicator", indicator)}
        unknown = pd.isna(claim["recomputed"])
        sentence = N_("{name}: stated {stated}; the figures give {given}.")
        sentence = N_("{name}: stated {stated}.") if unknown else sentence
        if len(total) and claim["kind"] == "mean_per_year":
            told |= {"figure": words.figure(total.iloc[0])}
            told |= {"period": report.language.period(claim["period"])}
            sentence = N_("{name}: {figure} over {period}, {given}; stated {stated}.")
        text, label = report.say(sentence, **told), judged(words, claim)
        yield Point(rank, text, label, codes.VERDICT, claim["verdict"])


def _change(report: Report, row: pd.Series, judged: bool) -> Iterator[Point]:
    """Say how the latest figure stands to the one before it."""
    words, gain = report.wording, report.review.gains.get(row.name)
    set_beside = against(words, row)
    parts = {
        "name": words.title_of("indicator", row["indicator"]),
        "figure": words.figure(row),
        "period": report.language.period(row["period"]),
        "change": change(words, row),
    }
    plain, full = N_("{name}: {figure} ({period})."), N_("{name}: {figure} ({period}); {change}.")
    text = report.say(plain if pd.isna(set_beside["previous_period"]) else full, **parts)
    rank = WORST_FIRST.index("worse" if gain == "worse" else "no_target")
    if set_beside is row and row["comparable"] is not pd.NA and not row["comparable"]:
        parts |= {"figure": words.defined(row), "before": words.defined(words.before(row))}
        parts |= {"earlier": report.language.period(row["previous_period"])}
        parts |= {"reason": words.reason(row)}
        sentence = N_("{name}: {figure} ({period}), {before} ({earlier}): {reason}.")
        text = report.say(sentence, **parts)
        # Months beside other months say nothing, and what a target says comes first.
        if not judged and row["reason"] != "part_year":
            rank = WORST_FIRST.index("not_comparable")
        yield Point(rank, text, report.say("not comparable"))
    else:
        told = (
            (codes.GAIN, gain)
            if isinstance(gain, str)
            else (codes.STATUS, status_code(words, row, row["status"]))
        )
        yield Point(rank, text, words.named(*told))
