import pytest

from giaoban.language import Measure, language


@pytest.mark.parametrize(
    ("unit", "one"),
    [
        ("people", "1 person"),
        ("poor households", "1 poor household"),
        ("Australian dollars", "1 Australian dollar"),
        ("women members", "1 woman member"),
        ("households and people", "1 household and person"),
        # A possessive stays as it is.
        ("workers' days", "1 workers' days"),
        ("workers’ days", "1 workers’ days"),
        ("cases/1,000 people", "1 case/1,000 people"),
        ("visits per day", "1 visit per day"),
        # A million arrivals are many, and what is not known stays as it was given.
        ("million arrivals", "1 million arrivals"),
        ("kg caught by people", "1 kg caught by people"),
        ("kg/100 people", "1 kg/100 people"),
        ("series", "1 series"),
        ("đồng chí", "1 đồng chí"),
        ("", "1"),
        ("‰", "1‰"),
    ],
)
def test_one_of_what_is_counted_is_written_as_one(unit: str, one: str) -> None:
    assert Measure("count", unit).of("1") == one


def test_one_less_is_one_and_no_other_number_is() -> None:
    people, en = Measure("count", "people"), language("en")
    assert en.difference(-1.0, people) == "−1 person"
    assert en.figure(1.0, people, "1", ">") == "over 1 person"
    assert [en.difference(n, people) for n in (2.0, 1.5, 0.0)] == [
        "+2 people",
        "+1.5 people",
        "0 people",
    ]
    assert en.figure(11.0, people) == "11 people"
    assert en.figure(1.0, people, None, "..", 5.0) == "1 to 5 people"


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        ("Học sinh", "học sinh"),
        ("Doanh nghiệp", "doanh nghiệp"),
        ("Tỷ đồng", "tỷ đồng"),
        ("Tỷ Đồng", "tỷ đồng"),
        ("Triệu USD", "triệu USD"),
        ("Triệu Euro", "triệu Euro"),
        ("Million VND", "million VND"),
        ("Thousand People", "thousand people"),
        ("Percent of GDP", "percent of GDP"),
        ("Ha", "ha"),
        ("Pupils", "pupils"),
        ("USD", "USD"),
        ("GRDP", "GRDP"),
        ("kWh", "kWh"),
        ("Đ/c", "Đ/c"),
        ("Việt Nam đồng", "Việt Nam đồng"),
        ("Australian dollars", "Australian dollars"),
        ("%", "%"),
        ("", ""),
    ],
)
def test_behind_a_number_a_unit_begins_small_unless_it_is_a_name_or_a_short_form(
    unit: str, told: str
) -> None:
    measure = Measure("number", unit)
    assert (measure.said, measure.of("24")) == (
        told,
        f"24{told}" if told in ("%", "") else f"24 {told}",
    )
