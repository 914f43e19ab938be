"""A notebook run as VS Code's Jupyter extension runs it: cell by cell, over the kernel's own protocol."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jupyter_client.manager import AsyncKernelManager

Message = dict[str, Any]
WAIT = 120


async def run(
    path: Path,
    cells: Sequence[str],
    control: Mapping[str, object] | None = None,
    moved: Mapping[str, object] | None = None,
    kernel: str = "python3",
) -> list[Message]:
    """Run the cells of a notebook in its own folder; then move one of its controls.

    Parameters
    ----------
    path : Path
        The notebook.
    cells : sequence of str
        Its code cells.
    control, moved : mapping of str to object
        What the state of a widget holds, by which it is found; what its state is set to.
    kernel : str
        The kernel that runs them.

    Returns
    -------
    list of dict
        All that the kernel published, in order.
    """
    manager = AsyncKernelManager(kernel_name=kernel)
    await manager.start_kernel(cwd=str(path.parent))
    client = manager.client()
    client.start_channels()
    said: list[Message] = []
    try:
        await client.wait_for_ready(timeout=WAIT)
        client.execute(f"__vsc_ipynb_file__ = {str(path)!r}", silent=True, store_history=False)
        await _until_idle(client, [])
        for number, source in enumerate(cells):
            client.shell_channel.send(_request(client, source, f"{path.as_uri()}#{number}"))
            await _until_idle(client, said)
        if control is not None:
            data: Message = {"method": "update", "state": moved, "buffer_paths": []}
            content = {"comm_id": _comm(said, control), "data": data}
            client.shell_channel.send(client.session.msg("comm_msg", content))
            await _until_idle(client, said)
    finally:
        client.stop_channels()
        await manager.shutdown_kernel(now=True)
    return said


def _request(client: Any, source: str, cell: str) -> Message:
    """Ask for a cell to be run as somebody does who runs it by hand: which cell it is stands by."""
    content = {"code": source, "silent": False, "store_history": True, "stop_on_error": True}
    return client.session.msg("execute_request", content, metadata={"cellId": cell})


async def _until_idle(client: Any, said: list[Message]) -> None:
    """Take in what a request brings, up to the word that the kernel has nothing left to do."""
    while True:
        message = await client.get_iopub_msg(timeout=WAIT)
        said.append(message)
        if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
            return


def _comm(said: list[Message], control: Mapping[str, object]) -> str:
    """Find the last widget whose state holds what is asked for."""
    found = [
        message["content"]["comm_id"]
        for message in said
        if message["msg_type"] in ("comm_open", "comm_msg")
        and control.items() <= message["content"]["data"].get("state", {}).items()
    ]
    return str(found[-1])


def pictures(said: list[Message]) -> list[str]:
    """Give what the widgets that show HTML were set to, in order."""
    states = [
        message["content"]["data"].get("state", {})
        for message in said
        if message["msg_type"] in ("comm_open", "comm_msg")
    ]
    return [state["value"] for state in states if isinstance(state.get("value"), str)]
