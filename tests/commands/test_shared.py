"""Where little memory may be taken it is said in a sentence, and nothing is begun."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from places import RAW

from giaoban.commands import SpokenGroup, keep_within_memory
from giaoban.commands.shared import LEAST_MEMORY, MODEST
from giaoban.errors import GiaobanError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")

PROGRAM = Path(sys.executable).with_name("giaoban")


def allow(monkeypatch: pytest.MonkeyPatch, limit: int) -> None:
    import resource

    monkeypatch.setattr(resource, "getrlimit", lambda _: (limit, resource.RLIM_INFINITY))


@pytest.fixture(autouse=True)
def _others_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test leave to the next how many threads there may be."""
    for name in MODEST:
        monkeypatch.setenv(name, "as it was")


@pytest.mark.parametrize("megabytes", [200, 590])
def test_with_too_little_memory_each_command_says_so_and_does_nothing(
    megabytes: int, tmp_path: Path
) -> None:
    import resource

    size = megabytes * 10**6
    limited = partial(resource.setrlimit, resource.RLIMIT_AS, (size, size))
    said = subprocess.run(
        [PROGRAM, "convert", RAW / "04-CTr-HU", tmp_path / "p.xlsx"],
        preexec_fn=limited,
        capture_output=True,
        text=True,
    )
    assert said.returncode == 1
    assert said.stderr == (
        f"not enough memory: this program may take {megabytes} MB, expected 600 MB at least; "
        "allow it more (ulimit -v)\n"
    )
    assert [*tmp_path.iterdir()] == []


def test_with_just_enough_of_it_nothing_is_set_aside_in_vain(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keep_within_memory()
    assert not MODEST.items() <= os.environ.items()
    allow(monkeypatch, LEAST_MEMORY - 1)
    with pytest.raises(GiaobanError, match="may take 599 MB"):
        keep_within_memory()
    allow(monkeypatch, LEAST_MEMORY)
    keep_within_memory()
    assert MODEST.items() <= os.environ.items()


@pytest.mark.parametrize("want", [MemoryError(), OSError(12, os.strerror(12))])
def test_memory_that_runs_out_meanwhile_is_told_in_a_line(want: Exception) -> None:
    @click.command(cls=SpokenGroup, invoke_without_command=True)
    def program() -> None:
        raise want

    said = CliRunner().invoke(program, [])
    assert said.exit_code == 1
    assert said.stderr == "not enough memory: close other programs, or allow this one more of it\n"


def test_what_else_goes_wrong_is_no_want_of_memory() -> None:
    @click.command(cls=SpokenGroup, invoke_without_command=True)
    def program() -> None:
        raise FileExistsError(17, os.strerror(17))

    assert isinstance(CliRunner().invoke(program, []).exception, FileExistsError)
