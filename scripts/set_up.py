"""Set giaoban up where its folder lies: ``python scripts/set_up.py [REQUIREMENTS]``.

`make`, `giaoban.bat` and `giaoban.command` begin with it; what is set up already it leaves alone.
The environment stands beside the list of what it needs, and in its file ``ready`` what it was made
from. Its programs hold its path: where it was moved or copied along with its folder, it is made
anew.
"""

from __future__ import annotations  # An older Python is to get as far as saying that it is one.

import hashlib
import os
import subprocess
import sys
from pathlib import Path

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


def main() -> None:
    """Set up what is not, or not from what lies here now."""
    requirements = sys.argv[1] if len(sys.argv) > 1 else "requirements.txt"
    environment = (FOLDER / requirements).with_name(".venv")
    made, wanted = _made_from(environment), made_from(FOLDER, requirements)
    whole = made[:1] == wanted[:1] and _runs(environment)
    if whole and set(wanted) <= set(made):
        return
    if not (3, 11) <= sys.version_info < (3, 14):
        sys.exit(OTHER_PYTHON)
    if os.name == "nt" and len(str(FOLDER)) > LONGEST_ON_WINDOWS:
        sys.exit(TOO_DEEP)
    told = "Setting up (a few minutes, once) / Đang cài đặt (vài phút, một lần) …"
    print(told, file=sys.stderr, flush=True)
    try:
        if not whole:
            _begin(environment)
        _install(environment, requirements)
    except subprocess.CalledProcessError:
        sys.exit(NOT_SET_UP)
    (environment / "ready").write_text("\n".join(wanted), "utf-8")


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
