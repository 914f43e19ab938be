"""What is known at a meeting, and the frames that are handed in place of computed ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import wraps
from inspect import getattr_static, signature
from typing import Any, Generic, ParamSpec, Self, TypeVar, overload

import pandas as pd

from giaoban.asof import (
    ACTION_COLUMNS,
    CHANGE_COLUMNS,
    FIGURE_COLUMNS,
    Known,
    changes,
    follow_actions,
)
from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, one_line
from giaoban.tables import TABLES, columns

Found = TypeVar("Found")
Given = ParamSpec("Given")


class Computed(Generic[Found]):
    """A frame that is computed when it is asked for, and anew when what it rests on has changed."""

    def __init__(self, compute: Callable[[Any], Found], stated: Sequence[str]) -> None:
        self._compute, self.columns = compute, stated
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, of: None, owner: type) -> Self: ...
    @overload
    def __get__(self, of: "Handed", owner: type) -> Found: ...
    def __get__(self, of: "Handed | None", owner: type) -> "Self | Found":
        return self if of is None else of._find(self._name, self._compute)


def computed(
    stated: Sequence[str] = (),
) -> Callable[[Callable[[Any], Found]], Computed[Found]]:
    """Have a frame computed as `Computed` says; ``stated`` are the columns that it has."""
    return lambda compute: Computed(compute, stated)


@dataclass(eq=False, repr=False)
class Handed:
    """Frames that rest on what is known, each computed once unless another is handed for it."""

    known: Known
    handed: dict[str, pd.DataFrame] = field(default_factory=dict, init=False)
    _found: dict[str, Any] = field(default_factory=dict, init=False)
    # Which frames were asked for by which, and what is being computed, the innermost last.
    _resting: dict[str, set[str]] = field(default_factory=dict, init=False)
    _asking: list[str] = field(default_factory=list, init=False)

    def __repr__(self) -> str:
        """Say of what it is, and which frames it gives: those themselves would fill pages."""
        frames = {
            name
            for kind in type(self).__mro__
            for name, given in vars(kind).items()
            if isinstance(given, Computed)
        }
        told = ", ".join(sorted(frames))
        return f"<Review of {self.name}, {self.known.unit}, {self.date}; its frames: {told}>"

    def hand(self, **frames: pd.DataFrame | None) -> None:
        """Take frames, by the names below, in place of its own; what rests on them follows."""
        if unknown := [name for name in frames if not hasattr(type(self), name)]:
            raise TypeError(f"a review has no frame {unknown[0]}")
        for name, frame in frames.items():
            if frame is not None and self._found.get(name) is not frame:
                stated = getattr_static(type(self), name).columns
                _hold("hand", name, frame, f"review.{name}", stated)
                self._forget(name)
                self._found[name] = self.handed[name] = frame

    def given(self, name: str) -> pd.DataFrame | None:
        """Give a frame that was handed; nothing where there is none but the review's own."""
        self._ask(name)
        return self.handed.get(name)

    def _ask(self, name: str) -> None:
        if self._asking:
            self._resting.setdefault(name, set()).add(self._asking[-1])

    def _find(self, name: str, compute: Callable[[Any], Found]) -> Found:
        self._ask(name)
        if name not in self._found:
            self._asking.append(name)
            try:
                self._found[name] = compute(self)
            finally:
                self._asking.pop()
        found: Found = self._found[name]
        return found

    def _forget(self, name: str) -> None:
        """Forget what rests on a frame, unless it was handed itself."""
        for reader in self._resting.pop(name, set()) - set(self.handed):
            self._found.pop(reader, None)
            self._forget(reader)

    @property
    def name(self) -> str:
        """The programme's folder name."""
        return self.known.package.name

    @property
    def date(self) -> str:
        """The meeting's date, ISO 8601."""
        return f"{self.known.meeting['meeting_date']:%Y-%m-%d}"

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """The tables as known at the meeting."""
        return self.known.tables

    @computed(CHANGE_COLUMNS)
    def changes(self) -> pd.DataFrame:
        """Figures new, revised, confirmed or withdrawn since the meeting before; none at first."""
        return changes(self.known.known_before("figures"), self.tables["figures"])

    @computed(CHANGE_COLUMNS)
    def target_changes(self) -> pd.DataFrame:
        """The same of targets."""
        return changes(self.known.known_before("targets"), self.tables["targets"])

    @computed(ACTION_COLUMNS)
    def actions(self) -> pd.DataFrame:
        """What was decided, actions and earlier conclusions, with its state."""
        known, records = self.known, self.tables["records"]
        day = known.meeting["meeting_date"]
        return follow_actions(records, known.cutoff, known.previous_cutoff, day)


