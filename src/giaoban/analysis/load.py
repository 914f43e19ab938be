"""Begin a review: read a programme, and keep what was known at a meeting."""

from pathlib import Path

from giaoban.analysis.review import Review
from giaoban.asof import known_at
from giaoban.language import Parameter, typed
from giaoban.programme import find_programme, read_package


def load(
    programme: Parameter,
    meeting_date: Parameter = "latest",
    unit: Parameter = "",
    raw_dir: str | Path = "data/raw",
) -> Review:
    """Read a programme, check it, and keep what was known of a unit at a meeting.

    Parameters
    ----------
    programme : str or number
        Name of a folder or workbook under ``raw_dir``, or a path to one.
    meeting_date : str or number
        ISO date, ``latest`` or ``next``.
    unit : str or number
        A unit id; empty for the programme's own.
    raw_dir : str or Path
        The folder of the programmes.

    Raises
    ------
    GiaobanError
        Where the package has faults, or there is no such programme, meeting or unit.
    """
    package = read_package(find_programme(typed(programme), raw_dir))
    return Review(known_at(package, typed(meeting_date), typed(unit)))
