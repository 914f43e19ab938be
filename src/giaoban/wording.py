"""What the analysis says, in sentences of the report's language."""

from dataclasses import dataclass

import pandas as pd

from giaoban.language import N_, Language
from giaoban.review import Review
from giaoban.trends import POINTS_FOR_SLOPE

STATUS = {
    "met": N_("met"),
    "not_met": N_("not met"),
    "undetermined": N_("undetermined"),
    "no_target": N_("no target"),
}
PROGRESS = {
    "on_track": N_("on track"),
    "behind": N_("behind"),
    "moving_away": N_("moving away"),
    "too_few_points": N_("too few points"),
}
REASON = {
    "definition_changed": N_("the definition changed"),
    "series_break": N_("the series was broken"),
    "unit_changed": N_("the unit changed"),
    "part_year": N_("the periods differ in length"),
    "base_unknown": N_("the base is not said"),
}
TREND = {
    "rising": N_("rising"),
    "falling": N_("falling"),
    "no_clear_trend": N_("no clear trend"),
    "too_few_points": N_("too few points"),
}
VERDICT = {
    "agrees": N_("agrees"),
    "agrees_if_truncated": N_("agrees when cut off"),
    "agrees_if_rounded": N_("agrees when rounded to {step}"),
    "disagrees": N_("disagrees"),
    "cannot_check": N_("cannot be checked"),
}
STEPS = {
    1.0: N_("whole numbers"),
    10.0: N_("tens"),
    100.0: N_("hundreds"),
    1000.0: N_("thousands"),
}
MISSING = {
    "no_figure": N_("the figure that it rests on was not published"),
    "no_target": N_("there is no exact target for it"),
    "target_not_published": N_("the target’s value was not published"),
    "circular": N_("the target was itself worked out from this statement"),
    "figure_is_a_range": N_("the figure was not stated exactly"),
    "not_comparable": N_("the figures may not be compared"),
}
CLAIM = {
    "mean_per_year": N_("{number} a year"),
    "margin_over_target": N_("{number} over the target"),
    "percent_of_target": N_("{number} of the target"),
    "change": N_("a change of {number}"),
}
CHANGE = {"new": N_("new"), "revised": N_("revised"), "withdrawn": N_("withdrawn")}
EVENT = {"award": N_("award"), "rating": N_("rating"), "milestone": N_("milestone")}
RECORD = {
    "result": N_("Results"),
    "shortcoming": N_("Shortcomings"),
    "cause": N_("Causes"),
    "direction": N_("Directions"),
    "conclusion": N_("Conclusions"),
    "action": N_("Actions"),
}


