"""The rules that bound shares, and whether they are kept."""

import pandas as pd
from markupsafe import Markup

from giaoban import vocabulary
from giaoban.language import N_
from giaoban.markup import Fragment, html_table
from giaoban.report import Report


def rules_kept(report: Report) -> Fragment:
    """Hold the shares of this unit, and of those below, against the rules of the package."""
    found, stated = report.review.rules, report.tables["rules"]
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
            words.named(vocabulary.BASIS, row["basis"]),
            report.marks.mark(vocabulary.RULE, row["verdict"]),
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
        **{verdict: int(counts.get(verdict, 0)) for verdict in vocabulary.RULE},
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
