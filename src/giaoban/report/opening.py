"""What opens the page: its title, its warnings, and the main points on the first screen."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from textwrap import shorten

import pandas as pd
from markupsafe import Markup

from giaoban.asof import inputs
from giaoban.catalogues import N_
from giaoban.report.history import turned_told
from giaoban.report.html import Fragment, banner
from giaoban.report.page import Report
from giaoban.report.points import Point, points
from giaoban.wording import (
    codes,
    said_in,
    tallies_stated,
    tally_of_actions,
    tally_of_outlook,
    tally_of_targets,
)

FEWEST, MOST = 4, 6
TALLY = -1
# On a narrow telephone: letters in a line, and lines that the first screen has for them.
LETTERS, LINES = 42, 23
# Of an action that is overdue so much is told.
ACTION_TOLD = 70
GAPS = {
    "figure": N_("The source does not give the figure: {names}."),
    "preliminary": N_("Estimated, forecast, imputed, provisional or unreliable: {names}."),
    "target": N_("The source does not give the target: {names}."),
    "units": N_("Not all units reported: {names}."),
}


def title_block(report: Report) -> Fragment:
    """Say which programme, unit and meeting this is, and whether its figures are made up."""
    words, known = report.wording, report.review.known
    programme, meeting = known.package.programme, known.meeting
    title, unit = words.local(meeting, "title"), words.title_of("unit", known.unit)
    day = report.language.date(meeting["meeting_date"])
    eyebrow = f"{programme['code']} · {unit} · {day}"
    named = words.local(programme, "title")
    if meeting["data_cutoff"] != meeting["meeting_date"]:
        until = report.language.date(meeting["data_cutoff"])
        named += f" · {report.say('Figures known by')}: {until}"
    html = Markup(
        '<header class="masthead"><p class="eyebrow">{}</p><h1>{}</h1><p>{}</p></header>{}'
    ).format(eyebrow, title, named, Markup().join(map(banner, _made_up(report))))
    about = {
        "lang": report.language.code,
        "title": title,
        "programme": str(programme["code"]),
        "meeting": day,
        "unit": unit,
        "synthetic": bool(programme["synthetic"]),
        "inputs": inputs(known),
        "eyebrow": eyebrow,
        "subtitle": named,
        "said_in": said_in(words),
    }
    return Fragment(html, about)


def main_points(
    report: Report,
    latest: pd.DataFrame | None = None,
    verdicts: pd.DataFrame | None = None,
    paces: pd.DataFrame | None = None,
    claims: pd.DataFrame | None = None,
    means: pd.DataFrame | None = None,
    actions: pd.DataFrame | None = None,
    history: pd.DataFrame | None = None,
    outlook: pd.DataFrame | None = None,
    foreseen: pd.DataFrame | None = None,
) -> Fragment:
    """Say the main points, then what changed since the meeting before and what is overdue.

    Parameters
    ----------
    report : Report
        The report.
    latest, verdicts, paces, claims, means, actions, history, outlook, foreseen : DataFrame
        From the functions of `giaoban.analysis`; of what is not given the review has its own.
    """
    report.review.hand(latest=latest, verdicts=verdicts, paces=paces, claims=claims)
    report.review.hand(means=means, actions=actions, history=history, outlook=outlook)
    report.review.hand(foreseen=foreseen)
    found = [*_tally(report), *sorted(points(report), key=lambda point: point.rank)]
    headline = " ".join(_sentence(point) for point in found[:2])
    found[1:1] = _outlook(report) if found else []
    if not found:
        found = [Point(TALLY, report.say("No figure has been entered."), report.say("Figures"))]
    last = [*_since(report), *_overdue(report)]
    warned = sum(_lines(" ".join(warning)) for warning in _made_up(report))
    told = [*_that_fit(report, found, LINES - warned - sum(map(_lines, last))), *last]
    items = [_item(report, point) for point in told]
    html = Markup('<ul class="summary">{}</ul>').format(Markup().join(items))
    missing = [*_incomplete(report, {point.lacks for point in told})]
    about = {
        "summary": [[_capital(p.label), f"{p.text} {p.more}".strip()] for p in told],
        "headline": headline or " ".join(map(_sentence, told[:2])),
        "banners": [*_made_up(report)],
        "gaps": missing,
    }
    return Fragment(html + Markup().join(map(banner, missing)), about)


def _item(report: Report, point: Point) -> Markup:
    """Write a point behind its verdict; where it counts others it leads to them."""
    more = Markup(' <a href="#targets">{}</a>').format(point.more) if point.more else ""
    return Markup("<li>{} {}{}</li>").format(_verdict(report, point), point.text, more)


def _verdict(report: Report, point: Point) -> Markup:
    """Give the verdict that stands before a point, marked where it has a mark."""
    if point.names:
        return report.marks.mark(point.names, point.code, _capital(point.label))
    return Markup('<b class="status">{}</b>').format(_capital(point.label))


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]


def _sentence(point: Point) -> str:
    return point.text if point.rank == TALLY else f"{point.text} ({point.label})"


def _that_fit(report: Report, found: list[Point], room: int) -> list[Point]:
    """Keep as many as the first screen of a telephone has lines for; count the misses left out."""
    ends = accumulate(_lines(point) for point in found)
    kept = max(FEWEST, min(MOST, sum(end <= room for end in ends)))
    missed = [place for place, point in enumerate(found) if point.code == "not_met"]
    told = [place for place in missed if place < kept]
    if told and (left := len(missed) - len(told)):
        more = report.say("Also not met: {number} more.", number=left)
        found[told[-1]] = replace(found[told[-1]], more=more)
    return found[:kept]


def _lines(told: Point | str) -> int:
    text = told if isinstance(told, str) else f"{told.label} · {told.text}"
    return -(-len(text) // LETTERS)


def _tally(report: Report) -> Iterator[Point]:
    """Say how many targets there are, who set them, and what the figures say of them."""
    if sentences := [*tally_of_targets(report.wording), *tallies_stated(report.wording)]:
        yield Point(TALLY, " ".join(sentences), report.say("Targets"))


def _outlook(report: Report) -> Iterator[Point]:
    """Say whether it can be said at all that it is on track for the programme's last year."""
    known = report.review.known
    if not (known.is_over and report.review.outlook.empty):
        label = report.say("Progress to {year}", year=known.last_year)
        yield Point(TALLY, tally_of_outlook(report.wording), label)


