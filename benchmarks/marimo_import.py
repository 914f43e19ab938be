"""Give a notebook that marimo has converted the import that its markdown cells need."""

import sys
from pathlib import Path

CELL = "@app.cell\n"
IMPORT = f"{CELL}def _():\n    import marimo as mo\n    return (mo,)\n\n\n"

if __name__ == "__main__":
    file = Path(sys.argv[1])
    file.write_text(file.read_text().replace(CELL, IMPORT + CELL, 1))
