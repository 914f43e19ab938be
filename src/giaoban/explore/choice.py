"""What somebody has picked to look at, and how to ask for the same again."""

import shlex
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from giaoban.analysis import Review, suppose
from giaoban.asof import known_at
from giaoban.catalogues import languages, user_language
from giaoban.explore.subset import between
from giaoban.language import plain
from giaoban.programme import Package, find_programme, read_package

RAW_DIR, OUT_DIR = "data/raw", "."
Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Choice:
    """What is picked.

    Attributes
    ----------
    programme, meeting_date, unit, lang, raw_dir, out_dir : str
        As for `giaoban.report.open_report`.
    indicator : str
        An indicator's id; empty for the first with figures.
    years : tuple of int
        The first and the last year whose figures are taken in; empty for all.
    what_if : float or None
        The next year's value that is supposed.
    qualifier : str
        How it is qualified, as in ``figures``.
    beside : tuple of str
        Other indicators, shown beside it.
    office : str
        Whose indicators are offered: who is responsible for them; empty for all.
    units : bool
        Whether all units are shown side by side: those below, else those beside this one.
    """

    programme: str
    meeting_date: str = "latest"
    unit: str = ""
    indicator: str = ""
    lang: str = "vi"
    years: tuple[int, ...] = ()
    what_if: float | None = None
    qualifier: str = "="
    raw_dir: str = RAW_DIR
    out_dir: str = OUT_DIR
    beside: tuple[str, ...] = ()
    units: bool = False
    office: str = ""

    @property
    def spoken(self) -> str:
        """The language of what is said of it: the one picked, if there is such a one."""
        return self.lang if self.lang in languages() else user_language()

    @property
    def code(self) -> str:
        """One line of Python that shows the same in any notebook of the project."""
        always = [self.programme, self.meeting_date, self.unit, self.indicator, self.lang]
        more: dict[str, object] = {
            "years": self.years,
            "what_if": self.what_if,
            "raw_dir": self.raw_dir,
        }
        more |= {"beside": self.beside, "units": self.units}
        if self.what_if is not None:
            more["qualifier"] = self.qualifier
        usual: dict[str, object] = {
            "years": (),
            "what_if": None,
            "raw_dir": RAW_DIR,
            "qualifier": "=",
        }
        usual |= {"beside": (), "units": False}
        told = [repr(value) for value in always]
        told += [
            f"{name}={_literal(value)}" for name, value in more.items() if value != usual[name]
        ]
        return f"from giaoban.explore import show; show({', '.join(told)})"

    @property
    def command(self) -> str:
        """The command that writes the report of the same programme, meeting and unit."""
        words = ["giaoban", "report", self.programme, "--meeting", self.meeting_date]
        words += ["--unit", self.unit, "--lang", self.lang]
        words += ["--raw", self.raw_dir] if self.raw_dir != RAW_DIR else []
        return shlex.join(words + (["--out", self.out_dir] if self.out_dir != OUT_DIR else []))

    @property
    def papermill(self) -> str:
        """The same with papermill."""
        given = {"programme": self.programme, "meeting_date": self.meeting_date}
        given |= {"unit": self.unit, "lang": self.lang}
        given |= {"raw_dir": self.raw_dir} if self.raw_dir != RAW_DIR else {}
        given |= {"out_dir": self.out_dir} if self.out_dir != OUT_DIR else {}
        words = ["papermill", "notebooks/review.ipynb", "out.ipynb"]
        # Given raw, a name of digits is not taken for a number.
        return shlex.join([*words, *(w for item in given.items() for w in ("-r", *item))])


def _literal(value: object) -> str:
    """Write a value as Python reads it; a whole number without decimals."""
    return plain(value) if isinstance(value, float) else repr(value)


def review_of(choice: Choice, home: Path, typed: str = "") -> Review:
    """Give the review of a choice, its years and its supposition taken in.

    A programme is read anew only when its files have changed.

    Parameters
    ----------
    choice : Choice
        With its unit and indicator named outright.
    home : Path
        The project's folder.
    typed : str
        The supposed value as somebody typed it, for a refusal.

    Raises
    ------
    GiaobanError
        Where the programme has faults, or what is picked is not there.
    """
    folder = find_programme(choice.programme, home / choice.raw_dir)
    asked = folder, _stamp(folder), choice.meeting_date, choice.unit
    review = _review(*asked)
    if choice.years:
        review = _narrowed(*asked, choice.years[0], choice.years[-1])
    if choice.what_if is not None:
        review = _supposed(review, choice.indicator, choice.what_if, choice.qualifier, typed)
    return review


def package_of(choice: Choice, home: Path) -> Package:
    """Give the programme of a choice, read anew only when its files have changed."""
    folder = find_programme(choice.programme, home / choice.raw_dir)
    return _package(folder, _stamp(folder))


def _stamp(place: Path) -> Stamp:
    """Tell one state of a programme's files from another."""
    files = sorted(place.iterdir()) if place.is_dir() else [place]
    return tuple((f.name, f.stat().st_mtime_ns, f.stat().st_size) for f in files)


@lru_cache(maxsize=8)
def _package(folder: Path, _: Stamp) -> Package:
    return read_package(folder)


@lru_cache(maxsize=64)
def _review(folder: Path, stamp: Stamp, meeting_date: str, unit: str) -> Review:
    return Review(known_at(_package(folder, stamp), meeting_date, unit))


@lru_cache(maxsize=64)
def _narrowed(
    folder: Path, stamp: Stamp, meeting_date: str, unit: str, first: int, last: int
) -> Review:
    return between(_review(folder, stamp, meeting_date, unit), first, last)


# Asked for several times of one pick; what was found of it serves each.
@lru_cache(maxsize=8)
def _supposed(review: Review, indicator: str, value: float, qualifier: str, typed: str) -> Review:
    return suppose(review, indicator, value, qualifier, typed)
