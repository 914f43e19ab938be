"""Compare the size of a report's page with what nbconvert's own templates make of the notebook.

Run it from the project's folder: ``.venv/bin/python benchmarks/page_size.py [PROGRAMME]``.
"""

import re
import sys
import tempfile
from pathlib import Path

import nbformat
from nbconvert.exporters import HTMLExporter

from giaoban.analysis import load
from giaoban.render.exporter import GiaobanExporter
from giaoban.render.run import Job, run, tidy

LOADED = re.compile(
    r'(?:src|<link[^>]+href)="(https?://[^"]+)"|url\((https?://[^)]+)\)|"(https?://[^"]+\.js)"'
)


def main() -> None:
    """Print a line for each template: bytes, how many times ours, what it loads from elsewhere."""
    programme = sys.argv[1] if len(sys.argv) > 1 else "04-CTr-HU"
    raw = Path("data/raw")
    review = load(programme, "latest", "", raw)
    with tempfile.TemporaryDirectory() as folder:
        job = Job(raw / programme, review.date, review.known.unit, "vi", raw, Path(folder))
        notebook = nbformat.from_dict(tidy(run(job)))
    exporters = {
        "giaoban": GiaobanExporter(),
        "lab": HTMLExporter(template_name="lab"),
        "lab, no code": HTMLExporter(template_name="lab", exclude_input=True),
        "classic": HTMLExporter(template_name="classic"),
    }
    ours = 0
    print(f"{programme}, {review.date}, vi")
    for name, exporter in exporters.items():
        page, _ = exporter.from_notebook_node(notebook)
        size = len(page.encode())
        ours = ours or size
        loaded = {next(filter(None, found)) for found in LOADED.findall(page)}
        print(f"{name:14} {size:9,} bytes  {size / ours:5.1f} ×  {len(loaded)} outside addresses")


if __name__ == "__main__":
    main()
