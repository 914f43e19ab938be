"""Make reports as a Python program would without giaoban: papermill, then nbconvert's exporter."""

import sys
from pathlib import Path

import nbformat
from nbconvert.exporters import HTMLExporter
from papermill import execute_notebook


def main(programme: str, meeting: str, units: list[str]) -> None:
    """Execute the review notebook for each unit, and write its page."""
    exporter = HTMLExporter(exclude_input=True)
    for unit in units:
        parameters = {"programme": programme, "meeting_date": meeting, "unit": unit}
        execute_notebook("review.ipynb", f"{unit}.ipynb", parameters, progress_bar=False)
        page, _ = exporter.from_notebook_node(nbformat.read(f"{unit}.ipynb", as_version=4))
        Path(f"{unit}.vi.html").write_text(page)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
