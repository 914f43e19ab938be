"""Tidy frames made by hand, for the analysis alone."""

import pandas as pd

from giaoban.vintage import with_days

DEFAULTS = {
    "indicator": "x",
    "unit": "u",
    "qualifier": "=",
    "definition": None,
    "obs_status": "A",
    "numerator": float("nan"),
    "denominator": float("nan"),
    "as_published": None,
    "reported_on": pd.Timestamp("2023-01-01"),
    "source": "s",
}


def figures(*rows: dict[str, object]) -> pd.DataFrame:
    """Make figures; what a row leaves out takes a default."""
    return with_days(pd.DataFrame([DEFAULTS | row for row in rows]))


def indicators(**changes: str | None) -> pd.DataFrame:
    """Make one indicator, ``x``: a share of which more is better."""
    row = {"indicator": "x", "unit_measure": "percent", "better": "up", "part_of": None}
    return pd.DataFrame([row | changes])


def targets(*rows: dict[str, object]) -> pd.DataFrame:
    """Make targets of indicator ``x`` for 2022."""
    default = {
        "indicator": "x",
        "unit": "u",
        "period": "2022",
        "qualifier": "=",
        "set_by": "city",
        "derivation": None,
        "reported_on": pd.Timestamp("2023-01-01"),
        "source": "s",
    }
    columns = [*default, "value"]
    return pd.DataFrame([default | row for row in rows], columns=columns)
