"""What a programme's tables say already of what an item says."""

import re

import pandas as pd

from giaoban.extract.entry import Doubt, Entry, doubt
from giaoban.extract.matching import IndicatorTitles
from giaoban.extract.vietnamese import (
    CHANGE,
    CLAIMS,
    KINDS,
    MARGIN,
    PERCENT,
    RELATIVE,
    TARGET,
    PlaceNames,
    Quantity,
    words,
)
from giaoban.programme import Package
from giaoban.tables import TALLIES, VIETNAMESE, in_ratio, locals_of

SAME, DIFFERS = "same", "differs"
# A year's income a head is income a head: the period says the year.
_A_YEAR = re.compile(r"\s*/\s*năm$")
# What such a claim measures need not be what its indicator does.
ANY_MEASURE = (CHANGE, MARGIN, PERCENT)
# No unit is looked for further from a number.
REACH = 1000
_SENTENCE_ENDS = re.compile(r"[.!?…]\s")
_CLAUSE_ENDS = re.compile(r"[;.](?=\s)|,(?=\s)|\)")


class Programme:
    """A programme to which an item's figures may belong.

    Parameters
    ----------
    package : Package
        Its tables, read and checked.
    """

    def __init__(self, package: Package) -> None:
        self.unit = str(package.programme["unit"])
        self.tables = package.tables
        self.places = PlaceNames(package.tables["units"])
        defined = package.tables["definitions"]
        named = defined.assign(title=locals_of(defined, "title", VIETNAMESE))
        named = named[["definition", "title"]].dropna()
        self.definitions = [
            (str(name), f" {' '.join(words(str(title)))} ")
            for name, title in named.itertuples(index=False)
        ]
        of_figures = package.tables["figures"][["indicator", "definition"]].drop_duplicates()
        defined = of_figures.merge(named, on="definition")[["indicator", "title"]]
        measured = package.tables["indicators"].dropna(subset="unit_measure")
        about = measured[measured["unit_measure"] == "number"]
        self.amounts = dict(
            zip(about["indicator"], locals_of(about, "unit", VIETNAMESE), strict=True)
        )
        self.in_ratio = {row["indicator"] for row in measured.to_dict("records") if in_ratio(row)}
        self.titles = IndicatorTitles(measured, defined.itertuples(index=False))

    def cells(self, entry: Entry) -> tuple[dict[str, str], list[Doubt]]:
        """Give what the programme fills in of a proposed row, and what is in doubt there.

        Returns
        -------
        cells : dict of str to str
            ``indicator``, ``unit``, ``definition``, ``in_table``; of an amount ``unit_measure``,
            and no ``value`` where it is printed in another unit.
        doubts : list of Doubt
            That no indicator comes near, or several do; that the unit is none of the
            programme's, or is named further before.
        """
        if entry.kind not in KINDS or not isinstance(entry.mention, Quantity):
            return {}, []
        if entry.kind in TALLIES:
            unit, unsure = self._unit(entry)
            return {"unit": unit, "in_table": self._standing(entry, "", unit, "")}, unsure
        measure = "" if entry.kind in ANY_MEASURE else entry.unit_measure
        if entry.mention.counts:
            measure = ""
        if entry.has("other_measure") and self.amounts:
            measure = "number"
        whole = entry.part_of.phrase if entry.part_of else ""
        near = self.titles.match(entry.phrase, entry.earlier, measure, whole)
        # Of several amounts the one that is in the unit that is printed.
        printed = [i for i in near if same_unit(entry.mention.unit, self.amounts.get(i, ""))]
        near = printed if len(printed) == 1 else near
        doubts = []
        if len(near) > 1:
            doubts.append(doubt("several_indicators", indicators=", ".join(near)))
        elif not near:
            doubts.append(doubt("no_indicator"))
        unit, unsure = self._unit(entry)
        indicator, definition = near[0] if len(near) == 1 else "", self._definition(entry)
        cells = {
            "indicator": indicator,
            "unit": unit,
            "definition": definition,
            "in_table": self._standing(entry, indicator, unit, definition),
        }
        if indicator in self.amounts and measure == "number":
            more = self._amount(entry.mention.unit, indicator)
            cells |= {"unit_measure": "number"} | ({"value": "", "in_table": ""} if more else {})
            doubts += more
        return cells | self._relative(entry, indicator), doubts + unsure

    def is_relative(self, entry: Entry, cells: dict[str, str]) -> bool:
        """Say whether a change or a margin in percent is no difference of points."""
        measured = entry.kind in (CHANGE, MARGIN) and entry.unit_measure == "percent"
        return measured and cells.get("indicator") in self.in_ratio

    def _relative(self, entry: Entry, indicator: str) -> dict[str, str]:
        """Say that a change in percent is so much of what it was: no count changes by points."""
        relative = entry.kind == CHANGE and self.is_relative(entry, {"indicator": indicator})
        return {"kind": RELATIVE} if relative else {}

    def _amount(self, printed: str, indicator: str) -> list[Doubt]:
        """Doubt an amount that is printed in another unit than its indicator's."""
        unit = self.amounts[indicator]
        if same_unit(printed, unit):
            return []
        return [doubt("other_unit", printed=printed, unit=unit)]

    def _unit(self, entry: Entry) -> tuple[str, list[Doubt]]:
        """Find the unit of a number: the one that is named by it, else the programme's own.

        It is empty where several are named, or one that the programme does not have.
        """
        text, start, end = entry.passage.text, entry.mention.start, entry.mention.end
        named = self.places.behind(text[end : end + REACH])
        if named is not None and len(named.codes) == 1 and named.codes[0]:
            return named.codes[0], []
        before = text[max(0, start - REACH) : start]
        named = self.places.last(before)
        if named is None or not named.codes:
            return self.unit, []
        since, told = before[named.end :], ", ".join(named.names)
        if _SENTENCE_ENDS.search(since):
            # Another sentence may speak of the whole again.
            return self.unit, [doubt("unit_before", unit=told)]
        if len(named.codes) > 1:
            return "", [doubt("several_units", units=told)]
        if not named.codes[0]:
            return "", [doubt("unit_unknown", unit=told)]
        apart = named.codes[0] != self.unit and _CLAUSE_ENDS.search(since)
        return named.codes[0], [doubt("unit_before", unit=told)] if apart else []

    def _definition(self, entry: Entry) -> str:
        """Name the longest definition whose title the phrase holds."""
        phrase = f" {' '.join(words(entry.phrase))} "
        held = [(len(title), name) for name, title in self.definitions if title in phrase]
        return max(held)[1] if held and entry.kind not in CLAIMS else ""

    def _standing(self, entry: Entry, indicator: str, unit: str, definition: str) -> str:
        """Say whether the table has the same for that indicator, unit and period."""
        tally = entry.kind in TALLIES
        claim = entry.kind in CLAIMS or tally
        name = "claims" if claim else "targets" if entry.kind == TARGET else "figures"
        table, column = self.tables[name], "stated" if claim else "value"
        if not (indicator or tally) or entry.period is None or entry.value is None:
            return ""
        key = {"unit": unit, "period": str(entry.period)}
        key |= {} if tally else {"indicator": indicator}
        if claim:
            key["kind"] = entry.kind
        rows = table[table[list(key)].astype("str").eq(pd.Series(key)).all(axis=1)]
        if rows.empty:
            return ""
        row = rows.sort_values("reported_on", kind="stable").iloc[-1]
        sign = "" if claim else str(row["qualifier"])
        if pd.isna(row[column]):
            return f"{DIFFERS}:"
        defined = row.get("definition")
        another = bool(definition) and definition != defined
        upper = row.get("value_to")
        ends = [float(end) for end in (row[column], upper) if pd.notna(end)]
        alike = ends == [float(end) for end in (entry.value, entry.to) if end is not None]
        if alike and sign in ("", "..", entry.qualifier) and not another:
            return SAME
        held = sign.strip("=.") + "-".join(f"{end:.12g}" for end in ends)
        told = [held, str(defined)] if another and not pd.isna(defined) else [held]
        return f"{DIFFERS}: {' '.join(told)}"


def _plainly(unit: str) -> str:
    """Write a unit of measure in one way: no capitals, one space, none around a slash."""
    flat = re.sub(r"\s*/\s*", "/", " ".join(unit.lower().split()))
    return _A_YEAR.sub("", flat).replace("tỉ", "tỷ")


def same_unit(printed: str, unit: str) -> bool:
    """Say whether an amount is printed in a unit; what was counted may follow: tấn thóc.

    Parameters
    ----------
    printed : str
        The words behind the number.
    unit : str
        What an indicator is in. Millions are no thousand millions: nothing is converted.
    """
    have, wanted = _plainly(printed), _plainly(unit)
    return bool(wanted) and (have == wanted or have.startswith(f"{wanted} "))
