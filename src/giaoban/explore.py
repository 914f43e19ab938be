"""One indicator on screen: chart, table, verdict and sources, as the report has them."""

from collections.abc import Iterator
from dataclasses import replace
from html import escape
from pathlib import Path

from matplotlib.figure import Figure

from giaoban import vocabulary
from giaoban.choice import OUT_DIR, RAW_DIR, Choice, review_of
from giaoban.errors import GiaobanError
from giaoban.focus import on_indicator
from giaoban.language import N_
from giaoban.notebook import project_folder
from giaoban.offers import Offers, offers
from giaoban.report import Fragment, Report
from giaoban.review import Review
from giaoban.sections.comparison import still_needed
from giaoban.sections.longrun import long_series
from giaoban.sections.notes import footnotes
from giaoban.sections.scorecard import scorecard
from giaoban.sections.series import figures_table, trends_over_time
from giaoban.sections.statements import published_statements
from giaoban.sections.targets import against_targets
from giaoban.sections.totals import totals_over_years
from giaoban.whatif import is_supposed

STYLE = Path(__file__).with_name("explore.css")


class Screen(Report):
    """A report on screen: nothing is written, and one table stands for those of the charts."""

    def keep(self, figure: Figure, name: str, heading: str) -> None:
        """Keep no file."""

    def fold(self, title: str, html: str) -> str:
        """Show nothing twice."""
        return ""


def show(
    programme: str,
    meeting_date: str = "latest",
    unit: str = "",
    indicator: str = "",
    lang: str = "vi",
    years: tuple[int, ...] = (),
    what_if: float | None = None,
    qualifier: str = "=",
    raw_dir: str = RAW_DIR,
    out_dir: str = OUT_DIR,
) -> Fragment:
    """Show an indicator as it was known at a meeting.

    Parameters
    ----------
    programme, meeting_date, unit, lang, raw_dir : str
        As for `giaoban.notebook.open_report`.
    indicator : str
        An indicator's id; empty for the first with figures.
    years : tuple of int
        The first and the last year whose figures are taken in; empty for all.
    what_if : float or None
        The next year's value that is supposed, in the indicator's own measure.
    qualifier : str
        How it is qualified: ``=``, ``>=``, ``>``, ``<=``, ``<`` or ``~``.
    out_dir : str
        Where the report's results would go; nothing is written here.

    Returns
    -------
    Fragment
        HTML. Faults of the programme, or of what is asked for, stand in it as text.
    """
    choice = Choice(
        programme, meeting_date, unit, indicator, lang, years, what_if, qualifier, raw_dir, out_dir
    )
    home = project_folder(raw_dir)
    return shown(offers(choice, home, exact=True), home)


def shown(offered: Offers, home: Path) -> Fragment:
    """Show what is picked, or what stands against it."""
    if offered.problem:
        return _framed(_problem(offered.problem))
    try:
        return _framed("".join(_parts(offered.choice, home)))
    except GiaobanError as error:
        return _framed(_problem(str(error)))


def _framed(html: str) -> Fragment:
    # A link that leaves the page must not take the notebook's place.
    outward = html.replace('<a href="http', '<a target="_blank" rel="noopener" href="http')
    style = STYLE.read_text("utf-8")
    return Fragment(f'<style>{style}</style><div class="giaoban">{outward}</div>')


def _problem(text: str) -> str:
    return f'<pre class="problem" role="alert">{escape(text)}</pre>'


def _parts(choice: Choice, home: Path) -> Iterator[str]:
    """Give the report's sections of one indicator, those that have something to show."""
    report = Screen(on_indicator(review_of(choice, home), choice.indicator), choice.lang, home)
    figures = report.tables["figures"]
    if figures.empty:
        yield f"<p>{_no_figure(choice, home)}</p>"
        return
    yield from _premises(report, choice, review_of(replace(choice, years=(), what_if=None), home))
    yield scorecard(report).html
    # The table is written before the charts: it is what a footnote leads back to.
    table = figures_table(report, figures)
    drawn = [part(report) for part in (trends_over_time, long_series, totals_over_years)]
    charts = "".join(part.html for part in drawn if "nothing" not in part.about)
    yield f'<div class="verdict">{"".join(_verdicts(report, bool(charts)))}</div>{charts}{table}'
    targets = against_targets(report, picture='<svg class="chart"' not in charts)
    for part in (targets, published_statements(report)):
        yield "" if "nothing" in part.about else part.html
    heading = report.say("Notes and sources")
    yield f"<h3>{heading}</h3>{footnotes(report, cited_only=True).html}"


def _no_figure(choice: Choice, home: Path) -> str:
    report = Screen(review_of(choice, home), choice.lang, home)
    # What no figure is about, the tables as known at the meeting do not describe.
    described = report.review.known.package.tables
    named = {
        name: described[f"{name}s"].set_index(name).loc[getattr(choice, name)]
        for name in ("indicator", "unit")
    }
    said = {name: report.wording.local(row, "title") for name, row in named.items()}
    return report.say("No figure of “{indicator}” was known for {unit} at this meeting.", **said)


def _premises(report: Report, choice: Choice, whole: Review) -> Iterator[str]:
    """Say under which suppositions all that follows holds; the whole tells what is known."""
    figures = report.tables["figures"]
    for _, row in figures[is_supposed(figures)].iterrows():
        form = N_(
            "Supposed, not known: {figure} in {period}. All below is judged as if it were so."
        )
        known = whole.tables["figures"].dropna(subset="value")
        known = known[known["indicator"].eq(row["indicator"]) & known["period"].eq(row["period"])]
        if len(known):
            form = N_(
                "Supposed in place of {known}: {figure} in {period}. "
                "All below is judged as if it were so."
            )
        text = report.say(
            form,
            figure=report.wording.figure(row.drop("obs_status")),
            period=report.language.period(row["period"]),
            known=report.wording.figure(known.iloc[0]) if len(known) else "",
        )
        yield f'<p class="premise">{text}</p>'
    if choice.years:
        text = report.say(
            "Only figures of {first} to {last} are taken in; changes, slope and pace are theirs.",
            first=choice.years[0],
            last=choice.years[-1],
        )
        yield f'<p class="premise">{text}</p>'


def _verdicts(report: Report, told: bool) -> Iterator[str]:
    """Say how the figures stand to their targets; and the pace, where no chart has told it."""
    for _, row in report.review.aimed.iterrows():
        why = row["why"]
        form = N_("{period}: {figure}; target {target}: {status}.")
        if isinstance(why, str):
            form = N_("{period}: {figure}; target {target}: {status}, since {why}.")
        text = report.say(
            form,
            period=report.language.period(row["period"]),
            figure=report.wording.figure(row),
            target=report.wording.target(row),
            status=report.wording.named(vocabulary.STATUS, row["status"]),
            why=report.wording.named(vocabulary.WHY, why) if isinstance(why, str) else "",
        )
        cited = report.cite("figures", row.name) + report.cite("targets", row["target_row"])
        yield f"<p>{text}{cited}</p>"
    if not told:
        indicator = report.tables["indicators"]["indicator"].iloc[0]
        yield from (f"<p>{escape(text)}</p>" for text in still_needed(report, indicator))
