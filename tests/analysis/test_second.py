"""The verdicts, against a second, plain implementation and against two official methods."""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from itertools import groupby
from random import Random
from typing import Any, NamedTuple

import pandas as pd
import plainly
import plainly_targets
import pytest
from frames import figures, units
from hypothesis import example, given
from hypothesis import strategies as st
from plainly import Row, decimal_of, exactly, rounded
from random_programmes import programme

from giaoban.analysis import check_claims, compare, gains, judge_targets, paces
from giaoban.statistics import judge_pace

Programme = dict[str, Any]
# Many programmes at once are judged in little more time than few.
SLOW = (range(1, 6), range(6, 11))
SEEDS = [range(1), *(pytest.param(seeds, marks=pytest.mark.slow) for seeds in SLOW)]
FLOATS = dict.fromkeys(["value", "numerator", "denominator"], float)


@pytest.mark.parametrize("seeds", SEEDS, ids=lambda seeds: f"{seeds.start} to {seeds.stop - 1}")
def test_a_second_plain_implementation_gives_the_same_verdicts(seeds: range) -> None:
    known = [programme(rng) for rng in map(Random, seeds) for _ in range(500)]
    for programmes in alike(known):
        verdicts, changes = judged(programmes)
        for one in programmes:
            for target, plain in zip(one["targets"], plainly_targets.targets(**one), strict=True):
                same_of_both(one, target, next(verdicts), plain)
            plain_changes = plainly.gains(one["figures"], one["indicators"])
            for figure, change in zip(one["figures"], plain_changes, strict=True):
                same_of_both(one, figure, next(changes), {"gain": change})


def alike(programmes: Iterable[Programme]) -> list[list[Programme]]:
    """Put together programmes of one cutoff and one set of definitions: one frame holds them."""

    def shared(one: Programme) -> tuple[date, str]:
        return one["cutoff"], str(one["definitions"])

    return [list(group) for _, group in groupby(sorted(programmes, key=shared), key=shared)]


def judged(programmes: list[Programme]) -> tuple[Iterator[Row], Iterator[Row]]:
    """Let the package judge the targets and the figures of programmes that are alike."""
    numbered = list(enumerate(programmes))
    known, bars = (
        [own(number, row["unit"], row) for number, one in numbered for row in one[table]]
        for table in ("figures", "targets")
    )
    about = pd.DataFrame(
        own(number, unit, row)
        for number, one in numbered
        for unit in ("u0", "u1")
        for row in one["indicators"]
    ).assign(part_of=None)
    table = compare(figures(*known).astype(FLOATS), about, units())
    targets = pd.DataFrame(bars).assign(derivation=None).astype({"value": float, "value_to": float})
    definitions = pd.DataFrame(programmes[0]["definitions"])
    cutoff = pd.Timestamp(programmes[0]["cutoff"])
    verdicts = judge_targets(table, targets, about, definitions, cutoff)
    ahead = paces(table, verdicts, targets, about).set_index("target_row")
    found = verdicts[["status", "status_by", "status_each"]].assign(
        progress=ahead["verdict"], had=ahead["had"], needed=ahead["needed"]
    )
    changes = gains(table, about).reindex(range(len(known))).to_frame("gain")
    return rows_of(found), rows_of(changes)


def own(number: int, unit: str, row: Row) -> Row:
    """Give a row to an indicator that is the series' own."""
    return row | {"unit": "u", "indicator": f"{number} {unit} {row['indicator']}"}


def rows_of(table: pd.DataFrame) -> Iterator[Row]:
    """Give rows, in which None is missing."""
    filled = table.astype(object).where(table.notna(), None)
    return iter(
        [{str(key): value for key, value in row.items()} for row in filled.to_dict("records")]
    )


def same_of_both(one: Programme, row: Row, ours: Row, plain: Row) -> None:
    """Compare two answers."""
    assert six_places(ours) == six_places(plain), told(one, row, ours, plain)


def told(one: Programme, row: Row, *answers: Row) -> str:
    """Show all that was known of a series, what was asked and what was answered."""
    about = [i for i in one["indicators"] if i["indicator"] == row["indicator"]]
    rows = plainly.series(one["figures"], row["indicator"], row["unit"])
    shown = [one["cutoff"], *one["definitions"], *about, *rows, "asked", row, "answers", *answers]
    return "\n".join(map(str, shown))


def six_places(row: Row) -> Row:
    """Leave out what the package rounds."""
    return {key: round(v, 6) if isinstance(v, float) else v for key, v in row.items()}


KINDS = {
    "mean_per_year": "2020/2022",
    "percent_of_target": "2022",
    "margin_over_target": "2022",
    "change": "2021/2022",
}


