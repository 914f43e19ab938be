"""Letters that were lost on the way to a file, and signs that nobody sees."""

import re
import unicodedata
from functools import cache
from itertools import product

# How UTF-8 is misread: by Windows in Western, Vietnamese and Central Europe, by old Macs, by DOS.
_MISREAD_AS = ("cp1252", "latin-1", "cp1258", "cp1250", "mac_roman", "cp437", "cp850")
# What Vietnamese text has beside ASCII: its vowels with their tones, and these.
_BASES = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
_TONES = ("", *"\u0300\u0301\u0303\u0309\u0323")
_OTHERS = "đĐ²³°\u00a0«»‘’“”–—…\u0302\u0306\u031b" + "".join(_TONES)
# May stand behind a capital letter in sound text: “XÃ” is what becomes of Ô, too.
_CLOSING = "\u00a0”’…–—»›•·"
# No text holds them: the second is what a reader puts where it understood nothing.
_NO_LETTERS = re.compile("[\x80-\x9f\ufffd]")

_ADDRESS = re.compile(r"\S*(?:://|www\.|\?[\w.-]+=)\S*")
_SMALL, _L = "[a-zà-ỹđ]", r"[^\W\d_]"
_CODA = "ng|nh|ch|[cmnpt]|[aiou]y?|y[nt]?|s|re|ve|ll"
_ONSET = "b|ch?|d|gh?|h|kh?|l|m|ngh?|nh?|ph?|qu?|r|s|th?|tr|v|x"
_QUESTION_MARKS = re.compile(
    # Within a word: l?p, ng??i, 2020?2022; at its head: ??ng, ?ó.
    rf"{_SMALL}\?+(?:{_CODA})(?!{_L})|[A-ZĐ]\?+(?i:{_CODA})(?!{_L})|[0-9]\?+[0-9]"
    rf"|(?<![^\s“\"'‘(\[/–-])\?+(?:{_SMALL}|[A-ZĐ]+(?!{_SMALL}))"
    # Of a syllable only how it begins is left: ph?, T? at the head of a text. No “mấy m?”.
    rf"|(?<!\w)(?:ngh?|[gknpt]h|qu|tr|ch)\?|(?<![^“\"(\[])(?i:{_ONSET})\?+ {_L}"
    r"|(?<![\w/])(?<!mấy )(?<!nhiêu )(?<![0-9] )[bcdknprstvx]\?"
)

# Fonts from before Unicode: letters of theirs where the text of no language has them.
_TCVN3 = re.compile(
    r"[A-Za-z][µ¬¸¨]|(?<!\w)[®§][a-zµ¶·¸¹¨©ª«¬Æ-ÿ]|[A-Za-z][©¶][a-z]|[a-z][Æ-ÖØÙÜÝÞ](?![A-Z])"
    r"|[A-Z][ÆÇËÎÏÐÑÖØÜÞ][a-z]|(?<!\w)[xX]·(?!\w)"
)
_VNI = re.compile(
    r"[ôöÔÖ][ùøûõïÙØÛÕÏ]|[aA][åäõøùûÅÄÕØÙÛáàãâêÁÀÃÂÊ]|[oO][åäõøÅÄÕØâÂ]|[yY][ûøùõïÛØÙÕÏ]"
    r"|[eE][åøùûÅØÙÛ]|(?<![qQ])[uU][øõùûØÕÙÛ]|[ñÑ][ôöÔÖ]"
)

_NO_WIDTH = "\u00ad\u034f\u180e\u200b\u200c\u200d\u200e\u2060\ufeff"
# What may stand around a cell and means nothing there.
AROUND = _NO_WIDTH + "".join(filter(str.isspace, map(chr, range(0x3001))))
# They change the order in which a text is shown.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Of no width, though no sign that formats by its category.
_FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u3164\uffa0"
_VARIANTS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


def trimmed(text: str) -> str:
    """Take away what stands around a text and is not seen: spaces, a byte order mark."""
    return text.strip(AROUND)


def without_accents(text: str) -> str:
    """Write a text in small letters without tones and accents, such as ``do dang`` for Dở dang."""
    bare = unicodedata.normalize("NFKD", text.casefold()).replace("đ", "d")
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


def hidden_sign(text: str, prose: bool) -> str:
    """Name the first sign that nobody sees, such as ``U+200E LEFT-TO-RIGHT MARK``; else nothing.

    In prose only signs that turn the order of others around are told.
    """
    if text.isascii():
        return ""
    sign = next((s for s in text if (_TURNING.match(s) if prose else _is_unseen(s))), "")
    return f"U+{ord(sign):04X} {unicodedata.name(sign, '')}".strip() if sign else ""


def without_hidden(text: str) -> str:
    """Take out every sign that nobody sees, and the spaces around the rest."""
    return trimmed("".join(sign for sign in text if sign.isascii() or not _is_unseen(sign)))


def _is_unseen(sign: str) -> bool:
    listed = sign in _FILLERS or any(ord(sign) in signs for signs in _VARIANTS)
    return listed or unicodedata.category(sign) == "Cf"


def is_broken(text: str) -> bool:
    """Say whether letters of a text were lost on the way.

    A question mark took the place of a letter, or UTF-8 was read as another encoding. A question,
    and a mark in the address of a page, are none of these.
    """
    if not text.isascii() and (_NO_LETTERS.search(text) or _is_misread(text)):
        return True
    return "?" in text and bool(_QUESTION_MARKS.search(_ADDRESS.sub("", text)))


def is_of_an_old_font(text: str) -> bool:
    """Say whether a text reads as Vietnamese only in a font of TCVN3 or VNI."""
    return not text.isascii() and bool(_TCVN3.search(text) or _VNI.search(text))


def _is_misread(text: str) -> bool:
    made = _made()
    starts = (n for n, sign in enumerate(text) if sign in made)
    return any(
        text.startswith(rest, n + 1) and (len(rest) > 1 or _within_word(text, n))
        for n in starts
        for rest in made[text[n]]
    )


def _within_word(text: str, start: int) -> bool:
    """Say whether small letters touch two signs, which alone may be a capital and a quote."""
    if text[start - 1 : start].islower() and text[start - 1].isascii():
        return True
    return text[start + 1] not in _CLOSING and bool(re.match("[a-z]", text[start + 2 :]))


@cache
def _made() -> dict[str, set[str]]:
    """Give what the signs of Vietnamese turn into, misread: by its first sign, the rest."""
    vowels = (unicodedata.normalize("NFC", base + tone) for base, tone in product(_BASES, _TONES))
    made: dict[str, set[str]] = {}
    for sign, encoding in product({*vowels, *_OTHERS}, _MISREAD_AS):
        if not sign.isascii():
            first, *rest = (_read(byte, encoding) for byte in sign.encode())
            made.setdefault(first, set()).add("".join(rest))
    return made


def _read(byte: int, encoding: str) -> str:
    """Read a byte; one that the encoding has no sign for stays a control, as in Windows."""
    return bytes([byte]).decode(encoding, "ignore") or chr(byte)
