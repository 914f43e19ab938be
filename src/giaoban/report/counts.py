"""Small numbers: the counts behind percentages, and the rules that bound shares."""

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from giaoban.analysis import LARGEST_WHOLE, SOLUTIONS_SHOWN, printed_shares
from giaoban.catalogues import N_
from giaoban.report.html import Fragment, html_table
from giaoban.report.page import Report
from giaoban.wording import codes, named_verdict

LIKELY = {
    "changed": N_("about {smaller} to {larger} and the base of the parts changed"),
    "same": N_("about {smaller} to {larger} and the base of the parts did not change"),
}


def feasible_counts(report: Report, feasible: pd.DataFrame | None = None) -> Fragment:
    """Give the smallest counts that shares printed without any may stand for.

    Parameters
    ----------
    report : Report
        The report.
    feasible : DataFrame
        From `giaoban.analysis.feasible_counts`; else the review's own.
    """
    report.review.hand(feasible_counts=feasible)
    found = _of_interest(report)
    say = report.say
    rows = [_solutions(report, own) for _, own in found.groupby("problem")]
    parts = [*_together(report), *_mismatches(report), *_nothing_fits(report)]
    if rows:
        text = say(
            "These counts are not published. They are whole numbers whose percentage gives what "
            "was printed, under the assumption beside them: the {shown} smallest, and how many "
            "there are up to a whole of {largest}.",
            shown=SOLUTIONS_SHOWN,
            largest=LARGEST_WHOLE,
        )
        header = [say("Share"), say("Period"), say("Assumption"), say("Counts"), say("Printed")]
        table = html_table(say("Counts that the percentages may stand for"), header, rows)
        parts = [Markup("<p>{}</p>{}").format(text, table), *parts]
    if not parts:
        return report.paragraph(
            "No exact share between 0% and 100% has been entered without its counts."
        )
    return Fragment(Markup().join(parts))


def _of_interest(report: Report) -> pd.DataFrame:
    """Keep pairs of shares, and of single ones the latest of each indicator."""
    found = report.review.feasible_counts
    latest = report.review.latest.index
    return found[found["base"].ne("alone") | found["row"].isin(latest)]


def _solutions(report: Report, own: pd.DataFrame) -> list[str]:
    words, first = report.wording, own[own["solution"] == 1]
    figures = report.review.compared.loc[first["row"]]
    named = [
        f"{words.counted(row)}: {words.figure(row)}" + report.citations.cite("figures", row.name)
        for _, row in figures.iterrows()
    ]
    counts = [
        ", ".join(
            report.say("{part} of {whole}", part=row.numerator, whole=row.denominator)
            for row in solution.itertuples()
        )
        for _, solution in own.groupby("solution")
    ]
    base, printed = first["base"].iloc[0], first["printed"].iloc[0]
    return [
        Markup("; ").join(named),
        report.language.period(first["period"].iloc[0]),
        words.named(codes.ASSUMPTION, base),
        "; ".join(counts) + _more(report, int(first["fitting"].iloc[0])),
        words.named(codes.PRINTED, printed),
    ]


def _together(report: Report) -> Iterator[Markup]:
    """Say how many there are, if their number stayed nearly the same from year to year."""
    found = report.review.likely_wholes
    for (indicator, earlier, later), rows in found.groupby(
        ["indicator", "earlier", "later"], sort=False
    ):
        wholes = zip(rows["base"], rows["smaller"], rows["larger"], strict=True)
        told = [report.say(LIKELY[b], smaller=low, larger=high) for b, low, high in wholes]
        text = report.say(
            "{indicator}: if their number stayed nearly the same from {earlier} to {later}, there "
            "are {numbers}. Ask how many there are.",
            indicator=report.wording.title_of("indicator", indicator),
            earlier=report.language.period(str(earlier)),
            later=report.language.period(str(later)),
            numbers=report.say(", or ").join(told),
        )
        yield Markup("<p>{}</p>").format(text)


def _more(report: Report, fitting: int) -> str:
    return (
        " … " + report.say("({number} in all)", number=fitting) if fitting > SOLUTIONS_SHOWN else ""
    )