@pytest.mark.slow
def test_a_second_plain_implementation_gives_the_same_verdicts_of_claims() -> None:
    rng = Random(0)  # noqa: S311
    claims = [random_claim(rng) | {"claim": f"c{n}", "indicator": f"x{n}"} for n in range(1500)]
    found = checked(claims)
    for one, verdict in zip(claims, found["verdict"], strict=True):
        asked = one["stated"], one["decimals"], one["percent_sign"], one["kind"]
        if one["known"] and one["qualifier"] != "=":
            assert verdict == plainly.claim_of_range(*asked, reach_of(one)), one
        else:
            given = one["recomputed"] if one["known"] else None
            assert verdict == plainly.claim(*asked, given), one
    assert len(set(found["verdict"])) == 5
    ranges = found["verdict"][[one["qualifier"] != "=" for one in claims]]
    assert set(ranges) == {"cannot_check", "disagrees"}


def given_by(kind: str, value: Any, base: float, percent_sign: bool) -> Any:
    """Say what a figure gives for a claim."""
    if value == plainly.INFINITE:
        return value
    difference = (value - exactly(base)) * (100 / exactly(base) if percent_sign else 1)
    return {
        "mean_per_year": value / 3,
        "percent_of_target": value / exactly(base) * 100,
        "margin_over_target": difference,
        "change": difference,
    }[kind]


def reach_of(one: Row) -> plainly.Reach:
    """Give the range that a qualified figure leaves open for a claim."""
    figure = {"value": one["value"], "qualifier": one["qualifier"], "as_published": None}
    reach = plainly.range_of(figure, "count")
    about = (one["base"], one["percent_sign"])
    low, high = (given_by(one["kind"], end, *about) for end in (reach.low, reach.high))
    return reach._replace(low=low, high=high)


def random_claim(rng: Random) -> Row:
    """Draw what a claim rests on, and state what that gives: rightly, roughly or wrongly."""
    kind, percent_sign = rng.choice(list(KINDS)), rng.random() < 0.3
    base = rng.choice([3.0, 7.0, 40.0, 92.5, 150.0, 460.0, 1000.0, 15000.0])
    value = round(base * rng.choice([0.95, 0.995, 0.999, 1, 1.0004, 1.01, 3, rng.random()]), 2)
    recomputed = given_by(kind, exactly(value), base, percent_sign)
    decimals = rng.choice([0, 0, 0, 1, 2])
    coarse = rng.choice([-decimals, -decimals, 1, 2])
    how = rng.choice(["ROUND_HALF_UP", "ROUND_HALF_UP", "ROUND_DOWN", "ROUND_UP"])
    stated = float(rounded(decimal_of(recomputed), coarse, how))
    printed = f"{stated:.{decimals}f}" + "%" * percent_sign
    return {
        "kind": kind,
        "period": KINDS[kind],
        "base": base,
        "value": value,
        "stated": stated,
        "decimals": decimals,
        "percent_sign": percent_sign,
        "as_published": printed,
        "recomputed": recomputed,
        "known": rng.random() < 0.95,
        "qualifier": rng.choice(["=", "=", "=", "=", ">", ">=", "<", "<=", "~"]) if value else "=",
    }


def checked(claims: list[Row]) -> pd.DataFrame:
    """Let the package check claims, each of the one figure that its indicator has, or of two."""
    known, bars = [], []
    for one in claims:
        own = {"indicator": one["indicator"]}
        if one["kind"].endswith("_target"):
            bars.append(own | {"period": "2022", "value": one["base"]})
        if one["kind"] == "change":
            known.append(own | {"period": "2021", "value": one["base"]})
        if one["known"]:
            last = "2022" if one["kind"] == "change" else one["period"]
            sign = {"qualifier": one["qualifier"]}
            known.append(own | sign | {"period": last, "value": one["value"]})
    missing: Row = {"qualifier": "=", "value_to": float("nan"), "kind": None, "definition": None}
    targets = pd.DataFrame(bars).assign(unit="u", derivation=None, **missing)
    about = pd.DataFrame({"indicator": [one["indicator"] for one in claims]})
    about = about.assign(unit_measure="count", better="up", part_of=None)
    table = compare(figures(*known), about, units())
    return check_claims(pd.DataFrame(claims), table, targets, about)


TALLIES = ["targets_reached", "targets_exceeded", "targets_met", "targets_not_met"]
# Targets that the source counts, more or fewer than are held.
MORE = (-1, 0, 0, 1)
STATUSES = ["met", "met", "exceeded", "not_met", "undetermined", "not_yet"]


