"""The opening of the report: title, what it is made from, what is missing."""

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from giaoban.citations import PROGRAMME_NOTE
from giaoban.known import inputs
from giaoban.language import N_
from giaoban.markup import Fragment
from giaoban.report import Report
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
    html = Markup(
        '<header class="masthead"><p class="eyebrow">{eyebrow}</p>'
        "<h1>{title}</h1><p>{named}</p>{facts}</header>{made_up}{incomplete}"
    ).format(
        eyebrow=f"{programme['code']} · {unit} · {day}",
        title=title,
        named=report.say(
            "Programme {code}: {title}",
            code=programme["code"],
            title=words.local(programme, "title"),
        ),
        facts=_facts(report),
        made_up=_made_up(report),
        incomplete=_incomplete(report),
    )
    about: dict[str, str | bool] = {
        "lang": report.language.code,
        "title": title,
        "programme": str(programme["code"]),
        "meeting": day,
        "unit": unit,
        "synthetic": bool(programme["synthetic"]),
        "headline": headline(report),
        "inputs": inputs(known),
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


def _made_up(report: Report) -> Markup:
    if not report.review.known.package.programme["synthetic"]:
        return Markup()
    text = report.say("The figures of this programme are made up. They show what a report can say.")
    return Markup('<div class="banner" role="note"><p>{}</p></div>').format(text)


def _incomplete(report: Report) -> Markup:
    """Warn where the report is made from incomplete data, and say what is missing."""
    gaps = report.review.gaps
    if gaps.empty:
        return Markup()
    items = []
    for kind, sentence in GAPS.items():
        names = list(_names(report, gaps[gaps["kind"] == kind]))
        if names:
            item = report.say(sentence, names=report.wording.some(names))
            items.append(Markup("<li>{}</li>").format(item))
    head = report.say("This report is made from incomplete data.")
    return Markup('<div class="banner" role="note"><p>{}</p><ul>{}</ul></div>').format(
        head, Markup().join(items)
    )


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
