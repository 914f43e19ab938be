"""What would follow if a figure were so much: a supposition, held against the targets."""

from dataclasses import replace

import pandas as pd

from giaoban.analysis.cumulative import add_up, figures_by_series
from giaoban.analysis.review import Review
from giaoban.analysis.series import SUPPOSED, is_expected
from giaoban.asof import with_days
from giaoban.catalogues import N_
from giaoban.checks import value_faults
from giaoban.errors import GiaobanError, Number, Text, nearest
from giaoban.language import LARGEST, parse_period
from giaoban.statistics import stated
from giaoban.tables import adding


def next_year(review: Review, indicator: str) -> str:
    """Give the first year that no published figure of an indicator covers to its end.

    A forecast covers none. Where no figure was published, it is the last year for which one was
    due; where there is no row at all, the year of the meeting's cut-off. Empty where the figures
    reach the programme's last year: none can follow.
    """
    figures = review.tables["figures"]
    own = figures[figures["indicator"] == indicator]
    known = _published(own)
    last = review.known.last_year
    if len(known):
        year = (known["end"].max() + pd.Timedelta(days=1)).year
        return str(year) if year <= last else ""
    return str(min(own["end"].max().year if len(own) else review.known.cutoff.year, last))


def suppose(
    review: Review, indicator: str, value: float, qualifier: str = "=", typed: str = ""
) -> Review:
    """Give the review that there would be if the next year's figure were so much.

    The targets are judged as if it were so; nothing else takes it in, no change, slope or pace. It
    counts what the figure counts that it stands for, a forecast or one not published; else what
    the latest one counts; else what its target asks for.

    Parameters
    ----------
    review : Review
        What is known.
    indicator : str
        Its figure of `next_year` is supposed.
    value : float
        In the indicator's own measure.
    qualifier : str
        As in ``figures``: ``=``, ``>=``, ``>``, ``<=``, ``<`` or ``~``.
    typed : str
        The value as somebody typed it, for a refusal.

    Returns
    -------
    Review
        With one more row in ``figures``, whose ``obs_status`` is ``supposed``; nothing else of
        what is known changes.

    Raises
    ------
    GiaobanError
        Where there is no such indicator, or it cannot have that value, a count is less than what
        a part of the year already has, or no year is left.
    """
    known, figures, whole = review.known, review.tables["figures"], review.known.package.tables
    ids = list(whole["indicators"].dropna(subset="unit_measure")["indicator"])
    if indicator not in ids:
        template = N_("no such indicator (found {found}), {expected}")
        raise GiaobanError(template, found=indicator, expected=nearest(indicator, ids))
    year = next_year(review, indicator)
    if not year:
        template = N_("no year is left to suppose: the figures reach the end of {period}")
        raise GiaobanError(template, period=known.package.programme["period"])
    row = {
        "indicator": indicator,
        "unit": known.unit,
        "period": year,
        "value": value,
        "qualifier": qualifier,
        "obs_status": SUPPOSED,
        "reported_on": known.cutoff,
    }
    said, number = list(whole["figures"].columns), int(whole["figures"].index.max()) + 1
    added = pd.DataFrame([row], index=[number]).reindex(columns=said).astype(figures[said].dtypes)
    replaced = figures["indicator"].eq(indicator) & figures["period"].eq(year)
    own = figures[figures["indicator"] == indicator]
    added["definition"] = _definition(added, own, review.tables["targets"])
    _require_possible(added, review, typed)
    supposed = with_days(pd.concat([figures.loc[~replaced, said], added]))
    # An indicator that no figure of the unit was about is described now.
    named = {indicator, *review.tables["indicators"]["indicator"]}
    indicators = whole["indicators"][whole["indicators"]["indicator"].isin(named)]
    tables = known.tables | {"figures": supposed, "indicators": indicators}
    return Review(replace(known, tables=tables))


def _published(figures: pd.DataFrame) -> pd.DataFrame:
    return figures[figures["value"].notna() & ~is_expected(figures)]


def _definition(added: pd.DataFrame, own: pd.DataFrame, targets: pd.DataFrame) -> str | float:
    """Name what a supposed figure counts."""
    replaced = own[own["period"].isin(added["period"])].dropna(subset="definition")
    latest = _published(own).sort_values(["end", "years"], kind="stable", na_position="first")
    for figures in (replaced, latest):
        if len(figures):
            return figures["definition"].iloc[-1]
    row = added.iloc[0]
    aimed = targets[targets["indicator"].eq(row["indicator"])].dropna(subset="definition")
    year = parse_period(row["period"])
    spans = {n: parse_period(text) for n, text in aimed["period"].items()}
    holding = [n for n, span in spans.items() if span.contains(year)]
    nearest = min(holding, key=lambda n: spans[n].days, default=None)
    return float("nan") if nearest is None else str(aimed.at[nearest, "definition"])


def _require_possible(row: pd.DataFrame, review: Review, typed: str) -> None:
    """Refuse a number that is too large, or breaks a rule for what is entered, or is too few.

    Of what adds up a year is too few where what was published of its parts adds up to more.
    """
    indicators = review.known.package.tables["indicators"]
    if not abs(row["value"].iloc[0]) < LARGEST:
        expected = Text(N_("expected less than {number}"), number=f"{LARGEST:.0f}")
        raise _refused(_said(row, typed), N_("number too large"), expected)
    # A supposed value keeps to the rules of a target's: it has no source, and no counts.
    for fault in value_faults("targets", row, indicators, ""):
        found = fault.found if fault.column == "qualifier" and not typed else _said(row, typed)
        raise _refused(found, fault.problem, fault.expected)
    least = _in_the_parts(row, review.compared)
    if adding(indicators)[row["indicator"].iloc[0]] and _is_less(row, least):
        problem = Text(N_("less than {year} has already"), year=row["period"].iloc[0])
        expected = Text(N_("expected at least {number}"), number=Number(least))
        raise _refused(_said(row, typed), problem, expected)


def _in_the_parts(row: pd.DataFrame, figures: pd.DataFrame) -> float:
    """Add up what was published for the beginning of a period; at least so much it was."""
    indicator, period = row["indicator"].iloc[0], row["period"].iloc[0]
    wanted, counted = row["definition"].iloc[0], figures["definition"]
    same = counted.isna() if pd.isna(wanted) else counted.eq(wanted)
    own = figures[figures["indicator"].eq(indicator) & same & figures["period"].ne(period)]
    parts = [f for series in figures_by_series(own).values() for f in series]
    added = add_up(parts, parse_period(period))
    return added.range.low if added else 0.0


def _is_less(row: pd.DataFrame, least: float) -> bool:
    most = stated(row["value"].iloc[0], row["qualifier"].iloc[0])
    return most.high < least or (most.high == least and most.high_open and least > 0)


def _said(row: pd.DataFrame, typed: str) -> str | Text:
    """Give a supposed value as it was said, with its qualifier where it has one."""
    value, sign = typed or Number(row["value"].iloc[0]), row["qualifier"].iloc[0]
    return Text("{value}" if sign == "=" else "{sign} {value}", sign=sign, value=value)


def _refused(found: str | Text, problem: str | Text, expected: str | Text) -> GiaobanError:
    return GiaobanError(
        N_("supposed value: {problem} (found {found}), {expected}"),
        problem=problem if isinstance(problem, Text) else Text(problem),
        found=found,
        expected=expected if isinstance(expected, Text) else Text(expected),
    )