def _nothing_fits(report: Report) -> Iterator[Markup]:
    """Name the shares that no count up to the largest one gives."""
    shares = printed_shares(report.review.compared, report.tables["indicators"])
    solved = report.review.feasible_counts["row"]
    for number, row in shares[~shares.index.isin(solved)].iterrows():
        text = report.say(
            "{indicator}, {period}: no count up to {largest} gives {figure}, rounded or cut off; "
            "the whole is larger, or the print is wrong.",
            indicator=report.wording.title_of("indicator", row["indicator"]),
            period=report.language.period(row["period"]),
            largest=LARGEST_WHOLE,
            figure=report.wording.figure(row),
        )
        yield Markup("<p>{}{}</p>").format(text, report.citations.cite("figures", number))


def _mismatches(report: Report) -> Iterator[Markup]:
    """Name the shares that were printed with counts that give another share."""
    for number, row in report.review.counted_shares.iterrows():
        if row["verdict"] == "agrees":
            continue
        text = report.say(
            "{indicator}, {period}: printed {figure}; {part} of {whole} is {share}: {verdict}.",
            indicator=report.wording.title_of("indicator", row["indicator"]),
            period=report.language.period(row["period"]),
            figure=report.wording.figure(row),
            part=f"{row['numerator']:.0f}",
            whole=f"{row['denominator']:.0f}",
            share=report.language.number(row["recomputed"], 2) + "%",
            verdict=named_verdict(report.wording, row["verdict"], row["rounded_to"]),
        )
        yield Markup("<p>{}{}</p>").format(text, report.citations.cite("figures", number))


def rules_kept(report: Report, rules: pd.DataFrame | None = None) -> Fragment:
    """Hold the shares of this unit, and of those below, against the rules of the package.

    Parameters
    ----------
    report : Report
        The report.
    rules : DataFrame
        From `giaoban.analysis.check_rules`; else the review's own.
    """
    report.review.hand(rules_kept=rules)
    found, stated = report.review.rules_kept, report.tables["rules"]
    if stated.empty:
        return report.paragraph("The package states no rule that bounds a share.")
    if found.empty:
        return report.paragraph("No figure falls under a rule that bounds a share.")
    parts = [
        _rule(report, rule, found[found["rule"] == rule["rule"]]) for _, rule in stated.iterrows()
    ]
    return Fragment(Markup().join(parts))


def _rule(report: Report, rule: pd.Series, found: pd.DataFrame) -> Markup:
    say, words, cite = report.say, report.wording, report.citations.cite
    unit = report.review.known.unit
    own = found["unit"].eq(unit)
    others = found[~own].groupby("unit", sort=False).tail(1)
    shown = pd.concat([found[own], others[others["verdict"] == "broken"]])
    rows = [
        [
            words.title_of("unit", row["unit"]),
            report.language.period(row["period"]),
            _range(report, row) + (cite("figures", row["row"]) if row["unit"] == unit else ""),
            words.named(codes.BASIS, row["basis"]),
            report.marks.mark(codes.RULE, row["verdict"]),
        ]
        for _, row in shown.iterrows()
    ]
    header = [say("Unit"), say("Period"), say("Share"), say("How"), say("Verdict")]
    counts = others["verdict"].value_counts()
    head = Markup("<h3>{}</h3><p>{}{}</p>").format(
        words.local(rule, "title"),
        report.around(
            N_("Source of the rule: {source}."), source=report.citations.source(rule["source"])
        ),
        cite("rules", rule.name),
    )
    text = say(
        "Units below, by their latest figure: kept {holds}; not kept {broken}; "
        "undetermined {undetermined}.",
        **{verdict: int(counts.get(verdict, 0)) for verdict in codes.RULE},
    )
    table = html_table(say("Shares that the rule bounds"), header, rows) if rows else Markup()
    return head + table + (Markup("<p>{}</p>").format(text) if len(others) else Markup())


def _range(report: Report, row: pd.Series) -> str:
    """Write the share, or what is known of it."""
    least, most = (report.wording.percent(row[end]) for end in ("least", "most"))
    if row["least"] == row["most"]:
        return least
    if row["basis"] == "base_unknown" and row["most"] < 100:
        return report.say("{low} or {high}", low=least, high=most)
    if row["most"] == 100:
        return report.say("at least {low}", low=least)
    return report.say("{low} to {high}", low=least, high=most)
