from fragments import text

from giaoban.report.claims import totals_over_years
from giaoban.report.page import Report


def test_the_total_is_divided_and_never_spread(report: Report) -> None:
    said = text(totals_over_years(report))
    expected = {
        "vi": [
            "2020–2022: 460, bình quân 153,3 mỗi năm.",
            "150 mỗi năm: khớp khi làm tròn đến hàng chục",
        ],
        "en": [
            "460 over 2020–2022 is 153.3 a year.",
            "150 a year: agrees when rounded to tens",
        ],
    }
    for sentence in expected[report.code]:
        assert sentence in said
