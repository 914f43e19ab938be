"""The glossary: what was counted, and what the report's own words mean."""

from html import escape

from giaoban.glossary import TERMS
from giaoban.report import Fragment, Report


def glossary(report: Report) -> Fragment:
    """Explain the definitions of the figures and the words that the page has used."""
    items = []
    for definition in report.tables["definitions"]["definition"]:
        title = escape(report.wording.title_of("definition", definition))
        said = escape(report.wording.takes_in(definition)) or "–"
        items.append(f'<div id="definition-{definition}"><dt>{title}</dt><dd>{said}</dd></div>')
    for key, (name, explained) in TERMS.items():
        if key in report.explained | _in_sentences(report):
            entry = f"<dt>{report.say(name)}</dt><dd>{report.say(explained)}</dd>"
            items.append(f'<div id="term-{key}">{entry}</div>')
    return Fragment(f'<dl class="glossary">{"".join(items)}</dl>')


def _in_sentences(report: Report) -> set[str]:
    """Give the words that stand in sentences, where they cannot be pointed at."""
    shares = report.tables["indicators"]["unit_measure"].eq("percent").any()
    derived = report.tables["targets"]["derivation"].notna().any()
    return {key for key, used in (("points", shares), ("worked_out", derived)) if used}
