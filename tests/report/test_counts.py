from fragments import text

from giaoban.report.counts import feasible_counts
from giaoban.report.page import Report


def test_the_counts_behind_97_8_and_19_6_are_given_with_their_assumption(report: Report) -> None:
    said = text(feasible_counts(report))
    expected = {
        "vi": "|cả hai tính trên cùng một mẫu số|45/46, 9/46; 90/92, 18/92; 135/138, 27/138 … (tất cả 5 khả năng)|làm tròn|",
        "en": "|both are shares of the same whole|45 of 46, 9 of 46; 90 of 92, 18 of 92; 135 of 138, 27 of 138 … (5 in all)|rounded|",
    }
    assert expected[report.code] in said
