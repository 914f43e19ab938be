"""What is said, in sentences, of one indicator on screen."""

from collections.abc import Iterator

from markupsafe import Markup

from giaoban.analysis import Review, is_supposed
from giaoban.catalogues import N_
from giaoban.explore.choice import Choice
from giaoban.report import Report
from giaoban.wording import codes, still_needed

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
            "Supposed, not known: {figure} in {period}. All below is judged as if it were so."
        )
        known = whole.tables["figures"].dropna(subset="value")
        known = known[known["indicator"].eq(row["indicator"]) & known["period"].eq(row["period"])]
        if len(known):
            sentence = N_(
                "Supposed in place of {known}: {figure} in {period}. "
                "All below is judged as if it were so."
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
    """Say how the figures stand to their targets; and the pace, where no chart has told it."""
    cite = report.citations.cite
    for _, row in report.review.aimed.iterrows():
        why = row["why"]
        sentence = N_("{period}: {figure}; target {target}: {status}.")
        if isinstance(why, str):
            sentence = N_("{period}: {figure}; target {target}: {status}, since {why}.")
        text = report.say(
            sentence,
            period=report.language.period(row["period"]),
            figure=report.wording.figure(row),
            target=report.wording.target(row),
            status=report.wording.named(codes.STATUS, row["status"]),
            why=report.wording.named(codes.WHY, why) if isinstance(why, str) else "",
        )
        cited = cite("figures", row.name) + cite("targets", row["target_row"])
        yield Markup("<p>{}{}</p>").format(text, cited)
    if not told:
        indicator = report.tables["indicators"]["indicator"].iloc[0]
        for text in still_needed(report.wording, indicator):
            yield Markup("<p>{}</p>").format(text)
