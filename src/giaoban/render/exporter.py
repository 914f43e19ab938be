"""The nbconvert exporter: an executed review notebook as one self-contained HTML file, and data."""

import giaoban.render.coldstart  # noqa: F401, I001 # before what it spares a part of its start

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache
from nbconvert.exporters.html import HTMLExporter
from nbconvert.exporters.templateexporter import TemplateExporter
from nbformat import NotebookNode
from traitlets import default

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError
from giaoban.language import language
from giaoban.render.outline import Part, abouts, parts
from giaoban.render.outputs import printed, shown_as
from giaoban.render.passages import marked_as
from giaoban.render.takeaway import with_downloads
from giaoban.wording import PageData, digest_of

HOW_IT_WAS_MADE = ("parameters", "injected-parameters")
# What a page says of itself in its head, for a list of pages.
META = ("programme", "title", "unit", "synthetic", "inputs")


class GiaobanExporter(HTMLExporter):
    """Keeps the markdown of the report's language and the outputs; the code goes into a fold."""

    export_from_notebook = "giaoban report"

    def __init__(self, config: Any = None, **options: Any) -> None:
        # nbconvert's has no types.
        super().__init__(config, **options)  # type: ignore[no-untyped-call]
        # Where this machine keeps nothing safely, they are compiled anew.
        with suppress(OSError, RuntimeError):
            self.environment.bytecode_cache = FileSystemBytecodeCache()

    @default("template_name")
    def _template_name_default(self) -> str:
        return "giaoban"

    def default_filters(self) -> Iterator[tuple[str, Any]]:
        """Give nbconvert's filters, and how the page shows what a cell printed or displayed."""
        yield from super().default_filters()  # type: ignore[no-untyped-call] # nor has this.
        ours = {"filter_data_type": shown_as, "printed": printed}
        yield from (ours | {"with_downloads": with_downloads}).items()

    @default("optimistic_validation")
    def _optimistic_validation_default(self) -> bool:
        """Hold a notebook against its schema once, not after each of a dozen preprocessors."""
        return True

    @default("exclude_anchor_links")
    def _exclude_anchor_links_default(self) -> bool:
        return True

    @default("extra_template_basedirs")
    def _extra_template_basedirs_default(self) -> list[str]:
        """Take the template beside the source where there is one, not one in the current folder."""
        beside = Path(__file__).parents[3] / "share" / "jupyter" / "nbconvert" / "templates"
        return [str(beside)] if beside.is_dir() else []

    def from_notebook_node(  # type: ignore[override] # nbconvert's too gives a text.
        self, nb: NotebookNode, resources: Any = None, **kwargs: Any
    ) -> tuple[str, dict[str, Any]]:
        """Write the report of an executed notebook, and beside it what it says as data.

        Raises
        ------
        GiaobanError
            Where the notebook holds no report: not run to its end, or another notebook.
        """
        page = _page(nb)
        told = {**(resources or {}), "giaoban": page}
        # Not HTMLExporter's own: it parses the finished page once more, to mend what this
        # template does not leave out.
        html, resources = TemplateExporter.from_notebook_node(self, nb, told, **kwargs)
        for other, texts in page.get("said_in", {}).items():
            html = marked_as(html, texts, other)
        if data := _data(page, html):
            # nbconvert makes the folder of each such file, and has none to make for a bare name.
            file = f"./{resources.get('unique_key', 'notebook')}.json"
            resources.setdefault("outputs", {})[file] = data.as_json().encode()
        return html, resources


def _page(nb: NotebookNode) -> dict[str, Any]:
    """Gather what the template shows."""
    about = _about(nb)
    spoken = language(about["lang"])
    found = parts(nb, spoken)
    return about | {
        "say": spoken.say,
        "meta": {f"giaoban-{name}": str(about[name]) for name in META if name in about}
        | {"description": about["headline"]},
        "parts": [part for part in found if not part.silent],
        "silent": [*_said_once(part for part in found if part.silent)],
        "code": [c.source for c in nb.cells if c.cell_type == "code" and not _is_parameters(c)],
    }


def _said_once(silent: Iterable[Part]) -> Iterator[Part]:
    """Keep the first of the parts that all have the same to say."""
    said: set[str] = set()
    for part in silent:
        if not said.issuperset(part.silent):
            said.update(part.silent)
            yield part


def _data(page: dict[str, Any], html: str) -> PageData | None:
    """Gather what the sections say as data; a page that is no report of a meeting has none."""
    if "eyebrow" not in page:
        return None
    found = [*page["parts"], *page["silent"]]
    told = [(part, about) for part in found for cell in part.cells for about in abouts(cell)]
    charts = [
        chart | {"heading": chart["heading"] or part.heading}
        for part, about in told
        for chart in about.get("charts", [])
    ]
    return PageData.of(
        page
        | {
            "charts": charts,
            "headings": {part.anchor: part.heading for part in found if part.anchor},
            "silent": {part.anchor: " ".join(part.silent) for part in page["silent"]},
            "digest": digest_of(html),
        }
    )


def _about(nb: NotebookNode) -> dict[str, Any]:
    outputs = [o for cell in nb.cells for o in cell.get("outputs", [])]
    if any(o.output_type == "error" for o in outputs):
        template = N_("the notebook holds an error: mend it and run it to its end")
        raise GiaobanError(template, exit_code=1)
    cells = [cell for cell in nb.cells if "lab" not in cell.metadata.get("tags", [])]
    told = [found for cell in cells for found in abouts(cell)]
    about = dict(item for found in reversed(told) for item in found.items())
    if not {"title", "headline"} <= about.keys():
        template = N_("the notebook holds no report: run notebooks/review.ipynb to its end")
        raise GiaobanError(template)
    return about


def _is_parameters(cell: NotebookNode) -> bool:
    return any(tag in HOW_IT_WAS_MADE for tag in cell.metadata.get("tags", []))
