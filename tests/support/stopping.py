"""Programs that the tests start end with them, whether they listen or not."""

import subprocess

SECONDS = 60


def stop(program: "subprocess.Popen[bytes]") -> None:
    """Ask a program to end; end it where it does not."""
    program.terminate()
    try:
        program.wait(SECONDS)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait(SECONDS)
