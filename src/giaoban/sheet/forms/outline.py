"""The rows of a table: their numbers, what they name, and which stands under which."""

import re
from collections.abc import Iterator
from dataclasses import replace

from giaoban.sheet.forms.columns import INDICATORS, UNITS
from giaoban.sheet.forms.layout import Block
from giaoban.sheet.forms.namedrows import (
    IN_WHICH,
    Line,
    Named,
    named_above,
    named_rows,
    own_heading,
)
from giaoban.sheet.forms.neighbours import names_share
from giaoban.sheet.forms.reasons import ALL_SUM, COMPARING, UNNAMED, UNSURE
from giaoban.sheet.words import (
    COMPARISONS,
    FIGURE,
    OF_TARGET,
    OF_WHICH,
    TARGET,
    TITLE,
    UNIT,
    Heading,
    ends_in_year,
    is_first,
    is_only_sum,
    is_percent,
    is_place,
    is_responsible,
    is_scale,
    is_sum,
    is_unit_name,
    rank_of,
    read_heading,
)

# What has no number, and begins so, is no part of the row above it.
_WHOLE = re.compile(r"(?:tổng|cộng)(?!\w)", re.IGNORECASE)
# A title of so few words says too little without the one that it stands under.
SHORT = 4
# Deeper than any row stands.
LAST = 99


def groups_to_ask(block: Block) -> dict[str, str]:
    """Give the headings over rows that may be units, or indicators as those below others are.

    With the first of these rows.
    """
    outline = Outline(block)
    rows = [*outline.lines()] if block.rows_are == INDICATORS else []
    return outline.unsure if rows else {}


