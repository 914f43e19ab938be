"""The parts of a page: which cells it shows, its headings, what has nothing to say."""

import re
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from nbformat import NotebookNode

from giaoban.catalogues import SOURCE_LANGUAGE
from giaoban.language import Language

MARKDOWN_LINE = re.compile(r"^(#+ )?(.+)$", re.M)
# As `DataFrame.plot`, `Axes.set_ylabel` and `Axes.plot` give themselves.
DRAWN = re.compile(r"[\[(]*(array\()?\[*(<Axes|<matplotlib|<Figure|<BarContainer|Text\()")


@dataclass
class Part:
    """A heading and the cells under it, up to the next heading; its tags say where it stands."""

    anchor: str
    heading: str
    tags: list[str] = field(default_factory=list)
    cells: list[NotebookNode] = field(default_factory=list)

    @property
    def opens(self) -> bool:
        """Whether it stands before the contents."""
        return not self.anchor or "first" in self.tags

    @property
    def annex(self) -> bool:
        """Whether it is folded away at the end."""
        return "annex" in self.tags

    @property
    def silent(self) -> list[str]:
        """What it says, where all that it says is that there is nothing to show."""
        told = [about for cell in self.cells for about in abouts(cell)]
        shown = [o for cell in self.cells for o in cell.get("outputs", [])]
        if self.anchor and told and all("nothing" in about for about in told):
            once = dict.fromkeys(about["nothing"] for about in told)
            return list(once) if len(told) == len(shown) else []
        return []


def parts(notebook: NotebookNode, spoken: Language) -> list[Part]:
    """Divide the cells of one language at their headings; the first part has none.

    The anchor of a heading is the id of its cell without the language. Cells tagged ``lab`` are
    the analyst's alone. A heading tagged ``first`` opens the page, wherever it stands.
    """
    found = [Part("", "")]
    cells = [cell for cell in notebook.cells if "lab" not in cell.metadata.get("tags", [])]
    for cell in in_language(deepcopy(cells), spoken):
        if cell.cell_type == "markdown" and cell.source.startswith("## "):
            heading, _, cell.source = cell.source.removeprefix("## ").partition("\n")
            name = cell.get("id") or f"part-{len(found)}"
            anchor = re.sub(r"-\w+$", "", name) if _languages(cell) else name
            found.append(Part(anchor, heading.strip(), cell.metadata.get("tags", [])))
        found[-1].cells.append(cell)
    for part in found:
        _leave_out_the_empty(part)
    return sorted(found, key=lambda part: not part.opens)


def _leave_out_the_empty(part: Part) -> None:
    """Beside what a part shows, leave out what says that there is nothing to show.

    Beside a picture the name of the object that drew it, such as ``<Axes: >``, says nothing.
    """
    if part.silent:
        return
    for cell in part.cells:
        outputs = cell.get("outputs", [])
        shown = [o for o in outputs if "nothing" not in o.get("metadata", {}).get("giaoban", {})]
        if any("image/png" in o.get("data", {}) for o in outputs):
            shown = [o for o in shown if not _is_drawn(o)]
        if len(shown) < len(outputs):
            cell["outputs"] = shown


def _is_drawn(output: NotebookNode) -> bool:
    """Say whether a cell gives, as text alone, what matplotlib names its objects by."""
    data = output.get("data", {})
    return list(data) == ["text/plain"] and bool(DRAWN.match(data["text/plain"]))


def in_language(cells: list[NotebookNode], spoken: Language) -> list[NotebookNode]:
    """Keep the markdown of a language; one that has none of its own has the English translated."""
    kept = _written_in(cells, spoken.code)
    if not kept:
        kept = _written_in(cells, SOURCE_LANGUAGE)
        for cell in kept:
            cell.source = MARKDOWN_LINE.sub(
                lambda m: (m[1] or "") + spoken.translate(m[2]), cell.source
            )
    return [cell for cell in cells if not _languages(cell) or cell in kept]


def headings(notebook: NotebookNode, code: str) -> list[str]:
    """List the texts of a notebook that a language's catalogue must hold."""
    if _written_in(notebook.cells, code):
        return []
    english = _written_in(notebook.cells, SOURCE_LANGUAGE)
    return [line[2] for cell in english for line in MARKDOWN_LINE.finditer(cell.source)]


def abouts(cell: NotebookNode) -> list[dict[str, Any]]:
    """Give what the outputs of a cell say about themselves; what is printed says nothing."""
    metadata = [o.get("metadata", {}) for o in cell.get("outputs", [])]
    return [each["giaoban"] for each in metadata if "giaoban" in each]


def _written_in(cells: list[NotebookNode], code: str) -> list[NotebookNode]:
    return [cell for cell in cells if code in _languages(cell)]


def _languages(cell: NotebookNode) -> list[str]:
    tags = cell.metadata.get("tags", [])
    return [tag.removeprefix("lang-") for tag in tags if tag.startswith("lang-")]
