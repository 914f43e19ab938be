"""A papermill engine that runs a notebook in this process, with no kernel to start."""

import io
import os
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import matplotlib
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.pylabtools import select_figure_formats
from nbformat import NotebookNode
from nbformat.v4 import new_output
from papermill.engines import Engine
from traitlets.config import Config


class _Publisher(DisplayPublisher):
    """Keep what a cell displays."""

    shell: "_Shell"

    def publish(self, data: Any, metadata: Any = None, source: Any = None, **_: Any) -> None:
        self.shell.outputs.append(new_output("display_data", data=data, metadata=metadata or {}))

    def clear_output(self, wait: bool = False) -> None:
        self.shell.outputs.clear()


class _Hook(DisplayHook):
    """Keep what the last line of a cell gives."""

    shell: "_Shell"

    def start_displayhook(self) -> None:
        """Print nothing before it."""

    def write_output_prompt(self) -> None:
        """Print no prompt."""

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        said = {"data": format_dict, "metadata": md_dict or {}}
        count = self.prompt_count
        self.shell.outputs.append(new_output("execute_result", execution_count=count, **said))

    def finish_displayhook(self) -> None:
        """Print nothing after it."""


class _Stream(io.TextIOBase):
    """Keep what a cell prints, in its place among what it displays."""

    def __init__(self, name: str, outputs: list[NotebookNode]) -> None:
        self.stream_name, self.outputs = name, outputs

    def write(self, text: str) -> int:
        last = self.outputs[-1] if self.outputs else None
        if last and last.output_type == "stream" and last.name == self.stream_name:
            last.text += text
        elif text:
            self.outputs.append(new_output("stream", name=self.stream_name, text=text))
        return len(text)


class _Shell(InteractiveShell):
    """An IPython shell that keeps each cell's outputs as a notebook does."""

    def __init__(self, **options: Any) -> None:
        self.outputs: list[NotebookNode] = []
        super().__init__(  # type: ignore[no-untyped-call] # IPython's has no types.
            displayhook_class=_Hook, display_pub_class=_Publisher, **options
        )
        self._show_charts_after_their_cell()

    def _show_charts_after_their_cell(self) -> None:
        """Show what a cell draws with pyplot or pandas, as the kernel does."""
        matplotlib.use("module://matplotlib_inline.backend_inline")
        matplotlib.interactive(True)
        # Its import looks for a shell.
        from matplotlib_inline.backend_inline import flush_figures

        select_figure_formats(self, {"png"}, bbox_inches="tight")
        self.events.register("post_execute", flush_figures)

    def enable_gui(self, gui: Any = None) -> None:
        """Open no window."""

    def _showtraceback(self, etype: Any, evalue: Any, stb: list[str]) -> None:
        said = {"ename": etype.__name__, "evalue": str(evalue), "traceback": stb}
        self.outputs.append(new_output("error", **said))

    def run(self, source: str) -> tuple[list[NotebookNode], BaseException | None]:
        """Run one cell and hand over its outputs."""
        self.outputs.clear()
        out, err = _Stream("stdout", self.outputs), _Stream("stderr", self.outputs)
        with redirect_stdout(out), redirect_stderr(err):
            # IPython's has no types.
            outcome = self.run_cell(source, store_history=True)  # type: ignore[no-untyped-call]
        error = outcome.error_before_exec or outcome.error_in_exec
        if error is not None and all(o.output_type != "error" for o in self.outputs):
            # A magic that does not exist is only told on standard error.
            said = {"ename": type(error).__name__, "evalue": str(error), "traceback": []}
            self.outputs.append(new_output("error", **said))
        return list(self.outputs), error


class InProcessEngine(Engine):  # type: ignore[misc] # papermill has no types.
    """Runs a notebook's cells in an IPython shell of this process.

    The outputs are those of the ``python3`` kernel. Not for use within a running IPython, which
    has a shell of its own.
    """

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **_: Any) -> None:
        """Run each code cell until one fails, as papermill's own engine does."""
        shell = _Shell.instance(config=Config({"HistoryManager": {"enabled": False}}))
        count, folder = 0, Path.cwd()
        try:
            for index, cell in enumerate(nb_man.nb.cells):
                nb_man.cell_start(cell, index)
                error = None
                if cell.cell_type == "code" and cell.source.strip():
                    count += 1
                    cell.outputs, error = shell.run(cell.source)
                    cell.execution_count = count
                if error is not None:
                    nb_man.cell_exception(cell, cell_index=index, exception=error)
                    break
                nb_man.cell_complete(cell, cell_index=index)
        finally:
            os.chdir(folder)
            _Shell.clear_instance()
