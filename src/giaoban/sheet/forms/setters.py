"""Whose a plan is, where a table has those of several: *Tỉnh giao*, *Huyện giao*."""

import re
from collections.abc import Container, Iterable
from dataclasses import replace

from giaoban.sheet.forms.columns import Column
from giaoban.sheet.forms.layout import Block
from giaoban.sheet.words import SETS, TARGET, WHOLE, Heading, stage_of, without_stage

# What every plan may be called.
_PLANNED = re.compile(
    r"(?<!\w)(?:kh|kế hoạch|chỉ tiêu|ct|dự toán|giao|ban đầu|đầu (?:năm|kỳ)|năm|sau|khi|đã"
    r"|điều chỉnh|đ/?c|bổ sung|và|lần|thứ|nhất|hai|ba|plan(?:ned)?|targets?|adjusted|revised"
    r"|original|initial)(?!\w)|[\W\d]"
)


def setter_of(block: Block, column: Column) -> str:
    """Name who set a target by the head of its column, where others have the same time.

    Not where they are one plan and what it was adjusted to, nor by a head that says only that.
    """
    about = _plan_of(column)
    beside = [other for other in block.data if _plan_of(other) == about]
    if about.kind != TARGET or len(beside) == 1:
        return ""
    shared = {*beside[0].path}.intersection(*(other.path for other in beside))
    owners = _owners(beside, shared)
    stages: dict[str, list[int]] = {}
    for other, owner in zip(beside, owners, strict=True):
        stages.setdefault(_who(owner, shared), []).append(other.heading.stage)
    apart = any(len({*own}) < len(own) for own in stages.values())
    if len(stages) == 1 and not apart:
        return ""
    own = owners[beside.index(column)]
    first = own if apart else next(c for c in owners if _who(c, shared) == _who(own, shared))
    told = [line for line in first.path if line not in shared and (apart or _said(line))]
    told = told if apart else [without_stage(line) for line in told]
    return ": ".join(told or (() if first.heading.stage else first.path[-1:]))


def _plan_of(column: Column) -> Heading:
    """Give what the head of a plan says of it, but for its stage; “KH năm” is “KH” of the year."""
    about = column.heading
    return replace(about, stage=0, months=None if about.months == WHOLE else about.months)


def setters_in(head: str, setters: Iterable[str]) -> set[str]:
    """Give who of those that set plans is named in a head, all where it names nobody.

    “HĐND tỉnh giao” names no other HĐND.
    """
    told = {setter: _said(setter) for setter in setters}
    words = f" {_said(head)} "
    named = {setter for setter, said in told.items() if said and f" {said} " in words}
    most = max((len(told[setter]) for setter in named), default=0)
    if not named:
        return set() if SETS.search(head) else {*told}
    return {setter for setter in named if len(told[setter]) == most}


def _owners(beside: list[Column], shared: Container[str]) -> list[Column]:
    """Give for each plan the column that names whose it is: of “Điều chỉnh” the one before it."""
    owners: list[Column] = []
    for column in beside:
        adjusted = not _who(column, shared) and any(stage_of(line) > 0 for line in column.path[-1:])
        owners.append(owners[-1] if owners and adjusted else column)
    return owners


def _who(column: Column, shared: Container[str]) -> str:
    """Give what is left of the head of a plan without the words that say no more than that."""
    return " ".join(filter(None, (_said(line) for line in column.path if line not in shared)))


def _said(line: str) -> str:
    return " ".join(_PLANNED.sub(" ", line.lower()).split())
