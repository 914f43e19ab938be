"""Set giaoban up where its folder lies: ``python scripts/set_up.py [REQUIREMENTS]``.

`make`, `giaoban.bat` and `giaoban.command` begin with it; what is set up already it leaves alone.
The environment stands beside the list of what it needs, and in its file ``ready`` what it was made
from. Two that begin at once make it one after the other. Its programs hold its path: where it was
moved or copied along with its folder, it is made anew.
"""

from __future__ import annotations  # An older Python is to get as far as saying that it is one.

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TextIO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

FOLDER = Path(__file__).resolve().parents[1]
LONGEST_ON_WINDOWS = 90
OTHER_PYTHON = (
    "giaoban needs Python 3.11, 3.12 or 3.13: https://www.python.org/downloads/ "
    "(with make: make PYTHON=python3.13)"
)
TOO_DEEP = (
    "This folder lies too deep for Windows: move it nearer to the root of the drive, "
    "such as C:\\giaoban."
)
NOT_SET_UP = (
    "giaoban is not set up, for what is said above: close what runs from this folder, see that it "
    "may be written to and that the net is there, and begin again. / Chưa cài đặt được giaoban, "
    "vì điều nêu ở trên: hãy đóng những gì đang chạy từ thư mục này, kiểm tra quyền ghi vào thư "
    "mục và mạng, rồi làm lại."
)
WAITS = (
    "giaoban is being set up in another window: waiting for it … / Đang cài đặt ở cửa sổ khác, xin "
    "chờ …"
)


def main() -> None:
    """Set up what is not, or not from what lies here now."""
    requirements = sys.argv[1] if len(sys.argv) > 1 else "requirements.txt"
    environment = (FOLDER / requirements).with_name(".venv")
    if _is_set_up(environment, requirements):
        return
    if not (3, 11) <= sys.version_info < (3, 14):
        sys.exit(OTHER_PYTHON)
    if os.name == "nt" and len(str(FOLDER)) > LONGEST_ON_WINDOWS:
        sys.exit(TOO_DEEP)
    try:
        with environment.with_name(".venv.lock").open("a", encoding="utf-8") as lock:
            _hold(lock)
            # Whoever held it may have set it up.
            if not _is_set_up(environment, requirements):
                _set_up(environment, requirements)
    except (OSError, subprocess.CalledProcessError):
        sys.exit(NOT_SET_UP)


def _is_set_up(environment: Path, requirements: str) -> bool:
    wanted = made_from(FOLDER, requirements)
    return _is_whole(environment) and set(wanted) <= set(_made_from(environment))


def _is_whole(environment: Path) -> bool:
    """Say whether it was made here, and still runs."""
    return _made_from(environment)[:1] == [str(FOLDER)] and _runs(environment)


def _set_up(environment: Path, requirements: str) -> None:
    told = "Setting up (a few minutes, once) / Đang cài đặt (vài phút, một lần) …"
    print(told, file=sys.stderr, flush=True)
    if not _is_whole(environment):
        _begin(environment)
    _install(environment, requirements)
    (environment / "ready").write_text("\n".join(made_from(FOLDER, requirements)), "utf-8")


def _hold(lock: TextIO) -> None:
    """Take a lock, which goes with this process; while another has it, say so once, and wait."""
    if not _taken(lock):
        print(WAITS, file=sys.stderr, flush=True)
        while not _taken(lock):
            time.sleep(1)


def _taken(lock: TextIO) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:  # Where nothing can be locked, nobody waits for ever.
        return True
    return True


def made_from(folder: Path, requirements: str) -> list[str]:
    """Say what an environment is made from: the folder, and the digest of each file that counts.

    Parameters
    ----------
    folder : Path
        The project's.
    requirements : str
        The list of the libraries; what is in ``requirements.txt`` is in each.
    """
    names = sorted({"pyproject.toml", "requirements.txt", requirements})
    return [str(folder), *(f"{_digest(folder / name)} {name}" for name in names)]


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _made_from(environment: Path) -> list[str]:
    try:
        return (environment / "ready").read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []


def _python(environment: Path) -> Path:
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _runs(environment: Path) -> bool:
    """Say whether its Python does: the one that it was made with may be gone."""
    try:
        _run(_python(environment), "-c", "", stderr=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def _begin(environment: Path) -> None:
    if environment.is_symlink():  # What lies elsewhere is not ours to empty.
        environment.unlink()
    _run(sys.executable, "-m", "venv", "--clear", environment)


def _install(environment: Path, requirements: str) -> None:
    pip = _python(environment), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"
    _run(*pip, "--require-hashes", "-r", requirements)
    _run(*pip, "--no-deps", "--no-build-isolation", "-e", ".")
    # Before 3.13 Python reads this file in the code page of Windows, which may lack letters that
    # the names of folders have; the way from there to here has none.
    for pointer in environment.rglob("_giaoban.pth"):
        pointer.write_text(os.path.relpath(FOLDER / "src", pointer.parent), "ascii")


def _run(*command: object, stderr: int | None = None) -> None:
    subprocess.run([*map(str, command)], cwd=FOLDER, check=True, stderr=stderr)  # noqa: S603


if __name__ == "__main__":
    main()
