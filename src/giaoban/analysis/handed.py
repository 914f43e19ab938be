"""What is known at a meeting, and the frames that are handed in place of computed ones."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, Self, TypeVar, overload

import pandas as pd

from giaoban.asof import Known

Found = TypeVar("Found")


class computed(Generic[Found]):  # noqa: N801 # It stands where property does.
    """A frame that is computed when it is asked for, and anew when what it rests on has changed."""

    def __init__(self, compute: Callable[[Any], Found]) -> None:
        self._compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, of: None, owner: type) -> Self: ...
    @overload
    def __get__(self, of: "Handed", owner: type) -> Found: ...
    def __get__(self, of: "Handed | None", owner: type) -> "Self | Found":
        return self if of is None else of._find(self._name, self._compute)


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
            if isinstance(given, computed)
        }
        told = ", ".join(sorted(frames))
        return f"<Review of {self.name}, {self.known.unit}, {self.date}; its frames: {told}>"

    def hand(self, **frames: pd.DataFrame | None) -> None:
        """Take frames, by the names below, in place of its own; what rests on them follows."""
        if unknown := [name for name in frames if not hasattr(type(self), name)]:
            raise TypeError(f"a review has no frame {unknown[0]}")
        for name, frame in frames.items():
            if frame is not None and self._found.get(name) is not frame:
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
