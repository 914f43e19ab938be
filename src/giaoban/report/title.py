"""The opening of the report: title, what it is made from, what is missing."""

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from giaoban.asof import inputs
from giaoban.catalogues import N_
from giaoban.report.citations import PROGRAMME_NOTE
from giaoban.report.html import Fragment
from giaoban.report.page import Report
from giaoban.report.summary import headline

GAPS = {
    "figure": N_("No figure was published of: {names}."),
    "preliminary": N_("Estimated, forecast, imputed, provisional or unreliable: {names}."),
    "target": N_("The target’s value was not published: {names}."),
    "units": N_("Not all units reported: {names}."),
}


def title_block(report: Report) -> Fragment:
    """Say which programme, unit and meeting this is, as of when, and what to beware of."""
    words, known = report.wording, report.review.known
    programme, meeting = known.package.programme, known.meeting
    title, unit = words.local(meeting, "title"), words.title_of("unit", known.unit)
    day = report.language.date(meeting["meeting_date"])
    eyebrow = f"{programme['code']} · {unit} · {day}"
    named = report.say(
        "Programme {code}: {title}", code=programme["code"], title=words.local(programme, "title")
    )
    banners = [*_made_up(report), *_incomplete(report)]
    html = Markup(
        '<header class="masthead"><p class="eyebrow">{}</p><h1>{}</h1><p>{}</p>{}</header>{}'
    ).format(eyebrow, title, named, _facts(report), Markup().join(map(_banner, banners)))
    about = {
        "lang": report.language.code,
        "title": title,
        "programme": str(programme["code"]),
        "meeting": day,
        "unit": unit,
        "synthetic": bool(programme["synthetic"]),
        "headline": headline(report),
        "inputs": inputs(known),
        "eyebrow": eyebrow,
        "subtitle": named,
        "banners": banners,
    }
    return Fragment(html, about)


def _facts(report: Report) -> Markup:
    say, words, known = report.say, report.wording, report.review.known
    programme, meeting = known.package.programme, known.meeting
    facts = {
        say("Unit"): words.title_of("unit", known.unit),
        say("Meeting"): report.language.date(meeting["meeting_date"]),
        say("Figures known by"): report.language.date(meeting["data_cutoff"]),
    }
    if pd.notna(programme["decided_on"]):
        by = [report.language.date(programme["decided_on"]), words.local(programme, "decided_by")]
        cited = report.citations.cite(*PROGRAMME_NOTE)
        facts[say("Decided on")] = ", ".join(part for part in by if part) + cited
    listed = Markup().join(
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(name, fact)
        for name, fact in facts.items()
    )
    return Markup('<dl class="facts">{}</dl>').format(listed)


def _banner(lines: list[str]) -> Markup:
    """Show a warning: its heading, then its items."""
    head, *items = lines
    listed = Markup().join(Markup("<li>{}</li>").format(item) for item in items)
    more = Markup("<ul>{}</ul>").format(listed) if items else Markup()
    return Markup('<div class="banner" role="note"><p>{}</p>{}</div>').format(head, more)


def _made_up(report: Report) -> Iterator[list[str]]:
    if report.review.known.package.programme["synthetic"]:
        yield [
            report.say(
                "The figures of this programme are made up. They show what a report can say."
            )
        ]


def _incomplete(report: Report) -> Iterator[list[str]]:
    """Warn where the report is made from incomplete data, and say what is missing."""
    gaps = report.review.gaps
    if gaps.empty:
        return
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
            parts = {"missing": int(row["missing"]), "expected": int(row["expected"])}
            yield report.say(
                "{name} ({period}: {missing} of {expected} missing)",
                name=name,
                period=period,
                **parts,
            )
        else:
            yield f"{name} ({period})"
