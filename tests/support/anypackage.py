"""Random rows of a valid package, for hypothesis, and a package of them."""

import csv
import json
from collections.abc import Mapping
from pathlib import Path

from hypothesis import strategies as st

Row = dict[str, str]
MEETINGS = ("2022-03-01", "2024-03-01")
PERIODS = [str(year) for year in range(2020, 2025)]
PERIODS += ["2020/2022", "2021/2025", "2023-01/2023-06", "2023-07/2023-12", "2022-01/2022-06"]
INDICATORS = {"a": "percent", "b": "percent", "c": "count", "d": "rating"}
NUMBERS = st.one_of(st.none(), st.integers(0, 100), st.sampled_from([93.75, 97.8, 19.6, 0.5]))
DEFINITIONS = st.sampled_from(["", "", "narrow", "wide"])
QUALIFIERS = st.sampled_from(["=", "=", "=", ">", ">=", "<", "<=", "~"])
DAYS = st.sampled_from(["2022-01-15", "2022-03-01", "2023-03-01", "2024-02-01"])


@st.composite
def figure(draw: st.DrawFn) -> Row:
    value = draw(NUMBERS)
    indicator = draw(st.sampled_from(list(INDICATORS)))
    if value is not None and INDICATORS[indicator] == "count":
        value = int(value) * 3
    row = {"indicator": indicator, "unit": draw(st.sampled_from(["u", "u", "v", "w"]))}
    row |= {"period": draw(st.sampled_from(PERIODS)), "qualifier": draw(QUALIFIERS)}
    row |= {"definition": draw(DEFINITIONS), "reported_on": draw(DAYS), "source": "s"}
    status = "O" if value is None else draw(st.sampled_from(["A", "A", "A", "B", "D", "F"]))
    row |= {"value": "" if value is None else str(value), "obs_status": status}
    if value is not None and INDICATORS[indicator] == "percent":
        if (value, row["qualifier"]) in ((0, "<"), (100, ">")):
            row["qualifier"] = "="  # no share can be so
        whole = draw(st.sampled_from([0, 0, 7, 40]))
        if whole:
            part = draw(st.integers(0, whole))
            row |= {"numerator": str(part), "denominator": str(whole)}
            if row["qualifier"] == "=":  # its counts give an exact share
                value = round(100 * part / whole, 2)
                row["value"] = f"{value:g}"
        row["as_published"] = draw(st.sampled_from(["", f"{value:g}%"]))
    return row


@st.composite
def target(draw: st.DrawFn) -> Row:
    value = draw(NUMBERS)
    indicator = draw(st.sampled_from(list(INDICATORS)))
    if value is not None and INDICATORS[indicator] == "count":
        value = int(value)
    row = {"indicator": indicator, "unit": draw(st.sampled_from(["u", "v"]))}
    row |= {"set_by": draw(st.sampled_from(["city", "district"]))}
    row |= {"period": draw(st.sampled_from(["2021", "2023", "2024", "2025", "2021/2025"]))}
    row |= {"value": "" if value is None else str(value), "qualifier": draw(QUALIFIERS)}
    kinds = ["by", "each", "total"] if INDICATORS[indicator] == "count" else ["by", "each"]
    row |= {"kind": draw(st.sampled_from(["", *kinds]))}
    upper = draw(st.sampled_from([0, 0, 0, 5, 20]))
    if upper and value is not None and value + upper <= 100:
        row |= {"value_to": f"{float(row['value']) + upper:g}", "qualifier": "="}
    row |= {"definition": draw(DEFINITIONS), "reported_on": draw(DAYS), "source": "s"}
    return row | {"derivation": draw(st.sampled_from(["", "", "10 − 3 (claim0)"]))}


@st.composite
def claim(draw: st.DrawFn) -> Row:
    if draw(st.integers(0, 4)) == 0:
        out_of = draw(st.integers(1, 5))
        kinds = ["targets_reached", "targets_exceeded", "targets_met", "targets_not_met"]
        row = {"kind": draw(st.sampled_from(kinds)), "out_of": str(out_of)}
        row["stated"] = row["as_published"] = str(draw(st.integers(0, out_of)))
        return (
            row
            | {"unit": "u", "period": draw(st.sampled_from(PERIODS)), "source": "s"}
            | {"reported_on": draw(DAYS)}
        )
    kinds = ["mean_per_year", "margin_over_target", "percent_of_target", "change", "percent_change"]
    stated = draw(st.integers(-20, 200))
    row = {"kind": draw(st.sampled_from(kinds)), "indicator": draw(st.sampled_from("abcd"))}
    row |= {"unit": "u", "period": draw(st.sampled_from(PERIODS)), "stated": str(stated)}
    printed = draw(st.sampled_from([str(stated), f"{stated}%"]))
    return row | {"as_published": printed, "reported_on": draw(DAYS), "source": "s"}


def write(folder: Path, tables: Mapping[str, list[Row]]) -> None:
    programme = {"code": "P", "title_vi": "P", "title_en": "P", "period": "2021/2025"}
    programme |= {"unit": "u"}
    resources = [{"name": name, "path": f"{name}.csv"} for name in tables]
    descriptor = {"name": "p", "giaoban": programme | {"synthetic": True}, "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(dict.fromkeys(c for row in rows for c in row)))
            writer.writeheader()
            writer.writerows(rows)


def unique(rows: list[Row], *key: str) -> list[Row]:
    return list({tuple(row[column] for column in key): row for row in rows}.values())


def titled(id_: str, **more: str) -> Row:
    return {"title_vi": f"tên {id_}", "title_en": f"name {id_}"} | more
