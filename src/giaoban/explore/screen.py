"""One indicator on screen: chart, table, verdict and sources, as the report has them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from markupsafe import Markup

from giaoban.errors import GiaobanError
from giaoban.explore.choice import OUT_DIR, RAW_DIR, Choice, review_of
from giaoban.explore.options import Offers, offers
from giaoban.explore.sentences import no_figure, premises, verdicts
from giaoban.explore.subset import on_indicator
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
    totals_over_years,
    trends_over_time,
)

STYLE = Path(__file__).with_name("explore.css")


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
        As for `giaoban.report.open_report`.
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
        return _framed(Markup().join(_parts(offered.choice, home)))
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


def _parts(choice: Choice, home: Path) -> Iterator[Markup]:
    """Give the report's sections of one indicator, those that have something to show."""
    # Nothing is written, so a report has no folder here.
    report = Report(on_indicator(review_of(choice, home), choice.indicator), choice.lang)
    figures = report.tables["figures"]
    if figures.empty:
        whole = Report(review_of(choice, home), choice.lang)
        yield Markup("<p>{}</p>").format(no_figure(whole, choice))
        return
    yield from premises(report, choice, review_of(replace(choice, years=(), what_if=None), home))
    yield scorecard(report).html
    # The table is written before the charts: it is what a footnote leads back to.
    table = figures_table(report, figures)
    drawn = [part(report) for part in (trends_over_time, long_series, totals_over_years)]
    charts = Markup().join(part.html for part in drawn if "nothing" not in part.about)
    sentences = Markup().join(verdicts(report, bool(charts)))
    yield Markup('<div class="verdict">{}</div>{}{}').format(sentences, charts, table)
    targets = against_targets(report, picture='<svg class="chart"' not in charts)
    for part in (targets, published_statements(report)):
        if "nothing" not in part.about:
            yield part.html
    notes = footnotes(report, cited_only=True).html
    yield Markup("<h3>{}</h3>{}").format(report.say("Notes and sources"), notes)
