"""Small random programmes that hit the corners of docs/judging.md often."""

from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

from plainly import Row, measure_of, months_of

INDICATORS = [("percent", "up"), ("percent", "up"), ("percent", "down"), ("percent", "none")]
INDICATORS += [("count", "up"), ("count", "up"), ("count", "down"), ("count", "none")]
INDICATORS += [("rating", "up"), ("rating", "none")]
INDICATORS += [("amount", "up"), ("amount", "down"), ("level", "up"), ("level", "down")]
SHARES = [0.0, 33.3, 50.0, 60.0, 75.0, 89.0, 90.0, 92.5, 93.75, 95.0, 97.0, 97.8, 99.5, 100.0]
COUNTS = [0.0, 1.0, 5.0, 30.0, 40.0, 45.0, 50.0, 100.0, 150.0, 153.0, 300.0, 350.0, 400.0]
COUNTS += [450.0, 700.0, 1500.0]
RATINGS = [0.0, 1.0, 2.0, 2.5, 3.0, 3.5, 4.0]
AMOUNTS = [0.0, 0.5, 12.5, 30.0, 40.0, 45.5, 50.0, 100.0, 153.4, 300.0, 350.0, 450.0, 700.0]
LEVELS = [-4.0, -0.5, 0.0, 1.0, 1.2, 2.5, 58.4, 60.0, 108.0]
VALUES = {"percent": SHARES, "count": COUNTS, "rating": RATINGS}
VALUES |= {"amount": AMOUNTS, "level": LEVELS}
ADDING = ("count", "amount")
STEPS = {
    "percent": [-2.5, -0.5, 0.0, 0.3, 0.5, 0.95, 1.0, 2.5, 5.0],
    "count": [-10.0, -5.0, 0.0, 3.0, 5.0, 19.0, 20.0, 50.0],
    "rating": [-0.5, 0.0, 0.1, 0.5],
    "amount": [-10.0, -0.5, 0.0, 3.2, 5.0, 19.5, 50.0],
    "level": [-2.5, -0.5, 0.0, 0.4, 1.2, 2.5],
}
STATUSES = [None, None, None, "A", "A", "A", "P", "E", "B", "D", "F"]
DEFINITIONS = ["narrow", "wide", "widest", "apart"]
COUNTED_OF = [4, 16, 46, 200, 1000, 20000]
# What the pace so far is of the pace needed: on the bounds of a verdict, and beside them.
RATIOS = [0.95, 0.6, 0.96, 0.94, 0.61, 0.59, 1.0]

YEARS = [str(year) for year in range(2019, 2026)]
SCHOOL_YEARS = [f"{year}-09/{year + 1}-08" for year in range(2019, 2025)]
HALVES = [f"{year}-01/{year}-06" for year in range(2020, 2024)]
HALVES += [f"{year}-07/{year}-12" for year in range(2020, 2024)]
QUARTERS = [(1, 3), (4, 6), (7, 9), (10, 12), (4, 12), (1, 9), (4, 9)]
SEVERAL = [
    "2020/2021", "2020/2022", "2021/2022", "2021/2023", "2022/2023", "2021/2025",
    "2021-01/2022-06", "2020-07/2021-06", "2021-07/2022-12", "2020-09/2022-08",
]  # fmt: skip
NEAR = [
    "2020", "2021", "2022", "2022", "2023", "2024", "2025", "2021/2022", "2021/2022",
    "2021/2023", "2021/2025", "2021/2025", "2020/2024", "2022/2023", "2022-01/2022-06",
    "2022-07/2022-12", "2023-01/2023-06", "2022-04/2022-09", "2021-09/2022-08",
    "2022-09/2023-08", "2020-09/2023-08", "2021-09/2024-08", "2021-01/2022-06",
    "2022-01/2023-06", "2020-07/2021-06",
]  # fmt: skip
FAR = [
    "2025", "2024", "2023", "2021/2025", "2021/2025", "2020/2025", "2020/2024", "2021/2023",
    "2022/2025", "2024-09/2025-08", "2020-09/2025-08",
]  # fmt: skip
CUTOFFS = [
    "2019-06-30", "2021-06-30", "2021-12-31", "2022-01-01", "2022-06-30", "2022-08-31",
    "2022-12-30", "2022-12-31", "2023-01-01", "2023-03-14", "2023-06-30", "2023-12-31",
    "2024-08-31", "2025-12-31", "2026-01-01", "2026-07-01",
]  # fmt: skip


def definitions(rng: Random) -> list[Row]:
    """Narrow < wide < widest, and one apart; at times the chain is cut."""
    includes = [None, "narrow", "wide" if rng.random() < 0.9 else None, None]
    pairs = zip(DEFINITIONS, includes, strict=True)
    return [{"definition": name, "includes": other} for name, other in pairs]


