"""Tidy frames made by hand, for the analysis alone."""

import pandas as pd

from giaoban.analysis import compare
from giaoban.asof import with_days

DEFAULTS = {
    "indicator": "x",
    "unit": "u",
    "value_to": float("nan"),
    "qualifier": "=",
    "definition": None,
    "obs_status": "A",
    "numerator": float("nan"),
    "denominator": float("nan"),
    "as_published": None,
    "reported_on": pd.Timestamp("2023-01-01"),
    "source": "s",
    "note_vi": None,
    "note_en": None,
}


def figures(*rows: dict[str, object]) -> pd.DataFrame:
    """Make figures; what a row leaves out takes a default."""
    return with_days(pd.DataFrame([DEFAULTS | row for row in rows]))


def indicators(**changes: str | bool | None) -> pd.DataFrame:
    """Make one indicator, ``x``: a share of which more is better."""
    row = {"indicator": "x", "unit_measure": "percent", "better": "up", "part_of": None}
    return pd.DataFrame([row | changes])


def units(*rows: dict[str, object]) -> pd.DataFrame:
    """Make units; unit ``u`` alone where none is given."""
    default = {"unit": "u", "parent": None, "valid_from": pd.NaT, "valid_to": pd.NaT}
    made = pd.DataFrame([default | row for row in rows or ({},)])
    return made.astype({"valid_from": "datetime64[us]", "valid_to": "datetime64[us]"})


# A ladder of definitions, each containing the one before it, and one apart.
DEFINITIONS = pd.DataFrame(
    {
        "definition": ["narrow", "wide", "widest", "apart"],
        "includes": [None, "narrow", "wide", None],
    }
)


def compared(*rows: dict[str, object], **about: str | bool | None) -> pd.DataFrame:
    """Make figures of indicator ``x`` and set each beside the one before it."""
    return compare(figures(*rows), indicators(**about), units())


def below(*rows: dict[str, object], **about: str | bool | None) -> pd.DataFrame:
    """Make figures of 2022, each of the unit that it names, and set them beside those before."""
    rows = tuple({"period": "2022"} | row for row in rows)
    named: list[dict[str, object]] = [{"unit": name} for name in {row["unit"] for row in rows}]
    return compare(figures(*rows), indicators(**about), units(*named))


def yearly(*values: float, first: int = 2021) -> list[dict[str, object]]:
    """Make a figure for each year from the first on."""
    return [{"period": f"{first + i}", "value": v} for i, v in enumerate(values)]


def targets(*rows: dict[str, object]) -> pd.DataFrame:
    """Make targets of indicator ``x`` for 2022."""
    default = {
        "indicator": "x",
        "unit": "u",
        "period": "2022",
        "kind": None,
        "value_to": float("nan"),
        "qualifier": "=",
        "set_by": "city",
        "derivation": None,
        "definition": None,
        "reported_on": pd.Timestamp("2023-01-01"),
        "source": "s",
    }
    columns = [*default, "value"]
    made = pd.DataFrame([default | row for row in rows], columns=columns)
    return made.astype({"value": "float64", "value_to": "float64"})
