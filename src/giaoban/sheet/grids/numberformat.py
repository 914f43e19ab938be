"""How a number format of a spreadsheet shows a number, in Vietnamese: 1.234,5 or 97,8%."""

import re
from decimal import ROUND_HALF_UP, Decimal

from giaoban.language import plain
from giaoban.workbook import LITERAL

_MASK = re.compile(
    r"(?P<whole>(?:[#0?,]*[#0?])?)(?:\.(?P<decimals>[0#?]+))?(?P<scale>,*)(?P<percent>\s*%)?"
)
# More a spreadsheet neither shows nor keeps, and `giaoban.language` reads.
MOST_DECIMALS = 12
GENERAL = "General"


def shown_number(value: float, code: str = GENERAL) -> tuple[str, Decimal]:
    """Show a number as its format does.

    Parameters
    ----------
    value : float
        What the cell holds; 0.978 where it shows 97,8%.
    code : str
        The format, such as ``#,##0.0`` or ``0.0%``; its part for positive numbers counts.

    Returns
    -------
    shown : str
        With a decimal comma, points between thousands, and the percent sign.
    value : Decimal
        The number that is shown, in percent where it is one.
    """
    own = code.partition(";")[0]
    quoted = "%" in "".join(re.findall(r'"([^"]*)"', own))
    mask = LITERAL.sub("", own).strip()
    found = _MASK.fullmatch(mask)
    exact = _decimal(value)
    if not found or found["scale"] or not mask:
        percent = "%" in mask
        exact = exact * 100 if percent else exact
        return f"{_written(exact, False)}{'%' if percent or quoted else ''}", exact
    if found["percent"]:
        exact *= 100
    decimals = found["decimals"] or ""
    value_shown = round_half_up(exact, min(len(decimals), MOST_DECIMALS))
    text = _written(value_shown, "," in found["whole"], decimals.count("0"))
    return f"{text}{'%' if found['percent'] or quoted else ''}", value_shown


def round_half_up(value: Decimal, places: int) -> Decimal:
    """Round as spreadsheets do."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _decimal(value: float) -> Decimal:
    whole = Decimal(plain(float(f"{value:.15g}")))
    return round(whole, MOST_DECIMALS) if -int(whole.as_tuple().exponent) > MOST_DECIMALS else whole


def _written(value: Decimal, grouped: bool, least: int = 0) -> str:
    """Write a number with at least so many decimals, and no needless ones."""
    whole, _, rest = f"{value:f}".partition(".")
    rest = rest[:least] + rest[least:].rstrip("0")
    if grouped:
        whole = f"{int(whole):,}".replace(",", ".") if whole.strip("-0") else whole
    return f"{whole},{rest}" if rest else whole
