"""What a person has said of a sheet: now, or when an earlier one of its kind was read."""

import json
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from giaoban.catalogues import N_
from giaoban.errors import GiaobanError, Listed, Text
from giaoban.files import reading
from giaoban.language import identifier, without_accents

# What is answered by several names each, such as the row “Số hộ nghèo”.
MANY = (
    "heads",
    "column",
    "row",
    "unit-name",
    "measure",
    "better",
    "definition",
    "kind",
    "ratings",
    "claims",
    "planned-on",
)
# What is as true of next year's sheet; the rest is said anew.
KEPT = ("numbers", "titles", "set-by", "year-begins", *MANY)
SKIP = "skip"
# A unit that is the programme's own.
WHOLE = "whole"
# The words of answers; each is understood in the user's language too.
WORDS = {
    "heads": (N_("units"), N_("parts"), N_("indicators"), N_("skip")),
    "column": (N_("target"), N_("figure"), N_("skip")),
    "row": (N_("new"), N_("skip")),
    "unit-name": (N_("whole"), N_("new"), N_("skip")),
    "measure": (N_("percent"), N_("fraction"), N_("count")),
    "kind": (N_("total"), N_("by")),
    "better": (N_("up"), N_("down"), N_("none")),
    "ratings": (N_("both"), N_("each"), N_("shares"), N_("skip")),
    "claims": (N_("change"), N_("ratio"), N_("skip")),
    "planned-on": (N_("skip"),),
}
# These are answered by an id, too.
_OF_IDS = ("row", "unit-name")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Question:
    """Something that the sheet does not say.

    Attributes
    ----------
    key : str
        What is asked: the option without its dashes, such as ``source``.
    name : str
        Of which row, column or indicator it is asked; empty where there is one answer only.
    text : Text
        The question.
    proposed : str
        What is most likely.
    choices : tuple of str
        The answers that there are; any text where there are none.
    """

    key: str
    name: str
    text: Text
    proposed: str = ""
    choices: tuple[str, ...] = ()

    @property
    def option(self) -> str:
        """How it is answered on a command line."""
        said = "|".join(str(word(self.key, one)) for one in self.choices) or "…"
        value = f"{self.name}={said}" if self.name else said
        return f'--{self.key} "{value}"'


def word(key: str, answer: str) -> Text:
    """Say an answer to a question in the user's language, an id as it is."""
    known = answer in WORDS.get(key, ())
    return Text(answer) if known else Text("{answer}", answer=answer)


def words(key: str) -> Listed:
    """Say what a question may be answered by, in the user's language."""
    return Listed([word(key, one) for one in WORDS[key]])


def coded(key: str, said: str, choices: Container[str] = ()) -> str:
    """Give the answer that is said by its word in the user's language; else what is said.

    It may be typed without accents, but where an id is as likely: *moi* is no *mới* then. Of
    ``choices`` an id is one of them alone.
    """
    bare = said.strip()
    by_word = {str(Text(one)).casefold(): one for one in WORDS.get(key, ())}
    if bare.casefold() in by_word:
        return by_word[bare.casefold()]
    if key in _OF_IDS and bare == identifier(bare) and (not choices or bare in choices):
        return said
    plainly = {without_accents(word): one for word, one in by_word.items()}
    return plainly.get(without_accents(bare), said)


@dataclass
class Answers:
    """Answers by their keys; those of `MANY` by a name each.

    Attributes
    ----------
    one : dict of str to str
        Such as ``reported-on``.
    many : dict of str to dict
        Such as ``row`` with the ids of titles.
    carried : frozenset of str
        The keys of those in ``one`` that were said of an earlier sheet alone.
    """

    one: dict[str, str] = field(default_factory=dict)
    many: dict[str, dict[str, str]] = field(default_factory=dict)
    carried: frozenset[str] = field(default=frozenset(), compare=False)

    def get(self, key: str, name: str = "") -> str:
        """Give an answer, empty where there is none."""
        return self.many.get(key, {}).get(name, "") if name else self.one.get(key, "")

    def give(self, question: Question, answer: str) -> None:
        """Keep an answer."""
        if question.name:
            self.many.setdefault(question.key, {})[question.name] = answer
        else:
            self.one[question.key] = answer
            self.carried -= {question.key}

    def over(self, earlier: "Answers") -> "Answers":
        """Put these over earlier ones."""
        keys = {*self.many, *earlier.many}
        many = {key: earlier.many.get(key, {}) | self.many.get(key, {}) for key in keys}
        carried = self.carried | (earlier.carried - {*self.one})
        return Answers(earlier.one | self.one, many, carried)

    def kept(self) -> bytes:
        """Write what is as true of next year's sheet, as JSON."""
        told: dict[str, object] = {k: v for k, v in self.one.items() if k in KEPT}
        for key, named in self.many.items():
            timed = key in ("column", "planned-on")
            stay = {n: said for n, said in named.items() if not timed or _stays(n, said)}
            told |= {key: dict(sorted(stay.items()))} if stay else {}
        ordered = dict(sorted(told.items()))
        return f"{json.dumps(ordered, ensure_ascii=False, indent=2)}\n".encode()


def _stays(path: str, said: str) -> bool:
    """Say whether a column will be so next year: not where the answer alone says its year."""
    return bool(_YEAR.search(path)) or not _YEAR.search(said)


def read_answers(path: Path) -> Answers:
    """Read what was kept; nothing where there is no such file.

    Raises
    ------
    GiaobanError
        Where somebody has changed it into something else.
    """
    if not path.is_file():
        return Answers()
    with reading(path):
        text = path.read_bytes()
    template = N_("{path}: cannot be read, take it away and answer anew")
    try:
        told = json.loads(text)
        one = {k: v for k, v in told.items() if isinstance(v, str) and k in KEPT}
        many = {k: dict(_texts(v)) for k, v in told.items() if k in MANY}
        return Answers(one, many, frozenset(one))
    except (ValueError, AttributeError):
        raise GiaobanError(template, path=path) from None


def _texts(named: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    yield from ((name, value) for name, value in named.items() if isinstance(value, str))


def named_answers(given: list[str], option: str) -> dict[str, str]:
    """Read ``NAME=ANSWER`` as typed on a command line.

    Raises
    ------
    GiaobanError
        Where there is no ``=``.
    """
    template = N_("--{option}: expected NAME=ANSWER (found {found})")
    for text in given:
        if "=" not in text:
            raise GiaobanError(template, option=option, found=text)
    parts = (text.rpartition("=") for text in given)
    return {name.strip(): coded(option, answer.strip()) for name, _, answer in parts}