def test_a_second_plain_implementation_gives_the_same_verdicts_of_tallies() -> None:
    rng = Random(0)  # noqa: S311
    seen = set()
    for _ in range(30):
        names = [f"x{n}" for n in range(rng.randint(1, 6))]
        # Each stands by itself, or under the first.
        under = {one: rng.choice([None, None, "x0"]) for one in names} | {"x0": None}
        rows = [
            {"indicator": one, "under": under[one], "target_set_by": rng.choice("ppq")}
            | {"target_period": "2022", "status": rng.choice(STATUSES), "target_row": n}
            | {"margin": rng.choice([0.0, 1.0])}
            for n, one in enumerate(names)
        ]
        asked: list[Row] = [
            {"kind": kind, "out_of": max(1, len(rows) + n)} for kind in TALLIES for n in MORE
        ]
        asked = [one | {"stated": rng.randint(0, one["out_of"])} for one in rng.sample(asked, 5)]
        claims = pd.DataFrame(asked).assign(claim="t", period="2022", indicator=None)
        claims["as_published"] = claims["stated"].astype("str")
        about, verdicts = (
            pd.DataFrame({"indicator": names, "under": under.values()}),
            pd.DataFrame(rows),
        )
        nothing = pd.DataFrame()
        found = check_claims(claims, nothing, nothing, about, verdicts, verdicts.head(0))["verdict"]
        plain = [plainly.tally(**one, targets=rows) for one in asked]
        assert [*found] == plain, (asked, rows)
        seen |= {*plain}
    assert seen == {"agrees", "cannot_check", "disagrees"}


class Way(NamedTuple):
    """A target that is not reached yet, and what was had a year."""

    latest: int
    target: int
    years: int
    had: Fraction

    @property
    def expected(self) -> Fraction:
        """What comes in the target year of going on so."""
        return self.latest + self.years * self.had

    @property
    def verdict(self) -> str:
        """What we say of it."""
        better = "up" if self.target > self.latest else "down"
        had = float(self.had)
        return judge_pace(self.latest, self.target, self.years, had, better, False).verdict


def way(latest: int, left: int, years: int, percent: int) -> Way:
    """Make a way on which so much was had of what is needed."""
    return Way(latest, latest + left, years, Fraction(left * percent, years * 100))


WAYS = st.builds(
    way,
    latest=st.integers(0, 100),
    left=st.integers(-50, 50).filter(bool),
    years=st.integers(1, 12),
    percent=st.sampled_from([0, 10, 60, 80, 95, 100]) | st.integers(-150, 250),
)


@given(WAYS)
def test_what_destatis_gives_the_sun_is_on_track_and_the_cloud_with_sun_nearly_on_track(
    way: Way,
) -> None:
    """Indicators of the German Sustainable Development Strategy: target value and target year."""
    missing = (way.target - way.expected) / (way.target - way.latest)
    if missing == 1:  # The distance to the target is no smaller: lightning.
        assert way.verdict == "behind"
    elif missing > 1:  # Lightning.
        assert way.verdict == "moving_away"
    elif missing <= Fraction(5, 100):  # Sun; of just 5% already the cloud with sun.
        assert way.verdict == "on_track"
    elif missing <= Fraction(20, 100):  # Cloud with sun.
        assert way.verdict == "nearly_on_track"
    else:  # Cloud.
        assert way.verdict in ("nearly_on_track", "behind")


def eustat(base: float, target: float, expected: float | Fraction) -> str:
    """The UN's progress chart of 2023, as EUSTAT has it (eustat-des.github.io/site/metodologia)."""
    gone = (expected - base) / (target - base)
    if gone >= Fraction(95, 100):
        return "on track"
    return "fair progress" if gone >= Fraction(10, 100) else "stagnation or regression"


@given(WAYS)
@example(way(50, 2, 7, 95))  # Neither number is a decimal one.
def test_from_the_latest_figure_on_we_say_on_track_where_the_united_nations_do(way: Way) -> None:
    allowed = {
        "on track": ["on_track"],
        "fair progress": ["nearly_on_track", "behind"],
        "stagnation or regression": ["behind", "moving_away"],
    }
    assert way.verdict in allowed[eustat(way.latest, way.target, way.expected)]


@given(
    base=st.integers(1, 100),
    step=st.integers(-99, 50),
    gone=st.integers(1, 7),
    left=st.integers(1, 50),
    years=st.integers(1, 12),
)
def test_of_what_is_to_rise_we_say_nothing_kinder_than_the_united_nations(
    base: int, step: int, gone: int, left: int, years: int
) -> None:
    """They count from the base year on, and go on at the same rate of growth, which bends up."""
    latest = max(base + step, 1)
    target = max(base, latest) + left
    expected = latest * (latest / base) ** (years / gone)
    allowed = {
        "on track": ["on_track", "nearly_on_track", "behind"],
        "fair progress": ["nearly_on_track", "behind"],
        "stagnation or regression": ["behind", "moving_away"],
    }
    had = Fraction(latest - base, gone)
    assert Way(latest, target, years, had).verdict in allowed[eustat(base, target, expected)]