def indicators(rng: Random) -> list[Row]:
    """One indicator, at times two."""
    chosen = [rng.choice(INDICATORS) for _ in range(rng.choice([1, 1, 1, 2]))]
    return [
        {
            "indicator": f"i{number}",
            "unit_measure": "number" if measure in ("amount", "level") else measure,
            "additive": {"amount": True, "level": False}.get(measure),
            "better": better,
        }
        for number, (measure, better) in enumerate(chosen)
    ]


def years_in_a_row(rng: Random) -> list[str]:
    """One to six years, often without a gap."""
    first = rng.randrange(4)
    found = YEARS[first : first + rng.randint(1, 6)]
    if len(found) > 3 and rng.random() < 0.25:
        found.pop(rng.randrange(1, len(found) - 1))
    return found


def figure_periods(rng: Random, measure: str, calm: bool) -> list[str]:
    """Years, school years, parts and several years; of a count more that overlap."""
    if calm:
        begin = rng.randrange(3)
        years = SCHOOL_YEARS if rng.random() < 0.2 else YEARS
        return years[begin : begin + rng.randint(2, 5)]
    found: list[str] = []
    if rng.random() < 0.8:
        found += years_in_a_row(rng)
    if rng.random() < (0.15 if found else 0.6):
        begin = rng.randrange(4)
        found += SCHOOL_YEARS[begin : begin + rng.randint(1, 5)]
    mixed = 0.5 if measure in ADDING else 0.2
    if rng.random() < mixed:
        found += rng.sample(HALVES, rng.randint(1, 4))
    if rng.random() < mixed / 2:
        year, parts = rng.choice([2021, 2022, 2023]), rng.sample(QUARTERS, rng.randint(1, 4))
        found += [f"{year}-{first:02d}/{year}-{last:02d}" for first, last in parts]
    if rng.random() < mixed:
        found += rng.sample(SEVERAL, rng.randint(1, 2))
    return list(dict.fromkeys(found))


def bounded(value: float, measure: str) -> float:
    """Shares lie between 0 and 100, all but a level is not below 0; at most two decimals."""
    value = value if measure == "level" else max(value, 0.0)
    return round(min(value, 100.0) if measure == "percent" else value, 2)


def value_maker(rng: Random, measure: str, calm: bool) -> Callable[[int], float]:
    """Make values on a line that climbs or falls, one value for all, or any from the set."""
    style = rng.choice(
        ["line", "line", "line", "any"] if calm else ["line", "line", "constant", "any", "any"]
    )
    start, step = rng.choice(VALUES[measure]), rng.choice(STEPS[measure])
    pool = rng.sample(VALUES[measure], 3)

    def make(place: int) -> float:
        if style == "line":
            return bounded(start + step * place, measure)
        return start if style == "constant" else rng.choice(pool)

    return make


def qualifier(rng: Random, value: float, measure: str, exact: float) -> str:
    """All of them, but none that says what cannot be (over 100%, under 0)."""
    chosen = "=" if rng.random() < exact else rng.choice([">=", ">", "<=", "<", "~"])
    if chosen == ">" and measure == "percent" and value == 100:
        return ">="
    return "<=" if chosen == "<" and value == 0 and measure != "level" else chosen


def printed(rng: Random, value: float) -> str | None:
    """As published: not at all, with decimal comma or point, with a zero more, in groups."""
    text = repr(value).removesuffix(".0")
    style = rng.random()
    if style < 0.4:
        return None
    if style < 0.6:
        text = text + "0" if "." in text else text + ".0"
    elif "." not in text and len(text) > 3:
        return f"{text[:-3]}.{text[-3:]}"
    return text.replace(".", ",") if rng.random() < 0.7 else text


def counted(rng: Random, value: float) -> Row:
    """A share that was counted: its value is what the counts give."""
    whole = rng.choice(COUNTED_OF)
    part = round(value * whole / 100)
    value = round(100 * part / whole, rng.choice([1, 2]))
    return {"numerator": part, "denominator": whole, "value": value, "as_published": None}


def figures_of(rng: Random, indicator: Row, unit: str, calm: bool) -> list[Row]:
    """The rows of one series; a calm one has whole years in a row and little trouble."""
    measure, stray = measure_of(indicator), 0.02 if calm else 0.12
    make = value_maker(rng, measure, calm)
    exact = rng.choice([1.0, 1.0, 0.8] if calm else [1.0, 0.8, 0.4])
    clean = rng.choice([1.0, 1.0, 0.9] if calm else [1.0, 0.9, 0.5])
    defined = rng.choice([0.0, 1.0, 1.0] if calm else [0.0, 0.9, 1.0])
    home = rng.choice(DEFINITIONS)
    found = []
    for place, period in enumerate(figure_periods(rng, measure, calm)):
        value = None if rng.random() < stray / 2 else make(place)
        other = rng.choice(DEFINITIONS) if rng.random() < stray else home
        figure: Row = {
            "indicator": indicator["indicator"],
            "unit": unit,
            "period": period,
            "value": value,
            "qualifier": "=" if value is None else qualifier(rng, value, measure, exact),
            "definition": other if rng.random() < defined else None,
            "obs_status": "A" if rng.random() < clean else rng.choice(STATUSES),
            "as_published": None if value is None else printed(rng, value),
            "numerator": None,
            "denominator": None,
        }
        countable = measure == "percent" and figure["qualifier"] == "="
        if countable and value is not None and rng.random() < 0.5:
            figure |= counted(rng, value)
        found.append(figure)
    rng.shuffle(found)
    return found


