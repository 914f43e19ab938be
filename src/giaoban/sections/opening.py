"""The opening of the report: title, summary, scorecard."""

from collections.abc import Iterator
from html import escape

import pandas as pd

from giaoban import vocabulary
from giaoban.language import N_
from giaoban.report import PROGRAMME_NOTE, Fragment, Report
from giaoban.sections.statements import claim_sentence
from giaoban.tables import html_table
from giaoban.wording import SHOWN_ALL_THE_SAME

# Of more statements than these, the summary tells only those that disagree.
CLAIMS_TOLD = 3


def title_block(report: Report) -> Fragment:
    """Say which programme, unit and meeting this is, and as of when."""
    say, words, known = report.say, report.wording, report.review.known
    programme, meeting = known.package.programme, known.meeting
    cited = {}
    facts = {
        say("Programme"): f"{programme['code']}: {words.local(programme, 'title')}",
        say("Unit"): words.title_of("unit", known.unit),
        say("Meeting"): report.language.date(meeting["meeting_date"]),
        say("Figures known by"): report.language.date(meeting["data_cutoff"]),
    }
    if pd.notna(programme["decided_on"]):
        by = [words.local(programme, "decided_by")]
        day = report.language.date(programme["decided_on"])
        facts[say("Decided on")] = ", ".join(part for part in (day, *by) if part)
        cited[say("Decided on")] = report.cite(*PROGRAMME_NOTE)
    listed = "".join(
        f"<div><dt>{name}</dt><dd>{escape(fact)}{cited.get(name, '')}</dd></div>"
        for name, fact in facts.items()
    )
    banner = ""
    if programme["synthetic"]:
        text = say("The figures of this programme are made up. They show what a report can say.")
        banner = f'<p class="banner" role="note">{text}</p>'
    title = words.local(meeting, "title")
    html = f"<h1>{escape(title)}</h1><dl class='facts'>{listed}</dl>{banner}"
    about: dict[str, str | bool] = {
        "lang": report.language.code,
        "title": title,
        "programme": str(programme["code"]),
        "meeting": report.language.date(meeting["meeting_date"]),
        "unit": words.title_of("unit", known.unit),
        "synthetic": bool(programme["synthetic"]),
    }
    return Fragment(html, about)


def summary(report: Report) -> Fragment:
    """Say the main things in a few sentences."""
    latest = report.review.latest
    lines = [
        report.say(
            "Indicators with a published figure: {indicators}; with a target that was published or "
            "could be worked out: {targets}.",
            indicators=int(latest["value"].notna().sum()),
            targets=report.tables["targets"]["indicator"].nunique(),
        )
    ]
    lines += [*_targets(report, latest), *_not_comparable(report, latest), *_claims(report)]
    lines += _late(report)
    return Fragment("<ul class='summary'>" + "".join(f"<li>{x}</li>" for x in lines) + "</ul>")


def _targets(report: Report, latest: pd.DataFrame) -> Iterator[str]:
    heads = {
        "met": N_("Target met ({number}):"),
        "not_met": N_("Target not met ({number}):"),
        "undetermined": N_("Target undetermined ({number}):"),
    }
    judged = report.review.aimed
    for status, head in heads.items():
        yield from _names(report, head, judged[judged["status"] == status])
    away = latest.loc[latest["progress"].eq("moving_away"), "indicator"]
    if len(away):
        head = report.say(
            N_("Moving away from a target that lies ahead ({number}):"), number=len(away)
        )
        names = "; ".join(report.wording.title_of("indicator", name) for name in away)
        yield f"{head} {escape(names)}."


def _names(report: Report, head: str, rows: pd.DataFrame) -> Iterator[str]:
    if len(rows):
        names = [
            f"{report.wording.title_of('indicator', row['indicator'])} "
            f"({report.language.period(row['period'])})"
            for _, row in rows.iterrows()
        ]
        yield f"{report.say(head, number=len(rows))} {escape('; '.join(names))}."


def _not_comparable(report: Report, latest: pd.DataFrame) -> Iterator[str]:
    for _, row in latest[latest["reason"].isin(SHOWN_ALL_THE_SAME)].iterrows():
        name = escape(report.wording.counted(row))
        figure = escape(report.wording.figure(row)) + report.cite("figures", row.name)
        yield f"{name}: {figure}; {escape(report.wording.change(row))}."


def _claims(report: Report) -> Iterator[str]:
    claims = report.review.claims
    if len(claims) > CLAIMS_TOLD:
        counts = claims["verdict"].value_counts()
        told = [
            report.say(form, number=counts[verdict])
            for verdict, form in vocabulary.AGREEMENT.items()
            if verdict in counts
        ]
        number = report.say("Published statements checked ({number}):", number=len(claims))
        yield f"{number} {'; '.join(told)}."
    others = claims[claims["verdict"] != "agrees"]
    if len(others) > CLAIMS_TOLD:
        others = others[others["verdict"] == "disagrees"]
    for _, claim in others.iterrows():
        yield claim_sentence(report, claim)


def _late(report: Report) -> Iterator[str]:
    overdue = report.review.actions["state"].eq("overdue").sum()
    if overdue:
        yield report.say("Actions overdue: {number}.", number=overdue)


def scorecard(report: Report) -> Fragment:
    """Show the latest figure of every indicator against the one before and the target."""
    say, words = report.say, report.wording
    rows = [
        [
            escape(words.counted(row)),
            report.language.period(row["period"]),
            escape(words.figure(row)) + report.cite("figures", row.name) + _interval(report, row),
            escape(words.change(row)),
            escape(words.target(row)) + report.cite("targets", row["target_row"]),
            _status(report, row),
        ]
        for _, row in report.review.latest.iterrows()
    ]
    header = [
        say("Indicator"),
        say("Period"),
        say("Figure"),
        say("Against the one before"),
        say("Target"),
        say("Status"),
    ]
    return Fragment(html_table(say("Latest figure of each indicator"), header, rows))


def _interval(report: Report, row: pd.Series) -> str:
    """Give Wilson's interval of a share whose counts are known."""
    if pd.isna(row["low"]):
        return ""
    low, high = (report.language.number(row[end], 1) for end in ("low", "high"))
    return " " + report.say("({low}–{high}%)", low=low, high=high)


def _status(report: Report, row: pd.Series) -> str:
    pace, said = row["progress"], report.status(row)
    targets = report.tables["targets"]
    if row["status"] == "no_target" and targets["indicator"].eq(row["indicator"]).any():
        said = report.say("no target for {period}", period=report.language.period(row["period"]))
    if not isinstance(pace, str) or pace == "too_few_points":
        return said
    year = report.review.paces.set_index("indicator").at[row["indicator"], "target_year"]
    ahead = report.say(
        "{progress} (target of {year})",
        progress=report.language.say(vocabulary.PROGRESS[pace]),
        year=year,
    )
    return f"{said}; {ahead}"
