"""Words that say the opposite of a title, so that what they speak of is not its indicator."""

import re
from itertools import chain

from giaoban.extract.phrases import words

_PAIRS = (
    ("đúng hạn", "quá hạn"),
    ("trước hạn", "quá hạn"),
    ("đúng", "quá"),
    ("trước", "sau"),
    ("tăng", "giảm"),
    ("trên", "dưới"),
    ("xuất sắc", "hoàn thành tốt"),
    ("xuất sắc", "hoàn thành nhiệm vụ"),
    ("hoàn thành tốt", "hoàn thành nhiệm vụ"),
    ("đại học", "sau đại học"),
)
# These say how a number is meant, and deny nothing.
_QUALIFIERS = re.compile(
    r"(?<!\w)không\s+(?:dưới|quá(?!\s+hạn)|ít|thấp|hơn|vượt)(?!\w)", re.IGNORECASE
)
_CLAUSE = re.compile(r"[,;.()|]")


_BEYOND_DEGREE = "|".join(" ".join(words(said)) for said in ("sau đại học", "trên đại học"))


def _compared(text: str) -> str:
    # Of two words for one thing neither holds the other.
    return re.sub(f"(?<= )(?:{_BEYOND_DEGREE})(?= )", "postgraduate", f" {' '.join(words(text))} ")


_OPPOSED = [tuple(map(_compared, pair)) for pair in _PAIRS]
_OPPOSED += [pair[::-1] for pair in _OPPOSED]
_NOT = f"(?:{'|'.join(_compared(word).strip() for word in ('không', 'chưa'))})"
_DENIED = re.compile(rf"(?<= ){_NOT} (\S+)")


def opposed(title: str, phrase: str, earlier: str) -> bool:
    """Say whether a title says the opposite of a phrase, or of the clause that leads to it.

    Parameters
    ----------
    title : str
        Of an indicator.
    phrase : str
        The words that a number speaks of.
    earlier : str
        What its sentence said before.
    """
    clause = _CLAUSE.split(_QUALIFIERS.sub(" ", earlier))[-1]
    named, said = _compared(title), _compared(f"{phrase} , {clause}")
    denied = {" ".join(("", word, "")) for word in _DENIED.findall(named)}
    refused = {" ".join(("", word, "")) for word in _DENIED.findall(said)}
    named, said = (_DENIED.sub("", text) for text in (named, said))
    one_denied = chain(
        (word in named and word not in said for word in refused - denied),
        (word in said and word not in named for word in denied - refused),
    )
    pairs = (
        one in named and other not in named and other in said and one not in said
        for one, other in _OPPOSED
    )
    return any(one_denied) or any(pairs)
