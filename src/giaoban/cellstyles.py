"""Which cell styles of a workbook show a number as percent."""

import re

from defusedxml.ElementTree import fromstring

BUILT_IN_PERCENTS = {"9", "10"}
# What a number format shows as it stands: quoted, escaped, padded or in brackets.
_LITERAL = re.compile(r'"[^"]*"|[\\_*].|\[[^\]]*\]')


def percent_styles(xml: bytes) -> set[int]:
    """Number the cell styles of a ``styles.xml`` that show a number as percent."""
    styles = fromstring(xml)
    percents = BUILT_IN_PERCENTS | {
        form.get("numFmtId", "")
        for form in styles.findall("{*}numFmts/{*}numFmt")
        if "%" in _LITERAL.sub("", form.get("formatCode", ""))
    }
    used = styles.findall("{*}cellXfs/{*}xf")
    return {n for n, style in enumerate(used) if style.get("numFmtId") in percents}
