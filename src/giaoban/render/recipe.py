"""What a report was made from, as one digest: while that stays, the report is not made again."""

import hashlib
import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from giaoban.errors import GiaobanError
from giaoban.files import digest_of_files
from giaoban.render.run import NOTEBOOK, Job, find_notebook
from giaoban.wording import PageData, digest_of, read_page_data

PACKAGE = Path(__file__).parents[1]
TEMPLATE = Path("share/jupyter/nbconvert/templates/giaoban")


def recipe_of(job: Job, stamp: str) -> str:
    """Digest all that a report comes from: its rows, its notebook, the program, what it is of.

    Parameters
    ----------
    job : Job
        The report.
    stamp : str
        Of its rows: `giaoban.asof.Occasion`.
    """
    notebook = (job.notebook or find_notebook(NOTEBOOK)).read_bytes()
    parts = [stamp, job.meeting_date, job.unit, job.lang, program_digest()]
    return hashlib.sha256("\n".join(parts).encode() + notebook).hexdigest()


def is_up_to_date(job: Job, recipe: str) -> bool:
    """Say whether a report is there, whole, as it was made, and of this recipe."""
    try:
        said = read_page_data(job.path("html"))
        html = job.path("html").read_bytes().decode()
        made = json.loads(job.path("ipynb").read_bytes())["metadata"]["giaoban"]
    except (GiaobanError, OSError, ValueError, KeyError):
        return False
    whole = all(path.is_file() for path in _beside(job, said))
    return whole and made == {"recipe": recipe} and digest_of(html) == said.digest


def _beside(job: Job, said: PageData) -> Iterator[Path]:
    """Name the files that the report's cells write."""
    of = Path(job.folder.parent.name, job.meeting_date, job.unit)
    for chart in said.charts:
        yield job.out_dir / "figures" / of / f"{chart.name}.{job.lang}.svg"
    yield job.out_dir / "data" / "processed" / of / "scorecard.csv"


@cache
def program_digest() -> str:
    """Digest this program: another version may say the same otherwise."""
    endings = (".py", ".po", ".css", ".json", ".j2")
    folders = (PACKAGE, PACKAGE.parents[1] / TEMPLATE, sys.prefix / TEMPLATE)
    return hashlib.sha256(b"".join(digest_of_files(f, endings) for f in folders)).hexdigest()
