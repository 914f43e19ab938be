"""What the analysis says of one row, in words of the report's language."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import isfinite, nan
from typing import Any

import pandas as pd

from giaoban.analysis import Review, limits_of
from giaoban.catalogues import N_
from giaoban.language import Language, Measure, decimals_apart, decimals_written, percentage
from giaoban.tables import by_column, in_ratio, local
from giaoban.wording import codes
from giaoban.wording.codes import Codes
from giaoban.wording.revisions import revision, told_again

# Of more names than these, a line gives the first and how many more there are.
NAMED = 3
# The reasons under which a difference is shown all the same, beside the words that forbid it.
SHOWN_ALL_THE_SAME = ("definition_changed", "definition_not_said", "base_unknown", "series_break")
# What has a name, and the table that has it.
NAMED_IN = (("indicator", "indicators_form"), ("definition", "definitions"), ("unit", "units"))


@dataclass(frozen=True)
class Wording:
    """Say what a review found; without units where an axis or a header names them."""

    review: Review
    language: Language
    units: bool = True

    @cached_property
    def bare(self) -> "Wording":
        """The same without the units of counts and amounts."""
        return replace(self, units=False)

    def title_of(self, table: str, id_: object) -> str:
        """Give the name of an indicator, definition or unit; an id that is none stands as it is."""
        return self._titles.get((table, id_), id_) if isinstance(id_, str) else ""

    @cached_property
    def _titles(self) -> dict[tuple[str, str], str]:
        return {
            (table, row[table]): self.local(row, "title")
            for table, rows in NAMED_IN
            for _, row in self.review.tables[rows].iterrows()
        }

    def named(self, codes: Codes, code: str) -> str:
        """Give the name of a status, verdict, reason or kind."""
        return self.language.say(codes[code].name)

    def local(self, row: "Mapping[Any, Any] | pd.Series", name: str) -> str:
        """Give a cell in the report's language; what is not said in it stands in the other."""
        return local(row, name, self.language.code)

    @cached_property
    def about(self) -> dict[Any, dict[Any, Any]]:
        """What is said of each indicator, by its id."""
        return by_column(self.review.tables["indicators"], "indicator")

    def measure(self, indicator: str) -> Measure:
        """Give what an indicator measures, with its unit in the report's language."""
        about = self.about[indicator]
        return Measure(about["unit_measure"], self.local(about, "unit") if self.units else "")

    def limits(self, indicator: str) -> tuple[float, float]:
        """Give the numbers between which all values of an indicator lie."""
        return limits_of(self.about[indicator])

    def figure(self, row: pd.Series) -> str:
        """Write the figure of a row as it was printed; of a sum, what its parts leave open."""
        measure, sign = self.measure(row["indicator"]), row["qualifier"]
        if sign == "~" and len(row.get("rows", ())) > 1:
            text = self.language.between(*self.ends(row["least"], row["most"], row["indicator"]))
        else:
            upper = row["most"] if sign == ".." and "most" in row else row.get("value_to", nan)
            text = self.language.figure(row["value"], measure, row.get("as_published"), sign, upper)
        return text + self.marked(row.get("obs_status"))

    def marked(self, status: object) -> str:
        """Say behind a figure that it is estimated, provisional or the like; else nothing."""
        return f" ({self.named(codes.OBS_STATUS, status)})" if status in codes.OBS_STATUS else ""

    def silence(self, verdict: pd.Series) -> str:
        """Say why a target has no figure: not due yet, estimated, not said, or not entered."""
        if verdict["status"] == "not_yet" or not verdict["due"]:
            return self.named(codes.STATUS, "not_yet")
        if self._is_estimated(verdict):
            return self.language.say("estimated alone")
        silent = self._source_silent(verdict)
        return self.language.say(N_("the source does not say") if silent else N_("not entered"))

    def _is_estimated(self, verdict: pd.Series) -> bool:
        return bool((self.review.foreseen["target_row"] == verdict.get("target_row")).any())

    def _source_silent(self, verdict: pd.Series) -> bool:
        figures = self.review.tables["figures"]
        silent = figures[figures["value"].isna()]
        period = verdict.get("target_period", verdict["period"])
        asked = [verdict["indicator"], verdict["unit"], period]
        return bool(silent[["indicator", "unit", "period"]].eq(asked).all(axis="columns").any())

    def why(self, verdict: pd.Series) -> str:
        """Say why a verdict is open, if it is; and where the source is silent, just that."""
        if not isinstance(verdict["why"], str):
            return ""
        if verdict["why"] == "figure_not_published" and self._source_silent(verdict):
            return self.language.say("the source does not give the figure")
        if verdict["why"] == "figure_not_published" and self._is_estimated(verdict):
            return self.language.say("an estimate alone has been entered")
        return self.named(codes.WHY, verdict["why"])

    def computed(self, value: float, indicator: str, decimals: int | None = None) -> str:
        """Write a number that was computed, in the indicator's own measure."""
        measure = self.measure(indicator)
        if measure.kind == "percent":
            return self.percent(value, decimals)
        places = decimals_written(value) if decimals is None else decimals
        return measure.of(self.language.number(value, places))

    def ends(
        self, low: float, high: float, indicator: str, decimals: int | None = None
    ) -> tuple[str, str]:
        """Write the ends of a range that was computed, the unit at the last; one may be open."""
        first = self.bare if isfinite(high) else self
        least = first.computed(low, indicator, decimals) if isfinite(low) else ""
        return least, self.computed(high, indicator, decimals) if isfinite(high) else ""

    def projected(self, value: float, indicator: str) -> str:
        """Write a number that was projected: whole where all its figures are."""
        return self.computed(value, indicator, self.places(indicator))

    def places(self, indicator: str) -> int:
        """Count the decimals that tell the figures of an indicator apart: none of whole ones."""
        compared = self.review.compared
        known = compared.loc[compared["indicator"] == indicator, "value"]
        return 0 if self.is_whole(indicator) else decimals_apart(known)

    def is_whole(self, indicator: str) -> bool:
        """Say whether an indicator is of whole things, by its figures; shares are not."""
        figures = self.review.tables["figures"]
        known = figures.loc[figures["indicator"] == indicator, "value"].dropna()
        return self.measure(indicator).kind != "percent" and bool(known.mod(1).eq(0).all())

    def percent(self, value: float, decimals: int | None = 1) -> str:
        """Write a share that was computed; what is nearly 0 or 100% is not rounded to it."""
        places = decimals_written(value) if decimals is None else decimals
        return self.language.percent(value, places)

    def target(self, row: pd.Series, *more: str) -> str:
        """Write the target that a figure falls under, or that there is none.

        What there is more to say of it, such as its period, stands in the same brackets as that
        it was worked out.
        """
        if not isinstance(row["target_set_by"], str):
            return "–"
        derived = isinstance(row["target_derivation"], str) and pd.notna(row["target"])
        told, place = [self.language.say("worked out")] if derived else [], row.get("target_row")
        changed = revision(self.language, self._told_again, place, self.target_number)
        told += [*more, *filter(None, [changed])]
        number = self.target_number(row)
        return f"{number} ({', '.join(told)})" if told else number

    @cached_property
    def _told_again(self) -> pd.DataFrame:
        return told_again(self.review.tables["targets_told"])

    def target_number(self, row: pd.Series) -> str:
        """Write the number of a target, or its two ends."""
        measure = self.measure(row["indicator"])
        said = row["target"], measure, None, row["target_qualifier"], row["target_to"]
        return self.language.figure(*said)

    def before(self, row: pd.Series) -> pd.Series:
        """Give the figure that one is compared with, left out of the comparison or not."""
        compared, number = self.review.compared, row["previous_row"]
        known = compared if number in compared.index else self.review.tables["figures"]
        return known.loc[number]

    def counted(self, row: pd.Series) -> str:
        """Name an indicator; where its definition changed, with what was counted that time."""
        name, counted = self.title_of("indicator", row["indicator"]), self._counted(row)
        return f"{name}: {counted}" if counted else name

    def defined(self, row: pd.Series) -> str:
        """Write a figure; where the definition changed, with what was counted that time."""
        return f"{self.figure(row)} {self._counted(row)}".rstrip()

    def _counted(self, row: pd.Series) -> str:
        figures = self.review.tables["figures"]
        used = figures.loc[figures["indicator"] == row["indicator"], "definition"].dropna()
        several = len(used.unique()) > 1
        return self.title_of("definition", row["definition"]) if several else ""

    def some(self, names: list[str]) -> str:
        """List names; of many the first, and how many more there are."""
        first, more = "; ".join(names[:NAMED]), len(names) - NAMED
        if more <= 0:
            return first
        return self.language.say("{names}; and {more} more", names=first, more=more)

    @cached_property
    def definitions(self) -> pd.DataFrame:
        """The definitions by their ids."""
        return self.review.tables["definitions"].set_index("definition")

    def difference(self, row: pd.Series) -> str:
        """Write a change, of counts and amounts the relative one too; of a range, both its ends."""
        measure, say = self.measure(row["indicator"]), self.language.say
        if pd.isna(row["change"]):
            return self.language.difference_range(row["change_least"], row["change_most"], measure)
        difference = self.language.difference(row["change"], measure)
        # So much more in percent of it means nothing of a rate or a rating.
        about = self.about[row["indicator"]]
        if in_ratio(about) and row["comparable"] and row["previous_value"] > 0:
            share = self.language.relative(percentage(row["change"], row["previous_value"]))
            return say("{difference} ({share}% relative)", difference=difference, share=share)
        return difference

    def reason(self, row: pd.Series) -> str:
        """Say why a figure may not be compared with the one before, and by how much it differs."""
        reason = self.named(codes.REASON, row["reason"])
        if row["reason"] not in SHOWN_ALL_THE_SAME:
            return reason
        return f"{reason} ({self.difference(row)})"

    def margin(self, row: pd.Series) -> str:
        """Say by how much a figure stands over or under its target."""
        measure, say = self.measure(row["indicator"]), self.language.say
        if pd.isna(row["target"]):
            return say("the source does not say")
        if pd.notna(row["margin"]):
            return self.language.difference(row["margin"], measure)
        low, high = row["margin_least"], row["margin_most"]
        if pd.isna(low):
            return "–"
        if row["qualifier"] in (">", ">=") and low >= 0:
            bound = N_("more than {number}") if row["qualifier"] == ">" else N_("at least {number}")
            return say(bound, number=self.language.difference(low, measure))
        return self.language.difference_range(low, high, measure)
