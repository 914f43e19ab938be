"""What to ask for, so that a target can be judged."""

from typing import Any, Final

import pandas as pd

from giaoban.language import Period, parse_period
from giaoban.tables import records

_OF_TARGETS: Final = {
    "target_not_published": "target_value",
    "kind_not_said": "target_kind",
    "no_direction": "direction",
}
_OF_FIGURES: Final = {
    "figure_not_published": "figure_missing",
    "definition_differs": "definition",
    "parts_differ": "parts",
    "range": "exact_figure",
}


def ask_about(rows: pd.DataFrame, ask: Any, period: str = "period", whom: str = "") -> pd.DataFrame:
    """Ask about rows; of those whose ask is missing nothing."""
    asked = rows[["indicator"]].assign(ask=ask, period=rows.get(period))
    return asked.assign(whom=rows[whom] if whom else None).dropna(subset="ask")


def about_targets(verdicts: pd.DataFrame) -> pd.DataFrame:
    """Ask who set a target what it asks for; its value where it was not published."""
    why = verdicts["why"].map(_OF_TARGETS).mask(verdicts["target"].isna(), "target_value")
    return ask_about(verdicts, why, "target_period", "target_set_by")


def about_figures(verdicts: pd.DataFrame) -> pd.DataFrame:
    """Ask for what keeps a figure from being judged; of an exact one that is the target's doing."""
    exact = verdicts["qualifier"].eq("=") & verdicts["target_kind"].ne("each")
    exact |= verdicts["target_qualifier"].eq("~") & verdicts["qualifier"].eq("=")
    # Of a sum that has begun its parts are asked for.
    begun = verdicts["why"].eq("figure_not_published") & verdicts["share_covered"].notna()
    why = verdicts["why"].mask(verdicts["why"].eq("range") & exact | begun)
    periods = [_open_period(row) for row in records(verdicts)]
    period = pd.Series(periods, verdicts.index, dtype="object")
    asked = ask_about(verdicts.assign(asked_period=period), why.map(_OF_FIGURES), "asked_period")
    return pd.concat([asked, ask_about(_missing_parts(verdicts), "figure_missing")])


def _missing_parts(verdicts: pd.DataFrame) -> pd.DataFrame:
    """Give what a sum that is open has no figures of, a year at a time."""
    begun = verdicts[verdicts["share_covered"].notna()]
    open_yet = begun[begun["status"].isin(["not_yet", "undetermined"])]
    periods = pd.Series(
        [_lacking(row) for row in records(open_yet)], open_yet.index, dtype="object"
    )
    return open_yet.assign(period=periods).explode("period").dropna(subset="period")


def _lacking(verdict: dict[Any, Any]) -> list[str]:
    """Part by its years the gaps of a sum, and what lacks behind its last figure once due."""
    span, stretches = parse_period(verdict["target_period"]), map(parse_period, verdict["gaps"])
    first = (verdict["until"] + pd.Timedelta(days=1)).date()
    rest = [Period(first, span.end)] if verdict["due"] and first <= span.end else []
    return [
        str(Period(max(stretch.start, year.start), min(stretch.end, year.end)))
        for stretch in [*stretches, *rest]
        for year in span.in_years()
        if stretch.start <= year.end and year.start <= stretch.end
    ]


def _open_period(verdict: dict[Any, Any]) -> object:
    """Give the period of the figure that leaves a target open; of several years the first."""
    years = [period for period, status in verdict["stretches"] if status == "undetermined"]
    if verdict["target_kind"] != "by" and years:
        return years[0]
    if verdict["why"] == "figure_not_published" and verdict["target_kind"] == "by":
        return str(parse_period(verdict["target_period"]).in_years()[-1])
    if verdict["why"] == "figure_not_published":
        return verdict["target_period"]
    return verdict["period" if verdict["why"] == "range" else "target_period"]
