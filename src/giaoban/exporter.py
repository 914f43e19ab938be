"""The nbconvert exporter: an executed review notebook as one self-contained HTML file."""

import re
from copy import deepcopy
from pathlib import Path
from typing import Any

from nbconvert.exporters.html import HTMLExporter
from nbformat import NotebookNode
from traitlets import default

from giaoban.catalogues import N_, SOURCE_LANGUAGE
from giaoban.errors import GiaobanError
from giaoban.language import Language, language

HOW_IT_WAS_MADE = ("parameters", "injected-parameters")
_LINE = re.compile(r"^(#+ )?(.+)$", re.M)


class GiaobanExporter(HTMLExporter):
    """Keeps the markdown of the report's language and the outputs; the code goes into a fold."""

    export_from_notebook = "giaoban report"

    @default("template_name")
    def _template_name_default(self) -> str:
        return "giaoban"

    @default("extra_template_basedirs")
    def _extra_template_basedirs_default(self) -> list[str]:
        """Take the template beside the source where there is one, not one in the current folder."""
        beside = Path(__file__).parents[2] / "share" / "jupyter" / "nbconvert" / "templates"
        return [str(beside)] if beside.is_dir() else []

    def from_notebook_node(
        self, nb: NotebookNode, resources: Any = None, **kwargs: Any
    ) -> tuple[str, dict[str, Any]]:
        """Write the report of an executed notebook.

        Raises
        ------
        GiaobanError
            Where the notebook holds no report: not run to its end, or another notebook.
        """
        about = _about(nb)
        shown = deepcopy(nb)
        spoken = language(about["lang"])
        shown.cells = _in_language(shown.cells, spoken)
        code = [c.source for c in nb.cells if c.cell_type == "code" and not _is_parameters(c)]
        told = about | {"say": spoken.say, "code": code}
        html, resources = super().from_notebook_node(
            shown, {**(resources or {}), "giaoban": told}, **kwargs
        )
        return html, resources


def _about(nb: NotebookNode) -> dict[str, Any]:
    outputs = [o for cell in nb.cells for o in cell.get("outputs", [])]
    if any(o.output_type == "error" for o in outputs):
        form = N_("the notebook holds an error: mend it and run it to its end")
        raise GiaobanError(form, exit_code=1)
    about = [o.metadata["giaoban"] for o in outputs if "giaoban" in o.get("metadata", {})]
    if not about:
        form = N_("the notebook holds no report: run notebooks/review.ipynb to its end")
        raise GiaobanError(form)
    return dict(about[0])


def _in_language(cells: list[NotebookNode], spoken: Language) -> list[NotebookNode]:
    """Keep the markdown of a language; one that has none of its own has the English translated."""
    kept = _written_in(cells, spoken.code)
    if not kept:
        kept = _written_in(cells, SOURCE_LANGUAGE)
        for cell in kept:
            cell.source = _LINE.sub(lambda m: (m[1] or "") + spoken.translate(m[2]), cell.source)
    return [cell for cell in cells if not _languages(cell) or cell in kept]


def headings(notebook: NotebookNode, code: str) -> list[str]:
    """List the texts of a notebook that a language's catalogue must hold."""
    if _written_in(notebook.cells, code):
        return []
    english = _written_in(notebook.cells, SOURCE_LANGUAGE)
    return [line[2] for cell in english for line in _LINE.finditer(cell.source)]


def _written_in(cells: list[NotebookNode], code: str) -> list[NotebookNode]:
    return [cell for cell in cells if code in _languages(cell)]


def _languages(cell: NotebookNode) -> list[str]:
    tags = cell.metadata.get("tags", [])
    return [tag.removeprefix("lang-") for tag in tags if tag.startswith("lang-")]


def _is_parameters(cell: NotebookNode) -> bool:
    return any(tag in HOW_IT_WAS_MADE for tag in cell.metadata.get("tags", []))
