"""The command ``giaoban``."""

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
    import_sheet,
    new,
    outbox,
    report,
)


@click.group(cls=SpokenGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="giaoban", message="%(prog)s %(version)s", cls=SpokenOption)
def main() -> None:
    """Turn the yearly figures behind a review meeting into an analysis that people can trust."""


for _command in (check, report, batch, email, outbox, explore, import_sheet, extract, new, convert):
    main.add_command(_command)
