from giaoban import vocabulary
from giaoban.shapes import SHAPES, shape


def test_the_statuses_of_one_kind_have_a_shape_each() -> None:
    for names in (vocabulary.STATUS, vocabulary.STATE, vocabulary.RULE):
        assert len({SHAPES[name] for name in names}) == len(names)


def test_agreement_and_its_absence_differ_by_shape() -> None:
    assert len({SHAPES[name] for name in ("agrees", "disagrees", "cannot_check")}) == 3
    assert len({SHAPES[name] for name in ("on_track", "behind", "moving_away")}) == 3


def test_a_shape_is_for_the_eye_alone() -> None:
    assert 'aria-hidden="true"' in shape("met")
    assert shape("a status without one") == ""
