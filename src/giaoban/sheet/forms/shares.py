"""What two numbers of a sheet say together: the counts of a share, the ends of a range."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from giaoban.sheet.forms.observations import Observation
from giaoban.sheet.forms.printed import is_share
from giaoban.sheet.words import COMPARISONS, COUNTS, FIGURE, SHARE, TARGET, is_percent

# Unit and time.
Key = tuple[str, str]
Counts = dict[str, dict[Key, int]]
# Counts that stand apart make a share only where so many digits of it come out.
DIGITS = 6
# The ends of a target stand in two columns: *Chỉ tiêu tối thiểu*, *Chỉ tiêu tối đa*.
_ENDS = {">=": 0, "<=": 1}
_TOTAL = re.compile(r"tổng|toàn|total|all\b", re.IGNORECASE)


def with_counts(found: Iterable[Observation]) -> list[Observation]:
    """Give shares the counts that they are made of; of a count beside its share no figure is left.

    Two counts make a share where they do so, to its last decimal, wherever all three stand. The
    count beside a share is one of them; its whole is looked for among the others.
    """
    seen = [*found]
    counts, shares = _counts(seen), _shares(seen)
    made = {title: pair for title in shares if (pair := _made_of(title, shares[title], counts))}
    wholes = {whole: "" for part, whole in made.values() if _side(part)}
    # Where a share is nothing, the whole of the others beside it is its own.
    made |= {
        title: (f"{title}\n", whole)
        for title in shares
        if title not in made and f"{title}\n" in counts and f"{title}\n" not in wholes
        for whole in wholes
        if _over(whole) in ("", _over(title))
        and _make(shares[title], counts[f"{title}\n"], counts[whole], 0)
    }
    planned = {_name(one) for one in seen if one.side == COUNTS and one.kind == TARGET}
    return [*_told(seen, counts, made, wholes, planned)]


def _told(
    seen: list[Observation],
    counts: Counts,
    made: dict[str, tuple[str, str]],
    wholes: Container[str],
    planned: set[str],
) -> Iterator[Observation]:
    for one in seen:
        name, key = _name(one), (one.unit, one.period)
        part, whole = (counts.get(n, {}).get(key) for n in made.get(one.title, ("", "")))
        is_made = part is not None and whole is not None
        if one.side == COUNTS and name not in wholes:
            if name in planned or not is_made:
                yield replace(one, title=f"{one.title}: số lượng")
        elif one.side == SHARE and f"{one.title}\n" in wholes:
            # All of the whole is no figure.
            continue
        elif _is_share(one) and part is not None and whole is not None:
            yield replace(one, counts=(part, whole))
        else:
            yield one


def _name(one: Observation) -> str:
    """Name what is counted; of a count beside its share otherwise than the share."""
    return f"{one.title}\n" if one.side == COUNTS else one.title


def _over(title: str) -> str:
    """Give what stands over the last of what a title names."""
    return title.rpartition(": ")[0]


def _side(name: str) -> bool:
    return name.endswith("\n")


def _is_share(one: Observation) -> bool:
    return one.kind == FIGURE and (one.side == SHARE or is_percent(one.measure))


def _counts(found: Iterable[Observation]) -> Counts:
    counts: Counts = {}
    for one in found:
        value = one.printed.value
        whole = value is not None and value >= 0 and value == int(value)
        if one.kind == FIGURE and whole and not _is_share(one) and one.printed.qualifier == "=":
            counts.setdefault(_name(one), {}).setdefault((one.unit, one.period), int(value or 0))
    return counts


def _shares(found: Iterable[Observation]) -> dict[str, dict[Key, Decimal]]:
    shares: dict[str, dict[Key, Decimal]] = {}
    for one in found:
        if _is_share(one) and one.printed.value is not None and not one.counts:
            shares.setdefault(one.title, {})[one.unit, one.period] = one.printed.value
    return shares


def _made_of(title: str, shares: dict[Key, Decimal], counts: Counts) -> tuple[str, str] | None:
    """Name the counts that make a share; nothing where none do, or two would otherwise."""
    beside = [f"{title}\n"] if f"{title}\n" in counts else [*counts]
    found = [
        (part, whole)
        for part in beside
        for whole in counts
        if whole != part
        and _make(shares, counts[part], counts[whole], 1 if _side(part) else DIGITS)
    ]
    total = [pair for pair in found if _TOTAL.match(pair[1])]
    other = {tuple(counts[name].items()) for _, name in found}
    return (total or found)[0] if total or len(other) == 1 else None


def _make(
    shares: dict[Key, Decimal], part: dict[Key, int], whole: dict[Key, int], least: int
) -> bool:
    """Say whether a part of a whole is the share wherever all stand, to so many digits at least."""
    digits = 0
    for key, share in shares.items():
        if key not in part or key not in whole:
            continue
        if (
            not part[key] <= whole[key]
            or not whole[key]
            or not is_share(share, part[key], whole[key])
        ):
            return False
        digits += 2 - int(share.as_tuple().exponent) if 0 < share < 100 else 0
    return digits >= least


def fractions_in(found: Iterable[Observation]) -> list[Observation]:
    """Give the numbers of a share that may be fractions of 1: 0,8, where none is over 1.

    None where counts beside one make it so many percent.
    """
    own = [one for one in found if one.kind not in COMPARISONS]
    if any(one.counts or value > 1 for one in own for value in one.printed.values):
        return []
    bare = (one for one in own if not one.printed.text.endswith("%"))
    return [one for one in bare if any(0 < value < 1 for value in one.printed.values)]


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
