"""A target whose ends stand in two columns: *Chỉ tiêu tối thiểu*, *Chỉ tiêu tối đa*."""

from collections.abc import Iterable
from dataclasses import replace

from giaoban.sheet.forms.observations import Observation
from giaoban.sheet.words import TARGET

_ENDS = {">=": 0, "<=": 1}


def with_ranges(found: Iterable[Observation]) -> list[Observation]:
    """Make one range of the least and the most that are wanted of one thing, beside each other."""
    seen = [*found]
    ends: dict[tuple[object, ...], dict[int, Observation]] = {}
    for one in seen:
        end, value = _ENDS.get(one.printed.qualifier), one.printed.value
        if one.kind == TARGET and end is not None and value is not None:
            key = (one.title, one.unit, one.period, one.setter, one.stage)
            ends.setdefault(key, {}).setdefault(end, one)
    ranges = {id(own[0]): own for own in ends.values() if len(own) == 2 and _rises(own)}
    upper = {id(own[1]) for own in ranges.values()}
    return [_range(ranges[id(o)]) if id(o) in ranges else o for o in seen if id(o) not in upper]


def _rises(ends: dict[int, Observation]) -> bool:
    low, high = (ends[n].printed.value for n in (0, 1))
    return low is not None and high is not None and low < high


def _range(ends: dict[int, Observation]) -> Observation:
    low, high = ends[0].printed, ends[1].printed
    text = f"{low.text}-{high.text}"
    return replace(ends[0], printed=replace(low, qualifier="=", to=high.value, text=text))
