"""Who is killed while writing leaves whole files, and nothing else."""

import subprocess
import sys
from pathlib import Path

WRITE = """
import sys
from pathlib import Path
from giaoban.files import write_folder
number = 0
while True:
    number += 1
    text = str(number % 10).encode() * 50_000
    write_folder(Path(sys.argv[1]), {f"{name}.csv": text for name in range(9)})
    print(number, flush=True)
"""


def test_after_every_kill_each_file_is_whole_and_no_other_is_there(tmp_path: Path) -> None:
    for rounds in (1, 2, 3, 4):
        command: list[str | Path] = [sys.executable, "-c", WRITE, tmp_path]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
            assert writer.stdout
            for _ in range(rounds):
                assert writer.stdout.readline()
            writer.kill()
        found = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
        assert set(found) == {f"{name}.csv" for name in range(9)}
        assert {(len(text), len(set(text))) for text in found.values()} == {(50_000, 1)}
