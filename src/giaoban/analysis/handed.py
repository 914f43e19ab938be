"""What is known at a meeting, and the frames that are handed in place of computed ones."""

from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from giaoban.asof import Known


@dataclass(eq=False, repr=False)
class Handed:
    """Frames that rest on what is known, each computed once unless another is handed for it."""

    known: Known
    handed: dict[str, pd.DataFrame] = field(default_factory=dict, init=False)

    def __repr__(self) -> str:
        """Say of what it is, and which frames it gives: those themselves would fill pages."""
        cached = {
            name
            for kind in type(self).__mro__
            for name, given in vars(kind).items()
            if isinstance(given, cached_property)
        }
        told = ", ".join(sorted(cached))
        return f"<Review of {self.name}, {self.known.unit}, {self.date}; its frames: {told}>"

    def hand(self, **frames: pd.DataFrame | None) -> None:
        """Take frames, by the names below, in place of its own; what rests on them follows."""
        if unknown := [name for name in frames if not hasattr(type(self), name)]:
            raise TypeError(f"a review has no frame {unknown[0]}")
        new = {name: frame for name, frame in frames.items() if frame is not None}
        if any(vars(self).get(name) is not frame for name, frame in new.items()):
            known, handed = self.known, self.handed | new
            vars(self).clear()
            vars(self).update(handed, known=known, handed=handed)

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
