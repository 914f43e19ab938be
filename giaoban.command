#!/bin/sh
# Sets giaoban up, once, and then offers what is done most. Double click it on macOS; Linux: sh giaoban.command
cd "$(dirname "$0")" || exit 1
for python in python3.13 python3.12 python3.11 python3 .venv/bin/python ""; do
    "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && break
done
[ "$python" ] || { echo "Python 3.11, 3.12 or 3.13 is needed: https://www.python.org/downloads/"; exit 1; }
"$python" scripts/set_up.py || exit 1
exec .venv/bin/python -m giaoban menu
