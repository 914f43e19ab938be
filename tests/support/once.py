"""What takes long and is the same for every test is made once, by whichever process needs it first."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

Made = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Made:
    """Give what fills a folder of a name; a folder that is there already is lent, to be read only."""
    own = tmp_path_factory.getbasetemp()
    # Side by side, the processes have their folders in one of them all.
    common = own if worker_id == "master" else own.parent

    def made(name: str, fill: Callable[[Path], object]) -> Path:
        folder, finished = common / name, common / f"{name}.finished"
        with FileLock(common / f"{name}.lock"):
            if not finished.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                fill(folder)
                finished.touch()
        return folder

    return made
