"""Where the project is, and the programmes that come with it."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
RAW = ROOT / "data" / "raw"
