"""Look at what giaoban is made of: ``python scripts/supply.py`` (`make check`).

Each library that a user gets has a licence that lets everybody use it, and none has a known
vulnerability. Where the service that knows these cannot be reached it says so, and goes on.
"""

import json
import re
import subprocess
import sys
import tempfile
from importlib import metadata
from pathlib import Path
from typing import Any

LOCK = Path(__file__).parents[1] / "requirements.txt"
SECONDS = 120
# As SPDX or PyPI call them; each lets everybody use, change and pass on what uses it.
FREE = {
    "0BSD",
    "Apache 2.0",
    "Apache License, Version 2.0",
    "Apache Software License",
    "Apache-2.0",
    "BSD License",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "ISC License (ISCL)",
    "MIT",
    "MIT License",
    "MIT-0",
    "MIT-CMU",
    "MPL-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)",
    "PSF-2.0",
    "Python Software Foundation License",
    "Zlib",
}
# What its own metadata leave out, as the licence that comes with it says.
READ = {"resvg-py": "MIT"}


def locked() -> list[str]:
    """List the libraries that are locked for users."""
    return sorted(set(re.findall(r"^([a-z0-9._-]+)==", LOCK.read_text("utf-8"), re.M)))


def licence(name: str, told: Any) -> str:
    """Give the licence of a library, as an expression of SPDX where it has one."""
    classified = [c for c in told.get_all("Classifier") or [] if c.startswith("License :: OSI")]
    return (
        READ.get(name)
        or told.get("License-Expression")
        or " AND ".join(c.split(" :: ")[-1] for c in classified)
        or told.get("License", "").partition("\n")[0]
    )


def is_free(expression: str) -> bool:
    """Say whether a licence is one of those that are known to be free; of several, each."""
    parts = re.split(r" AND | OR ", expression)
    return all(part in FREE or part.strip(" ()") in FREE for part in parts)


def unfree() -> list[str]:
    """Name each library that is here and whose licence nobody has looked at."""
    found = {}
    for name in locked():
        try:
            found[name] = licence(name, metadata.metadata(name))
        except metadata.PackageNotFoundError:
            continue  # It is for another system.
    return [f"{n}: licence {told!r} is not known" for n, told in found.items() if not is_free(told)]


def vulnerable(audit: str) -> tuple[list[str], int]:
    """Read what pip-audit wrote: a line for each vulnerability, and how many it looked at."""
    seen = [d for d in json.loads(audit)["dependencies"] if "skip_reason" not in d]
    lines = [
        f"{library['name']} {library['version']}: {known['id']}, mended in "
        f"{', '.join(known['fix_versions']) or 'no version'}"
        for library in seen
        for known in library["vulns"]
    ]
    return lines, len(seen)


def audited() -> str:
    """Ask for known vulnerabilities; empty where nobody answers."""
    options = ["--disable-pip", "--require-hashes", "--timeout", "5", "--progress-spinner", "off"]
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "audit.json"
        command = [sys.executable, "-m", "pip_audit", *options, "-f", "json", "-o", str(written)]
        try:
            subprocess.run(  # noqa: S603
                [*command, "-r", str(LOCK)], capture_output=True, timeout=SECONDS
            )
        except subprocess.TimeoutExpired:
            return ""
        return written.read_text("utf-8") if written.is_file() else ""


def main() -> int:
    """Say what is wrong with what giaoban is made of."""
    told = audited()
    lines, seen = vulnerable(told) if told else ([], 0)
    if not seen:
        print("Known vulnerabilities: the service that knows them was not reached.")
    elif seen < len(locked()):
        print(f"Known vulnerabilities: looked for in {seen} of {len(locked())} libraries.")
    faults = unfree() + lines
    print("\n".join(faults), end="\n" if faults else "")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
