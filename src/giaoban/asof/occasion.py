"""A report that is asked for, said outright.

It stands alone: the program that asks for reports needs no pandas for it.
"""

from dataclasses import dataclass

from giaoban.errors import Text


@dataclass(frozen=True)
class Occasion:
    """What a report is of.

    Attributes
    ----------
    name : str
        The programme's folder name.
    meeting_date : str
        The meeting's date, ISO 8601.
    unit : str
        The unit's id.
    stamp : str
        SHA-256 of the rows that were known then and that the report may rest on: while it stays,
        so does the report.
    languages : tuple of str
        Those of its programme.
    notes : tuple of Text
        What is good to know of the data.
    """

    name: str
    meeting_date: str
    unit: str
    stamp: str
    languages: tuple[str, ...]
    notes: tuple[Text, ...]
