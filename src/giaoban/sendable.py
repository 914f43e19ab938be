"""Whether a report may be sent: never one that is missing, failed, outdated or made up."""

from pathlib import Path

from giaoban.asof import Known, inputs
from giaoban.brief import about
from giaoban.catalogues import N_
from giaoban.errors import GiaobanError


def require_sendable(page: Path, known: Known, demo: bool) -> None:
    """Refuse a report that must not be sent, and say what to do.

    Parameters
    ----------
    page : Path
        The report, ``reports/P/D/U.L.html``.
    known : Known
        What is known now of the same unit at the same meeting.
    demo : bool
        Whether a report on made-up figures may go out.

    Raises
    ------
    GiaobanError
        Where it failed, is not there, does not rest on the tables as they are now, or is made up.
    """
    failed = page.with_suffix(".failed.ipynb")
    if failed.is_file():
        form = N_("{failed}: the report failed, mend what it says and make the report anew")
        raise GiaobanError(form, failed=failed)
    if not page.is_file():
        form = N_("{page}: no such report, make it first with giaoban report")
        raise GiaobanError(form, page=page)
    told = about(page)
    if changed := _changed(told.get("inputs", ""), inputs(known)):
        form = N_("{page}: older than its inputs (changed since: {tables}), make the report anew")
        raise GiaobanError(form, page=page, tables=", ".join(changed))
    if told.get("synthetic") != "False" and not demo:
        form = N_("{page}: the figures are made up, send it with --demo only")
        raise GiaobanError(form, page=page)


def _changed(then: str, now: str) -> list[str]:
    """Name the tables whose digests differ."""
    digests = [dict(pair.rsplit(":", 1) for pair in text.split()) for text in (then, now)]
    return [f for f in sorted(digests[0] | digests[1]) if digests[0].get(f) != digests[1].get(f)]
