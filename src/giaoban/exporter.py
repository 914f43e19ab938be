"""The nbconvert exporter: an executed review notebook as one self-contained HTML file."""

from copy import deepcopy
from pathlib import Path
from typing import Any

from nbconvert.exporters.html import HTMLExporter
from nbformat import NotebookNode
from traitlets import default

from giaoban.errors import GiaobanError
from giaoban.language import language

HOW_IT_WAS_MADE = ("parameters", "injected-parameters")


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
        shown.cells = [cell for cell in nb.cells if _belongs(cell, about["lang"])]
        code = [c.source for c in nb.cells if c.cell_type == "code" and not _is_parameters(c)]
        told = about | {"say": language(about["lang"]).say, "code": code}
        html, resources = super().from_notebook_node(
            shown, {**(resources or {}), "giaoban": told}, **kwargs
        )
        return html, resources


def _about(nb: NotebookNode) -> dict[str, Any]:
    outputs = [o for cell in nb.cells for o in cell.get("outputs", [])]
    if any(o.output_type == "error" for o in outputs):
        raise GiaobanError("the notebook holds an error: mend it and run it to its end", 1)
    about = [o.metadata["giaoban"] for o in outputs if "giaoban" in o.get("metadata", {})]
    if not about:
        raise GiaobanError("the notebook holds no report: run notebooks/review.ipynb to its end")
    return dict(about[0])


def _belongs(cell: NotebookNode, lang: str) -> bool:
    tags = cell.metadata.get("tags", [])
    return all(tag == f"lang-{lang}" for tag in tags if tag.startswith("lang-"))


def _is_parameters(cell: NotebookNode) -> bool:
    return any(tag in HOW_IT_WAS_MADE for tag in cell.metadata.get("tags", []))
