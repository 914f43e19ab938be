"""The cells of the office's table, in words: a figure, and under it what has to be known of it."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from math import ceil, floor, isfinite
from typing import Any

import pandas as pd

from giaoban.catalogues import N_
from giaoban.tables import adds_up, in_ratio
from giaoban.wording import codes
from giaoban.wording.codes import Code, Codes
from giaoban.wording.comparison import against, recast
from giaoban.wording.figures import Wording

OFFICE_HEADER = (
    N_("No."),
    N_("Indicator"),
    N_("Unit of measure"),
    N_("Plan"),
    N_("Same period last year"),
    N_("This period"),
    N_("Cumulative"),
    N_("Estimate for the year"),
    N_("% of plan"),
    N_("% of the same period"),
    N_("Remarks"),
)
# What is said under a percentage of a plan.
NAMED_PERCENT: Codes = {
    "ratio_of_shares": Code(N_("ratio of two shares")),
    "less_is_better": Code(N_("less is better")),
}
REMARKS: Codes = {
    "total_over_years": Code(N_("a total over several years is no figure of a year")),
    "definition_differs": Code(N_("the figure is not known to count what the plan was set for")),
    "parts_differ": Code(N_("not added up: the figures do not count the same")),
    "additive_unsaid": Code(N_("not added up: it is not said whether it adds up over time")),
    "zero_before": Code(N_("there is no percentage of 0 or less")),
}
NO_SUM = {"parts_differ", "additive_unsaid"}
# A number in the words of its qualifier.
QUALIFIED = {
    ">": N_("over {number}"),
    ">=": N_("at least {number}"),
    "<": N_("under {number}"),
    "<=": N_("at most {number}"),
    "~": N_("about {number}"),
}


@dataclass(frozen=True)
class OfficeWords:
    """Say the cells of a row of `giaoban.analysis.office_table`, each a list of lines."""

    words: Wording

    def name(self, row: pd.Series) -> str:
        """Name the indicator; a part says that it is one, once."""
        title, of_which = self.words.title_of("indicator", row["indicator"]), self.say("Of which")
        if not row["part"] or title.casefold().startswith(of_which.casefold()):
            return title
        return f"{of_which}: {title}"

    def measure(self, row: pd.Series) -> str:
        """Give the unit of measure."""
        kind, unit = self.words.measure(row["indicator"])
        if kind in ("percent", "rating"):
            return "%" if kind == "percent" else self.say("rating")
        return unit or self.say("number")

    def plan(self, row: pd.Series) -> list[str]:
        """Give the target, with its time and kind where these are not the figure's own."""
        if not isinstance(row["target_set_by"], str):
            return [self.say("not entered")]
        kind, period = row["target_kind"], row["target_period"]
        told = [self.words.target(row)]
        if period != row["period"]:
            told.append(self.words.language.period(period))
            told += [self.words.named(codes.KIND, kind)] if isinstance(kind, str) else []
        return told

    def figure(self, row: pd.Series, which: str = "") -> list[str]:
        """Give the figure of this period and the period.

        With ``same_`` of the same one a year before, with ``ahead_`` what the source expects.
        """
        indicator, period = row["indicator"], row[f"{which}period"]
        when = [self.words.language.period(period)] if isinstance(period, str) else []
        value = row[f"{which}value"]
        if pd.isna(value):
            return [self._silence(indicator, period), *when]
        names = ("value", "value_to", "qualifier", "as_published", "obs_status")
        told = {name: row[which + name] for name in names} | {"indicator": indicator}
        return [self.words.figure(pd.Series(told, dtype="object")), *when]

    def cumulative(self, row: pd.Series) -> list[str]:
        """Give the sum so far with its time; a dash where it says no more than this period does.

        So it is where nothing adds up, or is not known to.
        """
        same = pd.notna(row["value"]) and row["sum_period"] == row["period"]
        if same or not adds_up(self._about(row)) or NO_SUM.intersection(row["remarks"]):
            return ["–"]
        period = row["sum_period"]
        when = [self.words.language.period(period)] if isinstance(period, str) else []
        if pd.isna(row["sum_value"]):
            return [self.say("not entered"), *when]
        return [self.words.figure(self.sum_of(row)), *when]

    def sum_of(self, row: pd.Series) -> pd.Series:
        """Give the sum so far as a figure."""
        names = ("value", "qualifier", "least", "most", "obs_status", "rows")
        told = {name: row[f"sum_{name}"] for name in names}
        return pd.Series(told | {"indicator": row["indicator"]})

    def ahead(self, row: pd.Series) -> list[str]:
        """Give what the source itself expects of the year, marked as that; else a dash."""
        return self.figure(row, "ahead_") if pd.notna(row["ahead_value"]) else ["–"]

    def of_plan(self, row: pd.Series) -> list[str]:
        """Give the percentage of the plan, and say what it is."""
        told = self.percent(row, "of_plan", row["of_plan_qualifier"])
        return [
            told,
            *(
                self.words.named(NAMED_PERCENT, code)
                for code in row["remarks"]
                if code in NAMED_PERCENT
            ),
        ]

    def of_target(self, row: pd.Series) -> str:
        """Say how much of its target a figure is, of a share how far from it; or nothing."""
        if self.words.measure(row["indicator"]).in_points:
            judged = row["period"] == row["period_figure"] and pd.notna(row["target"])
            number = self.words.margin(row) if judged else "–"
            return "" if number == "–" else self.say("margin {number}", number=number)
        number = self.percent(row, "of_plan", row["of_plan_qualifier"])
        return "" if number == "–" else self.say("{number} of the target", number=number)

    def of_same(self, row: pd.Series) -> str:
        """Give the percentage of the same period, of shares and ratings the difference."""
        measure, language = self.words.measure(row["indicator"]), self.words.language
        if in_ratio(self._about(row)):
            return self.percent(row, "of_same", "~")
        if pd.notna(row["of_same"]):
            return language.difference(row["of_same"], measure)
        ends = row["of_same_least"], row["of_same_most"]
        return "–" if pd.isna(ends[0]) else language.difference_range(*ends, measure)

    def percent(self, row: pd.Series, name: str, sign: object) -> str:
        """Write a percentage; an end of a range is rounded outwards, so that it stays one."""
        if pd.isna(row[f"{name}_least"]):
            return "–"
        if pd.notna(row[name]):
            return self.words.percent(row[name])
        least, most = row[f"{name}_least"], row[f"{name}_most"]
        if least == most and isfinite(least):  # 0, whatever it is a part of.
            return self.words.percent(least)
        low = self.words.percent(floor(round(least * 10, 6)) / 10) if isfinite(least) else ""
        high = self.words.percent(ceil(round(most * 10, 6)) / 10) if isfinite(most) else ""
        low = low if high or least > 0 else ""  # At least 0% says nothing.
        if sign in QUALIFIED and sign != "~":
            number = high if str(sign).startswith("<") else low
            return self.say(QUALIFIED[str(sign)], number=number)
        return self.words.language.between(low, high)

    def remarks(self, row: pd.Series) -> Iterator[str]:
        """Say why something is not there, and which other plans there are."""
        period = self.words.language.period
        if isinstance(row["reason"], str):
            reason = self.words.named(codes.REASON, row["reason"])
            template = N_("not comparable with {period}: {reason}")
            yield self.say(template, period=period(row["same_period"]), reason=reason)
        before = against(self.words, row.rename(row["row"]))
        if "change_least" in before and before["comparable"]:
            found = self.words.review.recast.loc[before["previous_row"]]
            told = self.say("{figure} (worked out)", figure=recast(self.words, found))
            yield self.say("before the merger: {figure}", figure=told)
        yield from (self.words.named(REMARKS, code) for code in row["remarks"] if code in REMARKS)
        verdicts = self.words.review.verdicts
        for _, plan in verdicts[verdicts["target_row"].isin(row["other_plans"])].iterrows():
            by = self.words.title_of("unit", plan["target_set_by"])
            yield self.say("plan of {unit}: {number}", unit=by, number=self.words.target(plan))

    def _about(self, row: pd.Series) -> dict[Hashable, Any]:
        return self.words.about[row["indicator"]]

    def _silence(self, indicator: str, period: Any) -> str:
        """Say of which kind the silence about a period is; a forecast is named as one."""
        review = self.words.review
        ours = {
            name: table[table["indicator"].eq(indicator) & table["period"].eq(period)]
            for name, table in {"said": review.tables["figures"], "ahead": review.expected}.items()
        }
        if len(ours["ahead"]):
            return self.words.figure(ours["ahead"].iloc[-1])
        if ours["said"]["value"].isna().any():
            return self.say("the source does not say")
        targets = review.verdicts[review.verdicts["indicator"] == indicator]
        figures = review.tables["figures"]["indicator"].eq(indicator).any()
        if not figures and len(targets) and not targets["due"].any():
            return self.words.named(codes.STATUS, "not_yet")
        return self.say("not entered")

    def say(self, text: str, **parts: object) -> str:
        """Translate a sentence, then fill in its parts."""
        return self.words.language.say(text, **parts)
