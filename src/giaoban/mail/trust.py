"""Whether a folder's own settings may be followed: asked once, by name, and remembered."""

import hashlib
from pathlib import Path

import click

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, Text, one_line
from giaoban.files import reading, write_atomically

TRUSTED = "trusted"
PRIVATE = 0o600


def own_folder() -> Path:
    """Find the user's own folder for settings."""
    return Path(click.get_app_dir("giaoban"))


def certificates(ca: Path | None) -> bytes:
    """Read the certificates that a file of settings names; nothing where it names none."""
    if not ca:
        return b""
    with reading(ca):
        return ca.read_bytes()


def require_trusted(path: Path, contents: list[bytes], shown: dict[str, str], *, ask: bool) -> None:
    """Go on only where the user knows a file of settings.

    The file says who gets the messages and the password and which certificates prove it, and
    whoever can write to the folder can write the file. A yes holds for the file and its
    certificates as they are: after a change it is asked again.

    Parameters
    ----------
    path : Path
        The file.
    contents : list of bytes
        It and its certificates, as they were read and will be used.
    shown : dict of str to str
        What it says, to be looked at.
    ask : bool
        Whether there is somebody to answer.

    Raises
    ------
    GiaobanError
        Where nobody has said yes to it.
    """
    memory, digest = own_folder() / TRUSTED, _digest(path, contents)
    known = memory.read_text("ascii", errors="replace") if memory.is_file() else ""
    if digest in known.split("\n"):
        return
    if ask and _known_to_the_user(path, shown):
        write_atomically(memory, f"{known}{digest}\n".encode(), PRIVATE)
        return
    template = N_(
        "{path}: a folder's settings are followed only after somebody said yes to them: give the "
        "command once without --yes, or move them to {own}"
    )
    raise GiaobanError(template, path=path, own=own_folder() / path.name)


def _digest(path: Path, contents: list[bytes]) -> str:
    """Digest where a file is, what it says, and the certificates that it names."""
    parts = [str(path.resolve()).encode(errors="surrogateescape"), *contents]
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def _known_to_the_user(path: Path, shown: dict[str, str]) -> bool:
    template = N_("{path} in this folder says where messages and your password go:")
    click.echo(Text(template, path=one_line(str(path.resolve()))), err=True)
    for key, text in shown.items():
        click.echo(f"  {key} = {text}", err=True)
    question = Text(N_("Do you know this file? Type yes to follow it from now on"))
    return ask_user(question) == "yes"


def ask_user(question: Text) -> str:
    """Give the user's answer in small letters; empty where it is only Enter."""
    answer = click.prompt(str(question), default="", show_default=False, err=True)
    return str(answer).strip().lower()