class Outline:
    """Goes down the rows of a table of indicators, and keeps what each stands under."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self.rows = list(named_rows(block))
        # A dash numbers nothing: what has none is no part of what stands above it.
        self.is_numbered = any(row.depth not in (None, OF_WHICH, OF_WHICH + 1) for row in self.rows)
        titles = [row.title for row in self.rows if row.filled and row.begins]
        self.twice = {title for title in titles if titles.count(title) > 1}
        self.is_rated = is_scale(titles)
        self.is_dated = any(column.heading.period for column in block.data)
        # The rows over the one at hand: depth, title, whether they are figures themselves.
        self.over: list[tuple[int, str, bool]] = []
        # The headings of groups so far, and those whose sum has been told.
        self.groups: list[tuple[int, str]] = []
        self.summed: set[str] = set()
        # What the last heading says that those below it are in.
        self.group = ""
        self.unit, self.office, self.title, self.measure, self.of_which = "", "", "", "", False
        self.unit_depth = -1
        # Whether units of the indicator at hand have come.
        self.has_units = False
        # What the rows of that title say that they are.
        self.kinds: set[str] = set()
        # How deep indicators stood below headings so far, and the first row below each heading
        # of which nobody knows whether it is a unit, or one of these.
        self.listed: set[int | None] = set()
        self.unsure: dict[str, str] = {}
        # That of the last indicator; none behind a numbered unit.
        self.number = ""
        # What stands deeper than a comparison is compared too, and of nothing that is known.
        self.compared = LAST
        # The rows with something in them that nothing is taken from, and why.
        self.untaken: dict[int, str] = {}

    def lines(self) -> Iterator[Line]:
        """Give the rows that hold figures, each with what it stands under."""
        for row in self.rows:
            found = IN_WHICH.fullmatch(row.title)
            title = found["title"] if found else row.title
            if row.depth is not None and row.depth > self.compared:
                self._leave(row, COMPARING)
                continue
            self.compared = LAST
            if found and not title:
                self.of_which = True
                self._leave(row, UNNAMED)
            elif not row.filled:
                self._open(row, title)
            elif line := self._line(row, title, bool(found)):
                yield line

    def _leave(self, row: Named, why: str) -> None:
        if row.filled:
            self.untaken[row.row] = why

    def _open(self, row: Named, title: str) -> None:
        """Take a row without figures for the heading of those below it."""
        self.of_which = False
        within = row.depth is not None and row.depth >= OF_WHICH and self.over
        if not within and (is_responsible(title) or is_unit_name(title)):
            # What is told of several offices is of each as a unit, else it is what one has to do.
            owns = is_responsible(title) and not self.twice
            self.office, self.unit = (title, "") if owns else ("", title)
            self.over, self.unit_depth = [], -1 if row.depth is None else row.depth
            return
        if row.depth is not None and row.depth <= self.unit_depth:
            self.office, self.unit = "", ""
        depth = 0 if row.depth is None else row.depth
        self._climb(depth)
        self.over.append((depth, title, False))
        self.groups.append((depth, title))
        self.title, self.measure, self.group = title, row.measure, row.measure
        self.kinds, self.has_units = set(), False

    def _line(self, row: Named, title: str, of_which: bool) -> Line | None:
        # What is known as a unit may have such a word for its name: “Trung Bình”.
        is_class = (self.is_rated and rank_of(title) is not None) or title in self.block.known
        heading = Heading(name=title) if is_class else read_heading(title)
        if self._is_of_plan(row, title, heading):
            heading = Heading(OF_TARGET)
        office = self.block.column(UNIT) if self.block.column(TITLE) else None
        own = named_above(self.block, row.row, office) if office else ""
        unit, said = "" if is_sum(own) else own or self.unit, own_heading(self.block, row.row)
        if heading.name and heading.period and not self.is_dated and ends_in_year(title):
            title, said = heading.name, replace(said, period=heading.period, months=heading.months)
        line = Line(row.row, self.title, unit, said, self.measure, self.office, mark=row.mark)
        timed = heading.kind or heading.period or heading.months or heading.span
        if title and not heading.name and timed:
            self.kinds.add(heading.kind)
            if heading.kind in COMPARISONS and row.depth is not None:
                self.compared = row.depth
            measure = self.measure if heading.kind in COMPARISONS else row.measure or self.measure
            return replace(line, heading=heading, measure=measure)
        if not title or heading.untold:
            self._leave(row, UNSURE if title else UNNAMED)
            return None
        if self._is_unit(row, title):
            self.number, self.has_units = "" if row.number else self.number, True
            return replace(line, title=self._whole_of(row), unit=title)
        if is_only_sum(title) or (is_sum(title) and self.over):
            return self._sum(line, row, title)
        return self._indicator(line, row, title, of_which)

    def _sum(self, line: Line, row: Named, title: str) -> Line | None:
        """Take a sum for that of the units or parts at hand, else for that of its group.

        Not where that has its sum, or one before it ended without: it may be of the whole table.
        """
        headed = self.over and not self.over[-1][2]
        if self.has_units or (headed and not is_only_sum(title)):
            return line
        depth, group = next(((at, name) for at, name, full in self.over[::-1] if not full), (0, ""))
        before = {name for at, name in self.groups if at == depth and name != group}
        if not group or "+" in title or group in self.summed or not before <= self.summed:
            self._leave(row, ALL_SUM)
            return None
        self.summed.add(group)
        return replace(line, title=f"{group}: {title}", measure=row.measure)

    def _indicator(self, line: Line, row: Named, title: str, of_which: bool) -> Line:
        depth = self._depth(row, of_which)
        self._climb(depth)
        parent = self.over[-1] if self.over else None
        under = parent[1] if parent and parent[2] else ""
        self.listed |= {row.depth} if parent and not parent[2] and row.depth is not None else set()
        whole = self._full_title(title, depth, parent[1] if parent else "")
        if of_which and whole == title:
            whole = f"{title[:1].upper()}{title[1:]}"
        over_it = "%" if names_share(title) else self.measure
        measure = row.measure or (over_it if depth >= OF_WHICH else "")
        self.over.append((depth, whole, True))
        self.number = row.number or self.number
        self.title, self.measure, self.kinds, self.has_units = whole, measure, set(), False
        group = self.group if any(not filled for _, _, filled in self.over) else ""
        return replace(line, title=whole, measure=measure, under=under, group=group)

    def _whole_of(self, row: Named) -> str:
        """Name what a row of a unit is of: not a part, such as *nữ*, that stands beside it."""
        beside = row.depth is not None and self.over and self.over[-1][0] >= row.depth
        wholes = [name for at, name, full in self.over if full and at < (row.depth or 0)]
        return wholes[-1] if beside and wholes else self.title

    def _is_of_plan(self, row: Named, title: str, heading: Heading) -> bool:
        """Say whether *Tỷ lệ* below *Kế hoạch* and *Thực hiện* is how much was reached."""
        again = heading.kind == FIGURE in self.kinds and is_percent(row.measure)
        return TARGET in self.kinds and (names_share(title) or again)

    def _is_unit(self, row: Named, title: str) -> bool:
        """Say whether a row is a unit of the indicator above it.

        An office in one list of numbers with an indicator is one itself (schools to be built),
        unless it stands there twice, or the programme knows it; so is one without a number that
        stands below another office.
        """
        beside = row.depth is not None and self.over and row.depth <= self.over[-1][0]
        told = is_place(title) or title in self.twice or title in self.block.known
        listed = self.number and (row.depth or 0) < OF_WHICH and not is_first(row.number)
        is_next = beside and not told and listed
        is_list = not row.number and is_unit_name(self.title)
        is_unit = bool(self.title) and is_unit_name(title) and not (is_next or is_list)
        over = self.over[-1] if self.over else (0, "", True)
        if not is_unit or told or over[2] or row.depth not in self.listed:
            return is_unit
        self.unsure.setdefault(over[1], title)
        return self.block.groups.get(over[1], UNITS) == UNITS

    def _depth(self, row: Named, of_which: bool) -> int:
        if row.depth is not None:
            self.of_which = self.of_which and row.depth >= OF_WHICH
            return row.depth
        if of_which or self.of_which:
            return OF_WHICH
        if self.over and _WHOLE.match(row.title):
            # No part of the row above, but right below the heading.
            return next((at + 1 for at, _, filled in self.over[::-1] if not filled), 0)
        return OF_WHICH if self.is_numbered and self.over else 2

    def _climb(self, depth: int) -> None:
        while self.over and self.over[-1][0] >= depth:
            self.over.pop()

    def _full_title(self, title: str, depth: int, parent: str) -> str:
        """Tell a title after the one that it stands under where alone it says too little."""
        short = depth >= OF_WHICH - 1 and len(title.split()) <= SHORT
        short = short or (self.is_rated and rank_of(title) is not None)
        return f"{parent}: {title}" if parent and (short or title in self.twice) else title
