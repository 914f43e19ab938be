"""The catalogues: which languages there are, what a text is in each, which one the user speaks."""

import gettext
import io
import locale
import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent / "locale"
SOURCE_LANGUAGE = "en"
# In the order in which gettext asks them.
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def N_(text: str) -> str:  # noqa: N802 - the name by which gettext's tools know it
    """Mark a text for the catalogues where it is translated later."""
    return text


def languages() -> list[str]:
    """List the languages that there are, Vietnamese first."""
    found = [SOURCE_LANGUAGE, *(path.stem for path in FOLDER.glob("*.po"))]
    return sorted(found, key=lambda code: (code != "vi", code))


def user_language() -> str:
    """Give the language of the person at the keyboard, English where there is no catalogue.

    It is asked of the environment as gettext does; where that says nothing, of the system.
    """
    asked = next(filter(None, map(os.environ.get, VARIABLES)), None) or locale.getlocale()[0] or ""
    known = _names(FOLDER)
    for wanted in asked.split(":"):
        whole = re.split("[.@]", wanted.lower())[0]
        for name in (whole, whole.partition("_")[0]):
            if name in known:
                return known[name]
    return SOURCE_LANGUAGE


@cache
def _names(folder: Path) -> dict[str, str]:
    """Give the names that the languages of a folder go by, in small letters."""
    codes = [SOURCE_LANGUAGE, *(path.stem for path in folder.glob("*.po"))]
    # Windows says Vietnamese_Vietnam where others say vi_VN.
    return {_english_name(code): code for code in codes} | {code.lower(): code for code in codes}


def _english_name(code: str) -> str:
    return str(Locale.parse(code).get_language_name("en")).lower()


def translation(code: str) -> Callable[[str], str]:
    """Give what translates a text into a language."""
    if code == SOURCE_LANGUAGE:
        return str
    return _read(catalogue(code))


def read_catalogues() -> None:
    """Read those of all languages, so that who translates later need not wait."""
    for code in languages():
        translation(code)


def catalogue(code: str) -> Path:
    """Name the catalogue of a language."""
    return FOLDER / f"{code}.po"


@cache
def _read(path: Path) -> Callable[[str], str]:
    return gettext.GNUTranslations(io.BytesIO(compiled(path))).gettext


@cache
def compiled(path: Path) -> bytes:
    """Turn a catalogue into what gettext reads."""
    with path.open("rb") as file:
        messages = read_po(file, locale=path.stem)
    made = io.BytesIO()
    write_mo(made, messages)
    return made.getvalue()
