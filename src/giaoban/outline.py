"""The parts of a page: which cells it shows, its headings, what has nothing to say."""

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from nbformat import NotebookNode


@dataclass
class Part:
    """A heading and the cells under it, up to the next heading."""

    anchor: str
    heading: str
    cells: list[NotebookNode] = field(default_factory=list)

    @property
    def silent(self) -> list[str]:
        """What it says, where all that it says is that there is nothing to show."""
        said = [about for cell in self.cells for about in abouts(cell)]
        shown = [o for cell in self.cells for o in cell.get("outputs", [])]
        if self.anchor and said and all("nothing" in about for about in said):
            return [about["nothing"] for about in said] if len(said) == len(shown) else []
        return []


def parts(notebook: NotebookNode, lang: str) -> list[Part]:
    """Divide the cells of one language at their headings; the first part has none.

    The anchor of a heading is the id of its cell without the language.
    """
    found = [Part("", "")]
    for cell in notebook.cells:
        if not belongs(cell, lang):
            continue
        shown = deepcopy(cell)
        if cell.cell_type == "markdown" and cell.source.startswith("## "):
            heading, _, shown.source = shown.source.removeprefix("## ").partition("\n")
            found.append(Part(cell.get("id", "").removesuffix(f"-{lang}"), heading.strip()))
        found[-1].cells.append(shown)
    return found


def abouts(cell: NotebookNode) -> list[dict[str, Any]]:
    """Give what the outputs of a cell say about themselves."""
    return [o.metadata["giaoban"] for o in cell.get("outputs", []) if "giaoban" in o.metadata]


def belongs(cell: NotebookNode, lang: str) -> bool:
    """Say whether a cell is in a language, or in none."""
    tags = cell.metadata.get("tags", [])
    return all(tag == f"lang-{lang}" for tag in tags if tag.startswith("lang-"))
