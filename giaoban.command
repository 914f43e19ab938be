#!/bin/sh
# Sets giaoban up, once, and then offers what is done most. Double click it on macOS; Linux: sh giaoban.command
cd "$(dirname "$0")" || exit 1
if [ ! .venv/ready -nt requirements.txt ]; then
    for python in python3.13 python3.12 python3.11 python3 ""; do
        "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && break
    done
    [ "$python" ] || { echo "Python 3.11, 3.12 or 3.13 is needed: https://www.python.org/downloads/"; exit 1; }
    echo "Setting up (a few minutes, once) / Đang cài đặt (vài phút, một lần) …"
    [ -x .venv/bin/python ] || "$python" -m venv .venv || exit 1
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt || exit 1
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . || exit 1
    touch .venv/ready
fi
exec .venv/bin/python -m giaoban menu
