"""What is said, in sentences, of one indicator on screen."""

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from giaoban.analysis import Review, is_supposed
from giaoban.catalogues import N_
from giaoban.explore.choice import Choice
from giaoban.report import Report
from giaoban.wording import status_name, still_needed

PREMISE = Markup('<p class="premise">{}</p>')


def no_figure(report: Report, choice: Choice) -> str:
    """Say that nothing was known of an indicator."""
    # What no figure is about, the tables as known at the meeting do not describe.
    described = report.review.known.package.tables
    rows = {
        name: described[f"{name}s"].set_index(name).loc[getattr(choice, name)]
        for name in ("indicator", "unit")
    }
    titles = {name: report.wording.local(row, "title") for name, row in rows.items()}
    return report.say("No figure of “{indicator}” was known for {unit} at this meeting.", **titles)


def premises(report: Report, choice: Choice, whole: Review) -> Iterator[Markup]:
    """Say under which suppositions all that follows holds; the whole tells what is known."""
    figures = report.tables["figures"]
    for _, row in figures[is_supposed(figures)].iterrows():
        sentence = N_(
            "Supposed, not known: {figure} in {period}. Targets are judged as if it were so, "
            "nothing else."
        )
        known = whole.tables["figures"].dropna(subset="value")
        known = known[known["indicator"].eq(row["indicator"]) & known["period"].eq(row["period"])]
        if len(known):
            sentence = N_(
                "Supposed in place of {known}: {figure} in {period}. "
                "Targets are judged as if it were so, nothing else."
            )
        text = report.say(
            sentence,
            figure=report.wording.figure(row.drop("obs_status")),
            period=report.language.period(row["period"]),
            known=report.wording.figure(known.iloc[0]) if len(known) else "",
        )
        yield PREMISE.format(text)
    if choice.years:
        text = report.say(
            "Only figures of {first} to {last} are taken in; changes, slope and pace are theirs.",
            first=choice.years[0],
            last=choice.years[-1],
        )
        yield PREMISE.format(text)


def verdicts(report: Report, told: bool) -> Iterator[Markup]:
    """Say what the figures say of each target; and what lies ahead, where no chart has told it."""
    for _, row in report.review.verdicts.iterrows():
        why, judged = row["why"], pd.notna(row["value"])
        sentence = N_("Target {target} for {period}: {status}.")
        if isinstance(why, str):
            sentence = N_("Target {target} for {period}: {status}, since {why}.")
        elif judged:
            sentence = N_("Target {target} for {period}: {status} ({figure}).")
        text = report.say(
            sentence,
            period=report.language.period(row["target_period"]),
            figure=report.wording.figure(row) if judged else "",
            target=report.wording.target(row),
            status=status_name(report.wording, row, row["status"]),
            why=report.wording.why(row),
        )
        goal = ("targets", row["target_row"])
        cited = report.citations.cite_all("figures", row["rows"], goal)
        yield Markup("<p>{}{}</p>").format(text, cited)
    if not told:
        indicator = report.tables["indicators"]["indicator"].iloc[0]
        for text in still_needed(report.wording, indicator):
            yield Markup("<p>{}</p>").format(text)
