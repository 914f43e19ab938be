"""What is set up stays so where it is, and is set up anew where it was moved, copied or updated."""

import ast
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest
import set_up
from places import ROOT

pytestmark = pytest.mark.slow
PARTS = ("pyproject.toml", "README.md", "src", "notebooks", "share", "scripts/set_up.py")
# What a new environment would get from the net is lent to it.
LENT = os.environ | {"PYTHONPATH": sysconfig.get_path("purelib")}
BEGUN = "Setting up"


def begin(folder: Path) -> str:
    """Begin as the files to double click do; give what is said."""
    command = [sys.executable, str(folder / "scripts/set_up.py")]
    done = subprocess.run(command, env=LENT, capture_output=True, text=True, check=True)
    return done.stderr


def where_its_program_lies(folder: Path) -> Path:
    program = (folder / ".venv/bin/giaoban").read_text("utf-8")
    python = re.findall(r"/.*?/\.venv/bin/python[\d.]*", program)[0]
    asked = "import giaoban; print(giaoban.__file__)"
    done = subprocess.run([python, "-c", asked], env=LENT, capture_output=True, check=True)
    return Path(done.stdout.decode().strip())


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """Begin twice at once in a copy of the project; give it, and what is said."""
    folder = tmp_path_factory.mktemp("set_up") / "Giao ban huyện Mỹ Đức"
    for name in PARTS:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        copy: Callable[..., object] = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    (folder / "requirements.txt").touch()
    command = [sys.executable, str(folder / "scripts/set_up.py")]
    both = [subprocess.Popen(command, env=LENT, stderr=subprocess.PIPE, text=True) for _ in "ab"]
    said = sorted(one.communicate()[1] for one in both)
    assert [one.returncode for one in both] == [0, 0]
    return folder, said


@pytest.fixture(scope="module")
def folder(begun: tuple[Path, list[str]]) -> Path:
    return begun[0]


def test_of_two_that_begin_at_once_one_sets_up_and_the_other_waits_for_it(
    begun: tuple[Path, list[str]],
) -> None:
    folder, (first, second) = begun
    assert first.startswith(BEGUN)
    assert second == f"{set_up.WAITS}\n"
    assert where_its_program_lies(folder).is_relative_to(folder)


def test_what_is_set_up_is_left_alone(folder: Path) -> None:
    assert begin(folder) == ""
    assert where_its_program_lies(folder).is_relative_to(folder)


def test_no_file_that_python_reads_in_the_code_page_holds_a_letter_of_the_folder(
    folder: Path,
) -> None:
    (pointer,) = (folder / ".venv").rglob("_giaoban.pth")
    assert pointer.read_bytes().isascii()


def test_newer_libraries_are_put_into_the_same_environment(folder: Path) -> None:
    made = (folder / ".venv/pyvenv.cfg").stat()
    (folder / "requirements.txt").write_text("# newer\n")
    assert BEGUN in begin(folder)
    assert (folder / ".venv/pyvenv.cfg").stat() == made
    assert begin(folder) == ""


def test_a_copied_folder_runs_its_own_program(folder: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(folder, tmp_path / "copy", symlinks=True)
    assert BEGUN in begin(copy)
    assert where_its_program_lies(copy).is_relative_to(copy)
    assert begin(folder) == ""


def test_a_folder_that_was_renamed_is_set_up_anew(folder: Path) -> None:
    renamed = folder.rename(folder.with_name("Giao ban"))
    assert BEGUN in begin(renamed)
    assert where_its_program_lies(renamed).is_relative_to(renamed)
    renamed.rename(folder)
    assert BEGUN in begin(folder)


def test_what_a_link_leads_to_elsewhere_is_not_emptied(folder: Path, tmp_path: Path) -> None:
    lent = (folder / ".venv").rename(tmp_path / "lent")
    (lent / "ready").unlink()
    (folder / ".venv").symlink_to(lent)
    assert BEGUN in begin(folder)
    assert (lent / "pyvenv.cfg").is_file()
    assert not (folder / ".venv").is_symlink()


def test_where_its_python_is_gone_it_is_set_up_with_the_one_that_is_there(folder: Path) -> None:
    (folder / ".venv/bin/python").unlink()
    assert BEGUN in begin(folder)
    assert begin(folder) == ""


def test_where_the_libraries_cannot_be_had_it_says_what_to_do_and_is_begun_again(
    folder: Path,
) -> None:
    (folder / "requirements.txt").write_text("of-no-known-digest==1\n")
    with pytest.raises(subprocess.CalledProcessError) as failed:
        begin(folder)
    assert failed.value.returncode == 1
    assert failed.value.stderr.endswith(f"{set_up.NOT_SET_UP}\n")
    (folder / "requirements.txt").write_text("")
    assert BEGUN in begin(folder)
    assert begin(folder) == ""


def test_make_sets_one_environment_up_at_a_time(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts/set_up.py").write_text(
        "import os, time; os.mkdir('alone'); time.sleep(0.5); os.rmdir('alone')"
    )
    python = f"PYTHON={sys.executable}"
    subprocess.run(["make", "-j4", python, "set-up", "set-up-dev"], cwd=tmp_path, check=True)


@pytest.mark.parametrize("version", [(3, 10), (3, 14)])
def test_a_python_that_the_libraries_are_not_made_for_is_told_which_are(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, int], tmp_path: Path
) -> None:
    for name in ("pyproject.toml", "requirements.txt"):
        (tmp_path / name).touch()
    monkeypatch.setattr(set_up, "FOLDER", tmp_path)
    monkeypatch.setattr(sys, "argv", ["set_up.py"])
    monkeypatch.setattr(sys, "version_info", version)
    with pytest.raises(SystemExit, match=re.escape("3.11, 3.12 or 3.13")):
        set_up.main()
    assert not (tmp_path / ".venv").exists()


def test_an_older_python_can_read_so_far_as_to_say_so() -> None:
    tree = ast.parse(Path(set_up.__file__).read_text("utf-8"), feature_version=(3, 8))
    imported = [node.module for node in tree.body if isinstance(node, ast.ImportFrom)]
    assert imported[0] == "__future__"
