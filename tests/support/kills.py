"""Kill a batch at moments that nobody chose: ``make kills``.

The figures change from run to run, so that each run writes. After each kill every file is whole and
says what it said before or says now, and nothing that was started goes on; a run that nobody kills
then completes.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from places import RAW

PROGRAMME = "04-CTr-HU"
NAMED = "GIAOBAN_KILLED"
SECONDS = 300
Files = dict[Path, bytes]


def corrected(programme: Path) -> Path:
    """Give a copy of a programme in which one figure is another."""
    copy = shutil.copytree(programme, programme.parent / "corrected" / PROGRAMME)
    figures = copy / "figures.csv"
    text = figures.read_text("utf-8")
    assert "97.8" in text
    figures.write_text(text.replace("97.8", "96.8").replace("97,8", "96,8"), "utf-8")
    return copy


def started(programme: Path, out: Path, name: str) -> subprocess.Popen[bytes]:
    command: list[str | Path] = [Path(sys.executable).with_name("giaoban"), "batch", programme]
    return subprocess.Popen(
        [*command, "--force", "-q", "--out", out, "--workers", "2"],
        env=os.environ | {NAMED: name},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def files(out: Path) -> Files:
    return {p.relative_to(out): p.read_bytes() for p in out.rglob("*") if p.is_file()}


def still_running(name: str) -> list[int]:
    """List the processes that a run has started, by what they have in their environment."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if f"{NAMED}={name}".encode() in (place / "environ").read_bytes().split(b"\0"):
                found.append(int(place.name))
        except OSError:
            continue
    return found


def faults(out: Path, known: list[Files]) -> list[str]:
    """Name each file that no run has finished; when a run ended is no part of what it says."""
    return [
        f"{path}: {'left behind' if path.name.startswith('.') else 'neither old nor new'}"
        for path, content in files(out).items()
        if path.name != "batch.json" and content not in [one.get(path) for one in known]
    ]


def finished(programme: Path, out: Path) -> tuple[Files, float]:
    """Let a run come to its end; give what it wrote, and the seconds that it took."""
    begun = time.monotonic()
    status = started(programme, out, "finished").wait(SECONDS)
    assert status == 0, f"a run that nobody killed ended with {status}"
    return files(out), time.monotonic() - begun


def killed(programme: Path, out: Path, known: list[Files], after: float, name: str) -> list[str]:
    run = started(programme, out, name)
    time.sleep(after)
    run.send_signal(signal.SIGKILL)
    run.wait(SECONDS)
    until = time.monotonic() + 60
    while (left := still_running(name)) and time.monotonic() < until:
        time.sleep(0.1)
    return [f"process {pid} goes on" for pid in left] + faults(out, known)


def main(kills: int, seed: int) -> list[str]:
    chance, told = random.Random(seed), []  # noqa: S311
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        first = shutil.copytree(RAW / PROGRAMME, here / PROGRAMME)
        programmes, out = [first, corrected(first)], here / "out"
        # Two runs each: what the report of a corrected figure leaves is known then.
        known = [finished(programme, out)[0] for programme in programmes]
        _, seconds = finished(first, out)
        for number in range(kills):
            after = chance.uniform(0, 1.1 * seconds)
            found = killed(programmes[number % 2], out, known, after, f"{os.getpid()}-{number}")
            told += [f"kill {number + 1} after {after:.2f} s: {fault}" for fault in found]
            print(f"{number + 1} of {kills}, {len(told)} faults", *found, sep="\n  ", flush=True)
            if number % 20 == 19 or number == kills - 1:
                done, _ = finished(first, out)
                told += [
                    f"{p}: not as it was"
                    for p, c in known[0].items()
                    if p.name != "batch.json" and done.get(p) != c
                ]
                told += [f"{p}: still there" for p in set(done) - set(known[0])]
    return told


if __name__ == "__main__":
    faults_told = main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    print("\n".join(faults_told) or "no fault")
    sys.exit(bool(faults_told))
