import pandas as pd

from giaoban.extract.vietnamese import PlaceNames


def test_a_programme_may_call_a_unit_by_its_bare_name() -> None:
    names = PlaceNames(pd.DataFrame({"unit": ["hoa"], "title_vi": ["Hoà Xá"]}))
    found = names.last("tại xã Hòa Xá có")
    assert found is not None
    assert found.codes == ("hoa",)


def test_a_unit_that_is_named_in_english_alone_is_known_by_that_name() -> None:
    names = PlaceNames(pd.DataFrame({"unit": ["am"], "title_vi": [None], "title_en": ["Xã An Mỹ"]}))
    found = names.last("tại xã An Mỹ có")
    assert found is not None
    assert found.codes == ("am",)
