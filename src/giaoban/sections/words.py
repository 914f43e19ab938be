"""The glossary: what was counted, and what the report's own words mean."""

from html import escape

from giaoban.glossary import TERMS
from giaoban.report import Fragment, Report

# Words that stand in sentences, which cannot be pointed at.
ALWAYS = {"points", "worked_out"}


def glossary(report: Report) -> Fragment:
    """Explain the definitions of the figures and the words that the page has used."""
    items = []
    for definition in report.tables["definitions"]["definition"]:
        title = escape(report.wording.title_of("definition", definition))
        said = escape(report.wording.takes_in(definition)) or "–"
        items.append(f'<div id="definition-{definition}"><dt>{title}</dt><dd>{said}</dd></div>')
    for key, (name, explained) in TERMS.items():
        if key in report.explained | ALWAYS:
            entry = f"<dt>{report.say(name)}</dt><dd>{report.say(explained)}</dd>"
            items.append(f'<div id="term-{key}">{entry}</div>')
    return Fragment(f'<dl class="glossary">{"".join(items)}</dl>')
