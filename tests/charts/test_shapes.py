import re

from places import ROOT

from giaoban.charts.shapes import shape
from giaoban.wording import codes
from giaoban.wording.codes import PROGRESS, RULE, STATE, STATUS, TERMS, VERDICT

SHEETS = ("share/jupyter/nbconvert/templates/giaoban/report.css", "src/giaoban/explore/explore.css")


def test_the_statuses_of_one_kind_have_a_shape_each() -> None:
    # Where less is better the same status has another word, and no other shape.
    other = {"better_than_asked"}
    assert STATUS["better_than_asked"].shape == STATUS["exceeded"].shape
    for kind in (STATUS, STATE, RULE):
        assert len({code.shape for code in kind.values()} - {""}) == len({*kind} - other)


def test_agreement_and_its_absence_differ_by_shape() -> None:
    assert len({VERDICT[name].shape for name in ("agrees", "disagrees", "cannot_check")}) == 3
    assert len({PROGRESS[name].shape for name in ("on_track", "behind", "moving_away")}) == 3


def test_a_code_has_one_shape_and_one_meaning_wherever_it_is_marked() -> None:
    for kind in (STATUS, PROGRESS, VERDICT, RULE, STATE):
        assert [n for n, code in kind.items() if n in TERMS and code != TERMS[n]] == []


def test_a_word_of_the_glossary_has_a_meaning() -> None:
    assert [name for name, term in TERMS.items() if not term.meaning] == []


def test_what_a_style_sheet_colours_is_a_code_with_a_shape() -> None:
    drawn = {
        name
        for kind in [getattr(codes, named) for named in codes.__all__]
        if isinstance(kind, dict)
        for name, code in kind.items()
        if isinstance(code, codes.Code) and code.shape
    }
    for sheet in SHEETS:
        coloured = re.findall(r"^(.*> \.shape) \{ fill", (ROOT / sheet).read_text("utf-8"), re.M)
        named = set(re.findall(r"\.([a-z_]+)", "".join(coloured))) - {"giaoban", "shape"}
        assert named
        assert named <= drawn


def test_a_shape_is_for_the_eye_alone() -> None:
    assert 'aria-hidden="true"' in shape(STATUS["met"].shape)
    assert shape("") == ""