def paced_value(rng: Random, mine: list[Row], measure: str, period: str) -> float:
    """A value that the pace so far would reach just about, to the bounds of 0.95 and 0.60."""
    known = sorted((f for f in mine if f["value"] is not None), key=lambda f: months_of(f)[1])
    if len(known) < 2:
        return rng.choice(VALUES[measure])
    left = (months_of({"period": period})[1] - months_of(known[-1])[1]) / 12
    if measure in ADDING and rng.random() < 0.6:
        so_far = [f["value"] for f in known if period[:4] <= f["period"][:4]]
        mean = sum(so_far) / max(len(so_far), 1)
        pace = mean * rng.choice([*RATIOS, 1 / 0.95, 1 / 0.6, 1.5])
        return bounded(sum(so_far) + max(left, 0) * pace, measure)
    pace = (known[-1]["value"] - known[-2]["value"]) / rng.choice([*RATIOS, 2.0, 0.3, -1.0])
    return bounded(known[-1]["value"] + left * pace, measure)


def target_value(rng: Random, mine: list[Row], measure: str, period: str) -> float:
    """Often just a figure, the sum of some, a little beside it, or in pace; else from the set."""
    if rng.random() < 0.3:
        return paced_value(rng, mine, measure, period)
    known = [f["value"] for f in mine if f["value"] is not None]
    style = rng.random()
    if known and style < 0.35:
        return float(rng.choice(known))
    if known and style < 0.6 and measure in ADDING:
        return bounded(sum(rng.sample(known, rng.randint(1, min(3, len(known))))), measure)
    if known and style < 0.7:
        return bounded(rng.choice(known) + rng.choice(STEPS[measure]), measure)
    return rng.choice(VALUES[measure])


def target_of(rng: Random, mine: list[Row], indicator: Row, unit: str, period: str) -> Row:
    """One target; a range only where its value is said and nothing else is."""
    measure = measure_of(indicator)
    value = None if rng.random() < 0.07 else target_value(rng, mine, measure, period)
    says = "=" if value is None else qualifier(rng, value, measure, 0.5)
    if value is None and rng.random() < 0.5:
        says = rng.choice([">=", ">", "<=", "<"])
    value_to = None
    if value is not None and says == "=" and rng.random() < 0.2:
        value_to = bounded(value + rng.choice([0.0, 0.5, 5.0, 50.0]), measure)
    seen = [f["definition"] for f in mine if f["definition"]]
    meant = rng.choice(seen if seen and rng.random() < 0.6 else DEFINITIONS)
    return {
        "indicator": indicator["indicator"],
        "unit": unit,
        "period": period,
        "kind": rng.choice([None, None, "by", "each", "total" if measure in ADDING else "by"]),
        "value": value,
        "value_to": value_to,
        "qualifier": says,
        "definition": meant if rng.random() < 0.4 else None,
    }


def targets_of(rng: Random, mine: list[Row], indicator: Row, unit: str, calm: bool) -> list[Row]:
    """One to four periods, some with two setters; of a calm series more that lie far ahead."""
    last = FAR if calm or rng.random() < 0.3 else NEAR
    periods = rng.sample(sorted(set(NEAR)), rng.randint(0 if calm else 1, 2))
    periods += [rng.choice(last), rng.choice(last)]
    return [
        target_of(rng, mine, indicator, unit, period) | {"set_by": setter}
        for period in dict.fromkeys(periods)
        for setter in ["district", "province"][: rng.choice([1, 1, 2])]
    ]


def programme(rng: Random) -> dict[str, Any]:
    """Give figures, targets, indicators, definitions and cutoff, as `plainly_targets` has them."""
    figures: list[Row] = []
    targets: list[Row] = []
    about = indicators(rng)
    for indicator in about:
        for unit in ["u0", "u1"][: rng.choice([1, 1, 2])]:
            calm = rng.random() < 0.5
            mine = figures_of(rng, indicator, unit, calm)
            figures += mine
            targets += targets_of(rng, mine, indicator, unit, calm)
    return {
        "figures": figures,
        "targets": targets,
        "indicators": about,
        "definitions": definitions(rng),
        "cutoff": date.fromisoformat(rng.choice(CUTOFFS)),
    }
