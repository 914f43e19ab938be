"""The command ``giaoban``."""

import atexit
import gc

import click

from giaoban.commands import (
    SpokenGroup,
    SpokenOption,
    batch,
    check,
    convert,
    email,
    explore,
    extract,
    guarded,
    import_sheet,
    keep_within_memory,
    menu,
    new,
    outbox,
    report,
)

# How many new objects, and rounds, Python's collector waits for; by itself 700, 10, 10.
COLLECTED_AFTER = (50_000, 10, 10)


@click.group(cls=SpokenGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="giaoban", message="%(prog)s %(version)s", cls=SpokenOption)
@guarded
def main() -> None:
    """Turn the yearly figures behind a review meeting into an analysis that people can trust."""
    keep_within_memory()
    # Python's collector would look through all that is loaded, time and again, and as it ends.
    gc.set_threshold(*COLLECTED_AFTER)
    atexit.register(gc.freeze)


_DATA = (import_sheet, extract, new, convert)
for _command in (menu, check, report, batch, email, outbox, explore, *_DATA):
    main.add_command(_command)
