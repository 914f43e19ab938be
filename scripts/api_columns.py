"""Write the columns of every frame into docs/api.md: python scripts/api_columns.py."""

from pathlib import Path

from giaoban.analysis import Review
from giaoban.analysis.processed import FIGURES_CSV, FILES
from giaoban.explore.behind import SEEN_COLUMNS
from giaoban.tables import Schema, frame_field, frame_schema, frames

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/api.md"
HEADING = "## Columns of the frames"
ABOUT = """
Each frame is one of a `Review` under its name here, or what the function of its section above gives. A number is in the unit
named; *the indicator's unit of measure* is percent of shares. The same words stand in the `datapackage.json` beside the files of
`data/processed/PROGRAMME/MEETING/UNIT/`, which any Frictionless tool reads.
"""
HEAD = "| column | title | what it holds | in, or one of |\n| --- | --- | --- | --- |\n"


def stated() -> dict[str, list[str]]:
    """Give the columns of each frame that is described."""
    own = {"seen": SEEN_COLUMNS, "figures": FIGURES_CSV}
    return {name: own.get(name) or [*getattr(Review, name).columns] for name in frames()}


def page(text: str) -> str:
    """Give the page with its last part written anew."""
    columns = stated()
    files = {frame: f"{file}.csv" for file, (frame, _) in FILES.items()}
    parts = [_part(name, columns, files.get(name, "")) for name in columns]
    return "\n".join([text[: text.index(HEADING)] + HEADING, ABOUT, *parts])


def _part(name: str, columns: dict[str, list[str]], file: str) -> str:
    """Describe a frame; what it shares with one before it is described there."""
    fields = {column: frame_field(name, column) for column in columns[name]}
    base = max(
        (other for other in list(columns)[: list(columns).index(name)]),
        key=lambda other: len(_shared(other, columns[other], fields)),
        default="",
    )
    shared = _shared(base, columns[base], fields) if base else []
    whole = bool(base) and len(shared) == len(columns[base]) > 5
    left = [field for column, field in fields.items() if not (whole and column in shared)]
    about = frame_schema(name, [])
    said = [f"### `{name}`: {about['title']}", about["description"]]
    said += [f"`{file}` has columns of it."] if file else []
    if whole:
        said += [f"The columns of `{base}`{', and:' if left else '.'}"]
    rows = "".join(map(_row, left))
    return "\n\n".join([said[0], " ".join(said[1:]), *([HEAD + rows] if left else [""])])


def _shared(name: str, columns: list[str], fields: dict[str, Schema]) -> list[str]:
    return [column for column in columns if fields.get(column) == frame_field(name, column)]


def _row(field: Schema) -> str:
    codes = ", ".join(f"`{code}`" for code in field.get("constraints", {}).get("enum", []))
    cells = [f"`{field['name']}`", field["title"], field["description"]]
    return f"| {' | '.join([*cells, codes or field.get('unit', '')])} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
