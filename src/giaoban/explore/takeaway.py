"""What is picked as files to take away, each behind a link that holds it: nothing is written."""

import tempfile
from base64 import b64encode
from pathlib import Path
from typing import Final

from markupsafe import Markup

from giaoban.analysis import as_csv
from giaoban.explore.behind import as_xlsx, behind, titled
from giaoban.explore.choice import Choice
from giaoban.explore.screen import drawn
from giaoban.render import png

TYPES: Final = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "png": "image/png",
}


def files(choice: Choice, home: Path) -> dict[str, bytes]:
    """Give what is picked as files, by their names: CSV, Excel, and each picture as PNG."""
    frame, name = behind(choice, home), f"{choice.indicator}.{choice.unit}"
    found = {
        # With the mark by which Excel knows UTF-8.
        f"{name}.csv": as_csv(frame).encode("utf-8-sig"),
        f"{name}.{choice.spoken}.xlsx": as_xlsx(titled(frame, choice.spoken)),
    }
    with tempfile.TemporaryDirectory() as folder:
        drawn(choice, home, Path(folder))
        for path in sorted(Path(folder).rglob("*.svg")):
            found[f"{path.stem}.png"] = png(path.read_text("utf-8"))
    return found


def links(choice: Choice, home: Path) -> Markup:
    """Give a link to each file."""
    items = [
        Markup('<li><a download="{}" href="data:{};base64,{}">{}</a> ({} kB)</li>').format(
            name,
            TYPES[name.rpartition(".")[2]],
            b64encode(content).decode(),
            name,
            -(-len(content) // 1000),
        )
        for name, content in files(choice, home).items()
    ]
    return Markup("<ul>{}</ul>").format(Markup().join(items))
