"""The opening of the report: title, what it is made from, what is missing."""

from collections.abc import Iterator
from html import escape

import pandas as pd

from giaoban.asof import inputs
from giaoban.language import N_
from giaoban.report import PROGRAMME_NOTE, Fragment, Report
from giaoban.sections.summary import headline

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
    named = report.language.say(
        "Programme {code}: {title}", code=programme["code"], title=words.local(programme, "title")
    )
    banners = [*_made_up(report), *_incomplete(report)]
    html = (
        f'<header class="masthead"><p class="eyebrow">{escape(eyebrow)}</p>'
        f"<h1>{escape(title)}</h1><p>{escape(named)}</p>{_facts(report)}</header>"
        f"{''.join(map(_banner, banners))}"
    )
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


def _facts(report: Report) -> str:
    say, words, known = report.say, report.wording, report.review.known
    programme, meeting = known.package.programme, known.meeting
    facts = {
        say("Unit"): escape(words.title_of("unit", known.unit)),
        say("Meeting"): report.language.date(meeting["meeting_date"]),
        say("Figures known by"): report.language.date(meeting["data_cutoff"]),
    }
    if pd.notna(programme["decided_on"]):
        day = report.language.date(programme["decided_on"])
        by = [day, escape(words.local(programme, "decided_by"))]
        facts[say("Decided on")] = ", ".join(p for p in by if p) + report.cite(*PROGRAMME_NOTE)
    listed = "".join(f"<div><dt>{name}</dt><dd>{fact}</dd></div>" for name, fact in facts.items())
    return f'<dl class="facts">{listed}</dl>'


def _banner(lines: list[str]) -> str:
    """Show a warning: its heading, then its items."""
    head, *items = map(escape, lines)
    listed = "".join(f"<li>{item}</li>" for item in items)
    more = f"<ul>{listed}</ul>" if items else ""
    return f'<div class="banner" role="note"><p>{head}</p>{more}</div>'


def _made_up(report: Report) -> Iterator[list[str]]:
    if report.review.known.package.programme["synthetic"]:
        form = N_("The figures of this programme are made up. They show what a report can say.")
        yield [report.language.say(form)]


def _incomplete(report: Report) -> Iterator[list[str]]:
    """Warn where the report is made from incomplete data, and say what is missing."""
    gaps, say = report.review.gaps, report.language.say
    if gaps.empty:
        return
    items = [say("This report is made from incomplete data.")]
    for kind, form in GAPS.items():
        names = list(_names(report, gaps[gaps["kind"] == kind]))
        if names:
            items.append(say(form, names=report.wording.some(names)))
    yield items


def _names(report: Report, gaps: pd.DataFrame) -> Iterator[str]:
    say = report.language.say
    for _, row in gaps.iterrows():
        name = report.wording.title_of("indicator", row["indicator"])
        period = report.language.period(row["period"])
        if row["kind"] == "units":
            parts = {"missing": int(row["missing"]), "expected": int(row["expected"])}
            yield say(
                "{name} ({period}: {missing} of {expected} missing)",
                name=name,
                period=period,
                **parts,
            )
        else:
            yield f"{name} ({period})"
