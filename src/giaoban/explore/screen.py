"""One indicator on screen: chart, table, verdict and sources, as the report has them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd
from markupsafe import Markup

from giaoban.errors import GiaobanError
from giaoban.explore.behind import behind
from giaoban.explore.choice import OUT_DIR, RAW_DIR, Choice, review_of
from giaoban.explore.options import Offers, offers
from giaoban.explore.sentences import no_figure, premises, verdicts
from giaoban.explore.sidebyside import side_by_side
from giaoban.explore.subset import on_indicator
from giaoban.language import Parameter, typed
from giaoban.report import (
    Fragment,
    Report,
    against_targets,
    figures_table,
    footnotes,
    long_series,
    project_folder,
    published_statements,
    scorecard,
    target_picture,
    totals_over_years,
    trends_over_time,
)

STYLE = Path(__file__).with_name("explore.css")


@dataclass(frozen=True, eq=False)
class Seen(Fragment):
    """What is shown; ``frame`` has the figures behind it (see `giaoban.explore.behind`)."""

    frame: pd.DataFrame = field(default_factory=pd.DataFrame)


def show(
    programme: Parameter,
    meeting_date: Parameter = "latest",
    unit: Parameter = "",
    indicator: Parameter = "",
    lang: str = "vi",
    years: tuple[int, ...] = (),
    what_if: float | None = None,
    qualifier: str = "=",
    raw_dir: Parameter = RAW_DIR,
    out_dir: Parameter = OUT_DIR,
    beside: tuple[str, ...] = (),
    units: bool = False,
) -> Seen:
    """Show an indicator as it was known at a meeting.

    Parameters
    ----------
    programme, meeting_date, unit, lang, raw_dir
        As for `giaoban.report.open_report`.
    indicator : str or number
        An indicator's id; empty for the first with figures.
    years : tuple of int
        The first and the last year whose figures are taken in; empty for all.
    what_if : float or None
        The next year's value that is supposed, in the indicator's own measure.
    qualifier : str
        How it is qualified: ``=``, ``>=``, ``>``, ``<=``, ``<`` or ``~``.
    out_dir : str or number
        Where the report's results would go; nothing is written here.
    beside : tuple of str
        Other indicators, shown side by side with it, each on a scale of its own.
    units : bool
        Whether all units are shown side by side: those below, else those of the same parent.

    Returns
    -------
    Seen
        HTML. Faults of the programme, or of what is asked for, stand in it as text. Its ``frame``
        has the figures behind it.
    """
    choice = Choice(
        typed(programme),
        typed(meeting_date),
        typed(unit),
        typed(indicator),
        lang,
        years,
        what_if,
        qualifier,
        typed(raw_dir),
        typed(out_dir),
        tuple(beside),
        units,
    )
    home = project_folder(choice.raw_dir)
    return seen(offers(choice, home, exact=True), home)


def seen(offered: Offers, home: Path) -> Seen:
    """Show what is picked, with the frame behind it."""
    html = shown(offered, home).html
    return Seen(html, {}, pd.DataFrame() if offered.problem else behind(offered.choice, home))


def shown(offered: Offers, home: Path) -> Fragment:
    """Show what is picked, or what stands against it."""
    if offered.problem:
        return _framed(_problem(offered.problem))
    try:
        return _framed(drawn(offered.choice, home))
    except GiaobanError as error:
        return _framed(_problem(error.told(offered.choice.spoken)))


def _framed(html: Markup) -> Fragment:
    # A link that leaves the page must not take the notebook's place.
    away = Markup('<a target="_blank" rel="noopener" href="http')
    style = Markup(STYLE.read_text("utf-8"))  # noqa: S704
    framed = Markup('<style>{}</style><div class="giaoban">{}</div>')
    return Fragment(framed.format(style, html.replace('<a href="http', away)))


def _problem(text: str) -> Markup:
    return Markup('<pre class="problem" role="alert">{}</pre>').format(text)


def drawn(choice: Choice, home: Path, out_dir: Path | None = None) -> Markup:
    """Draw what is picked; on screen nothing is written, so there is no folder for results."""
    report = Report(on_indicator(review_of(choice, home), choice.indicator), choice.lang, out_dir)
    compared = Markup().join(side_by_side(choice, home, out_dir))
    return Markup().join(_parts(report, choice, home, compared))


def _parts(report: Report, choice: Choice, home: Path, compared: Markup) -> Iterator[Markup]:
    """Give the report's sections of one indicator, those that have something to show."""
    figures = report.tables["figures"]
    if figures.empty:
        whole = Report(review_of(choice, home), choice.lang)
        yield Markup("<p>{}</p>{}").format(no_figure(whole, choice), compared)
        return
    yield from premises(report, choice, review_of(replace(choice, years=(), what_if=None), home))
    yield scorecard(report).html
    # The table is written before the charts: it is what a footnote leads back to.
    table = figures_table(report, figures)
    drawn = [part(report) for part in (trends_over_time, long_series, totals_over_years)]
    charts = Markup().join(part.html for part in drawn if "nothing" not in part.about)
    sentences = Markup().join(verdicts(report, bool(charts)))
    yield Markup('<div class="verdict">{}</div>{}{}').format(sentences, charts, table)
    pictured = '<svg class="chart"' in charts
    targets = [*([] if pictured else [target_picture(report)]), against_targets(report)]
    for part in (*targets, published_statements(report)):
        if part.html and "nothing" not in part.about:
            yield part.html
    yield compared
    notes = footnotes(report, cited_only=True).html
    yield Markup("<h3>{}</h3>{}").format(report.say("Notes and sources"), notes)