def held_to_columns(
    function: Callable[Given, Found], review: type[Handed]
) -> Callable[Given, Found]:
    """Have a function say in one sentence that a frame lacks a column, or a row that others name.

    Parameters
    ----------
    function : Callable
        Its parameters are called as the tables of a programme and the frames of a review are;
        ``compared_beside`` is as ``compared``.
    review : type
        The review, which states the columns of its frames.

    Raises
    ------
    GiaobanError
        Where what was handed has not all the columns of its kind, or a row's label twice: the
        answer would be another, or none. Where a frame refers to a row that is in none of the
        others.
    """
    asked = signature(function)
    about = asked.parameters
    kinds = {n: _kind(n, review) for n in about if "DataFrame" in str(about[n].annotation)}

    @wraps(function)
    def call(*args: Given.args, **kwargs: Given.kwargs) -> Found:
        try:
            given = asked.bind(*args, **kwargs).arguments
        except TypeError:
            return function(*args, **kwargs)  # It says itself what it is not to be called with.
        frames = {n: given[n] for n in kinds if n in given and given[n] is not about[n].default}
        frames |= frames.pop("tables", {})
        for name, frame in frames.items():
            _hold(function.__name__, name, frame, *kinds.get(name) or _kind(name, review))
        try:
            return function(*args, **kwargs)
        except KeyError as error:
            _refuse_torn(function.__name__, frames, error)
            raise

    return call


def _kind(name: str, review: type[Handed]) -> tuple[str, Sequence[str]]:
    """Say by the name of a parameter, or of a table, what is handed there, and its columns."""
    part = getattr_static(review, name, None)
    if isinstance(part, Computed) and name not in TABLES:
        return f"review.{name}", part.columns
    if table := next((t for t in TABLES if f"{name}_".startswith(f"{t}_")), ""):
        return f'tables["{name}"]', FIGURE_COLUMNS if name == "figures" else columns(table)
    return _kind(name.rpartition("_")[0], review) if "_" in name else (name, ())


def _hold(function: str, name: str, frame: object, kind: str, stated: Sequence[str]) -> None:
    there = frame.columns if isinstance(frame, pd.DataFrame) else [type(frame).__name__]
    if missing := [column for column in stated if column not in there]:
        template = N_(
            "{function}: {name} has no column {missing} (found {found}), expected those of {kind}"
        )
        told = {"missing": one_line(", ".join(missing)), "kind": kind}
        found = one_line(", ".join(map(str, there))) or "–"
        raise GiaobanError(template, 2, function=function, name=name, found=found, **told)
    if isinstance(frame, pd.DataFrame) and frame.index.has_duplicates:
        template = N_(
            "{function}: {name} has several rows labelled {found}, expected a label of its own for "
            "each (frame.index): other frames refer to rows by them"
        )
        twice = one_line(str(frame.index[frame.index.duplicated()][0]))
        raise GiaobanError(template, 2, function=function, name=name, found=twice)


def _refuse_torn(function: str, frames: dict[str, pd.DataFrame], error: KeyError) -> None:
    """Refuse frames of which one refers to a row that was cut out of another."""
    for name, frame in frames.items():
        for column in frame.filter(regex="^indicator$|row$"):
            if frame[column].isin(error.args).any():
                template = N_(
                    "{function}: {name} refers to {column} {found}, which is in no other frame "
                    "that was handed, expected frames cut down to the same rows, or whole"
                )
                told = {"name": name, "column": column}
                told["found"] = str(error.args[0]).removesuffix(".0")
                raise GiaobanError(template, 2, function=function, **told) from error
