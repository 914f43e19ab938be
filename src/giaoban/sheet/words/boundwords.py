"""Whether the head of a plan says that it is a ceiling, or the least that is wanted."""

from giaoban.extract.vietnamese import compiled
from giaoban.sheet.words.planwords import IS_PLAN

_SIGNS = {
    sign: compiled(rf"(?P<open>\(\s*)?(?<!\w)(?:{words})(?:(?<!\w)|(?!\w))(?(open)\s*\))")
    for sign, words in (
        ("<=", r"max(?:imum)?|ceiling|upper limit|at most|no more than|not exceeding|tối đa"
         r"|(?:mức )?trần|không (?:được )?(?:quá|vượt)(?: quá)?|≤|<="),
        (">=", r"min(?:imum)?|floor|lower limit|at least|no less than|tối thiểu|(?:mức )?sàn"
         r"|ít nhất|không (?:thấp hơn|dưới|ít hơn)|≥|>="),
    )
}  # fmt: skip


def bounded(text: str) -> tuple[str, str]:
    """Give the sign of a plan, ``<=`` or ``>=``, as its head says it, and the rest of that.

    No sign of *KH*, nor of what says both: *KH (tối thiểu - tối đa)*.
    """
    if not IS_PLAN.search(text):
        return "", text
    found = [sign for sign, said in _SIGNS.items() if said.search(text)]
    for sign in found:
        text = _SIGNS[sign].sub(" ", text)
    return found[0] if len(found) == 1 else "", text
