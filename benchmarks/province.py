"""Make a programme of a whole province: ``python -m benchmarks.province FOLDER``."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from giaoban.datapackage import describe

MEASURES = ("percent", "percent", "count", "percent", "number", "percent")
PROGRAMME = {
    "code": "01-CTr/MẪU",
    "title_vi": "Chương trình của một tỉnh, số liệu giả định",
    "title_en": "Programme of a province with made-up figures",
    "decided_on": "2020-12-24",
    "period": "2021/2025",
    "unit": "tinh",
    "synthetic": True,
}
# A figure in so many of a unit's own was not reported, or only rounded ("over").
SILENT, ROUNDED = 50, 40


def write_province(
    folder: Path, sizes: Sequence[int], indicators: int = 24, years: int = 5, seed: int = 1
) -> Path:
    """Write a province whose districts have as many communes as ``sizes`` says.

    Each unit has a figure for each indicator and year, but for a few; those of districts and of
    the province are what their communes come to. Each has a target for every second indicator.
    """
    units, about = _units(sizes), _indicators(indicators)
    figures = _figures(units, about, range(2025 - years, 2025), np.random.default_rng(seed))
    tables = {
        "indicators": about,
        "figures": figures,
        "meetings": pd.DataFrame(
            {
                "meeting_date": ["2024-03-12", "2025-03-14"],
                "title_vi": ["Hội nghị lần 1", "Hội nghị lần 2"],
                "title_en": ["Meeting 1", "Meeting 2"],
            }
        ),
        "targets": _targets(units, about),
        "units": units,
        "sources": pd.DataFrame({"source": ["made"], "title": ["Số liệu giả định"]}),
    }
    folder.mkdir(parents=True)
    for name, table in tables.items():
        table.to_csv(folder / f"{name}.csv", index=False)
    headers = {name: list(table.columns) for name, table in tables.items()}
    described = describe(folder.name, PROGRAMME, headers)
    (folder / "datapackage.json").write_text(json.dumps(described, ensure_ascii=False, indent=1))
    return folder


def _units(sizes: Sequence[int]) -> pd.DataFrame:
    rows = [("tinh", "Tỉnh Mẫu", "Sample province", "province", "")]
    for n, size in enumerate(sizes, 1):
        rows.append((f"h-{n:03}", f"Huyện Mẫu {n}", f"Sample district {n}", "district", "tinh"))
        rows += [
            (f"x-{n:03}-{m:03}", f"Xã Mẫu {n}.{m}", f"Commune {n}.{m}", "commune", f"h-{n:03}")
            for m in range(1, size + 1)
        ]
    return pd.DataFrame(rows, columns=["unit", "title_vi", "title_en", "level", "parent"])


def _indicators(number: int) -> pd.DataFrame:
    measures = [MEASURES[n % len(MEASURES)] for n in range(number)]
    amount = [measure == "number" for measure in measures]
    return pd.DataFrame(
        {
            "indicator": [f"i-{n:02}" for n in range(1, number + 1)],
            "title_vi": [f"Chỉ số mẫu {n}" for n in range(1, number + 1)],
            "title_en": [f"Sample indicator {n}" for n in range(1, number + 1)],
            "unit_measure": measures,
            "unit_vi": np.where(amount, "tỷ đồng", ""),
            "unit_en": np.where(amount, "billion dong", ""),
            "additive": np.where(amount, "true", ""),
            "better": ["down" if n % 5 == 4 else "up" for n in range(number)],
        }
    )


def _figures(
    units: pd.DataFrame, about: pd.DataFrame, years: range, random: np.random.Generator
) -> pd.DataFrame:
    """Draw the communes' figures, and add them up."""
    communes = units[units["level"] == "commune"]
    shape = len(communes), len(about), len(years)
    whole = random.integers(20, 400, shape[:2])[:, :, None].repeat(shape[2], axis=2)
    share = random.uniform(0.4, 0.85, shape[:2])[:, :, None] + random.normal(0.02, 0.03, shape)
    share = np.clip(share + 0.02 * np.arange(shape[2]), 0, 1)
    part = np.rint(whole * share).astype(int)
    drawn = pd.DataFrame(
        {
            "unit": communes["unit"].to_numpy().repeat(shape[1] * shape[2]),
            "above": communes["parent"].to_numpy().repeat(shape[1] * shape[2]),
            "indicator": np.tile(about["indicator"].to_numpy().repeat(shape[2]), shape[0]),
            "period": np.tile(np.array(years), shape[0] * shape[1]),
            "numerator": part.ravel(),
            "denominator": whole.ravel(),
        }
    )
    key, counts = ["indicator", "period"], ["numerator", "denominator"]
    districts = drawn.groupby(["above", *key], as_index=False)[counts].sum()
    province = drawn.groupby(key, as_index=False)[counts].sum().assign(unit="tinh")
    every = [drawn, districts.rename(columns={"above": "unit"}), province]
    return _as_rows(pd.concat(every, ignore_index=True), about, random)


def _as_rows(drawn: pd.DataFrame, about: pd.DataFrame, random: np.random.Generator) -> pd.DataFrame:
    """Give each figure as its row of ``figures``; a few commune's own are left out or rounded."""
    measure = drawn["indicator"].map(about.set_index("indicator")["unit_measure"])
    percent, own = measure.eq("percent"), drawn["above"].notna()
    share = (drawn["numerator"] / drawn["denominator"] * 100).round(1)
    value = share.where(percent, drawn["numerator"].where(measure.eq("count")))
    value = value.fillna(drawn["numerator"] / 10)
    rounded = own & ~percent & (random.integers(0, ROUNDED, len(drawn)) == 0)
    counts = {n: drawn[n].where(percent).astype("Int64") for n in ("numerator", "denominator")}
    rows = drawn[["indicator", "unit", "period"]].assign(
        value=value.map("{:.1f}".format).str.removesuffix(".0"),
        qualifier=np.where(rounded, ">", "="),
        **counts,
        as_published="",
        reported_on=(drawn["period"] + 1).astype("str") + "-03-01",
        source="made",
    )
    return rows[~(own & (random.integers(0, SILENT, len(drawn)) == 0))]


def _targets(units: pd.DataFrame, about: pd.DataFrame) -> pd.DataFrame:
    aimed = about[about["unit_measure"].eq("percent")]["indicator"].iloc[::2]
    every = units[["unit"]].merge(aimed, how="cross")
    return every[["indicator", "unit"]].assign(
        period="2025", kind="by", value=80, set_by="tinh", reported_on="2021-03-01", source="made"
    )


def main() -> None:
    """Write a province of as many districts and communes as asked for."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("folder", type=Path)
    reader.add_argument("--districts", type=int, default=40)
    reader.add_argument("--communes", type=int, default=25, help="of each district")
    reader.add_argument("--indicators", type=int, default=24)
    asked = reader.parse_args()
    print(write_province(asked.folder, [asked.communes] * asked.districts, asked.indicators))


if __name__ == "__main__":
    main()