def _since(report: Report) -> Iterator[Point]:
    """Say what changed since the meeting before."""
    changed = {
        N_("Figures: {counts}."): report.review.changes,
        N_("Targets: {counts}."): report.review.target_changes,
    }
    told = []
    for sentence, frame in changed.items():
        found = frame["kind"].value_counts()
        named = {code: report.say(name.name) for code, name in codes.CHANGE.items()}
        counts = [f"{found[code]} {name}" for code, name in named.items() if code in found]
        told += [report.say(sentence, counts=", ".join(counts))] if counts else []
    told += turned_told(report)
    if told:
        yield Point(0, " ".join(told), report.say("Since the meeting before"))


def _overdue(report: Report) -> Iterator[Point]:
    """Say how many actions are overdue, and which the longest."""
    actions = report.review.actions
    late = actions[actions["state"] == "overdue"].sort_values("days", kind="stable")
    if late.empty:
        return
    longest = late.iloc[-1]
    words = report.wording
    action, owner = words.local(longest, "text"), words.title_of("unit", longest["owner"])
    others = tally_of_actions(words, actions[actions["state"] != "overdue"])
    text = report.say(
        "{number} of {all} actions{others}; the longest, by {days} days: {action}{owner}",
        number=len(late),
        all=len(actions),
        others=f" ({others})" if others else "",
        days=longest["days"],
        action=shorten(action.rstrip("."), ACTION_TOLD, placeholder="…"),
        owner=f" ({owner})" if owner else "",
    )
    yield Point.of(report, 0, codes.STATE, "overdue", text)


def _made_up(report: Report) -> Iterator[list[str]]:
    """Warn of a programme whose figures are made up."""
    if report.review.known.package.programme["synthetic"]:
        yield [report.say("Made-up figures, an example only.")]


def _incomplete(report: Report, said: set[tuple[str, ...]]) -> Iterator[list[str]]:
    """Warn where the report is made from incomplete data, and say what is missing, once."""
    gaps = report.review.gaps
    if gaps.empty:
        return
    keys = gaps[["kind", "indicator", "period"]].itertuples(index=False, name=None)
    gaps = gaps[[key not in said for key in keys]]
    lines = [report.say("This report is made from incomplete data.")]
    for kind, sentence in GAPS.items():
        names = list(_names(report, gaps[gaps["kind"] == kind]))
        if names:
            lines.append(report.say(sentence, names=report.wording.some(names)))
    yield lines


def _names(report: Report, gaps: pd.DataFrame) -> Iterator[str]:
    for _, row in gaps.iterrows():
        name = report.wording.title_of("indicator", row["indicator"])
        period = report.language.period(row["period"])
        if row["kind"] == "units":
            parts = {"name": name, "period": period}
            parts |= {part: f"{row[part]:.0f}" for part in ("missing", "expected")}
            yield report.say("{name} ({period}: {missing} of {expected} missing)", **parts)
        else:
            yield f"{name} ({period})"
