"""A papermill engine that runs a notebook in this process: no kernel to start, nothing imported twice."""

import io
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

from IPython.core.displayhook import CapturingDisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from nbformat import NotebookNode
from nbformat.v4 import new_output
from papermill.engines import Engine
from traitlets.config import Config


class _Publisher(DisplayPublisher):
    """Keep what a cell displays."""

    outputs: list[NotebookNode]

    def publish(self, data: Any, metadata: Any = None, **_: Any) -> None:
        self.outputs.append(new_output("display_data", data=data, metadata=metadata or {}))

    def clear_output(self, wait: bool = False) -> None:
        self.outputs.clear()


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

    def init_display_pub(self) -> None:
        self.outputs: list[NotebookNode] = []
        self.display_pub = _Publisher(parent=self, shell=self)
        self.display_pub.outputs = self.outputs

    def enable_gui(self, gui: Any = None) -> None:
        """Open no window."""

    def _showtraceback(self, etype: Any, evalue: Any, stb: list[str]) -> None:
        said = {"ename": etype.__name__, "evalue": str(evalue), "traceback": stb}
        self.outputs.append(new_output("error", **said))

    def run(self, source: str, count: int) -> tuple[list[NotebookNode], BaseException | None]:
        """Run one cell and hand over its outputs."""
        self.outputs.clear()
        results: list[dict[str, Any]] = []
        own_hook = self.displayhook
        self.displayhook = self.display_trap.hook = CapturingDisplayHook(self, outputs=results)
        with redirect_stdout(_Stream("stdout", self.outputs)):  # type: ignore[type-var]
            with redirect_stderr(_Stream("stderr", self.outputs)):  # type: ignore[type-var]
                outcome = self.run_cell(source, store_history=True)
        self.displayhook = self.display_trap.hook = own_hook
        shown = [
            new_output("execute_result", execution_count=count, **result) for result in results
        ]
        return [*self.outputs, *shown], outcome.error_before_exec or outcome.error_in_exec


class InProcessEngine(Engine):  # type: ignore[misc]
    """Runs a notebook's cells in an IPython shell of this process.

    The outputs are those of the ``python3`` kernel. Not for use within a running IPython, which
    has a shell of its own.
    """

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **_: Any) -> None:
        """Run each code cell until one fails, as papermill's own engine does."""
        shell = _Shell.instance(config=Config({"HistoryManager": {"enabled": False}}))
        count = 0
        try:
            for index, cell in enumerate(nb_man.nb.cells):
                nb_man.cell_start(cell, index)
                error = None
                if cell.cell_type == "code" and cell.source.strip():
                    count += 1
                    cell.outputs, error = shell.run(cell.source, count)
                    cell.execution_count = count
                if error is not None:
                    nb_man.cell_exception(cell, cell_index=index, exception=error)
                    break
                nb_man.cell_complete(cell, cell_index=index)
        finally:
            _Shell.clear_instance()