@dataclass(frozen=True)
class Wording:
    """Say what a review found."""

    review: Review
    language: Language

    def title_of(self, table: str, id_: object) -> str:
        """Give the name of an indicator, definition or unit; an id that is none stands as it is."""
        if not isinstance(id_, str):
            return ""
        named = self.review.known.tables[f"{table}s"].set_index(table)
        return self.local(named.loc[id_], "title") if id_ in named.index else id_

    def named(self, names: dict[str, str], key: str) -> str:
        """Give the name of a status, verdict, reason or kind."""
        return self.language.say(names[key])

    def local(self, row: pd.Series, name: str) -> str:
        """Give a cell in the report's language; Vietnamese has its column, all others English."""
        cell = row[f"{name}_{'vi' if self.language.code == 'vi' else 'en'}"]
        return cell if isinstance(cell, str) else ""

    def measure(self, indicator: str) -> str:
        """Give an indicator's unit of measure."""
        indicators = self.review.known.tables["indicators"].set_index("indicator")
        return str(indicators.at[indicator, "unit_measure"])

    def figure(self, row: pd.Series) -> str:
        """Write the figure of a row as it was printed."""
        measure = self.measure(row["indicator"])
        return self.language.figure(
            row["value"], measure, row.get("as_published"), row["qualifier"]
        )

    def target(self, row: pd.Series) -> str:
        """Write the target that a figure falls under, or that there is none."""
        if not isinstance(row["target_set_by"], str):
            return "–"
        measure = self.measure(row["indicator"])
        return self.language.figure(row["target"], measure, None, row["target_qualifier"])

    def change(self, row: pd.Series) -> str:
        """Say how a figure stands to the one before it."""
        say = self.language.say
        if not isinstance(row["previous_period"], str):
            return say("no figure before it")
        if pd.isna(row["change"]):
            difference = say("not stated exactly")
        else:
            difference = self.language.difference(row["change"], self.measure(row["indicator"]))
        if row["comparable"]:
            since = self.language.period(row["previous_period"])
            return say("{difference} since {period}", difference=difference, period=since)
        reason = self.named(REASON, row["reason"])
        return say("not comparable: {reason} ({difference})", reason=reason, difference=difference)

    def status(self, row: pd.Series) -> str:
        """Give the status of a figure against its target."""
        return self.named(STATUS, row["status"])

    def trend(self, trend: pd.Series) -> str:
        """Give the slope of a run of comparable figures, or say how many it lacks."""
        if trend["verdict"] == "too_few_points":
            return self.language.say(
                "Comparable figures in a row: {points}; a slope needs {needed}.",
                points=trend["points"],
                needed=POINTS_FOR_SLOPE,
            )
        measure = self.measure(trend["indicator"])
        ends = [self.language.difference(trend[c], measure, 2) for c in ("per_year", "low", "high")]
        return self.language.say(
            "Slope a year from {first} to {last}: {slope} (95% interval {low} to {high}): "
            "{verdict}.",
            first=self.language.period(trend["first_period"]),
            last=self.language.period(trend["last_period"]),
            slope=ends[0],
            low=ends[1],
            high=ends[2],
            verdict=self.named(TREND, trend["verdict"]),
        )

    def recomputed(self, claim: pd.Series) -> str:
        """Write what the figures give for a claim."""
        if pd.isna(claim["recomputed"]):
            return self.language.say("cannot be computed")
        return self.claim_number(claim, claim["recomputed"])

    def margin(self, row: pd.Series) -> str:
        """Say by how much a figure stands over or under its target."""
        if pd.isna(row["margin"]):
            return self.language.say("not published")
        difference = self.language.difference(row["margin"], self.measure(row["indicator"]))
        more = {">": N_("more than {number}"), ">=": N_("at least {number}")}
        form = more.get(row["qualifier"], "{number}")
        return self.language.say(form, number=difference)

    def comparison(self, row: pd.Series, before: pd.Series) -> list[str]:
        """Say in full why two neighbouring figures may or may not be compared."""
        say = self.language.say
        parts = {
            "before": self.figure(before),
            "earlier": self.language.period(before["period"]),
            "now": self.figure(row),
            "later": self.language.period(row["period"]),
            "difference": self.change(row),
        }
        if row["comparable"]:
            return [say("From {before} ({earlier}) to {now} ({later}): {difference}.", **parts)]
        parts["reason"] = self.named(REASON, row["reason"])
        first = say(
            "{before} in {earlier} and {now} in {later} may not be compared: {reason}.", **parts
        )
        return [first, *self._what_follows(row, before)]

    def _what_follows(self, row: pd.Series, before: pd.Series) -> list[str]:
        say, out = self.language.say, []
        if pd.notna(row["change"]):
            number = self.language.difference(row["change"], self.measure(row["indicator"]))
            if row["reason"] == "definition_changed":
                text = N_(
                    "The difference of {number} comes with a change of definition; "
                    "it does not say whether anything improved."
                )
            elif row["reason"] == "base_unknown":
                text = N_(
                    "The difference of {number} counts only if both are shares of the same base."
                )
            else:
                text = N_("The difference of {number} says nothing by itself.")
            out.append(say(text, number=number))
        wider, narrower = row["definition"], before["definition"]
        if row["reason"] == "definition_changed" and self._contains(wider, narrower):
            out.append(
                say(
                    "“{wider}” contains “{narrower}”, so counted as in {earlier}, the share of "
                    "{later} can be at most {now}; counted as in {later}, that of {earlier} is "
                    "at least {before}.",
                    wider=self.title_of("definition", wider),
                    narrower=self.title_of("definition", narrower),
                    earlier=self.language.period(before["period"]),
                    later=self.language.period(row["period"]),
                    now=self.figure(row),
                    before=self.figure(before),
                )
            )
        return out

    def _contains(self, wider: object, narrower: object) -> bool:
        includes = self.review.known.tables["definitions"].set_index("definition")["includes"]
        here, seen = includes.get(wider), set()
        while isinstance(here, str) and here not in seen:
            if here == narrower:
                return True
            seen.add(here)
            here = includes.get(here)
        return False

    def verdict(self, claim: pd.Series) -> str:
        """Give a claim's verdict in words."""
        step = claim["rounded_to"]
        said = self.language.say(STEPS.get(step, "")) if step in STEPS else self._step(step)
        form = VERDICT[claim["verdict"]]
        verdict = self.language.say(form, step=said)
        if claim["verdict"] == "cannot_check":
            return f"{verdict}: {self.named(MISSING, claim['detail'])}"
        return verdict

    def _step(self, step: float) -> str:
        return "" if pd.isna(step) else self.language.number(step, shortest(step))

    def claim_number(self, claim: pd.Series, value: float, printed: bool = False) -> str:
        """Write a claim's number in the measure of its kind; a computed one with one decimal."""
        kind, measure = claim["kind"], self.measure(claim["indicator"])
        decimals = shortest(value) if printed else min(shortest(value), 1)
        if kind in ("margin_over_target", "change"):
            number = self.language.difference(value, measure, decimals)
        else:
            sign = "%" if kind == "percent_of_target" else ""
            number = self.language.number(value, decimals) + sign
        return self.language.say(CLAIM[kind], number=number)


def shortest(value: float) -> int:
    """Count the decimals that a step of rounding needs."""
    return len(f"{value:.6f}".rstrip("0").partition(".")[2])
